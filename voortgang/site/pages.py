"""The pages that tell of all years: the place of each, and what it is filled in with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from markupsafe import Markup

from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.content.cijfers.tellen import (
    YEARS_FOR_A_LINE,
    acties_per_domein,
    acties_per_jaar,
    opvolging_per_domein,
    opvolging_per_jaar,
)
from voortgang.content.views.rapport import count_acties
from voortgang.documents.build import Bestand
from voortgang.model.rol import ROLLEN
from voortgang.nota.html import table
from voortgang.nota.html.svg import chart
from voortgang.nota.html.tag import tag
from voortgang.opvolging.aanbevelingen import Opgevolgd
from voortgang.opvolging.follow_up import UITKOMSTEN
from voortgang.opvolging.maturiteit import levels
from voortgang.site.archief import Archief
from voortgang.site.blad import AANBEVELINGEN
from voortgang.site.catalogus import FILE
from voortgang.site.filters import choices, values_of_actie, values_of_plan
from voortgang.site.gegevens import FOLDER, Dataset

_FORMATEN = {"pptx": "PowerPoint", "docx": "Word", "pdf": "pdf"}


class Stuk(NamedTuple):
    """A document as the site offers it: its page if it has one, and its files."""

    soort: str
    orgaan: str | None
    pagina: str | None
    bestanden: tuple[Bestand, ...]


class Pagina(NamedTuple):
    """A page to be filled in: its template, where it will stand in the folder, what it tells."""

    template: str
    path: str
    context: Mapping[str, Any]


def pages(
    archief: Archief,
    stukken: Mapping[int, tuple[Stuk, ...]],
    data: Sequence[Dataset],
    files: Mapping[str, bytes],
) -> Iterator[Pagina]:
    """Give all pages; `stukken` are the documents of each year, `files` those beside the pages."""
    made = [
        _index(archief, stukken),
        *(_jaar(archief, jaar, stukken[jaar]) for jaar in archief.rapporten),
        _acties(archief),
        _plannen(archief),
        *([_aanbevelingen(archief)] if archief.aanbevelingen else []),
        _gegevens(data, files),
    ]
    shared = {
        "rapport": archief.newest,
        "archief": archief,
        "rollen": ROLLEN,
        "formaten": _FORMATEN,
        "grootte": _size,
    }
    return (each._replace(context={**shared, **each.context}) for each in made)


def _index(archief: Archief, stukken: Mapping[int, tuple[Stuk, ...]]) -> Pagina:
    cijfers: list[Cijfer] = []
    if len(archief.rapporten) >= YEARS_FOR_A_LINE:
        cijfers.append(acties_per_jaar(tuple(archief.rapporten.values())))
        cijfers.append(opvolging_per_jaar(tuple(archief.verloop.opvolging.values())))
    aantallen = {
        jaar: count_acties(rapport.domeinen) for jaar, rapport in archief.rapporten.items()
    }
    context = {
        "stukken": stukken,
        "aantallen": aantallen,
        "grafieken": _charts(cijfers, numbers=True),
    }
    return Pagina("index.html.j2", "index.html", context)


def _jaar(archief: Archief, jaar: int, stukken: tuple[Stuk, ...]) -> Pagina:
    rapport, opvolging = archief.rapporten[jaar], archief.verloop.opvolging.get(jaar)
    followed = opvolging.domeinen if opvolging else ()
    plannen = [plan for domein in followed for plan in domein.plannen()]
    cijfers = [acties_per_domein(rapport.domeinen)]
    if opvolging and plannen:
        cijfers.append(opvolging_per_domein(opvolging))
    context = {
        "rapport": rapport,
        "stukken": stukken,
        "aantallen": count_acties(rapport.domeinen),
        "grafieken": _charts(cijfers),
        "opvolging": opvolging,
        "plannen": plannen,
        "uitkomsten": UITKOMSTEN,
        "risicos": [each for each in archief.verloop.risicos[jaar] if each.score],
        "niveaus": levels(rapport, (archief.rapporten[y] for y in archief.rapporten if y < jaar)),
    }
    return Pagina("jaar.html.j2", f"{jaar}/index.html", context)


def _acties(archief: Archief) -> Pagina:
    rijen = [(rij, values_of_actie(rij)) for rij in archief.rijen]
    jaren = {jaar: tuple(each) for jaar, each in groupby(rijen, lambda pair: pair[0].jaar)}
    filters = choices([values for _, values in rijen], archief)
    return Pagina("acties.html.j2", "acties.html", {"jaren": jaren, "filters": filters})


def _plannen(archief: Archief) -> Pagina:
    plannen = {anchor: (loop, values_of_plan(loop)) for anchor, loop in archief.lopen.items()}
    filters = choices([values for _, values in plannen.values()], archief)
    return Pagina("plannen.html.j2", "plannen.html", {"plannen": plannen, "filters": filters})


def _aanbevelingen(archief: Archief) -> Pagina:
    per_id: dict[str, dict[int, Opgevolgd]] = {}
    for jaar, audits in archief.verloop.audits.items():
        for each in (each for audit in audits for each in audit.aanbevelingen):
            per_id.setdefault(each.id, {})[jaar] = each
    audits = archief.verloop.audits[archief.newest.rapportjaar]
    context = {"audits": audits, "per_jaar": per_id}
    return Pagina("aanbevelingen.html.j2", AANBEVELINGEN, context)


def _gegevens(data: Sequence[Dataset], files: Mapping[str, bytes]) -> Pagina:
    sizes = {path.removeprefix(f"{FOLDER}/"): _size(len(each)) for path, each in files.items()}
    context = {"bestanden": sizes, "datasets": data, "catalogus": FILE}
    return Pagina("gegevens.html.j2", f"{FOLDER}/index.html", context)


def _size(count: int) -> str:
    """Say how large a file is, in kilobytes of a thousand."""
    return f"{max(1, round(count / 1000))} kB"


def _charts(cijfers: Iterable[Cijfer], *, numbers: bool = False) -> tuple[Markup, ...]:
    """Draw figures, each with its key; with their numbers where the page has them nowhere else."""
    drawn = []
    for number, cijfer in enumerate(cijfers, 1):
        parts = (tag("figcaption", cijfer.titel), table.key(cijfer))
        drawn.append(tag("figure", *parts, chart(cijfer, f"grafiek-{number}")))
        if numbers:
            drawn.append(table.numbers(cijfer, number))
    return tuple(drawn)
