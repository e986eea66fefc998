"""What making a document gives, whichever it is."""

from dataclasses import dataclass

from voortgang.findings import Finding


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file, and what was found while making it."""

    content: bytes
    findings: tuple[Finding, ...] = ()
