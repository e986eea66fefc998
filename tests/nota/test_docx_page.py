"""How the Word document is set: pictures, charts, page breaks, and what a screen reader meets."""

import io
from dataclasses import replace
from itertools import pairwise

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as ALIGN
from docx.oxml.ns import qn
from docx.shared import Pt, Twips
from PIL import Image
from voorbeeld import CIJFERS, cells, item, kop
from word import (
    audit,
    begin_pages,
    chart,
    edited,
    kept,
    make,
    opened,
    paragraphs,
    png,
    usual,
    value,
)

from voortgang.content.blocks import BulletList, Grafiek, Picture, Table
from voortgang.content.markdown.parse import parse
from voortgang.findings import FindingsError
from voortgang.nota.docx import chart as docx_chart
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.source.inside import Unreadable


def jpeg(width, height):
    """Make a picture as a telephone does: it begins with what python-docx does not know."""
    made = io.BytesIO()
    Image.new("L", (width, height)).save(made, "JPEG")
    start, rest = made.getvalue()[:2], made.getvalue()[2:]
    return start + b"\xff\xe2\x00\x04xx" + rest


FOTO = (kop(1, "Titel"), Picture("beelden/plan.png", "De zes stappen van de aanpak", 7))


def described(made):
    """Give the alternative text of each drawing in the document."""
    return [one.get("descr") for one in opened(made).element.iter(qn("wp:docPr"))]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        (png(100, 50), (952500, 476250)),  # as it is, at 96 pixels to the inch
        (png(2000, 1000), (5760720, 2880360)),  # no wider than the text
        (jpeg(64, 32), (609600, 304800)),
    ],
)
def test_a_picture_is_embedded_with_its_words_and_a_sensible_size(tmp_path, picture, expected):
    made = make(FOTO, picture=lambda _: picture)
    assert made.findings == ()
    [shape] = opened(made).inline_shapes
    assert (shape.width, shape.height) == expected
    assert described(made) == ["De zes stappen van de aanpak"]
    assert audit(tmp_path, made) == []


def test_a_picture_is_never_higher_than_most_of_the_page():
    [shape] = opened(make(FOTO, picture=lambda _: png(100, 3000))).inline_shapes
    assert shape.height <= 0.6 * 16838 * 635


def gone(_):
    raise Unreadable("dit bestand bestaat niet")


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        (gone, "dit bestand bestaat niet"),
        (lambda _: b"<svg/>", "geen png of jpeg"),
        (lambda _: b"\x89PNG\r\n\x1a\n", "geen png of jpeg"),
        (lambda _: b"\xff\xd8\xff\xe0\x00\x00" * 9, "geen png of jpeg"),
    ],
)
def test_a_picture_that_cannot_be_used_is_a_finding_at_its_line(picture, expected):
    with pytest.raises(FindingsError) as stop:
        make(FOTO, picture=picture, line_of=lambda line: line + 3)
    (found,) = stop.value.findings
    assert (found.code, found.line) == ("VG028", 10)
    assert expected in found.message


def test_without_a_way_to_read_pictures_their_words_are_shown():
    made = make(FOTO)
    assert made.findings == ()
    assert [q.text for q in paragraphs(made)] == ["Titel", "De zes stappen van de aanpak"]


def domein(number, done, planned):
    parts = [kop(3, f"{number}. Domein")]
    for name, count in (("Realisaties", done), ("Planning", planned)):
        parts.append(kop(4, name, name.lower(), aantal=str(count)))
        parts.append(BulletList(tuple(item(f"Actie {n}") for n in range(count))))
    return tuple(parts)


def rapport(*domeinen):
    return (kop(1, "T"), kop(2, "Rapport"), *(block for one in domeinen for block in one))


def test_a_domain_begins_a_page_rather_than_be_broken():
    assert begin_pages(make(rapport(domein(1, 40, 10), domein(2, 40, 16)))) == ["2. Domein"]


def test_two_domains_that_fit_share_a_page():
    assert begin_pages(make(rapport(domein(1, 14, 8), domein(2, 14, 8)))) == []


@pytest.mark.slow
def test_a_domain_longer_than_a_page_goes_on_where_it_stands():
    assert "2. Domein" not in begin_pages(make(rapport(domein(1, 20, 10), domein(2, 300, 0))))


def test_a_half_page_is_not_left_empty():
    assert "2. Domein" not in begin_pages(make(rapport(domein(1, 12, 8), domein(2, 70, 20))))


def test_a_list_of_a_domain_that_is_broken_after_all_begins_the_page():
    made = make(rapport(domein(1, 8, 4), domein(2, 30, 30)))
    assert begin_pages(made) == ["○ Planning\t30"]


def test_a_chart_begins_a_page_rather_than_leave_its_numbers():
    lines = BulletList(tuple(item(f"Bijlage {n}") for n in range(34)))
    blocks = (kop(1, "T"), kop(2, "Lijst"), lines, kop(2, "Cijfers"), Grafiek("acties-per-domein"))
    assert begin_pages(make(blocks)) == ["Cijfers"]
    assert kept(make(blocks))["Realisaties en plannen per domein"]


@pytest.mark.parametrize(("close", "expected"), [(True, []), (False, ["2. Domein"])])
def test_a_list_without_gaps_between_its_entries_is_not_taken_to_be_higher(close, expected):
    def edit(document):
        style = document.styles["List Bullet"]
        style.paragraph_format.space_after = Pt(10)
        if close:
            style.element.pPr.append(style.element.makeelement(qn("w:contextualSpacing")))

    blocks = rapport(domein(1, 16, 10), domein(2, 16, 10))
    assert begin_pages(make(blocks, edited(edit))) == expected


def looks(edit):
    """Give what is known of the looks of the styles of a template."""
    return WordTemplate(edited(edit)).all_looks


@pytest.mark.slow
def test_styles_that_build_on_each_other_in_a_circle_are_looked_up_whatever_was_asked_before():
    def edit(document):
        styles = [document.styles.add_style(f"s{n}", WD_STYLE_TYPE.PARAGRAPH) for n in range(13)]
        for number, style in enumerate(styles):
            style.base_style = styles[(number + 1) % 13]
        styles[0].font.size = Pt(20)

    asked = looks(edit)
    sizes = [asked[f"s{n}"].size for n in range(13)]
    assert sizes == [looks(edit)[f"s{n}"].size for n in range(13)]
    assert sizes[0] == sizes[12] == 20


@pytest.mark.parametrize(
    ("value", "first"), [(None, True), ("1", True), ("0", False), ("off", False)]
)
def test_a_first_page_that_is_switched_off_has_no_header_of_its_own(value, first):
    def edit(document):
        [switch] = document.element.iter(qn("w:titlePg"))
        if value is not None:
            switch.set(qn("w:val"), value)

    assert WordTemplate(edited(edit)).has_first_page is first


def test_a_style_without_an_id_is_nobodys_ground():
    def edit(document):
        document.styles.add_style("alleen", WD_STYLE_TYPE.PARAGRAPH)
        nameless = document.styles.add_style("naamloos", WD_STYLE_TYPE.PARAGRAPH)
        nameless.font.size = Pt(40)
        del nameless.element.attrib[qn("w:styleId")]

    assert looks(edit)["alleen"].size == 11


def test_no_line_is_left_behind_a_table_where_a_page_begins():
    table = Table(cells("Actie"), (cells("Zwemmen"),), ("left",))
    annex = kop(2, "Overzicht", "bijlage", anchor="overzicht")
    before, after = kop(2, "Eerst", anchor="eerst"), kop(2, "Vervolg", anchor="vervolg")
    long = replace(table, rows=table.rows * 13)
    made = make((kop(1, "Titel"), before, table, annex, long, after, table))
    blocks = list(opened(made).iter_inner_content())
    below = [after.text for one, after in pairwise(blocks) if hasattr(one, "rows")]
    assert below == ["Overzicht", "", ""]


@pytest.mark.parametrize(("rows", "begun"), [(1, []), (12, []), (13, ["Overzicht"])])
def test_an_annex_of_a_few_rows_has_no_page_of_its_own(rows, begun):
    table = Table(cells("Actie"), (cells("Zwemmen"),) * rows, ("left",))
    annex = kop(2, "Overzicht", "bijlage", anchor="overzicht")
    assert begin_pages(make((kop(1, "Titel"), annex, table))) == begun


def test_the_line_behind_the_last_table_takes_hardly_any_room():
    table = Table(cells("Actie"), (cells("Zwemmen"),), ("left",))
    made = make((kop(1, "Titel"), kop(2, "Eerst", anchor="eerst"), table, table))
    lines = [q.paragraph_format.line_spacing for q in opened(made).paragraphs if not q.text]
    assert lines == [Pt(10), Pt(1)]


def test_the_numbers_of_a_chart_stand_below_it_in_a_table_and_to_the_right():
    made = opened(make((kop(1, "Titel"), kop(2, "Kop"), Grafiek("acties-per-domein", None, 3))))
    [table] = made.tables
    head, *_ = [[cell.text for cell in row.cells] for row in table.rows]
    assert head == ["Domein", "Realisaties", "Planning"]
    sides = [[cell.paragraphs[0].alignment for cell in row.cells] for row in table.rows]
    assert {tuple(row) for row in sides} == {(None, ALIGN.RIGHT, ALIGN.RIGHT)}


@pytest.mark.parametrize(("vorm", "placed"), [("lijnen", False), ("balken", True)])
def test_a_chart_of_lines_leaves_room_for_its_key(vorm, placed):
    figures = {"door-de-jaren": replace(CIJFERS["acties-per-domein"], vorm=vorm)}
    made = make((Grafiek("door-de-jaren"),), figures=figures)
    layout = chart(made).find(".//{*}plotArea/{*}layout/{*}manualLayout")
    assert (layout is not None) == placed
    assert (chart(made).find(".//{*}legend") is None) == placed


def test_a_chart_comes_with_the_workbook_of_its_numbers():
    made = make((Grafiek("acties-per-domein"),))
    [part] = [one for one in opened(made).part.package.parts if one.partname.endswith("chart1.xml")]
    own_id = chart(made).find("{*}externalData").get(qn("r:id"))
    assert part.rels[own_id].target_part.blob.startswith(b"PK")


def test_headings_go_down_by_one_and_tables_name_their_header_row():
    made = usual()
    names = [q.style.name for q in paragraphs(made)]
    levels = [int(name[-1]) for name in names if name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in opened(made).element.iter(qn("w:tbl")):
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}").get(qn("w:firstRow")) == "1"
        assert value(table, "w:tblCaption")


def test_every_drawing_has_words_and_a_number_of_its_own():
    drawings = list(opened(usual()).element.iter(qn("wp:docPr")))
    assert len(drawings) == 2
    assert all(drawing.get("descr") for drawing in drawings)
    assert len({drawing.get("id") for drawing in drawings}) == len(drawings)


def test_the_number_behind_a_bar_does_not_touch_the_bar_above():
    made = make((kop(1, "T"), Grafiek("acties-per-domein")))
    names = tuple(f"Domein {number}" for number in range(7))
    figure = replace(CIJFERS["acties-per-domein"], categorieen=names)
    gap, overlap = (int(chart(made).find(f".//{{*}}{name}").get("val")) / 100
                    for name in ("gapWidth", "overlap"))  # fmt: skip
    line = max(int(shape.get("w")) for shape in chart(made).iterfind(".//{*}ser/{*}spPr/{*}ln"))
    bar = docx_chart.height(figure) / len(names) / (2 - overlap + gap)
    assert bar > 0.9 * docx_chart.LETTERS * 12700
    assert -overlap * bar - line > 0


def test_the_language_stands_in_all_styles():
    styles = opened(usual()).styles.element
    assert {lang.get(qn("w:val")) for lang in styles.iter(qn("w:lang"))} == {"nl-BE"}


def test_the_labels_of_the_facts_are_no_header_row():
    facts = [q.text for q in paragraphs(usual())]
    assert not [fact for fact in facts if "Gegeven" in fact]
    assert "Aan\tGemeenteraad" in facts


def test_the_contents_are_a_field_with_a_page_in_each_line_and_ask_nothing_by_themselves():
    document = opened(usual())
    code, *pages = [t.text.strip() for t in document.element.iter(qn("w:instrText"))]
    assert code == r'TOC \o "1-2" \h \z \u'
    assert next(document.settings.element.iter(qn("w:updateFields")), None) is None
    assert not [f for f in document.element.iter(qn("w:fldChar")) if f.get(qn("w:dirty"))]
    marks = {mark.get(qn("w:name")) for mark in document.element.iter(qn("w:bookmarkStart"))}
    lines = [q for q in document.paragraphs if q.style.name.startswith("toc ")]
    links = [line._p.find(qn("w:hyperlink")) for line in lines]  # noqa: SLF001 -- no public name
    assert {link.get(qn("w:anchor")) for link in links} <= marks
    assert pages == [rf"PAGEREF {link.get(qn('w:anchor'))} \h" for link in links]
    numbers = [int(line.text.partition("\t")[2]) for line in lines]
    assert numbers == sorted(numbers)
    assert numbers[0] == 1
    assert numbers[-1] > 1


LONG_WORDS = [f"verantwoordelijkheidsgebied{letter}" for letter in "abcdefg"]
WIDE = ["|".join(row) for row in (LONG_WORDS, ["---"] * 7, LONG_WORDS)]


@pytest.mark.parametrize(
    ("above", "led"),
    [("- een\n\n", "  "), ("> een\n>\n", "> "), ("::: kern\n", ""), ("::: zijkolom\n", "")],
    ids=["list", "quote", "kern", "zijkolom"],
)
def test_a_wide_table_within_something_stays_upright_and_is_no_wider_than_its_page(above, led):
    text = above + "".join(f"{led}{line}\n" for line in WIDE) + "\n:::\n" * (":::" in above)
    made = opened(make(parse(f"# Titel\n\n## Kop\n\n{text}\n## Einde\n\nTekst.\n", {})[0]))
    (page,) = made.sections
    assert page.orientation == WD_ORIENT.PORTRAIT
    [width] = made.element.body.iter(qn("w:tblW"))
    room = page.page_width - page.left_margin - page.right_margin
    assert Twips(int(width.get(qn("w:w")))) <= room + Twips(1)
