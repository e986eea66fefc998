"""Emitting YAML: what a person would type, and what strict reading gives back unchanged."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voortgang.source.yaml.decode import odd_character
from voortgang.source.yaml.emit import emit_entry, emit_item, emit_mapping, emit_value
from voortgang.source.yaml.nodes import NO_KEYS, Mapping, Scalar, Sequence
from voortgang.source.yaml.parse import parse_document


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Nieuw intranet", "Nieuw intranet"),
        ("Audit (fase 1) – kassa's", "Audit (fase 1) – kassa's"),
        ("2023-Q2", "2023-Q2"),
        ("2023", "2023"),
        ("artikel 217, 1°", "artikel 217, 1°"),
        ("Welzijn: opleidingen", '"Welzijn: opleidingen"'),
        ("Fase #2", '"Fase #2"'),
        ('"5" stuks', '"\\"5\\" stuks"'),
        ("C:\\map: leeg", '"C:\\\\map: leeg"'),
        ("- streepje", '"- streepje"'),
        ("@team", '"@team"'),
        ("true", '"true"'),
        ("", '""'),
        (" rand ", '" rand "'),
        ("regel\u2028scheiding", '"regel\\u2028scheiding"'),
    ],
)
def test_a_text_is_plain_where_it_can_be(text, typed):
    assert emit_value(text) == typed


def test_an_actie_as_a_person_would_type_it():
    actie = {
        "titel": "Nieuw intranet",
        "termijn": "2023-Q2",
        "toelichting": "Eerste alinea.\n\n- een punt: zo\n  verder",
        "deelacties": ["Proefgroep", {"titel": "Opleiding", "dienst": "ICT"}],
        "sdg": [9, 16],
    }
    assert emit_item(actie) == [
        "  - titel: Nieuw intranet",
        "    termijn: 2023-Q2",
        "    toelichting: |",
        "      Eerste alinea.",
        "",
        "      - een punt: zo",
        "        verder",
        "    deelacties:",
        "      - Proefgroep",
        "      - titel: Opleiding",
        "        dienst: ICT",
        "    sdg: [9, 16]",
    ]


def test_a_bare_key_and_a_boolean():
    assert emit_mapping({"realisaties": None, "ontwerp": True, "risicos": []}) == [
        "realisaties:",
        "ontwerp: true",
        "risicos: []",
    ]


def acceptable(text: str) -> bool:
    """What the model accepts: no control characters but line ends, no surrogates."""
    bare = text.replace("\n", "")
    odd = odd_character(bare) or any(unicodedata.category(c) in ("Cc", "Cs") for c in bare)
    return not odd


awkward = st.lists(
    st.sampled_from([*" \n:#-?,[]{}&*!|>'\"%@`\\~<=.0aé\u00a0\u2028\ufeff😀", ": ", " #", "---"]),
    max_size=8,
).map("".join)
texts = st.one_of(awkward, st.text(max_size=30)).filter(acceptable)


@pytest.mark.slow
@given(texts)
@settings(max_examples=400)
def test_a_text_comes_back_from_every_place_where_it_may_stand(text):
    value = emit_value(text)
    inside = emit_value(text, flow=True)
    source = f"- {value}\n- titel: {value}\n  x: 1\n- [{inside}, {inside}]\n"
    document, findings = parse_document("x.yaml", source.encode(), NO_KEYS)
    assert findings == ()
    first, mapping, flow = document.root.items
    assert isinstance(first, Scalar)
    assert isinstance(mapping, Mapping)
    assert isinstance(flow, Sequence)
    found = [first.text, mapping.entries[0][1].text, *(item.text for item in flow.items)]
    assert found == [text] * 4


@pytest.mark.slow
@given(texts.map(str.strip), texts.map(str.strip).filter(bool), st.sampled_from([0, 2, 4]))
@settings(max_examples=300)
def test_paragraphs_come_back(text, key, indent):
    lines = [*emit_entry(key, text, indent), *emit_entry("einde " + key, "x", indent)]
    document, findings = parse_document("x.yaml", "\n".join(lines).encode(), NO_KEYS)
    assert findings == ()
    (name, value), (after, end) = document.root.entries
    assert (name.text, after.text, end.text) == (key, "einde " + key, "x")
    assert value.text.removesuffix("\n") == text
