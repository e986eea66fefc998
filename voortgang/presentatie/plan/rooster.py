"""Figures that are tables: the matrix of risks with its list beside it, the levels of domains."""

from voortgang.content.cijfers.rooster import Matrix, Niveaus
from voortgang.office.measure import Span
from voortgang.presentatie.draw.list import draw_list
from voortgang.presentatie.draw.matrix import draw_matrix
from voortgang.presentatie.draw.niveaus import draw_niveaus
from voortgang.presentatie.outline import QUIET, Punt
from voortgang.presentatie.plan.frame import free
from voortgang.presentatie.plan.task import Body, Task
from voortgang.presentatie.plan.text import sides

TOP_LIST = 18  # points


def rooster_slides(task: Task, figure: Matrix | Niveaus, texts: tuple[Punt, ...]) -> list[Body]:
    """Place a figure that is a table; words beside a matrix stand instead of its own list."""
    if isinstance(figure, Matrix):
        return _matrix(task, figure, texts)
    return _niveaus(task, figure)


def _matrix(task: Task, figure: Matrix, texts: tuple[Punt, ...]) -> list[Body]:
    """Place the matrix with its risks beside it; where their list goes on, it is repeated."""
    layout, left, right = sides(task)
    matrix = draw_matrix(task.pen(left), figure, left.box)
    galleys = task.flow(texts or _list(figure), [right], task.steps(TOP_LIST))
    return [(layout, (matrix, *draw_list(galley, "Risico's"))) for galley in galleys]


def _list(figure: Matrix) -> tuple[Punt, ...]:
    """Name each risk with its score, and with what remains of that."""
    entries = []
    for risico in figure.risicos:
        score = Span(f"score\u00a0{risico.van_naar}", share=QUIET)
        words = (Span(f"{risico.titel} "), score)
        entries.append(Punt(words, teken="number", number=risico.nummer))
    return tuple(entries)


def _niveaus(task: Task, figure: Niveaus) -> list[Body]:
    """Place the levels of the domains on as many slides as they take."""
    layout = task.plain
    drawn = draw_niveaus(task.pen(layout), figure, free(task, layout))
    return [(layout, elements) for elements in drawn]
