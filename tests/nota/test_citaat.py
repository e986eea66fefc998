"""A quotation: its last paragraph is the source where that begins with an en dash."""

import pytest
from test_html import page
from voorbeeld import CIJFERS
from word import kept, make, paragraphs

from voortgang.content.markdown.parse import parse
from voortgang.nota.pdf.body import TypstBody
from voortgang.nota.pdf.inline import Words
from voortgang.nota.structuur import prepare


def in_html(blocks):
    return '<p class="bron">– De wet</p>' in page(blocks)


def in_word(blocks):
    return ("De wet", "Nota Bron") in [(p.text, p.style.name) for p in paragraphs(make(blocks))]


def in_pdf(blocks):
    written = TypstBody(Words(frozenset(), frozenset()), CIJFERS, {}).parts(prepare(blocks))
    return 'bron: [#"– De wet";]' in written


@pytest.mark.parametrize("named", [in_html, in_word, in_pdf])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> Alles telt.\n>\n> – De wet\n", True),
        ("> Alles telt.\n>\n> De wet\n", False),
        ("> – De wet\n>\n> Alles telt.\n", False),
    ],
)
def test_a_last_paragraph_with_a_dash_is_the_source(named, text, expected):
    blocks, _ = parse(f"# Titel\n\n## Kop\n\n{text}", {})
    assert named(blocks) is expected


@pytest.mark.parametrize("last", ["– De wet", "Zeker."])
def test_in_word_a_quotation_stays_together_with_its_source(last):
    after = "Tekst.\n\n" * 5  # the end of a chapter stays together anyhow
    text = f"# T\n\n## K\n\n> Alles telt.\n>\n> Altijd.\n>\n> {last}\n\n{after}"
    found = kept(make(parse(text, {})[0]))
    assert [found["Alles telt."], found["Altijd."]] == [True, True]
    assert found[last.lstrip("– ")] is False
