"""A zip file that is the same on every machine: no clock, no file system, no umask in it."""

import io
import zipfile
from collections.abc import Iterable

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can name
EARLIEST_BYTES = bytes((0, 0, 0x21, 0))  # the same, as it stands in the file: time, then date
STORED = (".png", ".jpg", ".jpeg", ".gif", ".xlsx", ".zip")  # compressed already
SMALL = 400  # bytes: packing less takes a quarter of the time, and wins a twentieth of the deck


def zip_parts(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Zip parts in the order given; names are without a leading slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.create_system = 0
            stored = len(content) < SMALL or name.lower().endswith(STORED)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=None if stored else 6)
    return out.getvalue()


def timeless(content: bytes) -> bytes:
    """Take out of a zip that a library wrote when it was, and on what machine.

    In the bytes themselves, for packing all of it anew takes as long as writing it did.
    """
    out = bytearray(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries, at = archive.infolist(), archive.start_dir
    for entry in entries:
        for place in (entry.header_offset + 10, at + 12):  # in its own head, and in the directory
            out[place : place + 4] = EARLIEST_BYTES
        out[at + 5] = 0  # the system that wrote it
        at += 46 + sum(int.from_bytes(out[at + n : at + n + 2], "little") for n in (28, 30, 32))
    return bytes(out)
