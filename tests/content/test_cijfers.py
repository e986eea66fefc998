"""The figures: what they count, and that their alternative text names every number."""

import re

import pytest

from voortgang.content.cijfers.cijfer import Cijfer, Reeks
from voortgang.content.views.context import build_context


def figures(rapport, earlier):
    return build_context(rapport, earlier)["grafieken"]


def later(rapport, jaar):
    return rapport.model_copy(update={"rapportjaar": jaar})


def test_acties_per_domein_counts_the_first_level_of_each_domain(rich):
    cijfer = figures(rich, {})["acties-per-domein"]
    assert cijfer.categorieen == ("Cultuur & {waarden}", "Middelen")
    assert [(reeks.rol, reeks.waarden) for reeks in cijfer.reeksen] == [
        ("realisaties", (3, 1)),
        ("planning", (1, 1)),
    ]


def test_totals_count_an_actie_of_two_domains_once(rich):
    totalen = build_context(rich, {})["totalen"]
    assert (totalen.realisaties, totalen.realisaties_in_domeinen, totalen.dubbel) == (3, 4, True)


def test_opvolging_says_what_became_of_every_plan(rich, earlier):
    opvolging = build_context(rich, {2021: earlier})["opvolging"]
    assert [(plan.titel, plan.uitkomst) for plan in opvolging.plannen] == [
        ("Nieuw intranet", "gerealiseerd"),
        ("Loket op afspraak", "lopend"),
        ("Archief op orde", "vervallen"),
        ("Meldpunt *integriteit*", "zonder opvolging"),
    ]
    assert opvolging.vervallen[0].reden == "Het rijk doet het zelf."


def test_a_later_year_is_no_earlier_year(rich, earlier):
    assert build_context(rich, {2023: later(earlier, 2023)})["opvolging"] is None


def test_lines_through_the_years_need_three_of_them(rich, earlier):
    two = figures(rich, {2021: earlier})
    three = figures(rich, {2020: later(earlier, 2020), 2021: earlier})
    assert set(two) == {"acties-per-domein", "opvolging-per-domein"}
    assert set(three) - set(two) == {"acties-per-jaar", "opvolging-per-jaar"}
    assert three["acties-per-jaar"].categorieen == ("2020", "2021", "2022")
    assert three["opvolging-per-jaar"].categorieen == ("2020", "2021")


def test_the_alternative_text_names_all_numbers(rich, earlier):
    for cijfer in figures(rich, {2020: later(earlier, 2020), 2021: earlier}).values():
        told = re.findall(r"\d+", cijfer.alt)
        for reeks in cijfer.reeksen:
            assert len(reeks.waarden) == len(cijfer.categorieen)
            assert all(str(number) in told for number in reeks.waarden)
        assert all(category in cijfer.alt for category in cijfer.categorieen)


@pytest.mark.parametrize(
    ("done", "plans", "sides"),
    [
        (40, 30, ["above", "below"]),
        (30, 40, ["below", "above"]),
        (30, 30, ["above", "below"]),
        (40, 2, ["above", "right"]),
        (0, 0, ["above", "right"]),
    ],
)
def test_the_numbers_of_two_lines_stand_apart_and_not_on_the_names(done, plans, sides):
    reeksen = (Reeks.of("realisaties", (done, 40)), Reeks.of("planning", (plans, 10)))
    cijfer = Cijfer("c", "C", "lijnen", ("2021", "2022"), reeksen, "c")
    assert [cijfer.side(reeks, 0) for reeks in (0, 1)] == sides
