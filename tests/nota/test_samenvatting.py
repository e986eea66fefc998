"""The report on one page: a wide and a narrow column, and by how many lines it is too long."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from libreoffice import converted
from voorbeeld import CIJFERS, EIGENSCHAPPEN
from word import STANDARD, begin_pages, opened, paragraphs, png, words_of
from word import make as word

from voortgang.content.markdown.parse import parse
from voortgang.nota.pdf.write import make_pdf, pages
from voortgang.nota.properties import SAMENVATTING
from voortgang.source.templates import Template

PAGE = (Path(__file__).parents[2] / "templates" / "nota.typ.j2").read_text(encoding="utf-8")
SIDE = """
::: zijkolom
### 21 {.kengetal .realisaties}

realisaties in 2022

- een bijschrift
:::
"""


LONG_WORDS = [f"verantwoordelijkheidsgebied{letter}" for letter in "abcdefg"]
WIDE = "".join(f"|{'|'.join(row)}|\n" for row in (LONG_WORDS, ["---"] * 7, LONG_WORDS))


def blad(lines, side=SIDE):
    head = "# Het rapport\n\nInleiding.\n\n## Gedaan\n\n"
    blocks, remarks = parse(head + "- een regel\n" * lines + side)
    assert not remarks
    return blocks


def as_word(blocks, content=STANDARD):
    return word(blocks, content, soort=SAMENVATTING)


def as_pdf(blocks, page=None, **properties):
    content = (page or PAGE).encode()
    template = Template("nota.typ.j2", "templates/nota.typ.j2", True, lambda: content)  # noqa: FBT003 -- the workspace's own
    return make_pdf(
        blocks, CIJFERS, template, replace(EIGENSCHAPPEN, soort=SAMENVATTING, **properties)
    )


@pytest.mark.parametrize("make", [as_word, as_pdf])
def test_what_fits_on_one_page_is_told_of_by_nobody(make):
    assert make(blad(3)).findings == ()


@pytest.mark.parametrize(("make", "form"), [(as_word, "Word"), (as_pdf, "pdf")])
@pytest.mark.parametrize("side", [SIDE, ""], ids=["beside", "alone"])
def test_what_does_not_fit_is_told_with_the_lines_that_are_too_many(make, form, side):
    """Each line more is a line more that is told, and the text stays whole."""
    told = []
    for lines in (60, 64, 72):
        made = make(blad(lines, side))
        [finding] = made.findings
        assert (finding.code, finding.severity.value) == ("VG120", "warning")
        [over] = re.findall(rf"\({form}\) is (\d+) regels? te lang voor één blad", finding.message)
        told.append(int(over))
    assert told[1] - told[0] in {3, 4, 5}
    assert told[2] - told[1] in {7, 8, 9}


@pytest.mark.parametrize("make", [as_word, as_pdf])
def test_lines_that_an_author_ends_count_as_those_of_a_list(make):
    ended, _ = parse("# Het rapport\n\n## Gedaan\n\n" + "een regel\\\n" * 72 + "de laatste")
    told = [re.findall(r"\d+", one.message) for one in make(ended).findings]
    assert [len(each) for each in told] == [1]
    assert int(told[0][0]) >= 20


LONG_TABLE = "| a | b |\n|---|---|\n" + "| c | d |\n" * 26


@pytest.mark.parametrize(
    ("heading", "below"), [("## Bijlage {.bijlage}", "- een regel\n"), ("## Tabel", LONG_TABLE)]
)
@pytest.mark.parametrize("side", [SIDE, ""], ids=["beside", "alone"])
def test_no_part_of_a_text_on_one_page_begins_a_page(heading, below, side):
    blocks, remarks = parse(f"# Het rapport\n\n## Gedaan\n\nZin.\n\n{heading}\n\n{below}\n{side}")
    assert not remarks
    assert as_pdf(blocks).findings == ()
    assert begin_pages(as_word(blocks)) == []


def test_a_text_with_a_picture_is_measured_too():
    text = "# Het rapport\n\n## Gedaan\n\n![De zes stappen](stappen.png)\n\n" + "- een regel\n" * 72
    blocks, _ = parse(text)
    [finding] = as_pdf(blocks, picture=lambda _: png(64, 32)).findings
    assert finding.code == "VG120"


def test_a_page_of_somebody_else_that_shows_no_text_breaks_nothing():
    page = (
        '#set document(title: {{ titel }})\n#set text(lang: {{ taal }}, font: "Carlito")\n'
        "#pagebreak()\nVast.\n"
    )
    assert [one.code for one in as_pdf(blad(1), page).findings] == ["VG120"]


@pytest.mark.slow
def test_the_pdf_goes_on_over_a_page_only_where_it_says_so():
    for lines in range(36, 52, 3):
        made = as_pdf(blad(lines))
        assert (pages(made.content) > 1) is bool(made.findings)


def test_the_narrow_column_stands_beside_the_text_and_comes_after_it():
    made = opened(as_word(blad(2)))
    *_, last = made.element.body.iter(qn("w:cols"))
    wide, narrow = (int(col.get(qn("w:w"))) for col in last.iter(qn("w:col")))
    assert wide > 2 * narrow
    texts = [p.text.strip() for p in paragraphs(as_word(blad(2)))]
    assert texts[-4:] == ["een regel", "21", "realisaties in 2022", "een bijschrift"]
    assert len(list(made.element.body.iter(qn("w:br")))) == 1


def test_a_key_figure_is_no_heading_and_what_stands_below_it_has_no_sign_of_a_list_of_acties():
    made = as_word(blad(2))
    styles = {p.text.strip(): p.style.name for p in paragraphs(made)}
    assert styles["21"] == "Nota Kengetal"
    assert "Inhoud" not in styles
    signs = opened(made).part.numbering_part.element.iter(qn("w:lvlText"))
    assert next(signs).get(qn("w:val")) == "●"


@pytest.mark.parametrize(
    "more",
    ["", "## Gedaan {.realisaties}\n\n" + "- een actie\n" * 6 + "\n## Meer\n\nTekst.\n", WIDE],
)
def test_a_summary_without_a_narrow_column_takes_the_whole_width_of_one_page(more):
    made = opened(as_word(blad(2, f"\n{more}")))
    assert [cols.get(qn("w:num")) for cols in made.element.body.iter(qn("w:cols"))] == [None]
    widths = {table.get(qn("w:w")) for table in made.element.body.iter(qn("w:tblW"))}
    assert widths == ({"9072"} if more == WIDE else set())
    assert pages(as_pdf(blad(2, f"\n{more}")).content) == 1


def test_no_table_is_wider_than_the_column_that_it_stands_in():
    made = opened(as_word(blad(2, f"\n{WIDE}\n::: zijkolom\n{WIDE}\n:::\n")))
    *_, last = made.element.body.iter(qn("w:cols"))
    columns = [col.get(qn("w:w")) for col in last.iter(qn("w:col"))]
    assert [table.get(qn("w:w")) for table in made.element.body.iter(qn("w:tblW"))] == columns


def test_a_page_of_somebody_else_that_knows_no_columns_shows_all_the_same():
    page = (
        '#set document(title: {{ titel }})\n#set text(lang: {{ taal }}, font: "Carlito")\n'
        "#let acties(rol, een, twee) = list(..een, ..twee)\n{{ kop }}\n{{ inhoud }}\n"
    )
    assert pages(as_pdf(blad(2), page).content) == 1


@pytest.mark.parametrize("soort", ["Nota", SAMENVATTING])
def test_the_letterhead_says_what_it_is(soort):
    document = opened(word(blad(1), soort=soort))
    header = document.sections[0].first_page_header.part.element
    assert soort in "".join(text.text for text in header.iter(qn("w:t")))


@pytest.mark.office
def test_libreoffice_begins_a_second_page_where_word_is_said_to_be_too_long(tmp_path):
    fits, runs_over = as_word(blad(44)), as_word(blad(52))
    assert (len(fits.findings), len(runs_over.findings)) == (0, 1)
    files = [tmp_path / "een.docx", tmp_path / "twee.docx"]
    for file, made in zip(files, (fits, runs_over), strict=True):
        file.write_bytes(made.content)
    assert [len(words_of(printed)) for printed in converted(*files)] == [1, 2]
