"""Odd files, odd names, odd disks: a finding or a clear message, and nothing harmed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from attack import SOUND, fill, run

needs_posix = pytest.mark.skipif(os.name == "nt", reason="such files do not exist on Windows")
CULTUUR = "data/2022/cultuur.yaml"


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntitel: [*c,*c]\n",
        "titel: !!python/object/apply:os.system ['id']\n",
        "titel: T\n<<: {a: 1}\n",
        "titel: T\n---\ntitel: U\n",
        "[" * 100_000,
        "- " * 50_000 + "x",
        "titel: " + "x" * 3_000_000,
        "titel: \x00",
        "titel: \ud800".encode("utf-8", "surrogatepass"),
        b"\xff\xfet\x00i\x00t\x00e\x00l\x00",
        b"\xef\xbb\xbftitel: T\r\n",
        b"\x80\x81\x82",
        "titel: T\r\nrealisaties:\r\n  - Iets\r\n",
        "titel: T\rrealisaties:\r  - Iets\r",
        "titel: \u202etlum\u2069\n",
        "%YAML 9.9\n---\ntitel: T\n",
        "? [a]\n: b\n",
        "titel: T\nrealisaties: " + "[" * 30 + "]" * 30 + "\n",
        "titel: T\nrealisaties:\n" + "  - x\n" * 6_000,
        "",
    ],
    ids=lambda text: repr(text[:30]),
)
def test_any_bytes_for_a_domain_give_an_answer(attacked, work, text):
    content = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    (work / CULTUUR).write_bytes(content)
    for form in ("text", "sarif"):
        answer = attacked("check", "--format", form)
        if not content.startswith((b"\xef\xbb\xbf", b"titel: T\r\n")):
            assert answer.status in {0, 1}


def test_windows_line_ends_change_nothing(attacked, work):
    attacked("build", "-f", "md")
    before = (work / "uitvoer/2022/nota-2022.md").read_bytes()
    for path in (work / "data/2022").iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert attacked("build", "-f", "md").status == 0
    assert (work / "uitvoer/2022/nota-2022.md").read_bytes() == before


@needs_posix
@pytest.mark.parametrize("kind", ["fifo", "device", "zero", "folder", "loop", "outside", "socket"])
@pytest.mark.parametrize("name", [CULTUUR, "templates/nota.md.j2", "templates/presentatie.pptx"])
def test_what_is_no_ordinary_file_is_never_waited_for(attacked, work, kind, name):
    path = work / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    secret = work.parent / "iemand.geheim"
    secret.write_text("titel: Geheim\n", encoding="utf-8")
    match kind:
        case "fifo":
            os.mkfifo(path)
        case "device":
            path.symlink_to("/dev/random")
        case "zero":
            path.symlink_to("/dev/zero")
        case "folder":
            path.mkdir()
        case "loop":
            path.symlink_to(path.name)
        case "outside":
            path.symlink_to(secret)
        case "socket":
            import socket

            here = Path.cwd()
            os.chdir(path.parent)  # the path of a socket must be short
            with socket.socket(socket.AF_UNIX) as bound:
                bound.bind(path.name)
            os.chdir(here)
    answer = attacked("build", "-f", "pptx" if name.endswith("pptx") else "md")
    assert answer.status == 1
    assert f"{name}:1:1: fout" in answer.out
    assert "Geheim" not in answer.out + answer.err
    assert not (work / "uitvoer").exists()


@needs_posix
def test_a_year_that_links_out_is_not_read(attacked, work):
    elsewhere = fill(work.parent / "elders", {"geheim.yaml": "titel: Geheim\n", **SOUND})
    (work / "data/2023").symlink_to(elsewhere / "data/2022")
    answer = attacked("check", "2023")
    assert answer.status in {1, 2}
    assert "Geheim" not in answer.out


@pytest.mark.parametrize(
    "name",
    ["CON", "con.yaml", "NUL.yaml", "aux .yaml", "é.yaml", "a\tb.yaml", "..yaml", "x.YAML", "x.yml"]
    if os.name != "nt"
    else ["x.yml", "é.yaml"],
)
def test_odd_names_in_a_year_are_findings_or_left_alone(attacked, work, name):
    (work / "data/2022" / name).write_text("titel: Vreemd\n", encoding="utf-8")
    assert attacked("check").status in {0, 1}


def test_a_folder_named_as_a_file_is_a_finding(attacked, work):
    (work / "data/2022/2022.yaml").mkdir()
    assert attacked("check").status == 1
    (work / "data/2022.yaml").mkdir()
    assert attacked("build", "2022", "-f", "md").status == 1


@pytest.mark.parametrize(
    "args",
    [
        ["-C", "x" * 4000, "check"],
        ["build", "-o", "x" * 4000, "-f", "md"],
        ["build", "-o", "/".join(["map"] * 1200), "-f", "md"],
        ["export", "2022", "-o", "x" * 4000 + ".csv"],
        ["import", "x" * 4000 + ".xlsx", "--year", "2023"],
        ["tekst", "x" * 4000],
        ["huisstijl", "x" * 4000 + ".pptx"],
        ["diff", "2022", "--since", "x" * 4000],
        ["diff", "2022", "--since", "--upload-pack=id"],
        ["check", "9" * 4000],
        ["check", "\u0662\u0660\u0662\u0662"],
        ["build", "-o", "/dev/null/x", "-f", "md"],
        ["init", "/dev/null"],
        ["export", "2022", "-o", "/dev/full.csv/x.csv"],
    ],
    ids=lambda args: " ".join(args)[:40],
)
@needs_posix
def test_paths_that_cannot_be_are_said_and_exit_2(work, args):
    answer = run(*args, cwd=work)
    assert answer.status == 2
    assert "Traceback" not in answer.err
    assert not (work / "uitvoer/2022").exists()


@needs_posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_standard_output_is_no_fault_of_the_program(work):
    (work / CULTUUR).write_text("titel:\n", encoding="utf-8")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "voortgang", "check"],
            cwd=work, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False,
        )  # fmt: skip
    assert done.returncode in {1, 2}
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 64 KiB; only root can have one."""
    disk = tmp_path / "schijf"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("needs to be root, to mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is of Linux")
def test_a_full_disk_is_said_and_leaves_what_was_there(small_disk, work):
    target = small_disk / "2022"
    target.mkdir()
    (target / "presentatie-2022.pptx").write_bytes(b"de oude")
    answer = run("build", "-o", small_disk, cwd=work, env={"GUARD_ALLOWED": str(small_disk)})
    assert (answer.status, answer.reached) == (2, ())
    assert "de schijf is vol" in answer.err
    assert [path.name for path in target.iterdir()] == ["presentatie-2022.pptx"]
    assert (target / "presentatie-2022.pptx").read_bytes() == b"de oude"


@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is of Linux")
def test_a_read_only_disk_is_said(small_disk, work):
    remounted = subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=False)
    assert remounted.returncode == 0
    answer = run("build", "-o", small_disk, "-f", "md", cwd=work)
    assert answer.status == 2
    assert "u mag in deze map niet schrijven" in answer.err
