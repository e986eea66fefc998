"""Opening somebody's Word template without trusting it: bounded, no macros, no entities."""

import io
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from lxml import etree

from voortgang.findings import FindingsError, Place
from voortgang.nota.docx.regels import ONLEESBAAR

LARGEST = 64 * 2**20  # bytes of all parts together, unpacked
MOST_PARTS = 2000
OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # an old .doc, or any Office file behind a password
SAVE_AGAIN = "open het sjabloon in Word en bewaar het opnieuw als .docx of .dotx"
DOCTYPE = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


@lru_cache(maxsize=2)
def read_parts(content: bytes, file: str) -> Mapping[str, bytes]:
    """Read the parts of a .docx or .dotx by name; raise FindingsError (VG075) where unsafe.

    The notas of one build share them.
    """
    if content.startswith(OLD_OFFICE):
        message = "dit sjabloon is met een wachtwoord beveiligd of is een oude .doc"
        raise refusal(file, message, "bewaar het zonder wachtwoord als .docx of .dotx")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return MappingProxyType(_read(archive, file))
    except FindingsError:
        raise
    except Exception as error:
        raise refusal(file, "dit is geen Word-bestand, of het is beschadigd") from error


def refusal(file: str, message: str, hint: str = SAVE_AGAIN) -> FindingsError:
    """Say that this template cannot be used."""
    return FindingsError([ONLEESBAAR.at(Place(file, 1, 1), message, hint)])


def _read(archive: zipfile.ZipFile, file: str) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST:
        message = f"dit sjabloon is te groot: uitgepakt meer dan {LARGEST // 2**20} MiB"
        raise refusal(file, message, "maak de beelden erin kleiner")
    if any(entry.flag_bits & 1 for entry in entries):
        raise refusal(file, "dit sjabloon is versleuteld", "bewaar het zonder wachtwoord")
    parts = {entry.filename: archive.read(entry) for entry in entries}
    types = parts.get("[Content_Types].xml", b"")
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in parts):
        hint = "bewaar het zonder macro's, als .docx of .dotx"
        raise refusal(file, "dit sjabloon bevat macro's", hint)
    if b"wordprocessingml.document.main" not in types and (
        b"wordprocessingml.template.main" not in types
    ):
        raise refusal(file, "dit is geen Word-bestand (.docx of .dotx)")
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and any(mark in part for mark in DOCTYPE):
            raise refusal(file, f"het onderdeel {name} bevat een documenttype, wat niet mag")
        if name.endswith((".xml", ".rels")) and not _is_xml(part):
            raise refusal(file, f"het onderdeel {name} is beschadigd")
    return parts


def _is_xml(part: bytes) -> bool:
    try:
        etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    return True
