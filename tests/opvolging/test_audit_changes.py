"""What changed in the audits since a revision, in the words of a reviewer."""

import pytest

from voortgang.model import Aanbeveling, Audit
from voortgang.opvolging.audit_changes import audit_changes
from voortgang.opvolging.report.page import wijzigingen_page
from voortgang.opvolging.report.text import text_page
from voortgang.opvolging.wijziging import GROEPEN, Wijzigingen


def audit(*aanbevelingen, name="kas", titel="Kas", van=None):
    items = tuple(
        Aanbeveling(nummer=nummer, titel=words, reactie=reactie)
        for nummer, words, reactie in aanbevelingen
    )
    return Audit(id=name, titel=titel, van=van, aanbevelingen=items)


ONE = ("1", "Tel de kas elke week", None)
TWO = ("2", "Sluit de kluis", "Aanvaard")


def told(old, new):
    return [
        (each.domein, {g: [e.id for e in each.groep(g)] for g in GROEPEN if each.groep(g)})
        for each in audit_changes(old, new)
    ]


def test_nothing_changed():
    assert told([audit(ONE, TWO)], [audit(ONE, TWO)]) == [("kas", {})]
    assert not Wijzigingen(2025, (), audit_changes([audit(ONE)], [audit(ONE)]))


def test_an_audit_comes_and_goes_with_all_its_aanbevelingen():
    other = audit(ONE, name="werven")
    assert told([audit(ONE, TWO)], [other]) == [
        ("werven", {"toegevoegd": ["werven", "werven-1"]}),
        ("kas", {"verwijderd": ["kas", "kas-1", "kas-2"]}),
    ]


def test_an_aanbeveling_comes_goes_and_is_reworded():
    again = ("1", "Tel de kas elke dag", None)
    assert told([audit(ONE, TWO)], [audit(again, ("3", "Laat de sleutel thuis", None))]) == [
        ("kas", {"toegevoegd": ["kas-3"], "verwijderd": ["kas-2"], "herschreven": ["kas-1"]})
    ]


def test_one_that_got_another_number_is_the_same():
    (found,) = audit_changes([audit(ONE, TWO)], [audit(ONE, ("2b", *TWO[1:]))])
    (change,) = found.herschreven
    assert (change.id, change.was) == ("kas-2b", ("kas-2", "Sluit de kluis"))
    assert not found.verwijderd
    assert not found.toegevoegd


def test_details_of_the_audit_and_of_an_aanbeveling_are_told_as_they_were_and_are():
    new = audit((*ONE[:2], "In beraad"), TWO, titel="De kas", van="Audio")
    (found,) = audit_changes([audit(ONE, TWO)], [new])
    assert [(e.id, [(v.veld, v.oud, v.nieuw) for v in e.velden]) for e in found.details] == [
        ("kas", [("titel", "Kas", "De kas"), ("van", None, "Audio")]),
        ("kas-1", [("reactie", None, "In beraad")]),
    ]


@pytest.mark.parametrize("name", ["kas", "rapport"])
def test_the_page_names_the_audit_and_numbers_what_changed(name):
    found = audit_changes([audit(ONE, name=name)], [audit((*ONE[:2], "Ja"), TWO, name=name)])
    page = wijzigingen_page(Wijzigingen(2025, (), found), "main")
    assert text_page(page) == (
        "Wijzigingen in 2025 sinds main\n"
        "\n"
        "Kas\n"
        f"  + toegevoegd  {name}-2 Sluit de kluis\n"
        f"  = details     {name}-1 Tel de kas elke week – reactie: (niets) → Ja\n"
        "\n"
        "Totaal: + 1 toegevoegd, - 0 verwijderd, → 0 verplaatst, ~ 0 herschreven, = 1 details\n"
    )
