"""Figures that are tables: the high risks as a matrix, the maturity of domains as rows of marks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RisicoRegel:
    """A rated risk, under the number that stands for it."""

    nummer: int
    titel: str
    kans: int
    impact: int
    restkans: int | None = None
    restimpact: int | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Risks by kans and impact."""

    naam: str
    titel: str
    alt: str
    schaal: int
    drempel: int
    risicos: tuple[RisicoRegel, ...]

    def nummers(self, kans: int, impact: int) -> tuple[int, ...]:
        """Give the numbers in a cell."""
        return tuple(r.nummer for r in self.risicos if (r.kans, r.impact) == (kans, impact))

    def trap(self, kans: int, impact: int) -> int:
        """Give the tint of a cell."""
        score = kans * impact
        return 2 if score >= self.drempel else 1 if 2 * score >= self.drempel else 0

    @property
    def kop(self) -> tuple[str, ...]:
        """Give the texts of the header."""
        return ("Kans", *(f"impact {n}" for n in range(1, self.schaal + 1)))

    @property
    def rijen(self) -> tuple[tuple[str, ...], ...]:
        """Give the texts of the rows."""
        return tuple(
            (
                f"kans {k}",
                *(", ".join(map(str, self.nummers(k, i))) for i in range(1, self.schaal + 1)),
            )
            for k in range(self.schaal, 0, -1)
        )


@dataclass(frozen=True, slots=True)
class NiveauRij:
    """One domain."""

    titel: str
    niveau: int
    doel: int | None = None
    vorig: int | None = None


@dataclass(frozen=True, slots=True)
class Niveaus:
    """Domains on a scale of levels."""

    naam: str
    titel: str
    alt: str
    namen: tuple[str, ...]
    rijen_: tuple[NiveauRij, ...]

    @property
    def kop(self) -> tuple[str, ...]:
        """Give the texts of the header."""
        return ("Domein", *(f"{n} {name}".strip() for n, name in enumerate(self.namen)), "Stand")

    @property
    def rijen(self) -> tuple[tuple[str, ...], ...]:
        """Give the texts of the rows."""

        def mark(r, n):
            return "●" if n == r.niveau else "○" if n == r.doel else "·" if n == r.vorig else ""

        return tuple(
            (
                r.titel,
                *(mark(r, n) for n in range(len(self.namen))),
                f"niveau {r.niveau}" + (f", doel {r.doel}" if r.doel is not None else ""),
            )
            for r in self.rijen_
        )
