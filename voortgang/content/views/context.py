"""What a template sees: all its names, in one place; docs/sjablonen.md explains each of them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from voortgang.checks.teksten.afkortingen import used
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.content.cijfers.rooster import Rooster, maturiteit_per_domein, risicomatrix
from voortgang.content.cijfers.tellen import (
    YEARS_FOR_A_LINE,
    aanbevelingen_per_audit,
    aanbevelingen_per_jaar,
    acties_per_domein,
    acties_per_jaar,
    opvolging_per_domein,
    opvolging_per_jaar,
)
from voortgang.content.cijfers.verloop import Verloop
from voortgang.content.markdown.author import paragraphs
from voortgang.content.template.words import wanneer
from voortgang.content.views.opvolging import named, show_opvolging
from voortgang.content.views.rapport import (
    DomeinView,
    PartView,
    count_acties,
    show_overzicht,
    soonest,
)
from voortgang.content.views.standen import show_aanbevelingen, show_maturiteit, show_risicos
from voortgang.model.rapport import Rapport
from voortgang.opvolging.follow_up import Opvolging
from voortgang.opvolging.maturiteit import levels

# Gemeente and OCMW are two legal persons, each with a council and a daily board.
_RADEN = frozenset({"gemeenteraad", "raad voor maatschappelijk welzijn"})
_OCMW = frozenset({"raad voor maatschappelijk welzijn", "vast bureau"})


def build_context(
    rapport: Rapport,
    earlier: Mapping[int, Rapport],
    orgaan: str | None = None,
    verloop: Verloop | None = None,
) -> dict[str, Any]:
    """Gather what a template sees; `earlier` holds the reports of earlier years, by year.

    `verloop` is what these years (and perhaps later ones) tell, where that was gathered before.
    """
    jaren = sorted(jaar for jaar in earlier if jaar < rapport.rapportjaar)
    rapporten = [*(earlier[jaar] for jaar in jaren), rapport]
    jaren.append(rapport.rapportjaar)
    verloop = verloop or Verloop.of(dict(zip(jaren, rapporten, strict=True)))
    opvolgingen = [verloop.opvolging[jaar] for jaar in jaren[1:]]
    running = verloop.sinds[rapport.rapportjaar]
    given_up = named(opvolgingen[-1]) if opvolgingen else frozenset()
    domeinen = tuple(
        DomeinView.of(domein, nummer, running, given_up)
        for nummer, domein in enumerate(rapport.domeinen, 1)
    )
    return {
        "bestuur": rapport.bestuur,
        "jaar": rapport.rapportjaar,
        "vorig_jaar": rapport.rapportjaar - 1,
        "volgend_jaar": rapport.rapportjaar + 1,
        "titel": rapport.titel,
        "datum": rapport.datum,
        "ontwerp": rapport.ontwerp,
        "details": rapport.presentatie.details,
        "kader": rapport.kader,
        "kader_goedgekeurd": wanneer(rapport.nota.kader_goedgekeurd or "") or None,
        "contact": rapport.contact and PartView.of_part(rapport.contact),
        "domeinen": domeinen,
        "totalen": count_acties(rapport.domeinen),
        "eerstvolgende": soonest(rapport.domeinen, running),
        "alle_acties": show_overzicht(domeinen),
        "grafieken": _figures(rapporten, opvolgingen, verloop),
        "aanbevelingen": show_aanbevelingen(verloop.audits, rapport.rapportjaar),
        "risicos": show_risicos(verloop.risicos[rapport.rapportjaar]),
        "hoog_vanaf": rapport.risicos.drempel,
        "maturiteit": tuple(
            show_maturiteit(each, rapport.maturiteit) for each in levels(rapport, rapporten[:-1])
        ),
        "hoogste_niveau": rapport.maturiteit.hoogste,
        "met_bewijs": rapport.nota.bewijs,
        "opvolging": show_opvolging(opvolgingen[-1]) if opvolgingen else None,
        "afkortingen": _afkortingen(rapport, opvolgingen, verloop),
        "orgaan": orgaan,
        "is_raad": (orgaan or "").casefold() in _RADEN,
        "is_ocmw": (orgaan or "").casefold() in _OCMW,
        "van": rapport.nota.van,
        "adviezen": tuple(map(PartView.of_part, rapport.nota.adviezen)),
        "financiele_weerslag": paragraphs(rapport.nota.financiele_weerslag or "") or None,
        "bijlagen": rapport.nota.bijlagen,
        "voorgeschiedenis": rapport.nota.voorgeschiedenis,
        "juridische_gronden": rapport.nota.juridische_gronden,
        "artikelen": rapport.nota.artikelen,
    }


def _afkortingen(
    rapport: Rapport, opvolgingen: Sequence[Opvolging], verloop: Verloop
) -> tuple[tuple[str, str], ...]:
    audits = (each.audit for each in verloop.audits[rapport.rapportjaar])
    return tuple(sorted(used(rapport, opvolgingen[-1] if opvolgingen else None, audits).items()))


def _figures(
    rapporten: Sequence[Rapport], opvolgingen: Sequence[Opvolging], verloop: Verloop
) -> Mapping[str, Cijfer | Rooster]:
    rapport = rapporten[-1]
    made = [acties_per_domein(rapport.domeinen)]
    if opvolgingen:
        made.append(opvolging_per_domein(opvolgingen[-1]))
    if len(rapporten) >= YEARS_FOR_A_LINE:
        made += [acties_per_jaar(rapporten), opvolging_per_jaar(opvolgingen)]
    audits = {each.rapportjaar: verloop.audits[each.rapportjaar] for each in rapporten}
    if now := audits[rapport.rapportjaar]:
        made.append(aanbevelingen_per_audit(now))
    if len(followed := {jaar: each for jaar, each in audits.items() if each}) > 1:
        made.append(aanbevelingen_per_jaar(followed))
    matrix = risicomatrix(verloop.risicos[rapport.rapportjaar], rapport.risicos)
    niveaus = maturiteit_per_domein(levels(rapport, rapporten[:-1]), rapport.maturiteit)
    tables = {each.naam: each for each in (matrix, niveaus) if each}
    return MappingProxyType({**{cijfer.naam: cijfer for cijfer in made}, **tables})
