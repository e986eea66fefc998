"""Charts as the deck has them: the plan says where the bars begin, the drawing program the rest."""

from itertools import count
from math import ceil

from markupsafe import Markup

from voortgang.content.cijfers.cijfer import Cijfer, Reeks
from voortgang.nota.html.tag import tag
from voortgang.office.ink import Inks, needed
from voortgang.office.measure import PITCH, POINT, Span
from voortgang.office.rol import Worn, look_of, worn
from voortgang.presentatie.slides import Chart
from voortgang.preview.doek import Doek, family

LEAST = 21.0  # points: a narrower segment has no room for its number
INSIDE = 14 / 16  # letters inside bars against those beside the axis
KEY = 1.8  # of the size: the height of the key above a chart that carries its own
NAMES = 0.38  # of the width, at most, for names where the plan does not say
NAME_GAP = 9.9  # points between the names and their bars
AFTER = 33.9  # points for the number behind the longest bar
STEPS = 6  # at most, on the scale that Office chooses


def draw_chart(doek: Doek, chart: Chart) -> Markup:
    """Draw a chart in its frame, in the dress that it has in the deck."""
    pencil = Pencil(doek, chart)
    body = pencil.lines() if chart.cijfer.vorm == "lijnen" else pencil.bars()
    return tag(
        "g", *pencil.key(), *body, font_family=family(doek.huisstijl.body_font),
        font_size=f"{chart.size:g}", fill=doek.colour(chart.ink),
    )  # fmt: skip


class Pencil:
    """Draws one chart; lengths in points."""

    def __init__(self, doek: Doek, chart: Chart) -> None:
        self.doek = doek
        self.size, self.most = chart.size, chart.most
        self.gap = chart.gap / 100
        self.inks, self.grounds = Inks(doek.layout.colours, chart.ink), chart.grounds
        self.cijfer: Cijfer = chart.cijfer
        self.keyed = chart.cijfer.vorm == "lijnen" or not chart.labels
        over = KEY * chart.size if self.keyed else 0
        self.x, self.top = chart.box.x / POINT, chart.box.y / POINT
        self.y, self.width = self.top + over, chart.box.width / POINT
        self.height = chart.box.height / POINT - over
        self.names = chart.labels / POINT or self._room_for_names()

    def _room_for_names(self) -> float:
        longest = max(map(self.width_of, self.cijfer.categorieen), default=0)
        return min(longest + NAME_GAP, self.width * NAMES)

    def width_of(self, text: str) -> float:
        """Measure a text on one line."""
        font = self.doek.huisstijl.body_font
        return self.doek.measure.width((Span(text),), font, self.size) / POINT

    def key(self) -> list[Markup]:
        """Draw what each fill stands for, where the deck does not do so beside the chart."""
        drawn: list[Markup] = []
        x, side = self.x, self.size * 0.6
        for reeks in self.cijfer.reeksen if self.keyed else ():
            drawn.append(self.bar(reeks, x, self.top + self.size * 0.35, side, side))
            x += side * 1.5
            drawn.append(self.text(reeks.naam, x, self.top + self.size * 0.9))
            x += self.width_of(reeks.naam) + self.size
        return drawn

    def bars(self) -> list[Markup]:
        """Draw a row of bars for each category, or one stacked bar."""
        cijfer = self.cijfer
        step = self.height / max(len(cijfer.categorieen), 1)
        left = self.x + self.names
        scale = (self.width - self.names - AFTER) / (self.most or scale_end(self._largest()))
        drawn: list[Markup] = []
        for n, name in enumerate(cijfer.categorieen):
            y = self.y + n * step
            drawn += self._name(name, left - NAME_GAP, y + step / 2)
            values = [(reeks, reeks.waarden[n]) for reeks in cijfer.reeksen]
            draw = self._stacked if cijfer.vorm == "gestapeld" else self._clustered
            drawn += draw(values, left, y, step, scale)
        axis = tag(
            "line", x1=f"{left:.1f}", x2=f"{left:.1f}", y1=f"{self.y:.1f}",
            y2=f"{self.y + self.height:.1f}", stroke=self.doek.colour("accent3"),
        )  # fmt: skip
        return [*drawn, axis]

    def _name(self, name: str, right: float, middle: float) -> list[Markup]:
        """Write a name beside its bars, over as many lines as the fit reckoned with."""
        room = round((self.names - NAME_GAP) * POINT)
        font = self.doek.huisstijl.body_font
        broken = self.doek.measure.lines((Span(name),), font, self.size, room)
        pitch = self.size * PITCH
        y = middle - pitch * (len(broken) - 1) / 2 + self.size * 0.35
        return [
            self.text(name[start:end].rstrip(), right, y + n * pitch, "end")
            for n, (start, end) in enumerate(broken)
        ]

    def _clustered(
        self, values: list[tuple[Reeks, int]], left: float, y: float, step: float, scale: float
    ) -> list[Markup]:
        thick = step / (len(values) * 1.08 + (self.gap or 0.55))
        top = y + (step - thick * 1.08 * len(values)) / 2
        drawn = []
        for n, (reeks, value) in enumerate(values):
            at = top + n * thick * 1.08
            drawn.append(self.bar(reeks, left, at, value * scale, thick))
            ink = self.doek.colour(self.worn(reeks).number)
            x, base = left + value * scale + self.size * 0.35, at + thick / 2 + self.size * 0.35
            drawn.append(self.text(str(value), x, base, fill=ink, bold=True))
        return drawn

    def _stacked(
        self, values: list[tuple[Reeks, int]], left: float, y: float, step: float, scale: float
    ) -> list[Markup]:
        thick = step / (1 + (self.gap or 0.45))
        drawn = []
        for reeks, value in values:
            width = value * scale
            if value:
                drawn.append(self.bar(reeks, left, y + (step - thick) / 2, width, thick))
            if width >= LEAST:
                ink = self.doek.colour(self.worn(reeks, inside=True).number)
                words = f"{look_of(reeks.rol).teken} {value}"
                drawn.append(self._inside(words, left + width / 2, y + step / 2, ink))
            left += width
        return drawn

    def worn(self, reeks: Reeks, *, inside: bool = False) -> Worn:
        """Dress a series as the deck does."""
        need = needed(self.size, bold=True)
        return worn(reeks.rol, self.inks, self.grounds, need, inside=inside)

    def _inside(self, words: str, x: float, middle: float, ink: str | None) -> Markup:
        size = self.size * INSIDE
        return tag(
            "text", words, x=f"{x:.1f}", y=f"{middle + size * 0.33:.1f}", text_anchor="middle",
            font_size=f"{size:g}", font_weight="700", fill=ink,
        )  # fmt: skip

    def lines(self) -> list[Markup]:
        """Draw a line for each series over the categories."""
        cijfer = self.cijfer
        points, floor = len(cijfer.categorieen), self.y + self.height - self.size * 1.6
        high = floor - self.y - self.size * 1.4
        largest = max([1, *(value for reeks in cijfer.reeksen for value in reeks.waarden)])
        places = [self.x + self.width * (n + 0.5) / max(points, 1) for n in range(points)]
        drawn = [
            self.text(name, x, floor + self.size * 1.3, "middle")
            for name, x in zip(cijfer.categorieen, places, strict=True)
        ]
        for reeks in cijfer.reeksen:
            spots = [
                (x, floor - value / largest * high)
                for x, value in zip(places, reeks.waarden, strict=True)
            ]
            drawn += self._line(reeks, spots)
        return drawn

    def _line(self, reeks: Reeks, spots: list[tuple[float, float]]) -> list[Markup]:
        look, dress = look_of(reeks.rol), self.worn(reeks)
        ink = self.doek.colour(dress.line)
        drawn = [
            tag(
                "polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in spots), fill="none",
                stroke=ink, stroke_width="2.25",
                stroke_dasharray="6 4" if look.open else None,
            )
        ]  # fmt: skip
        for (x, y), value in zip(spots, reeks.waarden, strict=True):
            inner = self.doek.colour(dress.fill) if dress.fill else "none"
            drawn.append(
                tag(
                    "circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="4.5", fill=inner, stroke=ink,
                    stroke_width="2.25",
                )
            )  # fmt: skip
            drawn.append(self.text(str(value), x, y - self.size * 0.6, "middle", bold=True))
        return drawn

    def _largest(self) -> int:
        columns = zip(*(reeks.waarden for reeks in self.cijfer.reeksen), strict=True)
        most = sum if self.cijfer.vorm == "gestapeld" else max
        return max((most(column) for column in columns), default=1)

    def bar(self, reeks: Reeks, x: float, y: float, width: float, height: float) -> Markup:
        """Draw a bar: filled for what is done, open for what is planned."""
        dress = self.worn(reeks)
        return tag(
            "rect", x=f"{x:.1f}", y=f"{y:.1f}", width=f"{max(width, 0):.1f}",
            height=f"{height:.1f}", fill=self.doek.colour(dress.fill) if dress.fill else "none",
            stroke=self.doek.colour(dress.line), stroke_width="2",
        )  # fmt: skip

    def text(  # noqa: PLR0913 -- a text has this many sides
        self, words: str, x: float, y: float, anchor: str | None = None, *,
        fill: str | None = None, bold: bool = False,
    ) -> Markup:  # fmt: skip
        """Write words at a place."""
        weight = "700" if bold else None
        at = {"x": f"{x:.1f}", "y": f"{y:.1f}"}
        return tag("text", words, **at, text_anchor=anchor, fill=fill, font_weight=weight)


def scale_end(largest: int) -> int:
    """Give the end of the scale as Office chooses it: a round number above the longest bar."""
    wanted = max(largest, 1) * 1.05
    steps = (int(first + "0" * zeros) for zeros in count() for first in "125")
    unit = next(step for step in steps if wanted <= STEPS * step)
    return ceil(wanted / unit) * unit
