"""What a damaged zip does to whoever reads it: the formats of Office are zips."""

import lzma
import struct
import zipfile
import zlib

# All that zipfile lets through, by what was damaged; RuntimeError itself is a part with a password.
DAMAGED = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error,
    OSError, ValueError, EOFError, LookupError, RuntimeError,
)  # fmt: skip
