"""Opening a workbook and finding the sheets in it that matter; its cells come row by row."""

import io
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from voortgang.exchange.excel.blad import MOST_COLUMNS, Blad, BladReader, Cell, MergedCells, Spot
from voortgang.exchange.excel.columns import COLUMNS
from voortgang.exchange.excel.regels import BLAD, KOLOM
from voortgang.exchange.tekst.elements import R_ID
from voortgang.findings import Finding, Obstacle
from voortgang.office.package import EXCEL, OfficePackage, UnfitError

MOST_ROWS = 20_000
MOST_MERGED = 20_000  # areas
_LAST_ROW = 1_048_576  # Excel's own
_NOT_READ = ("Uitleg", "Risico's")
_HEADER_WITHIN = 20
# By which a sheet of any name is known.
_NEEDED = {"Acties": COLUMNS["Acties"][:3], "Aanbevelingen": COLUMNS["Aanbevelingen"][:3]}


@dataclass(slots=True)
class Book:
    """The sheets of a workbook that matter, and what is wrong with their cells."""

    name: str
    acties: list[Blad] = field(default_factory=list)
    domeinen: list[Blad] = field(default_factory=list)
    rapport: list[Blad] = field(default_factory=list)
    audits: list[Blad] = field(default_factory=list)
    aanbevelingen: list[Blad] = field(default_factory=list)
    stand: list[Blad] = field(default_factory=list)
    stand_audits: list[Blad] = field(default_factory=list)
    stand_aanbevelingen: list[Blad] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_book(name: str, content: bytes) -> Book:
    """Read a workbook: each sheet by its name, or by the columns of Acties or Aanbevelingen.

    Raises Obstacle where it cannot be opened safely. Formulas are never computed.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl does not keep, nothing is needed
            return _Opened(name, content).read()
    except UnfitError as error:
        raise error.obstacle(name) from None


class _Opened:
    """A workbook that is read as a stream, so that no number in it costs memory."""

    def __init__(self, name: str, content: bytes) -> None:
        self.package = OfficePackage(content, EXCEL)
        self.book = Book(name)
        stream = io.BytesIO(self.package.content)
        try:
            opened = load_workbook(stream, read_only=True, keep_links=False)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 -- a broken file fails in countless ways
            raise self.package.damaged() from None
        # openpyxl's types say that they can be written too.
        self.sheets: Mapping[str, Any] = {sheet.title: sheet for sheet in opened.worksheets}

    def read(self) -> Book:
        book, parts = self.book, self.parts()
        for title, sheet in self.sheets.items():
            rows = self.rows(title)
            start = list(islice(rows, _HEADER_WITHIN))
            named, shown = title.strip().capitalize(), sheet.sheet_state == "visible"
            for kind in (named,) if named in COLUMNS else _NEEDED:
                reader = BladReader(Spot(book.name, title, 1, 1), COLUMNS[kind], start)
                counts = named == kind or (shown and set(_NEEDED[kind]) <= reader.names.keys())
                if counts:
                    break
            if counts:
                blad = reader.read(chain(start, rows), self.merged(parts.get(title, "")))
                lacking = [name for name in _NEEDED.get(kind, ()) if name not in blad.columns]
                for name in lacking if start else ():
                    message, hint = f"de kolom '{name}' ontbreekt", f"geef een kolom de naam {name}"
                    reader.find(BLAD, blad.spot, message, hint)
                if not lacking:
                    getattr(book, kind.lower().replace(" ", "_")).append(blad)
            elif start and title not in _NOT_READ:
                message = f"het {'' if shown else 'verborgen '}blad '{title[:60]}' telt niet mee"
                hint = "zet acties op een zichtbaar blad met de kolommen domein, soort en titel"
                reader.find(KOLOM, reader.at(start[0][0], min(start[0][1])), message, hint)
            book.findings += reader.findings
        said = any(each.code == BLAD.code for each in book.findings)
        if not (said or book.acties or book.domeinen or book.audits or book.aanbevelingen):
            spot = Spot(book.name, next(iter(self.sheets), "Acties"), 1, 1)
            message = "geen blad heeft de kolommen domein, soort en titel"
            hint = "vertrek van een bestand dat `voortgang export` maakte"
            book.findings.append(BLAD.at(spot.place, message, hint))
        return book

    def rows(self, title: str) -> Iterator[tuple[int, Mapping[int, Cell]]]:
        """Give the rows that have anything in them."""
        sheet, count = self.sheets[title], 0
        sheet.reset_dimensions()  # what the file says of its size need not be so
        try:
            for number, row in enumerate(sheet.iter_rows(max_row=_LAST_ROW), 1):
                if not row:  # of which there may be a million
                    continue
                cells = {
                    cell.column: Cell(cell.value, cell.data_type, cell.number_format)
                    for cell in row[:MOST_COLUMNS]
                    if cell.value is not None
                }
                count += bool(cells)
                if count > MOST_ROWS:
                    break
                if cells:
                    yield number, cells
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 -- as above
            raise self.package.damaged(f"blad {title}") from None
        if count > MOST_ROWS:
            message = f"'{self.book.name}', blad {title}: meer dan {MOST_ROWS} rijen"
            raise Obstacle(message, "splits het bestand")

    def parts(self) -> Mapping[str, str]:
        """Give the part of each sheet by its title."""
        main = self.package.main
        root, parts = self.package.part(main), self.package.related(main, "worksheet")
        sheets = root.iter("{*}sheet") if root is not None else ()
        return {sheet.get("name", ""): parts.get(sheet.get(R_ID, ""), "") for sheet in sheets}

    def merged(self, part: str) -> list[MergedCells]:
        """Give the merged areas of a sheet by their first row: openpyxl would keep every cell."""
        areas: list[MergedCells] = []
        if part not in self.package.names:
            return areas
        stream = io.BytesIO(self.package.read(part))
        for _, element in etree.iterparse(stream, tag=("{*}row", "{*}mergeCell")):
            ref = element.get("ref")
            element.clear()
            if ref is None:
                continue
            try:
                areas.append(MergedCells(*(number or 0 for number in range_boundaries(ref))))
            except ValueError:
                raise self.package.damaged(f"het onderdeel {part}") from None
            if len(areas) > MOST_MERGED:
                raise UnfitError("is te groot: te veel samengevoegde cellen", "splits de cellen")
        return sorted(areas, key=lambda area: area.top)
