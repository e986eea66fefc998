"""The four formats say the same words in the same order, whatever their dress.

Left out of the comparison: charts (tested by their numbers), signs, the head of the key facts, and
the rows of headings that a pdf repeats on each page.
"""

import io
import re
import zipfile
from functools import cache
from html.parser import HTMLParser

import pdfplumber
import pytest
from lxml import etree
from voorbeeldegem import leeg, rijk, tekst

from voortgang.content.blocks import (
    BulletList,
    Div,
    Grafiek,
    Heading,
    OrderedList,
    Paragraph,
    Quote,
    Table,
    plain,
)
from voortgang.nota.docx.write import make_docx
from voortgang.nota.html.write import make_html
from voortgang.nota.pdf.write import make_pdf
from voortgang.nota.properties import Properties
from voortgang.nota.structuur import rol
from voortgang.source.templates import Templates

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EIGENSCHAPPEN = Properties(title="Rapport 2022", subject="s", bestuur="Gemeente Voorbeeldegem")
SIGNS = re.compile(r"[\s•●○→×?!–\u200b\u00ad]")
MARGIN = 62  # points: above and below stand the header and footer of a page


@cache
def nota(name):
    """Give the blocks of a nota without its charts: the rich one of two domains, or the barest."""
    rapport, earlier = rijk() if name == "rijk" else leeg()
    if name == "rijk":
        rapport = rapport.model_copy(update={"domeinen": rapport.domeinen[:2]})
    blocks = tekst(rapport, earlier, "vast bureau" if name == "rijk" else None).blocks
    return tuple(block for block in blocks if not isinstance(block, Grafiek))


def told(blocks, *, numbered=False):  # noqa: C901 -- one answer per kind of block
    """Go through the words of blocks; `numbered` with the numbers of their lists."""
    for block in blocks:
        match block:
            case Heading():
                yield plain(block.children)
                if rol(block):
                    yield block.attributes.get("aantal") or ""
            case Paragraph():
                yield plain(block.children)
            case BulletList():
                for item in block.items:
                    yield from told(item.blocks, numbered=numbered)
            case OrderedList():
                for number, item in enumerate(block.items, block.start):
                    yield f"{number}." if numbered else ""
                    yield from told(item.blocks, numbered=numbered)
            case Table():
                for row in (block.header, *block.rows):
                    yield from map(plain, row)
            case Quote() | Div():
                yield from told(block.blocks, numbered=numbered)


def heads(blocks):
    """Give the heading row of each table that may go on over a page."""
    tables = [block for block in blocks if isinstance(block, Table)]
    return ["".join(map(plain, table.header)) for table in tables] + ["GegevenInhoud"]


def run(texts, blocks):
    """Join texts to one run of letters, without signs and without heading rows."""
    letters = SIGNS.sub("", "".join(texts))
    for head in heads(blocks):
        letters = letters.replace(SIGNS.sub("", head), "")
    return letters


class Shown(HTMLParser):
    """Gathers the words of a page but for its frame, and what only a listener gets."""

    def __init__(self, html):
        super().__init__()
        self.texts, self.skipped = [], 0
        self.feed(html[html.index("<body") :])

    def handle_starttag(self, tag, attrs):
        frame = tag in ("nav", "footer", "caption") or dict(attrs).get("class") in (
            "sprong",
            "briefhoofd",
        )
        self.skipped += frame if not self.skipped else tag not in ("br", "img")

    def handle_endtag(self, _tag):
        self.skipped -= bool(self.skipped)

    def handle_data(self, data):
        if not self.skipped:
            self.texts.append(data)


def page(blocks):
    made = make_html(blocks, {}, Templates().find("nota.html.j2"), EIGENSCHAPPEN)
    return Shown(made.content.decode()).texts


def word(blocks):
    made = make_docx(blocks, {}, Templates().find("nota.docx"), EIGENSCHAPPEN)
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is None or not style.get(f"{W}val").startswith("TOC"):
            for text in paragraph.iter(f"{W}t", f"{W}noBreakHyphen"):
                yield "-" if text.tag == f"{W}noBreakHyphen" else text.text or ""


def pdf(blocks):
    """Give the letters in the order of the content stream, which is the order of reading."""
    made = make_pdf(blocks, {}, Templates().find("nota.typ.j2"), EIGENSCHAPPEN)
    with pdfplumber.open(io.BytesIO(made.content)) as document:
        for number, sheet in enumerate(document.pages):
            top = 0 if number == 0 else MARGIN
            for char in sheet.chars:
                if top < char["top"] < sheet.height - MARGIN:
                    yield char["text"]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["rijk", "leeg"])
@pytest.mark.parametrize("write", [page, word], ids=["html", "docx"])
def test_the_format_says_what_the_text_says(name, write):
    blocks = nota(name)
    assert run(write(blocks), blocks) == run(told(blocks), blocks)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["rijk", "leeg"])
def test_the_pdf_says_what_the_text_says(name):
    blocks = nota(name)
    wanted = run(told(blocks, numbered=True), blocks)
    shown = run(pdf(blocks), blocks)
    contents = shown.index(wanted[:20])  # the letterhead stands before the title
    start = wanted.index("Aanleidingencontext")
    after = shown.rindex(wanted[start : start + 60])  # the table of contents stands between
    assert shown[contents : contents + start] + shown[after:] == wanted
