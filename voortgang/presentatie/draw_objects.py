"""Place what is not a list: charts with key figures, pictures, bars, dots, agenda rows."""

from dataclasses import replace
from itertools import islice

from voortgang.content.blocks import Grafiek, Picture
from voortgang.content.cijfers import Cijfer
from voortgang.presentatie.compose_sheet import Job, longest_title
from voortgang.presentatie.compose_space import canvas, layouts, lower, own
from voortgang.presentatie.draw_picture import dimensions
from voortgang.presentatie.draw_text import draw_columns, free_text, height_of, runs
from voortgang.presentatie.fit import CM, Arrangement, Space, fit, ladder
from voortgang.presentatie.fit_flow import Column, Dress, items_of
from voortgang.presentatie.huisstijl import Layout
from voortgang.presentatie.measure import PITCH, POINT, Span, plain
from voortgang.presentatie.outline import Dia, Entry, Kengetal
from voortgang.presentatie.slides import (
    Box,
    Chart,
    Element,
    PictureBox,
    Run,
    Shape,
    TextBox,
    TextLine,
)

Body = tuple[Layout, tuple[Element, ...]]
ROW = 3 * CM
SMALLEST_FIGURE, SMALLEST_NUMBER = 24, 60  # points of key figures and of section numbers
MOST_DOTS, MOST_ROWS = 60, 9  # of a field of dots that can still be taken in
FEW_SECTIONS = 4
KEY = {"realisaties": "accent1", "planning": "accent2"}


def quote_bar(job: Job, space: Space, column: Column, dress: Dress) -> tuple[Element, ...]:
    """Draw the bar beside a quotation, as tall as its words."""
    height = sum(
        len(p.lines) * dress.pitch(p.item.level) + (dress.gap * dress.size if n else 0)
        for n, p in enumerate(column)
    )
    box = Box(space.box.x - round(0.75 * CM), space.box.y, round(0.14 * CM), round(height * POINT))
    colour = job.sheet.huisstijl.dark_sign if space.dark else "accent1"
    return (Shape("Streep", "rectangle", box, fill=colour),)


def chart_slides(
    job: Job, dia: Dia, block: Grafiek, numbers: tuple[Kengetal, ...], texts: tuple[Entry, ...]
) -> list[Body]:
    """Place a chart, alone or beside key figures; too many categories go on on a next slide."""
    figure = job.figures.get(block.cijfers)
    beside = bool(numbers or texts)
    layout, main, side = _halves(job, dia, beside=beside)
    if figure is None:
        return [(layout, ())]
    size = 16.0 if main.height > 10 * CM else 14.0
    per = max(3, int(main.height / POINT // (size * PITCH * (len(figure.reeksen) + 0.55))))
    if figure.vorm != "balken":
        per = max(3, int(main.height / POINT // (size * PITCH * 1.6)))
    parts = [_some(figure, n, per) for n in _starts(len(figure.categorieen), per)]
    if figure.vorm == "lijnen":
        parts = [figure]
    out: list[Body] = []
    rest: list[Body] = []
    for n, part in enumerate(parts):
        elements: tuple[Element, ...] = (Chart("Grafiek", main, part, size),)
        if n == 0 and side:
            first, *others = _side(job, side, numbers, texts)
            elements += first
            rest = [(layout, other) for other in others]
        out.append((layout, elements))
    return [*out, *rest]


def _starts(count: int, per: int) -> list[int]:
    slides = max(1, -(-count // per))
    each = -(-count // slides) if count else 1
    return list(range(0, max(count, 1), each))


def _some(figure: Cijfer, start: int, per: int) -> Cijfer:
    count = len(figure.categorieen)
    if count <= per:
        return figure
    slides = -(-count // per)
    end = start + -(-count // slides)
    series = tuple(replace(r, waarden=r.waarden[start:end]) for r in figure.reeksen)
    return replace(figure, categorieen=figure.categorieen[start:end], reeksen=series)


def _halves(job: Job, dia: Dia, *, beside: bool) -> tuple[Layout, Box, Space | None]:
    style = job.sheet.huisstijl
    if beside:
        pairs = [a for a in layouts(style, "twee") if len(a.bodies) > 1]
        if pairs:
            layout = max(pairs, key=lambda a: a.bodies[0].box.width - a.bodies[1].box.width)
            shift = longest_title(job, dia, layout)
            return layout, own(layout.bodies[0], shift).box, own(layout.bodies[1], shift)
        layout = layouts(style, "alleen_titel", "inhoud")[0]
        box = lower(canvas(layout, style), longest_title(job, dia, layout))
        part = round(box.width * 0.3)
        space = Space(
            Box(box.right - part, box.y, part, box.height), 1, style.body_font, dark=layout.dark
        )
        return layout, Box(box.x, box.y, box.width - part - CM, box.height), space
    layout = layouts(style, "alleen_titel", "inhoud")[0]
    return layout, lower(canvas(layout, style), longest_title(job, dia, layout)), None


def _side(
    job: Job, space: Space, numbers: tuple[Kengetal, ...], texts: tuple[Entry, ...]
) -> list[tuple[Element, ...]]:
    """Stack key figures, then words, in the side panel; words may go on on slides of their own."""
    texts = (*(entry for number in numbers for entry in number.entries[1:]), *texts)
    numbers = tuple(replace(number, entries=number.entries[:1]) for number in numbers)
    out: list[Element] = []
    more: list[tuple[Element, ...]] = []
    box = space.box
    count = len(numbers)
    big = {0: 80, 1: 80, 2: 80, 3: 54}.get(count, 40)
    y = box.y
    spare = 0.45 * CM
    sheet = job.sheet
    while big > SMALLEST_FIGURE and _stack_height(job, space, numbers, texts, big) > box.height:
        big -= 4
    for number in numbers:
        colour = sheet.legible(KEY.get(number.rol or "", "accent1"))
        colour = sheet.huisstijl.dark_sign if space.dark else colour
        out.append(Shape("Lijn", "line", Box(box.x, y, box.width, 0), line=colour, line_width=2.25))
        y += round(0.1 * CM)
        size = _fit_number(job, number, space, big)
        line = TextLine(runs(number.getal, size, bold=True, colour=colour))
        label = [
            TextLine(
                runs(e.words, 18 if n == 0 else 16, bold=n == 0,
                     colour=colour if n == 0 else sheet.text(dark=space.dark)),
                space_before=0 if n == 0 else 6,
            )
            for n, e in enumerate(number.entries)
        ]  # fmt: skip
        high = _number_height(job, space, number, big)
        out.append(
            TextBox(
                f"Kengetal {plain(number.getal)}", Box(box.x, y, box.width, high), (line, *label)
            )
        )
        y += high + round(spare)
    if texts:
        rest = Box(box.x, y, box.width, max(box.bottom - y, CM))
        place = replace(space, box=rest, placeholder=None if numbers else space.placeholder)
        fitted = fit(
            (items_of(texts),),
            (Arrangement(layouts(sheet.huisstijl, "twee", "inhoud")[0], (place,)),),
            ladder(min(job.settings.minimale_lettergrootte, 18), 18),
            sheet.measure,
        )
        drawn = [
            draw_columns(sheet, place, columns, fitted.dress, None, "Toelichting")
            for (columns,) in fitted.slides
        ]
        out += drawn[0]
        more = drawn[1:]
    return [tuple(out), *more]


def _fit_number(job: Job, number: Kengetal, space: Space, big: float) -> float:
    size = big
    width = job.sheet.measure.width(number.getal, space.font, size, bold=True)
    return size if width <= space.box.width else max(24.0, size * space.box.width // width)


def _number_height(job: Job, space: Space, number: Kengetal, big: float) -> int:
    sheet = job.sheet
    high = height_of(sheet, number.getal, space.font, big, space.box.width, bold=True)
    for n, entry in enumerate(number.entries):
        size = 18 if n == 0 else 16
        high += height_of(sheet, entry.words, space.font, size, space.box.width, bold=n == 0)
        high += 6 * POINT if n else 0
    return high


def _stack_height(
    job: Job, space: Space, numbers: tuple[Kengetal, ...], texts: tuple[Entry, ...], big: float
) -> float:
    high = sum(_number_height(job, space, n, big) + 0.55 * CM for n in numbers)
    for text in texts:
        high += height_of(job.sheet, text.words, space.font, 16, space.box.width, bold=False)
    return high


def picture_slides(job: Job, dia: Dia, block: Picture, texts: tuple[Entry, ...]) -> list[Body]:
    """Place a picture as large as it goes, words beside it when there are any."""
    layout, main, side = _halves(job, dia, beside=bool(texts))
    content = job.settings.picture(block.source)
    out: tuple[Element, ...] = ()
    if content:
        width, height = dimensions(content) or (4, 3)
        scale = min(main.width / width, main.height / height)
        box = Box(main.x, main.y, round(width * scale), round(height * scale))
        out = (PictureBox("Beeld", box, block.alt, content),)
    if side and texts:
        fitted = fit(
            (items_of(texts),),
            (Arrangement(layout, (side,)),),
            ladder(job.settings.minimale_lettergrootte),
            job.sheet.measure,
        )
        first = draw_columns(job.sheet, side, fitted.slides[0][0], fitted.dress, None, "Tekst")
        rest = [
            (layout, draw_columns(job.sheet, side, s[0], fitted.dress, None, "Tekst"))
            for s in fitted.slides[1:]
        ]
        return [(layout, (*out, *first)), *rest]
    return [(layout, out)]


def dots(job: Job, layout: Layout, figure: Cijfer, top: int) -> tuple[Element, ...]:
    """Draw the field of dots: a row for each category, filled for what is done, open for plans."""
    rows = list(zip(*(r.waarden for r in figure.reeksen), strict=True))
    longest = max((sum(row) for row in rows), default=0)
    style = job.sheet.huisstijl
    left = layout.title.box.x if layout.title else round(1.635 * CM)
    usable = style.width - 2 * left
    bottom = (layout.footer.box.y if layout.footer else style.height - CM) - round(0.6 * CM)
    y = max(top + round(0.4 * CM), round(9.75 * CM))
    if not rows or longest > MOST_DOTS or len(rows) > MOST_ROWS or not longest:
        return ()
    pitch = min(round(0.97 * CM), usable // longest, (bottom - y) // len(rows))
    if pitch < round(0.3 * CM):
        return ()
    d = round(0.57 * pitch)
    fields: list[list[Box]] = [[] for _ in figure.reeksen]
    for n, row in enumerate(rows):
        at = 0
        for k, value in enumerate(row):
            for _ in range(value):
                fields[k].append(Box(left + at * pitch, y + n * pitch, d, d))
                at += 1
    colour = style.dark_sign if layout.dark else "accent1"
    out: list[Element] = []
    for k, (series, boxes) in enumerate(zip(figure.reeksen, fields, strict=True)):
        if not boxes:
            continue
        x0, y0 = min(b.x for b in boxes), min(b.y for b in boxes)
        frame = Box(x0, y0, max(b.right for b in boxes) - x0, max(b.bottom for b in boxes) - y0)
        out.append(
            Shape(
                f"Stippen {series.naam.lower()}", "dots", frame,
                colour if k == 0 else None, None if k == 0 else colour,
                0 if k == 0 else 1.75, tuple(boxes),
            )
        )  # fmt: skip
    return tuple(out)


def section_number(job: Job, layout: Layout, title: TextBox, dia: Dia) -> tuple[Element, ...]:
    """Write the number of a section large beside its title, where there is room."""
    style = job.sheet.huisstijl
    size = title.paragraphs[0].runs[0].size if title.paragraphs[0].runs else 48
    words = tuple(Span(r.text, r.bold) for r in title.paragraphs[0].runs)
    area = layout.title
    if area is None:
        return ()
    high = height_of(job.sheet, words, area.font, size, title.box.width, bold=True)
    top = {"top": title.box.y, "middle": title.box.y + (title.box.height - high) // 2}.get(
        title.anchor, title.box.bottom - high
    )
    colour = job.sheet.muted(dark=layout.dark)
    eyebrow = Box(title.box.x, top - round(0.95 * CM), title.box.width, round(0.8 * CM))
    out: list[Element] = []
    if eyebrow.y > 0:
        text = f"Deel {dia.nummer} van {dia.van}"
        out.append(free_text("Bovenschrift", eyebrow, text, 18, bold=True, colour=colour))
    left = round(1.635 * CM)
    number = str(dia.nummer)
    big = 166.0
    while big > SMALLEST_NUMBER and job.sheet.measure.width(
        (Span(number),), area.font, big, bold=True
    ) > (title.box.x - left - round(0.5 * CM)):
        big -= 10
    wide = job.sheet.measure.width((Span(number),), area.font, big, bold=True)
    if wide <= title.box.x - left - round(0.5 * CM):
        sign = style.dark_sign if layout.dark else "accent1"
        tall = round(big * PITCH * POINT)
        y = max(0, eyebrow.y - round(0.16 * big * POINT))
        y = min(y, style.height - tall)
        box = Box(left, y, title.box.x - left - round(0.3 * CM), tall)
        out.insert(0, free_text("Nummer", box, number, big, bold=True, colour=sign))
    return tuple(out)


def agenda_rows(job: Job, dia: Dia, sections: list[Dia]) -> Body | None:
    """Write the sections as ruled rows with their numbers; None when there are too many."""
    style = job.sheet.huisstijl
    layout = layouts(style, "alleen_titel", "inhoud")[0]
    box = lower(canvas(layout, style), longest_title(job, dia, layout))
    if not sections:
        return None
    row = min(ROW, box.height // len(sections))
    size = 26.0 if len(sections) <= FEW_SECTIONS else 22.0
    first = round(2.6 * CM)
    font = style.body_font
    dark = layout.dark
    out: list[Element] = []
    top = box.y + (round(1.0 * CM) if row == ROW and box.height > row * len(sections) + CM else 0)
    for n, section in enumerate(islice(sections, 99)):
        y = top + n * row
        room = box.width - first
        if height_of(job.sheet, section.titel, font, size, room, bold=True) > row - round(0.3 * CM):
            return None
        if round(40 * PITCH * POINT) > row:
            return None
        heavy = n == 0
        colour = ("dk2" if heavy else "accent3") if not dark else style.dark_muted
        out.append(
            Shape(
                "Lijn",
                "line",
                Box(box.x, y, box.width, 0),
                line=colour,
                line_width=2.25 if heavy else 0.75,
            )
        )
        sign = style.dark_sign if dark else job.sheet.legible("accent1")
        number = Box(box.x, y, first, row)
        out.append(
            free_text(
                f"Nummer {n + 1}", number, str(n + 1), 40, bold=True, colour=sign, anchor="middle"
            )
        )
        title = plain(section.titel)
        line = TextLine(
            (Run(title, size, bold=True, colour=job.sheet.text(dark=dark), href="#" + title),)
        )
        place = Box(box.x + first, y, room, row)
        out.append(TextBox(f"Deel {n + 1}", place, (line,), anchor="middle"))
    return layout, tuple(out)
