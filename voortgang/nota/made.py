"""What every format of the nota takes and gives."""

from dataclasses import dataclass
from datetime import datetime

from voortgang.findings import Finding


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says about itself, outside its text.

    `date` is None where the report has no date: the file then carries a fixed one or none, never
    the clock's. `orgaan` is the body that this nota is for; `ontwerp` marks a draft.
    """

    title: str
    subject: str
    bestuur: str
    language: str = "nl-BE"
    date: datetime | None = None
    ontwerp: bool = False
    orgaan: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file and what there is to say about how it came about."""

    content: bytes
    findings: tuple[Finding, ...] = ()
