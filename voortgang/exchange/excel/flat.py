"""The acties as csv for Excel and as json for Power BI and open data."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from voortgang.exchange.excel.columns import ACTIES, COLUMNS, Kolom
from voortgang.exchange.excel.rows import ActieRow, rows
from voortgang.findings.machine import as_json
from voortgang.model import SOORTEN, Rapport, Risico
from voortgang.model.waarden import Kind
from voortgang.opvolging.aanbevelingen import STANDEN
from voortgang.opvolging.standen import NO_STANDEN, Standen

VERSION = 1
# What Excel would run or count with when it opens a csv; a number or a date is no danger.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
JAAR: Mapping[str, Any] = {"type": "integer", "minimum": 1, "maximum": 9999}
TEXT: Mapping[str, Any] = {"type": "string"}
OPTIONAL: Mapping[str, Any] = {"type": ["string", "null"]}
_TYPES = {Kind.GETAL: "integer", Kind.WAAR: "boolean"}


def make_csv(rapport: Rapport, dienst: str | None = None) -> bytes:
    """Write the rows as Excel in Belgium opens them: UTF-8 with a mark, `;`, CRLF.

    A text that Excel would take for a formula gets an apostrophe in front; json has it as typed.
    """
    return csv_of(COLUMNS["Acties"], (row.values() for row in rows(rapport, dienst)))


def csv_of(columns: Sequence[str], lines: Iterable[Mapping[str, str]]) -> bytes:
    """Write lines of texts by column as such a csv."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_harmless(line.get(name, "")) for name in columns] for line in lines)
    return out.getvalue().encode("utf-8-sig")


def make_json(rapport: Rapport, dienst: str | None = None, standen: Standen = NO_STANDEN) -> bytes:
    """Write the rows with their types: lists are lists, what is not there is null."""
    acties = [record(row) for row in rows(rapport, dienst)]
    head = {"version": VERSION, "jaar": rapport.rapportjaar, "bestuur": rapport.bestuur}
    whole = {**head, "titel": rapport.titel, "acties": acties, **standen.as_json()}
    return as_json(whole).encode()


def record(row: ActieRow) -> dict[str, Any]:
    """Give a row with its types."""
    empty: dict[str, Any] = {
        kolom.name: [] if kolom.key and kolom.key.many else None for kolom in ACTIES
    }
    domein = {"domein": row.domein.id, "domein_titel": row.domein.titel}
    return {_name(name): value for name, value in {**empty, **row.data(), **domein}.items()}


def record_schema() -> dict[str, Any]:
    """Describe the keys of a `record`, as a JSON Schema."""
    actie = {_name(kolom.name): _schema(kolom) for kolom in ACTIES}
    texts = dict.fromkeys(("domein", "titel", "domein_titel"), TEXT)
    return actie | texts | {"soort": {"enum": SOORTEN}}


def json_schema() -> Mapping[str, Any]:
    """Describe what `make_json` writes, as a JSON Schema."""
    head = {
        "version": {"const": VERSION},
        "jaar": JAAR,
        "bestuur": TEXT,
        "titel": TEXT,
        "acties": {"type": "array", "items": closed(record_schema())},
        **{
            name: {"type": "array", "items": closed(keys)}
            for name, keys in standen_schema().items()
        },
    }
    return schema_of("voortgang export JAAR -o BESTAND.json", head)


def schema_of(title: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """Describe a file of json that has exactly these keys."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, "title": title, **closed(properties)}


def standen_schema() -> Mapping[str, Any]:
    """Describe the keys of aanbevelingen and risks with their stand, as a JSON Schema."""
    ids = {"type": "array", "items": TEXT}
    number = {"type": ["integer", "null"], "minimum": 1}
    aanbeveling = {
        "id": TEXT,
        "audit": TEXT,
        "nummer": {"type": ["integer", "string"]},
        "titel": TEXT,
        "dienst": OPTIONAL,
        "termijn": OPTIONAL,
        "stand": {"enum": list(STANDEN)},
        "acties": ids,
    }
    risico = {
        "id": TEXT,
        "titel": TEXT,
        "domeinen": ids,
        "dienst": OPTIONAL,
        **dict.fromkeys(("kans", "impact", "score"), number),
        "hoog": {"type": ["boolean", "null"]},
        **dict.fromkeys(("restkans", "restimpact", "restscore"), number),
        "beheerst_door": ids,
    }
    return {"aanbevelingen": aanbeveling, "risicos": risico}


def _schema(kolom: Kolom) -> dict[str, Any]:
    kind = _TYPES.get(kolom.key.kind, "string") if kolom.key else "string"
    if not kolom.key or not kolom.key.many:
        return {"type": [kind, "null"]}
    typed = Risico.model_json_schema()["properties"][kolom.name].get("items", {})
    bounds = {name: typed[name] for name in ("minimum", "maximum") if name in typed}
    return {"type": "array", "items": {"type": kind, **bounds}}


def closed(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Describe an object that has exactly these keys."""
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
