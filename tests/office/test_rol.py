"""What holds of the roles' looks wherever they are drawn."""

from itertools import combinations

import pytest

from voortgang.model.rol import ROLLEN, TEKENS
from voortgang.office.ink import Inks
from voortgang.office.rol import LOOKS, OTHER, look_of, worn
from voortgang.opvolging.follow_up import UITKOMSTEN

TOGETHER = (("realisaties", "planning"), UITKOMSTEN)  # drawn in one chart


@pytest.mark.parametrize("rol", ROLLEN)
def test_a_role_looks_the_same_wherever_it_has_a_sign(rol):
    assert (rol in LOOKS) == (rol in TEKENS)
    assert look_of(rol).teken == TEKENS.get(rol, "–")


@pytest.mark.parametrize(
    "pair", [pair for chart in TOGETHER for pair in combinations(chart, 2)], ids=" ".join
)
def test_no_two_that_stand_in_one_chart_differ_by_colour_alone(pair):
    one, other = map(look_of, pair)
    assert one.teken != other.teken
    assert (one.dash, one.marker) != (other.dash, other.marker)


@pytest.mark.parametrize("rol", TEKENS)
def test_what_has_a_sign_is_not_taken_for_what_stands_below_an_entry(rol):
    assert look_of(rol).teken != OTHER.teken


def test_what_is_planned_or_unanswered_is_open_and_all_else_is_filled():
    assert {rol for rol in ROLLEN if look_of(rol).open} == {
        "planning",
        "gepland",
        "niet",
        "zonder_opvolging",
    }


@pytest.mark.parametrize(("size", "ink"), [(10, "dk1"), (13.9, "dk1"), (14, "accent1")])
def test_a_number_beside_its_bar_has_the_colour_of_its_role_where_it_is_large_enough(size, ink):
    accents = {f"accent{n}": "8C8C8C" for n in range(1, 7)}  # on white 3.4 to one
    inks = Inks({"dk1": "000000", "lt1": "FFFFFF", **accents})
    assert worn("realisaties", inks, ("FFFFFF",), size, inside=False).number == ink


def test_a_list_without_a_role_looks_as_what_was_done():
    assert look_of(None) == look_of("realisaties")
