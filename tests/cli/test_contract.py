"""Exit statuses, streams and words of use: DESIGN §4."""

import json
import os
import re
import subprocess
import sys

import pytest

from voortgang.cli.app import COMMANDS

ENGLISH = re.compile(
    r"\b(required|Usage|Options|Commands|Arguments|Error|Missing|Try|Show|Invalid|default)\b"
)


def test_help_is_dutch_throughout(voortgang):
    for args in ([], *([name] for name in COMMANDS)):
        answer = voortgang(*args, "--help")
        assert answer.status == 0
        assert answer.err == ""
        assert answer.out.startswith("Gebruik: voortgang")
        assert not ENGLISH.search(answer.out)


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ((), "-C -q --debug --version"),
        (("build",), "-o -f --strict --watch --open"),
        (("check",), "--format --strict"),
        (("diff",), "--format --since"),
        (("new",), "--from"),
        (("export",), "-o --dienst"),
        (("import",), "--year --merge --overwrite --dry-run --bestuur"),
        (("init",), "--kader --bestuur --year"),
        (("schema",), "-o"),
        (("regels",), "CODE"),
        (("huisstijl",), "BESTAND"),
        (("tekst",), "BESTAND"),
        (("preview",), "--port"),
        (("site",), "-o"),
        (("vragen",), "-o --dienst --tegen"),
    ],
)
def test_every_option_of_the_contract_is_in_the_help(voortgang, command, options):
    words = set(re.split(r"[\s,\[\].]+", voortgang(*command, "--help").out))
    assert set(options.split()) <= words


def test_a_folder_that_was_meant_as_a_year_is_named(voortgang, workspace):
    (workspace / "data/2022").rename(workspace / "data/22")
    answer = voortgang("check", cwd=workspace)
    assert answer.status == 2
    assert "de map data/22 is geen jaar: een jaar heeft vier cijfers" in answer.err
    assert "geef de map het jaar als naam, bijvoorbeeld 2022" in answer.err


def test_a_folder_that_was_meant_as_another_year_is_named_where_that_year_is_asked(
    voortgang, workspace
):
    for name in ("23", "2024 ontwerp"):
        (workspace / "data" / name).mkdir()
    for year, name in (("2023", "23"), ("2024", "2024 ontwerp")):
        answer = voortgang("check", year, cwd=workspace)
        assert answer.status == 2
        assert f"er is geen map data/{year}" in answer.err
        assert f"hernoem data/{name}: een jaar heeft vier cijfers" in answer.err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["bild"], "onbekende opdracht bild; bedoelde u build?"),
        (["check", "--stric"], "onbekende optie --stric; bedoelde u --strict?"),
        (["build", "-q"], "-q hoort voor de opdracht: voortgang -q …"),
        (["build", "-C", "map"], "-C hoort voor de opdracht: voortgang -C …"),
        (["check", "--format"], "na --format hoort nog een waarde"),
        (["check", "--format"], "bekijk de mogelijkheden met `voortgang check --help`"),
        (["new"], "bekijk de mogelijkheden met `voortgang new --help`"),
        (["export", "2022", "2023"], "`voortgang export --help`"),
        (["check", "--format", "xml"], "--format kent ‘xml’ niet"),
        (["check", "1999"], "er is geen map data/1999\n  oplossing: jaren die er wel zijn: 2022\n"),
        (["vragen", "2023"], "2023 begint u met `voortgang new 2023`"),
        (["check", "twee"], "‘twee’ is geen jaar"),
        (["build", "-f", "odt"], "-f kent ‘odt’ niet"),
        (["regels", "VG999"], "er is geen regel VG999"),
        (["-C", "bestaat-niet", "check"], "bestaat-niet"),
        (["-C", "data", "check"], "noem de map erboven: -C "),
    ],
)
def test_wrong_use_is_said_in_dutch_on_stderr_and_exits_2(voortgang, workspace, args, words):
    answer = voortgang(*args, cwd=workspace)
    assert answer.status == 2
    assert words in answer.err
    assert answer.out == ""
    assert not ENGLISH.search(answer.err)
    assert "Traceback" not in answer.err


def test_check_of_sound_data_is_silent_on_stdout(voortgang, workspace):
    answer = voortgang("check", cwd=workspace)
    assert (answer.status, answer.out) == (0, "")


def test_an_error_exits_1_and_stands_on_stdout_with_its_place(voortgang, workspace):
    file = workspace / "data/2022/cultuur.yaml"
    file.write_text("titel: Cultuur\nrealisatie:\n  - Iets nieuws\n", encoding="utf-8")
    answer = voortgang("check", cwd=workspace)
    assert answer.status == 1
    assert answer.out.startswith(
        "data/2022/cultuur.yaml:2:1: fout VG012: "
        "onbekende sleutel 'realisatie'; bedoelde u 'realisaties'?\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="the shell of Windows cannot close a stream")
@pytest.mark.parametrize("closed", [">&-", "2>&-"])
def test_a_stream_that_is_not_there_changes_nothing(workspace, closed):
    (workspace / "data/2022/middelen.yaml").unlink()
    line = f'"{sys.executable}" -m voortgang check {closed}'
    done = subprocess.run(line, shell=True, cwd=workspace, capture_output=True, check=False)  # noqa: S602 -- a shell closes it
    assert done.returncode == 1
    assert b"programma zelf" not in done.stderr
    assert b"Traceback" not in done.stdout + done.stderr


def test_strict_makes_a_warning_count(voortgang, workspace):
    file = workspace / "data/2022/cultuur.yaml"
    file.write_text("titel: Cultuur\nrealisaties:\n  - Een zin met een punt.\n", encoding="utf-8")
    assert voortgang("check", cwd=workspace).status == 0
    assert voortgang("check", "--strict", cwd=workspace).status == 1


def test_json_holds_the_contracts_keys(voortgang, workspace):
    (workspace / "data/2022/cultuur.yaml").write_text("titel:\n", encoding="utf-8")
    answer = voortgang("check", "--format", "json", cwd=workspace)
    report = json.loads(answer.out)
    assert set(report) == {"version", "findings", "summary"}
    assert report["version"] == 1
    for finding in report["findings"]:
        assert list(finding) == ["code", "severity", "file", "line", "column", "message", "hint"]
    assert report["summary"]["files"] == 3
    assert report["summary"]["errors"] >= 1


def test_quiet_keeps_stderr_empty(voortgang, workspace):
    assert voortgang("-q", "check", cwd=workspace).err == ""
    assert voortgang("-q", "build", "-f", "md", cwd=workspace).err == ""


def test_a_fault_of_the_program_exits_3_and_asks_to_be_told(voortgang, workspace, tmp_path):
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text(
        "import voortgang.model as model\n"
        "def fail(*_, **__): raise RuntimeError('stuk')\n"
        "model.read_all = fail\n",
        encoding="utf-8",
    )
    answer = voortgang("check", cwd=workspace, hook=broken)
    assert answer.status == 3
    assert "meld dit" in answer.err
    assert "Traceback" not in answer.err
    loud = voortgang("--debug", "check", cwd=workspace, hook=broken)
    assert (loud.status, "Traceback" in loud.err) == (3, True)


@pytest.mark.parametrize("command", ["--version", "regels"])
def test_an_output_that_takes_no_text_stands_in_the_way(voortgang, tmp_path, command):
    only_to_read = "import os\nos.dup2(os.open(os.devnull, os.O_RDONLY), 1)\n"
    (tmp_path / "sitecustomize.py").write_text(only_to_read, encoding="utf-8")
    answer = voortgang(command, hook=tmp_path)
    assert answer.status == 2
    assert answer.err == "voortgang: de uitvoer kan niet worden geschreven\n"
