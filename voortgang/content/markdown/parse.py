"""From Markdown to typed blocks, and what in it the dialect does not know."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, get_args
from urllib.parse import unquote

from voortgang.content.blocks import (
    Attributes,
    Block,
    Blocks,
    BulletList,
    Code,
    Div,
    Emphasis,
    Grafiek,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Picture,
    Quiet,
    Quote,
    Strong,
    Table,
    Text,
    plain,
)
from voortgang.content.cijfers.cijfer import Cijfer, Vorm
from voortgang.content.cijfers.rooster import Rooster
from voortgang.content.markdown.dialect import parser, read_attributes
from voortgang.content.regels import BEELD, GRAFIEK, KOPPELING, OPMAAK
from voortgang.findings import Regel
from voortgang.model.identity import slug

if TYPE_CHECKING:
    from markdown_it.token import Token

VORMEN = (*get_args(Vorm), "stippen")
DIVS = ("notes", "kern", "kerngegevens", "zijkolom")

_DRESS: dict[str, type[Strong | Emphasis | Quiet]] = {
    "strong_open": Strong,
    "em_open": Emphasis,
    "quiet_open": Quiet,
}
_DEEPEST = 20  # of words in emphasis in emphasis: what nobody could see is left off
_HREF = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_SETTING = re.compile(r"(\w+)\s*:\s*(\S+)")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the dialect does not know, at a line (from 1) of the Markdown."""

    regel: Regel
    line: int
    message: str
    hint: str | None = None


def parse(
    text: str, figures: Mapping[str, Cijfer | Rooster] | None = None
) -> tuple[Blocks, tuple[Remark, ...]]:
    """Parse Markdown of the dialect; `figures` are those that a chart may name (None: any)."""
    tokens = parser().parse(text)
    reader = _BlockReader(tokens, figures, frozenset(_anchors(tokens)))
    return reader.blocks(), tuple(reader.remarks)


@dataclass(slots=True)
class _BlockReader:
    """Walks once through the flat tokens of markdown-it."""

    tokens: "list[Token]"
    figures: Mapping[str, Cijfer | Rooster] | None
    anchors: Container[str]
    at: int = 0
    line: int = 1
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, regel: Regel, message: str, hint: str | None = None) -> None:
        self.remarks.append(Remark(regel, self.line, message, hint))

    def blocks(self) -> Blocks:
        """Read blocks up to the closing token of the one around them."""
        found: list[Block] = []
        while self.at < len(self.tokens) and self.tokens[self.at].nesting >= 0:
            block = self.block()
            if block is not None:
                found.append(block)
        return tuple(found)

    def block(self) -> Block | None:
        token = self.take()
        read: Callable[[Token, int], Block | None] | None
        read = getattr(self, f"read_{token.type}", None)
        return read(token, self.line) if read else None

    def take(self) -> "Token":
        token = self.tokens[self.at]
        self.at += 1
        if token.map:
            self.line = token.map[0] + 1
        return token

    def inside(self) -> Blocks:
        found = self.blocks()
        self.take()
        return found

    def words(self) -> Inlines:
        """Read the inline token and the closing one behind it."""
        inline = self.take()
        self.take()
        return self.inlines(inline.children or [])

    def read_heading_open(self, token: "Token", line: int) -> Heading:
        if "unknown" in token.meta:
            self.remark(
                OPMAAK,
                f"'{{{token.meta['unknown']}}}' achter een kop is niet begrepen",
                'kenmerken zien eruit als {.klasse #anker sleutel="waarde"}',
            )
        attributes = token.meta.get("attributes", Attributes())
        return Heading(int(token.tag[1]), self.words(), attributes, line)

    def read_paragraph_open(self, _: "Token", line: int) -> Block | None:
        children = self.tokens[self.at].children or []
        if len(children) == 1 and children[0].type == "image":
            self.at += 2
            return self.picture(children[0], line)
        words = self.words()
        return Paragraph(words, line) if words else None

    def picture(self, token: "Token", line: int) -> Picture | None:
        alt = " ".join(plain(self.inlines(token.children or [])).split())
        if not alt:
            self.remark(
                BEELD,
                "dit beeld heeft geen beschrijving",
                "zet tussen de rechte haken wat er te zien is",
            )
            return None
        return Picture(unquote(str(token.attrGet("src") or "")), alt, line)

    def read_bullet_list_open(self, _: "Token", line: int) -> BulletList:
        return BulletList(self.items(), line)

    def read_ordered_list_open(self, token: "Token", line: int) -> OrderedList:
        start = token.attrGet("start")
        return OrderedList(self.items(), 1 if start is None else int(start), line)

    def items(self) -> tuple[ListItem, ...]:
        found: list[ListItem] = []
        while self.take().type == "list_item_open":
            found.append(ListItem(self.inside()))
        return tuple(found)

    def read_blockquote_open(self, _: "Token", line: int) -> Quote:
        return Quote(self.inside(), line)

    def read_div_open(self, token: "Token", line: int) -> Div:
        attributes = self.div_attributes(token)
        return Div(attributes, self.inside(), line)

    def div_attributes(self, token: "Token") -> Attributes:
        if not token.meta["closed"]:
            self.remark(
                OPMAAK, f"'::: {token.info}' is niet afgesloten", "zet ::: op een eigen regel"
            )
        info = token.info
        braced = info.startswith("{") and info.endswith("}")
        attributes = read_attributes(info[1:-1] if braced else "." + info)
        if attributes is None or not set(attributes.classes) & set(DIVS):
            self.remark(
                OPMAAK,
                f"'::: {info}' is onbekend",
                "bekend zijn ::: notes, ::: kern, ::: kerngegevens en ::: zijkolom",
            )
        return attributes or Attributes()

    def read_table_open(self, _: "Token", line: int) -> Table:
        rows: list[tuple[Inlines, ...]] = []
        align: list[str] = []
        while (token := self.take()).type != "table_close":
            if token.type == "tr_open":
                rows.append(self.row(align if not rows else None))
        return Table(rows[0], tuple(rows[1:]), tuple(align), line)

    def row(self, align: list[str] | None) -> tuple[Inlines, ...]:
        cells: list[Inlines] = []
        while (token := self.take()).type != "tr_close":
            if align is not None:
                align.append(_alignment(token))
            cells.append(self.words())
        return tuple(cells)

    def read_fence(self, token: "Token", line: int) -> Block | None:
        kind = token.info.strip()
        if kind == "grafiek":
            return self.grafiek(token, line)
        self.remark(
            OPMAAK,
            f"een codeblok '{kind}' is onbekend" if kind else "een codeblok heeft hier geen plaats",
            "alleen ```grafiek is een blok van het programma",
        )
        return Paragraph((Code(token.content.rstrip("\n")),), line)

    def grafiek(self, token: "Token", line: int) -> Grafiek | Table | None:
        settings: dict[str, str] = {}
        for offset, text in enumerate(token.content.splitlines(), 1):
            setting = _SETTING.fullmatch(text.strip())
            self.line = line + offset
            if setting and setting[1] in ("cijfers", "vorm"):
                settings[setting[1]] = setting[2]
            elif text.strip():
                self.remark(
                    GRAFIEK,
                    f"'{text.strip()}' is hier onbekend",
                    "schrijf cijfers: … en eventueel vorm: …",
                )
                return None
        self.line = line
        grafiek = self.checked(Grafiek(settings.get("cijfers", ""), settings.get("vorm"), line))
        figure = self.figures.get(grafiek.cijfers) if grafiek and self.figures else None
        return grafiek if figure is None or isinstance(figure, Cijfer) else _table(figure, line)

    def checked(self, grafiek: Grafiek) -> Grafiek | None:
        if not grafiek.cijfers:
            self.remark(
                GRAFIEK,
                "deze grafiek noemt geen cijfers",
                "voeg een regel toe: cijfers: acties-per-domein",
            )
        elif self.figures is not None and grafiek.cijfers not in self.figures:
            self.remark(
                GRAFIEK,
                f"de cijfers '{grafiek.cijfers}' zijn er niet",
                f"wel: {', '.join(self.figures)}" if self.figures else None,
            )
        elif grafiek.vorm not in (None, *VORMEN):
            self.remark(
                GRAFIEK, f"de vorm '{grafiek.vorm}' is onbekend", f"wel: {', '.join(VORMEN)}"
            )
        else:
            return grafiek
        return None

    def read_html_block(self, token: "Token", line: int) -> Paragraph | None:
        text = token.content.strip()
        if text.startswith("<!--") and text.endswith("-->"):
            return None
        self.remark(OPMAAK, "HTML wordt niet omgezet", "gebruik Markdown")
        return Paragraph((Text(text),), line)

    def read_hr(self, _: "Token", __: int) -> None:
        self.remark(OPMAAK, "een lijn over de bladzijde heeft hier geen plaats", "laat ze weg")

    def inlines(self, tokens: "list[Token]") -> Inlines:
        return _merged(_Inlines(self, tokens).read())


@dataclass(slots=True)
class _Inlines:
    """Walks through the tokens of one line of text."""

    reader: _BlockReader
    tokens: "list[Token]"
    at: int = 0

    def read(self) -> list[Inline]:
        found: list[Inline] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.nesting and token.level >= _DEEPEST:
                continue
            if token.nesting < 0:
                break
            found.extend(self.inline(token))
        return found

    def inline(self, token: "Token") -> list[Inline]:  # noqa: PLR0911 -- one answer per kind
        match token.type:
            case "text":
                return [Text(token.content)]
            case "softbreak":
                self.reader.line += 1
                return [Text(" ")]
            case "hardbreak":
                self.reader.line += 1
                return [LineBreak()]
            case "code_inline":
                return [Code(token.content)]
            case "strong_open" | "em_open" | "quiet_open":
                return [_DRESS[token.type](_merged(self.read()))]
            case "link_open":
                return self.link(token)
            case "image":
                self.reader.remark(
                    BEELD,
                    "een beeld staat alleen in zijn alinea",
                    "zet er een lege regel voor en na",
                )
                return [Text(token.content)]
            case "html_inline":
                return self.html(token)
        return []

    def link(self, token: "Token") -> list[Inline]:
        href = str(token.attrGet("href") or "")
        words = self.read()
        if not words:
            return []
        inside = href.startswith("#")
        href = unquote(href) if inside else href
        if href[1:] in self.reader.anchors if inside else _HREF.match(href):
            return [Link(_merged(words), href)]
        message = f"de koppeling '{href}' kan niet worden gevolgd"
        hint = "gebruik https://, mailto: of #anker"
        if inside:
            message = f"de koppeling '{href}' wijst naar geen enkele kop"
            hint = f"zet {{ {href}}} achter de kop waar ze heen moet"
        self.reader.remark(KOPPELING, message, hint)
        return words

    def html(self, token: "Token") -> list[Inline]:
        if token.content.startswith("<!--"):
            return []
        self.reader.remark(OPMAAK, f"HTML wordt niet omgezet: {token.content}", "gebruik Markdown")
        return [Text(token.content)]


def _anchors(tokens: "Iterable[Token]") -> Iterator[str]:
    """Name what a link may lead to: headings, by their anchor or else by their words.

    Of equal names the second is that with a 2 behind it.
    """
    found: list[str] = []
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            attributes = opening.meta.get("attributes", Attributes())
            words = "".join(child.content for child in inline.children or ())
            if "kengetal" not in attributes.classes:
                found.append(attributes.anchor or slug(words))
                number = found.count(found[-1])
                yield found[-1] if number == 1 else f"{found[-1]}-{number}"


def _merged(inlines: list[Inline]) -> Inlines:
    """Join neighbouring texts, so that equal words are equal blocks."""
    merged: list[Inline] = []
    for inline in inlines:
        last = merged[-1] if merged else None
        if isinstance(inline, Text) and isinstance(last, Text):
            merged[-1] = Text(last.text + inline.text)
        elif not isinstance(inline, Text) or inline.text:
            merged.append(inline)
    return tuple(merged)


def _alignment(token: "Token") -> str:
    return str(token.attrGet("style") or "").removeprefix("text-align:") or "left"


def _table(figure: Rooster, line: int) -> Table:
    """Write a figure of words as the table that it is."""
    header, *rows = (
        tuple((Text(cell),) if cell else () for cell in row) for row in (figure.kop, *figure.rijen)
    )
    return Table(header, tuple(rows), figure.uitlijning, line, figure)
