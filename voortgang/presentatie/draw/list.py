"""Lists in their columns, and the headings of panels above them."""

from voortgang.office.measure import PITCH, POINT, Words
from voortgang.office.rol import OTHER, look_of
from voortgang.presentatie.draw.pen import Pen, line, runs
from voortgang.presentatie.draw.sign import draw_sign
from voortgang.presentatie.fit.fit import Galley, Space
from voortgang.presentatie.fit.flow import Piece
from voortgang.presentatie.slides import CM, Box, Bullet, Element, Run, Shape, TextBox, TextLine

SMALLEST = 14
WORD, COUNT = 22.0, 30.0  # points
COUNTED = 16  # points of "1–27 van ", before the count itself
SIGN = round(0.55 * CM)  # of the width, for the sign before a heading


def draw_list(galley: Galley, name: str = "Tekst", rol: str | None = None) -> tuple[TextBox, ...]:
    """Write a list into the columns of its space."""
    out: list[TextBox] = []
    for n, column in enumerate(galley.columns):
        if not column:
            continue
        lines = tuple(_line(piece, k, galley, rol) for k, piece in enumerate(column))
        title = name if n == 0 else f"{name}, kolom {n + 1}"
        holder = galley.space.placeholder if n == 0 else None
        out.append(TextBox(title, galley.space.column(n), lines, holder))
    return tuple(out)


def _line(piece: Piece, place: int, galley: Galley, rol: str | None) -> TextLine:
    item, dress = piece.item, galley.dress
    gap = dress.gap * dress.size if place and not item.level and not piece.rest else 0
    bullet = None if piece.rest else _bullet(piece, rol)
    hanging = 0
    if bullet:
        hanging = dress.sign_of(item) if item.level == 0 else dress.sub_hanging
    size, quiet = dress.size_of(item.level), dress.quiet_of(item.level)
    text = runs(piece.words, size, colour="dk1", quiet=quiet)
    return TextLine(text, bullet, item.level, dress.margin(item), hanging, gap)


def _bullet(piece: Piece, rol: str | None) -> Bullet | None:
    item = piece.item
    if item.teken == "none":
        return None
    if item.teken == "number":
        return Bullet("1.", "accent1", 100, item.number)
    look = OTHER if item.level else look_of(rol)
    return Bullet(look.teken, look.accent, look.size)


def draw_heading(
    pen: Pen, space: Space, words: Words, rol: str | None, counted: tuple[str, str]
) -> tuple[Element, ...]:
    """Write the heading of a panel with its sign and count, and rule it off.

    `counted` is which of its entries stand here ("1–27 van "), said where there is room for it, and
    how many there are; both may be empty.
    """
    box = space.heading
    if not box:
        return ()
    colour, (these, count) = look_of(rol).accent, counted
    elements: list[Element] = []
    x, big, size = box.x, COUNT, WORD
    d = round(0.30 * CM)
    sign = Box(x, box.bottom - round(0.37 * CM) - d // 2 - round(0.05 * CM), d, d)
    elements += draw_sign(rol, sign, colour)
    x += SIGN if elements else 0
    wanted = pen.width(words, SMALLEST, bold=True)
    if count and _count_width(pen, these, count, big) + wanted > box.right - x:
        these, big = "", WORD
    taken = _count_width(pen, these, count, big)
    room = max(box.right - x - taken, CM)
    while size > SMALLEST and pen.height(words, size, room, bold=True) > round(
        size * PITCH * POINT
    ):
        size -= 2
    high = max(box.height, pen.height(words, size, room, bold=True))
    place = Box(x, box.bottom - high, room, high)
    text = line(words, size, bold=True, colour=colour)
    holder = space.heading_placeholder
    elements.append(TextBox("Opschrift", place, (text,), holder, anchor="bottom", heading=True))
    if count:
        tall = round(big * PITCH * POINT)
        at = Box(box.right - taken, max(0, box.bottom - tall), taken, tall)
        digits = (Run(count, big, bold=True, colour=colour),)
        before = (Run(these, COUNTED, colour=colour),) if these else ()
        written = TextLine((*before, *digits), align="right")
        elements.append(TextBox("Aantal", at, (written,), anchor="bottom"))
    rule = Box(box.x, box.bottom + round(0.13 * CM), box.width, 0)
    elements.append(Shape("Lijn", "line", rule, line=colour, line_width=1.5))
    return tuple(elements)


def heading_height(pen: Pen, width: int, words: Words, count: str) -> int:
    """Measure the heading of a panel in its smallest letters, in EMU."""
    room = max(width - SIGN - _count_width(pen, "", count, WORD), CM)
    return pen.height(words, SMALLEST, room, bold=True)


def _count_width(pen: Pen, these: str, count: str, size: float) -> int:
    if not count:
        return 0
    width = pen.width(these, COUNTED, bold=True) + pen.width(count, size, bold=True)
    return width + round(0.3 * CM)
