"""An entry of te_beantwoorden that was no plan."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import twee_jaren
from voortgang.findings import Finding, Regel

_VOORBEELD = twee_jaren("Nieuw intranet", "realisaties:\n  - {}\nte_beantwoorden:\n  - {}")
REGEL = Regel.warning(
    "VG061",
    "te_beantwoorden noemt iets wat vorig jaar geen plan was",
    "In te_beantwoorden staan plannen van vorig jaar. Is de titel daar veranderd, dan is "
    "het verband met het plan weg.",
    _VOORBEELD.format("Nieuw intranet", "Het intranet"),
    _VOORBEELD.format("Welzijnsplan", "Nieuw intranet"),
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find entries of te_beantwoorden that the newest earlier year did not plan."""
    if jaar.previous is None:
        return
    plans = {actie.id for domein in jaar.previous.domeinen for actie in domein.planning}
    for plaats in jaar.acties:
        if plaats.soort == "te_beantwoorden" and plaats.id not in plans:
            year = jaar.previous.rapportjaar
            message = f"'{plaats.actie.titel}' staat niet in de planning van {year}"
            hint = "neem titel en id over zoals ze daar staan, of zet de actie in een andere lijst"
            yield REGEL.at(plaats.at("titel"), message, hint)
