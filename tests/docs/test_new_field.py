"""docs/architectuur.md followed to the letter: one line in the model gives an actie a new field.

The house is copied and the line is added to the copy; then the program itself is asked.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import program
import pytest

ROOT = Path(__file__).parents[2]
AFTER = '    mjp: Annotated[Tekst, uitleg("De code in het meerjarenplan.")] = None\n'
LINE = '    plaats: Annotated[Tekst, uitleg("Waar het gebeurt.")] = None\n'
RAPPORT = "rapportjaar: 2022\nbestuur: Gemeente Voorbeeldegem\ntitel: T\ndomeinen: [een, twee]\n"
EEN = "titel: Een\nplanning:\n  - titel: Nieuw onthaal\n    plaats: Het *oude* huis\n"
TEMPLATE = """\
# {{ titel }}

{% for domein in domeinen %}{% for actie in domein.planning if actie.plaats %}
- {{ actie.plaats }} ({{ actie.heeft_gegevens }})
{% endfor %}{% endfor %}
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A copy of the house in which an actie has one field more."""
    house = tmp_path_factory.mktemp("huis")
    for name in ("voortgang", "templates"):
        shutil.copytree(ROOT / name, house / name)
    model = house / "voortgang/model/rapport.py"
    text = model.read_text(encoding="utf-8")
    assert text.count(AFTER) == 1
    model.write_text(text.replace(AFTER, AFTER + LINE), encoding="utf-8")
    return house


@pytest.fixture
def run(house, tmp_path):
    """Run the copy in a workspace whose domain `twee` has this text; give what it printed."""

    def run(*args, twee="titel: Twee\n", fill=True):
        files = {
            "data/2022/rapport.yaml": RAPPORT,
            "data/2022/een.yaml": EEN,
            "data/2022/twee.yaml": twee,
            "templates/nota.md.j2": TEMPLATE,
        }
        for name, text in files.items() if fill else ():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        done = program.run(*args, cwd=tmp_path, house=house)
        assert done.status in (0, 1), done.err
        return done.out

    return run


def test_it_is_read_and_judged(run):
    check = ("check", "--format", "json")
    assert json.loads(run(*check))["summary"]["errors"] == 0
    found = json.loads(run(*check, twee="titel: Twee\nplanning:\n  - {titel: X, plaats: [y]}\n"))
    assert "'plaats' moet een tekst zijn, geen lijst" in [e["message"] for e in found["findings"]]
    found = json.loads(run(*check, twee="titel: Twee\nplanning:\n  - {titel: X, plats: y}\n"))
    assert "onbekende sleutel 'plats'; bedoelde u 'plaats'?" in [
        each["message"] for each in found["findings"]
    ]


def test_two_places_of_an_actie_should_agree_on_it(run):
    twee = EEN.replace("Een", "Twee").replace("*oude*", "nieuwe")
    found = json.loads(run("check", "--format", "json", twee=twee))
    assert [each["code"] for each in found["findings"]].count("VG043") == 1


def test_a_mistake_around_it_is_recognised(run):
    twee = "titel: Twee\nplanning:\n  - titel: X\n    plaats Loket\n"
    found = json.loads(run("check", "--format", "json", twee=twee))
    assert "na 'plaats' ontbreekt een dubbele punt" in [e["message"] for e in found["findings"]]


def test_editors_know_it(run, tmp_path):
    run("schema")
    schema = json.loads((tmp_path / "schema/domein.schema.json").read_text(encoding="utf-8"))
    for name in ("Actie", "Vervallen"):
        part = schema["definitions"][name]
        part = part["anyOf"][1] if "anyOf" in part else part
        names = list(part["properties"])
        assert names[names.index("mjp") + 1] == "plaats"
        assert part["properties"]["plaats"]["description"] == "Waar het gebeurt."


def test_it_is_written(house, tmp_path):
    code = (
        "from voortgang.model import Actie\n"
        "from voortgang.model.emit import emit_actie\n"
        "print(*emit_actie(Actie(titel='X', plaats='Loket')), sep='\\n')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(house)},
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout == "  - titel: X\n    plaats: Loket\n"


def test_a_template_can_name_it_and_its_text_is_safe(run, tmp_path):
    run("build", "-f", "md")
    made = (tmp_path / "uitvoer/2022/nota-2022.md").read_text(encoding="utf-8")
    assert "- Het \\*oude\\* huis (True)" in made


def test_it_is_exported(run, tmp_path):
    run("export", "2022", "-o", "uit.json")
    acties = json.loads((tmp_path / "uit.json").read_text(encoding="utf-8"))["acties"]
    assert [actie["plaats"] for actie in acties] == ["Het *oude* huis"]


def test_it_goes_to_excel_and_comes_back(run, tmp_path):
    run("export", "2022", "-o", "uit.xlsx")
    shutil.rmtree(tmp_path / "data")
    run("import", "uit.xlsx", "--year", "2022", fill=False)
    assert "    plaats: Het *oude* huis\n" in (tmp_path / "data/2022/een.yaml").read_text("utf-8")
