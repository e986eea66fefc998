"""How far each domain has come, over the years."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from voortgang.model.rapport import Maturiteit, Rapport


@dataclass(frozen=True, slots=True)
class DomeinMaturiteit:
    """The level of a domain in a year; `vorige` are those of earlier years, the oldest first."""

    domein: str
    titel: str
    maturiteit: Maturiteit
    vorige: Mapping[int, int]

    @property
    def vorig(self) -> int | None:
        """The level of the newest earlier year that gave one."""
        return next(reversed([*self.vorige.values()]), None)


def levels(rapport: Rapport, earlier: Iterable[Rapport]) -> tuple[DomeinMaturiteit, ...]:
    """Give the domains of a year that have a level, in the order of the report."""
    before: dict[str, dict[int, int]] = {}
    for other in sorted(earlier, key=lambda each: each.rapportjaar):
        for domein in other.domeinen:
            if domein.maturiteit:
                found = before.setdefault(domein.id, {})
                found[other.rapportjaar] = domein.maturiteit.niveau
    return tuple(
        DomeinMaturiteit(each.id, each.titel, each.maturiteit, before.get(each.id, {}))
        for each in rapport.domeinen
        if each.maturiteit
    )
