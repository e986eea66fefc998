"""From workbooks to a report: the rows put in their lists, then read by the model itself."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from voortgang.exchange.excel.blad import Blad, Row, Spot, Value
from voortgang.exchange.excel.book import Book
from voortgang.exchange.excel.columns import COLUMNS, OF_DEELACTIE, cells_of
from voortgang.exchange.excel.domeinen import Finder, Home, known_place, read_domeinen
from voortgang.exchange.excel.nodes import Cells
from voortgang.exchange.excel.rapport import read_fields
from voortgang.exchange.excel.regels import BLAD, CEL, PLAATS, TEGENSPRAAK
from voortgang.findings import Finding, Severity
from voortgang.model import SOORTEN, Deelactie, Domein, Rapport, Risico, Soort, read_rapport, slug
from voortgang.model.rapport import DomeinBestand
from voortgang.model.regels import WRONG_TYPE
from voortgang.model.waarden import Kind, sdg_meant
from voortgang.source import Document, Node, YearSource

TITEL = "Voortgangsrapport organisatiebeheersing"
_NEEDED = COLUMNS["Acties"][:3]
_SINGULAR: Mapping[str, Soort] = {
    "realisatie": "realisaties",
    "gerealiseerd": "realisaties",
    "risico": "risicos",
    "risico-s": "risicos",
    "hoog-risico": "risicos",
    "hoge-risico-s": "risicos",
    "plan": "planning",
    "plannen": "planning",
    "gepland": "planning",
}
_PLURAL: Mapping[str, Soort] = {soort.replace("_", "-"): soort for soort in SOORTEN}
_NUMBERS = re.compile(r"[0-9,;\s]+")
Key = tuple[str, Soort]
_Names = dict[str, list["_Placed"]]


@dataclass(frozen=True, slots=True)
class Incoming:
    """What came in: the report if nothing was wrong, where its acties stand, all findings."""

    rapport: Rapport | None
    spots: Mapping[tuple[str, Soort, int], Spot]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Placed:
    row: Row
    spot: Spot
    id: str
    titel: str
    parts: list[Row] = field(default_factory=list)


def take_in(
    books: Sequence[Book], year: int, defaults: Mapping[str, str], known: Iterable[Domein],
    *, fixed: bool = False,
) -> Incoming:  # fmt: skip
    """Read workbooks as one report of `year`.

    `known` are the domains to fall back on where no workbook has a sheet Domeinen; with `fixed`
    they are the only ones. `defaults` are keys of rapport.yaml that no workbook fills in.
    """
    return _Intake(list(books), year, dict(defaults), tuple(known), fixed=fixed).take()


@dataclass(slots=True)
class _Intake:
    books: list[Book]
    year: int
    defaults: dict[str, str]
    known: tuple[Domein, ...]
    fixed: bool
    findings: list[Finding] = field(default_factory=list)
    no_text: set[str] = field(default_factory=set)  # cells told of: not that they are empty too
    lists: dict[Key, list[_Placed]] = field(default_factory=dict)
    seen: dict[tuple[str, Soort, str], _Placed] = field(default_factory=dict)
    names: dict[Key, tuple[_Names, _Names, _Names]] = field(default_factory=dict)

    def take(self) -> Incoming:
        first = self.books[0]
        home = Spot(first.name, "Acties", 1, 1)
        cells = Cells([home], {home: 1})
        for book in self.books:
            self.findings += book.findings
            self.no_text |= {each.file for each in book.findings if each.code == CEL.code}
        own = {} if self.fixed else read_domeinen(self.books, self.findings)
        places = own or {d.id: known_place(d, home) for d in self.known}
        self.sort_rows(Finder(places))
        self.add_risicos(places)
        fields = read_fields(self.books, cells, self.findings)
        ids = fields.values("domeinen") if own else []
        if not ids:
            ids = [Value(p.id, p.spot) for p in places.values() if own or self.is_wanted(p)]
        root = fields.mapping(self.defaults, cells.list(ids, home), home)
        documents = {"rapport": Document("", "", root)}
        for name in dict.fromkeys((*(value.text for value in ids), *own)):
            if name in places:
                documents[name] = Document("", "", self.domein(cells, places[name]))
        reading = read_rapport(YearSource(self.year, documents, ()))
        found = (cells.at_cell(each, self.lacking) for each in reading.findings)
        self.findings += (each for each in found if each.file not in self.no_text)
        sound = all(each.severity is not Severity.ERROR for each in self.findings)
        spots = {
            (domein, soort, index): entry.spot
            for (domein, soort), entries in self.lists.items()
            for index, entry in enumerate(entries)
        }
        return Incoming(reading.rapport if sound else None, spots, tuple(self.findings))

    def is_wanted(self, place: Home) -> bool:
        """Of a year all domains stay; of a kader only those that have rows."""
        return self.fixed or any(domein == place.id for domein, _ in self.lists)

    def sort_rows(self, finder: Finder) -> None:
        """Put each row in the list that it names, deelacties under their actie."""
        parts: list[tuple[Key, Row]] = []
        for blad in self.bladen():
            lacking = [name for name in _NEEDED if name not in blad.columns]
            for name in lacking:
                message, hint = f"de kolom '{name}' ontbreekt", f"geef een kolom de naam {name}"
                self.findings.append(BLAD.at(blad.spot.place, message, hint))
            for row in blad.rows if not lacking else ():
                key = self.key(row, finder)
                if key is None:
                    continue
                if "deelactie van" in row:
                    parts.append((key, row))
                else:
                    self.add(key, row)
        for key, row in parts:
            self.add_part(key, row)

    def key(self, row: Row, finder: Finder) -> Key | None:
        spot = next(iter(row.values())).spot
        typed = {name: row.get(name) for name in ("domein", "soort")}
        for name, value in typed.items():
            empty = self.lacking(spot, name)
            if value is None and empty.place.file not in self.no_text:
                self.place(empty, f"de kolom '{name}' is leeg", f"vul in welk(e) {name} het is")
        domein, soort = typed["domein"], typed["soort"]
        if domein is None or soort is None:
            return None
        place = finder.find(domein.text)
        if place is None:
            near = finder.near(domein.text)
            meant = f"; bedoelde u '{near}'?" if near else ""
            hint = f"schrijf {near}" if near else "kies een domein van het blad Domeinen"
            self.place(domein.spot, f"onbekend domein '{domein.text[:60]}'{meant}", hint)
        word = slug(soort.text)
        wanted = _PLURAL.get(word) or _SINGULAR.get(word)
        if wanted is None:
            hint = f"kies uit {', '.join(SOORTEN)}"
            self.place(soort.spot, f"onbekende soort '{soort.text[:60]}'", hint)
        return (place.id, wanted) if place and wanted else None

    def lacking(self, spot: Spot, name: str) -> Spot:
        """Give the cell under `name` in the row of a spot; where that is no row, the spot."""
        for blad in self.bladen():
            if blad.spot.source == spot.source and spot.row > blad.spot.row:
                return blad.cell(spot.row, name)
        return spot

    def bladen(self) -> Iterator[Blad]:
        """Go through the sheets of acties of all workbooks."""
        return (blad for book in self.books for blad in book.acties)

    def place(self, spot: Spot, message: str, hint: str) -> None:
        self.findings.append(PLAATS.at(spot.place, message, hint))

    def add(self, key: Key, row: Row) -> None:
        titel = row["titel"].text if "titel" in row else ""
        self.check_numbers(row)
        typed = row.get("id") or row.get("kenmerk")
        spot = next(iter(row.values())).spot
        entry = _Placed(row, spot, typed.text if typed else slug(titel), titel)
        entries = self.lists.setdefault(key, [])
        other = self.seen.setdefault((*key, entry.id), entry) if entry.id else entry
        if other.spot.source == spot.source:
            entries.append(entry)
        elif _texts(other.row) != _texts(row):
            message = f"de actie '{entry.id[:60]}' staat anders in {other.spot.place.file}"
            hint = "maak ze gelijk, of haal er één weg"
            self.findings.append(TEGENSPRAAK.at(spot.place, message, hint))

    def check_numbers(self, row: Row) -> None:
        """Take a cell of words and numbers out of its row: each word would be a finding."""
        for name, key in cells_of(Risico).items():
            value = row.get(name)
            if not key.many or key.kind is not Kind.GETAL or value is None:
                continue
            if not _NUMBERS.fullmatch(value.text):
                message = f"in de kolom {name} staan alleen getallen, niet '{value.text[:60]}'"
                goals = sdg_meant(value.text)
                hint = f"schrijf {goals or 'getallen, bijvoorbeeld 8, 9'}"
                self.findings.append(WRONG_TYPE.at(value.spot.place, message, hint))
                del row[name]

    def add_part(self, key: Key, row: Row) -> None:
        value = row["deelactie van"]
        parent = self.parent(key, value)
        if parent is None:
            message = f"de actie '{value.text[:60]}' staat niet in dit domein bij deze soort"
            self.place(value.spot, message, "schrijf haar titel of id zoals die in haar rij staat")
            return
        for name in row.keys() - OF_DEELACTIE:
            message = f"een deelactie heeft geen {name}"
            self.place(row[name].spot, message, "maak de cel leeg, of vul ze in bij de actie zelf")
        others = [other for other in parent.parts if _source(other) != _source(row)]
        twin = any(_texts(other) == _texts(row) for other in others)
        if not twin:
            parent.parts.append(row)

    def parent(self, key: Key, value: Value) -> _Placed | None:
        """Find the actie that a deelactie names: by id, title, or the letters of its title."""
        for names, name in zip(
            self.index(key), (value.text, value.text, slug(value.text)), strict=True
        ):
            match = names.get(name, ())
            own = [each for each in match if each.spot.source == value.spot.source] or list(match)
            if own:
                above = [each for each in own if each.spot.row < value.spot.row]
                return above[-1] if above else own[0]
        return None

    def index(self, key: Key) -> tuple[_Names, _Names, _Names]:
        """Give the acties of a list by id, by title and by the letters of their title."""
        if key not in self.names:
            by_id: _Names = {}
            by_titel: _Names = {}
            by_slug: _Names = {}
            for entry in self.lists.get(key, ()):
                by_id.setdefault(entry.id, []).append(entry)
                by_titel.setdefault(entry.titel, []).append(entry)
                by_slug.setdefault(slug(entry.titel), []).append(entry)
            self.names[key] = (by_id, by_titel, by_slug)
        return self.names[key]

    def add_risicos(self, places: Mapping[str, Home]) -> None:
        """Take what the column risico's names, and the sheet Acties does not have."""
        for place in places.values():
            entries = self.lists.get((place.id, "risicos"), [])
            there = {entry.titel for entry in entries}
            for value in place.risicos:
                if value.text not in there:
                    there.add(value.text)
                    self.lists.setdefault((place.id, "risicos"), entries)
                    entries.append(
                        _Placed({"titel": value}, value.spot, slug(value.text), value.text)
                    )

    def domein(self, cells: Cells, place: Home) -> Node:
        nodes = cells.fields(DomeinBestand, place.values)
        for soort in SOORTEN:
            acties = self.lists.get((place.id, soort), ())
            if acties:
                items = [_actie(cells, entry) for entry in acties]
                nodes[soort] = cells.sequence(items, acties[0].spot)
        return cells.tree(nodes, place.spot)


def _actie(cells: Cells, entry: _Placed) -> Node:
    row = dict(entry.row)
    if "id" not in row and "kenmerk" in row and row["kenmerk"].text != slug(entry.titel):
        row["id"] = row["kenmerk"]  # the title was changed: the id stays
    nodes = cells.fields(Risico, row)  # the model says what only a risk may have
    if entry.parts:
        parts = [_deelactie(cells, part) for part in entry.parts]
        nodes["deelacties"] = cells.sequence(parts, entry.spot)
    return cells.tree(nodes, entry.spot)


def _deelactie(cells: Cells, row: Row) -> Node:
    return cells.tree(cells.fields(Deelactie, row), next(iter(row.values())).spot)


def _texts(row: Row) -> dict[str, str]:
    return {name: value.text for name, value in row.items()}


def _source(row: Row) -> tuple[str, str]:
    return next(iter(row.values())).spot.source
