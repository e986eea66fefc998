"""Running text: over the whole slide, behind a sentence that leads it in, beside a quotation."""

from dataclasses import replace

from voortgang.office.measure import POINT, Span, plain
from voortgang.presentatie.draw.text import draw_columns
from voortgang.presentatie.fit.fit import CM, Arrangement, Fitted, Space, fit, ladder
from voortgang.presentatie.fit.flow import Column, Dress, items_of
from voortgang.presentatie.outline import Citaat, Dia, Entry
from voortgang.presentatie.plan.sheet import Body, Job, longest_title
from voortgang.presentatie.plan.space import canvas, layouts, lower, own, whole
from voortgang.presentatie.slides import Box, Element, Shape
from voortgang.presentatie.template.huisstijl import Layout

TOP_TEXT, TOP_QUOTE = 26, 22  # points
PAIR = 2
FEW_LINES = 7  # entries that may stand behind a leading sentence
LONGEST_LEAD = 110  # letters
LEAD = 0.31  # of the width, for the sentence that leads in
LEAD_SIZES = ((28.0, (0.3,)), (26.0, (0.3,)), (24.0, (0.3,)), (22.0, (0.3,)))
READABLE = 24 * CM  # a longer line tires the eye


def text_slides(job: Job, dia: Dia, entries: tuple[Entry, ...]) -> list[Body]:
    """Set running text and lists: few large ones behind their lead, else over the whole slide."""
    layout = layouts(job.sheet.huisstijl, "inhoud", "alleen_titel", "twee")[0]
    if not items_of(entries):
        return [(layout, ())]
    return _led(job, dia, layout, entries) or _wide(job, dia, layout, entries)


def _wide(job: Job, dia: Dia, layout: Layout, entries: tuple[Entry, ...]) -> list[Body]:
    shift = longest_title(job, dia, layout)
    style = job.sheet.huisstijl
    ways = [_narrowed(way) for way in whole(layout, style, shift, 1)]
    ways += whole(layout, style, shift, len(entries))
    steps = ladder(job.settings.minimale_lettergrootte, TOP_TEXT)
    fitted = fit((items_of(entries),), tuple(ways), steps, job.sheet.measure)
    return [(layout, _columns(job, fitted, slide[0], "Tekst")) for slide in fitted.slides]


def _narrowed(way: Arrangement) -> Arrangement:
    """Keep the lines of a single column short enough to read."""
    space = way.spaces[0]
    if space.columns > 1 or space.box.width <= READABLE:
        return way
    return Arrangement(way.layout, (replace(space, box=replace(space.box, width=READABLE)),))


def _led(job: Job, dia: Dia, layout: Layout, entries: tuple[Entry, ...]) -> list[Body] | None:
    """Set a short first sentence large, and the list that it leads in to its right."""
    lead, *rest = entries
    if (
        lead.teken != "none"
        or lead.children
        or not 1 <= len(rest) <= FEW_LINES
        or any(entry.teken == "none" for entry in rest)
        or len(plain(lead.words)) > LONGEST_LEAD
    ):
        return None
    style = job.sheet.huisstijl
    space = next(iter(whole(layout, style, longest_title(job, dia, layout), 1))).spaces[0]
    box, wide = space.box, round(space.box.width * LEAD)
    if wide < 6 * CM:
        return None
    gap = round(1.4 * CM)
    left = replace(space, box=Box(box.x, box.y, wide, box.height), placeholder=None)
    right = replace(space, box=Box(box.x + wide + gap, box.y, box.width - wide - gap, box.height))
    bold = (Entry(tuple(s._replace(bold=True) for s in lead.words), teken="none"),)
    alone = (Arrangement(layout, (left,)),)
    first = fit((items_of(bold),), alone, [*LEAD_SIZES], job.sheet.measure)
    steps = ladder(max(18, job.settings.minimale_lettergrootte), TOP_TEXT)
    way = (Arrangement(layout, (right,)),)
    second = fit((items_of(tuple(rest)),), way, steps, job.sheet.measure)
    if len(first.slides) > 1 or len(second.slides) > 1:
        return None
    out = draw_columns(job.sheet, left, first.slides[0][0], first.dress, None, "Inleiding")
    rule = Box(right.box.x - gap // 2, box.y, 0, 0)
    columns = second.slides[0][0]
    high = max(_height(first.slides[0][0][0], first.dress), _height(columns[0], second.dress))
    bar = Box(rule.x, box.y, round(0.1 * CM), round(high * POINT))
    colour = style.dark_sign if space.dark else "accent1"
    out += (Shape("Streep", "rectangle", bar, fill=colour),)
    return [(layout, out + _columns(job, second, columns, "Tekst"))]


def beside_quote(job: Job, dia: Dia, texts: tuple[Entry, ...], quote: Citaat) -> list[Body]:
    """Set text and a quotation beside each other, or the quotation alone."""
    style = job.sheet.huisstijl
    wrapped = _quoted(quote)
    if not texts:
        return _wide(job, dia, layouts(style, "inhoud", "alleen_titel", "twee")[0], wrapped)
    pairs = layouts(style, "twee", "inhoud", "alleen_titel")
    two = [a for a in pairs if len(a.bodies) >= PAIR]
    two.sort(key=lambda a: abs(a.bodies[0].box.width - a.bodies[1].box.width))
    shift = longest_title(job, dia, (two or pairs)[0])
    if two:
        layout = two[0]
        sides = (own(layout.bodies[0], shift), _barred(own(layout.bodies[1], shift)))
        way = Arrangement(layout, sides)
    else:
        box = lower(canvas(pairs[0], style), shift)
        half = (box.width - CM) // 2
        left = Space(Box(box.x, box.y, half, box.height), 1, style.body_font, dark=pairs[0].dark)
        if pairs[0].bodies:
            left = replace(left, placeholder=pairs[0].bodies[0].idx)
        right = replace(left, box=Box(box.right - half, box.y, half, box.height), placeholder=None)
        way = Arrangement(pairs[0], (left, _barred(right)))
    steps = ladder(job.settings.minimale_lettergrootte, TOP_QUOTE)
    fitted = fit((items_of(texts), items_of(wrapped)), (way,), steps, job.sheet.measure)
    return [_pair(job, fitted, slide) for slide in fitted.slides]


def quote_bar(job: Job, space: Space, column: Column, dress: Dress) -> tuple[Element, ...]:
    """Draw the bar beside a quotation, as tall as its words."""
    high = round(_height(column, dress) * POINT)
    box = Box(space.box.x - round(0.75 * CM), space.box.y, round(0.14 * CM), high)
    colour = job.sheet.huisstijl.dark_sign if space.dark else "accent1"
    return (Shape("Streep", "rectangle", box, fill=colour),)


def _height(column: Column, dress: Dress) -> float:
    """Measure a column in points."""
    return sum(
        len(p.lines) * dress.pitch(p.item.level)
        + (dress.gap * dress.size if n and not p.item.level else 0)
        for n, p in enumerate(column)
    )


def _columns(
    job: Job, fitted: Fitted, columns: tuple[Column, ...], name: str
) -> tuple[Element, ...]:
    return draw_columns(job.sheet, fitted.arrangement.spaces[0], columns, fitted.dress, None, name)


def _barred(space: Space) -> Space:
    box, indent = space.box, round(0.75 * CM)
    return replace(space, box=Box(box.x + indent, box.y, box.width - indent, box.height))


def _pair(job: Job, fitted: Fitted, slide: tuple[tuple[Column, ...], ...]) -> Body:
    left, right = fitted.arrangement.spaces
    elements = draw_columns(job.sheet, left, slide[0], fitted.dress, None, "Tekst")
    if slide[1]:
        elements += quote_bar(job, right, slide[1][0], fitted.dress)
        elements += draw_columns(job.sheet, right, slide[1], fitted.dress, None, "Citaat")
    return fitted.arrangement.layout, elements


def _quoted(quote: Citaat) -> tuple[Entry, ...]:
    entries = list(quote.entries)
    if (
        entries
        and entries[0].words
        and not plain(entries[0].words).startswith(("“", '"', "‘", "'"))
    ):
        first = entries[0]
        entries[0] = replace(first, words=(Span("“"), *first.words))
        last = entries[-1]
        entries[-1] = replace(last, words=(*last.words, Span("”")))
    if quote.bron:
        source = tuple(Span(s.text, bold=True, italic=s.italic, href=s.href) for s in quote.bron)
        entries.insert(0, Entry(source, teken="none"))
    return tuple(entries)
