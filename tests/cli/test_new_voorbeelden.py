"""The example workflow and the hooks: minimal rights, no injection, and the script really runs."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
WORKFLOW = ROOT / "docs/voorbeelden/diff-in-pull-request.yml"


def steps():
    workflow = yaml.safe_load(WORKFLOW.read_text("utf-8"))
    return {step.get("name"): step for step in workflow["jobs"]["verschil"]["steps"]}


def test_the_workflow_has_minimal_rights_and_no_expression_in_a_script():
    workflow = yaml.safe_load(WORKFLOW.read_text("utf-8"))
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in workflow[True]  # YAML 1.1 reads the key `on` so
    rights = workflow["jobs"]["verschil"]["permissions"]
    assert rights == {"contents": "read", "pull-requests": "write"}
    for name, step in steps().items():
        assert "${{" not in step.get("run", "")
        assert ("token" in str(step)) == (name == "commentaar")
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def git(folder, *args):
    who = ("-c", "user.name=t", "-c", "user.email=t@voorbeeldegem.example")
    return subprocess.run(
        ["git", "-C", str(folder), *who, *args], capture_output=True, encoding="utf-8", check=True
    ).stdout.strip()


@pytest.mark.skipif(not shutil.which("bash") or os.name == "nt", reason="needs bash")
def test_the_script_writes_what_changed(voortgang, workspace, tmp_path):
    git(workspace, "init", "-q")
    git(workspace, "add", ".")
    git(workspace, "commit", "-q", "-m", "basis")
    basis = git(workspace, "rev-parse", "HEAD")
    path = workspace / "data/2022/cultuur.yaml"
    path.write_text(path.read_text("utf-8") + "  - Dag van @iedereen\n", "utf-8")
    assert voortgang("new", "2023", cwd=workspace).status == 0
    (workspace / "data/audits").mkdir()
    (workspace / "data/audits/kas.yaml").write_text("titel: Kas\naanbevelingen: []\n", "utf-8")
    (workspace / "data/$(touch gevaar)").mkdir()
    (workspace / "data/$(touch gevaar)/x.yaml").write_text("titel: x\n", "utf-8")
    git(workspace, "add", ".")
    git(workspace, "commit", "-q", "-m", "voorstel")
    programs = tmp_path.parent / "bin"
    programs.mkdir(exist_ok=True)
    program = programs / "voortgang"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m voortgang "$@"\n', "utf-8")
    program.chmod(0o755)
    text = programs / "verschil.md"
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "BASIS": basis,
        "TEKST": str(text),
        "GITHUB_STEP_SUMMARY": "",
    }
    run = ["bash", "-eo", "pipefail", "-c", steps()["verschil"]["run"]]
    subprocess.run(run, cwd=workspace, env=environment, check=True)
    written = text.read_text("utf-8")
    assert f"Wijzigingen in 2022 sinds {basis}" in written
    assert "| + toegevoegd | Dag van @<!-- -->iedereen | planning |" in written
    assert "Opvolging van de planning van 2022 in 2023" in written
    assert not list(workspace.rglob("gevaar"))
    assert "| + toegevoegd | Kas |" in written
    assert git(workspace, "status", "--short") == ""


def test_the_hooks_call_commands_that_exist_for_the_data_files_only(voortgang, workspace):
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in hooks:
        program, *args = hook["entry"].split()
        assert program == "voortgang"
        assert voortgang(*args, cwd=workspace).status == 0
        assert re.search(hook["files"], "data/2022/cultuur.yaml")
        assert re.search(hook["files"], "data/audits/financien-2021.yaml")
        assert not re.search(hook["files"], "docs/data/2022/cultuur.yaml")
        assert hook["pass_filenames"] is False
