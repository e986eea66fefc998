"""What the deck is made from besides its text, and what comes of it."""

from dataclasses import dataclass

from voortgang.findings import Finding
from voortgang.presentatie.slides import Deck


@dataclass(frozen=True, slots=True)
class Template:
    """A house style as it was found: the bytes of a .pptx or .potx, and how findings name it."""

    content: bytes
    file: str


@dataclass(frozen=True, slots=True)
class Made:
    """A finished deck: the file, what stands in it, and what was found while making it."""

    content: bytes
    deck: Deck
    findings: tuple[Finding, ...]
