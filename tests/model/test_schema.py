"""The schemas for editors: they agree with the reader, and the files in `schema/` are fresh."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from voortgang.model import Actie, Domein, Rapport
from voortgang.model.deel import names_of
from voortgang.model.schema import schemas

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data" / "2022"
SCHEMAS = schemas()
RAPPORT, DOMEIN, _ = SCHEMAS.values()
HEAD = "rapportjaar: 2022\nbestuur: B\ntitel: T\ndomeinen: [cultuur]\n"


@pytest.mark.parametrize(("name", "schema"), SCHEMAS.items())
def test_the_file_in_the_repository_is_fresh(name, schema):
    Draft7Validator.check_schema(schema)
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    assert (ROOT / "schema" / name).read_text(encoding="utf-8") == text


def valid(schema, text):
    return Draft7Validator(schema).is_valid(yaml.safe_load(text))


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_data_of_2022_is_valid(path):
    schema = RAPPORT if path.stem == "rapport" else DOMEIN
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
    assert valid(DOMEIN, text)


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
    assert not valid(DOMEIN, text)


@pytest.mark.parametrize(
    "text", ["formaat: 2", "kader: ander", "ontwerp: 'ja'", "contact: {tel: 1}", "datum: morgen"]
)
def test_reader_and_schema_refuse_a_rapport(read, text):
    assert read(rapport=HEAD + text).rapport is None
    assert not valid(RAPPORT, HEAD + text)


def parts(schema):
    """All mappings of a schema with keys of their own."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for each in schema.values():
            yield from parts(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from parts(each)


@pytest.mark.parametrize("schema", SCHEMAS.values())
def test_an_editor_can_tell_of_each_key_what_it_is_for(schema):
    for part in parts(schema):
        assert all(key["title"] == name for name, key in part["properties"].items())
        assert all(key["description"].endswith(".") for key in part["properties"].values())


def test_the_keys_are_those_of_the_model_in_the_order_of_the_manual():
    assert tuple(RAPPORT["properties"]) == names_of(Rapport)
    assert (*DOMEIN["properties"], "id") == names_of(Domein)
    _, actie = DOMEIN["definitions"]["Actie"]["anyOf"]
    assert (*actie["properties"], "reden") == names_of(Actie)


@pytest.mark.parametrize(
    "text",
    ["contact:", "nota: {adviezen: }", "presentatie: {minimale_lettergrootte: }", "formaat:"],
)
def test_reader_and_schema_accept_a_key_with_nothing_behind_it(read, text):
    assert read(rapport=HEAD + text).findings == ()
    assert valid(RAPPORT, HEAD + text)
