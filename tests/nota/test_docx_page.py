"""How the Word document is set: pictures, tables, page breaks, and what a screen reader meets."""

import io
import struct
import zipfile
import zlib
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from voorbeeld import CIJFERS, EIGENSCHAPPEN, NOTA, cells, item, kop, p

from voortgang.content.blocks import BulletList, Grafiek, Picture, Table, plain
from voortgang.nota.docx import chart as docx_chart
from voortgang.nota.docx import table as docx_table
from voortgang.nota.docx.height import Heights
from voortgang.nota.docx.pages import _pieces
from voortgang.nota.docx.template.look import Look, Looks
from voortgang.nota.docx.write import make_docx
from voortgang.nota.docx.xml import WP, C, w
from voortgang.nota.kolombreedte import INSETS, LETTER, column_widths, scale
from voortgang.source.templates import Template

STANDARD = (Path(__file__).parents[2] / "templates" / "nota.docx").read_bytes()
TEMPLATE = Template("nota.docx", "templates/nota.docx", True, partial(bytes, STANDARD))  # noqa: FBT003 -- the workspace's own


class Unreadable(Exception):  # noqa: N818 -- as the room `source` calls it
    message = "dit bestand bestaat niet"
    hint = None


def make(blocks, **properties):
    return make_docx(blocks, CIJFERS, TEMPLATE, replace(EIGENSCHAPPEN, **properties))


def body(made):
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))[0]


def words(paragraph):
    return "".join(t.text or "" for t in paragraph.iter(w("t")))


def begin_pages(made):
    breaks = body(made).iter(w("pageBreakBefore"))
    return [words(mark.getparent().getparent()) for mark in breaks]


def png(wide, high):
    def chunk(kind, content):
        crc = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc)

    rows = b"".join(b"\0" + bytes(wide) for _ in range(high))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


FOTO = (kop(1, "Titel"), Picture("beelden/plan.png", "De zes stappen van de aanpak", 7))


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((100, 50), (952500, 476250)),  # as it is, at 96 pixels to the inch
        ((2000, 1000), (5760720, 2880360)),  # no wider than the text
    ],
)
def test_a_picture_is_embedded_with_its_words_and_a_sensible_size(tmp_path, size, expected):
    made = make(FOTO, picture=lambda _: png(*size))
    assert made.findings == ()
    extent = next(body(made).iter(f"{{{WP}}}extent"))
    assert (int(extent.get("cx")), int(extent.get("cy"))) == expected
    described = next(body(made).iter(f"{{{WP}}}docPr"))
    assert described.get("descr") == "De zes stappen van de aanpak"
    path = tmp_path / "nota.docx"
    path.write_bytes(made.content)
    assert OpenXmlValidator().validate(path).errors == []


def test_a_picture_is_never_higher_than_most_of_the_page():
    extent = next(body(make(FOTO, picture=lambda _: png(100, 3000))).iter(f"{{{WP}}}extent"))
    assert int(extent.get("cy")) <= 0.6 * 16838 * 635


def gone(_):
    raise Unreadable


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
    made = make(FOTO, picture=picture, line_of=lambda line: line + 3)
    (found,) = made.findings
    assert (found.code, found.line) == ("VG028", 10)
    assert expected in found.message


def domein(number, done, planned):
    lists = (("Realisaties", done), ("Planning", planned))
    parts = [kop(3, f"{number}. Domein")]
    for name, count in lists:
        parts.append(kop(4, name, name.lower(), aantal=str(count)))
        parts.append(BulletList(tuple(item(f"Actie {n}") for n in range(count))))
    return tuple(parts)


def test_a_domain_begins_a_page_rather_than_be_broken():
    blocks = (kop(1, "T"), kop(2, "Rapport"), *domein(1, 40, 10), *domein(2, 40, 16))
    assert begin_pages(make(blocks)) == ["2. Domein"]


def test_two_domains_that_fit_share_a_page():
    blocks = (kop(1, "T"), kop(2, "Rapport"), *domein(1, 14, 8), *domein(2, 14, 8))
    assert begin_pages(make(blocks)) == []


def test_a_domain_longer_than_a_page_goes_on_where_it_stands():
    blocks = (kop(1, "T"), kop(2, "Rapport"), *domein(1, 20, 10), *domein(2, 300, 0))
    assert "2. Domein" not in begin_pages(make(blocks))


def test_a_half_page_is_not_left_empty():
    blocks = (kop(1, "T"), kop(2, "Rapport"), *domein(1, 12, 8), *domein(2, 70, 20))
    assert "2. Domein" not in begin_pages(make(blocks))


def looks_of(*styles):
    xml = "".join(styles)
    return Looks(etree.fromstring(f'<w:styles xmlns:w="{w("")[1:-1]}">{xml}</w:styles>'), {}, {})


def style(named, size=None, based=None):
    below = f'<w:basedOn w:val="{based}"/>' if based else ""
    letters = f'<w:rPr><w:sz w:val="{2 * size}"/></w:rPr>' if size else ""
    return f"<w:style {named}>{below}{letters}</w:style>"


def test_styles_that_build_on_each_other_in_a_circle_are_looked_up_whatever_was_asked_before():
    circle = [style('w:styleId="s0"', 20, based="s1")]
    circle += [style(f'w:styleId="s{n}"', based=f"s{(n + 1) % 13}") for n in range(1, 13)]
    asked = looks_of(*circle)
    sizes = [asked[f"s{n}"].size for n in range(13)]
    assert sizes == [looks_of(*circle)[f"s{n}"].size for n in range(13)]
    assert sizes[0] == sizes[12] == 20


def test_a_style_without_a_name_is_nobodys_ground():
    found = looks_of(style("", 40), style('w:styleId="kop"'))
    assert found["kop"] == Look()


@pytest.mark.parametrize("close", [True, False])
def test_a_list_without_gaps_between_its_entries_is_not_taken_to_be_higher(close):
    styles = etree.fromstring(
        f'<w:styles xmlns:w="{w("")[1:-1]}"><w:style w:type="paragraph" w:styleId="a"><w:pPr>'
        f'<w:spacing w:after="200"/><w:contextualSpacing w:val="{int(close)}"/></w:pPr></w:style>'
        "</w:styles>"
    )
    look = Looks(styles, {}, {})["a"]
    house = SimpleNamespace(looks=dict.fromkeys(("bullet", "continue"), look), text_width=9000)
    entries = BulletList(tuple(item(f"Actie {number}") for number in range(5)))
    high = Heights(house, {}).of((entries,))
    assert high == pytest.approx(5 * look.pitch + (1 if close else 5) * 10)


def test_the_heading_of_a_broken_domain_goes_to_the_page_of_its_first_list():
    heading, *lists = domein(1, 2, 2)
    pieces = list(_pieces((heading, p("Rechtsgrond: artikel 1"), *lists)))
    assert [plain(piece[0].children) for piece in pieces] == ["1. Domein", "Planning"]


def test_the_column_of_the_acties_is_the_widest_and_no_short_word_breaks():
    header = cells("Actie", "Domein", "Soort", "Dienst", "Termijn", "MJP", "SDG")
    row = cells("Een actie van een gewone lengte", "Monitoring", "realisatie", "Financiën",
                "30 juni 2024", "ST01BD06AP01", "12 en 13")  # fmt: skip
    table = Table(header, (row,) * 30, ("left",) * 7)
    widths = column_widths(table, 9072)
    assert sum(widths) == 9072
    assert widths[0] == max(widths)
    assert min(widths) > 400


def test_no_line_is_left_behind_a_table_where_a_page_begins():
    table = Table(cells("Actie"), (cells("Zwemmen"),), ("left",))
    annex = kop(2, "Overzicht", "bijlage", anchor="overzicht")
    before, after = kop(2, "Eerst", anchor="eerst"), kop(2, "Vervolg", anchor="vervolg")
    made = make((kop(1, "Titel"), before, table, annex, table, after, table))
    below = [words(each.getnext()) for each in body(made).iter(w("tbl"))]
    assert below == ["Overzicht", "", ""]


def test_the_line_behind_the_last_table_takes_hardly_any_room():
    table = Table(cells("Actie"), (cells("Zwemmen"),), ("left",))
    made = make((kop(1, "Titel"), kop(2, "Eerst", anchor="eerst"), table, table))
    lines = [each.getnext().find(f".//{w('spacing')}") for each in body(made).iter(w("tbl"))]
    assert [line.get(w("line")) for line in lines] == ["200", "20"]


@pytest.mark.parametrize(("vorm", "placed"), [("lijnen", False), ("balken", True)])
def test_a_chart_of_lines_leaves_room_for_its_key(vorm, placed):
    figures = {"door-de-jaren": replace(CIJFERS["acties-per-domein"], vorm=vorm)}
    made = make_docx((Grafiek("door-de-jaren"),), figures, TEMPLATE, EIGENSCHAPPEN)
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        chart = etree.fromstring(archive.read("word/charts/chart1.xml"))
    layout = chart.find(f".//{{{C}}}plotArea/{{{C}}}layout/{{{C}}}manualLayout")
    assert (layout is not None) == placed
    assert (chart.find(f".//{{{C}}}legend") is None) == placed


def test_numbers_stand_near_what_they_count():
    header = cells("Jaar", "Gerealiseerd", "Lopend", "Vervallen", "Zonder opvolging")
    table = Table(header, (cells("2021", "4", "2", "1", "1"),), ("left", *("right",) * 4))
    first, *others = column_widths(table, 9072)
    assert first > 2 * max(others)


def test_a_long_word_stays_whole_where_the_others_leave_room():
    header = cells("Actie", "Domein", "Soort", "Dienst", "Termijn", "MJP", "SDG")
    row = cells("Een actie", "Belanghebbendenmanagement", "planning", "ICT", "2023", "AC1", "1, 2")
    table = Table(header, (row,) * 30, ("left",) * 7)
    letters = len("Belanghebbendenmanagement") * LETTER * scale(table)
    assert column_widths(table, 9072)[1] > letters


def test_where_words_leave_no_room_only_the_longest_break():
    header = cells("Actie", "Domein", "Soort", "Dienst", "Termijn", "MJP", "SDG")
    row = cells("Overheidsopdrachten", "Belanghebbendenmanagement", "realisatie", "Communicatie",
                "Q2 2023", "AC000123", "11, 16")  # fmt: skip
    table = Table(header, (row,) * 30, ("left",) * 7)
    widths = column_widths(table, 7600)
    assert sum(widths) == 7600
    room = [(width - INSETS * scale(table)) / (LETTER * scale(table)) for width in widths]
    assert room[3] > len("Communicatie") - 0.1
    assert room[2] > len("realisatie") - 0.1


def test_a_broad_face_gets_more_room_for_its_words():
    shares = [
        docx_table.share_of(Look(face=face, size=10)) for face in ("Calibri", "Arial", "Verdana")
    ]
    assert shares[0] == 1
    assert 1 < shares[1] < 1.15 < shares[2] < 1.5


def test_headings_go_down_by_one_and_tables_name_their_header_row():
    made = body(make(NOTA))
    levels = []
    for paragraph in made.iter(w("p")):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}").get(w("val"))
        if style.startswith("Heading") and words(paragraph):
            levels.append(int(style[-1]))
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in made.iter(w("tbl")):
        assert table.find(f"{w('tblPr')}/{w('tblLook')}").get(w("firstRow")) == "1"
        assert table.find(f"{w('tblPr')}/{w('tblCaption')}").get(w("val"))


def test_every_drawing_has_words_and_a_number_of_its_own():
    drawings = list(body(make(NOTA)).iter(f"{{{WP}}}docPr"))
    assert len(drawings) == 2
    assert all(drawing.get("descr") for drawing in drawings)
    assert len({drawing.get("id") for drawing in drawings}) == len(drawings)


def test_the_number_behind_a_bar_does_not_touch_the_bar_above():
    made = make((kop(1, "T"), Grafiek("acties-per-domein")))
    names = tuple(f"Domein {number}" for number in range(7))
    figure = replace(CIJFERS["acties-per-domein"], categorieen=names)
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        chart = etree.fromstring(archive.read("word/charts/chart1.xml"))
    gap, overlap = (int(chart.find(f".//{{*}}{name}").get("val")) / 100
                    for name in ("gapWidth", "overlap"))  # fmt: skip
    line = max(int(shape.get("w")) for shape in chart.iterfind(".//{*}ser/{*}spPr/{*}ln"))
    bar = docx_chart.height(figure) / len(names) / (2 - overlap + gap)
    assert bar > 0.9 * docx_chart.LETTERS * 12700
    assert -overlap * bar - line > 0


def test_the_language_stands_in_styles_and_properties():
    with zipfile.ZipFile(io.BytesIO(make(NOTA).content)) as archive:
        styles = etree.fromstring(archive.read("word/styles.xml"))
        core = archive.read("docProps/core.xml").decode()
    assert {lang.get(w("val")) for lang in styles.iter(w("lang"))} == {"nl-BE"}
    assert "<dc:language>nl-BE</dc:language>" in core


def test_the_labels_of_the_facts_are_no_header_row():
    facts = [words(q) for q in body(make(NOTA)).iter(w("p"))]
    assert "Gegeven" not in "".join(facts)
    assert "AanGemeenteraad" in facts


def test_the_table_of_contents_can_be_given_page_numbers_and_asks_nothing_by_itself():
    made = make(NOTA)
    (code,) = [t.text for t in body(made).iter(w("instrText")) if "TOC" in t.text]
    assert "\\n" not in code
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert b"updateFields" not in archive.read("word/settings.xml")
    assert not [f for f in body(made).iter(w("fldChar")) if f.get(w("dirty"))]


def test_openxml_audit_finds_nothing(tmp_path):
    path = tmp_path / "nota.docx"
    path.write_bytes(make((*NOTA, p("slot")), ontwerp=True).content)
    assert OpenXmlValidator().validate(path).errors == []
