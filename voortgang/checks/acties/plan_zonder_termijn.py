"""A plan without an end."""

from collections.abc import Iterator

from voortgang.checks.acties.plan_zonder_dienst import lacking
from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel

REGEL = Regel.warning(
    "VG104",
    "plan zonder termijn",
    "Van een plan zonder termijn kan niemand zeggen of het te laat is. Dit geldt zodra een plan "
    "van het jaar een termijn heeft.",
    "titel: Cultuur\nplanning:\n  - titel: Nieuw intranet\n    termijn: 2023-Q2\n  - Nieuw onthaal",
    "titel: Cultuur\nplanning:\n  - titel: Nieuw intranet\n    termijn: 2023-Q2\n"
    "  - titel: Nieuw onthaal\n    termijn: 2023",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find the plans without a termijn, once one of the year has it."""
    yield from lacking(jaar, "termijn", REGEL)
