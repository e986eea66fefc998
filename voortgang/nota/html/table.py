"""Tables in HTML: a caption, header cells with scope, and room to scroll on a phone."""

from collections.abc import Sequence

from markupsafe import Markup

from voortgang.content.blocks import Inlines, Table, plain
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.model.rol import TEKENS
from voortgang.nota.html.inline import inlines
from voortgang.nota.html.tag import joined, tag
from voortgang.nota.kolombreedte import MANY, VALUE
from voortgang.nota.structuur import SUM, WHOLE_TABLE, is_group, texts_of, traps
from voortgang.nota.structuur import numbers as numbers_of

FEW = 8  # letters: a value of no more is not broken
ONCE = 2  # words: a value of more, such as a termijn, is broken once at most


def table(block: Table, title: str, number: int, roles: Sequence[str] = ()) -> Markup:
    """Write a table of the text; its caption is the heading above it, for who only hears it.

    `roles` are those of its columns, where these have any.
    """
    roles = roles or [""] * len(block.header)
    head = [
        tag("th", inlines(cell), scope="col", class_=f"{_align(block, at)} {role}".strip() or None)
        for at, (cell, role) in enumerate(zip(block.header, roles, strict=True))
    ]
    tints = traps(block) or ((),) * len(block.rows)
    kinds = [
        f"{_align(block, at)} {_firm(texts)}".strip()
        for at, (_, *texts) in enumerate(texts_of(block))
    ]
    groups: list[list[Markup]] = [[]]
    for row, own in zip(block.rows, tints, strict=True):
        if is_group(row) and groups[-1]:
            groups.append([])
        groups[-1].append(tag("tr", *_cells(kinds, row, own), class_=_kind(row)))
    name = f"_tabel-{number}"
    caption = tag("caption", title, id=name, class_="verborgen")
    bodies = [tag("tbody", joined(rows)) for rows in groups]
    inner = tag("table", joined([caption, tag("thead", tag("tr", *head)), *bodies]))
    kind = "tabel kort" if len(block.rows) <= WHOLE_TABLE else "tabel"
    kind += " breed" if len(head) >= MANY else ""
    return tag("div", inner, class_=kind, role="group", tabindex="0", aria_labelledby=name)


def numbers(cijfer: Cijfer, number: int) -> Markup:
    """Write the numbers of a chart as a table."""
    roles = ["", *(reeks.rol for reeks in cijfer.reeksen)]
    return table(numbers_of(cijfer), cijfer.titel, number, roles)


def key(cijfer: Cijfer) -> Markup:
    """Write which bar is which, with the sign that stands in it."""
    signs = TEKENS if cijfer.vorm == "gestapeld" else {}
    words = [
        tag(
            "span",
            tag("span", class_=f"teken {reeks.rol}", aria_hidden="true"),
            tag("span", f"{signs[reeks.rol]}\u00a0", aria_hidden="true")
            if reeks.rol in signs
            else "",
            reeks.naam,
        )
        for reeks in cijfer.reeksen
    ]
    return tag("p", joined(words), class_="sleutel")


def _cells(kinds: Sequence[str], row: tuple[Inlines, ...], tints: tuple[int, ...]) -> list[Markup]:
    first, *rest = row
    if is_group(row):
        return [tag("th", inlines(first), scope="rowgroup", colspan=str(len(row)))]
    tinted = [f" trap{tint}" for tint in tints] or [""] * len(rest)
    return [
        tag("th", inlines(first), scope="row"),
        *(
            tag("td", inlines(cell), class_=f"{kind}{tint}".strip() or None)
            for kind, cell, tint in zip(kinds[1:], rest, tinted, strict=False)
        ),
    ]


def _firm(texts: Sequence[str]) -> str:
    """Tell of a column of short values that its cells keep some width."""
    words = max((len(text.split(" ")) for text in texts), default=1)
    longest = max(map(len, texts), default=0)
    if words > 1 and longest <= FEW:
        return "heel"
    return "korte" if words > ONCE and longest <= VALUE else ""


def _align(block: Table, column: int) -> str:
    return {"right": "rechts", "center": "midden"}.get(block.align[column], "")


def _kind(row: tuple[Inlines, ...]) -> str | None:
    if is_group(row):
        return "groep"
    return "totaal" if row and plain(row[0]) == SUM else None
