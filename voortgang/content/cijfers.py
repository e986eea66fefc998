"""The figures that a text can name in a chart block, counted from the data.

A Cijfer is ready to be drawn: it knows its words, so that every format says the same, and an
alternative text that names all its numbers.
"""

from dataclasses import dataclass
from typing import Literal

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
