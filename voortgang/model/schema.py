"""JSON Schemas of the data files, for editors that check while somebody types.

They come from the models, as draft-07, which is what the YAML extensions understand. They accept
what reading accepts: a number where a text is wanted, nothing behind a key that may be left out.
"""

from typing import Any, TypeAlias

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from voortgang.model.audit import AuditBestand
from voortgang.model.deel import Deel
from voortgang.model.rapport import DomeinBestand, Rapport
from voortgang.model.waarden import LINE, TEXT

Schema: TypeAlias = dict[str, Any]


def schemas() -> dict[str, Schema]:
    """Make all schemas, by the name of their file."""
    return {
        "rapport.schema.json": _schema(
            Rapport,
            "Voortgangsrapport van één jaar",
            "Het rapport: het jaar, het bestuur en de volgorde van de domeinen.",
        ),
        "domein.schema.json": _domein_schema(),
        "audit.schema.json": _schema(
            AuditBestand,
            "Audit met aanbevelingen",
            "Eén audit: wat de auditor aanbeveelt; wat ervan werd, volgt uit de acties.",
        ),
    }


def _domein_schema() -> Schema:
    schema = _schema(
        DomeinBestand,
        "Domein van het voortgangsrapport",
        "Eén domein in één jaar: wat is gerealiseerd en wat is gepland.",
    )
    parts = schema["definitions"]
    actie, reden = parts["Actie"], parts["Actie"]["properties"].pop("reden")
    parts["Risico"]["properties"].pop("reden")
    # A plan that was given up has a reden, and is so never a text alone; no other actie has one.
    parts["Vervallen"] = {
        **actie,
        "properties": {**actie["properties"], "reden": {**reden, **TEXT}},
        "required": [*actie["required"], "reden"],
    }
    schema["properties"]["vervallen"]["items"] = {"$ref": "#/definitions/Vervallen"}
    for name in ("Actie", "Deelactie", "Risico"):
        parts[name] = {"anyOf": [LINE, parts[name]]}
    return schema


def _schema(part: type[Deel], title: str, description: str) -> Schema:
    made = part.model_json_schema(
        ref_template="#/definitions/{model}", schema_generator=_ForEditors
    )
    parts = made.pop("$defs")
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title}
    return {**head, "description": description, **made, "definitions": parts}


class _ForEditors(GenerateJsonSchema):
    """What may be left out may also be left empty; what is said of a class is for engineers."""

    def sort(
        self,
        value: JsonSchemaValue,
        parent_key: str | None = None,  # noqa: ARG002 -- pydantic's signature
    ) -> JsonSchemaValue:
        return value  # in the order of the manual

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        if "$ref" in inner:
            return {"anyOf": [inner, {"type": "null"}]}
        if isinstance(inner.get("type"), str):
            return {**inner, "type": [inner["type"], "null"]}
        return inner

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        return {key: made[key] for key in made if key not in ("title", "description")}
