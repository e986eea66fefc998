"""What writing one slide needs to know, and the small change of its code."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from voortgang.office.ink import Colour, Inks
from voortgang.office.measure import POINT, Measure
from voortgang.office.typst.code import literal
from voortgang.presentatie.slides import Box
from voortgang.presentatie.template.huisstijl import Huisstijl, Layout
from voortgang.source.picture import MOST_PIXELS, dimensions, kind_of


@dataclass(slots=True)
class Files:
    """The pictures that slides show, each once: `contents` by the path that the code names.

    `plain` leaves out what the house style paints, where typst cannot draw it.
    """

    contents: dict[str, bytes] = field(default_factory=dict)
    plain: bool = False
    _paths: dict[bytes, str | None] = field(default_factory=dict)

    def path(self, content: bytes) -> str | None:
        """Give the path of a picture; None for one that typst does not show."""
        if content not in self._paths:
            kind = kind_of(content)
            shown = kind and _pixels(content) <= MOST_PIXELS
            path = f"/beeld-{len(self._paths) + 1}.{kind}" if shown else None
            self._paths[content] = path
            if path is not None:
                self.contents[path] = content
        return self._paths[content]

    def leave_out(self, path: str) -> None:
        """Leave a picture out that turned out to be damaged."""
        self._paths[self.contents.pop(path)] = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One slide of the pdf: house style, layout, the measure of the deck, its pictures.

    `lacking` says what stands for the signs that the font lacks; `linked` that links to other
    slides lead there.
    """

    huisstijl: Huisstijl
    layout: Layout
    measure: Measure
    files: Files
    lacking: Mapping[int, str]
    linked: bool = True

    def ink(self, role: Colour | None) -> str:
        """Give a role of the theme as code; none for None."""
        if role is None:
            return "none"
        return rgb(Inks(self.layout.colours).hex_of(role) or "808080")

    def words(self, text: str) -> str:
        """Write a text that is shown."""
        return literal(text.translate(self.lacking) if self.lacking else text)


def _pixels(content: bytes) -> int:
    """Count the pixels of a picture: a small file can unfold to any number of them."""
    size = dimensions(content)
    if size is None:  # a gif, whose head begins with its size
        size = int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")
    return size[0] * size[1]


def rgb(value: str) -> str:
    """Write a colour, given as hex."""
    return f'rgb("#{value}")'


def number(points: float) -> str:
    """Write a length in points."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def emu(length: float) -> str:
    """Write a length in EMU as points."""
    return number(length / POINT)


def place(box: Box) -> str:
    """Write where a box stands and how large it is."""
    return ", ".join(map(emu, (box.x, box.y, box.width, box.height)))
