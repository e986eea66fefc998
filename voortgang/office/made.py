"""What making a document gives, whichever it is, and the language of all of them."""

from dataclasses import dataclass

from voortgang.findings import Finding

LANGUAGE = "nl-BE"


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file, and what was found while making it."""

    content: bytes
    findings: tuple[Finding, ...] = ()
