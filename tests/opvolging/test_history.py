"""An invented municipality over four years: since when, put off, and the chains."""

import pytest

from voortgang.opvolging.history import history


@pytest.fixture
def years(rapport):
    return {
        2020: rapport(
            2020,
            ict={
                "planning": [
                    {"titel": "Nieuw intranet", "termijn": "2021-Q2"},
                    "Werkingskader fase 1",
                    "Vergeten plan",
                ]
            },
        ),
        2021: rapport(
            2021,
            ict={
                "realisaties": ["Werkingskader fase 1"],
                "planning": [
                    {"titel": "Nieuw intranet", "termijn": "2022"},
                    {"titel": "Werkingskader fase 2", "vervolg_op": ("werkingskader-fase-1",)},
                ],
            },
        ),
        2022: rapport(
            2022,
            ict={
                "realisaties": [
                    {"titel": "Werkingskader fase 2", "vervolg_op": ("werkingskader-fase-1",)}
                ],
                "planning": [
                    {
                        "titel": "Digitale werkplek",
                        "vervolg_op": ("nieuw-intranet",),
                        "termijn": "2022-12",
                    },
                    "Vergeten plan",
                ],
            },
        ),
        2023: rapport(2023, ict={"planning": [{"titel": "Digitale werkplek", "termijn": "2024"}]}),
    }


def test_since_when_a_plan_has_been_running(years):
    plannen = history(years).plannen
    assert {year: {p.id: p.sinds for p in found.values()} for year, found in plannen.items()} == {
        2020: {"nieuw-intranet": 2020, "werkingskader-fase-1": 2020, "vergeten-plan": 2020},
        2021: {"nieuw-intranet": 2020, "werkingskader-fase-2": 2021},
        2022: {"digitale-werkplek": 2020, "vergeten-plan": 2020},
        2023: {"digitale-werkplek": 2020},
    }
    assert plannen[2023]["digitale-werkplek"].jaren == 4
    assert plannen[2022]["vergeten-plan"].jaren == 2


def test_how_often_it_was_put_off_and_what_is_past_its_termijn(years):
    plannen = history(years).plannen
    assert [plannen[2021]["nieuw-intranet"].uitgesteld] == [1]
    assert [plannen[y]["digitale-werkplek"].uitgesteld for y in (2022, 2023)] == [2, 3]
    assert plannen[2022]["digitale-werkplek"].verstreken
    assert not plannen[2023]["digitale-werkplek"].verstreken


def test_a_chain_is_followed_from_end_to_end(years):
    found = history(years)
    steps = [(s.jaar, s.soort, s.id) for s in found.keten("werkingskader-fase-2")]
    assert steps == [
        (2020, "planning", "werkingskader-fase-1"),
        (2021, "realisaties", "werkingskader-fase-1"),
        (2021, "planning", "werkingskader-fase-2"),
        (2022, "realisaties", "werkingskader-fase-2"),
    ]
    assert found.keten("werkingskader-fase-1") == found.keten("werkingskader-fase-2")
    assert len(found.keten("nieuw-intranet")) == 4
    assert found.keten("bestaat-niet") == ()
    last = found.keten("werkingskader-fase-2")[-1]
    assert (last.domein, last.titel) == ("ict", "Werkingskader fase 2")
    assert found.jaren == (2020, 2021, 2022, 2023)


def test_an_actie_that_stands_alone_has_no_chain(rapport):
    found = history({2022: rapport(2022, x={"planning": ["Plan"]})})
    assert found.keten("plan") == found.ketens == ()


def test_what_was_given_up_starts_anew(rapport):
    found = history(
        {
            2021: rapport(2021, a={"planning": ["Plan"]}),
            2022: rapport(2022, a={"vervallen": [{"titel": "Plan", "reden": "x"}]}),
            2023: rapport(2023, a={"planning": ["Plan"]}),
        }
    )
    assert found.plannen[2023]["plan"].sinds == 2023


def test_a_circle_of_vervolg_op_ends(rapport):
    circle = [{"titel": "A", "vervolg_op": ("b",)}, {"titel": "B", "vervolg_op": ("a",)}]
    assert len(history({2022: rapport(2022, x={"planning": circle})}).keten("a")) == 2


def running(*reports):
    """The plans of the last of these years."""
    return history({each.rapportjaar: each for each in reports}).plannen[reports[-1].rapportjaar]


def planned(rapport, jaar, termijn=None, **more):
    entry = {"titel": "Plan"} if termijn is None else {"titel": "Plan", "termijn": termijn}
    return rapport(jaar, a={"planning": [entry]}, **more)


@pytest.mark.parametrize(
    ("before", "now", "times"),
    [
        ("2023", "2024", 1),
        ("2023", "2023", 0),
        ("2023", None, 0),
        ("2021", "2021", 1),
        ("2021-12-31", None, 1),
        (None, "2023", 0),
        ("2023", "2022-Q4", 0),
    ],
)
def test_a_plan_is_put_off_where_its_termijn_moves_on_or_passes(rapport, before, now, times):
    found = running(planned(rapport, 2021, before), planned(rapport, 2022, now))
    assert found["plan"].uitgesteld == times


@pytest.mark.parametrize(("termijn", "over"), [("2022", True), ("2023", False), (None, False)])
def test_a_termijn_is_over_at_the_end_of_the_year(rapport, termijn, over):
    assert running(planned(rapport, 2022, termijn))["plan"].verstreken is over


def test_of_a_plan_in_two_domains_the_first_is_named_and_the_first_termijn_counts(rapport):
    plan = running(planned(rapport, 2022, b={"planning": [{"titel": "plan!", "termijn": "2023"}]}))[
        "plan"
    ]
    assert (plan.titel, plan.domein, plan.termijn.text) == ("Plan", "a", "2023")
    later = {"planning": [{"titel": "Plan", "termijn": "2024"}]}
    assert running(planned(rapport, 2022, "2023", b=later))["plan"].termijn.text == "2023"


def test_only_what_is_planned_runs_and_not_what_was_done_in_the_same_year(rapport):
    lists = {"risicos": ["Risico"], "realisaties": ["Plan"], "te_beantwoorden": ["Oud"]}
    assert running(planned(rapport, 2022, b=lists)) == {}


def test_a_plan_that_another_went_on_from_starts_anew_when_it_comes_back(rapport):
    found = running(
        planned(rapport, 2020),
        rapport(2021, a={"planning": [{"titel": "Vervolg", "vervolg_op": ("plan",)}]}),
        planned(rapport, 2022),
    )
    assert found["plan"].sinds == 2022
