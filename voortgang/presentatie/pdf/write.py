"""A deck as code of typst: what the plan says, where it says it, on the ground of its layout.

What only decorates stands in the background of its page, where no screen reader comes.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib.resources import files

from voortgang.office.made import LANGUAGE
from voortgang.office.typst.code import day, literal
from voortgang.presentatie.draw.lines import edge_text
from voortgang.presentatie.pdf.chart import write_chart
from voortgang.presentatie.pdf.ground import write_ground, write_patch
from voortgang.presentatie.pdf.sheet import Sheet, emu, number, place
from voortgang.presentatie.pdf.text import TextWriter
from voortgang.presentatie.slides import (
    Chart,
    Deck,
    Element,
    PictureBox,
    Shape,
    Slide,
    TableBox,
    TextBox,
)
from voortgang.presentatie.template.huisstijl import Area, Huisstijl, Layout

ANCHORS = {"top": "top", "middle": "horizon", "bottom": "bottom"}
HAIRLINE = "60%"  # of the hairline between rows is left out: it is a light tint of accent3


def write_head(deck: Deck, huisstijl: Huisstijl, date: datetime | None) -> str:
    """Write what holds for all slides."""
    language, _, region = LANGUAGE.partition("-")
    described = ", ".join(
        f"{name}: {literal(value)}"
        for name, value in (
            ("title", deck.title), ("author", deck.author), ("description", deck.subject),
        )
    )  # fmt: skip
    return (
        f"#set document({described}, date: {day(date)})\n"
        f"#set page(width: {emu(huisstijl.width)}pt, height: {emu(huisstijl.height)}pt, "
        "margin: 0pt)\n"
        f'#set text(font: "Carlito", lang: {literal(language)}, '
        f"region: {literal(region)}, hyphenate: false)\n"
        + files(__package__).joinpath("slide.typ").read_text("utf-8")
    )


class SheetWriter:
    """Writes one slide of the pdf: its elements in order, which is the reading order."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._text = TextWriter(sheet)

    def write(self, slide: Slide, number: int, level: int) -> str:
        """Write a slide as a page; its title is a heading of this level."""
        shown = "; ".join(self._shown(slide, level))
        behind = "; ".join(self._behind(slide, number))
        return f"#page(background: {{ {behind} }}, {{ [#metadata(none) <dia-{number}>]; {shown} }})"

    def _shown(self, slide: Slide, level: int) -> Iterator[str]:
        for element in slide.elements:
            if isinstance(element, TextBox):
                yield self._words(element, level)
            elif isinstance(element, Chart):
                yield write_chart(self._sheet, element)
            elif isinstance(element, TableBox):
                yield self._table(element)
            elif isinstance(element, PictureBox):
                yield self._picture(element)

    def _words(self, text: TextBox, level: int) -> str:
        area = self._sheet.layout.area(text.placeholder)
        if area is self._sheet.layout.title:
            return self._text.heading(text, area, level, listed=True)
        if text.heading:
            return self._text.heading(text, area, level + 1, listed=False)
        return self._text.text(text, area)

    def _behind(self, slide: Slide, number: int) -> Iterator[str]:
        """Draw the ground of the layout, all that only decorates, and the edges."""
        layout = self._sheet.layout
        yield from write_ground(self._sheet)
        for element in slide.elements:
            area = _area(element, layout)
            if isinstance(element, Shape):
                yield self._shape(element)
            elif area is not None and area.fill:
                yield from write_patch(self._sheet, area.fill, element.box)
        if layout.edged:
            for area, words, ink in (
                (layout.footer, slide.footer, slide.footer_ink),
                (layout.number, str(number), slide.number_ink),
            ):
                if area and words:
                    if area.fill:
                        yield from write_patch(self._sheet, area.fill, area.box)
                    yield self._text.text(edge_text(area, words, ink), area)

    def _shape(self, shape: Shape) -> str:
        sheet, box = self._sheet, shape.box
        fill = sheet.ink(shape.fill)
        ink = sheet.ink(shape.line if shape.line_width else None)
        stroke = f"ruling({ink}, {number(shape.line_width)})"
        if shape.kind == "line":
            ends = ", ".join(map(emu, (box.x, box.y, box.right, box.bottom)))
            return f"stroke-from({ends}, {stroke})"
        if shape.kind == "dots":
            places = ", ".join(f"({emu(dot.x)}, {emu(dot.y)})" for dot in shape.dots)
            return f"dots({emu(shape.dots[0].width)}, {fill}, {stroke}, {places})"
        kind = {"ellipse": "round", "half": "half"}.get(shape.kind, "rectangle")
        return f"{kind}({place(box)}, {fill}, {stroke})"

    def _table(self, table: TableBox) -> str:
        """Write a table with a rule under its header, and hairlines under its rows."""
        sheet, box = self._sheet, table.box
        rows = []
        for n, row in enumerate(table.rows):
            cells = []
            for column, lines in enumerate(row):
                side = lines[0].align if lines else "left"
                at = ANCHORS[table.anchor if n else "bottom"]
                tint = table.fill(n, column)
                look = f"fill: {sheet.ink(tint)}, stroke: 2.25pt + white, " if tint else ""
                words = self._text.cell(table.cell(n, column))
                words = f"wide({words})" if side == "left" else words
                cells.append(f"table.cell({look}align: {side} + {at}, {words})")
            rows.append(", ".join(cells))
        head, *body = rows
        insets = table.insets
        sides = ", ".join(
            f"{side}: {emu(getattr(insets, side))}pt" for side in ("left", "top", "right", "bottom")
        )
        hair = f"{sheet.ink('accent3')}.transparentize({HAIRLINE})"
        rules = (
            f"(x, y) => (bottom: if y == 0 {{ ruling({sheet.ink(table.rule)}, 1.5) }} "
            f"else {{ ruling({hair}, 0.75) }})"
        )
        return (
            f"at({emu(box.x)}, {emu(box.y)}, table("
            f"columns: ({_lengths(table.widths)}), rows: ({_lengths(table.heights)}), "
            f"inset: ({sides}), "
            f"stroke: {'none' if table.fills else rules}, "
            f"table.header({head}), {', '.join(body)}))"
        )

    def _picture(self, picture: PictureBox) -> str:
        path = self._sheet.files.path(picture.content)
        alt = self._sheet.words(picture.alt)
        if path is None:
            return f"at({emu(picture.box.x)}, {emu(picture.box.y)}, {alt})"
        size = f"width: {emu(picture.box.width)}pt, height: {emu(picture.box.height)}pt"
        shown = f'image({literal(path)}, {size}, fit: "stretch", alt: {alt})'
        return f"at({emu(picture.box.x)}, {emu(picture.box.y)}, {shown})"


def _area(element: Element, layout: Layout) -> Area | None:
    return layout.area(element.placeholder) if isinstance(element, TextBox) else None


def _lengths(lengths: Sequence[int]) -> str:
    return "".join(f"{emu(length)}pt, " for length in lengths)
