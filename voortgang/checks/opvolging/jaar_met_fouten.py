"""An earlier year that cannot be read: what became of its plans is not told."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel
from voortgang.model.reading import RAPPORT

REGEL = Regel.warning(
    "VG062",
    "een vroeger jaar bevat fouten",
    "Van een jaar met fouten is niets over te nemen: zijn plannen komen niet in de opvolging, en "
    "wat het van vroegere plannen realiseerde evenmin. De documenten worden gemaakt alsof het er "
    "niet is.",
    "# bestand: 2021/cultuur.yaml\n"
    "titel: Cultuur\n"
    "planing: [Nieuw intranet]\n"
    "# bestand: 2022/cultuur.yaml\n"
    "titel: Cultuur\n"
    "realisaties: [Nieuw intranet]",
    "# bestand: 2021/cultuur.yaml\n"
    "titel: Cultuur\n"
    "planning: [Nieuw intranet]\n"
    "# bestand: 2022/cultuur.yaml\n"
    "titel: Cultuur\n"
    "realisaties: [Nieuw intranet]",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find the earlier years that have errors, each at the rapportjaar of this one."""
    for year in jaar.broken:
        message = f"{year} bevat fouten en telt niet mee: de opvolging is niet volledig"
        hint = f"verbeter eerst wat `voortgang check {year}` meldt"
        yield REGEL.at(jaar.key(RAPPORT, "rapportjaar"), message, hint)
