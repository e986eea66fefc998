"""Abbreviations that a reader meets more than once, and that nobody explains."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import HOOFD
from voortgang.checks.jaar.waarden import to_fill_in
from voortgang.findings import Finding, Regel
from voortgang.model.instellingen import NotaGegevens
from voortgang.model.reading import RAPPORT

_VOORBEELD = f"""\
{HOOFD}domeinen: [cultuur]
afkortingen: {{MJP: meerjarenplan}}
# bestand: cultuur.yaml
titel: Cultuur
realisaties: [Opleiding AVG, Opmaak MJP]
planning: [Register AVG]"""
REGEL = Regel.warning(
    "VG108",
    "afkorting zonder uitleg",
    "Een raadslid of een inwoner kent de afkortingen van de diensten niet. Wat twee keer of vaker "
    "in hoofdletters in het rapport staat, hoort bij de afkortingen. Er wordt naar gezocht zodra "
    "rapport.yaml afkortingen noemt, of iets onder nota: het rapport gaat dan naar lezers.",
    _VOORBEELD,
    _VOORBEELD.replace("plan}", "plan, AVG: algemene verordening gegevensbescherming}"),
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find the abbreviations without an explanation: one finding that lists them all.

    Only where a report says something of its nota, or explains some already. One that holds its
    acties and nothing else, as that of 2022 with six abbreviations, may be a deck for colleagues.
    """
    rapport = jaar.rapport
    if not rapport.afkortingen and rapport.nota == NotaGegevens():
        return
    from voortgang.checks.teksten.afkortingen import unexplained

    found = unexplained(rapport)
    if not found:
        return
    key = ("afkortingen",) if rapport.afkortingen else ("domeinen",)
    many = len(found) > 1
    message = f"{'afkortingen' if many else 'afkorting'} zonder uitleg: {', '.join(found)}"
    entry = f"{found[0]}: betekenis"
    line = f"afkortingen: {{{entry}}}"
    if rapport.afkortingen:
        hint = f"voeg bij afkortingen een regel toe voor elk daarvan: `  {entry}`"
    else:
        document = jaar.reading.documents[RAPPORT]
        add = to_fill_in(document, ("afkortingen",), line) or f"voeg toe: `{line}`"
        hint = f"{add}, met een betekenis voor elk daarvan"
    yield REGEL.at(jaar.key(RAPPORT, *key), message, hint)
