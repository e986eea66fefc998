"""All years at once: every actie with what became of it, and the life of every plan."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from voortgang.content.cijfers.verloop import Verloop
from voortgang.model import Actie, Domein, Rapport, Soort
from voortgang.opvolging.follow_up import UITKOMSTEN, opvolging
from voortgang.opvolging.history import Geschiedenis
from voortgang.opvolging.levensloop import Levensloop, levenslopen

GEPLAND = "gepland"  # in the newest report: nothing can have come of it yet
STANDEN = (GEPLAND, *UITKOMSTEN)
_FIXED: Mapping[Soort, str | None] = {
    "realisaties": "gerealiseerd",
    "risicos": None,
    "vervallen": "vervallen",
    "te_beantwoorden": "zonder_opvolging",
}


class Rij(NamedTuple):
    """An actie of one year, once for all domains that it stands in.

    Its details come from wherever they were given. `lopen` are the anchors of the plans whose life
    it belongs to; a risk has no stand, `keer_uitgesteld` counts for a plan that is not over.
    """

    jaar: int
    soort: Soort
    actie: Actie
    domeinen: tuple[Domein, ...]
    stand: str | None
    keer_uitgesteld: int
    lopen: tuple[str, ...]


@dataclass(frozen=True)
class Archief:
    """The reports by their year, the oldest first, and what they tell of one another."""

    rapporten: Mapping[int, Rapport]
    verloop: Verloop

    @property
    def newest(self) -> Rapport:
        """The report of the last year."""
        return self.rapporten[max(self.rapporten)]

    @cached_property
    def geschiedenis(self) -> Geschiedenis:
        """The plans through the years."""
        return Geschiedenis.of(self.rapporten.values())

    @cached_property
    def lopen(self) -> Mapping[str, Levensloop]:
        """The life of every plan by its anchor, in the order of the reports."""
        found: dict[str, Levensloop] = {}
        for loop in levenslopen(self.geschiedenis):
            anchor = f"plan-{loop.plan.id}"
            found[anchor if anchor not in found else f"{anchor}--{loop.jaar}"] = loop
        return found

    @cached_property
    def lopen_van(self) -> Mapping[tuple[int, str], tuple[str, ...]]:
        """The anchors of the plans to which an actie belongs, by its year and id."""
        found: dict[tuple[int, str], list[str]] = {}
        for anchor, loop in self.lopen.items():
            for key in loop.ids:
                found.setdefault(key, []).append(anchor)
        return {key: tuple(anchors) for key, anchors in found.items()}

    @cached_property
    def aanbevelingen(self) -> Mapping[str, str]:
        """What the aanbevelingen that the newest year follows are called, by their id."""
        return {
            each.id: f"{found.audit.titel}, {each.nummer}"
            for found in self.verloop.audits[max(self.rapporten)]
            for each in found.aanbevelingen
        }

    @cached_property
    def rijen(self) -> tuple[Rij, ...]:
        """All acties, the newest year first and within it in the order of the report."""
        return tuple(
            rij for jaar in sorted(self.rapporten, reverse=True) for rij in self._rijen(jaar)
        )

    @cached_property
    def standen(self) -> Mapping[tuple[int, Soort, str], str | None]:
        """The stand of each actie by year, list and id."""
        return {(rij.jaar, rij.soort, rij.actie.id): rij.stand for rij in self.rijen}

    @cached_property
    def domeinen(self) -> Mapping[str, str]:
        """The titles of all domains by their id: as the newest year has them, in its order."""
        found: dict[str, str] = {}
        for jaar in sorted(self.rapporten, reverse=True):
            for domein in self.rapporten[jaar].domeinen:
                found.setdefault(domein.id, domein.titel)
        return found

    def _rijen(self, jaar: int) -> Iterator[Rij]:
        places: dict[tuple[Soort, str], list[tuple[Domein, Actie]]] = {}
        for domein, soort, _, actie in self.rapporten[jaar].acties():
            places.setdefault((soort, actie.id), []).append((domein, actie))
        became = self._became(jaar)
        for (soort, actie_id), found in places.items():
            stand, keer = became.get(actie_id, (GEPLAND, 0))
            yield Rij(
                jaar,
                soort,
                _gathered([actie for _, actie in found]),
                tuple(domein for domein, _ in found),
                _FIXED.get(soort, stand),
                0 if soort in _FIXED else keer,
                self.lopen_van.get((jaar, actie_id), ()),
            )

    def _became(self, jaar: int) -> Mapping[str, tuple[str, int]]:
        """Say how a year's plans stand in the newest report, and how often each was put off."""
        last = max(self.rapporten)
        if jaar == last:
            plannen = self.geschiedenis.jaren[jaar].plannen
            return {each: (GEPLAND, loop.keer_uitgesteld) for each, loop in plannen.items()}
        return {
            plan.id: (uitkomst, plan.keer_uitgesteld if plan.uitgesteld else 0)
            for domein in opvolging(self.geschiedenis, jaar, last).domeinen
            for uitkomst, plan in domein.plannen()
        }


def _gathered(acties: list[Actie]) -> Actie:
    first, *others = acties
    if not others:
        return first
    missing = {
        name: next((getattr(each, name) for each in others if getattr(each, name)), value)
        for name, value in first
        if not value
    }
    return first.model_copy(update=missing)
