"""Tables that repeat their header on each page and keep each row in one piece."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import zip_longest

from voortgang.content.blocks import Inlines, Table
from voortgang.nota.docx.inline import InlineWriter
from voortgang.nota.docx.piece import Piece, WordParagraph, WordTable
from voortgang.nota.docx.template.element import Shaping, flat, make, paragraph, w
from voortgang.nota.docx.template.look import Look
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.docx.template.styles import PAPER, PLANNED
from voortgang.nota.kolombreedte import column_widths, is_too_wide, scale
from voortgang.nota.structuur import WHOLE_TABLE, is_group, traps
from voortgang.office.font import WIDE_FACES
from voortgang.office.ink import tint
from voortgang.office.xml import Element

OTHER, BROAD = 1.12, 1.21  # how much wider the letters of other faces than Calibri are
AFTER = 200  # twentieths of a point: how high the empty line behind a table is
LOW = 20  # likewise, behind the last table of the document
TOGETHER = 4  # rows: a page does not begin with fewer of the last of a table
GAP = "cell"  # the style of that line
SIDES = {"right", "center"}


def lies(block: Table, template: WordTemplate) -> bool:
    """Tell whether a table is too wide for the page, and has more room on one that lies."""
    too_wide = is_too_wide(block, template.text_width, share_of(template.looks["cell"]))
    return too_wide and template.lying.width > template.text_width


def table(
    block: Table, template: WordTemplate, title: str, inline: InlineWriter, *, lying: bool
) -> WordTable:
    """Write a table as wide as the text; `title` names it for who cannot see it."""
    ids, width = template.ids, template.lying.width if lying else template.text_width
    widths = column_widths(block, width, share_of(template.looks["cell"]))
    small = "" if scale(block) == 1 else "_small"
    kept = make("cantSplit")
    looked = {
        "firstRow": 1, "lastRow": 0, "firstColumn": int(block.rooster is not None),
        "lastColumn": 0, "noHBand": 1, "noVBand": 1,
    }  # fmt: skip
    made = make(
        "tbl",
        make(
            "tblPr",
            make("tblStyle", val=ids["table"]),
            make("tblW", w=width, type="dxa"),
            make("tblLayout", type="fixed"),
            make("tblLook", val="0020", **looked),
            make("tblCaption", val=flat(title)),
        ),
        make("tblGrid", *(make("gridCol", w=column) for column in widths)),
    )
    head = _row(block, widths, ids[f"head{small}"], [kept, make("tblHeader")], keep=False)
    free, held = (
        _row(block, widths, ids[f"cell{small}"], [kept], keep=keep) for keep in (False, True)
    )
    tints = traps(block)
    made.append(_filled(head, block.header, inline))
    for at, row in enumerate(block.rows, 1):
        bare = held if stays(block, at) else free
        filled = _group(bare, row, inline, width) if is_group(row) else _filled(bare, row, inline)
        made.append(filled)
        if tints:
            _tint(made[-1], tints[at - 1], template)
    return WordTable(made, block, widths)


def stays(block: Table, at: int) -> bool:
    """Tell whether row `at`, from 1 on, stays with the one below: no page ends between them."""
    below = len(block.rows) - at
    together = len(block.rows) <= WHOLE_TABLE or below < TOGETHER or is_group(block.rows[at - 1])
    return below > 0 and together


def gap() -> WordParagraph:
    """Make the line behind a table: two tables without one between them become one."""
    return WordParagraph(GAP, [], Shaping(before=0, after=0, line=AFTER, rule="exact"))


def settle_gaps(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Leave out the line behind a table where a page begins: it might be alone on one.

    At the end of the document Word wants it, too low to take a page of its own.
    """
    for piece, below in zip_longest(pieces, pieces[1:]):
        if not isinstance(piece, WordParagraph) or piece.style != GAP:
            yield piece
        elif below is None:
            yield replace(piece, shaping=replace(piece.shaping, line=LOW))
        elif piece.columns or isinstance(below, WordTable) or not below.shaping.begins_page:
            yield piece


def _row(
    block: Table, widths: Iterable[int], style: str, properties: Iterable[Element], *, keep: bool
) -> Element:
    """Make a row without its words, which all others of its kind are copied from."""
    made = make("tr", make("trPr", *map(deepcopy, properties)))
    for at, column in enumerate(widths):
        side = block.align[at] if at < len(block.align) else "left"
        shaping = Shaping(keep_next=keep, side=side if side in SIDES else "left")
        size = make("tcPr", make("tcW", w=column, type="dxa"))
        made.append(make("tc", size, paragraph(style, (), shaping)))
    return made


def _filled(row: Element, cells: tuple[Inlines, ...], inline: InlineWriter) -> Element:
    made = deepcopy(row)
    for cell, words in zip(made.iterchildren(w("tc")), cells, strict=False):
        cell[1].extend(inline.write(words))
    return made


def _group(row: Element, cells: tuple[Inlines, ...], inline: InlineWriter, width: int) -> Element:
    """Write the name of the rows below over all columns; no page ends below it."""
    made = deepcopy(row)
    first, *others = made.iterchildren(w("tc"))
    for cell in others:
        made.remove(cell)
    first.replace(
        first[0], make("tcPr", make("tcW", w=width, type="dxa"), make("gridSpan", val=len(cells)))
    )
    first[1].extend(inline.write(cells[0]))
    return made


def _tint(row: Element, tints: Sequence[int], template: WordTemplate) -> None:
    """Tint the cells of a row of a matrix, but for the first one, which heads it."""
    dark = template.colours.get(PLANNED, PLANNED)
    fills = (template.colours.get(PAPER, PAPER), tint(dark, 20), tint(dark, 45))
    for cell, step in zip(list(row.iterchildren(w("tc")))[1:], tints, strict=True):
        cell[0].append(make("shd", val="clear", color="auto", fill=fills[step]))


def share_of(look: Look) -> float:
    """Give the size of the letters of cells against ten points of Calibri."""
    face = look.face.lower()
    if face in {"", "calibri", "carlito"}:
        return look.size / 10
    return look.size / 10 * (BROAD if face.startswith(WIDE_FACES) else OTHER)
