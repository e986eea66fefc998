"""The figures that are a table: risks by kans and impact, and the maturity of each domain.

Their first column names the rows. They know their words, so that every format says the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from voortgang.model.instellingen import MaturiteitSchaal, RisicoSchaal
from voortgang.opvolging.maturiteit import DomeinMaturiteit
from voortgang.opvolging.risicos import Beoordeeld

LEVEL, GOAL, BEFORE = "●", "○", "·"


@dataclass(frozen=True, slots=True)
class RisicoRegel:
    """A rated risk with its number in the matrix."""

    nummer: int
    titel: str
    kans: int
    impact: int
    restkans: int | None
    restimpact: int | None

    @property
    def score(self) -> int:
        """Kans times impact."""
        return self.kans * self.impact

    @property
    def restscore(self) -> int | None:
        """What remains of the score with the measures."""
        return self.restkans * self.restimpact if self.restkans and self.restimpact else None

    @property
    def in_woorden(self) -> str:
        """Say where it stands."""
        rest = self.restscore
        after = f", met de maatregelen {rest}" if rest else ""
        place = f"kans {self.kans}, impact {self.impact}, score {self.score}"
        return f"{self.nummer}. {self.titel}: {place}{after}"


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rated risks by kans (up) and impact (to the right), both from 1 to `schaal`."""

    naam: str
    titel: str
    schaal: int
    drempel: int
    risicos: tuple[RisicoRegel, ...]

    def nummers(self, kans: int, impact: int) -> tuple[int, ...]:
        """Give the numbers of the risks in a cell."""
        return tuple(e.nummer for e in self.risicos if (e.kans, e.impact) == (kans, impact))

    def trap(self, kans: int, impact: int) -> Literal[0, 1, 2]:
        """Tell how heavy a cell weighs: 2 is high, 1 from half of that on."""
        score = kans * impact
        return 2 if score >= self.drempel else 1 if 2 * score >= self.drempel else 0

    @property
    def kop(self) -> tuple[str, ...]:
        """The words above the columns."""
        return ("Kans en impact", *(f"impact {each}" for each in self._steps))

    @property
    def rijen(self) -> tuple[tuple[str, ...], ...]:
        """The words of the rows, the highest kans first."""
        return tuple(
            (
                f"kans {kans}",
                *(", ".join(map(str, self.nummers(kans, impact))) for impact in self._steps),
            )
            for kans in reversed(self._steps)
        )

    @property
    def alt(self) -> str:
        """All of it in words."""
        told = "; ".join(each.in_woorden for each in self.risicos)
        return f"Risicomatrix met kans en impact van 1 tot {self.schaal}. {told}."

    @property
    def _steps(self) -> range:
        return range(1, self.schaal + 1)


@dataclass(frozen=True, slots=True)
class NiveauRij:
    """The level of a domain, its goal, and the level of the newest earlier year that had one."""

    titel: str
    niveau: int
    doel: int | None
    vorig: int | None

    @property
    def in_woorden(self) -> str:
        """Say the numbers."""
        goal = f", doel {self.doel}" if self.doel is not None else ""
        before = f", vorig rapport {self.vorig}" if self.vorig is not None else ""
        return f"niveau {self.niveau}{goal}{before}"


@dataclass(frozen=True, slots=True)
class Niveaus:
    """The maturity of domains; `namen` are those of the levels from 0, some without a name."""

    naam: str
    titel: str
    namen: tuple[str, ...]
    domeinen: tuple[NiveauRij, ...]

    @property
    def kop(self) -> tuple[str, ...]:
        """The words above the columns."""
        levels = (f"{number} {naam}".strip() for number, naam in enumerate(self.namen))
        return ("Domein", *levels, "In cijfers")

    @property
    def rijen(self) -> tuple[tuple[str, ...], ...]:
        """The words of the rows: a sign at the level, at the goal, and at the level before."""
        return tuple(
            (each.titel, *(_sign(each, level) for level in range(len(self.namen))), each.in_woorden)
            for each in self.domeinen
        )

    @property
    def alt(self) -> str:
        """All of it in words."""
        told = "; ".join(f"{each.titel}: {each.in_woorden}" for each in self.domeinen)
        return f"Maturiteit per domein op een schaal van 0 tot {len(self.namen) - 1}. {told}."


Rooster = Matrix | Niveaus


def risicomatrix(risicos: Sequence[Beoordeeld], schaal: RisicoSchaal) -> Matrix | None:
    """Draw up the matrix of the rated risks; None where none is rated."""
    rated = [each for each in risicos if each.score]
    rows = tuple(
        RisicoRegel(
            number,
            each.risico.titel,
            each.score.kans,
            each.score.impact,
            each.rest.kans if each.rest else None,
            each.rest.impact if each.rest else None,
        )
        for number, each in enumerate(rated, 1)
        if each.score
    )
    titel = "Hoge risico's naar kans en impact"
    return Matrix("risicomatrix", titel, schaal.schaal, schaal.drempel, rows) if rows else None


def maturiteit_per_domein(
    domeinen: Sequence[DomeinMaturiteit], schaal: MaturiteitSchaal
) -> Niveaus | None:
    """Draw up the levels of the domains; None where none has one."""
    rows = tuple(
        NiveauRij(each.titel, each.maturiteit.niveau, each.maturiteit.doel, each.vorig)
        for each in domeinen
    )
    titel = "Maturiteit per domein"
    return Niveaus("maturiteit-per-domein", titel, schaal.namen, rows) if rows else None


def _sign(each: NiveauRij, level: int) -> str:
    signs = ((each.niveau, LEVEL), (each.doel, GOAL), (each.vorig, BEFORE))
    return next((sign for at, sign in signs if at == level), "")
