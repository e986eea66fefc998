"""The walk over the blocks of a nota, which its formats share: each writes the kinds of block."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeAlias, TypeVar

from voortgang.content.blocks import (
    Block,
    Blocks,
    BulletList,
    Div,
    Grafiek,
    Heading,
    Inlines,
    OrderedList,
    Paragraph,
    Picture,
    Quote,
    Table,
    plain,
)
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.nota.structuur import is_kengetal, rol

Facts: TypeAlias = Sequence[tuple[Inlines, ...]]  # each a name and what it is
Written = TypeVar("Written")
BELOW = 70  # letters, of a usual width, that a line across the page has room for below it


class Schrijver(ABC, Generic[Written]):
    """Writes blocks; knows the figures, and under which heading it is, over which acties."""

    def __init__(self, figures: Mapping[str, Cijfer]) -> None:
        self.figures = figures
        self.heading = "Tabel"
        self.rol: str | None = None

    def blocks(self, blocks: Blocks) -> Written:
        """Write blocks one below the other."""
        return self._joined(self.block(blocks, at) for at in range(len(blocks)))

    def block(self, blocks: Blocks, at: int) -> Written:  # noqa: PLR0911 -- a line for each kind of block
        """Write the block at a place; its neighbours tell whether it introduces or repeats them."""
        block: Block = blocks[at]
        if isinstance(block, Heading):
            return self._headed(block)
        if isinstance(block, Paragraph):
            return self._paragraph(block, introduces=_introduces(blocks, at))
        if isinstance(block, BulletList | OrderedList):
            return self._list(block)
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Quote):
            return self._quote(*_words_and_source(block))
        if isinstance(block, Picture):
            return self._picture(block)
        if isinstance(block, Div):
            return self._divided(block)
        cijfer = _drawn(self.figures, block)
        if cijfer is None:
            return self._joined(())
        return self._chart(cijfer, told=_told_in_table(blocks, at, cijfer))

    def _headed(self, heading: Heading) -> Written:
        if is_kengetal(heading):
            self.rol = None
            return self._kengetal(heading)
        self.rol, self.heading = rol(heading), plain(heading.children)
        return self._heading(heading)

    def _divided(self, div: Div) -> Written:
        if "kerngegevens" in div.attributes.classes:
            return self._joined(
                self._facts(_facts_of(block))
                if isinstance(block, Table)
                else self.block(div.blocks, at)
                for at, block in enumerate(div.blocks)
            )
        return self._kern(div.blocks) if "kern" in div.attributes.classes else self._div(div)

    def _div(self, div: Div) -> Written:
        return self.blocks(div.blocks)

    @abstractmethod
    def _joined(self, parts: Iterable[Written]) -> Written: ...

    @abstractmethod
    def _heading(self, heading: Heading) -> Written: ...

    @abstractmethod
    def _kengetal(self, heading: Heading) -> Written: ...

    @abstractmethod
    def _paragraph(self, block: Paragraph, *, introduces: bool) -> Written: ...

    @abstractmethod
    def _list(self, block: BulletList | OrderedList) -> Written: ...

    @abstractmethod
    def _table(self, block: Table) -> Written: ...

    @abstractmethod
    def _facts(self, facts: Facts) -> Written: ...

    @abstractmethod
    def _quote(self, words: Blocks, source: Inlines) -> Written: ...

    @abstractmethod
    def _chart(self, cijfer: Cijfer, *, told: bool) -> Written: ...

    @abstractmethod
    def _picture(self, picture: Picture) -> Written: ...

    @abstractmethod
    def _kern(self, blocks: Blocks) -> Written: ...


def _facts_of(table: Table) -> Facts:
    """Give the key facts in a table; its header only names these two, unless it is all there is."""
    return [row for row in table.rows or (table.header,) if any(map(plain, row))]


def _introduces(blocks: Blocks, at: int) -> bool:
    """Tell whether a paragraph is all there is above a part's first list, table or chart.

    No page ends below it.
    """
    above, *_, below = (blocks[at - 1 : at + 2] if at else ()) or (None, None)
    if not isinstance(above, Heading):
        return False
    deeper = isinstance(below, Heading) and below.level > above.level
    return deeper or isinstance(below, Table | Grafiek)


def _words_and_source(quote: Quote) -> tuple[Blocks, Inlines]:
    """Divide a quote: its source is a last paragraph that begins with an en dash."""
    *words, last = quote.blocks or (Paragraph(()),)
    if words and isinstance(last, Paragraph) and plain(last.children).startswith("–"):
        return tuple(words), last.children
    return quote.blocks, ()


def _drawn(figures: Mapping[str, Cijfer], grafiek: Grafiek) -> Cijfer | None:
    """Give the figure that a chart names, in the form that the text asks for.

    It is no line where the names below would run into each other, as those of domains do.
    """
    cijfer = figures.get(grafiek.cijfers)
    if cijfer is None:
        return None
    asked = len(cijfer.categorieen) * max(map(len, cijfer.categorieen), default=0)
    fits = grafiek.vorm != "lijnen" or asked <= BELOW
    return cijfer.shaped(grafiek.vorm if fits else None)


def _told_in_table(blocks: Blocks, at: int, cijfer: Cijfer) -> bool:
    """Tell whether the text itself has the chart's numbers in a table beside it."""
    near = [block for block in blocks[max(0, at - 2) : at + 3] if isinstance(block, Table)]
    return any(
        set(cijfer.categorieen) <= {plain(row[0]) for row in table.rows if row} for table in near
    )
