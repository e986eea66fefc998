"""Find room: the layout for a slide, the free area on it, and the ways to divide that area."""

from collections.abc import Iterator
from dataclasses import replace

from voortgang.office.font import Font
from voortgang.presentatie.fit.fit import CM, GUTTER, NARROWEST, Arrangement, Space, variants
from voortgang.presentatie.slides import Box
from voortgang.presentatie.template.huisstijl import Area, Huisstijl, Layout, Rol
from voortgang.presentatie.template.room import cleared

HEADING = round(1.27 * CM)  # the height of a count of 30 points
UNDER_HEADING = round(0.6 * CM)
MARGIN = round(1.2 * CM)
UNDER_TITLE = round(0.4 * CM)
MIRRORED = 1.5  # how much longer the second panel must be to get the most room


def layouts(huisstijl: Huisstijl, *roles: Rol) -> list[Layout]:
    """List the layouts that can serve, the best first; any layout, when none was found."""
    found = [huisstijl.layouts[n] for role in roles for n in huisstijl.roles.get(role, ())]
    return found or list(huisstijl.layouts[:1])


def inner(area: Area) -> Box:
    """Give the room for text inside an area."""
    box, insets = area.box, area.insets
    return Box(
        box.x + insets.left,
        box.y + insets.top,
        max(box.width - insets.left - insets.right, CM),
        max(box.height - insets.top - insets.bottom, CM),
    )


def union(boxes: list[Box]) -> Box:
    """Give the smallest box around boxes."""
    x, y = min(b.x for b in boxes), min(b.y for b in boxes)
    return Box(x, y, max(b.right for b in boxes) - x, max(b.bottom for b in boxes) - y)


def meets(one: Box, other: Box) -> bool:
    """Tell whether two boxes share more than an edge."""
    return (
        min(one.right, other.right) > max(one.x, other.x)
        and min(one.bottom, other.bottom) > max(one.y, other.y)
    )  # fmt: skip


def is_drawn(layout: Layout, huisstijl: Huisstijl) -> bool:
    """Tell whether areas have something drawn behind some of them, and so keep their places."""
    whole = huisstijl.width * huisstijl.height
    panels = [b for b in layout.drawn if b.width * b.height < 0.9 * whole]
    behind = [sum(meets(panel, a.box) for panel in panels) for a in layout.bodies]
    return len(set(behind)) > 1


def canvas(layout: Layout, huisstijl: Huisstijl) -> Box:
    """Give the area that slides of this layout may fill under their title, clear of logos."""
    return cleared(_canvas(layout, huisstijl), layout, (huisstijl.width, huisstijl.height))


def _canvas(layout: Layout, huisstijl: Huisstijl) -> Box:
    if layout.bodies:
        return union([inner(area) for area in layout.bodies])
    title = inner(layout.title) if layout.title else None
    top = title.bottom + UNDER_TITLE if title and title.y < huisstijl.height / 2 else MARGIN
    ends = [a.box.y for a in (layout.footer, layout.number) if a and a.box.y > top]
    if title and title.y >= huisstijl.height / 2:
        ends.append(title.y)
    bottom = min([huisstijl.height - MARGIN, *ends]) - UNDER_TITLE
    x = title.x if title else MARGIN
    width = title.width if title else huisstijl.width - 2 * MARGIN
    return Box(x, top, width, max(bottom - top, CM))


def lower(box: Box, shift: int) -> Box:
    """Take room from the top of a box: a long title needs it."""
    shift = min(shift, max(0, box.height - CM))
    return Box(box.x, box.y + shift, box.width, box.height - shift)


def text_font(layout: Layout, huisstijl: Huisstijl) -> Font:
    """Give the typeface of running text."""
    return layout.bodies[0].font if layout.bodies else huisstijl.body_font


def whole(layout: Layout, huisstijl: Huisstijl, shift: int, count: int) -> Iterator[Arrangement]:
    """List the ways to set one list over the whole free area."""
    area = layout.bodies[0] if layout.bodies else None
    space = Space(
        lower(canvas(layout, huisstijl), shift),
        1,
        text_font(layout, huisstijl),
        area.idx if area else None,
        dark=area.dark if area else layout.dark,
        spacing=area.levels[0].line_spacing if area and area.levels else 1.0,
    )
    for columns in variants(space, count):
        yield Arrangement(layout, (replace(space, columns=columns),))


def own(area: Area, shift: int, heading: Area | None = None) -> Space:
    """Make a space of an area that keeps its place."""
    spacing = area.levels[0].line_spacing if area.levels else 1.0
    return Space(
        lower(inner(area), shift),
        1,
        area.font,
        area.idx,
        lower_heading(inner(heading), shift) if heading else None,
        heading.idx if heading else None,
        area.dark,
        spacing,
    )


def lower_heading(box: Box, shift: int) -> Box:
    """Move a heading down with what stands under it."""
    return Box(box.x, box.y + shift, box.width, box.height)


def headed(space: Space) -> Space:
    """Take room for a heading from the top of a space that has none."""
    if space.heading:
        return space
    box = space.box
    heading = Box(box.x, box.y, box.width, HEADING)
    return replace(space, heading=heading, box=lower(box, HEADING + UNDER_HEADING))


def panels(
    huisstijl: Huisstijl, weights: list[int], counts: list[int], shift: int
) -> tuple[Arrangement, ...]:
    """List the ways to set panels beside each other; weights say how much stands in each."""
    found: list[Arrangement] = []
    if len(weights) == 2:  # noqa: PLR2004 -- two panels are what layouts are made for
        for layout in _fixed_pairs(huisstijl, weights):
            pairs = zip(layout.bodies, (*layout.headings, None, None), strict=False)
            spaces = [headed(own(body, shift, heading)) for body, heading in pairs][:2]
            found += _in_columns(layout, spaces, counts)
    if len(weights) == 3:  # noqa: PLR2004 -- two share the first area of such a layout
        for layout in _fixed_pairs(huisstijl, [1, 1]):
            main, side = (
                headed(own(body, shift, heading))
                for body, heading in zip(layout.bodies[:2], layout.headings[:2], strict=False)
            )
            if main.width >= 2 * NARROWEST + GUTTER:
                found += _in_columns(layout, [*_halved(main), side], counts)
    if not found:
        roles: tuple[Rol, ...] = ("vergelijking", "twee", "inhoud", "alleen_titel")
        if len(weights) != 2:  # noqa: PLR2004
            roles = ("inhoud", "alleen_titel", "twee", "vergelijking")
        free = [a for a in layouts(huisstijl, *roles) if not is_drawn(a, huisstijl)]
        layout = (free or layouts(huisstijl, *roles))[0]
        for widths in _divisions(weights, NARROWEST / canvas(layout, huisstijl).width):
            found += _in_columns(layout, _free(layout, huisstijl, widths, shift), counts)
    return tuple(found)


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


def _fixed_pairs(huisstijl: Huisstijl, weights: list[int]) -> list[Layout]:
    pairs = [
        layout
        for role in ("vergelijking", "twee")
        for layout in (huisstijl.layouts[n] for n in huisstijl.roles.get(role, ()))
        if len(layout.bodies) >= 2 and is_drawn(layout, huisstijl)  # noqa: PLR2004
    ]
    wide_first = [a for a in pairs if a.bodies[0].box.width >= a.bodies[1].box.width]
    wide_last = [a for a in pairs if a not in wide_first]
    with_heads = [a for a in wide_first if a.headings] or wide_first
    if is_mirrored(weights):
        return [a for a in wide_last if a.headings] or wide_last or with_heads[:1]
    return with_heads[:1] or wide_last[:1]


def is_mirrored(weights: list[int]) -> bool:
    """Tell whether the second of two panels holds so much more that it gets the most room."""
    return weights[1] > MIRRORED * weights[0]


def _divisions(weights: list[int], narrowest: float) -> list[list[float]]:
    """Divide a width: in proportion to what stands there, within bounds, and evenly.

    `narrowest` is the share that a word of a heading needs.
    """
    even = [1 / len(weights)] * len(weights)
    total = sum(weights) or 1
    least = min(max(0.62 / len(weights), narrowest), 1 / len(weights))
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
            dark=body.dark if body else layout.dark,
            spacing=body.levels[0].line_spacing if body and body.levels else 1.0,
        )
        spaces.append(headed(space))
        x += width + GUTTER
    return spaces


def _in_columns(layout: Layout, spaces: list[Space], counts: list[int]) -> list[Arrangement]:
    """List an arrangement with its spaces in columns; a narrow one beside a wide one stays one."""
    options = [
        list(variants(space, count))[:2] for space, count in zip(spaces, counts, strict=True)
    ]
    best = tuple(
        replace(space, columns=columns[0]) for space, columns in zip(spaces, options, strict=True)
    )
    found = [Arrangement(layout, best)]
    if any(len(columns) > 1 for columns in options):
        other = tuple(
            replace(space, columns=columns[-1])
            for space, columns in zip(spaces, options, strict=True)
        )
        found.append(Arrangement(layout, other))
    return found
