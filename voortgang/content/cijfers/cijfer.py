"""The figures that a text can name in a chart block, counted from the data.

A Cijfer is ready to be drawn: it knows its words, so that every format says the same, and an
alternative text that names all its numbers.
"""

from collections.abc import Sequence, Sized
from dataclasses import dataclass
from typing import Literal, Protocol

Vorm = Literal["balken", "gestapeld", "lijnen"]


@dataclass(frozen=True, slots=True)
class Reeks:
    """One series: what it counts, in which role it is drawn, a number for each category.

    `rol` picks the dress (colour, filled or open, sign): realisaties, planning, gerealiseerd,
    lopend, vervallen or zonder_opvolging.
    """

    naam: str
    rol: str
    waarden: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A figure of the report: series over categories, with its alternative text."""

    naam: str
    titel: str
    vorm: Vorm
    categorieen: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    alt: str


class Telling(Protocol):
    """What is counted of a domain."""

    @property
    def titel(self) -> str:
        """Its name."""

    @property
    def realisaties(self) -> Sized:
        """What was done."""

    @property
    def planning(self) -> Sized:
        """What is planned."""


def acties_per_domein(domeinen: Sequence[Telling]) -> Cijfer:
    """Count realisaties and plannen of each domain, at the first level, in report order."""
    namen = tuple(domein.titel for domein in domeinen)
    realisaties = tuple(len(domein.realisaties) for domein in domeinen)
    planning = tuple(len(domein.planning) for domein in domeinen)
    delen = "; ".join(
        f"{naam}: {aantal(done, 'realisatie', 'realisaties')} en {aantal(plan, 'plan', 'plannen')}"
        for naam, done, plan in zip(namen, realisaties, planning, strict=True)
    )
    return Cijfer(
        "acties-per-domein",
        "Realisaties en plannen per domein",
        "balken",
        namen,
        (Reeks("Realisaties", "realisaties", realisaties), Reeks("Planning", "planning", planning)),
        f"Staafdiagram van de realisaties en plannen per domein. {delen}.",
    )


def aantal(number: int, one: str, many: str) -> str:
    """Say how many, with the word that goes with it."""
    return f"{number} {one if number == 1 else many}"
