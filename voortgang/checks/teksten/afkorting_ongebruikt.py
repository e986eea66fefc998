"""An afkorting that is nowhere used."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import HOOFD
from voortgang.findings import Finding, Regel
from voortgang.model.reading import RAPPORT

_VOORBEELD = f"""\
{HOOFD}domeinen: [cultuur]
afkortingen: {{MJP: meerjarenplan}}
# bestand: cultuur.yaml
titel: Cultuur
planning: """
REGEL = Regel.warning(
    "VG047",
    "afkorting die nergens staat",
    "De lijst van afkortingen komt in de nota. Een afkorting die nergens "
    "voorkomt, is overbodig of anders gespeld.",
    _VOORBEELD + "[Meerjarenplan]",
    _VOORBEELD + "[Opmaak MJP]",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find afkortingen that stand as a word in nothing that the documents tell.

    Not while plans await their answer: the texts that use them may still have to be written.
    """
    if jaar.unfinished or not jaar.rapport.afkortingen:
        return
    from voortgang.checks.teksten.afkortingen import used

    audits = jaar.reading.audits.of(jaar.rapport.rapportjaar)
    known = used(jaar.rapport, jaar.opvolging, audits)
    for afkorting in jaar.rapport.afkortingen:
        if afkorting not in known:
            place = jaar.key(RAPPORT, "afkortingen", afkorting)
            yield REGEL.at(place, f"'{afkorting}' staat nergens in het rapport", "laat ze weg")
