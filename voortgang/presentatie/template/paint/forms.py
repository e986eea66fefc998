"""What a shape fills of its place: presets of PowerPoint, and freeforms as their points."""

import re
from itertools import pairwise
from math import cos, radians, sin, tau

from lxml import etree

from voortgang.office.xml import Element
from voortgang.presentatie.template.paint.colour import NS
from voortgang.presentatie.template.paint.painting import Contour, Form
from voortgang.presentatie.template.paint.presets import preset

VALUE = re.compile(r"val\s+(-?[0-9]{1,9})")
DEGREE = 60000
CURVES = ("cubicBezTo", "quadBezTo")
BEND = 6  # lines that a curve is made of
CORNER = 15  # degrees of an arc that one line stands for
WHOLLY: dict[str, Form] = {
    "rect": "rectangle",
    "flowChartProcess": "rectangle",
    "ellipse": "ellipse",
    "flowChartConnector": "ellipse",
    "line": "line",
}


def form_of(look: Element | None, width: float, height: float) -> Form:
    """Read the form of a shape of so wide and high, in any unit, from its `p:spPr`."""
    if look is None:
        return "rectangle"
    chosen = look.find("a:prstGeom", NS)
    if chosen is not None:
        name = chosen.get("prst", "rect")
        drawn = preset(name, _said(chosen), width, height)
        return WHOLLY.get(name, "unknown") if drawn is None else (drawn,)
    paths = look.findall("a:custGeom/a:pathLst/a:path", NS)
    extent = look.find("a:xfrm/a:ext", NS)
    try:
        found = tuple(_path(path, extent) for path in paths if path.get("fill") != "none")
    except (TypeError, ValueError, IndexError, OverflowError):  # a point may be a formula
        return "unknown"
    return found or "rectangle"


def degrees_of(angle: str | None) -> float:
    """Read an angle, which is written in parts of a degree; what is none is no turn."""
    said = angle or ""
    return int(said) / DEGREE if said.lstrip("-").isdecimal() else 0


def _said(chosen: Element) -> dict[str, int]:
    """Read what a shape says of its form; a formula is as if it said nothing."""
    guides = chosen.findall("a:avLst/a:gd", NS)
    values = {g.get("name", ""): VALUE.fullmatch(g.get("fmla", "").strip()) for g in guides}
    return {name: int(value[1]) for name, value in values.items() if value}


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
