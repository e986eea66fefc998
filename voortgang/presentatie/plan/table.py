"""Tables, under the words that lead them in."""

from voortgang.content.regels import SJABLOON
from voortgang.findings import Finding, Place
from voortgang.office.measure import POINT, plain
from voortgang.presentatie.draw.list import draw_list
from voortgang.presentatie.draw.table import draw_table
from voortgang.presentatie.fit.fit import Galley, Space
from voortgang.presentatie.outline import Punt, Tabel
from voortgang.presentatie.plan.frame import free
from voortgang.presentatie.plan.space import lower, text_font
from voortgang.presentatie.plan.task import Body, Task
from voortgang.presentatie.slides import CM, Element

TOP_WORDS = 18  # points
UNDER_WORDS = round(0.4 * CM)


def table_slides(task: Task, table: Tabel, texts: tuple[Punt, ...]) -> list[Body]:
    """Place a table under its words, or after them where they take half of a slide."""
    layout = task.plain
    box = free(task, layout)
    space = Space(box, 1, text_font(layout, task.huisstijl))
    pen = task.pen(space)
    lead: tuple[Element, ...] = ()
    before: list[Body] = []
    if texts:
        galleys = task.flow(texts, [space], task.steps(TOP_WORDS))
        drawn = [draw_list(galley) for galley in galleys]
        taken = _taken(galleys[-1]) + UNDER_WORDS
        if len(drawn) == 1 and taken < box.height // 2:
            lead, box = drawn[0], lower(box, taken)
        else:
            before = [(layout, elements) for elements in drawn]
    smallest = task.settings.minimale_lettergrootte
    parts, fits = draw_table(pen, table, box, smallest, plain(task.dia.titel))
    if not fits:
        task.find(_too_wide(task, table))
    first, *more = parts
    return [*before, (layout, (*lead, first)), *((layout, (part,)) for part in more)]


def _too_wide(task: Task, table: Tabel) -> Finding:
    place = Place(task.settings.file, task.settings.line_of(table.line), 1)
    count = len(table.rows[0])
    message = f"deze tabel heeft {count} kolommen: zo smal dat hun letters er niet in passen"
    return SJABLOON.at(place, message, "maak er meer tabellen van, elk met minder kolommen")


def _taken(galley: Galley) -> int:
    """Give the height of words with a gap below each of them, in EMU."""
    dress = galley.dress
    return round(
        POINT
        * sum(
            len(piece.lines) * dress.pitch(piece.item.level) + dress.gap * dress.size
            for piece in galley.columns[0]
        )
    )
