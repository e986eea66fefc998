"""Charts say the same in colour, in greyscale and without sight."""

import io

import openpyxl
import pytest
from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_FILL, MSO_LINE
from pptx.enum.dml import MSO_THEME_COLOR as THEME
from pptx.enum.lang import MSO_LANGUAGE_ID

from voortgang.content.cijfers.cijfer import Cijfer, Reeks
from voortgang.office.charts import Letters, Room, chart_part

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WIDTH = 7200000  # 20 cm
DONE = Reeks("Realisaties", "realisaties", (21, 17))
PLANNED = Reeks("Planning", "planning", (11, 28))


def made(vorm, *reeksen, names=None, ink="dk1", colours=(), grounds=(), **room):
    names = names or tuple(f"Domein {n}" for n in range(len(reeksen[0].waarden)))
    cijfer = Cijfer("proef", "Proef", vorm, names, reeksen, "Proef")
    letters = Letters(16, ink, dict(colours), grounds)
    return chart_part(cijfer, letters, Room(WIDTH, **room))


def drawn(vorm, *reeksen, **how):
    """The chart as it is read back from its bytes."""
    part = made(vorm, *reeksen, **how)
    return type(part).load(part.partname, part.content_type, part.package, part.blob).chart


def workbook(part):
    return openpyxl.load_workbook(io.BytesIO(part.chart_workbook.xlsx_part.blob))


@pytest.mark.parametrize("vorm", ["balken", "gestapeld", "lijnen"])
def test_a_chart_shows_the_names_and_numbers_that_it_was_made_of(vorm):
    chart = drawn(vorm, DONE, PLANNED, names=("R&D <x>", "Cultuur"))
    assert list(chart.plots[0].categories) == ["R&D <x>", "Cultuur"]
    assert [(s.name, s.values) for s in chart.series] == [
        ("Realisaties", (21, 17)), ("Planning", (11, 28)),
    ]  # fmt: skip


def test_what_is_done_is_filled_and_what_is_planned_is_open():
    fills = [series.format.fill for series in drawn("balken", DONE, PLANNED).series]
    assert [fill.fore_color.theme_color for fill in fills] == [THEME.ACCENT_1, THEME.BACKGROUND_1]


def test_bars_are_read_from_the_top_and_begin_at_zero():
    chart = drawn("balken", DONE, PLANNED, most=40, gap=70)
    assert chart.category_axis.reverse_order
    assert (chart.value_axis.minimum_scale, chart.value_axis.maximum_scale) == (0, 40)
    assert not chart.value_axis.visible
    assert chart.plots[0].gap_width == 70


@pytest.mark.parametrize("vorm", ["balken", "gestapeld", "lijnen"])
def test_axis_ids_are_not_negative_and_pair_off(vorm):
    root = drawn(vorm, DONE).element
    ids = [int(axis.get("val")) for axis in root.iter(f"{C}axId", f"{C}crossAx")]
    assert min(ids) > 0
    assert len(ids) == 3 * len(set(ids)) == 6


def test_a_segment_carries_its_sign_and_a_narrow_one_no_number():
    reeksen = (
        Reeks("Gerealiseerd", "gerealiseerd", (99, 40)),
        Reeks("Vervallen", "vervallen", (1, 40)),
    )
    chart = drawn("gestapeld", *reeksen)
    labels = [series.data_labels for series in chart.series]
    assert [label.number_format for label in labels] == ['"● "0;;', '"× "0;;']
    assert {label.position for label in labels} == {XL_LABEL_POSITION.CENTER}
    assert all(label.show_value for label in labels)
    hidden = [
        (ser.findtext(f"{C}tx//{C}v"), label.find(f"{C}idx").get("val"))
        for ser in chart.element.iter(f"{C}ser")
        for label in ser.iterfind(f"{C}dLbls/{C}dLbl[{C}delete]")
    ]
    assert hidden == [("Vervallen", "0")]


def test_lines_differ_in_more_than_colour():
    series = drawn("lijnen", DONE, PLANNED).series
    assert [s.marker.style for s in series] == [XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.DIAMOND]
    assert [s.format.line.dash_style for s in series] == [MSO_LINE.SOLID, MSO_LINE.SQUARE_DOT]
    assert not any(s.smooth for s in series)


def test_the_number_of_the_lower_line_stands_below_it():
    first, second = drawn("lijnen", DONE, PLANNED).series
    assert second.points[0].data_label.position == XL_LABEL_POSITION.BELOW
    assert first.points[1].data_label.position == XL_LABEL_POSITION.BELOW
    assert first.data_labels.position == XL_LABEL_POSITION.ABOVE


@pytest.mark.parametrize(
    ("value", "position"), [(0, XL_LABEL_POSITION.RIGHT), (9, XL_LABEL_POSITION.BELOW)]
)
def test_a_number_near_the_axis_does_not_stand_on_the_names(value, position):
    lower = Reeks("Planning", "planning", (value, 4))
    _, second = drawn("lijnen", DONE, lower).series
    assert second.points[0].data_label.position == position


@pytest.mark.parametrize("vorm", ["balken", "gestapeld", "lijnen"])
def test_on_a_dark_ground_text_is_light_and_open_stays_open(vorm):
    chart = drawn(vorm, DONE, PLANNED, ink="lt1", colours=PETROL, grounds=("102030",))
    assert chart.category_axis.tick_labels.font.color.theme_color == THEME.BACKGROUND_1
    series = chart.series[1]
    fill = series.marker.format.fill if vorm == "lijnen" else series.format.fill
    assert fill.type == MSO_FILL.BACKGROUND


ROLES = ("gerealiseerd", "lopend", "vervallen", "zonder_opvolging")
OFFICE_2007 = {"dk1": "000000", "lt1": "FFFFFF", "accent1": "4F81BD", "accent3": "9BBB59"}
PETROL = {"dk1": "1D2B33", "lt1": "FFFFFF", "accent1": "0B6477", "accent3": "54626B"}
SWAPPED = {**OFFICE_2007, "dk1": "FFFFFF", "lt1": "000000"}  # a master that maps bg1 to dk1
LIGHT, DARK = THEME.BACKGROUND_1, THEME.TEXT_1


@pytest.mark.parametrize(
    ("colours", "ink", "inks"),
    [
        (PETROL, "dk1", [LIGHT, DARK, DARK, DARK]),
        (OFFICE_2007, "dk1", [DARK, DARK, DARK, DARK]),  # white has 4,03 to 1 on accent 1
        (SWAPPED, "dk1", [LIGHT, LIGHT, LIGHT, DARK]),  # pale fills stay pale: dark numbers
    ],
)
def test_numbers_in_bars_can_be_read_on_the_fill_that_they_stand_on(colours, ink, inks):
    series = [Reeks(role, role, (5, 5)) for role in ROLES]
    chart = drawn("gestapeld", *series, ink=ink, colours=colours)
    assert [s.data_labels.font.color.theme_color for s in chart.series] == inks


def test_a_pale_fill_is_a_grey_tint_as_the_contrast_counts_on():
    chart = drawn("gestapeld", Reeks("Lopend", "lopend", (5, 5)))
    colour = chart.series[0].format.fill.fore_color
    assert (colour.theme_color, colour.brightness) == (THEME.ACCENT_1, 0.8)
    assert [grey.get("val") for grey in chart.element.iter("{*}satMod")] == ["36000"]


@pytest.mark.parametrize("vorm", ["balken", "gestapeld", "lijnen"])
def test_every_chart_has_a_key_and_its_language(vorm):
    chart = drawn(vorm, DONE, PLANNED)
    assert chart.has_legend
    fonts = [
        chart.font, chart.legend.font, chart.category_axis.tick_labels.font,
        *(series.data_labels.font for series in chart.series),
    ]  # fmt: skip
    assert {font.language_id for font in fonts} == {MSO_LANGUAGE_ID.BELGIAN_DUTCH}


def test_names_that_were_measured_have_fixed_room_and_a_key_of_their_own_above():
    chart = drawn("balken", DONE, PLANNED, labels=WIDTH // 4)
    place = chart.element.find(f"{C}chart/{C}plotArea/{C}layout/{C}manualLayout")
    assert place.find(f"{C}layoutTarget").get("val") == "inner"
    assert float(place.find(f"{C}x").get("val")) == 0.25
    assert not chart.has_legend


def test_the_numbers_stand_in_a_workbook_where_the_chart_looks_for_them():
    part = made("balken", DONE, PLANNED)
    sheet = workbook(part).active
    assert [cell.value for cell in sheet["B"]] == ["Realisaties", 21, 17]
    places = {place.text.split("!")[0] for place in part.chart.element.iter(f"{C}f")}
    assert places == {sheet.title}


def test_the_workbook_says_nothing_of_the_moment():
    assert workbook(made("balken", DONE)).properties.created.year == 2020


def test_text_that_looks_like_a_formula_or_a_link_stays_text():
    names = ("=1+1", "https://example.org")
    sheet = workbook(made("balken", DONE, names=names)).active
    assert [(sheet.cell(n, 1).value, sheet.cell(n, 1).data_type) for n in (2, 3)] == [
        ("=1+1", "s"), ("https://example.org", "s"),
    ]  # fmt: skip
