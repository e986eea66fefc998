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


def _stand(naam: str, woord: str, teken: str, kop: str = "") -> Rol:
    """Make the role of a stand: the same is said of one as of more."""
    return Rol(naam, kop or woord.capitalize(), woord, woord, teken)


ROLLEN = MappingProxyType(
    {
        rol.naam: rol
        for rol in (
            Rol("realisaties", "Realisaties", "realisatie", "realisaties", "●"),
            Rol("planning", "Planning", "plan", "plannen", "○"),
            Rol("risicos", "Hoge risico's", "hoog risico", "hoge risico's", "!"),
            Rol("criterium", "Criterium", "criterium", "criteria"),
            _stand("gerealiseerd", "gerealiseerd", "●"),
            _stand("deels_gerealiseerd", "deels gerealiseerd", "½"),
            _stand("lopend", "lopend", "→"),
            _stand("volledig", "volledig", "●", "Volledig opgevolgd"),
            _stand("deels", "deels", "½", "Deels opgevolgd"),
            _stand("niet", "niet", "?", "Niet opgevolgd"),
            _stand("gepland", "gepland", "○"),
            _stand("vervallen", "vervallen", "×"),
            _stand("zonder_opvolging", "zonder opvolging", "?"),
        )
    }
)
TEKENS = MappingProxyType({rol.naam: rol.teken for rol in ROLLEN.values() if rol.teken})
