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
from voortgang.content.cijfers import Cijfer
from voortgang.nota import docx_chart, docx_table
from voortgang.nota.docx_inline import InlineWriter
from voortgang.nota.docx_list import LEVELS, STEP, Numbering
from voortgang.nota.docx_xml import paragraph, run
from voortgang.nota.structuur import is_bijlage, rol, told_in_table
from voortgang.nota.word_styles import QUIET
from voortgang.nota.word_template import WordTemplate

COLUMNS_FROM = 4  # items: a shorter list reads better in one column
SHORT = 140  # characters: longer items want the full measure
GUTTER = 318  # 0.56 cm, in twentieths of a point
SIGNS = {"realisaties": "●", "planning": "○", "gerealiseerd": "●", "lopend": "→",
         "vervallen": "×", "zonder_opvolging": "?"}  # fmt: skip
ROLES = {"realisaties": "realisaties", "planning": "planning", "gerealiseerd": "realisaties"}
TITLE, DEEPEST = 1, 4
STYLED = re.compile(r'(<w:pStyle w:val="[^"]*"/>)')


class BodyWriter:
    """Writes blocks; knows under which heading it is and how deep in lists."""

    def __init__(
        self, template: WordTemplate, figures: Mapping[str, Cijfer], language: str,
        bookmarks: Mapping[str, str],
    ) -> None:  # fmt: skip
        self._template = template
        self._ids = template.ids
        self._figures = figures
        self._language = language
        self._bookmarks = bookmarks
        self._inline = InlineWriter(template, bookmarks)
        self._numbering = Numbering(template.numbering)
        self._rol: str | None = None
        self._heading = "Tabel"
        self._charts = 0
        self._bookmark = 0

    def blocks(self, blocks: Blocks) -> str:
        """Write blocks one below the other; lists of short acties over two columns."""
        parts: list[str] = []
        for at, block in enumerate(blocks):
            before = blocks[at - 1] if at else None
            if isinstance(block, BulletList) and isinstance(before, Heading) and self._wide(block):
                parts[-1] = _ends_section(parts[-1], 1)
                parts.append(_ends_section(self._block(blocks, at), 2))
            else:
                parts.append(self._block(blocks, at))
        return "".join(parts)

    def _wide(self, block: BulletList) -> bool:
        return (
            self._rol is not None
            and len(block.items) >= COLUMNS_FROM
            and all(len(_text(item.blocks)) <= SHORT for item in block.items)
        )

    def _block(self, blocks: Blocks, at: int) -> str:  # noqa: PLR0911 -- one for each kind of block
        block: Block = blocks[at]
        if isinstance(block, Heading):
            return self._write_heading(block)
        if isinstance(block, Paragraph):
            return self._paragraph("normal", block.children)
        if isinstance(block, BulletList | OrderedList):
            return self._list(block, 0)
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Quote):
            return self._quote(block)
        if isinstance(block, Grafiek):
            return self._chart(blocks, at, block)
        if isinstance(block, Picture):
            return self._paragraph("caption", (Text(block.alt),))
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
            page = "<w:pageBreakBefore/>" if is_bijlage(heading) else ""
            level = min(heading.level - 1, DEEPEST)
            return paragraph(self._ids[f"kop{level}"], content, page)
        sign = SIGNS.get(self._rol)
        count = heading.attributes.get("aantal")
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{self._template.text_width}"/></w:tabs>'
        lead = run(f"{sign} ") if sign else ""
        tail = f"<w:r><w:tab/></w:r>{run(count)}" if count else ""
        dress = self._ids[f"rol_{ROLES.get(self._rol, 'overig')}"]
        return paragraph(dress, lead + content + tail, tab)

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
        level = min(level, LEVELS - 1)
        if isinstance(block, OrderedList):
            number, style = self._numbering.numbered(block.start, level), "number"
        else:
            kind = ROLES.get(self._rol, "overig") if self._rol else "lijst"
            number, style = self._numbering.bullets(kind), "bullet" if level == 0 else "bullet2"
        return "".join(self._item(item, number, style, level) for item in block.items)

    def _item(self, item: ListItem, number: int, style: str, level: int) -> str:
        first, *rest = item.blocks or (Paragraph(()),)
        if not isinstance(first, Paragraph):
            first, rest = Paragraph(()), [first, *rest]
        together = "<w:keepNext/>" if rest and len(_text(item.blocks)) <= 10 * SHORT else ""
        numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        tight = '<w:spacing w:after="30"/>' if rest else ""
        parts = [self._paragraph(style, first.children, f"{together}{numbered}{tight}")]
        for at, block in enumerate(rest):
            if isinstance(block, Paragraph):
                dress = f'<w:ind w:left="{(level + 1) * STEP}" w:firstLine="0"/>'
                parts.append(self._paragraph("continue", block.children, dress))
            elif isinstance(block, BulletList | OrderedList):
                parts.append(self._list(block, level + 1))
            else:
                parts.append(self._block(tuple(rest), at))
        return _kept_together("".join(parts)) if together else "".join(parts)

    def _table(self, block: Table) -> str:
        width = self._template.text_width
        made = docx_table.table(block, self._ids, width, self._heading, self._inline.write)
        return made + paragraph(self._ids["cell"], "", '<w:spacing w:after="120"/>')

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
        cijfer = self._figures.get(block.cijfers)
        if cijfer is None:
            return ""
        self._charts += 1
        shown = docx_chart.drawing(self._template, cijfer, self._charts, self._language)
        parts = [
            self._paragraph("caption", (Text(cijfer.titel),), "<w:keepNext/>"),
            paragraph(self._ids["normal"], shown),
        ]
        if not told_in_table(blocks, at, cijfer):
            parts.append(self._table(docx_chart.table(cijfer)))
        return "".join(parts)

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
            for row in block.rows or (block.header,):
                if any(plain(cell) for cell in row):
                    label = self._inline.write(row[0], (f'<w:color w:val="{QUIET}"/>',))
                    rest = "<w:r><w:tab/></w:r>".join(self._inline.write(c) for c in row[1:])
                    parts.append(paragraph(self._ids["fact"], f"{label}<w:r><w:tab/></w:r>{rest}"))
            parts.append(paragraph(self._ids["cell"], "", '<w:spacing w:after="120"/>'))
        return "".join(parts)


def _ends_section(xml: str, columns: int) -> str:
    """Let a section end with the last paragraph of `xml`."""
    shape = f'<w:cols w:num="{columns}" w:space="{GUTTER}"/>' if columns > 1 else "<w:cols/>"
    mark = f"<!--sectie {shape}-->"
    at = xml.rindex("</w:pPr>")
    return f"{xml[:at]}{mark}{xml[at:]}"


def _kept_together(xml: str) -> str:
    """Keep all paragraphs with the next one, but for the last: an actie with its deelacties."""
    *starts, last = STYLED.split(xml)
    return (
        "".join(part + ("<w:keepNext/>" if STYLED.fullmatch(part) else "") for part in starts)
        .removesuffix("<w:keepNext/>")
        .replace("<w:keepNext/><w:keepNext/>", "<w:keepNext/>")
        + last
    )


def _without_dash(children: Inlines) -> Inlines:
    """Leave the dash of a source out: the style tells, and Word would take it for a bullet."""
    first, *rest = children
    if isinstance(first, Text):
        return (Text(first.text.lstrip("– ")), *rest)
    return children


def _text(blocks: Blocks) -> str:
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            parts.append(plain(block.children))
        elif isinstance(block, BulletList | OrderedList):
            parts.extend(_text(item.blocks) for item in block.items)
        else:
            parts.append(" " * (SHORT + 1))
    return max(parts, key=len, default="")
