"""A report together with the documents it was read from, so that a finding can name a place."""

from collections.abc import Mapping
from dataclasses import dataclass

from voortgang.findings import Finding, Place
from voortgang.model.rapport import Rapport
from voortgang.source.yaml.nodes import Document, Path

RAPPORT = "rapport"


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one year gave: the report if there are no errors, and all findings.

    With errors, `partial` holds the domains of which the file has none, so that more can be found
    in one run; it is not to be built or compared with.

    `documents` are keyed by the file's stem: `rapport`, or the id of a domain.
    """

    year: int
    rapport: Rapport | None
    documents: Mapping[str, Document]
    findings: tuple[Finding, ...] = ()
    partial: Rapport | None = None

    def place(self, stem: str, *path: str | int) -> Place:
        """Give the place of a value, or of the nearest thing around it."""
        return self.documents[stem].place(path)

    def key_place(self, stem: str, *path: str | int) -> Place:
        """Give the place of a key, or of the nearest thing around it."""
        return self.documents[stem].key_place(path)


__all__ = ["RAPPORT", "Path", "Reading"]
