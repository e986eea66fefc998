"""How text lies on paper: wide tables on their side, named groups of rows, ends kept together."""

import io
import re

import pdfplumber
import pytest
from docx.oxml.ns import qn
from voorbeeld import CIJFERS, EIGENSCHAPPEN
from word import kept as kept_in
from word import make, opened, paragraphs

from voortgang.content.markdown.parse import parse
from voortgang.nota.html.write import make_html
from voortgang.nota.pdf.body import TypstBody
from voortgang.nota.pdf.inline import Words
from voortgang.nota.pdf.table import UPRIGHT, table
from voortgang.nota.pdf.write import make_pdf
from voortgang.nota.structuur import prepare
from voortgang.source.templates import Template, Templates

WORDS = ("Meerjarenplanaanpassing", "Organisatiebeheersing", "Belanghebbendenmanagement")
HEAD = "# Titel\n\nInleiding.\n\n## Eerst\n\nTekst.\n\n## Tabel\n\n"
END = "\n## Slot\n\nTekst.\n"
PAGE = Template("p", "templates/p", True, lambda: b"{{ inhoud }}")  # noqa: FBT003 -- the workspace's own


def blocks_of(text):
    blocks, remarks = parse(text)
    assert not remarks
    return blocks


def grid(*rows):
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]]) + "\n"


def pages_of(made):
    """Give of each section whether it lies on its side, and how it begins."""
    sections = opened(made).element.body.iter(qn("w:sectPr"))
    return [
        (
            section.find(qn("w:pgSz")).get(qn("w:orient")) == "landscape",
            section.find(qn("w:type")).get(qn("w:val")),
        )
        for section in sections
    ]


@pytest.mark.parametrize(
    ("intro", "along", "last"),
    [
        ("", ["Tabel"], "Tekst."),
        ("Zo staat het er.\n\n", ["Tabel", "Zo staat het er."], "Tekst."),
        ("### Deel\n\nZo staat het er.\n\n", ["Tabel", "Deel", "Zo staat het er."], "Tekst."),
        ("- een\n- twee\n\n", [], "twee"),
        ("Zo staat het er.\n\nEn zo.\n\n", [], "En zo."),
    ],
)
def test_only_a_table_whose_words_have_no_room_lies_on_its_side_with_what_introduces_it(
    intro, along, last
):
    narrow, wide = (grid(*[WORDS * times] * 3) for times in (1, 3))
    assert pages_of(make(blocks_of(HEAD + intro + narrow + END))) == [(False, "nextPage")]
    made = make(blocks_of(HEAD + intro + wide + END))
    assert pages_of(made) == [(False, "nextPage"), (True, "nextPage"), (False, "nextPage")]
    ends = [p.text for p in paragraphs(made) if p._p.find(f".//{qn('w:sectPr')}") is not None]  # noqa: SLF001 -- no public name
    assert ends == [last]
    body = TypstBody(Words(frozenset(), frozenset()), CIJFERS, {})
    _, lying = body.parts(prepare(blocks_of(HEAD + intro + wide + END))).split("#liggend[")
    assert re.findall(r'"([A-Z].*?)"', lying.partition("#tabel")[0]) == along


@pytest.mark.parametrize("between", ["", "### Nog een\n\n", "- een\n- twee\n\n"])
def test_no_empty_page_lies_between_two_that_lie_on_their_side(between):
    wide = grid(*[WORDS * 3] * 3)
    made = make(blocks_of(f"{HEAD}{wide}\n{between}{wide}{END}"))
    lying = [is_lying for is_lying, _ in pages_of(made)]
    assert lying == [False, True, *[False] * between.startswith("-"), True, False]


def test_a_document_may_end_on_its_side():
    made = make(blocks_of(HEAD + grid(*[WORDS * 3] * 3)))
    assert pages_of(made) == [(False, "nextPage"), (True, "nextPage")]


def test_a_table_on_its_side_is_as_wide_as_that_page():
    for times, width in ((1, 9072), (3, 14004)):
        made = opened(make(blocks_of(HEAD + grid(*[WORDS * times] * 3) + END)))
        columns = made.element.body.iter(qn("w:gridCol"))
        assert sum(int(column.get(qn("w:w"))) for column in columns) == width


GROUPED = grid(
    ("Actie", "Soort"),
    ("**Cultuur**", ""),
    ("Meldpunt", "realisatie"),
    ("Intranet", "planning"),
    ("**Middelen**", ""),
    ("Kasboek", "planning"),
)


def test_the_name_of_a_group_stands_over_all_columns_in_word():
    [made] = opened(make(blocks_of(HEAD + GROUPED))).tables
    spans = [
        [int(span.get(qn("w:val"))) for span in row._tr.iter(qn("w:gridSpan"))]  # noqa: SLF001 -- no public name
        for row in made.rows
    ]
    assert spans == [[], [2], [], [], [2], []]


def test_the_name_of_a_group_is_the_header_of_its_rows_on_the_web():
    page = make_html(blocks_of(HEAD + GROUPED), CIJFERS, PAGE, EIGENSCHAPPEN).content.decode()
    bodies = re.findall(r"<tbody>(.*?)</tbody>", page, re.DOTALL)
    assert [re.findall(r'<th scope="rowgroup" colspan="2">(.*?)</th>', b) for b in bodies] == [
        ["<strong>Cultuur</strong>"],
        ["<strong>Middelen</strong>"],
    ]
    assert [body.count("<tr") for body in bodies] == [3, 2]


def test_the_name_of_a_group_stays_with_its_rows_in_the_pdf():
    (block,) = blocks_of(GROUPED)
    written = table(block, Words(frozenset(), frozenset()), UPRIGHT)
    assert written.count("table.header(level: 2, repeat: false, table.cell(colspan: 2") == 2


@pytest.mark.parametrize(
    "text",
    [
        grid(("a", "b"), ("**x**", ""), ("**y**", ""), *[("c", "d")] * 20, ("**z**", "")),
        grid(("**x**", ""), ("**y**", "")),
        f"::: kerngegevens\n{grid(('x', ''), ('y', 'z'))}:::\n",
        f"::: kerngegevens\n{grid(('a',), ('x y z',))}:::\n",
        f"::: kerngegevens\n{grid(('a', 'b', 'c'), ('x', 'y', 'z'))}:::\n",
        f"::: kern\n## Kop {{.bijlage}}\n\n{grid(('y', 'z'), *[('c', 'd')] * 26)}:::\n",
    ],
    ids=["names", "name", "facts", "fact", "more", "annex"],
)
def test_a_table_of_an_unusual_shape_is_shown_in_the_pdf(text):
    page = Templates().find("nota.typ.j2")
    pdf = make_pdf(blocks_of(f"# T\n\n{text}"), CIJFERS, page, EIGENSCHAPPEN).content
    with pdfplumber.open(io.BytesIO(pdf)) as opened_pdf:
        words = [word["text"] for page in opened_pdf.pages for word in page.extract_words()]
    assert set("yz") & set(text) <= set(words)


@pytest.mark.parametrize(
    ("items", "held"),
    [(("a",) * 9, 3), (("a " * 60,) * 9, 1), (("a", "a " * 200), 0), (("a " * 200, "a"), 1)],
)
def test_no_page_begins_with_the_last_three_lines_of_a_chapter(items, held):
    text = "\n\n".join(f"{item}{number}" for number, item in enumerate(items))
    told = kept_in(make(blocks_of(f"{HEAD}{text}\n{END}")))
    last = [told[f"{item}{number}"] for number, item in enumerate(items)]
    assert last == [False] * (len(items) - held - 1) + [True] * held + [False]


def test_the_last_rows_of_a_long_table_stay_together_and_the_name_of_a_group_with_its_first():
    usual = [("a", "b")] * 21
    [made] = opened(make(blocks_of(HEAD + grid(*usual, ("**A**", ""), *usual[2:])))).tables
    cells = [row.cells[0].paragraphs[0].paragraph_format for row in made.rows][1:]
    held = [at for at, one in enumerate(cells, 1) if one.keep_with_next]
    assert (len(cells), held) == (40, [21, 37, 38, 39])


LIST = "#### {} {{.realisaties}}\n\n" + "- een actie\n\n  Toelichting van één regel.\n\n" * 7


@pytest.mark.parametrize(("lists", "kept"), [(1, ["D"]), (4, ["D", "L1", "L2", "L3"])])
def test_the_pdf_keeps_a_part_whole_only_where_it_leaves_no_page_half_empty(lists, kept):
    below = "".join(LIST.format(f"L{number}") for number in range(lists))
    text = f"# T\n\n## H\n\n### D\n\n{below}"
    written = TypstBody(Words(frozenset(), frozenset()), {}, {}).parts(prepare(blocks_of(text)))
    wholes = written.split("#bijeen[")[1:]
    assert [re.search(r'"([DL]\d?)"', whole)[1] for whole in wholes] == kept


@pytest.mark.parametrize(
    ("below", "held"),
    [
        ("| a |\n|---|\n| b |\n", True),
        ("```grafiek\ncijfers: acties-per-domein\n```\n", True),
        ("### Deel\n\nTekst.\n", True),
        ("## Verder\n\nTekst.\n", False),
        ("Nog een zin.\n", False),
    ],
)
def test_a_sentence_that_introduces_something_stays_with_it(below, held):
    blocks = blocks_of(f"# T\n\n## H\n\nZo staat het er.\n\n{below}" + "\nRegel.\n" * 5)
    assert kept_in(make(blocks))["Zo staat het er."] is held
    written = TypstBody(Words(frozenset(), frozenset()), CIJFERS, {}).parts(prepare(blocks))
    assert ('#block(sticky: true)[#par[#"Zo staat het er.";]]' in written) is held


@pytest.mark.parametrize(
    "table", ["| Aan | de raad |\n|---|---|\n", "| | |\n|-|-|\n| Aan | de raad |\n| | |\n"]
)
def test_a_key_fact_is_shown_in_every_format_also_where_it_stands_alone(table):
    blocks = prepare(blocks_of(f"# T\n\n## H\n\n::: kerngegevens\n{table}:::\n"))
    assert [each.text for each in paragraphs(make(blocks))][-1:] == ["Aan\tde raad"]
    page = make_html(blocks, CIJFERS, PAGE, EIGENSCHAPPEN).content.decode()
    assert page.count("<dt>Aan</dt><dd>de raad</dd>") == page.count("<dt>") == 1
    written = TypstBody(Words(frozenset(), frozenset()), {}, {}).blocks(blocks)
    assert '#kerngegevens((([#"Aan";], [#"de raad";]), ))' in written


def columns_in(text):
    """Give of each format in how many columns the lists of a text stand."""
    ready = prepare(blocks_of(text))
    sections = opened(make(ready)).element.body.iter(qn("w:cols"))
    page = make_html(ready, CIJFERS, PAGE, EIGENSCHAPPEN).content.decode()
    written = TypstBody(Words(frozenset(), frozenset()), CIJFERS, {}).parts(ready)
    return (
        [section.get(qn("w:num")) for section in sections].count("2"),
        page.count(" kolommen"),
        written.count("#acties(") - written.count(", ())"),
    )


@pytest.mark.parametrize(
    ("acties", "count"),
    [
        ("- een actie\n" * 4, 1),
        ("- een actie\n" * 3, 0),
        ("- een actie\n  - deel\n  - deel\n" * 4, 1),
        (f"- {'lange ' * 30}\n" * 4, 0),
        (f"- een actie\n  - {'lang ' * 30}\n" * 4, 0),
        ("- een actie\n\n  Toelichting.\n\n" * 4, 0),
        ("- een actie\n  1. deel\n" * 4, 0),
        ("Een zin.\n\n" + "- een actie\n" * 4, 1),
        ("- een actie\n" * 4 + "\n" + "* nog een\n" * 5, 2),
    ],
)
def test_the_same_lists_run_over_two_columns_in_every_format(acties, count):
    text = f"# T\n\n## H\n\n### Realisaties {{.realisaties}}\n\n{acties}\n## Verder\n"
    assert columns_in(text) == (count,) * 3


def test_a_word_breaks_where_its_own_column_is_too_narrow_for_it():
    table = blocks_of(grid(("Kengetal", "Aantal"), ("Verantwoordelijkheidsgebieden", "2")))
    written = TypstBody(Words(frozenset(), frozenset()), {}, {}).beside(table, table)
    main, side = written.split("#tabel(")[1:]
    assert ("\u200b" in main, "\u200b" in side) == (False, True)
