"""What goes out comes back: export then import is the identity."""

from hypothesis import given, settings
from rapporten import _rapporten, rapporten, read_back

from voortgang.exchange.excel.book import read_book
from voortgang.exchange.excel.intake import take_in
from voortgang.exchange.excel.workbook import make_workbook


def taken_in(rapport):
    book = read_book("acties.xlsx", make_workbook(rapport))
    return take_in([book], rapport.rapportjaar, {}, ())


@settings(max_examples=40)
@given(_rapporten)
def test_the_yaml_that_is_written_gives_back_the_same_report(rapport):
    assert read_back(rapport) == rapport


@settings(max_examples=40)
@given(rapporten)
def test_a_workbook_gives_back_the_same_report(rapport):
    incoming = taken_in(rapport)
    assert incoming.findings == ()
    assert incoming.rapport == rapport
    written = [actie.own_id for *_, actie in rapport.acties()]
    assert [actie.own_id for *_, actie in incoming.rapport.acties()] == written


@settings(max_examples=20)
@given(rapporten)
def test_the_same_report_gives_the_same_bytes(rapport):
    assert make_workbook(rapport) == make_workbook(rapport)
