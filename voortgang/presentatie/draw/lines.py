"""Where each line of a text box stands, for who draws or judges it.

It breaks where the programs that show a deck break it: the fit reckons with somewhat wider letters.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from voortgang.office.ink import Colour
from voortgang.office.measure import PITCH, POINT, Lines, Measure, Span, cut
from voortgang.presentatie.slides import Box, Run, TextBox, TextLine
from voortgang.presentatie.template.huisstijl import Area, Huisstijl


class SetLine(NamedTuple):
    """A line as it is set: the box around its words, these in their dress, and its paragraph.

    `first` tells the line that the sign of the paragraph stands before, `spaced` one that ends with
    a space, which takes no room.
    """

    box: Box
    runs: tuple[Run, ...]
    paragraph: TextLine
    first: bool
    spaced: bool = False

    @property
    def size(self) -> float:
        """Give the size of its largest letters, in points."""
        return max(run.size for run in self.runs)


def edge_text(area: Area, words: str, ink: Colour | None = None) -> TextBox:
    """Give a footer or a number as the text that it is; None leaves its colour to the layout."""
    run = Run(words, area.text.size, area.text.bold, colour=ink)
    line = TextLine((run,), align=area.text.align)
    return TextBox("", area.box, (line,), None, area.insets, area.anchor)


def set_lines(
    text: TextBox, area: Area | None, huisstijl: Huisstijl, measure: Measure
) -> list[SetLine]:
    """List the lines of a text; `area` is the placeholder that it stands in, if any."""
    font = (area.font if area else huisstijl.body_font).drawn
    pitch = PITCH * POINT * (area.text.line_spacing if area else 1)
    upper = area is not None and area.text.upper
    box, insets = text.box, text.insets
    right, y = box.right - insets.right, 0.0
    found: list[SetLine] = []
    for n, paragraph in enumerate(text.paragraphs):
        y += paragraph.space_before * POINT if n else 0
        runs = [replace(r, text=r.text.upper()) if upper else r for r in paragraph.runs]
        if not runs:
            continue
        size, begin = max(run.size for run in runs), box.x + insets.left + paragraph.margin
        words = tuple(Span(run.text, run.bold, share=run.size / size) for run in runs)
        room = max(right - begin, 1)
        lines: Lines = measure.lines(words, font, size, room)
        for start, end in lines:
            piece = tuple(_piece(runs, start, end)) or (replace(runs[-1], text=""),)
            high = max(run.size for run in piece) * pitch
            wide = min(measure.width(cut(words, start, end), font, size), room)
            x = {"left": begin, "center": begin + (room - wide) // 2, "right": right - wide}
            place = Box(x[paragraph.align], round(y), wide, round(high))
            spaced = "".join(run.text for run in runs)[end - 1 : end].isspace()
            found.append(SetLine(place, piece, paragraph, start == lines[0][0], spaced))
            y += high
    free = box.height - insets.top - insets.bottom - round(y)
    top = box.y + insets.top + {"top": 0, "middle": free // 2, "bottom": free}[text.anchor]
    return [line._replace(box=replace(line.box, y=line.box.y + top)) for line in found]


def _piece(runs: list[Run], start: int, end: int) -> Iterator[Run]:
    """Take a line out of a paragraph, without the space at its end."""
    at, end = 0, start + len("".join(run.text for run in runs)[start:end].rstrip(" \t\v"))
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)].replace("\v", "")
        if text:
            yield replace(run, text=text)
        at += len(run.text)
