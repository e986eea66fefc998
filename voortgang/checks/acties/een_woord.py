"""A one-word title that ties two domains."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar, Plaats
from voortgang.findings import Finding, Regel

_VOORBEELD = """\
# bestand: cultuur.yaml
titel: Cultuur
planning:
  - Telewerken
# bestand: activa.yaml
titel: Activa
planning:
  - """
REGEL = Regel.warning(
    "VG033",
    "een titel van één woord maakt van twee acties één",
    "Acties met dezelfde titel in twee domeinen tellen als één actie. Bij een titel van "
    "één woord is dat vaak toeval. Een id die u zelf schrijft, zegt dat het zo bedoeld "
    "is.",
    _VOORBEELD + "Telewerken",
    _VOORBEELD + "titel: Telewerken\n    id: telewerken",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find one-word titles that stand in two domains while no id says that it is one actie."""
    first: dict[str, Plaats] = {}
    written = {plaats.id for plaats in jaar.acties if plaats.actie.own_id}
    told: set[str] = set()
    for plaats in jaar.acties:
        if plaats.id in written or " " in plaats.actie.titel:
            continue
        other = first.setdefault(plaats.id, plaats)
        if other.stem != plaats.stem and plaats.id not in told:
            told.add(plaats.id)
            message = f"'{plaats.actie.titel}' telt als één actie met die in domein '{other.stem}'"
            add = plaats.to_add(f"id: {plaats.id}")
            hint = f"is dat zo, {add}; anders: maak de titel duidelijker"
            yield REGEL.at(plaats.at("titel"), message, hint)
