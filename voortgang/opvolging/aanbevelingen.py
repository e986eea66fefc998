"""What became of the aanbevelingen of audits: never typed, it follows from the acties."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, get_args

from voortgang.model.audit import Audit
from voortgang.model.rapport import Rapport
from voortgang.model.reading import Audits
from voortgang.model.termijn import Termijn
from voortgang.opvolging.werk import Voortgang, Werk, Werker

Stand = Literal["volledig", "deels", "gepland", "niet"]
_NUMBER = re.compile("0|[1-9][0-9]{0,14}")  # any other, as 01, is a text: no reader may change it
STANDEN: tuple[Stand, ...] = get_args(Stand)
_STAND: Mapping[Voortgang | None, Stand] = MappingProxyType(
    {"gerealiseerd": "volledig", "deels_gerealiseerd": "deels", "gepland": "gepland"}
)


@dataclass(frozen=True, slots=True)
class Opgevolgd:
    """An aanbeveling as it stands at the end of a year, and the acties that make it so.

    `te_laat`: its termijn is past, and it is not followed up in full.
    """

    id: str
    audit: str
    nummer: str
    titel: str
    reactie: str | None
    dienst: str | None
    termijn: Termijn | None
    stand: Stand
    acties: tuple[Werker, ...]
    te_laat: bool

    def as_json(self) -> dict[str, Any]:
        """Give plain data with the keys of the contract."""
        return {
            "id": self.id,
            "audit": self.audit,
            "nummer": int(self.nummer) if _NUMBER.fullmatch(self.nummer) else self.nummer,
            "titel": self.titel,
            "dienst": self.dienst,
            "termijn": self.termijn.text if self.termijn else None,
            "stand": self.stand,
            "acties": [each.id for each in self.acties],
        }


@dataclass(frozen=True, slots=True)
class AuditStand:
    """An audit with its aanbevelingen at the end of a year."""

    audit: Audit
    aanbevelingen: tuple[Opgevolgd, ...]

    def aantal(self, stand: Stand) -> int:
        """Count the aanbevelingen that stand so."""
        return sum(each.stand == stand for each in self.aanbevelingen)


def audits_of(
    audits: Audits, jaar: int, werk: Werk, *, whole: bool = True
) -> tuple[AuditStand, ...]:
    """Say how the aanbevelingen stand that a year follows; `werk` is what was done until then.

    Not `whole`, their acties are only those that name them, without what followed on these: such
    lists can be as long as the data, for each aanbeveling.
    """
    return tuple(
        AuditStand(audit, tuple(_followed(audit, jaar, werk, whole=whole)))
        for audit in audits.of(jaar)
    )


def over_years(
    audits: Audits, rapporten: Iterable[Rapport]
) -> Mapping[int, tuple[AuditStand, ...]]:
    """Say how the aanbevelingen stand at the end of each of the years, the oldest first."""
    werk = Werk()
    found: dict[int, tuple[AuditStand, ...]] = {}
    for rapport in sorted(rapporten, key=lambda each: each.rapportjaar):
        werk.add(rapport)
        found[rapport.rapportjaar] = audits_of(audits, rapport.rapportjaar, werk)
    return found


@dataclass(frozen=True, slots=True)
class Gewijzigd:
    """An aanbeveling whose stand changed between two years; `was` is None for a new one."""

    nu: Opgevolgd
    was: Stand | None

    def as_json(self) -> dict[str, Any]:
        """Give plain data: the aanbeveling as it stands now, and how it stood."""
        return {**self.nu.as_json(), "was": self.was}


def changed(van: Sequence[AuditStand], naar: Sequence[AuditStand]) -> tuple[Gewijzigd, ...]:
    """Give the aanbevelingen that changed their stand, in the order of the audits."""
    before = {each.id: each.stand for audit in van for each in audit.aanbevelingen}
    return tuple(
        Gewijzigd(each, before.get(each.id))
        for audit in naar
        for each in audit.aanbevelingen
        if before.get(each.id) != each.stand
    )


def _followed(audit: Audit, jaar: int, werk: Werk, *, whole: bool) -> Iterator[Opgevolgd]:
    for aanbeveling_id, each in audit.met_id():
        named = werk.on(aanbeveling_id)
        stand = _STAND.get(werk.stand(named), "niet")
        past = each.termijn is not None and each.termijn.end <= date(jaar, 12, 31)
        yield Opgevolgd(
            aanbeveling_id,
            audit.id,
            each.nummer,
            each.titel,
            each.reactie,
            each.dienst,
            each.termijn,
            stand,
            werk.followed(named) if whole else werk.alone(named),
            past and stand != "volledig",
        )
