"""What a shape fills of its place: presets of PowerPoint, and freeforms as their points."""

from itertools import pairwise
from math import cos, radians, sin, tau

from lxml import etree

from voortgang.office.xml import Element
from voortgang.presentatie.slides import Box
from voortgang.presentatie.template.paint.colour import NS
from voortgang.presentatie.template.paint.painting import Contour, Form

DEGREE = 60000
CURVES = ("cubicBezTo", "quadBezTo")
BEND = 6  # lines that a curve is made of
CORNER = 15  # degrees of an arc that one line stands for
PRESETS: dict[str, Form] = {
    "rect": "rectangle",
    "ellipse": "ellipse",
    "line": "line",
    "triangle": ((((0.5, 0), (1, 1), (0, 1)),),),
    "rtTriangle": ((((0, 0), (1, 1), (0, 1)),),),
    "diamond": ((((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),),),
}
FRAME = 0.125  # of its shorter side, which PowerPoint's frame is thick


def form_of(look: Element | None, box: Box) -> Form:
    """Read the form of a shape from its `p:spPr`."""
    if look is None:
        return "rectangle"
    preset = look.find("a:prstGeom", NS)
    if preset is not None:
        name = preset.get("prst", "rect")
        return _frame(box) if name == "frame" else PRESETS.get(name, "unknown")
    paths = look.findall("a:custGeom/a:pathLst/a:path", NS)
    extent = look.find("a:xfrm/a:ext", NS)
    try:
        found = tuple(_path(path, extent) for path in paths if path.get("fill") != "none")
    except (TypeError, ValueError, IndexError, OverflowError):  # a point may be a formula
        return "unknown"
    return found or "rectangle"


def _frame(box: Box) -> Form:
    thick = FRAME * min(box.width, box.height)
    x, y = thick / max(box.width, 1), thick / max(box.height, 1)
    hole = ((x, y), (1 - x, y), (1 - x, 1 - y), (x, 1 - y))
    return ((((0, 0), (1, 0), (1, 1), (0, 1)), hole),)


def _path(path: Element, extent: Element | None) -> tuple[Contour, ...]:
    """Read a path as contours in the unit square; raises where it holds what is not a number."""
    width, height = (
        max(_whole(path, side) if path.get(side) else _whole(extent, other), 1)
        for side, other in (("w", "cx"), ("h", "cy"))
    )
    found: list[list[tuple[float, float]]] = []
    for step in path:
        kind = etree.QName(step).localname
        points = [(float(_whole(p, "x")), float(_whole(p, "y"))) for p in step.findall("a:pt", NS)]
        if kind == "moveTo":
            found.append(points)
        elif kind == "arcTo":
            found[-1] += _arc(found[-1][-1], step)
        elif kind in CURVES:
            found[-1] += _curve([found[-1][-1], *points])
        else:
            found[-1] += points
    return tuple(tuple((x / width, y / height) for x, y in each) for each in found)


def _whole(node: Element | None, name: str) -> int:
    return int("" if node is None else node.get(name, ""))


def _arc(begin: tuple[float, float], step: Element) -> list[tuple[float, float]]:
    """Give points along an arc that begins where the path has come."""
    wide, high = _whole(step, "wR"), _whole(step, "hR")
    start, swing = (radians(_whole(step, name) / DEGREE) for name in ("stAng", "swAng"))
    x, y = begin[0] - wide * cos(start), begin[1] - high * sin(start)
    swing = min(max(swing, -tau), tau)  # a full turn: more would only go over it again
    count = max(2, round(abs(swing) / radians(CORNER)))
    angles = (start + swing * n / count for n in range(1, count + 1))
    return [(x + wide * cos(angle), y + high * sin(angle)) for angle in angles]


def _curve(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Give points along a Bézier curve, without its first."""
    out = []
    for n in range(1, BEND + 1):
        left = points
        while len(left) > 1:
            left = [
                (x1 + (x2 - x1) * n / BEND, y1 + (y2 - y1) * n / BEND)
                for (x1, y1), (x2, y2) in pairwise(left)
            ]
        out += left
    return out
