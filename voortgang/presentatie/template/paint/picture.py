"""A picture behind text as a few pixels: dark or light is what matters, and where."""

import io
from typing import NamedTuple

from pptx.opc.package import Part

from voortgang.office.xml import A, Element, R
from voortgang.presentatie.template.paint.colour import share
from voortgang.presentatie.template.paint.painting import (
    NOTHING_KNOWN,
    Flat,
    Paint,
    Raster,
    Shown,
)

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF")  # no drawings: those would have to be carried out
LARGEST = 16_000_000  # pixels: a larger picture is not unpacked
SMALL = (96, 54)  # pixels: each is about a letter high
SPREAD = (0.1, 0.5, 0.9)  # of a picture that is repeated all over: its dark, mean and light tones


class Pictures(NamedTuple):
    """The pictures of a part; `seen` remembers how those look that were looked at."""

    part: Part
    seen: dict[bytes, Paint]

    def shown(self, fill: Element) -> Shown | None:
        """Give the picture in a fill (`a:blipFill`); None where it is elsewhere or missing."""
        blip = fill.find(f"{A}blip")
        rel = self.part.rels.get(blip.get(f"{R}embed", "")) if blip is not None else None
        if rel is None or rel.is_external:
            return None
        left, top, right, bottom = (_share(fill.find(f"{A}srcRect"), side, 0) for side in "ltrb")
        opacity = _share(fill.find(f"{A}blip/{A}alphaModFix"), "amt", 1)
        cut = (left, top, right, bottom)
        return Shown(bytes(rel.target_part.blob), cut, min(max(opacity, 0), 1))

    def paint(self, fill: Element) -> Paint:
        """Give the paint of the picture in a fill."""
        shown = self.shown(fill)
        if shown is None:
            return NOTHING_KNOWN
        whole = not any(shown.cut)
        paint = self.seen.get(shown.content) if whole else None
        if paint is None:
            paint = _small(shown)
            if whole:
                self.seen[shown.content] = paint
        if not isinstance(paint, Raster):
            return paint
        if shown.opacity < 1:
            paint = _faded(paint, shown.opacity)
        repeated = fill.find(f"{A}tile") is not None
        return _spread(paint) if repeated else paint._replace(shown=shown)


def _small(shown: Shown) -> Paint:
    """Make what is shown of a picture small; unknown where it cannot be read."""
    from PIL import Image

    left, top, right, bottom = shown.cut
    try:
        with Image.open(io.BytesIO(shown.content), formats=FORMATS) as picture:
            if picture.width * picture.height > LARGEST:
                return NOTHING_KNOWN
            picture.draft("RGB", (4 * SMALL[0], 4 * SMALL[1]))
            width, height = picture.size
            frame = (
                max(round(left * width), 0),
                max(round(top * height), 0),
                min(round((1 - right) * width), width),
                min(round((1 - bottom) * height), height),
            )
            part = picture.convert("RGBA")
            if frame[0] < frame[2] and frame[1] < frame[3]:
                part = part.crop(frame)
            few = (min(SMALL[0], part.width), min(SMALL[1], part.height))
            small = part.resize(few, Image.Resampling.BOX)
            return Raster(*few, small.tobytes())
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):  # it fails so
        return NOTHING_KNOWN


def _share(element: Element | None, name: str, standard: float) -> float:
    found = None if element is None else share(element.get(name))
    return standard if found is None else found


def _faded(paint: Raster, left: float) -> Raster:
    pixels = bytearray(paint.pixels)
    pixels[3::4] = bytes(min(round(value * left), 255) for value in pixels[3::4])
    return paint._replace(pixels=bytes(pixels))


def _spread(paint: Raster) -> Flat:
    """Give a picture that is repeated over a surface in its dark, its mean and its light tone."""
    pixels = [tuple(paint.pixels[n : n + 4]) for n in range(0, len(paint.pixels), 4)]
    pixels.sort(key=lambda pixel: 3 * pixel[0] + 6 * pixel[1] + pixel[2])
    picked = {pixels[round(place * (len(pixels) - 1))] for place in SPREAD}
    return Flat(tuple((r, g, b, a / 255) for r, g, b, a in sorted(picked)))
