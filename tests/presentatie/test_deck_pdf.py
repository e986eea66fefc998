"""The deck as pdf: the same slides, each word where the plan has it, for every reader."""

import io
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from math import nan
from pathlib import Path

import pdfplumber
import pytest
from libreoffice import converted, printed_words
from page import validate_pdf
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml

from voortgang.content.blocks import Heading, Table, Text
from voortgang.content.cijfers.cijfer import Cijfer, Reeks
from voortgang.content.cijfers.rooster import Matrix, RisicoRegel
from voortgang.documents.publicaties import PRESENTATIE
from voortgang.documents.sources import Years
from voortgang.office.measure import POINT, Measure
from voortgang.presentatie.draw.lines import set_lines
from voortgang.presentatie.pdf.make import make_pdf
from voortgang.presentatie.plan.prepare import Prepared, prepare
from voortgang.presentatie.plan.task import Settings
from voortgang.presentatie.pptx.write import write_deck
from voortgang.presentatie.slides import (
    Box,
    Bullet,
    Chart,
    Deck,
    PictureBox,
    Run,
    Shape,
    Slide,
    TableBox,
    TextBox,
    TextLine,
)
from voortgang.presentatie.template.paint.painting import Painting, Patch, Slope
from voortgang.presentatie.template.read import read_huisstijl
from voortgang.source import Templates, Workspace

ROOT = Path(__file__).parents[2]
TOWN = ROOT / "tests" / "voorbeeld"
TEMPLATE = Templates().find("presentatie.pptx").content
NEAR = 6.0  # points: LibreOffice sets the words in a table five points above their margin
LONG = 40  # letters: a shorter note may be a word that stands on the slide too
ALIKE = 0.98  # of the words: a pair of letters that stands closer may break one line elsewhere


def planned(root, year):
    sources = Years.read(Workspace(root), [year]).sources(year)
    (text,) = PRESENTATIE.texts(sources)
    settings = Settings.of(sources.rapport, text.rendered, sources.picture)
    template = sources.templates.find("presentatie.pptx")
    return prepare(text.rendered.blocks, text.rendered.cijfers, template, settings)


@pytest.fixture(scope="module", params=[(ROOT, 2022), (TOWN, 2024)], ids=["2022", "Beverdonk"])
def ready(request):
    return planned(*request.param)


@pytest.fixture(scope="module")
def made(ready):
    return make_pdf(ready, datetime(2023, 6, 12, tzinfo=UTC)).content


@pytest.fixture(scope="module")
def read(made):
    with pdfplumber.open(io.BytesIO(made)) as pdf:
        yield pdf


@pytest.fixture(scope="module")
def house():
    return read_huisstijl(TEMPLATE, "presentatie.pptx")[0]


def words_on(page):
    """The words of a page, each with the place of its first letter: x, and what it stands on."""
    found = page.extract_words(x_tolerance=1.5, return_chars=True)
    firsts = [(word["text"], word["chars"][0]["matrix"]) for word in found]
    return [(text, place[4], float(page.height) - place[5]) for text, place in firsts]


def small(house, *elements, purpose="alleen_titel"):
    layout = house.first(purpose)
    line = TextLine((Run("Een titel", 30, bold=True),))
    title = TextBox("Titel", layout.title.box, (line,), layout.title.idx, layout.title.insets)
    slides = (Slide(layout.index, "Een titel", (title, *elements)),)
    return Prepared(Deck("Rapport", "Beverdonk", "onderwerp", slides), house, TEMPLATE, ())


def opened(ready):
    return pdfplumber.open(io.BytesIO(make_pdf(ready, None).content))


def box(x=100, y=150, width=400, height=200):
    return Box(*(each * POINT for each in (x, y, width, height)))


def tags(pdf, kind):
    """The elements of a kind in the structure of a page, in reading order."""
    found = []

    def walk(nodes):
        for node in nodes:
            if node["type"] == kind:
                found.append(node)
            walk(node.get("children", ()))

    walk(pdf.structure_tree)
    return found


@pytest.mark.slow
def test_the_pdf_meets_pdf_ua(made, tmp_path):
    path = tmp_path / "presentatie.pdf"
    path.write_bytes(made)
    report = validate_pdf(str(path), profile="ua1")
    assert report.is_compliant, [failure.message for failure in report.failures]


@pytest.mark.slow
def test_two_are_the_same_bytes_with_a_date_and_without(ready, made):
    assert make_pdf(ready, datetime(2023, 6, 12, tzinfo=UTC)).content == made
    assert make_pdf(ready, None).content == make_pdf(ready, None).content


def test_every_slide_is_a_page_and_a_bookmark(ready, read):
    assert len(read.pages) == len(ready.deck.slides)
    marks = [title for _, title, *_ in read.doc.get_outlines()]
    assert marks == [slide.title for slide in ready.deck.slides]


@pytest.mark.slow
def test_every_line_of_the_plan_stands_where_the_plan_has_it(ready, read):
    measure, style = Measure(), ready.huisstijl
    for slide, page in zip(ready.deck.slides, read.pages, strict=True):
        layout = style.layouts[slide.layout]
        stand = {(round(x), round(y)) for _, x, y in words_on(page)}
        for text in (each for each in slide.elements if isinstance(each, TextBox)):
            for line in set_lines(text, layout.area(text.placeholder), style, measure):
                on = line.box.bottom / POINT - 0.2 * line.size
                near = {
                    (round(line.box.x / POINT) + n, round(on) + m)
                    for n in (-1, 0, 1)
                    for m in (-1, 0, 1)
                }
                assert line.paragraph.align != "left" or near & stand, line.runs


def test_notes_stay_in_the_pptx(ready, read):
    notes = [note for slide in ready.deck.slides for note in slide.notes if len(note) > LONG]
    text = " ".join(page.extract_text() for page in read.pages)
    assert not [note for note in notes if note in text]


def test_only_the_font_that_the_program_carries_is_in_it(read):
    faces = {char["fontname"].partition("+")[2] for page in read.pages for char in page.chars}
    assert {face.partition("-")[0] for face in faces} == {"Carlito"}


@pytest.mark.office
def test_the_words_stand_where_libreoffice_sets_those_of_the_pptx(ready, made, tmp_path):
    deck, ours = tmp_path / "deck.pptx", tmp_path / "deck.pdf"
    deck.write_bytes(write_deck(ready.deck, ready.huisstijl, ready.template, None))
    ours.write_bytes(made)
    total, near = 0, 0
    for page, drawn in zip(printed_words(ours), printed_words(*converted(deck)), strict=True):
        places = defaultdict(list)
        for word in drawn:
            places[word.text].append(word)
        for word in page:
            total += 1
            near += any(
                abs(each.left - word.left) < NEAR and abs(each.bottom - word.bottom) < NEAR
                for each in places[word.text]
            )
            assert places[word.text], f"{word.text} stands on no such slide of the pptx"
    assert near >= ALIKE * total, (near, total)


def test_a_list_is_a_list_with_its_signs_and_what_is_below_an_entry_within_it(house):
    lines = (
        TextLine((Run("Welzijn", 20),), Bullet("●"), 0, 20 * POINT, 20 * POINT),
        TextLine((Run("Bevraging", 16),), Bullet("–"), 1, 40 * POINT, 15 * POINT),
        TextLine((Run("Intranet", 20),), Bullet("●"), 0, 20 * POINT, 20 * POINT, 10),
    )
    with opened(small(house, TextBox("Tekst", box(), lines))) as pdf:
        lists = tags(pdf, "L")
        assert len(lists) == 2
        assert [len(tags_within(each, "LI")) for each in lists] == [3, 1]
        places = {text: (round(x), round(y)) for text, x, y in words_on(pdf.pages[0])}
    assert (places["Welzijn"], places["Bevraging"]) == ((120, 170), (140, 190))
    assert places["Intranet"] == (120, 223)
    assert (places["●"][0], places["–"][0]) == (100, 125)


def tags_within(node, kind):
    own = [node] if node["type"] == kind else []
    return own + [each for child in node.get("children", ()) for each in tags_within(child, kind)]


def test_numbers_count_on(house):
    first = TextLine((Run("een", 20),), Bullet("1.", number=3), 0, 20 * POINT, 20 * POINT)
    lines = (first, replace(first, runs=(Run("twee", 20),)))
    with opened(small(house, TextBox("Tekst", box(), lines))) as pdf:
        assert [word[0] for word in words_on(pdf.pages[0])][2:-1] == ["3.", "een", "4.", "twee"]


def test_a_line_goes_on_with_a_space_for_who_hears_it(house):
    words = TextLine((Run("Organisatie van de toekomst in een nieuw gebouw", 20),))
    with opened(small(house, TextBox("Tekst", box(width=120), (words,)))) as pdf:
        letters = "".join(char["text"] for char in pdf.pages[0].chars)
        assert len({char["top"] for char in pdf.pages[0].chars}) > 3
    assert "Organisatie van de toekomst in een nieuw gebouw" in letters


def test_a_table_has_a_header_that_every_cell_belongs_to(house):
    rows = tuple(
        tuple((TextLine((Run(text, 14),)),) for text in row)
        for row in (("Domein", "Plannen"), ("Cultuur", "3"), ("Middelen", "4"))
    )
    widths, heights = (200 * POINT, 100 * POINT), (30 * POINT,) * 3
    table = TableBox("Tabel", box(y=150), "Tabel", widths, heights, rows)
    with opened(small(house, table)) as pdf:
        assert [len(tags(pdf, kind)) for kind in ("Table", "TR", "TH", "TD")] == [1, 3, 2, 4]
        rules = {round(line["top"]) for line in pdf.pages[0].lines}
    assert {180, 210, 240} <= rules


@pytest.mark.parametrize("width", range(228, 234))
def test_a_line_of_a_cell_breaks_nowhere_but_where_the_measure_broke_it(house, width):
    words = "Koppeling met de boekhouding van het bestuur"
    rows = tuple(((TextLine((Run(text, 12),)),),) for text in ("Plan", words))
    table = TableBox("Tabel", box(y=150), "Tabel", (width * POINT,), (30 * POINT,) * 2, rows)
    measured = set_lines(
        TextBox("", box(width=width), rows[1][0], None, table.insets), None, house, Measure()
    )
    with opened(small(house, table)) as pdf:
        drawn = {y for text, _, y in words_on(pdf.pages[0]) if text in words.split()}
    assert len(drawn) == len(measured)


CIJFER = Cijfer(
    "acties-per-domein", "Acties", "balken", ("Cultuur", "Middelen van het bestuur"),
    (Reeks("Realisaties", "realisaties", (23, 4)), Reeks("Planning", "planning", (0, 7))),
    "Cultuur: 23 en 0; Middelen van het bestuur: 4 en 7.",
)  # fmt: skip


def test_a_chart_is_drawn_and_told(house):
    chart = Chart("Grafiek", box(width=500), CIJFER, 16, labels=120 * POINT, most=25)
    with opened(small(house, chart)) as pdf:
        (figure,) = tags(pdf, "Figure")
        bars = pdf.pages[0].rects[1:]
        words = [word[0] for word in words_on(pdf.pages[0])]
        assert not pdf.pages[0].images
    assert figure["alt_text"] == CIJFER.alt
    assert {round(bar["x0"]) for bar in bars} == {220}
    assert round(bars[0]["width"], 1) == round(23 / 25 * (500 - 120 - 33.9), 1)
    assert {"Cultuur", "Middelen", "23", "4", "7"} <= set(words)


def test_lines_carry_their_own_key_and_are_told_apart_without_colour(house):
    figure = replace(CIJFER, vorm="lijnen", categorieen=("2021", "2022"))
    with opened(small(house, Chart("Grafiek", box(), figure, 16, most=25))) as pdf:
        assert {"Realisaties", "Planning", "2021"} <= {w[0] for w in words_on(pdf.pages[0])}


def test_what_only_decorates_is_seen_and_not_heard(house):
    dots = Shape("Stippen", "dots", box(), fill="accent1", dots=(box(width=9, height=9),) * 3)
    rule = Shape("Lijn", "line", box(height=0), line="accent1", line_width=2)
    with opened(small(house, dots, rule)) as pdf:
        assert len(pdf.pages[0].curves) == 3
        assert not tags(pdf, "Figure")


def test_links_go_out_and_to_slides(house):
    words = (Run("de site", 20, href="https://voorbeeld.be/"), Run("verder", 20, slide=0))
    with opened(small(house, TextBox("Tekst", box(), (TextLine(words),)))) as pdf:
        links = pdf.pages[0].annots
        assert [link["uri"] for link in links] == ["https://voorbeeld.be/", None]
        assert len(tags(pdf, "Link")) == 2


def test_whatever_is_typed_comes_out_as_text(house):
    typed = '#eval("1") \\ "x" $y$ *z* // <dia-1> @dia'
    with opened(small(house, TextBox("Tekst", box(), (TextLine((Run(typed, 14),)),)))) as pdf:
        assert typed in pdf.pages[0].extract_text()


def test_a_text_without_words_takes_nothing_of_the_others(house):
    lines = ((TextLine(()),), (), (TextLine((Run("woord", 18),)),))
    texts = [TextBox("Tekst", box(y=150 + 50 * n), each) for n, each in enumerate(lines)]
    with opened(small(house, *texts)) as pdf:
        assert pdf.pages[0].extract_text().split() == ["Een", "titel", "woord", "1"]


def picture(kind="PNG"):
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(out, kind)
    return out.getvalue()


def test_a_picture_stands_in_its_place_with_its_words(house):
    with opened(small(house, PictureBox("Beeld", box(), "Een plan", picture()))) as pdf:
        (image,) = pdf.pages[0].images
        assert [round(image[side]) for side in ("x0", "top", "width", "height")] == [
            100,
            150,
            400,
            200,
        ]
        assert tags(pdf, "Figure")[0]["alt_text"] == "Een plan"


def test_a_damaged_picture_is_left_out_with_its_words_in_its_place(house):
    broken = picture()[:60] + b"\x00" * 30
    with opened(small(house, PictureBox("Beeld", box(), "Een plan", broken))) as pdf:
        assert not pdf.pages[0].images
        assert "Een plan" in pdf.pages[0].extract_text()


def test_a_sign_that_the_fonts_lack_is_a_square(house):
    """And `check` tells of it, where it was typed."""
    made = make_pdf(
        small(house, TextBox("Tekst", box(), (TextLine((Run("Feest 🎉", 14),)),))), None
    )
    assert made.findings == ()
    with pdfplumber.open(io.BytesIO(made.content)) as pdf:
        assert "Feest □" in pdf.pages[0].extract_text()


def foreign(change, *numbers):
    """A pdf on some layouts of Office's own template, after a change to it."""
    deck = Presentation()
    change(deck)
    out = io.BytesIO()
    deck.save(out)
    style, _ = read_huisstijl(out.getvalue(), "presentatie.pptx")
    line = TextLine((Run("Een titel", 30),))
    slides = []
    for layout in (style.layouts[n] for n in numbers or (5,)):
        title = TextBox("Titel", layout.title.box, (line,), layout.title.idx, layout.title.insets)
        slides.append(Slide(layout.index, "Een titel", (title,)))
    return make_pdf(Prepared(Deck("R", "B", "o", tuple(slides)), style, b"", ()), None)


NAMES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


PATTERN = (
    '<a:pattFill prst="pct50"><a:fgClr><a:srgbClr val="FF0000"/></a:fgClr><a:bgClr>'
    '<a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
)


def drawn(layout, frame, fill="", words=None, preset="rect"):
    """Draw a shape; or a picture, where there are no words and `fill` is its relationship."""
    x, y, width, height = (round(each * POINT) for each in frame[:4])
    turn = f'rot="{round(frame[4] * 60000)}"' if len(frame) > 4 else ""
    place = f'<a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
    form = f'<a:xfrm {turn}>{place}</a:xfrm><a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'
    named = '<p:cNvPr id="99" name="Versiering"/>'
    if words is None:
        xml = (
            f"<p:pic {NAMES}><p:nvPicPr>{named}<p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>"
            f'<a:blip r:embed="{fill}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f"<p:spPr>{form}</p:spPr></p:pic>"
        )
    else:
        xml = (
            f"<p:sp {NAMES}><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{form}{fill}"
            f"</p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
        )
    layout.shapes._spTree.append(parse_xml(xml))  # noqa: SLF001 -- no public name


RED = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'


def test_a_house_style_gives_its_size_its_ground_and_its_logo():
    def change(deck):
        fill = deck.slide_master.background.fill
        fill.solid()
        fill.fore_color.rgb = RGBColor(0x10, 0x20, 0x30)
        layout = deck.slide_layouts[5]
        _, relation = layout.part.get_or_add_image_part(io.BytesIO(picture()))
        drawn(layout, (10, 10, 50, 30), relation)

    made = foreign(change)
    with pdfplumber.open(io.BytesIO(made.content)) as pdf:
        page = pdf.pages[0]
        assert (page.width, page.height) == (720, 540)
        ground = [round(255 * part) for part in page.rects[0]["non_stroking_color"]]
        assert ground == [0x10, 0x20, 0x30]
        (logo,) = page.images
        place = [round(logo[side]) for side in ("x0", "top", "width", "height")]
        assert place == [10, 10, 50, 30]
    assert made.findings == ()


def test_what_is_turned_in_a_house_style_is_turned():
    made = foreign(lambda deck: drawn(deck.slide_layouts[5], (100, 50, 80, 20, 90), RED, ""))
    with pdfplumber.open(io.BytesIO(made.content)) as pdf:
        shape = pdf.pages[0].curves[0] if pdf.pages[0].curves else pdf.pages[0].rects[1]
        assert [round(shape[side]) for side in ("x0", "top", "width", "height")] == [
            130,
            20,
            20,
            80,
        ]


def test_a_picture_that_is_turned_in_a_house_style_is_turned():
    def change(deck):
        layout = deck.slide_layouts[5]
        _, relation = layout.part.get_or_add_image_part(io.BytesIO(picture()))
        drawn(layout, (100, 50, 80, 20, 90), relation)

    with pdfplumber.open(io.BytesIO(foreign(change).content)) as pdf:
        (image,) = pdf.pages[0].images
        place = [round(image[side]) for side in ("x0", "top", "width", "height")]
    assert place == [130, 20, 20, 80]


@pytest.mark.parametrize("kind", [PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER])
def test_a_pattern_behind_footer_or_number_is_said_to_be_lost(kind):
    def change(deck):
        places = deck.slide_layouts[5].placeholders
        (place,) = [each for each in places if each.placeholder_format.type == kind]
        place.element.spPr.append(parse_xml(PATTERN.replace("<a:pattFill", f"<a:pattFill {NAMES}")))

    (found,) = foreign(change).findings
    assert "patroon" in found.message


def test_words_and_patterns_of_a_house_style_are_said_to_be_lost():
    def change(deck):
        drawn(deck.slide_layouts[5], (100, 50, 80, 20), RED, "Gemeente")
        drawn(deck.slide_layouts[5], (100, 80, 80, 20), PATTERN, "")

    said = [found.message for found in foreign(change).findings]
    assert len(said) == 2
    assert "'Gemeente'" in said[0]
    assert "patroon" in said[1]


def test_of_two_layouts_of_one_name_each_is_said_to_lose_what_it_loses():
    """In two masters of one file the layouts often have the same names."""

    def change(deck):
        drawn(deck.slide_layouts[0], (100, 50, 80, 20), RED, "Gemeente")
        deck.slide_layouts[0].element.cSld.set("name", deck.slide_layouts[5].name)

    (said,) = [found.message for found in foreign(change, 0, 5).findings]
    assert "'Gemeente'" in said


@pytest.mark.parametrize(
    ("preset", "fill", "told"),
    [("rect", RED, 0), ("ellipse", RED, 0), ("roundRect", RED, 0), ("chevron", RED, 0),
     ("cloud", RED, 1), ("geen", RED, 1), ("cloud", "<a:noFill/>", 0)],
)  # fmt: skip
def test_a_form_that_the_pdf_draws_as_a_rectangle_is_said(preset, fill, told):
    made = foreign(lambda deck: drawn(deck.slide_layouts[5], (100, 50, 80, 20), fill, "", preset))
    said = [found.message for found in made.findings]
    assert ["een vorm die het programma niet kent" in each for each in said] == [True] * told


def test_a_picture_that_the_house_style_cuts_into_a_form_is_said_to_be_whole():
    def change(deck):
        layout = deck.slide_layouts[5]
        _, relation = layout.part.get_or_add_image_part(io.BytesIO(picture()))
        drawn(layout, (100, 50, 80, 20), relation, preset="round2SameRect")

    (found,) = foreign(change).findings
    assert "een beeld dat niet rechthoekig is" in found.message


def test_another_typeface_is_said_to_be_lost():
    def change(deck):
        fonts = deck.slide_master.part.part_related_by(RT.THEME)
        fonts._blob = fonts.blob.replace(b'typeface="Calibri"', b'typeface="Arial"')  # noqa: SLF001 -- as above

    (found,) = foreign(change).findings
    assert "'Arial'" in found.message


def test_the_matrix_of_risks_is_tinted_and_its_numbers_stand_in_their_cells():
    figure = Matrix(3, 5, (RisicoRegel(1, "Uitval", 3, 3), RisicoRegel(2, "Brand", 1, 1)))
    cells = [tuple((Text(text),) if text else () for text in row) for row in figure.rijen]
    head = tuple((Text(text),) for text in figure.kop)
    table = Table(head, tuple(cells), figure.uitlijning, rooster=figure)
    blocks = (Heading(2, (Text("Risico's"),)), table)
    ready = prepare(blocks, {}, Templates().find("presentatie.pptx"), Settings("Rapport"))
    with pdfplumber.open(io.BytesIO(make_pdf(ready, None).content)) as pdf:
        page = pdf.pages[0]
        tints = {rect["non_stroking_color"] for rect in page.rects if rect["fill"]}
        assert len(tints) >= 3
        (matrix,) = [e for e in ready.deck.slides[0].elements if isinstance(e, TableBox)]
        top = (matrix.box.y + matrix.heights[0]) / POINT
        cell = [matrix.box.x + sum(matrix.widths[:n]) for n in (3, 4)]
        where = (cell[0] / POINT, top, cell[1] / POINT, top + matrix.heights[1] / POINT)
        assert page.crop(where).extract_text().strip() == "1"


def test_a_ground_that_cannot_be_drawn_is_plain_and_that_is_said(house):
    red, blue = (255.0, 0.0, 0.0, 1.0), (0.0, 0.0, 255.0, 1.0)
    patch = Patch(Box(0, 0, house.width, house.height), Slope(red, blue, nan, nan))
    own = house.first("alleen_titel")
    layouts = [
        replace(each, painting=Painting((patch,))) if each is own else each
        for each in house.layouts
    ]
    made = make_pdf(small(replace(house, layouts=tuple(layouts))), None)
    (found,) = made.findings
    assert "effen" in found.message
    with pdfplumber.open(io.BytesIO(made.content)) as pdf:
        assert pdf.pages[0].rects[0]["non_stroking_color"] == (1.0, 1.0, 1.0)
