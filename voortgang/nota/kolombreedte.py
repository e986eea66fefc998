"""How wide the columns of a table are, from what stands in them: for paper, in Word and pdf.

Twentieths of a point: words by their letters, so that none is torn that has room, texts by
letters of a usual width, which is near enough to share a line out. From there room is moved to
where it saves lines.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import permutations

from voortgang.content.blocks import Table, plain
from voortgang.content.cijfers.rooster import Matrix
from voortgang.nota.structuur import texts_of
from voortgang.office.font import load

LEAST, MOST = 6, 60  # characters: how narrow and wide a column counts at most
LETTER, WIDEST = 100, 250  # twentieths of a point: a usual letter, and none is wider
EM = 204  # likewise, at ten points, with a margin for how programs round
WHOLE = 20  # letters: where words leave no room for each other, those longer break first
INSETS = 140  # twentieths of a point: the room beside the text in a cell
MANY = 6  # columns
USUAL, SMALL = 20, 17  # half points
ROWS = 40  # of a long table, which stand for all of them
STEPS, LEAPS = 64, (1, 2, 4, 8)  # of the width: what is moved at once
VALUE = 24  # letters: in a column of such short values, a line more is worse
WORSE = 2  # lines of the table
TALL = 1.3  # power of its lines: one row of eight is worse than four of two
SPACE = 46  # between words, at ten points
# After one or two letters a hyphen ends no line.
BREAKS = re.compile(r"[ \t\n\u200b]+|(?<=\w\w[a-z])-(?=[a-z])")


def column_widths(
    block: Table, width: int, share: float = 1.0, insets: float = INSETS
) -> list[int]:
    """Share `width` out: each column its longest word, then what its texts ask for.

    What is over goes to the column that asks most, as a rule that of the acties; never to one of
    numbers, which would stand far from what they count. Then room goes to where it saves lines.
    The cells of a matrix are equal. `share` is the size of the letters against ten points of
    Calibri.
    """
    least, wanted = _asked(block, share * scale(block), insets)
    share *= scale(block)
    if isinstance(block.rooster, Matrix):
        edge = [plain(row[0]) for row in (block.header, *block.rows)]
        first = round(max(map(len, edge)) * LETTER * share + insets)
        each = (width - first) // block.rooster.schaal
        return [width - each * block.rooster.schaal, *(each for _ in block.header[1:])]
    for whole in range(WHOLE * LETTER, LEAST * LETTER, -LETTER // 4):
        if sum(least) <= width:
            break
        least = [min(part, whole * share + insets) for part in least]
    spare = width - sum(least)
    if spare <= 0:
        shares = [part / sum(least) * width for part in least]
    else:
        ask = sum(wanted) - sum(least)
        given = min(spare / ask, 1) if ask else 0
        shares = [low + (high - low) * given for low, high in zip(least, wanted, strict=True)]
        if shares:
            shares[_taker(block, wanted)] += width - sum(shares)
        shares = _eased(_Rows(block, share, insets), shares, least)
    widths = [int(share) for share in shares]
    if widths:
        widths[0] += width - sum(widths)
    return widths


class _Rows:
    """The rows of a table: how many lines they take by how wide its columns are."""

    def __init__(self, block: Table, share: float, insets: float) -> None:
        columns = [texts[:: -(-len(texts) // ROWS)] for texts in texts_of(block)]
        self._words = [[_wide(text, share) for text in texts] for texts in columns]
        self._values = [n for n, each in enumerate(columns) if max(map(len, each)) <= VALUE]
        self._space, self._insets = SPACE * share, insets
        self._known: dict[tuple[int, float], list[int]] = {}

    def cost(self, widths: Sequence[float]) -> float:
        """Count the lines of all rows; those in which a short value breaks count for more."""
        columns = [self._lines(at, width - self._insets) for at, width in enumerate(widths)]
        more = sum(sum(columns[at]) - len(columns[at]) for at in self._values)
        high: list[int] = [max(row) for row in zip(*columns, strict=False)]
        tall: float = sum(lines**TALL for lines in high)
        return tall + more * WORSE

    def _lines(self, at: int, room: float) -> list[int]:
        key = at, round(room)
        if key not in self._known:
            self._known[key] = [self._broken(words, room) for words in self._words[at]]
        return self._known[key]

    def _broken(self, words: Sequence[float], room: float) -> int:
        lines, used = 1, 0.0
        for word in words:
            if used and used + word > room:
                lines, used = lines + 1, 0.0
            used += word + self._space
        return lines


def _eased(rows: _Rows, widths: list[float], least: list[float]) -> list[float]:
    """Move room from column to column as long as that saves lines."""
    step = sum(widths) / STEPS
    moves = [(a, b, step * leap) for a, b in permutations(range(len(widths)), 2) for leap in LEAPS]
    cost, better = rows.cost(widths), widths
    while better:
        widths, better = better, []
        for giver, taker, room in moves:
            if widths[giver] - room >= least[giver]:
                moved = list(widths)
                moved[giver] -= room
                moved[taker] += room
                if (now := rows.cost(moved)) < cost - 1e-6:
                    cost, better = now, moved
    return widths


def is_too_wide(block: Table, width: int, share: float = 1.0, insets: float = INSETS) -> bool:
    """Tell whether a table's words have no room beside each other, so that one would be torn."""
    least, _ = _asked(block, share * scale(block), insets)
    return block.rooster is None and sum(least) > width


def _asked(block: Table, share: float, insets: float) -> tuple[list[float], list[float]]:
    """Give what each column needs for its longest word, and what its texts would like."""
    least: list[float] = []
    wanted: list[float] = []
    for texts in texts_of(block):
        longest = max(widest_word(texts), widest_word(texts[:1], bold=True))
        lengths = sorted(map(len, texts))
        usual = max(lengths[len(lengths) * 3 // 4], lengths[-1] // 2)
        least.append(max(longest, LEAST * LETTER) * share + insets)
        wanted.append(max(min(usual, MOST) * LETTER * share + insets, least[-1]))
    return least, wanted


def _taker(block: Table, wanted: list[float]) -> int:
    """Choose the column that takes what is over."""
    texts = [at for at, side in enumerate(block.align[: len(wanted)]) if side != "right"]
    return max(texts or range(len(wanted)), key=wanted.__getitem__)


def _wide(text: str, share: float) -> list[float]:
    """Measure the words of a text."""
    advances = load()["carlito"][False]
    return [sum(map(advances.__getitem__, word)) * EM * share for word in BREAKS.split(text)]


def widest_word(texts: Iterable[str], *, bold: bool = False) -> float:
    """Measure the widest word at ten points; one with too few letters is not looked at."""
    advances = load()["carlito"][bold]
    widest = 0.0
    words = {word for text in set(texts) for word in BREAKS.split(text)}
    for word in sorted(words, key=len, reverse=True):
        if len(word) * WIDEST <= widest:
            break
        widest = max(widest, sum(map(advances.__getitem__, word)) * EM)
    return widest


def scale(block: Table) -> float:
    """Give the size of a table's letters against the usual: one of many columns takes less."""
    return SMALL / USUAL if len(block.header) >= MANY else 1.0
