"""A report dated before its year was over."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import HOOFD
from voortgang.findings import Finding, Regel
from voortgang.model.reading import RAPPORT

REGEL = Regel.warning(
    "VG052",
    "het rapport is gedateerd vóór het einde van het rapportjaar",
    "Een rapport over een jaar wordt gemaakt als dat jaar voorbij is. Een vroegere datum "
    "is vaak een verkeerd jaartal.",
    HOOFD + "domeinen: []\ndatum: 2022-06-12",
    HOOFD + "domeinen: []\ndatum: 2023-06-12",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find a date in the rapportjaar or before."""
    year, datum = jaar.rapport.rapportjaar, jaar.rapport.datum
    if datum and datum.year <= year:
        message = f"op {datum:%d-%m-%Y} was {year} nog niet voorbij"
        yield REGEL.at(jaar.at(RAPPORT, "datum"), message, "kijk het jaartal na")
