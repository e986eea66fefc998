"""Writing a deck into a template: native PowerPoint, the same bytes on every machine."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import cast

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.shapes.autoshape import Shape as Drawn
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu

from voortgang.office.charts import FORMS, Letters, Room, draw, figures
from voortgang.office.drawingml import XmlElement, paint, soften
from voortgang.office.ink import Colour
from voortgang.office.made import LANGUAGE
from voortgang.office.xml import A, P, legal
from voortgang.presentatie.pptx import beyond
from voortgang.presentatie.pptx.clean import clean
from voortgang.presentatie.pptx.text import Setting, write_edge, write_lines
from voortgang.presentatie.slides import (
    Anchor,
    Box,
    Chart,
    Deck,
    Insets,
    PictureBox,
    Run,
    Shape,
    TableBox,
    TextBox,
)
from voortgang.presentatie.slides import Slide as Planned
from voortgang.presentatie.template.huisstijl import Area, Huisstijl, Layout
from voortgang.presentatie.template.open import open_deck

FORM = {"rectangle": MSO_SHAPE.RECTANGLE, "dots": MSO_SHAPE.RECTANGLE, "ellipse": MSO_SHAPE.OVAL,
        "half": MSO_SHAPE.CHORD}  # fmt: skip
LEFT_HALF = (54.0, 162.0)  # a chord from the foot to the top, as python-pptx counts its angles
SLIDE_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"  # the field's id, the same everywhere
LIGHT, RULE, HAIR = 28575, 19050, 9525  # EMU, of lines between cells
BODY_FACE = "+mn-lt"  # what a box of its own is measured with; a template may prefer another
ANCHOR: dict[Anchor, MSO_ANCHOR] = {
    "top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM,
}  # fmt: skip


def write_deck(deck: Deck, huisstijl: Huisstijl, template: bytes, date: datetime | None) -> bytes:
    """Write every slide of `deck` into `template`, whose example slides are left out.

    `huisstijl` is what was read from that same template. `date` is what the file carries.
    """
    made = open_deck(template)
    clean(made)
    beyond.count_parts(made)
    sources = [layout for master in made.slide_masters for layout in master.slide_layouts]
    layouts = [huisstijl.layouts[planned.layout] for planned in deck.slides]
    slides = beyond.add_slides(made, [sources[layout.origin] for layout in layouts])
    if any(planned.notes for planned in deck.slides):
        beyond.settle_notes(made)
    making = Making(slides, [*map(beyond.holders_of, sources)])
    for number, (planned, layout) in enumerate(zip(deck.slides, layouts, strict=True), 1):
        SlideWriter(making, number, layout).write(planned)
    beyond.complete(made)
    beyond.list_sections(made, deck.slides)
    return beyond.save(made, deck, date)


@dataclass(frozen=True, slots=True)
class Making:
    """What the slides of a deck share.

    `holders` are the placeholders of each layout, `moulds` what was made of each look.
    """

    slides: Sequence[Slide]
    holders: Sequence[Mapping[int, LayoutPlaceholder]]
    moulds: dict[Hashable, XmlElement] = field(default_factory=dict)


class SlideWriter:
    """Writes one slide: its elements in order, which is the reading order."""

    def __init__(self, making: Making, number: int, layout: Layout) -> None:
        self._making = making
        self._number = number
        self._slide = making.slides[number - 1]
        self._layout = layout
        self._holders = making.holders[layout.origin]
        self._shapes = self._slide.shapes
        self._tree = self._shapes.element

    def write(self, planned: Planned) -> None:
        """Fill the slide with what was planned for it."""
        for element in planned.elements:
            if isinstance(element, TextBox):
                self._text(element)
            elif isinstance(element, Shape):
                self._shape(element)
            elif isinstance(element, Chart):
                self._chart(element)
            elif isinstance(element, TableBox):
                self._table(element)
            else:
                self._picture(element)
        if self._layout.edged:
            self._edge("Voettekst", self._layout.footer, planned.footer, planned.footer_ink)
            number = str(self._number)
            self._edge("Dianummer", self._layout.number, number, planned.number_ink, SLIDE_NUMBER)
        beyond.count_shapes(self._tree)
        beyond.follow_colours(self._slide)
        if planned.notes:
            self._notes(planned.notes)

    def _like(self, look: Hashable, make: Callable[[], BaseShape]) -> Drawn:
        """Let python-pptx make a shape, and copy it for all that look the same: the quicker way."""
        mould = self._making.moulds.get(look)
        if mould is None:
            mould = self._making.moulds[look] = make().element
            self._tree.remove(mould)
        self._tree.append(deepcopy(mould))
        return Drawn(self._tree[-1], self._shapes)

    def _text(self, text: TextBox) -> None:
        area = self._layout.area(text.placeholder)
        holder = self._holders.get(area.idx) if area else None
        if area is None or holder is None:
            area = None
            shape = self._like((text.anchor, text.insets), lambda: self._box(text))
            beyond.move(shape, text.box)
        else:
            look = (self._layout.index, area.idx, text.anchor, text.insets)
            shape = self._like(look, lambda: self._held(holder, area, text))
            if text.box != area.box or area.moved:
                shape.left, shape.top, shape.width, shape.height = _place(text.box)
        beyond.name(shape, text.name)
        lines, targets = text.paragraphs, {r.slide for line in text.paragraphs for r in line.runs}
        jump = targets.pop() if len(targets) == 1 else None
        if text.href is not None:
            shape.click_action.hyperlink.address = text.href
        elif jump is not None:  # all of it goes to one slide: then the box itself is the link
            shape.click_action.target_slide = self._making.slides[jump]
            lines = tuple(
                replace(line, runs=tuple(replace(run, slide=None) for run in line.runs))
                for line in lines
            )
        spacing = area.text.line_spacing if area else 1.0
        setting = self._setting(spacing, None if area else BODY_FACE)
        write_lines(shape.element.find(f"{P}txBody"), lines, setting)

    def _box(self, text: TextBox) -> Drawn:
        shape = self._shapes.add_textbox(*_place(text.box))
        return _framed(shape, text.anchor, text.insets)

    def _held(self, holder: LayoutPlaceholder, area: Area, text: TextBox) -> Drawn:
        anchor = None if text.anchor == area.anchor else text.anchor
        insets = None if text.insets == area.insets else text.insets
        return _framed(self._clone(holder), anchor, insets)

    def _clone(self, holder: LayoutPlaceholder) -> Drawn:
        self._shapes.clone_placeholder(holder)
        shape = Drawn(self._tree[-1], self._shapes)
        shape.text_frame.clear()  # python-pptx gives some kinds no text frame until it is asked for
        return shape

    def _setting(self, spacing: float, face: str | None) -> Setting:
        return Setting(self._link, spacing, face)

    def _link(self, target: str | int) -> str:
        part = self._slide.part
        if isinstance(target, int):
            return part.relate_to(self._making.slides[target].part, RT.SLIDE)
        return part.relate_to(target, RT.HYPERLINK, is_external=True)

    def _shape(self, shape: Shape) -> None:
        look = (shape.kind, shape.fill, shape.line, shape.line_width)
        drawn = self._like(look, lambda: self._drawn(shape))
        beyond.move(drawn, shape.box)
        beyond.name(drawn, shape.name)
        if shape.dots:
            beyond.draw_dots(drawn, shape.box, shape.dots)

    def _drawn(self, shape: Shape) -> BaseShape:
        x, y, width, height = _place(shape.box)
        drawn: BaseShape
        if shape.kind == "line":
            line = MSO_CONNECTOR.STRAIGHT
            drawn = self._shapes.add_connector(line, x, y, Emu(x + width), Emu(y + height))
        else:
            formed = self._shapes.add_shape(FORM[shape.kind], x, y, width, height)
            if shape.kind == "half":
                formed.adjustments[0], formed.adjustments[1] = LEFT_HALF
            drawn = formed
            paint(drawn.fill, shape.fill)
        outline = shape.line if shape.line_width else None
        paint(drawn.line.fill, outline)
        if outline:
            drawn.line.width = Emu(round(shape.line_width * 12700))
        soften(drawn.element)
        beyond.decorate(drawn)
        return drawn

    def _chart(self, chart: Chart) -> None:
        cijfer, box = chart.cijfer, chart.box
        made = self._shapes.add_chart(FORMS[cijfer.vorm], *_place(box), figures(cijfer))
        shape = cast("GraphicFrame", made)  # whatever python-pptx says of it
        beyond.name(shape, chart.name, cijfer.alt)
        letters = Letters(chart.size, chart.ink, self._layout.colours, chart.grounds)
        draw(shape.chart, cijfer, letters, Room(box.width, chart.labels, chart.most, chart.gap))

    def _table(self, table: TableBox) -> None:
        """Make a table with a rule under its header, hairlines under its rows and no fills."""
        shape = self._shapes.add_table(len(table.rows), len(table.widths), *_place(table.box))
        beyond.name(shape, table.name, table.alt)
        beyond.without_grid(shape)
        shape.table.horz_banding = False
        shape.table.first_col = table.headed
        setting = self._setting(1.0, BODY_FACE)
        elements = shape.element.iter(f"{A}tc")
        for number, width in enumerate(table.widths):
            shape.table.columns[number].width = Emu(width)
        for number, (height, texts) in enumerate(zip(table.heights, table.rows, strict=True)):
            row = shape.table.rows[number]
            row.height = Emu(height)
            for at, (cell, lines) in enumerate(zip(row.cells, texts, strict=True)):
                _set_margins(cell, table.insets)
                cell.vertical_anchor = ANCHOR[table.anchor] if number else MSO_ANCHOR.BOTTOM
                fill = table.fill(number, at)
                paint(cell.fill, fill)
                element = next(elements)
                if table.fills:
                    beyond.border(element, "LRTB" if fill else "", LIGHT, "lt1")
                elif number:
                    beyond.border(element, "B", HAIR, "accent3~40")
                else:
                    beyond.border(element, "B", RULE, table.rule)
                write_lines(element.find(f"{A}txBody"), lines, setting)
        soften(shape.element)

    def _picture(self, picture: PictureBox) -> None:
        shape = beyond.add_picture(self._slide, picture.content, *_place(picture.box))
        beyond.name(shape, picture.name, picture.alt)

    def _edge(
        self, name: str, area: Area | None, text: str | None, ink: Colour | None,
        field: str | None = None,
    ) -> None:  # fmt: skip
        """Take over footer or slide number, which python-pptx leaves to the layout."""
        holder = self._holders.get(area.idx) if area else None
        if area is None or holder is None or not text:
            return
        level = area.text
        shape = self._like((self._layout.index, area.idx), lambda: self._clone(holder))
        beyond.name(shape, name)
        if area.moved:
            shape.left, shape.top, shape.width, shape.height = _place(area.box)
        run = Run(text, level.size, level.bold, colour=ink or level.colour)
        setting = self._setting(1.0, area.font.face)
        write_edge(shape.element.find(f"{P}txBody"), run, level.align, setting, field)

    def _notes(self, notes: Sequence[str]) -> None:
        frame = cast("TextFrame", self._slide.notes_slide.notes_text_frame)  # see `clean`
        frame.text = "\n".join(map(legal, notes))
        for paragraph in frame.paragraphs:
            for run in paragraph.runs:
                run.font.language_id = MSO_LANGUAGE_ID.from_xml(LANGUAGE)


def _place(box: Box) -> tuple[Emu, Emu, Emu, Emu]:
    return Emu(box.x), Emu(box.y), Emu(box.width), Emu(box.height)


def _framed(shape: Drawn, anchor: Anchor | None, insets: Insets | None) -> Drawn:
    """Say how text stands in its box; None leaves that to the layout. It never changes its size."""
    frame = shape.text_frame
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    if anchor is not None:
        frame.vertical_anchor = ANCHOR[anchor]
    if insets is not None:
        _set_margins(frame, insets)
    return shape


def _set_margins(frame: object, insets: Insets) -> None:
    """Set the margins of a text frame, or of a cell of a table."""
    for side in ("left", "top", "right", "bottom"):
        setattr(frame, f"margin_{side}", Emu(getattr(insets, side)))
