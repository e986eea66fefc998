"""All documents of some years, made in memory, in bounded processes.

Each document is made beside the others; its text, house style and pictures may be anybody's. What
goes beyond the bounds is a finding at the file that was worked on.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module

from voortgang.content.regels import SJABLOON
from voortgang.documents.publicaties import TEXTS, Publicatie
from voortgang.documents.sources import Sources, Years
from voortgang.findings import Finding, FindingsError, Place
from voortgang.source import Workspace
from voortgang.source.bounded.pool import BEYOND, Answer, LimitReached, Tell, Workers


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file to be written: its year, its name, the words by which a summary names it.

    `orgaan` is the body that it is for, where there is one.
    """

    jaar: int
    orgaan: str | None
    name: str
    naam: str
    content: bytes
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """The documents of all years in their order, what was found, and how many acties they hold.

    `read` is what they were made from.
    """

    bestanden: tuple[Bestand, ...]
    findings: tuple[Finding, ...]
    acties: int
    read: Years


def build(
    workspace: Workspace,
    years: Iterable[int],
    publicaties: Iterable[Publicatie],
    epoch: str | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Built:
    """Make documents of years, each in all its formats.

    `epoch` is SOURCE_DATE_EPOCH; `tell` hears what is worked on. Raises FindingsError on an error
    in data or templates.
    """
    wanted, made = tuple(years), tuple(publicaties)
    for module in TEXTS:
        import_module(module)  # once: a process that begins as a twin of this one has it
    # They load what else they need while the data is read.
    with Workers({each.naam: each.modules() for each in made}) as workers:
        read = Years.read(workspace, wanted)
        with read.all_told():
            begun = [
                (each, workers.ask(each.naam, make, read.sources(year, epoch), each))
                for year in wanted
                for each in made
            ]
            bestanden = [file for one in begun for file in _finished(*one, tell)]
    acties = sum(len({a.id for *_, a in read.rapporten[year].acties()}) for year in wanted)
    findings = (*read.findings, *(found for file in bestanden for found in file.findings))
    return Built(tuple(bestanden), tuple(dict.fromkeys(findings)), acties, read)


def make(tell: Tell, sources: Sources, publicatie: Publicatie) -> tuple[Bestand, ...]:
    """Make the files of one document of a year; raises FindingsError.

    `tell` hears which template is worked on.
    """
    jaar = sources.rapport.rapportjaar
    made = []
    tell(sources.templates.find(publicatie.template).file)
    for text in publicatie.texts(sources):
        for uitgave in publicatie.uitgaven:
            if uitgave.template:
                tell(sources.templates.find(uitgave.template).file)
            file = uitgave.make(text, sources)
            told = tuple(sources.told((*text.rendered.findings, *file.findings)))
            name = f"{text.stem}.{uitgave.vorm}"
            naam = uitgave.naam.format(publicatie.naam)
            made.append(Bestand(jaar, text.orgaan, name, naam, file.content, told))
    return tuple(made)


def _finished(
    publicatie: Publicatie, answer: Answer[tuple[Bestand, ...]], tell: Tell = lambda _: None
) -> tuple[Bestand, ...]:
    try:
        return answer(tell)
    except LimitReached as reached:
        raise stopped_at(reached, publicatie) from None


def stopped_at(reached: LimitReached, publicatie: Publicatie) -> FindingsError:
    """Say of the file that was worked on, else of the text of the document, that it was stopped."""
    message = f"hiermee kan het document niet worden gemaakt: {BEYOND}"
    hint = (
        "vergelijk uw eigen versie met het meegeleverde sjabloon; hebt u er geen, "
        "neem dan minder acties of kortere teksten op"
    )
    place = Place(reached.at or f"templates/{publicatie.template}", 1, 1)
    return FindingsError([SJABLOON.at(place, message, hint)])
