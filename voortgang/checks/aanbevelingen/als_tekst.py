"""The id of an aanbeveling where a text stands."""

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
    """
REGEL = Regel.warning(
    "VG097",
    "aanbeveling als tekst is de id van een aanbeveling",
    "Met `aanbeveling` schrijft u een tekst. Noemt die een aanbeveling uit data/audits, dan "
    "hoort ze bij `aanbevelingen`: alleen die telt mee voor de opvolging.",
    _VOORBEELD + "aanbeveling: financien-2021-1",
    _VOORBEELD + "aanbevelingen: financien-2021-1",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find texts that come near the id of an aanbeveling."""
    known = jaar.plaats_van_aanbeveling
    namen = Namen(known)
    for plaats in jaar.acties:
        text = plaats.actie.aanbeveling
        if not text or " " in text:
            continue
        named = slug(text)
        near = named if named in known else namen.near(named)
        if near:
            place = jaar.key(plaats.stem, plaats.soort, plaats.nummer, "aanbeveling")
            message = f"'{text}' lijkt op de id van een aanbeveling uit data/audits"
            yield REGEL.at(place, message, _remedy(near, plaats.actie.aanbevelingen))


def _remedy(near: str, there: tuple[str, ...]) -> str:
    if not there:
        return f"schrijf aanbevelingen: {near}"
    if near in there:
        return "haal deze regel weg: bij aanbevelingen staat ze al"
    return f"haal deze regel weg en schrijf aanbevelingen: [{', '.join((*there, near))}]"
