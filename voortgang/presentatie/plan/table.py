"""Tables under the words that lead them in; figures that are tables: a matrix, levels."""

from dataclasses import replace

from voortgang.content.cijfers.rooster import Matrix
from voortgang.content.regels import SJABLOON
from voortgang.findings import Finding, Place
from voortgang.office.measure import POINT, Span, plain
from voortgang.presentatie.draw.list import draw_list
from voortgang.presentatie.draw.matrix import draw_matrix
from voortgang.presentatie.draw.niveaus import draw_niveaus
from voortgang.presentatie.draw.table import Ruled, draw_table
from voortgang.presentatie.fit.fit import Space
from voortgang.presentatie.outline import QUIET, Punt, Tabel
from voortgang.presentatie.plan.frame import free
from voortgang.presentatie.plan.space import lower, text_font
from voortgang.presentatie.plan.task import Body, Task
from voortgang.presentatie.plan.text import sides
from voortgang.presentatie.slides import CM, Element

TOP_WORDS = 18  # points
UNDER_WORDS = round(0.4 * CM)


def table_slides(task: Task, table: Tabel, texts: tuple[Punt, ...]) -> list[Body]:
    """Place a table under its words, or after them where they take half of a slide.

    Those of a matrix stand beside it, instead of its own list.
    """
    if isinstance(table.rooster, Matrix):
        return _matrix(task, table.rooster, texts)
    layout = task.plain
    box = free(task, layout)
    space = Space(box, 1, text_font(layout, task.huisstijl))
    lead: tuple[Element, ...] = ()
    before: list[Body] = []
    if texts:
        galleys = task.flow(texts, [space], task.steps(TOP_WORDS))
        drawn = [draw_list(galley) for galley in galleys]
        gap = galleys[0].dress.gap * galleys[0].dress.size
        taken = galleys[0].height + round(gap * POINT) + UNDER_WORDS
        if len(drawn) == 1 and taken < box.height // 2:
            lead, box = drawn[0], lower(box, taken)
        else:
            before = [(layout, elements) for elements in drawn]
    if table.rooster:
        first, *more = draw_niveaus(task.pen(layout), table.rooster, box)
    else:
        first, *more = _ruled(task, table, replace(space, box=box))
    return [*before, (layout, (*lead, *first)), *((layout, part) for part in more)]


def _ruled(task: Task, table: Tabel, space: Space) -> list[tuple[Element, ...]]:
    smallest, title = task.settings.minimale_lettergrootte, plain(task.dia.titel)
    parts, least = draw_table(task.pen(space), table, space.box, smallest, title)
    if not least.fits:
        task.find(_unfit(task, table, least))
    return [(part,) for part in parts]


def _unfit(task: Task, table: Tabel, least: Ruled) -> Finding:
    place = Place(task.settings.file, task.settings.line_of(table.line), 1)
    why = f"heeft {len(table.rows[0])} kolommen: zo smal dat hun letters er niet in passen"
    if least.holds_letters:
        why = "heeft koppen die samen met een rij niet op een dia passen"
    hint = "maak er meer tabellen van, elk met minder kolommen of met kortere koppen"
    return SJABLOON.at(place, f"deze tabel {why}", hint)


def _matrix(task: Task, figure: Matrix, texts: tuple[Punt, ...]) -> list[Body]:
    """Place the matrix with its risks beside it; where their list goes on, it is repeated."""
    layout, left, right = sides(task)
    matrix = draw_matrix(task.pen(left), figure, left.box)
    galleys = task.flow(texts or _list(figure), [right], task.steps(TOP_WORDS))
    return [(layout, (matrix, *draw_list(galley, "Risico's"))) for galley in galleys]


def _list(figure: Matrix) -> tuple[Punt, ...]:
    """Name each risk with its score, and with what remains of that."""
    entries = []
    for risico in figure.risicos:
        score = Span(f"score\u00a0{risico.van_naar}", share=QUIET)
        words = (Span(f"{risico.titel} "), score)
        entries.append(Punt(words, teken="number", number=risico.nummer))
    return tuple(entries)
