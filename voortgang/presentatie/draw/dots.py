"""Draw what belongs to covers and sections: the field of dots, large numbers, agenda rows."""

import re
from dataclasses import replace
from itertools import islice

from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.model.rol import TEKENS
from voortgang.office.ink import contrast
from voortgang.office.measure import PITCH, POINT, Span, plain
from voortgang.presentatie.draw.text import DEFAULT_LEVEL, free_text, height_of
from voortgang.presentatie.fit.fit import CM
from voortgang.presentatie.outline import Dia, Entry
from voortgang.presentatie.plan.sheet import Body, Job, longest_title
from voortgang.presentatie.plan.space import canvas, layouts, lower
from voortgang.presentatie.slides import Box, Element, Run, Shape, TextBox, TextLine
from voortgang.presentatie.template.huisstijl import Area, Layout

ROW = 3 * CM
SMALLEST_NUMBER = 60  # points of section numbers
MOST_DOTS, MOST_ROWS = 60, 12  # of a field of dots that can still be taken in
FEW_SECTIONS = 4
SEEN = 3.0  # WCAG 2.1: the contrast that large figures need
KEY_SIZE = 16.0  # points of the words under the dots
NOTE = 0.405  # of the width of an agenda row, for its note
NOTE_SIZES = (20.0, 18.0, 16.0)
# The signs that stand in no text by themselves, as a question mark does.
SIGN = re.compile(f"([{''.join(t for t in TEKENS.values() if not t.isascii())}])")


def dots(
    job: Job, layout: Layout, figure: Cijfer, top: int, key: tuple[Entry, ...] = ()
) -> tuple[Element, ...]:
    """Draw the field of dots: a row for each category, filled for what is done, open for plans.

    `key` explains it and stands under it. Nothing is drawn where there are too many to take in.
    """
    rows = list(zip(*(r.waarden for r in figure.reeksen), strict=True))
    longest = max((sum(row) for row in rows), default=0)
    style = job.sheet.huisstijl
    left = layout.title.box.x if layout.title else round(1.635 * CM)
    usable = style.width - 2 * left
    bottom = (layout.footer.box.y if layout.footer else style.height - CM) - round(0.6 * CM)
    y = max(top + round(0.4 * CM), round(9.75 * CM))
    under, room = _key_lines(job, layout, key, usable)
    bottom -= room
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
    if under:
        gap = round(0.55 * CM)
        place = Box(left, y + (len(rows) - 1) * pitch + d + gap, usable, room - gap)
        out.append(TextBox("Legende", place, under))
    return tuple(out)


def _key_lines(
    job: Job, layout: Layout, key: tuple[Entry, ...], width: int
) -> tuple[tuple[TextLine, ...], int]:
    """Set the words under the dots, their signs in the colour of the dots; with their height."""
    style, sheet = job.sheet.huisstijl, job.sheet
    sign = style.dark_sign if layout.dark else "accent1"
    muted = sheet.muted(dark=layout.dark)
    lines: list[TextLine] = []
    high = 0
    for entry in key:
        pieces = [piece for piece in SIGN.split(plain(entry.words)) if piece]
        runs = (Run(p, KEY_SIZE, colour=sign if SIGN.match(p) else muted) for p in pieces)
        lines.append(TextLine(tuple(runs)))
        high += height_of(sheet, entry.words, style.body_font, KEY_SIZE, width, bold=False)
    return tuple(lines), high + round(0.55 * CM) if lines else 0


def section_number(job: Job, layout: Layout, title: TextBox, dia: Dia) -> tuple[Element, ...]:
    """Write the number of a section large beside its title, where there is room."""
    style, area = job.sheet.huisstijl, layout.title
    if area is None:
        return ()
    top, high = _inked(job, title, area)
    left_of, insets = title.box.x + area.insets.left, area.insets.left + area.insets.right
    eyebrow = Box(left_of, top - round(0.95 * CM), title.box.width - insets, round(0.8 * CM))
    under = layout.subtitle
    if under and under.box.y < title.box.y and under.box.bottom > eyebrow.y:  # words stand there
        eyebrow = replace(eyebrow, y=top + high + round(0.15 * CM))
    dark = area.dark if area.box.y <= eyebrow.y < area.box.bottom else layout.dark
    colour = job.sheet.muted(dark=dark)
    out: list[Element] = []
    if eyebrow.y > 0:
        text = f"Deel {dia.nummer} van {dia.van}"
        align = title.paragraphs[0].align
        out.append(
            free_text("Bovenschrift", eyebrow, text, 18, bold=True, colour=colour, align=align)
        )
    left = round(1.635 * CM)
    number = str(dia.nummer)
    big = 166.0
    while big > SMALLEST_NUMBER and job.sheet.measure.width(
        (Span(number),), style.body_font, big, bold=True
    ) > (title.box.x - left - round(0.5 * CM)):
        big -= 10
    wide = job.sheet.measure.width((Span(number),), style.body_font, big, bold=True)
    if wide <= title.box.x - left - round(0.5 * CM):
        sign = style.dark_sign if layout.dark else "accent1"
        if area.ground and contrast(style.colours.get(sign, area.ground), area.ground) < SEEN:
            sign = job.sheet.text(dark=layout.dark)
        tall = round(big * PITCH * POINT)
        y = max(0, eyebrow.y - round(0.16 * big * POINT))
        y = min(y, style.height - tall)
        box = Box(left, y, title.box.x - left - round(0.3 * CM), tall)
        out.insert(0, free_text("Nummer", box, number, big, bold=True, colour=sign))
    return tuple(out)


def _inked(job: Job, title: TextBox, area: Area) -> tuple[int, int]:
    """Say where the words of a title begin and how high they are, as the template shows them."""
    runs, level = title.paragraphs[0].runs, next(iter(area.levels), DEFAULT_LEVEL)
    words = tuple(Span(r.text.upper() if level.upper else r.text, r.bold) for r in runs)
    size = runs[0].size if runs else 48
    box, insets = title.box, area.insets
    room = box.width - insets.left - insets.right
    lines = height_of(job.sheet, words, area.font, size, room, bold=level.bold)
    high = round(lines * max(1.0, level.line_spacing))
    tops = {"top": box.y + insets.top, "middle": box.y + (box.height - high) // 2}
    return tops.get(title.anchor, box.bottom - insets.bottom - high), high


def agenda_rows(job: Job, dia: Dia, sections: list[Dia]) -> Body | None:
    """Write the sections as ruled rows with their numbers; None when there is no room for them."""
    style = job.sheet.huisstijl
    layout = layouts(style, "alleen_titel", "inhoud")[0]
    box = lower(canvas(layout, style), longest_title(job, dia, layout))
    if not sections:
        return None
    row = min(ROW, box.height // len(sections))
    size = 26.0 if len(sections) <= FEW_SECTIONS else 22.0
    if round(40 * PITCH * POINT) > row:
        return None
    top = box.y + (round(1.0 * CM) if row == ROW and box.height > row * len(sections) + CM else 0)
    out: list[Element] = []
    for n, section in enumerate(islice(sections, 99)):
        place = Box(box.x, top + n * row, box.width, row)
        drawn = _agenda_row(job, layout, section, place, n, size)
        if drawn is None:
            return None
        out += drawn
    return layout, tuple(out)


def _agenda_row(  # noqa: PLR0913, PLR0917 -- a row has this many sides
    job: Job, layout: Layout, section: Dia, row: Box, n: int, size: float
) -> list[Element] | None:
    sheet, style = job.sheet, job.sheet.huisstijl
    font, dark, first = style.body_font, layout.dark, round(2.6 * CM)
    note = round(row.width * NOTE) if section.agenda else 0
    room = row.width - first - (note + round(0.6 * CM) if note else 0)
    inner = row.height - round(0.3 * CM)
    if height_of(sheet, section.titel, font, size, room, bold=True) > inner:
        return None
    ink = style.dark_muted if dark else "accent3" if n else "dk2"
    rule = Box(row.x, row.y, row.width, 0)
    sign = style.dark_sign if dark else sheet.legible("accent1")
    number = Box(row.x, row.y, first, row.height)
    title = plain(section.titel)
    colour = sheet.text(dark=dark)
    link = TextLine((Run(title, size, bold=True, colour=colour, href="#" + title),))
    out: list[Element] = [
        Shape("Lijn", "line", rule, line=ink, line_width=0.75 if n else 2.25),
        free_text(
            f"Nummer {n + 1}", number, str(n + 1), 40, bold=True, colour=sign, anchor="middle"
        ),
        TextBox(
            f"Deel {n + 1}", Box(row.x + first, row.y, room, row.height), (link,), anchor="middle"
        ),
    ]
    if section.agenda:
        words = (Span(section.agenda),)
        fits = [
            s for s in NOTE_SIZES if height_of(sheet, words, font, s, note, bold=False) <= inner
        ]
        if not fits:
            return None
        place = Box(row.right - note, row.y, note, row.height)
        muted = sheet.muted(dark=dark)
        out.append(
            free_text(
                f"Bij deel {n + 1}", place, section.agenda, fits[0], colour=muted, anchor="middle"
            )
        )
    return out
