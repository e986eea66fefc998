"""What the years tell of one another: gathered once for all texts of all years of a build."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from voortgang.model.rapport import Rapport
from voortgang.opvolging.follow_up import Opvolging, opvolging
from voortgang.opvolging.history import Geschiedenis


@dataclass(frozen=True, slots=True)
class Verloop:
    """Per year what became of the plans of the report before it, and since when its plans run.

    `sinds` holds, by id, the first year of the plans that an earlier report had already. What a
    year is told does not depend on the years after it.
    """

    opvolging: Mapping[int, Opvolging]
    sinds: Mapping[int, Mapping[str, int]]

    @classmethod
    def of(cls, rapporten: Mapping[int, Rapport]) -> Self:
        """Gather it from reports by their year; the years need not be adjacent, nor in order."""
        jaren = sorted(rapporten)
        geschiedenis = Geschiedenis.of(rapporten.values())
        return cls(
            {naar: opvolging(geschiedenis, van, naar) for van, naar in pairwise(jaren)},
            {
                jaar: {
                    each: plan.sinds for each, plan in jaargang.plannen.items() if plan.sinds < jaar
                }
                for jaar, jaargang in geschiedenis.jaren.items()
            },
        )
