"""Pictures that a text names: read in one way for every document, and judged before any is made."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from voortgang.content.blocks import Picture
from voortgang.content.regels import BEELD
from voortgang.findings import Finding, Place
from voortgang.source.inside import Unreadable
from voortgang.source.picture import dimensions, kind_of


@dataclass(frozen=True, slots=True)
class Beeld:
    """The bytes of a picture, what they are (png or jpeg), and its size in pixels."""

    content: bytes
    kind: str
    width: int
    height: int


class Beeldbron(Protocol):
    """Where the pictures of a text come from, and the place in its template that named one."""

    @property
    def picture(self) -> Callable[[str], bytes] | None:
        """What gives the bytes of a picture of the workspace, or raises Unreadable."""

    @property
    def file(self) -> str:
        """The template of the text."""

    @property
    def line_of(self) -> Callable[[int], int]:
        """What gives the line of the template that wrote a line of the text."""


def read_beeld(block: Picture, bron: Beeldbron) -> Beeld | Finding:
    """Read a picture; give a finding (VG028) where it cannot be read, or is no png or jpeg."""
    if bron.picture is None:
        return unusable(block, bron, "beelden kunnen hier niet gelezen worden", None)
    try:
        content = bron.picture(block.source)
    except Unreadable as error:
        return unusable(block, bron, error.message, error.hint)
    kind, size = kind_of(content), dimensions(content)
    if kind is None or size is None or not _opens(content):
        message = "dit is geen png of jpeg, of het is beschadigd"
        return unusable(block, bron, message, "bewaar het beeld als .png of .jpg")
    return Beeld(content, kind, *size)


def _opens(content: bytes) -> bool:
    """Tell whether the head of a picture is sound; else python-pptx would not place it."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content)):
            return True
    except (OSError, SyntaxError, ValueError):  # Pillow fails in any of these ways
        return False


def unusable(block: Picture, bron: Beeldbron, message: str, hint: str | None) -> Finding:
    """Say what is wrong with a picture, at the line that names it."""
    place = Place(bron.file, bron.line_of(block.line), 1)
    return BEELD.at(place, f"beeld '{block.source}': {message}", hint)
