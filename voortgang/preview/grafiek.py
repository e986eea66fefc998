"""Charts as the deck has them, near enough: PowerPoint itself decides where each bar stands."""

from markupsafe import Markup

from voortgang.content.cijfers import Cijfer, Reeks
from voortgang.nota.html_tag import tag
from voortgang.presentatie.measure import Span
from voortgang.presentatie.slides import Chart
from voortgang.preview.doek import POINT, Doek, family

SIGNS = {"gerealiseerd": "●", "lopend": "→", "vervallen": "×", "zonder_opvolging": "?"}
ACCENT = {"planning": "accent2", "vervallen": "accent3", "zonder_opvolging": "accent3"}
OPEN = ("planning", "zonder_opvolging")
PALE = {"lopend": "0.22", "vervallen": "0.4"}
LEAST = 21.0  # points: a narrower segment has no room for its number
KEY = 1.8  # of the size: the height of the key above the chart
NAMES = 0.38  # of the width at most is for the names beside the bars


def draw_chart(doek: Doek, chart: Chart) -> Markup:
    """Draw a chart in its frame, in the dress that it has in the deck."""
    pencil = Pencil(doek, chart)
    body = pencil.lines() if chart.cijfer.vorm == "lijnen" else pencil.bars()
    ink = doek.huisstijl.dark_text if doek.layout.dark else "dk1"
    return tag(
        "g", *pencil.key(), *body, font_family=family(doek.huisstijl.body_font),
        font_size=f"{chart.size:g}", fill=doek.colour(ink),
    )  # fmt: skip


class Pencil:
    """Draws one chart; lengths in points."""

    def __init__(self, doek: Doek, chart: Chart) -> None:
        self.doek = doek
        self.size = chart.size
        self.cijfer: Cijfer = chart.cijfer
        box = chart.box
        self.x, self.y = box.x / POINT, box.y / POINT + KEY * chart.size
        self.width, self.height = box.width / POINT, box.height / POINT - KEY * chart.size
        self.top = box.y / POINT

    def width_of(self, text: str) -> float:
        """Measure a text on one line."""
        font = self.doek.huisstijl.body_font
        return self.doek.measure.width((Span(text),), font, self.size) / POINT

    def key(self) -> list[Markup]:
        """Draw what each fill stands for."""
        drawn: list[Markup] = []
        x, side = self.x, self.size * 0.6
        for reeks in self.cijfer.reeksen:
            drawn.append(self.bar(reeks, x, self.top + self.size * 0.35, side, side))
            x += side * 1.5
            drawn.append(self.text(reeks.naam, x, self.top + self.size * 0.9))
            x += self.width_of(reeks.naam) + self.size
        return drawn

    def bars(self) -> list[Markup]:
        """Draw a row of bars for each category, or one stacked bar."""
        cijfer = self.cijfer
        longest = max((self.width_of(name) for name in cijfer.categorieen), default=0)
        names = min(longest + self.size * 0.6, self.width * NAMES)
        step = self.height / max(len(cijfer.categorieen), 1)
        left, room = self.x + names, self.width - names - self.size * 2
        scale = room / max(1, self._largest())
        drawn: list[Markup] = []
        for n, name in enumerate(cijfer.categorieen):
            y = self.y + n * step
            fits = None if self.width_of(name) <= names else f"{names - self.size * 0.6:.1f}"
            drawn.append(
                self.text(
                    name, left - self.size * 0.6, y + step / 2 + self.size * 0.35, "end", fits
                )
            )
            values = [(reeks, reeks.waarden[n]) for reeks in cijfer.reeksen]
            draw = self._stacked if cijfer.vorm == "gestapeld" else self._clustered
            drawn += draw(values, left, y, step, scale)
        axis = tag(
            "line", x1=f"{left:.1f}", x2=f"{left:.1f}", y1=f"{self.y:.1f}",
            y2=f"{self.y + self.height:.1f}", stroke=self.doek.colour("accent3"),
        )  # fmt: skip
        return [*drawn, axis]

    def _clustered(
        self, values: list[tuple[Reeks, int]], left: float, y: float, step: float, scale: float
    ) -> list[Markup]:
        thick = step / (len(values) * 1.08 + 0.55)
        top = y + (step - thick * 1.08 * len(values)) / 2
        drawn = []
        for n, (reeks, value) in enumerate(values):
            at = top + n * thick * 1.08
            drawn.append(self.bar(reeks, left, at, value * scale, thick))
            ink = None if self.doek.layout.dark else self.doek.colour(_accent(reeks))
            drawn.append(
                self.text(
                    str(value), left + value * scale + self.size * 0.35,
                    at + thick / 2 + self.size * 0.35, fill=ink, bold=True,
                )
            )  # fmt: skip
        return drawn

    def _stacked(
        self, values: list[tuple[Reeks, int]], left: float, y: float, step: float, scale: float
    ) -> list[Markup]:
        thick = step / 1.45
        drawn = []
        for reeks, value in values:
            width = value * scale
            if value:
                drawn.append(self.bar(reeks, left, y + (step - thick) / 2, width, thick))
            if width >= LEAST:
                light = reeks.rol not in (*OPEN, *PALE)
                drawn.append(
                    self.text(
                        f"{SIGNS.get(reeks.rol, '')} {value}".strip(), left + width / 2,
                        y + step / 2 + self.size * 0.3, "middle",
                        fill=self.doek.colour("lt1") if light else None, bold=True,
                    )
                )  # fmt: skip
            left += width
        return drawn

    def lines(self) -> list[Markup]:
        """Draw a line for each series over the categories."""
        cijfer = self.cijfer
        count, floor = len(cijfer.categorieen), self.y + self.height - self.size * 1.6
        high = floor - self.y - self.size * 1.4
        largest = max(1, *(value for reeks in cijfer.reeksen for value in reeks.waarden))
        places = [self.x + self.width * (n + 0.5) / max(count, 1) for n in range(count)]
        drawn = [
            self.text(name, x, floor + self.size * 1.3, "middle")
            for name, x in zip(cijfer.categorieen, places, strict=True)
        ]
        for reeks in cijfer.reeksen:
            ink = self.doek.colour(_accent(reeks))
            spots = [
                (x, floor - value / largest * high)
                for x, value in zip(places, reeks.waarden, strict=True)
            ]
            drawn.append(
                tag(
                    "polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in spots), fill="none",
                    stroke=ink, stroke_width="2.25",
                    stroke_dasharray="6 4" if reeks.rol in OPEN else None,
                )
            )  # fmt: skip
            for (x, y), value in zip(spots, reeks.waarden, strict=True):
                inner = self.doek.colour("lt1") if reeks.rol in OPEN else ink
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
        ink = self.doek.colour(_accent(reeks))
        return tag(
            "rect", x=f"{x:.1f}", y=f"{y:.1f}", width=f"{max(width, 0):.1f}",
            height=f"{height:.1f}", fill="none" if reeks.rol in OPEN else ink,
            fill_opacity=PALE.get(reeks.rol), stroke=ink, stroke_width="2",
        )  # fmt: skip

    def text(  # noqa: PLR0913 -- a text has this many sides
        self, words: str, x: float, y: float, anchor: str | None = None, fits: str | None = None,
        *, fill: str | None = None, bold: bool = False,
    ) -> Markup:  # fmt: skip
        """Write words at a place; `fits` presses them into a width."""
        return tag(
            "text", words, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor, fill=fill,
            font_weight="700" if bold else None, textLength=fits,
            lengthAdjust="spacingAndGlyphs" if fits else None,
        )  # fmt: skip


def _accent(reeks: Reeks) -> str:
    return ACCENT.get(reeks.rol, "accent1")
