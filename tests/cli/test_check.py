"""`voortgang check`: the ways to ask for it, and the forms of its answer."""

import json

import pytest

from voortgang.cli.commands.check import FORMATS


@pytest.fixture
def doubtful(workspace):
    """A workspace of three files with one warning in it."""
    file = workspace / "data/2022/cultuur.yaml"
    file.write_text("titel: Cultuur\nplanning: [Een plan.]\n", encoding="utf-8")
    return workspace


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (["check"], 0),
        (["check", "2022"], 0),
        (["check", "2022", "2022"], 0),
        (["check", "--strict", "2022"], 1),
        (["check", "2022", "--strict"], 1),
        (["--debug", "check", "--strict"], 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_years_and_options_may_stand_in_any_order(voortgang, doubtful, args, status):
    answer = voortgang(*args, cwd=doubtful)
    assert answer.status == status
    assert answer.out.startswith("data/2022/cultuur.yaml:2:12: waarschuwing VG034")
    assert answer.err == "geen fouten, 1 waarschuwing in 3 bestanden\n"


def test_the_files_of_audits_are_counted_once_whatever_years_are_asked(voortgang, doubtful):
    folder = doubtful / "data/audits"
    folder.mkdir()
    (folder / "kas.yaml").write_text("titel: Kas\naanbevelingen: []\n", "utf-8")
    assert voortgang("check", cwd=doubtful).err == "geen fouten, 1 waarschuwing in 4 bestanden\n"
    folder.rename(doubtful / "data/Audit")
    answer = voortgang("check", cwd=doubtful)
    assert answer.status == 1
    assert "data/Audit/kas.yaml:1:1: fout VG001: de map data/Audit telt niet mee" in answer.out
    assert "oplossing: hernoem de map tot data/audits" in answer.out


@pytest.mark.parametrize("command", ["check", "build", "export"])
def test_a_year_without_rapport_yaml_is_said_so(voortgang, doubtful, command):
    (doubtful / "data/2023").mkdir()
    said = "data/2023/rapport.yaml:1:1: fout VG001: het bestand rapport.yaml van 2023 ontbreekt\n"
    answer = voortgang(command, "2023", cwd=doubtful)
    assert (answer.status, answer.out.startswith(said)) == (1, True)
    (doubtful / "data/2022/rapport.yaml").unlink()
    answer = voortgang(command, "2022", cwd=doubtful)
    assert (answer.status, "rapport.yaml van 2022 ontbreekt" in answer.out) == (1, True)


@pytest.mark.parametrize("quiet", ["-q", "--quiet"])
def test_quiet_leaves_the_findings_alone(voortgang, doubtful, quiet):
    loud, soft = voortgang("check", cwd=doubtful), voortgang(quiet, "check", cwd=doubtful)
    assert (soft.out, soft.err) == (loud.out, "")


def test_every_form_names_the_finding(voortgang, doubtful):
    said = {form: voortgang("check", "--format", form, cwd=doubtful).out for form in FORMATS}
    assert all("cultuur.yaml" in each for each in said.values())
    assert said["github"].startswith("::warning file=data/2022/cultuur.yaml,line=2,col=12,")
    assert json.loads(said["json"])["summary"] == {"errors": 0, "warnings": 1, "files": 3}
    (run,) = json.loads(said["sarif"])["runs"]
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "VG034"
