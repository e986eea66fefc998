"""An orgaan that the nota does not know, and that has no article."""

import re
from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import met_organen
from voortgang.findings import Finding, Regel
from voortgang.model.identity import ORGANEN
from voortgang.model.reading import RAPPORT

REGEL = Regel.warning(
    "VG109",
    "orgaan zonder lidwoord",
    "Van de gemeenteraad, de raad voor maatschappelijk welzijn, het college van burgemeester en "
    "schepenen en het vast bureau kent de nota de woorden; GR, RMW, OCMW-raad, CBS en VB mogen "
    "ook. Een ander orgaan komt in de nota zoals het er staat, en heeft dus zijn lidwoord nodig.",
    met_organen("auditcomité"),
    met_organen("het auditcomité"),
)

_ARTICLE = re.compile(r"(?:de|het|een) ", re.IGNORECASE)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find organen of another name without de or het."""
    for number, orgaan in enumerate(jaar.rapport.nota.organen):
        if orgaan.casefold() not in ORGANEN and not _ARTICLE.match(orgaan):
            place = jaar.at(RAPPORT, "nota", "organen", number)
            message = f"'{orgaan}' komt zonder lidwoord in de nota"
            yield REGEL.at(place, message, f"zet er de of het voor: 'het {orgaan}'")
