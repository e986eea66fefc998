"""What comes of making a deck."""

from dataclasses import dataclass

from voortgang.findings import Finding
from voortgang.presentatie.slides import Deck


@dataclass(frozen=True, slots=True)
class Made:
    """A finished deck: the file, what stands in it, and what was found while making it."""

    content: bytes
    deck: Deck
    findings: tuple[Finding, ...]
