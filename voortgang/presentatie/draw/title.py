"""Titles, with the small words beside them: as large as they go, in the room that they need."""

from dataclasses import dataclass

from voortgang.model.instellingen import KLEINSTE
from voortgang.office.ink import MUTED
from voortgang.office.measure import PITCH, POINT, Span, Words, plain
from voortgang.presentatie.draw.pen import Pen, line, runs
from voortgang.presentatie.slides import CM, Box, Run, TextBox, TextLine
from voortgang.presentatie.template.huisstijl import Area

STEPS = (1, 26 / 30, 24 / 30, 20 / 30)
SMALLEST = 20
SMALLER = 0.85  # of its size: a title from there on may rise a little above its place
RISE = round(0.55 * CM)
EYEBROW, WIDEST = 14, 0.5  # points; of the width of the slide
NARROWEST = 6 * CM  # of a title beside small words, or beside what a layout draws
LOWEST = 0.6  # of the height of the slide: where a title ends at the latest


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of a slide, and how far that moves down what is under it (EMU)."""

    elements: tuple[TextBox, ...]
    shift: int


def draw_title(pen: Pen, area: Area, words: Words, *, width: int = 0, tail: str = "") -> Head:
    """Set a title as large as it goes; one that is too long takes the room it needs.

    `tail` says which slide of how many this is, in a quieter dress. The pen is that of the area.
    """
    level, insets = area.text, area.insets
    shown = (*words, Span(tail)) if tail else words
    if level.upper:
        shown = tuple(Span(s.text.upper(), s.bold, s.italic) for s in shown)
    room = (width or area.box.width) - insets.left - insets.right
    have = area.box.height - insets.top - insets.bottom

    def torn(size: float) -> bool:
        return pen.tears([plain(shown)], size, room, bold=level.bold)

    def tall(size: float) -> int:
        high = pen.height(shown, size, room, bold=level.bold)
        return round(high * max(1.0, level.line_spacing))

    sizes = [round(level.size * step) for step in STEPS if level.size * step >= KLEINSTE]
    sizes = [size for size in sizes if size >= min(SMALLEST, level.size)] or [round(level.size)]
    while sizes[-1] > SMALLEST and torn(sizes[-1]):
        sizes.append(max(SMALLEST, round(SMALLER * sizes[-1])))
    most = LOWEST * pen.huisstijl.height - area.box.y
    while sizes[-1] > KLEINSTE and tall(sizes[-1]) > max(most, have):
        sizes.append(max(KLEINSTE, round(SMALLER * sizes[-1])))
    size, need = sizes[-1], 0
    for size in sizes:
        need = tall(size)
        if size > sizes[-1] and torn(size):
            continue
        if need <= have or (need <= have + RISE and size < sizes[0] * SMALLER):
            break
    over = max(0, need - have)
    rise = min(over, RISE, max(0, area.box.y - round(0.3 * CM))) if area.anchor == "bottom" else 0
    box = Box(area.box.x, area.box.y - rise, width or area.box.width, area.box.height + over)
    quiet = (Run(tail, size, colour=MUTED),) if tail else ()
    text = TextLine((*runs(words, size, bold=level.bold), *quiet), align=level.align)
    return Head((TextBox("Titel", box, (text,), area.idx, insets, area.anchor),), over - rise)


def draw_eyebrow(pen: Pen, title: Area, text: str, right: int) -> tuple[TextBox, int] | None:
    """Write small words right of the title, with the width that is left for it; None if too wide.

    They end at `right`. The pen is that of the layout.
    """
    width = pen.width(text, EYEBROW, bold=True) + round(0.1 * CM)
    gap = round(0.6 * CM)
    beside = right - title.box.right
    left = 0 if beside >= width + gap else right - width - gap - title.box.x
    if width > WIDEST * pen.huisstijl.width or (left and left < NARROWEST):
        return None
    high = round(PITCH * EYEBROW * POINT)
    y = title.box.bottom - title.insets.bottom - high - round(0.1 * CM)
    if title.anchor != "bottom":
        y = title.box.y + title.insets.top
    words = line(text, EYEBROW, bold=True, colour=MUTED, align="right")
    return TextBox("Bovenschrift", Box(right - width, y, width, high), (words,)), left
