"""Pictures of the nota: read before anything is written; all that is wrong is said at once."""

from collections.abc import Iterator, Mapping

from voortgang.content.beeld import Beeld, read_beeld, unusable
from voortgang.content.blocks import Block, Blocks, BulletList, Div, OrderedList, Picture, Quote
from voortgang.findings import Finding, FindingsError
from voortgang.nota.properties import Properties


def read_pictures(blocks: Blocks, properties: Properties) -> Mapping[str, Beeld]:
    """Read every picture that the text names; empty where nobody gave a way to read them.

    Raises FindingsError (VG028), with all that cannot be used.
    """
    if properties.picture is None:
        return {}
    read = [(block.source, read_beeld(block, properties)) for block in _pictures(blocks)]
    wrong = dict.fromkeys(found for _, found in read if isinstance(found, Finding))
    if wrong:
        raise FindingsError(tuple(wrong))
    return {source: found for source, found in read if isinstance(found, Beeld)}


def damaged(blocks: Blocks, properties: Properties, source: str) -> Finding:
    """Say of a picture that its head is sound and the rest is not, at the text that names it."""
    block = next(each for each in _pictures(blocks) if each.source == source)
    return unusable(block, properties, "dit beeld is beschadigd", "bewaar het opnieuw")


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
