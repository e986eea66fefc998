"""A sign that the letters of the pdf lack."""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Place, Regel

REGEL = Regel.warning(
    "VG079",
    "een teken dat de pdf niet kan tonen",
    "De pdf gebruikt alleen de lettertypes die het programma meebrengt, zodat ze op elke computer "
    "dezelfde is. Een teken dat daarin ontbreekt, zoals een emoji, wordt een leeg vierkantje (□). "
    "In de andere formaten blijft het staan.",
    "titel: Cultuur\nrealisaties:\n  - Nieuw onthaal 🎉",
    "titel: Cultuur\nrealisaties:\n  - Nieuw onthaal",
)

_USUAL = re.compile("[\x00-\u0173\u2010-\u2026\u20ac]*")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_NAMED = 3
_HINT = "schrijf het met letters, of haal het weg"


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find the texts with signs that become a square, each text once."""
    for waarde in jaar.waarden:
        lacking = _lacking(waarde.text)
        if lacking:
            yield REGEL.at(waarde.place, _message(lacking), _HINT)


def in_template(file: str, text: str) -> Iterator[Finding]:
    """Find the lines of a template with such signs in its own words."""
    if _USUAL.fullmatch(text):
        return
    bare = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    for number, line in enumerate(bare.split("\n"), 1):
        lacking = _lacking(line)
        if lacking:
            yield REGEL.at(Place(file, number, 1), _message(lacking), _HINT)


def _lacking(text: str) -> tuple[str, ...]:
    return () if _USUAL.fullmatch(text) else tuple(dict.fromkeys(_unknown().findall(text)))


def _message(lacking: tuple[str, ...]) -> str:
    names = [f"'{char}' (U+{ord(char):04X})" for char in lacking[:_NAMED]]
    if len(lacking) > _NAMED:
        names.append("…")
    return f"de pdf kan {', '.join(names)} niet tonen; daar komt □"


@cache
def _unknown() -> re.Pattern[str]:
    # Made from the fonts by scripts/tekens.py; a test holds the two together.
    table = json.loads(files("voortgang.office").joinpath("fonts", "tekens.json").read_bytes())
    return re.compile("[^" + "".join(f"\\U{a:08x}-\\U{b:08x}" for a, b in table) + "]")
