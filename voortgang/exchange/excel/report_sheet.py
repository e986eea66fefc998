"""The sheet Rapport of one or more workbooks, as the node of rapport.yaml."""

from collections.abc import Iterator
from dataclasses import dataclass

from voortgang.exchange.excel.blad import Row, Spot, Value
from voortgang.exchange.excel.book import Book
from voortgang.exchange.excel.fields import KNOWN, LISTS, PAIRS, PLAIN
from voortgang.exchange.excel.nodes import Cells
from voortgang.exchange.excel.regels import KOLOM, PLAATS, TEGENSPRAAK
from voortgang.findings import Finding
from voortgang.source.yaml.nodes import Mapping, Node

_TRUE = ("true", "ja", "waar", "x")
_FALSE = ("false", "nee", "onwaar")
_PARTS = ("contact", "nota", "presentatie", "controle")


@dataclass(slots=True)
class Fields:
    """The fields by key, as the first workbook that fills them in has them."""

    cells: Cells
    findings: list[Finding]
    rows: dict[str, list[Row]]

    def values(self, sleutel: str) -> list[Value]:
        """Give what was filled in for a key."""
        return [row["waarde"] for row in self.rows.get(sleutel, ())]

    def mapping(self, defaults: dict[str, str], domeinen: Node, spot: Spot) -> Mapping:
        """Make the node of rapport.yaml; `defaults` stand for what nobody filled in."""
        entries: dict[str, Node] = {}
        parts: dict[str, dict[str, Node]] = {}
        for sleutel in self.rows:
            head, _, tail = sleutel.partition(".")
            if sleutel == "domeinen":
                continue
            node = self.node(sleutel)
            if tail:
                parts.setdefault(head, {})[tail] = node
            else:
                entries[sleutel] = node
        for name in _PARTS:
            if name in parts:
                entries[name] = self.cells.mapping(parts[name].items(), spot)
        for sleutel, text in defaults.items():
            if sleutel not in entries:
                value = Value(text, spot)
                entries[sleutel] = self.cells.text(value, plain=sleutel in PLAIN)
        entries["domeinen"] = domeinen
        return self.cells.mapping(entries.items(), spot)

    def node(self, sleutel: str) -> Node:
        """Make the node of one key."""
        rows = self.rows[sleutel]
        values = [row["waarde"] for row in rows]
        if sleutel in LISTS:
            return self.cells.list(values, values[0].spot)
        if sleutel == "nota.adviezen":
            items = (self.cells.mapping(self.advies(row), row["waarde"].spot) for row in rows)
            return self.cells.sequence(list(items), values[0].spot)
        if sleutel == "afkortingen":
            return self.cells.mapping(self.words(rows), values[0].spot)
        if sleutel == "contact":
            return self.cells.mapping((), values[0].spot)
        value = values[0]
        if sleutel == "ontwerp":
            word = value.text.lower()
            text = "true" if word in _TRUE else "false" if word in _FALSE else value.text
            value = Value(text, value.spot)
        return self.cells.text(value, plain=sleutel in PLAIN)

    def advies(self, row: Row) -> Iterator[tuple[str, Node]]:
        """Give the keys of one advice."""
        yield "van", self.cells.text(row["waarde"])
        if "onderdeel" in row:
            yield "datum", self.cells.text(row["onderdeel"])

    def words(self, rows: list[Row]) -> Iterator[tuple[str, Node]]:
        """Give the abbreviations with their meaning; one without a name is a finding."""
        seen: set[str] = set()
        for row in rows:
            spot = row["waarde"].spot
            if "onderdeel" not in row:
                message = "de afkorting zelf ontbreekt"
                self.findings.append(
                    PLAATS.at(spot.place, message, "vul de kolom onderdeel in, bijvoorbeeld MJP")
                )
            elif row["onderdeel"].text in seen:
                message = f"de afkorting '{row['onderdeel'].text[:60]}' staat er twee keer"
                self.findings.append(TEGENSPRAAK.at(spot.place, message, "haal één rij weg"))
            else:
                seen.add(row["onderdeel"].text)
                yield row["onderdeel"].text, self.cells.text(row["waarde"])


def read_fields(books: list[Book], cells: Cells, findings: list[Finding]) -> Fields:
    """Gather the fields of all workbooks; those that differ between two are findings."""
    gathered: dict[str, list[Row]] = {}
    for book in books:
        own: dict[str, list[Row]] = {}
        for row in (row for blad in book.rapport for row in blad.rows):
            sleutel = row["sleutel"].text.lower() if "sleutel" in row else ""
            if sleutel not in KNOWN:
                spot = next(iter(row.values())).spot
                message = f"de sleutel '{sleutel[:60]}' wordt niet overgenomen"
                findings.append(KOLOM.at(spot.place, message))
            elif "waarde" in row:
                own.setdefault(sleutel, []).append(row)
            elif "onderdeel" in row:
                spot = row["onderdeel"].spot
                findings.append(PLAATS.at(spot.place, "de waarde ontbreekt", "vul ze in"))
        for sleutel, rows in own.items():
            several = sleutel not in (*LISTS, *PAIRS) and len(rows) > 1
            texts = [_texts(row) for row in rows]
            if several and len(set(texts)) > 1:
                _differ(findings, sleutel, rows[1])
            before = gathered.setdefault(sleutel, rows)
            if before is not rows and [_texts(row) for row in before] != texts:
                _differ(findings, sleutel, rows[0])
    return Fields(cells, findings, gathered)


def _texts(row: Row) -> tuple[str, str]:
    return row["waarde"].text, row["onderdeel"].text if "onderdeel" in row else ""


def _differ(findings: list[Finding], sleutel: str, row: Row) -> None:
    message = f"'{sleutel}' staat elders met een andere waarde"
    findings.append(TEGENSPRAAK.at(row["waarde"].spot.place, message, "kies één waarde"))
