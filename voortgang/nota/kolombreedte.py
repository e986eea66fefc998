"""How wide the columns of a table are, from what stands in them: for paper, in Word and pdf.

Twentieths of a point, and letters of a usual width: near enough to share a line out.
"""

import re
from collections.abc import Iterable

from voortgang.content.blocks import Table, plain

LEAST, MOST = 6, 60  # characters: how narrow and wide a column counts at most
LETTER, CAPITAL = 100, 122  # twentieths of a point: a usual letter, one of a code in capitals
BOLD = 1.08  # how much wider bold letters are
WHOLE = 20  # letters: where words leave no room for each other, those longer break first
INSETS = 140  # twentieths of a point: the room beside the text in a cell
MANY = 6  # columns
USUAL, SMALL = 20, 17  # half points
BREAKS = re.compile(r"[\s\u200b]+|(?<=[a-z])-(?=[a-z])")


def column_widths(
    block: Table, width: int, share: float = 1.0, insets: float = INSETS
) -> list[int]:
    """Share `width` out: each column its longest word, then what its texts ask for.

    What is over goes to the column that asks most, as a rule that of the acties; never to one of
    numbers, which would stand far from what they count. `share` is the size of the letters
    against ten points of Calibri.
    """
    least, wanted = [], []
    share *= scale(block)
    for at in range(len(block.header)):
        texts = [plain(row[at]) for row in (block.header, *block.rows) if at < len(row)]
        words = {word for text in set(texts) for word in BREAKS.split(text)}
        head = [_wide(word) * BOLD for word in BREAKS.split(plain(block.header[at]))]
        longest = max([_longest(words), *head], default=0)
        lengths = sorted(map(len, texts)) or [0]
        usual = max(lengths[len(lengths) * 3 // 4], lengths[-1] // 2)
        least.append((max(longest, LEAST * LETTER) + insets) * share)
        wanted.append(max((min(usual, MOST) * LETTER + insets) * share, least[-1]))
    for whole in range(WHOLE, LEAST, -1):
        if sum(least) <= width:
            break
        least = [min(part, (whole * LETTER + insets) * share) for part in least]
    spare = width - sum(least)
    if spare <= 0:
        shares = [part / sum(least) * width for part in least]
    else:
        ask = sum(wanted) - sum(least)
        given = min(spare / ask, 1) if ask else 0
        shares = [low + (high - low) * given for low, high in zip(least, wanted, strict=True)]
        if shares:
            shares[_taker(block, wanted)] += width - sum(shares)
    widths = [int(share) for share in shares]
    if widths:
        widths[0] += width - sum(widths)
    return widths


def _taker(block: Table, wanted: list[float]) -> int:
    """Choose the column that takes what is over."""
    texts = [at for at, side in enumerate(block.align[: len(wanted)]) if side != "right"]
    return max(texts or range(len(wanted)), key=wanted.__getitem__)


def _longest(words: Iterable[str]) -> int:
    """Measure the widest word; what has too few letters for that is not looked at."""
    widest = 0
    for word in sorted(words, key=len, reverse=True):
        if len(word) * CAPITAL <= widest:
            break
        widest = max(widest, _wide(word))
    return widest


def _wide(word: str) -> int:
    capitals = sum(char.isupper() or char.isdecimal() for char in word)
    return capitals * CAPITAL + (len(word) - capitals) * LETTER


def scale(block: Table) -> float:
    """Give the size of a table's letters against the usual: one of many columns takes less."""
    return SMALL / USUAL if len(block.header) >= MANY else 1.0
