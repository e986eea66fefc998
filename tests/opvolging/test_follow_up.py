"""What became of the plans: each rule of DESIGN §4, checked by hand."""

import pytest

from voortgang.opvolging.follow_up import LIJSTEN, follow_up


def only(result, domein):
    return next(each for each in result.domeinen if each.domein == domein)


def lists(result, domein):
    found = only(result, domein)
    return {naam: [e.id for e in found.lijst(naam)] for naam in LIJSTEN if found.lijst(naam)}


def test_every_outcome_of_a_plan(rapport):
    plannen = ["Klaar", "Half", "Bezig", "Geschrapt", "Vergeten", "Open"]
    van = rapport(2022, cultuur={"planning": plannen})
    naar = rapport(
        2023,
        cultuur={
            "realisaties": ["Klaar", {"titel": "Eerste helft", "vervolg_op": ("half",)}],
            "planning": ["bezig", {"titel": "Tweede helft", "vervolg_op": ("half",)}],
            "vervallen": [{"titel": "Geschrapt", "reden": "geen budget"}],
            "te_beantwoorden": ["Open"],
            "risicos": ["Vergeten"],
        },
    )
    result = follow_up(van, naar)
    assert lists(result, "cultuur") == {
        "gerealiseerd": ["klaar"],
        "deels_gerealiseerd": ["half"],
        "lopend": ["bezig"],
        "vervallen": ["geschrapt"],
        "zonder_opvolging": ["vergeten", "open"],
    }
    assert result.domeinen[0].lijst("vervallen")[0].reden == "geen budget"


VERVOLG = {"titel": "Vervolg", "vervolg_op": ("plan",)}
WEG = {"titel": "Plan", "reden": "te duur"}


@pytest.mark.parametrize(
    ("naar", "stand", "antwoord"),
    [
        ({"realisaties": ["Plan"]}, "gerealiseerd", "plan"),
        ({"realisaties": ["Plan"], "planning": [VERVOLG]}, "gerealiseerd", "plan"),
        ({"realisaties": [VERVOLG, "Plan"], "vervallen": [WEG]}, "gerealiseerd", "plan"),
        ({"realisaties": [VERVOLG]}, "gerealiseerd", "vervolg"),
        ({"realisaties": [VERVOLG], "planning": ["Plan"]}, "deels_gerealiseerd", "plan"),
        (
            {"realisaties": [VERVOLG], "planning": [{**VERVOLG, "titel": "Fase 2"}]},
            "deels_gerealiseerd",
            "fase-2",
        ),
        (
            {"realisaties": [VERVOLG], "planning": ["Plan"], "vervallen": [WEG]},
            "deels_gerealiseerd",
            "plan",
        ),
        ({"realisaties": [VERVOLG], "vervallen": [WEG]}, "vervallen", "plan"),
        ({"planning": ["Plan"], "vervallen": [WEG]}, "vervallen", "plan"),
        ({"planning": [VERVOLG]}, "lopend", "vervolg"),
        ({"planning": [VERVOLG, "Plan"]}, "lopend", "plan"),
        ({"risicos": ["Plan"]}, "zonder_opvolging", None),
        ({"te_beantwoorden": ["Plan"]}, "zonder_opvolging", None),
    ],
)
def test_the_first_that_holds_is_the_stand(rapport, naar, stand, antwoord):
    """Spread over domains as in one: an answer may stand anywhere."""
    van = rapport(2022, a={"planning": ["Plan"]})
    spread = {f"d{n}": {lijst: acties} for n, (lijst, acties) in enumerate(naar.items())}
    for where in ({"a": naar}, {"a": {}, **spread}, {"b": naar}):
        found = lists(follow_up(van, rapport(2023, **where)), "a")
        assert {naam: ids for naam, ids in found.items() if ids == ["plan"]} == {stand: ["plan"]}
        (entry,) = only(follow_up(van, rapport(2023, **where)), "a").lijst(stand)
        assert (entry.antwoord and entry.antwoord.id) == antwoord


def test_vervolg_op_answers_in_any_domain_and_is_named(rapport):
    van = rapport(2022, a={"planning": ["Audit"]})
    naar = rapport(2023, b={"planning": [{"titel": "Actieplan", "vervolg_op": ("audit",)}]})
    (entry,) = follow_up(van, naar).as_json()["domeinen"][1]["lopend"]
    assert (entry["id"], entry["titel"]) == ("audit", "Audit")
    assert (entry["antwoord"]["id"], entry["antwoord"]["domein"]) == ("actieplan", "b")
    assert lists(follow_up(van, naar), "b") == {}


def test_the_answer_of_the_own_domain_is_named_else_the_first(rapport):
    van = rapport(2022, a={"planning": ["Plan"]}, z={"planning": ["Plan"]})
    naar = rapport(2023, b={"realisaties": ["Plan"]}, a={"realisaties": ["Plan"]})
    named = {
        d.domein: d.lijst("gerealiseerd")[0].antwoord.domein
        for d in follow_up(van, naar).domeinen[1:]
    }
    assert named == {"a": "a", "z": "b"}


def test_of_two_answers_the_one_in_the_own_domain_is_named_and_the_own_id_before_that(rapport):
    van = rapport(2022, a={"planning": ["Plan"]}, z={})
    parts = {"a": [VERVOLG], "b": [{**VERVOLG, "titel": "Elders"}]}
    for extra, named in (([], "vervolg"), (["Plan"], "plan")):
        naar = rapport(2023, b={"planning": parts["b"] + extra}, a={"planning": parts["a"]})
        assert only(follow_up(van, naar), "a").lijst("lopend")[0].antwoord.id == named


def test_details_may_stand_in_one_of_the_places(rapport):
    plan = {"titel": "Plan", "termijn": "2023", "dienst": "ICT"}
    van = rapport(2022, a={"planning": ["Audit", "Plan"]}, b={"planning": [plan]})
    audit = {"titel": "Actieplan", "vervolg_op": ("audit",)}
    later = {"titel": "Plan", "termijn": "2024", "toelichting": "Wacht op de raad."}
    naar = rapport(
        2023,
        a={"realisaties": ["Actieplan"], "planning": ["Plan"]},
        b={"realisaties": [audit], "planning": [later]},
    )
    result = follow_up(van, naar)
    a = result.domeinen[0]
    assert result.totalen.nieuwe_realisaties == 0
    assert a.lijst("gerealiseerd")[0].antwoord.domein == "a"
    assert (a.lijst("lopend")[0].dienst, a.lijst("lopend")[0].termijn.text) == ("ICT", "2023")
    assert (
        a.lijst("lopend")[0].antwoord.domein,
        a.lijst("lopend")[0].antwoord.termijn.text,
    ) == ("a", "2024")
    assert a.lijst("lopend")[0].antwoord.toelichting == "Wacht op de raad."
    assert [each.lijst("lopend")[0].uitgesteld for each in result.domeinen] == [True, True]
    assert result.totalen.uitgesteld == 1


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


def test_a_next_phase_is_new_and_says_whose_vervolg_it_is(rapport):
    van = rapport(2022, a={"planning": ["Audit", "Loket"], "realisaties": ["Bevraging"]})
    nieuw = [
        {"titel": "Actieplan", "vervolg_op": ("audit",)},
        {"titel": "Tweede bevraging", "vervolg_op": ("bevraging", "weg")},
        {"titel": "Samen", "vervolg_op": ("audit", "loket")},
        "Los",
    ]
    naar = rapport(2023, a={"realisaties": ["Audit"]}, b={"planning": nieuw})
    result = follow_up(van, naar)
    fresh = {
        entry.titel: [each.titel for each in entry.vervolg_op]
        for entry in only(result, "b").lijst("nieuwe_planning")
    }
    # The loket goes on in the joint plan: that one is its answer.
    assert fresh == {"Actieplan": ["Audit"], "Tweede bevraging": ["Bevraging", "weg"], "Los": []}
    assert lists(result, "a") == {"gerealiseerd": ["audit"], "lopend": ["loket"]}


@pytest.mark.parametrize(
    ("was", "wordt", "uitgesteld"),
    [
        ("2023-Q2", "2023-Q3", True),
        ("2024", "2025-01", True),
        ("2024-12-31", "2024", False),
        ("2024", "2023", False),
        ("2023", None, True),
        ("2023-12-31", None, True),
        ("2024-01", None, False),
        ("2023", "2023", True),  # still the old one, and that is past: no new one came
        ("2024", "2024", False),
        (None, "2030", False),
        (None, None, False),
    ],
)
@pytest.mark.parametrize("stand", ["lopend", "deels_gerealiseerd"])
def test_what_goes_on_later_than_was_promised_is_put_off(rapport, was, wordt, uitgesteld, stand):
    van = rapport(2022, a={"planning": [{"titel": "Plan", **({"termijn": was} if was else {})}]})
    rest = {"titel": "Rest", "vervolg_op": ("plan",), **({"termijn": wordt} if wordt else {})}
    done = [{"titel": "Begin", "vervolg_op": ("plan",)}] if stand != "lopend" else []
    result = follow_up(van, rapport(2023, a={"planning": [rest], "realisaties": done}))
    (entry,) = result.domeinen[0].lijst(stand)
    assert (entry.uitgesteld, entry.keer_uitgesteld) == (uitgesteld, int(uitgesteld))
    assert result.totalen.uitgesteld == uitgesteld


@pytest.mark.parametrize("lijst", ["realisaties", "vervallen"])
def test_what_came_to_an_end_is_not_put_off(rapport, lijst):
    van = rapport(2022, a={"planning": [{"titel": "Plan", "termijn": "2022"}]})
    einde = {"titel": "Plan", "termijn": "2024"} | ({"reden": "x"} if lijst == "vervallen" else {})
    result = follow_up(van, rapport(2023, a={lijst: [einde]}))
    assert (result.totalen.uitgesteld, result.totalen.gerealiseerd + result.totalen.vervallen) == (
        0,
        1,
    )


def test_since_when_and_how_often_come_from_the_years_before(rapport):
    termijnen = {2020: "2020", 2021: "2022", 2022: "2022", 2023: "2024"}
    jaren = [
        rapport(jaar, a={"planning": [{"titel": "Plan", "termijn": termijn}]})
        for jaar, termijn in termijnen.items()
    ]
    for naar, others, since, times in (
        (jaren[3], jaren, 2020, 3),
        (jaren[3], jaren[1:], 2021, 2),
        (jaren[3], [], 2022, 1),
        (rapport(2023, a={}), jaren[:3], 2020, 2),
    ):
        result = follow_up(jaren[2], naar, others)
        (entry,) = (
            *result.domeinen[0].lijst("lopend"),
            *result.domeinen[0].lijst("zonder_opvolging"),
        )
        assert (entry.sinds, entry.keer_uitgesteld) == (since, times)


def test_totals_count_an_actie_of_two_domains_once(rapport):
    van = rapport(2022, a={"planning": ["Plan"]}, b={"planning": ["Plan", "Ander"]})
    result = follow_up(van, rapport(2023, b={"realisaties": ["Nieuw"]}, a={}))
    assert result.totalen._asdict() == {
        "gerealiseerd": 0,
        "deels_gerealiseerd": 0,
        "lopend": 0,
        "vervallen": 0,
        "zonder_opvolging": 2,
        "nieuwe_realisaties": 1,
        "nieuwe_planning": 0,
        "uitgesteld": 0,
    }
    assert [lists(result, d).get("zonder_opvolging") for d in "ab"] == [["plan"], ["plan", "ander"]]


def test_the_domains_stand_in_the_order_of_naar_then_of_van(rapport):
    van = rapport(2022, oud={}, a={}, b={})
    result = follow_up(van, rapport(2024, b={}, a={}, nieuw={}))
    assert [d.domein for d in result.domeinen] == ["b", "a", "nieuw", "oud"]
    assert (result.van, result.naar) == (2022, 2024)


def test_the_json_of_the_contract(rapport):
    plannen = [{"titel": "Plan", "dienst": "ICT", "termijn": "2023-Q2"}, "Half", "Open"]
    van = rapport(2022, a={"planning": plannen})
    naar = rapport(
        2023,
        a={
            "realisaties": [{"titel": "Begin", "vervolg_op": ("half",)}],
            "planning": [
                {
                    "titel": "Rest",
                    "vervolg_op": ("half",),
                    "termijn": "2024",
                    "toelichting": "*Nu*",
                },
                {"titel": "Nieuw", "vervolg_op": ("vroeger",)},
            ],
            "vervallen": [{"titel": "Plan", "reden": "geen budget"}],
        },
    )
    nothing = {"dienst": None, "termijn": None, "sinds": 2022, "keer_uitgesteld": 0}
    answer = {"domein": "a", "termijn": None, "toelichting": None}
    assert follow_up(van, naar).as_json() == {
        "version": 2,
        "van": 2022,
        "naar": 2023,
        "totalen": {
            "gerealiseerd": 0,
            "deels_gerealiseerd": 1,
            "lopend": 0,
            "vervallen": 1,
            "zonder_opvolging": 1,
            "nieuwe_realisaties": 0,
            "nieuwe_planning": 1,
            "uitgesteld": 0,
        },
        "domeinen": [
            {
                "domein": "a",
                "gerealiseerd": [],
                "deels_gerealiseerd": [
                    {
                        "id": "half",
                        "titel": "Half",
                        **nothing,
                        "antwoord": {
                            "id": "rest",
                            "titel": "Rest",
                            "domein": "a",
                            "termijn": "2024",
                            "toelichting": "*Nu*",
                        },
                        "uitgesteld": False,
                    }
                ],
                "lopend": [],
                "vervallen": [
                    {
                        "id": "plan",
                        "titel": "Plan",
                        "dienst": "ICT",
                        "termijn": "2023-Q2",
                        "sinds": 2022,
                        "keer_uitgesteld": 0,
                        "antwoord": {"id": "plan", "titel": "Plan", **answer},
                        "uitgesteld": False,
                        "reden": "geen budget",
                    }
                ],
                "zonder_opvolging": [{"id": "open", "titel": "Open", **nothing}],
                "nieuwe_realisaties": [],
                "nieuwe_planning": [
                    {
                        "id": "nieuw",
                        "titel": "Nieuw",
                        **nothing,
                        "sinds": 2023,
                        "vervolg_op": [{"id": "vroeger", "titel": "vroeger"}],
                    }
                ],
            }
        ],
    }
