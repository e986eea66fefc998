"""Tables that repeat their header on each page and keep each row in one piece."""

import re
from collections.abc import Callable, Mapping

from voortgang.content.blocks import Inlines, Table, plain
from voortgang.nota.docx_xml import attribute, paragraph
from voortgang.nota.word_look import Look

LEAST, MOST = 5, 60  # characters: how narrow and wide a column counts at most
LETTER, CAPITAL = 100, 122  # twentieths of a point: a usual letter, one of a code in capitals
BOLD, OTHER = 1.08, 1.12  # how much wider bold letters are, and those of another face
WHOLE = 20  # letters: in a table of many columns a longer word may break, or no room is left
INSETS = 140  # twentieths of a point: the room beside the text in a cell
MANY = 6  # columns
AFTER = 200  # twentieths of a point: how high the empty line behind a table is
USUAL, SMALL = 20, 17  # half points
BREAKS = re.compile(r"[\s\u200b]+|(?<=[a-z])-(?=[a-z])")
JUSTIFY = {"left": "left", "right": "right", "center": "center"}
Writer = Callable[[Inlines], str]


def table(  # noqa: PLR0913, PLR0917 -- a table is all of this
    block: Table, ids: dict[str, str], width: int, title: str, write: Writer, share: float = 1.0
) -> str:
    """Write a table over the full `width`; `title` names it for who cannot see it."""
    widths = column_widths(block, width, share)
    head_style, cell_style = ("head", "cell") if scale(block) == 1 else ("head_small", "cell_small")
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    head = _row(
        block.header, block.align, widths, ids[head_style], write, "<w:cantSplit/><w:tblHeader/>"
    )
    rows = "".join(
        _row(row, block.align, widths, ids[cell_style], write, "<w:cantSplit/>")
        for row in block.rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{ids["table"]}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={attribute(title)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{head}{rows}</w:tbl>"
    )


def gap(ids: Mapping[str, str]) -> str:
    """Write the line behind a table: two tables without one between them become one."""
    exact = f'<w:spacing w:before="0" w:after="0" w:line="{AFTER}" w:lineRule="exact"/>'
    return paragraph(ids["cell"], "", exact)


def _row(  # noqa: PLR0913, PLR0917 -- a row is all of this
    cells: tuple[Inlines, ...], align: tuple[str, ...], widths: list[int], style: str,
    write: Writer, properties: str,
) -> str:  # fmt: skip
    out = [f"<w:tr><w:trPr>{properties}</w:trPr>"]
    for at, column in enumerate(widths):
        content = write(cells[at]) if at < len(cells) else ""
        side = JUSTIFY.get(align[at] if at < len(align) else "left", "left")
        jc = f'<w:jc w:val="{side}"/>' if side != "left" else ""
        out.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/></w:tcPr>'
            f"{paragraph(style, content, jc)}</w:tc>"
        )
    return "".join([*out, "</w:tr>"])


def column_widths(block: Table, width: int, share: float = 1.0) -> list[int]:
    """Share `width` out: each column its longest word, then what its texts ask for.

    What is over goes to the column that asks most, as a rule that of the acties. `share` is the
    size of the letters against ten points of Calibri.
    """
    least, wanted = [], []
    share *= scale(block)
    for at in range(len(block.header)):
        texts = [plain(row[at]) for row in (block.header, *block.rows) if at < len(row)]
        words = {word for text in set(texts) for word in BREAKS.split(text)}
        head = [_wide(word) * BOLD for word in BREAKS.split(plain(block.header[at]))]
        longest = max([*map(_wide, words), *head], default=0)
        if len(block.header) >= MANY:
            longest = min(longest, WHOLE * LETTER)
        lengths = sorted(map(len, texts)) or [0]
        usual = max(lengths[len(lengths) * 3 // 4], lengths[-1] // 2)
        least.append((max(longest, LEAST * LETTER) + INSETS) * share)
        wanted.append(max((min(usual, MOST) * LETTER + INSETS) * share, least[-1]))
    spare = width - sum(least)
    if spare <= 0:
        shares = [part / sum(least) * width for part in least]
    else:
        ask = sum(wanted) - sum(least)
        given = min(spare / ask, 1) if ask else 0
        shares = [low + (high - low) * given for low, high in zip(least, wanted, strict=True)]
        if shares:
            shares[wanted.index(max(wanted))] += width - sum(shares)
    widths = [int(share) for share in shares]
    if widths:
        widths[0] += width - sum(widths)
    return widths


def share_of(look: Look) -> float:
    """Give the size of the letters of cells against ten points of Calibri."""
    face = look.face.lower()
    return look.size / 10 * (1 if face in {"", "calibri", "carlito"} else OTHER)


def _wide(word: str) -> int:
    if word.isalpha() and word.islower():  # as most words, and no letter of them need be looked at
        return len(word) * LETTER
    capitals = sum(char.isupper() or char.isdecimal() for char in word)
    return capitals * CAPITAL + (len(word) - capitals) * LETTER


def scale(block: Table) -> float:
    """Give the size of a table's letters against the usual: one of many columns takes less."""
    return SMALL / USUAL if len(block.header) >= MANY else 1.0
