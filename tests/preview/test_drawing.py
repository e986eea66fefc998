"""A slide drawn as SVG says what the plan says, and breaks its lines where the plan does."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from voortgang.presentatie.measure import POINT, Measure
from voortgang.presentatie.slides import (
    Box,
    Bullet,
    PictureBox,
    Run,
    Shape,
    Slide,
    TextBox,
    TextLine,
)
from voortgang.preview.decor import read_huis
from voortgang.preview.dia import draw_slide
from voortgang.preview.doek import Doek, tint
from voortgang.preview.view import Studio
from voortgang.preview.woorden import words_of
from voortgang.source import Templates, Workspace

REPOSITORY = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def huis():
    template = Templates().find("presentatie.pptx")
    return read_huis(template.bytes(), template.file)


@pytest.fixture
def draw(huis):
    layout = next(layout for layout in huis.huisstijl.layouts if layout.type == "titleOnly")
    doek = Doek(huis.huisstijl, layout, huis.decors[layout.index], Measure())

    def drawn(*elements, footer=None):
        slide = Slide(layout.index, "Titel", elements, footer=footer)
        return ET.fromstring(str(draw_slide(doek, slide, 7)))  # noqa: S314 -- our own

    return drawn


def lines(svg):
    return ["".join(each.itertext()) for each in svg.iter(f"{SVG}text")]


def box(width=300, height=200):
    return Box(0, 0, width * POINT, height * POINT)


def text(words, *, width=300, bullet=None, size=20):
    return TextBox("Tekst", box(width), (TextLine((Run(words, size),), bullet),))


def test_lines_break_where_the_measure_breaks_them(draw, huis):
    words = "Organisatie van de toekomst in een nieuw gebouw"
    broken = Measure().lines((Run(words, 20),), huis.huisstijl.body_font, 20, 120 * POINT)
    drawn = lines(draw(text(words, width=120)))[:-1]
    assert len(broken) > 2
    assert drawn == [words[start:end].rstrip() for start, end in broken]


def test_lines_stand_a_pitch_apart_below_each_other(draw):
    svg = draw(text("Een lange regel die over meer regels loopt", width=120))
    tops = [float(each.get("y")) for each in svg.iter(f"{SVG}text")][:-1]
    assert {round(b - a, 1) for a, b in pairwise(tops)} == {24.0}


def test_a_forced_end_of_line_is_one_and_leaves_no_sign(draw):
    assert lines(draw(text("een\vtwee")))[:-1] == ["een", "twee"]


def test_signs_and_numbers_stand_before_their_paragraph(draw):
    assert lines(draw(text("Actie", bullet=Bullet("●"))))[:-1] == ["●", "Actie"]
    first = TextLine((Run("een", 20),), Bullet("1.", number=3))
    second = replace(first, runs=(Run("twee", 20),))
    numbered = TextBox("Tekst", box(), (first, second))
    assert lines(draw(numbered))[:-1] == ["3.", "een", "4.", "twee"]


def test_whatever_is_typed_comes_out_as_text(draw):
    assert lines(draw(text("<script>alert(1)</script> & “x”")))[0] == (
        "<script>alert(1)</script> & “x”"
    )


def test_footer_and_number_are_those_of_the_layout(draw):
    assert lines(draw(footer="Rapport 2022")) == ["Rapport 2022", "7"]


def test_shapes_keep_their_place_and_the_theme_gives_their_colour(draw, huis):
    svg = draw(Shape("Vlak", "rectangle", box(10, 20), fill="accent1"))
    shape = list(svg)[1]
    assert (shape.get("width"), shape.get("height")) == ("10", "20")
    assert shape.get("fill") == f"#{huis.huisstijl.colours['accent1']}"
    tinted = draw(Shape("Vlak", "ellipse", box(10, 20), fill="accent1~20"))
    assert list(tinted)[1].get("fill") == f"#{tint(huis.huisstijl.colours['accent1'], 20)}"


def test_a_picture_is_within_the_drawing(draw):
    svg = draw(PictureBox("Beeld", box(), "Een plan", b"\x89PNG..."))
    image = next(svg.iter(f"{SVG}image"))
    assert image.get("href").startswith("data:image/png;base64,")


def test_the_ground_and_the_panel_of_a_layout_are_drawn(huis):
    for layout, decor in zip(huis.huisstijl.layouts, huis.decors, strict=True):
        assert re.fullmatch("[0-9A-F]{6}", decor.ground)
        assert len([s for s in decor.stukken if s.kind == "rectangle"]) == len(layout.drawn)
        ground = decor.colours["dk2" if layout.dark else "lt1"]
        assert decor.ground == ground


def test_words_are_lists_in_reading_order_without_the_title():
    lines_ = (
        TextLine((Run("Inleiding", 20),)),
        TextLine((Run("Welzijn", 20),), Bullet("●")),
        TextLine((Run("Bevraging <1>", 16),), Bullet("–"), level=1),
        TextLine((Run("Intranet", 20),), Bullet("●")),
    )
    title = TextBox("Titel", box(), (TextLine((Run("Cultuur", 30),)),), placeholder=0)
    rule = Shape("Lijn", "line", box())
    slide = Slide(0, "Cultuur", (title, rule, TextBox("Tekst", box(), lines_)))
    assert words_of(slide) == (
        "<p>Inleiding</p>\n<ul><li>Welzijn<ul><li>Bevraging &lt;1&gt;</li></ul></li>"
        "<li>Intranet</li></ul>"
    )


def test_all_slides_of_2022_are_drawn_with_all_their_words():
    view = Studio(Workspace(REPOSITORY), 2022).build()
    drawn = "\n".join(dia.tekening for dia in view.dias)
    for words in ("Herschreven missie, visie en waarden", "Kwartaalnieuwsbrieven preventie", "21"):
        assert f">{words}<" in drawn
    for dia in view.dias:
        ET.fromstring(dia.tekening)  # noqa: S314 -- our own
        assert "style=" not in dia.tekening  # the page allows no styles within its HTML
