"""A picture behind text as a few pixels: dark or light is what matters, and where."""

import io
from collections.abc import Callable
from typing import Any

from voortgang.office.xml import Element
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
WHOLE = 100000  # in the thousandths of a percent that pictures are cut by
SPREAD = (0.1, 0.5, 0.9)  # of a picture that is repeated all over: its dark, mean and light tones
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

# Gives the paint of the picture in a fill (`a:blipFill`).
Look = Callable[[Element], Paint]


def blob_of(part: Any, fill: Element | None) -> bytes | None:  # noqa: ANN401 -- a part, untyped
    """Give the bytes of the picture in a fill, None where it is elsewhere or missing."""
    blip = fill.find(f"{A}blip") if fill is not None else None
    rel = part.rels.get(blip.get(EMBED)) if blip is not None else None
    return None if rel is None or rel.is_external else bytes(rel.target_part.blob)


def shown_in(part: Any, fill: Element | None) -> Shown | None:  # noqa: ANN401 -- a part, untyped
    """Give the picture in a fill as it is shown, None where it is elsewhere or missing."""
    content = blob_of(part, fill)
    if content is None or fill is None:
        return None
    left, top, right, bottom = (_share(fill.find(f"{A}srcRect"), side) for side in "ltrb")
    opacity = _share(fill.find(f"{A}blip/{A}alphaModFix"), "amt", WHOLE)
    return Shown(content, (left, top, right, bottom), min(max(opacity, 0), 1))


def look_of(part: Any, seen: dict[bytes, Paint]) -> Look:  # noqa: ANN401 -- a part, untyped
    """Make the way to look at the pictures of a part; `seen` remembers them."""

    def look(fill: Element) -> Paint:
        shown = shown_in(part, fill)
        if shown is None:
            return NOTHING_KNOWN
        whole = not any(shown.cut)
        paint = seen.get(shown.content) if whole else None
        if paint is None:
            paint = raster(shown.content, *shown.cut)
            if whole:
                seen[shown.content] = paint
        if not isinstance(paint, Raster):
            return paint
        if shown.opacity < 1:
            paint = _faded(paint, shown.opacity)
        repeated = fill.find(f"{A}tile") is not None
        return _spread(paint) if repeated else paint._replace(shown=shown)

    return look


def raster(
    content: bytes, left: float = 0, top: float = 0, right: float = 0, bottom: float = 0
) -> Paint:
    """Make a picture small, cut off by shares of its sides; unknown where it cannot be read."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
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
            shown = picture.convert("RGBA")
            if frame[0] < frame[2] and frame[1] < frame[3]:
                shown = shown.crop(frame)
            few = (min(SMALL[0], shown.width), min(SMALL[1], shown.height))
            small = shown.resize(few, Image.Resampling.BOX)
            return Raster(*few, small.tobytes())
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):  # it fails so
        return NOTHING_KNOWN


def _share(element: Element | None, name: str, standard: int = 0) -> float:
    value = "" if element is None else element.get(name, "")
    return (int(value) if value.lstrip("-").isdecimal() else standard) / WHOLE


def _faded(paint: Raster, share: float) -> Raster:
    pixels = bytearray(paint.pixels)
    pixels[3::4] = bytes(min(round(value * share), 255) for value in pixels[3::4])
    return paint._replace(pixels=bytes(pixels))


def _spread(paint: Raster) -> Flat:
    """Give a picture that is repeated over a surface in its dark, its mean and its light tone."""
    pixels = [tuple(paint.pixels[n : n + 4]) for n in range(0, len(paint.pixels), 4)]
    pixels.sort(key=lambda pixel: 3 * pixel[0] + 6 * pixel[1] + pixel[2])
    picked = {pixels[round(share * (len(pixels) - 1))] for share in SPREAD}
    return Flat(tuple((r, g, b, a / 255) for r, g, b, a in sorted(picked)))
