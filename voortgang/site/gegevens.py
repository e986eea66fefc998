"""The data of all years, to work on with: csv, json with its schema, and what describes them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from voortgang.exchange.excel.columns import ACTIES, COLUMNS
from voortgang.exchange.excel.flat import (
    JAAR,
    OPTIONAL,
    TEXT,
    closed,
    csv_of,
    record,
    record_schema,
    schema_of,
    standen_schema,
)
from voortgang.exchange.excel.rows import ActieRow, rows
from voortgang.findings.machine import as_json
from voortgang.model import Aanbeveling, Actie, Risico
from voortgang.model.deel import Deel, keys_of
from voortgang.model.rapport import Maturiteit
from voortgang.site.archief import STANDEN, Archief

VERSION = 1
FOLDER = "gegevens"
_NIVEAU: Mapping[str, Any] = {"type": "integer", "minimum": 0}
_PLACES = {
    "domein": "Het domein; in json de naam van het bestand, met zijn titel in domein_titel.",
    "soort": "In welke lijst de actie staat.",
    "deelactie van": "Alleen voor een deel van een andere actie: welke.",
    "kenmerk": "De naam waaraan dezelfde actie in een ander domein of jaar te herkennen is.",
}


class Dataset(NamedTuple):
    """Entries of all years: in json with their types, in csv as texts by column.

    `fields` describe an entry as a JSON Schema does, `columns` explain those of the csv.
    """

    naam: str
    titel: str
    beschrijving: str
    entries: tuple[Mapping[str, Any], ...]
    fields: Mapping[str, Any]
    lines: tuple[Mapping[str, str], ...]
    columns: Mapping[str, str]

    @property
    def files(self) -> Mapping[str, str]:
        """Name its files, each with whom it is for."""
        return {
            f"{self.naam}.csv": "voor een rekenblad (puntkomma's, UTF-8)",
            f"{self.naam}.json": "voor programma's",
            f"{self.naam}.schema.json": f"beschrijft {self.naam}.json, als JSON Schema",
        }

    @property
    def schema(self) -> Mapping[str, Any]:
        """Describe the json."""
        head = {
            "$schema": TEXT,
            "version": {"const": VERSION},
            "bestuur": TEXT,
            "jaren": {"type": "array", "items": JAAR},
            self.naam: {"type": "array", "items": closed(self.fields)},
        }
        return schema_of(self.titel, head)

    def made(self, archief: Archief) -> Iterator[tuple[str, bytes]]:
        """Write its files."""
        head = {
            "$schema": f"{self.naam}.schema.json",
            "version": VERSION,
            "bestuur": archief.newest.bestuur,
            "jaren": list(archief.rapporten),
        }
        contents = (
            csv_of(tuple(self.columns), self.lines),
            as_json({**head, self.naam: self.entries}).encode(),
            as_json(self.schema).encode(),
        )
        return zip(self.files, contents, strict=True)


def datasets(archief: Archief) -> tuple[Dataset, ...]:
    """Give what there is to publish."""
    others = (_aanbevelingen(archief), _risicos(archief), _maturiteit(archief))
    return (_acties(archief), *(each for each in others if each.entries))


def _acties(archief: Archief) -> Dataset:
    found = tuple(_rows(archief))
    explained = {each.name: each.key.words if each.key else _PLACES[each.name] for each in ACTIES}
    return Dataset(
        "acties",
        "Acties van alle jaren",
        "Realisaties, plannen, hoge risico's en vervallen plannen, per jaar en per domein, met wat "
        "er van elk plan werd.",
        tuple(
            {"jaar": jaar, **record(row), **_kept(archief, jaar, ()), "stand": stand}
            for jaar, row, stand in found
        ),
        {
            "jaar": JAAR,
            **record_schema(),
            "stand": {"type": ["string", "null"], "enum": [*STANDEN, None]},
        },
        tuple(
            {**row.values(), **_kept(archief, jaar, ""), "jaar": str(jaar), "stand": stand or ""}
            for jaar, row, stand in found
        ),
        {
            "jaar": "Het rapportjaar.",
            **{name: explained[name] for name in COLUMNS["Acties"]},
            "stand": "Hoe het er nu mee staat; van een plan: wat er tot nu van werd.",
        },
    )


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


def _aanbevelingen(archief: Archief) -> Dataset:
    entries = tuple(
        {"jaar": jaar, "audit_titel": found.audit.titel, **each.as_json(), "reactie": each.reactie}
        for jaar, audits in archief.verloop.audits.items()
        for found in audits
        for each in found.aanbevelingen
    )
    words = _words(Aanbeveling)
    return Dataset(
        "aanbevelingen",
        "Aanbevelingen van audits",
        "Elke aanbeveling die een rapport opvolgt, met hoe ze aan het eind van het jaar stond.",
        entries,
        {
            "jaar": JAAR,
            "audit_titel": TEXT,
            **standen_schema()["aanbevelingen"],
            "reactie": OPTIONAL,
        },
        _lines(entries),
        {
            "jaar": "Het rapportjaar.",
            "audit_titel": "De naam van de audit.",
            "id": "De naam waaraan acties de aanbeveling herkennen.",
            "audit": "De naam van het bestand van de audit.",
            **{name: words[name] for name in ("nummer", "titel", "dienst", "termijn")},
            "stand": "Hoe ze op het eind van het jaar stond: volledig, deels, gepland of niet.",
            "acties": "Het kenmerk van de acties die eraan werkten.",
            "reactie": words["reactie"],
        },
    )


def _risicos(archief: Archief) -> Dataset:
    entries = tuple(
        {"jaar": jaar, **each.as_json()}
        for jaar, risicos in archief.verloop.risicos.items()
        for each in risicos
        if each.score
    )
    words = _words(Risico)
    own = {
        "id": "De naam waaraan hetzelfde risico in een ander domein of jaar te herkennen is.",
        "domeinen": "De domeinen die het noemen.",
        "score": "Kans maal impact.",
        "hoog": "Of die score hoog is.",
        "restscore": "De score die met de maatregelen overblijft.",
    }
    fields = standen_schema()["risicos"]
    return Dataset(
        "risicos",
        "Risico's met hun score",
        "Elk risico met een kans en een impact, per jaar, met wat het beheerst.",
        entries,
        {"jaar": JAAR, **fields},
        _lines(entries),
        {"jaar": "Het rapportjaar.", **{name: own.get(name) or words[name] for name in fields}},
    )


def _maturiteit(archief: Archief) -> Dataset:
    entries = tuple(
        {
            "jaar": jaar,
            "domein": domein.id,
            "domein_titel": domein.titel,
            "niveau": stand.niveau,
            "niveau_naam": namen[stand.niveau],
            "doel": stand.doel,
            "doel_naam": None if stand.doel is None else namen[stand.doel],
            "toelichting": stand.toelichting,
        }
        for jaar, rapport in archief.rapporten.items()
        for namen in [rapport.maturiteit.namen]
        for domein in rapport.domeinen
        if (stand := domein.maturiteit)
    )
    words = _words(Maturiteit)
    return Dataset(
        "maturiteit",
        "Maturiteit van de domeinen",
        "Het niveau van elk domein aan het eind van het jaar, en het niveau waar het heen wil.",
        entries,
        {
            "jaar": JAAR,
            **dict.fromkeys(("domein", "domein_titel"), TEXT),
            "niveau": _NIVEAU,
            "niveau_naam": TEXT,
            "doel": {**_NIVEAU, "type": ["integer", "null"]},
            **dict.fromkeys(("doel_naam", "toelichting"), OPTIONAL),
        },
        _lines(entries),
        {
            "jaar": "Het rapportjaar.",
            "domein": "De naam van het bestand van het domein.",
            "domein_titel": "De titel van het domein.",
            "niveau": words["niveau"],
            "niveau_naam": "Hoe dat niveau heet.",
            "doel": words["doel"],
            "doel_naam": "Hoe dat niveau heet.",
            "toelichting": words["toelichting"],
        },
    )


def _words(part: type[Deel]) -> Mapping[str, str]:
    """Give what the fields of a part are for, by their name."""
    return {key.name: key.words for key in keys_of(part)}


def _lines(entries: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, str], ...]:
    return tuple({name: _cell(value) for name, value in entry.items()} for entry in entries)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return "" if value is None else str(value)
