"""The ways to set panels on a slide: beside each other, or one at the foot of another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from math import ceil

from voortgang.office.measure import POINT
from voortgang.presentatie.fit.fit import (
    AIR,
    AIRY,
    GUTTER,
    NARROWEST,
    Space,
    Spaces,
    Tailor,
    variants,
)
from voortgang.presentatie.fit.flow import Flow, height_of
from voortgang.presentatie.plan.space import (
    canvas,
    headed,
    inner,
    is_drawn,
    lower,
    own,
    placed,
)
from voortgang.presentatie.plan.task import Task
from voortgang.presentatie.slides import CM, Box, union
from voortgang.presentatie.template.huisstijl import Huisstijl, Layout, Purpose

SLANTED = 1.25  # how much wider the one area must be than the other, to be the wide one
APART = round(0.5 * CM)  # between an upper list and the heading of the lower one
LEAST_ABOVE = 0.4  # of the room: what the upper list keeps


class Split(Enum):
    """Which panel gets the most room; its value is the share of all but the last one."""

    FIRST = 2 / 3
    EVEN = 1 / 2
    LAST = 1 / 3


@dataclass(frozen=True, slots=True)
class Stage:
    """A layout to set panels on; they keep to its own areas where it draws something behind one."""

    split: Split
    layout: Layout
    drawn: bool


def stages(task: Task, panels: int) -> tuple[Stage, ...]:
    """List how a house style can divide a slide among panels, each split at most once."""
    found = [Stage(split, pair, drawn=True) for split in Split for pair in _pairs(task, split)[:1]]
    if panels == 3:  # noqa: PLR2004 -- two share the first area of such a layout
        least = 2 * NARROWEST + GUTTER
        found = [each for each in found if inner(each.layout.bodies[0]).width >= least]
    if found and panels in {2, 3}:
        return tuple(found)
    purposes: tuple[Purpose, ...] = ("inhoud", "alleen_titel", "twee", "vergelijking")
    if panels == 2:  # noqa: PLR2004 -- two panels are what layouts are made for
        purposes = ("vergelijking", "twee", "inhoud", "alleen_titel")
    usable = task.layouts(*purposes)
    layout = ([a for a in usable if not is_drawn(a)] or usable)[0]
    width = canvas(layout).width
    splits = [Split.EVEN] if panels == 1 else list(Split)
    wide = [s for s in splits if min(_shares(s, panels)) * width >= NARROWEST]
    return tuple(Stage(s, layout, drawn=False) for s in wide or [Split.EVEN])


def beside(task: Task, stage: Stage, counts: Sequence[int], shift: int) -> tuple[Spaces, ...]:
    """List the ways to set panels beside each other.

    `counts` are their entries, `shift` is how far a title moves them down.
    """
    layout = stage.layout
    if not stage.drawn:
        shares = _shares(stage.split, len(counts))
        return _in_columns(_free(layout, task.huisstijl, shares, shift), counts)
    pairs = zip(layout.bodies[:2], (*layout.headings, None, None), strict=False)
    main, side = (headed(own(body, shift, heading)) for body, heading in pairs)
    first = _halved(main) if len(counts) == 3 else (main,)  # noqa: PLR2004 -- as above
    return _in_columns((*first, side), counts)


def _pairs(task: Task, split: Split) -> list[Layout]:
    """List the layouts that have something drawn behind one of their two areas, the best first."""
    pairs = [
        layout
        for layout in task.layouts("vergelijking", "twee")
        if len(layout.bodies) >= 2 and is_drawn(layout)  # noqa: PLR2004 -- a pair
        and _split_of(layout) is split
    ]  # fmt: skip
    return sorted(pairs, key=lambda layout: not layout.headings)


def _split_of(layout: Layout) -> Split:
    first, last = (area.box.width for area in layout.bodies[:2])
    if first > SLANTED * last:
        return Split.FIRST
    return Split.LAST if last > SLANTED * first else Split.EVEN


def _halved(space: Space) -> tuple[Space, Space]:
    """Divide an area with its heading in two; the second has no placeholder left."""
    width = (space.box.width - GUTTER) // 2
    far = space.box.x + width + GUTTER

    def part(box: Box, x: int) -> Box:
        return Box(x, box.y, width, box.height)

    heading = space.heading or space.box
    return (
        replace(space, box=part(space.box, space.box.x), heading=part(heading, heading.x)),
        replace(
            space, box=part(space.box, far), heading=part(heading, far),
            placeholder=None, heading_placeholder=None,
        ),
    )  # fmt: skip


def _shares(split: Split, panels: int) -> list[float]:
    """Divide a width: the last panel has its own part, the others share the rest."""
    if panels == 1 or split is Split.EVEN:
        return [1 / panels] * panels
    return [split.value / (panels - 1)] * (panels - 1) + [1 - split.value]


def _free(layout: Layout, huisstijl: Huisstijl, widths: list[float], shift: int) -> list[Space]:
    box = canvas(layout)
    top = box.y
    heads = [inner(a) for a in layout.headings]
    if heads:
        top = min(head.y for head in heads)
        box = union([box, *heads])
    usable = box.width - GUTTER * (len(widths) - 1)
    spaces: list[Space] = []
    x = box.x
    for n, share in enumerate(widths):
        head = layout.headings[n].idx if n < len(layout.headings) else None
        width = round(usable * share)
        place = lower(Box(x, top, width, box.bottom - top), shift)
        space = placed(layout, huisstijl, place, n)
        spaces.append(headed(replace(space, heading_placeholder=head)))
        x += width + GUTTER
    return spaces


def _in_columns(spaces: Sequence[Space], counts: Sequence[int]) -> tuple[Spaces, ...]:
    """List spaces with the columns that they may have; a narrow one beside a wide one stays one."""
    options = [variants(space, count)[:2] for space, count in zip(spaces, counts, strict=True)]

    def way(at: int) -> Spaces:
        each = zip(spaces, options, strict=True)
        return tuple(replace(space, columns=columns[at]) for space, columns in each)

    return (way(0), way(-1)) if any(len(columns) > 1 for columns in options) else (way(0),)


def stacked(pairs: tuple[Spaces, ...], tailor: Tailor, count: int) -> Iterator[Spaces]:
    """List the ways to set the second of three lists at the foot of the first, the lowest first.

    `pairs` are the ways to set the first and the third beside each other, `count` is how many main
    entries the second has. It gets the height that it takes at each size with the least air, level
    in as many columns as its space has: more ways would only cost time.
    """
    for first, last in pairs:
        foot = replace(
            first,
            columns=min(first.columns, count),
            placeholder=None,
            heading_placeholder=None,
            under=True,
        )
        heights = {_height(tailor.flow(1, foot, size), air[-1], foot) for size, air in tailor.steps}
        for high in sorted(heights):
            spaces = _split(first, foot, high)
            if spaces:
                yield (*spaces, last)


def _height(bare: Flow, gap: float, space: Space) -> int:
    """Measure a list in level columns, in EMU, with the air that such gaps ask for."""
    flow = bare.with_gap(gap)
    high = max(height_of(column, flow.gap) for column in flow.balanced(space.columns, flow.total))
    return ceil((high + (AIR if gap > AIRY else 0) + 1) * POINT)


def _split(first: Space, foot: Space, high: int) -> tuple[Space, Space] | None:
    """Divide a space over its height; None where too little would be left above."""
    box, heading = first.box, first.heading
    if heading is None:
        return None
    under = box.y - heading.bottom
    top = box.bottom - high - under - heading.height
    above = Box(box.x, box.y, box.width, top - APART - box.y)
    if above.height < LEAST_ABOVE * box.height:
        return None
    return (
        replace(first, box=above),
        replace(
            foot,
            box=Box(box.x, box.bottom - high, box.width, high),
            heading=Box(heading.x, top, heading.width, heading.height),
        ),
    )
