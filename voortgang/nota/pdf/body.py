"""The nota's blocks as calls of the functions that the page (nota.typ.j2) defines."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from voortgang.content.blocks import (
    Blocks,
    BulletList,
    Heading,
    Inlines,
    ListItem,
    OrderedList,
    Paragraph,
    Picture,
    Table,
)
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.nota.pdf import table as typst_table
from voortgang.nota.pdf.inline import Words
from voortgang.nota.pdf.layout import END, FITS_ON_A_PAGE, halves, height
from voortgang.nota.schrijver import Facts, Schrijver
from voortgang.nota.structuur import (
    PART,
    in_columns,
    introducing,
    is_bijlage,
    numbers,
    rol,
)
from voortgang.office.typst.code import literal

# Points: what is higher is not kept whole, for a page could then end half empty before it.
MOST_LEFT = FITS_ON_A_PAGE * 0.45
FEW_LINES = 110.0  # points: what is no higher is not broken over pages
WIDE, NARROW = 5953, 2494  # twentieths of a point: the columns of a text with one beside it
HIGHEST = "16cm"  # a picture: higher would fill the page
# Marks where a column ends, to be asked for.
ENDS = f"#let ends() = context [#metadata(here().position()) <{END}>]"


class TypstBody(Schrijver[str]):
    """Writes blocks in typst; knows the files of pictures, and how wide a table may be."""

    def __init__(
        self, words: Words, figures: Mapping[str, Cijfer], pictures: Mapping[str, str]
    ) -> None:
        super().__init__(figures)
        self.words = words
        self._pictures = pictures
        self._width = typst_table.UPRIGHT

    def parts(self, blocks: Blocks) -> str:
        """Write blocks, keeping each part that fits on a page together."""
        written: list[str] = []
        at, lying = 0, _lying(blocks)
        while at < len(blocks):
            if at in lying:
                end, self._width = lying[at], typst_table.LYING
                text = "\n".join(self.block(blocks, number) for number in range(at, end))
                self._width = typst_table.UPRIGHT
                written.append(f"#liggend[\n{text}\n]")
                at = end
                continue
            end = _end_of_part(blocks, at)
            end = next((n for n in range(at + 1, end) if n in lying), end)
            for start, stop in _together(blocks, at, end):
                text = "\n".join(self._piece(blocks, number) for number in range(start, stop))
                lists = any(isinstance(one, Heading) and rol(one) for one in blocks[start:stop])
                keep = lists and _high(blocks, start, stop) <= MOST_LEFT
                written.append(f"#bijeen[\n{text}\n]" if keep else text)
            at = end
        return "\n".join(written)

    def _piece(self, blocks: Blocks, at: int) -> str:
        """Write a block between headings; a list of a few lines, as of annexes, is not broken."""
        written, block = self.block(blocks, at), blocks[at]
        few = isinstance(block, BulletList) and self.rol is None and height(block) <= FEW_LINES
        return _whole(written) if few else written

    def beside(self, main: Blocks, side: Blocks) -> str:
        """Write blocks in a wide column, and others, if any, in a narrow one to their right."""
        if not side:
            return f"{ENDS}\n{self.blocks(main)}\n#ends()"
        columns: list[str] = []
        for part, self._width in ((main, WIDE), (side, NARROW)):
            columns.append(f"[\n{self.blocks(part)}\n#ends()\n]")
        return f"{ENDS}\n#zijkolom({', '.join(columns)})"

    def _joined(self, parts: Iterable[str]) -> str:
        return "\n".join(parts)

    def _paragraph(self, block: Paragraph, *, introduces: bool) -> str:
        text = f"#par{self.words.content(block.children)}"
        return f"#block(sticky: true)[{text}]" if introduces else text

    def _table(self, block: Table) -> str:
        return typst_table.table(block, self.words, self._width)

    def _kengetal(self, heading: Heading) -> str:
        words = self.words.content(heading.children)
        return f"#kengetal({literal(rol(heading) or '')}, {words})"

    def _heading(self, heading: Heading) -> str:
        words = self.words.content(heading.children)
        label = f"#label({literal(heading.attributes.anchor or 'kop')})"
        if self.rol is not None:
            count = heading.attributes.get("aantal") or ""
            return (
                f"#rolkop({literal(self.rol)}, {self.words.string(count)}, "
                f"[#heading(level: {heading.level}){words} {label}])"
            )
        start = "#bijlage()\n" if is_bijlage(heading) else ""
        return f"{start}#heading(level: {heading.level}){words} {label}"

    def _list(self, block: BulletList | OrderedList) -> str:
        if isinstance(block, OrderedList):
            items = ", ".join(map(self._item, block.items))
            return f"#enum(start: {block.start}, {items})"
        name = literal(self.rol or "")
        if self.rol is not None and in_columns(block):
            left, right = halves(block.items)
            return f"#acties({name}, ({self._items(left)}), ({self._items(right)}))"
        return f"#acties({name}, ({self._items(block.items)}), ())"

    def _items(self, items: tuple[ListItem, ...]) -> str:
        return "".join(f"{self._item(item)}, " for item in items)

    def _item(self, item: ListItem) -> str:
        outer, self.rol = self.rol, None
        first, *rest = item.blocks or (Paragraph(()),)
        if isinstance(first, Paragraph) and not rest:
            text = self.words.value(first.children)
        elif isinstance(first, Paragraph):
            text = f"[{self._told(item, first, tuple(rest))}]"
        else:
            text = f"[{self.blocks(item.blocks)}]"
        self.rol = outer
        return text

    def _told(self, item: ListItem, first: Paragraph, rest: Blocks) -> str:
        """Write an actie with what is told about it: its title never ends a page alone."""
        title = f"#{self.words.content(first.children)};\n"
        if height(BulletList((item,))) <= FEW_LINES:
            return _whole(title + self.blocks(rest))
        begin = _whole(title + self.block(rest, 0)) if isinstance(rest[0], Paragraph) else title
        below = [self.block(rest, at) for at in range(begin != title, len(rest))]
        return "\n".join([begin, *below])

    def _quote(self, words: Blocks, source: Inlines) -> str:
        named = f", bron: {self.words.content(source)}" if source else ""
        return f"#citaat([{self.blocks(words)}]{named})"

    def _chart(self, cijfer: Cijfer, *, told: bool) -> str:
        chart = typst_table.chart(cijfer, self.words)
        if told:
            return chart
        below = self._table(numbers(cijfer))
        return f"#block(width: 100%, sticky: true, above: 10pt, below: 14pt)[{chart}]\n{below}"

    def _picture(self, picture: Picture) -> str:
        path, alt = self._pictures.get(picture.source), self.words.string(picture.alt)
        if path is None:
            return f"#par[#{alt};]"
        image = f"image({literal(path)}, alt: {alt}"
        return (
            f"#block(width: 100%, layout(page => {{ let size = measure({image})); {image}, width: "
            f"size.width * calc.min(1, page.width / size.width, {HIGHEST} / size.height)) }}))"
        )

    def _facts(self, facts: Facts) -> str:
        cells = (list(map(self.words.content, row)) for row in facts)
        rows = (f"({name}, {' + [ ] + '.join(told) or '[]'}), " for name, *told in cells)
        return f"#kerngegevens(({''.join(rows)}))"

    def _kern(self, blocks: Blocks) -> str:
        return f"#kern[\n{self.blocks(blocks)}\n]"


def _whole(written: str) -> str:
    return f"#block(width: 100%, breakable: false)[{written}]"


def _together(blocks: Blocks, at: int, end: int) -> list[tuple[int, int]]:
    """Divide a part into what is kept together: all of it, or where it is high each of its lists.

    What stands above the first list stays with it.
    """
    if _high(blocks, at, end) <= MOST_LEFT:
        return [(at, end)]
    lists = [n for n in range(at, end) if isinstance(each := blocks[n], Heading) and rol(each)]
    starts = [at, *lists[1:], end]
    return list(pairwise(starts))


def _high(blocks: Blocks, at: int, end: int) -> float:
    return sum(map(height, blocks[at:end]))


def _lying(blocks: Blocks) -> dict[int, int]:
    """Tell where each page on its side begins and ends: a wide table and what introduces it."""
    wide = [
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Table) and typst_table.lies(block)
    ]
    return {at - introducing(blocks, at): at + 1 for at in wide}


def _end_of_part(blocks: Blocks, at: int) -> int:
    """Find where the part that begins at `at` ends: at the next heading of its level or above."""
    first = blocks[at]
    if not isinstance(first, Heading) or first.level < PART:
        return at + 1
    for end in range(at + 1, len(blocks)):
        block = blocks[end]
        if isinstance(block, Heading) and block.level <= first.level:
            return end
    return len(blocks)
