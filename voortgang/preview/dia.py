"""A slide as SVG: what the plan says, where it says it, on the backdrop of its layout."""

from collections.abc import Iterator

from markupsafe import Markup

from voortgang.nota.html.tag import joined, tag
from voortgang.presentatie.slides import (
    Box,
    Chart,
    Element,
    Shape,
    Slide,
    TableBox,
    TextBox,
)
from voortgang.preview.doek import Doek, ellipse, half, line, points, rectangle
from voortgang.preview.grafiek import draw_chart
from voortgang.preview.tekst import draw_edge, draw_text
from voortgang.source.picture import kind_of

LIGHT_RULE = "0.4"  # the hairline between rows is a light tint of accent3


def draw_slide(doek: Doek, slide: Slide, number: int) -> Markup:
    """Draw a slide; its unit is the point. It is hidden from screen readers, who get its words."""
    size = Box(0, 0, doek.huisstijl.width, doek.huisstijl.height)
    return tag(
        "svg",
        *_backdrop(doek, size),
        *(_element(doek, element) for element in slide.elements),
        *_edges(doek, slide, number),
        viewBox=f"0 0 {points(size.width)} {points(size.height)}",
        xmlns="http://www.w3.org/2000/svg",
        aria_hidden="true",
        focusable="false",
    )


def _backdrop(doek: Doek, size: Box) -> Iterator[Markup]:
    """Draw the ground of the layout and all that it paints, from back to front."""
    ground, *patches = doek.layout.painting.patches
    yield rectangle(size, fill=f"#{ground.colour or doek.layout.colours['lt1']}")
    for patch in patches:
        ink = f"#{patch.line}" if patch.line else None
        if patch.picture:
            if kind_of(patch.picture.content):  # a browser shows the kinds that we know
                yield _image(doek, patch.box, patch.picture.content)
        elif patch.form == "line":
            yield line(patch.box, ink or "none", patch.line_width)
        else:
            draw = ellipse if patch.form == "ellipse" else rectangle
            fill = f"#{patch.colour}" if patch.colour else "none"
            yield draw(patch.box, fill=fill, stroke=ink, stroke_width=f"{patch.line_width:g}")


def _element(doek: Doek, element: Element) -> Markup:
    if isinstance(element, TextBox):
        return draw_text(doek, element)
    if isinstance(element, Shape):
        return _shape(doek, element)
    if isinstance(element, Chart):
        return draw_chart(doek, element)
    if isinstance(element, TableBox):
        return _table(doek, element)
    return _image(doek, element.box, element.content)


def _shape(doek: Doek, shape: Shape) -> Markup:
    ink = doek.colour(shape.line) if shape.line and shape.line_width else None
    dress = {
        "fill": doek.colour(shape.fill) if shape.fill else "none",
        "stroke": ink,
        "stroke_width": f"{shape.line_width:g}" if ink else None,
    }
    if shape.kind == "line":
        return line(shape.box, ink or "none", shape.line_width)
    if shape.kind == "dots":
        return tag("g", *(ellipse(dot) for dot in shape.dots), **dress)
    return {"ellipse": ellipse, "half": half}.get(shape.kind, rectangle)(shape.box, **dress)


def _table(doek: Doek, table: TableBox) -> Markup:
    drawn: list[Markup] = []
    y = table.box.y
    for n, (height, row) in enumerate(zip(table.heights, table.rows, strict=True)):
        x = table.box.x
        for at, (width, cell) in enumerate(zip(table.widths, row, strict=False)):
            place = Box(x, y, width, height)
            if fill := table.fill(n, at):
                edge = {"stroke": doek.colour("lt1"), "stroke_width": "2.25"}
                drawn.append(rectangle(place, fill=doek.colour(fill), **edge))
            anchor = table.anchor if n else "bottom"
            words = TextBox("", place, cell, insets=table.insets, anchor=anchor)
            drawn.append(draw_text(doek, words))
            x += width
        y += height
        if table.fills:
            continue
        rule = Box(table.box.x, y, table.box.width, 0)
        ink = doek.colour("accent3" if n else table.rule)
        drawn.append(
            tag("g", line(rule, ink, 0.75 if n else 1.5), opacity=LIGHT_RULE if n else None)
        )
    return joined(drawn)


def _image(doek: Doek, box: Box, content: bytes) -> Markup:
    return tag(
        "image", href=doek.album.add(content), x=points(box.x), y=points(box.y),
        width=points(box.width), height=points(box.height), preserveAspectRatio="none",
    )  # fmt: skip


def _edges(doek: Doek, slide: Slide, number: int) -> list[Markup]:
    """Draw footer and number as the pptx has them: not on the first and the last slide."""
    layout = doek.layout
    if layout.type == "title":
        return []
    shown = []
    if slide.footer and layout.footer:
        shown.append(draw_edge(doek, layout.footer, slide.footer, slide.footer_ink))
    if layout.number:
        shown.append(draw_edge(doek, layout.number, str(number), slide.number_ink))
    return shown
