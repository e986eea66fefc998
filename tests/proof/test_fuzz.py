"""A short fuzz; `make fuzz` and `make inside` go on for longer, and what they find is kept."""

import contextlib
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spoil import KINDS, attack

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_what_was_found_once_is_held(tmp_path, path):
    kind = path.stem.rpartition("-")[0]
    assert attack(kind, path.read_bytes(), tmp_path) is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_spoiled_file_gets_an_answer(tmp_path, kind):
    content = KINDS[kind].spoiled(random.Random(kind))  # noqa: S311 -- repeatable
    assert attack(kind, content, tmp_path) is None


scalars = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["titel", "id", "dienst", "termijn", "2023-Q2", "sdg", "&a", "*a", "- ", "~"]),
    st.integers(),
    st.booleans(),
    st.none(),
)
keys = st.sampled_from(
    ["titel", "realisaties", "planning", "risicos", "vervallen", "deelacties", "id", "reden", "x"]
)
trees = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=15,
)


@settings(max_examples=150)
@given(trees)
def test_any_structure_is_read_or_refused_in_place(tree):
    import yaml

    from voortgang.source.yaml.nodes import NO_KEYS
    from voortgang.source.yaml.parse import parse_document

    text = yaml.safe_dump(tree, allow_unicode=True)
    document, findings = parse_document(
        "data/2022/x.yaml", text.encode("utf-8", "surrogatepass"), NO_KEYS
    )
    lines = text.count("\n") + 1
    assert all(1 <= finding.line <= lines and finding.column >= 1 for finding in findings)
    assert document.file == "data/2022/x.yaml"


@settings(max_examples=150)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    from voortgang.source.yaml.nodes import NO_KEYS
    from voortgang.source.yaml.parse import parse_document

    _, findings = parse_document("data/2022/x.yaml", data, NO_KEYS)
    assert all(finding.code.startswith("VG") for finding in findings)


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [
                "{{",
                "}}",
                "{%",
                "%}",
                "for",
                "in",
                "if",
                "endfor",
                "endif",
                "a",
                "titel",
                "|",
                "(",
                ")",
                "[",
                "]",
                "~",
                "'",
                '"',
                "\n",
                "#",
                "- ",
                ":::",
                "```",
                "grafiek",
                "range(9)",
                "set",
                "=",
            ]
        ),
        max_size=40,
    )
)
def test_any_template_is_filled_in_or_refused(words):
    from test_templates import Text

    from voortgang.content.template.render import render
    from voortgang.findings import FindingsError

    text = " ".join(words)
    with contextlib.suppress(FindingsError):
        render(Text(text), {"titel": "T", "a": ("x",), "grafieken": {}})
