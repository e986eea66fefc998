"""The room that a layout leaves for content, and how one with too little is given more.

Somebody's layout may have its title in the middle, a body of a few lines, a logo in the corner of
the body. What is drawn stays; titles and bodies are placed around it.
"""

from collections.abc import Sequence
from dataclasses import replace

from voortgang.model.instellingen import KLEINSTE
from voortgang.office.measure import POINT
from voortgang.presentatie.slides import Box, union
from voortgang.presentatie.template.huisstijl import Area, Layout

ENOUGH = 0.42  # of the slide's height must be free for content
HALF = 0.5
TITLE_SHARE = 0.4  # of the slide's width at least is that of a title over content
MARGIN = 0.05  # of the slide's width or height, where a layout says nothing
DIGITS = 2.2  # of the letters' size is the width of a number of three digits, with some air
EDGE = 0.02  # of the slide's width stays free of text, whatever a layout says
BAND = 0.6  # of the slide's width and more makes what is drawn at an edge a band
THICKEST = 0.35  # of the slide's height: a thicker one is a panel, which may bear text
SMALL = 0.12  # of the slide's surface at most: something to keep clear of, like a logo
MOST_LOST = 0.4  # of a body's surface may be given up for that
LOUDEST_TITLE = 0.12  # of the slide's height: with larger letters nothing fits under them
LARGEST_TITLE = 0.08  # of the slide's height, over content
HAIR = 0.01  # of the slide's height: what is thinner is a line


def is_roomy(layout: Layout) -> bool:
    """Tell whether content has room under (or over) the title of a layout."""
    width, height = layout.slide.width, layout.slide.height
    if layout.title.text.size * POINT > LOUDEST_TITLE * height:
        return False
    if layout.bodies:
        tallest = max(area.box.height for area in layout.bodies)
        return tallest >= ENOUGH * height
    box = layout.title.box
    free = max(floor(layout) - box.bottom, box.y)
    return free >= ENOUGH * height and box.width >= HALF * HALF * width


def fills_the_slide(layout: Layout) -> bool:
    """Tell whether a title leaves nothing for the sentence that goes with it."""
    if layout.subtitle is not None or layout.bodies:
        return False
    return layout.title.box.height > (1 - THICKEST) * layout.slide.height


def is_wide(layout: Layout) -> bool:
    """Tell whether title and bodies use the width of the slide: captions of a picture do not."""
    boxes = [area.box for area in layout.bodies]
    if not boxes:
        return True
    across, slide = union(boxes).width, layout.slide
    return across >= HALF * slide.width and layout.title.box.width >= TITLE_SHARE * slide.width


def with_clear_bodies(layout: Layout) -> Layout:
    """Take from each body what a logo, a line or the footer of the layout stands in."""
    bodies = []
    for area in layout.bodies:
        box = cleared(area.box, layout)
        bodies.append(replace(area, box=box, moved=area.moved or box != area.box))
    return replace(layout, bodies=tuple(bodies))


def cleared(box: Box, layout: Layout) -> Box:
    """Cut from a box the side on which least is lost, for each thing that stands in it."""
    edges = [area.box for area in layout.edges]
    small = [drawn for drawn in layout.drawn if is_small(drawn, layout.slide)]
    for thing in (*small, *_bands(layout), *edges):
        box = _without(box, thing)
    width = layout.slide.width
    left, right = max(box.x, round(EDGE * width)), min(box.right, round((1 - EDGE) * width))
    return box if right <= left else Box(left, box.y, right - left, box.height)


def with_room(layout: Layout) -> Layout:
    """Give a layout room for content: its title small, at the top, and bodies down to the edge."""
    width, height = layout.slide.width, layout.slide.height
    ceiling = max(
        [round(MARGIN * height), *(b.bottom for b in _bands(layout) if b.y < height // 2)]
    )
    title = layout.title
    level = title.text
    large = min(level.size, round(LARGEST_TITLE * height / POINT))
    tall = round(1.25 * 1.2 * large * POINT) + title.insets.top + title.insets.bottom
    top = title.box.y if ceiling <= title.box.y <= THICKEST * height else ceiling
    x, across = title.box.x, title.box.width
    if across < BAND * width or x < EDGE * width:
        x, across = round(MARGIN * width), round((1 - 2 * MARGIN) * width)
    head = replace(
        title, box=Box(x, top, across, tall), text=replace(level, size=large), moved=True
    )
    under = top + tall + round(0.02 * height)
    down = floor(layout) - round(0.02 * height) - under
    bodies = tuple(
        replace(body, box=Box(new[0], under, new[1], down), moved=True)
        for body, new in zip(layout.bodies, _spread(layout.bodies, x, across), strict=True)
    )
    return replace(layout, title=head, bodies=bodies, headings=(), eased=True)


def with_legible_edges(layout: Layout) -> Layout:
    """Set footer and number no smaller than may be, and give them the room for that."""
    number = _with_larger_letters(layout.number, layout.slide) if layout.number else None
    footer = _with_larger_letters(layout.footer, layout.slide) if layout.footer else None
    layout = replace(layout, footer=footer, number=number)
    if footer is None or footer.text.align != "center":
        return layout
    left = footer.box.x - round(MARGIN * layout.slide.width)
    right = round((1 - MARGIN) * layout.slide.width) - footer.box.right
    if number and number.box.x >= footer.box.right:
        right = min(right, number.box.x - footer.box.right)
    elif number and number.box.right <= footer.box.x:
        left = min(left, footer.box.x - number.box.right)
    more = max(0, min(left, right))
    box = footer.box
    grown = Box(box.x - more, box.y, box.width + 2 * more, box.height)
    return replace(layout, footer=replace(footer, box=grown, moved=footer.moved or more > 0))


def _with_larger_letters(area: Area, slide: Box) -> Area:
    """Let one line of the least size stand in an area, grown around its middle where it must."""
    level = area.text
    if level.size < KLEINSTE:
        area = replace(area, text=replace(level, size=KLEINSTE))
    insets, box = area.insets, area.box
    points = max(level.size, KLEINSTE) * POINT
    width = max(box.width, round(DIGITS * points) + insets.left + insets.right)
    height = max(box.height, round(1.2 * points) + insets.top + insets.bottom)
    if (width, height) == (box.width, box.height):
        return area
    x = min(max(0, box.x - (width - box.width) // 2), slide.width - width)
    y = min(max(0, box.y - (height - box.height) // 2), slide.height - height)
    return replace(area, box=Box(x, y, width, height), moved=True)


def _spread(bodies: Sequence[Area], x: int, across: int) -> list[tuple[int, int]]:
    """Spread bodies over a width, as wide against each other as they were."""
    if not bodies:
        return []
    start, end = min(b.box.x for b in bodies), max(b.box.right for b in bodies)
    scale = across / max(end - start, 1)
    return [(x + round((b.box.x - start) * scale), round(b.box.width * scale)) for b in bodies]


def floor(layout: Layout) -> int:
    """Give the y under which nothing may stand: a footer, a band, a margin."""
    height = layout.slide.height
    ends = [box.y for box in (*(area.box for area in layout.edges), *_bands(layout))]
    return min([y for y in ends if y > BAND * height], default=round((1 - MARGIN) * height))


def _bands(layout: Layout) -> list[Box]:
    """Find what is drawn along the upper or the lower edge of the slide, lines too."""
    width, height = layout.slide.width, layout.slide.height
    return [
        box
        for box in layout.drawn
        if box.width >= BAND * width
        and box.height <= THICKEST * height
        and (box.y <= HAIR * height or box.bottom >= (1 - HAIR) * height or box.y > BAND * height)
    ]


def is_small(box: Box, slide: Box) -> bool:
    """Tell whether what is drawn is something to keep clear of, like a logo, and no line."""
    thick = min(box.width, box.height) > HAIR * slide.height
    return thick and box.width * box.height <= SMALL * slide.width * slide.height


def _without(box: Box, thing: Box) -> Box:
    """Cut a thing from a box, unless too much were lost."""
    if not box.meets(thing):
        return box
    ways = (
        Box(box.x, box.y, box.width, thing.y - box.y),
        Box(box.x, thing.bottom, box.width, box.bottom - thing.bottom),
        Box(box.x, box.y, thing.x - box.x, box.height),
        Box(thing.right, box.y, box.right - thing.right, box.height),
    )
    best = max(ways, key=lambda way: max(way.width, 0) * max(way.height, 0))
    return best if best.width * best.height >= (1 - MOST_LOST) * box.width * box.height else box
