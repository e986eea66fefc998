"""An invented municipality over four years: since when plans run, how often they were put off."""

import pytest

from voortgang.opvolging.history import Geschiedenis


def plannen(*rapporten):
    """The plans of each of these years."""
    jaren = Geschiedenis.of(rapporten).jaren
    return {jaar: jaargang.plannen for jaar, jaargang in jaren.items()}


def running(*rapporten):
    """The plans of the last of these years."""
    return plannen(*rapporten)[rapporten[-1].rapportjaar]


@pytest.fixture
def years(rapport):
    return (
        rapport(
            2020,
            ict={
                "planning": [
                    {"titel": "Nieuw intranet", "termijn": "2021-Q2"},
                    "Werkingskader fase 1",
                    "Vergeten plan",
                ]
            },
        ),
        rapport(
            2021,
            ict={
                "realisaties": ["Werkingskader fase 1"],
                "planning": [
                    {"titel": "Nieuw intranet", "termijn": "2022"},
                    {"titel": "Werkingskader fase 2", "vervolg_op": ("werkingskader-fase-1",)},
                ],
            },
        ),
        rapport(
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
        rapport(2023, ict={"planning": [{"titel": "Digitale werkplek", "termijn": "2024"}]}),
    )


def test_since_when_a_plan_has_been_running(years):
    found = plannen(*years)
    assert {year: {each: p.sinds for each, p in of.items()} for year, of in found.items()} == {
        2020: {"nieuw-intranet": 2020, "werkingskader-fase-1": 2020, "vergeten-plan": 2020},
        2021: {"nieuw-intranet": 2020, "werkingskader-fase-2": 2021},
        2022: {"digitale-werkplek": 2020, "vergeten-plan": 2020},
        2023: {"digitale-werkplek": 2020},
    }


def test_how_often_it_was_put_off(years):
    found = plannen(*years)
    assert found[2021]["nieuw-intranet"].keer_uitgesteld == 1
    assert [found[y]["digitale-werkplek"].keer_uitgesteld for y in (2022, 2023)] == [2, 3]


def test_the_order_in_which_the_years_are_given_is_no_matter(years):
    assert plannen(*reversed(years)) == plannen(*years)


@pytest.mark.parametrize(
    "ended",
    [
        {"vervallen": [{"titel": "Plan", "reden": "x"}]},
        {"realisaties": ["Plan"]},
        {"realisaties": [{"titel": "Eindelijk", "vervolg_op": ("plan",)}]},
        {"vervallen": [{"titel": "Weg", "vervolg_op": ("plan",), "reden": "x"}]},
    ],
    ids=["given up", "done", "done under another title", "given up under another title"],
)
def test_what_came_to_an_end_starts_anew(rapport, ended):
    found = running(
        planned(rapport, 2021, "2021"), rapport(2022, a=ended), planned(rapport, 2023, "2025")
    )
    assert (found["plan"].sinds, found["plan"].keer_uitgesteld) == (2023, 0)


def test_a_part_that_is_done_does_not_end_the_rest(rapport):
    rest = {"titel": "Rest", "vervolg_op": ("plan",), "termijn": "2023"}
    half = rapport(2022, a={"realisaties": [{**rest, "titel": "Begin"}], "planning": [rest]})
    found = running(planned(rapport, 2021, "2022"), half)
    assert (found["rest"].sinds, found["rest"].keer_uitgesteld) == (2021, 1)


def test_a_next_phase_starts_anew(rapport):
    fase_2 = {"titel": "Fase 2", "vervolg_op": ("plan",)}
    found = running(
        planned(rapport, 2021), rapport(2022, a={"realisaties": ["Plan"], "planning": [fase_2]})
    )
    assert found["fase-2"].sinds == 2022


def test_what_joins_two_plans_runs_since_the_oldest(rapport):
    both = {"titel": "Samen", "vervolg_op": ("plan", "ander"), "termijn": "2024"}
    found = running(
        planned(rapport, 2020, "2021"),
        planned(rapport, 2021, "2022", b={"planning": [{"titel": "Ander", "termijn": "2024"}]}),
        rapport(2022, a={"planning": [both]}),
    )
    assert (found["samen"].sinds, found["samen"].keer_uitgesteld) == (2020, 2)


def test_a_circle_of_vervolg_op_ends(rapport):
    circle = [{"titel": "A", "vervolg_op": ("b",)}, {"titel": "B", "vervolg_op": ("a",)}]
    years = [rapport(year, x={"planning": circle}) for year in (2021, 2022)]
    assert {each: plan.sinds for each, plan in running(*years).items()} == {"a": 2021, "b": 2021}


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
    assert found["plan"].keer_uitgesteld == times


def test_of_a_plan_in_two_domains_the_first_termijn_counts(rapport):
    b = {"planning": [{"titel": "plan!", "termijn": "2023"}]}
    plan = running(planned(rapport, 2022, b=b))["plan"]
    assert (plan.termijn.text, plan.domeinen) == ("2023", {"a", "b"})
    later = {"planning": [{"titel": "Plan", "termijn": "2024"}]}
    assert running(planned(rapport, 2022, "2023", b=later))["plan"].termijn.text == "2023"


def test_a_risk_or_what_awaits_its_answer_does_not_run(rapport):
    lists = {"risicos": ["Risico"], "realisaties": ["Gedaan"], "te_beantwoorden": ["Oud"]}
    assert running(rapport(2022, b=lists)) == {}


def test_a_plan_that_another_went_on_from_starts_anew_when_it_comes_back(rapport):
    found = running(
        planned(rapport, 2020),
        rapport(2021, a={"planning": [{"titel": "Vervolg", "vervolg_op": ("plan",)}]}),
        planned(rapport, 2022),
    )
    assert found["plan"].sinds == 2022
