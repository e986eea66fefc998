"""Plans of last year without an answer."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar, Plaats
from voortgang.checks.jaar.namen import SEARCHED
from voortgang.findings import Finding, Place, Regel, Severity
from voortgang.model.reading import RAPPORT
from voortgang.opvolging.titels import Titels

REGEL = Regel(
    "VG060",
    Severity.WARNING,
    "plan van vorig jaar zonder opvolging",
    "Elk plan van vorig jaar krijgt een antwoord: gerealiseerd, opnieuw gepland of "
    "vervallen. Krijgt de actie een andere titel, dan legt vervolg_op het verband.",
    "# bestand: 2021/cultuur.yaml\n"
    "titel: Cultuur\n"
    "planning:\n"
    "  - Nieuw intranet\n"
    "# bestand: 2022/cultuur.yaml\n"
    "titel: Cultuur\n"
    "realisaties:\n"
    "  - Lancering intranet",
    "# bestand: 2021/cultuur.yaml\n"
    "titel: Cultuur\n"
    "planning:\n"
    "  - Nieuw intranet\n"
    "# bestand: 2022/cultuur.yaml\n"
    "titel: Cultuur\n"
    "realisaties:\n"
    "  - titel: Lancering intranet\n"
    "    vervolg_op: nieuw-intranet",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find each plan of the newest earlier year that nothing answers; name likely answers."""
    if jaar.previous is None:
        return
    from voortgang.opvolging.follow_up import follow_up

    result = follow_up(jaar.previous, jaar.rapport)
    if not result.totalen.zonder_opvolging:
        return
    fresh = {
        entry.id: entry.titel
        for domein in result.domeinen
        for entry in (*domein.nieuwe_realisaties, *domein.nieuwe_planning)
    }
    texts = tuple(fresh.values())
    titels = Titels(texts)
    waiting = {
        plaats.id: plaats for plaats in reversed(jaar.acties) if plaats.soort == "te_beantwoorden"
    }
    told: set[str] = set()
    for domein in result.domeinen:
        for entry in domein.zonder_opvolging:
            if entry.id not in told:
                told.add(entry.id)
                place = _place(jaar, domein.domein, waiting.get(entry.id))
                message = f"plan van {result.van} zonder opvolging: '{entry.titel}'"
                near = (
                    [texts[index] for index in titels.likely(entry.titel)]
                    if len(told) <= SEARCHED
                    else []
                )
                yield REGEL.at(place, message, _hint(entry.id, near))


def _hint(plan_id: str, near: list[str]) -> str:
    if near:
        names = " of ".join(f"'{titel}'" for titel in near)
        return (
            f"is {names} het antwoord, voeg daar dan toe: `vervolg_op: {plan_id}`; "
            "zet het plan anders bij realisaties, planning of vervallen"
        )
    return (
        "zet het plan bij realisaties, planning of vervallen, "
        f"of voeg bij zijn antwoord toe: `vervolg_op: {plan_id}`"
    )


def _place(jaar: Jaar, stem: str, waiting: Plaats | None) -> Place:
    if waiting:
        return jaar.at(waiting.stem, waiting.pad)
    document = jaar.reading.documents.get(stem)
    for key in ("planning", "titel"):
        if document and document.node((key,)) is not None:
            return document.key_place((key,))
    return jaar.key(RAPPORT, "domeinen")
