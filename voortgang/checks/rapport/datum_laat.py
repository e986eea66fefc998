"""A report that comes too late."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import HOOFD
from voortgang.findings import Finding, Regel
from voortgang.model.reading import RAPPORT

REGEL = Regel.warning(
    "VG041",
    "het rapport is na de wettelijke datum gedateerd",
    "De algemeen directeur rapporteert elk jaar vóór 30 juni van het volgende jaar "
    "(Decreet Lokaal Bestuur, artikel 219).",
    HOOFD + "domeinen: []\ndatum: 2023-06-30",
    HOOFD + "domeinen: []\ndatum: 2023-06-12",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find a date on or after 30 June of the next year."""
    year, datum = jaar.rapport.rapportjaar, jaar.rapport.datum
    if datum and (datum.year, datum.month, datum.day) >= (year + 1, 6, 30):
        message = f"{datum:%d-%m-%Y} is niet vóór 30 juni {year + 1}"
        yield REGEL.at(jaar.at(RAPPORT, "datum"), message, "kijk de datum na")
