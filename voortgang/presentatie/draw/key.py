"""Draw what explains a chart: squares with words above it, or a row of key figures."""

from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.office.ink import ink_on
from voortgang.office.measure import PITCH, POINT, Span, plain
from voortgang.office.rol import OTHER, look_of
from voortgang.presentatie.draw.text import free_text, height_of, runs
from voortgang.presentatie.fit.fit import CM
from voortgang.presentatie.outline import Kengetal
from voortgang.presentatie.plan.sheet import Job
from voortgang.presentatie.slides import Box, Element, Run, Shape, TextBox, TextLine
from voortgang.presentatie.template.huisstijl import Layout

MANY = 3  # key figures that stand in a row above their chart
SIZE = 16.0
SQUARE, GAP = round(0.42 * CM), round(0.2 * CM)
BETWEEN, GUTTER = round(0.9 * CM), round(0.6 * CM)
TILE = round(1.2 * CM)
NUMBER = 26.0
WORDS = (18.0, 16.0, 14.0)
NO_CHART_LEFT = 0.4  # of the height: a row of tiles may not take more


def draw_key(job: Job, layout: Layout, figure: Cijfer, box: Box) -> tuple[tuple[Element, ...], int]:
    """Say above a chart what each fill stands for; gives the height that it takes."""
    sheet, font = job.sheet, job.sheet.huisstijl.body_font
    line = round(SIZE * PITCH * POINT)
    out: list[Element] = []
    x, y = box.x, box.y
    for series in figure.reeksen:
        look = look_of(series.rol)
        fill = None if layout.dark and look.open else look.fill
        words = (Span(series.naam),)
        wide = min(sheet.measure.width(words, font, SIZE), box.width - SQUARE - GAP)
        if x > box.x and x + SQUARE + GAP + wide > box.right:
            x, y = box.x, y + line
        square = Box(x, y + (line - SQUARE) // 2, SQUARE, SQUARE)
        out.append(Shape("Teken", "rectangle", square, fill, look.accent, 1.5))
        place = Box(x + SQUARE + GAP, y, wide, line)
        colour = sheet.text(dark=layout.dark)
        out.append(free_text(f"Legende {series.naam}", place, series.naam, SIZE, colour=colour))
        x = place.right + BETWEEN
    return tuple(out), y + line + round(0.25 * CM) - box.y


def draw_tiles(
    job: Job, layout: Layout, numbers: tuple[Kengetal, ...], box: Box
) -> tuple[tuple[Element, ...], int] | None:
    """Set key figures in a row, each with its sign: total and key in one; None without room."""
    width = (box.width - GUTTER * (len(numbers) - 1)) // len(numbers)
    out: list[Element] = []
    for n, number in enumerate(numbers):
        place = Box(box.x + n * (width + GUTTER), box.y, width, TILE)
        drawn = _tile(job, layout, number, place)
        if drawn is None:
            return None
        out += drawn
    taken = TILE + round(0.5 * CM)
    return None if taken > NO_CHART_LEFT * box.height else (tuple(out), taken)


def _tile(job: Job, layout: Layout, number: Kengetal, box: Box) -> tuple[Element, ...] | None:
    sheet, font = job.sheet, job.sheet.huisstijl.body_font
    look = look_of(number.rol) if number.rol else OTHER
    wide = sheet.measure.width(number.getal, font, NUMBER, bold=True)
    left = box.x + TILE + round(0.3 * CM)
    room = box.right - left - wide - GAP
    words = number.entries[0].words if number.entries else ()
    fits = [
        size
        for size in WORDS
        if height_of(sheet, words, font, size, room, bold=False) <= max(TILE, size * PITCH * POINT)
    ]
    if not fits or room < CM:
        return None
    fill = None if layout.dark and look.open else look.fill
    text = sheet.text(dark=layout.dark)
    ink = text if fill is None else ink_on(sheet.huisstijl.colours, fill, look.ink)
    tile = Box(box.x, box.y, TILE, TILE)
    figure = TextLine(runs(number.getal, NUMBER, bold=True, colour=text))
    label = TextLine(runs(words, fits[0], colour=text))
    name = f"Kengetal {plain(number.getal)} {plain(words)}"
    sign = TextLine((Run(look.teken, 18, bold=True, colour=ink),), align="center")
    beside = Box(left + wide + GAP, box.y, room, TILE)
    return (
        Shape("Teken", "rectangle", tile, fill, look.accent, 1.5),
        TextBox(f"Teken {plain(words)}", tile, (sign,), anchor="middle"),
        TextBox(name, Box(left, box.y, wide, TILE), (figure,), anchor="middle"),
        TextBox(f"{name}, woord", beside, (label,), anchor="middle"),
    )
