"""A sign in a title that was to make a list or bold type, and comes out as it stands."""

import re
from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel
from voortgang.source.yaml.emit import emit_value
from voortgang.source.yaml.line import bullet

REGEL = Regel.warning(
    "VG057",
    "een bolletje, streepje of sterretjes in een titel",
    "Een titel is gewone tekst: een bolletje vooraan of sterretjes rond een woord komen zo op de "
    "dia. Ze komen meestal mee uit Word, een mail of een webpagina.",
    "titel: Cultuur\nplanning:\n  - • Nieuw intranet",
    "titel: Cultuur\nplanning:\n  - Nieuw intranet",
)

_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)([^*_]+)(?<=\S)\1")
_WHOLE = re.compile(r"([*_])(?=[^\s*_])(.+)(?<=[^\s*_])\1")
_WORD = re.compile(r"o (?=[a-z])")  # the sign of Word's second level


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find titles that begin with a sign of a list, or hold Markdown's bold or italics."""
    for titel in jaar.titels:
        text = _without(titel.text)
        if text != titel.text:
            message = "een teken van een lijst of van vette tekst komt zo op de dia"
            yield REGEL.at(titel.place, message, f"schrijf {emit_value(text)}")


def _without(text: str) -> str:
    found = bullet(text)
    if found and not text.startswith("-"):
        text = found.rest
    text = _EMPHASIS.sub(r"\2", _WORD.sub("", text) if _WORD.match(text) else text)
    whole = _WHOLE.fullmatch(text)
    return whole[2] if whole else text
