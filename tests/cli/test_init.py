"""`voortgang init`: a workspace for another municipality that checks and builds at once."""

import json
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from voortgang.model import KADERS

ROOT = Path(__file__).parents[2]
NAME = "Gemeente Voorbeeldegem"


@pytest.fixture
def made(voortgang, tmp_path):
    def make(*args):
        answer = voortgang("init", "map", "--year", "2022", *args, cwd=tmp_path)
        assert answer.status == 0, answer.err
        assert answer.out == ""
        return tmp_path / "map"

    return make


def findings(voortgang, folder):
    answer = voortgang("check", "--format", "json", cwd=folder)
    return answer.status, [each["code"] for each in json.loads(answer.out)["findings"]]


@pytest.mark.parametrize("kader", KADERS)
def test_it_checks_and_warns_only_of_what_must_be_filled_in(voortgang, made, kader):
    folder = made("--kader", kader, "--bestuur", NAME)
    status, codes = findings(voortgang, folder)
    empty = len(KADERS[kader].domeinen) - 1
    assert status == 0
    assert sorted(codes) == ["VG042"] * empty + ["VG056"] * 7


def uncommented(folder):
    """Do what the files ask: take away the # in front of a line, and nothing else."""
    for path in (folder / "data/2022").glob("*.yaml"):
        text = re.sub(r"^( *)#(?! )", r"\1", path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(text, "utf-8")


@pytest.mark.parametrize("kader", KADERS)
def test_taking_a_hash_away_gives_sound_files(voortgang, made, kader):
    folder = made("--kader", kader, "--bestuur", NAME)
    uncommented(folder)
    status, codes = findings(voortgang, folder)
    assert status == 0, codes
    assert "contact" in yaml.safe_load((folder / "data/2022/rapport.yaml").read_text("utf-8"))


def test_each_example_warns_until_it_is_replaced(voortgang, made):
    folder = made("--bestuur", NAME)
    uncommented(folder)
    answer = voortgang("check", "--format", "json", cwd=folder)
    told = [f for f in json.loads(answer.out)["findings"] if f["code"] == "VG056"]
    example = re.compile(
        "^[^#]*(Voorbeeld van|onderdeel$|Naam$|voorbeeld.example|Naam van|Titel van|…)"
    )
    lines = [
        (f"data/2022/{path.name}", n)
        for path in sorted((folder / "data/2022").glob("*.yaml"))
        for n, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        if example.search(line)
    ]
    assert [(each["file"], each["line"]) for each in told] == lines
    assert len(lines) > len(KADERS["mechelen"].domeinen)


def test_without_a_bestuur_it_asks_for_one(voortgang, made):
    assert "VG049" in findings(voortgang, made())[1]


@pytest.mark.parametrize("kader", KADERS)
def test_it_builds_at_once_and_from_its_own_templates(voortgang, made, kader):
    folder = made("--bestuur", NAME, "--kader", kader)
    answer = voortgang("build", cwd=folder)
    assert answer.status == 0, answer.out + answer.err
    made_of = {path.name.partition("-2022")[0] for path in (folder / "uitvoer/2022").iterdir()}
    assert made_of == {"presentatie", "nota", "samenvatting"}
    for name in (*(f"{name}.md.j2" for name in made_of), "presentatie.pptx", "nota.docx"):
        assert (folder / "templates" / name).is_file()


def test_the_domains_are_those_of_the_kader_in_order(made):
    folder = made("--kader", "leidraad")
    rapport = yaml.safe_load((folder / "data/2022/rapport.yaml").read_text("utf-8"))
    assert rapport["domeinen"] == list(KADERS["leidraad"].ids())
    assert rapport["kader"] == "leidraad"


def test_examples_are_plainly_examples(made):
    text = (made() / "data/2022/organisatiecultuur.yaml").read_text("utf-8")
    assert text.count("# VOORBEELD") == 2
    domein = yaml.safe_load(text)
    titles = [
        entry if isinstance(entry, str) else entry["titel"]
        for entry in domein["realisaties"] + domein["planning"]
    ]
    assert all(title.startswith("Voorbeeld") for title in titles)


@pytest.mark.parametrize("name", ['Gemeente "A: b"', "- # x", "no", "O'Neill & co"])
def test_any_name_comes_out_as_typed(voortgang, made, name):
    folder = made(f"--bestuur={name}")
    assert findings(voortgang, folder)[0] == 0
    rapport = yaml.safe_load((folder / "data/2022/rapport.yaml").read_text("utf-8"))
    assert rapport["bestuur"] == name


def test_the_year_is_the_last_full_one(voortgang, tmp_path):
    assert voortgang("init", ".", cwd=tmp_path).status == 0
    assert (tmp_path / "data" / str(datetime.now(UTC).year - 1) / "rapport.yaml").is_file()


def test_it_goes_into_a_fresh_clone_but_overwrites_nothing(voortgang, tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text("van mij", "utf-8")
    answer = voortgang("init", ".", cwd=tmp_path)
    assert answer.status == 2
    assert "README.md" in answer.err
    assert sorted(path.name for path in tmp_path.iterdir()) == [".git", "README.md"]
    (tmp_path / "README.md").unlink()
    made = voortgang("init", ".", "--year", "2022", cwd=tmp_path)
    assert made.status == 0
    assert made.err.startswith("de map is klaar: 7 domeinen voor 2022")
    again = voortgang("init", ".", "--year", "2023", cwd=tmp_path)
    assert again.status == 2
    assert "voortgang new" in again.err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--kader", "eigen"], "--kader kent ‘eigen’ niet"),
        (["--year", "vorig"], "‘vorig’ is geen jaar"),
        (["--bestuur", " "], "een naam op één regel"),
        (["--bestuur", "a\nb"], "een naam op één regel"),
    ],
)
def test_wrong_use_writes_nothing(voortgang, tmp_path, args, words):
    answer = voortgang("init", "map", *args, cwd=tmp_path)
    assert answer.status == 2
    assert words in answer.err
    assert not (tmp_path / "map").exists()


def test_the_workflow_asks_for_little_and_trusts_few(made):
    text = (made() / ".github/workflows/controle.yml").read_text("utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    steps = workflow["jobs"]["controle"]["steps"]
    used = [step["uses"].split("@")[0] for step in steps if "uses" in step]
    assert used == ["actions/checkout", "actions/setup-python"]
    assert "voortgang check --format github" in text
    assert not any("${{" in step.get("run", "") for step in steps)


def test_git_leaves_out_what_is_built(made):
    folder = made()
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    (folder / "uitvoer").mkdir()
    (folder / "uitvoer/x.pptx").write_text("x", "utf-8")
    listed = subprocess.run(
        ["git", "status", "--porcelain", "-uall"],
        cwd=folder, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "uitvoer" not in listed
    assert "data/2022/rapport.yaml" in listed


def jsonschema(schema, *files):
    args = map(str, ("--schemafile", schema, *files))
    return CliRunner().invoke(check_jsonschema, args).exit_code


def modeline(path):
    first = path.read_text("utf-8").splitlines()[0]
    return path.parent / first.removeprefix("# yaml-language-server: $schema=")


def test_each_file_names_a_schema_that_is_there_and_holds_for_it(made):
    folder = made("--bestuur", NAME)
    files = sorted((folder / "data/2022").glob("*.yaml"))
    for schema in ("rapport", "domein"):
        path = folder / f"schema/{schema}.schema.json"
        assert path.read_bytes() == (ROOT / f"schema/{schema}.schema.json").read_bytes()
        own = [each for each in files if modeline(each).resolve() == path.resolve()]
        assert own
        assert jsonschema(path, *own) == 0
    assert [each.stem for each in files if "rapport" in modeline(each).name] == ["rapport"]


def test_a_broken_file_fails_with_check_jsonschema_too(made):
    folder = made("--bestuur", NAME)
    domein = folder / "data/2022/bescherming-activa.yaml"
    domein.write_text(domein.read_text("utf-8").replace("realisaties:", "realisatie:"), "utf-8")
    assert jsonschema(folder / "schema/domein.schema.json", domein) == 1
    rapport = folder / "data/2022/rapport.yaml"
    rapport.write_text(rapport.read_text("utf-8").replace("bestuur:", "gemeente:"), "utf-8")
    assert jsonschema(folder / "schema/rapport.schema.json", rapport) == 1


def test_vs_code_is_set_up_and_this_repository_uses_the_same(made):
    folder = made()
    for name in ("settings.json", "extensions.json"):
        text = (folder / ".vscode" / name).read_text("utf-8")
        json.loads(text)
        assert (ROOT / ".vscode" / name).read_text("utf-8") == text
