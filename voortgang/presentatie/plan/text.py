"""Running text: over the whole slide, behind or under its first sentence, beside a quotation."""

from dataclasses import replace

from voortgang.office.measure import Span, plain
from voortgang.presentatie.draw.list import draw_list
from voortgang.presentatie.fit.fit import Galley, Space, Steps, ladder, variants
from voortgang.presentatie.fit.flow import items_of
from voortgang.presentatie.outline import Citaat, Punt
from voortgang.presentatie.plan.frame import free, shift_of
from voortgang.presentatie.plan.space import lower, own, placed
from voortgang.presentatie.plan.task import Body, Task
from voortgang.presentatie.slides import CM, Box, Element, Shape
from voortgang.presentatie.template.huisstijl import Layout

TOP_TEXT, TOP_QUOTE, TOP_ABOVE = 26, 22, 20  # points
FEW_LINES = 7  # entries that may stand behind a leading sentence
LONGEST_LEAD = 110  # letters
LEAD = 0.31  # of the width, for the sentence that leads in
LEAD_SIZES: Steps = [(28.0, (0.3,)), (26.0, (0.3,)), (24.0, (0.3,)), (22.0, (0.3,))]
SMALLEST_LED = 18  # points
NARROWEST_LEAD = 6 * CM
LEAD_GAP, UNDER_LEAD = round(1.4 * CM), round(0.6 * CM)
READABLE = 24 * CM  # a longer line tires the eye
INDENT = round(0.75 * CM)  # of a quotation behind its bar
OPENING = ("“", '"', "‘", "'")


def text_slides(task: Task, entries: tuple[Punt, ...]) -> list[Body]:
    """Set running text and lists: led in by their first sentence, else over the whole slide."""
    layout = task.huisstijl.first("inhoud")
    if not items_of(entries):
        return [(layout, ())]
    led: tuple[Element, ...] | None = None
    if len(entries) > 1 and _leads(*entries):
        set_ = _led if len(entries) <= 1 + FEW_LINES else _led_from_above
        led = set_(task, placed(layout, task.huisstijl, free(task, layout), 0), *entries)
    return [(layout, led)] if led else _wide(task, entries)


def _wide(task: Task, entries: tuple[Punt, ...]) -> list[Body]:
    layout = task.huisstijl.first("inhoud")
    space = placed(layout, task.huisstijl, free(task, layout), 0)
    narrow = replace(space, box=replace(space.box, width=min(space.box.width, READABLE)))
    ways = [narrow, *_in_columns(space, len(entries))]
    return [(layout, draw_list(each)) for each in task.flow(entries, ways, task.steps(TOP_TEXT))]


def _in_columns(space: Space, count: int) -> list[Space]:
    return [replace(space, columns=columns) for columns in variants(space, count)]


def _led(task: Task, space: Space, lead: Punt, *rest: Punt) -> tuple[Element, ...] | None:
    """Set a short first sentence large, and the few that it leads in to its right."""
    box, wide = space.box, round(space.box.width * LEAD)
    if len(plain(lead.words)) > LONGEST_LEAD or wide < NARROWEST_LEAD:
        return None
    taken = wide + LEAD_GAP
    left = replace(space, box=replace(box, width=wide), placeholder=None)
    right = replace(space, box=replace(box, x=box.x + taken, width=box.width - taken))
    bold = Punt(tuple(s._replace(bold=True) for s in lead.words), teken="none")
    steps = ladder(max(SMALLEST_LED, task.settings.minimale_lettergrootte), TOP_TEXT)
    lead_in, *more = task.flow((bold,), [left], LEAD_SIZES)
    led, *others = task.flow(rest, [right], steps)
    if more or others:
        return None
    high = max(lead_in.height, led.height)
    bar = Box(right.box.x - LEAD_GAP // 2, box.y, round(0.1 * CM), high)
    rule = Shape("Streep", "rectangle", bar, fill="accent1")
    return (*draw_list(lead_in, "Inleiding"), rule, *draw_list(led))


def _led_from_above(
    task: Task, space: Space, lead: Punt, *rest: Punt
) -> tuple[Element, ...] | None:
    """Set a first sentence above a list of many entries: in a column it would look like one.

    A list that takes more than one slide is running text, and its sentence one of its entries.
    """
    above = replace(space, placeholder=None)
    lead_in, *more = task.flow((lead,), [above], task.steps(TOP_ABOVE))
    taken = lead_in.height + UNDER_LEAD
    below = replace(space, box=lower(space.box, taken))
    led, *others = task.flow(rest, _in_columns(below, len(rest)), task.steps(TOP_TEXT))
    if more or others or taken > space.box.height // 2:
        return None
    return (*draw_list(lead_in, "Inleiding"), *draw_list(led))


def _leads(first: Punt, *rest: Punt) -> bool:
    """Tell whether the first is a sentence, and all others are entries of a list."""
    sentences = any(entry.teken == "none" for entry in rest)
    return first.teken == "none" and not first.children and not sentences


def quote_slides(task: Task, texts: tuple[Punt, ...], quote: Citaat) -> list[Body]:
    """Set text and a quotation beside each other, or the quotation alone."""
    wrapped = _quoted(quote)
    if not texts:
        return _wide(task, wrapped)
    layout, left, right = sides(task)
    box = right.box  # with room for the bar before a quotation
    barred = replace(right, box=replace(box, x=box.x + INDENT, width=box.width - INDENT))
    fitted = task.fit((texts, wrapped), [(left, barred)], task.steps(TOP_QUOTE))
    out: list[Body] = []
    for words, quoted in zip(fitted.of(0), fitted.of(1), strict=True):
        beside = (*_bar(quoted), *draw_list(quoted, "Citaat")) if quoted.columns else ()
        out.append((layout, (*draw_list(words), *beside)))
    return out


def sides(task: Task) -> tuple[Layout, Space, Space]:
    """Choose two places beside each other: two areas of about one width, else halves."""
    usable = task.layouts("twee", "inhoud", "alleen_titel")
    two = [a for a in usable if len(a.bodies) > 1]
    two.sort(key=lambda a: abs(a.bodies[0].box.width - a.bodies[1].box.width))
    layout = (two or usable)[0]
    if two:
        shift = shift_of(task, layout)
        left, right = (own(body, shift) for body in layout.bodies[:2])
    else:
        box = free(task, layout)
        half = (box.width - CM) // 2
        left = Space(replace(box, width=half), 1, task.huisstijl.body_font)
        right = replace(left, box=replace(box, x=box.right - half, width=half))
        if layout.bodies:
            left = replace(left, placeholder=layout.bodies[0].idx)
    return layout, left, right


def _bar(galley: Galley) -> tuple[Element, ...]:
    """Draw the bar beside a quotation, as tall as its words."""
    box = galley.space.box
    place = Box(box.x - INDENT, box.y, round(0.14 * CM), galley.height)
    return (Shape("Streep", "rectangle", place, fill="accent1"),)


def _quoted(quote: Citaat) -> tuple[Punt, ...]:
    """Put a quotation between its signs, under its source."""
    entries = list(quote.entries)
    if entries and entries[0].words and not plain(entries[0].words).startswith(OPENING):
        first = entries[0]
        entries[0] = replace(first, words=(Span("“"), *first.words))
        last = entries[-1]
        entries[-1] = replace(last, words=(*last.words, Span("”")))
    if quote.bron:
        source = tuple(Span(s.text, bold=True, italic=s.italic, href=s.href) for s in quote.bron)
        entries.insert(0, Punt(source, teken="none"))
    return tuple(entries)
