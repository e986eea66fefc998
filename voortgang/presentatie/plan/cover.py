"""The dark slides: what opens the deck, its sections, and what closes it."""

from dataclasses import replace

from voortgang.content.blocks import Grafiek
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.office.ink import MUTED
from voortgang.office.measure import PITCH, POINT, Span
from voortgang.presentatie.draw.dots import draw_dots, explains
from voortgang.presentatie.draw.list import draw_list
from voortgang.presentatie.draw.pen import line
from voortgang.presentatie.draw.title import Head, draw_title
from voortgang.presentatie.fit.fit import Galley, Space, Steps
from voortgang.presentatie.fit.flow import items_of
from voortgang.presentatie.outline import Deel, Dia, Lijst, Punt
from voortgang.presentatie.plan.frame import framed, numbered
from voortgang.presentatie.plan.space import canvas, inner, own
from voortgang.presentatie.plan.task import Task
from voortgang.presentatie.plan.text import text_slides
from voortgang.presentatie.slides import CM, Box, Element, Slide, TextBox, with_runs
from voortgang.presentatie.template.huisstijl import Area, Layout
from voortgang.presentatie.template.room import floor

LEAST_UNDER = 14  # points, under a title
EYEBROW = 16.0
NEAR_EDGE = round(0.5 * CM)
DOTS_FROM = round(9.75 * CM)  # of the height of a slide, where the title leaves that free
ABOVE_DOTS = round(0.9 * CM)  # free under the words
MARGIN = round(1.635 * CM)
NUMBER, SMALLEST_NUMBER = 166.0, 60  # points, of the number of a section
PART = 18  # points


def cover_slides(task: Task) -> list[Slide]:
    """Make the first or the last slide: whose it is, title, words under it, field of dots.

    Words that it has no room for stand on next slides; those that explain the dots go with them.
    """
    dia = task.dia
    layout = task.huisstijl.first("slot" if dia.soort == "slot" else "titelblad")
    entries, grafiek, key = _cover_parts(dia)
    head = _title(task, layout)
    elements: list[Element] = [*head.elements]
    if dia.bovenschrift:
        eyebrow = _whose(task, layout, head, dia.bovenschrift)
        elements += eyebrow
        if not eyebrow:
            entries = (Punt((Span(dia.bovenschrift),), teken="none"), *entries)
    bottom = inner(layout.title).bottom + head.shift
    under, rest = _under(task, layout, entries, head.shift)
    if under:
        bottom = max(bottom, under.space.box.y + under.height)
    cijfer = task.figures.get(grafiek.cijfers) if grafiek else None
    dots = _dots(task, layout, cijfer, bottom, key) if cijfer else ()
    if not dots and (others := tuple(entry for entry in key if not explains(entry))):
        under, rest = _under(task, layout, entries, head.shift, others)
    elements += (*(_drawn(under) if under else ()), *dots)
    return _followed(task, framed(task, layout, tuple(elements)), rest)


def section_slides(task: Task) -> list[Slide]:
    """Make the slide that opens a section: its number, its title, one sentence.

    Words that it has no room for stand on next slides.
    """
    dia = task.dia
    layout = task.huisstijl.first("sectie")
    head = _title(task, layout)
    under, rest = _under(task, layout, _words_of(dia.delen), head.shift)
    above = _number(task, layout, head.elements[0]) if dia.van > 1 else ()
    words = _drawn(under) if under else ()
    if above and words and above[-1].box.y > words[0].box.y:  # a template with words above a title
        above, words = words, above
    return _followed(task, framed(task, layout, (*head.elements, *above, *words)), rest)


def _followed(task: Task, slide: Slide, rest: tuple[Punt, ...]) -> list[Slide]:
    return [slide, *(numbered(task, text_slides(task, rest), after=1) if rest else ())]


def _title(task: Task, layout: Layout) -> Head:
    return draw_title(task.pen(layout.title), layout.title, task.dia.titel)


def _cover_parts(dia: Dia) -> tuple[tuple[Punt, ...], Grafiek | None, tuple[Punt, ...]]:
    """Divide a cover: words under the title, the field of dots, words that explain the dots."""
    figure = next((p for p in dia.delen if isinstance(p, Grafiek)), None)
    at = dia.delen.index(figure) if figure else len(dia.delen)
    return _words_of(dia.delen[:at]), figure, _words_of(dia.delen[at:])


def _words_of(parts: tuple[Deel, ...]) -> tuple[Punt, ...]:
    return tuple(entry for part in parts if isinstance(part, Lijst) for entry in part.entries)


def _whose(task: Task, layout: Layout, head: Head, text: str) -> tuple[TextBox, ...]:
    """Write above the title whose report it is, where nothing else stands there."""
    area, title = layout.title, head.elements[0].box
    pen, left = task.pen(area), title.x + area.insets.left
    width = title.right - left
    high = pen.height(text, EYEBROW, width)
    box = Box(left, title.y - high - round(0.35 * CM), width, high)
    others = (other.box for other in layout.areas if other is not area)
    if box.y < NEAR_EDGE or any(map(box.meets, (*layout.drawn, *others))):
        return ()
    return (TextBox("Bovenschrift", box, (line(text, EYEBROW, colour=MUTED),)),)


def _under(
    task: Task,
    layout: Layout,
    entries: tuple[Punt, ...],
    shift: int,
    more: tuple[Punt, ...] = (),
) -> tuple[Galley | None, tuple[Punt, ...]]:
    """Set the words under a title with `more`, or without, or their first; give the others too."""
    every = (*entries, *more)
    for kept in (every, entries, every[:1]):
        if items_of(kept) and (galley := _set(task, layout, kept, shift)):
            return galley, every[len(kept) :]
    return None, every


def _set(task: Task, layout: Layout, entries: tuple[Punt, ...], shift: int) -> Galley | None:
    """Set words in the subtitle, the first body or the room that is free, and under it.

    None where they have no room there.
    """
    area, style = layout.subtitle or next(iter(layout.bodies), None), task.huisstijl
    space = own(area, 0) if area else Space(canvas(layout), 1, style.body_font)
    box = space.box
    down = max(box.bottom, floor(layout))
    if box.bottom <= layout.title.box.y:  # words above a title do not move or grow with it
        shift, down = 0, layout.title.box.y
    most = down - box.y - shift
    space = replace(space, box=Box(box.x, box.y + shift, box.width, min(box.height, most)))
    size = area.text.size if area else 20
    tried = [s for s in (size, 0.9 * size, 0.8 * size, 16, 14) if LEAST_UNDER <= s <= size]
    steps: Steps = [(float(round(s)), (0.3, 0.0)) for s in tried] or [(14.0, (0.3, 0.0))]
    first, *more = task.flow(entries, [space], steps)
    while more and space.box.height < most:
        high = min(space.box.height * 5 // 4, most)
        space = replace(space, box=replace(space.box, height=high))
        first, *more = task.flow(entries, [space], steps[-1:])
    return None if more or first.height > most else first


def _drawn(galley: Galley) -> tuple[TextBox, ...]:
    return tuple(map(_inheriting, draw_list(galley, "Ondertitel")))


def _inheriting(text: TextBox) -> TextBox:
    """Leave the colours of a placeholder to the layout.

    The only link becomes that of the whole box, or of all its words where it leads within the deck:
    the theme's colour for links is made for a light ground. More links keep to their own words.
    """
    links = {run.href for line in text.paragraphs for run in line.runs if run.href}
    if len(links) != 1:
        return with_runs(text, lambda run: replace(run, colour=None))
    (link,) = links
    within = link if link.startswith("#") else None
    plain = with_runs(text, lambda run: replace(run, colour=None, href=within))
    return replace(plain, href=None if within else link)


def _dots(
    task: Task, layout: Layout, figure: Cijfer, top: int, key: tuple[Punt, ...]
) -> tuple[Element, ...]:
    """Draw the field of dots in the room that is left under what ends at `top`."""
    style = task.huisstijl
    left = layout.title.box.x
    y = max(top + ABOVE_DOTS, DOTS_FROM)
    down = floor(layout) - round(0.6 * CM)
    box = Box(left, y, style.width - 2 * left, down - y)
    return draw_dots(task.pen(layout), figure, box, key)


def _number(task: Task, layout: Layout, title: TextBox) -> tuple[TextBox, ...]:
    """Write the number of a section large beside its title, and above it which part this is."""
    dia, pen, area = task.dia, task.pen(layout), layout.title
    top, high = _inked(task, title, area)
    left_of, insets = title.box.x + area.insets.left, area.insets.left + area.insets.right
    eyebrow = Box(left_of, top - round(0.95 * CM), title.box.width - insets, round(0.8 * CM))
    under = layout.subtitle
    if under and under.box.y < title.box.y and under.box.bottom > eyebrow.y:  # words stand there
        eyebrow = replace(eyebrow, y=top + high + round(0.15 * CM))
    out: list[TextBox] = []
    left = MARGIN
    big, number = NUMBER, str(dia.nummer)
    room = title.box.x - left - round(0.5 * CM)
    while big > SMALLEST_NUMBER and pen.width(number, big, bold=True) > room:
        big -= 10
    if pen.width(number, big, bold=True) <= room:
        tall = round(big * PITCH * POINT)
        y = min(max(0, eyebrow.y - round(0.16 * big * POINT)), pen.huisstijl.height - tall)
        box = Box(left, y, title.box.x - left - round(0.3 * CM), tall)
        out.append(TextBox("Nummer", box, (line(number, big, bold=True, colour="accent1"),)))
    if eyebrow.y > 0:
        text, align = f"Deel {dia.nummer} van {dia.van}", title.paragraphs[0].align
        words = line(text, PART, bold=True, colour=MUTED, align=align)
        out.append(TextBox("Bovenschrift", eyebrow, (words,)))
    return tuple(out)


def _inked(task: Task, title: TextBox, area: Area) -> tuple[int, int]:
    """Say where the words of a title begin and how high they are, as the template shows them."""
    runs, level = title.paragraphs[0].runs, area.text
    words = tuple(Span(r.text.upper() if level.upper else r.text, r.bold) for r in runs)
    size = runs[0].size if runs else 48
    box, insets = title.box, area.insets
    room = box.width - insets.left - insets.right
    lines = task.pen(area).height(words, size, room, bold=level.bold)
    high = round(lines * max(1.0, level.line_spacing))
    tops = {"top": box.y + insets.top, "middle": box.y + (box.height - high) // 2}
    return tops.get(title.anchor, box.bottom - insets.bottom - high), high
