"""A deck in the default house style holds up before the real checkers, and is always the same."""

import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from libreoffice import converted
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.enum.dml import MSO_FILL, MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from voortgang.content.cijfers.cijfer import Cijfer, Reeks
from voortgang.presentatie.pptx.write import write_deck
from voortgang.presentatie.slides import (
    Box,
    Bullet,
    Chart,
    Deck,
    Insets,
    PictureBox,
    Run,
    Shape,
    Slide,
    TableBox,
    TextBox,
    TextLine,
)
from voortgang.presentatie.template.read import read_huisstijl

ROOT = Path(__file__).parent.parent.parent
TEMPLATE = (ROOT / "templates" / "presentatie.pptx").read_bytes()
HUISSTIJL, _ = read_huisstijl(TEMPLATE, "templates/presentatie.pptx")
CM = 360000
SLIDE_IMAGE = PP_PLACEHOLDER.SLIDE_IMAGE
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63"
    "68000000820081dd436af40000000049454e44ae426082"
)
DOMEINEN = ("Organisatiecultuur", "Bereiken doelstellingen", "Bescherming activa")
BALKEN = Cijfer(
    "acties-per-domein", "Acties per domein", "balken", DOMEINEN,
    (Reeks("Realisaties", "realisaties", (21, 17, 14)), Reeks("Planning", "planning", (11, 8, 5))),
    "Staafdiagram. Organisatiecultuur: 21 realisaties en 11 plannen.",
)  # fmt: skip
GESTAPELD = Cijfer(
    "opvolging", "Opvolging", "gestapeld", DOMEINEN,
    (
        Reeks("Gerealiseerd", "gerealiseerd", (6, 4, 3)), Reeks("Lopend", "lopend", (3, 2, 0)),
        Reeks("Vervallen", "vervallen", (1, 1, 1)),
        Reeks("Zonder opvolging", "zonder_opvolging", (1, 1, 1)),
    ),
    "Gestapelde staven. Organisatiecultuur: 6 gerealiseerd.",
)  # fmt: skip
LIJNEN = Cijfer(
    "jaren", "Over de jaren", "lijnen", ("2020", "2021", "2022"),
    (
        Reeks("Realisaties", "realisaties", (80, 95, 121)),
        Reeks("Planning", "planning", (40, 61, 58)),
    ),
    "Lijnen over drie jaar.",
)  # fmt: skip


def line(text, size=20, **look):
    return TextLine((Run(text, size),), **look)


def holder(area, name, *lines, **more):
    return TextBox(name, area.box, lines, area.idx, area.insets, area.anchor, **more)


def title(layout, text, size):
    return holder(layout.title, "Titel", TextLine((Run(text, size, bold=True),)))


def listing(area, sign, tint, *texts):
    bullet = Bullet(sign, tint, 80 if sign == "●" else 105)
    lines = (
        line(t, 18, bullet=bullet, margin=216000, hanging=216000, space_before=9) for t in texts
    )
    return holder(area, f"Lijst {area.idx}", *lines)


def a_cover():
    layout = HUISSTIJL.layouts[0]
    dots = tuple(
        Box(588600 + n * 349200, 3510000 + row * 349200, 198000, 198000)
        for row in range(3)
        for n in range(20)
    )
    frame = Box(588600, 3510000, dots[-1].right - 588600, dots[-1].bottom - 3510000)
    return Slide(
        0,
        "Voortgangsrapport 2022",
        (
            title(layout, "Voortgangsrapport organisatiebeheersing 2022", 54),
            holder(layout.subtitle, "Ondertitel", line("Realisaties 2022 en planning 2023")),
            TextBox("Organisatie", Box(588600, 576000, 9000000, 300000),
                    (line("Gemeente Voorbeeldegem", 16),)),
            Shape("Stippen", "dots", frame, fill="accent6", dots=dots),
        ),
    )  # fmt: skip


def an_agenda():
    layout = HUISSTIJL.layouts[8]
    rows = tuple(
        TextBox(f"Punt {n}", Box(588600, 1512000 + n * 1080000, 6000000, 500000),
                (TextLine((Run(text, 26, bold=True, colour="dk1", slide=n + 2),)),))
        for n, text in enumerate(("Voortgangsrapport", "Cijfers"))
    )  # fmt: skip
    rule = Shape("Lijn", "line", Box(588600, 1400000, 11016000, 0), line="dk2", line_width=2.25)
    return Slide(8, "Agenda", (title(layout, "Agenda", 30), rule, *rows), footer="Rapport 2022")


def a_section():
    layout = HUISSTIJL.layouts[2]
    text = holder(layout.subtitle, "Zin", line("Zeven domeinen", 24))
    return Slide(2, "Deel", (title(layout, "Deel", 48), text), section="Deel", footer="Rapport")


def a_domein():
    layout = HUISSTIJL.layouts[5]
    head = (
        holder(area, word, TextLine((Run(word, 22, bold=True, colour=tint),)))
        for area, word, tint in zip(
            layout.headings, ("Realisaties", "Planning"), ("accent1", "accent2"), strict=True
        )
    )
    web = TextLine((Run("Zie ", 18), Run("de site", 18, href="https://example.org/?a=1&b=2")))
    return Slide(
        5,
        "Organisatiecultuur",
        (
            title(layout, "Organisatiecultuur", 30),
            *head,
            listing(layout.bodies[0], "●", "accent1", "Fietslease & <meer>", "Efficiënt", "A\vB"),
            listing(layout.bodies[1], "○", "accent2", "Nieuw intranet"),
            TextBox("Meer", Box(588600, 5400000, 5000000, 400000), (web,)),
        ),
        notes=("Eerste toelichting.", "Tweede toelichting."),
        section="Deel",
        footer="Rapport 2022",
    )


def a_chart(cijfer):
    layout = HUISSTIJL.layouts[7]
    return Slide(
        7,
        cijfer.titel,
        (
            title(layout, cijfer.titel, 30),
            Chart("Grafiek", layout.bodies[0].box, cijfer, 16),
            holder(layout.bodies[1], "Kerncijfer", TextLine((Run("121", 80, bold=True),))),
        ),
        section="Cijfers",
        footer="Rapport 2022",
    )


def a_table():
    layout = HUISSTIJL.layouts[8]
    rows = (("Plan", "Stand"), ("Plan A", "● Gerealiseerd"), ("Plan B", "→ Lopend"))
    cells = tuple(tuple((line(text, 16),) for text in row) for row in rows)
    box = Box(588600, 1152000, 7200000, 1350000)
    table = TableBox("Tabel", box, "Stand van de plannen", (3600000, 3600000), (450000,) * 3, cells,
                     Insets(0, 36000, 0, 36000))  # fmt: skip
    picture = PictureBox("Beeld", Box(8400000, 1152000, 2000000, 2000000), "Een grijs vlak", PIXEL)
    shapes = (
        Shape("Vlak", "rectangle", Box(588600, 4000000, 432000, 432000), "accent1", "accent1", 1.5),
        Shape("Teken", "ellipse", Box(1200000, 4000000, 108000, 108000), None, "accent2", 2),
    )
    return Slide(
        8, "Tabel", (title(layout, "Tabel", 30), table, picture, *shapes), section="Cijfers"
    )


def a_deck():
    slides = (
        a_cover(), an_agenda(), a_section(), a_domein(), a_chart(BALKEN), a_chart(GESTAPELD),
        a_chart(LIJNEN), a_table(),
    )  # fmt: skip
    return Deck("Voortgangsrapport 2022", "Gemeente Voorbeeldegem", "organisatiebeheersing", slides)


def written():
    return write_deck(a_deck(), HUISSTIJL, TEMPLATE, None)


@pytest.fixture(scope="module")
def deck():
    return written()


@pytest.mark.slow
def test_the_deck_is_valid(deck, tmp_path):
    from openxml_audit import validate_pptx

    path = tmp_path / "deck.pptx"
    path.write_bytes(deck)
    assert [str(error) for error in validate_pptx(path).errors] == []


@pytest.mark.slow
def test_the_default_template_is_valid_and_what_the_script_makes(tmp_path):
    from openxml_audit import validate_pptx

    path = tmp_path / "sjabloon.pptx"
    path.write_bytes(TEMPLATE)
    assert [str(error) for error in validate_pptx(path).errors] == []
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        import huisstijl_presentatie
    finally:
        sys.path.pop(0)
    assert huisstijl_presentatie.make() == TEMPLATE, "run scripts/huisstijl_presentatie.py"


def test_every_part_is_named_once_and_referred_to(deck):
    names = zipfile.ZipFile(io.BytesIO(deck)).namelist()
    assert len(names) == len(set(names))
    assert sum(name.startswith("ppt/slides/slide") for name in names) == 8
    assert sum(name.startswith("ppt/charts/chart") for name in names) == 3


def test_all_text_arrives_as_typed(deck):
    shape = Presentation(io.BytesIO(deck)).slides[3].placeholders[2]
    assert [p.text for p in shape.text_frame.paragraphs] == [
        "Fietslease & <meer>", "Efficiënt", "A\vB",
    ]  # fmt: skip


def test_every_text_says_its_language(deck):
    for slide in Presentation(io.BytesIO(deck)).slides:
        for run in slide.element.iter("{*}rPr", "{*}endParaRPr"):
            assert run.get("lang") == "nl-BE"


def test_the_title_comes_first_and_every_id_is_unique(deck):
    for slide in Presentation(io.BytesIO(deck)).slides:
        assert slide.shapes[0] == slide.shapes.title
        ids = [shape.shape_id for shape in slide.shapes]
        assert len(ids) == len(set(ids))


def test_links_go_to_their_slide_and_to_the_web(deck):
    slides = Presentation(io.BytesIO(deck)).slides
    points = [shape for shape in slides[1].shapes if shape.name.startswith("Punt")]
    targets = [shape.click_action.target_slide.slide_id for shape in points]
    assert targets == [slides[2].slide_id, slides[3].slide_id]
    words = next(shape for shape in slides[3].shapes if shape.name == "Meer").text_frame
    links = [run.hyperlink.address for run in words.paragraphs[0].runs]
    assert links == [None, "https://example.org/?a=1&b=2"]


def test_a_word_can_go_to_a_slide_without_taking_the_whole_box_along():
    words = TextLine((Run("Zie ", 18), Run("verder", 18, slide=1)))
    slides = (
        Slide(8, "Een", (TextBox("Tekst", Box(1, 2, 3, 4), (words,)),)),
        Slide(8, "Twee", ()),
    )
    made = Presentation(
        io.BytesIO(write_deck(replace(a_deck(), slides=slides), HUISSTIJL, TEMPLATE, None))
    )
    box, target = made.slides[0].shapes[0], made.slides[1].part.partname
    assert box.click_action.target_slide is None
    (link,) = box.element.iter("{*}hlinkClick")
    rid = link.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
    assert made.slides[0].part.related_part(rid).partname == target
    assert link.get("action") == "ppaction://hlinksldjump"


def test_notes_hold_a_paragraph_for_each_note(deck):
    notes = Presentation(io.BytesIO(deck)).slides[3].notes_slide
    assert notes.notes_text_frame.text == "Eerste toelichting.\nTweede toelichting."
    runs = [run for paragraph in notes.notes_text_frame.paragraphs for run in paragraph.runs]
    assert {run.font.language_id for run in runs} == {MSO_LANGUAGE_ID.BELGIAN_DUTCH}


def test_the_page_of_notes_shows_the_slide_in_its_own_proportion(deck):
    made = Presentation(io.BytesIO(deck))
    shown = next(s for s in made.notes_master.shapes if s.placeholder_format.type == SLIDE_IMAGE)
    assert shown.width / shown.height == pytest.approx(made.slide_width / made.slide_height)
    fonts = re.findall(rb'<a:latin typeface="([^"]+)"/>', theme_of(made.notes_master).blob)
    assert set(fonts) == {b"Calibri"}


def theme_of(master):
    return master.part.part_related_by(RT.THEME)


def test_sections_cover_every_slide_once(deck):
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(deck)).read("ppt/presentation.xml"))
    found = [
        (section.get("name"), len(list(section.iter("{*}sldId"))))
        for section in root.iter("{*}section")
    ]
    assert found == [("Voortgangsrapport 2022", 2), ("Deel", 2), ("Cijfers", 4)]


def test_pictures_charts_and_tables_have_their_alternative_text(deck):
    slides = Presentation(io.BytesIO(deck)).slides
    described = {
        frame.get("descr")
        for slide in slides
        for frame in slide.element.iter("{*}cNvPr")
        if frame.get("descr")
    }
    expected = {BALKEN.alt, GESTAPELD.alt, LIJNEN.alt, "Stand van de plannen", "Een grijs vlak"}
    assert described == expected


def test_a_table_has_a_rule_under_its_header_and_hairlines_under_its_rows(deck):
    table = Presentation(io.BytesIO(deck)).slides[7].element.find(".//{*}tbl")
    under = [
        {(line.get("w"), *(e.get("val") for e in line.iter("{*}schemeClr", "{*}lumMod")))
         for line in row.iter("{*}lnB")}
        for row in table.iter("{*}tr")
    ]  # fmt: skip
    assert under == [{("19050", "tx2")}, *[{("9525", "accent3", "40000")}] * 2]
    for side in "LRT":
        assert all(line[0].tag.endswith("noFill") for line in table.iter(f"{{*}}ln{side}"))


def test_charts_can_be_edited(deck):
    import openpyxl

    chart = Presentation(io.BytesIO(deck)).slides[4].shapes[1].chart
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert [cell.value for cell in book.active["B"]] == ["Realisaties", 21, 17, 14]


def phone():
    """A photo as many phones make it: a JPEG with a second picture in it."""
    out = io.BytesIO()
    photo = Image.new("RGB", (40, 30), "teal")
    photo.save(out, "MPO", save_all=True, append_images=[photo])
    return out.getvalue()


@pytest.mark.parametrize("content", [PIXEL, phone()], ids=["png", "photo of a phone"])
def test_a_picture_stands_in_the_file_once_however_often_it_is_shown(content):
    box = Box(1, 2, 3, 4)
    slides = [Slide(8, str(n), (PictureBox("Beeld", box, "Een vlak", content),)) for n in range(2)]
    made = write_deck(replace(a_deck(), slides=tuple(slides)), HUISSTIJL, TEMPLATE, None)
    shown = [slide.shapes[0].image.blob for slide in Presentation(io.BytesIO(made)).slides]
    assert shown == [content] * 2
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert sum(name.startswith("ppt/media/") for name in names) == 1


def test_what_cannot_stand_in_xml_is_replaced_and_long_titles_fit_the_properties():
    slide = Slide(
        8, "A\x07", (title(HUISSTIJL.layouts[8], "A\x07 <B>", 30),), ("Noot\x07",), "\x07"
    )
    deck = replace(a_deck(), title="Rapport " * 60, slides=(slide,))
    made = Presentation(io.BytesIO(write_deck(deck, HUISSTIJL, TEMPLATE, None)))
    assert made.slides[0].shapes.title.text == "A\ufffd <B>"
    assert made.slides[0].notes_slide.notes_text_frame.text == "Noot\ufffd"
    assert made.core_properties.title.startswith("Rapport Rapport")


def test_drawn_things_have_no_text_and_nothing_of_the_themes_own_look(deck):
    """The theme's own look has a shadow in many a house style."""
    drawn = [
        s for s in Presentation(io.BytesIO(deck)).slides[7].shapes if s.name in {"Vlak", "Teken"}
    ]
    assert len(drawn) == 2
    assert all(shape.element.find("{*}style") is None for shape in drawn)
    assert not any(shape.text_frame.text for shape in drawn)
    assert drawn[0].fill.fore_color.theme_color == MSO_THEME_COLOR.ACCENT_1
    assert drawn[1].fill.type == MSO_FILL.BACKGROUND


def test_copies_of_one_look_stand_in_their_own_place_under_their_own_name():
    boxes = [Box(n * CM, 2 * n * CM, (n + 1) * CM, 3 * CM) for n in range(1, 4)]
    shapes = [Shape(f"Vlak {n}", "rectangle", box, "accent1") for n, box in enumerate(boxes)]
    texts = [TextBox(f"Tekst {n}", box, (line(f"T{n}"),)) for n, box in enumerate(boxes)]
    slide = Slide(8, "Kopie", (*shapes, *texts))
    made = write_deck(replace(a_deck(), slides=(slide,)), HUISSTIJL, TEMPLATE, None)
    found = list(Presentation(io.BytesIO(made)).slides[0].shapes)[:6]
    assert [shape.name for shape in found] == [
        *(f"Vlak {n}" for n in range(3)), *(f"Tekst {n}" for n in range(3)),
    ]  # fmt: skip
    places = [Box(s.left, s.top, s.width, s.height) for s in found]
    assert places == [*boxes, *boxes]
    assert [shape.text_frame.text for shape in found[3:]] == ["T0", "T1", "T2"]
    assert [shape.shape_id for shape in found] == [2, 3, 4, 5, 6, 7]


def test_the_properties_name_the_bestuur(deck):
    found = Presentation(io.BytesIO(deck)).core_properties
    assert (found.author, found.language) == ("Gemeente Voorbeeldegem", "nl-BE")


@pytest.mark.slow
def test_the_bytes_are_the_same_on_every_run_and_machine(deck):
    program = "import hashlib, test_pptx; print(hashlib.sha256(test_pptx.written()).hexdigest())"
    path = os.pathsep.join(sys.path)
    told = set()
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Lima")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": path}
        run = subprocess.run(
            [sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True
        )
        told.add(run.stdout)
    assert len(told) == 1
    assert written() == deck


@pytest.mark.office
def test_libreoffice_opens_it_and_keeps_every_slide(deck, tmp_path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck)
    [saved] = converted(path, to="odp")
    content = zipfile.ZipFile(saved).read("content.xml")
    pages = etree.fromstring(content).iter("{*}page")
    assert len(list(pages)) == 8
