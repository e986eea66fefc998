"""A beheerst_door that names nothing."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import RISICO, twee_jaren
from voortgang.checks.opvolging.vervolg_onbekend import unknown
from voortgang.findings import Finding, Regel

_VOORBEELD = twee_jaren(
    "Tweede datalijn", f"realisaties:\n  - Tweede datalijn\n{RISICO}    beheerst_door: "
)
REGEL = Regel.error(
    "VG093",
    "beheerst_door noemt een actie die er niet is",
    "Met beheerst_door zegt u welke realisatie of welk plan, van dit of een vroeger jaar, een "
    "risico beheerst.",
    _VOORBEELD + "tweede-lijn",
    _VOORBEELD + "tweede-datalijn",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find each beheerst_door that neither this nor an earlier year has."""
    if not jaar.oldest:
        yield from unknown(jaar, REGEL, "beheerst_door")
