"""Aanbevelingen, rated risks and maturity, as a template sees them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from voortgang.content.markdown.author import author_markdown
from voortgang.model.instellingen import MaturiteitSchaal
from voortgang.model.rol import ROLLEN
from voortgang.opvolging.aanbevelingen import AuditStand, Opgevolgd
from voortgang.opvolging.maturiteit import DomeinMaturiteit
from voortgang.opvolging.risicos import Beoordeeld


@dataclass(frozen=True, slots=True)
class AanbevelingView:
    """An aanbeveling at the end of the year; `acties` are the titles of those that work on it."""

    id: str
    nummer: str
    titel: str
    reactie: str | None
    dienst: str | None
    termijn: str | None
    stand: str
    acties: tuple[str, ...]
    te_laat: bool

    @classmethod
    def of(cls, each: Opgevolgd) -> Self:
        """Show an aanbeveling."""
        return cls(
            each.id,
            each.nummer,
            each.titel,
            each.reactie,
            each.dienst,
            str(each.termijn) if each.termijn else None,
            each.stand,
            tuple(actie.titel for actie in each.acties),
            each.te_laat,
        )

    @property
    def stand_en_teken(self) -> str:
        """The stand with its sign, for a column; past its termijn it says so."""
        return f"{ROLLEN[self.stand].teken} {self.stand}{', te laat' if self.te_laat else ''}"


@dataclass(frozen=True, slots=True)
class StandTotalen:
    """How many aanbevelingen stand so."""

    volledig: int
    deels: int
    gepland: int
    niet: int
    te_laat: int

    @classmethod
    def of(cls, audits: Sequence[AuditStand]) -> Self:
        """Count those of some audits."""
        found = [each for audit in audits for each in audit.aanbevelingen]
        counts = [each.stand for each in found]
        return cls(
            counts.count("volledig"),
            counts.count("deels"),
            counts.count("gepland"),
            counts.count("niet"),
            sum(each.te_laat for each in found),
        )

    @property
    def samen(self) -> int:
        """All of them."""
        return self.volledig + self.deels + self.gepland + self.niet


@dataclass(frozen=True, slots=True)
class AuditView:
    """An audit with its aanbevelingen; `jaren` tells of each year how many were volledig."""

    titel: str
    van: str | None
    datum: date | None
    totalen: StandTotalen
    aanbevelingen: tuple[AanbevelingView, ...]
    jaren: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class AanbevelingenView:
    """The audits that the year follows, and how their aanbevelingen stand in all."""

    totalen: StandTotalen
    audits: tuple[AuditView, ...]

    @classmethod
    def of(cls, jaren: Mapping[int, Sequence[AuditStand]], jaar: int) -> Self | None:
        """Show the audits at the end of a year; None where there are none."""
        until = {each: audits for each, audits in sorted(jaren.items()) if each <= jaar}
        now = until.get(jaar, ())
        if not now:
            return None
        return cls(
            StandTotalen.of(now),
            tuple(
                AuditView(
                    stand.audit.titel,
                    stand.audit.van,
                    stand.audit.datum,
                    StandTotalen.of([stand]),
                    tuple(map(AanbevelingView.of, stand.aanbevelingen)),
                    tuple(
                        (each, other.aantal("volledig"))
                        for each, audits in until.items()
                        for other in audits
                        if other.audit.id == stand.audit.id
                    ),
                )
                for stand in now
            ),
        )


@dataclass(frozen=True, slots=True)
class MaatregelView:
    """What keeps a risk down, and in a word how it stands."""

    titel: str
    stand: str


@dataclass(frozen=True, slots=True)
class RisicoView:
    """A rated risk with its number in the matrix."""

    nummer: int
    id: str
    titel: str
    domeinen: tuple[str, ...]
    dienst: str | None
    kans: int
    impact: int
    score: int
    restkans: int | None
    restimpact: int | None
    restscore: int | None
    hoog: bool
    maatregelen: tuple[MaatregelView, ...]

    @property
    def verloop(self) -> str:
        """The score, and where measures bring it: `12 → 4`."""
        return f"{self.score} → {self.restscore}" if self.restscore else str(self.score)

    @property
    def maatregelen_in_woorden(self) -> str | None:
        """What keeps it down and how that stands, in one text for a column."""
        return "; ".join(f"{each.titel} ({each.stand})" for each in self.maatregelen) or None

    @classmethod
    def all_of(cls, risicos: Sequence[Beoordeeld]) -> tuple[Self, ...]:
        """Show the rated risks, the highest score first."""
        return tuple(
            cls(
                number,
                each.risico.id,
                each.risico.titel,
                each.domeinen,
                each.risico.dienst,
                each.score.kans,
                each.score.impact,
                each.score.score,
                each.rest.kans if each.rest else None,
                each.rest.impact if each.rest else None,
                each.rest.score if each.rest else None,
                each.hoog,
                tuple(MaatregelView(m.titel, ROLLEN[m.voortgang].een) for m in each.maatregelen),
            )
            for number, each in enumerate((e for e in risicos if e.score), 1)
            if each.score
        )


@dataclass(frozen=True, slots=True)
class MaturiteitView:
    """The level of a domain; `niveaunaam` and `doelnaam` are empty where no name is known."""

    titel: str
    niveau: int
    niveaunaam: str
    doel: int | None
    doelnaam: str
    vorig: int | None
    toelichting: str | None

    @classmethod
    def of(cls, each: DomeinMaturiteit, schaal: MaturiteitSchaal) -> Self:
        """Show a domain."""
        now = each.maturiteit
        return cls(
            each.titel,
            now.niveau,
            _naam(schaal, now.niveau),
            now.doel,
            _naam(schaal, now.doel),
            each.vorig,
            author_markdown(now.toelichting) if now.toelichting else None,
        )


def _naam(schaal: MaturiteitSchaal, level: int | None) -> str:
    return schaal.namen[level] if level is not None and 0 <= level <= schaal.hoogste else ""
