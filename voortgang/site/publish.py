"""The whole site, made in memory: its pages, the documents that they link to, the data."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from voortgang.content.cijfers.cijfer import Cijfer, acties_per_domein
from voortgang.content.cijfers.tellen import (
    YEARS_FOR_A_LINE,
    acties_per_jaar,
    opvolging_per_domein,
    opvolging_per_jaar,
)
from voortgang.documents.build import Bestand, build
from voortgang.findings import Finding
from voortgang.model import Rapport
from voortgang.model.rol import ROLLEN
from voortgang.nota.html import table
from voortgang.nota.html.svg import chart
from voortgang.nota.html.tag import tag
from voortgang.opvolging.follow_up import UITKOMSTEN
from voortgang.site.archief import Archief, entries
from voortgang.site.blad import make_page
from voortgang.site.filters import choices, values_of_actie, values_of_plan
from voortgang.site.gegevens import FILES, FOLDER, field_words, make_data
from voortgang.site.tekst import ON_SITE, PAGINA
from voortgang.source import Workspace


@dataclass(frozen=True, slots=True)
class Site:
    """The files by their path in the folder, and what was found on the way."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]


class Stuk(NamedTuple):
    """A document as the site offers it: its page if it has one, and its files."""

    soort: str
    orgaan: str | None
    pagina: str | None
    bestanden: tuple[Bestand, ...]


def make_site(
    workspace: Workspace,
    epoch: str | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Site:
    """Make the site of all years of a workspace.

    `epoch` is SOURCE_DATE_EPOCH; `tell` hears what is worked on. Raises FindingsError on an error
    in data or templates.
    """
    built = build(workspace, workspace.years(), ON_SITE, epoch, tell)
    archief = Archief(dict(sorted(built.read.rapporten.items())))
    files = {f"{each.jaar}/{each.name}": each.content for each in built.bestanden}
    stukken = {
        jaar: tuple(_stukken(found))
        for jaar, found in groupby(built.bestanden, lambda each: each.jaar)
    }
    files |= make_data(archief)
    files |= dict(_pages(archief, stukken, files))
    return Site(files, built.findings)


def _stukken(bestanden: Iterable[Bestand]) -> Iterator[Stuk]:
    """Gather the files of each document of a year."""
    for stem, group in groupby(bestanden, lambda each: each.name.rpartition(".")[0]):
        found = tuple(group)
        pages = [each for each in found if each.naam == PAGINA.naam]
        yield Stuk(
            stem.partition("-")[0],
            found[0].orgaan,
            pages[0].name if pages else None,
            tuple(each for each in found if each not in pages),
        )


def _pages(
    archief: Archief, stukken: Mapping[int, tuple[Stuk, ...]], files: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    rapporten = archief.rapporten
    newest = rapporten[max(rapporten)]
    opvolgingen = archief.opvolgingen
    shared = {
        "rapport": newest,
        "archief": archief,
        "rollen": ROLLEN,
        "uitkomsten": UITKOMSTEN,
        "formaten": FORMATEN,
        "grootte": _size,
    }
    over_years: list[Cijfer] = []
    if len(rapporten) >= YEARS_FOR_A_LINE:
        over_years.append(acties_per_jaar(tuple(rapporten.values())))
        over_years.append(opvolging_per_jaar(tuple(opvolgingen.values())))
    jaren = {jaar: _counts(rapport) for jaar, rapport in rapporten.items()}
    index = {"stukken": stukken, "aantallen": jaren, "grafieken": _charts(over_years)}
    yield _page("index", "index.html", {**shared, **index})
    for jaar, rapport in rapporten.items():
        opvolging = opvolgingen.get(jaar)
        cijfers = [acties_per_domein(rapport.domeinen)]
        if opvolging and any(entries(opvolging)):
            cijfers.append(opvolging_per_domein(opvolging))
        context = {
            "rapport": rapport,
            "stukken": stukken[jaar],
            "aantallen": jaren[jaar],
            "grafieken": _charts(cijfers),
            "opvolging": opvolging,
            "plannen": tuple(entries(opvolging)) if opvolging else (),
        }
        yield _page("jaar", f"{jaar}/index.html", {**shared, **context})
    acties = [(rij, values_of_actie(rij)) for rij in archief.rijen]
    jaren_en_rijen = {jaar: tuple(each) for jaar, each in groupby(acties, lambda a: a[0].jaar)}
    filters = choices([values for _, values in acties], archief.domeinen)
    yield _page("acties", "acties.html", {**shared, "jaren": jaren_en_rijen, "filters": filters})
    plannen = {anchor: (loop, values_of_plan(loop)) for anchor, loop in archief.lopen.items()}
    filters = choices([values for _, values in plannen.values()], archief.domeinen)
    yield _page("plannen", "plannen.html", {**shared, "plannen": plannen, "filters": filters})
    sizes = {path: len(content) for path, content in files.items() if path.startswith(FOLDER)}
    yield _page(
        "gegevens",
        f"{FOLDER}/index.html",
        {**shared, "bestanden": sizes, "uitleg": FILES, "velden": dict(field_words())},
    )


FORMATEN = {"pptx": "PowerPoint", "docx": "Word", "pdf": "pdf"}


def _page(name: str, path: str, context: Mapping[str, object]) -> tuple[str, bytes]:
    return path, make_page(f"{name}.html.j2", path, context)


def _size(count: int) -> str:
    """Say how large a file is, in kilobytes of a thousand."""
    return f"{max(1, round(count / 1000))} kB"


def _counts(rapport: Rapport) -> Mapping[str, int]:
    """Count the different acties of each list."""
    ids: dict[str, set[str]] = {"realisaties": set(), "planning": set(), "risicos": set()}
    for _, soort, _, actie in rapport.acties():
        if soort in ids:
            ids[soort].add(actie.id)
    return {soort: len(found) for soort, found in ids.items()}


def _charts(cijfers: Iterable[Cijfer]) -> tuple[Markup, ...]:
    """Draw figures, each with its key and its numbers for who does not see it."""
    drawn = []
    for number, cijfer in enumerate(cijfers, 1):
        parts = (tag("figcaption", cijfer.titel), table.key(cijfer))
        drawn.append(tag("figure", *parts, chart(cijfer, f"grafiek-{number}")))
    return tuple(drawn)
