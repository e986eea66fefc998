"""One list under another: a short one shares the room of the one before it."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from voortgang.office.measure import POINT
from voortgang.presentatie.fit.fit import AIR, AIRY, CM, Arrangement, Space, Tailor
from voortgang.presentatie.fit.flow import Flow
from voortgang.presentatie.slides import Box

APART = round(0.5 * CM)  # between the upper list and the heading of the lower one
LEAST = 0.4  # of the room: what the upper list keeps


def stacked(pairs: tuple[Arrangement, ...], tailor: Tailor, count: int) -> Iterator[Arrangement]:
    """List the ways to set the second of three lists at the foot of the first, the lowest first.

    `pairs` are the ways to set the first and the third beside each other, `count` is how many main
    entries the second has. It gets the height that it takes at each size with the least air, level
    in as many columns as its space has: more ways would only cost time.
    """
    for pair in pairs:
        first, last = pair.spaces
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
                yield Arrangement(pair.layout, (*spaces, last))


def _height(bare: Flow, gap: float, space: Space) -> int:
    """Measure a list in level columns, in EMU, with the air that such gaps ask for."""
    flow = bare.with_gap(gap)
    high = max(flow.height(column) for column in flow.balanced(space.columns, flow.total))
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
