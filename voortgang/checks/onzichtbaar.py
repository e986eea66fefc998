"""Characters in a title that nobody sees."""

import re
from collections.abc import Iterator

from voortgang.checks.jaar import Jaar
from voortgang.findings import Finding, Regel, Severity

REGEL = Regel(
    "VG036",
    Severity.WARNING,
    "onzichtbaar teken in een titel",
    "Een zacht afbreekstreepje, een spatie zonder breedte of een vaste spatie komt mee "
    "bij het kopiëren uit Word. U ziet het niet, maar zoeken vindt de titel niet meer.",
    'titel: Cultuur\nplanning:\n  - "Nieuw\\u00a0intranet"',
    "titel: Cultuur\nplanning:\n  - Nieuw intranet",
)

_HIDDEN = re.compile(
    "[\u00a0\u00ad\u061c\u180e\u2007\u200b\u200c\u200e\u200f\u202a-\u202f"
    "\u2060-\u206f\ufeff\U000e0001-\U000e007f]"
)
_NAMES = {
    "\u00a0": "vaste spatie",
    "\u202f": "smalle vaste spatie",
    "\u00ad": "zacht afbreekstreepje",
}


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find format characters and no-break spaces; the joiner inside an emoji is left alone."""
    for titel in jaar.titels:
        if titel.text.isascii():
            continue
        if match := _HIDDEN.search(titel.text):
            char = match.group()
            name = _NAMES.get(char, "onzichtbaar teken")
            message = f"{name} (U+{ord(char):04X}) na '{titel.text[: match.start()][-20:]}'"
            hint = "typ de titel over, of vervang het teken door een gewone spatie"
            yield REGEL.at(jaar.at(titel.stem, titel.pad), message, hint)
