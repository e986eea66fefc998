"""Whatever stands in a title comes out as typed, wherever a template puts it."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from voortgang.content.blocks import BulletList, Div, Heading, Link, Paragraph, Strong, Table, plain
from voortgang.content.markdown.author import author_line, author_markdown, author_words, paragraphs
from voortgang.content.markdown.escape import Markdown, escape, finished
from voortgang.content.markdown.parse import parse
from voortgang.content.template.words import inspringen

_MARKS = "*_#<>{}[]()|`~:-+=.!&\\\"'$%@/;1 a0é\u00a0\u2009\u2028🙂"
_PARTS = (
    "<b>",
    "{{ x }}",
    "{% if %}",
    "{.klasse}",
    "[a]{.klein}",
    ":::",
    "```",
    "&amp;",
    "&#42;",
    "1. ",
    "- ",
    "---",
    "https://a.be/_x_",
    "[a](b)",
    "![a](b)",
    "  ",
    "# ",
    " #",
    "**vet**",
    "\\",
    "<!-- -->",
    "~~~",
    "===",
)


def _accepted(text):
    """Keep what `check` accepts as a title: one line, no control characters, no white ends."""
    kept = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cs", "Cn"))
    return kept.strip()


titles = (
    st.one_of(
        st.text(alphabet=_MARKS, max_size=12),
        st.lists(st.one_of(st.sampled_from(_PARTS), st.text(max_size=4)), max_size=6).map("".join),
    )
    .map(_accepted)
    .filter(bool)
)


def inline_of(block):
    assert isinstance(block, Paragraph | Heading)
    return plain(block.children)


CONTEXTS = {
    "paragraph": ("{}", lambda b: inline_of(b[0])),
    "middle of a line": ("voor {} na", lambda b: inline_of(b[0])[5:-3]),
    "second line": ("voor\n{}", lambda b: inline_of(b[0])[5:]),
    "heading": ("## {}", lambda b: inline_of(b[0])),
    "heading with attributes": ("## {} {{.planning}}", lambda b: inline_of(b[0])),
    "attribute": ('## x {{bovenschrift="{}"}}', lambda b: b[0].attributes.get("bovenschrift")),
    "list item": ("- {}", lambda b: inline_of(b[0].items[0].blocks[0])),
    "nested item": ("- a\n  - {}", lambda b: inline_of(b[0].items[0].blocks[1].items[0].blocks[0])),
    "numbered item": ("1. {}", lambda b: inline_of(b[0].items[0].blocks[0])),
    "quotation": ("> {}", lambda b: inline_of(b[0].blocks[0])),
    "notes": ("::: notes\n{}\n:::", lambda b: inline_of(b[0].blocks[0])),
    "table cell": ("| a | b |\n|---|---|\n| {} | z |", lambda b: plain(b[0].rows[0][0])),
    "last table cell": ("| a | b |\n|---|---|\n| z | {} |", lambda b: plain(b[0].rows[0][1])),
    "tight table cell": ("|a|b|\n|---|---|\n|{}|z|", lambda b: plain(b[0].rows[0][0])),
    "table header": ("| {} | b |\n|---|---|\n| y | z |", lambda b: plain(b[0].header[0])),
    "link": ("[{}](https://a.be)", lambda b: plain(b[0].children)),
    "strong": ("- **{}**", lambda b: inline_of(b[0].items[0].blocks[0])),
}


def comes_out_as_typed(title):
    for context, (template, read) in CONTEXTS.items():
        blocks, remarks = parse(template.format(escape(title)))
        assert (context, read(blocks)) == (context, title)
        assert not remarks


@pytest.mark.parametrize(
    "title",
    [
        "#", "1.", "\\", "R&D &amp; {.klasse} #",
        "*a* _b_ `c` | <b> {{ x }} ::: https://x.be/_y_", *filter(None, map(_accepted, _PARTS)),
    ],
)  # fmt: skip
def test_a_title_comes_out_as_typed_wherever_it_stands(title):
    comes_out_as_typed(title)


@pytest.mark.slow
@settings(max_examples=200)
@given(titles)
def test_any_title_comes_out_as_typed_wherever_it_stands(title):
    comes_out_as_typed(title)


@pytest.mark.slow
@given(titles)
@example("a>) b")
@example("<onthaal@x.example>")
def test_a_value_stays_within_the_address_of_a_link(value):
    blocks, remarks = parse(f"[x](<mailto:{escape(value)}>) na")
    link, after = blocks[0].children
    assert isinstance(link, Link)
    assert (plain(link.children), after.text) == ("x", " na")
    assert not remarks


@pytest.mark.parametrize(
    "title",
    [
        "Mechelen – Kempen",
        "R & D",
        "2 * 3",
        "snake_case",
        "Swing (fase 1)",
        "-5 graden",
        "e.d.",
        "C#",
        "https://www.voorbeeldegem.be/a_b",
        "Opleiding kassa's",
        "100%",
        "16/17",
        "Aan/uit: x; y",
    ],
)
def test_what_needs_no_escape_stays_readable(title):
    assert escape(title) == title


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("", ""),
        (" ", " "),
        (" a ", " a "),
        ("  a  ", "&#32;&#32;a&#32;&#32;"),
        ("\u2003", "&#8195;"),
        ("een \r\n  twee\n\ndrie", "een twee drie"),
        ("een\rtwee", "een twee"),
        ("a\n# b #", "a # b \\#"),
        ("# a", "\\# a"),
        ("#", "\\#"),
        ("#a", "#a"),
        ("a ##", "a \\##"),
        ("a#", "a#"),
        ("- a", "\\- a"),
        ("+ a", "\\+ a"),
        ("+32", "+32"),
        ("==", "\\=="),
        (":::", "\\:::"),
        ("> a", "\\> a"),
        ("~~~", "\\~~~"),
        ("~~ a", "~~ a"),
        ("1. a", "1\\. a"),
        ("12)", "12\\)"),
        ("1.5", "1.5"),
        ("1234567890. a", "1234567890. a"),
        ("a*b", "a\\*b"),
        ("_a_", "\\_a\\_"),
        ("<b>", "\\<b\\>"),
        ("a < b > c", "a \\< b \\> c"),
        ("R&D", "R\\&D"),
        ("&#42; &amp;", "\\&#42; \\&amp;"),
        ("a\\b", "a&#92;b"),
        ('`[a](b){c}|"', '\\`\\[a\\](b)\\{c\\}\\|\\"'),
    ],
)
def test_only_what_would_be_read_otherwise_is_escaped(typed, written):
    assert escape(typed) == written


def test_what_is_joined_to_markdown_is_escaped_and_markdown_is_not_escaped_again():
    assert Markdown("**a** ") + "*b*" == "**a** \\*b\\*"
    assert Markdown.escape(Markdown("*a*")) == "*a*"
    assert (finished(None), finished(2022), finished(Markdown("*"))) == ("", "2022", "*")


@pytest.mark.slow
@settings(max_examples=300)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                (*_PARTS, "\n", "\n\n", "\n- ", "\n  ", "> ", "\n:::\n", "\n# ", "| a |\n|---|\n")
            ),
            st.text(alphabet=_MARKS + "\n", max_size=5),
        ),
        max_size=8,
    ).map("".join)
)
@example("[0]()")
def test_a_toelichting_never_leaves_its_place(text):
    indented = inspringen(author_markdown(text))
    blocks, remarks = parse(f"::: notes\n- voor\n\n  {indented}\n- na\n:::\n\n## slot\n")
    assert [type(block) for block in blocks] == [Div, Heading]
    (items,) = blocks[0].blocks
    assert isinstance(items, BulletList)
    assert [plain(item.blocks[0].children) for item in items.items] == ["voor", "na"]
    assert not remarks
    allowed = {"Paragraph", "BulletList", "OrderedList"}
    assert {type(block).__name__ for block in items.items[0].blocks} <= allowed


def test_a_toelichting_keeps_emphasis_lists_and_links():
    blocks, _ = parse(
        author_markdown(
            "Zie **hier** [de site](https://a.be/x_(1)?a=1&b=2).\n\n1. een\n2. twee\n   - diep"
        )
    )
    assert blocks[0].children[1] == Strong(blocks[0].children[1].children)
    links = [child for child in blocks[0].children if isinstance(child, Link)]
    assert [link.href for link in links] == ["https://a.be/x_(1)?a=1&b=2"]
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "OrderedList"]
    assert isinstance(blocks[1].items[1].blocks[1], BulletList)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("een\ntwee\n\n\n\ndrie", "een twee\n\ndrie"),
        ("*schuin*, _zo_ en __vet__", "*schuin*, _zo_ en __vet__"),
        ("[de site]() en [*die*](<>)", "\\[de site\\]() en \\[*die*\\](\\<\\>)"),
        ("een  \n\\- twee", "een\\\n\\- twee"),
        ("**a**- b", "**a**- b"),
        ("\u2003een\u2003", "een"),
        ("X en XX", "X en XX"),
        ("- a\n\n+ b\n\n- c", "* a\n\n+ b\n\n* c"),
        ("1. a\n\n1) b", "1) a\n\n1. b"),
        ("3. drie\n4. vier\n5. vijf", "3) drie\n4) vier\n5) vijf"),
        ("0. nul", "0) nul"),
        ("1. een\n   - diep\n     - dieper", "1) een\n\n   * diep\n\n     + dieper"),
        ("- - - a", "* + * a"),
        ("- een\n\n  twee\n- drie", "* een\n\n  twee\n* drie"),
        ("-\n- a", "* a"),
        ("voor ![a](https://a.be/b.png) na", "voor !\\[a\\](https://a.be/b.png) na"),
        ("[x](https://a.be/?a=1&b=2)", "[x](https://a.be/?a=1&amp;b=2)"),
        ("[x](https://a.be/x_(1))", "[x](<https://a.be/x_(1)>)"),
        ("![a](https://a.be/b.png)*na*", "!\\[a\\](https://a.be/b.png)*na*"),
        ("![a\n# b\n::: notes\nc](https://a.be)", "!\\[a # b ::: notes c\\](https://a.be)"),
        ("[x](<https://a.be/)>)", "[x](<https://a.be/)>)"),
        ("[x](<https://a.be/(>)", "[x](<https://a.be/(>)"),
        ("[x](<https://a.be/a b\\<\\>\\\\>)", "[x](https://a.be/a%20b%3C%3E%5C)"),
        ("[x](MAILTO:an@voorbeeldegem.example)", "[x](MAILTO:an@voorbeeldegem.example)"),
    ],
)
def test_a_toelichting_is_written_anew_in_one_way(typed, written):
    assert author_markdown(typed) == written


@pytest.mark.parametrize(
    "typed",
    ["- " * 12, "* " * 400 + "diep", "\n".join(f"{'  ' * deep}- diep" for deep in range(12))],
    ids=["rule", "signs", "lists"],
)
def test_what_stands_below_lists_of_many_levels_is_not_lost(typed):
    written = author_markdown(f"{typed}\n\nSlot.")
    assert written.count("diep") == typed.count("diep")
    assert written.endswith("\n\nSlot.")
    within = written.replace("\n", "\n    ")
    blocks, _ = parse(f"- actie\n  - deel\n\n    {within}\n\nEinde.\n")
    assert [type(block) for block in blocks] == [BulletList, Paragraph]


def test_words_in_emphasis_in_emphasis_are_not_lost():
    typed = "*a **b " * 200 + "[c](https://a.be)" + " d** e*" * 200
    for text in (typed, author_markdown(typed)):
        (paragraph,), _ = parse(text)
        assert plain(paragraph.children) == "a b " * 200 + "c" + " d e" * 200


@pytest.mark.parametrize("sign", ["- ", "> ", "::: kern\n"])
def test_what_a_template_nests_too_deep_is_text(sign):
    assert "binnen" in str(parse(f"{sign * 30}binnen\n")[0])


@pytest.mark.parametrize("address", ["https://a.be/?a=1&b=2", "https://a.be/x_(1)"])
def test_an_address_among_plain_words_is_as_it_was_typed(address):
    assert author_words(f"Zie *hier*: [x]({address}).") == f"Zie hier: x ({address})."


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Zie:\n- een\n- *twee*\n\nLater meer.", "Zie: een; *twee*"),
        ("Zie:\n\n1. een\n   - deel\n2. twee", "Zie: een; deel; twee"),
        ("- een\n- twee", "een; twee"),
        ("Te druk.\n\n- een", "Te druk."),
        ("Zie:\n\nElders.", "Zie:"),
        ("a | b  \nc", "a \\| b c"),
        (" ", ""),
    ],
)
def test_a_cell_takes_the_list_that_its_first_words_announce(typed, written):
    assert author_line(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("een\ntwee\n\n\n\ndrie", "een twee\n\ndrie"),
        ("een\r\n\r\ntwee", "een\n\ntwee"),
        ("*een*\n\n- twee", "\\*een\\*\n\n\\- twee"),
        ("", ""),
        ("Een.\n  \nTwee.\r\n\t\r\nDrie", "Een.\n\nTwee.\n\nDrie"),
    ],
)
def test_a_criterium_has_paragraphs_and_no_marks(typed, written):
    assert paragraphs(typed) == written


@pytest.mark.parametrize(
    "typed",
    [
        "# Kop",
        "![beeld](x.png)",
        "<script>x</script>",
        "| a | b |",
        "```python",
        "> citaat",
        "a\\b `c`",
        "&lt;",
        "[x](javascript:alert)",
        "[x](file:///etc)",
        "![a](https://a.be/b.png) na",
        ":::",
        "---",
    ],
)
def test_what_a_toelichting_may_not_hold_comes_out_as_typed(typed):
    blocks, remarks = parse(author_markdown(typed))
    assert [inline_of(block) for block in blocks] == [typed]
    assert not remarks


def test_tables_stay_whole_with_a_bar_in_a_value():
    blocks, _ = parse(f"| a |\n|---|\n| {escape('x | y')} |\n")
    assert isinstance(blocks[0], Table)
    assert len(blocks[0].rows[0]) == 1
