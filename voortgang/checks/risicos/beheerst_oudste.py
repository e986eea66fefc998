"""A beheerst_door in the oldest year that names nothing."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.opvolging.vervolg_onbekend import unknown
from voortgang.findings import Finding, Regel, Severity

REGEL = Regel(
    "VG094",
    Severity.WARNING,
    "beheerst_door in het oudste jaar noemt een actie die hier niet staat",
    "In het oudste jaar kan beheerst_door wijzen naar een jaar dat niet in deze map staat. "
    "Kijk na of de id klopt.",
    "titel: Cultuur\n"
    "realisaties:\n"
    "  - Nieuw intranet\n"
    "risicos:\n"
    "  - titel: Uitval van het netwerk\n"
    "    kans: 3\n"
    "    impact: 5\n"
    "    beheerst_door: tweede-datalijn",
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
    """Find each beheerst_door of the oldest year that this year does not have."""
    if jaar.oldest:
        yield from unknown(jaar, REGEL, "beheerst_door")
