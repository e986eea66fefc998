"""An auditor's table comes in by its sheets; what an editor typed in data/audits stays."""

import io
import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapporten import line, maybe, termijnen
from ronde import ICT
from ronde import RAPPORT as TOWN

from voortgang.exchange.audit_files import audit_files
from voortgang.exchange.audits.bring import bring_in
from voortgang.exchange.excel.book import read_book
from voortgang.exchange.excel.workbook import make_workbook
from voortgang.exchange.run import plan_import
from voortgang.exchange.yaml_out import audit_file
from voortgang.findings import FindingsError, Obstacle
from voortgang.model import KEYS, Aanbeveling, Audit, Audits, Domein, Rapport, read_audits, slug
from voortgang.opvolging.aanbevelingen import over_years
from voortgang.opvolging.standen import Standen
from voortgang.source import Workspace
from voortgang.source.workspace import AUDITS, read_folder

KAS = """\
# het verslag ligt bij de financieel directeur
titel: Audit van de kas   # kort
aanbevelingen:
  # eerst dit
  - nummer: 1
    titel: Tel de kas elke week
    termijn: 2025   # na de zomer
  - {nummer: 2b, titel: Sluit de kluis, dienst: ICT}
datum: 2021-11-30
"""
WERVEN = "titel: Werven\naanbevelingen:\n- nummer: 1\n  titel: Meet de werf op\n"
FILES = {"kas-2021": KAS, "werven": WERVEN}
RAPPORT = Rapport(
    rapportjaar=2025, bestuur="Gemeente Voorbeeldegem", titel="T",
    domeinen=(Domein(id="d", titel="D"),),
)  # fmt: skip


def audits_in(files):
    contents = {f"{name}.yaml": text.encode() for name, text in files.items()}
    audits = read_audits(read_folder(AUDITS, contents, KEYS))
    assert not audits.findings, audits.findings
    return audits


def exported(audits):
    standen = Standen(over_years(audits, [RAPPORT])[2025])
    return make_workbook(RAPPORT, standen=standen)


class Tabel:
    """A workbook of which the cells of an aanbeveling are changed, or a row is added."""

    def __init__(self, files=FILES, name="audits.xlsx", sheet="Aanbevelingen"):
        self.name = name
        self.book = openpyxl.load_workbook(io.BytesIO(exported(audits_in(files))))
        self.sheet = self.book[sheet]
        self.at = {cell.value: cell.column for cell in self.sheet[1]}

    def set(self, kenmerk, **cells):
        (number,) = [
            row[0].row for row in self.sheet.iter_rows() if kenmerk in {c.value for c in row[-1:]}
        ]
        return self.fill(number, cells)

    def add(self, **cells):
        return self.fill(self.sheet.max_row + 1, cells)

    def fill(self, number, cells):
        for name, value in cells.items():
            self.sheet.cell(number, self.at[name]).value = value
        return self

    def copy(self, kenmerk, **cells):
        (values,) = [
            [cell.value for cell in row]
            for row in self.sheet.iter_rows()
            if row[-1].value == kenmerk
        ]
        self.sheet.append(values)
        return self.fill(self.sheet.max_row, cells)

    def without(self, *titles):
        for title in titles:
            del self.book[title]
        return self

    def content(self):
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()


def brought(*books, files=FILES, fresh=False):
    """Give the texts of the files that change, what was found at which cell, and what is told."""
    current = audits_in(files)
    opened = [read_book(book.name, book.content()) for book in books]
    merged = bring_in(current, opened, fresh=fresh)
    found = [
        (each.file.partition("]")[2] or each.file, each.code)
        for each in (*(f for book in opened for f in book.findings), *merged.findings)
    ]
    if not merged.sound:
        return {}, found, ()
    made = audit_files(merged)
    return {n.removesuffix(".yaml"): c.decode() for n, c in made.files.items()}, found, made.lines


def test_what_was_changed_changes_in_its_place_and_nothing_around_it():
    table = Tabel().set("kas-2021-1", titel="Tel de kas elke dag", reactie="Aanvaard")
    texts, found, told = brought(table.set("kas-2021-2b", termijn="2e kwartaal 2026"))
    assert found == []
    assert texts == {
        "kas-2021": KAS.replace("elke week", "elke dag")
        .replace("na de zomer\n", "na de zomer\n    reactie: Aanvaard\n")
        .replace("dienst: ICT}", 'dienst: ICT, termijn: "2026-Q2"}')
    }
    details = "(titel wordt ‘Tel de kas elke dag’; reactie Aanvaard)"
    assert told == (
        f"gewijzigd: aanbeveling kas-2021-1: Tel de kas elke week {details}",
        "gewijzigd: aanbeveling kas-2021-2b: Sluit de kluis (termijn tweede kwartaal 2026)",
    )


def test_a_new_aanbeveling_comes_at_the_end_of_its_audit():
    """Its audit may be named by the file or by the title; a number may be a number of Excel."""
    table = Tabel().add(audit="audit van de kas", nummer=3, titel="Tel ook de munten")
    table.add(audit="Kas 2021", nummer="4", titel="Tel na")
    texts, found, told = brought(table.add(audit="werven", nummer="2", titel="Meet na"))
    assert found == []
    assert texts["werven"] == WERVEN + "- nummer: 2\n  titel: Meet na\n"
    new = "  - nummer: 3\n    titel: Tel ook de munten\n  - nummer: 4\n    titel: Tel na\n"
    assert f"dienst: ICT}}\n{new}datum:" in texts["kas-2021"]
    assert told[0] == "nieuw: aanbeveling kas-2021-3: Tel ook de munten"


@pytest.mark.parametrize("datum", ["2025-03-01", "1/3/2025", "1 maart 2025", date(2025, 3, 1)])
def test_a_new_audit_is_a_new_file_with_what_the_sheet_audits_says_of_it(datum):
    table = Tabel(sheet="Audits").add(titel="Audit IT", van="Audio", datum=datum)
    table.sheet = table.book["Aanbevelingen"]
    table.at = {cell.value: cell.column for cell in table.sheet[1]}
    table.add(audit="Audit IT", nummer="1", titel="Test het herstel", dienst="ICT")
    texts, found, _ = brought(table.add(audit="Het archief", nummer="1", titel="Orden"))
    assert found == []
    assert texts["audit-it"] == (
        "titel: Audit IT\nvan: Audio\ndatum: 2025-03-01\naanbevelingen:\n"
        "  - nummer: 1\n    titel: Test het herstel\n    dienst: ICT\n"
    )
    assert texts["het-archief"].startswith("titel: Het archief\naanbevelingen:\n")


def test_the_audit_of_another_year_is_another_audit():
    texts, found, _ = brought(Tabel().add(audit="kas-2022", nummer="1", titel="Tel"))
    assert (list(texts), found) == (["kas-2022"], [])


def test_the_audit_itself_can_change_too():
    texts, found, told = brought(Tabel(sheet="Audits").set("kas-2021", titel="Kas", van="Audio"))
    assert found == []
    head = "titel: Kas   # kort\nvan: Audio\naanbevelingen:\n"
    assert texts == {
        "kas-2021": KAS.replace("titel: Audit van de kas   # kort\naanbevelingen:\n", head)
    }
    assert told[0].startswith(
        "gewijzigd: audits/kas-2021.yaml: Audit van de kas (titel wordt ‘Kas’"
    )


def test_a_table_of_an_auditor_needs_no_more_than_its_columns():
    """A sheet of any name, without Acties and without what once went out."""
    book = openpyxl.Workbook()
    book.active.title = "Blad1"
    for row in (
        ("audit", "nummer", "titel", "opmerking"),
        ("kas-2021", "1", "Tel de kas elke week"),
        (None, None, None, None),
        ("kas-2021", "4", "Tel dubbel"),
    ):
        book.active.append(row)
    table = Tabel()
    table.book = book
    texts, found, told = brought(table)
    assert found == [("D1", "VG081")]
    assert "  - nummer: 4\n    titel: Tel dubbel\n" in texts["kas-2021"]
    assert len(told) == 1


# What a row says, where the finding stands, and its code.
WRONG = {
    "the report changed meanwhile": ({"set": {"termijn": "2027"}}, "F2", "VG087"),
    "no number": ({"add": {"audit": "werven", "titel": "X"}}, "B5", "VG082"),
    "no audit": ({"add": {"nummer": "9", "titel": "X"}}, "A5", "VG082"),
    "an audit that comes near": (
        {"add": {"audit": "kas-2021x", "nummer": "9", "titel": "X"}}, "A5", "VG082",
    ),
    "no title": ({"add": {"audit": "werven", "nummer": "9"}}, "C5", "VG013"),
    "an audit whose name no file can have": (
        {"add": {"audit": "Rapport", "nummer": "9", "titel": "X"}}, "A5", "VG082",
    ),
    "a bad moment": (
        {"add": {"audit": "werven", "nummer": "9", "titel": "X", "termijn": "ooit"}}, "F5", "VG016",
    ),
    "a bad number": (
        {"add": {"audit": "werven", "nummer": "9" * 101, "titel": "X"}}, "B5", "VG016",
    ),
    "a kenmerk that is not there": (
        {"add": {"audit": "werven", "nummer": "9", "titel": "X", "kenmerk": "werven-9"}},
        "I5", "VG082",
    ),
    "the title of another": ({"set": {"titel": "Sluit de kluis"}}, "C2", "VG088"),
    "another audit": ({"set": {"audit": "werven"}}, "A2", "VG082"),
    "a formula": ({"set": {"titel": "=A1"}}, "C2", "VG083"),
    "a formula beside the title": ({"set": {"reactie": "=A1"}}, "D2", "VG083"),
    "a formula for an audit": (
        {"add": {"audit": "=A1", "nummer": "9", "titel": "X"}}, "A5", "VG083",
    ),
    "the same twice, differently": (
        {"add": {"audit": "werven", "nummer": "1", "titel": "Meet twee keer"}}, "C5", "VG086",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_what_cannot_be_right_is_said_at_its_cell_and_nothing_comes_in(case):
    says, cell, code = case
    table = Tabel()
    if "set" in says:
        table.set("kas-2021-1", **says["set"])
    else:
        table.add(**says["add"])
    files = {**FILES, "kas-2021": KAS.replace("2025 ", "2026 ")}
    texts, found, _ = brought(table, files=files if code == "VG087" else FILES)
    assert (texts, found) == ({}, [(cell, code)])


# What is said, where, and whether anything else comes in all the same.
TOLD = {
    "stand": ("set", {"stand": "volledig"}, "G2"),
    "acties": ("set", {"acties": "Kassa"}, "H2"),
    "nummer": ("set", {"nummer": "7"}, "B2"),
    "stand of a new one": (
        "add", {"audit": "werven", "nummer": "2", "titel": "X", "stand": "volledig"}, "G5",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TOLD.values(), ids=TOLD)
def test_what_is_not_typed_there_is_named_and_left_out(case):
    way, cells, cell = case
    table = Tabel()
    table.set("kas-2021-1", **cells) if way == "set" else table.add(**cells)
    texts, found, _ = brought(table)
    assert found == [(cell, "VG081")]
    assert bool(texts) == (way == "add")
    assert "volledig" not in "".join(texts.values())


def test_a_row_is_known_by_its_kenmerk_alone():
    table = Tabel().set("kas-2021-1", audit=None, nummer=None, titel="Tel de kas elke dag")
    assert brought(table)[:2] == ({"kas-2021": KAS.replace("elke week", "elke dag")}, [])


def test_a_sheet_that_was_taken_out_says_nothing():
    assert brought(Tabel().without("Aanbevelingen")) == ({}, [], ())


def test_nothing_goes_away():
    table = Tabel().set("kas-2021-1", termijn=None, titel="Tel de kas elke dag")
    table.sheet.delete_rows(4)
    texts, found, _ = brought(table)
    assert found == [("F2", "VG089"), ("A1", "VG089")]
    assert texts == {"kas-2021": KAS.replace("elke week", "elke dag")}


def test_a_row_that_was_copied_is_a_new_one_where_its_number_is():
    texts, found, told = brought(Tabel().copy("werven-1", nummer="2", titel="Meet na"))
    assert (found, told) == ([], ("nieuw: aanbeveling werven-2: Meet na",))
    texts, found, told = brought(Tabel().copy("werven-1"))
    assert (texts, found) == ({}, [("A5", "VG089")])
    _, found, _ = brought(Tabel().copy("werven-1", titel="Meet twee keer"))
    assert found == [("C5", "VG086")]
    _, found, _ = brought(Tabel().copy("werven-1", dienst="ICT"))  # which the other row lacks
    assert found == [("E5", "VG086")]


def test_two_workbooks_that_differ_are_told_with_both_cells():
    one = Tabel(name="een.xlsx").set("kas-2021-1", dienst="ICT")
    texts, found, _ = brought(one, Tabel(name="twee.xlsx").set("kas-2021-1", reactie="Aanvaard"))
    assert found == []
    assert "    dienst: ICT\n    reactie: Aanvaard\n" in texts["kas-2021"] or (
        "    reactie: Aanvaard\n    dienst: ICT\n" in texts["kas-2021"]
    )
    texts, found, _ = brought(one, Tabel(name="twee.xlsx").set("kas-2021-1", dienst="HR"))
    assert (texts, found) == ({}, [("E2", "VG086")])


def test_an_old_workbook_turns_nothing_back():
    old = Tabel().set("kas-2021-1", dienst="ICT")
    files = {**FILES, "kas-2021": KAS.replace("2025 ", "2026 ").replace("elke week", "vaak")}
    texts, found, _ = brought(old, files=files)
    assert found == []
    assert "termijn: 2026" in texts["kas-2021"]
    assert "Tel de kas vaak" in texts["kas-2021"]


def test_of_what_was_taken_away_meanwhile_only_a_change_is_told():
    files = {"werven": WERVEN, "kas-2021b": WERVEN}
    assert brought(Tabel(), files=files) == ({}, [], ())
    of_service = Tabel().without("Audits", "Stand audits")
    assert brought(of_service, files=files) == ({}, [], ())
    table = Tabel()
    table.sheet.delete_rows(2)
    assert brought(table, files=files) == ({}, [], ())
    _, found, _ = brought(Tabel().set("kas-2021-1", dienst="ICT"), files=files)
    assert found == [("I2", "VG082")]
    _, found, _ = brought(Tabel(sheet="Audits").set("kas-2021", van="Audio"), files=files)
    assert found == [("D2", "VG082")]


def test_windows_line_ends_stay_and_a_file_in_braces_is_written_anew():
    files = {**FILES, "kas-2021": KAS.replace("\n", "\r\n")}
    texts, _, _ = brought(Tabel().set("kas-2021-1", reactie="Ja"), files=files)
    assert texts["kas-2021"].count("\n") == texts["kas-2021"].count("\r\n")
    braces = "{titel: Kas, aanbevelingen: [{nummer: 1, titel: Tel}]}"
    texts, _, told = brought(
        Tabel({"kas": braces}).set("kas-1", reactie="Ja"), files={"kas": braces}
    )
    assert texts["kas"] == (
        "titel: Kas\naanbevelingen:\n  - nummer: 1\n    titel: Tel\n    reactie: Ja\n"
    )
    assert told[-1] == "let op: kas.yaml is opnieuw geschreven; opmerkingen erin zijn weg"


def test_an_audit_may_be_named_by_the_title_that_the_same_workbook_gives_it():
    table = Tabel(sheet="Audits").set("kas-2021", titel="De kas")
    table.sheet = table.book["Aanbevelingen"]
    table.at = {cell.value: cell.column for cell in table.sheet[1]}
    texts, found, _ = brought(table.add(audit="De kas", nummer="3", titel="Tel na"))
    assert found == []
    assert list(texts) == ["kas-2021"]
    assert "titel: De kas   # kort" in texts["kas-2021"]
    assert "titel: Tel na" in texts["kas-2021"]


def test_of_two_audits_of_one_title_the_row_says_which():
    files = dict.fromkeys(("werven-2020", "werven-2024"), WERVEN)
    table = Tabel(files, sheet="Audits").fill(2, {"bestand": None, "van": "Audio"})
    texts, found, _ = brought(table, files=files)
    assert (texts, found[0]) == ({}, ("A2", "VG082"))
    texts, found, _ = brought(table.fill(2, {"bestand": "werven-2020"}), files=files)
    assert (list(texts), found) == (["werven-2020"], [])


def test_a_table_with_other_columns_is_told_and_not_passed_over():
    book = openpyxl.Workbook()
    book.active.title = "Aanbevelingen"
    book.active.append(("nr", "omschrijving"))
    book.active.append(("1", "Tel de kas"))
    table = Tabel()
    table.book = book
    _, found, _ = brought(table)
    assert [code for _, code in found] == ["VG080"] * 3


@pytest.fixture
def town(tmp_path):
    for name, text in {"2025/rapport": TOWN.replace("cultuur, ", ""), "2025/ict": ICT,
                       "audits/kas-2021": KAS, "audits/werven": WERVEN}.items():  # fmt: skip
        file = tmp_path / f"data/{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return Workspace(tmp_path)


def planned(town, table, **way):
    file = town.root / table.name
    file.write_bytes(table.content())
    return plan_import(town, {table.name: file}, 2025, **way)


def test_an_actie_may_name_an_aanbeveling_of_the_same_workbook(town):
    table = Tabel().add(audit="Audit IT", nummer="1", titel="Test het herstel")
    acties = table.book["Acties"]
    at = {cell.value: cell.column for cell in acties[1]}
    for name, value in {"domein": "ICT", "soort": "planning", "titel": "Hersteltest",
                        "aanbevelingen": "audit-it-1"}.items():  # fmt: skip
        acties.cell(2, at[name]).value = value
    plan = planned(town, table, merge=True)
    assert {town.relative(path) for path in plan.files} == {
        "data/2025/ict.yaml", "data/audits/audit-it.yaml",
    }  # fmt: skip
    plan.carry_out()
    assert not list(town.root.glob("data/*/.*"))
    assert planned(town, table, merge=True).files == {}


def test_nothing_at_all_comes_in_while_one_of_the_two_is_wrong(town):
    table = Tabel().add(audit="Audit IT", nummer="1", titel="Test", termijn="ooit")
    table.book["Acties"].cell(2, 1).value = "Onbekend"
    with pytest.raises(FindingsError) as stop:
        planned(town, table, merge=True)
    sheets = {each.file.partition("[")[2].partition("]")[0] for each in stop.value.findings}
    assert sheets == {"Acties", "Aanbevelingen"}
    (town.data / "audits/werven.yaml").write_text("titel: [Werven\n", encoding="utf-8")
    with pytest.raises(FindingsError) as stop:
        planned(town, Tabel().set("werven-1", reactie="Ja"), merge=True)
    assert {each.file for each in stop.value.findings} == {"data/audits/werven.yaml"}


def test_a_workbook_that_does_not_know_what_went_out_is_said_to_be_where_that_counts(town):
    table = Tabel().without("Stand aanbevelingen")
    plan = planned(town, table.add(audit="werven", nummer="2", titel="X"), merge=True)
    assert (plan.findings, "weet niet" in plan.lines[-1]) == ((), False)
    plan = planned(town, table.set("kas-2021-1", termijn="2027"), merge=True)
    assert (plan.findings, "weet niet" in plan.lines[-1]) == ((), True)


def test_a_mistake_in_an_audit_alone_keeps_the_acties_out_too(town):
    table = Tabel().add(audit="werven", nummer="2", titel="X", termijn="ooit")
    with pytest.raises(FindingsError) as stop:
        planned(town, table, merge=True)
    assert [each.file for each in stop.value.findings] == ["audits.xlsx[Aanbevelingen]F5"]


def test_a_name_that_no_file_can_have_on_every_disk_is_told(town):
    with pytest.raises(FindingsError) as stop:
        planned(town, Tabel().add(audit="Con", nummer="1", titel="X"), merge=True)
    assert [(each.file, each.code) for each in stop.value.findings] == [
        ("data/audits/con.yaml", "VG001")
    ]


def test_a_fresh_workspace_gets_the_audits_of_the_workbook(town, tmp_path):
    shutil.rmtree(town.data)
    of_service = planned(town, Tabel().without("Audits", "Stand audits"))
    assert b"titel: kas-2021\n" in of_service.files[town.data / "audits/kas-2021.yaml"]
    plan = planned(town, Tabel())
    plan.carry_out()
    assert read_audits(read_folder(AUDITS, bytes_of(tmp_path), KEYS)).audits == (
        audits_in(FILES).audits
    )


def test_audits_alone_make_no_year(town):
    table = Tabel()
    for title in ("Acties", "Domeinen", "Rapport", "Stand"):
        del table.book[title]
    assert planned(town, table.add(audit="werven", nummer="2", titel="X"), merge=True).files
    (town.root / "data/2025").rename(town.root / "data/2024")
    with pytest.raises(Obstacle, match="geen jaar te maken"):
        planned(town, table)


def bytes_of(root: Path):
    return {file.name: file.read_bytes() for file in (root / "data/audits").iterdir()}


ids = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
nummers = line.filter(lambda text: slug(text) and len(text) < 90)
aanbevelingen = st.builds(
    Aanbeveling, nummer=nummers, titel=line, reactie=maybe(line),
    dienst=maybe(line.map(lambda text: " ".join(text.split())).filter(bool)),
    termijn=maybe(termijnen),
)  # fmt: skip
audits = st.builds(
    Audit, id=ids, titel=line, van=maybe(line), datum=maybe(st.dates()),
    aanbevelingen=st.lists(
        aanbevelingen, max_size=3, unique_by=lambda each: slug(each.nummer)
    ).map(tuple),
)  # fmt: skip


def as_read(several):
    """The audits as they read from files; None where the model does not accept them."""
    contents = {f"{each.id}.yaml": audit_file(each) for each in several}
    read = read_audits(read_folder(AUDITS, contents, KEYS))
    return None if read.findings else read


several = (
    st.lists(audits, max_size=3, unique_by=lambda each: each.id).map(as_read).filter(bool)
).filter(lambda read: all(not each.datum or each.datum.year <= 2025 for each in read.audits))


@settings(max_examples=50)
@given(several)
def test_what_goes_out_comes_back_the_same(audits: Audits):
    """It changes nothing where it came from, and comes in whole where nothing is yet."""
    book = read_book("a.xlsx", exported(audits))
    merged = bring_in(audits, [book])
    assert (merged.changed, merged.findings, book.findings) == ({}, (), [])
    fresh = bring_in(Audits(), [book], fresh=True)
    assert {name: new for name, (_, new) in fresh.changed.items()} == {
        each.id: each for each in audits.audits
    }
