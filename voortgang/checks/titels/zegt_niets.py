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

_HINTS = {
    "domein": "geef het domein zijn naam",
    "actie": "laat de regel weg: een lijst mag leeg zijn",
    "audit": "geef de audit haar naam",
    "aanbeveling": "laat de aanbeveling weg: een lijst mag leeg zijn",
}


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find titles like `geen` and `n.v.t.`."""
    for titel in jaar.titels:
        if titel.text.lower() in NOTHING:
            message = f"'{titel.text}' telt nu als een titel"
            yield REGEL.at(titel.place, message, _HINTS[titel.van])
