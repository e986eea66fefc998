"""What LibreOffice makes of the Word document: every text, on pages that look cared for."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from libreoffice import converted, printed_lines
from voorbeeld import NOTA, item, kop
from word import make, words_of

from voortgang.content.blocks import BulletList, OrderedList
from voortgang.documents import publicaties
from voortgang.documents.sources import Years
from voortgang.source import Workspace

ROOT = Path(__file__).parents[2]
TOP, HIGH = 68, 714  # points: the text area of the default template
HEADS = ("Heading", "Nota Realisaties", "Nota Planning", "Nota Overig")
ANNEX = "Overzicht van alle acties"
LISTED = re.compile(r"(.+?)\.{3,} ?(\d+)")  # a line of the table of contents


def three_hundred_acties():
    for number in range(10):
        yield from (kop(3, f"{number + 1}. Domein"), kop(4, "Realisaties", "realisaties"),
                    BulletList(tuple(item(f"Actie {number}-{n}") for n in range(18))),
                    kop(4, "Planning", "planning"),
                    BulletList(tuple(item(f"Plan {number}-{n}") for n in range(12))))  # fmt: skip


LISTS = [OrderedList((item("een"), item("twee")), start=start) for start in (3, 1)]
NOTAS = {
    "nota": NOTA,
    "lang": (kop(1, "Titel"), kop(2, "Rapport"), *three_hundred_acties()),
    "lijsten": (kop(1, "T"), *LISTS),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Have LibreOffice print what was made up here, all in one start."""
    room = tmp_path_factory.mktemp("gedrukt")
    files = [room / f"{name}.docx" for name in NOTAS]
    for file, blocks in zip(files, NOTAS.values(), strict=True):
        file.write_bytes(make(blocks).content)
    return dict(zip(NOTAS, converted(*files), strict=True))


@pytest.mark.office
def test_everything_is_there_and_the_annex_begins_a_page(printed):
    found = words_of(printed["nota"])
    text = "\n".join(line for page in found for line in page)
    for words in (
        "Meerjarenplanaanpassingsbesluitvormings",
        "Basisopleiding",
        "Actie 59",
        "Totaal",
    ):
        assert words in text
    assert 4 <= len(found) <= 6
    assert any(page[0].startswith("Bijlage 1") for page in found)


@pytest.mark.office
def test_what_it_is_called_is_the_largest_word_of_the_letterhead(printed):
    with pdfplumber.open(printed["nota"]) as pdf:
        words = pdf.pages[0].extract_words(extra_attrs=["size"])
    assert {word["text"] for word in words if word["size"] > 29} == {"Nota"}


@pytest.mark.office
def test_three_hundred_acties_leave_no_page_nearly_empty(printed):
    found = words_of(printed["lang"])
    text = "\n".join(line for page in found for line in page)
    assert all(f"Actie {d}-{n}" in text for d in range(10) for n in range(18))
    assert 5 <= len(found) <= 8
    assert all(len(page) > 13 for page in found[:-1])
    assert not [page for page in found if page[-1].endswith("Domein")]


@pytest.mark.office
def test_lists_count_from_where_the_text_says(printed):
    [page] = words_of(printed["lijsten"])
    assert page[-4:] == ["3. een", "4. twee", "1. een", "2. twee"]


VOORBEELD, BEVERDONK = ROOT / "tests" / "voorbeeld", ROOT / "tests" / "voorbeeld" / "beverdonk"
REAL = [(ROOT, 2022), (VOORBEELD, 2023), (VOORBEELD, 2024)]
LONG = [*REAL, (BEVERDONK, 2024), (BEVERDONK, 2025)]
[WORD] = publicaties.NOTA.only(["docx"]).uitgaven


@pytest.fixture(scope="module")
def notas(tmp_path_factory):
    """Have LibreOffice set the real notas, all in one go; gives where each stands."""
    room = tmp_path_factory.mktemp("notas")
    files = [room / f"{number}.docx" for number, _ in enumerate(LONG)]
    for file, (root, year) in zip(files, LONG, strict=True):
        sources = Years.read(Workspace(root), [year]).sources(year)
        file.write_bytes(WORD.make(next(publicaties.NOTA.texts(sources)), sources).content)
    return dict(zip(LONG, zip(files, converted(*files), strict=True), strict=True))


@pytest.fixture(scope="module")
def real(notas):
    """Give the pages of a real nota: the lines of each, with how far down the page it ends."""
    return cache(lambda root, year: read(*notas[root, year]))


def read(file, printed):
    styles = [(p.style.name, p.text) for p in Document(file).paragraphs]
    lines = printed_lines(printed)
    inside = [[line for line in page if TOP - 2 < line.top < TOP + HIGH] for page in lines]
    words = [[line.text for line in page] for page in inside]
    return styles, words, [(page[-1].bottom - TOP) / HIGH for page in inside]


@pytest.mark.office
@pytest.mark.parametrize(("root", "year"), LONG)
def test_no_page_ends_with_a_heading_and_none_is_nearly_empty(real, root, year):
    styles, words, filled = real(root, year)
    heads = {text.replace("\t", " ") for name, text in styles if name.startswith(HEADS)}
    assert not [page[-1] for page in words if page[-1] in heads]
    followed = [
        (share, page[0]) for (share, _), (_, page) in pairwise(zip(filled, words, strict=True))
    ]
    assert not [share for share, after in followed if share < 0.5 and after != ANNEX]


@pytest.mark.office
@pytest.mark.parametrize(("root", "year"), REAL)
def test_no_page_begins_with_the_last_line_of_a_paragraph(real, root, year):
    styles, words, _ = real(root, year)
    texts = "\n".join(text for name, text in styles if name == "Normal")
    for before, after in pairwise(words):
        torn = f"{before[-1]} {after[0]}"
        assert torn not in texts or f"{torn} {after[1]}" in texts


@pytest.mark.office
@pytest.mark.parametrize(("root", "year"), LONG)
def test_the_contents_give_each_heading_the_page_that_it_is_on(real, root, year):
    styles, words, _ = real(root, year)
    heads = [text for name, text in styles if name in {"Heading 1", "Heading 2"}]
    listed = [found.groups() for page in words for found in map(LISTED.fullmatch, page) if found]
    assert [head for head, _ in listed] == heads
    assert not [head for head, page in listed if head not in words[int(page) - 1]]


@pytest.mark.office
def test_each_domain_of_2022_stands_on_one_page(real):
    styles, words, _ = real(ROOT, 2022)
    heads = [text for name, text in styles if name == "Heading 2" and text[0].isdecimal()]
    pages_of = {head: [n for n, page in enumerate(words[2:]) if head in page] for head in heads}
    plans = [
        n for n, page in enumerate(words[2:]) for line in page if line.startswith("○ Planning")
    ]
    assert [[n] for n in plans] == list(pages_of.values())
    begin = [page[0] for page in words[3:]]
    assert set(begin[: begin.index(ANNEX)]) <= set(heads)
