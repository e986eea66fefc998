"""The sheet Rapport: every field of the report as a row, and those rows as rapport.yaml again.

A list takes a row for each of its items. What belongs to an item stands beside it, under
`onderdeel`; what more there is of it in rows of its own below (`nota.adviezen.inhoud`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from voortgang.exchange.excel.blad import Row, Spot, Value, spot_of
from voortgang.exchange.excel.book import Book
from voortgang.exchange.excel.columns import as_text, dig, flat
from voortgang.exchange.excel.nodes import PLAIN, Cells
from voortgang.exchange.excel.regels import KOLOM, PLAATS, TEGENSPRAAK
from voortgang.exchange.excel.stand import text
from voortgang.exchange.excel.typed import moment
from voortgang.findings import Finding
from voortgang.model import Domein, Rapport
from voortgang.model.deel import Key, keys_of
from voortgang.model.regels import OTHER_YEAR
from voortgang.model.waarden import Kind
from voortgang.source.yaml.nodes import Mapping, Node

_TRUTHS = {
    **dict.fromkeys(("true", "ja", "waar", "x"), "true"),
    **dict.fromkeys(("false", "nee", "onwaar"), "false"),
}
_KEYS = dict(flat(Rapport))
_YEAR = re.compile("[0-9]{4}")
_NAAM = ""  # stands for the name of a part that is known by one


class Field(NamedTuple):
    """One row of the sheet."""

    sleutel: str
    waarde: str = ""
    onderdeel: str = ""
    uitleg: str = ""


def fields(rapport: Rapport) -> Iterator[Field]:
    """Give every field of rapport.yaml, also those that are empty."""
    data = rapport.model_dump(mode="json", by_alias=True)
    short = rapport.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for name, key in _KEYS.items():
        if key.part is None or key.many or key.kind is Kind.BENOEMD:
            found = list(_of_value(name, key, dig(data, name))) or [Field(name)]
            yield from (each._replace(uitleg=_uitleg(key)) for each in found)
        elif dig(short, name) == {}:
            yield Field(name, "{}")  # typed and left empty: not the same as absent


def _of_value(name: str, key: Key, value: Any) -> Iterator[Field]:  # noqa: ANN401 -- what a field holds, as data
    if key.kind is Kind.WOORDEN:
        yield from (Field(name, meaning, word) for word, meaning in value.items())
    elif parts := _parts(key):
        first, second, *others = (*parts, None)
        named = isinstance(value, dict)
        for item in ({_NAAM: each, **own} for each, own in value.items()) if named else value:
            yield Field(name, item[first], item.get(second) or "")
            yield from (Field(f"{name}.{each}", item[each]) for each in others if item.get(each))
    elif key.many:
        yield from (Field(name, str(item)) for item in value)
    else:
        yield Field(name, as_text(key, value))


def _parts(key: Key) -> dict[str, Kind]:
    """Give the fields of each item of a list with their kinds; none where the items are names."""
    if key.part is None or key.part is Domein or (key.kind is Kind.DEEL and not key.many):
        return {}
    name = {_NAAM: Kind.TEKST} if key.kind is Kind.BENOEMD else {}
    return name | {each.name: each.kind for each in keys_of(key.part)}


def _uitleg(key: Key) -> str:
    beside = "het woord zelf" if key.kind is Kind.WOORDEN else ", ".join([*_parts(key)][1:2])
    rows = " Een rij elk." if key.many or beside else ""
    return f"{key.words}{rows}{f' In de kolom onderdeel: {beside}.' if beside else ''}"


@dataclass(slots=True)
class Fields:
    """The fields by path, as the first workbook that fills them in has them."""

    cells: Cells
    findings: list[Finding]
    rows: dict[str, list[Row]]

    def values(self, sleutel: str) -> list[Value]:
        """Give what was filled in for a field."""
        return [row["waarde"] for row in self.rows.get(sleutel, ())]

    def mapping(self, defaults: dict[str, str], domeinen: Node, spot: Spot) -> Mapping:
        """Make the node of rapport.yaml; `defaults` stand for what nobody filled in."""
        nodes = {
            sleutel: self.text(Value(text, spot), _KEYS[sleutel].kind)
            for sleutel, text in defaults.items()
            if sleutel not in self.rows
        }
        own = {sleutel: self.node(sleutel) for sleutel in self.rows}
        return self.cells.tree({**nodes, **own, "domeinen": domeinen}, spot)

    def node(self, sleutel: str) -> Node:
        """Make the node of one field."""
        key, rows = _KEYS[sleutel], self.rows[sleutel]
        value, spot = rows[0]["waarde"], rows[0]["waarde"].spot
        if key.kind is Kind.WOORDEN:
            words = self.once(rows, "onderdeel", "de afkorting ")
            meanings = ((word, self.cells.text(row["waarde"])) for word, row in words)
            return self.cells.mapping(meanings, spot)
        parts = _parts(key)
        if key.kind is Kind.BENOEMD:
            named = self.once(rows, "waarde")
            return self.cells.mapping(((name, self.part(row, parts)) for name, row in named), spot)
        if parts:
            return self.cells.sequence((self.part(row, parts) for row in rows), spot)
        if key.many:
            return self.cells.list(self.values(sleutel), spot)
        if key.part:
            return self.cells.mapping((), spot)
        return self.text(value, key.kind)

    def text(self, value: Value, kind: Kind) -> Node:
        """Make a text: of a moment, or a truth, what people type as the files have it."""
        said = moment(kind, value.text)
        if kind is Kind.WAAR:
            said = _TRUTHS.get(said.lower(), said)
        return self.cells.text(Value(said, value.spot), plain=kind in PLAIN)

    def part(self, row: Row, parts: dict[str, Kind]) -> Node:
        """Make one of several; the name by which it is known is not of it."""
        columns = ("waarde", "onderdeel", *[*parts][2:])
        nodes = {
            name: self.text(row[column], kind)
            for (name, kind), column in zip(parts.items(), columns, strict=False)
            if column in row and name != _NAAM
        }
        return self.cells.mapping(nodes.items(), row["waarde"].spot)

    def once(self, rows: list[Row], column: str, what: str = "") -> Iterator[tuple[str, Row]]:
        """Give rows by the name under a column; a name that lacks or comes twice is a finding."""
        seen: set[str] = set()
        for row in rows:
            place = row["waarde"].spot.place
            name = text(row, column)
            if not name:
                hint = "vul de kolom onderdeel in, bijvoorbeeld MJP"
                self.findings.append(PLAATS.at(place, f"{what}zelf ontbreekt", hint))
            elif name in seen:
                message = f"{what}'{name[:60]}' staat er twee keer"
                self.findings.append(TEGENSPRAAK.at(place, message, "haal één rij weg"))
            else:
                seen.add(name)
                yield name, row


def read_fields(books: list[Book], cells: Cells, findings: list[Finding]) -> Fields:
    """Gather the fields of all workbooks; those that differ between two are findings."""
    gathered: dict[str, list[Row]] = {}
    for book in books:
        own: dict[str, list[Row]] = {}
        for row in (row for blad in book.rapport for row in blad.rows):
            _sort_in(row, own, findings)
        for sleutel, rows in own.items():
            key, texts = _KEYS[sleutel], [_texts(row) for row in rows]
            several = key.many or key.kind in (Kind.WOORDEN, Kind.BENOEMD)
            if not several and len(set(map(str, texts))) > 1:
                _differ(findings, sleutel, rows[1])
            before = gathered.setdefault(sleutel, rows)
            if before is not rows and [_texts(row) for row in before] != texts:
                _differ(findings, sleutel, rows[0])
    return Fields(cells, findings, gathered)


def other_year(book: Book, year: int) -> Finding | None:
    """Find that a workbook is of another year: then nothing else in it is to be mended."""
    rows = (
        row for blad in book.rapport for row in blad.rows if row.keys() >= {"sleutel", "waarde"}
    )
    for row in rows:
        value, name = row["waarde"], row["sleutel"].text.lower()
        if name == "rapportjaar" and _YEAR.fullmatch(value.text) and int(value.text) != year:
            message = f"dit is een werkboek van {value.text}, en u vult {year} aan"
            hint = f"laat het weg, of importeer het apart met --year {value.text}"
            return OTHER_YEAR.at(value.spot.place, message, hint)
    return None


def _sort_in(row: Row, own: dict[str, list[Row]], findings: list[Finding]) -> None:
    sleutel = row["sleutel"].text.lower() if "sleutel" in row else ""
    head, _, tail = sleutel.rpartition(".")
    if sleutel in _KEYS and "waarde" in row:
        own.setdefault(sleutel, []).append(row)
    elif sleutel in _KEYS and "onderdeel" in row:
        spot = row["onderdeel"].spot
        findings.append(PLAATS.at(spot.place, "de waarde ontbreekt", "vul ze in"))
    elif head in own and tail in _parts(_KEYS[head]) and "waarde" in row:
        own[head][-1][tail] = row["waarde"]
    elif sleutel not in _KEYS:
        what = f"de sleutel '{sleutel[:60]}'" if sleutel else "een rij zonder sleutel"
        message = f"{what} wordt niet overgenomen"
        findings.append(KOLOM.at(spot_of(row).place, message))


def _texts(row: Row) -> dict[str, str]:
    return {name: value.text for name, value in row.items() if name not in {"sleutel", "uitleg"}}


def _differ(findings: list[Finding], sleutel: str, row: Row) -> None:
    message = f"'{sleutel}' staat elders met een andere waarde"
    findings.append(TEGENSPRAAK.at(row["waarde"].spot.place, message, "kies één waarde"))
