"""The pen that words are set with: how much room they take."""

from collections.abc import Iterable
from dataclasses import dataclass

from voortgang.model.instellingen import KLEINSTE
from voortgang.office.font import Font
from voortgang.office.ink import MUTED, Colour
from voortgang.office.measure import PITCH, POINT, Lines, Measure, Span, Words
from voortgang.presentatie.outline import QUIET
from voortgang.presentatie.slides import Align, Run, TextLine
from voortgang.presentatie.template.huisstijl import Huisstijl


@dataclass(frozen=True, slots=True)
class Pen:
    """One typeface of a house style.

    What is drawn names its colours as they are on the theme's own light ground: `plan/legible.py`
    sees to it that they can be read where they come to stand.
    """

    huisstijl: Huisstijl
    measure: Measure
    font: Font

    def lines(self, words: Words | str, size: float, width: int, *, bold: bool = False) -> Lines:
        """Break a text into lines of at most `width` EMU."""
        return self.measure.lines(_measured(words, size), self.font, size, width, bold=bold)

    def width(self, words: Words | str, size: float, *, bold: bool = False) -> int:
        """Measure a text on one line, in EMU."""
        return self.measure.width(_measured(words, size), self.font, size, bold=bold)

    def tears(self, texts: Iterable[str], size: float, width: float, *, bold: bool = False) -> bool:
        """Tell whether any word of these is wider than a line of `width` EMU."""
        words = (word for text in texts for word in text.split())
        return any(self.width(word, size, bold=bold) > width for word in words)

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
    words: Words | str,
    size: float,
    *,
    bold: bool = False,
    colour: Colour | None = None,
    quiet: float | None = None,
) -> tuple[Run, ...]:
    """Set words in a size and a colour, quiet ones smaller and in that of what is secondary.

    `quiet` is the size of these, where it is not the usual one.
    """
    return tuple(
        Run(s.text, size, bold or s.bold, s.italic, colour, s.href)
        if s.share == 1
        else Run(s.text, quiet or quiet_size(size), s.bold, s.italic, MUTED, s.href)
        for s in _spans(words)
    )


def quiet_size(size: float) -> float:
    """Give the usual size of quiet words in a text: a fifth less, but never under the smallest."""
    return min(size, max(KLEINSTE, round(QUIET * size, 1)))


def _measured(words: Words | str, size: float) -> Words:
    """Give words with the share that quiet ones have at this size."""
    share = quiet_size(size) / size
    return tuple(s if s.share == 1 else s._replace(share=share) for s in _spans(words))


def _spans(words: Words | str) -> Words:
    return (Span(words),) if isinstance(words, str) else words
