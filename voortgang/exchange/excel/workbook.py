"""Writing the workbook that services fill in."""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, TypeAlias

from xlsxwriter import Workbook

from voortgang.exchange.excel.columns import (
    AANBEVELINGEN,
    ACTIES,
    AUDITS,
    COMPUTED,
    DOMEINEN,
    KENMERK,
    OF_STAND,
    RAPPORT,
    RISICOS,
    STAND,
    WAITING,
    Kolom,
    explanation,
    texts_of,
)
from voortgang.exchange.excel.rapport import Field, fields
from voortgang.exchange.excel.rows import aanbeveling_rows, audit_rows, risico_rows, rows
from voortgang.exchange.excel.steps import instructions
from voortgang.findings import Obstacle
from voortgang.model import SOORTEN, Actie, Rapport
from voortgang.model.rapport import DomeinBestand
from voortgang.opvolging.standen import NO_STANDEN, Standen

LONGEST = 32_767  # characters in a cell, Excel's own limit
SPARE = 500  # rows below the last that have drop-down lists too
_A4 = 9
_WIDE = 100  # characters
_LINE = 16  # points
_FIRST_YEAR = 1900  # that Excel knows
_CELL = {"num_format": "@", "text_wrap": True, "valign": "top"}  # so that what is typed stays text
_HEAD = {**_CELL, "bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A5F"}
_TITLE = {"bold": True, "font_size": 14, "font_color": "#1F3A5F"}
_ASKED = {"bg_color": "#FFF2CC"}  # a plan that awaits its answer
_FIXED = {"font_color": "#595959", "bg_color": "#EDEDED"}
_GREY = (KENMERK, *COMPUTED)
_OWN = {"locked": False}
# On a locked sheet: all but changing what is grey.
_MAY = dict.fromkeys(
    ("insert_rows", "delete_rows", "sort", "autofilter", "format_cells", "format_columns",
     "format_rows", "insert_hyperlinks"), True,
)  # fmt: skip

Tabel: TypeAlias = tuple[str, Sequence[Kolom], list[Sequence[str]]]


def make_workbook(
    rapport: Rapport, dienst: str | None = None, standen: Standen = NO_STANDEN
) -> bytes:
    """Make the workbook of a report, or of one service's own rows; the same bytes on every run.

    It opens at what to do; what awaits an answer stands on top of the acties. Raises Obstacle for
    a text that is longer than a cell can hold.
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
    of_dienst = list(rows(rapport, dienst))
    asked = [row for row in of_dienst if row.soort == WAITING]
    ordered = [*asked, *(row for row in of_dienst if row.soort != WAITING)]
    texts = [row.values() for row in ordered]
    table = [[each.get(kolom.name, "") for kolom in ACTIES] for each in texts]
    plans = sum(row.parent is None for row in asked)
    steps = instructions(rapport.rapportjaar, plans, dienst)
    _explain(book, steps, explanation(audits=bool(standen.audits)))
    acties = _sheet(book, "Acties", ACTIES, table, asked=len(asked))
    _sheet(book, "Domeinen", DOMEINEN, _domeinen(rapport))
    _sheet(book, "Rapport", RAPPORT, _fields(rapport, whole=dienst is None))
    audits = tuple(_audits(standen, whole=dienst is None))
    for title, kolommen, of_audits in audits:
        _sheet(book, title, kolommen, of_audits)
    if scored := list(risico_rows(standen)):
        _sheet(book, "Risico's", RISICOS, scored)
    _sheet(book, STAND, ACTIES, table).very_hidden()
    for title, kolommen, of_audits in audits:
        _sheet(book, OF_STAND.format(title.lower()), kolommen, of_audits).very_hidden()
    last = len(table) + SPARE
    domeinen = f"=Domeinen!$A$2:$A${max(len(rapport.domeinen), 1) + 1}"
    for column, source in enumerate((domeinen, list(SOORTEN))):
        acties.data_validation(1, column, last, column, {
            "validate": "list", "source": source, "error_title": "Onbekend",
            "error_message": "Kies een waarde uit de lijst.",
        })  # fmt: skip
    book.close()
    return out.getvalue()


def _audits(standen: Standen, *, whole: bool) -> Iterator[Tabel]:
    """Give the aanbevelingen, and the audits themselves for who has the whole report."""
    if standen.audits:
        yield "Aanbevelingen", AANBEVELINGEN, list(aanbeveling_rows(standen))
        if whole:
            yield "Audits", AUDITS, list(audit_rows(standen))


def _domeinen(rapport: Rapport) -> Iterator[Sequence[str]]:
    for domein in rapport.domeinen:
        own = texts_of(domein, DomeinBestand).values()
        yield [*own, _risicos(domein.risicos), domein.id]


def _risicos(risicos: Sequence[Actie]) -> str:
    text = "\n".join(risico.titel for risico in risicos)
    return text if len(text) <= LONGEST else ""


def _fields(rapport: Rapport, *, whole: bool) -> Iterable[Field]:
    """Give the fields of the report; a service has nothing to say about the rest."""
    return (each for each in fields(rapport) if whole or each.sleutel == "rapportjaar")


def _sheet(
    book: Workbook,
    title: str,
    kolommen: Sequence[Kolom],
    table: Iterable[Sequence[str]],
    asked: int = 0,
) -> Any:  # noqa: ANN401 -- xlsxwriter's, untyped
    """Write a sheet; of the first `asked` rows an answer is asked, the kenmerk is nobody's."""
    sheet, head = book.add_worksheet(title), book.add_format(_HEAD)
    own, waiting = book.add_format(_CELL | _OWN), book.add_format(_CELL | _OWN | _ASKED)
    fixed = book.add_format(_CELL | _FIXED)
    for column, kolom in enumerate(kolommen):
        sheet.set_column(column, column, kolom.width, own)
        sheet.write_string(0, column, kolom.name, head)
    last = 0
    for last, values in enumerate(table, 1):
        for column, (kolom, value) in enumerate(zip(kolommen, values, strict=True)):
            form = fixed if kolom.name in _GREY else waiting if last <= asked else own
            if value:
                sheet.write_string(last, column, _bounded(value), form)
            elif form is waiting:
                sheet.write_blank(last, column, None, form)
    sheet.freeze_panes(1, 3 if kolommen is ACTIES else 0)
    sheet.autofilter(0, 0, last, len(kolommen) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.repeat_rows(0)
    if any(kolom.name in _GREY for kolom in kolommen):
        sheet.protect("", _MAY)
    return sheet


def _bounded(text: str) -> str:
    if len(text) > LONGEST:
        raise Obstacle(
            f"een tekst van {len(text)} tekens past niet in een cel van Excel ({LONGEST}): "
            f"‘{text[:60]}…’",
            "maak ze korter, of voer uit naar .json of .csv",
        )
    return text


def _explain(book: Workbook, steps: Sequence[str], columns: Iterable[tuple[str, str]]) -> None:
    """Write what to do, and below it what each column means."""
    sheet, cell = book.add_worksheet("Uitleg"), book.add_format(_CELL)
    bold, title = book.add_format(_CELL | {"bold": True}), book.add_format(_TITLE)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, _WIDE)
    first, *others = steps
    sheet.write_string(0, 0, first, title)
    numbered = [(f"{number}", step) for number, step in enumerate(others, 1)]
    sheet.write_string(len(numbered) + 2, 0, "De kolommen", title)
    below = enumerate(columns, len(numbered) + 3)
    for row, (name, text) in (*enumerate(numbered, 1), *below):
        sheet.set_row(row, _LINE * (1 + len(text) // _WIDE))  # LibreOffice does not measure it
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, text, cell)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _moment(rapport: Rapport) -> datetime:
    """Give the day of the report, or the last of its year: no clock, and none before Excel's."""
    day = rapport.datum or date(rapport.rapportjaar, 12, 31)
    return datetime(day.year if day.year >= _FIRST_YEAR else 2000, day.month, day.day)  # noqa: DTZ001 -- a day, not a moment
