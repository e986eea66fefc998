"""Two organen whose nota would get the same file name."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import met_organen
from voortgang.findings import Finding, Regel
from voortgang.model.identity import ID_LENGTH, slug
from voortgang.model.reading import RAPPORT

REGEL = Regel.warning(
    "VG055",
    "de nota van een orgaan krijgt geen eigen bestand",
    "De nota van een orgaan heet naar zijn naam, zonder hoofdletters, accenten en leestekens. Wat "
    "dan gelijk is, komt in één bestand: alleen de laatste nota blijft over.",
    met_organen("gemeenteraad, Gemeenteraad"),
    met_organen("gemeenteraad, vast bureau"),
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find organen of which the slug is that of an earlier one, or no name for a file."""
    seen: dict[str, str] = {}
    for number, orgaan in enumerate(jaar.rapport.nota.organen):
        name = slug(orgaan)
        place = jaar.at(RAPPORT, "nota", "organen", number)
        if not 0 < len(name) <= ID_LENGTH:
            message = f"van '{orgaan}' is geen bestandsnaam te maken"
            hint = f"geef het orgaan een naam van 1 tot {ID_LENGTH} letters of cijfers"
            yield REGEL.at(place, message, hint)
        elif name in seen:
            message = f"de nota van '{orgaan}' overschrijft die van '{seen[name]}'"
            yield REGEL.at(place, message, "haal er één weg, of geef elk orgaan een eigen naam")
        seen.setdefault(name, orgaan)
