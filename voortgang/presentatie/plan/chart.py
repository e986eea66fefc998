"""Charts: alone, beside their key figures and words, or under a row of these."""

from dataclasses import replace

from voortgang.content.blocks import Grafiek
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.office.measure import POINT
from voortgang.presentatie.draw.chart import draw_chart, has_room_for_lines
from voortgang.presentatie.draw.kengetal import draw_numbers, draw_tiles
from voortgang.presentatie.draw.list import draw_list
from voortgang.presentatie.fit.fit import Space
from voortgang.presentatie.outline import Kengetal, Punt
from voortgang.presentatie.plan.frame import free, freely, halves
from voortgang.presentatie.plan.task import Body, Task
from voortgang.presentatie.plan.text import text_slides
from voortgang.presentatie.slides import CM, Box, Element, Shape

MANY = 3  # key figures that stand in a row above their chart
TOP_WORDS = 18  # points, of words beside a chart


def chart_slides(
    task: Task, block: Grafiek, numbers: tuple[Kengetal, ...], texts: tuple[Punt, ...]
) -> list[Body]:
    """Place a chart, alone or with key figures; too many categories go on on a next slide."""
    figure = task.figures.get(block.cijfers)
    if figure is None:  # said already: content knows which figures there are
        return [(task.plain, ())]
    divided = [number.divided() for number in numbers]
    numbers = tuple(number for number, _ in divided)
    texts = (*(entry for _, more in divided for entry in more), *texts)
    aside = bool(numbers or texts)
    ways = [halves(task, beside=aside), *([freely(task)] if aside else [])]
    narrowest = min(box.width for _, box, _ in ways)
    fits = block.vorm != "lijnen" or has_room_for_lines(task.pen(task.plain), figure, narrowest)
    figure = figure.shaped(block.vorm if fits else None)
    if len(numbers) >= MANY and not texts and (tiled := _tiled(task, figure, numbers)):
        return tiled
    drawn = [(way, draw_chart(task.pen(way[0]), figure, way[1])) for way in ways]
    (layout, _, side), shown = min(drawn, key=lambda way: len(way[1]))
    beside = _side(task, side, numbers, texts) if side else ()
    if beside is None:  # no room beside it: the words go on, or else the key figures as words
        told = tuple(entry for number in numbers for entry in number.told)
        kept, others = (numbers, texts) if numbers and texts else ((), (*told, *texts))
        return [*chart_slides(task, block, kept, ()), *text_slides(task, others)]
    # A chart that goes on keeps its width, and so its scale; what explains it is said again.
    return [(layout, (*elements, *beside)) for elements in shown]


def _tiled(task: Task, figure: Cijfer, numbers: tuple[Kengetal, ...]) -> list[Body] | None:
    """Set key figures in a row above their chart, which they are the key of."""
    layout = task.plain
    main = free(task, layout)
    pen = task.pen(layout)
    row = draw_tiles(pen, numbers, main)
    if row is None:
        return None
    elements, taken = row
    rest = Box(main.x, main.y + taken, main.width, main.height - taken)
    known = {number.rol for number in numbers} >= {series.rol for series in figure.reeksen}
    first, *more = draw_chart(pen, figure, rest, keyed=not known)
    return [(layout, (*elements, *first)), *((layout, other) for other in more)]


def _side(
    task: Task, space: Space, numbers: tuple[Kengetal, ...], texts: tuple[Punt, ...]
) -> tuple[Element, ...] | None:
    """Stack key figures, then words, in the side panel; None where they have no room there."""
    box, pen = space.box, task.pen(space)
    under = sum(pen.height(text.words, 16, box.width) + 10 * POINT for text in texts)
    out, y = draw_numbers(pen, numbers, box, under)
    if texts and numbers:
        rule = Box(box.x, y, box.width, 0)
        out.append(Shape("Lijn", "line", rule, line="accent3", line_width=0.75))
        y += round(0.35 * CM)
    if y + (CM if texts else 0) > box.bottom:
        return None
    if not texts:
        return tuple(out)
    rest = Box(box.x, y, box.width, box.bottom - y)
    place = replace(space, box=rest, placeholder=None if numbers else space.placeholder)
    first, *more = task.flow(texts, [place], task.steps(TOP_WORDS))
    return None if more else (*out, *draw_list(first, "Toelichting"))
