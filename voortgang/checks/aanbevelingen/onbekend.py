"""An aanbeveling that no audit has."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import AUDIT
from voortgang.findings import Finding, Regel
from voortgang.model.identity import Namen, slug

_VOORBEELD = f"""\
{AUDIT}# bestand: cultuur.yaml
titel: Cultuur
planning:
  - titel: Nieuwe bestelprocedure
    aanbevelingen: """
REGEL = Regel.error(
    "VG092",
    "aanbevelingen noemt een id die geen audit heeft",
    "De id van een aanbeveling is de naam van het bestand in data/audits met haar nummer "
    "erachter. Klopt ze niet, dan telt het werk niet mee voor die aanbeveling.",
    _VOORBEELD + "financien-2022-1",
    _VOORBEELD + "financien-2021-1",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find each aanbeveling that is not in data/audits; none while an audit cannot be read."""
    if jaar.reading.audits.findings:
        return
    namen = Namen(jaar.plaats_van_aanbeveling)
    for plaats in jaar.acties:
        for number, each in enumerate(plaats.actie.aanbevelingen):
            if each not in jaar.plaats_van_aanbeveling:
                place = plaats.at("aanbevelingen", number)
                near = namen.near(slug(each))
                message = f"geen audit heeft een aanbeveling '{each}'"
                hint = f"bedoelde u '{near}'?" if near else _NO_SUCH
                yield REGEL.at(place, message, hint)


_NO_SUCH = "kijk in data/audits de naam van het bestand en het nummer na, of haal de id weg"
