"""The schemas for editors: they agree with the reader, and the files in `schema/` are fresh."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from voortgang.model.schema import domein_schema, rapport_schema
from voortgang.model.shapes import DOMEIN, RAPPORT

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data" / "2022"
HEAD = "rapportjaar: 2022\nbestuur: B\ntitel: T\ndomeinen: [cultuur]\n"


@pytest.mark.parametrize(
    ("name", "schema"), [("rapport", rapport_schema()), ("domein", domein_schema())]
)
def test_the_file_in_the_repository_is_fresh(name, schema):
    Draft7Validator.check_schema(schema)
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    assert (ROOT / "schema" / f"{name}.schema.json").read_text(encoding="utf-8") == text


def valid(schema, text):
    return Draft7Validator(schema).is_valid(yaml.safe_load(text))


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_data_of_2022_is_valid(path):
    schema = rapport_schema() if path.stem == "rapport" else domein_schema()
    assert valid(schema, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "titel: 2022",
        "titel: C\nrechtsgrond:\nplanning:",
        "titel: C\nplanning: [Een, 2023, true, {titel: X, termijn: 2023, sdg: [3], vervolg_op: y}]",
        "titel: C\nplanning:\n  - {titel: X, termijn: 2023-Q1, deelacties: [a, {titel: b}]}",
        "titel: C\nvervallen:\n  - {titel: X, reden: Geen geld}",
    ],
)
def test_reader_and_schema_accept_a_domain(read, text):
    assert read(cultuur=text).findings == ()
    assert valid(domein_schema(), text)


@pytest.mark.parametrize(
    "text",
    [
        "planning: [X]",
        "titel:",
        "titel: C\nrealisatie: []",
        "titel: C\nplanning: X",
        "titel: C\nplanning: [{titel: X, termijn: voorjaar}]",
        "titel: C\nplanning: [{titel: X, sdg: [18]}]",
        "titel: C\nplanning: [{titel: X, id: Een Id}]",
        "titel: C\nplanning: [{titel: X, reden: y}]",
        "titel: C\nplanning: ['Welzijn', {Welzijn: opleidingen}]",
        "titel: C\nvervallen: [X]",
    ],
)
def test_reader_and_schema_refuse_a_domain(read, text):
    assert read(cultuur=text).rapport is None
    assert not valid(domein_schema(), text)


@pytest.mark.parametrize(
    "text", ["formaat: 2", "kader: ander", "ontwerp: 'ja'", "contact: {tel: 1}", "datum: morgen"]
)
def test_reader_and_schema_refuse_a_rapport(read, text):
    assert read(rapport=HEAD + text).rapport is None
    assert not valid(rapport_schema(), HEAD + text)


@pytest.mark.parametrize(
    ("schema", "shape"), [(rapport_schema(), RAPPORT), (domein_schema(), DOMEIN)]
)
def test_schema_and_reader_know_the_same_keys(schema, shape):
    assert set(schema["properties"]) == set(shape)
    assert all(part["description"] for part in schema["properties"].values())
