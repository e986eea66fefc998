"""One year as the rules see it: the report, where it was read, and the years before it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from voortgang.checks.jaar.waarden import Waarde, texts_of, to_fill_in
from voortgang.findings import Place
from voortgang.model.rapport import Actie, Rapport, Soort
from voortgang.model.reading import RAPPORT, Reading
from voortgang.model.waarden import Kind
from voortgang.opvolging.aanbevelingen import Opgevolgd, audits_of
from voortgang.opvolging.risicos import Beoordeeld, rated
from voortgang.opvolging.werk import Werk
from voortgang.source.yaml.nodes import Document, Scalar

if TYPE_CHECKING:
    from voortgang.opvolging.follow_up import Opvolging


class Plaats(NamedTuple):
    """Where an actie stands: `stem` is the domain's id, `nummer` counts from 0."""

    document: Document
    stem: str
    soort: Soort
    nummer: int
    id: str
    actie: Actie

    def at(self, *pad: str | int) -> Place:
        """Give the place of a value in it, or of the nearest thing around that."""
        return self.document.place((self.soort, self.nummer, *pad))

    @property
    def is_text(self) -> bool:
        """Whether it is typed as a text alone, under which no key can stand."""
        return isinstance(self.document.node((self.soort, self.nummer)), Scalar)

    def to_add(self, regel: str) -> str:
        """Say how it is given one more line: what is only a text becomes a titel first."""
        if self.is_text:
            return f"zet `titel:` voor de tekst en voeg eronder `{regel}` toe"
        pad = (self.soort, self.nummer, regel.partition(":")[0])
        return to_fill_in(self.document, pad, regel) or f"voeg `{regel}` toe"


@dataclass(frozen=True)
class Jaar:
    """What a rule may look at.

    `documents` are the files of the year, and for the newest those of the audits, which belong to
    none. `earlier` holds the sound reports of earlier years; `broken` are those that have errors;
    `previous` is the newest earlier year, None where there is none or it has errors;
    `newest` that no later year is there.
    """

    reading: Reading
    rapport: Rapport
    documents: Collection[Document]
    earlier: Mapping[int, Rapport]
    previous: Rapport | None
    broken: tuple[int, ...]
    oldest: bool
    newest: bool

    @cached_property
    def acties(self) -> tuple[Plaats, ...]:
        """All acties in the order of the report."""
        return tuple(
            Plaats(self.reading.documents[domein.id], domein.id, soort, index, actie.id, actie)
            for domein, soort, index, actie in self.rapport.acties()
        )

    @cached_property
    def te_beantwoorden(self) -> Mapping[str, Plaats]:
        """The plans that await their answer, by id, each at the first place where it stands."""
        waiting = (each for each in reversed(self.acties) if each.soort == "te_beantwoorden")
        return {plaats.id: plaats for plaats in waiting}

    @cached_property
    def titels(self) -> tuple[Waarde, ...]:
        """The titles of all that stands in the report, and in the audits."""
        return tuple(
            each for each in self.waarden if each.kind is Kind.TITEL and each.van is not Rapport
        )

    @cached_property
    def waarden(self) -> tuple[Waarde, ...]:
        """All texts of the data but ids, those of rapport.yaml first.

        The audits belong to no year: their texts are the newest's, and stand last.
        """
        documents, audits = self.reading.documents, self.reading.audits
        found: list[Waarde] = []
        if RAPPORT in documents:
            found += texts_of(documents[RAPPORT], self.rapport)
        for domein in self.rapport.domeinen:
            found += texts_of(documents[domein.id], domein)
        for audit in audits.audits if self.newest else ():
            found += texts_of(audits.documents[audit.id], audit)
        return tuple(found)

    @cached_property
    def unfinished(self) -> bool:
        """Whether plans still await their answer, so that not all is missing that seems to be."""
        return any(domein.te_beantwoorden for domein in self.rapport.domeinen)

    @cached_property
    def opvolging(self) -> "Opvolging | None":
        """What became of the plans of the newest earlier year, where that has no errors."""
        if self.previous is None:
            return None
        from voortgang.opvolging.follow_up import follow_up

        return follow_up(self.previous, self.rapport)

    @cached_property
    def werk(self) -> Werk:
        """What was done until this year, by which aanbevelingen and risks are judged."""
        return Werk.until((*self.earlier.values(), self.rapport))

    @cached_property
    def aanbevelingen(self) -> tuple[Opgevolgd, ...]:
        """How the aanbevelingen stand now: only the newest year tells, when all could be read."""
        audits = self.reading.audits
        if not self.newest or self.broken or not audits.audits or audits.findings:
            return ()
        found = audits_of(audits, self.rapport.rapportjaar, self.werk, whole=False)
        return tuple(each for audit in found for each in audit.aanbevelingen)

    @cached_property
    def risicos(self) -> tuple[tuple[Beoordeeld, Plaats], ...]:
        """The risks as they were rated, each with the first place where it stands."""
        places = {
            plaats.id: plaats for plaats in reversed(self.acties) if plaats.soort == "risicos"
        }
        found = rated(self.rapport, self.werk) if places else ()
        return tuple((each, places[each.risico.id]) for each in found)

    @cached_property
    def plaats_van_aanbeveling(self) -> Mapping[str, tuple[Document, int]]:
        """All aanbevelingen, by id: the file of the audit, and the index in its list."""
        audits = self.reading.audits
        return {
            each: (audits.documents[audit.id], index)
            for audit in audits.audits
            for index, (each, _) in enumerate(audit.met_id())
        }

    def at_aanbeveling(self, aanbeveling_id: str, veld: str = "titel") -> Place:
        """Give the place of an aanbeveling in the file of its audit."""
        document, index = self.plaats_van_aanbeveling[aanbeveling_id]
        return document.place(("aanbevelingen", index, veld))

    def at(self, stem: str, *pad: str | int) -> Place:
        """Give the place of a value, or of the nearest thing around it."""
        return self.reading.place(stem, *pad)

    def key(self, stem: str, *pad: str | int) -> Place:
        """Give the place of a key, or of the nearest thing around it."""
        return self.reading.key_place(stem, *pad)
