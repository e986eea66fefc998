"""A realisatie without proof, where others have it."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel

_VOORBEELD = """\
titel: Cultuur
realisaties:
  - titel: Nieuw intranet
    bewijs: Collegebesluit van 12 mei 2022
  - """
REGEL = Regel.warning(
    "VG102",
    "realisatie zonder bewijs",
    "Zodra één actie van het jaar zegt waar haar bewijs ligt, verwacht een auditor dat van "
    "elke realisatie.",
    _VOORBEELD + "Opleiding onthaal",
    _VOORBEELD + "titel: Opleiding onthaal\n    bewijs: https://www.voorbeeldegem.be/opleiding",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find realisaties without bewijs, once an actie of the year has it; at any of its places."""
    proven = {plaats.id for plaats in jaar.acties if plaats.actie.bewijs}
    if not proven:
        return
    for plaats in jaar.acties:
        if plaats.soort == "realisaties" and plaats.id not in proven:
            message = f"'{plaats.actie.titel}' zegt niet waar het bewijs ligt"
            hint = f"{plaats.to_add('bewijs: …')}: een dossier, een besluit of een webadres"
            yield REGEL.at(plaats.at("titel"), message, hint)
