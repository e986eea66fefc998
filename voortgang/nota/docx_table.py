"""Tables that repeat their header on each page and keep each row in one piece."""

from collections.abc import Callable

from voortgang.content.blocks import Inlines, Table, plain
from voortgang.nota.docx_xml import attribute, paragraph

LEAST, MOST = 6, 40  # characters: how narrow and wide a column counts at most
JUSTIFY = {"left": "left", "right": "right", "center": "center"}
Writer = Callable[[Inlines], str]


def table(block: Table, ids: dict[str, str], width: int, title: str, write: Writer) -> str:
    """Write a table over the full `width`; `title` names it for who cannot see it."""
    widths = _widths(block, width)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    head = _row(
        block.header, block.align, widths, ids["head"], write, "<w:cantSplit/><w:tblHeader/>"
    )
    rows = "".join(
        _row(row, block.align, widths, ids["cell"], write, "<w:cantSplit/>") for row in block.rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{ids["table"]}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={attribute(title)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{head}{rows}</w:tbl>"
    )


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


def _widths(block: Table, width: int) -> list[int]:
    """Share the width out by what the columns hold: the longest word, and the usual length."""
    weights = []
    for at in range(len(block.header)):
        texts = [plain(row[at]) for row in (block.header, *block.rows) if at < len(row)]
        word = max((len(word) for text in texts for word in text.split()), default=0)
        usual = sorted(map(len, texts))[len(texts) * 9 // 10] if texts else 0
        weights.append(min(max(word + 2, usual, LEAST), MOST))
    widths = [width * weight // sum(weights) for weight in weights]
    if widths:
        widths[0] += width - sum(widths)
    return widths
