"""The kaders that the program knows: the set of domains that a report can follow.

The domains of Mechelen and their places in the law are verified in the decree and in the city's
own reports; the ten themes are those of the Leidraad organisatiebeheersing voor lokale besturen
(Audit Vlaanderen, newer edition), in its order.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from voortgang.model.identity import slug

Kadernaam = Literal["mechelen", "leidraad"]


@dataclass(frozen=True, slots=True)
class KaderDomein:
    """One domain of a kader; `rechtsgrond` is None where the decree names none."""

    titel: str
    rechtsgrond: str | None = None

    @property
    def id(self) -> str:
        """The name that the domain's file has."""
        return slug(self.titel)


@dataclass(frozen=True, slots=True)
class Kader:
    """A set of domains in their order; `titel` names it in running text."""

    naam: Kadernaam
    titel: str
    domeinen: tuple[KaderDomein, ...]

    def ids(self) -> tuple[str, ...]:
        """List the ids of the domains, in order."""
        return tuple(domein.id for domein in self.domeinen)


MECHELEN = Kader(
    "mechelen",
    "de zeven domeinen van Mechelen",
    (
        KaderDomein("Organisatiecultuur"),
        KaderDomein("Bereiken doelstellingen", "artikel 217, 1°"),
        KaderDomein("Voorkomen van fraude en fouten", "artikel 217, 5°"),
        KaderDomein("Naleving wetgeving en procedures", "artikel 217, 2°"),
        KaderDomein("Efficiënt gebruik middelen", "artikel 217, 4°"),
        KaderDomein("Betrouwbare informatie", "artikel 217, 3°"),
        KaderDomein("Bescherming activa", "artikel 217, 5°"),
    ),
)
LEIDRAAD = Kader(
    "leidraad",
    "de tien thema's van de Leidraad organisatiebeheersing voor lokale besturen",
    tuple(
        KaderDomein(titel)
        for titel in (
            "Doelstellingen en procesmanagement",
            "Belanghebbendenmanagement",
            "Monitoring",
            "Financieel management",
            "Organisatiestructuur",
            "Personeelsbeleid",
            "Organisatiecultuur",
            "Informatie en communicatie",
            "Facilitaire middelen, opdrachten en contracten",
            "ICT",
        )
    ),
)
KADERS: Mapping[str, Kader] = MappingProxyType(
    {kader.naam: kader for kader in (MECHELEN, LEIDRAAD)}
)
