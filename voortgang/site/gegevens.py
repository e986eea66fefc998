"""The acties of all years as open data: csv, json with its schema, and a description as DCAT."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from voortgang.exchange.excel.columns import ACTIES, COLUMNS
from voortgang.exchange.excel.flat import (
    closed,
    csv_of,
    json_of,
    record,
    record_schema,
)
from voortgang.exchange.excel.rows import ActieRow, rows
from voortgang.model import Actie, Rapport
from voortgang.model.rol import ROLLEN
from voortgang.site.archief import Archief

VERSION = 1
FOLDER = "gegevens"
FILES = MappingProxyType(
    {
        "acties.csv": "voor een rekenblad (puntkomma's, UTF-8)",
        "acties.json": "voor programma's",
        "acties.schema.json": "beschrijft acties.json, als JSON Schema",
        "catalogus.jsonld": "beschrijft deze gegevens, als DCAT",
    }
)
_PLACES = MappingProxyType(
    {
        "domein": "Het domein; in json de naam van het bestand, met zijn titel in domein_titel.",
        "soort": "In welke lijst de actie staat.",
        "deelactie van": "Alleen voor een deel van een andere actie: welke.",
        "kenmerk": "De naam waaraan dezelfde actie in een ander domein of jaar te herkennen is.",
    }
)
_SCHEMA = "https://json-schema.org/draft/2020-12/schema"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_DUTCH = "http://publications.europa.eu/resource/authority/language/NLD"
_NAMES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def make_data(archief: Archief) -> dict[str, bytes]:
    """Write the files, by their path in the folder of the site."""
    files = {
        "acties.csv": _csv(archief),
        "acties.json": json_of(_acties(archief)),
        "acties.schema.json": json_of(data_schema()),
        "catalogus.jsonld": json_of(_catalogue(archief)),
    }
    return {f"{FOLDER}/{name}": content for name, content in files.items()}


def data_schema() -> dict[str, Any]:
    """Describe acties.json as a JSON Schema; its fields come from the model."""
    text = {"type": "string"}
    jaar = {"type": "integer", "minimum": 1, "maximum": 9999}
    stand = {"type": ["string", "null"], "enum": [*ROLLEN, None]}
    actie = {"jaar": jaar, **record_schema(), "stand": stand}
    head = {
        "$schema": text,
        "version": {"const": VERSION},
        "bestuur": text,
        "titel": text,
        "jaren": {"type": "array", "items": jaar},
        "acties": {"type": "array", "items": closed(actie)},
    }
    return {"$schema": _SCHEMA, "title": "Acties van alle jaren", **closed(head)}


def field_words() -> Iterator[tuple[str, str]]:
    """Explain each column of the csv, in the words of the model."""
    yield "jaar", "Het rapportjaar."
    for kolom in ACTIES:
        yield kolom.name, kolom.key.words if kolom.key else _PLACES[kolom.name]
    yield "stand", "Hoe het er nu mee staat; van een plan: wat er tot het nieuwste jaar van werd."


def _rows(archief: Archief) -> Iterator[tuple[int, ActieRow, str | None]]:
    """Go through the rows of all years, each with its year and the stand of an actie."""
    for jaar, rapport in archief.rapporten.items():
        for row in rows(rapport):
            entry = row.entry
            found = isinstance(entry, Actie) and archief.standen[jaar, row.soort, entry.id]
            yield jaar, row, found or None


def _kept(archief: Archief, jaar: int, nothing: object) -> dict[str, Any]:
    """Keep to ourselves where the proof lies, where the report does not print it either."""
    return {} if archief.rapporten[jaar].nota.bewijs else {"bewijs": nothing}


def _csv(archief: Archief) -> bytes:
    columns = ("jaar", *COLUMNS["Acties"], "stand")
    lines = (
        {**row.values(), **_kept(archief, jaar, ""), "jaar": str(jaar), "stand": stand or ""}
        for jaar, row, stand in _rows(archief)
    )
    return csv_of(columns, lines)


def _acties(archief: Archief) -> Mapping[str, Any]:
    newest = archief.newest
    return {
        "$schema": "acties.schema.json",
        "version": VERSION,
        "bestuur": newest.bestuur,
        "titel": newest.titel,
        "jaren": list(archief.rapporten),
        "acties": [
            {"jaar": jaar, **record(row), **_kept(archief, jaar, ()), "stand": stand}
            for jaar, row, stand in _rows(archief)
        ],
    }


def _catalogue(archief: Archief) -> Mapping[str, Any]:
    """Describe the data as DCAT; addresses are relative, to wherever the folder is published."""
    newest = archief.newest
    publisher = {"@type": "foaf:Agent", "foaf:name": _dutch(newest.bestuur)}
    dataset = {
        "@id": "#acties",
        "@type": "dcat:Dataset",
        "dct:title": _dutch(f"{newest.titel}: acties van {newest.bestuur}"),
        "dct:description": _dutch(
            "Alle acties van de voortgangsrapporten: realisaties, plannen, hoge risico's en "
            "vervallen plannen, per jaar en per domein, met wat er van elk plan werd."
        ),
        "dct:publisher": publisher,
        "dct:language": {"@id": _DUTCH},
        "dct:temporal": _period(min(archief.rapporten), max(archief.rapporten)),
        "dcat:keyword": [_dutch("organisatiebeheersing"), _dutch("voortgangsrapport")],
        "dcat:landingPage": {"@id": "index.html"},
        **_dated(newest),
        **_reached(newest),
        "dcat:distribution": [
            _distribution("acties.csv", "csv", "text/csv"),
            {
                **_distribution("acties.json", "json", "application/json"),
                "dct:conformsTo": {"@id": "acties.schema.json"},
            },
        ],
    }
    return {
        "@context": _NAMES,
        "@id": "catalogus.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": _dutch(f"Open gegevens van {newest.bestuur}: {newest.titel}"),
        "dct:description": _dutch("De gegevens achter de voortgangsrapporten."),
        "dct:publisher": publisher,
        "dct:language": {"@id": _DUTCH},
        "dcat:dataset": [dataset],
    }


def _dutch(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "nl"}


def _day(text: str) -> dict[str, str]:
    return {"@value": text, "@type": "xsd:date"}


def _period(first: int, last: int) -> dict[str, Any]:
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": _day(f"{first:04}-01-01"),
        "dcat:endDate": _day(f"{last:04}-12-31"),
    }


def _dated(rapport: Rapport) -> dict[str, Any]:
    return {"dct:modified": _day(rapport.datum.isoformat())} if rapport.datum else {}


def _reached(rapport: Rapport) -> dict[str, Any]:
    """Say whom to ask, where the report does."""
    contact = rapport.contact
    if not contact or not contact.e_mail:
        return {}
    name = contact.naam or contact.dienst or rapport.bestuur
    card = {"@type": "vcard:Organization", "vcard:fn": name}
    return {"dcat:contactPoint": {**card, "vcard:hasEmail": {"@id": f"mailto:{contact.e_mail}"}}}


def _distribution(file: str, word: str, media: str) -> dict[str, Any]:
    return {
        "@id": f"#{file}",
        "@type": "dcat:Distribution",
        "dct:title": _dutch(f"Acties als {word}"),
        "dcat:accessURL": {"@id": "index.html"},
        "dcat:downloadURL": {"@id": file},
        "dcat:mediaType": {"@id": f"{_MEDIA}{media}"},
    }
