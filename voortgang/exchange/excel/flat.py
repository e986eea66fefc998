"""The acties as csv for Excel and as json for Power BI and open data."""

import csv
import io
import json
from typing import Any

from voortgang.exchange.excel.rows import KOLOMMEN, ActieRow, rows
from voortgang.model import Actie, Rapport

# What Excel would run or count with when it opens a csv; a number or a date is no danger.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def make_csv(rapport: Rapport, dienst: str | None = None) -> bytes:
    """Write the rows as Excel in Belgium opens them: UTF-8 with a mark, `;`, CRLF.

    A text that Excel would take for a formula gets an apostrophe in front; json has it as typed.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(KOLOMMEN)
    for row in rows(rapport, dienst):
        values = row.values()
        writer.writerow([_harmless(values.get(name, "")) for name in KOLOMMEN])
    return out.getvalue().encode("utf-8-sig")


def make_json(rapport: Rapport, dienst: str | None = None) -> bytes:
    """Write the rows with their types: lists are lists, what is not there is null."""
    data = {
        "version": 1,
        "jaar": rapport.rapportjaar,
        "bestuur": rapport.bestuur,
        "titel": rapport.titel,
        "acties": [_record(row) for row in rows(rapport, dienst)],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _record(row: ActieRow) -> dict[str, Any]:
    values: dict[str, Any] = {name.replace(" ", "_"): None for name in KOLOMMEN}
    values |= {name.replace(" ", "_"): text for name, text in row.values().items()}
    entry = row.entry
    values["domein"], values["domein_titel"] = row.domein.id, row.domein.titel
    values["sdg"] = list(entry.sdg) if isinstance(entry, Actie) else []
    values["vervolg_op"] = list(entry.vervolg_op) if isinstance(entry, Actie) else []
    return values


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
