"""The forms of a house style fill what LibreOffice fills of their place."""

import subprocess

import pytest
from libreoffice import converted
from PIL import Image
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.util import Pt

from voortgang.presentatie.slides import Box
from voortgang.presentatie.template.paint.forms import form_of
from voortgang.presentatie.template.paint.painting import Flat, Painting, Patch
from voortgang.presentatie.template.paint.presets import ARROWS, CORNERS, OUTLINES, PLAIN

NAMES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
INK = Flat(((0.0, 0.0, 0.0, 1.0),))
USUAL = [*CORNERS, *OUTLINES, *PLAIN, *ARROWS, "frame", "donut", "flowChartConnector"]
SAID = {
    "roundRect": {"adj": 50000},
    "round2SameRect": {"adj1": 0, "adj2": 40000},
    "round2DiagRect": {"adj1": 5000, "adj2": 50000},
    "snip2SameRect": {"adj1": 30000, "adj2": 10000},
    "snip2DiagRect": {"adj1": 40000, "adj2": 5000},
    "snipRoundRect": {"adj1": 50000, "adj2": 10000},
    "parallelogram": {"adj": 120000},
    "trapezoid": {"adj": 60000},
    "hexagon": {"adj": 60000, "vf": 115470},
    "homePlate": {"adj": 20000},
    "chevron": {"adj": 90000},
    "plus": {"adj": 10000},
    "corner": {"adj1": 20000, "adj2": 70000},
    "triangle": {"adj": 20000},
    "diagStripe": {"adj": 80000},
    "rightArrow": {"adj1": 20000, "adj2": 90000},
    "upArrow": {"adj1": 70000, "adj2": 30000},
    "frame": {"adj1": 30000},
    "donut": {"adj": 10000},
}
CASES = [(name, {}) for name in USUAL] + list(SAID.items())
EDGE = 0.01  # of the dots, which an edge goes through
WIDE, HIGH, APART, ROW = 90, 50, 100, 7  # points, and how many stand in a row
UPRIGHT = {"width": HIGH, "height": WIDE}


def look(name, said):
    """Write the look of a shape that says this of its form."""
    guides = "".join(f'<a:gd name="{key}" fmla="val {value}"/>' for key, value in said.items())
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def form(name, said=None, width=WIDE, height=HIGH):
    properties = parse_xml(f"<p:spPr {NAMES}>{look(name, said or {})}</p:spPr>")
    return form_of(properties, width, height)


def fills(made, x, y):
    return bool(Patch(Box(0, 0, 1000, 1000), INK, made).tones(1000 * x, 1000 * y))


def sheet(path):
    """Save a slide with all cases on it, in black."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(APART * ROW), Pt(APART * -(-len(CASES) // ROW))
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    for at, (name, said) in enumerate(CASES):
        x, y = (Pt(APART * part) for part in (at % ROW, at // ROW))
        slide.shapes._spTree.append(parse_xml(  # noqa: SLF001 -- no public name
            f'<p:sp {NAMES}><p:nvSpPr><p:cNvPr id="{at + 9}" name="{name}"/><p:cNvSpPr/><p:nvPr/>'
            f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{Pt(WIDE)}" '
            f'cy="{Pt(HIGH)}"/></a:xfrm>{look(name, said)}<a:solidFill><a:srgbClr val="000000"/>'
            f"</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        ))  # fmt: skip
    deck.save(path)


@pytest.mark.office
def test_each_form_fills_what_libreoffice_fills(tmp_path):
    sheet(tmp_path / "vormen.pptx")
    [page] = converted(tmp_path / "vormen.pptx")
    draw = ["pdftoppm", "-r", "144", "-png", "-singlefile", page]
    subprocess.run([*draw, tmp_path / "vormen"], check=True, timeout=60)
    wrong = {}
    with Image.open(tmp_path / "vormen.png") as picture:
        grey = picture.convert("L")
        for at, (name, said) in enumerate(CASES):
            made, seen = form(name, said), []
            for n in range(WIDE * HIGH):
                x, y = n % WIDE + 0.25, n // WIDE + 0.25  # the middle of a dot
                place = APART * (at % ROW) + x, APART * (at // ROW) + y
                drawn = grey.getpixel(tuple(int(2 * part) for part in place)) < 128
                seen.append(drawn is fills(made, x / WIDE, y / HIGH))
            if seen.count(False) > EDGE * len(seen):
                wrong[name, *said.values()] = seen.count(False) / len(seen)
    assert wrong == {}


@pytest.mark.parametrize("name", [*USUAL, "rect", "ellipse"])
def test_a_known_form_stays_within_its_place_and_fills_its_middle(name):
    for sizes in ({}, UPRIGHT):
        made = form(name, **sizes)
        assert made not in ("unknown", "line")
        if isinstance(made, tuple):
            points = [point for path in made for contour in path for point in contour]
            assert all(-1e-9 <= part <= 1 + 1e-9 for point in points for part in point)
        hollow = name in {"frame", "donut", "corner", "diagStripe"}
        assert hollow or fills(made, 0.5, 0.52)


@pytest.mark.parametrize(
    ("name", "corners"),
    [("rect", "1111"), ("roundRect", "0000"), ("round1Rect", "1011"), ("round2SameRect", "0011"),
     ("round2DiagRect", "0101"), ("snip1Rect", "1011"), ("snip2DiagRect", "1010"),
     ("chevron", "1001"), ("homePlate", "1001"), ("parallelogram", "0101"), ("hexagon", "0000")],
)  # fmt: skip
def test_the_corners_of_a_form_are_there_or_not(name, corners):
    near = [(0.01, 0.01), (0.99, 0.01), (0.99, 0.99), (0.01, 0.99)]
    assert "".join(str(int(fills(form(name), *place))) for place in near) == corners


@pytest.mark.parametrize("said", ['fmla="*/ w 1 2"', 'fmla="val x"', 'fmla=""', ""])
def test_a_form_that_says_nonsense_of_itself_is_as_usual(said):
    shape = f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" {said}/></a:avLst>'
    properties = parse_xml(f"<p:spPr {NAMES}>{shape}</a:prstGeom></p:spPr>")
    assert form_of(properties, WIDE, HIGH) == form("roundRect")


def test_a_form_that_nobody_knows_is_told_as_such():
    assert form("cloudCallout") == "unknown"


def freeform(step):
    """The form of a path that begins in the middle and has one more step."""
    path = '<a:path w="9" h="9"><a:moveTo><a:pt x="4" y="4"/></a:moveTo>'
    geometry = f"<a:custGeom><a:pathLst>{path}{step}</a:path></a:pathLst></a:custGeom>"
    return form_of(parse_xml(f"<p:spPr {NAMES}>{geometry}</p:spPr>"), WIDE, HIGH)


def test_an_arc_of_many_turns_goes_around_once():
    (((_, *points),),) = freeform('<a:arcTo wR="4" hR="4" stAng="0" swAng="2147483647"/>')
    assert len(points) == 24
    assert points[-1] == pytest.approx((4 / 9, 4 / 9))


@pytest.mark.parametrize("place", ["vc", "", "9" * 400, "1.5"])
def test_a_freeform_whose_points_are_no_numbers_is_told_as_such(place):
    assert freeform(f'<a:lnTo><a:pt x="{place}" y="4"/></a:lnTo>') == "unknown"


class Counted:
    """A paint of one tone that counts how often it is looked at."""

    def __init__(self, tone):
        self.tone, self.looks = tone, 0

    def at(self, *_):
        self.looks += 1
        return (self.tone,)


@pytest.mark.parametrize(
    ("opaque", "seen", "most"),
    [
        (1.0, "C80000", 900),
        (0.5, "C80000", 20_000),
        pytest.param(0.001, None, 100_000, marks=pytest.mark.slow),
    ],
)
def test_of_thousands_of_things_behind_a_text_few_are_looked_at(opaque, seen, most):
    """What is in front hides the rest; where it hides nothing, fewer points are looked at."""
    paint, deep = Counted((200.0, 0.0, 0.0, opaque)), Counted((0.0, 200.0, 0.0, opaque))
    place = Box(0, 0, 12000000, 6000000)
    patches = [Patch(place, each) for each in (deep, paint) for _ in range(1000)]
    colours = Painting(tuple(patches)).at(Box(4000000, 1500000, 4000000, 3000000))
    assert paint.looks + deep.looks <= most
    assert seen is None or colours == (seen,)


@pytest.mark.slow
def test_of_a_form_of_many_corners_few_points_are_looked_at():
    paint, place = Counted((200.0, 0.0, 0.0, 1.0)), Box(0, 0, 12000000, 6000000)
    edge = tuple((n / 10_000, 0.0) for n in range(10_000))
    form = (((*edge, (1.0, 1.0), (0.0, 1.0)),),)
    assert Painting((Patch(place, paint, form),)).at(place) == ("C80000",)
    assert paint.looks <= 100


@pytest.mark.parametrize("side", [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, -1, 0), (0, 0, 0, -1)])
def test_what_lies_over_a_part_of_a_place_hides_no_more_than_that(side):
    place, ground = Box(0, 0, 4000000, 4000000), Flat(((0.0, 0.0, 0.0, 1.0),))
    over = Box(*(2000000 * (at + more) for at, more in zip((0, 0, 2, 2), side, strict=True)))
    light = Flat(((255.0, 255.0, 255.0, 1.0),))
    colours = Painting((Patch(place, ground), Patch(over, light))).at(place)
    assert set(colours) == {"000000", "FFFFFF"}
