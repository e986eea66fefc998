"""A level of maturity that does not exist."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel

REGEL = Regel.error(
    "VG091",
    "niveau of doel van maturiteit bestaat niet",
    "De niveaus van maturiteit lopen vanaf 0. Hoeveel er zijn, zegt rapport.yaml (maturiteit: "
    "niveaus); standaard gaan ze tot 5.",
    "titel: Cultuur\nmaturiteit: {niveau: 2, doel: 6}\nrealisaties:\n  - Nieuw intranet",
    "titel: Cultuur\nmaturiteit: {niveau: 2, doel: 3}\nrealisaties:\n  - Nieuw intranet",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find levels and goals outside the levels of the report."""
    highest = jaar.rapport.maturiteit.hoogste
    for domein in jaar.rapport.domeinen:
        for name in ("niveau", "doel"):
            level = getattr(domein.maturiteit, name, None)
            if level is not None and not 0 <= level <= highest:
                place = jaar.at(domein.id, "maturiteit", name)
                message = f"{name} {level} bestaat niet: de niveaus lopen van 0 tot {highest}"
                yield REGEL.at(place, message, f"kies een getal van 0 tot {highest}")
