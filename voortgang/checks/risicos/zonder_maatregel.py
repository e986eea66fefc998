"""A high risk that nothing keeps down."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import RISICO
from voortgang.findings import Finding, Regel

_VOORBEELD = f"""\
titel: Cultuur
realisaties:
  - Tweede datalijn
{RISICO}"""
REGEL = Regel.warning(
    "VG098",
    "hoog risico zonder maatregel",
    "Welk hoog risico heeft geen maatregel? Dat is de eerste vraag bij een risico. Met "
    "beheerst_door noemt u de realisaties of plannen die het beheersen.",
    _VOORBEELD,
    _VOORBEELD + "    beheerst_door: tweede-datalijn",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find the rated high risks without a beheerst_door."""
    for each, plaats in jaar.risicos:
        if each.score and each.hoog and not each.maatregelen:
            named = f"'{each.risico.titel}' (score {each.score.score})"
            message = f"het hoge risico {named} heeft geen maatregel"
            add = plaats.to_add("beheerst_door: …")
            hint = f"{add} met de id van een realisatie of een plan"
            yield REGEL.at(plaats.at("titel"), message, hint)
