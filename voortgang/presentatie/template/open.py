"""Opening somebody's template: through the one door, and then as python-pptx has it."""

import io
import zipfile
from collections.abc import Iterator
from functools import lru_cache

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation
from pptx.slide import SlideMaster

from voortgang.findings import Finding, FindingsError, Place
from voortgang.office.outside import Cut, cut_off, findings_of
from voortgang.office.package import POWERPOINT, OfficePackage, UnfitError, rels_of
from voortgang.office.zip import zip_parts
from voortgang.presentatie.regels import ONLEESBAAR

SAVE_AGAIN = "open het sjabloon in PowerPoint en bewaar het opnieuw als .pptx of .potx"
TYPES, START = "[Content_Types].xml", "_rels/.rels"


def open_template(content: bytes, file: str) -> tuple[Presentation, tuple[Finding, ...]]:
    """Open a template and say what was cut out of it.

    Raises FindingsError where it is unsafe, or cannot be used at all.
    """
    try:
        _, cuts = usable(content)
    except UnfitError as error:
        raise error.found(ONLEESBAAR, file) from error
    try:
        deck = open_deck(content)
        layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
        themed = all(_has_theme(master) for master in deck.slide_masters)
    except Exception as error:  # a broken package fails in any way it likes
        raise damaged(file) from error
    if not layouts:
        raise _refusal(file, "dit sjabloon heeft geen enkele indeling (lay-out)")
    if not themed:
        raise _refusal(file, "een diamodel van dit sjabloon heeft geen thema")
    return deck, findings_of(cuts, file)


def open_deck(content: bytes) -> Presentation:
    """Open a template for a deck to be made in it, without its example slides."""
    cut, _ = usable(content)
    return pptx.Presentation(io.BytesIO(cut))


@lru_cache(maxsize=2)  # it is read first, and then written into
def usable(content: bytes) -> tuple[bytes, tuple[Cut, ...]]:
    """Check a .pptx or .potx, cut it loose of examples and what reaches out, and say of what.

    Raises UnfitError.
    """
    package = OfficePackage(content, POWERPOINT)
    kept = {
        name: package.read(name)
        for part in _kept(package)
        for name in (part, rels_of(part))
        if name in package.names
    }
    changed, cuts = cut_off(kept, silently=(RT.SLIDE,))
    if not changed:
        return package.content, cuts
    with zipfile.ZipFile(io.BytesIO(package.content)) as archive:
        types, start = archive.read(TYPES), archive.read(START)
    return zip_parts({TYPES: types, START: start, **kept, **changed}.items()), cuts


def _kept(package: OfficePackage) -> Iterator[str]:
    """Name the parts that a deck keeps of its template: all but what its slides alone need."""
    seen: set[str] = set()
    waiting = [package.main]
    while waiting:
        part = waiting.pop()
        if part not in seen and part in package.names:
            seen.add(part)
            yield part
            waiting += (to for _, kind, to in package.relations(part) if kind != RT.SLIDE)


def _has_theme(master: SlideMaster) -> bool:
    themes = [rel for rel in master.part.rels.values() if rel.reltype == RT.THEME]
    return bool(themes) and not any(theme.is_external for theme in themes)


def damaged(file: str) -> FindingsError:
    """Say that a template cannot be read, for a reason that nobody knows."""
    return _refusal(file, "dit sjabloon is beschadigd en kan niet gelezen worden")


def _refusal(file: str, message: str) -> FindingsError:
    return FindingsError([ONLEESBAAR.at(Place(file, 1, 1), message, SAVE_AGAIN)])
