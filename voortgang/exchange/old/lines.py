"""Old decks and texts as one stream of lines: what was a bullet, how far in, and where it stood.

Lines that were wrapped are joined again, and what taking text out of a deck damages is mended.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from voortgang.exchange.tekst.deck import SlideText, read_deck
from voortgang.exchange.tekst.drawing import Alinea, Figuur, TableBlock
from voortgang.findings import Obstacle

_BULLET = re.compile(
    r"(?P<sign>[-–—•●▪■◦○‣▸►➢✓✔*·]|\uf0b7|\uf0a7|[o!](?=\s)|\d{1,3}[.)](?=\s))\s*(?P<text>.*)",
    re.DOTALL,
)
_STEP = 4  # columns that a level of a deck counts for
_BREAK = 3  # blank lines that part two slides
# What the program's own decks write around their lists. In any deck a bare number is no actie.
_FURNITURE = re.compile(
    r"\d+(?:–\d+ van \d+| van \d+)?|Domein \d+ van \d+"
    r"|lees verder op de volgende dia.*|zie vorige dia|Geen (?:realisaties|planning) opgenomen"
)

_BROKEN = re.compile(r"[^\W\d]-$")
_AND = re.compile(r"(?:en|of|tot)\b")
_RULES = (
    (re.compile(r"\b0(?=[a-z]{3})"), "O"),  # 0pvolging
    (re.compile(r"(?<=[^\W\d]) s(?=$|[\s.,;:)])"), "'s"),  # SDG s, kassa s: a lost apostrophe
    (re.compile(r"\(\s+"), "("),
    (re.compile(r"\s+(?=\))"), ""),
    (re.compile(r"(?<=[^\W\d]{3})-(?=(?:en|of) \w)"), "- "),  # wijk-en dorpshuizen
)


class Line(NamedTuple):
    """A line that holds text; `fresh` tells that nothing before it can go on in it.

    `sign` is the bullet, empty where there is none; `title` tells that it is a slide's own title,
    and `start` that a slide begins here. `whole` tells that it is a paragraph and no part of one.
    `aside` says what it is where it stands beside the text of a slide: it is told, and not taken.
    """

    text: str
    where: str
    sign: str = ""
    indent: int = 0
    fresh: bool = False
    start: bool = False
    title: bool = False
    whole: bool = False
    aside: str = ""


def text_lines(name: str, content: bytes) -> Iterator[Line]:
    """Go through the lines of a text, in UTF-8 or as old Windows has it; raises Obstacle."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    if "\x00" in text[:1000]:
        raise Obstacle(f"'{name}' is geen leesbare tekst", "bewaar het als UTF-8")
    blanks = _BREAK
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n" * _BREAK).split("\n")
    for number, typed in enumerate(lines, 1):
        if not typed.strip():
            blanks += 1
            continue
        sign, words, indent = _bullet(typed.expandtabs(4))
        start = blanks >= _BREAK
        if words:
            yield Line(words, f"regel {number}", sign, indent, fresh=blanks > 0, start=start)
            blanks = 0
        elif not start:
            blanks = 1


def deck_lines(content: bytes) -> Iterator[Line]:
    """Go through the paragraphs of a deck's slides, titles first; raises UnfitError."""
    return chain.from_iterable(map(_of_slide, read_deck(content)))


def _of_slide(slide: SlideText) -> Iterator[Line]:
    where = f"dia {slide.number}"
    start = True
    if slide.title.strip():
        title = " ".join(slide.title.split())
        yield Line(title, where, fresh=True, start=True, title=True, whole=True)
        start = False
    for block in slide.blocks:
        if isinstance(block, TableBlock):
            for row in block.rows:
                text = " | ".join(" ".join(cell.split()) for cell in row if cell.strip())
                yield Line(text, where, fresh=True, start=start, whole=True)
                start = False
        elif not isinstance(block, Figuur):
            for line in _paragraphs(block.paragraphs, where):
                yield line._replace(start=start)
                start = False
    for block in slide.blocks:
        if isinstance(block, Figuur):
            yield Line(block.text, where, aside=block.kind)
    yield from (Line(note, where, aside="notitie") for note in slide.notes)
    yield from (Line(comment, where, aside="opmerking") for comment in slide.comments)


def _paragraphs(paragraphs: tuple[Alinea, ...], where: str) -> Iterator[Line]:
    fresh = True
    lines = [_of_paragraph(_bare(each)) for each in paragraphs if each.text.strip()]
    listed = any(sign for sign, _, _ in lines)
    for sign, words, indent in lines:
        if not words or _FURNITURE.fullmatch(words):
            continue
        # Without bullets every paragraph of a text box is a line of its own.
        yield Line(words, where, sign, indent, fresh=fresh or not listed, whole=not listed)
        fresh = False
    for each in paragraphs:
        if each.details:
            yield Line(each.details, where, aside="kleine letters achter een actie:")


def _bare(paragraph: Alinea) -> Alinea:
    """Leave out what stands behind an actie in small type: its dienst and termijn."""
    return paragraph._replace(text=paragraph.text.removesuffix(paragraph.details).rstrip())


def _of_paragraph(paragraph: Alinea) -> tuple[str, str, int]:
    sign, words, indent = _bullet(paragraph.text)
    if paragraph.bullet:
        typed = sign in {"-", "*", "•", "–"} and not re.match(r"\S-\d", paragraph.text)
        words = words if typed else " ".join(paragraph.text.split())
        return "•", words, paragraph.level * _STEP
    return sign, words, indent + paragraph.level * _STEP


def _bullet(typed: str) -> tuple[str, str, int]:
    """Take the bullet off a line: its sign, the words behind it, how far in it stands."""
    bare = typed.strip()
    indent = len(typed) - len(typed.lstrip())
    match = _BULLET.match(bare)
    if not match:
        return "", " ".join(bare.split()), indent
    sign = "1" if match["sign"][0].isdigit() else match["sign"]
    return sign, " ".join(match["text"].split()), indent


def joined(words: list[str]) -> str:
    """Join the lines of one item; a word that was broken at its hyphen is one word again."""
    parts: list[str] = []
    for part in words:
        before = parts[-1] if parts else ""
        broken = _BROKEN.search(before, max(len(before) - 2, 0)) and not _AND.match(part)
        parts.append(part if broken and part[:1].islower() else f" {part}")
    return " ".join("".join(parts).split())


def mended(text: str) -> str:
    """Mend the damage that leaves no doubt; wording is never touched."""
    for pattern, right in _RULES:
        text = pattern.sub(right, text)
    return text
