"""The figures that a text can name in a chart block, counted from the data.

A Cijfer is ready to be drawn: it knows its words, so that every format says the same, and an
alternative text that names all its numbers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal, Self

from voortgang.model.rol import ROLLEN

Vorm = Literal["balken", "gestapeld", "lijnen"]
Side = Literal["above", "below", "right"]
# How an alternative text begins.
NAMES: Mapping[Vorm, str] = MappingProxyType(
    {"balken": "Staafdiagram", "gestapeld": "Gestapelde staven", "lijnen": "Lijndiagram"}
)
NEAR_AXIS = 0.15  # of the highest value: a number below such a point would stand on a name


@dataclass(frozen=True, slots=True)
class Reeks:
    """One series: what it counts, in which role it is drawn, a number for each category."""

    naam: str
    rol: str
    waarden: tuple[int, ...]

    @classmethod
    def of(cls, rol: str, waarden: Iterable[int]) -> Self:
        """Count in a role, under the name that it has over a list."""
        return cls(ROLLEN[rol].kop, rol, tuple(waarden))


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A figure of the report: series over categories, with its alternative text."""

    naam: str
    titel: str
    vorm: Vorm
    categorieen: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    alt: str

    def shaped(self, wanted: str | None) -> Self:
        """Give it in the form that is wanted, where it has that, and say so for who only hears."""
        vorm = next((each for each in NAMES if each == wanted), self.vorm)
        begins, rest = NAMES[self.vorm], self.alt.removeprefix(NAMES[self.vorm])
        alt = NAMES[vorm] + rest if self.alt.startswith(begins) else self.alt
        return replace(self, vorm=vorm, alt=alt)

    def side(self, reeks: int, at: int) -> Side:
        """Say where the number of a point of a line stands, so that no line runs through it.

        Below it where another line runs above or through it, beside it where the names are near.
        """
        values = [each.waarden[at] for each in self.reeksen]
        if values.index(max(values)) == reeks:
            return "above"
        highest = max(value for each in self.reeksen for value in each.waarden)
        return "right" if values[reeks] <= NEAR_AXIS * highest else "below"
