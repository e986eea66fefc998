"""Workbooks as people hand them in, and as nobody should."""

import io
import os
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from voortgang.exchange.excel.books import COLUMNS
from voortgang.exchange.excel.cells import read_book
from voortgang.exchange.excel.flat import make_csv
from voortgang.exchange.excel.intake import take_in
from voortgang.exchange.excel.workbook import make_workbook
from voortgang.findings import Obstacle
from voortgang.model import Actie, Domein, Rapport, read_all
from voortgang.source import Workspace

ROOT = Path(__file__).parents[2]
KNOWN = (Domein(id="cultuur", titel="Cultuur"), Domein(id="middelen", titel="Middelen"))
DEFAULTS = {"rapportjaar": "2022", "bestuur": "Gemeente Voorbeeldegem", "titel": "Rapport"}
HEAD = ("Titel", "SOORT", "Domein", "opmerking", "Termijn", "mjp")


def book(*rows, merge=None, form=None, head=HEAD):
    opened = openpyxl.Workbook()
    sheet = opened.active
    for row in (("Acties van onze dienst",), head, *rows):
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    if form:
        sheet["E3"].number_format = form
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def taken(content):
    read = read_book("d.xlsx", content, COLUMNS)
    incoming = take_in([read], 2022, DEFAULTS, KNOWN)
    return incoming, [(f.file, f.code) for f in incoming.findings]


def test_columns_stand_in_any_order_under_a_heading_and_an_extra_one_is_told():
    incoming, found = taken(book(("Nieuw", "realisatie", "cultuur", "x", None, None)))
    assert incoming.rapport.domeinen[0].realisaties == (Actie(titel="Nieuw"),)
    assert found == [("d.xlsx[Sheet]D2", "VG081")]


@pytest.mark.parametrize(
    ("typed", "form", "text"),
    [
        (2023, None, "2023"),
        (date(2023, 5, 31), None, "2023-05-31"),
        (date(2023, 5, 1), "mmm-yy", "2023-05"),
    ],
)
def test_a_termijn_may_be_a_number_or_a_date(typed, form, text):
    incoming, _ = taken(book(("Nieuw", "plan", "cultuur", None, typed, None), form=form))
    assert incoming.rapport.domeinen[0].planning[0].termijn.text == text


def test_a_number_where_a_code_belongs_is_told():
    _, found = taken(book(("Nieuw", "plan", "cultuur", None, None, 1.1)))
    assert ("d.xlsx[Sheet]F3", "VG084") in found


def test_words_among_the_sdgs_are_one_finding_with_the_numbers_that_were_meant():
    row = ("cultuur", "plan", "Nieuw", "SDG 13 en 7")
    incoming, _ = taken(book(row, head=("domein", "soort", "titel", "sdg")))
    assert [(f.file, f.code, f.message, f.hint) for f in incoming.findings] == [
        (
            "d.xlsx[Sheet]D3",
            "VG014",
            "in de kolom sdg staan alleen getallen, niet 'SDG 13 en 7'",
            "schrijf 13, 7",
        )
    ]


ROW = ("domein", "soort", "titel", "reden")


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (("cultuur", "vervallen", "Weg", None), ("D3", "VG018")),
        (("cultuur", "plan", None, "x"), ("C3", "VG013")),
        (("cultuur", None, "Nieuw", None), ("B3", "VG082")),
    ],
)
def test_what_is_missing_in_a_row_is_told_at_the_empty_cell(row, found):
    cell, code = found
    assert (f"d.xlsx[Sheet]{cell}", code) in taken(book(row, head=ROW))[1]


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (("cultuur", "plan", "=A1&B1", None), "C3"),
        (("cultuur", "vervallen", "Weg", "=A1"), "D3"),
        (("=A1", "plan", "Nieuw", None), "A3"),
    ],
)
def test_a_formula_is_told_once_and_not_as_an_empty_cell_too(row, cell):
    incoming, found = taken(book(row, head=ROW))
    assert found == [(f"d.xlsx[Sheet]{cell}", "VG083")]
    assert incoming.rapport is None


def test_a_merged_domain_counts_for_all_its_rows_and_a_merged_title_once():
    rows = (("Een", "plan", "cultuur"), ("Twee", "plan", None))
    incoming, _ = taken(book(*rows, merge="C3:C4"))
    assert [a.titel for a in incoming.rapport.domeinen[0].planning] == ["Een", "Twee"]
    _, found = taken(book(("Een", "plan", "cultuur"), (None, "plan", "cultuur"), merge="A3:A4"))
    assert ("d.xlsx[Sheet]A3", "VG085") in found
    assert ("d.xlsx[Sheet]A4", "VG013") in found


def test_two_workbooks_that_contradict_are_told_and_that_agree_are_one():
    def both(first, second):
        books = [
            read_book(name, book(("Nieuw", "plan", "cultuur", None, termijn)), COLUMNS)
            for name, termijn in (("a.xlsx", first), ("b.xlsx", second))
        ]
        return take_in(books, 2022, DEFAULTS, KNOWN)

    assert len(both("2023", "2023").rapport.domeinen[0].planning) == 1
    assert "VG086" in {f.code for f in both("2023", "2024").findings}


def test_a_csv_holds_no_formula_for_excel_to_run():
    actie = Actie(titel="=1+1", dienst="+32 15", mjp="0123")
    domein = Domein(id="d", titel="@d", planning=(actie,))
    rapport = Rapport(rapportjaar=2022, bestuur="b", titel="t", domeinen=(domein,))
    row = make_csv(rapport).decode("utf-8-sig").split("\r\n")[1].split(";")
    assert row[:3] == ["'@d", "planning", "'=1+1"]
    assert "'+32 15" in row
    assert "0123" in row


@pytest.mark.office
def test_a_sheet_saved_by_libreoffice_comes_back_whole(tmp_path):
    rapport = read_all(Workspace(ROOT), [2022])[2022].rapport
    source = tmp_path / "acties.xlsx"
    source.write_bytes(make_workbook(rapport))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "xlsx", "--outdir", tmp_path / "uit", source],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    if not (tmp_path / "uit/acties.xlsx").exists() and os.environ.get("CI") != "true":
        pytest.skip("needs LibreOffice Calc")  # Writer and Impress may be there without it
    saved = read_book("acties.xlsx", (tmp_path / "uit/acties.xlsx").read_bytes(), COLUMNS)
    incoming = take_in([saved], 2022, {}, ())
    assert incoming.findings == ()
    assert incoming.rapport == rapport


def altered(**parts):
    """A sound workbook in which some parts are others; None leaves the part as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, parts.pop(name, old.read(name)))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (altered(**{SHEET: b" " * 60_000_000}), "te groot"),
        (altered(**{SHEET: f'<!DOCTYPE x [<!ENTITY a "b">]><worksheet {NS}/>'}), "beschadigd"),
        (
            altered(
                **{
                    SHEET: f"<worksheet {NS}><sheetData/><mergeCells>"
                    '<mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
                }
            ),
            "te groot",
        ),
        (
            altered(
                **{
                    SHEET: f'<worksheet {NS}><sheetData><row r="1000000"><c r="A1000000" t="n">'
                    "<v>1</v></c></row></sheetData></worksheet>"
                }
            ),
            None,
        ),
        (altered(**{"xl/vbaProject.bin": b"x"}), "macro"),
        (altered(**{"xl/workbook.xml": b"<a/>"}), None),
        (altered(**{"xl/workbook.xml": b"<a"}), "beschadigd"),
        (book()[:2000], "beschadigd"),
    ],
    ids=["bomb", "entity", "merged", "far-row", "macro", "no-book", "no-xml", "cut-off"],
)
def test_a_hostile_workbook_ends_in_a_clear_message(content, words):
    if words is None:
        assert read_or_refuse(content)
        return
    with pytest.raises(Obstacle, match=words):
        read_book("x.xlsx", content, COLUMNS)


def read_or_refuse(content):
    try:
        return read_book("x.xlsx", content, COLUMNS).findings
    except Obstacle:
        return True
