"""Pictures of the workspace: their bytes, and how large they are; no pixel is looked at."""

import struct
from pathlib import Path

from voortgang.source.inside import Unreadable, read_inside

LIMIT = 20 * 1024 * 1024
# A small file can unfold to any number of pixels, and each takes four bytes where a pdf is made.
MOST_PIXELS = 64_000_000
KINDS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8", "jpeg"), (b"GIF8", "gif"))
START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def read_picture(root: Path, relative: str) -> bytes:
    """Read a picture that a text names, from inside the workspace; raises Unreadable."""
    content = read_inside(root, relative, LIMIT)
    width, height = dimensions(content) or (0, 0)
    if width * height > MOST_PIXELS:
        raise Unreadable(
            f"dit beeld is te groot: {width} bij {height} beeldpunten",
            "verklein het, bijvoorbeeld tot 4000 beeldpunten breed",
        )
    return content


def kind_of(content: bytes) -> str | None:
    """Tell a png, jpeg or gif by how it begins; None for anything else."""
    return next((kind for start, kind in KINDS if content.startswith(start)), None)


def dimensions(content: bytes) -> tuple[int, int] | None:
    """Give width and height in pixels of a png or jpeg; None for anything else."""
    kind = kind_of(content)
    if kind == "png" and len(content) > 24:  # noqa: PLR2004 -- where its head ends
        width, height = struct.unpack(">II", content[16:24])
        return (width, height) if width and height else None
    return _jpeg(content) if kind == "jpeg" else None


def _jpeg(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:  # noqa: PLR2004
        if content[at + 1] in START_OF_FRAME:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return (width, height) if width and height else None
        at += 2 + int(struct.unpack(">H", content[at + 2 : at + 4])[0])
    return None
