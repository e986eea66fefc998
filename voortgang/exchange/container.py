"""Opening Office files from outside: checked for size and kind before anything is unpacked."""

import io
import re
import zipfile
from pathlib import Path

from voortgang.findings import Obstacle
from voortgang.source.archive import DAMAGED
from voortgang.source.inside import Unreadable, read_bounded

LARGEST_FILE = 32 * 1024 * 1024
LARGEST_XML = 48 * 1024 * 1024  # all text parts together, unpacked
MOST_PARTS = 5_000
MOST_MERGED = 100_000  # cells
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD = {".xls": "Excel", ".ppt": "PowerPoint", ".doc": "Word"}
_NEW = {".xls": ".xlsx", ".ppt": ".pptx", ".doc": ".docx"}
_MACROS = (".xlsm", ".xltm", ".pptm", ".potm", ".ppsm", ".xlam")
_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"
)


def read_file(path: Path, name: str, limit: int = LARGEST_FILE) -> bytes:
    """Read a file that was named on the command line; raises Obstacle, naming it as `name`."""
    if not path.exists():
        raise Obstacle(f"het bestand '{name}' bestaat niet", "kijk de naam na")
    try:
        content = read_bounded(path, limit)
    except Unreadable as reason:
        raise Obstacle(f"'{name}': {reason.message}", reason.hint) from None
    if len(content) > limit:
        raise Obstacle(f"'{name}' is groter dan {limit // 1024 // 1024} MiB", "splits het bestand")
    return content


def check_office(name: str, content: bytes) -> None:
    """Raise Obstacle where this is no Office file of today that can be opened safely."""
    suffix = Path(name).suffix.lower()
    if content.startswith(_OLE):
        raise _old_or_encrypted(name, suffix, content)
    if suffix in _MACROS:
        raise _macros(name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_parts(name, archive)
    except DAMAGED as error:
        locked = type(error) is RuntimeError  # a part with a password of its own
        raise (_encrypted if locked else broken)(name) from None


def broken(name: str) -> Obstacle:
    """Say that a file cannot be read."""
    return Obstacle(
        f"'{name}' kan niet worden gelezen: het bestand is beschadigd of van een andere soort",
        "open het in Office, bewaar het opnieuw en probeer nog eens",
    )


def _check_parts(name: str, archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    if len(infos) > MOST_PARTS:
        raise _bomb(name)
    texts = [info for info in infos if info.filename.lower().endswith((".xml", ".rels", ".vml"))]
    if sum(info.file_size for info in texts) > LARGEST_XML:
        raise _bomb(name)
    if any(info.filename.lower().endswith("vbaproject.bin") for info in infos):
        raise _macros(name)
    merged = 0
    for info in texts:
        with archive.open(info) as stream:
            part = stream.read(info.file_size + 1)
        if len(part) > info.file_size:
            raise _bomb(name)
        # No Office program writes these; with them a few bytes can become a gigabyte.
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\x00" in part[:200]:
            raise broken(name)
        if "worksheets" in info.filename:
            merged += sum(_area(match) for match in _MERGED.finditer(part))
            if merged > MOST_MERGED:
                raise _bomb(name)


def _area(match: re.Match[bytes]) -> int:
    wide = _column(match[3]) - _column(match[1]) + 1
    return abs(wide * (int(match[4]) - int(match[2]) + 1))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _old_or_encrypted(name: str, suffix: str, content: bytes) -> Obstacle:
    if _ENCRYPTED in content or suffix not in _OLD:
        return _encrypted(name)
    return Obstacle(
        f"'{name}' is in een oud formaat van {_OLD[suffix]}",
        f"open het, kies Opslaan als en bewaar het als {_NEW[suffix]}",
    )


def _encrypted(name: str) -> Obstacle:
    return Obstacle(
        f"'{name}' is met een wachtwoord beveiligd",
        "open het in Office, haal het wachtwoord weg en bewaar het opnieuw",
    )


def _macros(name: str) -> Obstacle:
    return Obstacle(
        f"'{name}' bevat macro's, en die worden niet geopend",
        "open het in Office en bewaar het zonder macro's (.xlsx of .pptx)",
    )


def _bomb(name: str) -> Obstacle:
    return Obstacle(
        f"'{name}' is uitgepakt te groot om veilig te lezen",
        "kopieer wat u nodig hebt naar een nieuw bestand",
    )
