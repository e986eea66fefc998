"""Every way in which PowerPoint fills a surface, as paint."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.slide import SlideMaster

from voortgang.office.xml import A, Element
from voortgang.presentatie.slides import Box
from voortgang.presentatie.template.paint.colour import NS, Palette, share
from voortgang.presentatie.template.paint.forms import degrees_of
from voortgang.presentatie.template.paint.painting import (
    NOTHING_KNOWN,
    Flat,
    Paint,
    Tone,
    mixed,
    slope,
)
from voortgang.presentatie.template.paint.picture import Pictures

FILLS = tuple(
    f"{A}{kind}" for kind in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
)
GROUNDS = 1001  # from here on a style's number means one of the theme's grounds
ENDS = 2  # of a gradient whose colour at a place every program agrees on
# How much of a pattern its foreground takes; of a name with a number that is what it says.
DENSE = {
    "ltHorz": 25, "ltVert": 25, "ltDnDiag": 25, "ltUpDiag": 25, "narHorz": 50, "narVert": 50,
    "dkHorz": 50, "dkVert": 50, "dkDnDiag": 50, "dkUpDiag": 50, "wdDnDiag": 38, "wdUpDiag": 38,
    "dashHorz": 25, "dashVert": 25, "dashDnDiag": 12, "dashUpDiag": 12, "horz": 12, "vert": 12,
    "cross": 23, "diagCross": 23, "dnDiag": 15, "upDiag": 15, "smGrid": 44, "lgGrid": 23,
    "smCheck": 50, "lgCheck": 50, "dotGrid": 8, "dotDmnd": 8, "smConfetti": 12, "lgConfetti": 30,
    "divot": 8, "shingle": 20, "trellis": 70, "solidDmnd": 50, "openDmnd": 23, "sphere": 55,
    "zigZag": 25, "wave": 25, "horzBrick": 30, "diagBrick": 25, "plaid": 50, "weave": 40,
}  # fmt: skip
USUAL = 40
SPECKS = 20  # percent: a rarer tone of a pattern only tinges the other


class ThemePart(NamedTuple):
    """The theme of a master, and what it keeps ready: fills of things and of grounds, pictures."""

    root: Element
    styles: tuple[Element, ...]
    grounds: tuple[Element, ...]
    pictures: Pictures

    @classmethod
    def of(cls, master: SlideMaster, seen: dict[bytes, Paint]) -> "ThemePart":
        """Read the theme of a master, which has one; `seen` are pictures that were looked at."""
        rels = master.part.rels.values()
        part = next(rel.target_part for rel in rels if rel.reltype == RT.THEME)
        root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        styles, grounds = (
            tuple(root.iterfind(f"a:themeElements/a:fmtScheme/a:{name}/*", NS))
            for name in ("fillStyleLst", "bgFillStyleLst")
        )
        return cls(root, styles, grounds, Pictures(part, seen))


@dataclass(frozen=True, slots=True)
class Brush:
    """What fills may refer to: colours, theme, the pictures of the part that is read, the slide.

    `ground` is the paint of the slide's ground, once that is known.
    """

    palette: Palette
    theme: ThemePart
    pictures: Pictures
    slide: Box
    ground: Paint | None = None

    def by_style(self, reference: Element | None, size: Box) -> Paint | None:
        """Give the paint that a style refers to (`a:fillRef`, `p:bgRef`); None for no fill."""
        if reference is None:
            return None
        name = reference.get("idx", "0")
        number = int(name) if name.isdecimal() else 0
        accent = self.palette.tone_of(reference)
        if number in {0, GROUNDS - 1}:
            return None
        fills, at = (
            (self.theme.grounds, number - GROUNDS)
            if number >= GROUNDS
            else (self.theme.styles, number - 1)
        )
        if at >= len(fills):
            return Flat((accent,))
        return replace(self, pictures=self.theme.pictures).paint(fills[at], size, accent)

    def paint(self, fill: Element, size: Box, accent: Tone | None = None) -> Paint | None:
        """Give the paint of a fill on a surface of this size; None where it fills nothing."""
        kind = etree.QName(fill).localname
        if kind == "noFill":
            return None
        if kind == "solidFill":
            return Flat((self.palette.tone_of(fill, accent),))
        if kind == "gradFill":
            return self._gradient(fill, size, accent)
        if kind == "pattFill":
            return self._pattern(fill, accent)
        return self.pictures.paint(fill) if kind == "blipFill" else NOTHING_KNOWN

    def _gradient(self, fill: Element, size: Box, accent: Tone | None) -> Paint:
        """Read a gradient; of one in rings or of many colours, each colour may be anywhere.

        Programs differ in where they put those.
        """
        stops = [
            (share(stop.get("pos")) or 0, tone)
            for stop in fill.iterfind("a:gsLst/a:gs", NS)
            if (tone := self.palette.tone_of(stop, accent)) is not None
        ]
        stops.sort()
        if not stops:
            return NOTHING_KNOWN
        line = fill.find("a:lin", NS)
        if fill.find("a:path", NS) is not None or len(stops) != ENDS:
            return Flat(tuple(dict.fromkeys(tone for _, tone in stops)))
        degrees = degrees_of(line.get("ang")) if line is not None else 0
        scaled = line is not None and line.get("scaled") in {"1", "true"}
        return slope(stops[0], stops[1], degrees, (size.width, size.height), scaled=scaled)

    def _pattern(self, fill: Element, accent: Tone | None) -> Paint:
        """Read a pattern: the eye sees its mean, and both its tones where neither is rare."""
        front = self.palette.tone_of(fill.find("a:fgClr", NS), accent)
        back = self.palette.tone_of(fill.find("a:bgClr", NS), accent)
        if front is None or back is None:
            return Flat((front or back,))
        name = fill.get("prst", "")
        dense = int(name[3:]) if name[3:].isdecimal() else DENSE.get(name, USUAL)
        tones = [mixed(back, front, dense / 100)]
        tones += [back] if dense <= 100 - SPECKS else []
        tones += [front] if dense >= SPECKS else []
        return Flat(tuple(dict.fromkeys(tones)))


def fill_in(holder: Element | None) -> Element | None:
    """Give the element that says how a thing is filled, None where nothing does."""
    return None if holder is None else next(holder.iterchildren(*FILLS), None)
