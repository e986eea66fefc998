import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from voortgang.source.yaml.comments import ignore_comments, lost_comments
from voortgang.source.yaml.nodes import NO_KEYS, Mapping, Scalar
from voortgang.source.yaml.parse import parse_document


def plain(node):
    """The tree as safe_load would give it when all scalars are texts."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    return [plain(item) for item in node.items]


def read(text):
    document, findings = parse_document("x.yaml", text.encode(), NO_KEYS)
    assert findings == ()
    return document


@pytest.mark.slow
@settings(max_examples=150)
@given(
    st.binary(max_size=200)
    | st.text(alphabet="ab:-#'\"[]{}&*!%@`|>?,\\ \n\t\r\u00a0", max_size=60).map(str.encode)
)
@example(b"[" * 100_000)
@example(b"- " * 100_000)
@example(b"x" * (2 * 1024 * 1024 + 1))
@example(b'"\\')
@example(b"a: b\n" * 3 + b"\x00")
@example(b"# niets")
@example(b"---\n")
@example(b"\x07")
def test_no_bytes_make_it_raise(content):
    document, findings = parse_document("x.yaml", content, NO_KEYS)
    assert document.root is not None or findings
    assert len(findings) < 200
    assert all(finding.line >= 1 and finding.column >= 1 for finding in findings)


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), max_size=12
)
KEYS = TEXTS.filter(lambda key: key not in {"<<", ""})
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
DATA = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)


@pytest.mark.slow
@settings(max_examples=80)
@given(DATA, st.sampled_from([None, '"', "'"]), st.booleans())
def test_sound_yaml_is_read_as_everybody_reads_it(data, style, flow):
    text = yaml.safe_dump(data, allow_unicode=True, default_style=style, default_flow_style=flow)
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        document, findings = parse_document("x.yaml", text.encode(), NO_KEYS, loader)
        assert findings == ()
        assert plain(document.root) == yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 -- all text


def test_what_yaml_turns_into_other_things_stays_text():
    text = "a: 12:30\nb: 010\nc: no\nd: 2022-01-01\ne: ~\nf: 1.10\n"
    assert plain(read(text).root) == {
        "a": "12:30", "b": "010", "c": "no", "d": "2022-01-01", "e": "~", "f": "1.10"
    }  # fmt: skip


def test_a_scalar_knows_where_it_begins_and_ends_and_its_style():
    (key, value), (_, quoted) = read("titel: Actie één\nb: 'x'\n").root.entries
    assert key[2:] == (1, 1, 1, 6)
    assert value == Scalar("Actie één", plain=True, line=1, column=8, end_line=1, end_column=17)
    assert not quoted.plain


def test_findings_do_not_take_the_tree_away_where_the_structure_is_sure():
    document, findings = parse_document("x.yaml", b"a: 1\na: 2\nb: x\ty\n", NO_KEYS)
    assert len(findings) == 2
    assert plain(document.root) == {"a": "1", "b": "x y"}


def test_twenty_levels_are_allowed():
    read("[" * 20 + "]" * 20)


def ignored(text):
    """The codes that comments ignore, and on which lines."""
    return [(each.codes, each.lines) for each in ignore_comments(read(text))]


def test_comments_that_ignore_codes():
    text = """\
a: tekst # voortgang: negeer VG031
b: "# voortgang: negeer VG032"
c: |
  # voortgang: negeer VG033
d: x#voortgang
# voortgang: negeer VG035, VG036

e: y
"""
    assert ignored(text) == [(("VG031",), (1,)), (("VG035", "VG036"), (6, 8))]


def test_a_comment_right_behind_a_block_text_counts():
    text = "a: |\n  x\n# voortgang: negeer VG031\nb: y\n"
    assert ignored(text) == [(("VG031",), (3, 4))]


def test_text_lost_in_a_comment_is_found():
    text = "- Fase #2\n- Fase # een opmerking\n- 'Fase' #3\n- 'Fase #4'\n- Fase#5\n"
    (lost,) = lost_comments(read(text))
    assert (lost.place, lost.kept.text, lost.lost) == (("x.yaml", 1, 8), "Fase", "#2")


def test_a_remedy_for_a_very_long_line_stays_readable():
    _, (finding,) = parse_document("x.yaml", b"- @" + b"x" * 100_000, NO_KEYS)
    assert len(finding.hint) < 250


@pytest.mark.slow
def test_a_hostile_file_does_not_fill_the_screen():
    _, findings = parse_document("x.yaml", b"a: 1\n" * 100_000, NO_KEYS)
    assert len(findings) == 1000


@pytest.mark.slow
def test_endless_comments_and_tabs_are_read_in_one_go():
    text = "titel: C\n" + "# voortgang: negeer VG031\n" * 20_000 + "planning: []\n"
    document, findings = parse_document("x.yaml", text.encode(), NO_KEYS)
    assert not findings
    assert len(ignore_comments(document)) == 20_000
    _, findings = parse_document("x.yaml", b"titel: C\n" + b"\t" * 200_000, NO_KEYS)
    assert [(each.line, each.column) for each in findings] == [(2, 1)]
