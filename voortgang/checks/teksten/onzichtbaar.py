"""Characters in a title or another short text that nobody sees."""

import re
from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel
from voortgang.model.waarden import Kind

REGEL = Regel.warning(
    "VG036",
    "onzichtbaar teken in een titel of een andere korte tekst",
    "Een zacht afbreekstreepje, een spatie zonder breedte of een vaste spatie komt mee "
    "bij het kopiëren uit Word. U ziet het niet, maar zoeken vindt de tekst niet meer. Een vaste "
    "spatie tussen een getal en % of een eenheid hoort zo en mag.",
    'titel: Cultuur\nplanning:\n  - "Nieuw\\u00a0intranet"',
    "titel: Cultuur\nplanning:\n  - Nieuw intranet",
)

_HIDDEN = re.compile(
    "[\u00a0\u00ad\u061c\u180e\u2007\u200b\u200c\u200e\u200f\u202a-\u202f"
    "\u2060-\u206f\ufeff\U000e0001-\U000e007f]"
)
# As it is written in good Dutch: `5 %`, `€ 12`, `12 500`, `art. 217`, `3 °C`.
_MEANT = re.compile(
    r"(?<=[0-9])[\u00a0\u202f\u2007](?=[%‰€°0-9]|(?:km|m|m²|kWh|MWh|ton|uur|euro)\b)"
    r"|(?<=[€$§])[\u00a0\u202f](?=[0-9])"
    r"|(?<=\bart\.)[\u00a0\u202f](?=[0-9])"
)
_SHORT = frozenset((Kind.TITEL, Kind.TEKST, Kind.WOORDEN))
_NAMES = {
    "\u00a0": "vaste spatie",
    "\u202f": "smalle vaste spatie",
    "\u00ad": "zacht afbreekstreepje",
}


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find format characters and no-break spaces; the joiner inside an emoji is left alone."""
    for waarde in jaar.waarden:
        if waarde.kind not in _SHORT or waarde.text.isascii():
            continue
        text = _MEANT.sub(" ", waarde.text)
        if match := _HIDDEN.search(text):
            char = match.group()
            name = _NAMES.get(char, "onzichtbaar teken")
            message = f"{name} (U+{ord(char):04X}) na '{text[: match.start()][-20:]}'"
            hint = "typ de tekst over, of vervang het teken door een gewone spatie"
            yield REGEL.at(waarde.place, message, hint)
