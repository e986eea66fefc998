"""A vervolg_op that names nothing."""

from collections.abc import Collection, Iterator
from itertools import islice

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import twee_jaren
from voortgang.findings import Finding, Regel
from voortgang.model.identity import SEARCHED, Namen
from voortgang.opvolging.titels import Titels

_NO_GUESS = (
    "neem de id over van de actie die u bedoelt (zonder eigen id is dat haar titel in kleine "
    "letters met koppeltekens), of haal de id weg"
)

_VOORBEELD = twee_jaren(
    "Audit burgerzaken",
    """\
realisaties:
  - Audit burgerzaken
planning:
  - titel: Actieplan
    vervolg_op: """,
)
REGEL = Regel.error(
    "VG030",
    "vervolg_op noemt een actie die er niet is",
    "Met vervolg_op zegt u op welke actie van dit of een vroeger jaar deze actie volgt. "
    "Noemt het een id die nergens staat, dan blijft het plan zonder antwoord.",
    _VOORBEELD + "audit-burgerzaak",
    _VOORBEELD + "audit-burgerzaken",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find each vervolg_op that neither this nor an earlier year has."""
    if not jaar.oldest:
        yield from unknown(jaar, REGEL, "vervolg_op")


def unknown(jaar: Jaar, regel: Regel, veld: str) -> Iterator[Finding]:
    """Report each unknown id in a field under `regel`; none while an earlier year has errors.

    What keeps a risk down is no risk itself.
    """
    named = [plaats for plaats in jaar.acties if getattr(plaats.actie, veld, ())]
    if not named or jaar.broken:
        return
    known = {
        actie.id
        for year in (jaar.rapport, *jaar.earlier.values())
        for _, soort, _, actie in year.acties()
        if soort != "risicos" or veld == "vervolg_op"
    }
    wrong = [
        (plaats, number, each)
        for plaats in named
        for number, each in enumerate(getattr(plaats.actie, veld))
        if each not in known
    ]
    near = dict(_near(dict.fromkeys(each for *_, each in wrong), sorted(known)))
    for plaats, number, each in wrong:
        place = plaats.at(veld, number)
        message = f"geen actie van dit of een vroeger jaar heeft de id '{each}'"
        hint = f"bedoelde u '{near[each]}'?" if each in near else _NO_GUESS
        yield regel.at(place, message, hint)


def _near(wrong: Collection[str], known: list[str]) -> Iterator[tuple[str, str]]:
    titels, namen = Titels(known), Namen(known, 60)
    for each in islice(wrong, SEARCHED):
        likely = titels.likely(each)
        found = known[likely[0]] if likely else namen.near(each)
        if found:
            yield each, found
