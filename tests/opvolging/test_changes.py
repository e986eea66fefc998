"""What changed in a year's data, in the words of a reviewer."""

import pytest

from voortgang.model import KEYS, read_rapport
from voortgang.opvolging.changes import changes
from voortgang.opvolging.wijziging import GROEPEN
from voortgang.source.workspace import read_contents

HEAD = "rapportjaar: 2022\nbestuur: Gemeente Voorbeeldegem\ntitel: Voortgang\ndomeinen: [a]\n"


def typed(extra="", domein="titel: A\n"):
    """A year as an editor types it: what stands below the head of rapport.yaml, and one domain."""
    files = {"rapport.yaml": (HEAD + extra).encode(), "a.yaml": domein.encode()}
    found = read_rapport(read_contents(2022, files, KEYS))
    assert found.findings == ()
    return found.rapport


def fields(result, domein="a"):
    """The details that changed: key, old value, new value."""
    found = next(each for each in result.domeinen if each.domein == domein)
    return [(v.veld, v.oud, v.nieuw) for change in found.details for v in change.velden]


def told(result, domein="a"):
    found = next(each for each in result.domeinen if each.domein == domein)
    return {g: [e.id for e in found.groep(g)] for g in GROEPEN if found.groep(g)}


def test_nothing_changed(rapport):
    year = rapport(2022, a={"planning": ["Plan"]})
    assert not changes(year, year)
    assert changes(year, year).as_json("HEAD") == {
        "version": 1,
        "jaar": 2022,
        "sinds": "HEAD",
        "domeinen": [{"domein": "a", **{groep: [] for groep in GROEPEN}}],
    }


def test_added_and_removed(rapport):
    old = rapport(2022, a={"planning": ["Oude kast opruimen"]})
    new = rapport(2022, a={"planning": ["Fietsenstalling bouwen"]})
    assert told(changes(old, new)) == {
        "toegevoegd": ["fietsenstalling-bouwen"],
        "verwijderd": ["oude-kast-opruimen"],
    }


def test_moved_to_another_list_or_domain(rapport):
    old = rapport(2022, a={"planning": ["Plan", "Ander"]}, b={})
    new = rapport(2022, a={"realisaties": ["Plan"]}, b={"planning": ["Ander"]})
    result = changes(old, new)
    assert told(result) == {"verplaatst": ["plan"]}
    assert told(result, "b") == {"verplaatst": ["ander"]}
    assert result.as_json("HEAD")["domeinen"][1]["verplaatst"][0]["van"] == {
        "domein": "a",
        "lijst": "planning",
    }


def test_a_second_domain_is_added_not_moved(rapport):
    old = rapport(2022, a={"planning": ["Plan"]}, b={})
    new = rapport(2022, a={"planning": ["Plan"]}, b={"planning": ["Plan"]})
    assert told(changes(old, new), "b") == {"toegevoegd": ["plan"]}
    assert told(changes(new, old), "b") == {"verwijderd": ["plan"]}


def test_reworded_with_the_same_id_near_equal_or_very_similar(rapport):
    old = rapport(
        2022,
        a={"planning": [{"titel": "X", "id": "x"}, "Topdesk migratie", "Uitrol contractbeheer"]},
    )
    new = rapport(
        2022,
        a={
            "planning": [
                {"titel": "Y", "id": "x"},
                "Migratie: Topdesk",
                "Uitrol van contractbeheer (Yucopia)",
            ]
        },
    )
    result = changes(old, new)
    assert told(result) == {
        "herschreven": ["x", "migratie-topdesk", "uitrol-van-contractbeheer-yucopia"]
    }
    assert result.domeinen[0].herschreven[1].was == ("topdesk-migratie", "Topdesk migratie")


def test_details_with_old_and_new(rapport):
    old = rapport(2022, a={"planning": [{"titel": "Plan", "termijn": "2023"}]})
    new = rapport(2022, a={"planning": [{"titel": "Plan", "termijn": "2024", "dienst": "ICT"}]})
    (change,) = changes(old, new).domeinen[0].details
    assert change.as_json()["velden"] == [
        {"veld": "dienst", "oud": None, "nieuw": "ICT"},
        {"veld": "termijn", "oud": "2023", "nieuw": "2024"},
    ]


def test_the_report_and_the_domain_themselves(rapport):
    old = rapport(2022, a={})
    domein = old.domeinen[0].model_copy(update={"criterium": "Goed."})
    new = old.model_copy(update={"ontwerp": True, "domeinen": (domein,)})
    result = changes(old, new)
    assert told(result, "rapport") == {"details": ["rapport"]}
    assert result.domeinen[0].details[0].titel == "Voortgangsrapport"
    assert told(result) == {"details": ["a"]}


def test_whatever_a_domain_holds_is_told_as_it_is_typed():
    old = typed(domein="titel: A\nmaturiteit: {niveau: 2}\n")
    new = typed(
        domein="titel: B\nrechtsgrond: artikel 217\ncriterium: Goed.\n"
        "maturiteit: {niveau: 3, doel: 4, toelichting: Beter.}\n"
    )
    assert fields(changes(old, new)) == [
        ("titel", "A", "B"),
        ("rechtsgrond", None, "artikel 217"),
        ("criterium", None, "Goed."),
        ("maturiteit", {"niveau": 2}, {"niveau": 3, "doel": 4, "toelichting": "Beter."}),
    ]


def test_what_becomes_a_risk_has_no_details_that_nobody_typed(rapport):
    old = rapport(2022, a={"planning": ["Uitval"]})
    new = rapport(2022, a={"risicos": ["Uitval"]})
    assert told(changes(old, new)) == {"verplaatst": ["uitval"]}


def test_each_kind_of_change_as_json(rapport):
    old = rapport(2022, a={"planning": ["Plan", "Topdesk migratie", "Audit"]}, b={})
    new = rapport(
        2022,
        a={"planning": ["Migratie: Topdesk", {"titel": "Audit", "dienst": "ICT"}]},
        b={"realisaties": ["Plan"]},
    )
    a, b = changes(old, new).as_json("HEAD")["domeinen"]
    assert b["verplaatst"] == [
        {
            "id": "plan",
            "titel": "Plan",
            "lijst": "realisaties",
            "van": {"domein": "a", "lijst": "planning"},
            "naar": {"domein": "b", "lijst": "realisaties"},
        }
    ]
    assert a["herschreven"] == [
        {
            "id": "migratie-topdesk",
            "titel": "Migratie: Topdesk",
            "lijst": "planning",
            "was": {"id": "topdesk-migratie", "titel": "Topdesk migratie"},
        }
    ]
    assert a["details"] == [
        {
            "id": "audit",
            "titel": "Audit",
            "lijst": "planning",
            "velden": [{"veld": "dienst", "oud": None, "nieuw": "ICT"}],
        }
    ]


def test_whatever_rapport_holds_is_told_as_it_is_typed():
    new = typed("""\
kader: leidraad
datum: 2023-06-12
ontwerp: true
contact: {naam: An Peeters, e-mail: an@voorbeeldegem.example}
nota: {adviezen: [{van: managementteam, datum: 2023-05-02}]}
afkortingen: {MJP: meerjarenplan}
""")
    assert fields(changes(typed(), new), "rapport") == [
        ("kader", None, "leidraad"),
        ("datum", None, "2023-06-12"),
        ("ontwerp", False, True),
        ("contact", None, {"naam": "An Peeters", "e-mail": "an@voorbeeldegem.example"}),
        ("nota", None, {"adviezen": [{"van": "managementteam", "datum": "2023-05-02"}]}),
        ("afkortingen", None, {"MJP": "meerjarenplan"}),
    ]


def test_whatever_an_actie_holds_is_told_as_it_is_typed():
    bare = typed(domein="titel: A\nplanning: [Plan]\n")
    full = typed(
        domein="titel: A\nplanning:\n  - titel: Plan\n    sdg: [3, 11]\n"
        "    deelacties: [Een, {titel: Twee, termijn: 2023-Q2}]\n"
    )
    assert fields(changes(bare, full)) == [
        ("deelacties", None, [{"titel": "Een"}, {"titel": "Twee", "termijn": "2023-Q2"}]),
        ("sdg", None, [3, 11]),
    ]


def test_a_domain_that_is_gone_stands_behind_the_others_with_what_it_held(rapport):
    old = rapport(2022, weg={"planning": ["Plan"]}, a={})
    result = changes(old, rapport(2022, a={}))
    domeinen = [(each.domein, each.titel) for each in result.domeinen]
    assert domeinen == [("rapport", "rapport.yaml"), ("a", "A"), ("weg", "Weg")]
    assert told(result, "weg") == {"verwijderd": ["plan"]}


def test_an_actie_that_moved_and_was_reworded_is_told_twice(rapport):
    old = rapport(2022, a={"planning": [{"titel": "Intranet", "own_id": "x"}]})
    new = rapport(2022, a={"realisaties": [{"titel": "Nieuw intranet", "own_id": "x"}]})
    assert told(changes(old, new)) == {"verplaatst": ["x"], "herschreven": ["x"]}


def test_of_two_places_the_one_in_the_same_domain_moved(rapport):
    old = rapport(2022, a={"planning": ["Plan"]}, b={"planning": ["Plan"]})
    new = rapport(2022, c={"planning": ["Plan"]}, b={"realisaties": ["Plan"]}, a={})
    result = changes(old, new)
    moved = [(each.van, each.naar) for d in result.domeinen for each in d.verplaatst]
    assert sorted(moved) == [
        (("a", "planning"), ("c", "planning")),
        (("b", "planning"), ("b", "realisaties")),
    ]


def test_each_new_title_answers_one_that_is_gone(rapport):
    old = rapport(2022, a={"planning": ["Uitrol contractbeheer", "Uitrol van contractbeheer"]})
    new = rapport(2022, a={"planning": ["Uitrol contractbeheer stad"]})
    assert told(changes(old, new)) == {
        "verwijderd": ["uitrol-van-contractbeheer"],
        "herschreven": ["uitrol-contractbeheer-stad"],
    }


def test_a_near_equal_title_goes_before_a_similar_one(rapport):
    old = rapport(2022, a={"planning": ["Migratie Topdesk fase 2", "Topdesk migratie"]})
    new = rapport(2022, a={"planning": ["Migratie Topdesk", "Migratie van Topdesk fase 2"]})
    was = {each.id: each.was[0] for each in changes(old, new).domeinen[0].herschreven}
    assert was == {
        "migratie-topdesk": "topdesk-migratie",
        "migratie-van-topdesk-fase-2": "migratie-topdesk-fase-2",
    }


def test_a_similar_title_does_not_take_the_place_of_a_near_equal_one(rapport):
    old = rapport(2022, a={"planning": ["Topdesk migratie nu", "Topdesk migratie"]})
    new = rapport(2022, a={"planning": ["Migratie: Topdesk"]})
    result = changes(old, new)
    assert told(result) == {
        "verwijderd": ["topdesk-migratie-nu"],
        "herschreven": ["migratie-topdesk"],
    }


def test_a_title_that_moved_and_was_reworded_at_once_is_gone_and_new(rapport):
    old = rapport(2022, a={"planning": ["Topdesk migratie"]})
    new = rapport(2022, a={"realisaties": ["Migratie Topdesk"]})
    assert told(changes(old, new)) == {
        "toegevoegd": ["migratie-topdesk"],
        "verwijderd": ["topdesk-migratie"],
    }


def test_titles_that_are_only_somewhat_alike_are_not_one_actie(rapport):
    old = rapport(2022, a={"planning": ["Nieuw intranet"]})
    new = rapport(2022, a={"planning": ["Nieuw fietsplan"]})
    assert told(changes(old, new)) == {
        "toegevoegd": ["nieuw-fietsplan"],
        "verwijderd": ["nieuw-intranet"],
    }


def test_an_id_of_its_own_is_no_detail(rapport):
    old = rapport(2022, a={"planning": [{"titel": "Topdesk migratie", "own_id": "x"}]})
    new = rapport(2022, a={"planning": [{"titel": "Migratie Topdesk", "own_id": "y"}]})
    assert told(changes(old, new)) == {"herschreven": ["y"]}


def test_domains_in_another_order_are_a_change_of_the_report(rapport):
    old, new = rapport(2022, a={}, b={}), rapport(2022, b={}, a={})
    assert fields(changes(old, new), "rapport") == [("domeinen", ["a", "b"], ["b", "a"])]


def test_what_changed_in_a_domain_itself_stands_under_its_titel():
    (domein,) = changes(typed(), typed(domein="titel: A\ncriterium: Goed.\n")).domeinen
    (change,) = domein.as_json()["details"]
    assert change == {
        "id": "a",
        "titel": "A",
        "lijst": None,
        "velden": [{"veld": "criterium", "oud": None, "nieuw": "Goed."}],
    }


@pytest.mark.slow
def test_after_five_hundred_that_are_gone_no_similar_title_is_looked_for(rapport):
    names = [f"{a}{b}{c}" for a in "bdgk" for b in "abcdefghijkl" for c in "mnopqrstuvw"][:502]
    old = rapport(2022, a={"planning": [f"Kaart {name * 3}" for name in names]})
    new = rapport(2022, a={"planning": [f"Kaart {name * 3} bis" for name in names]})
    (domein,) = changes(old, new).domeinen
    assert len(domein.herschreven) == 500
    assert [each.titel for each in domein.verwijderd] == [f"Kaart {n * 3}" for n in names[500:]]
