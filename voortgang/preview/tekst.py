"""Text as it stands on a slide: the lines break where the measure broke them for the pptx."""

from collections.abc import Iterator

from markupsafe import Markup

from voortgang.nota.html.tag import tag
from voortgang.office.font import Font
from voortgang.office.ink import Colour
from voortgang.office.measure import PITCH, POINT, Span
from voortgang.presentatie.slides import Anchor, Box, Insets, Run, TextBox, TextLine
from voortgang.presentatie.template.huisstijl import Area
from voortgang.preview.doek import Doek, family, points

BASELINE = 0.94  # of the size: how far under the top of its line a text stands
ANCHORS = {"left": None, "center": "middle", "right": "end"}


def draw_text(doek: Doek, text: TextBox) -> Markup:
    """Draw a text box, with the typeface and colour of the placeholder that it stands in."""
    area = doek.layout.area(text.placeholder)
    writer = Writer(doek, area)
    return writer.write(text.paragraphs, text.box, text.insets, text.anchor)


def draw_cell(doek: Doek, lines: tuple[TextLine, ...], box: Box, insets: Insets) -> Markup:
    """Draw what stands in a cell of a table."""
    return Writer(doek, None).write(lines, box, insets, "top")


def draw_edge(doek: Doek, area: Area, words: str, ink: Colour | None) -> Markup:
    """Draw a footer or a slide number, whose look is the layout's."""
    level = area.text
    run = Run(words, level.size, level.bold, colour=ink)
    lines = (TextLine((run,), align=level.align),)
    return Writer(doek, area).write(lines, area.box, area.insets, area.anchor)


class Writer:
    """Writes the paragraphs of one box."""

    def __init__(self, doek: Doek, area: Area | None) -> None:
        self.doek = doek
        self.font: Font = area.font if area else doek.huisstijl.body_font
        self.spacing = area.text.line_spacing if area else 1.0
        self.upper = bool(area and area.text.upper)
        self.ink = _ink(doek, area)

    def write(
        self, lines: tuple[TextLine, ...], box: Box, insets: Insets, anchor: Anchor
    ) -> Markup:
        """Write paragraphs below one another, at the place that the anchor asks for."""
        left, right = box.x + insets.left, box.right - insets.right
        laid = [(line, self._broken(line, right - left - line.margin)) for line in lines]
        high = sum(self._height(line, rows, first=not n) for n, (line, rows) in enumerate(laid))
        top = {
            "top": float(box.y + insets.top),
            "middle": box.y + insets.top + (box.height - insets.top - insets.bottom - high) / 2,
            "bottom": box.bottom - insets.bottom - high,
        }[anchor]
        drawn: list[Markup] = []
        number = 0
        for n, (line, rows) in enumerate(laid):
            top += 0 if n == 0 else line.space_before * POINT
            number = _number(line, number)
            drawn += self._paragraph(line, rows, left, right, top, number)
            top += self._height(line, rows, first=True)
        return tag("g", *drawn, font_family=family(self.font), fill=self.ink)

    def _broken(self, line: TextLine, width: int) -> list[tuple[Run, ...]]:
        """Break a paragraph where the fit broke it."""
        runs = [self._shown(run) for run in line.runs]
        if not runs:
            return [()]
        words = tuple(Span(run.text, run.bold) for run in runs)
        size = max(run.size for run in runs)
        lines = self.doek.measure.lines(words, self.font, size, width)
        return [_piece(runs, start, end) for start, end in lines]

    def _shown(self, run: Run) -> Run:
        if not self.upper:
            return run
        return Run(run.text.upper(), run.size, run.bold, run.italic, run.colour, run.href)

    def _pitch(self, row: tuple[Run, ...], line: TextLine) -> float:
        size = max((run.size for run in row or line.runs), default=18)
        return size * PITCH * self.spacing * POINT

    def _height(self, line: TextLine, rows: list[tuple[Run, ...]], *, first: bool) -> float:
        before = 0 if first else line.space_before * POINT
        return before + sum(self._pitch(row, line) for row in rows)

    def _paragraph(  # noqa: PLR0913, PLR0917 -- a paragraph has this many sides
        self, line: TextLine, rows: list[tuple[Run, ...]], left: int, right: int, top: float,
        number: int,
    ) -> Iterator[Markup]:  # fmt: skip
        begin = left + line.margin
        x = {"left": begin, "center": (begin + right) / 2, "right": right}[line.align]
        for n, row in enumerate(rows):
            pitch = self._pitch(row, line)
            size = max((run.size for run in row), default=18)
            # What the line has over its usual height stands above the letters.
            y = top + pitch - (PITCH - BASELINE) * size * POINT
            if n == 0 and line.bullet:
                yield self._sign(line, begin - line.hanging, y, size, number)
            yield tag(
                "text", *(self._run(run) for run in row), x=points(x), y=points(y),
                text_anchor=ANCHORS[line.align],
            )  # fmt: skip
            top += pitch

    def _run(self, run: Run) -> Markup:
        return tag(
            "tspan",
            run.text,
            font_size=f"{run.size:g}",
            font_weight="700" if run.bold else None,
            font_style="italic" if run.italic else None,
            fill=self.doek.colour(run.colour) if run.colour else None,
            text_decoration="underline" if run.href else None,
        )

    def _sign(self, line: TextLine, x: float, y: float, size: float, number: int) -> Markup:
        bullet = line.bullet
        if bullet is None:
            return Markup("")
        return tag(
            "text",
            f"{number}." if bullet.number is not None else bullet.char,
            x=points(x),
            y=points(y),
            font_size=f"{size * bullet.size / 100:g}",
            font_family=f"{bullet.font}, Arial, 'Liberation Sans', sans-serif"
            if bullet.font
            else None,
            fill=self.doek.colour(bullet.colour) if bullet.colour else None,
        )


def _ink(doek: Doek, area: Area | None) -> str:
    """Give the colour of text that has none of its own: that of the template."""
    return f"#{area.ink}" if area and area.ink else doek.colour("dk1")


def _piece(runs: list[Run], start: int, end: int) -> tuple[Run, ...]:
    """Take a line out of a paragraph, without the space at its end."""
    out: list[Run] = []
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)].replace("\v", "")
        if text:
            out.append(Run(text, run.size, run.bold, run.italic, run.colour, run.href))
        at += len(run.text)
    if out:
        last = out[-1]
        text = last.text.rstrip(" \t")
        out[-1] = Run(text, last.size, last.bold, last.italic, last.colour, last.href)
    return tuple(out)


def _number(line: TextLine, before: int) -> int:
    """Count on in a numbered list; another kind of paragraph begins it anew."""
    if line.bullet is None or line.bullet.number is None:
        return before if line.level else 0
    return before + 1 if before else line.bullet.number
