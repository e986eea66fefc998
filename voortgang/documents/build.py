"""All documents of some years, made in memory, in bounded processes.

Each document is made beside the others; its text, house style and pictures may be anybody's. What
goes beyond the bounds is a finding at the file that was worked on.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module

from voortgang.content.regels import SJABLOON
from voortgang.documents.publicaties import HTML, NOTA, PRESENTATIE, PUBLICATIES, TEXTS, Publicatie
from voortgang.documents.sources import Sources, Years
from voortgang.findings import Finding, FindingsError, Place
from voortgang.source import Workspace
from voortgang.source.bounded.child import Bounds
from voortgang.source.bounded.pool import BOUNDS, Answer, LimitReached, Tell, Workers


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file to be written: its year, its name, the words by which a summary names it."""

    jaar: int
    name: str
    naam: str
    content: bytes
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """The documents of all years in their order, what was found, and how many acties they hold."""

    bestanden: tuple[Bestand, ...]
    findings: tuple[Finding, ...]
    acties: int


def build(
    workspace: Workspace,
    years: Iterable[int],
    vormen: Iterable[str],
    epoch: str | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Built:
    """Make the documents of years in the formats asked for.

    `epoch` is SOURCE_DATE_EPOCH; `tell` hears what is worked on. Raises FindingsError on an error
    in data or templates.
    """
    wanted, asked = tuple(years), tuple(vormen)
    publicaties = [each for each in PUBLICATIES if each.asked(asked)]
    for module in TEXTS:
        import_module(module)  # once: a process that begins as a twin of this one has it
    # They load what else they need while the data is read.
    with Workers({each.naam: each.modules(asked) for each in publicaties}) as workers:
        read = Years.read(workspace, wanted)
        with read.all_told():
            begun = [
                (each, workers.ask(each.naam, make, read.sources(year, epoch), each.naam, asked))
                for year in wanted
                for each in publicaties
            ]
            bestanden = [file for one in begun for file in _finished(*one, tell)]
    acties = sum(len({a.id for *_, a in read.rapporten[year].acties()}) for year in wanted)
    findings = (*read.findings, *(found for file in bestanden for found in file.findings))
    return Built(tuple(bestanden), tuple(dict.fromkeys(findings)), acties)


def try_texts(sources: Sources, bounds: Bounds = BOUNDS) -> None:
    """Fill in the texts of a year in a bounded process, and let go of them; raises FindingsError.

    For who goes on to fill them in without bounds.
    """
    wanted = ((PRESENTATIE, ("md",)), (NOTA, (HTML.vorm,)))
    with Workers({each.naam: () for each, _ in wanted}, bounds) as workers:
        for each, vormen in wanted:
            _finished(each, workers.ask(each.naam, make, sources, each.naam, vormen))


def make(tell: Tell, sources: Sources, naam: str, vormen: Sequence[str]) -> tuple[Bestand, ...]:
    """Make the files of one document of a year; raises FindingsError.

    `tell` hears which template is worked on.
    """
    (publicatie,) = (each for each in PUBLICATIES if each.naam == naam)
    jaar = sources.rapport.rapportjaar
    made = []
    tell(sources.templates.find(publicatie.template).file)
    for text in publicatie.texts(sources):
        for uitgave in publicatie.asked(vormen):
            if uitgave.template:
                tell(sources.templates.find(uitgave.template).file)
            file = uitgave.make(text, sources)
            told = tuple(sources.told((*text.rendered.findings, *file.findings)))
            name = f"{text.stem}.{uitgave.vorm}"
            made.append(Bestand(jaar, name, uitgave.naam, file.content, told))
    return tuple(made)


def _finished(
    publicatie: Publicatie, answer: Answer[tuple[Bestand, ...]], tell: Tell = lambda _: None
) -> tuple[Bestand, ...]:
    try:
        return answer(tell)
    except LimitReached as reached:
        message = (
            "hiermee kan het document niet worden gemaakt: het duurt langer dan een halve minuut "
            "of vraagt te veel geheugen"
        )
        hint = "vergelijk met het meegeleverde sjabloon; zonder eigen versie wordt dat gebruikt"
        place = Place(reached.at or f"templates/{publicatie.template}", 1, 1)
        raise FindingsError([SJABLOON.at(place, message, hint)]) from None
