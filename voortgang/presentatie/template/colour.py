"""Colours of a template: the theme, its mapping, the ground behind a place."""

import colorsys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from voortgang.office.ink import light_of
from voortgang.presentatie.slides import Box

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
SLOTS = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
)  # fmt: skip
USED_AS = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
ROLE_OF = {used: role for role, used in USED_AS.items()}
OFFICE = {"dk1": "000000", "lt1": "FFFFFF"}  # where a theme names its colours in another way
LARGE_PICTURE = 8_000_000 * 2_000_000  # EMU: some text may stand on it, which none does on a logo

# Gives the colour of the picture in a fill, or None.
Look = Callable[[Any], str | None]


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme by role, as the master or a layout maps them; `raw` is unmapped."""

    colours: Mapping[str, str]
    raw: Mapping[str, str]

    def hex_of(self, fill: Any) -> str | None:  # noqa: ANN401 -- an lxml element or None
        """Give the colour within a fill or a colour holder, or None where it has no one colour."""
        if fill is None:
            return None
        colour = next((child for child in fill if isinstance(child.tag, str)), None)
        if colour is None:
            return None
        kind = etree.QName(colour).localname
        if kind == "srgbClr":
            base = colour.get("val")
        elif kind == "sysClr":
            base = colour.get("lastClr")
        elif kind == "schemeClr":
            name = colour.get("val", "")
            mapped = self.colours.get(ROLE_OF.get(name, name))
            base = self.raw.get(name, mapped) if name in USED_AS else mapped
        else:
            base = None
        return _transformed(base, colour) if base else None


def palette(theme: bytes, mapping: Mapping[str, str]) -> Palette:
    """Read the theme's colours through a colour map (`clrMap`)."""
    root = etree.fromstring(theme, etree.XMLParser(resolve_entities=False, no_network=True))
    raw = {}
    for slot in root.iterfind("a:themeElements/a:clrScheme/*", NS):
        colour = next((child for child in slot if isinstance(child.tag, str)), None)
        if colour is not None:
            name = etree.QName(slot).localname
            value = colour.get("lastClr") or colour.get("val") or ""
            raw[name] = value.upper() if len(value) == 6 else OFFICE.get(name, "808080")  # noqa: PLR2004 -- rrggbb
    mapped = {}
    for slot in SLOTS:
        used = USED_AS.get(slot, slot)
        mapped[slot] = raw.get(mapping.get(used, slot), OFFICE.get(slot, "808080"))
    return Palette(mapped, raw)


def _transformed(base: str, colour: Any) -> str:  # noqa: ANN401 -- an lxml element
    red, green, blue = (int(base[n : n + 2], 16) / 255 for n in (0, 2, 4))
    for change in colour:
        if not isinstance(change.tag, str) or not change.get("val", "").lstrip("-").isdecimal():
            continue
        kind, value = etree.QName(change).localname, int(change.get("val")) / 100000
        if kind in ("lumMod", "lumOff"):
            hue, light, full = colorsys.rgb_to_hls(red, green, blue)
            light = light * value if kind == "lumMod" else light + value
            red, green, blue = colorsys.hls_to_rgb(hue, min(max(light, 0), 1), full)
        elif kind in ("shade", "tint"):  # of the light itself, not of its number
            red, green, blue = (_mixed(part, value, kind) for part in (red, green, blue))
    return "".join(f"{round(min(max(part, 0), 1) * 255):02X}" for part in (red, green, blue))


def _mixed(part: float, share: float, kind: str) -> float:
    light = light_of(part) * share
    return _number_of(light + 1 - share if kind == "tint" else light)


def _number_of(light: float) -> float:
    light = min(max(light, 0), 1)
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055  # noqa: PLR2004 -- as above


def saturation(colour: str) -> float:
    """Give how colourful a colour is, from 0 (grey) to 1."""
    parts = [int(colour[n : n + 2], 16) for n in (0, 2, 4)]
    return (max(parts) - min(parts)) / max(*parts, 1)


def background(elements: Iterable[tuple[Any, Look]], colours: Palette) -> str | None:
    """Give the ground's colour of the first element that has one; of a picture its mean."""
    for element, look in elements:
        ground = element.find("p:cSld/p:bg", NS)
        if ground is None:
            continue
        reference = ground.find("p:bgRef", NS)
        if reference is not None:
            return colours.hex_of(reference)
        own = ground.find("p:bgPr", NS)
        picture = own.find("a:blipFill", NS) if own is not None else None
        return look(picture) if picture is not None else colour_of_fill(own, colours)
    return colours.colours["lt1"]


def colour_of_fill(holder: Any, colours: Palette) -> str | None:  # noqa: ANN401 -- an lxml element or None
    """Give the one colour of a filled thing: of a gradient the mean, of a picture none."""
    if holder is None:
        return None
    stops = holder.findall("a:gradFill/a:gsLst/a:gs", NS)
    if stops:
        found = [value for stop in stops if (value := colours.hex_of(stop))]
        parts = [[int(value[n : n + 2], 16) for value in found] for n in (0, 2, 4)]
        return "".join(f"{sum(part) // len(part):02X}" for part in parts) if found else None
    return colours.hex_of(holder.find("a:solidFill", NS))


@dataclass(frozen=True, slots=True)
class Drawn:
    """Something that a layout or master draws: its place, its colour (None where unknown)."""

    box: Box
    colour: str | None
    opaque: bool


def drawings(element: Any, colours: Palette, look: Look) -> Iterator[Drawn]:  # noqa: ANN401 -- an lxml element
    """Give what a layout or master draws besides placeholders, from back to front."""
    tree = element.find("p:cSld/p:spTree", NS)
    for shape in () if tree is None else tree:
        if not isinstance(shape.tag, str) or shape.find(".//p:nvPr/p:ph", NS) is not None:
            continue
        frame = shape.find("p:spPr/a:xfrm", NS)
        if frame is None:
            frame = shape.find("p:grpSpPr/a:xfrm", NS)
        box = box_of(frame)
        if box is not None:
            kind = etree.QName(shape).localname
            colour = colour_of_fill(shape.find("p:spPr", NS), colours)
            if kind == "pic" and box.width * box.height >= LARGE_PICTURE:
                colour = look(shape.find("p:blipFill", NS))
            yield Drawn(box, colour, kind == "pic" or colour is not None)


def box_of(frame: Any) -> Box | None:  # noqa: ANN401 -- an lxml element or None
    """Read a place (`a:xfrm`)."""
    if frame is None:
        return None
    offset, extent = frame.find("a:off", NS), frame.find("a:ext", NS)
    if offset is None or extent is None:
        return None
    try:
        return Box(
            int(offset.get("x")), int(offset.get("y")), int(extent.get("cx")), int(extent.get("cy"))
        )
    except (TypeError, ValueError):
        return None


def ground_of(box: Box, ground: str | None, drawn: tuple[Drawn, ...]) -> str | None:
    """Give the colour behind the middle of `box`: of what is drawn last there, else the ground."""
    x, y = box.x + box.width // 2, box.y + box.height // 2
    for thing in reversed(drawn):
        inside = thing.box.x <= x <= thing.box.right and thing.box.y <= y <= thing.box.bottom
        if inside and thing.opaque:
            return thing.colour
    return ground
