"""Pictures of the workspace: what cannot be used is a finding, never a silent gap."""

from voortgang.content.beeld import read_beeld
from voortgang.content.blocks import Picture
from voortgang.findings import Finding
from voortgang.presentatie.draw.list import draw_list
from voortgang.presentatie.outline import Punt
from voortgang.presentatie.plan.frame import halves
from voortgang.presentatie.plan.task import Body, Task
from voortgang.presentatie.plan.text import TOP_QUOTE
from voortgang.presentatie.slides import Box, Element, PictureBox


def picture_slides(task: Task, block: Picture, texts: tuple[Punt, ...]) -> list[Body]:
    """Place a picture as large as it goes, words beside it when there are any."""
    layout, main, side = halves(task, beside=bool(texts))
    beeld = read_beeld(block, task.settings)
    out: tuple[Element, ...] = ()
    if isinstance(beeld, Finding):
        task.find(beeld)
    else:
        scale = min(main.width / beeld.width, main.height / beeld.height)
        wide, high = round(beeld.width * scale), round(beeld.height * scale)
        aside = 0 if side else (main.width - wide) // 2
        place = Box(main.x + aside, main.y, wide, high)
        out = (PictureBox("Beeld", place, block.alt, beeld.content),)
    if not side:
        return [(layout, out)]
    first, *more = map(draw_list, task.flow(texts, [side], task.steps(TOP_QUOTE)))
    return [(layout, (*out, *first)), *((layout, words) for words in more)]
