"""The frame of every slide: its title and footer, the room between them, and that it goes on."""

from itertools import product

from voortgang.findings import Place
from voortgang.office.measure import PITCH, POINT, plain
from voortgang.presentatie.draw.pen import line
from voortgang.presentatie.draw.title import NARROWEST, Head, draw_eyebrow, draw_title
from voortgang.presentatie.fit.fit import Space
from voortgang.presentatie.plan.space import canvas, inner, is_drawn, lower, own
from voortgang.presentatie.plan.task import Body, Task
from voortgang.presentatie.regels import VOETTEKST
from voortgang.presentatie.slides import CM, Box, Element, Slide, TextBox
from voortgang.presentatie.template.huisstijl import Area, Layout
from voortgang.presentatie.template.room import is_small

TEMPLATE = "templates/presentatie.pptx"
FURTHER = "lees verder op de volgende dia →"
FURTHER_SIZE = 14.0
APART = round(0.4 * CM)
MARGIN = round(1.7 * CM)
ASIDE = 0.3  # of the free area, for what stands beside an object there


def numbered(task: Task, bodies: list[Body], *, after: int = 0) -> list[Slide]:
    """Put the slides together that one slide of the author takes, `after` so many others."""
    bodies = bodies or [(task.plain, ())]
    out: list[Slide] = []
    count = after + len(bodies)
    for n, (layout, elements) in enumerate(bodies, start=after + 1):
        part = (n, count)
        head = titled(task, layout, part).elements
        more = _go_on(task, layout) if n < count else ()
        out.append(framed(task, layout, (*head, *elements, *more), part))
    return out


def framed(
    task: Task, layout: Layout, elements: tuple[Element, ...], part: tuple[int, int] = (1, 1)
) -> Slide:
    """Put a slide together; the speaker notes go with the first one."""
    dia = task.dia
    title = plain(dia.titel) + _tail(task, part)
    notes = dia.notities if part[0] == 1 else ()
    footer = task.settings.footer if _footer_fits(task, layout) else None
    return Slide(layout.index, title, elements, notes, dia.sectie, footer)


def titled(task: Task, layout: Layout, part: tuple[int, int]) -> Head:
    """Write title and eyebrow; `part` is which of how many slides this is."""
    dia = task.dia
    tail, width = _tail(task, part), 0
    beside: tuple[TextBox, ...] = ()
    if dia.bovenschrift:
        right = _clear_right(layout.title, layout)
        eyebrow = draw_eyebrow(task.pen(layout), layout.title, dia.bovenschrift, right)
        if eyebrow:
            beside, width = eyebrow[:1], eyebrow[1]
        else:
            tail = f" · {dia.bovenschrift}{tail}"
    width = min(filter(None, (width, _clear_width(layout.title, layout))), default=0)
    pen = task.pen(layout.title)
    head = draw_title(pen, layout.title, dia.titel, width=width, tail=tail)
    return Head((*head.elements, *beside), head.shift)


def _clear_right(title: Area, layout: Layout) -> int:
    """Give where words beside a title end at the latest: at the margin, or before a logo."""
    edge = layout.slide.width - min(title.box.x, MARGIN)
    from_x = title.box.x + NARROWEST
    row = Box(from_x, title.box.y, max(edge - from_x, 0), title.box.height)
    logos = (box.x for box in layout.drawn if is_small(box, layout.slide) and box.meets(row))
    return min((edge, *(x - APART for x in logos if x > from_x)))


def _clear_width(title: Area, layout: Layout) -> int:
    """Give the width that a title has before the edge of a panel or a logo; 0 where none begins."""
    lefts = [box.x for box in layout.drawn if box.meets(title.box)]
    widths = [left - APART - title.box.x for left in lefts]
    return min((width for width in widths if width >= NARROWEST), default=0)


def _tail(task: Task, part: tuple[int, int]) -> str:
    """Say in a title which of how many slides this is; not in brackets behind those of its own."""
    number, count = part
    if count == 1:
        return ""
    if plain(task.dia.titel).endswith(")"):
        return f", deel {number} van {count}"
    return f" ({number}/{count})"


def shift_of(task: Task, layout: Layout) -> int:
    """Give how far a title with its number pushes down what stands under it."""
    return max(titled(task, layout, part).shift for part in ((1, 1), (88, 88)))


def free(task: Task, layout: Layout) -> Box:
    """Give the area that a slide may fill under its title."""
    return lower(canvas(layout), shift_of(task, layout))


def halves(task: Task, *, beside: bool) -> tuple[Layout, Box, Space | None]:
    """Divide a slide between an object and what stands beside it, where there is any."""
    if not beside:
        return task.plain, free(task, task.plain), None
    pairs = [a for a in task.layouts("twee") if len(a.bodies) > 1]
    if not pairs:
        return freely(task)
    layout = max(pairs, key=lambda a: a.bodies[0].box.width - a.bodies[1].box.width)
    shift = shift_of(task, layout)
    return layout, own(layout.bodies[0], shift).box, own(layout.bodies[1], shift)


def freely(task: Task) -> tuple[Layout, Box, Space]:
    """Give an object most of the free area, where a layout's own halves leave it too little."""
    layout = task.plain
    box = free(task, layout)
    part = round(box.width * ASIDE)
    aside = Box(box.right - part, box.y, part, box.height)
    space = Space(aside, 1, task.huisstijl.body_font)
    return layout, Box(box.x, box.y, box.width - part - CM, box.height), space


def _footer_fits(task: Task, layout: Layout) -> bool:
    """Tell whether the footer has room; where it has not, it is left out, and that is said."""
    area, text = layout.footer, task.settings.footer
    if not area or not text or not layout.edged:
        return False
    size = area.text.size
    width = area.box.width - area.insets.left - area.insets.right
    high = area.box.height - area.insets.top - area.insets.bottom
    lines = len(task.pen(area).lines(text, size, width))
    if lines <= max(1, int(high / POINT / (PITCH * size))):
        return True
    message = f"de voettekst past niet in de indeling '{layout.name}' en blijft daar weg"
    hint = "kies een kortere titel, of geef de voettekst meer plaats in het sjabloon"
    task.find(VOETTEKST.at(Place(TEMPLATE, 1, 1), message, hint))
    return False


def _go_on(task: Task, layout: Layout) -> tuple[Element, ...]:
    """Say that it goes on, at the right edge of the main area, in the footer's row or above it.

    Where neither has room the numbers in the titles must do.
    """
    style, pen = task.huisstijl, task.pen(layout)
    main = inner(layout.bodies[0]) if is_drawn(layout) else canvas(layout)
    high = round(FURTHER_SIZE * PITCH * POINT)
    width = pen.width(FURTHER, FURTHER_SIZE, bold=True) + POINT
    taken = [area.box for area in (layout.number,) if area]
    if layout.footer and task.settings.footer and _footer_fits(task, layout):
        taken.append(_inked(task, layout.footer, task.settings.footer))
    # What the layout draws that is no ground behind an area: a logo, a band.
    taken += [box for box in layout.drawn if not any(box.meets(a.box) for a in layout.bodies)]
    rows = [main.bottom + round(0.1 * CM)]
    if layout.footer:
        rows.insert(0, layout.footer.box.y + (layout.footer.box.height - high) // 2)
    rights = [main.right]
    if layout.number and layout.number.box.x > main.x + width:
        rights.append(min(main.right, layout.number.box.x - APART))
    for right, y in product(rights, rows):
        place = Box(right - width, y, width, high)
        near = Box(place.x - APART, y, width + APART, high)
        clear = not any(near.meets(box) for box in taken)
        if clear and y >= main.bottom and place.bottom <= style.height and place.x >= 0:
            words = line(FURTHER, FURTHER_SIZE, bold=True, colour="accent1", align="right")
            return (TextBox("Vervolg", place, (words,)),)
    return ()


def _inked(task: Task, footer: Area, text: str) -> Box:
    """Give the part of a footer that its words take."""
    level = footer.text
    width = task.pen(footer).width(text, level.size, bold=level.bold)
    box = footer.box
    if level.align != "left" or width + footer.insets.left >= box.width:
        return box
    return Box(box.x, box.y, width + footer.insets.left, box.height)
