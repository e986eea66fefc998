"""Which headings of a text are headings on paper, and stand in its contents: in every format."""

import re

import pytest
from test_html import page
from test_pdf import PAGE, words_of
from voorbeeld import CIJFERS, EIGENSCHAPPEN
from word import make, opened

from voortgang.content.markdown.parse import parse
from voortgang.nota.pdf.write import make_pdf


def in_html(blocks):
    html = page(blocks)
    nav = re.search(r"<nav.*</nav>", html, re.DOTALL)
    listed = re.findall(r'href="#([^"]*)">([^<]*)', nav[0] if nav else "")
    assert all(f'id="{anchor}"' in html for anchor, _ in listed)
    return [words for _, words in listed]


def in_word(blocks):
    lines = [p for p in opened(make(blocks)).paragraphs if p.style.name.startswith("toc ")]
    return [line.text.partition("\t")[0] for line in lines]


def in_pdf(blocks):
    words = words_of(make_pdf(blocks, CIJFERS, PAGE, EIGENSCHAPPEN).content)
    return re.findall(r"^(.*?) (?:\. ){9,}\d+$", words, re.MULTILINE)


@pytest.mark.parametrize("listed", [in_html, in_word, in_pdf])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Een\n\n### Twee\n\n#### Drie\n", ["Een", "Twee"]),
        ("## Een\n\n### 121 {#samen .kengetal .realisaties}\n\nacties\n", ["Een"]),
        ("## Een\n\n### 121 {.kengetal}\n\nacties, [zie](#samen)\n", ["Een"]),
        ("## Een\n\n###\n\n## &nbsp;\n\n## Twee\n", ["Een", "Twee"]),
        ("::: kern\nwoorden\n:::\n\n## Een\n\n::: kern\n### Twee\n:::\n", ["Een", "Twee"]),
        ("## Een\n\n::: kerngegevens\n### Twee\n\n[zie](#twee)\n:::\n", ["Een", "Twee"]),
        (
            "## Een\n\n1. #### a\n\n> ## b\n>\n> - ### c\n\n## Twee\n",
            ["Een", "Twee"],
        ),
        ("Geen hoofdstuk.\n", []),
    ],
)
def test_the_contents_list_chapters_and_parts_but_no_key_figure_and_nothing_empty(
    listed, text, expected
):
    blocks, _ = parse(f"# Titel\n\n{text}", {})
    assert listed(blocks) == expected


@pytest.mark.parametrize("listed", [in_html, in_word])
def test_a_part_whose_chapter_stands_in_the_title_block_breaks_nothing(listed):
    blocks, _ = parse("# Titel\n\n::: kern\n## Een\n:::\n\n### Twee\n", {})
    assert listed(blocks) in (["Twee"], [])


def test_a_key_figure_ends_no_section_of_a_page():
    html = page(parse("# Titel\n\n## Een\n\n### 12 {.kengetal}\n\nacties\n\n### Twee\n", {})[0])
    assert re.findall(r'<section class="(\w+)">', html) == ["hoofdstuk", "deel"]


def test_without_chapters_a_page_has_no_contents():
    assert "<nav" not in page(parse("# Titel\n\nGeen hoofdstuk.\n", {})[0])
