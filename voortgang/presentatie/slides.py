"""The deck as it will be: every slide, every box, every line of text, placed and sized.

This is what the fit makes, what the pptx writer writes and what the preview draws; nothing is
decided after it. All lengths are whole EMU (914,400 to the inch, 12,700 to the point), sizes of
letters are points. Elements stand in reading order.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, TypeVar

from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.office.ink import Colour

CM = 360000
Anchor = Literal["top", "middle", "bottom"]
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the slide."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The y of the lower edge."""
        return self.y + self.height

    def meets(self, other: "Box") -> bool:
        """Tell whether it shares more than an edge with another."""
        return (
            min(self.right, other.right) > max(self.x, other.x)
            and min(self.bottom, other.bottom) > max(self.y, other.y)
        )  # fmt: skip

    def holds(self, other: "Box") -> bool:
        """Tell whether another lies within it."""
        return (
            self.x <= other.x and self.right >= other.right
            and self.y <= other.y and self.bottom >= other.bottom
        )  # fmt: skip


def union(boxes: Collection[Box]) -> Box:
    """Give the smallest box around boxes."""
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(x, y, right - x, bottom - y)


@dataclass(frozen=True, slots=True)
class Insets:
    """The room between a box and its text, in EMU."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one dress; `href` is a web address, `slide` the index from 0 of a slide to go to."""

    text: str
    size: float
    bold: bool = False
    italic: bool = False
    colour: Colour | None = None
    href: str | None = None
    slide: int | None = None


@dataclass(frozen=True, slots=True)
class Bullet:
    """The sign before a paragraph; `size` is a percentage of the text's."""

    char: str
    colour: Colour | None = None
    size: int = 100
    number: int | None = None  # of a numbered list: the number it begins at; char is then "1."


@dataclass(frozen=True, slots=True)
class TextLine:
    """A paragraph; a forced end of line within it is the character U+000B in a run.

    `margin` is where the text begins, `hanging` how far its sign stands out to the left (EMU);
    `space_before` is in points, and does not count for the first paragraph of a box. `level` counts
    from 0 and is what a screen reader is told of the nesting.
    """

    runs: tuple[Run, ...]
    bullet: Bullet | None = None
    level: int = 0
    margin: int = 0
    hanging: int = 0
    space_before: float = 0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class TextBox:
    """Text in a placeholder of the layout (`placeholder` is its idx) or in a box of its own.

    `heading` tells what stands over a part of the slide.
    """

    name: str
    box: Box
    paragraphs: tuple[TextLine, ...]
    placeholder: int | None = None
    insets: Insets = Insets()
    anchor: Anchor = "top"
    href: str | None = None  # of the whole box: its words then keep their own colour
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn thing without text, always decorative: a rule, a bar, a sign or a field of dots.

    `half` is the left half of an ellipse. `dots` are boxes of ellipses that are drawn as one
    freeform; `box` is then their frame.
    """

    name: str
    kind: Literal["rectangle", "ellipse", "half", "line", "dots"]
    box: Box
    fill: Colour | None = None
    line: Colour | None = None
    line_width: float = 0
    dots: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A native, editable chart; `labels` is the room for the names beside its bars (EMU).

    `most` is where its axis ends, so that charts of several slides can be compared and all
    programs draw the same; `gap` is what lies between its categories, in percents of a bar.
    """

    name: str
    box: Box
    cijfer: Cijfer
    size: float
    labels: int = 0  # 0 leaves it to the program that draws
    most: int = 0  # likewise
    gap: int = 0  # the usual one of its form
    ink: Colour = "dk1"  # of its words and numbers
    grounds: tuple[str, ...] = ()  # the colours that are painted behind it, as hex


@dataclass(frozen=True, slots=True)
class TableBox:
    """A native table; the first row is the header. Each cell is a tuple of paragraphs.

    `fills` are the colours of its cells, where it has any; its cells then have no rules. `anchor`
    is where the words of all rows but the header stand. `headed`: its first column heads the rows.
    """

    name: str
    box: Box
    alt: str
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    rows: tuple[tuple[tuple[TextLine, ...], ...], ...]
    insets: Insets = Insets()
    rule: Colour = "dk2"  # of the line under its header
    fills: tuple[tuple[Colour | None, ...], ...] = ()
    anchor: Anchor = "top"
    headed: bool = False

    def cell(self, row: int, column: int) -> TextBox:
        """Give a cell as a text at its place."""
        x, y = self.box.x + sum(self.widths[:column]), self.box.y + sum(self.heights[:row])
        place = Box(x, y, self.widths[column], self.heights[row])
        return TextBox("", place, self.rows[row][column], insets=self.insets)

    def fill(self, row: int, column: int) -> Colour | None:
        """Give the colour of a cell."""
        return self.fills[row][column] if self.fills else None


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A picture from the workspace; `content` is the file's bytes."""

    name: str
    box: Box
    alt: str
    content: bytes


Element: TypeAlias = TextBox | Shape | Chart | TableBox | PictureBox
Drawn = TypeVar("Drawn", bound=Element)


def with_runs(element: Drawn, change: Callable[[Run], Run]) -> Drawn:
    """Give an element with every run in it changed."""

    def changed(lines: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
        return tuple(replace(line, runs=tuple(map(change, line.runs))) for line in lines)

    if isinstance(element, TextBox):
        return replace(element, paragraphs=changed(element.paragraphs))
    if isinstance(element, TableBox):
        return replace(element, rows=tuple(tuple(map(changed, row)) for row in element.rows))
    return element


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: the layout it is made from (index in the huisstijl), its elements, its notes.

    `title` is what the outline shows; it is unique in the deck. `section` is the title of the
    section it belongs to. Footer and number have the colour of the layout, or one of their own.
    """

    layout: int
    title: str
    elements: tuple[Element, ...]
    notes: tuple[str, ...] = ()
    section: str | None = None
    footer: str | None = None
    footer_ink: Colour | None = None
    number_ink: Colour | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides in order, with the properties of the document."""

    title: str
    author: str
    subject: str
    slides: tuple[Slide, ...]
