"""The roles of what a report lists and counts: how each is called, and its sign.

How they are drawn is the affair of `office/rol.py`.
"""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Rol:
    """A role by the name that data and templates give it.

    `kop` stands over a list of it, `een` and `meer` are said of one and of more. `teken` is empty
    where it has no sign of its own.
    """

    naam: str
    kop: str
    een: str
    meer: str
    teken: str = ""


ROLLEN = MappingProxyType(
    {
        rol.naam: rol
        for rol in (
            Rol("realisaties", "Realisaties", "realisatie", "realisaties", "●"),
            Rol("planning", "Planning", "plan", "plannen", "○"),
            Rol("risicos", "Hoge risico's", "hoog risico", "hoge risico's", "!"),
            Rol("criterium", "Criterium", "criterium", "criteria"),
            Rol("gerealiseerd", "Gerealiseerd", "gerealiseerd", "gerealiseerd", "●"),
            Rol(
                "deels_gerealiseerd",
                "Deels gerealiseerd",
                "deels gerealiseerd",
                "deels gerealiseerd",
                "½",
            ),
            Rol("lopend", "Lopend", "lopend", "lopend", "→"),
            Rol("volledig", "Volledig opgevolgd", "volledig", "volledig", "●"),
            Rol("deels", "Deels opgevolgd", "deels", "deels", "½"),
            Rol("niet", "Niet opgevolgd", "niet", "niet", "?"),
            Rol("gepland", "Gepland", "gepland", "gepland", "○"),
            Rol("vervallen", "Vervallen", "vervallen", "vervallen", "×"),
            Rol(
                "zonder_opvolging", "Zonder opvolging", "zonder opvolging", "zonder opvolging", "?"
            ),
        )
    }
)
TEKENS = MappingProxyType({rol.naam: rol.teken for rol in ROLLEN.values() if rol.teken})
