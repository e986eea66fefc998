"""The rows of workbooks put in the lists that they name, deelacties under their actie."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from voortgang.exchange.excel.blad import Blad, Row, Spot, Value, spot_of
from voortgang.exchange.excel.book import Book
from voortgang.exchange.excel.columns import OF_DEELACTIE, cells_of
from voortgang.exchange.excel.domeinen import Finder
from voortgang.exchange.excel.regels import CEL, PLAATS
from voortgang.exchange.excel.stand import SheetRow, Vertrek, text
from voortgang.exchange.excel.typed import meant
from voortgang.findings import Finding
from voortgang.model import SOORTEN, Risico, Soort, slug
from voortgang.model.regels import WRONG_TYPE
from voortgang.model.waarden import Kind, sdg_meant

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


@dataclass(slots=True, kw_only=True)
class Placed(SheetRow):
    """A row in the list that it names; of a deelactie the id is empty."""

    key: Key
    id: str
    titel: str
    was_key: Key | None = None
    parts: list["Placed"] = field(default_factory=list)

    @property
    def said(self) -> tuple[Key, frozenset[tuple[str, str]]]:
        """Give all that the row says, and where."""
        return self.key, frozenset(self.texts().items())

    @classmethod
    def of(cls, key: Key, row: Row, spot: Spot, ident: str = "") -> "Placed":
        """Make a row of an actie or deelactie that stands on no sheet of acties."""
        columns = {name: value.spot.column for name, value in row.items()}
        return cls(row, spot, columns, key=key, id=ident, titel=text(row, "titel"))


@dataclass(slots=True)
class Sorter:
    """Sorts the rows of all sheets, and finds what of them cannot be sorted."""

    books: Sequence[Book]
    finder: Finder
    findings: list[Finding]
    no_text: set[str] = field(default_factory=set)  # cells told of: not that they are empty too
    placed: list[Placed] = field(default_factory=list)
    gone: list[tuple[Blad, Row]] = field(default_factory=list)
    _lost: set[tuple[tuple[str, str], str]] = field(default_factory=set)
    _names: dict[tuple[object, ...], list[Placed]] = field(default_factory=dict)
    _parts: dict[tuple[object, ...], tuple[str, str]] = field(default_factory=dict)

    def sort(self) -> None:
        """Put each row in its list; afterwards `placed` has them in the order of the sheets."""
        self.no_text |= {each.file for each in self.findings if each.code == CEL.code}
        parts: list[tuple[Placed, Value]] = []
        for book in self.books:
            stand = Vertrek(row for blad in book.stand for row in blad.rows)
            for blad in book.acties:
                parts += self.sheet(blad, stand)
            if book.acties:
                self.gone += [(book.acties[0], row) for row in stand.gone()]
        for part, above in parts:
            self.add_part(part, above)

    def sheet(self, blad: Blad, stand: Vertrek) -> Iterator[tuple[Placed, Value]]:
        """Place the acties of a sheet; give its deelacties, each with the name of its actie."""
        were = stand.pair(blad.rows)
        for number, row in enumerate(blad.rows):
            was = were.get(number)
            key = self.key(row)
            if key is None:
                names = (text(row, name) for name in ("titel", "id", "kenmerk"))
                self._lost |= {(blad.spot.source, name) for name in names}
                continue
            self.check_numbers(row)
            said = meant(Risico, row, was)
            titel = text(said, "titel")
            placed = Placed(
                said, spot_of(said), blad.columns, was, bool(stand.rows),
                key=key, id=text(said, "id") or text(said, "kenmerk") or slug(titel), titel=titel,
                was_key=self.known_key(was),
            )  # fmt: skip
            if "deelactie van" in said:
                yield placed, said["deelactie van"]
            else:
                self.placed.append(placed)

    def known_key(self, was: Row | None) -> Key | None:
        """Give the list that a row stood in when it went out."""
        place = self.finder.find(text(was, "domein")) if was else None
        soort = _soort(text(was, "soort")) if was else None
        return (place.id, soort) if place and soort else None

    def key(self, row: Row) -> Key | None:
        """Find the list that a row names; None where it names none, which is a finding."""
        spot = spot_of(row)
        typed = {name: row.get(name) for name in ("domein", "soort")}
        for name, value in typed.items():
            empty = self.lacking(spot, name)
            if value is None and empty.place.file not in self.no_text:
                no_actie = "" if "kenmerk" in row else "; is dit geen actie, maak dan de rij leeg"
                hint = f"kies een {name} uit de lijst{no_actie}"
                self.place(empty, f"de kolom '{name}' is leeg", hint)
        domein, soort = typed["domein"], typed["soort"]
        if domein is None or soort is None:
            return None
        place = self.finder.find(domein.text)
        if place is None:
            near = self.finder.near(domein.text)
            meant = f"; bedoelde u '{near}'?" if near else ""
            hint = f"schrijf {near}" if near else "kies een domein van het blad Domeinen"
            self.place(domein.spot, f"onbekend domein '{domein.text[:60]}'{meant}", hint)
        wanted = _soort(soort.text)
        if wanted is None:
            hint = (
                "kies realisaties (het is klaar), planning (het gaat door), vervallen (met een "
                "reden), risicos of te_beantwoorden"
            )
            self.place(soort.spot, f"onbekende soort '{soort.text[:60]}'", hint)
        return (place.id, wanted) if place and wanted else None

    def lacking(self, spot: Spot, name: str) -> Spot:
        """Give the cell under `name` in the row of a spot; where that is no row, the spot."""
        for book in self.books:
            for blad in book.acties:
                if blad.spot.source == spot.source and spot.row > blad.spot.row:
                    return blad.cell(spot.row, name)
        return spot

    def place(self, spot: Spot, message: str, hint: str) -> None:
        """Say of a cell that it names what is not there."""
        self.findings.append(PLAATS.at(spot.place, message, hint))

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

    def add_part(self, part: Placed, above: Value) -> None:
        """Put a deelactie under its actie."""
        parent = self.parent(part, above)
        if parent is None and (part.spot.source, above.text) in self._lost:
            return  # of the row of its actie it is said already that it cannot be placed
        if parent is None:
            message = f"de actie '{above.text[:60]}' staat niet in dit domein bij deze soort"
            self.place(above.spot, message, "schrijf haar titel of id zoals die in haar rij staat")
            return
        for name in part.row.keys() - OF_DEELACTIE - {"kenmerk"}:
            message = f"een deelactie heeft geen {name}"
            hint = "maak de cel leeg, of vul ze in bij de actie zelf"
            self.place(part.row[name].spot, message, hint)
        source = part.spot.source
        if self._parts.setdefault((parent.spot, part.said), source) == source:
            parent.parts.append(part)

    def parent(self, part: Placed, above: Value) -> Placed | None:
        """Find the actie of a deelactie: by its kenmerk, or by the title or id that was typed.

        The row of the actie may have gone to another list, or have another title by now.
        """
        names = self.names()
        source = part.spot.source
        kenmerk = part.kenmerk.rpartition("/")[0]
        known = names.get((source, part.was_key, kenmerk), ()) if kenmerk else ()
        if known:
            return next((each for each in known if each.key == part.key), known[0])
        for scope in (part.key, source):
            for word, name in (("id", above.text), ("", above.text), ("slug", slug(above.text))):
                match = names.get((scope, word, name), ())
                near = [each for each in match if each.spot.source == source] or match
                if near:
                    rows = [each for each in near if each.spot.row < part.spot.row]
                    return rows[-1] if rows else near[0]
        return None

    def names(self) -> Mapping[tuple[object, ...], Sequence[Placed]]:
        """Give the acties by all that a deelactie may call them, made once they are all there."""
        if not self._names:
            for each in self.placed:
                source = each.spot.source
                before = text(each.was, "titel") if each.was else each.titel
                calls: list[tuple[object, ...]] = [(source, each.was_key, each.kenmerk)]
                for scope in (each.key, source):
                    calls += [(scope, "id", each.id), (scope, "slug", slug(each.titel))]
                    calls += [(scope, "", titel) for titel in dict.fromkeys((each.titel, before))]
                for call in calls:
                    self._names.setdefault(call, []).append(each)
        return self._names


def _soort(typed: str) -> Soort | None:
    word = slug(typed)
    return _PLURAL.get(word) or _SINGULAR.get(word)
