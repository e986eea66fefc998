"""Charts as the deck has them: the plan says where bars begin and end, Office where the rest is."""

from collections.abc import Iterator
from itertools import pairwise

from voortgang.content.cijfers.cijfer import Cijfer, Reeks
from voortgang.office.ink import Inks
from voortgang.office.measure import PITCH, POINT, Span
from voortgang.office.rol import Worn, look_of, worn
from voortgang.presentatie.pdf.sheet import Sheet, number
from voortgang.presentatie.slides import Chart

LEAST = 21.0  # points: a narrower segment has no room for its number
INSIDE = 14 / 16  # letters inside bars against those beside the axis
PLOT = 0.98  # of the height is for bars, in the middle
NAME_GAP = 5.0  # points between the names and their bars
AFTER = 33.9  # points for the number behind the longest bar
BESIDE = 0.18  # of the size: from the end of a bar to its number
MIDDLE = 0.28  # of the size: how far under the middle of a line its letters stand
EDGE = 0.02  # of the width, on either side of a chart of lines
OVER, UNDER = 2.23, 1.945  # of the size: what stands above and below its lines
NAME = 1.19  # of the size: from the axis to what the names under it stand on
BESIDES = {"above": -0.69, "below": 1.21}  # of the size: from a point to where its number stands
KEY, KEY_GAP = 45.4, 10.4  # points: a line in the key, and between two of these
MARKER = 4.5  # points: half of a mark
THIN, THICK = 1.5, 2.0  # points: the outline of a bar
STROKE = 2.25  # points of a line
DASHES = {  # in widths of the line, as Office draws them
    "sysDash": (3, 1),
    "dash": (4, 3), "lgDash": (8, 3), "lgDashDot": (8, 3, 1, 3), "sysDot": (1, 1),
}  # fmt: skip
MARKS = {
    "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "triangle": ((0, -1), (1, 1), (-1, 1)),
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
}
Spot = tuple[float, float]


def write_chart(sheet: Sheet, chart: Chart) -> str:
    """Write a chart in its frame, in the dress that it has in the deck: a figure with its words."""
    plotter = Plotter(sheet, chart)
    drawn = plotter.lines() if chart.cijfer.vorm == "lijnen" else plotter.bars()
    return f"figure(alt: {sheet.words(chart.cijfer.alt)}, {{ {'; '.join(drawn)} }})"


class Plotter:
    """Draws one chart; lengths in points."""

    def __init__(self, sheet: Sheet, chart: Chart) -> None:
        self.sheet = sheet
        self.cijfer: Cijfer = chart.cijfer
        self.size, self.most, self.gap = chart.size, max(chart.most, 1), chart.gap / 100
        self.ink = sheet.ink(chart.ink)
        self.inks, self.grounds = Inks(sheet.layout.colours, chart.ink), chart.grounds
        self.font = sheet.huisstijl.body_font.drawn
        self.x, self.y = chart.box.x / POINT, chart.box.y / POINT
        self.width, self.height = chart.box.width / POINT, chart.box.height / POINT
        self.names = chart.labels / POINT

    def bars(self) -> Iterator[str]:
        """Draw a row of bars for each category, or one stacked bar."""
        cijfer = self.cijfer
        step = PLOT * self.height / max(len(cijfer.categorieen), 1)
        top = self.y + (1 - PLOT) / 2 * self.height
        left = self.x + self.names
        scale = (self.width - self.names - AFTER) / self.most
        for n, name in enumerate(cijfer.categorieen):
            y = top + n * step
            yield from self._name(name, left - NAME_GAP, y + step / 2)
            values = [(reeks, reeks.waarden[n]) for reeks in cijfer.reeksen]
            draw = self._stacked if cijfer.vorm == "gestapeld" else self._clustered
            yield from draw(values, left, y, step, scale)
        yield self._axis((left, top), (left, top + PLOT * self.height))

    def _axis(self, begin: Spot, end: Spot) -> str:
        return self._stroke(begin, end, self._ruling(self.sheet.ink("accent3"), 1))

    def _name(self, name: str, right: float, middle: float) -> Iterator[str]:
        """Write a name beside its bars, over as many lines as it takes."""
        room = round((self.names - NAME_GAP) * POINT)
        broken = self.sheet.measure.lines((Span(name),), self.font, self.size, room)
        pitch = self.size * PITCH
        y = middle - pitch * (len(broken) - 1) / 2 + self.size * MIDDLE
        for n, (start, end) in enumerate(broken):
            yield self._text("right", name[start:end].rstrip(), (right, y + n * pitch))

    def _clustered(
        self, values: list[tuple[Reeks, int]], left: float, y: float, step: float, scale: float
    ) -> Iterator[str]:
        thick = step / (len(values) * 1.08 + (self.gap or 0.55))
        top = y + (step - thick * 1.08 * len(values)) / 2
        for n, (reeks, value) in enumerate(values):
            at, dress = top + n * thick * 1.08, self._worn(reeks)
            yield self._bar(dress, left, at, value * scale, thick, THICK)
            spot = left + value * scale + self.size * BESIDE, at + thick / 2 + self.size * MIDDLE
            yield self._text("left", str(value), spot, self.sheet.ink(dress.number), bold=True)

    def _stacked(
        self, values: list[tuple[Reeks, int]], left: float, y: float, step: float, scale: float
    ) -> Iterator[str]:
        thick = step / (1 + (self.gap or 0.45))
        for reeks, value in values:
            width, dress = value * scale, self._worn(reeks, inside=True)
            if value:
                yield self._bar(dress, left, y + (step - thick) / 2, width, thick, THIN)
            if width >= LEAST:
                words, size = f"{look_of(reeks.rol).teken} {value}", self.size * INSIDE
                spot = left + width / 2, y + step / 2 + size * MIDDLE
                ink = self.sheet.ink(dress.number)
                yield self._text("center", words, spot, ink, bold=True, size=size)
            left += width

    def _worn(self, reeks: Reeks, *, inside: bool = False) -> Worn:
        """Dress a series as the deck does."""
        return worn(reeks.rol, self.inks, self.grounds, self.size, inside=inside)

    def lines(self) -> Iterator[str]:
        """Draw a line for each series over the categories, with its key above them."""
        cijfer = self.cijfer
        left, wide = self.x + EDGE * self.width, (1 - 2 * EDGE) * self.width
        floor = self.y + self.height - UNDER * self.size
        scale = (floor - self.y - OVER * self.size) / self.most
        count = max(len(cijfer.categorieen), 1)
        places = [left + wide * (n + 0.5) / count for n in range(count)]
        yield from self._key()
        yield self._axis((left, floor), (left + wide, floor))
        for name, x in zip(cijfer.categorieen, places, strict=False):
            yield self._text("center", name, (x, floor + NAME * self.size))
        for line, reeks in enumerate(cijfer.reeksen):
            spots = [
                (x, floor - value * scale) for x, value in zip(places, reeks.waarden, strict=False)
            ]
            yield from self._line(reeks, spots)
            yield from self._numbers(line, spots)

    def _key(self) -> Iterator[str]:
        x, y = self.x + 5.3, self.y + 0.69 * self.size
        for reeks in self.cijfer.reeksen:
            yield from self._line(reeks, [(x, y), (x + KEY / 2, y), (x + KEY, y)], marked=1)
            x += KEY + 3.5
            yield self._text("left", reeks.naam, (x, self.y + 0.95 * self.size))
            words = (Span(reeks.naam),)
            x += self.sheet.measure.width(words, self.font, self.size) / POINT + KEY_GAP

    def _line(self, reeks: Reeks, spots: list[Spot], marked: int | None = None) -> Iterator[str]:
        """Draw a line with its marks: at all places, or at one of them."""
        look, dress = look_of(reeks.rol), self._worn(reeks)
        ink = self.sheet.ink(dress.line)
        for begin, end in pairwise(spots):
            yield self._stroke(begin, end, self._ruling(ink, STROKE, DASHES.get(look.dash, ())))
        for x, y in spots if marked is None else spots[marked : marked + 1]:
            dressed = f"{self.sheet.ink(dress.fill)}, {self._ruling(ink, STROKE)}"
            corners = MARKS.get(look.marker)
            if corners is None:
                frame = map(number, (x - MARKER, y - MARKER, 2 * MARKER, 2 * MARKER))
                yield f"round({', '.join(frame)}, {dressed})"
            else:
                points = ((x + MARKER * a, y + MARKER * b) for a, b in corners)
                contour = "".join(f"({number(a)}pt, {number(b)}pt), " for a, b in points)
                yield f"form({dressed}, ({contour}))"

    def _numbers(self, line: int, spots: list[Spot]) -> Iterator[str]:
        """Write the numbers of a line, each where no other line runs."""
        reeks = self.cijfer.reeksen[line]
        ink = self.sheet.ink(self._worn(reeks).number)
        for at, (value, (x, y)) in enumerate(zip(reeks.waarden, spots, strict=True)):
            side = self.cijfer.side(line, at)
            over, down = (self.size / 2, MIDDLE) if side == "right" else (0, BESIDES[side])
            align = "left" if side == "right" else "center"
            spot = (x + over, y + down * self.size)
            yield self._text(align, str(value), spot, ink, bold=True)

    def _bar(  # noqa: PLR0913, PLR0917 -- a bar has this many sides
        self, dress: Worn, x: float, y: float, width: float, height: float, outline: float
    ) -> str:
        frame = ", ".join(map(number, (x, y, max(width, 0), height)))
        stroke = self._ruling(self.sheet.ink(dress.line), outline)
        return f"rectangle({frame}, {self.sheet.ink(dress.fill)}, {stroke})"

    def _stroke(self, begin: Spot, end: Spot, ruling: str) -> str:
        return f"stroke-from({', '.join(map(number, (*begin, *end)))}, {ruling})"

    def _ruling(self, ink: str, width: float, dash: tuple[int, ...] = ()) -> str:
        dashed = "".join(f"{number(part * width)}pt, " for part in dash)
        return f"ruling({ink}, {number(width)}{f', dash: ({dashed})' if dash else ''})"

    def _text(  # noqa: PLR0913 -- a text has this many sides
        self, side: str, words: str, spot: Spot, ink: str | None = None, *,
        bold: bool = False, size: float | None = None,
    ) -> str:  # fmt: skip
        """Write words at a place, on which the letters stand."""
        dress = [number(size or self.size), ink or self.ink, self.sheet.words(words)]
        shown = f"w({', '.join(dress)}{', bold: true' if bold else ''})"
        return f'word("{side}", {", ".join(map(number, spot))}, {shown})'
