"""Opening somebody's template without trusting it: bounded, no macros, no entities."""

import io
import zipfile
from typing import Any

from pptx import Presentation

from voortgang.findings import FindingsError, Place
from voortgang.office.zip import zip_parts
from voortgang.presentatie.regels import ONLEESBAAR
from voortgang.source.archive import DAMAGED

LARGEST = 256 * 2**20  # bytes of all parts together, unpacked
MOST_PARTS = 5000
OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # an old .ppt, or any Office file behind a password
SAVE_AGAIN = "open het sjabloon in PowerPoint en bewaar het opnieuw als .pptx of .potx"
TYPES = "[Content_Types].xml"
DECK, TEMPLATE = b"presentationml.presentation.main", b"presentationml.template.main"
DOCTYPE = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


def open_template(content: bytes, file: str) -> Any:  # noqa: ANN401 -- python-pptx's Presentation, untyped
    """Open a template as python-pptx's Presentation; raise FindingsError where that is unsafe.

    python-pptx itself resolves no entities and fetches nothing; a part with a document type is
    refused all the same, for the formats of Office have none.
    """
    _inspect(content, file)
    try:
        deck = open_deck(content)
        layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
        themed = all(_has_theme(master.part) for master in deck.slide_masters)
    except Exception as error:  # a broken package fails in any way it likes
        raise _refusal(file, "dit sjabloon is beschadigd en kan niet gelezen worden") from error
    if not layouts:
        raise _refusal(file, "dit sjabloon heeft geen enkele indeling (lay-out)")
    if not themed:
        raise _refusal(file, "een diamodel van dit sjabloon heeft geen thema, of het is beschadigd")
    return deck


def open_deck(content: bytes) -> Any:  # noqa: ANN401 -- python-pptx's Presentation, untyped
    """Open a .pptx or .potx; python-pptx refuses the latter for the type of its main part alone."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        types = archive.read(TYPES)
        if TEMPLATE in types:
            parts = {name: archive.read(name) for name in archive.namelist()}
            content = zip_parts({**parts, TYPES: types.replace(TEMPLATE, DECK)}.items())
    return Presentation(io.BytesIO(content))


def _has_theme(master: Any) -> bool:  # noqa: ANN401 -- python-pptx's part, untyped
    """Tell whether a master has a theme that can be read; python-pptx itself reads none."""
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT

    themes = [rel for rel in master.rels.values() if rel.reltype == RT.THEME]
    return bool(themes) and all(not t.is_external and _is_xml(t.target_part.blob) for t in themes)


def _inspect(content: bytes, file: str) -> None:
    if content.startswith(OLD_OFFICE):
        raise _refusal(
            file,
            "dit sjabloon is met een wachtwoord beveiligd of is een oude .ppt",
            "bewaar het zonder wachtwoord als .pptx of .potx",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _inspect_parts(archive, file)
    except DAMAGED as error:
        raise _refusal(file, "dit is geen PowerPoint-bestand, of het is beschadigd") from error


def _inspect_parts(archive: zipfile.ZipFile, file: str) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
        limit = f"uitgepakt is het groter dan {LARGEST // 2**20} MiB of telt het te veel onderdelen"
        raise _refusal(file, f"dit sjabloon is te groot: {limit}", "maak de beelden erin kleiner")
    if any(part.flag_bits & 1 for part in parts):
        raise _refusal(file, "dit sjabloon is versleuteld", "bewaar het zonder wachtwoord")
    names = {part.filename for part in parts}
    if TYPES not in names:
        raise _refusal(file, "dit is geen PowerPoint-bestand")
    types = archive.read(TYPES)
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in names):
        hint = "bewaar het zonder macro's, als .pptx of .potx"
        raise _refusal(file, "dit sjabloon bevat macro's", hint)
    if DECK not in types and TEMPLATE not in types:
        raise _refusal(file, "dit is geen PowerPoint-bestand (.pptx of .potx)")
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            text = archive.read(part)
            if any(mark in text for mark in DOCTYPE):
                what = f"het onderdeel {part.filename} bevat een documenttype, wat niet mag"
                raise _refusal(file, what)


def _is_xml(text: bytes) -> bool:
    from lxml import etree

    try:
        etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    return True


def _refusal(file: str, message: str, hint: str = SAVE_AGAIN) -> FindingsError:
    return FindingsError([ONLEESBAAR.at(Place(file, 1, 1), message, hint)])
