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
