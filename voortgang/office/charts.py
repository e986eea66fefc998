"""Native charts: filled is done, open is planned, no colour without a second sign.

python-pptx makes them, for the nota too. What it has no word for (where the plot and the key stand,
a label left out, text that stays level, the language) is set on the elements, in `_settle`.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import ChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.package import Package
from pptx.parts.chart import ChartPart
from pptx.text.text import Font
from pptx.util import Emu, Pt
from xlsxwriter import Workbook

from voortgang.content.cijfers.cijfer import Cijfer, Reeks
from voortgang.office.drawingml import XmlElement, paint, soften, speak
from voortgang.office.ink import Colour, Inks
from voortgang.office.made import LANGUAGE
from voortgang.office.rol import Worn, look_of, worn
from voortgang.office.xml import A, legal

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)  # the workbook must carry some date, never the clock's
SHEET = "Cijfers"
LEAST_LABELLED = 270000  # 0.75 cm: a narrower segment has no room for its number
AFTER_BARS = 430000  # 1.2 cm for the number behind the longest bar
PLOT = 0.62  # of the chart's width is left for bars beside the longest names
LABEL_SHARE = 14 / 16  # letters inside bars against those beside the axis
SIDES = {"below": XL_LABEL_POSITION.BELOW, "right": XL_LABEL_POSITION.RIGHT}
PAPER = 12  # points: smaller letters are for a page, not for a slide

FORMS = {
    "balken": XL_CHART_TYPE.BAR_CLUSTERED,
    "gestapeld": XL_CHART_TYPE.BAR_STACKED,
    "lijnen": XL_CHART_TYPE.LINE_MARKERS,
}


@dataclass(frozen=True, slots=True)
class Letters:
    """How all text of a chart is set: points, and the role that its ground asks for.

    `colours` are those of the theme, `grounds` those behind the chart, as hex: they say what can be
    read where.
    """

    size: float
    ink: Colour = "dk1"
    colours: Mapping[str, str] = field(default_factory=dict)
    grounds: tuple[str, ...] = ()

    def worn(self, reeks: Reeks, *, inside: bool = False) -> Worn:
        """Dress a series; its numbers stand beside what is drawn, or inside it."""
        inks = Inks(self.colours, self.ink)
        return worn(reeks.rol, inks, self.grounds, self.size, inside=inside)

    @property
    def on_paper(self) -> bool:
        """Tell whether the chart is set for a page: low bars, which a thick line would fill."""
        return self.size < PAPER


@dataclass(frozen=True, slots=True)
class Room:
    """The room of a chart: the width of its frame, and `labels` of it for the names (EMU).

    A chart whose `labels` were measured has its key drawn above it; another carries its own, as
    lines always do: only that shows dashes and marks. `most` fixes the end of the axis, `gap` what
    lies between categories, in percents of a bar.
    """

    width: int
    labels: int = 0
    most: int = 0
    gap: int = 0


class Figures(ChartData):
    """The numbers of a chart; python-pptx's own workbook holds the clock, and formulas."""

    workbook = b""

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook that opens when somebody edits the numbers of the chart."""
        return self.workbook


def figures(cijfer: Cijfer) -> ChartData:
    """Give a figure as python-pptx takes it."""
    data = Figures()
    data.workbook = _workbook(cijfer)
    data.categories = map(legal, cijfer.categorieen)
    for reeks in cijfer.reeksen:
        data.add_series(legal(reeks.naam), reeks.waarden)
    return data


@lru_cache(maxsize=16)  # the deck and each nota of a year show the same figures
def _workbook(cijfer: Cijfer) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        book.set_properties({"title": cijfer.titel, "created": EPOCH})
        sheet = book.add_worksheet(SHEET)
        sheet.write_column(1, 0, cijfer.categorieen)
        for column, reeks in enumerate(cijfer.reeksen, 1):
            sheet.write_string(0, column, reeks.naam)
            sheet.write_column(1, column, reeks.waarden)
    return out.getvalue()


def chart_part(cijfer: Cijfer, letters: Letters, room: Room) -> ChartPart:
    """Make a chart outside of a deck; its one relationship is the workbook with its numbers."""
    part: ChartPart = ChartPart.new(FORMS[cijfer.vorm], figures(cijfer), Package(io.BytesIO()))
    draw(part.chart, cijfer, letters, room)
    return part


def draw(chart: Chart, cijfer: Cijfer, letters: Letters, room: Room) -> None:
    """Dress a chart that python-pptx made of the same figure."""
    chart.has_title = False
    _set(chart.font, letters, letters.ink)
    upwards = cijfer.vorm == "lijnen"
    if upwards:
        _lines(chart, cijfer, letters)
    else:
        _bars(chart, cijfer, letters, room)
    _axes(chart, letters, room, upwards=upwards)
    chart.has_legend = upwards or not room.labels
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        _set(chart.legend.font, letters, letters.ink)
    if cijfer.vorm == "gestapeld":
        _leave_out(chart.element, cijfer, room)
    _settle(chart.element, room)


def _set(
    font: Font, letters: Letters, colour: Colour, *, share: float = 1, bold: bool = False
) -> None:
    font.size = Pt(round(letters.size * share, 2))
    font.bold = bold
    font.name = "+mn-lt"
    paint(font.fill, colour)


def _bars(chart: Chart, cijfer: Cijfer, letters: Letters, room: Room) -> None:
    stacked = cijfer.vorm == "gestapeld"
    thick = 12700 if letters.on_paper else 19050 if stacked else 25400
    usual, overlap = (45, 100) if stacked else (40, -14) if letters.on_paper else (55, -8)
    plot = chart.plots[0]
    plot.vary_by_categories = False
    plot.gap_width, plot.overlap = room.gap or usual, overlap
    for reeks, series in zip(cijfer.reeksen, plot.series, strict=True):
        look, dress = look_of(reeks.rol), letters.worn(reeks, inside=stacked)
        paint(series.format.fill, dress.fill)
        paint(series.format.line.fill, dress.line)
        series.format.line.width = Emu(thick)
        series.invert_if_negative = False
        labels = series.data_labels
        labels.show_value = True
        labels.number_format = f'"{look.teken} "0;;' if stacked else "0"
        labels.number_format_is_linked = False
        labels.position = XL_LABEL_POSITION.CENTER if stacked else XL_LABEL_POSITION.OUTSIDE_END
        share = LABEL_SHARE if stacked else 1
        _set(labels.font, letters, dress.number, share=share, bold=True)


def _lines(chart: Chart, cijfer: Cijfer, letters: Letters) -> None:
    for number, (reeks, series) in enumerate(zip(cijfer.reeksen, chart.series, strict=True)):
        look, dress = look_of(reeks.rol), letters.worn(reeks)
        marker, labels = series.marker, series.data_labels
        series.smooth = False
        marker.style, marker.size = XL_MARKER_STYLE.from_xml(look.marker), 9
        paint(marker.format.fill, dress.fill)
        for line in (series.format.line, marker.format.line):
            paint(line.fill, dress.line)
            line.width = Emu(28575)
        series.format.line.dash_style = MSO_LINE.from_xml(look.dash)
        labels.show_value = True
        labels.position = XL_LABEL_POSITION.ABOVE
        _set(labels.font, letters, dress.number, bold=True)
        for at in range(len(reeks.waarden)):
            side = cijfer.side(number, at)
            if side != "above":
                label = series.points[at].data_label
                label.position = SIDES[side]
                _set(label.font, letters, dress.number, bold=True)


def _axes(chart: Chart, letters: Letters, room: Room, *, upwards: bool) -> None:
    """Set the names, read from the top where bars lie, and numbers that are not shown."""
    names, numbers = chart.category_axis, chart.value_axis
    names.reverse_order = not upwards
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.tick_labels.offset = 60
    _set(names.tick_labels.font, letters, letters.ink)
    paint(names.format.line.fill, "accent3")
    names.format.line.width = Pt(1)
    numbers.visible = False
    numbers.has_major_gridlines = False
    numbers.minimum_scale = 0
    if room.most:
        numbers.maximum_scale = room.most


def _leave_out(root: XmlElement, cijfer: Cijfer, room: Room) -> None:
    """Take its number from a segment that is too narrow for it: python-pptx deletes no label."""
    totals = [sum(values) for values in zip(*(r.waarden for r in cijfer.reeksen), strict=True)]
    least = LEAST_LABELLED / (room.width * PLOT) * max(totals, default=0)
    for reeks, labels in zip(cijfer.reeksen, root.iter(f"{C}dLbls"), strict=True):
        narrow = [at for at, value in enumerate(reeks.waarden) if value < least]
        for place, at in enumerate(narrow):
            label = labels.makeelement(f"{C}dLbl")
            labels.insert(place, label)
            _add(label, "idx", at)
            _add(label, "delete", 1)


def _settle(root: XmlElement, room: Room) -> None:
    """Set what python-pptx has no word for."""
    language = root.makeelement(f"{C}lang", {"val": LANGUAGE})
    root.find(f"{C}date1904").addnext(language)
    for axis in root.iter(f"{C}axId", f"{C}crossAx"):
        axis.set("val", axis.get("val").lstrip("-"))  # the schema wants no negative ids
    for reference in root.iter(f"{C}f"):
        reference.text = reference.text.replace("Sheet1", SHEET)
    for body in root.iter(f"{A}bodyPr"):
        body.set("rot", "0")  # names that have too little room wrap, and do not lean
        body.set("vert", "horz")
    for line in root.iterfind(f".//{C}ser/{C}spPr/{A}ln[{A}prstDash]"):
        line.set("cap", "rnd")
    every = root.find(f".//{C}catAx/{C}noMultiLvlLbl")
    every.addprevious(every.makeelement(f"{C}tickLblSkip", {"val": "1"}))
    plot, legend = root.find(f".//{C}plotArea"), root.find(f".//{C}legend")
    _add(root.find(f".//{C}valAx"), "crossBetween", "between")
    for ground in (plot, root):
        _clear(ground)
    if room.labels:  # bars begin where the names were measured to end
        left, right = room.labels / room.width, AFTER_BARS / room.width
        _place(plot, 0, x=left, y=0.01, w=1 - left - right, h=0.98)
    if legend is not None:
        _place(legend, 1, x=0, y=0)
    soften(root)
    speak(root)


def _clear(parent: XmlElement) -> None:
    """Let what lies behind a chart be seen."""
    look = parent.makeelement(f"{C}spPr")
    etree.SubElement(look, f"{A}noFill")
    etree.SubElement(etree.SubElement(look, f"{A}ln"), f"{A}noFill")
    text = parent.find(f"{C}txPr")
    parent.append(look) if text is None else text.addprevious(look)


def _place(parent: XmlElement, at: int, **sides: float) -> None:
    """Fix where a part of the chart stands, as shares of the frame."""
    for old in parent.findall(f"{C}layout"):
        parent.remove(old)
    layout = parent.makeelement(f"{C}layout")
    parent.insert(at, layout)
    place = etree.SubElement(layout, f"{C}manualLayout")
    if "w" in sides:
        _add(place, "layoutTarget", "inner")
    _add(place, "xMode", "edge")
    _add(place, "yMode", "edge")
    for name, share in sides.items():
        _add(place, name, f"{share:.4f}")


def _add(parent: XmlElement, name: str, value: object) -> None:
    etree.SubElement(parent, f"{C}{name}", val=str(value))
