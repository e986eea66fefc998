"""Every way in which PowerPoint fills a surface, as paint."""

from dataclasses import dataclass, replace

from lxml import etree

from voortgang.office.xml import Element
from voortgang.presentatie.slides import Box
from voortgang.presentatie.template.paint.colour import NS, Palette
from voortgang.presentatie.template.paint.painting import (
    NOTHING_KNOWN,
    Flat,
    Paint,
    Tone,
    mixed,
    slope,
)
from voortgang.presentatie.template.paint.picture import Look

KINDS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
GROUNDS = 1001  # from here on a style's number means one of the theme's grounds
ENDS = 2  # of a gradient whose colour at a place every program agrees on
DEGREE = 60000
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


@dataclass(frozen=True, slots=True)
class Brush:
    """What fills may refer to: the palette, the styles and grounds of the theme, its pictures.

    `look` looks at the pictures of the part that is being read, `look_theme` at the theme's own.
    """

    palette: Palette
    styles: tuple[Element, ...]
    grounds: tuple[Element, ...]
    look: Look
    look_theme: Look

    def of(self, holder: Element | None, size: Box | None = None) -> Paint | None:
        """Give the paint of what a thing (`p:spPr`, `p:bgPr`) is itself filled with, if at all."""
        fill = fill_in(holder)
        return None if fill is None else self.paint(fill, size)

    def by_style(self, reference: Element | None, size: Box | None = None) -> Paint | None:
        """Give the paint that a style refers to (`a:fillRef`, `p:bgRef`); None for no fill."""
        if reference is None:
            return None
        name = reference.get("idx", "0")
        number = int(name) if name.isdecimal() else 0
        accent = self.palette.tone_of(reference)
        if number in {0, GROUNDS - 1}:
            return None
        fills, at = (
            (self.grounds, number - GROUNDS) if number >= GROUNDS else (self.styles, number - 1)
        )
        if at >= len(fills):
            return Flat((accent,))
        return replace(self, look=self.look_theme).paint(fills[at], size, accent)

    def paint(self, fill: Element, size: Box | None, accent: Tone | None = None) -> Paint | None:
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
        return self.look(fill) if kind == "blipFill" else NOTHING_KNOWN

    def _gradient(self, fill: Element, size: Box | None, accent: Tone | None) -> Paint:
        """Read a gradient; of one in rings or of many colours, each colour may be anywhere.

        Programs differ in where they put those.
        """
        stops = [
            (_percent(stop.get("pos")), tone)
            for stop in fill.iterfind("a:gsLst/a:gs", NS)
            if (tone := self.palette.tone_of(stop, accent)) is not None
        ]
        stops.sort()
        if not stops:
            return NOTHING_KNOWN
        line = fill.find("a:lin", NS)
        if fill.find("a:path", NS) is not None or len(stops) != ENDS:
            return Flat(tuple(dict.fromkeys(tone for _, tone in stops)))
        degrees = _number(line.get("ang")) / DEGREE if line is not None else 0
        scaled = line is not None and line.get("scaled") in {"1", "true"}
        width, height = (size.width, size.height) if size else (1, 1)
        return slope(stops[0], stops[1], degrees, (width, height), scaled=scaled)

    def _pattern(self, fill: Element, accent: Tone | None) -> Paint:
        """Read a pattern: the eye sees its mean, and both its tones where neither is rare."""
        front = self.palette.tone_of(fill.find("a:fgClr", NS), accent)
        back = self.palette.tone_of(fill.find("a:bgClr", NS), accent)
        if front is None or back is None:
            return Flat((front or back,))
        name = fill.get("prst", "")
        share = int(name[3:]) if name[3:].isdecimal() else DENSE.get(name, USUAL)
        tones = [mixed(back, front, share / 100)]
        tones += [back] if share <= 100 - SPECKS else []
        tones += [front] if share >= SPECKS else []
        return Flat(tuple(dict.fromkeys(tones)))


def fill_in(holder: Element | None) -> Element | None:
    """Give the element that says how a thing is filled, None where nothing does."""
    if holder is None:
        return None
    found = (holder.find(f"a:{kind}", NS) for kind in KINDS)
    return next((fill for fill in found if fill is not None), None)


def _percent(text: str | None) -> float:
    if text and text.endswith("%"):
        return _number(text.removesuffix("%")) / 100
    return _number(text) / 100000


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0
