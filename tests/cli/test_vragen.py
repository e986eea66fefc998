"""`voortgang vragen`: a mail per service, ready to send, with its workbook; nobody is forgotten."""

import email
import io
from email.policy import default

import openpyxl
import pytest
from werkmap import write_year

DIENSTEN = "{HR: {naam: Bo Peeters, e-mail: hr@voorbeeldegem.example}, Groen: {naam: Cas}}"
RAPPORT = {"domeinen": "[cultuur]", "diensten": DIENSTEN}
PLANNEN = """\
  - titel: Welzijnsbevraging
    dienst: HR
    termijn: 2025-Q2
    toelichting: Met *alle* diensten.
  - titel: Nieuw intranet
    dienst: Communicatie
  - Teamdag
"""


@pytest.fixture
def workspace(tmp_path):
    write_year(tmp_path, 2024, rapport=RAPPORT, cultuur=f"titel: Cultuur\nplanning:\n{PLANNEN}")
    cultuur = f"titel: Cultuur\nrealisaties:\n  - Zomerbar\nte_beantwoorden:\n{PLANNEN}"
    write_year(tmp_path, 2025, rapport=RAPPORT, cultuur=cultuur)
    return tmp_path


def opened(path):
    return email.message_from_bytes(path.read_bytes(), policy=default)


def test_each_service_gets_a_draft_with_its_plans_and_its_workbook(voortgang, workspace):
    answer = voortgang("vragen", "2025", "--tegen", "15/02/2026", cwd=workspace)
    assert answer.status == 0, answer
    folder = workspace / "uitvoer/2025/vragen"
    assert {path.name for path in folder.iterdir()} == {"communicatie.eml", "groen.eml", "hr.eml"}
    mail = opened(folder / "hr.eml")
    assert (mail["X-Unsent"], mail["To"]) == ("1", "Bo Peeters <hr@voorbeeldegem.example>")
    assert mail["Content-Language"] == "nl-BE"
    text = mail.get_body(("plain",)).get_content()
    assert "- Welzijnsbevraging (Cultuur; termijn: tweede kwartaal 2025; de termijn is" in text
    assert "Nieuw intranet" not in text
    assert "15 februari 2026" in text
    html = mail.get_body(("html",)).get_content()
    assert '<html lang="nl-BE">' in html
    assert "<em>alle</em>" in html
    (werkboek,) = mail.iter_attachments()
    book = openpyxl.load_workbook(io.BytesIO(werkboek.get_content()))
    assert book["Acties"]["C2"].value == "Welzijnsbevraging"
    assert book["Acties"]["C3"].value is None
    again = {path.name: path.read_bytes() for path in folder.iterdir()}
    env = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    voortgang("vragen", "2025", "--tegen", "2026-02-15", cwd=workspace, env=env)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == again


def test_the_workbook_holds_the_aanbevelingen_of_the_service_and_comes_back(voortgang, workspace):
    audit = workspace / "data/audits/kas.yaml"
    audit.parent.mkdir()
    text = "titel: Kas\naanbevelingen:\n  - nummer: 1\n    titel: Tel\n    dienst: hr\n"
    audit.write_text(text + "  - nummer: 2\n    titel: Sluit\n    dienst: Groen\n", "utf-8")
    voortgang("vragen", "2025", "--dienst", "HR", cwd=workspace)
    (werkboek,) = opened(workspace / "uitvoer/2025/vragen/hr.eml").iter_attachments()
    book = openpyxl.load_workbook(io.BytesIO(werkboek.get_content()))
    rows = list(book["Aanbevelingen"].iter_rows(min_row=2, values_only=True))
    assert [row[-1] for row in rows] == ["kas-1"]
    assert "Audits" not in book.sheetnames
    book["Aanbevelingen"]["F2"] = "eind 2026"
    book.save(workspace / "hr.xlsx")
    answer = voortgang("import", "hr.xlsx", "--year", "2025", "--merge", cwd=workspace)
    assert "gewijzigd: aanbeveling kas-1: Tel (termijn vierde kwartaal 2026)" in answer.out
    assert "    dienst: hr\n    termijn: 2026-Q4\n  - nummer: 2\n" in audit.read_text("utf-8")


def test_nobody_is_forgotten_and_the_table_says_whom_to_call(voortgang, workspace):
    answer = voortgang("vragen", "2025", cwd=workspace)
    rows = [line.split() for line in answer.err.splitlines()]
    assert ["HR", "1", "0", "1"] in rows
    assert ["samen", "3", "0", "3"] in rows
    assert ["Teamdag"] in rows
    assert "geen e-mailadres voor Communicatie, Groen" in answer.err
    checked = voortgang("check", "2025", cwd=workspace)
    assert "Communicatie                      1           0     1\n" in checked.err


@pytest.mark.parametrize(
    ("earlier", "now", "why"),
    [
        (None, "realisaties: [Zomerbar]", "2025 is het eerste jaar"),
        ("realisaties: [Zomerbar]", "planning: [Loket]", "in het vorige rapport staat geen enkel"),
        ("planning: [Loket]", "planning: [Loket]", "alle plannen zijn in 2025 al beantwoord"),
        ("planning: [Loket]", "te_beantwoorden: [Loket]", "geef die plannen in data/2025 een dien"),
    ],
)
def test_where_nobody_is_asked_anything_it_says_why_and_what_to_do(
    voortgang, tmp_path, earlier, now, why
):
    rapport = {"domeinen": "[cultuur]"}
    if earlier:
        write_year(tmp_path, 2024, rapport=rapport, cultuur=f"titel: Cultuur\n{earlier}")
    write_year(tmp_path, 2025, rapport=rapport, cultuur=f"titel: Cultuur\n{now}")
    answer = voortgang("vragen", "2025", cwd=tmp_path)
    assert (answer.status, f"let op: {why}" in answer.err) == (0, True), answer.err
    assert "geen mails geschreven" in answer.err


def test_the_first_year_asks_the_services_that_it_lists(voortgang, tmp_path):
    """So says the remedy for a first year in which nobody is asked."""
    rapport = {"domeinen": "[cultuur]", "diensten": "{HR: {e-mail: hr@voorbeeldegem.example}}"}
    write_year(tmp_path, 2025, rapport=rapport, cultuur="titel: Cultuur\nrealisaties: [Zomerbar]")
    answer = voortgang("vragen", "2025", cwd=tmp_path)
    assert "1 mail geschreven" in answer.err
    assert "let op" not in answer.err


def test_who_answered_everything_is_not_asked_again_but_by_name(voortgang, workspace):
    file = workspace / "data/2025/cultuur.yaml"
    text = file.read_text("utf-8").replace("te_beantwoorden:", "planning:")
    file.write_text(text, "utf-8")
    first = voortgang("vragen", "2025", "-o", "uit", cwd=workspace)
    assert (first.status, "van vroeger" in first.err) == (0, False)
    assert {path.name for path in (workspace / "uit").iterdir()} == {"groen.eml"}
    voortgang("vragen", "2025", "-o", "een", "--dienst", "hr", "--dienst", "HR", cwd=workspace)
    assert {path.name for path in (workspace / "een").iterdir()} == {"hr.eml"}
    left = voortgang("vragen", "2025", "-o", "een", cwd=workspace)
    assert "in een ligt nog een mail van vroeger aan HR;" in left.err


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("--dienst", "Communicaite"), "bedoelde u ‘Communicatie’?"),
        (("--tegen", "volgende week"), "‘volgende week’ is geen dag"),
        (("--tegen", ""), "‘’ is geen dag"),
        (("--tegen", "2026-02"), "schrijf de dag erbij, bijvoorbeeld 2026-02-12"),
        (("--tegen", "2026-02-30"), "februari 2026 telt 28 dagen"),
        (("--tegen", "2026-13-01"), "een jaar telt 12 maanden"),
        (("--tegen", "0000-01-01"), "‘0000-01-01’ is geen dag"),
        (("--tegen", "2026-W05-10"), "‘2026-W05-10’ is geen dag"),
    ],
)
def test_what_is_not_understood_is_said(voortgang, workspace, typed, words):
    answer = voortgang("vragen", "2025", *typed, cwd=workspace)
    assert answer.status == 2
    assert words in answer.err
    assert not (workspace / "uitvoer").exists()


def test_a_town_says_it_in_its_own_words(voortgang, workspace):
    templates = workspace / "templates"
    templates.mkdir()
    own = "# Vraag aan {{ dienst }}\n\nDag {{ naam }}\n"
    plans = "{% for plan in plannen %}\n- {{ plan.titel }}\n{% endfor %}\n"
    (templates / "vraag.md.j2").write_text(own + plans, "utf-8")
    voortgang("vragen", "2025", cwd=workspace)
    mail = opened(workspace / "uitvoer/2025/vragen/hr.eml")
    assert mail["Subject"] == "Vraag aan HR"
    lines = mail.get_body(("plain",)).get_content().splitlines()
    assert lines == ["Dag Bo Peeters", "", "- Welzijnsbevraging"]
    (templates / "vraag.md.j2").write_text("# {{ onbekend }}\n", "utf-8")
    wrong = voortgang("vragen", "2025", cwd=workspace)
    assert wrong.status == 1
    assert "templates/vraag.md.j2:1:" in wrong.out
