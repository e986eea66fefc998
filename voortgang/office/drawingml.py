"""DrawingML of deck and charts: the theme's colours, and what python-pptx has no word for."""

from typing import Any, TypeAlias

from lxml import etree
from pptx.dml.fill import FillFormat
from pptx.enum.dml import MSO_THEME_COLOR

from voortgang.office.ink import QUIET, Colour
from voortgang.office.made import LANGUAGE
from voortgang.office.xml import A

XmlElement: TypeAlias = Any  # lxml's, or python-pptx's own on top of it: neither tells its type

# In a slide the theme's first four colours are called after what they are used for.
THEME = {
    "dk1": MSO_THEME_COLOR.TEXT_1,
    "lt1": MSO_THEME_COLOR.BACKGROUND_1,
    "dk2": MSO_THEME_COLOR.TEXT_2,
    "lt2": MSO_THEME_COLOR.BACKGROUND_2,
    **{f"accent{n}": getattr(MSO_THEME_COLOR, f"ACCENT_{n}") for n in range(1, 7)},
    "hlink": MSO_THEME_COLOR.HYPERLINK,
    "folHlink": MSO_THEME_COLOR.FOLLOWED_HYPERLINK,
}
LEFT = f"{QUIET * 100_000:.0f}"  # the same, in thousandths of a percent
TEXT_STYLES = (f"{A}defRPr", f"{A}rPr", f"{A}endParaRPr")


def paint(fill: FillFormat, colour: Colour | None) -> None:
    """Fill with a role of the theme or a tint of it (`accent1~20`); with nothing where None."""
    if colour is None:
        fill.background()
        return
    role, _, keep = colour.partition("~")
    fill.solid()
    fill.fore_color.theme_color = THEME[role]
    if keep:
        fill.fore_color.brightness = 1 - int(keep) / 100


def soften(root: XmlElement) -> None:
    """Make the tints that `paint` set greyer too: a brightness is all that python-pptx knows."""
    for light in root.iter(f"{A}lumOff"):
        colour = light.getparent()
        if colour.find(f"{A}satMod") is None:
            colour.insert(0, colour.makeelement(f"{A}satMod", {"val": LEFT}))


def solid(parent: XmlElement, colour: Colour) -> None:
    """Add the fill of `paint` to an element that python-pptx has no object for."""
    role, _, keep = colour.partition("~")
    fill = etree.SubElement(parent, f"{A}solidFill")
    chosen = etree.SubElement(fill, f"{A}schemeClr", val=scheme(role))
    if keep:
        etree.SubElement(chosen, f"{A}satMod", val=LEFT)
        etree.SubElement(chosen, f"{A}lumMod", val=f"{keep}000")
        etree.SubElement(chosen, f"{A}lumOff", val=f"{100 - int(keep)}000")


def scheme(role: Colour) -> str:
    """Give the name that a slide has for a role of the theme."""
    return str(THEME[role].xml_value)


def speak(root: XmlElement) -> None:
    """Set the language of all text: python-pptx leaves it out, or leaves it American."""
    for style in root.iter(*TEXT_STYLES):
        style.set("lang", LANGUAGE)
