"""Figures that are tables: the high risks as a matrix, the maturity of domains on a scale."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voortgang.model.rol import TEKENS

if TYPE_CHECKING:
    from voortgang.model.instellingen import MaturiteitSchaal, RisicoSchaal
    from voortgang.opvolging.maturiteit import DomeinMaturiteit
    from voortgang.opvolging.risicos import Beoordeeld

LOW, MIDDLE, HIGH = 0, 1, 2  # how heavy what stands in a cell of a matrix would be
REACHED, WANTED, BEFORE = TEKENS["realisaties"], TEKENS["planning"], "·"


@dataclass(frozen=True, slots=True)
class RisicoRegel:
    """A rated risk, under the number that stands for it in the matrix."""

    nummer: int
    titel: str
    kans: int
    impact: int
    restkans: int | None = None
    restimpact: int | None = None

    @property
    def van_naar(self) -> str:
        """Tell the score, kans times impact, and what remains of it with the measures."""
        score = str(self.kans * self.impact)
        if self.restkans is None or self.restimpact is None:
            return score
        return f"{score}\u00a0→\u00a0{self.restkans * self.restimpact}"


@dataclass(frozen=True, slots=True)
class Matrix:
    """Risks by kans (up) and impact (to the right), from 1 to `schaal`; high from `drempel` on."""

    schaal: int
    drempel: int
    risicos: tuple[RisicoRegel, ...]
    naam: str = "risicomatrix"
    titel: str = "Hoge risico's naar kans en impact"

    @property
    def alt(self) -> str:
        """Say where each risk stands."""
        places = (f"risico {r.nummer}: kans {r.kans}, impact {r.impact}" for r in self.risicos)
        return f"{self.titel}. {'; '.join(places)}. Een score is hoog vanaf {self.drempel}."

    @property
    def kop(self) -> tuple[str, ...]:
        """Give the words of the header row."""
        return ("Kans", *(f"impact {impact}" for impact in self.trappen))

    @property
    def rijen(self) -> tuple[tuple[str, ...], ...]:
        """Give the words of the rows, from the highest kans down; the first heads its row."""
        return tuple(
            (
                f"kans {kans}",
                *(", ".join(map(str, self.nummers(kans, impact))) for impact in self.trappen),
            )
            for kans in reversed(self.trappen)
        )

    @property
    def tinten(self) -> tuple[tuple[int, ...], ...]:
        """Give for each of these rows how heavy each cell is."""
        return tuple(
            tuple(self.trap(kans, impact) for impact in self.trappen)
            for kans in reversed(self.trappen)
        )

    @property
    def uitlijning(self) -> tuple[str, ...]:
        """Say how its columns are aligned."""
        return ("left", *("center" for _ in self.trappen))

    @property
    def trappen(self) -> range:
        """Give the steps of kans and of impact."""
        return range(1, self.schaal + 1)

    def nummers(self, kans: int, impact: int) -> tuple[int, ...]:
        """Give the numbers of the risks in a cell."""
        return tuple(r.nummer for r in self.risicos if (r.kans, r.impact) == (kans, impact))

    def trap(self, kans: int, impact: int) -> int:
        """Tell how heavy a cell is: high from the threshold on, middle from half of it."""
        score = kans * impact
        if score >= self.drempel:
            return HIGH
        return MIDDLE if 2 * score >= self.drempel else LOW


@dataclass(frozen=True, slots=True)
class NiveauRij:
    """One domain: its level, the one that it aims at, and that of the newest earlier year."""

    titel: str
    niveau: int
    doel: int | None = None
    vorig: int | None = None

    @property
    def stand(self) -> str:
        """Tell the numbers, under the word niveau."""
        parts = (
            str(self.niveau),
            "" if self.doel is None else f"doel {self.doel}",
            "" if self.vorig in {None, self.niveau} else f"was {self.vorig}",
        )
        return ", ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Niveaus:
    """Domains on a scale; `namen` are those of the levels from 0 up, empty where one has none."""

    namen: tuple[str, ...]
    rijen_: tuple[NiveauRij, ...]
    naam: str = "maturiteit-per-domein"
    titel: str = "Maturiteit per domein"

    @property
    def alt(self) -> str:
        """Say the level of each domain, its goal, and what it was."""
        told = (f"{rij.titel}: niveau {rij.stand}" for rij in self.rijen_)
        return f"{self.titel}, van 0 tot {len(self.namen) - 1}. {'; '.join(told)}."

    @property
    def kop(self) -> tuple[str, ...]:
        """Give the words of the header row: the levels by number and name."""
        return ("Domein", *(f"{n} {name}".strip() for n, name in enumerate(self.namen)), "Niveau")

    @property
    def rijen(self) -> tuple[tuple[str, ...], ...]:
        """Give the words of the rows: a sign in the column of a level, at the end the numbers."""
        return tuple(
            (rij.titel, *(_sign(rij, level) for level in range(len(self.namen))), rij.stand)
            for rij in self.rijen_
        )

    @property
    def uitlijning(self) -> tuple[str, ...]:
        """Say how its columns are aligned."""
        return ("left", *("center" for _ in self.namen), "left")


Rooster = Matrix | Niveaus


def risicomatrix(risicos: "Iterable[Beoordeeld]", schaal: "RisicoSchaal") -> Matrix | None:
    """Draw up the matrix of the rated risks; None where none is rated."""
    rated = [(each.risico.titel, each.score, each.rest) for each in risicos if each.score]
    rows = tuple(
        RisicoRegel(number, titel, *score, *(rest or (None, None)))
        for number, (titel, score, rest) in enumerate(rated, 1)
    )
    return Matrix(schaal.schaal, schaal.drempel, rows) if rows else None


def maturiteit_per_domein(
    domeinen: "Iterable[DomeinMaturiteit]", schaal: "MaturiteitSchaal"
) -> Niveaus | None:
    """Draw up the levels of the domains; None where none has one."""
    rows = tuple(
        NiveauRij(each.titel, each.maturiteit.niveau, each.maturiteit.doel, each.vorig)
        for each in domeinen
    )
    return Niveaus(schaal.namen, rows) if rows else None


def _sign(rij: NiveauRij, level: int) -> str:
    signs = {rij.vorig: BEFORE, rij.doel: WANTED, rij.niveau: REACHED}  # the last one goes first
    return signs.get(level, "")
