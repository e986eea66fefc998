"""One year as the rules see it: the report, where it was read, and the years before it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from voortgang.findings import Place
from voortgang.model.deel import Deel, keys_of
from voortgang.model.rapport import Actie, Domein, Rapport, Soort
from voortgang.model.reading import RAPPORT, Reading
from voortgang.model.waarden import Kind
from voortgang.opvolging.aanbevelingen import Opgevolgd, audits_of
from voortgang.opvolging.risicos import Beoordeeld, rated
from voortgang.opvolging.werk import Werk
from voortgang.source.yaml.nodes import Document

Pad = tuple[str | int, ...]


class Plaats(NamedTuple):
    """Where an actie stands: `stem` is the domain's id, `nummer` counts from 0."""

    stem: str
    soort: Soort
    nummer: int
    id: str
    actie: Actie

    @property
    def pad(self) -> Pad:
        """The path of its title in the file."""
        return (self.soort, self.nummer, "titel")


class Titel(NamedTuple):
    """A title of a domain, an actie or a deelactie, with its path in the file of its domain."""

    stem: str
    pad: Pad
    text: str


class Waarde(NamedTuple):
    """A text of the data that comes in a document, as it was read, with its path in its file."""

    document: Document
    pad: Pad
    kind: Kind
    text: str

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.document.place(self.pad)


@dataclass(frozen=True)
class Jaar:
    """What a rule may look at.

    `earlier` holds the sound reports of earlier years; `complete` tells that no earlier year had
    errors; `previous` is the newest earlier year, None where there is none or it has errors;
    `newest` that no later year is there.
    """

    reading: Reading
    rapport: Rapport
    earlier: Mapping[int, Rapport]
    previous: Rapport | None
    complete: bool
    oldest: bool
    newest: bool

    @cached_property
    def acties(self) -> tuple[Plaats, ...]:
        """All acties in the order of the report."""
        return tuple(
            Plaats(domein.id, soort, index, actie.id, actie)
            for domein, soort, index, actie in self.rapport.acties()
        )

    @cached_property
    def titels(self) -> tuple[Titel, ...]:
        """All titles that a reader sees, in the order of the report."""
        found = [Titel(domein.id, ("titel",), domein.titel) for domein in self.rapport.domeinen]
        for plaats in self.acties:
            found.append(Titel(plaats.stem, plaats.pad, plaats.actie.titel))
            for number, deelactie in enumerate(plaats.actie.deelacties):
                pad = (plaats.soort, plaats.nummer, "deelacties", number, "titel")
                found.append(Titel(plaats.stem, pad, deelactie.titel))
        return tuple(found)

    @cached_property
    def waarden(self) -> tuple[Waarde, ...]:
        """All texts of the data but ids, those of rapport.yaml first.

        The audits belong to no year: their texts are the newest's, and stand last.
        """
        documents, audits = self.reading.documents, self.reading.audits
        found = [*_texts(documents[RAPPORT], (), self.rapport)]
        for domein in self.rapport.domeinen:
            found += _texts(documents[domein.id], (), domein)
        for audit in audits.audits if self.newest else ():
            found += _texts(audits.documents[audit.id], (), audit)
        return tuple(found)

    @cached_property
    def unfinished(self) -> bool:
        """Whether plans still await their answer, so that not all is missing that seems to be."""
        return any(domein.te_beantwoorden for domein in self.rapport.domeinen)

    @cached_property
    def werk(self) -> Werk:
        """What was done until this year, by which aanbevelingen and risks are judged."""
        return Werk.until((*self.earlier.values(), self.rapport))

    @cached_property
    def aanbevelingen(self) -> tuple[Opgevolgd, ...]:
        """How the aanbevelingen stand now: only the newest year tells, when all could be read."""
        audits = self.reading.audits
        if not (self.newest and self.complete) or not audits.audits or audits.errors:
            return ()
        found = audits_of(audits, self.rapport.rapportjaar, self.werk, whole=False)
        return tuple(each for audit in found for each in audit.aanbevelingen)

    @cached_property
    def hoge_risicos(self) -> tuple[tuple[Beoordeeld, Place], ...]:
        """The risks that were rated high, each with the place of its title."""
        places = {
            plaats.id: self.at(plaats.stem, plaats.pad)
            for plaats in reversed(self.acties)
            if plaats.soort == "risicos"
        }
        found = rated(self.rapport, self.werk) if places else ()
        return tuple((each, places[each.risico.id]) for each in found if each.hoog)

    def at_aanbeveling(self, opgevolgd: Opgevolgd, veld: str = "titel") -> Place:
        """Give the place of an aanbeveling in the file of its audit."""
        index = self._aanbevelingen_at[opgevolgd.id]
        document = self.reading.audits.documents[opgevolgd.audit]
        return document.place(("aanbevelingen", index, veld))

    @cached_property
    def _aanbevelingen_at(self) -> Mapping[str, int]:
        """The index of each aanbeveling in its audit, by its id."""
        return {
            each: index
            for audit in self.reading.audits.audits
            for index, (each, _) in enumerate(audit.met_id())
        }

    def at(self, stem: str, pad: Pad) -> Place:
        """Give the place of a value, or of the nearest thing around it."""
        return self.reading.place(stem, *pad)

    def key(self, stem: str, *pad: str | int) -> Place:
        """Give the place of a key, or of the nearest thing around it."""
        return self.reading.key_place(stem, *pad)


_NO_TEXTS = frozenset((Kind.ID, Kind.KEUZE, Kind.GETAL, Kind.WAAR, Kind.DATUM, Kind.TERMIJN))


def _texts(document: Document, pad: Pad, part: Deel) -> Iterator[Waarde]:
    """Go through the texts of a part and of the parts that it holds; a domain has its own file."""
    for key in keys_of(type(part)):
        value = getattr(part, key.field)
        if not value or key.kind in _NO_TEXTS:
            continue
        path: Pad = (*pad, key.name)
        for at, each in _each(path, value):
            if isinstance(each, str):
                yield Waarde(document, at, key.kind, each)
            elif isinstance(each, Deel) and not isinstance(each, Domein):
                yield from _texts(document, at, each)


def _each(path: Pad, value: object) -> Iterator[tuple[Pad, object]]:
    if isinstance(value, tuple):
        yield from (((*path, index), each) for index, each in enumerate(value))
    elif isinstance(value, dict):
        yield from (((*path, name), each) for name, each in value.items())
    else:
        yield path, value
