"""Two spaces in a row in a title."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel

REGEL = Regel.warning(
    "VG035",
    "dubbele spatie in een titel",
    "Twee spaties na elkaar zijn een tikfout die op een dia te zien is.",
    "titel: Cultuur\nplanning:\n  - Nieuw  intranet",
    "titel: Cultuur\nplanning:\n  - Nieuw intranet",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find titles with two spaces in a row."""
    for titel in jaar.titels:
        if "  " in titel.text:
            yield REGEL.at(titel.place, "er staan twee spaties na elkaar", "laat er één weg")
