"""Details of one actie that contradict each other."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel
from voortgang.model.rapport import DETAILS

_VOORBEELD = """\
# bestand: cultuur.yaml
titel: Cultuur
planning:
  - titel: Nieuw intranet
    dienst: Communicatie
# bestand: activa.yaml
titel: Activa
planning:
  - """
REGEL = Regel.warning(
    "VG043",
    "details van één actie spreken elkaar tegen",
    "Een actie die in twee domeinen staat, is één actie. Haar dienst, termijn en andere "
    "details staan op één van die plaatsen, of overal gelijk.",
    _VOORBEELD + "titel: Nieuw intranet\n    dienst: ICT",
    _VOORBEELD + "Nieuw intranet",
)

_SCORES = ("kans", "impact", "restkans", "restimpact")
_VELDEN = tuple(name for name in (*DETAILS, *_SCORES) if name != "reden")


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find a detail that differs between two places of an actie in the same list."""
    first: dict[tuple[str, str, str], tuple[str, object]] = {}
    for plaats in jaar.acties:
        for veld in _VELDEN:
            value = getattr(plaats.actie, veld, None)
            if not value:
                continue
            stem, known = first.setdefault((plaats.id, plaats.soort, veld), (plaats.stem, value))
            if known != value:
                place = plaats.at(veld)
                message = f"{veld} van '{plaats.actie.titel}' is anders dan in domein '{stem}'"
                yield REGEL.at(place, message, "laat het op één plaats staan")
