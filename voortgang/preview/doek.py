"""What drawing one slide needs to know, and the small change of SVG."""

from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from voortgang.nota.html.tag import tag
from voortgang.office.font import Font
from voortgang.office.ink import tint
from voortgang.office.measure import POINT, Measure
from voortgang.presentatie.slides import Box
from voortgang.presentatie.template.huisstijl import Huisstijl, Layout
from voortgang.source.picture import kind_of

FALLBACK = {"carlito": "Carlito, Calibri", "liberation-sans": "Arial, 'Liberation Sans'"}


class Album:
    """The pictures that slides show, each once, by the sum of its bytes."""

    def __init__(self) -> None:
        self._pictures: dict[str, bytes] = {}

    def add(self, content: bytes) -> str:
        """Keep a picture and give the address, relative to the page, at which it is served."""
        key = sha256(content).hexdigest()
        self._pictures[key] = content
        return f"beeld/{key}"

    def find(self, key: str) -> tuple[bytes, str] | None:
        """Give a picture with its media type; None for one that no slide shows."""
        content = self._pictures.get(key, b"")
        kind = kind_of(content)
        return (content, f"image/{kind}") if kind else None


@dataclass(frozen=True, slots=True)
class Doek:
    """The canvas of one slide: house style, layout, and the measure of the deck."""

    huisstijl: Huisstijl
    layout: Layout
    measure: Measure
    album: "Album"

    def colour(self, role: str) -> str:
        """Give a role of the theme, or a quiet tint of one (`accent1~20`), as a colour for SVG."""
        name, _, keep = role.partition("~")
        value = self.layout.colours.get(name, "808080")
        return f"#{tint(value, int(keep)) if keep else value}"


def family(font: Font) -> str:
    """Name a typeface with those that stand in for it here: same widths where there are any."""
    known = FALLBACK.get(font.widths, "sans-serif")
    own = font.face.replace("'", "")
    return f"{known}, sans-serif" if own in known else f"'{own}', {known}, sans-serif"


def points(emu: float) -> str:
    """Write a length in points, as SVG counts here."""
    return f"{emu / POINT:.2f}".rstrip("0").rstrip(".")


def rectangle(box: Box, **dress: str | None) -> Markup:
    """Draw a rectangle."""
    return tag(
        "rect", x=points(box.x), y=points(box.y),
        width=points(box.width), height=points(box.height), **dress,
    )  # fmt: skip


def ellipse(box: Box, **dress: str | None) -> Markup:
    """Draw an ellipse."""
    return tag(
        "ellipse", cx=points(box.x + box.width / 2), cy=points(box.y + box.height / 2),
        rx=points(box.width / 2), ry=points(box.height / 2), **dress,
    )  # fmt: skip


def half(box: Box, **dress: str | None) -> Markup:
    """Draw the left half of an ellipse."""
    middle, radii = (
        points(box.x + box.width / 2),
        f"{points(box.width / 2)} {points(box.height / 2)}",
    )
    path = f"M{middle} {points(box.y)}A{radii} 0 0 0 {middle} {points(box.bottom)}Z"
    return tag("path", d=path, **dress)


def line(box: Box, colour: str, width: float) -> Markup:
    """Draw a line from corner to corner."""
    return tag(
        "line", x1=points(box.x), y1=points(box.y), x2=points(box.right), y2=points(box.bottom),
        stroke=colour, stroke_width=f"{width:g}",
    )  # fmt: skip
