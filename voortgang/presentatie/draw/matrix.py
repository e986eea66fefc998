"""The matrix of risks: a native table, tinted by how heavy a risk in each cell would be."""

from itertools import groupby

from voortgang.content.cijfers.rooster import HIGH, Matrix
from voortgang.office.ink import Colour
from voortgang.office.measure import PITCH, POINT
from voortgang.presentatie.draw.pen import Pen, line
from voortgang.presentatie.slides import CM, Align, Box, Insets, TableBox, TextLine

TINTS: tuple[Colour, ...] = ("lt2", "accent2~20", "accent2~45")
HEADS = (16.0, 14.0, 13.0, 12.0)  # points, of the words at the edges
NUMBERS = (24.0, 20.0, 18.0, 16.0, 14.0, 12.0)
PAD = round(0.15 * CM)
HIGHEST = 0.8  # of its width a cell is high at most


def draw_matrix(pen: Pen, figure: Matrix, box: Box) -> TableBox:
    """Set a matrix in a box, its cells as large as they go; the numbers of risks stand in them."""
    corner, *heads = figure.kop
    for head in HEADS:
        first = _first(pen, figure, head)
        each = (box.width - first) // figure.schaal
        if not pen.tears(heads, head, each - 2 * PAD, bold=True):
            break
    top = max(pen.height(text, head, each - 2 * PAD, bold=True) for text in heads) + 2 * PAD
    high = min((box.height - top) // figure.schaal, round(HIGHEST * each))
    room = (each - 2 * PAD, high - 2 * PAD)
    cells = [
        [_told(pen, figure.nummers(kans, impact), room) for impact in figure.trappen]
        for kans in reversed(figure.trappen)
    ]
    told = {text for row in cells for text in row}
    size = next((s for s in NUMBERS if all(_holds(pen, t, s, room) for t in told)), NUMBERS[-1])
    rows = [(_edge(corner, head), *(_edge(text, head, "center") for text in heads))] + [
        (_edge(row[0], head), *(_cell(t, size, tint) for t, tint in zip(texts, own, strict=True)))
        for row, texts, own in zip(figure.rijen, cells, figure.tinten, strict=True)
    ]
    fills: list[tuple[Colour | None, ...]] = [(None,) * (figure.schaal + 1)]
    fills += [(None, *(TINTS[tint] for tint in own)) for own in figure.tinten]
    return TableBox(
        f"Matrix: {figure.titel}",
        Box(box.x, box.y, first + each * figure.schaal, top + high * figure.schaal),
        figure.alt,
        (first, *(each for _ in figure.trappen)),
        (top, *(high for _ in figure.trappen)),
        tuple(rows),
        Insets(PAD, PAD, PAD, PAD),
        fills=tuple(fills),
        anchor="middle",
        headed=True,
    )


def _first(pen: Pen, figure: Matrix, size: float) -> int:
    """Give the width of the column of words at the left: that of its widest, if it can be."""
    words = (figure.kop[0], *(row[0] for row in figure.rijen))
    return max(pen.width(text, size, bold=True) for text in words) + 2 * PAD + POINT


def _told(pen: Pen, numbers: tuple[int, ...], room: tuple[int, int]) -> str:
    """Name the risks of a cell; where so many have no room, in ranges, else how many there are."""
    groups = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    ranges = [[number for _, number in group] for _, group in groups]
    ways = (
        ", ".join(map(str, numbers)),
        ", ".join("–".join(map(str, dict.fromkeys((each[0], each[-1])))) for each in ranges),
        f"{len(numbers)} risico's",
    )
    shown = (way for way in ways if not numbers or _holds(pen, way, NUMBERS[-1], room))
    return next(shown, ways[-1])


def _holds(pen: Pen, text: str, size: float, room: tuple[int, int]) -> bool:
    width, high = room
    lines = len(pen.lines(text, size, width, bold=True)) if text else 1
    return lines * size * PITCH * POINT <= high


def _edge(text: str, size: float, align: Align = "left") -> tuple[TextLine, ...]:
    return (line(text, size, bold=True, colour="dk2", align=align),)


def _cell(text: str, size: float, tint: int) -> tuple[TextLine, ...]:
    return (line(text, size, bold=tint == HIGH, colour="dk1", align="center"),)
