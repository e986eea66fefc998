"""From workbooks to a report: the rows in their lists, read by the model itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from voortgang.exchange.excel.blad import Spot, Value
from voortgang.exchange.excel.book import Book
from voortgang.exchange.excel.domeinen import Finder, Home, known_place, once_called, read_domeinen
from voortgang.exchange.excel.nodes import Cells
from voortgang.exchange.excel.placed import Key, Placed, Sorter
from voortgang.exchange.excel.rapport import other_year, read_fields
from voortgang.exchange.excel.regels import TEGENSPRAAK
from voortgang.exchange.excel.stand import text
from voortgang.findings import Finding, errors_of
from voortgang.model import SOORTEN, Deelactie, Domein, Rapport, Risico, Soort, read_rapport, slug
from voortgang.model.rapport import DomeinBestand
from voortgang.source import Document, Node, YearSource

TITEL = "Voortgangsrapport organisatiebeheersing"


@dataclass(frozen=True, slots=True)
class Incoming:
    """What came in: the report if nothing was wrong, where its acties stand, all findings."""

    rapport: Rapport | None
    spots: Mapping[tuple[str, Soort, int], Spot]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class Intake:
    """Rows on their way to a report of `year`.

    `known` are the domains to fall back on where no workbook has a sheet Domeinen; with `fixed`
    they are the only ones. `defaults` are keys of rapport.yaml that no workbook fills in.
    """

    books: Sequence[Book]
    year: int
    defaults: Mapping[str, str]
    known: Sequence[Domein]
    fixed: bool = False
    findings: list[Finding] = field(default_factory=list)
    places: dict[str, Home] = field(init=False)
    sorter: Sorter = field(init=False)
    home: Spot = field(init=False)
    named: bool = field(init=False)

    def __post_init__(self) -> None:
        """Sort the rows."""
        if self.fixed:
            of_others = {book.name: other_year(book, self.year) for book in self.books}
            self.findings += filter(None, of_others.values())
            self.books = [book for book in self.books if not of_others[book.name]]
        self.home = Spot(self.books[0].name if self.books else "", "Acties", 1, 1)
        for book in self.books:
            self.findings += book.findings
        # Of a year that is there, a sheet Domeinen counts for nothing: its new risks are told of.
        own = read_domeinen(self.books, [] if self.fixed else self.findings)
        self.named = bool(own) and not self.fixed
        self.places = own if self.named else {d.id: known_place(d, self.home) for d in self.known}
        finder = Finder(self.places, once_called(self.books, self.places))
        for place in own.values():
            there = finder.find(place.id) or finder.find(place.titel)
            if there:
                there.risicos = place.risicos
        self.sorter = Sorter(self.books, finder, self.findings)
        self.sorter.sort()

    def read(self, lists: Mapping[Key, Sequence[Placed]]) -> Incoming:
        """Let the model read lists of rows as a report, and say what is wrong at its cell."""
        cells = Cells([self.home], {self.home: 1})
        fields = read_fields(list(self.books), cells, self.findings)
        ids = fields.values("domeinen") if self.named else []
        if not ids:
            wanted = self.named or self.fixed
            ids = [
                Value(place.id, place.spot)
                for place in self.places.values()
                # Of a year all domains stay; of a kader only those that have rows.
                if wanted or any(domein == place.id for domein, _ in lists)
            ]
        root = fields.mapping(dict(self.defaults), cells.list(ids, self.home), self.home)
        documents = {"rapport": Document("", "", root)}
        own = self.places if self.named else ()
        for name in dict.fromkeys((*(value.text for value in ids), *own)):
            if name in self.places:
                node = _domein(cells, self.places[name], lists)
                documents[name] = Document("", "", node)
        reading = read_rapport(YearSource(documents, (), self.year))
        found = (cells.at_cell(each, self.sorter.lacking) for each in reading.findings)
        self.findings += (each for each in found if each.file not in self.sorter.no_text)
        spots = {
            (*key, index): entry.spot
            for key, entries in lists.items()
            for index, entry in enumerate(entries)
        }
        rapport = None if errors_of(self.findings) else reading.rapport
        return Incoming(rapport, spots, tuple(self.findings))

    def risicos(self, there: Iterable[Domein] = ()) -> Iterator[Placed]:
        """Give as rows what the column risico's names, and no sheet Acties nor `there` has."""
        known = {(domein.id, risico.titel) for domein in there for risico in domein.risicos}
        known |= {(row.key[0], row.titel) for row in self.sorter.placed if row.key[1] == "risicos"}
        stand = (row for book in self.books for blad in book.stand for row in blad.rows)
        went_out = {text(row, "titel") for row in stand} if there else set()
        for place in self.places.values():
            for value in place.risicos:
                if (place.id, value.text) not in known and value.text not in went_out:
                    key: Key = (place.id, "risicos")
                    yield Placed.of(key, {"titel": value}, value.spot, slug(value.text))


def take_in(
    books: Sequence[Book], year: int, defaults: Mapping[str, str], known: Iterable[Domein]
) -> Incoming:
    """Read workbooks as one report of `year`; what two of them say alike counts once."""
    intake = Intake(books, year, defaults, tuple(known))
    lists: dict[Key, list[Placed]] = {}
    seen: dict[tuple[Key, str], Placed] = {}
    for entry in (*intake.sorter.placed, *intake.risicos()):
        entries = lists.setdefault(entry.key, [])
        other = seen.setdefault((entry.key, entry.id), entry) if entry.id else entry
        if other.spot.source == entry.spot.source:
            entries.append(entry)
        elif other.texts() != entry.texts():
            message = f"de actie '{entry.id[:60]}' staat anders in {other.spot.place.file}"
            hint = "maak ze gelijk, of haal er één weg"
            intake.findings.append(TEGENSPRAAK.at(entry.spot.place, message, hint))
        else:
            texts = [part.texts() for part in other.parts]
            other.parts += (part for part in entry.parts if part.texts() not in texts)
    return intake.read(lists)


def _domein(cells: Cells, place: Home, lists: Mapping[Key, Sequence[Placed]]) -> Node:
    nodes = cells.fields(DomeinBestand, place.values)
    for soort in SOORTEN:
        acties = lists.get((place.id, soort), ())
        if acties:
            items = [_actie(cells, entry) for entry in acties]
            nodes[soort] = cells.sequence(items, acties[0].spot)
    return cells.tree(nodes, place.spot)


def _actie(cells: Cells, entry: Placed) -> Node:
    row = dict(entry.row)
    if "id" not in row and "kenmerk" in row and row["kenmerk"].text != slug(entry.titel):
        row["id"] = row["kenmerk"]  # the title was changed: the id stays
    nodes = cells.fields(Risico, row)  # the model says what only a risk may have
    if entry.parts:
        parts = [_deelactie(cells, part) for part in entry.parts]
        nodes["deelacties"] = cells.sequence(parts, entry.spot)
    return cells.tree(nodes, entry.spot)


def _deelactie(cells: Cells, part: Placed) -> Node:
    return cells.tree(cells.fields(Deelactie, part.row), part.spot)
