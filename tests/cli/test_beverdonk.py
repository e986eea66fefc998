"""Gemeente Beverdonk, invented: three years with audits, rated risks, maturity and proof."""

import json
import shutil
from pathlib import Path

import pytest

from voortgang.content.cijfers.verloop import Verloop
from voortgang.content.template.render import render
from voortgang.content.views.context import build_context
from voortgang.model import Aanbeveling, Audit, Audits, read_all
from voortgang.source import Templates, Workspace

TOWN = Path(__file__).parent.parent / "voorbeeld" / "beverdonk"
NEW = ("Uitgesteld", "Aanbevelingen van audits", "Risicomatrix", "Maturiteit per domein")


@pytest.fixture(scope="module")
def readings():
    return read_all(Workspace(TOWN))


@pytest.fixture(scope="module")
def texts(readings):
    """The texts of deck and nota of each year."""
    return {
        (name, year): text(readings, name, year, readings[year].audits)
        for year in readings
        for name in ("presentatie", "nota")
    }


def text(readings, name, year, audits):
    rapporten = {each: reading.rapport for each, reading in readings.items()}
    earlier = {each: rapporten[each] for each in rapporten if each < year}
    context = build_context(rapporten[year], earlier, None, Verloop.of(rapporten, audits))
    return render(Templates().find(f"{name}.md.j2"), context)


def test_the_data_has_no_errors_and_the_warnings_that_a_council_would_ask_about(voortgang):
    answer = voortgang("-C", TOWN, "check", "2025", "--format", "json")
    assert answer.status == 0, answer.out
    codes = {each["code"] for each in json.loads(answer.out)["findings"]}
    assert {"VG060", "VG095", "VG096", "VG098", "VG099"} <= codes


def test_what_a_council_asks_first_stands_before_the_domains(texts):
    deck = texts["presentatie", 2025].markdown
    figures, guide = "Voortgangsrapport (1): cijfers", "Voortgangsrapport (2): leeswijzer"
    titels = (figures, "Opvolging planning 2024", *NEW, guide)
    places = [deck.index(f"\n## {titel}") for titel in titels]
    assert places == sorted(places)
    assert places[-1] < deck.index("Domein 1 van 10")


def test_a_plan_put_off_says_was_and_wordt_and_why_the_most_put_off_first(texts):
    deck = texts["presentatie", 2025].markdown
    slide = deck.split("\n## Uitgesteld\n")[1].split("\n## ")[0]
    rows = [line for line in slide.splitlines() if line.startswith("| **")]
    assert rows[0] == (
        "| **Risicoanalyse gekoppeld aan het nieuwe meerjarenplan** "
        "[Organisatieontwikkeling]{.klein} | september 2025 → tweede kwartaal 2026 "
        "[2\u00a0keer\u00a0uitgesteld]{.klein} "
        "| Wacht op de goedkeuring van het meerjarenplan 2026-2031. |"
    )
    assert ["uitgesteld]" in row for row in rows] == sorted(
        ("uitgesteld]" in row for row in rows), reverse=True
    )


def test_the_nota_has_the_tables_and_where_the_proof_lies(texts):
    nota = texts["nota", 2025].markdown
    for titel in NEW:
        assert f"# {titel}\n" in nota
    assert "| 3 | Controleer onkostennota's steekproefsgewijs | Aanvaard | Financiën |" in nota
    assert "Volledig opgevolgd: 1 van 4 in 2023, 2 van 4 in 2024, 3 van 4 in 2025." in nota
    link = "https://www.beverdonk.example/steekproef-2025"
    assert f"  Bewijs: [{link}](<{link}>)\n" in nota
    assert "Bewijs:" not in texts["nota", 2024].markdown


def test_an_audit_of_a_later_year_is_left_out(texts):
    assert "Interne audit subsidies" in texts["nota", 2025].markdown
    assert "### Interne audit subsidies" not in texts["nota", 2024].markdown


def test_audits_with_one_or_two_aanbevelingen_share_a_slide_where_there_are_more(readings, texts):
    alone = texts["presentatie", 2025].markdown
    assert '\n## Interne audit subsidies {bovenschrift="Audio · 24\u00a0juni 2025"}\n' in alone
    one = Aanbeveling(nummer="1", titel="Bewaar bouwdossiers in een droge ruimte")
    archief = Audit(id="archief", titel="Inspectie van het archief", aanbevelingen=(one,))
    audits = Audits((archief, *readings[2025].audits.audits))
    deck = text(readings, "presentatie", 2025, audits).markdown
    slide = deck.split("\n## Audits met een of twee aanbevelingen\n")[1].split("\n## ")[0]
    assert [line.split(" | ")[:2] for line in slide.splitlines() if line.startswith("| I")] == [
        ["| Inspectie van het archief", "1"],
        ["| Interne audit subsidies [Audio · 24\u00a0juni 2025]{.klein}", "1"],
        ["| Interne audit subsidies", "2"],
    ]
    assert "\n## Interne audit subsidies" not in deck
    assert "\n## Thema-audit geldmiddelen" in deck


def test_a_risk_says_its_score_in_small_type_behind_it_where_it_has_one(texts):
    deck = texts["presentatie", 2025].markdown
    assert (
        "- Ransomware legt de dienstverlening stil "
        "[score\u00a020\u00a0(4\u00a0×\u00a05)]{.klein}\n" in deck
    )
    assert "- Uitstroom door pensioen: 41 medewerkers in de volgende vijf jaar\n" in deck


def test_the_matrix_and_the_levels_are_tables_whose_first_column_names_the_rows(texts):
    for name in ("presentatie", "nota"):
        tables = {
            block.rooster.naam: block
            for block in texts[name, 2025].blocks
            if getattr(block, "rooster", None)
        }
        assert set(tables) == {"risicomatrix", "maturiteit-per-domein"}
        assert [row[0][0].text for row in tables["risicomatrix"].rows] == [
            f"kans {kans}" for kans in (5, 4, 3, 2, 1)
        ]


def test_export_and_diff_tell_how_aanbevelingen_and_risks_stand(voortgang, tmp_path):
    assert voortgang("-C", TOWN, "export", "2025", "-o", tmp_path / "a.json").status == 0
    data = json.loads((tmp_path / "a.json").read_text("utf-8"))
    stands = {each["id"]: each["stand"] for each in data["aanbevelingen"]}
    assert stands["geldmiddelen-2022-1"] == "volledig"
    assert stands["informatiebeveiliging-2022-3"] == "deels"
    assert stands["geldmiddelen-2022-4"] == "gepland"
    assert stands["subsidies-2025-2"] == "niet"
    ransom = next(each for each in data["risicos"] if each["id"].startswith("ransomware"))
    assert (ransom["score"], ransom["restscore"], ransom["hoog"]) == (20, 8, True)
    out = voortgang("-C", TOWN, "diff", "2024", "2025", "--format", "json").out
    changed = {each["id"]: each["was"] for each in json.loads(out)["aanbevelingen"]}
    assert changed == {
        "geldmiddelen-2022-3": "deels", "subsidies-2025-1": None, "subsidies-2025-2": None,
    }  # fmt: skip
    text = voortgang("-C", TOWN, "diff", "2024", "2025").out
    assert "● volledig            geldmiddelen-2022-3 Controleer" in text


def test_a_workbook_comes_back_as_it_went(voortgang, tmp_path):
    shutil.copytree(TOWN, tmp_path / "stad")
    book = tmp_path / "acties.xlsx"
    assert voortgang("-C", TOWN, "export", "2025", "-o", book).status == 0
    answer = voortgang("-C", tmp_path / "stad", "import", book, "--year", "2025", "--merge")
    assert (answer.status, answer.out) == (0, "niets te wijzigen: alles staat er al\n")
