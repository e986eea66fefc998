"""The nota's blocks as the body of a Word document."""

import re
from collections.abc import Mapping

from voortgang.content.blocks import (
    Block,
    Blocks,
    BulletList,
    Div,
    Grafiek,
    Heading,
    Inlines,
    ListItem,
    OrderedList,
    Paragraph,
    Picture,
    Quote,
    Table,
    Text,
    plain,
)  # fmt: skip
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.findings import Finding
from voortgang.model.rol import TEKENS
from voortgang.nota.docx import chart as docx_chart
from voortgang.nota.docx import picture as docx_picture
from voortgang.nota.docx import table as docx_table
from voortgang.nota.docx.columns import GUTTER, in_columns
from voortgang.nota.docx.inline import InlineWriter
from voortgang.nota.docx.list import LEVELS, STEP, Numbering
from voortgang.nota.docx.picture import Pictures
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.docx.xml import paragraph, run
from voortgang.nota.structuur import drawn, is_bijlage, rol, told_in_table

ROLES = {"realisaties": "realisaties", "planning": "planning", "gerealiseerd": "realisaties"}
TITLE, DEEPEST = 1, 4
FEW = 6  # entries: a plain list of no more, as of annexes, is not broken over pages
ITEM_GAP = '<w:spacing w:after="80"/>'  # behind an actie of more than its title
SINGLE = '<w:spacing w:line="240" w:lineRule="auto"/>'  # around a drawing
TYPED = re.compile(r"\d+\.\s")  # a number that stands in the text of a heading itself


class BodyWriter:
    """Writes blocks; knows under which heading it is and how deep in lists.

    `starts` are the anchors of the headings that begin a page. What cannot be shown comes into
    `findings`.
    """

    def __init__(  # noqa: PLR0913, PLR0917 -- what a nota is written with
        self, template: WordTemplate, figures: Mapping[str, Cijfer], language: str,
        bookmarks: Mapping[str, str], pictures: Pictures, starts: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        self.findings: list[Finding] = []
        self._template = template
        self._ids = template.ids
        self._figures = figures
        self._language = language
        self._bookmarks = bookmarks
        self._pictures = pictures
        self._starts = starts
        self._inline = InlineWriter(template, bookmarks)
        self._numbering = Numbering(template.numbering, template.colours)
        self._rol: str | None = None
        self._heading = "Tabel"
        self._drawings = template.drawings
        self._bookmark = 0

    def blocks(self, blocks: Blocks) -> str:
        """Write blocks one below the other; lists of short acties over two columns."""
        parts: list[str] = []
        for at in range(len(blocks)):
            if in_columns(blocks, at, self._rol):
                parts[-1] = _ends_section(parts[-1], 1)
                parts.append(_ends_section(self._block(blocks, at), 2))
            else:
                parts.append(self._block(blocks, at))
        return "".join(parts)

    def _block(self, blocks: Blocks, at: int) -> str:  # noqa: PLR0911 -- one for each kind of block
        block: Block = blocks[at]
        if isinstance(block, Heading):
            return self._write_heading(block)
        if isinstance(block, Paragraph):
            keep = "<w:keepNext/>" if _introduces(blocks, at) else ""
            return self._paragraph("normal", block.children, keep)
        if isinstance(block, BulletList | OrderedList):
            return self._list(block, 0)
        if isinstance(block, Table):
            return self._table(block, blocks[at + 1 : at + 2])
        if isinstance(block, Quote):
            return self._quote(block)
        if isinstance(block, Grafiek):
            return self._chart(blocks, at, block)
        if isinstance(block, Picture):
            return self._picture(block)
        return self._div(block)

    def _paragraph(self, style: str, children: Inlines, properties: str = "") -> str:
        return paragraph(self._ids[style], self._inline.write(children), properties)

    def _write_heading(self, heading: Heading) -> str:
        self._rol = rol(heading)
        self._heading = plain(heading.children) or "Tabel"
        content = self._mark(heading, self._inline.write(heading.children))
        if heading.level == TITLE:
            return paragraph(self._ids["title"], content)
        if self._rol is None:
            key = f"kop{min(heading.level - 1, DEEPEST)}"
            begins = self._begins_page(heading)
            page = "<w:pageBreakBefore/>" if begins else ""
            typed = TYPED.match(self._heading) and self._template.looks[key].numbered
            number = self._unnumbered() if typed else ""
            top = '<w:spacing w:before="0"/>' if begins else ""
            return paragraph(self._ids[key], content, page + number + top)
        sign = TEKENS.get(self._rol)
        count = heading.attributes.get("aantal")
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{self._template.text_width}"/></w:tabs>'
        lead = run(f"{sign} ") if sign else ""
        tail = f"<w:r><w:tab/></w:r>{run(count)}" if count else ""
        dress = self._ids[f"rol_{ROLES.get(self._rol, 'overig')}"]
        begins = self._begins_page(heading)
        page = "<w:pageBreakBefore/>" if begins else ""
        top = '<w:spacing w:before="0"/>' if begins else ""
        return paragraph(dress, lead + content + tail, page + tab + top)

    def _begins_page(self, heading: Heading) -> bool:
        return is_bijlage(heading) or heading.attributes.anchor in self._starts

    def _unnumbered(self) -> str:
        number = self._numbering.none()
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'

    def _mark(self, heading: Heading, content: str) -> str:
        name = self._bookmarks.get(heading.attributes.anchor or "")
        if name is None:
            return content
        self._bookmark += 1
        number = self._bookmark
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def _list(self, block: BulletList | OrderedList, level: int) -> str:
        items = self._items(block, level)
        if self._rol is None and len(items) == len(block.items) <= FEW:
            items[:-1] = map(_with_next, items[:-1])
        return "".join(items)

    def _items(self, block: BulletList | OrderedList, level: int) -> list[str]:
        """Write the paragraphs of a list."""
        level = min(level, LEVELS - 1)
        counted = isinstance(block, OrderedList)
        style = "number" if counted else "bullet" if level == 0 else "bullet2"
        own = self._template.looks[style].numbered if style in self._template.own else None
        indent = (level + 1) * STEP
        number: int | None
        if own and isinstance(block, OrderedList) and level == 0:
            number, indent = self._numbering.counting_on(own, block.start), 0
        elif own and not counted and self._rol is None:
            number, indent = None, 0
        elif isinstance(block, OrderedList):
            number = self._numbering.numbered(block.start, level)
        else:
            kind = ROLES.get(self._rol, "overig") if self._rol else "lijst"
            number = self._numbering.bullets(kind)
        numbered = ""
        if number is not None:
            numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            # A template's own style may stand elsewhere than the list that it is used for.
            numbered += f'<w:ind w:left="{indent}" w:hanging="{STEP}"/>' if indent else ""
        inner = indent or (self._numbering.indent(own) if own else STEP)
        return [
            part for item in block.items for part in self._item(item, style, numbered, level, inner)
        ]

    def _item(
        self, item: ListItem, style: str, numbered: str, level: int, indent: int
    ) -> list[str]:
        """Write an entry: its own text, what is said about it, what stands below it."""
        first, *rest = item.blocks or (Paragraph(()),)
        if not isinstance(first, Paragraph):
            first, rest = Paragraph(()), [first, *rest]
        spacing = '<w:spacing w:after="10"/>' if rest else ""
        shape, _, ind = numbered.partition("<w:ind")
        dress = f"{shape}{spacing}{f'<w:ind{ind}' if ind else ''}"
        parts = [self._paragraph(style, first.children, dress)]
        for at, block in enumerate(rest):
            if isinstance(block, Paragraph):
                more = f'<w:ind w:left="{indent}" w:firstLine="0"/>'
                parts.append(self._paragraph("continue", block.children, more))
            elif isinstance(block, BulletList | OrderedList):
                parts.extend(self._items(block, level + 1))
            else:
                parts.append(self._block(tuple(rest), at))
        if rest and level == 0 and "<w:spacing" not in parts[-1]:
            parts[-1] = parts[-1].replace("<w:ind ", f"{ITEM_GAP}<w:ind ", 1)
        return _kept_together(parts)

    def _table(self, block: Table, after: Blocks) -> str:
        width = self._template.text_width
        share = docx_table.share_of(self._template.looks["cell"])
        write = self._inline.write
        made = docx_table.table(block, self._ids, width, self._heading, write, share)
        below = after[0] if after else None
        # The line behind a table that fills its page would be all that stands on the next.
        turned = isinstance(below, Heading) and self._begins_page(below)
        return made if turned else made + docx_table.gap(self._ids)

    def _quote(self, quote: Quote) -> str:
        parts: list[str] = []
        for at, block in enumerate(quote.blocks):
            if not isinstance(block, Paragraph):
                parts.append(self._block(quote.blocks, at))
                continue
            last = at == len(quote.blocks) - 1 and at > 0
            source = last and plain(block.children).startswith("–")
            words = _without_dash(block.children) if source else block.children
            keep = "" if last else "<w:keepNext/>"
            parts.append(self._paragraph("source" if source else "quote", words, keep))
        return "".join(parts)

    def _chart(self, blocks: Blocks, at: int, block: Grafiek) -> str:
        cijfer = drawn(self._figures, block)
        if cijfer is None:
            return ""
        self._drawings += 1
        shown = docx_chart.drawing(self._template, cijfer, self._drawings, self._language)
        key = docx_chart.key(self._template, cijfer)
        parts = [
            self._paragraph("caption", (Text(cijfer.titel),), "<w:keepNext/>"),
            paragraph(self._ids["key"], key, "<w:keepNext/>") if key else "",
            paragraph(self._ids["normal"], shown, SINGLE),
        ]
        if not told_in_table(blocks, at, cijfer):
            parts.append(self._table(docx_chart.table(cijfer), blocks[at + 1 : at + 2]))
        return "".join(parts)

    def _picture(self, block: Picture) -> str:
        """Show a picture; where it cannot be, its words stand in for it and a finding says so."""
        self._drawings += 1
        made = docx_picture.drawing(self._template, block, self._drawings, self._pictures)
        if isinstance(made, str):
            return paragraph(self._ids["normal"], made, SINGLE)
        self.findings.append(made)
        return self._paragraph("caption", (Text(block.alt),))

    def _div(self, div: Div) -> str:
        if "kern" in div.attributes.classes:
            return self._kern(div.blocks)
        if "kerngegevens" in div.attributes.classes:
            return self._facts(div.blocks)
        return self.blocks(div.blocks)

    def _kern(self, blocks: Blocks) -> str:
        parts = [
            self._paragraph("kern", block.children)
            if isinstance(block, Paragraph)
            else self._block(blocks, at)
            for at, block in enumerate(blocks)
        ]
        return "".join(parts)

    def _facts(self, blocks: Blocks) -> str:
        """Write label and value in one paragraph each: a list of facts has no header row."""
        parts: list[str] = []
        for at, block in enumerate(blocks):
            if not isinstance(block, Table):
                parts.append(self._block(blocks, at))
                continue
            rows = [row for row in block.rows or (block.header,) if any(map(plain, row))]
            for row in rows:
                last = row is rows[-1]
                label = self._inline.write(row[0], (f'<w:rStyle w:val="{self._ids["label"]}"/>',))
                bold = ("<w:b/>",) if last else ()
                tab = "<w:r><w:tab/></w:r>"
                value = tab.join(self._inline.write(cell, bold) for cell in row[1:])
                style = self._ids["fact_last" if last else "fact"]
                parts.append(paragraph(style, f"{label}{tab}{value}"))
        return "".join(parts)


def _introduces(blocks: Blocks, at: int) -> bool:
    """Tell whether a paragraph stands between a heading and what it introduces: not there alone."""
    above, *_, below = (blocks[at - 1 : at + 2] if at else ()) or (None, None)
    return isinstance(above, Heading) and isinstance(below, Table | Grafiek)


def _ends_section(xml: str, columns: int) -> str:
    """Let a section end with the last paragraph of `xml`."""
    shape = f'<w:cols w:num="{columns}" w:space="{GUTTER}"/>' if columns > 1 else "<w:cols/>"
    mark = f"<!--sectie {shape}-->"
    at = xml.rindex("</w:pPr>")
    return f"{xml[:at]}{mark}{xml[at:]}"


def _kept_together(parts: list[str]) -> list[str]:
    """Keep an actie with its first two lines below, and its last two with each other."""
    last = len(parts) - 1
    keep = {0, 1, last - 1} if last > 1 else {0}
    return [_with_next(part) if at in keep and at < last else part for at, part in enumerate(parts)]


def _with_next(part: str) -> str:
    """Keep a paragraph on the page of the next one."""
    if "<w:keepNext/>" in part:
        return part
    return part.replace('"/>', '"/><w:keepNext/>', 1)


def _without_dash(children: Inlines) -> Inlines:
    """Leave the dash of a source out: the style tells, and Word would take it for a bullet."""
    first, *rest = children
    if isinstance(first, Text):
        return (Text(first.text.lstrip("– ")), *rest)
    return children
