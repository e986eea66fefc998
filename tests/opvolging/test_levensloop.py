"""The life of a plan: each year's word on it, from the first promise to the end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voortgang.model.rapport import Actie, Domein, Rapport
from voortgang.model.termijn import Termijn
from voortgang.opvolging.answers import GOES_ON
from voortgang.opvolging.follow_up import UITKOMSTEN, opvolging
from voortgang.opvolging.history import Geschiedenis
from voortgang.opvolging.levensloop import levenslopen

PLAN = {"planning": ["Plan"]}
DEEL = {"titel": "Deel", "vervolg_op": ("plan",)}
REST = {"titel": "Rest", "vervolg_op": ("plan",)}
KLAAR = {"titel": "Klaar", "vervolg_op": ("rest",)}


def told(rapport, *jaren):
    """Each life as text: `2022 plan`, then a line for each step with its answers."""
    years = [rapport(2022 + number, a=lists) for number, lists in enumerate(jaren)]
    return [
        (
            f"{loop.jaar} {loop.plan.id}",
            loop.uitkomst,
            [
                f"{stap.jaar} {stap.plan} {stap.uitkomst}: "
                + " ".join(f"{soort}/{each.id}" for soort, each in stap.antwoorden.acties)
                + "".join(f" dan {each}" for each in stap.antwoorden.vervolg)
                for stap in loop.stappen
            ],
        )
        for loop in levenslopen(Geschiedenis.of(years))
    ]


@pytest.mark.parametrize(
    ("later", "uitkomst", "stappen"),
    [
        ([], None, []),
        (
            [{"realisaties": ["Plan"]}, {}],
            "gerealiseerd",
            ["2023 plan gerealiseerd: realisaties/plan"],
        ),
        (
            [{}, {"vervallen": [{"titel": "Plan", "reden": "te duur"}]}],
            "vervallen",
            ["2023 plan zonder_opvolging: ", "2024 plan vervallen: vervallen/plan"],
        ),
        (
            [{"realisaties": [DEEL], "planning": [REST]}, {"realisaties": [KLAAR]}],
            "gerealiseerd",
            [
                "2023 plan deels_gerealiseerd: realisaties/deel planning/rest",
                "2024 rest gerealiseerd: realisaties/klaar",
            ],
        ),
    ],
)
def test_each_year_has_its_word_on_a_plan(rapport, later, uitkomst, stappen):
    assert told(rapport, PLAN, *later)[0] == ("2022 plan", uitkomst, stappen)


def test_a_next_phase_lives_on_its_own_and_is_named_by_what_it_follows(rapport):
    first, second = told(rapport, PLAN, {"realisaties": ["Plan"], "planning": [REST]})
    assert first[2] == ["2023 plan gerealiseerd: realisaties/plan dan rest"]
    assert second == ("2023 rest", None, [])


def test_a_later_termijn_is_told_with_the_old_one(rapport):
    years = [
        rapport(2022 + at, a={"planning": [{"titel": "Plan", "termijn": termijn}]})
        for at, termijn in enumerate(("2023-Q1", "2025-Q4", "2025", "2025"))
    ]
    (loop,) = levenslopen(Geschiedenis.of(years))
    assert [(s.was.text, s.wordt.text, s.uitgesteld, s.later) for s in loop.stappen] == [
        ("2023-Q1", "2025-Q4", True, Termijn.parse("2025-Q4")),
        ("2025-Q4", "2025", False, None),
        ("2025", "2025", True, None),
    ]


NAMES = st.sampled_from(["a", "b", "c", "d"])
ACTIES = st.lists(
    st.builds(
        lambda naam, op: Actie(titel=naam, vervolg_op=tuple(op)),
        NAMES,
        st.lists(NAMES, max_size=2, unique=True),
    ),
    max_size=3,
    unique_by=lambda actie: actie.titel,
)
LISTS = st.fixed_dictionaries({"realisaties": ACTIES, "planning": ACTIES})
YEARS = st.lists(LISTS, min_size=1, max_size=4)


@pytest.mark.slow
@given(YEARS)
def test_a_life_ends_as_the_opvolging_says_and_skips_no_year_before_its_end(lists):
    rapporten = [
        Rapport(
            rapportjaar=2022 + at,
            bestuur="B",
            titel="T",
            domeinen=(
                Domein(id="x", titel="X", **{naam: tuple(each) for naam, each in own.items()}),
            ),
        )
        for at, own in enumerate(lists)
    ]
    geschiedenis = Geschiedenis.of(rapporten)
    last = rapporten[-1].rapportjaar
    for loop in levenslopen(geschiedenis):
        if loop.jaar < last:
            (domein,) = opvolging(geschiedenis, loop.jaar, last).domeinen
            ends = {entry.id: naam for naam in UITKOMSTEN for entry in domein.lijst(naam)}
            assert ends[loop.plan.id] == loop.uitkomst
        years = sorted({loop.jaar, *(stap.jaar for stap in loop.stappen)})
        assert all(after == before + 1 for before, after in pairwise(years))
        still_open = [
            s
            for s in loop.stappen
            if s.jaar == years[-1] and s.uitkomst in {*GOES_ON, "zonder_opvolging"}
        ]
        assert years[-1] == last or not still_open
