"""The forms of PowerPoint that house styles are made of, as points in the unit square.

As `presetShapeDefinitions.xml` of ISO 29500 has them: what a shape itself says of its form
(`a:avLst`) are hundred thousandths of its shorter side. `x` and `y` are these as shares of its
width and height.
"""

from collections.abc import Callable, Mapping, Sequence
from math import cos, pi, sin
from typing import NamedTuple, TypeAlias

from voortgang.presentatie.template.paint.painting import Contour

WHOLE = 100000
ROUND = 18  # lines that a quarter of a circle is made of
Shares: TypeAlias = Sequence[float]


class Outline(NamedTuple):
    """A form by points: what it says where the shape does not, the most of it, and its points.

    `most` is that of the width for what stands along it.
    """

    usual: tuple[int, ...]
    most: float
    points: Callable[[Shares, Shares], Contour]


class Corners(NamedTuple):
    """A rectangle by its corners, clockwise from the left above: how each is cut, and by which.

    `r` is rounded off, `s` cut off straight, `p` hollowed out; a sharp one is empty.
    """

    usual: tuple[int, ...]
    cut: tuple[str, str, str, str]


CORNERS: Mapping[str, Corners] = {
    "roundRect": Corners((16667,), ("r0", "r0", "r0", "r0")),
    "flowChartAlternateProcess": Corners((16667,), ("r0", "r0", "r0", "r0")),
    "round1Rect": Corners((16667,), ("", "r0", "", "")),
    "round2SameRect": Corners((16667, 0), ("r0", "r0", "r1", "r1")),
    "round2DiagRect": Corners((16667, 0), ("r0", "r1", "r0", "r1")),
    "snip1Rect": Corners((16667,), ("", "s0", "", "")),
    "snip2SameRect": Corners((16667, 0), ("s0", "s0", "s1", "s1")),
    "snip2DiagRect": Corners((0, 16667), ("s0", "s1", "s0", "s1")),
    "snipRoundRect": Corners((16667, 16667), ("r0", "s1", "", "")),
    "octagon": Corners((29289,), ("s0", "s0", "s0", "s0")),
    "plaque": Corners((16667,), ("p0", "p0", "p0", "p0")),
}
OUTLINES: Mapping[str, Outline] = {
    "parallelogram": Outline((25000,), 1, lambda x, _: (
        (0, 1), (x[0], 0), (1, 0), (1 - x[0], 1))),
    "trapezoid": Outline((25000,), 0.5, lambda x, _: (
        (0, 1), (x[0], 0), (1 - x[0], 0), (1, 1))),
    "hexagon": Outline((25000,), 0.5, lambda x, _: (
        (0, 0.5), (x[0], 0), (1 - x[0], 0), (1, 0.5), (1 - x[0], 1), (x[0], 1))),
    "homePlate": Outline((50000,), 1, lambda x, _: (
        (0, 0), (1 - x[0], 0), (1, 0.5), (1 - x[0], 1), (0, 1))),
    "chevron": Outline((50000,), 1, lambda x, _: (
        (0, 0), (1 - x[0], 0), (1, 0.5), (1 - x[0], 1), (0, 1), (x[0], 0.5))),
    "plus": Outline((25000,), 0.5, lambda x, y: (
        (0, y[0]), (x[0], y[0]), (x[0], 0), (1 - x[0], 0), (1 - x[0], y[0]), (1, y[0]),
        (1, 1 - y[0]), (1 - x[0], 1 - y[0]), (1 - x[0], 1), (x[0], 1), (x[0], 1 - y[0]),
        (0, 1 - y[0]))),
    "corner": Outline((50000, 50000), 1, lambda x, y: (
        (0, 0), (x[1], 0), (x[1], 1 - y[0]), (1, 1 - y[0]), (1, 1), (0, 1))),
}  # fmt: skip
# Parts of width and height themselves, not of the shorter side.
PLAIN: Mapping[str, tuple[tuple[int, ...], Callable[[Shares], Contour]]] = {
    "triangle": ((50000,), lambda a: ((a[0], 0), (1, 1), (0, 1))),
    "rtTriangle": ((), lambda _: ((0, 0), (1, 1), (0, 1))),
    "diamond": ((), lambda _: ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5))),
    "flowChartDecision": ((), lambda _: ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5))),
    "diagStripe": ((50000,), lambda a: ((0, a[0]), (a[0], 0), (1, 0), (0, 1))),
    "pentagon": ((), lambda _: ((0, 0.382), (0.5, 0), (1, 0.382), (0.809, 1), (0.191, 1))),
}
ARROWS: Mapping[str, Callable[[float, float], tuple[float, float]]] = {
    "rightArrow": lambda along, across: (along, across),
    "leftArrow": lambda along, across: (1 - along, across),
    "downArrow": lambda along, across: (across, along),
    "upArrow": lambda along, across: (across, 1 - along),
}


def preset(
    name: str, said: Mapping[str, int], width: float, height: float
) -> tuple[Contour, ...] | None:
    """Give the contours of a form of so wide and high; None where it is not known here."""
    short = min(width, height)
    per = short / max(width, 1), short / max(height, 1)
    if name in CORNERS:
        usual, cut = CORNERS[name]
        by = [min(value, 0.5) for value in _said(said, usual)]
        return (_cornered(cut, [value * per[0] for value in by], [value * per[1] for value in by]),)
    if name in OUTLINES:
        usual, most, points = OUTLINES[name]
        x, y = ([min(a * share, most) for a in _said(said, usual)] for share in per)
        return (points(x, y),)
    if name in PLAIN:
        plain, of = PLAIN[name]
        return (of([min(value, 1) for value in _said(said, plain)]),)
    if name in ARROWS:
        thick, head = _said(said, (50000, 50000))
        lies = name in {"rightArrow", "leftArrow"}
        neck, half = 1 - min(head * per[0 if lies else 1], 1), min(thick, 1) / 2
        arrow = ((0, 0.5 - half), (neck, 0.5 - half), (neck, 0), (1, 0.5), (neck, 1),
                 (neck, 0.5 + half), (0, 0.5 + half))  # fmt: skip
        return (tuple(ARROWS[name](*point) for point in arrow),)
    if name in {"frame", "donut"}:
        (thick,) = _said(said, (12500,) if name == "frame" else (25000,))
        inset = [min(thick, 0.5) * share for share in per]
        around = ellipse if name == "donut" else square
        return (around(), around(*inset))
    return None


def _said(said: Mapping[str, int], usual: tuple[int, ...]) -> list[float]:
    """Give what a shape says of its form, or else what is usual, as shares of one."""
    alone = {"adj1": said["adj"]} if "adj" in said else {}
    values = ({**said, **alone}.get(f"adj{n}", value) for n, value in enumerate(usual, 1))
    return [max(value, 0) / WHOLE for value in values]


def square(x: float = 0, y: float = 0) -> Contour:
    """Give the corners of a rectangle that lies so far within the unit square."""
    return ((x, y), (1 - x, y), (1 - x, 1 - y), (x, 1 - y))


def ellipse(x: float = 0, y: float = 0) -> Contour:
    """Give points around the ellipse that lies so far within the unit square."""
    turns = (pi * n / (2 * ROUND) for n in range(4 * ROUND))
    return tuple((0.5 + (0.5 - x) * cos(turn), 0.5 + (0.5 - y) * sin(turn)) for turn in turns)


def _cornered(cut: Sequence[str], wide: Shares, high: Shares) -> Contour:
    """Go around a rectangle, past its corners."""
    points: list[tuple[float, float]] = []
    for corner, kind in enumerate(cut):
        x, y = (1.0 if corner in {1, 2} else 0.0), (1.0 if corner in {2, 3} else 0.0)
        if not kind:
            points.append((x, y))
            continue
        dx, dy = (wide[int(kind[1])] * (1 - 2 * x), high[int(kind[1])] * (1 - 2 * y))
        way = [(sin(pi / 2 * n / ROUND), cos(pi / 2 * n / ROUND)) for n in range(ROUND + 1)]
        if kind[0] == "s":
            bend = [(x, y + dy), (x + dx, y)]
        elif kind[0] == "r":
            bend = [(x + dx * (1 - c), y + dy * (1 - s)) for s, c in way]
        else:
            bend = [(x + dx * s, y + dy * c) for s, c in way]
        points += bend if corner in {0, 2} else bend[::-1]
    return tuple(points)
