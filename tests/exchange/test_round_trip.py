"""What goes out comes back: export then import is the identity."""

from hypothesis import given, settings
from rapporten import rapporten, read_back

from voortgang.exchange.excel.book import read_book
from voortgang.exchange.excel.intake import take_in
from voortgang.exchange.excel.workbook import make_workbook


@settings(max_examples=40)
@given(rapporten)
def test_the_yaml_that_is_written_gives_back_the_same_report(rapport):
    assert read_back(rapport) == rapport


@settings(max_examples=40)
@given(rapporten)
def test_a_workbook_gives_back_the_same_report_and_is_itself_the_same_each_time(rapport):
    workbook = make_workbook(rapport)
    assert make_workbook(rapport) == workbook
    incoming = take_in([read_book("acties.xlsx", workbook)], rapport.rapportjaar, {}, ())
    assert incoming.findings == ()
    assert incoming.rapport == rapport
    written = [actie.own_id for *_, actie in rapport.acties()]
    assert [actie.own_id for *_, actie in incoming.rapport.acties()] == written
