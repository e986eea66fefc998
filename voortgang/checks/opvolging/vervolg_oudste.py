"""A vervolg_op in the oldest year that names nothing."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.opvolging.vervolg_onbekend import unknown
from voortgang.findings import Finding, Regel

REGEL = Regel.warning(
    "VG032",
    "vervolg_op in het oudste jaar noemt een actie die hier niet staat",
    "In het oudste jaar kan vervolg_op wijzen naar een jaar dat niet in deze map staat. "
    "Kijk na of de id klopt.",
    "titel: Cultuur\nplanning:\n  - titel: Actieplan\n    vervolg_op: audit-burgerzaken",
    "titel: Cultuur\n"
    "realisaties:\n"
    "  - Audit burgerzaken\n"
    "planning:\n"
    "  - titel: Actieplan\n"
    "    vervolg_op: audit-burgerzaken",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find each vervolg_op of the oldest year that this year does not have."""
    if jaar.oldest:
        yield from unknown(jaar, REGEL, "vervolg_op")
