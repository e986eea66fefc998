"""What changed in a year's data, in the words of a reviewer."""

from dataclasses import replace

from voortgang.opvolging.changes import changes
from voortgang.opvolging.wijziging import GROEPEN


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
    domein = replace(old.domeinen[0], criterium="Goed.")
    new = replace(old, ontwerp=True, domeinen=(domein,))
    result = changes(old, new)
    assert told(result, "rapport") == {"details": ["rapport"]}
    assert told(result) == {"details": ["a"]}
