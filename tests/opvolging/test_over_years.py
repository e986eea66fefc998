"""Plans followed through the years between, and what holds of any years whatsoever."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voortgang.model.rapport import Actie, Domein, Rapport
from voortgang.model.termijn import Termijn
from voortgang.opvolging.follow_up import UITKOMSTEN, follow_up

VERVOLG = {"titel": "Vervolg", "vervolg_op": ("plan",)}
REST = {"titel": "Rest", "vervolg_op": ("vervolg",)}


def found(rapport, *jaren):
    """What became of the plan of the first of these years in the last: the stand, and its entry."""
    years = [rapport(2022 + number, a=lists) for number, lists in enumerate(jaren)]
    result = follow_up(years[0], years[-1], years[1:-1])
    (one,) = [
        (naam, entry)
        for naam in UITKOMSTEN
        for entry in result.domeinen[0].lijst(naam)
        if entry.id == "plan"
    ]
    return one


PLAN = {"planning": ["Plan"]}
WEG = [{"titel": "Plan", "reden": "te duur"}]


@pytest.mark.parametrize(
    ("later", "stand", "antwoord", "jaar"),
    [
        (({"realisaties": ["Plan"]}, {}), "gerealiseerd", "plan", 2023),
        (({"vervallen": WEG}, {}), "vervallen", "plan", 2023),
        (({"vervallen": WEG}, {"realisaties": ["Plan"]}), "vervallen", "plan", 2023),
        ((PLAN, {"realisaties": ["Plan"]}), "gerealiseerd", "plan", None),
        ((PLAN, PLAN, {"realisaties": ["Plan"]}, {}), "gerealiseerd", "plan", 2025),
        (({"planning": [VERVOLG]}, {"planning": [REST]}), "lopend", "rest", None),
        (({"planning": [VERVOLG]}, {"realisaties": [REST]}, {}), "gerealiseerd", "rest", 2024),
        (({"planning": [VERVOLG]}, {}), "zonder_opvolging", None, None),
        (({}, PLAN), "lopend", "plan", None),
        (({"te_beantwoorden": ["Plan"]}, {"realisaties": ["Plan"]}), "gerealiseerd", "plan", None),
        (
            ({"realisaties": [VERVOLG], "planning": ["Plan"]}, PLAN),
            "deels_gerealiseerd",
            "plan",
            None,
        ),
        (
            ({"realisaties": [VERVOLG], "planning": ["Plan"]}, {"realisaties": ["Plan"]}),
            "gerealiseerd",
            "plan",
            None,
        ),
        (
            ({"realisaties": [VERVOLG], "planning": ["Plan"]}, {"vervallen": WEG}),
            "vervallen",
            "plan",
            None,
        ),
    ],
)
def test_a_plan_is_followed_under_its_newest_id(rapport, later, stand, antwoord, jaar):
    naam, entry = found(rapport, PLAN, *later)
    answer = entry.antwoord
    assert naam == stand
    assert (answer and answer.id, entry.antwoord_in) == (antwoord, jaar)
    assert not answer or ("jaar" in entry.as_json(naam)["antwoord"]) == (jaar is not None)


def phase(titel, *van):
    return {"titel": titel, "vervolg_op": van}


@pytest.mark.parametrize(
    ("last", "stand", "antwoord"),
    [
        ({"realisaties": ["Een", "Twee"]}, "gerealiseerd", "een"),
        ({"realisaties": ["Een"], "planning": ["Twee"]}, "deels_gerealiseerd", "twee"),
        ({"planning": ["Twee"]}, "lopend", "twee"),
        ({"realisaties": ["Een"]}, "zonder_opvolging", None),
        (
            {"realisaties": ["Een"], "vervallen": [{"titel": "Twee", "reden": "x"}]},
            "vervallen",
            "twee",
        ),
    ],
)
def test_of_a_plan_in_two_parts_the_part_that_is_open_says_how_it_stands(
    rapport, last, stand, antwoord
):
    parts = {"planning": [phase("Een", "plan"), phase("Twee", "plan")]}
    naam, entry = found(rapport, PLAN, parts, last)
    assert (naam, entry.antwoord and entry.antwoord.id) == (stand, antwoord)


def test_was_and_wordt_are_those_of_the_two_years_and_each_step_counts(rapport):
    termijnen = ("2022-Q4", "2023", "2024", "2026")
    years = [{"planning": [{"titel": "Plan", "termijn": termijn}]} for termijn in termijnen]
    naam, entry = found(rapport, *years)
    assert (naam, entry.termijn.text, entry.antwoord.termijn.text) == ("lopend", "2022-Q4", "2026")
    assert (entry.uitgesteld, entry.keer_uitgesteld) == (True, 3)
    years[1:3] = [PLAN, PLAN]
    naam, entry = found(rapport, {"planning": [{"titel": "Plan", "termijn": "2025"}]}, *years[1:])
    assert (entry.uitgesteld, entry.keer_uitgesteld) == (True, 1)


def test_what_is_new_is_what_no_open_plan_led_to(rapport):
    years = [
        rapport(2022, a={"planning": ["Plan", "Audit"], "realisaties": ["Elk jaar"]}),
        rapport(
            2023, a={"planning": [VERVOLG, phase("Actieplan", "audit")], "realisaties": ["Audit"]}
        ),
        rapport(
            2024,
            a={
                "planning": [REST, "Actieplan"],
                "realisaties": ["Elk jaar", "Audit", "Verrassing"],
            },
        ),
    ]
    (domein,) = follow_up(years[0], years[2], years).domeinen
    assert [entry.id for entry in domein.lijst("nieuwe_realisaties")] == ["verrassing"]
    (nieuw,) = domein.lijst("nieuwe_planning")
    assert (nieuw.id, nieuw.sinds) == ("actieplan", 2023)


def test_a_domain_that_only_a_year_between_has_is_named(rapport):
    result = follow_up(
        rapport(2022, a=PLAN), rapport(2024, a={}), [rapport(2023, b={"realisaties": ["Plan"]})]
    )
    assert [each.domein for each in result.domeinen] == ["a"]
    assert result.domeinen[0].lijst("gerealiseerd")[0].antwoord.domein == "b"
    assert result.titels["b"] == "B"


names = st.lists(st.sampled_from("abcdefgh"), max_size=5, unique=True)
termijnen = st.sampled_from((None, *map(Termijn.parse, ("2022", "2023-Q1", "2024-06", "2030"))))


@st.composite
def rapporten(draw, jaar):
    def acties(**extra):
        return tuple(
            Actie(titel=titel, vervolg_op=tuple(draw(names)[:2]), termijn=draw(termijnen), **extra)
            for titel in draw(names)
        )

    domeinen = tuple(
        Domein(
            id=naam,
            titel=naam,
            realisaties=acties(),
            planning=acties(),
            vervallen=acties(reden="x"),
            te_beantwoorden=acties(),
        )
        for naam in ("x", "y")
    )
    return Rapport(rapportjaar=jaar, bestuur="B", titel="T", domeinen=domeinen)


VAN, TUSSEN, NAAR = (rapporten(jaar) for jaar in (2022, 2023, 2024))


def stands(result):
    """Give by id the stand of each plan; it is the same in every domain."""
    found = {}
    for domein in result.domeinen:
        for naam in UITKOMSTEN:
            for entry in domein.lijst(naam):
                assert found.setdefault(entry.id, naam) == naam
    return found


@pytest.mark.slow
@given(VAN, st.lists(TUSSEN, max_size=1), NAAR)
@settings(max_examples=60)
def test_every_plan_has_one_stand_and_the_totals_add_up(van, tussen, naar):
    result = follow_up(van, naar, tussen)
    late = set()
    for domein in result.domeinen:
        plannen = [
            plan.id for each in van.domeinen if each.id == domein.domein for plan in each.planning
        ]
        together = [entry.id for naam in UITKOMSTEN for entry in domein.lijst(naam)]
        assert sorted(together) == sorted(plannen)
        for naam in UITKOMSTEN:
            for entry in domein.lijst(naam):
                assert (entry.antwoord is None) == (naam == "zonder_opvolging")
                assert not entry.uitgesteld or naam in ("lopend", "deels_gerealiseerd")
                assert entry.keer_uitgesteld >= entry.uitgesteld
                late |= {entry.id} if entry.uitgesteld else set()
    totalen = result.totalen._asdict()
    of_plan = stands(result)
    for naam in UITKOMSTEN:
        assert totalen[naam] == sum(each == naam for each in of_plan.values())
    assert sum(totalen[naam] for naam in UITKOMSTEN) == len(of_plan)
    assert totalen["uitgesteld"] == len(late)


@pytest.mark.slow
@given(VAN, TUSSEN, NAAR)
@settings(max_examples=100)
def test_following_over_a_year_between_is_following_twice(van, tussen, naar):
    first, then = follow_up(van, tussen), stands(follow_up(tussen, naar))
    straight = stands(follow_up(van, naar, (tussen,)))
    forgotten = stands(follow_up(van, naar))
    for plan, stand in stands(first).items():
        if stand in ("gerealiseerd", "vervallen"):
            assert straight[plan] == stand
        elif stand == "zonder_opvolging":
            assert straight[plan] == forgotten[plan]
        else:
            parts = {then[each.id] for each in planned_on(tussen, plan)}
            done = stand == "deels_gerealiseerd" or parts & {"gerealiseerd", "deels_gerealiseerd"}
            open_yet = parts & {"lopend", "deels_gerealiseerd"}
            if open_yet:
                assert straight[plan] == ("deels_gerealiseerd" if done else "lopend")
            else:
                order = ("zonder_opvolging", "vervallen", "gerealiseerd")
                assert straight[plan] == next(each for each in order if each in parts)


def planned_on(rapport, plan):
    """The acties in the planning of a report that answer a plan."""
    follows = {}
    for _, soort, _, actie in rapport.acties():
        if soort in ("realisaties", "planning", "vervallen"):
            follows.setdefault(actie.id, set()).update((actie.id, *actie.vervolg_op))
    return [
        actie
        for _, soort, _, actie in rapport.acties()
        if soort == "planning" and plan in follows[actie.id]
    ]


@pytest.mark.slow
@given(VAN, st.lists(TUSSEN, max_size=1), NAAR)
@settings(max_examples=60)
def test_the_order_of_the_domains_changes_no_stand(van, tussen, naar):
    def turned(rapport):
        return rapport.model_copy(update={"domeinen": rapport.domeinen[::-1]})

    other = follow_up(turned(van), turned(naar), map(turned, tussen))
    assert stands(other) == stands(follow_up(van, naar, tussen))
    assert {naam: other.totalen._asdict()[naam] for naam in UITKOMSTEN} == {
        naam: follow_up(van, naar, tussen).totalen._asdict()[naam] for naam in UITKOMSTEN
    }


def chain(rapport, jaar, length):
    """Every plan of a year goes on from the one before it."""
    acties = [{"titel": f"p{n}", "vervolg_op": (f"p{n - 1}",) if n else ()} for n in range(length)]
    return rapport(jaar, a={"planning": acties})


def fan(rapport, jaar, length):
    """All plans of a year join in one, and all of the next go on from that one."""
    one = {"titel": "een", "vervolg_op": tuple(f"p{n}" for n in range(length))}
    many = [{"titel": f"p{n}", "vervolg_op": ("een",)} for n in range(length)]
    return rapport(jaar, a={"planning": [one] if jaar % 2 else many})


@pytest.mark.slow
@pytest.mark.parametrize("make", [chain, fan])
def test_twice_the_acties_or_the_years_is_twice_the_work(rapport, lines_of, make):
    def work(length, years):
        jaren = [make(rapport, 2000 + number, length) for number in range(years)]
        follow_up(jaren[0], jaren[-1], jaren)  # ids are slugged once
        return lines_of(lambda: follow_up(jaren[0], jaren[-1], jaren))

    base = work(100, 6)
    assert work(200, 6) < 2.2 * base
    assert work(100, 12) < 2.4 * base


@pytest.mark.slow
def test_a_chain_of_eight_thousand_is_followed(rapport):
    jaren = [chain(rapport, jaar, 8000) for jaar in (2022, 2023, 2024)]
    totalen = follow_up(jaren[0], jaren[2], jaren).totalen
    assert (totalen.lopend, totalen.nieuwe_planning) == (8000, 0)
