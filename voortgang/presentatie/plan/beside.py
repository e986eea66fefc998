"""The ways to set panels on a slide: beside each other, or one at the foot of another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from voortgang.office.measure import POINT
from voortgang.presentatie.fit.fit import (
    AIR,
    AIRY,
    GUTTER,
    NARROWEST,
    Arrangement,
    Space,
    Tailor,
    variants,
)
from voortgang.presentatie.fit.flow import Flow
from voortgang.presentatie.plan.space import (
    canvas,
    headed,
    inner,
    is_drawn,
    lower,
    own,
    text_font,
    union,
)
from voortgang.presentatie.plan.task import Task
from voortgang.presentatie.slides import CM, Box
from voortgang.presentatie.template.huisstijl import Huisstijl, Layout, Purpose

MIRRORED = 1.5  # how much longer the second panel must be to get the most room
LEAST_SHARE = 0.62  # of an equal part of the width, for a panel of few words
APART = round(0.5 * CM)  # between an upper list and the heading of the lower one
LEAST_ABOVE = 0.4  # of the room: what the upper list keeps


def beside(
    task: Task, weights: Sequence[int], counts: Sequence[int], shift: int
) -> tuple[Arrangement, ...]:
    """List the ways to set panels beside each other; weights say how much stands in each.

    `counts` are their entries, `shift` is how far a title moves them down.
    """
    style = task.huisstijl
    found: list[Arrangement] = []
    if len(weights) == 2:  # noqa: PLR2004 -- two panels are what layouts are made for
        for layout in _fixed_pairs(style, weights):
            pairs = zip(layout.bodies, (*layout.headings, None, None), strict=False)
            spaces = [headed(own(body, shift, heading)) for body, heading in pairs][:2]
            found += _in_columns(layout, spaces, counts)
    if len(weights) == 3:  # noqa: PLR2004 -- two share the first area of such a layout
        for layout in _fixed_pairs(style, (1, 1)):
            main, side = (
                headed(own(body, shift, heading))
                for body, heading in zip(layout.bodies[:2], layout.headings[:2], strict=False)
            )
            if main.width >= 2 * NARROWEST + GUTTER:
                found += _in_columns(layout, [*_halved(main), side], counts)
    if not found:
        purposes: tuple[Purpose, ...] = ("vergelijking", "twee", "inhoud", "alleen_titel")
        if len(weights) != 2:  # noqa: PLR2004 -- as above
            purposes = ("inhoud", "alleen_titel", "twee", "vergelijking")
        usable = task.layouts(*purposes)
        layout = ([a for a in usable if not is_drawn(a, style)] or usable)[0]
        for widths in _divisions(weights, NARROWEST / canvas(layout, style).width):
            found += _in_columns(layout, _free(layout, style, widths, shift), counts)
    return tuple(found)


def is_mirrored(weights: Sequence[int]) -> bool:
    """Tell whether the second of two panels holds so much more that it gets the most room."""
    return weights[1] > MIRRORED * weights[0]


def _fixed_pairs(huisstijl: Huisstijl, weights: Sequence[int]) -> list[Layout]:
    """List the layouts that have something drawn behind one of their two areas."""
    pairs = [
        layout
        for purpose in ("vergelijking", "twee")
        for layout in (huisstijl.layouts[n] for n in huisstijl.purposes.get(purpose, ()))
        if len(layout.bodies) >= 2 and is_drawn(layout, huisstijl)  # noqa: PLR2004 -- a pair
    ]
    wide_first = [a for a in pairs if a.bodies[0].box.width >= a.bodies[1].box.width]
    wide_last = [a for a in pairs if a not in wide_first]
    with_heads = [a for a in wide_first if a.headings] or wide_first
    if is_mirrored(weights):
        return [a for a in wide_last if a.headings] or wide_last or with_heads[:1]
    return with_heads[:1] or wide_last[:1]


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


def _divisions(weights: Sequence[int], narrowest: float) -> list[list[float]]:
    """Divide a width: in proportion to what stands there, within bounds, and evenly.

    `narrowest` is the share that a word of a heading needs.
    """
    even = [1 / len(weights)] * len(weights)
    total = sum(weights) or 1
    least = min(max(LEAST_SHARE / len(weights), narrowest), 1 / len(weights))
    shares = [max(weight / total, least) for weight in weights]
    shares = [share / sum(shares) for share in shares]
    return [shares, even] if shares != even else [even]


def _free(layout: Layout, huisstijl: Huisstijl, widths: list[float], shift: int) -> list[Space]:
    box = canvas(layout, huisstijl)
    top = box.y
    heads = [inner(a) for a in layout.headings]
    if heads:
        top = min(head.y for head in heads)
        box = union([box, *heads])
    usable = box.width - GUTTER * (len(widths) - 1)
    spaces: list[Space] = []
    x = box.x
    for n, share in enumerate(widths):
        body = layout.bodies[n] if n < len(layout.bodies) else None
        head = layout.headings[n] if n < len(layout.headings) else None
        width = round(usable * share)
        space = Space(
            lower(Box(x, top, width, box.bottom - top), shift),
            1,
            text_font(layout, huisstijl),
            body.idx if body else None,
            heading_placeholder=head.idx if head else None,
            spacing=body.text.line_spacing if body else 1.0,
        )
        spaces.append(headed(space))
        x += width + GUTTER
    return spaces


def _in_columns(
    layout: Layout, spaces: Sequence[Space], counts: Sequence[int]
) -> list[Arrangement]:
    """List an arrangement with its spaces in columns; a narrow one beside a wide one stays one."""
    options = [
        list(variants(space, count))[:2] for space, count in zip(spaces, counts, strict=True)
    ]

    def way(at: int) -> Arrangement:
        each = zip(spaces, options, strict=True)
        return Arrangement(layout, tuple(replace(s, columns=columns[at]) for s, columns in each))

    return [way(0), way(-1)] if any(len(columns) > 1 for columns in options) else [way(0)]


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
