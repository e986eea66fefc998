"""How the aanbevelingen of audits and the risks of a year stand, for who takes the data elsewhere.

Nothing of it is typed, so nothing of it is read back: of an aanbeveling only what its audit has.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from voortgang.model import Reading, rapporten_of
from voortgang.opvolging.aanbevelingen import AuditStand, Opgevolgd, audits_of
from voortgang.opvolging.beantwoord import same
from voortgang.opvolging.risicos import Beoordeeld, rated
from voortgang.opvolging.werk import Werk


@dataclass(frozen=True, slots=True)
class Standen:
    """How things stand at the end of a year."""

    audits: tuple[AuditStand, ...] = ()
    risicos: tuple[Beoordeeld, ...] = ()

    @classmethod
    def of(cls, readings: Mapping[int, Reading], jaar: int) -> Self:
        """Judge a year without errors by the reports until then."""
        known = rapporten_of(readings, jaar)
        werk = Werk.until(known.values())
        return cls(audits_of(readings[jaar].audits, jaar, werk), rated(known[jaar], werk))

    def of_dienst(self, dienst: str) -> Self:
        """Give only what is of this service."""
        wanted = same(dienst)
        followed = (
            (each.audit, tuple(one for one in each.aanbevelingen if same(one.dienst) == wanted))
            for each in self.audits
        )
        audits = tuple(AuditStand(audit, own) for audit, own in followed if own)
        risicos = tuple(each for each in self.risicos if same(each.risico.dienst) == wanted)
        return replace(self, audits=audits, risicos=risicos)

    @property
    def aanbevelingen(self) -> tuple[Opgevolgd, ...]:
        """The aanbevelingen of all audits."""
        return tuple(each for audit in self.audits for each in audit.aanbevelingen)

    def as_json(self) -> dict[str, Any]:
        """Give plain data."""
        return {
            "aanbevelingen": [each.as_json() for each in self.aanbevelingen],
            "risicos": [each.as_json() for each in self.risicos],
        }


NO_STANDEN = Standen()
