"""What the years tell of one another: gathered once for all texts of all years of a build."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from voortgang.model.rapport import Rapport
from voortgang.model.reading import NO_AUDITS, Audits
from voortgang.opvolging.aanbevelingen import AuditStand, audits_of
from voortgang.opvolging.follow_up import Opvolging, opvolging
from voortgang.opvolging.history import Geschiedenis
from voortgang.opvolging.risicos import Beoordeeld, rated
from voortgang.opvolging.werk import Werk


@dataclass(frozen=True, slots=True)
class Verloop:
    """Per year what became of the plans of the report before it, and since when its plans run.

    `sinds` holds, by id, the first year of the plans that an earlier report had already; `audits`
    and `risicos` how aanbevelingen and risks stand at the end of the year. What a year is told does
    not depend on the years after it.
    """

    opvolging: Mapping[int, Opvolging]
    sinds: Mapping[int, Mapping[str, int]]
    audits: Mapping[int, tuple[AuditStand, ...]]
    risicos: Mapping[int, tuple[Beoordeeld, ...]]

    @classmethod
    def of(cls, rapporten: Mapping[int, Rapport], audits: Audits = NO_AUDITS) -> Self:
        """Gather it from reports by their year; the years need not be adjacent, nor in order."""
        jaren = sorted(rapporten)
        geschiedenis = Geschiedenis.of(rapporten.values())
        werk = Werk()
        standen: dict[int, tuple[AuditStand, ...]] = {}
        risicos: dict[int, tuple[Beoordeeld, ...]] = {}
        for jaar in jaren:
            werk.add(rapporten[jaar])
            standen[jaar] = audits_of(audits, jaar, werk)
            risicos[jaar] = rated(rapporten[jaar], werk)
        return cls(
            {naar: opvolging(geschiedenis, van, naar) for van, naar in pairwise(jaren)},
            {
                jaar: {
                    each: plan.sinds for each, plan in jaargang.plannen.items() if plan.sinds < jaar
                }
                for jaar, jaargang in geschiedenis.jaren.items()
            },
            standen,
            risicos,
        )
