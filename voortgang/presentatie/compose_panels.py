"""Panels beside each other: what was done, what is risky, what is planned, under the criterium."""

from voortgang.presentatie.compose_sheet import Body, Job, longest_title
from voortgang.presentatie.compose_space import panels
from voortgang.presentatie.draw_text import draw_columns, draw_heading, height_of, runs
from voortgang.presentatie.fit import CM, Fitted, Space, fit, ladder
from voortgang.presentatie.fit_flow import Column, Item, items_of
from voortgang.presentatie.measure import POINT, plain
from voortgang.presentatie.outline import Dia, Paneel
from voortgang.presentatie.slides import Box, Element, Run, Shape, TextBox, TextLine

EMPTY = {"realisaties": "Geen realisaties opgenomen", "planning": "Geen planning opgenomen"}
SHOWN_EMPTY = tuple(EMPTY)
ABREAST = 3  # panels beside each other, at most
ABOVE = round(0.3 * CM)
STRIP = round(3.4 * CM)  # a taller criterium gets a slide of its own
STRIP_SIZES = (18.0, 16.0)
LABEL = 14.0


def panel_slides(job: Job, dia: Dia, boxes: tuple[Paneel, ...]) -> list[Body]:
    """Set panels on slides in their order; a short criterium stands above the others."""
    first, *rest = boxes
    if first.rol != "criterium" or not rest:
        return [body for some in _abreast(boxes) for body in _panels(job, dia, some, None) or ()]
    groups = _abreast(tuple(rest))
    under = _panels(job, dia, groups[0], first)
    alone = under or [
        *(_panels(job, dia, (first,), None) or ()),
        *(_panels(job, dia, groups[0], None) or ()),
    ]
    return alone + [body for some in groups[1:] for body in _panels(job, dia, some, None) or ()]


def _abreast(boxes: tuple[Paneel, ...]) -> list[tuple[Paneel, ...]]:
    """Share panels out over slides, three at most on each, four as two and two."""
    slides = -(-len(boxes) // ABREAST)
    each = -(-len(boxes) // slides)
    return [boxes[n : n + each] for n in range(0, len(boxes), each)]


def _panels(
    job: Job, dia: Dia, boxes: tuple[Paneel, ...], criterium: Paneel | None
) -> list[Body] | None:
    """Set panels beside each other; None where there is no room for the criterium above them."""
    lists = tuple(_items(box) for box in boxes)
    weights = [max(1, sum(len(plain(i.words)) + 20 for i in items)) for items in lists]
    counts = [len(items) for items in lists]
    style = job.sheet.huisstijl
    base = panels(style, weights, counts, 0)[0]
    shift = longest_title(job, dia, base.layout)
    strip: tuple[Element, ...] = ()
    if criterium:
        strip, high = _strip(job, criterium, base.spaces, shift)
        shift += high
        if not strip:
            return None
    ways = panels(style, weights, counts, shift)
    fitted = fit(lists, ways, ladder(job.settings.minimale_lettergrootte), job.sheet.measure)
    if criterium and len(fitted.slides) > 1:
        return None
    return [
        (fitted.arrangement.layout, strip + _panel_slide(job, boxes, fitted, n))
        for n in range(len(fitted.slides))
    ]


def _strip(
    job: Job, box: Paneel, spaces: tuple[Space, ...], shift: int
) -> tuple[tuple[Element, ...], int]:
    """Write the criterium above the panels; gives it with the room that it takes, or nothing."""
    first = spaces[0]
    top = (first.heading.y if first.heading else first.box.y) + shift + ABOVE
    indent = round(0.5 * CM)
    right = max((s.box.right for s in spaces if s.dark == first.dark), default=first.box.right)
    if first.heading_placeholder is not None and len(spaces) > 1:
        right = spaces[-2].box.right  # the last one has its own ground
    width = right - first.box.x - indent
    sheet, muted = job.sheet, job.sheet.muted(dark=first.dark)
    for size in STRIP_SIZES:
        if size < job.settings.minimale_lettergrootte:
            continue
        label = TextLine(runs(box.titel, LABEL, bold=True, colour=muted))
        lines = [label]
        high = height_of(sheet, box.titel, first.font, LABEL, width, bold=True)
        for n, entry in enumerate(box.entries):
            if entry.children or entry.teken != "none":
                return (), 0
            lines.append(
                TextLine(
                    runs(entry.words, size, colour=sheet.text(dark=first.dark)),
                    space_before=6 if n else 2,
                )
            )
            high += height_of(sheet, entry.words, first.font, size, width, bold=False)
            high += (6 if n else 2) * POINT
        if high <= STRIP:
            bar = Box(first.box.x, top, round(0.14 * CM), high)
            place = Box(first.box.x + indent, top, width, high)
            return (
                Shape("Streep", "rectangle", bar, fill=muted),
                TextBox(plain(box.titel), place, tuple(lines)),
            ), ABOVE + high + round(0.3 * CM)
    return (), 0


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
