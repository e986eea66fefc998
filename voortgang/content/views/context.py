"""What a template sees: each name with what it holds, in one place."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from voortgang.content.cijfers.cijfer import Cijfer, acties_per_domein
from voortgang.content.cijfers.tellen import (
    YEARS_FOR_A_LINE,
    acties_per_jaar,
    opvolging_per_domein,
    opvolging_per_jaar,
)
from voortgang.content.cijfers.verloop import Verloop
from voortgang.content.markdown.author import paragraphs
from voortgang.content.template.words import wanneer
from voortgang.content.views.opvolging import OpvolgingView, named
from voortgang.content.views.organen import is_ocmw, is_raad
from voortgang.content.views.rapport import DomeinView, OverzichtView, TotalenView
from voortgang.model.rapport import Rapport
from voortgang.opvolging.follow_up import Opvolging

# The words of the manual: the test holds that this list and the context are the same.
NAMEN: Mapping[str, str] = MappingProxyType(
    {
        "bestuur": "de naam van het bestuur, bijvoorbeeld Stad Mechelen",
        "jaar": "het rapportjaar",
        "vorig_jaar": "het jaar voor het rapportjaar",
        "volgend_jaar": "het jaar na het rapportjaar",
        "titel": "de titel van het rapport",
        "datum": "de datum van het rapport, of niets",
        "ontwerp": "of het rapport nog een ontwerp is",
        "kader": "de set van domeinen die gevolgd wordt: mechelen, leidraad of niets",
        "kader_goedgekeurd": "wanneer of door wie het kader is goedgekeurd, of niets",
        "contact": "naam, dienst en e_mail van wie vragen beantwoordt, of niets",
        "domeinen": "de domeinen in hun volgorde, elk met nummer, titel en lijsten van acties",
        "totalen": "hoeveel verschillende acties er zijn, en hoeveel over de domeinen heen geteld",
        "alle_acties": "elke actie één keer, met de domeinen en lijsten waarin ze staat",
        "grafieken": "de cijfers die een blok grafiek kan noemen",
        "opvolging": "wat er van de planning van een vorig jaar geworden is, of niets",
        "afkortingen": "de afkortingen met hun betekenis",
        "orgaan": "het orgaan waarvoor de nota bestemd is, in de eigen woorden, of niets",
        "is_raad": "of dat orgaan de gemeenteraad of de raad voor maatschappelijk welzijn is",
        "is_ocmw": "of dat orgaan de raad voor maatschappelijk welzijn of het vast bureau is",
        "van": "wie de nota voorlegt, of niets",
        "adviezen": "de adviezen, elk met van en datum",
        "financiele_weerslag": "de financiële weerslag, of niets",
        "bijlagen": "de titels van de bijlagen",
    }
)


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
        "kader": rapport.kader,
        "kader_goedgekeurd": wanneer(rapport.nota.kader_goedgekeurd or "") or None,
        "contact": rapport.contact,
        "domeinen": domeinen,
        "totalen": TotalenView.of(domeinen),
        "alle_acties": OverzichtView.of(domeinen),
        "grafieken": _figures(domeinen, rapporten, opvolgingen),
        "opvolging": (
            OpvolgingView.of(opvolgingen[-1], verloop.sinds[jaren[-2]]) if opvolgingen else None
        ),
        "afkortingen": tuple(sorted(rapport.afkortingen.items())),
        "orgaan": orgaan,
        "is_raad": is_raad(orgaan),
        "is_ocmw": is_ocmw(orgaan),
        "van": rapport.nota.van,
        "adviezen": rapport.nota.adviezen,
        "financiele_weerslag": paragraphs(rapport.nota.financiele_weerslag or "") or None,
        "bijlagen": rapport.nota.bijlagen,
    }


def figures(rapport: Rapport, earlier: Mapping[int, Rapport]) -> Mapping[str, Cijfer]:
    """Make the figures that a chart of this report can name."""
    found: Mapping[str, Cijfer] = build_context(rapport, earlier)["grafieken"]
    return found


def _figures(
    domeinen: Sequence[DomeinView],
    rapporten: Sequence[Rapport],
    opvolgingen: Sequence[Opvolging],
) -> Mapping[str, Cijfer]:
    made = [acties_per_domein(domeinen)]
    if opvolgingen:
        made.append(opvolging_per_domein(opvolgingen[-1]))
    if len(rapporten) >= YEARS_FOR_A_LINE:
        made += [acties_per_jaar(rapporten), opvolging_per_jaar(opvolgingen)]
    return MappingProxyType({cijfer.naam: cijfer for cijfer in made})
