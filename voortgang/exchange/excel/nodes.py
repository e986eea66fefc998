"""Cells as the nodes that the model reads, so that a workbook is judged as strictly as YAML."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from voortgang.exchange.excel.blad import Row, Spot, Value
from voortgang.exchange.excel.columns import as_items, cells_of
from voortgang.findings import Finding
from voortgang.model.deel import Deel, Key
from voortgang.model.waarden import Kind
from voortgang.source.yaml.nodes import Mapping, Node, Scalar, Sequence

PLAIN = (Kind.GETAL, Kind.WAAR)  # of which a text between quotes is none
# What the model advises for YAML, by code and words of it, said for a sheet.
_HINTS = {
    ("VG012", ""): "maak de cel leeg: bij deze soort hoort ze niet",
    ("VG013", "titel:"): "vul de kolom titel in",
    ("VG013", "niveau:"): "vul de kolom maturiteit.niveau in, of maak doel en toelichting leeg",
    ("VG015", ""): "vul de cel in, of maak de hele rij leeg",
    ("VG016", "'toelichting:'"): "maak er één korte regel van; de rest kan bij een actie in de "
    "kolom toelichting",
    ("VG017", "eigen id"): "haal één van de rijen weg, of geef deze een eigen id in de kolom id "
    "en maak haar kenmerk leeg",
    ("VG018", ""): "vul de kolom reden in als het plan vervalt; laat ze anders leeg",
    ("VG020", "maak het bestand"): "kijk op het blad Domeinen welke namen in de kolom bestand "
    "staan",
    ("VG020", "voeg daar"): "zet die naam op het blad Rapport, in een eigen rij met sleutel "
    "domeinen, of haal deze rij weg",
    ("VG022", ""): "importeer met het juiste --year, of pas deze cel aan",
    ("VG024", ""): "vul in de kolom id een naam in, bijvoorbeeld een-naam",
    ("VG090", "voeg een regel"): "vul beide kolommen in, of maak ze beide leeg",
}

# What is missing in a row, by code: the finding belongs at the empty cell.
_LACKING = {"VG013": "titel", "VG018": "reden"}


@dataclass(slots=True)
class Cells:
    """Makes nodes of cells: line is the row, column the number under which the cell is known."""

    spots: list[Spot]
    numbers: dict[Spot, int] = field(default_factory=dict)

    def number(self, spot: Spot) -> int:
        """Give the number of a cell, from 1."""
        if spot not in self.numbers:
            self.spots.append(spot)
            self.numbers[spot] = len(self.spots)
        return self.numbers[spot]

    def text(self, value: Value, *, plain: bool = False) -> Scalar:
        """Make a text."""
        return _scalar(value.text, value.spot.row, self.number(value.spot), plain=plain)

    def field(self, key: Key, value: Value) -> Node:
        """Make what a field holds of its cell."""
        plain = key.kind in PLAIN
        if not key.many:
            return self.text(value, plain=plain)
        items = (Value(item, value.spot) for item in as_items(key, value.text))
        return self.list(items, value.spot, plain=plain)

    def fields(self, part: type[Deel], row: Row) -> dict[str, Node]:
        """Make what the cells of a row hold of a part, by path."""
        keys = cells_of(part)
        return {name: self.field(key, row[name]) for name, key in keys.items() if name in row}

    def tree(self, nodes: dict[str, Node], spot: Spot) -> Mapping:
        """Make a mapping of nodes by path, with a mapping in it for each part."""
        entries: dict[str, Node] = {}
        within: dict[str, dict[str, Node]] = {}
        for path, node in nodes.items():
            head, _, rest = path.partition(".")
            if rest:
                within.setdefault(head, {})[rest] = node
            entries[head] = node
        parts = {head: self.tree(inner, spot) for head, inner in within.items()}
        return self.mapping((entries | parts).items(), spot)

    def list(self, values: Iterable[Value], spot: Spot, *, plain: bool = False) -> Sequence:
        """Make a list of texts."""
        items = tuple(self.text(value, plain=plain) for value in values)
        return Sequence(items, spot.row, self.number(spot))

    def sequence(self, items: Iterable[Node], spot: Spot) -> Sequence:
        """Make a list of nodes."""
        return Sequence(tuple(items), spot.row, self.number(spot))

    def mapping(self, entries: Iterable[tuple[str, Node]], spot: Spot) -> Mapping:
        """Make a mapping."""
        number = self.number(spot)
        pairs = ((_scalar(k, node.line, node.column, plain=True), node) for k, node in entries)
        return Mapping(tuple(pairs), spot.row, number)

    def at_cell(self, finding: Finding, lacking: Callable[[Spot, str], Spot]) -> Finding:
        """Turn a finding of the model into one at a cell; `lacking` finds one that is empty."""
        spot = self.spots[min(finding.column, len(self.spots)) - 1]
        if finding.code in _LACKING:
            spot = lacking(spot, _LACKING[finding.code])
        file, line, column = spot.place
        return replace(finding, file=file, line=line, column=column, hint=hint_of(finding))


def hint_of(finding: Finding) -> str | None:
    """Give what a finding advises to who works in a sheet."""
    hint = finding.hint or ""
    said = (new for (code, words), new in _HINTS.items() if code == finding.code and words in hint)
    return next(said, finding.hint)


def _scalar(text: str, line: int, column: int, *, plain: bool) -> Scalar:
    return Scalar(text, plain, line, column, line, column)
