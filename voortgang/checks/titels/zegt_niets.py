"""A title that says that there is nothing."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel
from voortgang.model.audit import Aanbeveling, Audit
from voortgang.model.deel import Deel
from voortgang.model.fouten import NOTHING
from voortgang.model.rapport import Domein

REGEL = Regel.warning(
    "VG058",
    "een titel die zegt dat er niets is",
    "Een regel 'geen' telt mee als actie en komt zo op de dia en in de totalen. Een lijst mag leeg "
    "zijn: dan staat er niets achter de sleutel.",
    "titel: Cultuur\nrealisaties: [Nieuw intranet]\nplanning:\n  - geen",
    "titel: Cultuur\nrealisaties: [Nieuw intranet]\nplanning:",
)

_HINTS: Mapping[type[Deel], str] = MappingProxyType(
    {
        Domein: "geef het domein zijn naam",
        Audit: "geef de audit haar naam",
        Aanbeveling: "laat de aanbeveling weg: een lijst mag leeg zijn",
    }
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find titles like `geen` and `n.v.t.`."""
    for titel in jaar.titels:
        if titel.text.lower() in NOTHING:
            message = f"'{titel.text}' telt nu als een titel"
            hint = _HINTS.get(titel.van, "laat de regel weg: een lijst mag leeg zijn")
            yield REGEL.at(titel.place, message, hint)
