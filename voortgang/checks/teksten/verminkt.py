"""Letters that were read in another encoding than they were written in."""

import re
from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel
from voortgang.source.yaml.emit import emit_value

REGEL = Regel.warning(
    "VG059",
    "verminkte letters",
    "Een bestand dat met de verkeerde codering werd geopend, toont Ã« in de plaats van ë. Het komt "
    "mee uit een oude export, een mail of een csv die Excel opende.",
    "titel: Cultuur\nplanning:\n  - CoÃ¶rdinatie onthaal",
    "titel: Cultuur\nplanning:\n  - Coördinatie onthaal",
)

# The characters that Windows shows for the bytes with which UTF-8 goes on, and for all of them.
_NEXT_BYTES = {bytes((n,)).decode("cp1252", "ignore"): n for n in range(0x80, 0xC0)}
_BYTES = {**_NEXT_BYTES, **{chr(n): n for n in range(0xC0, 0x100)}}
_NEXT = "[" + "".join(map(re.escape, _NEXT_BYTES)) + "]"
_MANGLED = re.compile(f"(?:[Â-ß]{_NEXT}|[à-ï]{_NEXT}{{2}}|[ð-ô]{_NEXT}{{3}})+")
# What stands in a Dutch text: other letters would be a coincidence, as in `CAFÉ®`.
_LIKELY = re.compile("[\u00a0-\u017f\u2010-\u2044\u20ac\u2122\u2190-\u2199\u2265\u2713\u2714]+")
_LOST = "\ufffd"
_SHOWN = 120


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find UTF-8 that was read as Windows-1252, and letters that were lost."""
    for waarde in jaar.waarden:
        text = waarde.text
        if text.isascii():
            continue
        mended = _MANGLED.sub(_mended, text)
        if mended != text:
            hint = f"schrijf {_around(mended, text)}"
            yield REGEL.at(waarde.place, "in deze tekst staan verminkte letters", hint)
        elif _LOST in text:
            at = text.index(_LOST)
            message = f"na '{text[:at][-20:]}' is een letter verloren gegaan (�)"
            yield REGEL.at(waarde.place, message, "typ de letter die er hoort te staan")


def _mended(match: re.Match[str]) -> str:
    try:
        text = bytes(_BYTES[char] for char in match[0]).decode()
    except UnicodeDecodeError:
        return match[0]
    return text if _LIKELY.fullmatch(text) else match[0]


def _around(mended: str, text: str) -> str:
    """Give what is to be written; of a long text the part that changes."""
    if len(mended) <= _SHOWN:
        return emit_value(mended)
    at = next(n for n, (one, other) in enumerate(zip(mended, text, strict=False)) if one != other)
    return f"'…{mended[max(0, at - 20) : at + 40]}…'"
