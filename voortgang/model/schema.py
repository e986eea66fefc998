"""JSON Schemas of the data files, for editors that check while somebody types.

Draft-07 is what the YAML extensions understand. They accept what the strict reader accepts: a
number where a text is wanted, and nothing behind a key that may be left out.
"""

from typing import Any, TypeAlias

from voortgang.model import rapport as model
from voortgang.model.identity import ID_FORM, ID_LENGTH
from voortgang.model.key import keys_of
from voortgang.model.termijn import TERMIJN_FORM

Schema: TypeAlias = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_LINE: Schema = {"type": ["string", "number", "boolean"], "pattern": r"^\s*\S[^\n\r]*\s*$"}
_OPTIONAL: Schema = {"type": ["string", "number", "boolean", "null"]}
_DATE: Schema = {"type": ["string", "null"], "pattern": r"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$"}
_TERMIJN: Schema = {
    "type": ["string", "integer", "null"],
    "pattern": rf"^\s*{TERMIJN_FORM}\s*$",
    "minimum": 1000,
    "maximum": 9999,
}
_ANY_ID: Schema = {"type": ["string", "integer"], "pattern": rf"^\s*{ID_FORM}\s*$", "minimum": 0}
_ID: Schema = {**_ANY_ID, "type": ["string", "integer", "null"], "maxLength": ID_LENGTH}


def _list(item: Schema) -> Schema:
    return {"type": ["array", "null"], "items": item}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


_SDG: Schema = {"type": "integer", "minimum": 1, "maximum": 17}
_POINTS: Schema = {"type": ["integer", "null"], "minimum": 12, "maximum": 24}
_WORDS: Schema = {"type": ["object", "null"], "additionalProperties": _OPTIONAL}
_CODE: Schema = {"type": "string", "pattern": r"^\s*VG[0-9]{3}\s*$"}
_IDS: Schema = {"anyOf": [_ANY_ID, _list(_ANY_ID)]}

_DEELACTIE: Schema = {
    "titel": _LINE,
    "dienst": _OPTIONAL,
    "termijn": _TERMIJN,
    "toelichting": _OPTIONAL,
}
_ACTIE: Schema = {
    "titel": _LINE,
    "id": _ID,
    "deelacties": _list(_ref("deelactie")),
    "toelichting": _OPTIONAL,
    "dienst": _OPTIONAL,
    "termijn": _TERMIJN,
    "mjp": _OPTIONAL,
    "sdg": _list(_SDG),
    "aanbeveling": _OPTIONAL,
    "vervolg_op": _IDS,
}
_VERVALLEN: Schema = {**_ACTIE, "reden": _TEXT}
_DOMEIN: Schema = {
    "titel": _LINE,
    "rechtsgrond": _OPTIONAL,
    "criterium": _OPTIONAL,
    **dict.fromkeys(model.SOORTEN, _list(_ref("actie"))),
    "vervallen": _list(_ref("vervallen")),
}
_CONTACT: Schema = {"naam": _OPTIONAL, "dienst": _OPTIONAL, "e-mail": _OPTIONAL}
_ADVIES: Schema = {"van": _TEXT, "datum": _DATE}
_NOTA: Schema = {
    "van": _OPTIONAL,
    "organen": _list(_TEXT),
    "adviezen": _list(_ref("advies")),
    "kader_goedgekeurd": _OPTIONAL,
    "financiele_weerslag": _OPTIONAL,
    "bijlagen": _list(_TEXT),
}


def domein_schema() -> Schema:
    """Make the schema of a domain's file."""
    definitions = {
        "deelactie": _text_or(_object(model.Deelactie, _DEELACTIE, ("titel",))),
        "actie": _text_or(_object(model.Actie, _ACTIE, ("titel",))),
        "vervallen": _object(model.Actie, _VERVALLEN, ("titel", "reden")),
    }
    return {
        "$schema": _DRAFT,
        "title": "Domein van het voortgangsrapport",
        "description": "Eén domein in één jaar: wat is gerealiseerd en wat is gepland.",
        **_object(model.Domein, _DOMEIN, ("titel",)),
        "definitions": definitions,
    }


def rapport_schema() -> Schema:
    """Make the schema of rapport.yaml."""
    keys: Schema = {
        "rapportjaar": {"type": "integer", "minimum": 1, "maximum": 9999},
        "bestuur": _LINE,
        "titel": _LINE,
        "domeinen": {"type": "array", "items": _TEXT, "uniqueItems": True},
        "formaat": {"enum": [model.FORMAAT, None]},
        "kader": {"enum": ["mechelen", "leidraad", None]},
        "datum": _DATE,
        "ontwerp": {"type": ["boolean", "null"]},
        "contact": _or_nothing(_object(model.Contact, _CONTACT)),
        "nota": _or_nothing(_object(model.NotaGegevens, _NOTA)),
        "presentatie": _or_nothing(
            _object(model.PresentatieGegevens, {"minimale_lettergrootte": _POINTS})
        ),
        "afkortingen": _WORDS,
        "controle": _or_nothing(_object(model.Controle, {"negeer": _list(_CODE)})),
    }
    return {
        "$schema": _DRAFT,
        "title": "Voortgangsrapport van één jaar",
        "description": "Het rapport: het jaar, het bestuur en de volgorde van de domeinen.",
        **_object(model.Rapport, keys, ("rapportjaar", "bestuur", "titel", "domeinen")),
        "definitions": {"advies": _object(model.Advies, _ADVIES, ("van",))},
    }


def _object(part: type, keys: Schema, required: tuple[str, ...] = ()) -> Schema:
    """Make the schema of a mapping; the model's fields say what its keys are for."""
    words = {key.name: key.words for key in keys_of(part).values()}
    made: Schema = {
        "type": "object",
        "properties": {
            key: {"title": key, "description": words[key], **schema} for key, schema in keys.items()
        },
        "additionalProperties": False,
    }
    return {**made, "required": list(required)} if required else made


def _or_nothing(schema: Schema) -> Schema:
    return {**schema, "type": ["object", "null"]}


def _text_or(schema: Schema) -> Schema:
    return {"anyOf": [_LINE, schema]}
