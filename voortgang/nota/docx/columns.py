"""Which lists run over two columns: those of acties, when they are many and short."""

from voortgang.content.blocks import (
    Blocks,
    BulletList,
    Heading,
    OrderedList,
    Paragraph,
    plain,
)  # fmt: skip

FROM = 4  # items: a shorter list reads better in one column
SHORT = 140  # characters: longer items want the full measure
GUTTER = 318  # 0.56 cm, in twentieths of a point


def in_columns(blocks: Blocks, at: int, under: str | None) -> bool:
    """Tell whether the block at `at`, below a heading with the role `under`, runs over two."""
    block = blocks[at]
    return (
        under is not None
        and isinstance(block, BulletList)
        and at > 0
        and isinstance(blocks[at - 1], Heading)
        and len(block.items) >= FROM
        and all(longest(item.blocks) <= SHORT for item in block.items)
    )


def longest(blocks: Blocks) -> int:
    """Count the characters of the longest text; what is no text counts as long."""
    most = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            most = max(most, len(plain(block.children)))
        elif isinstance(block, BulletList | OrderedList):
            most = max(most, *(longest(item.blocks) for item in block.items))
        else:
            most = SHORT + 1
    return most
