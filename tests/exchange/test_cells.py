"""Workbooks as people hand them in, and as nobody should."""

import io
import os
import tracemalloc
import zipfile
from datetime import date, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from libreoffice import converted

from voortgang.exchange.excel.book import read_book
from voortgang.exchange.excel.flat import make_csv
from voortgang.exchange.excel.intake import take_in
from voortgang.exchange.excel.rapport import fields
from voortgang.exchange.excel.workbook import make_workbook
from voortgang.findings import Obstacle
from voortgang.model import Actie, Domein, Rapport, read_all
from voortgang.model.instellingen import Dienst
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
    read = read_book("d.xlsx", content)
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


@pytest.mark.parametrize(
    ("typed", "hints"),
    [("Nieuw intranet", ["schrijf nieuw-intranet"]), ("een, twee-b drie;vier\n vijf", [])],
)
def test_a_title_where_an_id_belongs_is_one_id(typed, hints):
    row = ("cultuur", "plan", "Nieuw", typed)
    incoming, _ = taken(book(row, head=("domein", "soort", "titel", "vervolg_op")))
    assert [each.hint for each in incoming.findings] == hints
    if not hints:
        (plan,) = incoming.rapport.domeinen[0].planning
        assert plan.vervolg_op == ("een", "twee-b", "drie", "vier", "vijf")


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
            read_book(name, book(("Nieuw", "plan", "cultuur", None, termijn)))
            for name, termijn in (("a.xlsx", first), ("b.xlsx", second))
        ]
        return take_in(books, 2022, DEFAULTS, KNOWN)

    assert len(both("2023", "2023").rapport.domeinen[0].planning) == 1
    assert "VG086" in {f.code for f in both("2023", "2024").findings}


@pytest.mark.parametrize(
    ("typed", "form", "text"),
    [
        (0.85, "0%", "85 %"),
        (0.125, "0.0%", "12,5 %"),
        (1250.5, "#,##0.00", "1.250,50"),
        (1250.5, "[$€-813] #,##0.00;[Red][$€-813] -#,##0.00", "1.250,50 euro"),
        (1250, '#,##0 "EUR"', "1.250 euro"),
        (3, "General", "3"),
        (3, "0.00", "3,00"),
        (time(9, 30), "h:mm:ss", "9:30"),
        (time(9, 30, 5), "h:mm:ss", "9:30:05"),
        (timedelta(hours=31), "[h]:mm", "31:00"),
        (True, None, "WAAR"),
        (False, None, "ONWAAR"),
    ],
)
def test_a_formatted_cell_says_what_people_see(typed, form, text):
    head = ("domein", "soort", "titel", "x", "toelichting")
    incoming, found = taken(book(("cultuur", "plan", "Nieuw", None, typed), form=form, head=head))
    assert incoming.rapport.domeinen[0].planning[0].toelichting == text
    assert found == [("d.xlsx[Sheet]D2", "VG081")]


def sheets(**named):
    opened = openpyxl.Workbook()
    opened.remove(opened.active)
    for title, rows in named.items():
        sheet = opened.create_sheet(title.replace("_", " "))
        for row in rows:
            sheet.append(row)
        if title.startswith("verborgen"):
            sheet.sheet_state = "hidden"
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


WHERE = ("domein", "soort", "titel")
ONE, TWO = ("cultuur", "plan", "Een"), ("cultuur", "plan", "Twee")


def test_every_sheet_with_the_columns_is_read_and_what_two_say_alike_counts_once():
    incoming, found = taken(sheets(Acties=(WHERE, ONE), Acties_HR=((), WHERE, ONE, TWO)))
    assert [a.titel for a in incoming.rapport.domeinen[0].planning] == ["Een", "Twee"]
    assert found == []
    longer = (*WHERE, "termijn")
    _, found = taken(sheets(A=(longer, (*ONE, "2023")), B=(longer, (*ONE, "2024"))))
    assert found == [("d.xlsx[B]A2", "VG086")]


@pytest.mark.parametrize(
    ("others", "code", "words"),
    [
        ({"Domeinen": [("titel", "maturiteit.doel"), ("Cultuur", "3")]}, "VG013", "maturiteit.niv"),
        ({"Domeinen": [("titel", "bestand"), ("Cultuur", "cultuur"), ("ICT", "ict")],
          "Rapport": [("sleutel", "waarde"), ("domeinen", "cultuur")]}, "VG020", "blad Rapport"),
        ({"Domeinen": [("titel", "bestand"), ("Cultuur", "cultuur")],
          "Rapport": [("sleutel", "waarde"), ("domeinen", "cultuur"), ("domeinen", "ict")]},
         "VG020", "blad Domeinen"),
    ],
)  # fmt: skip
def test_the_remedy_names_the_column_or_the_sheet_where_it_is(others, code, words):
    incoming, found = taken(sheets(Acties=(WHERE, ONE), **others))
    assert [each for _, each in found] == [code]
    assert words in incoming.findings[0].hint


def test_each_row_of_the_sheet_rapport_has_a_key_that_is_read_back():
    diensten = {"ICT": Dienst(naam="An", e_mail="ict@voorbeeldegem.example")}
    rapport = Rapport(rapportjaar=2022, bestuur="B", titel="T", domeinen=(), diensten=diensten)
    of_diensten = [row for row in fields(rapport) if row.sleutel.startswith("diensten")]
    assert [row[:3] for row in of_diensten] == [
        ("diensten", "ICT", "An"),
        ("diensten.e-mail", "ict@voorbeeldegem.example", ""),
    ]


@pytest.mark.parametrize("title", ["Nota's", "verborgen acties"])
def test_a_sheet_that_does_not_count_is_told_and_an_empty_one_is_not(title):
    rows = (WHERE, TWO) if title.startswith("verborgen") else ((), (None, "Nog te doen"))
    content = sheets(**{"Acties": (WHERE, ONE), title: rows, "leeg": (), "Uitleg": (("x",),)})
    incoming, found = taken(content)
    assert [a.titel for a in incoming.rapport.domeinen[0].planning] == ["Een"]
    assert found == [(f"d.xlsx[{title}]{'A1' if 'v' in title else 'B2'}", "VG081")]


@pytest.mark.parametrize("typed", ["2023-06-12", "12/06/2023", "12 juni 2023", date(2023, 6, 12)])
def test_a_day_on_the_sheet_rapport_is_taken_as_people_type_it(typed):
    advies = ("nota.adviezen", "managementteam", typed)
    rows = (("sleutel", "waarde", "onderdeel"), ("datum", typed), advies, ("ontwerp", "Ja"))
    incoming, found = taken(sheets(Acties=(WHERE, ONE), Rapport=rows))
    rapport = incoming.rapport
    assert (rapport.datum, rapport.nota.adviezen[0].datum) == (date(2023, 6, 12),) * 2
    assert rapport.ontwerp
    assert found == []


@pytest.mark.parametrize("typed", ["true", "TRUE", "Waar", "ja", "x", True])
def test_a_truth_on_the_sheet_rapport_is_taken_as_people_type_it(typed):
    content = sheets(Acties=(WHERE, ONE), Rapport=(("sleutel", "waarde"), ("ontwerp", typed)))
    incoming, found = taken(content)
    assert incoming.rapport.ontwerp
    assert found == []


@pytest.mark.parametrize(("typed", "codes"), [("n.v.t.", []), ("31/02/2023", ["VG016"])])
def test_a_word_for_no_day_is_none_and_a_day_that_does_not_exist_is_an_error(typed, codes):
    content = sheets(Acties=(WHERE, ONE), Rapport=(("sleutel", "waarde"), ("datum", typed)))
    incoming, found = taken(content)
    assert [code for _, code in found] == codes
    assert codes or incoming.rapport.datum is None


def test_text_beside_the_columns_and_a_column_that_is_there_twice_are_told():
    rows = ((*WHERE, "titel"), (*ONE, "weg"), (*TWO, None, None, "kijk na"), (*TWO[:2], "Drie"))
    incoming, found = taken(sheets(Acties=rows))
    assert [a.titel for a in incoming.rapport.domeinen[0].planning] == ["Een", "Twee", "Drie"]
    assert found == [("d.xlsx[Acties]D1", "VG081"), ("d.xlsx[Acties]F3", "VG081")]


@pytest.mark.parametrize("ref", ["A1:XFD1048576", "$a$1:$xfd$1048576", "C3:C1048576"])
@pytest.mark.parametrize("way", [' ref="{}"', " ref = '{}'"])
def test_merged_cells_cost_no_memory_however_many(ref, way):
    merged = f"<mergeCells><mergeCell{way.format(ref)}/></mergeCells></worksheet>"
    with zipfile.ZipFile(io.BytesIO(book(ONE, head=WHERE))) as archive:
        sheet = archive.read(SHEET).replace(b"</worksheet>", merged.encode())
    tracemalloc.start()
    read = read_book("d.xlsx", altered(**{SHEET: sheet}))
    assert tracemalloc.get_traced_memory()[1] < 20 * 2**20
    tracemalloc.stop()
    assert len(read.acties) == 1


def test_numbers_that_a_file_gives_of_itself_cost_no_memory():
    """Rows, columns and dimensions: a cell in the last corner is no more than a cell."""

    def far(row):
        cells = f'<sheetData><row r="{row}"><c r="XFD{row}"><v>1</v></c></row></sheetData>'
        sheet = f'<worksheet {NS}><dimension ref="A1:XFD1048576"/>{cells}</worksheet>'
        return altered(**{SHEET: sheet})

    assert read_book("d.xlsx", far(1_048_576)).findings
    content = far(200_000)  # while memory is traced each row takes long
    tracemalloc.start()
    read_book("d.xlsx", content)
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()


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
    [file] = converted(source, to="xlsx")
    if not file.exists() and os.environ.get("CI") != "true":
        pytest.skip("needs LibreOffice Calc")  # Writer and Impress may be there without it
    saved = read_book("acties.xlsx", file.read_bytes())
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
        (altered(**{SHEET: f'<!DOCTYPE x [<!ENTITY a "b">]><worksheet {NS}/>'}), "beschadigd"),
        (
            altered(
                **{
                    SHEET: f"<worksheet {NS}><sheetData/><mergeCells>"
                    '<mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
                }
            ),
            None,
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
    ids=["entity", "merged", "far-row", "macro", "no-book", "no-xml", "cut-off"],
)
def test_a_hostile_workbook_ends_in_a_clear_message(content, words):
    if words is None:
        assert read_or_refuse(content)
        return
    with pytest.raises(Obstacle, match=words):
        read_book("x.xlsx", content)


def test_a_bomb_ends_in_a_clear_message_too():
    with pytest.raises(Obstacle, match="te groot"):
        read_book("x.xlsx", altered(**{SHEET: b" " * 60_000_000}))


def read_or_refuse(content):
    try:
        return read_book("x.xlsx", content).findings
    except Obstacle:
        return True
