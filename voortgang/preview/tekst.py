"""Text as it stands on a slide: the lines break where the measure broke them for the pptx."""

from collections.abc import Iterator

from markupsafe import Markup

from voortgang.nota.html.tag import tag
from voortgang.office.ink import Colour
from voortgang.office.measure import PITCH, POINT
from voortgang.presentatie.draw.lines import SetLine, set_lines
from voortgang.presentatie.slides import Run, TextBox, TextLine
from voortgang.presentatie.template.huisstijl import Area
from voortgang.preview.doek import Doek, family, points

BASELINE = 0.94  # of the size: how far under the top of its line a text stands
ANCHORS = {"left": None, "center": "middle", "right": "end"}


def draw_text(doek: Doek, text: TextBox, area: Area | None = None) -> Markup:
    """Draw a text box, with the typeface and colour of the placeholder that it stands in."""
    area = area or doek.layout.area(text.placeholder)
    drawn: list[Markup] = []
    number = 0
    for line in set_lines(text, area, doek.huisstijl, doek.measure):
        number = _number(line.paragraph, number) if line.first else number
        drawn += _line(doek, line, number)
    font = area.font if area else doek.huisstijl.body_font
    ink = f"#{area.ink}" if area and area.ink else doek.colour("dk1")
    return tag("g", *drawn, font_family=family(font), fill=ink)


def draw_edge(doek: Doek, area: Area, words: str, ink: Colour | None) -> Markup:
    """Draw a footer or a slide number, whose look is the layout's."""
    run = Run(words, area.text.size, area.text.bold, colour=ink)
    line = TextLine((run,), align=area.text.align)
    text = TextBox("", area.box, (line,), None, area.insets, area.anchor)
    return draw_text(doek, text, area)


def _line(doek: Doek, line: SetLine, number: int) -> Iterator[Markup]:
    box, paragraph = line.box, line.paragraph
    # What the line has over its usual height stands above the letters.
    y = box.bottom - (PITCH - BASELINE) * line.size * POINT
    x = {"left": box.x, "center": box.x + box.width / 2, "right": box.right}[paragraph.align]
    if line.first and paragraph.bullet:
        bullet = paragraph.bullet
        yield tag(
            "text",
            bullet.char if bullet.number is None else f"{number}.",
            x=points(box.x - paragraph.hanging),
            y=points(y),
            font_size=f"{line.size * bullet.size / 100:g}",
            font_family=f"{bullet.font}, Arial, 'Liberation Sans', sans-serif"
            if bullet.font
            else None,
            fill=doek.colour(bullet.colour) if bullet.colour else None,
        )
    yield tag(
        "text", *(_run(doek, run) for run in line.runs), x=points(x), y=points(y),
        text_anchor=ANCHORS[paragraph.align],
    )  # fmt: skip


def _run(doek: Doek, run: Run) -> Markup:
    return tag(
        "tspan",
        run.text,
        font_size=f"{run.size:g}",
        font_weight="700" if run.bold else None,
        font_style="italic" if run.italic else None,
        fill=doek.colour(run.colour) if run.colour else None,
        text_decoration="underline" if run.href else None,
    )


def _number(line: TextLine, before: int) -> int:
    """Count on in a numbered list; another kind of paragraph begins it anew."""
    if line.bullet is None or line.bullet.number is None:
        return before if line.level else 0
    return before + 1 if before else line.bullet.number
