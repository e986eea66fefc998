"""A risk that was rated, and is not high."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel

_VOORBEELD = """\
titel: Cultuur
realisaties:
  - Noodplan
risicos:
  - titel: Uitval van het netwerk
    kans: 3
    impact: {}
    beheerst_door: noodplan"""
REGEL = Regel.warning(
    "VG130",
    "risico met een score die niet hoog is",
    "Alles onder risicos staat in de presentatie en de nota bij de hoge risico's. Hoog is een "
    "score (kans maal impact) vanaf `hoog_vanaf` in rapport.yaml (standaard 12 bij schaal 5).",
    _VOORBEELD.format(2),
    _VOORBEELD.format(5),
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find the rated risks with a score under that of a high one."""
    drempel = jaar.rapport.risicos.drempel
    for each, plaats in jaar.risicos:
        if each.score and not each.hoog:
            named = f"'{each.risico.titel}' (score {each.score.score})"
            message = f"het risico {named} is niet hoog: dat is het vanaf {drempel}"
            hint = "haal het weg bij risicos, of kijk kans, impact en hoog_vanaf na"
            yield REGEL.at(plaats.at("titel"), message, hint)
