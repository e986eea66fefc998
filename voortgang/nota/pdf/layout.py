"""How high things will be on an A4, in points, near enough to keep together what belongs so."""

from itertools import accumulate

from voortgang.content.blocks import (
    Block,
    BulletList,
    Grafiek,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Table,
    plain,
)
from voortgang.nota.structuur import in_columns

FITS_ON_A_PAGE = 650.0  # points; the type area is 714 high, the rest is for what we guess short
END = "einde"  # what marks where a column ends
_IN_COLUMN, _IN_FULL = 40, 88  # characters on a line
_LINE, _GAP = 12.5, 1.0


def halves(items: tuple[ListItem, ...]) -> tuple[tuple[ListItem, ...], tuple[ListItem, ...]]:
    """Split where the taller column is shortest, never inside an item."""
    feet = [0.0, *accumulate(_item(item, _IN_COLUMN) for item in items)]
    at = min(range(1, len(items)), key=lambda n: (max(feet[n], feet[-1] - feet[n]), -n))
    return items[:at], items[at:]


def height(block: Block) -> float:  # noqa: PLR0911 -- a line for each kind of block
    """Guess the height of a block, in points."""
    if isinstance(block, Heading):
        return 38.0
    if isinstance(block, Paragraph):
        return 12.5 + 15.5 * _lines(len(plain(block.children)), _IN_FULL)
    if isinstance(block, BulletList) and in_columns(block):
        left, right = halves(block.items)
        return 12.5 + max(sum(_item(i, _IN_COLUMN) for i in side) for side in (left, right))
    if isinstance(block, BulletList | OrderedList):
        return 12.5 + sum(_item(item, _IN_FULL) for item in block.items)
    if isinstance(block, Table):
        return 24.0 * (1 + len(block.rows))
    if isinstance(block, Grafiek):
        return 220.0
    return 12.5 + sum(map(height, block.blocks)) if hasattr(block, "blocks") else 30.0


def _item(item: ListItem, width: int) -> float:
    total = _GAP
    for block in item.blocks:
        if isinstance(block, Paragraph):
            total += _LINE * _lines(len(plain(block.children)), width)
        elif isinstance(block, BulletList | OrderedList):
            total += sum(_item(sub, width - 3) - _GAP for sub in block.items)
        else:
            total += height(block)
    return total


def _lines(characters: int, width: int) -> int:
    return max(1, -(-characters // width))
