"""The pen that words are set with: how much room they take, and in which colours they stand."""

from dataclasses import dataclass, replace
from typing import Self

from voortgang.office.font import Font
from voortgang.office.ink import READABLE, Colour, contrast
from voortgang.office.measure import PITCH, POINT, Lines, Measure, Span, Words
from voortgang.presentatie.slides import Align, Run, TextLine
from voortgang.presentatie.template.huisstijl import Huisstijl


@dataclass(frozen=True, slots=True)
class Pen:
    """One typeface on one ground, light or dark, of a house style."""

    huisstijl: Huisstijl
    measure: Measure
    font: Font
    dark: bool

    def on(self, *, dark: bool) -> Self:
        """Give the same pen on another ground."""
        return replace(self, dark=dark)

    @property
    def ink(self) -> Colour:
        """Name the colour of text."""
        return self.huisstijl.dark_text if self.dark else "dk1"

    @property
    def muted(self) -> Colour:
        """Name the colour of secondary text."""
        return self.huisstijl.dark_muted if self.dark else self._legible("accent3")

    @property
    def accent(self) -> Colour:
        """Name the colour of what is drawn large, and need not be read."""
        return self.huisstijl.dark_sign if self.dark else "accent1"

    def sign(self, role: Colour = "accent1") -> Colour:
        """Name the colour of a sign, or of words in the colour of one."""
        return self.huisstijl.dark_sign if self.dark else self._legible(role)

    def _legible(self, role: Colour) -> Colour:
        """Name a role that can be read on the light ground: this one, or that of the text."""
        colours = self.huisstijl.colours
        ground, own = colours.get("lt1"), colours.get(role)
        if not ground or not own or contrast(own, ground) >= READABLE:
            return role
        return "dk1"

    def lines(self, words: Words | str, size: float, width: int, *, bold: bool = False) -> Lines:
        """Break a text into lines of at most `width` EMU."""
        return self.measure.lines(_spans(words), self.font, size, width, bold=bold)

    def width(self, words: Words | str, size: float, *, bold: bool = False) -> int:
        """Measure a text on one line, in EMU."""
        return self.measure.width(_spans(words), self.font, size, bold=bold)

    def height(self, words: Words | str, size: float, width: int, *, bold: bool = False) -> int:
        """Measure the height of a paragraph, in EMU."""
        return round(len(self.lines(words, size, width, bold=bold)) * size * PITCH * POINT)


def line(
    words: Words | str,
    size: float,
    *,
    bold: bool = False,
    colour: Colour | None = None,
    align: Align = "left",
) -> TextLine:
    """Set words as a paragraph of their own."""
    return TextLine(runs(words, size, bold=bold, colour=colour), align=align)


def runs(
    words: Words | str, size: float, *, bold: bool = False, colour: Colour | None = None
) -> tuple[Run, ...]:
    """Set words in a size and a colour; a link within the deck is made where slides are known."""
    return tuple(
        Run(s.text, size, bold or s.bold, s.italic, colour, _web(s.href)) for s in _spans(words)
    )


def _spans(words: Words | str) -> Words:
    return (Span(words),) if isinstance(words, str) else words


def _web(href: str | None) -> str | None:
    return href if href and not href.startswith("#") else None
