"""Let lists flow through columns: which line stands in which column.

Heights are points. A list breaks between entries, never between an entry and its first sub-item;
a group splits only with two sub-items or more on each side, and its parent is then repeated. What
is taller than a whole column is broken between its lines.
"""

from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from voortgang.office.font import Font
from voortgang.office.measure import PITCH, POINT, Measure, Span, Words, cut, may_break, plain
from voortgang.presentatie.outline import Punt, Teken

AGAIN = Span(" (vervolg)")
MIN_SIDE = 2  # sub-items, or lines of a broken text, that stay together on each side
WIDER, DIGIT, STOP = 1.4, 0.51, 0.4  # a number of two digits; em of each, and of what follows them
SLACK = 0.01  # points: what rounding may cost


@dataclass(frozen=True, slots=True)
class Dress:
    """How a list is set: sizes in points, places in EMU, the gap between entries in em."""

    size: float
    sub_size: float
    quiet_size: float
    gap: float
    hanging: int
    sub_hanging: int
    font: Font
    spacing: float = 1.0

    def size_of(self, level: int) -> float:
        """Give the size of a level of the list."""
        return self.size if level == 0 else self.sub_size

    def quiet_of(self, level: int) -> float:
        """Give the size of quiet words in a level of the list."""
        return min(self.quiet_size, self.size_of(level))

    def margin(self, item: "FlowItem") -> int:
        """Say where the text of an item begins."""
        return self.sign_of(item) + item.level * self.sub_hanging

    def sign_of(self, item: "FlowItem") -> int:
        """Give the room for the sign before a main entry: a number of more digits takes more."""
        if not item.hangs or item.digits < 2:  # noqa: PLR2004 -- one has room
            return self.hanging if item.hangs else 0
        needed = (DIGIT * item.digits + STOP) * self.size * POINT
        return round(max(WIDER * self.hanging, needed))

    def pitch(self, level: int) -> float:
        """Give the distance between the lines of a level."""
        return PITCH * self.spacing * self.size_of(level)


@dataclass(frozen=True, slots=True)
class FlowItem:
    """A paragraph of a list. `group` is its main entry, `first` the first line of a group."""

    words: Words
    level: int
    teken: Teken
    number: int | None
    group: int
    hangs: bool
    digits: int = 0  # of the largest number in its list


class Piece(NamedTuple):
    """An item, or some of its lines, as it stands in a column; `again` marks a repeated parent."""

    item: FlowItem
    text: Words  # all of it, which the lines are part of
    lines: tuple[tuple[int, int], ...]  # (start, end) in characters
    high: float  # points
    again: bool = False
    rest: bool = False  # goes on from the column before: no sign

    @property
    def words(self) -> Words:
        """Give the words of its lines."""
        return cut(self.text, self.lines[0][0], self.lines[-1][1])


Column = tuple[Piece, ...]
Chunk = tuple[int, int, int | None]


def height_of(column: Column, gap: float) -> float:
    """Measure a column with gaps between its main entries, all in points."""
    gaps = sum(piece.item.level == 0 for piece in column[1:])
    return sum(piece.high for piece in column) + gaps * gap


def items_of(entries: tuple[Punt, ...]) -> tuple[FlowItem, ...]:
    """Lay a list out as paragraphs in order."""
    hangs = any(entry.teken != "none" for entry in entries)
    digits = max((len(str(entry.number)) for entry in entries if entry.number), default=0)
    out: list[FlowItem] = []

    def add(entry: Punt, level: int, group: int) -> None:
        out.append(FlowItem(entry.words, level, entry.teken, entry.number, group, hangs, digits))
        for child in entry.children:
            add(child, level + 1, group)

    for group, entry in enumerate(entries):
        add(entry, 0, group)
    return tuple(
        replace(item, hangs=item.level > 0 or item.teken != "none") if not hangs else item
        for item in out
        if plain(item.words) or item.teken != "none"
    )


class Flow:
    """A list in one dress and one width of column."""

    def __init__(
        self, items: tuple[FlowItem, ...], dress: Dress, width: int, measure: Measure
    ) -> None:
        """Measure every item."""
        self.dress, self._width, self._measure = dress, width, measure
        self.gap = dress.gap * dress.size  # points
        self.pieces = [self._piece(item, item.words) for item in items]
        self._chunks = chunks_of(items)
        self._heights = [
            sum([piece.high for piece in self.pieces[start:end]]) for start, end, _ in self._chunks
        ]  # no gaps: only the first item of a chunk can have one above it
        self.bare = sum(self._heights)  # points, without any gaps

    def with_gap(self, gap: float) -> "Flow":
        """Give the same list with other gaps, without measuring again."""
        other = copy(self)
        other.gap = gap * self.dress.size
        return other

    @cached_property
    def torn(self) -> int:
        """Count the entries of which a line ends inside a word: it is longer than the column."""
        return sum(
            any(not may_break(text, start) for start, _ in piece.lines[1:])
            for piece in self.pieces
            if len(piece.lines) > 1 and (text := plain(piece.text))
        )

    @property
    def line(self) -> float:
        """Give the height of the tallest line."""
        return max((self.dress.pitch(piece.item.level) for piece in self.pieces), default=0)

    @property
    def tallest(self) -> float:
        """Give the height of the tallest part that is not broken."""
        return max(
            (
                high + (self._again(parent).high if parent is not None else 0)
                for (_, _, parent), high in zip(self._chunks, self._heights, strict=True)
            ),
            default=0,
        )

    @property
    def total(self) -> float:
        """Give the height of everything in one column."""
        return height_of(tuple(self.pieces), self.gap)

    def pack(self, room: float) -> list[Column]:
        """Fill columns of `room` points, each as far as it goes."""
        columns: list[list[Piece]] = []
        column: list[Piece] = []
        used, most = 0.0, room + SLACK
        for (start, end, parent), needed in zip(self._chunks, self._heights, strict=True):
            above = 0.0 if not column or self.pieces[start].item.level else self.gap
            if column and used + above + needed > most:
                columns.append(column)
                column, used, above = [], 0.0, 0.0
                if parent is not None:
                    column.append(self._again(parent))
                    used = column[0].high
            if used + above + needed <= most:
                column += self.pieces[start:end]
                used += above + needed
                continue
            origin = start if parent is None else parent
            *full, column = self._forced(self.pieces[start:end], origin, room, column)
            columns += full
            used = sum(piece.high for piece in column)
        if column:
            columns.append(column)
        return [tuple(pieces) for pieces in columns]

    def balanced(self, count: int, room: float) -> list[Column]:
        """Fill `count` columns so that the tallest is as short as can be."""
        low, high = self.total / count * 0.98, room
        best = self.pack(room)
        if len(best) > count or count == 1:
            return best
        low = max(low, min(self.tallest, room))
        for _ in range(12):
            if high - low < 1:
                break
            middle = (low + high) / 2
            tried = self.pack(middle)
            if len(tried) <= count:
                best, high = tried, middle
            else:
                low = middle
        return best

    def _piece(self, item: FlowItem, text: Words, *, again: bool = False) -> Piece:
        dress = self.dress
        width = max(self._width - dress.margin(item), POINT)
        size = dress.size_of(item.level)
        share = dress.quiet_of(item.level) / size
        shown = tuple(s if s.share == 1 else s._replace(share=share) for s in text)
        lines = self._measure.lines(shown, dress.font, size, width)
        return Piece(item, text, lines, len(lines) * dress.pitch(item.level), again)

    def _again(self, parent: int) -> Piece:
        item = self.pieces[parent].item
        return self._piece(item, (*item.words, AGAIN), again=True)

    def _resumed(self, piece: Piece, origin: int, room: float) -> list[Piece]:
        """Repeat the parent where its sub-items go on, if three lines of them fit below it."""
        if piece.rest or not piece.item.level or self.pieces[origin].item.level:
            return []
        again = self._again(origin)
        lines = min(len(piece.lines), MIN_SIDE + 1)
        needed = again.high + lines * self.dress.pitch(piece.item.level)
        return [again] if needed <= room else []

    def _forced(
        self, pieces: list[Piece], origin: int, room: float, column: list[Piece]
    ) -> list[list[Piece]]:
        """Break what is taller than a column between its items, and those between their lines.

        `origin` is the number of the main entry that they belong to; the last column may go on.
        """
        done: list[list[Piece]] = []
        queue = list(pieces)
        used = sum(p.high for p in column)
        while queue:
            piece = queue.pop(0)  # a main entry comes first, a sub-item has no gap above it
            if used + piece.high <= room + SLACK:
                column.append(piece)
                used += piece.high
                continue
            fit = int((room + SLACK - used) / self.dress.pitch(piece.item.level))
            fit = min(fit, len(piece.lines) - MIN_SIDE)
            if fit < MIN_SIDE:
                fit = 0 if column else 1  # lower than a line: one line each, never nothing
            if fit >= len(piece.lines):
                column.append(piece)  # the room is lower than a line, and this is its last one
            elif fit:
                head, tail = self._halves(piece, fit)
                column.append(head)
                queue.insert(0, tail)
            else:
                queue.insert(0, piece)
            if [p.again for p in column] == [True]:  # a parent alone says nothing
                column, used = [], 0.0
                continue
            done.append(column)
            column = self._resumed(queue[0], origin, room) if queue else []
            used = sum(p.high for p in column)
        return [*done, column]

    def _halves(self, piece: Piece, lines: int) -> tuple[Piece, Piece]:
        high = lines * self.dress.pitch(piece.item.level)
        return (
            piece._replace(lines=piece.lines[:lines], high=high),
            piece._replace(lines=piece.lines[lines:], high=piece.high - high, rest=True),
        )


def chunks_of(items: tuple[FlowItem, ...]) -> list[Chunk]:
    """Say what stays together: (first, end, parent to repeat where this begins a column)."""
    chunks: list[Chunk] = []
    start = 0
    while start < len(items):
        end = start + 1
        while end < len(items) and items[end].group == items[start].group:
            end += 1
        subs = [n for n in range(start + 1, end) if items[n].level == 1]
        cuts = subs[MIN_SIDE : len(subs) - MIN_SIDE + 1] if len(subs) >= 2 * MIN_SIDE else []
        edges = [start, *cuts, end]
        for a, b in pairwise(edges):
            chunks.append((a, b, None if a == start else start))
        start = end
    return chunks
