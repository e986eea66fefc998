"""From a workbook to rows of texts, each with the cell it comes from."""

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

from voortgang.exchange.excel.regels import BLAD, CEL, KOLOM, OMGEZET, SAMENGEVOEGD
from voortgang.findings import Finding, Obstacle, Place, Regel
from voortgang.office.package import EXCEL, OfficePackage, UnfitError
from voortgang.source.yaml.decode import name_of, odd_character

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS = 20_000
MOST_COLUMNS = 2_000
MOST_MERGED = 100_000  # cells, each of which openpyxl keeps
_HEADER_WITHIN = 20
_EXACT = 10**15  # numbers below it are whole in Excel too
_WIDEST = 16_384  # columns, Excel's own limit
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FILLED_DOWN = ("domein", "soort", "deelactie van", "dienst")
_DATES = ("termijn", "datum", "waarde", "onderdeel")


class Spot(NamedTuple):
    """A cell: named as Excel does in `file`, sorted by number."""

    book: str
    sheet: str
    row: int
    column: int

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


@dataclass(slots=True)
class Blad:
    """The rows of a sheet by the names of its columns; empty cells are not there."""

    spot: Spot
    names: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    columns: Mapping[str, int] = field(default_factory=dict)

    def cell(self, row: int, name: str) -> Spot:
        """Give the cell of a row under a name, also where it is empty; else the row's first."""
        return self.spot._replace(row=row, column=self.columns.get(name, 1))


@dataclass(slots=True)
class Book:
    """The sheets of a workbook that matter, and what is wrong with their cells."""

    name: str
    acties: Blad | None = None
    domeinen: Blad | None = None
    rapport: Blad | None = None
    findings: list[Finding] = field(default_factory=list)


def read_book(name: str, content: bytes, known: dict[str, tuple[str, ...]]) -> Book:
    """Read a workbook; `known` are the columns of each of its sheets, by the sheet's name.

    Raises Obstacle where it cannot be opened safely. Formulas are never computed.
    """
    try:
        opened = _opened(OfficePackage(content, EXCEL))
    except UnfitError as error:
        raise error.obstacle(name) from None
    book = Book(name)
    for sheet in ("Acties", "Domeinen", "Rapport"):
        found = _find(opened, sheet, known[sheet])
        if found is not None:
            reader = _SheetReader(name, found, known[sheet], book.findings)
            setattr(book, sheet.lower(), reader.read())
    if book.acties is None and book.domeinen is None:
        first = opened.sheetnames[0] if opened.sheetnames else "Acties"
        book.findings.append(
            BLAD.at(
                Spot(name, first, 1, 1).place,
                "geen blad heeft de kolommen domein, soort en titel",
                "vertrek van een bestand dat `voortgang export` maakte",
            )
        )
    return book


def _opened(package: OfficePackage) -> "Workbook":
    merged = 0
    for part in package.related(package.main, "worksheet").values():
        for _, cell in etree.iterparse(io.BytesIO(package.read(part)), tag="{*}mergeCell"):
            try:
                left, top, right, bottom = (n or 0 for n in range_boundaries(cell.get("ref", "")))
                merged += (right - left + 1) * (bottom - top + 1)
            except ValueError:
                raise package.damaged(part) from None
            if merged > MOST_MERGED:
                raise UnfitError("is te groot: te veel samengevoegde cellen", "splits de cellen")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl does not keep, nothing is needed
            return load_workbook(io.BytesIO(package.content), keep_links=False)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 -- a broken file fails in countless ways
        raise package.damaged(package.main) from None


def _find(book: "Workbook", name: str, columns: tuple[str, ...]) -> "Worksheet | None":
    sheets = {sheet.title.strip().lower(): sheet for sheet in book.worksheets}
    if name.lower() in sheets:
        return sheets[name.lower()]
    if name != "Acties":
        return None
    needed = set(columns[:3])
    return next((s for s in book.worksheets if needed <= set(_header(s, columns)[1])), None)


def _header(sheet: "Worksheet", columns: tuple[str, ...]) -> tuple[int, dict[str, int]]:
    """Find the row with the most names of columns: its number, and where each name stands."""
    best: tuple[int, dict[str, int]] = (0, {})
    width = min(sheet.max_column, MOST_COLUMNS)
    for cells in sheet.iter_rows(max_row=_HEADER_WITHIN, max_col=width):
        names = {_name(str(c.value), columns): c.column or 0 for c in cells if c.value is not None}
        if len(set(names) & set(columns)) > len(set(best[1]) & set(columns)):
            best = (cells[0].row or 0, names)
    return best


def _name(typed: str, columns: tuple[str, ...]) -> str:
    """Recognise the name of a column whatever its case, spaces and signs."""
    bare = re.sub(r"[\W_]+", "", typed.lower())
    for name in columns:
        if re.sub(r"[\W_]+", "", name) == bare:
            return name
    return typed.strip()


@dataclass(slots=True)
class _SheetReader:
    book: str
    sheet: "Worksheet"
    columns: tuple[str, ...]
    findings: list[Finding]

    def read(self) -> Blad:
        if self.sheet.max_row > MOST_ROWS or self.sheet.max_column > _WIDEST:
            raise Obstacle(
                f"'{self.book}', blad {self.sheet.title}: meer dan {MOST_ROWS} rijen",
                "verwijder de lege rijen onderaan, of splits het bestand",
            )
        head, names = _header(self.sheet, self.columns)
        sheet = Blad(self.spot(head or 1, 1), tuple(names), columns=names)
        if not head:
            return sheet
        self.unknown(head, names)
        merged = self.merged(head, names)
        for number in range(head + 1, self.sheet.max_row + 1):
            row = dict(self.row(number, names, merged))
            if any(value.text for value in row.values()):
                sheet.rows.append(row)
        return sheet

    def row(
        self, number: int, names: dict[str, int], merged: dict[tuple[int, int], int]
    ) -> Iterator[tuple[str, Value]]:
        for name in self.columns:
            if name not in names:
                continue
            column = names[name]
            source = merged.get((number, column), number)
            spot = self.spot(number, column)
            text = self.text(self.sheet.cell(source, column), name, spot)
            if text:
                yield name, Value(text, spot)

    def text(self, cell: "Cell | MergedCell", name: str, spot: Spot) -> str:  # noqa: PLR0911 -- a kind of cell each
        value = cell.value
        if value is None:
            return ""
        if cell.data_type == "f":
            self.find(CEL, spot, "hier staat een formule", "plak de waarde zelf in de cel")
            return ""
        if cell.data_type == "e":
            self.find(CEL, spot, f"hier staat een foutwaarde: {value}", "typ de tekst zelf")
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int | float):
            return self.number(value, name, spot)
        if isinstance(value, date):
            return self.day(value, cell.number_format, name, spot)
        return self.plain(str(value), spot)

    def plain(self, value: str, spot: Spot) -> str:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").strip()
        odd = odd_character(text)
        if odd is not None:
            self.find(CEL, spot, f"hier staat {name_of(odd[0])}", "typ de tekst opnieuw")
            return ""
        return text

    def number(self, value: float, name: str, spot: Spot) -> str:
        if float(value).is_integer() and abs(value) < _EXACT:
            return str(int(value))
        if name in self.columns:
            self.find(
                OMGEZET,
                spot,
                f"hier staat het getal {value}; als tekst getypte nullen of punten zijn weg",
                "zet de cel op Tekst en typ de waarde opnieuw",
            )
        return str(value)

    def day(self, value: date, form: str, name: str, spot: Spot) -> str:
        day = value.date() if isinstance(value, datetime) else value
        text = day.isoformat()
        if name in _DATES:
            bare = re.sub(r"\[[^\]]*\]|\"[^\"]*\"", "", form.lower())
            months = day.day == 1 and "d" not in bare and name == "termijn"
            return text[:7] if months else text
        self.find(
            OMGEZET,
            spot,
            f"hier staat een datum ({text})",
            "zet de cel op Tekst en typ de waarde opnieuw",
        )
        return text

    def unknown(self, head: int, names: dict[str, int]) -> None:
        for name, column in names.items():
            if name not in self.columns:
                self.find(
                    KOLOM,
                    self.spot(head, column),
                    f"de kolom '{name[:60]}' wordt niet overgenomen",
                    f"wel bekend: {', '.join(self.columns)}",
                )

    def merged(self, head: int, names: dict[str, int]) -> dict[tuple[int, int], int]:
        """Tell of merged cells from which row they take their text."""
        sources: dict[tuple[int, int], int] = {}
        by_column = {column: name for name, column in names.items()}
        for area in self.sheet.merged_cells.ranges:
            if area.max_row <= head:
                continue
            name = by_column.get(area.min_col)
            for row in range(area.min_row, area.max_row + 1):
                if name in _FILLED_DOWN:
                    sources[row, area.min_col] = area.min_row
            if name not in _FILLED_DOWN or area.max_col > area.min_col:
                self.find(
                    SAMENGEVOEGD,
                    self.spot(area.min_row, area.min_col),
                    f"de cellen {area.coord} zijn samengevoegd; de tekst telt één keer",
                    "splits de cellen",
                )
        return sources

    def spot(self, row: int, column: int) -> Spot:
        return Spot(self.book, self.sheet.title, row, column)

    def find(self, regel: Regel, spot: Spot, message: str, hint: str) -> None:
        self.findings.append(regel.at(spot.place, message, hint))
