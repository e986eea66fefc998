"""Writing the workbook that services fill in."""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from xlsxwriter import Workbook

from voortgang.exchange.excel.columns import (
    ACTIES,
    DOMEINEN,
    RAPPORT,
    STAND,
    Kolom,
    as_text,
    cells_of,
    dig,
    explanation,
)
from voortgang.exchange.excel.rapport import Field, fields
from voortgang.exchange.excel.rows import rows
from voortgang.findings import Obstacle
from voortgang.model import SOORTEN, Actie, Rapport
from voortgang.model.rapport import DomeinBestand

LONGEST = 32_767  # characters in a cell, Excel's own limit
SPARE = 500  # rows below the last that have drop-down lists too
_FIRST_YEAR = 1900  # that Excel knows
_CELL = {"num_format": "@", "text_wrap": True, "valign": "top"}  # so that what is typed stays text
_HEAD = {**_CELL, "bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A5F"}


def make_workbook(rapport: Rapport, dienst: str | None = None) -> bytes:
    """Make the workbook of a report, or of one service's own rows; the same bytes on every run.

    Raises Obstacle for a text that is longer than a cell can hold.
    """
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties(
        {
            "title": f"{rapport.titel} {rapport.rapportjaar}: acties",
            "author": rapport.bestuur,
            "created": _moment(rapport),
        }
    )
    table = [[row.values().get(k.name, "") for k in ACTIES] for row in rows(rapport, dienst)]
    acties = _sheet(book, "Acties", ACTIES, table)
    _sheet(book, "Domeinen", DOMEINEN, _domeinen(rapport))
    _sheet(book, "Rapport", RAPPORT, _fields(rapport, whole=dienst is None))
    _sheet(book, STAND, ACTIES, table).very_hidden()
    _explain(book)
    last = len(table) + SPARE
    domeinen = f"=Domeinen!$A$2:$A${max(len(rapport.domeinen), 1) + 1}"
    for column, source in enumerate((domeinen, list(SOORTEN))):
        acties.data_validation(1, column, last, column, {
            "validate": "list", "source": source, "error_title": "Onbekend",
            "error_message": "Kies een waarde uit de lijst.",
        })  # fmt: skip
    book.close()
    return out.getvalue()


def _domeinen(rapport: Rapport) -> Iterator[Sequence[str]]:
    for domein in rapport.domeinen:
        data = domein.model_dump(mode="json", by_alias=True)
        own = (as_text(key, dig(data, name)) for name, key in cells_of(DomeinBestand).items())
        yield [*own, _risicos(domein.risicos), domein.id]


def _risicos(risicos: Sequence[Actie]) -> str:
    text = "\n".join(risico.titel for risico in risicos)
    return text if len(text) <= LONGEST else ""


def _fields(rapport: Rapport, *, whole: bool) -> Iterable[Field]:
    """Give the fields of the report; a service has nothing to say about the rest."""
    return (each for each in fields(rapport) if whole or each.sleutel == "rapportjaar")


def _sheet(
    book: Workbook, title: str, kolommen: Sequence[Kolom], table: Iterable[Sequence[str]]
) -> Any:  # noqa: ANN401 -- xlsxwriter's, untyped
    sheet, head, cell = book.add_worksheet(title), book.add_format(_HEAD), book.add_format(_CELL)
    for column, kolom in enumerate(kolommen):
        sheet.set_column(column, column, kolom.width, cell)
        sheet.write_string(0, column, kolom.name, head)
    last = 0
    for last, values in enumerate(table, 1):
        for column, value in enumerate(values):
            if value:
                sheet.write_string(last, column, _bounded(value), cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(kolommen) - 1)
    return sheet


def _bounded(text: str) -> str:
    if len(text) > LONGEST:
        raise Obstacle(
            f"een tekst van {len(text)} tekens past niet in een cel van Excel ({LONGEST}): "
            f"‘{text[:60]}…’",
            "maak ze korter, of voer uit naar .json of .csv",
        )
    return text


def _explain(book: Workbook) -> None:
    sheet, cell = book.add_worksheet("Uitleg"), book.add_format(_CELL)
    bold = book.add_format({**_CELL, "bold": True})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    for row, (name, text) in enumerate(explanation()):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, text, cell)


def _moment(rapport: Rapport) -> datetime:
    """Give the day of the report, or the last of its year: no clock, and none before Excel's."""
    day = rapport.datum or date(rapport.rapportjaar, 12, 31)
    return datetime(day.year if day.year >= _FIRST_YEAR else 2000, day.month, day.day)  # noqa: DTZ001 -- a day, not a moment
