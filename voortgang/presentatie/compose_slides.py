"""The kinds of slides: cover, section, agenda, panels, text, and what stands on them."""

from dataclasses import replace

from voortgang.content.blocks import Grafiek, Picture
from voortgang.presentatie import draw_objects as objects
from voortgang.presentatie.compose_sheet import Job, longest_title, made, titled
from voortgang.presentatie.compose_space import canvas, inner, layouts, lower, own, panels, whole
from voortgang.presentatie.draw_table import table_slides
from voortgang.presentatie.draw_text import (
    Drawn,
    draw_columns,
    draw_heading,
    draw_title,
)
from voortgang.presentatie.fit import CM, Arrangement, Fitted, Space, fit, ladder
from voortgang.presentatie.fit_flow import Column, Item, items_of
from voortgang.presentatie.huisstijl import Layout
from voortgang.presentatie.measure import Span, plain
from voortgang.presentatie.outline import (
    Citaat,
    Dia,
    Entry,
    Kengetal,
    Lijst,
    Paneel,
    Tabel,
)
from voortgang.presentatie.slides import Box, Element, Run, Slide, TextBox, TextLine

EMPTY = {"realisaties": "Geen realisaties opgenomen", "planning": "Geen planning opgenomen"}
SHOWN_EMPTY = tuple(EMPTY)
TOP_CONTENT = 22
LEAST_UNDER = 14  # points, under a title
PAIR = 2
ABREAST = 3  # panels beside each other, at most


def slides_of(job: Job, dia: Dia) -> list[Slide]:
    """Make the slides that one slide of the author takes."""
    if dia.soort in {"titelblad", "slot"}:
        return [_cover(job, dia)]
    if dia.soort == "sectie":
        return [_section(job, dia)]
    if dia.soort == "agenda":
        return _agenda(job, dia)
    parts = _groups(dia)
    bodies: list[tuple[Layout, tuple[Element, ...]]] = []
    for group in parts:
        bodies += _body(job, dia, group)
    return _numbered(job, dia, bodies)


def with_links(slides: list[Slide], firsts: dict[str, int]) -> list[Slide]:
    """Point the rows of the agenda at the slides that their sections begin with."""

    def linked(run: Run) -> Run:
        return replace(run, slide=firsts[run.href[1:]], href=None) if _inside(run) else run

    def _inside(run: Run) -> bool:
        return bool(run.href and run.href.startswith("#") and run.href[1:] in firsts)

    out: list[Slide] = []
    for slide in slides:
        elements = tuple(
            replace(
                e,
                paragraphs=tuple(
                    replace(p, runs=tuple(linked(r) for r in p.runs)) for p in e.paragraphs
                ),
            )
            if isinstance(e, TextBox)
            else e
            for e in slide.elements
        )
        out.append(replace(slide, elements=elements))
    return out


def _numbered(job: Job, dia: Dia, bodies: list[tuple[Layout, tuple[Element, ...]]]) -> list[Slide]:
    out: list[Slide] = []
    for n, (layout, elements) in enumerate(bodies, start=1):
        part = (n, len(bodies))
        title = plain(dia.titel) + (f" ({n}/{len(bodies)})" if len(bodies) > 1 else "")
        head = titled(job, dia, layout, part).elements
        notes = dia.notities if n == 1 else ()
        out.append(made(job, dia, layout, (*head, *elements), title, notes))
    return out


def _groups(dia: Dia) -> list[tuple[object, ...]]:
    """Say which parts share slides: panels with panels, text with what stands beside it."""
    rows = [p for p in dia.delen if not isinstance(p, Paneel)]
    boxes = [p for p in dia.delen if isinstance(p, Paneel) and (p.entries or p.rol in SHOWN_EMPTY)]
    groups: list[tuple[object, ...]] = []
    figures = [p for p in rows if isinstance(p, Grafiek)]
    quotes = [p for p in rows if isinstance(p, Citaat)]
    tables = [p for p in rows if isinstance(p, Tabel | Picture)]
    texts = [p for p in rows if isinstance(p, Lijst)]
    numbers = [p for p in rows if isinstance(p, Kengetal)]
    if figures:
        groups.append((figures[0], *numbers, *texts))
        groups += [(f,) for f in figures[1:]]
        texts, numbers = [], []
    if quotes:
        groups.append((quotes[0], *texts))
        groups += [(q,) for q in quotes[1:]]
        texts = []
    if tables:
        groups.append((*texts, tables[0]))
        groups += [(t,) for t in tables[1:]]
        texts = []
    if texts or numbers:
        groups.append((*texts, *numbers))
    if len(boxes) <= ABREAST:
        groups += [tuple(boxes)] if boxes else []
        return groups or [()]
    pair = [p for p in boxes if p.rol in SHOWN_EMPTY]  # what was done and what is planned
    others = [p for p in boxes if p not in pair]
    for some in (others, pair):
        groups += [tuple(some[n : n + 2]) for n in range(0, len(some), 2)]
    return groups


def _body(
    job: Job, dia: Dia, group: tuple[object, ...]
) -> list[tuple[Layout, tuple[Element, ...]]]:
    boxes = tuple(p for p in group if isinstance(p, Paneel))
    if boxes:
        return _panels(job, dia, boxes)
    texts = tuple(e for p in group if isinstance(p, Lijst) for e in p.entries)
    for part in group:
        if isinstance(part, Citaat):
            return _beside(job, dia, texts, part)
        if isinstance(part, Grafiek):
            numbers = tuple(p for p in group if isinstance(p, Kengetal))
            return objects.chart_slides(job, dia, part, numbers, texts)
        if isinstance(part, Tabel):
            return table_slides(job, dia, part, texts)
        if isinstance(part, Picture):
            return objects.picture_slides(job, dia, part, texts)
    numbers = tuple(p for p in group if isinstance(p, Kengetal))
    for number in numbers:
        texts += (Entry((Span(plain(number.getal), bold=True),), teken="none"), *number.entries)
    return text_slides(job, dia, texts)


def text_slides(
    job: Job, dia: Dia, entries: tuple[Entry, ...]
) -> list[tuple[Layout, tuple[Element, ...]]]:
    """Set running text and lists over the whole slide."""
    layout = layouts(job.sheet.huisstijl, "inhoud", "alleen_titel", "twee")[0]
    items = items_of(entries)
    if not items:
        return [(layout, ())]
    shift = longest_title(job, dia, layout)
    ways = tuple(whole(layout, job.sheet.huisstijl, shift, 1)) + tuple(
        whole(layout, job.sheet.huisstijl, shift, len(entries))
    )
    fitted = fit(
        (items,), ways, ladder(job.settings.minimale_lettergrootte, TOP_CONTENT), job.sheet.measure
    )
    return [
        (
            layout,
            draw_columns(
                job.sheet, fitted.arrangement.spaces[0], slide[0], fitted.dress, None, "Tekst"
            ),
        )
        for slide in fitted.slides
    ]


def _beside(
    job: Job, dia: Dia, texts: tuple[Entry, ...], quote: Citaat
) -> list[tuple[Layout, tuple[Element, ...]]]:
    """Set text and a quotation beside each other, or the quotation alone."""
    style = job.sheet.huisstijl
    wrapped = _quoted(quote)
    if not texts:
        return text_slides(job, dia, wrapped)
    pairs = layouts(style, "twee", "inhoud", "alleen_titel")
    two = [a for a in pairs if len(a.bodies) >= PAIR]
    two.sort(key=lambda a: abs(a.bodies[0].box.width - a.bodies[1].box.width))
    shift = longest_title(job, dia, (two or pairs)[0])
    if two:
        layout = two[0]
        ways: tuple[Arrangement, ...] = (
            Arrangement(
                layout, (own(layout.bodies[0], shift), _barred(own(layout.bodies[1], shift)))
            ),
        )
    else:
        box = lower(canvas(pairs[0], style), shift)
        half = (box.width - CM) // 2
        left = Space(Box(box.x, box.y, half, box.height), 1, style.body_font, dark=pairs[0].dark)
        if pairs[0].bodies:
            left = replace(left, placeholder=pairs[0].bodies[0].idx)
        right = replace(left, box=Box(box.right - half, box.y, half, box.height), placeholder=None)
        ways = (Arrangement(pairs[0], (left, _barred(right))),)
    fitted = fit(
        (items_of(texts), items_of(wrapped)),
        ways,
        ladder(job.settings.minimale_lettergrootte, TOP_CONTENT),
        job.sheet.measure,
    )
    return [_pair(job, fitted, slide) for slide in fitted.slides]


def _barred(space: Space) -> Space:
    box, indent = space.box, round(0.75 * CM)
    return replace(space, box=Box(box.x + indent, box.y, box.width - indent, box.height))


def _pair(
    job: Job, fitted: Fitted, slide: tuple[tuple[Column, ...], ...]
) -> tuple[Layout, tuple[Element, ...]]:
    left, right = fitted.arrangement.spaces
    elements = draw_columns(job.sheet, left, slide[0], fitted.dress, None, "Tekst")
    if slide[1]:
        elements += objects.quote_bar(job, right, slide[1][0], fitted.dress)
        elements += draw_columns(job.sheet, right, slide[1], fitted.dress, None, "Citaat")
    return fitted.arrangement.layout, elements


def _quoted(quote: Citaat) -> tuple[Entry, ...]:
    entries = list(quote.entries)
    if (
        entries
        and entries[0].words
        and not plain(entries[0].words).startswith(("“", '"', "‘", "'"))
    ):
        first, last = entries[0], entries[-1]
        entries[0] = replace(first, words=(Span("“"), *first.words))
        last = entries[-1]
        entries[-1] = replace(last, words=(*last.words, Span("”")))
    if quote.bron:
        source = tuple(Span(s.text, bold=True, italic=s.italic, href=s.href) for s in quote.bron)
        entries.insert(0, Entry(source, teken="none"))
    return tuple(entries)


def _panels(
    job: Job, dia: Dia, boxes: tuple[Paneel, ...]
) -> list[tuple[Layout, tuple[Element, ...]]]:
    lists = tuple(_items(box) for box in boxes)
    weights = [max(1, sum(len(plain(i.words)) + 20 for i in items)) for items in lists]
    counts = [len(items) for items in lists]
    style = job.sheet.huisstijl
    first = panels(style, weights, counts, 0)[0].layout
    ways = panels(style, weights, counts, longest_title(job, dia, first))
    fitted = fit(lists, ways, ladder(job.settings.minimale_lettergrootte), job.sheet.measure)
    return [
        (fitted.arrangement.layout, _panel_slide(job, boxes, fitted, n))
        for n in range(len(fitted.slides))
    ]


def _items(box: Paneel) -> tuple[Item, ...]:
    return items_of(box.entries) if box.entries else ()


def _panel_slide(
    job: Job, boxes: tuple[Paneel, ...], fitted: Fitted, n: int
) -> tuple[Element, ...]:
    out: list[Element] = []
    for box, space, columns in zip(boxes, fitted.arrangement.spaces, fitted.slides[n], strict=True):
        name = plain(box.titel)
        out += draw_heading(
            job.sheet, space, box.titel, box.rol, _count(box, columns, len(fitted.slides))
        )
        if columns:
            out += draw_columns(job.sheet, space, columns, fitted.dress, box.rol, name)
            continue
        text = "zie vorige dia" if box.entries or n else EMPTY.get(box.rol or "", "")
        colour = job.sheet.muted(dark=space.dark)
        size = max(job.settings.minimale_lettergrootte, min(16, fitted.dress.size))
        line = TextLine((Run(text, size, colour=colour),))
        out.append(TextBox(name, space.column(0), (line,), space.placeholder))
    return tuple(out)


def _count(box: Paneel, columns: tuple[Column, ...], slides: int) -> str | None:
    if box.aantal is None:
        return None
    mains = [p.item.group for column in columns for p in column if not p.again and not p.rest]
    if slides == 1 or not mains or box.aantal != len(box.entries):
        return str(box.aantal)
    first, last = min(mains) + 1, max(mains) + 1
    if (first, last) == (1, box.aantal):
        return str(box.aantal)
    span = f"{first}–{last}" if first != last else str(first)
    return f"{span} van {box.aantal}"


def _cover(job: Job, dia: Dia) -> Slide:
    layout = layouts(
        job.sheet.huisstijl,
        dia.soort if dia.soort == "slot" else "titelblad",
        "titelblad",
        "sectie",
        "alleen_titel",
    )[0]
    entries = tuple(e for p in dia.delen if isinstance(p, Lijst) for e in p.entries)
    head = draw_title(job.sheet, layout.title, dia.titel, "Titel") if layout.title else Drawn(())
    elements = list(head.elements)
    area = layout.subtitle or (layout.bodies[0] if layout.bodies else None)
    bottom = inner(layout.title).bottom + head.shift if layout.title else 0
    if entries and area:
        elements += _under(job, layout, entries, head.shift)
        bottom = max(bottom, *(e.box.bottom for e in elements))
    for part in dia.delen:
        if isinstance(part, Grafiek) and part.cijfers in job.figures:
            elements += objects.dots(job, layout, job.figures[part.cijfers], bottom)
            break
    return made(job, dia, layout, tuple(elements), plain(dia.titel), dia.notities)


def _under(job: Job, layout: Layout, entries: tuple[Entry, ...], shift: int) -> tuple[Element, ...]:
    """Set the words under a title in its subtitle or its first body."""
    area = layout.subtitle or layout.bodies[0]
    space = replace(own(area, 0), dark=area.dark or layout.dark)
    space = replace(
        space, box=Box(space.box.x, space.box.y + shift, space.box.width, space.box.height)
    )
    size = area.levels[0].size if area.levels else 20
    steps = [
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
    """Leave the colours of a placeholder to the layout."""
    if not isinstance(element, TextBox):
        return element
    lines = tuple(
        replace(
            line, runs=tuple(run if run.href else replace(run, colour=None) for run in line.runs)
        )
        for line in element.paragraphs
    )
    return replace(element, paragraphs=lines)


def _section(job: Job, dia: Dia) -> Slide:
    style = job.sheet.huisstijl
    layout = layouts(style, "sectie", "alleen_titel", "inhoud")[0]
    if not layout.title:
        return made(job, dia, layout, (), plain(dia.titel), dia.notities)
    head = draw_title(job.sheet, layout.title, dia.titel, "Titel")
    elements = list(head.elements)
    title = head.elements[0]
    entries = tuple(e for p in dia.delen if isinstance(p, Lijst) for e in p.entries)
    if isinstance(title, TextBox) and dia.van > 1:
        elements += objects.section_number(job, layout, title, dia)
    if entries and (layout.subtitle or layout.bodies):
        elements += _under(job, layout, entries, head.shift)
    return made(job, dia, layout, tuple(elements), plain(dia.titel), dia.notities)


def _agenda(job: Job, dia: Dia) -> list[Slide]:
    sections = [other for other in job.dias if other.soort == "sectie"]
    rows = objects.agenda_rows(job, dia, sections)
    if rows:
        return _numbered(job, dia, [rows])
    entries = tuple(
        Entry((Span(plain(s.titel), href="#" + plain(s.titel)),), teken="number", number=n)
        for n, s in enumerate(sections, start=1)
    )
    return _numbered(job, dia, text_slides(job, dia, entries))
