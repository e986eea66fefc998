"""What was found in a town's own template: the only thing that plan and fit know of it.

Pure data, made by `read.py`. EMU and points as in `slides.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from voortgang.office.font import Font
from voortgang.presentatie.slides import Align, Anchor, Box, Insets
from voortgang.presentatie.template.paint.painting import Painting, Patch

Purpose = Literal[
    "titelblad",  # type title: the cover
    "slot",  # a second title layout, else the cover: the closing slide
    "sectie",  # secHead
    "inhoud",  # obj: a title and one body
    "twee",  # twoObj: a title and two bodies
    "vergelijking",  # twoTxTwoObj: a title and two bodies with a heading each
    "alleen_titel",  # titleOnly: charts, tables, free arrangements
]

# What a placeholder is for.
Kind = Literal["title", "subtitle", "body", "footer", "number", "other"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How the text of a placeholder looks, at its first level; `size` in points.

    Signs and indents of a list are those of the deck, not of the template.
    """

    size: float
    bold: bool = False
    colour: str | None = None
    upper: bool = False
    line_spacing: float = 1.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Area:
    """A placeholder that can be filled, as the layout and its master make it."""

    idx: int
    kind: Kind
    box: Box
    insets: Insets
    anchor: Anchor
    font: Font
    text: TextStyle
    ink: str | None = None  # hex of its text as the template has it
    fill: Patch | None = None  # what the placeholder itself paints, wherever it comes to stand
    moved: bool = False  # this program gave it another place than the template has


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout with a title: where it stands among these, its type, and what it holds.

    `slide` is all of the slide, `drawn` are the boxes of what the layout and its master draw
    besides placeholders (a tinted panel, a logo, a picture): where `drawn` meets a body area, the
    areas keep their own place.
    `painting` is what all that comes to look like, over the ground; `colours` are those of the
    theme by role, as this layout maps them.
    `origin` is its number in the file; one that was given more room is `eased`.
    """

    index: int
    name: str
    type: str | None
    title: Area
    subtitle: Area | None
    bodies: tuple[Area, ...]
    headings: tuple[Area, ...]
    footer: Area | None
    number: Area | None
    slide: Box
    drawn: tuple[Box, ...] = ()
    painting: Painting = field(default=Painting(), repr=False)
    colours: Mapping[str, str] = field(default_factory=dict, repr=False)
    master: int = 0
    origin: int = 0
    eased: bool = False

    @property
    def areas(self) -> tuple[Area, ...]:
        """Give the placeholders for what a slide says: title, subtitle, bodies and headings."""
        own = (self.title, self.subtitle, *self.bodies, *self.headings)
        return tuple(area for area in own if area is not None)

    @property
    def edges(self) -> tuple[Area, ...]:
        """Give the placeholders of footer and number, where it has them."""
        return tuple(area for area in (self.footer, self.number) if area is not None)

    @property
    def edged(self) -> bool:
        """Tell whether its slides show footer and number: the first and the last do not."""
        return self.type != "title"

    @property
    def filled(self) -> tuple[Area, ...]:
        """Give all placeholders that its slides fill."""
        return (*self.areas, *(self.edges if self.edged else ()))

    def area(self, placeholder: int | None) -> Area | None:
        """Find one of these by its number; None where there is none."""
        if placeholder is None:
            return None
        return next((area for area in self.areas if area.idx == placeholder), None)


@dataclass(frozen=True, slots=True)
class Huisstijl:
    """A template: its size, its theme, its layouts, and which layout serves which purpose.

    `names` are those of all layouts of the file: slides are made from none without a title.
    """

    width: int
    height: int
    colours: Mapping[str, str]  # role of the theme: hex without #
    heading_font: Font
    body_font: Font
    layouts: tuple[Layout, ...]
    purposes: dict[Purpose, tuple[int, ...]]  # indexes into layouts, the best one first
    names: tuple[str, ...] = ()

    def first(self, purpose: Purpose) -> Layout:
        """Give the layout that serves a purpose best."""
        return self.layouts[self.purposes[purpose][0]]

    @property
    def used(self) -> list[Layout]:
        """List the layouts that slides are made from, each once."""
        return [self.layouts[n] for n in sorted({each[0] for each in self.purposes.values()})]

    @property
    def fonts(self) -> list[Font]:
        """List the typefaces that slides are set in, each once."""
        of_areas = [area.font for layout in self.used for area in layout.areas]
        found: dict[str, Font] = {}
        for font in (self.heading_font, self.body_font, *of_areas):
            found.setdefault(font.face, font)
        return list(found.values())
