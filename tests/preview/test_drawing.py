"""A slide drawn as SVG says what the plan says, and breaks its lines where the plan does."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from voortgang.content.cijfers.cijfer import Cijfer, Reeks
from voortgang.office.ink import tint
from voortgang.office.measure import POINT, Measure, Span
from voortgang.presentatie.slides import (
    Box,
    Bullet,
    Chart,
    PictureBox,
    Run,
    Shape,
    Slide,
    TextBox,
    TextLine,
)
from voortgang.presentatie.template.read import read_huisstijl
from voortgang.preview.dia import draw_slide
from voortgang.preview.doek import Album, Doek
from voortgang.preview.grafiek import scale_end
from voortgang.preview.view import Studio
from voortgang.preview.woorden import words_of
from voortgang.source import Templates, Workspace

REPOSITORY = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def huisstijl():
    template = Templates().find("presentatie.pptx")
    return read_huisstijl(template.bytes(), template.file)[0]


@pytest.fixture
def album():
    return Album()


@pytest.fixture
def draw(huisstijl, album):
    layout = next(layout for layout in huisstijl.layouts if layout.type == "titleOnly")
    doek = Doek(huisstijl, layout, Measure(), album)

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


def test_lines_break_where_the_measure_breaks_them(draw, huisstijl):
    words = "Organisatie van de toekomst in een nieuw gebouw"
    broken = Measure().lines((Span(words),), huisstijl.body_font, 20, 120 * POINT)
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


def test_shapes_keep_their_place_and_the_theme_gives_their_colour(draw, huisstijl):
    svg = draw(Shape("Vlak", "rectangle", box(10, 20), fill="accent1"))
    shape = list(svg)[1]
    assert (shape.get("width"), shape.get("height")) == ("10", "20")
    assert shape.get("fill") == f"#{huisstijl.colours['accent1']}"
    tinted = draw(Shape("Vlak", "ellipse", box(10, 20), fill="accent1~20"))
    assert list(tinted)[1].get("fill") == f"#{tint(huisstijl.colours['accent1'], 20)}"


def test_a_picture_is_kept_to_be_served_and_only_if_it_is_one(draw, album):
    for content, kind in ((b"\x89PNG\r\n\x1a\n...", "image/png"), (b"<svg onload='x'/>", None)):
        image = next(draw(PictureBox("Beeld", box(), "Een plan", content)).iter(f"{SVG}image"))
        found = album.find(image.get("href").removeprefix("beeld/"))
        assert found == ((content, kind) if kind else None)


CIJFER = Cijfer(
    "acties-per-domein", "Acties", "balken", ("Cultuur", "Middelen van het bestuur"),
    (Reeks("Realisaties", "realisaties", (23, 4)), Reeks("Planning", "planning", (0, 7))),
    "Cultuur: 23 en 0; Middelen van het bestuur: 4 en 7.",
)  # fmt: skip


def test_bars_begin_where_the_plan_says_and_name_every_number(draw):
    svg = draw(Chart("Grafiek", box(500, 200), CIJFER, 16, labels=120 * POINT))
    bars = list(svg.iter(f"{SVG}rect"))[1:]
    assert {bar.get("x") for bar in bars} == {"120.0"}
    assert float(bars[0].get("width")) == pytest.approx(23 / 25 * (500 - 120 - 33.9), abs=0.1)
    assert [bar.get("fill") == "#FFFFFF" for bar in bars] == [False, True] * 2
    assert lines(svg)[:-1] == ["Cultuur", "23", "0", "Middelen van", "het bestuur", "4", "7"]


def test_stacked_bars_lie_end_to_end_with_sign_and_number(draw):
    roles = ("gerealiseerd", "lopend", "vervallen", "zonder_opvolging")
    series = tuple(Reeks(role, role, (n,)) for n, role in enumerate(roles, 2))
    figure = replace(CIJFER, vorm="gestapeld", categorieen=("Cultuur",), reeksen=series)
    svg = draw(Chart("Grafiek", box(600, 100), figure, 16, labels=100 * POINT))
    bars = [(float(b.get("x")), float(b.get("width"))) for b in list(svg.iter(f"{SVG}rect"))[1:]]
    for (x, width), (following, _) in pairwise(bars):
        assert x + width == pytest.approx(following, abs=0.11)
    assert lines(svg)[1:-1] == ["● 2", "→ 3", "× 4", "? 5"]


def test_lines_carry_their_own_key(draw):
    figure = replace(CIJFER, vorm="lijnen", categorieen=("2021", "2022"))
    svg = draw(Chart("Grafiek", box(500, 300), figure, 16))
    assert lines(svg)[:4] == ["Realisaties", "Planning", "2021", "2022"]
    done, planned = svg.iter(f"{SVG}polyline")
    assert (done.get("stroke-dasharray"), planned.get("stroke-dasharray")) == (None, "6 4")


@pytest.mark.parametrize(("largest", "end"), [(0, 2), (5, 6), (23, 25), (24, 30), (117, 150)])
def test_the_scale_ends_at_a_round_number(largest, end):
    assert scale_end(largest) == end


def test_the_ground_and_the_panel_of_a_layout_are_drawn(huisstijl, album):
    for layout in huisstijl.layouts:
        doek = Doek(huisstijl, layout, Measure(), album)
        svg = ET.fromstring(str(draw_slide(doek, Slide(layout.index, "Titel", ()), 1)))  # noqa: S314 -- our own
        ground, *painted = svg.iter(f"{SVG}rect")
        dark = layout.type in {"title", "secHead"}
        assert ground.get("fill") == f"#{layout.colours['dk2' if dark else 'lt1']}"
        assert len(painted) == len(layout.drawn)


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
