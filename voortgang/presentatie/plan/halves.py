"""Divide a slide between an object and what stands beside it."""

from voortgang.presentatie.fit.fit import CM, Space
from voortgang.presentatie.outline import Dia
from voortgang.presentatie.plan.sheet import Job, longest_title
from voortgang.presentatie.plan.space import canvas, layouts, lower, own
from voortgang.presentatie.slides import Box
from voortgang.presentatie.template.huisstijl import Layout


def halves(job: Job, dia: Dia, *, beside: bool) -> tuple[Layout, Box, Space | None]:
    """Divide a slide between an object and what stands beside it, where there is any."""
    style = job.sheet.huisstijl
    if beside:
        pairs = [a for a in layouts(style, "twee") if len(a.bodies) > 1]
        if pairs:
            layout = max(pairs, key=lambda a: a.bodies[0].box.width - a.bodies[1].box.width)
            shift = longest_title(job, dia, layout)
            return layout, own(layout.bodies[0], shift).box, own(layout.bodies[1], shift)
        return freely(job, dia)
    layout = layouts(style, "alleen_titel", "inhoud")[0]
    return layout, lower(canvas(layout, style), longest_title(job, dia, layout)), None


def freely(job: Job, dia: Dia) -> tuple[Layout, Box, Space | None]:
    """Give an object most of the free area, where a layout's own halves leave it too little."""
    style = job.sheet.huisstijl
    layout = layouts(style, "alleen_titel", "inhoud")[0]
    box = lower(canvas(layout, style), longest_title(job, dia, layout))
    part = round(box.width * 0.3)
    space = Space(
        Box(box.right - part, box.y, part, box.height), 1, style.body_font, dark=layout.dark
    )
    return layout, Box(box.x, box.y, box.width - part - CM, box.height), space
