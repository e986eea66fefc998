"""One sheet as rows of texts, each with the cell it comes from."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, TypeAlias

from openpyxl.utils import get_column_letter

from voortgang.exchange.excel.regels import CEL, KOLOM, OMGEZET, SAMENGEVOEGD
from voortgang.exchange.excel.shown import of_clock, of_number, of_truth
from voortgang.findings import Finding, Place, Regel
from voortgang.office.package import UnfitError
from voortgang.source.yaml.decode import name_of, odd_character

MOST_COLUMNS = 500
# Only controls: of a text that looks like such a code openpyxl has taken the mark off already.
_ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f]|005[Ff])_")
_FILLED_DOWN = ("domein", "soort", "deelactie van", "dienst", "audit")
_DATES = ("termijn", "datum", "waarde", "onderdeel")
_PLAIN = (*_DATES, "sdg")
_NO_TEXT = {
    "f": ("hier staat een formule", "plak de waarde zelf in de cel"),
    "e": ("hier staat een foutwaarde: {}", "typ de tekst zelf"),
}
_AS_TEXT = "zet de cel op Tekst en typ de waarde opnieuw"


class Spot(NamedTuple):
    """A cell: named as Excel does in `file`, sorted by number."""

    book: str
    sheet: str
    row: int
    column: int

    @property
    def source(self) -> tuple[str, str]:
        """Tell in which sheet of which workbook it stands."""
        return self.book, self.sheet

    @property
    def place(self) -> Place:
        """Give it as the place of a finding: `acties.xlsx[Acties]D14`, row and column."""
        name = f"{self.book}[{self.sheet}]{get_column_letter(self.column)}{self.row}"
        return Place(name, self.row, self.column)


class Value(NamedTuple):
    """What a cell says."""

    text: str
    spot: Spot


Row = dict[str, Value]


def spot_of(row: Row) -> Spot:
    """Give the first cell of a row that says anything."""
    return next(iter(row.values())).spot


@dataclass(slots=True)
class Blad:
    """The rows of a sheet by the names of its columns; empty cells are not there."""

    spot: Spot
    rows: list[Row] = field(default_factory=list)
    columns: Mapping[str, int] = field(default_factory=dict)

    def cell(self, row: int, name: str) -> Spot:
        """Give the cell of a row under a name, also where it is empty; else the row's first."""
        return self.spot._replace(row=row, column=self.columns.get(name, 1))


class Cell(NamedTuple):
    """A cell as openpyxl gives it: its value, of what type it is, how it is shown."""

    value: object
    kind: str
    form: str


class MergedCells(NamedTuple):
    """Cells that were merged, its bounds included."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def name(self) -> str:
        """Name it as Excel does."""
        corners = ((self.left, self.top), (self.right, self.bottom))
        return ":".join(f"{get_column_letter(column)}{row}" for column, row in corners)


# Rows that have anything in them, with their numbers; their cells by column.
Rows: TypeAlias = Iterable[tuple[int, Mapping[int, Cell]]]


class BladReader:
    """Reads a sheet with these columns; `start` are its first rows, one of which names them."""

    def __init__(self, spot: Spot, columns: tuple[str, ...], start: Rows) -> None:
        self.columns = columns
        self.findings: list[Finding] = []
        self.head, named = _header(start, columns)
        self.spot = spot._replace(row=self.head or 1)
        first = dict(reversed(named))
        self.names = {name: first[name] for name in columns if name in first}
        self.others = [each for each in named if each not in self.names.items()]

    def read(self, rows: Rows, areas: Iterable[MergedCells]) -> Blad:
        """Read all rows below the names of the columns; `areas` in the order of their first row."""
        blad = Blad(self.spot, columns=self.names)
        for name, column in self.others:
            again = "staat er nog eens en " if name in self.columns else ""
            message = f"de kolom '{name[:60]}' {again}wordt niet overgenomen"
            hint = f"wel bekend: {', '.join(self.columns)}"
            self.find(KOLOM, self.at(self.head, column), message, hint)
        named = {*self.names.values(), *(column for _, column in self.others)}
        for number, cells in self.split(rows, areas) if self.head else ():
            values = {
                name: Value(text, self.at(number, column))
                for name, column in self.names.items()
                if column in cells and (text := self.text(cells[column], name, number, column))
            }
            if values:
                blad.rows.append(values)
            for column in sorted(cells.keys() - named):
                named.add(column)
                message = f"de tekst in kolom {get_column_letter(column)} wordt niet overgenomen"
                hint = "geef die kolom een naam, of zet de tekst in de kolom toelichting"
                self.find(KOLOM, self.at(number, column), message, hint)
        return blad

    def split(
        self, rows: Rows, areas: Iterable[MergedCells]
    ) -> Iterator[tuple[int, Mapping[int, Cell]]]:
        """Give the rows below the head without merged cells: what is filled down is in each row."""
        names = {column: name for name, column in self.names.items()}
        waiting = [
            area
            for area in areas
            if area.bottom > self.head and any(area.left <= each <= area.right for each in names)
        ][::-1]
        active: dict[MergedCells, Cell | None] = {}
        for number, cells in rows:
            if number <= self.head:
                continue
            active = {area: cell for area, cell in active.items() if area.bottom >= number}
            while waiting and waiting[-1].top <= number:
                area = waiting.pop()
                active[area] = cells.get(area.left) if area.top == number else None
                self.tell(area, names.get(area.left))
            if len(active) > MOST_COLUMNS:
                raise UnfitError("is te groot: samengevoegde cellen overlappen", "splits de cellen")
            own = {at: cell for at, cell in cells.items() if not _hidden(number, at, active)}
            if own:
                yield (
                    number,
                    own
                    | {
                        area.left: cell
                        for area, cell in active.items()
                        if cell and area.top < number and names.get(area.left) in _FILLED_DOWN
                    },
                )

    def tell(self, area: MergedCells, name: str | None) -> None:
        """Say of merged cells that their text counts once."""
        if name not in _FILLED_DOWN or area.right > area.left:
            message = f"de cellen {area.name} zijn samengevoegd; de tekst telt één keer"
            self.find(SAMENGEVOEGD, self.at(area.top, area.left), message, "splits de cellen")

    def text(self, cell: Cell, name: str, row: int, column: int) -> str:
        """Give what a cell says, empty where that is no text, which is a finding."""
        value, spot = cell.value, self.at(row, column)
        if cell.kind in _NO_TEXT:
            message, hint = _NO_TEXT[cell.kind]
            self.find(CEL, spot, message.format(value), hint)
            return ""
        if isinstance(value, bool):
            return of_truth(value)
        if isinstance(value, time | timedelta):
            return of_clock(value)
        if isinstance(value, int | float | date):
            return self.counted(value, cell.form, name, spot)
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(value))
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").strip()
        odd = odd_character(text)
        if odd is not None:
            self.find(CEL, spot, f"hier staat {name_of(odd[0])}", "typ de tekst opnieuw")
            return ""
        return text

    def counted(self, value: float | date, form: str, name: str, spot: Spot) -> str:
        """Write a number or a day; what Excel may have made of a text is a finding."""
        if isinstance(value, int | float):
            text, sure = of_number(value, "" if name in _PLAIN else form)
            message = f"hier staat het getal {text}; als tekst getypte nullen of punten zijn weg"
        else:
            text, sure = _day(value, form, name), name in _DATES
            message = f"hier staat een datum ({text})"
        if not sure:
            self.find(OMGEZET, spot, message, _AS_TEXT)
        return text

    def at(self, row: int, column: int) -> Spot:
        """Give a cell of this sheet."""
        return self.spot._replace(row=row, column=column)

    def find(self, regel: Regel, spot: Spot, message: str, hint: str) -> None:
        """Remember what is wrong with a cell."""
        self.findings.append(regel.at(spot.place, message, hint))


def _header(rows: Rows, columns: tuple[str, ...]) -> tuple[int, list[tuple[str, int]]]:
    """Find the row with the most names of columns: its number, and the names with their places.

    A name is recognised whatever its case, spaces and signs.
    """
    known = {_bare(name): name for name in columns}
    best: tuple[int, list[tuple[str, int]]] = (0, [])
    most = 0
    for row, cells in rows:
        typed = [(str(cell.value), column) for column, cell in cells.items()]
        names = [(known.get(_bare(name), name.strip()), column) for name, column in typed]
        found = len({name for name, _ in names} & set(columns))
        if found > most:
            best, most = (row, names), found
    return best


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.lower())


def _hidden(row: int, column: int, areas: Iterable[MergedCells]) -> bool:
    """Tell whether a cell lies in merged ones, and not at their beginning."""
    return any(
        area.left <= column <= area.right and (row, column) != (area.top, area.left)
        for area in areas
    )


def _day(value: date, form: str, name: str) -> str:
    text = (value.date() if isinstance(value, datetime) else value).isoformat()
    bare = re.sub(r"\[[^\]]*\]|\"[^\"]*\"", "", form.lower())
    return text[:7] if name == "termijn" and value.day == 1 and "d" not in bare else text
