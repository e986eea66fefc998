"""A report together with the documents it was read from, so that a finding can name a place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from voortgang.findings import Finding, Place
from voortgang.model.audit import Audit
from voortgang.model.rapport import Rapport
from voortgang.source.workspace import RAPPORT
from voortgang.source.yaml.nodes import Document


@dataclass(frozen=True, slots=True)
class Audits:
    """The audits of the workspace that could be read, and all that is wrong with their files.

    All `findings` are errors. `documents` are keyed by the file's stem, the id of the audit.
    """

    audits: tuple[Audit, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def of(self, jaar: int) -> tuple[Audit, ...]:
        """Give the audits that a year follows: those dated after it are left out."""
        return tuple(each for each in self.audits if not each.datum or each.datum.year <= jaar)


NO_AUDITS = Audits()


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one year gave: the report, or else what is wrong, all of it errors.

    With errors, `partial` holds the domains of which the file has none, so that more can be found
    in one run; it is not to be built or compared with.

    `documents` are keyed by the file's stem: `rapport`, or the id of a domain. `audits` are those
    of the workspace, the same for each year.
    """

    year: int
    rapport: Rapport | None
    documents: Mapping[str, Document]
    findings: tuple[Finding, ...] = ()
    partial: Rapport | None = None
    audits: Audits = NO_AUDITS

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """Give all that is wrong with the year and with the audits."""
        return (*self.findings, *self.audits.findings)

    def place(self, stem: str, *path: str | int) -> Place:
        """Give the place of a value, or of the nearest thing around it."""
        return self.documents[stem].place(path)

    def key_place(self, stem: str, *path: str | int) -> Place:
        """Give the place of a key, or of the nearest thing around it."""
        return self.documents[stem].key_place(path)


def rapporten_of(readings: Mapping[int, Reading], until: int) -> Mapping[int, Rapport]:
    """Give the reports without errors, up to a year, by year."""
    return {jaar: each.rapport for jaar, each in readings.items() if each.rapport and jaar <= until}


__all__ = ["NO_AUDITS", "RAPPORT", "Audits", "Reading", "rapporten_of"]
