"""Charts say the same in colour, in greyscale and without sight."""

import pytest
from lxml import etree

from voortgang.content.cijfers.cijfer import Cijfer, Reeks
from voortgang.office.charts import Letters, chart_part, chart_workbook

NS = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
WIDTH = 7200000  # 20 cm


def drawn(vorm, *reeksen, ink="dk1", labels=0, colours=(), grounds=()):
    names = tuple(f"Domein {n}" for n in range(len(reeksen[0].waarden)))
    cijfer = Cijfer("proef", "Proef", vorm, names, reeksen, "Proef")
    return etree.fromstring(
        chart_part(
            cijfer, Letters(16, "nl-BE", ink, dict(colours), grounds), WIDTH, "rId1", labels
        ).encode()
    )


DONE = Reeks("Realisaties", "realisaties", (21, 17))
PLANNED = Reeks("Planning", "planning", (11, 8))


def test_what_is_done_is_filled_and_what_is_planned_is_open():
    fills = drawn("balken", DONE, PLANNED).findall(".//c:ser/c:spPr/a:solidFill/a:schemeClr", NS)
    assert [fill.get("val") for fill in fills] == ["accent1", "bg1"]


def test_bars_are_read_from_the_top_and_begin_at_zero():
    chart = drawn("balken", DONE, PLANNED)
    assert chart.find(".//c:catAx/c:scaling/c:orientation", NS).get("val") == "maxMin"
    assert chart.find(".//c:valAx/c:scaling/c:min", NS).get("val") == "0"


def test_axis_ids_are_not_negative():
    ids = [int(axis.get("val")) for axis in drawn("balken", DONE).iterfind(".//c:axId", NS)]
    assert ids
    assert min(ids) > 0


def test_a_segment_carries_its_sign_and_a_narrow_one_no_number():
    reeksen = (
        Reeks("Gerealiseerd", "gerealiseerd", (99, 40)),
        Reeks("Vervallen", "vervallen", (1, 40)),
    )
    chart = drawn("gestapeld", *reeksen)
    masks = [m.get("formatCode") for m in chart.iterfind(".//c:dLbls/c:numFmt", NS)]
    assert masks == ['"● "0;;', '"× "0;;']
    hidden = [
        (ser.find("c:tx//c:v", NS).text, label.find("c:idx", NS).get("val"))
        for ser in chart.iterfind(".//c:ser", NS)
        for label in ser.iterfind("c:dLbls/c:dLbl", NS)
    ]
    assert hidden == [("Vervallen", "0")]


def test_lines_differ_in_more_than_colour():
    chart = drawn("lijnen", DONE, PLANNED)
    assert [s.get("val") for s in chart.iterfind(".//c:symbol", NS)] == ["circle", "diamond"]
    dashes = chart.findall(".//c:ser/c:spPr/a:ln/a:prstDash", NS)
    assert [d.get("val") for d in dashes] == ["solid", "sysDash"]


@pytest.mark.parametrize("vorm", ["balken", "gestapeld", "lijnen"])
def test_on_a_dark_ground_text_is_light_and_open_stays_open(vorm):
    chart = drawn(vorm, DONE, PLANNED, ink="lt1", colours=PETROL, grounds=("102030",))
    axis = chart.find(".//c:catAx/c:txPr//a:schemeClr", NS)
    assert axis.get("val") == "bg1"
    ser = chart.findall(".//c:ser", NS)[1]
    holder = ser.find("c:marker/c:spPr" if vorm == "lijnen" else "c:spPr", NS)
    assert holder.find("a:noFill", NS) is not None


ROLES = ("gerealiseerd", "lopend", "vervallen", "zonder_opvolging")
OFFICE_2007 = {"dk1": "000000", "lt1": "FFFFFF", "accent1": "4F81BD", "accent3": "9BBB59"}
PETROL = {"dk1": "1D2B33", "lt1": "FFFFFF", "accent1": "0B6477", "accent3": "54626B"}
SWAPPED = {**OFFICE_2007, "dk1": "FFFFFF", "lt1": "000000"}  # a master that maps bg1 to dk1


@pytest.mark.parametrize(
    ("colours", "ink", "inks"),
    [
        (PETROL, "dk1", ["bg1", "tx1", "tx1", "tx1"]),
        (OFFICE_2007, "dk1", ["tx1", "tx1", "tx1", "tx1"]),  # white has 4,03 to 1 on accent 1
        (SWAPPED, "dk1", ["bg1", "bg1", "bg1", "tx1"]),  # pale fills stay pale: dark numbers
    ],
)
def test_numbers_in_bars_can_be_read_on_the_fill_that_they_stand_on(colours, ink, inks):
    series = [Reeks(role, role, (5, 5)) for role in ROLES]
    chart = drawn("gestapeld", *series, ink=ink, colours=colours)
    labels = chart.findall(".//c:ser/c:dLbls/c:txPr//a:schemeClr", NS)
    assert [label.get("val") for label in labels] == inks


@pytest.mark.parametrize("vorm", ["balken", "gestapeld", "lijnen"])
def test_every_chart_has_a_key_and_its_language(vorm):
    chart = drawn(vorm, DONE, PLANNED)
    assert chart.find("c:chart/c:legend", NS) is not None
    languages = {style.get("lang") for style in chart.iterfind(".//a:defRPr", NS)}
    assert languages == {"nl-BE"}


def test_names_that_were_measured_have_fixed_room_and_a_key_of_their_own_above():
    chart = drawn("balken", DONE, PLANNED, labels=WIDTH // 4)
    inner = chart.find("c:chart/c:plotArea/c:layout/c:manualLayout", NS)
    assert inner.find("c:layoutTarget", NS).get("val") == "inner"
    assert float(inner.find("c:x", NS).get("val")) == 0.25
    assert chart.find("c:chart/c:legend", NS) is None


def test_text_that_looks_like_a_formula_or_a_link_stays_text():
    import io

    import openpyxl

    names = ("=1+1", "https://example.org")
    cijfer = Cijfer("proef", "Proef", "balken", names, (DONE,), "Proef")
    sheet = openpyxl.load_workbook(io.BytesIO(chart_workbook(cijfer))).active
    assert [(sheet.cell(n, 1).value, sheet.cell(n, 1).data_type) for n in (2, 3)] == [
        ("=1+1", "s"), ("https://example.org", "s"),
    ]  # fmt: skip
