"""What stands behind the text of a slide: the ground and the drawings of its layout."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from voortgang.findings import Finding
from voortgang.presentatie.slides import Box
from voortgang.presentatie.template.colour import (
    NS,
    Palette,
    background,
    box_of,
    colour_of_fill,
    palette,
)
from voortgang.presentatie.template.huisstijl import Huisstijl
from voortgang.presentatie.template.open import open_template
from voortgang.presentatie.template.picture import look_of
from voortgang.presentatie.template.read import read_huisstijl

EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
SHOWN = ("image/png", "image/jpeg", "image/gif")


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
    deck = open_template(content, file)
    seen: dict[str, str | None] = {}
    found = [
        _decor(layout, master, seen)
        for master in deck.slide_masters
        for layout in master.slide_layouts
    ]
    # A layout that was given more room has the backdrop of the one it was made from.
    own = ((each.index if each.source is None else each.source) for each in huisstijl.layouts)
    return Huis(huisstijl, tuple(found[index] for index in own), findings)


def _decor(layout: Any, master: Any, seen: dict[str, str | None]) -> Decor:  # noqa: ANN401 -- python-pptx's, untyped
    own, above = layout._element, master._element  # noqa: SLF001 -- python-pptx has no public name for it
    colours = _palette(own, above, master)
    sources = (
        ((layout, own),) if own.get("showMasterSp") == "0" else ((master, above), (layout, own))
    )
    stukken = tuple(
        stuk for source, element in sources for stuk in _stukken(source, element, colours)
    )
    looks = ((own, look_of(layout.part, seen)), (above, look_of(master.part, seen)))
    ground = background(looks, colours) or colours.colours["lt1"]
    return Decor(colours.colours, ground, stukken)


def _palette(own: Any, above: Any, master: Any) -> Palette:  # noqa: ANN401 -- lxml elements and python-pptx's
    mapping = own.find("p:clrMapOvr/a:overrideClrMapping", NS)
    if mapping is None:
        mapping = above.find("p:clrMap", NS)
    theme = next((r.target_part for r in master.part.rels.values() if r.reltype == RT.THEME), None)
    return palette(
        theme.blob if theme is not None else b"<none/>",
        dict(mapping.attrib) if mapping is not None else {},
    )


def _stukken(source: Any, element: Any, colours: Palette) -> list[Stuk]:  # noqa: ANN401 -- as above
    tree = element.find("p:cSld/p:spTree", NS)
    found = []
    for shape in () if tree is None else tree:
        if not isinstance(shape.tag, str) or shape.find(".//p:nvPr/p:ph", NS) is not None:
            continue
        properties = shape.find("p:spPr", NS)
        box = box_of(properties.find("a:xfrm", NS)) if properties is not None else None
        if box is None:
            continue
        kind = shape.tag.rpartition("}")[2]
        if kind == "pic":
            picture = _picture(source, shape)
            found += [Stuk("picture", box, picture=picture)] if picture else []
        else:
            found.append(_drawn(properties, box, colours, line=kind == "cxnSp"))
    return found


def _drawn(properties: Any, box: Box, colours: Palette, *, line: bool) -> Stuk:  # noqa: ANN401 -- an lxml element
    outline = properties.find("a:ln", NS)
    width = outline.get("w", "9525") if outline is not None else "0"
    ink = colours.hex_of(outline.find("a:solidFill", NS)) if outline is not None else None
    form = properties.find("a:prstGeom", NS)
    preset = form.get("prst") if form is not None else "rect"
    kind = "line" if line or preset == "line" else "ellipse" if preset == "ellipse" else "rectangle"
    return Stuk(kind, box, colour_of_fill(properties, colours), ink, _points(width))


def _points(width: str) -> float:
    return int(width) / 12700 if width.isdecimal() else 0


def _picture(source: Any, shape: Any) -> bytes | None:  # noqa: ANN401 -- python-pptx's, untyped
    blip = shape.find("p:blipFill/a:blip", NS)
    relation = source.part.rels.get(blip.get(EMBED)) if blip is not None else None
    if relation is None or relation.is_external:
        return None
    part = relation.target_part
    return bytes(part.blob) if part.content_type in SHOWN else None
