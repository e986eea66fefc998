"""What became of the plans: each rule of DESIGN §4, checked by hand."""

import json
from dataclasses import asdict

from hypothesis import given, settings
from hypothesis import strategies as st

from voortgang.model.rapport import Actie, Domein, Rapport
from voortgang.opvolging.follow_up import LIJSTEN, follow_up


def lists(result, domein):
    found = next(each for each in result.domeinen if each.domein == domein)
    return {naam: [e.id for e in found.lijst(naam)] for naam in LIJSTEN if found.lijst(naam)}


def test_every_outcome_of_a_plan(rapport):
    van = rapport(2022, cultuur={"planning": ["Klaar", "Bezig", "Geschrapt", "Vergeten", "Open"]})
    naar = rapport(
        2023,
        cultuur={
            "realisaties": ["Klaar"],
            "planning": ["bezig"],
            "vervallen": [{"titel": "Geschrapt", "reden": "geen budget"}],
            "te_beantwoorden": ["Open"],
            "risicos": ["Vergeten"],
        },
    )
    result = follow_up(van, naar)
    assert lists(result, "cultuur") == {
        "gerealiseerd": ["klaar"],
        "lopend": ["bezig"],
        "vervallen": ["geschrapt"],
        "zonder_opvolging": ["vergeten", "open"],
    }
    assert result.domeinen[0].vervallen[0].reden == "geen budget"


def test_a_realisatie_goes_before_vervallen_and_vervallen_before_a_plan(rapport):
    van = rapport(2022, a={"planning": ["Een", "Twee"]})
    naar = rapport(
        2023,
        a={"planning": ["Een", "Twee"]},
        b={"vervallen": [{"titel": t, "reden": "x"} for t in ("Een", "Twee")]},
        c={"realisaties": ["Een"]},
    )
    assert lists(follow_up(van, naar), "a") == {"gerealiseerd": ["een"], "vervallen": ["twee"]}


def test_vervolg_op_answers_in_any_domain_and_is_named(rapport):
    van = rapport(2022, a={"planning": ["Audit"]})
    naar = rapport(2023, b={"planning": [{"titel": "Actieplan", "vervolg_op": ("audit",)}]})
    (entry,) = follow_up(van, naar).as_json()["domeinen"][1]["lopend"]
    assert entry == {
        "id": "audit",
        "titel": "Audit",
        "antwoord": {"id": "actieplan", "titel": "Actieplan", "domein": "b"},
    }
    assert lists(follow_up(van, naar), "b") == {}


def test_the_answer_of_the_own_domain_is_named_else_the_first(rapport):
    van = rapport(2022, a={"planning": ["Plan"]}, z={"planning": ["Plan"]})
    naar = rapport(2023, b={"realisaties": ["Plan"]}, a={"realisaties": ["Plan"]})
    named = {d.domein: d.gerealiseerd[0].antwoord.domein for d in follow_up(van, naar).domeinen[1:]}
    assert named == {"a": "a", "z": "b"}


def test_details_may_stand_in_one_of_the_places(rapport):
    van = rapport(2022, a={"planning": ["Audit"]})
    naar = rapport(
        2023,
        a={"realisaties": ["Actieplan"]},
        b={"realisaties": [{"titel": "Actieplan", "vervolg_op": ("audit",)}]},
    )
    result = follow_up(van, naar)
    assert result.totalen.nieuwe_realisaties == 0
    assert result.domeinen[0].gerealiseerd[0].antwoord.domein == "a"


def test_what_is_new(rapport):
    van = rapport(2022, a={"realisaties": ["Loopt elk jaar", "Audit"], "planning": ["Plan"]})
    naar = rapport(
        2023,
        a={
            "realisaties": ["Loopt elk jaar", "Plan", "Verrassing"],
            "planning": [{"titel": "Opvolgaudit", "vervolg_op": ("audit",)}, "Loopt elk jaar"],
        },
    )
    found = lists(follow_up(van, naar), "a")
    assert found["nieuwe_realisaties"] == ["verrassing"]
    assert found["nieuwe_planning"] == ["opvolgaudit", "loopt-elk-jaar"]


def test_totals_count_an_actie_of_two_domains_once(rapport):
    van = rapport(2022, a={"planning": ["Plan"]}, b={"planning": ["Plan", "Ander"]})
    result = follow_up(van, rapport(2023, b={"realisaties": ["Nieuw"]}, a={}))
    assert asdict(result.totalen) == {
        "gerealiseerd": 0,
        "lopend": 0,
        "vervallen": 0,
        "zonder_opvolging": 2,
        "nieuwe_realisaties": 1,
        "nieuwe_planning": 0,
    }
    assert [lists(result, d).get("zonder_opvolging") for d in "ab"] == [["plan"], ["plan", "ander"]]


def test_the_domains_stand_in_the_order_of_naar_then_of_van(rapport):
    van = rapport(2022, oud={}, a={}, b={})
    result = follow_up(van, rapport(2024, b={}, a={}, nieuw={}))
    assert [d.domein for d in result.domeinen] == ["b", "a", "nieuw", "oud"]
    assert (result.van, result.naar) == (2022, 2024)


def test_the_json_of_the_contract(rapport):
    plan = {"titel": "Plan", "dienst": "ICT", "termijn": "2023-Q2"}
    van = rapport(2022, a={"planning": [plan]})
    naar = rapport(2023, a={"vervallen": [{"titel": "Plan", "reden": "geen budget"}]})
    empty = {naam: [] for naam in LIJSTEN}
    assert follow_up(van, naar).as_json() == {
        "version": 1,
        "van": 2022,
        "naar": 2023,
        "totalen": {**dict.fromkeys(LIJSTEN, 0), "vervallen": 1},
        "domeinen": [
            {
                "domein": "a",
                **empty,
                "vervallen": [
                    {
                        "id": "plan",
                        "titel": "Plan",
                        "dienst": "ICT",
                        "termijn": "2023-Q2",
                        "reden": "geen budget",
                        "antwoord": {"id": "plan", "titel": "Plan", "domein": "a"},
                    }
                ],
            }
        ],
    }


names = st.lists(st.sampled_from("abcdefgh"), max_size=5, unique=True)


@st.composite
def years(draw):
    def domein(naam):
        def acties(**extra):
            return tuple(
                Actie(titel=titel, vervolg_op=tuple(draw(names)[:1]), **extra)
                for titel in draw(names)
            )

        return Domein(
            id=naam,
            titel=naam,
            realisaties=acties(),
            planning=acties(),
            vervallen=acties(reden="x"),
            te_beantwoorden=acties(),
        )

    domeinen = tuple(domein(naam) for naam in ("x", "y"))
    return Rapport(rapportjaar=2022, bestuur="B", titel="T", domeinen=domeinen)


@given(years(), years())
@settings(max_examples=60)
def test_every_plan_has_one_outcome_and_nothing_is_lost(van, naar):
    result = follow_up(van, naar)
    outcomes = LIJSTEN[:4]
    for domein in van.domeinen:
        found = next(each for each in result.domeinen if each.domein == domein.id)
        together = [entry.id for naam in outcomes for entry in found.lijst(naam)]
        assert sorted(together) == sorted(plan.id for plan in domein.planning)
    of_plan = {}
    for domein in result.domeinen:
        for naam in outcomes:
            for entry in domein.lijst(naam):
                assert of_plan.setdefault(entry.id, naam) == naam
                assert (entry.antwoord is None) == (naam == "zonder_opvolging")
    assert json.loads(json.dumps(result.as_json()))["version"] == 1
