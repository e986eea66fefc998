"""Tables and charts as calls of the page's functions."""

from itertools import groupby

from voortgang.content.blocks import Inlines, Table, plain
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.nota.kolombreedte import LETTER, column_widths, is_too_wide, scale, widest_word
from voortgang.nota.pdf.inline import LONG, Words
from voortgang.nota.structuur import SUM, is_group, traps

_NARROW = 10  # characters: a longer word in a table of many columns may break
UPRIGHT, LYING = 9072, 14003  # twentieths of a point: between the margins of a page, by its side
_INSETS, _CLOSE = 200, 120  # likewise: beside the text in a cell, as the page has it; of many
_SIZE = 1.05  # of the letters of the page's tables against ten points, unless columns are many
_LINES = 2  # lines that typst keeps together by itself, guessed narrowly


def table(block: Table, words: Words, width: int) -> str:
    """Write a table for a width; a last row that begins with 'Totaal' is the sum."""
    size, insets = _dress(block)
    shares = column_widths(block, width, size, insets)
    letters = [(share - insets) / size / scale(block) for share in shares]
    wraps = [max(_NARROW, int(room / LETTER)) for room in letters]
    flags = {
        "totaal": bool(block.rows) and plain(block.rows[-1][0]) == SUM,
        "heel": any(any(map(_is_long, row, wraps)) for row in block.rows if not is_group(row)),
    }
    widths = "".join(f"{share}fr, " for share in shares)
    sides = "".join(f"{side}, " for side in block.align)
    head = "".join(f"{cell}, " for cell in _cells(block.header, wraps, letters, words))
    told = "".join(f"{name}: {'true' if is_so else 'false'}, " for name, is_so in flags.items())
    tints = traps(block) or ((),) * len(block.rows)
    rows: list[str] = []
    for named, each in groupby(zip(block.rows, tints, strict=True), lambda row: is_group(row[0])):
        if named:
            rows.append(_names([row for row, _ in each], words))
        else:
            cells = ((_cells(row, wraps, letters, words), own) for row, own in each)
            rows += (", ".join(_tinted(*row)) for row in cells)
    written = ",\n".join(rows)
    return f"#tabel(({widths}), ({sides}), ({head}), {told}\n{written})"


def lies(block: Table) -> bool:
    """Tell whether a table is too wide for the page, and lies on its side."""
    return is_too_wide(block, UPRIGHT, *_dress(block))


def _dress(block: Table) -> tuple[float, int]:
    """Give the size of the letters of a table and the room beside them: less of many columns."""
    return (_SIZE, _INSETS) if scale(block) == 1 else (1, _CLOSE)


def _cells(
    row: tuple[Inlines, ...], wraps: list[int], rooms: list[float], words: Words
) -> list[str]:
    """Write cells; a word may break only where it is wider than its column."""
    return [
        words.value(cell, wrap=wrap if widest_word([plain(cell)]) > room else LONG)
        for cell, wrap, room in zip(row, wraps, rooms, strict=True)
    ]


def _names(rows: list[tuple[Inlines, ...]], words: Words) -> str:
    """Write rows that name those below as one header: typst breaks down on two in a row."""
    names = (f"table.cell(colspan: {len(row)}, {words.content(row[0])})" for row in rows)
    return f"table.header(level: 2, repeat: false, {', '.join(names)})"


def _tinted(cells: list[str], tints: tuple[int, ...]) -> list[str]:
    """Tint the cells of a matrix; the first of a row heads it."""
    if not tints:
        return cells
    first, *rest = cells
    return [first, *(f"trap({tint}, {cell})" for tint, cell in zip(tints, rest, strict=True))]


def chart(cijfer: Cijfer, words: Words) -> str:
    """Write a chart as data; the page draws it."""
    series = "".join(
        f"(naam: {words.string(reeks.naam)}, rol: {words.string(reeks.rol)}, "
        f"waarden: ({''.join(f'{value}, ' for value in reeks.waarden)})), "
        for reeks in cijfer.reeksen
    )
    names = "".join(f"{words.string(name)}, " for name in cijfer.categorieen)
    return (
        f"#grafiek(titel: {words.string(cijfer.titel)}, alt: {words.string(cijfer.alt)}, "
        f"vorm: {words.string(cijfer.vorm)}, categorieen: ({names}), reeksen: ({series}))"
    )


def _is_long(cell: Inlines, width: int) -> bool:
    """Tell whether a cell may have so many lines that a page could end within it."""
    return len(plain(cell)) > _LINES * width
