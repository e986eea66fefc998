"""A field of an actie is declared once: a line more in the model, and Excel has it both ways."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from voortgang.exchange.excel.columns import ACTIES, COLUMNS, OF_DEELACTIE, explanation
from voortgang.model import Actie, Deelactie
from voortgang.model.deel import keys_of

PACKAGE = Path(__file__).parents[2] / "voortgang"
BEFORE = "    reden: Annotated[\n"
FIELDS = (
    '    budget: Annotated[Getal | None, Kind.GETAL, uitleg("Wat het kost.")] = None\n'
    '    partners: Annotated[tuple[Naam, ...], uitleg("Wie meewerkt.")] = ()\n'
    '    raden: Annotated[tuple[Naam, ...], uitleg("Wie raad geeft.")] = ()\n'
    '    wijken: Annotated[Ids, uitleg("Waar het gebeurt.")] = ()\n'
)
RAPPORT = "rapportjaar: 2022\nbestuur: Gemeente Voorbeeldegem\ntitel: T\ndomeinen: [d]\n"
DOMEIN = "titel: D\nrealisaties:\n  - titel: Onthaal\n    budget: 5\n    wijken: [noord, zuid]\n"


@pytest.fixture(scope="module")
def more(tmp_path_factory):
    """Run the program with a model that has four fields more."""
    home = tmp_path_factory.mktemp("meer")
    shutil.copytree(PACKAGE, home / "voortgang", ignore=shutil.ignore_patterns("__pycache__"))
    model = home / "voortgang/model/rapport.py"
    text = model.read_text(encoding="utf-8")
    assert text.count(BEFORE) == 1
    model.write_text(text.replace(BEFORE, FIELDS + BEFORE), encoding="utf-8")
    for name, content in (("rapport", RAPPORT), ("d", DOMEIN)):
        file = home / f"werk/data/2022/{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")

    def run(*args):
        done = subprocess.run(
            [sys.executable, "-m", "voortgang", *args], cwd=home / "werk", check=False,
            env={**os.environ, "PYTHONPATH": str(home)}, capture_output=True, encoding="utf-8",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr + done.stdout
        return home / "werk"

    return run


def test_it_goes_out_in_every_format_and_is_explained(more):
    work = more("export", "2022")
    book = openpyxl.load_workbook(work / "acties-2022.xlsx")
    head, row = book["Acties"].iter_rows(values_only=True)
    values = dict(zip(head, row, strict=True))
    assert (values["budget"], values["partners"], values["wijken"]) == ("5", None, "noord, zuid")
    words = dict(book["Uitleg"].iter_rows(max_col=2, values_only=True))
    assert words["budget"].startswith("Wat het kost.")
    more("export", "2022", "-o", "a.json")
    (actie,) = json.loads((work / "a.json").read_text("utf-8"))["acties"]
    assert (actie["budget"], actie["partners"], actie["wijken"]) == (5, [], ["noord", "zuid"])
    more("export", "2022", "-o", "a.csv")
    (line,) = csv.DictReader(io.StringIO((work / "a.csv").read_text("utf-8-sig")), delimiter=";")
    assert (line["budget"], line["wijken"]) == ("5", "noord, zuid")


def test_it_comes_in_by_merge_and_as_a_new_year(more):
    work = more("export", "2022")
    book = openpyxl.load_workbook(work / "acties-2022.xlsx")
    sheet = book["Acties"]
    at = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, at["budget"]).value = 7
    sheet.cell(2, at["partners"]).value = "De Vaart\nOCMW"
    sheet.cell(2, at["raden"]).value = "Seniorenraad"
    book.save(work / "in.xlsx")
    more("import", "in.xlsx", "--year", "2022", "--merge")
    text = (work / "data/2022/d.yaml").read_text(encoding="utf-8")
    assert "    budget: 7\n" in text
    assert "    partners:\n      - De Vaart\n      - OCMW\n" in text
    assert "    raden:\n      - Seniorenraad\n" in text
    shutil.rmtree(work / "data")
    more("import", "in.xlsx", "--year", "2022")
    text = (work / "data/2022/d.yaml").read_text(encoding="utf-8")
    assert "budget: 7" in text
    assert "wijken" in text


def test_every_field_of_an_actie_is_a_column_with_words_of_its_own():
    names = {key.name for key in keys_of(Actie) if key.part is None}
    assert names < set(COLUMNS["Acties"])
    assert {key.name for key in keys_of(Deelactie)} < OF_DEELACTIE
    assert all(kolom.uitleg for kolom in ACTIES)
    assert {kolom.name for kolom in ACTIES} < dict(explanation()).keys()


def test_the_columns_of_today_keep_their_names_and_order():
    assert COLUMNS["Acties"] == (
        "domein", "soort", "titel", "deelactie van", "dienst", "termijn", "toelichting", "mjp",
        "sdg", "aanbeveling", "aanbevelingen", "bewijs", "vervolg_op", "reden",
        "kans", "impact", "restkans", "restimpact", "beheerst_door", "id", "kenmerk",
    )  # fmt: skip
    assert COLUMNS["Domeinen"] == (
        "titel", "rechtsgrond", "criterium", "maturiteit.niveau", "maturiteit.doel",
        "maturiteit.toelichting", "risico's", "bestand",
    )  # fmt: skip
    assert COLUMNS["Rapport"] == ("sleutel", "waarde", "onderdeel", "uitleg")
