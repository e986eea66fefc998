"""The acties as csv for Excel and as json for Power BI and open data."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from voortgang.exchange.excel.columns import ACTIES, COLUMNS, Kolom
from voortgang.exchange.excel.rows import rows
from voortgang.model import SOORTEN, Rapport, Risico
from voortgang.model.waarden import Kind

VERSION = 1
# What Excel would run or count with when it opens a csv; a number or a date is no danger.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_TYPES = {Kind.GETAL: "integer", Kind.WAAR: "boolean"}


def make_csv(rapport: Rapport, dienst: str | None = None) -> bytes:
    """Write the rows as Excel in Belgium opens them: UTF-8 with a mark, `;`, CRLF.

    A text that Excel would take for a formula gets an apostrophe in front; json has it as typed.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS["Acties"])
    for row in rows(rapport, dienst):
        values = row.values()
        writer.writerow([_harmless(values.get(name, "")) for name in COLUMNS["Acties"]])
    return out.getvalue().encode("utf-8-sig")


def make_json(rapport: Rapport, dienst: str | None = None) -> bytes:
    """Write the rows with their types: lists are lists, what is not there is null."""
    empty: dict[str, Any] = {
        kolom.name: [] if kolom.key and kolom.key.many else None for kolom in ACTIES
    }
    acties = []
    for row in rows(rapport, dienst):
        domein = {"domein": row.domein.id, "domein_titel": row.domein.titel}
        record = {**empty, **row.data(), **domein}
        acties.append({_name(name): value for name, value in record.items()})
    head = {"version": VERSION, "jaar": rapport.rapportjaar, "bestuur": rapport.bestuur}
    data = {**head, "titel": rapport.titel, "acties": acties}
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def json_schema() -> Mapping[str, Any]:
    """Describe what `make_json` writes, as a JSON Schema."""
    text = {"type": "string"}
    actie = {_name(kolom.name): _schema(kolom) for kolom in ACTIES}
    actie |= {"domein": text, "soort": {"enum": SOORTEN}, "titel": text, "domein_titel": text}
    head = {
        "version": {"const": VERSION},
        "jaar": {"type": "integer", "minimum": 1, "maximum": 9999},
        "bestuur": text,
        "titel": text,
        "acties": {"type": "array", "items": _closed(actie)},
    }
    title = "voortgang export JAAR -o BESTAND.json"
    schema = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": schema, "title": title, **_closed(head)}


def _schema(kolom: Kolom) -> dict[str, Any]:
    kind = _TYPES.get(kolom.key.kind, "string") if kolom.key else "string"
    if not kolom.key or not kolom.key.many:
        return {"type": [kind, "null"]}
    typed = Risico.model_json_schema()["properties"][kolom.name].get("items", {})
    bounds = {name: typed[name] for name in ("minimum", "maximum") if name in typed}
    return {"type": "array", "items": {"type": kind, **bounds}}


def _closed(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _name(kolom: str) -> str:
    return kolom.replace(" ", "_")


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
