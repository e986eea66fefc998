"""How well a text reads on what it stands on, and which of a theme's colours reads there."""

import colorsys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

# A colour is a role of the theme, never a hex value: dk1 lt1 dk2 lt2 accent1 … accent6, a quiet
# tint of one (accent1~20: 20 percent of it, the rest white), or one
# of the text roles that a layout brings along: None inherits what the placeholder has.
Colour: TypeAlias = str

READABLE = 4.5  # to one: WCAG 2.1 AA
READABLE_LARGE = 3.0  # as above for large text; 1.4.11 for signs and bars
LARGE, LARGE_BOLD = 18, 14  # points, from which WCAG calls text large
QUIET = 0.36  # of its saturation is left to a tint
INKS = ("dk1", "lt1")
OTHER_INKS = ("dk2", "lt2")
ACCENTS = tuple(f"accent{n}" for n in range(1, 7))
MUTED = "accent3"  # of the accents the one for secondary text
COLOURFUL = 0.35  # saturation from which an accent makes a sign rather than secondary text


def needed(size: float, *, bold: bool) -> float:
    """Give the contrast that a text needs (WCAG 2.1 AA): less where it is large."""
    return READABLE_LARGE if size >= (LARGE_BOLD if bold else LARGE) else READABLE


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a theme as inks; `text` is the role of running text."""

    colours: Mapping[str, str]
    text: Colour = "dk1"
    _chosen: dict[tuple[Colour, tuple[str, ...], float], Colour | None] = field(
        default_factory=dict, compare=False, repr=False
    )

    def hex_of(self, colour: Colour) -> str | None:
        """Give a role, or a tint of one, as hex; None where the theme does not say it."""
        role, _, keep = colour.partition("~")
        value = self.colours.get(role)
        return tint(value, int(keep)) if value and keep else value

    def choose(
        self, wanted: Colour, grounds: Sequence[str], need: float = READABLE
    ) -> Colour | None:
        """Name the colour that reads on all these grounds: the wanted one, else another role.

        None where no role does; the wanted one where nothing is known of the grounds.
        """
        key = (wanted, tuple(grounds), need)
        if key not in self._chosen:
            self._chosen[key] = self._choice(wanted, grounds, need)
        return self._chosen[key]

    def _choice(self, wanted: Colour, grounds: Sequence[str], need: float) -> Colour | None:
        own = self.hex_of(wanted)
        if own is None or reads(own, grounds, need):
            return wanted
        for least in (READABLE, need):
            for role in self._others(wanted, grounds):
                if (value := self.colours.get(role)) and reads(value, grounds, least):
                    return role
        return None

    def _others(self, wanted: Colour, grounds: Sequence[str]) -> Iterator[Colour]:
        """List what may stand in for a role, the likeliest first: at last the colours of text."""
        accents = {role: self.colours[role] for role in ACCENTS if role in self.colours}
        dark = contrast("FFFFFF", grounds[0]) > contrast("000000", grounds[0])
        if wanted == MUTED:
            yield from (role for role, value in accents.items() if saturation(value) < COLOURFUL)
        elif wanted in ACCENTS and dark:
            yield from (role for role, value in accents.items() if saturation(value) >= COLOURFUL)
        yield self.text
        for pair in (INKS, OTHER_INKS):
            known = [role for role in pair if role in self.colours]
            yield from sorted(known, key=lambda role: -least(self.colours[role], grounds))


def reads(ink: str, grounds: Sequence[str], need: float = READABLE) -> bool:
    """Tell whether a colour can be read on every one of these."""
    return all(contrast(ink, ground) >= need for ground in grounds)


def least(ink: str, grounds: Sequence[str]) -> float:
    """Give the contrast of a colour with the ground on which it reads worst."""
    return min(contrast(ink, ground) for ground in grounds)


def tint(value: str, keep: int) -> str:
    """Lighten a colour as the pptx does: `keep` percent of it, greyer, the rest white."""
    red, green, blue = (part / 255 for part in bytes.fromhex(value))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    light = min(light * keep / 100 + (100 - keep) / 100, 1)
    lighter = colorsys.hls_to_rgb(hue, light, full * QUIET)
    return bytes(round(part * 255) for part in lighter).hex().upper()


def saturation(colour: str) -> float:
    """Give how colourful a colour is, from 0 (grey) to 1."""
    parts = list(bytes.fromhex(colour))
    return (max(parts) - min(parts)) / max(*parts, 1)


def ink_on(colours: Mapping[str, str], fill: Colour, usual: Colour) -> Colour:
    """Name the role of text on a fill: the usual one, or where it cannot be read the best one."""
    if not {*INKS, fill.partition("~")[0], usual} <= colours.keys():
        return usual
    if contrast_on(colours, fill, usual) >= READABLE:
        return usual
    return max((usual, *INKS), key=lambda role: contrast_on(colours, fill, role))


def contrast_on(colours: Mapping[str, str], fill: Colour, ink: Colour) -> float:
    """Give the contrast between a text and the fill that it stands on."""
    return contrast(colours[ink], Inks(colours).hex_of(fill) or "")


@lru_cache(maxsize=4096)  # a deck asks for few pairs, each hundreds of times
def contrast(one: str, other: str) -> float:
    """Compute the contrast of two colours as WCAG 2.1 defines it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (light_of(part / 255) for part in bytes.fromhex(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def light_of(part: float) -> float:
    """Give the light itself of a part of a colour, of 0 to 1 both, as sRGB has it."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 -- sRGB's own numbers
