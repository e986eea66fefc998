"""All documents of some years, made in memory."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from voortgang.documents.publicaties import PUBLICATIES
from voortgang.documents.sources import Sources, Years
from voortgang.findings import Finding
from voortgang.nota.pdf.process import Process
from voortgang.source import Workspace

if TYPE_CHECKING:
    from voortgang.documents.publicaties import Finish

_Each = TypeVar("_Each")


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file to be written: its year, its name, the words by which a summary names it."""

    jaar: int
    name: str
    naam: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Built:
    """The documents of all years in their order, what was found, and how many acties they hold."""

    bestanden: tuple[Bestand, ...]
    findings: tuple[Finding, ...]
    acties: int


@dataclass(frozen=True, slots=True)
class Begun:
    """A file that is being made; `findings` are those of its text."""

    sources: Sources
    name: str
    naam: str
    findings: tuple[Finding, ...]
    finish: "Finish"


def build(
    workspace: Workspace,
    years: Iterable[int],
    vormen: Iterable[str],
    epoch: str | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Built:
    """Make the documents of years in the formats asked for.

    `epoch` is SOURCE_DATE_EPOCH; `tell` hears the name of each file before it is waited for. Raises
    FindingsError on an error in data or templates.
    """
    wanted, asked = tuple(years), tuple(vormen)
    read = Years.read(workspace, wanted)
    bestanden: list[Bestand] = []
    findings = list(read.findings)
    with read.all_told(), Process() if "pdf" in asked else nullcontext() as typst:
        begun = (begin(read.sources(year, epoch, typst), asked) for year in wanted)
        for files in _one_ahead(begun):
            for file in files:
                tell(file.name)
                made = file.finish()
                jaar = file.sources.rapport.rapportjaar
                bestanden.append(Bestand(jaar, file.name, file.naam, made.content))
                findings += file.sources.told((*file.findings, *made.findings))
    acties = sum(len({a.id for *_, a in read.rapporten[year].acties()}) for year in wanted)
    return Built(tuple(bestanden), tuple(dict.fromkeys(findings)), acties)


def begin(sources: Sources, vormen: Iterable[str]) -> tuple[Begun, ...]:
    """Fill in the texts of a year, and begin its files; raises FindingsError."""
    return tuple(
        Begun(
            sources,
            f"{text.stem}.{uitgave.vorm}",
            uitgave.naam,
            text.rendered.findings,
            uitgave.begin(text, sources),
        )
        for publicatie in PUBLICATIES
        if (uitgaven := publicatie.asked(vormen))
        for text in publicatie.texts(sources)
        for uitgave in uitgaven
    )


def _one_ahead(values: Iterable[_Each]) -> Iterator[_Each]:
    """Give each value when the one after it is there already.

    A pdf takes about as long as all else of a year, in a process of its own: so that neither waits
    for the other, those of the next year begin before this year's files are finished.
    """
    before: _Each | None = None
    for value in values:
        if before is not None:
            yield before
        before = value
    if before is not None:
        yield before
