"""What goes out comes back: export then import is the identity."""

from hypothesis import given, settings
from rapporten import rapporten, read_back

from voortgang.exchange.excel.book import read_book
from voortgang.exchange.excel.intake import take_in
from voortgang.exchange.excel.workbook import make_workbook


@settings(max_examples=40)
@given(rapporten)
def test_yaml_and_a_workbook_give_back_the_same_report_and_a_workbook_is_always_the_same(
    rapport,
):
    assert read_back(rapport) == rapport
    workbook = make_workbook(rapport)
    assert make_workbook(rapport) == workbook
    incoming = take_in([read_book("acties.xlsx", workbook)], rapport.rapportjaar, {}, ())
    assert incoming.findings == ()
    assert incoming.rapport == rapport
    written = [actie.own_id for *_, actie in rapport.acties()]
    assert [actie.own_id for *_, actie in incoming.rapport.acties()] == written
