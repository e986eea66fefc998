"""Lines that are taken without more ado come out as the whole of CommonMark reads them."""

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from voortgang.content.markdown import dialect

_STARTS = (
    "",
    "",
    " ",
    "  ",
    "   ",
    "    ",
    "      ",
    "\t",
    "> ",
    "- ",
    "  - ",
    "    - ",
    "1. ",
    ">- ",
)
_REST = (
    "woord", "a | b", "- | -", "---", "===", "- - -", "-", "- ", "- x", "* x", "+ x", "2. x",
    "1) x", "# kop", "::: notes", ":::", "```", "> citaat", "|-|-|", "é ", "x\t", "x\u00a0", "",
)  # fmt: skip
_THEN = ("- x", "-", "- ", "- | -", "- - -", "", "x")
BEFORE = ("", "- a\n  - b\n", "> - a\n", "1. a\n   - > b\n", "1. a\n   - b\n     - c\n")
lines = st.tuples(st.sampled_from(_STARTS), st.sampled_from(_REST)).map("".join)


def _without_the_short_way() -> MarkdownIt:
    made = dialect.parser.__wrapped__()
    return made.disable("line")


SHORT, LONG = dialect.parser.__wrapped__(), _without_the_short_way()


def tokens(parser, text):
    return [token.as_dict() for token in parser.parse(text)]


@example("      - > q\n    - x")
@example("- a\n  - > q\n    >     - x")
@given(st.lists(lines, max_size=8).map("\n".join))
def test_the_short_way_gives_what_the_long_way_gives(text):
    assert tokens(SHORT, text) == tokens(LONG, text)


@pytest.mark.parametrize("before", BEFORE)
def test_every_two_lines_give_the_same_both_ways(before):
    for start, again, then in itertools.product(_STARTS, _STARTS, _THEN):
        text = f"{before}{start}woord\n{again}{then}"
        assert tokens(SHORT, text) == tokens(LONG, text), text
