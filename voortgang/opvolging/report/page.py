"""A diff as a page of rows, whichever form it is then given: a sign, a word, a title, a note."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, get_args

from voortgang.model.rol import ROLLEN
from voortgang.opvolging.follow_up import (
    LIJSTEN,
    DomeinOpvolging,
    Lijst,
    Opvolging,
    Uitkomst,
    Vermelding,
)
from voortgang.opvolging.wijziging import (
    GROEPEN,
    DomeinWijzigingen,
    Groep,
    Veld,
    Wijziging,
    Wijzigingen,
)

_LONGEST = 60
_OUTCOMES: dict[Lijst, tuple[str, str]] = {
    **{uitkomst: (ROLLEN[uitkomst].teken, ROLLEN[uitkomst].een) for uitkomst in get_args(Uitkomst)},
    "nieuwe_realisaties": ("+", "nieuwe realisatie"),
    "nieuwe_planning": ("+", "nieuw plan"),
}
_PLURALS = {"nieuwe realisatie": "nieuwe realisaties", "nieuw plan": "nieuwe plannen"}
_CHANGES: dict[Groep, tuple[str, str]] = {
    "toegevoegd": ("+", "toegevoegd"),
    "verwijderd": ("-", "verwijderd"),
    "verplaatst": ("→", "verplaatst"),
    "herschreven": ("~", "herschreven"),
    "details": ("=", "details"),
}
_LISTS = {"risicos": "risico's", "te_beantwoorden": "te beantwoorden"}


class Row(NamedTuple):
    """One entry: the sign never stands without its word."""

    sign: str
    word: str
    titel: str
    note: str


class Total(NamedTuple):
    """How many entries of one kind there are in all."""

    sign: str
    word: str
    number: int


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one domain."""

    titel: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A whole diff; `nothing` is what to say where there are no parts."""

    titel: str
    columns: tuple[str, str, str]
    totals: tuple[Total, ...]
    parts: tuple[Part, ...]
    nothing: str


def opvolging_page(opvolging: Opvolging) -> Page:
    """Lay out what became of the plans of VAN in NAAR; totals count different acties."""
    names = {each.domein: each.titel for each in opvolging.domeinen}
    counts = opvolging.totalen.as_json()
    totals = []
    for lijst in LIJSTEN:
        sign, word = _OUTCOMES[lijst]
        count = counts[lijst]
        totals.append(Total(sign, word if count == 1 else _PLURALS.get(word, word), count))
    parts = [
        Part(domein.titel, tuple(_outcome_rows(domein, names))) for domein in opvolging.domeinen
    ]
    return Page(
        f"Opvolging van de planning van {opvolging.van} in {opvolging.naar}",
        ("opvolging", "actie", "toelichting"),
        tuple(totals),
        tuple(part for part in parts if part.rows),
        f"geen planning in {opvolging.van}, en niets nieuws in {opvolging.naar}",
    )


def wijzigingen_page(wijzigingen: Wijzigingen, sinds: str) -> Page:
    """Lay out what changed in a year's data since a revision."""
    names = {each.domein: each.titel for each in wijzigingen.domeinen}
    parts = [
        Part(_name(domein), tuple(_change_rows(domein, names))) for domein in wijzigingen.domeinen
    ]
    totals = []
    for groep in GROEPEN:
        count = sum(len(domein.groep(groep)) for domein in wijzigingen.domeinen)
        totals.append(Total(*_CHANGES[groep], count))
    return Page(
        f"Wijzigingen in {wijzigingen.jaar} sinds {sinds}",
        ("wijziging", "wat", "toelichting"),
        tuple(totals),
        tuple(part for part in parts if part.rows),
        f"geen wijzigingen in {wijzigingen.jaar} sinds {sinds}",
    )


def json_text(data: dict[str, Any]) -> str:
    """Write the JSON of a diff, as people and programs can read it."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _outcome_rows(domein: DomeinOpvolging, names: dict[str, str]) -> Iterator[Row]:
    for lijst in LIJSTEN:
        for entry in domein.lijst(lijst):
            note = _outcome_note(domein.domein, lijst, entry, names)
            yield Row(*_OUTCOMES[lijst], entry.titel, note)


def _outcome_note(domein: str, lijst: Lijst, entry: Vermelding, names: dict[str, str]) -> str:
    notes = [entry.reden]
    if entry.antwoord and entry.antwoord.titel != entry.titel:
        notes.append(f"als ‘{entry.antwoord.titel}’")
    if entry.antwoord and entry.antwoord.domein != domein:
        notes.append(f"bij {names[entry.antwoord.domein]}")
    if lijst in ("zonder_opvolging", "nieuwe_planning"):
        notes.append(entry.actie.dienst)
        notes.append(str(entry.actie.termijn) if entry.actie.termijn else None)
    return ", ".join(note for note in notes if note)


def _name(domein: DomeinWijzigingen) -> str:
    return "rapport.yaml" if domein.domein == "rapport" else domein.titel


def _change_rows(domein: DomeinWijzigingen, names: dict[str, str]) -> Iterator[Row]:
    for groep in GROEPEN:
        for change in domein.groep(groep):
            yield Row(*_CHANGES[groep], change.titel, _change_note(change, names))


def _change_note(change: Wijziging, names: dict[str, str]) -> str:
    if change.van and change.naar:
        away = change.van.domein != change.naar.domein
        there = f" van {names.get(change.van.domein, change.van.domein)}" if away else ""
        return f"van {_list(change.van.lijst)}{there} naar {_list(change.naar.lijst)}"
    if change.was:
        return f"was ‘{change.was[1]}’"
    if change.velden:
        return "; ".join(map(_field, change.velden))
    return _list(change.lijst) if change.lijst else ""


def _list(lijst: str) -> str:
    return _LISTS.get(lijst, lijst)


def _field(veld: Veld) -> str:
    return f"{veld.veld}: {_value(veld.oud)} → {_value(veld.nieuw)}"


def _value(value: Any) -> str:  # noqa: ANN401 -- plain data of any field
    """Say a value in a few words on one line."""
    if value is None:
        return "(niets)"
    if isinstance(value, dict):
        text = (
            str(value["titel"])
            if "titel" in value
            else ", ".join(f"{key} {_value(each)}" for key, each in value.items())
        )
    elif isinstance(value, list):
        text = ", ".join(map(_value, value))
    elif isinstance(value, bool):
        text = "ja" if value else "nee"
    else:
        text = str(value)
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


__all__ = ["Page", "Part", "Row", "Total", "json_text", "opvolging_page", "wijzigingen_page"]
