"""What a layout and its master draw behind the placeholders, as patches of paint."""

from collections.abc import Iterator
from dataclasses import dataclass

from voortgang.office.measure import POINT
from voortgang.office.xml import A, Element, P
from voortgang.presentatie.slides import Box
from voortgang.presentatie.template.paint.colour import NS
from voortgang.presentatie.template.paint.fills import Brush, fill_in
from voortgang.presentatie.template.paint.forms import degrees_of, form_of
from voortgang.presentatie.template.paint.painting import (
    NOTHING_KNOWN,
    UNTURNED,
    Paint,
    Patch,
    Turn,
    placed,
)

LARGE_PICTURE = 8_000_000 * 2_000_000  # EMU: some text may stand on it, which none does on a logo
WHOLE = 0.35  # of the slide: a larger group is looked at thing by thing
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
YES = ("1", "true")
FARTHEST = 2**31  # EMU: what stands further off has no place; a slide is a fortieth of it at most
PLACES = ("p:spPr/a:xfrm", "p:grpSpPr/a:xfrm", "p:xfrm")


@dataclass(frozen=True, slots=True)
class Within:
    """What a thing has from the group that it is in: its place, and the paint that they share."""

    turn: Turn = UNTURNED
    paint: Paint | None = None
    span: Turn | None = None


def ground_of(ground: Element, brush: Brush) -> Paint | None:
    """Give the paint of the ground (`p:bg`) of a layout or master; None where it paints nothing."""
    reference = ground.find("p:bgRef", NS)
    fill = fill_in(ground.find("p:bgPr", NS))
    if reference is not None or fill is None:
        return brush.by_style(reference, brush.slide)
    return brush.paint(fill, brush.slide)


def patches(element: Element, brush: Brush) -> Iterator[Patch]:
    """Give what a layout or master draws besides placeholders, from back to front."""
    tree = element.find("p:cSld/p:spTree", NS)
    if tree is not None:
        yield from _drawn(tree, brush, Within())


def boxes(element: Element, slide: Box) -> Iterator[Box]:
    """Give the places of what is drawn: of a group that of the whole, where it is not too large."""
    tree = element.find("p:cSld/p:spTree", NS)
    if tree is not None:
        yield from _boxes(tree, UNTURNED, slide)


def _boxes(tree: Element, turn: Turn, slide: Box) -> Iterator[Box]:
    for shape, own in _shapes(tree):
        box = turn.after(own).frame()
        if shape.tag == f"{P}grpSp" and box.width * box.height > WHOLE * slide.width * slide.height:
            yield from _boxes(shape, turn.after(_inner(shape, own)), slide)
        else:
            yield box


def _shapes(tree: Element) -> Iterator[tuple[Element, Turn]]:
    """Give the things within a tree or group where they stand; of alternatives the first of use.

    Their turn brings the unit square to that place in their group.
    """
    for shape in tree:
        if shape.tag == ALTERNATIVES:
            yield from next((found for way in shape if (found := list(_shapes(way)))), ())
            continue
        name = shape.find("*/p:cNvPr", NS)
        if name is None or name.get("hidden") in YES:
            continue
        if shape.find("*/p:nvPr/p:ph", NS) is None and (own := _turn_of(shape)) is not None:
            yield shape, own


def _drawn(tree: Element, brush: Brush, within: Within) -> Iterator[Patch]:
    for shape, own in _shapes(tree):
        if shape.tag == f"{P}grpSp":
            yield from _drawn(shape, brush, _group(shape, own, brush, within))
        else:
            yield _patch(shape, within.turn.after(own), brush, within)


def _group(shape: Element, own: Turn, brush: Brush, within: Within) -> Within:
    turn = within.turn.after(own)
    fill = fill_in(shape.find("p:grpSpPr", NS))
    paint, span = within.paint, within.span
    if fill is not None and fill.tag != f"{A}grpFill":
        paint, span = brush.paint(fill, turn.frame()), turn.back()
    return Within(within.turn.after(_inner(shape, own)), paint, span)


def _patch(shape: Element, turn: Turn, brush: Brush, within: Within) -> Patch:
    box = turn.frame()
    look = shape.find("p:spPr", NS)
    paint, span = fill_of(shape, brush, box, within)
    picture = None
    if shape.get("useBgFill") in YES:
        paint, span = brush.ground, placed(brush.slide).back()
    if shape.tag == f"{P}pic":
        fill = shape.find("p:blipFill", NS)
        large = box.width * box.height >= LARGE_PICTURE
        picture = None if fill is None else brush.pictures.shown(fill)
        paint = NOTHING_KNOWN if fill is None or not large else brush.pictures.paint(fill)
    outline = look.find("a:ln", NS) if look is not None else None
    ink = outline.find("a:solidFill", NS) if outline is not None else None
    width = outline.get("w", "9525") if outline is not None else "0"
    upright = turn.b == turn.d == 0 and turn.a > 0 and turn.e > 0
    return Patch(
        box,
        paint,
        "line" if shape.tag == f"{P}cxnSp" else form_of(look, turn.width, turn.height),
        None if upright else turn.back(),
        span,
        brush.palette.hex_of(ink),
        int(width) / POINT if width.isdecimal() else 0,
        picture,
        " ".join("".join(each.text or "" for each in shape.iterfind(".//a:t", NS)).split()),
    )


def fill_of(
    shape: Element, brush: Brush, box: Box, within: Within | None = None
) -> tuple[Paint | None, Turn | None]:
    """Give the paint of a shape, and what it spans where that is not the shape itself.

    What the shape itself says goes before what its style says.
    """
    fill = fill_in(shape.find("p:spPr", NS))
    if fill is None:
        return brush.by_style(shape.find("p:style/a:fillRef", NS), box), None
    if fill.tag == f"{A}grpFill":
        return (within.paint, within.span) if within else (None, None)
    return brush.paint(fill, box), None


def box_of(frame: Element | None) -> Box | None:
    """Read a place (`a:xfrm`)."""
    return _box(frame, "off", "ext")


def _box(frame: Element | None, start: str, extent: str) -> Box | None:
    if frame is None:
        return None
    offset, size = frame.find(f"a:{start}", NS), frame.find(f"a:{extent}", NS)
    if offset is None or size is None:
        return None
    named = (offset.get("x"), offset.get("y"), size.get("cx"), size.get("cy"))
    try:
        sides = [int(value or "") for value in named]
    except ValueError:
        return None
    return Box(*sides) if max(map(abs, sides)) < FARTHEST else None


def _turn_of(shape: Element) -> Turn | None:
    """Give the turn that brings the unit square to where a thing stands in its group."""
    frame = next((f for path in PLACES if (f := shape.find(path, NS)) is not None), None)
    box = box_of(frame)
    if frame is None or box is None:
        return None
    wide, high = (-1 if frame.get(side) in YES else 1 for side in ("flipH", "flipV"))
    return placed(box, degrees_of(frame.get("rot")), wide=wide, high=high)


def _inner(group: Element, own: Turn) -> Turn:
    """Give the turn from the measures that hold within a group to those around it."""
    frame = group.find("p:grpSpPr/a:xfrm", NS)
    inside = _box(frame, "chOff", "chExt") or box_of(frame)
    if inside is None or not inside.width or not inside.height:
        return UNTURNED
    wide, high = 1 / inside.width, 1 / inside.height
    return own.after(Turn(wide, 0, -inside.x * wide, 0, high, -inside.y * high))
