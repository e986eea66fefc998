"""Levels of domains: a native table with the numbers in words, and discs on the scale between."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from voortgang.content.cijfers.rooster import NiveauRij, Niveaus
from voortgang.office.ink import MUTED
from voortgang.office.measure import PITCH, POINT
from voortgang.presentatie.draw.pen import Pen, line
from voortgang.presentatie.draw.sign import OUTLINE
from voortgang.presentatie.slides import (
    CM,
    Align,
    Box,
    Element,
    Insets,
    Shape,
    TableBox,
    TextBox,
)

SIZES = (18.0, 16.0, 14.0)
HEADS = (16.0, 14.0, 13.0, 12.0)  # points, of the names of the levels
PAD = round(0.1 * CM)
DISC, RING = round(0.52 * CM), round(0.28 * CM)
NAMES, TOLD = 0.24, 0.2  # of the width at most, for the domains and for the words behind
MORE_NAMES = 0.4  # for the domains, where the levels have numbers only
HIGHEST = round(1.6 * CM)  # of a row
KEY, KEY_GAP, UNDER_KEY = 14.0, round(0.7 * CM), round(0.3 * CM)
SIGN = DISC + round(0.15 * CM)  # of the width, for the mark before words of the key


class Scale(NamedTuple):
    """How a scale is set: sizes, its header, the widths of its columns, the heights of its rows."""

    size: float
    head: float
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    top: int
    rows: tuple[int, ...]
    torn: bool

    def parts(self, room: int) -> list[tuple[int, int]]:
        """Share the rows out over slides."""
        parts, start, used = [], 0, self.top
        for n, high in enumerate(self.rows):
            if n > start and used + high > room:
                parts.append((start, n))
                start, used = n, self.top
            used += high
        return [*parts, (start, len(self.rows))]


def draw_niveaus(pen: Pen, figure: Niveaus, box: Box) -> list[tuple[Element, ...]]:
    """Draw the domains on their scale; one for each slide that they take.

    Where the names of the levels have no room above it they stand in the key.
    """
    for named in (True, False):
        key, taken = _key(pen, figure, box, named=named)
        place = Box(box.x, box.y + taken, box.width, box.height - taken)
        scales = [_set(pen, figure, place, size, named=named) for size in SIZES]
        scale = min(scales, key=lambda each: (each.torn, len(each.parts(place.height))))
        if not scale.torn:
            break
    return [(*key, *_part(figure, place, scale, *part)) for part in scale.parts(place.height)]


def _set(pen: Pen, figure: Niveaus, box: Box, size: float, *, named: bool) -> Scale:
    """Measure the columns and the rows at a size."""
    titles, told = zip(*((rij.titel, rij.stand) for rij in figure.rijen_), strict=True)
    levels = len(figure.namen)
    names = figure.kop[1:-1] if named else tuple(map(str, range(levels)))
    share = NAMES if named else MORE_NAMES
    first = min(_widest(pen, [figure.kop[0], *titles], size), round(share * box.width))
    wanted = min(_widest(pen, [figure.kop[-1], *told], size), round(TOLD * box.width))
    room = box.width - first - levels * _widest(pen, " ".join(names).split(), HEADS[-1])
    last = max(wanted // 2, min(wanted, room))
    each = (box.width - first - last) // levels
    widths = (first, *(each for _ in range(levels)), last)
    whole = [head for head in HEADS if not pen.tears(names, head, each - 2 * PAD, bold=True)]
    head = whole[0] if whole else HEADS[-1]
    top = 2 * PAD + max(pen.height(name, head, each - 2 * PAD, bold=True) for name in names)
    rows = tuple(
        2 * PAD + max(DISC, *(pen.height(text, size, wide - 2 * PAD) for text, wide in cells))
        for cells in zip(((t, first) for t in titles), ((t, last) for t in told), strict=True)
    )
    edges = ((titles, first), ([figure.kop[-1], *told], last))
    torn = (
        not whole
        or top > box.height // 2
        or any(pen.tears(texts, size, width - 2 * PAD, bold=True) for texts, width in edges)
    )
    return Scale(size, head, (figure.kop[0], *names, figure.kop[-1]), widths, top, rows, torn)


def _widest(pen: Pen, texts: Iterable[str], size: float) -> int:
    return max(pen.width(text, size, bold=True) for text in texts) + 2 * PAD + POINT


def _part(figure: Niveaus, box: Box, scale: Scale, start: int, end: int) -> tuple[Element, ...]:
    """Draw some of the domains: the table, then hairlines, lines and discs on it."""
    rijen, levels = figure.rijen_[start:end], len(figure.namen)
    needed = scale.rows[start:end]
    air = max(0, box.height - scale.top - sum(needed)) // max(1, len(needed))
    heights = (scale.top, *(max(high, min(high + air, HIGHEST)) for high in needed))
    looks: list[Align] = ["center" if 0 < n <= levels else "left" for n in range(levels + 2)]
    heads = tuple(
        (line(text, scale.head, bold=True, colour="dk2", align=look),)
        for text, look in zip(scale.heads, looks, strict=True)
    )
    empty = ((line("", scale.size),),) * levels
    rows = [
        (
            (line(rij.titel, scale.size, colour="dk1"),),
            *empty,
            (line(rij.stand, scale.size, colour="dk1"),),
        )
        for rij in rijen
    ]
    place = Box(box.x, box.y, sum(scale.widths), sum(heights))
    table = TableBox(
        f"Tabel: {figure.titel}", place, figure.alt, scale.widths, heights,
        (heads, *rows), Insets(PAD, PAD, PAD, PAD),
        anchor="middle", headed=True,
    )  # fmt: skip
    middles = [
        place.x + sum(scale.widths[: n + 1]) + scale.widths[n + 1] // 2 for n in range(levels)
    ]
    out: list[Element] = [table]
    for x in middles:
        hair = Box(x, place.y + scale.top, 0, place.height - scale.top)
        out.append(Shape("Niveaulijn", "line", hair, line="accent3~40", line_width=0.75))
    y = place.y
    for above, high, rij in zip(heights, heights[1:], rijen, strict=False):
        y += above
        out += _marks(middles, y + high // 2, rij)
    return tuple(out)


def _marks(middles: Sequence[int], y: int, rij: NiveauRij) -> list[Element]:
    """Draw the marks of a domain: filled at its level, open at its goal, a ring where it was."""

    def disc(level: int, d: int) -> Box:
        return Box(middles[level] - d // 2, y - d // 2, d, d)

    out: list[Element] = []
    if rij.doel is not None and rij.doel != rij.niveau:
        x, to = sorted((middles[rij.niveau], middles[rij.doel]))
        way = Box(x + DISC // 2, y, to - x - DISC, 0)
        out.append(Shape("Weg", "line", way, line="accent2", line_width=OUTLINE))
        out.append(Shape("Doel", "ellipse", disc(rij.doel, DISC), "lt1", "accent2", OUTLINE))
    out.append(Shape("Niveau", "ellipse", disc(rij.niveau, DISC), fill="accent1"))
    if rij.vorig is not None and rij.vorig != rij.niveau:
        out.append(Shape("Vorig niveau", "ellipse", disc(rij.vorig, RING), "lt1", MUTED, 1.5))
    return out


def _key(pen: Pen, figure: Niveaus, box: Box, *, named: bool) -> tuple[list[Element], int]:
    """Say above the scale what each mark stands for; gives the height that it takes."""
    high = round(KEY * PITCH * POINT)
    shown = [("niveau", DISC, "accent1", None), ("doel", DISC, "lt1", "accent2")]
    if any(rij.vorig not in {None, rij.niveau} for rij in figure.rijen_):
        shown.append(("niveau in het vorige rapport", RING, "lt1", MUTED))
    out: list[Element] = []
    x, y = box.x, box.y
    for words, d, fill, outline in shown:
        wide = pen.width(words, KEY)
        if x > box.x and x + SIGN + wide > box.right:
            x, y = box.x, y + high
        mark = Box(x + (DISC - d) // 2, y + (high - d) // 2, d, d)
        out.append(Shape("Teken", "ellipse", mark, fill, outline, OUTLINE if outline else 0))
        place = Box(x + SIGN, y, wide, high)
        out.append(TextBox(f"Legende {words}", place, (line(words, KEY, colour="dk1"),)))
        x = place.right + KEY_GAP
    y += high
    if named:
        return out, y + UNDER_KEY - box.y
    names = ", ".join(name for name, own in zip(figure.kop[1:], figure.namen, strict=False) if own)
    below = pen.height(names, KEY, box.width) if names else 0
    if names:
        place = Box(box.x, y, box.width, below)
        out.append(TextBox("Niveaus", place, (line(names, KEY, colour="dk1"),)))
    return out, y + below + UNDER_KEY - box.y
