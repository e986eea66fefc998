import subprocess

import pytest

from voortgang.findings import Obstacle
from voortgang.source import Workspace, year_at
from voortgang.source.yaml.nodes import NO_KEYS


def git(folder, *arguments, given=None):
    who = (
        "-c",
        "user.name=X",
        "-c",
        "user.email=x@voorbeeldegem.example",
        "-c",
        "commit.gpgsign=false",
    )
    return subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, input=given
    ).stdout


@pytest.fixture
def root(tmp_path):
    """A workspace in a subfolder of a repository: one commit, then a change that is not in it."""
    root = tmp_path / "repo/verslag"
    (root / "data/2022").mkdir(parents=True)
    (root / "data/2022/rapport.yaml").write_bytes(b"titel: oud\n")
    (root / "data/2022/cultuur.yaml").write_bytes("titel: één\n".encode())
    git(tmp_path / "repo", "init", "-q")
    git(root, "add", ".")
    # A link, put in the way git keeps it: Windows makes none without a right of its own.
    blob = git(root, "hash-object", "-w", "--stdin", given=b"/etc/passwd").strip().decode()
    git(root, "update-index", "--add", "--cacheinfo", f"120000,{blob},verslag/data/2022/link.yaml")
    git(root, "commit", "-q", "-m", "x")
    (root / "data/2022/rapport.yaml").write_text("titel: nieuw\n")
    return root


def test_a_year_is_read_as_it_was(root):
    source = year_at(Workspace(root), 2022, "HEAD", NO_KEYS)
    assert source.documents["rapport"].text == "titel: oud\n"
    assert source.documents["cultuur"].text == "titel: één\n"
    assert [(f.file, f.code) for f in source.findings] == [("data/2022/link.yaml", "VG001")]


@pytest.mark.usefixtures("root")
def test_a_shallow_clone_will_do(tmp_path):
    git(tmp_path, "clone", "-q", "--depth", "1", (tmp_path / "repo").as_uri(), "ondiep")
    source = year_at(Workspace(tmp_path / "ondiep/verslag"), 2022, "HEAD", NO_KEYS)
    assert source.documents["rapport"].text == "titel: oud\n"


def test_no_program_that_the_repository_names_is_run(root, tmp_path):
    trap = tmp_path / "val"
    git(root, "config", "core.fsmonitor", f"touch {trap}")
    git(root, "config", "diff.x.textconv", f"touch {trap}")
    (root / ".gitattributes").write_text("*.yaml diff=x\n")
    trap.unlink(missing_ok=True)
    year_at(Workspace(root), 2022, "HEAD", NO_KEYS)
    assert not trap.exists()


@pytest.mark.parametrize(
    "revision", ["bestaat-niet", "--help", "-x", "", "HEAD^{tree}", "a\0b", "HEAD~5"]
)
def test_an_unknown_revision_is_named(root, revision):
    with pytest.raises(Obstacle, match="git kent geen revisie"):
        year_at(Workspace(root), 2022, revision, NO_KEYS)


def test_a_year_that_the_revision_lacks(root):
    with pytest.raises(Obstacle, match="het jaar 2021 bestaat niet in revisie 'HEAD'"):
        year_at(Workspace(root), 2021, "HEAD", NO_KEYS)


def test_no_repository(tmp_path):
    with pytest.raises(Obstacle, match="niet in een git-repository"):
        year_at(Workspace(tmp_path), 2022, "HEAD", NO_KEYS)


def test_no_git(root, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Obstacle, match="git is niet geïnstalleerd"):
        year_at(Workspace(root), 2022, "HEAD", NO_KEYS)


def test_a_year_of_over_a_thousand_files_is_read_whole(root):
    for number in range(1_100):
        (root / f"data/2022/a{number}.txt").write_bytes(b"x")
        (root / f"data/2022/d{number}.yaml").write_bytes(b"titel: x\n")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "y")
    assert len(year_at(Workspace(root), 2022, "HEAD", NO_KEYS).documents) == 1_102


def test_the_files_of_a_year_are_bounded_together_there_too(root):
    for number in range(12):
        (root / f"data/2022/d{number}.yaml").write_bytes(b"# " + b"x" * 2_000_000 + b"\n")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "y")
    found = year_at(Workspace(root), 2022, "HEAD", NO_KEYS).findings
    assert any("samen groter dan 20 MiB" in finding.message for finding in found)
