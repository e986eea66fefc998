"""The colours and typefaces of a template's theme, and the colours that plan B takes from them."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from voortgang.nota.docx.template.element import A
from voortgang.office.ink import READABLE, contrast

PALE = 12.0  # to one with black: a tint that text stands on
PAGE = "FFFFFF"
# Word's names of theme colours in w:themeColor
WORDS = {"dk1": "text1", "lt1": "background1", "dk2": "text2", "lt2": "background2"}


@dataclass(frozen=True, slots=True)
class Theme:
    """What a theme gives: colours by slot (hex), typefaces `major` and `minor`."""

    colours: dict[str, str]
    faces: dict[str, str]

    def by_word_name(self) -> dict[str, str]:
        """Give the colours under the names that Word's styles call them by."""
        known = {WORDS.get(slot, slot): value for slot, value in self.colours.items()}
        dark, light = known.get("text1", "000000"), known.get("background1", PAGE)
        return {**known, "dark1": dark, "light1": light}


def read_theme(content: bytes | None) -> Theme:
    """Read a theme part; what it lacks is simply not there."""
    found = Theme({}, {})
    if content is None:
        return found
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    for slot in root.findall(f".//{A}clrScheme/*"):
        values = [colour.get("lastClr") or colour.get("val") or "" for colour in slot]
        hexes = [value.upper() for value in values if len(value) == len("rrggbb")]
        if hexes:
            found.colours[etree.QName(slot).localname] = hexes[0]
    for key in ("major", "minor"):
        latin = root.find(f".//{A}fontScheme/{A}{key}Font/{A}latin")
        face = None if latin is None else latin.get("typeface")
        if face:
            found.faces[key] = face
    return found


def house_colours(theme: Theme, own: Mapping[str, str], heading: str | None) -> dict[str, str]:
    """Say which colour of the house stands in for each of `own`, the default's colours by slot.

    `heading` is the colour of the template's own headings. What would be hard to read on white is
    not taken over: for the two accents that of headings comes instead, else the default's own.
    """
    swaps: dict[str, str] = {}
    for slot, usual in own.items():
        wanted = theme.colours.get(slot)
        if slot == "dk2":
            wanted = heading or wanted
        if wanted is not None and _serves(slot, wanted):
            swaps[usual] = wanted
        elif slot in {"accent1", "accent2"}:
            swaps[usual] = swaps.get(own["dk2"], usual)
        else:
            swaps[usual] = usual
    return swaps


def _serves(slot: str, colour: str) -> bool:
    if slot == "lt2":
        return colour != PAGE and contrast(colour, "000000") >= PALE
    return contrast(colour, PAGE) >= READABLE
