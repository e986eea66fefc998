"""The description of the open data as DCAT, which portals of open data read."""

from collections.abc import Iterable, Mapping
from typing import Any

from voortgang.findings.machine import as_json
from voortgang.model import Rapport
from voortgang.site.archief import Archief
from voortgang.site.gegevens import FOLDER, Dataset

FILE = "catalogus.jsonld"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_DUTCH = "http://publications.europa.eu/resource/authority/language/NLD"
_NAMES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def make_data(archief: Archief, found: Iterable[Dataset]) -> dict[str, bytes]:
    """Write the open data with its description, by path in the folder of the site."""
    files = {name: content for each in found for name, content in each.made(archief)}
    files[FILE] = as_json(catalogue(archief, found)).encode()
    return {f"{FOLDER}/{name}": content for name, content in files.items()}


def catalogue(archief: Archief, found: Iterable[Dataset]) -> Mapping[str, Any]:
    """Describe data sets as DCAT; addresses are relative, to wherever the folder is published."""
    newest = archief.newest
    return {
        "@context": _NAMES,
        "@id": FILE,
        "@type": "dcat:Catalog",
        "dct:title": _dutch(f"Open gegevens van {newest.bestuur}: {newest.titel}"),
        "dct:description": _dutch("De gegevens achter de voortgangsrapporten."),
        **_published(newest),
        "dcat:dataset": [_dataset(archief, each) for each in found],
    }


def _dataset(archief: Archief, dataset: Dataset) -> Mapping[str, Any]:
    newest, naam = archief.newest, dataset.naam
    return {
        "@id": f"#{naam}",
        "@type": "dcat:Dataset",
        "dct:title": _dutch(f"{newest.titel} van {newest.bestuur}: {naam}"),
        "dct:description": _dutch(dataset.beschrijving),
        **_published(newest),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(f"{min(archief.rapporten):04}-01-01"),
            "dcat:endDate": _day(f"{max(archief.rapporten):04}-12-31"),
        },
        "dcat:keyword": [_dutch("organisatiebeheersing"), _dutch("voortgangsrapport")],
        "dcat:landingPage": {"@id": "index.html"},
        **({"dct:modified": _day(newest.datum.isoformat())} if newest.datum else {}),
        **_reached(newest),
        "dcat:distribution": [
            _distribution(f"{naam}.csv", "csv", "text/csv"),
            {
                **_distribution(f"{naam}.json", "json", "application/json"),
                "dct:conformsTo": {"@id": f"{naam}.schema.json"},
            },
        ],
    }


def _published(rapport: Rapport) -> dict[str, Any]:
    return {
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": _dutch(rapport.bestuur)},
        "dct:language": {"@id": _DUTCH},
    }


def _dutch(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "nl"}


def _day(text: str) -> dict[str, str]:
    return {"@value": text, "@type": "xsd:date"}


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
        "dct:title": _dutch(f"{file.partition('.')[0].capitalize()} als {word}"),
        "dcat:accessURL": {"@id": "index.html"},
        "dcat:downloadURL": {"@id": file},
        "dcat:mediaType": {"@id": f"{_MEDIA}{media}"},
    }
