"""An aanbeveling that nothing answers."""

from collections.abc import Iterator

from voortgang.checks.jaar.antwoord import Kandidaten, work_of
from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import AUDIT
from voortgang.findings import Finding, Regel

_VOORBEELD = f"""\
{AUDIT}# bestand: cultuur.yaml
titel: Cultuur
planning:
  - """
REGEL = Regel.warning(
    "VG095",
    "aanbeveling van een audit waaraan geen actie werkt",
    "Elke aanbeveling krijgt een antwoord: een realisatie of een plan dat haar noemt. Zonder "
    "antwoord staat ze in het rapport als niet opgevolgd.",
    _VOORBEELD + "Bestellen en betalen scheiden",
    _VOORBEELD + "titel: Bestellen en betalen scheiden\n    aanbevelingen: financien-2021-1",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find the aanbevelingen that no actie names in the newest year or before; name likely ones."""
    open_yet = [each for each in jaar.aanbevelingen if not each.acties]
    if not open_yet:
        return
    kandidaten = Kandidaten(work_of(jaar).values(), "aanbevelingen")
    for each in open_yet:
        message = f"aan aanbeveling {each.id} werkt geen actie: '{each.titel}'"
        hint = kandidaten.remedy(each.titel, each.id)
        hint = hint or f"voeg bij de actie toe: `aanbevelingen: {each.id}`"
        yield REGEL.at(jaar.at_aanbeveling(each.id), message, hint)
