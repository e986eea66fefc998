"""The nota's blocks as the paragraphs and tables of a Word document."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from voortgang.content.beeld import Beeld
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
    Text,
    plain,
)  # fmt: skip
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.model.rol import TEKENS
from voortgang.nota.docx import chart as docx_chart
from voortgang.nota.docx import drawing as docx_drawing
from voortgang.nota.docx import table as docx_table
from voortgang.nota.docx.inline import InlineWriter
from voortgang.nota.docx.list import LEVELS, SIGNS, STEP, Numbering
from voortgang.nota.docx.piece import Piece, WordParagraph, end_section
from voortgang.nota.docx.template.element import (
    PLAIN,
    Border,
    Lettering,
    Shaping,
    Tab,
    make,
    run,
    tab,
)
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.docx.template.styles import OWN
from voortgang.nota.docx.template.styles import TITLE as TITLE_INK
from voortgang.nota.schrijver import Facts, Schrijver
from voortgang.nota.structuur import (
    SHORT,
    in_columns,
    introducing,
    is_bijlage,
    numbers,
    rol,
)
from voortgang.office.rol import LOOKS
from voortgang.office.xml import Element

ROLES = {"realisaties": "realisaties", "planning": "planning", "gerealiseerd": "realisaties"}
TITLE, DEEPEST = 1, 4
FEW = 6  # entries: a plain list of no more, as of annexes, is not broken over pages
TIGHT, ITEM_GAP = 10, 80  # below the title of an actie of more than that, and behind all of it
COLUMNS = 2
WHOLE = 12  # paragraphs: an actie of no more short ones is not broken over columns or pages
SINGLE = Shaping(line=240)  # around a drawing
KEPT = Shaping(keep_next=True)
TYPED = re.compile(r"\d+\.\s")  # a number that stands in the text of a heading itself


class WordBody(Schrijver[list[Piece]]):
    """Writes blocks as pieces of a Word document; knows how deep in lists it is."""

    def __init__(
        self, template: WordTemplate, figures: Mapping[str, Cijfer],
        bookmarks: Mapping[str, str], pictures: Mapping[str, Beeld],
    ) -> None:  # fmt: skip
        super().__init__(figures)
        self._template = template
        self._bookmarks = bookmarks
        self._pictures = pictures
        self._inline = InlineWriter(template, bookmarks)
        self._numbering = Numbering(template.numbering, template.colours)
        self._drawings = template.drawings
        self._marks = 0
        self.broad = True  # so that a list may run over two columns, and a table lie on its side

    def parts(self, blocks: Blocks, above: Iterable[Piece] = ()) -> list[Piece]:
        """Write blocks below what is written; lists of short acties over two columns."""
        made = list(above)
        for at, block in enumerate(blocks):
            if self.broad and isinstance(block, Table) and docx_table.lies(block, self._template):
                pieces = self._table(block, lying=True)
                end_section(made[: len(made) - introducing(blocks, at)])
                end_section(pieces, lying=True)
            else:
                pieces = self.block(blocks, at)
            columns = isinstance(block, BulletList) and in_columns(block)
            if self.broad and columns and self.rol is not None:
                end_section(made)
                end_section(pieces, COLUMNS)
            made += pieces
        return made

    def _joined(self, parts: Iterable[list[Piece]]) -> list[Piece]:
        return [piece for part in parts for piece in part]

    def _paragraph(self, block: Paragraph, *, introduces: bool) -> list[Piece]:
        return [self._styled("normal", block.children, KEPT if introduces else PLAIN)]

    def _styled(self, style: str, children: Inlines, shaping: Shaping = PLAIN) -> WordParagraph:
        return WordParagraph(style, self._inline.write(children), shaping)

    def _heading(self, heading: Heading) -> list[Piece]:
        content = self._inline.write(heading.children)
        self._mark(heading, content)
        shaping = PLAIN
        if heading.level == TITLE:
            style = "title"
        elif self.rol is not None:
            style = f"rol_{ROLES.get(self.rol, 'overig')}"
            count = heading.attributes.get("aantal")
            if self.rol in TEKENS:
                content.insert(0, run(f"{TEKENS[self.rol]} "))
            if count:
                content += [tab(), run(count)]
            shaping = Shaping(tabs=(Tab("right", self._template.text_width),))
        else:
            style = f"kop{min(heading.level - 1, DEEPEST)}"
            if TYPED.match(self.heading) and self._template.looks[style].numbered:
                shaping = Shaping(number=(0, self._numbering.none()))
        made = WordParagraph(style, content, shaping)
        if is_bijlage(heading):
            made.begin_page()
        return [made]

    def _kengetal(self, heading: Heading) -> list[Piece]:
        """Write a key figure: large, under a rule, in the colour of its role."""
        look = LOOKS.get(rol(heading) or "")
        colour = OWN[look.accent] if look else TITLE_INK
        letters = Lettering(colour=self._template.colours.get(colour, colour))
        rule = Shaping(borders=(Border("top", 18, letters.colour or colour, 4),))
        return [WordParagraph("kengetal", self._inline.write(heading.children, letters), rule)]

    def _mark(self, heading: Heading, content: list[Element]) -> None:
        name = self._bookmarks.get(heading.attributes.anchor or "")
        if name is not None:
            self._marks += 1
            content.insert(0, make("bookmarkStart", id=self._marks, name=name))
            content.append(make("bookmarkEnd", id=self._marks))

    def _list(self, block: BulletList | OrderedList) -> list[Piece]:
        pieces = self._items(block, 0)
        if self.rol is None and len(pieces) == len(block.items) <= FEW:
            _keep(pieces[:-1])
        return pieces

    def _items(self, block: BulletList | OrderedList, level: int) -> list[Piece]:
        """Write the paragraphs of a list."""
        level = min(level, LEVELS - 1)
        counted = isinstance(block, OrderedList)
        style = "number" if counted else "bullet" if level == 0 else "bullet2"
        own = self._template.looks[style].numbered if style in self._template.own else None
        indent: int | None = (level + 1) * STEP
        number: int | None
        if own and isinstance(block, OrderedList) and level == 0:
            number, indent = self._numbering.counting_on(own, block.start), None
        elif own and not counted and self.rol is None:
            number, indent = None, None
        elif isinstance(block, OrderedList):
            number = self._numbering.numbered(block.start, level)
        else:
            kind = (self.rol if self.rol in SIGNS else "overig") if self.rol else "lijst"
            number = self._numbering.bullets(kind)
        # A template's own style may stand elsewhere than the list that it is used for.
        shaping = Shaping(
            number=None if number is None else (level, number),
            left=indent, hanging=None if indent is None else STEP,
        )  # fmt: skip
        inner = indent or (self._numbering.indent(own) if own else STEP)
        pieces: list[Piece] = []
        for item in block.items:
            pieces += self._item(item, style, shaping, level, inner)
        return pieces

    def _item(
        self, item: ListItem, style: str, shaping: Shaping, level: int, indent: int
    ) -> list[Piece]:
        """Write an entry: its own text, what is said about it, what stands below it.

        A short actie is kept whole, so that no column begins with its deelacties; a longer one with
        its first two lines below, and its last two with each other.
        """
        first, *rest = item.blocks or (Paragraph(()),)
        if not isinstance(first, Paragraph):
            first, rest = Paragraph(()), [first, *rest]
        shaping = replace(shaping, after=TIGHT) if rest else shaping
        pieces: list[Piece] = [self._styled(style, first.children, shaping)]
        for at, block in enumerate(rest):
            if isinstance(block, Paragraph):
                more = Shaping(left=indent, hanging=0)
                pieces.append(self._styled("continue", block.children, more))
            elif isinstance(block, BulletList | OrderedList):
                pieces += self._items(block, level + 1)
            else:
                pieces += self.block(tuple(rest), at)
        last = pieces[-1]
        if rest and level == 0 and isinstance(last, WordParagraph) and last.shaping.after is None:
            last.shaping = replace(last.shaping, after=ITEM_GAP)
        whole = len(pieces) <= WHOLE and _are_short(item.blocks)
        _keep(pieces[:-1] if whole else pieces[: min(2, len(pieces) - 1)])
        _keep(pieces[-2:-1])
        return pieces

    def _table(self, block: Table, *, lying: bool = False) -> list[Piece]:
        about = (self._template, self.heading, self._inline)
        return [docx_table.table(block, *about, lying=lying), docx_table.gap()]

    def _quote(self, words: Blocks, source: Inlines) -> list[Piece]:
        pieces: list[Piece] = []
        for at, block in enumerate(words, 1):
            if isinstance(block, Paragraph):
                shaping = KEPT if source or at < len(words) else PLAIN
                pieces.append(self._styled("quote", block.children, shaping))
            else:
                pieces += self.block(words, at - 1)
        if source:
            pieces.append(self._styled("source", _without_dash(source)))
        return pieces

    def _chart(self, cijfer: Cijfer, *, told: bool) -> list[Piece]:
        self._drawings += 1
        shown = docx_chart.chart(self._template, cijfer, self._drawings)
        pieces: list[Piece] = [self._styled("caption", (Text(cijfer.titel),), KEPT)]
        key = docx_chart.key(self._template, cijfer)
        if key:
            pieces.append(WordParagraph("key", key, KEPT))
        pieces.append(WordParagraph("normal", [shown], replace(SINGLE, keep_next=not told)))
        return pieces if told else [*pieces, *self._table(numbers(cijfer))]

    def _picture(self, picture: Picture) -> list[Piece]:
        """Show a picture; its words where nobody gave a way to read it."""
        beeld = self._pictures.get(picture.source)
        if beeld is None:
            return [self._styled("caption", (Text(picture.alt),))]
        self._drawings += 1
        shown = docx_drawing.picture(self._template, beeld, self._drawings, picture.alt)
        return [WordParagraph("normal", [shown], SINGLE)]

    def _kern(self, blocks: Blocks) -> list[Piece]:
        pieces: list[Piece] = []
        for at, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                pieces.append(self._styled("kern", block.children))
            else:
                pieces += self.block(blocks, at)
        return pieces

    def _facts(self, facts: Facts) -> list[Piece]:
        """Write label and value in one paragraph each: a list of facts has no header row."""
        pieces: list[Piece] = []
        for row in facts:
            last = row is facts[-1]
            content = self._inline.write(row[0], Lettering(style=self._template.ids["label"]))
            for cell in row[1:]:
                value = self._inline.write(cell, Lettering(bold=True if last else None))
                content += [tab(), *value]
            pieces.append(WordParagraph("fact_last" if last else "fact", content))
        return pieces


def _are_short(blocks: Blocks) -> bool:
    """Tell whether no text in these is long; what is no text counts as long."""
    return all(
        all(_are_short(item.blocks) for item in block.items)
        if isinstance(block, BulletList | OrderedList)
        else isinstance(block, Paragraph) and len(plain(block.children)) <= SHORT
        for block in blocks
    )


def _keep(pieces: list[Piece]) -> None:
    """Let no page end below any of these."""
    for piece in pieces:
        if isinstance(piece, WordParagraph):
            piece.keep_with_next()


def _without_dash(children: Inlines) -> Inlines:
    """Leave the dash of a source out: the style tells, and Word would take it for a bullet."""
    first, *rest = children
    if isinstance(first, Text):
        return (Text(first.text.lstrip("– \u00a0")), *rest)
    return children
