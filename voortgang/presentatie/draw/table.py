"""Tables: columns as wide as their words ask, rows over as many slides as they need."""

from dataclasses import dataclass
from typing import Self

from voortgang.office.measure import PITCH, POINT, Words, cut
from voortgang.presentatie.draw.pen import Pen, line
from voortgang.presentatie.outline import Tabel
from voortgang.presentatie.slides import CM, Align, Box, Insets, TableBox, TextLine

PAD_X, PAD_Y = round(0.2 * CM), round(0.12 * CM)
CALM = 16.0  # points from which rows of one line are worth more than larger letters
MOST_AIR = round(0.24 * CM)  # above and below each row, where the slide has room for it
SIZES = (20.0, 18.0, 16.0, 15.0, 14.0, 13.0, 12.0)
SIDES: dict[str, Align] = {"right": "right", "center": "center"}
Cells = tuple[Words, ...]


def draw_table(
    pen: Pen, table: Tabel, box: Box, smallest: float, title: str
) -> tuple[list[TableBox], "Ruled"]:
    """Set a table in the largest size that takes the fewest slides: one part for each of them.

    Its header is repeated. Rows of one line each go before larger letters. Gives it in the smallest
    size too, which tells whether it can be set at all.
    """
    sizes = (size for size in SIZES if size >= min(smallest, SIZES[0]))
    every = [Ruled.of(pen, table, box, size) for size in sizes]
    ways = [way for way in every if way.fits] or every
    parts = [way.pages() for way in ways]
    least = min(map(len, parts))
    fair = [n for n, pages in enumerate(parts) if len(pages) == least]
    calm = [n for n in fair if ways[n].size >= CALM and ways[n].is_calm()]
    best = (calm or fair)[0]
    shown = [ways[best].element(rows, f"Tabel: {title}") for rows in parts[best]]
    return shown, every[-1]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table in one size, with the widths that its columns have then.

    `holds_letters` tells that no column is narrower than the letters in it.
    """

    pen: Pen
    table: Tabel
    box: Box
    size: float
    widths: tuple[int, ...]
    holds_letters: bool

    @classmethod
    def of(cls, pen: Pen, table: Tabel, box: Box, size: float) -> Self:
        """Give each column what it wants, or its share when that is too much."""
        wants = [
            max(pen.width(cell, size, bold=not n) for n, cell in enumerate(column))
            + 2 * PAD_X
            + POINT
            for column in zip(*table.rows, strict=True)
        ]
        total = sum(wants)
        if total <= box.width:
            widths = [want + (box.width - total) * want // max(total, 1) for want in wants]
        else:
            widths = _shared(wants, box.width)
        widths[-1] += box.width - sum(widths)
        letter = 2 * PAD_X + round(size * POINT)
        holds = all(has >= min(want, letter) for has, want in zip(widths, wants, strict=True))
        return cls(pen, table, box, size, tuple(widths), holds)

    @property
    def fits(self) -> bool:
        """Tell whether a slide has room for its columns, and for a row under its header."""
        head = self._height(self.table.rows[0], head=True)
        return self.holds_letters and head + self._least <= self.box.height

    @property
    def _least(self) -> int:
        """Give the height of a row of two lines."""
        return round(2 * self.size * PITCH * POINT) + 2 * PAD_Y

    def is_calm(self) -> bool:
        """Tell whether every row is one line."""
        one = 2 * PAD_Y + round(self.size * PITCH * POINT)
        rows = enumerate(self.table.rows)
        return all(self._height(row, head=not n) <= one + 1 for n, row in rows)

    def pages(self) -> list[list[Cells]]:
        """Share the rows out over slides."""
        head = self._height(self.table.rows[0], head=True)
        room = max(self.box.height - head, self._least)
        pages: list[list[Cells]] = [[]]
        used = 0
        for row in self.table.rows[1:]:
            for part in self._broken(row, room):
                high = self._height(part)
                if pages[-1] and used + high > room:
                    pages.append([])
                    used = 0
                pages[-1].append(part)
                used += high
        return pages

    def _height(self, row: Cells, *, head: bool = False) -> int:
        return 2 * PAD_Y + max(
            self.pen.height(cell, self.size, width - 2 * PAD_X, bold=head)
            for cell, width in zip(row, self.widths, strict=True)
        )

    def _broken(self, row: Cells, room: int) -> list[Cells]:
        """Break a row that is taller than a slide between its lines."""
        if self._height(row) <= room:
            return [row]
        most = max(1, int((room - 2 * PAD_Y) / POINT // (self.size * PITCH)))
        cells = [
            self.pen.lines(cell, self.size, width - 2 * PAD_X)
            for cell, width in zip(row, self.widths, strict=True)
        ]
        count = max(-(-len(lines) // most) for lines in cells)
        return [
            tuple(
                cut(cell, lines[n * most][0], lines[min(len(lines), (n + 1) * most) - 1][1])
                if n * most < len(lines)
                else ()
                for cell, lines in zip(row, cells, strict=True)
            )
            for n in range(count)
        ]

    def element(self, rows: list[Cells], alt: str) -> TableBox:
        """Place some rows under the header, with the air that there is room for."""
        every = [self.table.rows[0], *rows]
        heights = [self._height(row, head=not n) for n, row in enumerate(every)]
        air = max(0, min(MOST_AIR, (self.box.height - sum(heights)) // (2 * len(heights))))
        heights = [high + 2 * air for high in heights]
        cells = tuple(
            tuple((self._cell(cell, column, head=not n),) for column, cell in enumerate(row))
            for n, row in enumerate(every)
        )
        place = Box(self.box.x, self.box.y, sum(self.widths), sum(heights))
        insets = Insets(PAD_X, PAD_Y + air, PAD_X, PAD_Y + air)
        return TableBox("Tabel", place, alt, self.widths, tuple(heights), cells, insets)

    def _cell(self, cell: Words, column: int, *, head: bool) -> TextLine:
        colour = "dk2" if head else "dk1"
        align = SIDES.get(self.table.align[column], "left")
        return line(cell, self.size, bold=head, colour=colour, align=align)


def _shared(wants: list[int], room: int) -> list[int]:
    """Share a width out: who wants less than an equal share gets it, the others share the rest."""
    widths = [0] * len(wants)
    left, open_ = room, len(wants)
    for n in sorted(range(len(wants)), key=wants.__getitem__):
        widths[n] = min(wants[n], left // open_)
        left -= widths[n]
        open_ -= 1
    return widths
