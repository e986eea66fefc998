"""Writing the workbook that services fill in."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from lxml import etree
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from voortgang.exchange.excel.books import DOMEINEN, RAPPORT
from voortgang.exchange.excel.explain import EXPLANATION
from voortgang.exchange.excel.fields import UITLEG, Field, fields
from voortgang.exchange.excel.rows import KOLOMMEN, rows
from voortgang.findings import Obstacle
from voortgang.model import SOORTEN, Actie, Rapport
from voortgang.office.zip import zip_parts

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST = 32_767  # characters in a cell, Excel's own limit
SPARE = 500  # rows below the last that have drop-down lists too
_WIDTHS = {
    "domein": 26, "soort": 16, "titel": 48, "deelactie van": 28, "dienst": 20, "termijn": 12,
    "toelichting": 60, "mjp": 14, "sdg": 10, "aanbeveling": 30, "vervolg_op": 28, "reden": 36,
    "id": 24, "kenmerk": 28, "rechtsgrond": 20, "criterium": 60, "risico's": 48, "bestand": 34,
    "sleutel": 34, "waarde": 60, "onderdeel": 20, "uitleg": 60,
}  # fmt: skip
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_FONT = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz",
    "color", "name", "family", "charset", "scheme",
)  # fmt: skip
_HEAD = PatternFill("solid", fgColor="1F3A5F")
_WRAP = Alignment(wrap_text=True, vertical="top")


def make_workbook(rapport: Rapport, dienst: str | None = None) -> bytes:
    """Make the workbook of a report, or of one service's own rows; the same bytes on every run.

    Raises Obstacle for a text that is longer than a cell can hold.
    """
    book = Workbook()
    acties = book.worksheets[0]
    acties.title = "Acties"
    table = [[row.values().get(name, "") for name in KOLOMMEN] for row in rows(rapport, dienst)]
    _fill(acties, KOLOMMEN, table)
    _fill(
        book.create_sheet("Domeinen"),
        DOMEINEN,
        [
            (d.titel, d.rechtsgrond or "", d.criterium or "", _risicos(d.risicos), d.id)
            for d in rapport.domeinen
        ],
    )
    _fill(book.create_sheet("Rapport"), RAPPORT, _fields(rapport, whole=dienst is None))
    _explain(book.create_sheet("Uitleg"))
    _lists(acties, len(table), len(rapport.domeinen))
    return _settled(book, rapport)


def _risicos(risicos: Sequence[Actie]) -> str:
    text = "\n".join(risico.titel for risico in risicos)
    return text if len(text) <= LONGEST else ""


def _fields(rapport: Rapport, *, whole: bool) -> Iterable[tuple[str, ...]]:
    chosen: Iterable[Field] = fields(rapport)
    if not whole:  # a service has nothing to say about the rest
        chosen = (each for each in chosen if each.sleutel == "rapportjaar")
    for each in chosen:
        yield (*each, UITLEG.get(each.sleutel, ""))


def _fill(sheet: "Worksheet", names: Sequence[str], table: Iterable[Sequence[str]]) -> None:
    for column, name in enumerate(names, 1):
        cell = sheet.cell(1, column)
        _set(cell, name)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = _HEAD
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.width = _WIDTHS[name]
        dimension.number_format = "@"  # so that what is typed stays text
        dimension.alignment = _WRAP
    last = 1
    for last, values in enumerate(table, 2):
        for column, value in enumerate(values, 1):
            if value:
                _set(sheet.cell(last, column), value)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{last}"


def _set(cell: "Cell | MergedCell", text: str) -> None:
    """Set a text as a text: no formula, no number, no code of Excel's own."""
    if len(text) > LONGEST:
        raise Obstacle(
            f"een tekst van {len(text)} tekens past niet in een cel van Excel ({LONGEST}): "
            f"‘{text[:60]}…’",
            "maak ze korter, of voer uit naar .json of .csv",
        )
    cell.value = _ESCAPE.sub("_x005F_", text)
    cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment = _WRAP


def _lists(sheet: "Worksheet", count: int, domeinen: int) -> None:
    last = count + 1 + SPARE
    soorten = f'"{",".join(SOORTEN)}"'
    choices = {"A": f"Domeinen!$A$2:$A${max(domeinen, 1) + 1}", "B": soorten}
    for column, formula in choices.items():
        choice = DataValidation(type="list", formula1=formula, allow_blank=True)
        choice.errorTitle, choice.error = "Onbekend", "Kies een waarde uit de lijst."
        choice.showErrorMessage = True
        choice.add(f"{column}2:{column}{last}")
        sheet.add_data_validation(choice)


def _explain(sheet: "Worksheet") -> None:
    for row, (name, text) in enumerate(EXPLANATION, 1):
        for column, value in enumerate((name, text), 1):
            if value:
                _set(sheet.cell(row, column), value)
        sheet.cell(row, 1).font = Font(bold=True)
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["B"].width = 100


def _settled(book: Workbook, rapport: Rapport) -> bytes:
    """Write the workbook without a trace of when or where."""
    moment = _moment(rapport)
    properties = book.properties
    properties.creator = rapport.bestuur
    properties.title = f"{rapport.titel} {rapport.rapportjaar}: acties"
    properties.language = "nl-BE"
    properties.created = moment
    out = io.BytesIO()
    book.save(out)
    stamp = moment.strftime("%Y-%m-%dT00:00:00Z").rjust(20, "0").encode()
    with zipfile.ZipFile(out) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    settle = {
        "docProps/core.xml": lambda part: _MODIFIED.sub(rb"\g<1>" + stamp, part),
        "xl/styles.xml": _ordered_fonts,
    }
    return zip_parts((name, settle[name](part) if name in settle else part) for name, part in parts)


def _ordered_fonts(styles: bytes) -> bytes:
    """Put what openpyxl says of a font in the order that the schema wants."""
    root = etree.fromstring(styles)
    for font in root.iter(f"{_MAIN}font"):
        font[:] = sorted(font, key=lambda each: _FONT.index(str(each.tag).removeprefix(_MAIN)))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _moment(rapport: Rapport) -> datetime:
    day = rapport.datum or date(rapport.rapportjaar, 12, 31)
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 -- a day, not a moment
