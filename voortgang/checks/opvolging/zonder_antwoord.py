"""Plans of last year without an answer."""

from collections.abc import Iterator

from voortgang.checks.jaar.antwoord import Kandidaten, work_of
from voortgang.checks.jaar.jaar import Jaar, Plaats
from voortgang.checks.jaar.voorbeeld import twee_jaren
from voortgang.findings import Finding, Place, Regel
from voortgang.model.reading import RAPPORT

_VOORBEELD = twee_jaren("Nieuw intranet", "realisaties:\n  - ")
REGEL = Regel.warning(
    "VG060",
    "plan van vorig jaar zonder opvolging",
    "Elk plan van vorig jaar krijgt een antwoord: gerealiseerd, opnieuw gepland of "
    "vervallen. Krijgt de actie een andere titel, dan legt vervolg_op het verband.",
    _VOORBEELD + "Lancering intranet",
    _VOORBEELD + "titel: Lancering intranet\n    vervolg_op: nieuw-intranet",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find each plan of the newest earlier year that nothing answers; name likely answers."""
    result = jaar.opvolging
    if result is None or not result.totalen.zonder_opvolging:
        return
    acties = work_of(jaar)
    fresh = {
        entry.id: acties[entry.id]
        for domein in result.domeinen
        for entry in (*domein.lijst("nieuwe_realisaties"), *domein.lijst("nieuwe_planning"))
    }
    kandidaten = Kandidaten(fresh.values(), "vervolg_op")
    told: set[str] = set()
    for domein in result.domeinen:
        for entry in domein.lijst("zonder_opvolging"):
            if entry.id not in told:
                told.add(entry.id)
                place = _place(jaar, domein.domein, jaar.te_beantwoorden.get(entry.id))
                message = f"plan van {result.van} zonder opvolging: '{entry.titel}'"
                remedy = kandidaten.remedy(entry.titel, entry.id)
                move = "bij realisaties, planning of vervallen"
                hint = (
                    f"{remedy}; zet het plan anders {move}"
                    if remedy
                    else f"zet het plan {move}, of voeg bij zijn antwoord toe: "
                    f"`vervolg_op: {entry.id}`"
                )
                yield REGEL.at(place, message, hint)


def _place(jaar: Jaar, stem: str, waiting: Plaats | None) -> Place:
    if waiting:
        return waiting.at("titel")
    document = jaar.reading.documents.get(stem)
    for key in ("planning", "titel"):
        if document and document.node((key,)) is not None:
            return document.key_place((key,))
    return jaar.key(RAPPORT, "domeinen")
