"""The colours and typefaces of a template's theme, and the colours that plan B takes from them."""

from dataclasses import dataclass
from typing import Any

from lxml import etree

from voortgang.nota.docx.xml import A
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
    colours: dict[str, str] = {}
    faces: dict[str, str] = {}
    if content is None:
        return Theme(colours, faces)
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    for slot in root.findall(f".//{{{A}}}clrScheme/*"):
        value = _value(slot)
        if value:
            colours[etree.QName(slot).localname] = value
    for key in ("major", "minor"):
        latin = root.find(f".//{{{A}}}fontScheme/{{{A}}}{key}Font/{{{A}}}latin")
        if latin is not None and latin.get("typeface"):
            faces[key] = str(latin.get("typeface"))
    return Theme(colours, faces)


def house_colours(theme: Theme, own: dict[str, str], heading: str | None) -> dict[str, str]:
    """Say which colour of the house stands in for each of `own`, the default's colours by slot.

    `heading` is the colour of the template's own headings. What would be hard to read on white is
    not taken over.
    """
    swaps: dict[str, str] = {}
    for slot, usual in own.items():
        wanted = theme.colours.get(slot)
        if slot == "dk2":
            wanted = heading or wanted
        if slot == "lt2":
            fits = wanted is not None and contrast(wanted, "000000") >= PALE and wanted != PAGE
        else:
            fits = wanted is not None and contrast(wanted, PAGE) >= READABLE
        swaps[usual] = wanted if fits and wanted is not None else _fallback(slot, usual, swaps, own)
    return swaps


def _fallback(slot: str, usual: str, swaps: dict[str, str], own: dict[str, str]) -> str:
    """Choose a colour where the theme's own is too pale: that of headings, for the two accents."""
    if slot in {"accent1", "accent2"}:
        return swaps.get(own.get("dk2", ""), usual)
    return usual


def _value(slot: Any) -> str | None:  # noqa: ANN401 -- lxml's element, untyped
    for colour in slot:
        value = colour.get("lastClr") or colour.get("val") or ""
        if len(value) == len("rrggbb"):
            return str(value).upper()
    return None
