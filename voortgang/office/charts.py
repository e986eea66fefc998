"""Native charts as DrawingML: filled is done, open is planned, no colour without a second sign."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache

from xlsxwriter import Workbook

from voortgang.content.cijfers.cijfer import Cijfer, Reeks
from voortgang.office.ink import Colour, Inks, needed
from voortgang.office.rol import Worn, look_of, worn
from voortgang.office.xml import attribute, fill, words

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)  # the workbook must carry some date, never the clock's
CATEGORY_AXIS, VALUE_AXIS = 111111111, 222222222  # python-pptx writes negative ids: not valid
LEAST_LABELLED = 270000  # 0.75 cm: a narrower segment has no room for its number
AFTER_BARS = 430000  # 1.2 cm for the number behind the longest bar
PLOT = 0.62  # of the chart's width is left for bars beside the longest names
LABEL_SHARE = 14 / 16  # letters inside bars against those beside the axis
PAPER = 12  # points: smaller letters are for a page, not for a slide


@dataclass(frozen=True, slots=True)
class Letters:
    """How all text of a chart is set: points, language, and the role that its ground asks for.

    `colours` are those of the theme, `grounds` those behind the chart, as hex: they say what can be
    read where.
    """

    size: float
    language: str
    ink: str = "dk1"
    colours: Mapping[str, str] = field(default_factory=dict)
    grounds: tuple[str, ...] = ()

    def worn(self, reeks: Reeks, *, inside: bool = False) -> Worn:
        """Dress a series; its numbers stand beside what is drawn, or inside it."""
        need = needed(self.size, bold=True)
        return worn(reeks.rol, Inks(self.colours, self.ink), self.grounds, need, inside=inside)

    @property
    def on_paper(self) -> bool:
        """Tell whether the chart is set for a page: low bars, which a thick line would fill."""
        return self.size < PAPER


def chart_part(  # noqa: PLR0913, PLR0917 -- a chart has this many sides
    cijfer: Cijfer, letters: Letters, width: int, workbook: str, labels: int = 0, most: int = 0,
    gap: int = 0,
) -> str:  # fmt: skip
    """Write a chart's part; `width` of its frame in EMU, `labels` of it for the names of bars.

    `workbook` is the relationship to the workbook with its numbers. A chart whose `labels` were
    measured has its key drawn above it; another carries its own, as lines always do: only that
    shows dashes and marks. `most` fixes the end of the axis, `gap` what lies between categories.
    """
    body = (
        _lines(cijfer, letters, most)
        if cijfer.vorm == "lijnen"
        else _bars(cijfer, letters, width, most, gap)
    )
    return (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
        f'<c:chartSpace xmlns:c="{C}" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<c:date1904 val="0"/><c:lang val="{letters.language}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_inner(width, labels)}'
        f"{body}<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        f"{_key(letters) if cijfer.vorm == 'lijnen' or not labels else ''}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{_text(letters)}<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/>'
        "</c:externalData></c:chartSpace>"
    )


@lru_cache(maxsize=16)  # the deck and each nota of a year show the same figures
def chart_workbook(cijfer: Cijfer) -> bytes:
    """Make the workbook that opens when somebody edits the numbers of the chart."""
    out = io.BytesIO()
    with Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"title": cijfer.titel, "created": EPOCH})
        sheet = book.add_worksheet("Cijfers")
        sheet.write_column(1, 0, cijfer.categorieen)
        for column, reeks in enumerate(cijfer.reeksen, 1):
            sheet.write_string(0, column, reeks.naam)
            sheet.write_column(1, column, reeks.waarden)
    return out.getvalue()


def _text(
    letters: Letters, colour: str | None = None, *, share: float = 1, bold: bool = False
) -> str:
    language, size = letters.language, letters.size * share
    return (
        '<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr '
        f'lang="{language}" sz="{round(size * 100)}" b="{int(bold)}">{fill(colour or letters.ink)}'
        '<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{language}"/></a:p></c:txPr>'
    )


def _key(letters: Letters) -> str:
    """Write the key above the chart, from its left edge: what each fill stands for."""
    return (
        '<c:legend><c:legendPos val="t"/><c:layout><c:manualLayout><c:xMode val="edge"/>'
        '<c:yMode val="edge"/><c:x val="0"/><c:y val="0"/></c:manualLayout></c:layout>'
        f'<c:overlay val="0"/>{_text(letters)}</c:legend>'
    )


def _inner(width: int, labels: int) -> str:
    """Fix where the bars begin, so that names wrap within the room that was measured for them."""
    if not labels:
        return "<c:layout/>"
    left, right = labels / width, AFTER_BARS / width
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/><c:x val="{left:.4f}"/><c:y val="0.01"/>'
        f'<c:w val="{1 - left - right:.4f}"/><c:h val="0.98"/></c:manualLayout></c:layout>'
    )


def _bars(cijfer: Cijfer, letters: Letters, width: int, most: int, gap: int) -> str:
    stacked = cijfer.vorm == "gestapeld"
    totals = [sum(values) for values in zip(*(r.waarden for r in cijfer.reeksen), strict=True)]
    least = LEAST_LABELLED / (width * PLOT) * max(totals, default=0) if stacked else 0
    series = "".join(
        _series(n, reeks, cijfer, _bar_look(reeks, letters, least, stacked=stacked))
        for n, reeks in enumerate(cijfer.reeksen)
    )
    usual, overlap = (45, 100) if stacked else (40, -14) if letters.on_paper else (55, -8)
    grouping = "stacked" if stacked else "clustered"
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{gap or usual}"/><c:overlap val="{overlap}"/>'
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:barChart>'
        f"{_category_axis(letters, 'l', 'maxMin')}{_value_axis(letters, 't', most)}"
    )


def _bar_look(reeks: Reeks, letters: Letters, least: float, *, stacked: bool) -> str:
    look, dress = look_of(reeks.rol), letters.worn(reeks, inside=stacked)
    thick = 12700 if letters.on_paper else 19050 if stacked else 25400
    shape = f'<c:spPr>{_filled(dress.fill)}<a:ln w="{thick}">{fill(dress.line)}</a:ln></c:spPr>'
    hidden = "".join(
        f'<c:dLbl><c:idx val="{n}"/><c:delete val="1"/></c:dLbl>'
        for n, value in enumerate(reeks.waarden)
        if value < least
    )
    mask = f'"{look.teken} "0;;' if stacked else "0"
    label = (
        _label(mask, letters, dress.number, "ctr", LABEL_SHARE)
        if stacked
        else _label(mask, letters, dress.number, "outEnd")
    )
    return f'{shape}<c:invertIfNegative val="0"/><c:dLbls>{hidden}{label}</c:dLbls>'


def _filled(colour: Colour | None) -> str:
    return fill(colour) if colour else "<a:noFill/>"


def _label(mask: str, letters: Letters, colour: str, where: str, share: float = 1) -> str:
    return (
        f'<c:numFmt formatCode={attribute(mask)} sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{_text(letters, colour, share=share, bold=True)}<c:dLblPos val="{where}"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _lines(cijfer: Cijfer, letters: Letters, most: int) -> str:
    series = "".join(
        _series(n, reeks, cijfer, _line_look(reeks, letters, _lower(n, cijfer)), smooth=True)
        for n, reeks in enumerate(cijfer.reeksen)
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/><c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
        f"</c:lineChart>{_category_axis(letters, 'b', 'minMax')}"
        f"{_value_axis(letters, 'l', most)}"
    )


def _lower(number: int, cijfer: Cijfer) -> list[int]:
    """List the points of a line above which another line runs: their numbers go below."""
    own = cijfer.reeksen[number].waarden
    others = [r.waarden for n, r in enumerate(cijfer.reeksen) if n != number]
    return [at for at, value in enumerate(own) if any(o[at] > value for o in others)]


def _line_look(reeks: Reeks, letters: Letters, lower: list[int]) -> str:
    look, dress = look_of(reeks.rol), letters.worn(reeks)
    accent = fill(dress.line)
    solid = f'<a:ln w="28575">{accent}</a:ln>'
    line = f'<a:ln w="28575" cap="rnd">{accent}<a:prstDash val="{look.dash}"/></a:ln>'
    below = _label("0", letters, dress.number, "b")
    under = "".join(f'<c:dLbl><c:idx val="{at}"/>{below}</c:dLbl>' for at in lower)
    return (
        f'<c:spPr>{line}</c:spPr><c:marker><c:symbol val="{look.marker}"/><c:size val="9"/>'
        f"<c:spPr>{_filled(dress.fill)}{solid}</c:spPr></c:marker><c:dLbls>"
        f"{under}{_label('0', letters, dress.number, 't')}</c:dLbls>"
    )


def _series(number: int, reeks: Reeks, cijfer: Cijfer, look: str, *, smooth: bool = False) -> str:
    column = chr(ord("B") + number)
    last = len(cijfer.categorieen) + 1
    names = _points(cijfer.categorieen)
    ending = '<c:smooth val="0"/>' if smooth else ""
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef>'
        f"<c:f>Cijfers!${column}$1</c:f><c:strCache>{_points((reeks.naam,))}</c:strCache>"
        f"</c:strRef></c:tx>{look}<c:cat><c:strRef><c:f>Cijfers!$A$2:$A${last}</c:f>"
        f"<c:strCache>{names}</c:strCache></c:strRef></c:cat><c:val><c:numRef>"
        f"<c:f>Cijfers!${column}$2:${column}${last}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>{_points(reeks.waarden)}</c:numCache></c:numRef>"
        f"</c:val>{ending}</c:ser>"
    )


def _points(values: tuple[str, ...] | tuple[int, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{words(str(value))}</c:v></c:pt>' for n, value in enumerate(values)
    )
    return f'<c:ptCount val="{len(values)}"/>{points}'


def _category_axis(letters: Letters, side: str, order: str) -> str:
    """Write the axis of the names; bars are read from the top, so theirs runs backwards."""
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{side}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="12700">{fill("accent3")}</a:ln></c:spPr>{_text(letters)}'
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:tickLblSkip val="1"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(letters: Letters, side: str, most: int) -> str:
    """Write the axis of the numbers: not shown, but it begins at zero."""
    ending = f'<c:max val="{most}"/>' if most else ""
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'{ending}<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="{side}"/>'
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{_text(letters)}'
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )
