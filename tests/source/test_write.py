import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from voortgang.findings import Obstacle
from voortgang.source import Workspace, load_audits, load_year, write_files
from voortgang.source.write import clear_leftovers
from voortgang.source.yaml.nodes import NO_KEYS


def tree(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_files_come_with_their_folders_and_normal_rights(tmp_path):
    write_files({tmp_path / "uitvoer/2022/a": b"1", tmp_path / "uitvoer/2022/b": b"2"}, tmp_path)
    assert tree(tmp_path) == {"uitvoer/2022/a": b"1", "uitvoer/2022/b": b"2"}
    (tmp_path / "gewoon").touch()
    assert (tmp_path / "uitvoer/2022/a").stat().st_mode == (tmp_path / "gewoon").stat().st_mode


def test_one_file_that_cannot_be_placed_leaves_all_as_they_were(tmp_path, monkeypatch):
    """A locked file, as on Windows: the rename of the last one fails."""
    (tmp_path / "a").write_bytes(b"oud")
    (tmp_path / "c").write_bytes(b"oud")
    rename = Path.replace

    def locked(path, target):
        if target.name == "c" and path.name.endswith("-nieuw"):
            raise PermissionError(13, "in use")
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(Obstacle) as stop:
        write_files({tmp_path / name: b"nieuw" for name in "abc"}, tmp_path)
    assert tree(tmp_path) == {"a": b"oud", "c": b"oud"}
    assert f"'{tmp_path / 'c'}'" in stop.value.message
    assert stop.value.hint == "sluit het bestand in PowerPoint of Word en probeer opnieuw"


def test_what_is_to_go_goes_with_what_comes_or_stays_with_it(tmp_path, monkeypatch):
    before = {"a": b"oud", "b": b"weg", "c": b"weg"}
    for name, content in before.items():
        (tmp_path / name).write_bytes(content)
    wanted = {tmp_path / "a": b"nieuw", tmp_path / "b": None, tmp_path / "c": None}
    rename = Path.replace

    def locked(path, target):
        if path.name == "c":
            raise PermissionError(13, "in use")
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", locked)
        with pytest.raises(Obstacle, match="elders geopend"):
            write_files(wanted, tmp_path)
    assert tree(tmp_path) == before
    write_files({**wanted, tmp_path / "d": None}, tmp_path)
    assert tree(tmp_path) == {"a": b"nieuw"}


def test_a_folder_in_the_way_changes_nothing(tmp_path):
    (tmp_path / "b").mkdir()
    with pytest.raises(Obstacle, match="er staat een map met die naam"):
        write_files({tmp_path / "a": b"1", tmp_path / "b": b"2"}, tmp_path)
    assert tree(tmp_path) == {}


def test_a_file_where_a_folder_should_be(tmp_path):
    (tmp_path / "uitvoer").touch()
    with pytest.raises(Obstacle, match="er staat een bestand in de weg"):
        write_files({tmp_path / "uitvoer/2022/a": b"1"}, tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own on Windows")
def test_a_link_is_replaced_and_never_written_through(tmp_path):
    (tmp_path / "doel").write_bytes(b"blijft")
    (tmp_path / "a").symlink_to(tmp_path / "doel")
    write_files({tmp_path / "a": b"1", tmp_path / "b": b"2"}, tmp_path)
    assert tree(tmp_path) == {"doel": b"blijft", "a": b"1", "b": b"2"}
    assert not (tmp_path / "a").is_symlink()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_named(tmp_path, monkeypatch):
    opened = Path.open
    monkeypatch.setattr(Path, "open", lambda *_, **__: opened(Path("/dev/full"), "wb"))
    with pytest.raises(Obstacle, match="de schijf is vol"):
        write_files({tmp_path / "a": b"x"}, tmp_path)
    assert tree(tmp_path) == {}


def test_what_killed_runs_left_is_cleared_and_what_live_ones_use_is_not(tmp_path):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (tmp_path / f".voortgang-{gone.pid}-0-nieuw").touch()
    live = tmp_path / f".voortgang-{os.getppid()}-0-nieuw"
    live.touch()
    write_files({tmp_path / "a": b"1"}, tmp_path)
    assert set(tree(tmp_path)) == {"a", live.name}


needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")


@needs_links
@pytest.mark.parametrize("link", ["uitvoer", "uitvoer/2022"])
def test_a_folder_that_leads_out_is_an_obstacle_and_nothing_is_written_there(tmp_path, link):
    home, outside = tmp_path / "werk", tmp_path / "elders"
    (home / link).parent.mkdir(parents=True)
    outside.mkdir()
    (home / link).symlink_to(outside)
    with pytest.raises(Obstacle, match="snelkoppeling die buiten") as stop:
        write_files({home / "uitvoer/2022/a": b"1"}, home)
    assert f"'{home / link}'" in stop.value.message
    assert tree(outside) == {}


@needs_links
def test_a_folder_that_leads_elsewhere_inside_is_written_in(tmp_path):
    (tmp_path / "echt").mkdir()
    (tmp_path / "uitvoer").symlink_to(tmp_path / "echt")
    write_files({tmp_path / "uitvoer/a": b"1"}, tmp_path)
    assert tree(tmp_path / "echt") == {"a": b"1"}


KILLED = """
import os, sys
from pathlib import Path
from voortgang.source import Workspace, load_audits, load_year, write_files
home, places, names = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
rename, done = Path.replace, []
def replace(path, target):
    if path.name.endswith("-nieuw") and not target.name.endswith("journaal"):
        done.append(target)
        if len(done) > places:
            os.kill(os.getpid(), 9)
    return rename(path, target)
Path.replace = replace
write_files({home / name: name.encode() for name in names} | {home / "d": None}, home)
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a process can't be killed so there")
@pytest.mark.parametrize("places", [0, 1, 2])
def test_what_was_being_put_in_place_when_killed_is_put_there_by_the_next(tmp_path, places):
    for name in "abcd":
        (tmp_path / name).write_bytes(b"oud")
    subprocess.run([sys.executable, "-c", KILLED, tmp_path, str(places), *"abc"], check=False)
    clear_leftovers(tmp_path)
    assert tree(tmp_path) == {"a": b"a", "b": b"b", "c": b"c"}


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a process can't be killed so there")
def test_who_reads_a_year_and_the_audits_finds_all_that_was_being_put_in_place(tmp_path):
    names = ["2022/rapport.yaml", "audits/kas.yaml"]
    home = tmp_path / "data"
    subprocess.run([sys.executable, "-c", KILLED, home, "1", *names], check=False)
    assert not (home / names[1]).exists()
    assert list(load_audits(Workspace(tmp_path), NO_KEYS).documents) == ["kas"]
    assert list(load_year(Workspace(tmp_path), 2022, NO_KEYS).documents) == ["rapport"]


def test_a_journal_that_is_none_moves_nothing(tmp_path):
    (tmp_path / "a").write_bytes(b"oud")
    (tmp_path / "map").mkdir()
    texts = ["", "{}", "[1]", '[["../x", null]]', '[["a", "../a"]]', "[[]]", "[" * 100_000]
    for number, text in enumerate(texts):
        journal = tmp_path / "map" / f".voortgang-{2**30 + number}-journaal"
        journal.write_text(text, encoding="utf-8")
    clear_leftovers(tmp_path / "map")
    assert tree(tmp_path) == {"a": b"oud"}


@needs_links
def test_a_journal_moves_nothing_behind_a_link_that_leads_out(tmp_path):
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders/a").write_bytes(b"oud")
    (tmp_path / "map").mkdir()
    (tmp_path / "map/weg").symlink_to(tmp_path / "elders")
    journal = tmp_path / f"map/.voortgang-{2**30}-journaal"
    journal.write_text('[["weg/a", null]]', encoding="utf-8")
    clear_leftovers(tmp_path / "map")
    assert not journal.exists()
    assert (tmp_path / "elders/a").read_bytes() == b"oud"


@pytest.mark.slow
@needs_links
@pytest.mark.parametrize(
    "make",
    [lambda path: os.mknod(path, stat.S_IFIFO | 0o600), lambda path: path.symlink_to("/dev/zero")],
    ids=["a pipe", "a link to a device"],
)
def test_a_journal_that_would_never_end_is_not_read(tmp_path, make):
    make(tmp_path / f".voortgang-{2**30}-journaal")
    clear = "import sys, pathlib; from voortgang.source.write import clear_leftovers as clear; "
    subprocess.run(
        [sys.executable, "-c", f"{clear} clear(pathlib.Path(sys.argv[1]))", tmp_path],
        check=True,
        timeout=20,
    )
    assert list(tmp_path.iterdir()) == []
