"""Colours as a template writes them: those of its theme through a map, and what changes each."""

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from voortgang.office.ink import light_of
from voortgang.office.xml import A, Element, P
from voortgang.presentatie.template.paint.painting import Tone

NS = {"a": A[1:-1], "p": P[1:-1]}
SLOTS = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
)  # fmt: skip
USED_AS = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
ROLE_OF = {used: role for role, used in USED_AS.items()}
OFFICE = {"dk1": "000000", "lt1": "FFFFFF"}  # where a theme names its colours in another way
SYSTEM = {"windowText": "000000", "window": "FFFFFF"}
UNKNOWN = "808080"
SHORT = {"dk": "dark", "lt": "light", "med": "medium"}  # of the names in prstClr
MOST = 1e6  # of a whole: a larger number says nothing, and no sum may lose itself in it
CHANNELS = {"hue": 0, "lum": 1, "sat": 2}


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme by role, as the master or a layout maps them; `raw` is unmapped."""

    colours: Mapping[str, str]
    raw: Mapping[str, str]

    def tone(self, role: str) -> Tone | None:
        """Give the colour of a role."""
        return _tone(self.colours.get(role))

    def hex_of(self, fill: Element | None) -> str | None:
        """Give the colour within a fill or a colour holder, or None where it has no one colour."""
        tone = self.tone_of(fill)
        return tone and bytes(map(round, tone[:3])).hex().upper()

    def tone_of(self, holder: Element | None, accent: Tone | None = None) -> Tone | None:
        """Give the colour that stands within an element; `accent` is what `phClr` stands for."""
        colour = first_of(holder)
        if colour is None:
            return None
        base = self._base(etree.QName(colour).localname, colour, accent)
        return base and _changed(base, colour)

    def _base(self, kind: str, colour: Element, accent: Tone | None) -> Tone | None:
        name = colour.get("val", "")
        if kind == "schemeClr":
            mapped = self.colours.get(ROLE_OF.get(name, name))
            named = _tone(self.raw.get(name, mapped) if name in USED_AS else mapped)
            return accent if name == "phClr" else named
        if kind == "sysClr":
            return _tone(colour.get("lastClr") or SYSTEM.get(name))
        if kind == "scrgbClr":
            red, green, blue = (share(colour.get(part)) or 0 for part in "rgb")
            return _rgb(_number_of(red), _number_of(green), _number_of(blue))
        if kind == "hslClr":
            hue, full, light = (share(colour.get(part)) or 0 for part in ("hue", "sat", "lum"))
            return _rgb(*colorsys.hls_to_rgb(hue * 100000 / 21600000, light, full))
        if kind == "prstClr":
            return _named(name)
        return _tone(name) if kind == "srgbClr" else None


def first_of(holder: Element | None) -> Element | None:
    """Give the first element within another, None where there is none."""
    if holder is None:
        return None
    return next((child for child in holder if isinstance(child.tag, str)), None)


def palette(theme: Element, mapping: Mapping[str, str]) -> Palette:
    """Read the theme's colours through a colour map (`clrMap`)."""
    raw = {}
    plain = Palette({}, {})
    for slot in theme.iterfind("a:themeElements/a:clrScheme/*", NS):
        if first_of(slot) is not None:
            name = etree.QName(slot).localname
            raw[name] = plain.hex_of(slot) or OFFICE.get(name, UNKNOWN)
    mapped = {}
    for role in SLOTS:
        used = USED_AS.get(role, role)
        mapped[role] = raw.get(mapping.get(used, role), OFFICE.get(role, UNKNOWN))
    return Palette(mapped, raw)


def _tone(value: str | None) -> Tone | None:
    try:
        number = int(value or "", 16)
    except ValueError:
        return None
    return float(number >> 16 & 255), float(number >> 8 & 255), float(number & 255), 1.0


def _rgb(red: float, green: float, blue: float, alpha: float = 1) -> Tone:
    red, green, blue = (min(max(part, 0), 1) * 255 for part in (red, green, blue))
    return red, green, blue, min(max(alpha, 0), 1)


def _named(name: str) -> Tone | None:
    from PIL import ImageColor

    for short, long in SHORT.items():
        if name.startswith(short) and name[len(short) :][:1].isupper():
            name = long + name[len(short) :]
    value = ImageColor.colormap.get(name.lower())
    return _tone(value.removeprefix("#")) if isinstance(value, str) else None


def share(value: str | None) -> float | None:
    """Read a percentage, written as `80%` or in thousandths of a percent; None for none of use."""
    try:
        number = float((value or "").removesuffix("%")) / (100 if "%" in (value or "") else 100000)
    except ValueError:
        return None
    return number if abs(number) < MOST else None


def _changed(tone: Tone, colour: Element) -> Tone:
    red, green, blue, alpha = (*(part / 255 for part in tone[:3]), tone[3])
    for change in colour:
        if not isinstance(change.tag, str):
            continue
        kind, value = etree.QName(change).localname, share(change.get("val"))
        if kind == "inv":
            red, green, blue = 1 - red, 1 - green, 1 - blue
        elif kind == "gray":
            red = green = blue = 0.3 * red + 0.59 * green + 0.11 * blue
        elif value is None:
            continue
        elif kind[:3] in CHANNELS:
            parts = list(colorsys.rgb_to_hls(red, green, blue))
            at = CHANNELS[kind[:3]]
            turns = value * 100000 / 21600000 if at == 0 and kind != "hueMod" else value
            parts[at] = _adjusted(parts[at], kind[3:], turns)
            parts[at] = parts[at] % 1 if at == 0 else min(max(parts[at], 0), 1)
            red, green, blue = colorsys.hls_to_rgb(*parts)
        elif kind.startswith("alpha"):
            alpha = _adjusted(alpha, kind[5:], value)
        elif kind in {"shade", "tint"}:  # of the light itself, not of its number
            red, green, blue = (_lightened(part, value, kind) for part in (red, green, blue))
    return _rgb(red, green, blue, alpha)


def _adjusted(part: float, how: str, value: float) -> float:
    return part * value if how == "Mod" else part + value if how == "Off" else value


def _lightened(part: float, left: float, kind: str) -> float:
    light = light_of(part) * left
    return _number_of(light + 1 - left if kind == "tint" else light)


def _number_of(light: float) -> float:
    light = min(max(light, 0), 1)
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055  # noqa: PLR2004 -- as above
