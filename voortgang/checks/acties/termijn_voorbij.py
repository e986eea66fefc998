"""A plan whose termijn is over."""

from collections.abc import Iterator
from datetime import date

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel

REGEL = Regel.warning(
    "VG040",
    "de termijn van een plan is al voorbij",
    "De planning zegt wat na het rapportjaar gebeurt. Een termijn die dan al voorbij is, "
    "is een tikfout of een plan dat nieuwe afspraken vraagt.",
    "titel: Cultuur\nplanning:\n  - titel: Nieuw intranet\n    termijn: 2022-Q2",
    "titel: Cultuur\nplanning:\n  - titel: Nieuw intranet\n    termijn: 2023-Q2",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find plans with a termijn that ends in the rapportjaar or before."""
    last = date(jaar.rapport.rapportjaar, 12, 31)
    for plaats in jaar.acties:
        termijn = plaats.actie.termijn
        if plaats.soort == "planning" and termijn and termijn.end <= last:
            place = plaats.at("termijn")
            message = f"de termijn ({termijn}) is voorbij aan het einde van {last.year}"
            hint = "geef een nieuwe termijn, of zet de actie bij realisaties of vervallen"
            yield REGEL.at(place, message, hint)
