"""Find room: the area that is free on a layout, and the spaces for lists on it."""

from dataclasses import replace

from voortgang.office.font import Font
from voortgang.presentatie.fit.fit import Space
from voortgang.presentatie.slides import CM, Box, union
from voortgang.presentatie.template.huisstijl import Area, Huisstijl, Layout
from voortgang.presentatie.template.room import cleared

HEADING = round(1.27 * CM)  # the height of a count of 30 points
UNDER_HEADING = round(0.6 * CM)
MARGIN = round(1.2 * CM)
UNDER_TITLE = round(0.4 * CM)


def inner(area: Area) -> Box:
    """Give the room for text inside an area."""
    box, insets = area.box, area.insets
    return Box(
        box.x + insets.left,
        box.y + insets.top,
        max(box.width - insets.left - insets.right, CM),
        max(box.height - insets.top - insets.bottom, CM),
    )


def is_drawn(layout: Layout) -> bool:
    """Tell whether areas have something drawn behind some of them, and so keep their places."""
    whole = layout.slide.width * layout.slide.height
    panels = [b for b in layout.drawn if b.width * b.height < 0.9 * whole]
    behind = [sum(panel.meets(a.box) for panel in panels) for a in layout.bodies]
    return len(set(behind)) > 1


def canvas(layout: Layout) -> Box:
    """Give the area that slides of this layout may fill under their title, clear of logos."""
    return cleared(_canvas(layout), layout)


def _canvas(layout: Layout) -> Box:
    if layout.bodies:
        return union([inner(area) for area in layout.bodies])
    title, height = inner(layout.title), layout.slide.height
    top = title.bottom + UNDER_TITLE if title.y < height / 2 else MARGIN
    edges = [area.box for area in layout.edges]
    low = [edge for edge in edges if edge.y > height / 2]  # some stand at the head
    top = max([top, *(e.bottom + UNDER_TITLE for e in edges if e not in low and e.bottom > top)])
    ends = [edge.y for edge in low if edge.y > top]
    if title.y >= height / 2:
        ends.append(title.y)
    bottom = min([height - MARGIN, *ends]) - UNDER_TITLE
    return Box(title.x, top, title.width, max(bottom - top, CM))


def lower(box: Box, shift: int) -> Box:
    """Take room from the top of a box: a long title needs it."""
    shift = min(shift, max(0, box.height - CM))
    return Box(box.x, box.y + shift, box.width, box.height - shift)


def text_font(layout: Layout, huisstijl: Huisstijl) -> Font:
    """Give the typeface of running text."""
    return layout.bodies[0].font if layout.bodies else huisstijl.body_font


def placed(layout: Layout, huisstijl: Huisstijl, box: Box, n: int) -> Space:
    """Make a space of a box, that takes the n-th body of a layout along where there is one."""
    body = layout.bodies[n] if n < len(layout.bodies) else None
    return Space(
        box,
        1,
        text_font(layout, huisstijl),
        body.idx if body else None,
        spacing=body.text.line_spacing if body else 1.0,
    )


def own(area: Area, shift: int, heading: Area | None = None) -> Space:
    """Make a space of an area that keeps its place."""
    return Space(
        lower(inner(area), shift),
        1,
        area.font,
        area.idx,
        replace(inner(heading), y=inner(heading).y + shift) if heading else None,
        heading.idx if heading else None,
        area.text.line_spacing,
    )


def headed(space: Space) -> Space:
    """Take room for a heading from the top of a space that has none."""
    if space.heading:
        return space
    box = space.box
    heading = Box(box.x, box.y, box.width, HEADING)
    return replace(space, heading=heading, box=lower(box, HEADING + UNDER_HEADING))


def taller(space: Space, more: int) -> Space:
    """Give the heading of a space more height: what stands under it begins lower."""
    heading = space.heading and replace(space.heading, height=space.heading.height + more)
    return replace(space, heading=heading, box=lower(space.box, more))
