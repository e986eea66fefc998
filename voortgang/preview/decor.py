"""What stands behind the text of a slide: the ground and the drawings of its layout."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from voortgang.findings import Finding
from voortgang.presentatie.slides import Box
from voortgang.presentatie.template.huisstijl import Huisstijl, Layout
from voortgang.presentatie.template.painting import Patch
from voortgang.presentatie.template.read import read_huisstijl

SHOWN = (b"\x89PNG", b"\xff\xd8", b"GIF8")  # how the pictures begin that browsers show


@dataclass(frozen=True, slots=True)
class Stuk:
    """One thing that a layout draws; colours are hex without #, `picture` is a file's bytes."""

    kind: str  # rectangle, ellipse, line or picture
    box: Box
    fill: str | None = None
    line: str | None = None
    line_width: float = 0
    picture: bytes | None = None


@dataclass(frozen=True, slots=True)
class Decor:
    """A layout as a backdrop: its colours by role, its ground, what it draws from back to front."""

    colours: Mapping[str, str]
    ground: str
    stukken: tuple[Stuk, ...]


@dataclass(frozen=True, slots=True)
class Huis:
    """A house style with the backdrop of each of its layouts, and what was found in it."""

    huisstijl: Huisstijl
    decors: tuple[Decor, ...]
    findings: tuple[Finding, ...]


@lru_cache(maxsize=2)
def read_huis(content: bytes, file: str) -> Huis:
    """Read a template once for as long as its bytes stay the same; raises FindingsError."""
    huisstijl, findings = read_huisstijl(content, file)
    return Huis(huisstijl, tuple(map(_decor, huisstijl.layouts)), findings)


def _decor(layout: Layout) -> Decor:
    ground, *drawn = layout.painting.patches
    return Decor(layout.colours, ground.colour or layout.colours["lt1"], tuple(_stukken(drawn)))


def _stukken(drawn: list[Patch]) -> Iterator[Stuk]:
    for patch in drawn:
        if patch.picture is None:
            kind = patch.form if isinstance(patch.form, str) else "rectangle"
            yield Stuk(kind, patch.box, patch.colour, patch.line, patch.line_width)
        elif patch.picture.startswith(SHOWN):
            yield Stuk("picture", patch.box, picture=patch.picture)
