"""`voortgang export` and `voortgang import`, as their users run them."""

import json
import shutil

import openpyxl
import pytest


@pytest.fixture
def book(voortgang, workspace):
    answer = voortgang("export", "2022", "-o", "acties.xlsx", cwd=workspace)
    assert answer.status == 0, answer.err
    return workspace / "acties.xlsx"


def change(path, **cells):
    opened = openpyxl.load_workbook(path)
    for cell, value in cells.items():
        opened["Acties"][cell] = value
    opened.save(path)


def texts(workspace):
    return {p.name: p.read_text(encoding="utf-8") for p in (workspace / "data/2022").iterdir()}


def test_a_workbook_comes_back_in_an_empty_folder(voortgang, book, tmp_path_factory):
    empty = tmp_path_factory.mktemp("leeg")
    answer = voortgang("import", book, "--year", "2022", cwd=empty)
    assert (answer.status, answer.err) == (0, "3 bestanden geschreven onder data/2022\n")
    back = voortgang("export", "2022", "-o", "weer.xlsx", cwd=empty)
    assert back.status == 0
    assert (empty / "weer.xlsx").read_bytes() == book.read_bytes()
    assert voortgang("check", cwd=empty).status == 0


def test_what_export_wrote_is_found_by_the_same_name(voortgang, workspace, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elders")
    there = ("-C", workspace)
    assert voortgang(*there, "export", "2022", "-o", "uit/a.xlsx", cwd=elsewhere).status == 0
    answer = voortgang(*there, "import", "uit/a.xlsx", "--year", "2022", "--merge", cwd=elsewhere)
    assert (answer.status, answer.out) == (0, "niets te wijzigen: alles staat er al\n")


def test_overwrite_takes_away_the_domains_that_are_no_more(voortgang, workspace, book):
    left = workspace / "data/2022/oud.yaml"
    left.write_text("titel: Oud\n", encoding="utf-8")
    answer = voortgang("import", book, "--year", "2022", "--overwrite", cwd=workspace)
    assert answer.status == 0
    assert "verwijderd: data/2022/oud.yaml" in answer.out
    assert set(texts(workspace)) == {"rapport.yaml", "cultuur.yaml", "middelen.yaml"}


def test_a_year_that_exists_is_not_overwritten(voortgang, workspace, book):
    before = texts(workspace)
    answer = voortgang("import", book, "--year", "2022", cwd=workspace)
    assert answer.status == 2
    assert "het jaar 2022 bestaat al" in answer.err
    assert texts(workspace) == before


def test_merge_says_what_changes_and_dry_run_only_says(voortgang, workspace, book):
    change(book, E4="Onthaal", A12="Middelen", B12="planning", C12="Nieuw plan")
    before = texts(workspace)
    trial = voortgang("import", book, "--year", "2022", "--merge", "--dry-run", cwd=workspace)
    assert texts(workspace) == before
    real = voortgang("import", book, "--year", "2022", "--merge", cwd=workspace)
    assert real.status == trial.status == 0, real
    assert real.out == trial.out
    assert "nieuw: middelen, planning: Nieuw plan" in real.out
    assert texts(workspace)["middelen.yaml"].endswith("termijn: 2023-Q2\n  - Nieuw plan\n")


def test_a_workbook_that_does_not_know_what_went_out_is_said_to_be(voortgang, workspace, book):
    opened = openpyxl.load_workbook(book)
    del opened["Stand"]
    opened.save(book)
    command = ("import", book, "--year", "2022", "--merge")
    assert voortgang(*command, cwd=workspace).out == "niets te wijzigen: alles staat er al\n"
    change(book, E4="Onthaal")
    answer = voortgang(*command, cwd=workspace)
    assert "acties.xlsx’ weet niet wat er stond toen het vertrok" in answer.out


def test_overwrite_says_what_goes(voortgang, workspace, book):
    text = (workspace / "data/2022/cultuur.yaml").read_text(encoding="utf-8")
    (workspace / "data/2022/cultuur.yaml").write_text(text + "  - Nog een plan\n", encoding="utf-8")
    answer = voortgang("import", book, "--year", "2022", "--overwrite", cwd=workspace)
    assert answer.status == 0
    assert "gaat weg: cultuur, planning: Nog een plan" in answer.out


def test_all_mistakes_come_at_their_cells_and_nothing_is_written(voortgang, workspace, book):
    change(book, B2="afgewerkt", A3="Cultur", C7=None, F8="voorjaar", E5="=A1")
    before = texts(workspace)
    answer = voortgang("import", book, "--year", "2022", "--merge", cwd=workspace)
    assert answer.status == 1
    assert "acties.xlsx[Acties]B2: fout VG082: onbekende soort 'afgewerkt'" in answer.out
    assert "acties.xlsx[Acties]A3: fout VG082: onbekend domein 'Cultur'" in answer.out
    assert "acties.xlsx[Acties]E5: fout VG083: hier staat een formule" in answer.out
    assert "acties.xlsx[Acties]C7: waarschuwing VG089: titel is leeggemaakt" in answer.out
    assert "'voorjaar' is geen termijn" in answer.out
    assert texts(workspace) == before


def test_an_error_of_the_check_is_said_at_the_cell_it_comes_from(voortgang, workspace, book):
    (workspace / "data/2021").mkdir()
    for name, text in texts(workspace).items():
        earlier = workspace / "data/2021" / name
        earlier.write_text(text.replace("rapportjaar: 2022", "rapportjaar: 2021"), "utf-8")
    head = next(openpyxl.load_workbook(book)["Acties"].iter_rows())
    (at,) = (cell.column_letter for cell in head if cell.value == "vervolg_op")
    change(book, **{f"{at}2": "bestaat-niet"})
    answer = voortgang("import", book, "--year", "2022", "--merge", cwd=workspace)
    assert answer.status == 1
    assert answer.out.startswith("acties.xlsx[Acties]A2: fout VG030")


def test_the_rows_of_one_dienst_and_a_name_that_comes_near(voortgang, workspace):
    answer = voortgang("export", "2022", "-o", "f.json", "--dienst", "financiën", cwd=workspace)
    assert answer.status == 0
    data = json.loads((workspace / "f.json").read_text(encoding="utf-8"))
    assert [row["titel"] for row in data["acties"]] == ["Actieplan na de audit"]
    assert voortgang("export", "2022", "-o", "f.csv", "--dienst", "", cwd=workspace).status == 2
    near = voortgang("export", "2022", "-o", "f.csv", "--dienst", "Financien", cwd=workspace)
    assert near.status == 2
    assert "bedoelde u 'Financiën'?" in near.err
    assert not (workspace / "f.csv").exists()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("oud.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "oud formaat van Excel"),
        ("oud.ppt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "oud formaat van PowerP"),
        ("dicht.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "wachtwoord"),
        ("macro.xlsm", b"PK", "macro's"),
        ("stuk.xlsx", b"PK\x03\x04stuk", "beschadigd"),
        ("stuk.pptx", b"geen zip", "beschadigd"),
        ("brief.docx", b"PK", "kan niet worden ge"),
    ],
)
def test_files_that_cannot_be_read_are_said_plainly(voortgang, tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)
    answer = voortgang("import", name, "--year", "2022", cwd=tmp_path)
    assert answer.status == 2
    assert words in answer.err
    assert not (tmp_path / "data").exists()


def test_the_own_deck_gives_back_what_it_was_made_from(voortgang, workspace, tmp_path_factory):
    long = "".join(
        f"  - Actie {n} met een titel die wat plaats vraagt op de dia\n" for n in range(60)
    )
    file = workspace / "data/2022/cultuur.yaml"
    text = file.read_text(encoding="utf-8").replace("planning:\n", f"{long}planning:\n")
    parts = "".join(f"      - Deel {n} van dit grote geheel van werken\n" for n in range(40))
    text = text.replace(
        "    deelacties: [Bevraging, Vertrouwenspersonen]\n", f"    deelacties:\n{parts}"
    )
    file.write_text(text, encoding="utf-8")
    assert voortgang("build", "2022", "-f", "pptx", cwd=workspace).status == 0
    target = tmp_path_factory.mktemp("doel")
    shutil.copytree(workspace / "data/2022", target / "data/2021")
    (target / "data/2021/rapport.yaml").write_text(
        (workspace / "data/2022/rapport.yaml").read_text("utf-8").replace("2022", "2021"), "utf-8"
    )
    deck = workspace / "uitvoer/2022/presentatie-2022.pptx"
    answer = voortgang("import", deck, "--year", "2022", cwd=target)
    assert answer.status == 0, answer
    assert "kleine letters achter een actie: ‘Financiën · tweede kwartaal 2023’" in answer.out
    assert outline(voortgang, target) == outline(voortgang, workspace)


def outline(voortgang, folder):
    assert voortgang("export", "2022", "-o", "o.json", cwd=folder).status == 0
    acties = json.loads((folder / "o.json").read_text(encoding="utf-8"))["acties"]
    return [(a["domein"], a["soort"], a["titel"], a["deelactie_van"]) for a in acties]


def test_a_pattern_is_expanded_and_what_excel_keeps_of_an_open_file_is_passed_over(
    voortgang, workspace, book
):
    map_ = workspace / "antwoorden"
    map_.mkdir()
    book.rename(map_ / "hr.xlsx")
    (map_ / "~$hr.xlsx").write_bytes(b"\x05Jan Jansens" + b" " * 150)
    command = ("--year", "2022", "--merge")
    answer = voortgang("import", "antwoorden/*.xlsx", *command, cwd=workspace)
    assert (answer.status, answer.out) == (0, "niets te wijzigen: alles staat er al\n")
    assert "‘hr.xlsx’ is nog open" in answer.err
    change(map_ / "hr.xlsx", A3="Cultur")
    wrong = voortgang("import", "antwoorden/hr.xlsx", *command, cwd=workspace)
    assert wrong.out.startswith("antwoorden/hr.xlsx[Acties]A3: fout VG082")
    nothing = voortgang("import", "antwoorden/*.xlsb", *command, cwd=workspace)
    assert nothing.status == 2
    assert "geen bestand past op ‘antwoorden/*.xlsb’" in nothing.err
