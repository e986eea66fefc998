"""The agenda: the sections of the deck, each with a link to its first slide."""

from voortgang.office.ink import MUTED
from voortgang.office.measure import PITCH, POINT, Span, plain
from voortgang.presentatie.draw.pen import Pen, line
from voortgang.presentatie.outline import Dia, Punt
from voortgang.presentatie.plan.frame import free
from voortgang.presentatie.plan.task import Body, Task
from voortgang.presentatie.plan.text import text_slides
from voortgang.presentatie.slides import CM, Box, Element, Shape, TextBox

ROW = 3 * CM
NUMBER = 40  # points
TITLE, SMALLER_TITLE, FEW = 26.0, 22.0, 4  # points, of as many sections and of more
NUMBER_WIDTH = round(2.6 * CM)
NOTE = 0.405  # of the width of a row
NOTE_SIZES = (20.0, 18.0, 16.0)


def agenda_slides(task: Task) -> list[Body]:
    """Make the agenda: ruled rows, or a numbered list where these have no room."""
    sections = [other for other in task.dias if other.soort == "sectie"]
    rows = _rows(task, sections) if sections else None
    if rows:
        return [rows]
    entries = tuple(
        Punt(
            (Span(plain(s.titel), href=f"#{s.place}"),),
            (Punt((Span(s.agenda),)),) if s.agenda else (),
            teken="number",
            number=n,
        )
        for n, s in enumerate(sections, start=1)
    )
    return text_slides(task, entries)


def _rows(task: Task, sections: list[Dia]) -> Body | None:
    """Write the sections as ruled rows with their numbers; None when there is no room for them."""
    layout = task.plain
    box = free(task, layout)
    high = min(ROW, box.height // len(sections))
    size = TITLE if len(sections) <= FEW else SMALLER_TITLE
    if round(NUMBER * PITCH * POINT) > high:
        return None
    top = box.y + (round(1.0 * CM) if high == ROW and box.height > high * len(sections) + CM else 0)
    out: list[Element] = []
    for n, section in enumerate(sections):
        row = Box(box.x, top + n * high, box.width, high)
        drawn = _row(task.pen(layout), section, row, n, size)
        if not drawn:
            return None
        out += drawn
    return layout, tuple(out)


def _row(pen: Pen, section: Dia, row: Box, n: int, size: float) -> list[Element]:
    """Write a row; nothing where its words have no room."""
    note = round(row.width * NOTE) if section.agenda else 0
    room = row.width - NUMBER_WIDTH - (note + round(0.6 * CM) if note else 0)
    inner = row.height - round(0.3 * CM)
    if pen.height(section.titel, size, room, bold=True) > inner:
        return []
    number = line(str(n + 1), NUMBER, bold=True, colour="accent1")
    title = Span(plain(section.titel), href=f"#{section.place}")
    link = line((title,), size, bold=True, colour="dk1")
    first = Box(row.x, row.y, NUMBER_WIDTH, row.height)
    second = Box(row.x + NUMBER_WIDTH, row.y, room, row.height)
    rule = Box(row.x, row.y, row.width, 0)
    out: list[Element] = [
        Shape("Lijn", "line", rule, line=MUTED if n else "dk2", line_width=0.75 if n else 2.25),
        TextBox(f"Nummer {n + 1}", first, (number,), anchor="middle"),
        TextBox(f"Deel {n + 1}", second, (link,), anchor="middle"),
    ]
    if section.agenda:
        fits = [s for s in NOTE_SIZES if pen.height(section.agenda, s, note) <= inner]
        if not fits:
            return []
        place = Box(row.right - note, row.y, note, row.height)
        words = line(section.agenda, fits[0], colour=MUTED)
        out.append(TextBox(f"Bij deel {n + 1}", place, (words,), anchor="middle"))
    return out
