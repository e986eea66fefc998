"""A nota for organen that lacks what a secretariat asks for."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import HOOFD
from voortgang.checks.jaar.waarden import to_fill_in
from voortgang.findings import Finding, Regel
from voortgang.model.reading import RAPPORT

_CULTUUR = "# bestand: cultuur.yaml\ntitel: Cultuur\nrealisaties: [Een meldpunt]"
REGEL = Regel.warning(
    "VG107",
    "nota voor een orgaan zonder van, datum of gedateerd advies",
    "Wie de nota op een agenda zet, vraagt van wie ze uitgaat, van wanneer ze is en wat het "
    "managementteam ervan vindt. Dat staat alleen in de nota als het in rapport.yaml staat.",
    f"{HOOFD}domeinen: [cultuur]\nnota:\n  organen: [gemeenteraad]\n{_CULTUUR}",
    f"{HOOFD}domeinen: [cultuur]\ndatum: 2023-06-12\nnota:\n  organen: [gemeenteraad]\n"
    "  van: algemeen directeur\n  adviezen:\n    - van: managementteam\n"
    f"      datum: 2023-05-16\n      inhoud: Gunstig advies.\n{_CULTUUR}",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find what is missing where organen are named: each for itself, at that key."""
    rapport, nota = jaar.rapport, jaar.rapport.nota
    if not nota.organen:
        return
    document = jaar.reading.documents[RAPPORT]
    place, later = jaar.key(RAPPORT, "nota", "organen"), rapport.rapportjaar + 1
    if not nota.van:
        line = "van: algemeen directeur"
        hint = to_fill_in(document, ("nota", "van"), line) or f"voeg onder nota toe: `{line}`"
        yield REGEL.at(place, "de nota zegt niet van wie ze uitgaat", hint)
    if not rapport.datum:
        line = f"datum: {later}-06-12"
        add = to_fill_in(document, ("datum",), line)
        hint = add or f"voeg toe, op een eigen regel naast nota: `{line}`"
        hint += ", maar met de dag van uw rapport"
        yield REGEL.at(place, "de nota heeft geen datum", hint)
    given = {n: a for n, a in enumerate(nota.adviezen) if "managementteam" in a.van.casefold()}
    for number, advies in given.items():
        if not advies.datum:
            pad, line = ("nota", "adviezen", number), f"datum: {later}-05-16"
            add = to_fill_in(document, (*pad, "datum"), line)
            add = add or f"voeg bij dat advies toe: `{line}`"
            add += ", maar met de dag van het advies"
            hint = add if advies.inhoud else f"{add}, en wat het zegt als `inhoud`"
            message = "het advies van het managementteam heeft geen datum"
            yield REGEL.at(jaar.at(RAPPORT, *pad, "van"), message, hint)
    if not given:
        entry = f"{{van: managementteam, datum: {later}-05-16, inhoud: Gunstig advies.}}"
        line = f"adviezen: [{entry}]"
        if nota.adviezen:
            hint = f"voeg onder nota bij adviezen toe: `- {entry}`"
        else:
            add = to_fill_in(document, ("nota", "adviezen"), line)
            hint = add or f"voeg onder nota toe: `{line}`"
        hint += ", maar met de dag en de woorden van het advies zelf"
        yield REGEL.at(place, "de nota noemt geen advies van het managementteam", hint)
