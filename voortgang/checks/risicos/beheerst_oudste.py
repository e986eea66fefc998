"""A beheerst_door in the oldest year that names nothing."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import RISICO
from voortgang.checks.opvolging.vervolg_onbekend import unknown
from voortgang.findings import Finding, Regel

_VOORBEELD = f"""\
titel: Cultuur
realisaties:
  - {{}}
{RISICO}    beheerst_door: tweede-datalijn"""
REGEL = Regel.warning(
    "VG094",
    "beheerst_door in het oudste jaar noemt een actie die hier niet staat",
    "In het oudste jaar kan beheerst_door wijzen naar een jaar dat niet in deze map staat. "
    "Kijk na of de id klopt.",
    _VOORBEELD.format("Nieuw intranet"),
    _VOORBEELD.format("Tweede datalijn"),
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find each beheerst_door of the oldest year that this year does not have."""
    if jaar.oldest:
        yield from unknown(jaar, REGEL, "beheerst_door")
