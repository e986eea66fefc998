"""Panels beside each other: what was done, what is risky, what is planned, under the criterium."""

from collections.abc import Iterator
from dataclasses import replace

from voortgang.office.measure import POINT, plain
from voortgang.presentatie.draw.text import draw_columns, draw_heading, height_of, runs
from voortgang.presentatie.fit.fit import CM, Arrangement, Fitted, Space, Tailor, ladder
from voortgang.presentatie.fit.flow import Column, Item, items_of
from voortgang.presentatie.outline import Dia, Paneel
from voortgang.presentatie.plan.sheet import Body, Job, longest_title
from voortgang.presentatie.plan.space import is_mirrored, panels
from voortgang.presentatie.plan.stack import stacked
from voortgang.presentatie.slides import Box, Element, Run, Shape, TextBox, TextLine

EMPTY = {"realisaties": "Geen realisaties opgenomen", "planning": "Geen planning opgenomen"}
SHOWN_EMPTY = tuple(EMPTY)
ABREAST = 3  # panels beside each other, at most
ABOVE = round(0.3 * CM)
STRIP = round(5 * CM)  # a taller criterium gets a slide of its own
STRIP_SIZES = (18.0, 16.0, 14.0)
LABEL = 14.0


def panel_slides(job: Job, dia: Dia, boxes: tuple[Paneel, ...]) -> list[Body]:
    """Set panels on slides in their order; a criterium of a few lines stands above the others."""
    first, *rest = boxes
    if first.rol != "criterium" or not rest:
        return [body for some in _abreast(boxes) for body in _panels(job, dia, some)]
    some, *more = _abreast(tuple(rest))
    bodies = _under(job, dia, some, first)
    return bodies + [body for others in more for body in _panels(job, dia, others)]


def _under(job: Job, dia: Dia, boxes: tuple[Paneel, ...], criterium: Paneel) -> list[Body]:
    """Set panels under their criterium, or after it where it is tall or takes fewer slides so."""
    together = _panels(job, dia, boxes, criterium)
    if len(together) in {1, 2}:  # a slide of its own and one for the others take as many
        return together
    apart = [*_panels(job, dia, (criterium,)), *_panels(job, dia, boxes)]
    return together if together and len(together) <= len(apart) else apart


def _abreast(boxes: tuple[Paneel, ...]) -> list[tuple[Paneel, ...]]:
    """Share panels out over slides, three at most on each, four as two and two."""
    slides = -(-len(boxes) // ABREAST)
    each = -(-len(boxes) // slides)
    return [boxes[n : n + each] for n in range(0, len(boxes), each)]


def _panels(
    job: Job, dia: Dia, boxes: tuple[Paneel, ...], criterium: Paneel | None = None
) -> list[Body]:
    """Set panels beside each other; nothing where the criterium has no room above them.

    The criterium stands on the first slide only; on the next ones the panels begin where they
    begin without it.
    """
    lists = tuple(_items(box) for box in boxes)
    tailor = Tailor(lists, ladder(job.settings.minimale_lettergrootte), job.sheet.measure)
    base = panels(job.sheet.huisstijl, _weights(lists), list(map(len, lists)), 0)[0]
    shift = longest_title(job, dia, base.layout)
    tries: list[tuple[Fitted, tuple[Element, ...], int]] = []
    for strip, high in _strips(job, criterium, base.spaces, shift) if criterium else [((), 0)]:
        tries.append((_fewest(job, boxes, lists, shift + high, tailor), strip, high))
        if len(tries[-1][0].slides) == 1:
            break
    if not tries:
        return []
    fitted, strip, high = min(tries, key=lambda each: len(each[0].slides))
    layout, spaces = fitted.arrangement.layout, fitted.arrangement.spaces
    later = _raised(spaces, high)
    return [
        (layout, (() if n else strip) + _panel_slide(job, boxes, later if n else spaces, fitted, n))
        for n in range(len(fitted.slides))
    ]


def _raised(spaces: tuple[Space, ...], high: int) -> tuple[Space, ...]:
    """Let panels begin higher; what stands at the foot of another stays there."""

    def raised(space: Space) -> Space:
        box, heading = space.box, space.heading
        return replace(
            space,
            box=Box(box.x, box.y - high, box.width, box.height + high),
            heading=heading and replace(heading, y=heading.y - high),
        )

    return tuple(space if space.under else raised(space) for space in spaces)


def _fewest(
    job: Job,
    boxes: tuple[Paneel, ...],
    lists: tuple[tuple[Item, ...], ...],
    shift: int,
    tailor: Tailor,
) -> Fitted:
    """Fit panels the usual way; with the other one of two the widest, where that saves a slide."""
    usual = tailor.fit(_ways(job, boxes, lists, shift, tailor))
    if len(usual.slides) == 1 or len(lists) != 2:  # noqa: PLR2004 -- one beside the other
        return usual
    counts = list(map(len, lists))
    weights = [1, 1] if is_mirrored(_weights(lists)) else [1, 2]
    other = tailor.fit(panels(job.sheet.huisstijl, weights, counts, shift))
    return other if len(other.slides) < len(usual.slides) else usual


def _ways(
    job: Job,
    boxes: tuple[Paneel, ...],
    lists: tuple[tuple[Item, ...], ...],
    shift: int,
    tailor: Tailor,
) -> tuple[Arrangement, ...]:
    """List the ways to set panels: beside each other, or the risks under what stands before."""
    style = job.sheet.huisstijl
    found = panels(style, _weights(lists), list(map(len, lists)), shift)
    if [box.rol for box in boxes[1:-1]] != ["risicos"] or not lists[1]:
        return found
    first, risks, last = lists
    pairs = panels(style, _weights((first + risks, last)), [len(first), len(last)], shift)
    return (*found, *stacked(pairs, tailor, len(boxes[1].entries)))


def _weights(lists: tuple[tuple[Item, ...], ...]) -> list[int]:
    return [max(1, sum(len(plain(item.words)) + 20 for item in items)) for items in lists]


def _strips(
    job: Job, box: Paneel, spaces: tuple[Space, ...], shift: int
) -> Iterator[tuple[tuple[Element, ...], int]]:
    """Write the criterium above the panels, each way with the room that it takes, largest first."""
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
                return
            lines.append(
                TextLine(
                    runs(entry.words, size, colour=sheet.text(dark=first.dark)),
                    space_before=6 if n else 2,
                )
            )
            high += height_of(sheet, entry.words, first.font, size, width, bold=False)
            high += (6 if n else 2) * POINT
        if high <= min(STRIP, first.box.height // 2):
            bar = Box(first.box.x, top, round(0.14 * CM), high)
            place = Box(first.box.x + indent, top, width, high)
            drawn = (
                Shape("Streep", "rectangle", bar, fill=muted),
                TextBox(plain(box.titel), place, tuple(lines)),
            )
            yield drawn, ABOVE + high + round(0.3 * CM)


def _items(box: Paneel) -> tuple[Item, ...]:
    return items_of(box.entries) if box.entries else ()


def _panel_slide(
    job: Job, boxes: tuple[Paneel, ...], spaces: tuple[Space, ...], fitted: Fitted, n: int
) -> tuple[Element, ...]:
    out: list[Element] = []
    for box, space, columns in zip(boxes, spaces, fitted.slides[n], strict=True):
        name = plain(box.titel)
        if n and space.under and not columns:
            continue  # whole on the first slide, and nothing beside it asks for a heading
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
