"""An aanbeveling that is not done by its termijn."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import AUDIT
from voortgang.findings import Finding, Regel

_VOORBEELD = f"""\
{AUDIT}    termijn: {{}}
# bestand: cultuur.yaml
titel: Cultuur
planning:
  - titel: Bestellen en betalen scheiden
    aanbevelingen: financien-2021-1"""
REGEL = Regel.warning(
    "VG096",
    "de termijn van een aanbeveling is voorbij",
    "Aan het einde van het laatste jaar is de termijn van de aanbeveling voorbij, en ze is "
    "niet volledig opgevolgd. De raad zal vragen waarom.",
    _VOORBEELD.format("2022-Q2"),
    _VOORBEELD.format("2023-Q2"),
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find the aanbevelingen that are past their termijn and not followed up in full."""
    for each in jaar.aanbevelingen:
        if each.te_laat and each.termijn:
            waiting = [actie.titel for actie in each.acties if actie.id in jaar.te_beantwoorden]
            if each.stand == "niet" and waiting:
                stand = f"het plan '{waiting[0]}' wacht nog op antwoord"
                hint = "zet dat plan bij realisaties als het klaar is; geef de aanbeveling anders "
                hint += "een nieuwe termijn"
            else:
                stand = f"aan het einde van {jaar.rapport.rapportjaar} is ze {_WORDS[each.stand]}"
                hint = "geef een nieuwe termijn, of zet bij realisaties wat er klaar is"
            message = f"aanbeveling {each.id} was beloofd tegen {each.termijn.in_zin}; {stand}"
            yield REGEL.at(jaar.at_aanbeveling(each.id, "termijn"), message, hint)


_WORDS = {
    "deels": "deels opgevolgd",
    "gepland": "alleen gepland",
    "niet": "niet opgevolgd",
}
