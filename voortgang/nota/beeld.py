"""Pictures of the workspace: read once, before anything is written; what is wrong is a finding."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from voortgang.content.blocks import Block, Blocks, BulletList, Div, OrderedList, Picture, Quote
from voortgang.content.regels import BEELD
from voortgang.findings import Finding, FindingsError, Place
from voortgang.nota.properties import Properties
from voortgang.source.inside import Unreadable

_KINDS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}


@dataclass(frozen=True, slots=True)
class Beeld:
    """The bytes of a picture, and what they are: png or jpeg."""

    content: bytes
    kind: str


def read_pictures(blocks: Blocks, properties: Properties) -> Mapping[str, Beeld]:
    """Read every picture that the text names; empty where nobody gave a way to read them.

    Raises FindingsError (VG028), with all that is missing, too large, outside the workspace or no
    png or jpeg, each at the line of the text's template.
    """
    if properties.picture is None:
        return {}
    found: dict[str, Beeld] = {}
    wrong: list[Finding] = []
    for picture in _pictures(blocks):
        try:
            found[picture.source] = _read(properties.picture(picture.source))
        except Unreadable as error:
            wrong.append(_finding(picture, properties, error.message, error.hint))
    if wrong:
        raise FindingsError(tuple(dict.fromkeys(wrong)))
    return found


def damaged(blocks: Blocks, properties: Properties, source: str) -> Finding:
    """Say of a picture that its head is sound and the rest is not, at the text that names it."""
    picture = next(each for each in _pictures(blocks) if each.source == source)
    return _finding(picture, properties, "dit beeld is beschadigd", "bewaar het opnieuw")


def _finding(picture: Picture, properties: Properties, message: str, hint: str | None) -> Finding:
    place = Place(properties.file, properties.line_of(picture.line), 1)
    return BEELD.at(place, f"beeld '{picture.source}': {message}", hint)


def _read(content: bytes) -> Beeld:
    for start, kind in _KINDS.items():
        if content.startswith(start):
            return Beeld(content, kind)
    raise Unreadable(
        "dit is geen png of jpeg, of het is beschadigd", "bewaar het beeld als .png of .jpg"
    )


def _pictures(blocks: Blocks) -> Iterator[Picture]:
    for block in blocks:
        if isinstance(block, Picture):
            yield block
        else:
            yield from _pictures(_below(block))


def _below(block: Block) -> Blocks:
    if isinstance(block, BulletList | OrderedList):
        return tuple(inner for item in block.items for inner in item.blocks)
    return block.blocks if isinstance(block, Div | Quote) else ()
