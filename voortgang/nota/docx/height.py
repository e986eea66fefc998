"""How high the nota's blocks come out on a page, in points: an estimate for where pages begin."""

from collections.abc import Mapping

from voortgang.content.blocks import (
    Block,
    Blocks,
    BulletList,
    Div,
    Grafiek,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Picture,
    Quote,
    Table,
    plain,
)  # fmt: skip
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.nota.docx import chart as docx_chart
from voortgang.nota.docx import table as docx_table
from voortgang.nota.docx.columns import GUTTER, in_columns
from voortgang.nota.docx.list import STEP
from voortgang.nota.docx.template.look import Look
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.kolombreedte import column_widths, scale
from voortgang.nota.structuur import drawn, rol, told_in_table
from voortgang.office.font import font_of
from voortgang.office.measure import Measure, Span

POINT, TWIP = 12700, 635  # EMU
CELL = 4.5  # points above and below the text of a row, with its rule
PICTURE = 250  # points: what a picture takes is not known before it is read
CHART_AFTER = 8
BROAD = 0.64  # of the size: no text of ordinary letters is wider, so a short one needs no measuring
ITEM_GAP = 4  # points behind an actie of more than its title


class Heights:
    """Estimates for one nota: what is bold inside a text is measured as if it were not."""

    def __init__(self, template: WordTemplate, figures: Mapping[str, Cijfer]) -> None:
        self._looks = template.looks
        self._figures = figures
        self._width = template.text_width / 20
        self._measure = Measure()
        self._known: dict[int, float] = {}  # by the id of a block, which outlives this

    def of(self, blocks: Blocks, under: str | None = None) -> float:
        """Estimate blocks one below the other; `under` is the role of the heading above them."""
        high = 0.0
        for at, block in enumerate(blocks):
            if isinstance(block, Heading):
                under = rol(block)
            high += self.of_one(blocks, at, under)
        return high

    def shared(self, above: Block | None, below: Block) -> float:
        """Tell what two blocks do not take twice: of two gaps that meet the larger counts."""
        if above is None:
            return 0.0
        return min(self._edge(above).after, self._edge(below).before)

    def before(self, block: Block) -> float:
        """Give the gap above a block."""
        return self._edge(block).before

    def _edge(self, block: Block) -> Look:
        if isinstance(block, Heading):
            return self._looks[_key(block)]
        if isinstance(block, Grafiek):
            return self._looks["caption"]
        return self._looks["normal"] if isinstance(block, Paragraph) else Look()

    def line(self, key: str, text: str, width: float | None = None) -> float:
        """Estimate a paragraph in the style of a key."""
        look = self._looks[key]
        wide = (self._width if width is None else width) - look.left
        lines = 1
        if len(text) * look.size * BROAD > wide:
            font = font_of(look.face or "Calibri")
            limit = round(wide * POINT)
            broken = self._measure.lines((Span(text),), font, look.size, limit, bold=look.bold)
            lines = max(len(broken), 1)
        return look.before + look.after + look.pitch * lines

    def first(self, block: Block, high: float) -> float:
        """Estimate what of a block of this height stays with the heading above it."""
        short = isinstance(block, Table) and len(block.rows) <= docx_table.SHORT
        if short or isinstance(block, Grafiek | Quote | Div | Picture):
            return high
        look = self._looks["normal"]
        return (4 if isinstance(block, Table) else 2) * look.pitch

    def of_one(self, blocks: Blocks, at: int, under: str | None) -> float:
        """Estimate the block at `at`."""
        block: Block = blocks[at]
        gap = self.shared(blocks[at - 1] if at else None, block)
        # A part is measured to see whether it fits on a page, and again when it is placed.
        high = self._known.get(id(block))
        if high is None:
            high = self._known[id(block)] = self._alone(blocks, at, under)
        return high - gap

    def _alone(self, blocks: Blocks, at: int, under: str | None) -> float:  # noqa: PLR0911 -- one for each kind of block
        block: Block = blocks[at]
        if isinstance(block, Heading):
            return self.line(_key(block), plain(block.children))
        if isinstance(block, Paragraph):
            return self.line("normal", plain(block.children))
        if isinstance(block, BulletList | OrderedList):
            return self._list(block, in_columns(blocks, at, under))
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Quote | Div):
            return self._inside(block)
        if isinstance(block, Grafiek):
            return self._chart(blocks, at, block)
        return PICTURE if isinstance(block, Picture) else 0

    def _list(self, block: BulletList | OrderedList, columns: bool) -> float:  # noqa: FBT001 -- one of two ways
        width = (self._width - GUTTER / 20) / 2 if columns else self._width
        items = [self._item(item, width, 0) for item in block.items]
        high = sum(items) / 2 + max(items, default=0) / 4 if columns else sum(items)
        look = self._looks["bullet"]
        return high + (look.after if look.close else 0)

    def _item(self, item: ListItem, width: float, level: int) -> float:
        high = 0.0
        inner = width - (level + 1) * STEP / 20
        for at, block in enumerate(item.blocks):
            if isinstance(block, Paragraph):
                first = "bullet" if level == 0 else "bullet2"
                key = "continue" if at else first
                high += self.line(key, plain(block.children), inner) - self._between(key)
            elif isinstance(block, BulletList | OrderedList):
                high += sum(self._item(below, width, level + 1) for below in block.items)
        return high + (ITEM_GAP if level == 0 and len(item.blocks) > 1 else 0)

    def _between(self, key: str) -> float:
        """Give what a paragraph of a list does not take where its like stand around it."""
        look = self._looks[key]
        return look.before + look.after if look.close else 0

    def _table(self, table: Table) -> float:
        share = docx_table.share_of(self._looks["cell"])
        widths = column_widths(table, round(self._width * 20), share)
        key = "cell" if scale(table) == 1 else "cell_small"
        rows = (table.header, *table.rows)
        return docx_table.AFTER / 20 + sum(
            CELL
            + max(
                (
                    self.line(key, plain(cell), width / 20 - 6)
                    for cell, width in zip(row, widths, strict=False)
                ),
                default=0,
            )
            for row in rows
        )

    def _inside(self, block: Quote | Div) -> float:
        if isinstance(block, Div) and "kerngegevens" in block.attributes.classes:
            rows = [row for b in block.blocks if isinstance(b, Table) for row in b.rows]
            return 22 * len(rows) + 16
        if isinstance(block, Div) and "kern" in block.attributes.classes:
            return 34 + self.of(block.blocks)
        return self.of(block.blocks)

    def _chart(self, blocks: Blocks, at: int, block: Grafiek) -> float:
        cijfer = drawn(self._figures, block)
        if cijfer is None:
            return 0
        high = self.line("caption", cijfer.titel) + self.line("key", "x") + CHART_AFTER
        high += docx_chart.height(cijfer) / POINT
        told = told_in_table(blocks, at, cijfer)
        return high if told else high + self._table(docx_chart.table(cijfer))


def _key(heading: Heading) -> str:
    if heading.level == 1:
        return "title"
    return "rol_overig" if rol(heading) else f"kop{min(heading.level - 1, 4)}"
