"""Two organen whose nota would get the same file name."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import HOOFD
from voortgang.findings import Finding, Regel, Severity
from voortgang.model.identity import slug
from voortgang.model.reading import RAPPORT

_VOORBEELD = f"""\
{HOOFD}domeinen: [cultuur]
nota: {{organen: [ORGANEN]}}
# bestand: cultuur.yaml
titel: Cultuur
planning: [Nieuw intranet]"""
REGEL = Regel(
    "VG055",
    Severity.WARNING,
    "de nota van een orgaan krijgt geen eigen bestand",
    "De nota van een orgaan heet naar zijn naam, zonder hoofdletters, accenten en leestekens. Wat "
    "dan gelijk is, komt in één bestand: alleen de laatste nota blijft over.",
    _VOORBEELD.replace("ORGANEN", "gemeenteraad, Gemeenteraad"),
    _VOORBEELD.replace("ORGANEN", "gemeenteraad, vast bureau"),
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find organen of which the slug is that of an earlier one, or empty."""
    seen: dict[str, str] = {}
    for number, orgaan in enumerate(jaar.rapport.nota.organen):
        name = slug(orgaan)
        place = jaar.at(RAPPORT, "nota", "organen", number)
        if not name:
            message = f"van '{orgaan}' is geen bestandsnaam te maken"
            yield REGEL.at(place, message, "geef het orgaan een naam met letters of cijfers")
        elif name in seen:
            message = f"de nota van '{orgaan}' overschrijft die van '{seen[name]}'"
            yield REGEL.at(place, message, "haal er één weg, of geef elk orgaan een eigen naam")
        seen.setdefault(name, orgaan)
