"""A title that is too long for a slide."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel
from voortgang.model.deel import Titled

REGEL = Regel.warning(
    "VG045",
    "heel lange titel",
    "Een titel van meer dan 300 tekens is een uitleg. Op een dia leest niemand hem; in "
    "toelichting komt hij in de nota en bij de notities van de spreker.",
    "titel: Cultuur\nplanning:\n  - " + "Intranet vernieuwen en " * 14 + "klaar",
    "titel: Cultuur\n"
    "planning:\n"
    "  - titel: Intranet vernieuwen\n"
    "    toelichting: De rest van het verhaal.",
)

_LONGEST = 300


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find titles of more than 300 characters."""
    for titel in jaar.titels:
        if len(titel.text) > _LONGEST:
            message = f"de titel telt {len(titel.text)} tekens"
            rest = " en zet de uitleg in `toelichting`" if issubclass(titel.van, Titled) else ""
            yield REGEL.at(titel.place, message, f"kort hem in{rest}")
