"""The nota's blocks made ready for a page: no notes, one title, no heading level skipped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voortgang.content.blocks import (
    Block,
    Blocks,
    BulletList,
    Div,
    Heading,
    Inlines,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    plain,
)
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.content.cijfers.rooster import Matrix
from voortgang.model.identity import slug
from voortgang.model.rol import ROLLEN

SUM = "Totaal"  # how the last row of a table begins that adds up
# "M-team" breaks badly; longer words must be able to break on a phone.
SHORT_COMPOUND = re.compile(r"(?<![\w-])(\w{1,2}-\w{1,16})(?![\w-])")
CHAPTER, PART = 2, 3
ANNEX = "bijlage"
COLUMNS_FROM = 4  # items: a shorter list reads better in one column
SHORT = 140  # characters: longer items want the full measure
LONG_TABLE = 25  # rows: a chapter that opens with a longer table is an annex
WHOLE_TABLE = 15  # rows: no page ends within a table of no more
SHORT_TABLE = 12  # rows: an annex of no more would look lost on a page of its own


def prepare(blocks: Blocks, *, on_one_page: bool = False) -> Blocks:
    """Leave out notes and headings without words; give other headings an anchor and a level."""
    return _prepare(blocks, _Koppen(), annexes=not on_one_page)


def head_and_rest(blocks: Blocks) -> tuple[Blocks, Blocks]:
    """Split before the first chapter: the title block of the nota, and its chapters."""
    for number, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level > 1:
            return blocks[:number], blocks[number:]
    return blocks, ()


def rol(heading: Heading) -> str | None:
    """Tell which list of acties a heading stands over."""
    return next((name for name in heading.attributes.classes if name in ROLLEN), None)


def is_kengetal(heading: Heading) -> bool:
    """Tell whether a heading is a key figure: no heading on paper, but a number with its words."""
    return "kengetal" in heading.attributes.classes


def headings(blocks: Blocks) -> Iterator[Heading]:
    """Give the headings of a text in their order, those in its divs too; a key figure is none."""
    for block in blocks:
        if isinstance(block, Div):
            yield from headings(block.blocks)
        elif isinstance(block, Heading) and not is_kengetal(block):
            yield block


def in_columns(block: BulletList) -> bool:
    """Tell whether a list reads well in two columns: several short items, nothing told of them."""
    return len(block.items) >= COLUMNS_FROM and all(map(_is_short, block.items))


def _is_short(item: ListItem) -> bool:
    """Tell whether an item is a few words, with no more below it than such items."""
    first, *rest = item.blocks or (Paragraph(()),)
    if not isinstance(first, Paragraph) or len(plain(first.children)) > SHORT:
        return False
    return all(isinstance(block, BulletList) and all(map(_is_short, block.items)) for block in rest)


def main_and_side(blocks: Blocks) -> tuple[Blocks, Blocks]:
    """Take what stands in the narrow column beside the text out of it."""
    main: list[Block] = []
    side: list[Block] = []
    for block in blocks:
        if isinstance(block, Div) and "zijkolom" in block.attributes.classes:
            side += block.blocks
        else:
            main.append(block)
    return tuple(main), tuple(side)


def is_bijlage(heading: Heading) -> bool:
    """Tell whether a chapter is an annex, which begins a page."""
    return heading.level == CHAPTER and ANNEX in heading.attributes.classes


def is_group(row: Sequence[Inlines]) -> bool:
    """Tell whether a row of a table names those below it: only its first cell is filled, bold."""
    first, *rest = row or ((),)
    named = bool(rest) and len(first) == 1 and isinstance(first[0], Strong)
    return named and not any(plain(cell).strip() for cell in rest)


def texts_of(block: Table) -> list[list[str]]:
    """Give the texts of each column, its head first, without the rows that name those below."""
    rows = [block.header, *(row for row in block.rows if not is_group(row))]
    return [[plain(row[at]) for row in rows if at < len(row)] for at in range(len(block.header))]


def introducing(blocks: Blocks, at: int) -> int:
    """Count what stands above a block and belongs to it: its headings, a sentence below them."""
    start = at
    if start > 1 and isinstance(blocks[at - 1], Paragraph) and isinstance(blocks[at - 2], Heading):
        start -= 1
    while start and isinstance(blocks[start - 1], Heading):
        start -= 1
    return at - start


def traps(block: Table) -> tuple[tuple[int, ...], ...]:
    """Tell how heavily each row of a matrix tints its cells, from 0 to 2; nothing of others."""
    return block.rooster.tinten if isinstance(block.rooster, Matrix) else ()


def numbers(cijfer: Cijfer) -> Table:
    """Give the numbers of a figure as a table; its first column is headed by what they are of."""
    kind = cijfer.naam.rpartition("-per-")[2]
    first = kind.capitalize() if kind in {"domein", "jaar"} else "Onderdeel"
    header: tuple[Inlines, ...] = tuple(
        (Text(word),) for word in (first, *(reeks.naam for reeks in cijfer.reeksen))
    )
    rows = tuple(
        ((Text(naam),), *((Text(str(reeks.waarden[at])),) for reeks in cijfer.reeksen))
        for at, naam in enumerate(cijfer.categorieen)
    )
    return Table(header, rows, ("left", *("right" for _ in cijfer.reeksen)))


class _Koppen:
    """Hands out levels and anchors to headings in their order."""

    def __init__(self) -> None:
        self.level = 0
        self.anchors: set[str] = {"inhoud", "inhoudsopgave"}

    def fit(self, heading: Heading) -> Heading:
        lowest = 2 if self.level else 1
        self.level = min(max(heading.level, lowest), self.level + 1)
        wanted = heading.attributes.anchor or slug(plain(heading.children)) or "kop"
        anchor, number = wanted, 1
        while anchor in self.anchors:
            number += 1
            anchor = f"{wanted}-{number}"
        self.anchors.add(anchor)
        attributes = replace(heading.attributes, anchor=anchor)
        return replace(heading, level=self.level, attributes=attributes)


def _prepare(blocks: Blocks, koppen: _Koppen, *, annexes: bool) -> Blocks:
    """Make blocks ready; within a div, and in a text on one page, nothing begins a page."""
    ready: list[Block] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and is_kengetal(block):
            ready.append(block)
        elif isinstance(block, Heading):
            if plain(block.children).strip():
                annex = annexes and _is_annex(block, blocks[at + 1 : at + 2])
                ready.append(koppen.fit(_marked(block, annex=annex)))
        elif isinstance(block, Div):
            if not _is_notes(block):
                within = _prepare(block.blocks, koppen, annexes=False)
                ready.append(replace(block, blocks=within))
        else:
            ready += _within((block,))
    return tuple(ready)


def _within(blocks: Blocks) -> Iterator[Block]:
    """Make a list or a quote ready: in it a heading heads no part, and is a line in bold."""
    for block in blocks:
        if isinstance(block, Heading):
            yield Paragraph((Strong(block.children),), block.line)
        elif isinstance(block, BulletList | OrderedList):
            items = tuple(ListItem(tuple(_within(item.blocks))) for item in block.items)
            yield replace(block, items=items)
        elif not isinstance(block, Quote | Div):
            yield block
        elif isinstance(block, Quote) or not _is_notes(block):
            yield replace(block, blocks=tuple(_within(block.blocks)))


def _is_notes(div: Div) -> bool:
    return "notes" in div.attributes.classes


def _is_annex(heading: Heading, following: Blocks) -> bool:
    """Tell whether a chapter is an annex: one long table is, one short table is not."""
    meant = ANNEX in heading.attributes.classes
    first = following[0] if following else None
    if heading.level != CHAPTER or not isinstance(first, Table):
        return meant
    return len(first.rows) >= LONG_TABLE or (meant and len(first.rows) > SHORT_TABLE)


def _marked(heading: Heading, *, annex: bool) -> Heading:
    others = tuple(name for name in heading.attributes.classes if name != ANNEX)
    classes = (*others, ANNEX) if annex else others
    return replace(heading, attributes=replace(heading.attributes, classes=classes))
