"""The colour of a picture behind text, as its middle tone: dark or light is what matters."""

import io
from typing import Any

from voortgang.presentatie.template.colour import NS, Look
from voortgang.source.picture import dimensions

LARGEST = 16_000_000  # pixels: a larger picture is not unpacked
SMALL = (64, 64)
R_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def look_of(part: Any, seen: dict[str, str | None]) -> Look:  # noqa: ANN401 -- a part, untyped
    """Make the way to look at the pictures of a layout or master; `seen` remembers them."""

    def look(fill: Any) -> str | None:  # noqa: ANN401 -- an lxml element or None
        blip = fill.find("a:blip", NS) if fill is not None else None
        rel = part.rels.get(blip.get(R_EMBED)) if blip is not None else None
        if rel is None or rel.is_external:
            return None
        name = str(rel.target_part.partname)
        if name not in seen:
            seen[name] = mean_colour(rel.target_part.blob)
        return seen[name]

    return look


def mean_colour(content: bytes) -> str | None:
    """Give the mean colour of a png, gif or jpeg as hex; None where that cannot be told."""
    size = dimensions(content)
    if size is None or size[0] * size[1] > LARGEST:
        return None
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.draft("RGB", SMALL)
            layered = picture.convert("RGBA")
            ground = Image.new("RGBA", layered.size, "white")
            flat = Image.alpha_composite(ground, layered).convert("RGB")
            red, green, blue = flat.resize((1, 1), Image.Resampling.BOX).tobytes()
    except (OSError, ValueError, SyntaxError):  # a picture fails in any of these ways
        return None
    return f"{red:02X}{green:02X}{blue:02X}"
