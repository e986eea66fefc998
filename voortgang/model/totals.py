"""How many acties there are: entries of the lists in a domain, different acties over all."""

from dataclasses import dataclass

from voortgang.model.rapport import Domein, Rapport, Soort


@dataclass(frozen=True, slots=True)
class Totaal:
    """Two ways to count one list over all domains; deelacties count in neither.

    `entries` adds up the domains (121 realisaties in 2022); `distinct` counts different ids, so
    that an actie which serves two domains counts once.
    """

    entries: int
    distinct: int


def count(domein: Domein, soort: Soort) -> int:
    """Count the acties in one list of a domain."""
    return len(domein.lijst(soort))


def total(rapport: Rapport, soort: Soort) -> Totaal:
    """Count one list over all domains of the report."""
    ids = [actie.id for domein in rapport.domeinen for actie in domein.lijst(soort)]
    return Totaal(len(ids), len(set(ids)))
