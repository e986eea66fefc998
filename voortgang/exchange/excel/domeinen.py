"""The sheets Domeinen of one or more workbooks, and finding the domain that a row means."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from voortgang.exchange.excel.blad import Row, Spot, Value, spot_of
from voortgang.exchange.excel.book import Book
from voortgang.exchange.excel.columns import cells_of, texts_of
from voortgang.exchange.excel.regels import PLAATS, TEGENSPRAAK
from voortgang.findings import Finding
from voortgang.model import Domein, slug
from voortgang.model.identity import ID_FORM, ID_LENGTH
from voortgang.model.rapport import DomeinBestand

_STEM = re.compile(ID_FORM)


@dataclass(slots=True)
class Home:
    """A domain that rows may stand in: its values by key, and the risks its own sheet names."""

    id: str
    spot: Spot
    values: dict[str, Value] = field(default_factory=dict)
    risicos: list[Value] = field(default_factory=list)

    @property
    def titel(self) -> str:
        """The title, or the id where that was forgotten."""
        return self.values["titel"].text if "titel" in self.values else self.id


def known_place(domein: Domein, spot: Spot) -> Home:
    """Make a place of a domain that the workspace, or a kader, already has."""
    texts = texts_of(domein, DomeinBestand).items()
    values = {name: Value(text, spot) for name, text in texts if text}
    return Home(domein.id, spot, values)


def read_domeinen(books: Iterable[Book], findings: list[Finding]) -> dict[str, Home]:
    """Gather the domains of all workbooks by id; what two of them say differently is a finding."""
    places: dict[str, Home] = {}
    for book in books:
        seen: set[str] = set()
        for row in (row for blad in book.domeinen for row in blad.rows):
            place = _place(row, findings)
            if place is None:
                continue
            if place.id in seen:
                message = f"het domein '{place.id}' staat al op dit blad"
                hint = "haal één van de rijen weg"
                findings.append(TEGENSPRAAK.at(place.spot.place, message, hint))
            seen.add(place.id)
            before = places.setdefault(place.id, place)
            if before is not place:
                _join(before, place, findings)
    return places


def once_called(books: Iterable[Book], places: dict[str, Home]) -> dict[str, Home]:
    """Give the domains by the titles that they had when workbooks went out."""
    rows = (row for book in books for blad in book.domeinen for row in blad.rows)
    return {
        row["titel"].text: places[row["bestand"].text]
        for row in rows
        if "titel" in row and "bestand" in row and row["bestand"].text in places
    }


def file_of(row: Row, findings: list[Finding]) -> str | None:
    """Give the name of the file that a row means, without .yaml; None is a finding."""
    typed = row.get("bestand")
    name = typed.text if typed else slug(row["titel"].text) if "titel" in row else ""
    if can_be_file(name):
        return name
    spot = typed.spot if typed else spot_of(row)
    message = f"'{name[:60]}' kan niet de naam van een bestand zijn"
    hint = "kleine letters, cijfers en koppeltekens, bijvoorbeeld organisatiecultuur"
    findings.append(PLAATS.at(spot.place, message, f"vul de kolom bestand in: {hint}"))
    return None


def can_be_file(name: str) -> bool:
    """Tell whether a file of the data can have this name."""
    return bool(_STEM.fullmatch(name)) and name != "rapport" and len(name) <= ID_LENGTH


def _place(row: Row, findings: list[Finding]) -> Home | None:
    name = file_of(row, findings)
    if name is None:
        return None
    place = Home(
        name, spot_of(row), {key: row[key] for key in cells_of(DomeinBestand) if key in row}
    )
    if "risico's" in row:
        value = row["risico's"]
        lines = dict.fromkeys(line.strip() for line in value.text.split("\n"))
        place.risicos = [Value(line, value.spot) for line in lines if line]
    return place


def _join(before: Home, place: Home, findings: list[Finding]) -> None:
    for key, value in place.values.items():
        first = before.values.setdefault(key, value)
        if first.text != value.text:
            message = f"{key} van '{place.id}' is elders anders: ‘{first.text[:60]}’"
            findings.append(TEGENSPRAAK.at(value.spot.place, message, "kies één tekst"))
    known = {value.text for value in before.risicos}
    before.risicos += [value for value in place.risicos if value.text not in known]


class Finder:
    """Finds the domain that a text means: by title, by id, by the letters of its title.

    `once` are the titles that workbooks know of a domain that has another by now.
    """

    def __init__(self, places: Mapping[str, Home], once: Mapping[str, Home]) -> None:
        self.places, self.once = places, once
        first = [*places.values()][::-1]  # of two with one title the first counts
        self.titels = {place.titel: place for place in first}
        self.letters = {slug(place.titel): place for place in first}

    def find(self, text: str) -> Home | None:
        """Find a domain; None where there is none of that name."""
        bare = slug(text)
        of_letters = (self.letters.get(bare) or self.places.get(bare)) if bare else None
        return self.titels.get(text) or self.places.get(text) or of_letters or self.once.get(text)

    def near(self, text: str) -> str | None:
        """Give the title that comes nearest."""
        titels = {titel.lower(): titel for titel in self.titels}
        found = get_close_matches(text.lower(), titels, 1, 0.6)
        return titels[found[0]] if found else None
