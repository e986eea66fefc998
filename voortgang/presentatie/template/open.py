"""Opening somebody's template: through the one door, and then as python-pptx has it."""

import io
import zipfile

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation
from pptx.slide import SlideMaster

from voortgang.findings import FindingsError, Place
from voortgang.office.package import POWERPOINT, OfficePackage, UnfitError
from voortgang.office.zip import zip_parts
from voortgang.presentatie.regels import ONLEESBAAR

SAVE_AGAIN = "open het sjabloon in PowerPoint en bewaar het opnieuw als .pptx of .potx"
TYPES = "[Content_Types].xml"
DECK, *OTHERS = (main.encode() for main in POWERPOINT.mains)


def open_template(content: bytes, file: str) -> Presentation:
    """Open a template; raises FindingsError where that is unsafe, or it cannot be used at all."""
    try:
        OfficePackage(content, POWERPOINT)
    except UnfitError as error:
        raise error.found(ONLEESBAAR, file) from error
    try:
        deck = open_deck(content)
        layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
        themed = all(_has_theme(master) for master in deck.slide_masters)
    except Exception as error:  # a broken package fails in any way it likes
        raise _refusal(file, "dit sjabloon is beschadigd en kan niet gelezen worden") from error
    if not layouts:
        raise _refusal(file, "dit sjabloon heeft geen enkele indeling (lay-out)")
    if not themed:
        raise _refusal(file, "een diamodel van dit sjabloon heeft geen thema")
    return deck


def open_deck(content: bytes) -> Presentation:
    """Open a .pptx or .potx; python-pptx refuses the latter for the type of its main part alone."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        types = archive.read(TYPES)
        for other in OTHERS:
            types = types.replace(other, DECK)
        if types != archive.read(TYPES):
            parts = {name: archive.read(name) for name in archive.namelist()}
            content = zip_parts({**parts, TYPES: types}.items())
    return pptx.Presentation(io.BytesIO(content))


def _has_theme(master: SlideMaster) -> bool:
    themes = [rel for rel in master.part.rels.values() if rel.reltype == RT.THEME]
    return bool(themes) and not any(theme.is_external for theme in themes)


def _refusal(file: str, message: str) -> FindingsError:
    return FindingsError([ONLEESBAAR.at(Place(file, 1, 1), message, SAVE_AGAIN)])
