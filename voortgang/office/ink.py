"""How well a text reads on a ground, and which of a theme's text colours reads best on a fill."""

import colorsys
from collections.abc import Mapping
from typing import TypeAlias

# A colour is a role of the theme, never a hex value: dk1 lt1 dk2 lt2 accent1 … accent6, a quiet
# tint of one (accent1~20: 20 percent of it, the rest white), or one
# of the text roles that a layout brings along: None inherits what the placeholder has.
Colour: TypeAlias = str

READABLE = 4.5  # to one: WCAG 2.1 AA
QUIET = 0.36  # of its saturation is left to a tint
INKS = ("dk1", "lt1")


def tint(value: str, keep: int) -> str:
    """Lighten a colour as the pptx does: `keep` percent of it, greyer, the rest white."""
    red, green, blue = (int(value[n : n + 2], 16) / 255 for n in (0, 2, 4))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    light = min(light * keep / 100 + (100 - keep) / 100, 1)
    return "".join(
        f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, full * QUIET)
    )


def ink_on(colours: Mapping[str, str], fill: Colour, usual: Colour) -> Colour:
    """Name the role of text on a fill: the usual one, or where it cannot be read the best one."""
    if not {*INKS, fill.partition("~")[0], usual} <= colours.keys():
        return usual
    if contrast_on(colours, fill, usual) >= READABLE:
        return usual
    return max((usual, *INKS), key=lambda role: contrast_on(colours, fill, role))


def contrast_on(colours: Mapping[str, str], fill: Colour, ink: Colour) -> float:
    """Give the contrast between a text and the fill that it stands on."""
    role, _, keep = fill.partition("~")
    ground = tint(colours[role], int(keep)) if keep else colours[role]
    return contrast(colours[ink], ground)


def contrast(one: str, other: str) -> float:
    """Compute the contrast of two colours as WCAG 2.1 defines it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (light_of(int(colour[n : n + 2], 16) / 255) for n in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def light_of(part: float) -> float:
    """Give the light itself of a part of a colour, of 0 to 1 both, as sRGB has it."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 -- sRGB's own numbers
