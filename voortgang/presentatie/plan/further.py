"""Say at the foot of a slide that what stands on it goes on on the next."""

from itertools import product

from voortgang.office.measure import PITCH, POINT, Span
from voortgang.presentatie.fit.fit import CM
from voortgang.presentatie.plan.sheet import Job, footer_fits
from voortgang.presentatie.plan.space import canvas, inner, is_drawn, meets
from voortgang.presentatie.slides import Box, Element, Run, TextBox, TextLine
from voortgang.presentatie.template.huisstijl import Area, Layout

WORDS = "lees verder op de volgende dia →"
SIZE = 14.0
APART = round(0.4 * CM)


def go_on(job: Job, layout: Layout) -> tuple[Element, ...]:
    """Write it at the right edge of the main area, in the footer's row or just above it.

    Where neither has room the numbers in the titles must do.
    """
    sheet, style = job.sheet, job.sheet.huisstijl
    main = inner(layout.bodies[0]) if is_drawn(layout, style) else canvas(layout, style)
    high = round(SIZE * PITCH * POINT)
    width = sheet.measure.width((Span(WORDS),), style.body_font, SIZE, bold=True) + POINT
    taken = [area.box for area in (layout.number,) if area]
    if layout.footer and job.settings.footer and footer_fits(job, layout):
        taken.append(_inked(job, layout.footer, job.settings.footer))
    rows = [main.bottom + round(0.1 * CM)]
    if layout.footer:
        rows.insert(0, layout.footer.box.y + (layout.footer.box.height - high) // 2)
    rights = [main.right]
    if layout.number and layout.number.box.x > main.x + width:
        rights.append(min(main.right, layout.number.box.x - APART))
    for right, y in product(rights, rows):
        place = Box(right - width, y, width, high)
        near = Box(place.x - APART, y, width + APART, high)
        clear = not any(meets(near, box) for box in (*taken, *_loose(layout)))
        if clear and y >= main.bottom and place.bottom <= style.height and place.x >= 0:
            colour = style.dark_sign if layout.dark else sheet.legible("accent1")
            line = TextLine((Run(WORDS, SIZE, bold=True, colour=colour),), align="right")
            return (TextBox("Vervolg", place, (line,)),)
    return ()


def _inked(job: Job, footer: Area, text: str) -> Box:
    """Give the part of a footer that its words take."""
    level = footer.levels[0]
    width = job.sheet.measure.width((Span(text),), footer.font, level.size, bold=level.bold)
    box = footer.box
    if level.align != "left" or width + footer.insets.left >= box.width:
        return box
    return Box(box.x, box.y, width + footer.insets.left, box.height)


def _loose(layout: Layout) -> list[Box]:
    """List what the layout draws that is no ground behind an area: a logo, a band."""
    return [box for box in layout.drawn if not any(meets(box, area.box) for area in layout.bodies)]
