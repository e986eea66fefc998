"""A beheerst_door that names nothing."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.opvolging.vervolg_onbekend import unknown
from voortgang.findings import Finding, Regel, Severity

REGEL = Regel(
    "VG093",
    Severity.ERROR,
    "beheerst_door noemt een actie die er niet is",
    "Met beheerst_door zegt u welke realisatie of welk plan, van dit of een vroeger jaar, een "
    "risico beheerst.",
    "# bestand: 2021/cultuur.yaml\n"
    "titel: Cultuur\n"
    "planning:\n"
    "  - Tweede datalijn\n"
    "# bestand: 2022/cultuur.yaml\n"
    "titel: Cultuur\n"
    "realisaties:\n"
    "  - Tweede datalijn\n"
    "risicos:\n"
    "  - titel: Uitval van het netwerk\n"
    "    kans: 3\n"
    "    impact: 5\n"
    "    beheerst_door: tweede-lijn",
    "# bestand: 2021/cultuur.yaml\n"
    "titel: Cultuur\n"
    "planning:\n"
    "  - Tweede datalijn\n"
    "# bestand: 2022/cultuur.yaml\n"
    "titel: Cultuur\n"
    "realisaties:\n"
    "  - Tweede datalijn\n"
    "risicos:\n"
    "  - titel: Uitval van het netwerk\n"
    "    kans: 3\n"
    "    impact: 5\n"
    "    beheerst_door: tweede-datalijn",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find each beheerst_door that neither this nor an earlier year has."""
    if not jaar.oldest:
        yield from unknown(jaar, REGEL, "beheerst_door")
