"""A world that stands in the way, in every odd manner: said on stderr, exit 2, never a fault."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import program
import pytest
from attack import fill, held, run

from voortgang.cli.commands.check import FORMATS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="of POSIX")
ODD = "x\x1b[31m\x9b1m\x07\u202e"  # what a terminal would obey


def told(*args, cwd, before):
    """Run the program, after this code did something to its process."""
    hook = fill(cwd.parent / "hook", {"sitecustomize.py": before})
    return program.run(*args, cwd=cwd, hook=hook)


@pytest.mark.parametrize("args", [["check"], ["build"], ["init", "x"], ["tekst", "x.pptx"]])
def test_a_folder_that_is_gone_is_said(tmp_path, args):
    gone = tmp_path / "weg"
    gone.mkdir()
    done = told(*args, cwd=gone, before="import os\nos.rmdir(os.getcwd())\n")
    assert done.status == 2
    assert "bestaat niet meer" in done.err
    assert "ga met `cd`" in done.err


def test_a_new_python_says_so_too(tmp_path):
    gone = tmp_path / "weg"
    gone.mkdir()
    command = ["sh", "-c", 'rmdir "$PWD"; exec "$0" -m voortgang check', sys.executable]
    done = subprocess.run(command, cwd=gone, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, "bestaat niet meer" in done.stderr) == (2, True)


@pytest.mark.parametrize("args", [["build"], ["build", "-f", "pdf"], ["export", "2022"]])
def test_a_file_larger_than_the_system_allows_is_said(work, args):
    bound = "from resource import *\nsetrlimit(RLIMIT_FSIZE, (4096, 4096))\n"
    done = told(*args, cwd=work, before=bound)
    assert done.status == 2
    assert "dan dit systeem toelaat" in done.err
    assert not (work / "uitvoer/2022").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("args", "status"), [(["check"], 0), (["check", "1999"], 2), (["build", "-f", "md"], 0)]
)
def test_where_nobody_can_be_told_the_work_is_done_all_the_same(work, args, status):
    deafen = "import os\nos.dup2(os.open('/dev/full', os.O_WRONLY), 2)\n"
    assert told(*args, cwd=work, before=deafen).status == status


def test_no_place_for_temporary_files_is_said(work, tmp_path):
    full = tmp_path / "bestand"
    full.write_bytes(b"")
    before = f"import tempfile\ntempfile.tempdir = {str(full)!r}\n"
    done = told("build", "-f", "pdf", cwd=work, before=before)
    assert (done.status, "voor tijdelijke bestanden" in done.err) == (2, True)


@pytest.mark.parametrize(
    "args",
    [
        ["tekst", ODD], ["check", ODD], ["check", f"--{ODD}"], ["-C", ODD, "check"],
        ["import", f"{ODD}.txt", "--year", "2023"], ["build", "-f", "md", "-o", ODD], [ODD],
        ["check", "--format", ODD], ["export", "2022", "-o", f"{ODD}.csv"],
    ],
    ids=lambda args: " ".join(args).replace(ODD, "ODD"),
)  # fmt: skip
def test_what_a_terminal_would_obey_is_shown_as_a_mark(work, args):
    (work / f"{ODD}.txt").write_text("Cultuur\n\nPLANNING\n- Iets\nWat\n\n\n\nlos\n", "utf-8")
    answer = held(run(*args, cwd=work))
    assert not set("\x1b\x9b\x07\u202e") & set(answer.out + answer.err)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
@pytest.mark.parametrize("form", FORMATS)
def test_a_file_name_that_is_no_text_is_told_in_every_form(work, form):
    Path(os.fsdecode(os.fsencode(work) + b"/data/2022/x\xff\x1b\xc2\x9b.yaml")).write_text(
        "titel: x\n"
    )
    answer = held(run("check", "--format", form, cwd=work))
    assert answer.status == 1
    assert not set("\x1b\x9b") & set(answer.out + answer.err)


@pytest.mark.parametrize(
    "args",
    [["build", "-f", "md", "--watch"], ["preview"], ["build"]],
    ids=["watch", "preview", "build"],
)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_what_ends_a_program_ends_it_as_a_ctrl_c_does(work, args, number):
    process = program.start(*args, cwd=work)
    if args != ["build"]:
        process.wait_for("stop met Ctrl-C", 2)
    time.sleep(0.3)
    process.signal(number)
    done = process.wait(30)
    assert done.status in ({130, 0} if args == ["build"] else {130})
    assert "Traceback" not in done.err
    assert list(work.rglob(".voortgang-*")) == []


@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="root may do anything")
@pytest.mark.parametrize("folder", ["data", "data/2022", "templates", "uitvoer"])
@pytest.mark.parametrize("args", [["build", "-f", "md"], ["init", "."], ["export", "2022"]])
def test_a_folder_without_rights_is_said(work, folder, args):
    (work / folder).mkdir(exist_ok=True)
    (work / folder).chmod(0)
    try:
        assert run(*args, cwd=work).status in {0, 1, 2}
    finally:
        (work / folder).chmod(0o755)


def test_a_plugin_that_another_package_brings_for_pydantic_is_not_asked(work, tmp_path):
    said = tmp_path / "gevraagd"
    (tmp_path / "bijgeluid.py").write_text(
        f"open({str(said)!r}, 'w').close()\nwho = None\n", "utf-8"
    )
    about = tmp_path / "bijgeluid-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: bijgeluid\nVersion: 1\n", "utf-8")
    (about / "entry_points.txt").write_text("[pydantic]\nbijgeluid = bijgeluid:who\n", "utf-8")
    done = program.run("build", "-f", "md", cwd=work, env={"PYTHONPATH": str(tmp_path)})
    assert done.status == 0
    assert not said.exists()


@pytest.mark.parametrize(
    "args",
    [
        ["build", "-f", "md", "-o", "data"],
        ["build", "-f", "md", "-o", "data/2022/uit"],
        ["build", "-f", "md", "-o", "uit/../templates"],
        ["export", "2022", "-o", "data/2022/acties.xlsx"],
        ["vragen", "2022", "-o", "naar"],
        ["schema", "-o", "templates"],
        ["site", "-o", "data"],
        ["site", "-o", "."],
    ],
    ids=" ".join,
)
def test_nothing_is_written_among_the_sources_and_the_remedy_says_where(work, attacked, args):
    (work / "templates").mkdir()
    (work / "naar").symlink_to("data/2022", target_is_directory=True)
    before = sorted(work.rglob("*"))
    answer = attacked(*args)
    assert answer.status == 2
    assert "bronnen, in de map" in answer.err or "waarin uw gegevens staan" in answer.err
    assert sorted(work.rglob("*")) == before
    *command, _ = args
    assert attacked(*command, "uitvoer/x.csv" if "export" in args else "uitvoer").status == 0


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="of Linux")
def test_what_the_system_says_is_said_in_dutch(work):
    done = program.run("build", "-f", "md", "-o", "/proc/x", cwd=work)
    assert done.status == 2
    assert "kan niet worden geschreven: hier kan geen bestand of map komen" in done.err


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is always text")
def test_names_and_arguments_that_are_not_utf_8_get_an_answer(work):
    odd = os.fsdecode(b"\xff")
    home = work.rename(work.with_name(odd))
    (home / f"{odd}.txt").write_text("Cultuur\n\nREALISATIES\n- Loket\n", encoding="utf-8")
    for args in (
        ["check", "--format", "sarif"], ["build", "-f", "pdf", "-f", "html", "-o", odd],
        ["export", "2022", "-o", f"{odd}.xlsx"], ["import", f"{odd}.txt", "--year", "2023"],
        ["diff", "2022", "2023", "--format", "json"], ["vragen", "2022", "--dienst", odd],
        ["check", odd], ["check", "--format", odd], ["init", "x", "--bestuur", odd], [odd],
        ["tekst", f"{odd}.docx"], ["huisstijl", odd], ["-C", odd, "check"], ["regels", odd],
    ):  # fmt: skip
        assert run(*args, cwd=home).status in {0, 1, 2}, args
