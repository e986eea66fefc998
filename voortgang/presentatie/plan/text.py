"""Running text: over the whole slide, behind or under its first sentence, beside a quotation."""

from collections.abc import Sequence
from dataclasses import replace

from voortgang.office.measure import Span, plain
from voortgang.presentatie.draw.list import draw_list
from voortgang.presentatie.fit.fit import Arrangement, Galley, Space, Steps, ladder
from voortgang.presentatie.fit.flow import items_of
from voortgang.presentatie.outline import Citaat, Punt
from voortgang.presentatie.plan.frame import shift_of
from voortgang.presentatie.plan.space import canvas, lower, own, whole
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
    layout = task.layouts("inhoud", "alleen_titel", "twee")[0]
    if not items_of(entries):
        return [(layout, ())]
    return (
        _led_from_above(task, layout, entries)
        or _led(task, layout, entries)
        or _wide(task, layout, entries)
    )


def _wide(task: Task, layout: Layout, entries: tuple[Punt, ...]) -> list[Body]:
    ways = [_narrowed(way) for way in _ways(task, layout, 1)]
    ways += _ways(task, layout, len(entries))
    fitted = task.fit((entries,), ways, task.steps(TOP_TEXT))
    return [(layout, draw_list(galley)) for galley in fitted.of(0)]


def _narrowed(way: Arrangement) -> Arrangement:
    """Keep the lines of a single column short enough to read."""
    space = way.spaces[0]
    if space.columns > 1 or space.box.width <= READABLE:
        return way
    return Arrangement(way.layout, (replace(space, box=replace(space.box, width=READABLE)),))


def _led(task: Task, layout: Layout, entries: tuple[Punt, ...]) -> list[Body] | None:
    """Set a short first sentence large, and the few that it leads in to its right."""
    lead, rest = entries[0], entries[1:]
    if (
        not _leads(entries)
        or not 1 <= len(rest) <= FEW_LINES
        or len(plain(lead.words)) > LONGEST_LEAD
    ):
        return None
    space = _ways(task, layout, 1)[0].spaces[0]
    box, wide = space.box, round(space.box.width * LEAD)
    if wide < NARROWEST_LEAD:
        return None
    taken = wide + LEAD_GAP
    left = replace(space, box=replace(box, width=wide), placeholder=None)
    right = replace(space, box=replace(box, x=box.x + taken, width=box.width - taken))
    bold = Punt(tuple(s._replace(bold=True) for s in lead.words), teken="none")
    first = task.fit(((bold,),), [Arrangement(layout, (left,))], LEAD_SIZES)
    steps = ladder(max(SMALLEST_LED, task.settings.minimale_lettergrootte), TOP_TEXT)
    second = task.fit((rest,), [Arrangement(layout, (right,))], steps)
    if len(first.slides) > 1 or len(second.slides) > 1:
        return None
    lead_in, led = first.galleys(0)[0], second.galleys(0)[0]
    high = max(lead_in.height, led.height)
    bar = Box(right.box.x - LEAD_GAP // 2, box.y, round(0.1 * CM), high)
    rule = Shape("Streep", "rectangle", bar, fill="accent1")
    return [(layout, (*draw_list(lead_in, "Inleiding"), rule, *draw_list(led)))]


def _led_from_above(task: Task, layout: Layout, entries: tuple[Punt, ...]) -> list[Body] | None:
    """Set a first sentence above a list of many entries: in a column it would look like one.

    A list that takes more than one slide is running text, and its sentence one of its entries.
    """
    lead, rest = entries[:1], entries[1:]
    if len(rest) <= FEW_LINES or not _leads(entries):
        return None
    space = _ways(task, layout, 1)[0].spaces[0]
    above = replace(space, placeholder=None)
    first = task.fit((lead,), [Arrangement(layout, (above,))], task.steps(TOP_ABOVE))
    taken = first.galleys(0)[0].height + UNDER_LEAD
    ways = [
        replace(way, spaces=tuple(replace(s, box=lower(s.box, taken)) for s in way.spaces))
        for way in _ways(task, layout, len(rest))
    ]
    second = task.fit((rest,), ways, task.steps(TOP_TEXT))
    if len(first.slides) > 1 or len(second.slides) > 1 or taken > space.box.height // 2:
        return None
    lead_in, led = first.galleys(0)[0], second.galleys(0)[0]
    return [(layout, draw_list(lead_in, "Inleiding") + draw_list(led))]


def _leads(entries: Sequence[Punt]) -> bool:
    """Tell whether the first is a sentence, and all others are entries of a list."""
    first, *rest = entries
    sentences = any(entry.teken == "none" for entry in rest)
    return first.teken == "none" and not first.children and not sentences


def _ways(task: Task, layout: Layout, count: int) -> list[Arrangement]:
    return list(whole(layout, task.huisstijl, shift_of(task, layout), count))


def quote_slides(task: Task, texts: tuple[Punt, ...], quote: Citaat) -> list[Body]:
    """Set text and a quotation beside each other, or the quotation alone."""
    wrapped = _quoted(quote)
    if not texts:
        return _wide(task, task.layouts("inhoud", "alleen_titel", "twee")[0], wrapped)
    way = _barred(sides(task))
    fitted = task.fit((texts, wrapped), [way], task.steps(TOP_QUOTE))
    out: list[Body] = []
    for n in range(len(fitted.slides)):
        left, right = fitted.galleys(n)
        beside = (*_bar(right), *draw_list(right, "Citaat")) if right.columns else ()
        out.append((way.layout, (*draw_list(left), *beside)))
    return out


def sides(task: Task) -> Arrangement:
    """Choose two places beside each other: two areas of about one width, else halves."""
    usable = task.layouts("twee", "inhoud", "alleen_titel")
    two = [a for a in usable if len(a.bodies) > 1]
    two.sort(key=lambda a: abs(a.bodies[0].box.width - a.bodies[1].box.width))
    layout = (two or usable)[0]
    shift = shift_of(task, layout)
    if two:
        left, right = (own(body, shift) for body in layout.bodies[:2])
    else:
        box = lower(canvas(layout, task.huisstijl), shift)
        half = (box.width - CM) // 2
        font = task.huisstijl.body_font
        left = Space(replace(box, width=half), 1, font)
        right = replace(left, box=replace(box, x=box.right - half, width=half))
        if layout.bodies:
            left = replace(left, placeholder=layout.bodies[0].idx)
    return Arrangement(layout, (left, right))


def _barred(way: Arrangement) -> Arrangement:
    """Leave room for the bar before a quotation."""
    left, right = way.spaces
    box = replace(right.box, x=right.box.x + INDENT, width=right.box.width - INDENT)
    return replace(way, spaces=(left, replace(right, box=box)))


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
