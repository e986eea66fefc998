"""A title that says that there is nothing."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel, Severity
from voortgang.model.fouten import NOTHING

REGEL = Regel(
    "VG058",
    Severity.WARNING,
    "een titel die zegt dat er niets is",
    "Een regel 'geen' telt mee als actie en komt zo op de dia en in de totalen. Een lijst mag leeg "
    "zijn: dan staat er niets achter de sleutel.",
    "titel: Cultuur\nrealisaties: [Nieuw intranet]\nplanning:\n  - geen",
    "titel: Cultuur\nrealisaties: [Nieuw intranet]\nplanning:",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find titles like `geen` and `n.v.t.`."""
    for titel in jaar.titels:
        if titel.text.lower() in NOTHING:
            message = f"'{titel.text}' telt nu als een titel"
            hint = (
                "geef het domein zijn naam"
                if titel.of_domein
                else "laat de regel weg: een lijst mag leeg zijn"
            )
            yield REGEL.at(titel.place, message, hint)
