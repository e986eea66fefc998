"""The outlines of both default texts, as a reviewer reads them: headings, and what stands below."""

import pytest
from templates_at_hand import default

from voortgang.content.blocks import (
    BulletList,
    Div,
    Grafiek,
    Heading,
    Paragraph,
    Quote,
    Table,
    plain,
)
from voortgang.content.template.render import render
from voortgang.content.views.context import build_context


def told(block):  # noqa: PLR0911 -- one answer per kind of block
    match block:
        case Heading():
            classes = "".join(f" .{name}" for name in block.attributes.classes)
            values = "".join(f" {key}={value}" for key, value in block.attributes.values)
            return f"{'#' * block.level} {plain(block.children)}{classes}{values}"
        case BulletList():
            subs = sum(isinstance(b, BulletList) for item in block.items for b in item.blocks)
            return f"    lijst van {len(block.items)}" + (f", {subs} met deellijst" if subs else "")
        case Table():
            heads = ", ".join(map(plain, block.header))
            return f"    tabel {len(block.rows)} x {len(block.header)}: {heads}"
        case Grafiek():
            return f"    grafiek {block.cijfers}" + (f" als {block.vorm}" if block.vorm else "")
        case Div():
            return f"    [{' '.join(block.attributes.classes)}: {len(block.blocks)}]"
        case Quote():
            return f"    citaat, {plain(block.blocks[-1].children)}"
        case Paragraph():
            return f"    {plain(block.children)[:60]}"


def outline(name, rapport, earlier, orgaan=None):
    blocks = render(default(name), build_context(rapport, earlier, orgaan)).blocks
    return "\n".join(map(told, blocks)) + "\n"


@pytest.mark.parametrize("name", ["presentatie", "nota", "samenvatting"])
@pytest.mark.parametrize("case", ["minimal", "rich"])
def test_the_outline_is_the_one_that_was_reviewed(request, golden, name, case, earlier):
    rapport = request.getfixturevalue(case)
    years = {2021: earlier} if case == "rich" else {}
    orgaan = "vast bureau" if case == "rich" and name == "nota" else None
    found = outline(f"{name}.md.j2", rapport, years, orgaan)
    golden(f"{name}-{case}.txt", found)


@pytest.mark.parametrize(
    ("orgaan", "words"),
    [
        ("gemeenteraad", "De gemeenteraad neemt kennis"),
        ("Raad voor maatschappelijk welzijn", "De raad voor maatschappelijk welzijn neemt kennis"),
        (
            "college van burgemeester en schepenen",
            "Het college van burgemeester en schepenen neemt kennis",
        ),
        ("vast bureau", "Het vast bureau neemt kennis"),
        ("het auditcomité", "Het auditcomité neemt kennis"),
    ],
)
def test_the_decision_is_worded_for_its_body(rich, orgaan, words):
    text = render(default("nota.md.j2"), build_context(rich, {}, orgaan)).markdown
    besluit = text.partition("## Besluit")[2]
    alone = "college" not in orgaan and orgaan != "vast bureau"  # these two ask for one thing more
    first = "Enig artikel." if alone else "Artikel 1."
    assert besluit.strip().startswith(f"**{first}** {words}")
