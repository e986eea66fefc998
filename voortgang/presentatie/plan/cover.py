"""The dark slides and the agenda: what opens the deck, its sections, and what closes it."""

from dataclasses import replace

from voortgang.content.blocks import Grafiek
from voortgang.office.measure import Span, plain
from voortgang.presentatie.draw.dots import agenda_rows, dots, section_number
from voortgang.presentatie.draw.text import Drawn, draw_columns, draw_title, free_text, height_of
from voortgang.presentatie.fit.fit import CM, Arrangement, Space, fit
from voortgang.presentatie.fit.flow import items_of
from voortgang.presentatie.outline import Dia, Entry, Lijst
from voortgang.presentatie.plan.sheet import Body, Job, made
from voortgang.presentatie.plan.space import canvas, inner, layouts, meets, own
from voortgang.presentatie.plan.text import text_slides
from voortgang.presentatie.slides import Box, Element, Slide, TextBox
from voortgang.presentatie.template.huisstijl import Layout

LEAST_UNDER = 14  # points, under a title
EYEBROW = 16.0
NEAR_EDGE = round(0.5 * CM)


def cover(job: Job, dia: Dia) -> Slide:
    """Make the first or the last slide: whose it is, title, words under it, field of dots."""
    layout = layouts(
        job.sheet.huisstijl,
        dia.soort if dia.soort == "slot" else "titelblad",
        "titelblad",
        "sectie",
        "alleen_titel",
    )[0]
    entries, figure, key = _cover_parts(dia)
    head = draw_title(job.sheet, layout.title, dia.titel, "Titel") if layout.title else Drawn(())
    elements = list(head.elements)
    if dia.bovenschrift:
        eyebrow = _whose(job, layout, head, dia.bovenschrift)
        elements += eyebrow
        if not eyebrow:
            entries = (Entry((Span(dia.bovenschrift),), teken="none"), *entries)
    bottom = inner(layout.title).bottom + head.shift if layout.title else 0
    if entries:
        elements += _under(job, layout, entries, head.shift)
        bottom = max(bottom, *(e.box.bottom for e in elements))
    if figure and figure.cijfers in job.figures:
        elements += dots(job, layout, job.figures[figure.cijfers], bottom, key)
    return made(job, dia, layout, tuple(elements), plain(dia.titel), dia.notities)


def agenda(job: Job, dia: Dia) -> list[Body]:
    """Make the agenda from the sections, each a link to its first slide."""
    sections = [other for other in job.dias if other.soort == "sectie"]
    rows = agenda_rows(job, dia, sections)
    if rows:
        return [rows]
    entries = tuple(
        Entry(
            (Span(plain(s.titel), href="#" + plain(s.titel)),),
            (Entry((Span(s.agenda),)),) if s.agenda else (),
            teken="number",
            number=n,
        )
        for n, s in enumerate(sections, start=1)
    )
    return text_slides(job, dia, entries)


def _cover_parts(dia: Dia) -> tuple[tuple[Entry, ...], Grafiek | None, tuple[Entry, ...]]:
    """Divide a cover: words under the title, the field of dots, words that explain the dots."""
    figure = next((p for p in dia.delen if isinstance(p, Grafiek)), None)
    at = dia.delen.index(figure) if figure else len(dia.delen)

    def words_of(parts: tuple[object, ...]) -> tuple[Entry, ...]:
        return tuple(e for p in parts if isinstance(p, Lijst) for e in p.entries)

    return words_of(dia.delen[:at]), figure, words_of(dia.delen[at:])


def _whose(job: Job, layout: Layout, head: Drawn, text: str) -> tuple[Element, ...]:
    """Write above the title whose report it is, where nothing else stands there."""
    if not head.elements or layout.title is None:
        return ()
    title, font = head.elements[0].box, layout.title.font
    words, left = (Span(text),), title.x + layout.title.insets.left
    width = title.right - left
    high = height_of(job.sheet, words, font, EYEBROW, width, bold=False)
    box = Box(left, title.y - high - round(0.35 * CM), width, high)
    if box.y < NEAR_EDGE or any(meets(box, drawn) for drawn in layout.drawn):
        return ()
    colour = job.sheet.muted(dark=layout.title.dark or layout.dark)
    return (free_text("Bovenschrift", box, text, EYEBROW, colour=colour),)


def _under(job: Job, layout: Layout, entries: tuple[Entry, ...], shift: int) -> tuple[Element, ...]:
    """Set the words under a title in its subtitle, its first body, or the room that is free."""
    area = layout.subtitle or (layout.bodies[0] if layout.bodies else None)
    if area:
        space = replace(own(area, 0), dark=area.dark or layout.dark)
    else:
        free = canvas(layout, job.sheet.huisstijl)
        space = Space(free, 1, job.sheet.huisstijl.body_font, dark=layout.dark)
    space = replace(space, box=replace(space.box, y=space.box.y + shift))
    size = area.levels[0].size if area and area.levels else 20
    steps: list[tuple[float, tuple[float, ...]]] = [
        (s, (0.3, 0.0)) for s in (size, 0.9 * size, 0.8 * size, 16, 14) if LEAST_UNDER <= s <= size
    ]
    steps = [(float(round(s)), g) for s, g in steps] or [(14.0, (0.3, 0.0))]
    fitted = fit((items_of(entries),), (Arrangement(layout, (space,)),), steps, job.sheet.measure)
    while len(fitted.slides) > 1:  # there is no next slide here: it takes the room it needs
        taller = replace(space.box, height=space.box.height * 5 // 4)
        space = replace(space, box=taller)
        way = (Arrangement(layout, (space,)),)
        fitted = fit((items_of(entries),), way, steps[-1:], job.sheet.measure)
    drawn = draw_columns(job.sheet, space, fitted.slides[0][0], fitted.dress, None, "Ondertitel")
    return tuple(_inheriting(element) for element in drawn)


def _inheriting(element: Element) -> Element:
    """Leave the colours of a placeholder to the layout.

    A link becomes that of the whole box: the theme's colour for links is made for a light ground.
    """
    if not isinstance(element, TextBox):
        return element
    links = [run.href for line in element.paragraphs for run in line.runs if run.href]
    lines = tuple(
        replace(line, runs=tuple(replace(run, colour=None, href=None) for run in line.runs))
        for line in element.paragraphs
    )
    return replace(element, paragraphs=lines, href=links[0] if links else None)


def section(job: Job, dia: Dia) -> Slide:
    """Make the slide that opens a section: its number, its title, one sentence."""
    style = job.sheet.huisstijl
    layout = layouts(style, "sectie", "alleen_titel", "inhoud")[0]
    if not layout.title:
        return made(job, dia, layout, (), plain(dia.titel), dia.notities)
    head = draw_title(job.sheet, layout.title, dia.titel, "Titel")
    elements = list(head.elements)
    title = head.elements[0]
    entries = tuple(e for p in dia.delen if isinstance(p, Lijst) for e in p.entries)
    above: tuple[Element, ...] = ()
    if isinstance(title, TextBox) and dia.van > 1:
        above = section_number(job, layout, title, dia)
    words = _under(job, layout, entries, head.shift) if entries else ()
    if above and words and above[-1].box.y > words[0].box.y:  # a template with words above a title
        above, words = words, above
    elements += [*above, *words]
    return made(job, dia, layout, tuple(elements), plain(dia.titel), dia.notities)
