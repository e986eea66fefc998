"""How far the round of a year is: what each service answered of last year's plans."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voortgang.model import Reading
    from voortgang.opvolging.beantwoord import DienstStand


def standen(
    readings: "Mapping[int, Reading]", jaar: int, *, sinds: bool = False
) -> "Sequence[DienstStand]":
    """Count the plans of the newest earlier year by service; none where there is no such year.

    With `sinds` each plan also tells since when it runs, for which all years before are read.
    """
    from voortgang.opvolging.beantwoord import per_dienst
    from voortgang.opvolging.follow_up import follow_up

    known = {year: each.rapport for year, each in readings.items() if each.rapport and year <= jaar}
    earlier = [year for year in known if year < jaar]
    if jaar not in known or not earlier:
        return ()
    others = known.values() if sinds else ()
    return per_dienst(follow_up(known[max(earlier)], known[jaar], others), known[jaar])
