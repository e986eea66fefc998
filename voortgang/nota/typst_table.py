"""Tables, key facts and charts as calls of the page's functions."""

from voortgang.content.blocks import Inlines, Table, Text, plain
from voortgang.content.cijfers import Cijfer
from voortgang.nota.structuur import SUMS, counted
from voortgang.nota.typst_inline import Words

_WIDE = 36  # characters: more than this in a cell may wrap
_NARROW = 10  # characters: a longer word in a table of many columns may break
_WORD = 24  # characters: a longer word may break
_ROOM = 3  # characters: the space beside a cell
_MANY = 6  # columns: from here on the letters are smaller
_FULL_SMALL = 106  # characters on the whole line, in small letters
_LINES = 2  # lines that typst keeps together by itself, guessed narrowly
_FULL = 90  # characters on the whole line


def table(block: Table, words: Words) -> str:
    """Write a table; a last row that begins with 'Totaal' is the sum."""
    weights = _widths(block)
    wraps = [max(_NARROW, int(weight) - _ROOM) for weight in weights]
    flags = {
        "totaal": bool(block.rows) and plain(block.rows[-1][0]) in SUMS,
        "heel": any(any(map(_is_long, row, wraps)) for row in block.rows),
    }
    widths = "".join(f"{weight:.1f}fr, " for weight in weights)
    sides = "".join(f"{side}, " for side in block.align)
    head = "".join(f"{cell}, " for cell in _cells(block.header, wraps, words))
    told = "".join(f"{name}: {'true' if is_so else 'false'}, " for name, is_so in flags.items())
    cells = ",\n".join(", ".join(_cells(row, wraps, words)) for row in block.rows)
    return f"#tabel(({widths}), ({sides}), ({head}), {told}\n{cells})"


def _cells(row: tuple[Inlines, ...], wraps: list[int], words: Words) -> list[str]:
    return [words.value(cell, wrap=wrap) for cell, wrap in zip(row, wraps, strict=True)]


def numbers(cijfer: Cijfer, words: Words) -> str:
    """Write the numbers of a chart as a table."""
    header: tuple[Inlines, ...] = tuple(
        (Text(t),) for t in (counted(cijfer), *(r.naam for r in cijfer.reeksen))
    )
    rows = tuple(
        tuple((Text(t),) for t in (name, *(str(r.waarden[at]) for r in cijfer.reeksen)))
        for at, name in enumerate(cijfer.categorieen)
    )
    return table(Table(header, rows, ("left", *("right" for _ in cijfer.reeksen))), words)


def pairs(block: Table, words: Words) -> str:
    """Write the key facts, a name and what it is; the header only names these two, and goes."""
    cells = "".join(
        "(" + ", ".join(words.content(cell) for cell in row) + "), " for row in block.rows
    )
    return f"#kerngegevens(({cells}))"


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


def _widths(block: Table) -> list[float]:
    """Share the line: each column its longest word first, then by what its longest cell wants."""
    line = _FULL if len(block.header) < _MANY else _FULL_SMALL
    columns = [
        {plain(row[at]) for row in (block.header, *block.rows)} for at in range(len(block.header))
    ]
    words = [{word for text in column for word in text.split()} or {""} for column in columns]
    least = [max(_width(word, _WORD) for word in column) for column in words]
    wanted = [max(_width(text, _WIDE) for text in column) for column in columns]
    more = [want - need for want, need in zip(wanted, least, strict=True)]
    share = max(0.0, min(1.0, (line - sum(least)) / max(sum(more), 1)))
    return [need + share * extra for need, extra in zip(least, more, strict=True)]


def _width(text: str, most: int) -> float:
    """Guess the width in letters, with the room beside it; capitals and figures are wider."""
    if len(text) >= most:
        return _ROOM + most
    wider = 0 if text.isalpha() and text.islower() else sum(not char.islower() for char in text)
    return _ROOM + min(most, len(text) + 0.3 * wider)
