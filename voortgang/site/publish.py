"""The whole site, made in memory: its pages, the documents that they link to, the data."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from voortgang.documents.build import Bestand, build
from voortgang.findings import Finding
from voortgang.site.archief import Archief
from voortgang.site.blad import make_page
from voortgang.site.catalogus import make_data
from voortgang.site.gegevens import datasets
from voortgang.site.pages import Stuk, pages
from voortgang.site.tekst import ON_SITE, PAGINA
from voortgang.source import Workspace

_FIRST = ("samenvatting", "presentatie")  # what most people want to see; then the rest


@dataclass(frozen=True, slots=True)
class Site:
    """The files by their path in the folder, and what was found on the way."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]


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
    read = built.read
    archief = Archief(dict(sorted(read.rapporten.items())), read.verloop)
    files = {f"{each.jaar}/{each.name}": each.content for each in built.bestanden}
    stukken = {
        jaar: tuple(sorted(_stukken(found), key=_place))
        for jaar, found in groupby(built.bestanden, lambda each: each.jaar)
    }
    data = datasets(archief)
    files |= make_data(archief, data)
    files |= {
        each.path: make_page(each.template, each.path, each.context, read.templates, read.verloop)
        for each in pages(archief, stukken, data, files)
    }
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


def _place(stuk: Stuk) -> int:
    return _FIRST.index(stuk.soort) if stuk.soort in _FIRST else len(_FIRST)
