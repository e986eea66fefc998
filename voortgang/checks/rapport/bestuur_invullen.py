"""A bestuur that is still to be filled in."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import HOOFD
from voortgang.findings import Finding, Regel
from voortgang.model.reading import RAPPORT

REGEL = Regel.warning(
    "VG049",
    "het bestuur is nog niet ingevuld",
    "Bij het overnemen van oude bestanden weet het programma niet voor welk bestuur het "
    "rapport is. Vul de naam in voor het rapport vertrekt.",
    HOOFD.replace("Gemeente Voorbeeldegem", "(vul het bestuur in)") + "domeinen: []",
    HOOFD + "domeinen: []",
)

INVULLEN = "(vul het bestuur in)"


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find the words that `import` writes where it knows no bestuur."""
    if jaar.rapport.bestuur == INVULLEN:
        place = jaar.at(RAPPORT, "bestuur")
        yield REGEL.at(place, "het bestuur is nog niet ingevuld", "typ de naam van het bestuur")
