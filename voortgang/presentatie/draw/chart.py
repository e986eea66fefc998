"""Charts with their key above them; too many categories go on in a next one."""

from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.office.measure import PITCH, POINT
from voortgang.office.rol import look_of
from voortgang.presentatie.draw.pen import Pen, line
from voortgang.presentatie.slides import CM, Box, Chart, Element, Shape, TextBox

LABEL_GAP = round(0.35 * CM)
SIZE = 16.0  # points, of lines and of the key
SQUARE, GAP, BETWEEN = round(0.42 * CM), round(0.2 * CM), round(0.9 * CM)  # of the key
ABOVE = 10  # of the highest point of a line: the part that is left free over it for its number
BARS, STACKED = round(3 * CM), round(2.2 * CM)  # of a category's height, at most
UNDER_KEY = round(0.25 * CM)


class Manner(NamedTuple):
    """One way to set bars: letters, room for names, and how high bars are, in lines of text."""

    size: float
    labels: float  # of a chart's width, at most, for the names beside its bars
    bar: float  # one of the bars beside each other
    between: float  # what lies between two categories of these
    stacked: float  # a category of one stacked bar
    gap: int  # between categories, in percents of a bar; 0 is what charts have of themselves
    names: float = 0.4  # lines between two names
    even: bool = True  # a long name takes no room from a short one beside it


# The first is taken that takes the fewest slides and, among these, breaks no word.
MANNERS = (
    Manner(16.0, 0.42, 1.0, 0.55, 1.6, 0),
    Manner(14.0, 0.42, 1.0, 0.55, 1.6, 0),
    Manner(14.0, 0.42, 0.8, 0.24, 1.2, 30, 0.0),
    Manner(14.0, 0.52, 0.8, 0.24, 1.2, 30, 0.0),
    Manner(14.0, 0.52, 0.7, 0.2, 1.1, 28, 0.0, even=False),
)


class Rows(NamedTuple):
    """How the categories of a chart are set, and how many of them a slide holds."""

    manner: Manner
    labels: int
    per: int


def draw_chart(
    pen: Pen, figure: Cijfer, box: Box, *, keyed: bool = True
) -> list[tuple[Element, ...]]:
    """Draw a chart with its key; one for each slide that its categories take.

    The parts have one scale, which ends with the longest bar. The pen is that of the layout.
    """
    if figure.vorm == "lijnen":
        most = _most(figure)
        return [(Chart("Grafiek", box, figure, SIZE, most=most + max(1, most // ABOVE)),)]
    key, taken = _key(pen, figure, box) if keyed else ((), 0)
    place = Box(box.x, box.y + taken, box.width, box.height - taken)
    rows = _rows(pen, figure, place)
    parts = _parts(figure, rows.per)
    tallest = (STACKED if figure.vorm == "gestapeld" else BARS) * max(
        len(part.categorieen) for part in parts
    )
    place = replace(place, height=min(place.height, tallest))
    most = max(_most(figure), 1)
    look = (rows.manner.size, rows.labels, most, rows.manner.gap)
    return [(*key, Chart("Grafiek", place, part, *look)) for part in parts]


def has_room_for_lines(pen: Pen, figure: Cijfer, width: int) -> bool:
    """Tell whether the names below lines would not run into each other."""
    widest = max((pen.width(name, SIZE) for name in figure.categorieen), default=0)
    return (widest + LABEL_GAP) * len(figure.categorieen) <= width


def _key(pen: Pen, figure: Cijfer, box: Box) -> tuple[tuple[Element, ...], int]:
    """Say above a chart what each fill stands for; gives the height that it takes."""
    high = round(SIZE * PITCH * POINT)
    out: list[Element] = []
    x, y = box.x, box.y
    for series in figure.reeksen:
        look = look_of(series.rol)
        wide = min(pen.width(series.naam, SIZE), box.width - SQUARE - GAP)
        if x > box.x and x + SQUARE + GAP + wide > box.right:
            x, y = box.x, y + high
        square = Box(x, y + (high - SQUARE) // 2, SQUARE, SQUARE)
        out.append(Shape("Teken", "rectangle", square, look.fill, look.accent, 1.5))
        place = Box(x + SQUARE + GAP, y, wide, high)
        words = line(series.naam, SIZE, colour="dk1")
        out.append(TextBox(f"Legende {series.naam}", place, (words,)))
        x = place.right + BETWEEN
    return tuple(out), y + high + UNDER_KEY - box.y


def _most(figure: Cijfer) -> int:
    """Give the longest bar of a figure."""
    if figure.vorm == "gestapeld":
        bars = [sum(v) for v in zip(*(r.waarden for r in figure.reeksen), strict=True)]
    else:
        bars = [value for series in figure.reeksen for value in series.waarden]
    return max(bars, default=0)


def _rows(pen: Pen, figure: Cijfer, box: Box) -> Rows:
    """Choose the size of a chart's letters, the room for its names, and how many a slide holds."""

    def cost(way: Rows) -> tuple[int, bool]:
        torn = pen.tears(figure.categorieen, way.manner.size, way.labels - LABEL_GAP)
        return -(-len(figure.categorieen) // way.per), torn

    return min((_set(pen, figure, box, manner) for manner in MANNERS), key=cost)


def _set(pen: Pen, figure: Cijfer, box: Box, manner: Manner) -> Rows:
    size, names = manner.size, figure.categorieen
    wanted = max((pen.width(name, size) for name in names), default=0) + LABEL_GAP
    labels = min(round(manner.labels * box.width), wanted)
    taken: list[float] = [len(pen.lines(name, size, labels - LABEL_GAP)) for name in names]
    bars = len(figure.reeksen) * manner.bar + manner.between
    bars = bars if figure.vorm == "balken" else manner.stacked
    if not manner.even:
        taken = [sum(pair) / 2 for pair in pairwise(taken)] or taken
    high = size * PITCH * max(bars, max(taken, default=1) + manner.names)
    return Rows(manner, labels, max(1, int(box.height / POINT // high)))


def _parts(figure: Cijfer, per: int) -> list[Cijfer]:
    """Share the categories out over as many charts as they need, about equally."""
    count = len(figure.categorieen)
    if count <= per:
        return [figure]
    each = -(-count // -(-count // per))
    return [_taken(figure, n, n + each) for n in range(0, count, each)]


def _taken(figure: Cijfer, start: int, end: int) -> Cijfer:
    """Take some categories of a figure."""
    return replace(
        figure,
        categorieen=figure.categorieen[start:end],
        reeksen=tuple(replace(r, waarden=r.waarden[start:end]) for r in figure.reeksen),
        alt=_alt(figure, start, end),
    )


def _alt(figure: Cijfer, start: int, end: int) -> str:
    """Word the alternative text of a part: the numbers that it draws, and no others."""
    rows = zip(figure.categorieen, *(r.waarden for r in figure.reeksen), strict=True)
    words = [
        f"{name}: "
        + ", ".join(f"{v} {r.naam.lower()}" for v, r in zip(values, figure.reeksen, strict=True))
        for name, *values in rows
    ]
    return f"{figure.titel}. {'; '.join(words[start:end])}."
