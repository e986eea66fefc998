"""A sentence above the long list that it leads in: in a column it would look like an entry."""

from dataclasses import replace

from voortgang.office.measure import POINT
from voortgang.presentatie.draw.text import draw_columns
from voortgang.presentatie.fit.fit import CM, Arrangement, Fitted, Space, fit, ladder
from voortgang.presentatie.fit.flow import items_of
from voortgang.presentatie.outline import Dia, Entry
from voortgang.presentatie.plan.sheet import Body, Job, longest_title
from voortgang.presentatie.plan.space import layouts, lower, whole
from voortgang.presentatie.plan.text import FEW_LINES, TOP_TEXT
from voortgang.presentatie.slides import Element

TOP_LEAD = 20  # points
UNDER_LEAD = round(0.6 * CM)


def led_from_above(job: Job, dia: Dia, entries: tuple[Entry, ...]) -> list[Body] | None:
    """Set a first sentence above a list of many entries; None where that is not what it is.

    A list that takes more than one slide is running text, and its sentence one of its entries.
    """
    lead, rest = entries[:1], entries[1:]
    alone = [entry.teken == "none" for entry in entries]
    if len(rest) <= FEW_LINES or not alone[0] or any(alone[1:]) or lead[0].children:
        return None
    style, least = job.sheet.huisstijl, job.settings.minimale_lettergrootte
    layout = layouts(style, "inhoud", "alleen_titel", "twee")[0]
    shift = longest_title(job, dia, layout)
    space = next(iter(whole(layout, style, shift, 1))).spaces[0]
    above = replace(space, placeholder=None)
    first = _fitted(job, (Arrangement(layout, (above,)),), lead, ladder(least, TOP_LEAD))
    high = sum(len(p.lines) * first.dress.pitch(0) for p in first.slides[0][0][0])
    taken = round(high * POINT) + UNDER_LEAD
    ways = tuple(_under(way, taken) for way in whole(layout, style, shift, len(rest)))
    second = _fitted(job, ways, rest, ladder(least, TOP_TEXT))
    if len(first.slides) > 1 or len(second.slides) > 1 or taken > space.box.height // 2:
        return None
    elements = _drawn(job, first, "Inleiding") + _drawn(job, second, "Tekst")
    return [(layout, elements)]


def _fitted(
    job: Job,
    ways: tuple[Arrangement, ...],
    entries: tuple[Entry, ...],
    steps: list[tuple[float, tuple[float, ...]]],
) -> Fitted:
    return fit((items_of(entries),), ways, steps, job.sheet.measure)


def _under(way: Arrangement, taken: int) -> Arrangement:
    spaces = tuple(_lowered(space, taken) for space in way.spaces)
    return replace(way, spaces=spaces)


def _lowered(space: Space, taken: int) -> Space:
    return replace(space, box=lower(space.box, taken))


def _drawn(job: Job, fitted: Fitted, name: str) -> tuple[Element, ...]:
    space, columns = fitted.arrangement.spaces[0], fitted.slides[0][0]
    return draw_columns(job.sheet, space, columns, fitted.dress, None, name)
