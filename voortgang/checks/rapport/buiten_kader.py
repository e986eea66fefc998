"""A domain outside the kader."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import HOOFD
from voortgang.findings import Finding, Regel
from voortgang.model.identity import near_name
from voortgang.model.kader import KADERS
from voortgang.model.reading import RAPPORT

_VOORBEELD = f"""\
{HOOFD}kader: leidraad
domeinen: [cultuur]
# bestand: cultuur.yaml
titel: Cultuur
realisaties:
  - Nieuw intranet"""
REGEL = Regel.warning(
    "VG044",
    "domein hoort niet bij het kader",
    "rapport.yaml noemt met `kader` de reeks domeinen die het bestuur volgt. Een ander "
    "domein mag, maar de inleiding klopt dan niet.",
    _VOORBEELD,
    _VOORBEELD.replace("cultuur", "ict").replace("Cultuur", "ICT"),
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find domains that the kader of the report does not have."""
    kader = jaar.rapport.kader
    if not kader:
        return
    known = frozenset(KADERS[kader].ids())
    listed = {domein.id for domein in jaar.rapport.domeinen}
    for index, domein in enumerate(jaar.rapport.domeinen):
        if domein.id not in known:
            near = near_name(domein.id, known - listed)
            hint = f"bedoelde u '{near}'?" if near else "pas `kader` aan of laat het weg"
            message = f"het kader '{kader}' heeft geen domein '{domein.id}'"
            yield REGEL.at(jaar.at(RAPPORT, "domeinen", index), message, hint)
