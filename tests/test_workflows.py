"""The workflows, ours and those we hand out: valid, pinned, and with no more rights than needed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = [
    *sorted((ROOT / ".github" / "workflows").glob("*.yml")),
    *sorted((ROOT / "docs" / "voorbeelden").glob("*.yml")),
    ROOT / "voortgang" / "exchange" / "start" / "files" / "controle.yml",
]
# Who may write what, by workflow and job: to sign, to publish, to comment.
WRITES = {
    ("release", "bouw"): {"id-token", "attestations"},
    ("release", "publiceer"): {"id-token"},
    ("diff-in-pull-request", "verschil"): {"pull-requests"},
    ("site-publiceren", "publiceren"): {"pages", "id-token"},
}


def used() -> dict[str, set[str]]:
    """Give the pins of each action, over all workflows."""
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for action, pin in re.findall(r"uses: (\S+?)@(.+)", path.read_text(encoding="utf-8")):
            pins.setdefault(action, set()).add(pin)
    return pins


def test_each_action_is_pinned_by_its_commit_and_the_same_everywhere():
    pins = used()
    assert len(pins) >= 6
    for action, named in pins.items():
        assert len(named) == 1, action
        assert re.fullmatch(r"[0-9a-f]{40} # v\d+\.\d+\.\d+", *named), action


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_nothing_may_write_but_what_must(path):
    flow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(flow["permissions"].values()) <= {"read"}
    for name, job in flow["jobs"].items():
        rights = job.get("permissions", {})
        writes = {what for what, right in rights.items() if right != "read"}
        assert writes == WRITES.get((path.stem, name), set())
        assert job["timeout-minutes"] <= 30


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_text_from_outside_is_put_in_a_script(path):
    flow = yaml.safe_load(path.read_text(encoding="utf-8"))
    steps = [step for job in flow["jobs"].values() for step in job["steps"]]
    assert not [step["run"] for step in steps if "${{" in step.get("run", "")]
    for step in steps:
        if "actions/checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.dependabot", [ROOT / ".github" / "dependabot.yml"]),
    ],
)
def test_they_are_what_github_reads(schema, paths):
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *paths],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
