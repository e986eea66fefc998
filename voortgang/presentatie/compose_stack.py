"""One list under another: a short one shares the room of the one before it."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from voortgang.presentatie.fit import AIR, AIRY, CM, Arrangement, Space, dress_of
from voortgang.presentatie.fit_flow import Flow, Item
from voortgang.presentatie.measure import POINT, Measure
from voortgang.presentatie.slides import Box

APART = round(0.5 * CM)  # between the upper list and the heading of the lower one
LEAST = 0.4  # of the room: what the upper list keeps


def stacked(
    pairs: tuple[Arrangement, ...],
    lower: tuple[Item, ...],
    steps: list[tuple[float, tuple[float, ...]]],
    measure: Measure,
) -> Iterator[Arrangement]:
    """List the ways to set `lower` at the foot of the first space of each pair, the lowest first.

    It gets the height that it takes at each size, level in as many columns as that space has, with
    the most air and with the least: more ways would only cost time.
    """
    for pair in pairs:
        first, last = pair.spaces
        columns = min(first.columns, sum(item.level == 0 for item in lower))
        foot = replace(
            first, columns=columns, placeholder=None, heading_placeholder=None, under=True
        )
        heights = {
            _height(lower, size, gap, foot, steps, measure)
            for size, air in steps
            for gap in (air[0], air[-1])
        }
        for high in sorted(heights):
            spaces = _split(first, foot, high)
            if spaces:
                yield Arrangement(pair.layout, (*spaces, last))


def _height(  # noqa: PLR0913, PLR0917 -- what a list is set with
    items: tuple[Item, ...],
    size: float,
    gap: float,
    space: Space,
    steps: list[tuple[float, tuple[float, ...]]],
    measure: Measure,
) -> int:
    """Measure a list in level columns, in EMU, with the air that such gaps ask for."""
    bare = Flow(items, dress_of(size, steps, space), space.width, measure)
    flow = bare.with_gap(gap)
    columns = flow.balanced(space.columns, flow.total)
    high = max(flow.height(column) for column in columns)
    return ceil((high + (AIR if gap > AIRY else 0) + 1) * POINT)


def _split(first: Space, foot: Space, high: int) -> tuple[Space, Space] | None:
    """Divide a space over its height; None where too little would be left above."""
    box, heading = first.box, first.heading
    if heading is None:
        return None
    under = box.y - heading.bottom
    top = box.bottom - high - under - heading.height
    above = Box(box.x, box.y, box.width, top - APART - box.y)
    if above.height < LEAST * box.height:
        return None
    return (
        replace(first, box=above),
        replace(
            foot,
            box=Box(box.x, box.bottom - high, box.width, high),
            heading=Box(heading.x, top, heading.width, heading.height),
        ),
    )
