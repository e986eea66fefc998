"""What a layout paints behind its slides, from back to front."""

from collections.abc import Iterator
from math import atan2, degrees

from voortgang.office.typst.code import literal
from voortgang.presentatie.pdf.sheet import Sheet, emu, number, place, rgb
from voortgang.presentatie.slides import Box
from voortgang.presentatie.template.paint.painting import (
    Flat,
    Patch,
    Shown,
    Slope,
    Tone,
    Turn,
    placed,
)
from voortgang.presentatie.template.paint.presets import ellipse, square


def write_ground(sheet: Sheet) -> Iterator[str]:
    """Draw the ground of the layout and all that it paints; one that nobody knows is light."""
    for nth, patch in enumerate(sheet.layout.painting.patches):
        drawn = [] if sheet.files.plain else list(write_patch(sheet, patch, patch.box))
        if not nth and not drawn:
            drawn = [f"rectangle({place(patch.box)}, {sheet.ink('lt1')}, none)"]
        yield from drawn


def write_patch(sheet: Sheet, patch: Patch, box: Box) -> Iterator[str]:
    """Draw one thing where it stands: in this box, unless it is turned."""
    shown, fill, stroke = patch.shown, "none", "none"
    if shown is None:
        fill = _fill(patch, box)
    elif path := sheet.files.path(shown.content):
        yield _picture(sheet, patch, box, shown, path)
    if patch.line and patch.line_width:
        stroke = f"ruling({rgb(patch.line)}, {number(patch.line_width)})"
    if fill == stroke == "none":
        return
    if patch.turn is None and patch.form == "line":
        ends = ", ".join(map(emu, (box.x, box.y, box.right, box.bottom)))
        yield f"stroke-from({ends}, {stroke})"
    elif patch.turn is None and isinstance(patch.form, str):
        kind = "round" if patch.form == "ellipse" else "rectangle"
        yield f"{kind}({place(box)}, {fill}, {stroke})"
    else:
        yield f"form({fill}, {stroke}, {_contours(patch, box)})"


def _fill(patch: Patch, box: Box) -> str:
    """Write what fills a thing; of tones in a pattern their mean."""
    paint = patch.paint
    if isinstance(paint, Slope):
        return _gradient(paint, box)
    tones = [tone for tone in paint.tones if tone] if isinstance(paint, Flat) else []
    if len(tones) == 1:
        return _tone(tones[0])
    return rgb(patch.colour) if patch.colour else "none"


def _tone(tone: Tone) -> str:
    red, green, blue = (min(max(round(part), 0), 255) for part in tone[:3])
    alpha = "" if tone[3] >= 1 else f", {number(100 * tone[3])}%"
    return f"rgb({red}, {green}, {blue}{alpha})"


def _gradient(slope: Slope, box: Box) -> str:
    """Write a gradient; typst turns the angle with the sides of what it fills."""
    angle = degrees(atan2(slope.down * box.width, slope.across * box.height))
    first, last = _tone(slope.first), _tone(slope.last)
    start, end = (number(100 * min(max(stop, 0), 1)) for stop in (slope.start, slope.end))
    stops = f"({first}, 0%), ({first}, {start}%), ({last}, {end}%), ({last}, 100%)"
    return f"gradient.linear({stops}, angle: {number(angle)}deg, space: rgb)"


def _contours(patch: Patch, box: Box) -> str:
    """Write the contours of a thing as they come to stand on the slide."""
    forward = _forward(patch, box)
    if isinstance(patch.form, tuple):
        contours = [contour for path in patch.form for contour in path]
    elif patch.form == "line":
        contours = [((0, 0), (1, 1))]
    else:
        contours = [ellipse() if patch.form == "ellipse" else square()]
    written = []
    for contour in contours:
        points = (forward(*point) for point in contour)
        written.append("(" + "".join(f"({emu(x)}pt, {emu(y)}pt), " for x, y in points) + ")")
    return ", ".join(written)


def _forward(patch: Patch, box: Box) -> Turn:
    """Give the turn that brings the unit square to where a thing stands."""
    return (patch.turn and patch.turn.back()) or placed(box)


def _picture(sheet: Sheet, patch: Patch, box: Box, shown: Shown, path: str) -> str:
    """Draw a picture, cut off at its sides, turned, and as faint as it is."""
    forward = _forward(patch, box)
    wide, high = forward.width, forward.height
    mirrored = forward.a * forward.e < forward.b * forward.d
    way = -1 if mirrored else 1
    angle = degrees(atan2(way * forward.d, way * forward.a))
    x, y = box.x + box.width / 2 - wide / 2, box.y + box.height / 2 - high / 2
    left, top, right, bottom = shown.cut
    whole = wide / max(1 - left - right, 0.01), high / max(1 - top - bottom, 0.01)
    ground = sheet.layout.painting.patches[0].colour
    return (
        f"picture({emu(x)}, {emu(y)}, {emu(wide)}, {emu(high)}, {literal(path)}, "
        f"({', '.join(map(emu, (-left * whole[0], -top * whole[1], *whole)))}), "
        f"angle: {number(angle)}deg, mirrored: {'true' if mirrored else 'false'}, "
        f"veil: {rgb(ground) if ground and shown.opacity < 1 else 'none'}, "
        f"through: {number(100 * shown.opacity)}%)"
    )
