"""A 0 or 1 where a letter belongs."""

import re
from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel

REGEL = Regel.warning(
    "VG037",
    "een cijfer waar een letter hoort",
    "Bij het overtypen of uit een pdf wordt een O wel eens een 0 en een I of l een 1. De "
    "titel is dan niet meer te vinden.",
    "titel: Cultuur\nplanning:\n  - 0pvolging klimaatplan",
    "titel: Cultuur\nplanning:\n  - Opvolging klimaatplan",
)

_WORD = re.compile(r"[^\W_]+")
_SUSPECT = re.compile(
    r"[01][^\W\d_A-Z]{4,}|0[A-Z]{4,}"  # 0pvolging, 1nformatie, 0PVOLGING
    r"|[^\W\d_]{1,}[01][^\W\d_A-Z]{2,}"  # b0rg, organ1satie
    r"|[A-Z]+0[A-Z]{3,}"  # C0VID
)
_COUNTED = ("jarig", "malig", "daags", "delig", "persoons", "maandelijks", "euro", "lijns")
_AFTER = ("bis", "ter", "de", "ste", "beta")


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find words with one 0 or 1 among letters; ordinals, codes and names with numbers are fine."""
    for titel in jaar.titels:
        if "0" not in titel.text and "1" not in titel.text:
            continue
        for word in _WORD.findall(titel.text):
            if is_suspect(word):
                mended = word.replace("0", "O" if word[0] == "0" else "o")
                mended = mended.replace("1", "I" if word[0] == "1" else "i")
                hint = f"bedoelde u '{mended}'?"
                message = f"in '{word}' staat een cijfer waar een letter hoort"
                yield REGEL.at(titel.place, message, hint)


def is_suspect(word: str) -> bool:
    """Tell whether a word looks mistyped: `0pvolging`, but not `1jarig`, `LB365` or `fase1bis`."""
    if not _SUSPECT.fullmatch(word):
        return False
    after = re.split(r"[01]", word)[-1]
    return not (after.startswith(_COUNTED) if word[0] in "01" else after in _AFTER)
