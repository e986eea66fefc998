"""Tables that repeat their header on each page and keep each row in one piece."""

from collections.abc import Callable, Mapping

from voortgang.content.blocks import Inlines, Table
from voortgang.nota.docx.template.look import Look
from voortgang.nota.docx.xml import attribute, paragraph
from voortgang.nota.kolombreedte import column_widths, scale
from voortgang.office.font import WIDE_FACES

OTHER, BROAD = 1.12, 1.21  # how much wider the letters of other faces than Calibri are
AFTER = 200  # twentieths of a point: how high the empty line behind a table is
LOW = 20  # likewise, behind the last table of the document
SHORT = 15  # rows: a page does not end within such a table
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
    holds = len(block.rows) <= SHORT
    rows = "".join(
        _row(
            row, block.align, widths, ids[cell_style], write, "<w:cantSplit/>",
            keep=holds and at < len(block.rows),
        )
        for at, row in enumerate(block.rows, 1)
    )  # fmt: skip
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{ids["table"]}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={attribute(title)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{head}{rows}</w:tbl>"
    )


def gap(ids: Mapping[str, str], high: int = AFTER) -> str:
    """Write the line behind a table: two tables without one between them become one."""
    exact = f'<w:spacing w:before="0" w:after="0" w:line="{high}" w:lineRule="exact"/>'
    return paragraph(ids["cell"], "", exact)


def ended(body: str, ids: Mapping[str, str]) -> str:
    """Make the line behind a last table, which Word wants, too low to take a page of its own."""
    last = gap(ids)
    return body.removesuffix(last) + gap(ids, LOW) if body.endswith(last) else body


def _row(  # noqa: PLR0913, PLR0917 -- a row is all of this
    cells: tuple[Inlines, ...], align: tuple[str, ...], widths: list[int], style: str,
    write: Writer, properties: str, *, keep: bool = False,
) -> str:  # fmt: skip
    out = [f"<w:tr><w:trPr>{properties}</w:trPr>"]
    held = "<w:keepNext/>" if keep else ""
    for at, column in enumerate(widths):
        content = write(cells[at]) if at < len(cells) else ""
        side = JUSTIFY.get(align[at] if at < len(align) else "left", "left")
        jc = f'<w:jc w:val="{side}"/>' if side != "left" else ""
        out.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/></w:tcPr>'
            f"{paragraph(style, content, held + jc)}</w:tc>"
        )
    return "".join([*out, "</w:tr>"])


def share_of(look: Look) -> float:
    """Give the size of the letters of cells against ten points of Calibri."""
    face = look.face.lower()
    if face in {"", "calibri", "carlito"}:
        return look.size / 10
    return look.size / 10 * (BROAD if face.startswith(WIDE_FACES) else OTHER)
