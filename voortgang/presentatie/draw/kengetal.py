"""Key figures: one under the other beside something, or as a row of tiles above their chart."""

from voortgang.office.ink import ink_on
from voortgang.office.measure import PITCH, POINT, plain
from voortgang.office.rol import OTHER, look_of
from voortgang.presentatie.draw.pen import Pen, line
from voortgang.presentatie.draw.sign import draw_sign, is_partly
from voortgang.presentatie.outline import Kengetal
from voortgang.presentatie.slides import CM, Box, Element, Shape, TextBox, TextLine

LARGEST = {0: 80, 1: 80, 2: 80, 3: 54}  # points, by how many there are
LARGE = 40  # points, of more
SMALLEST = 24
FACT = 18.0  # points, of what stands under them
INDENT = round(0.5 * CM)  # of the words behind a sign
TILE, GUTTER = round(1.2 * CM), round(0.6 * CM)
NUMBER = 26.0  # points, beside a tile
WORDS = (18.0, 16.0, 14.0)
NO_CHART_LEFT = 0.4  # of the height: a row of tiles may not take more


def draw_numbers(
    pen: Pen, numbers: tuple[Kengetal, ...], box: Box, under: float
) -> tuple[list[Element], int]:
    """Stack key figures, so large that `under` EMU are left; give them and where that begins.

    The pen is that of the box.
    """
    out: list[Element] = []
    big, y = LARGEST.get(len(numbers), LARGE), box.y

    def taken() -> float:
        return sum(_high(pen, number, big, box.width) + 0.55 * CM for number in numbers) + under

    while big > SMALLEST and taken() > box.height:
        big -= 4
    for number in numbers:
        colour = look_of(number.rol).accent
        out.append(Shape("Lijn", "line", Box(box.x, y, box.width, 0), line=colour, line_width=2.25))
        y += round(0.1 * CM)
        size: float = big
        wide = pen.width(number.getal, size, bold=True)
        if wide > box.width:
            size = max(SMALLEST, size * box.width // wide)
        sign = _sign(number, Box(box.x, y, box.width, 0), size, colour)
        words = [
            TextLine(
                line(entry.words, FACT, bold=True, colour=colour).runs,
                margin=INDENT if sign else 0,
            )
            for entry in number.entries
        ]
        figure = line(number.getal, size, bold=True, colour=colour)
        high = _high(pen, number, big, box.width)
        place = Box(box.x, y, box.width, high)
        out += (*sign, TextBox(f"Kengetal {plain(number.getal)}", place, (figure, *words)))
        y += high + round(0.45 * CM)
    return out, y


def _high(pen: Pen, number: Kengetal, size: float, width: int) -> int:
    facts = (pen.height(entry.words, FACT, width - INDENT, bold=True) for entry in number.entries)
    return pen.height(number.getal, size, width, bold=True) + sum(facts)


def _sign(number: Kengetal, at: Box, size: float, colour: str) -> tuple[Element, ...]:
    """Draw what is done filled and what is planned open, before the words under a figure."""
    d = round(0.3 * CM)
    y = at.y + round((size + FACT / 2) * PITCH * POINT) - d // 2
    return draw_sign(number.rol, Box(at.x, y, d, d), colour) if number.entries else ()


def draw_tiles(
    pen: Pen, numbers: tuple[Kengetal, ...], box: Box
) -> tuple[tuple[Element, ...], int] | None:
    """Set key figures in a row, each with its sign: total and key in one; None without room.

    Gives them with the height that they take. The pen is that of the layout.
    """
    width = (box.width - GUTTER * (len(numbers) - 1)) // len(numbers)
    places = [Box(box.x + n * (width + GUTTER), box.y, width, TILE) for n in range(len(numbers))]
    taken = TILE + round(0.5 * CM)
    for size in WORDS if taken <= NO_CHART_LEFT * box.height else ():
        tiles = [_tile(pen, *each, size) for each in zip(numbers, places, strict=True)]
        if all(tiles):
            return tuple(element for tile in tiles for element in tile), taken
    return None


def _tile(pen: Pen, number: Kengetal, box: Box, size: float) -> tuple[Element, ...]:
    """Set one, nothing where its words have no room at that size."""
    look = look_of(number.rol) if number.rol else OTHER
    gap = round(0.2 * CM)
    wide = pen.width(number.getal, NUMBER, bold=True)
    left = box.x + TILE + round(0.3 * CM)
    room = box.right - left - wide - gap
    words = number.entries[0].words if number.entries else ()
    if room < CM or pen.height(words, size, room) > max(TILE, size * PITCH * POINT):
        return ()
    ink = ink_on(pen.huisstijl.colours, look.fill, look.ink)
    tile = Box(box.x, box.y, TILE, TILE)
    d = round(0.5 * CM)
    disc = Box(tile.x + (TILE - d) // 2, tile.y + (TILE - d) // 2, d, d)
    sign: tuple[Element, ...] = draw_sign(number.rol, disc, ink)
    if not is_partly(number.rol):
        letter = line(look.teken, 18, bold=True, colour=ink, align="center")
        sign = (TextBox(f"Teken {plain(words)}", tile, (letter,), anchor="middle"),)
    figure = line(number.getal, NUMBER, bold=True, colour="dk1")
    label = line(words, size, colour="dk1")
    name = f"Kengetal {plain(number.getal)} {plain(words)}"
    beside = Box(left + wide + gap, box.y, room, TILE)
    return (
        Shape("Teken", "rectangle", tile, look.fill, look.accent, 1.5),
        *sign,
        TextBox(name, Box(left, box.y, wide, TILE), (figure,), anchor="middle"),
        TextBox(f"{name}, woord", beside, (label,), anchor="middle"),
    )
