"""Bad luck: killed, interrupted, two at once, open elsewhere. A file is whole, old or new."""

import contextlib
import os
import random
import signal
import time
from pathlib import Path

import program
import pytest
from attack import SOUND, fill, run

needs_posix = pytest.mark.skipif(os.name == "nt", reason="sends signals")
DAY = {"old": "1600000000", "new": "1700000000"}
TICK = 0.01  # seconds
NEW = {"SOURCE_DATE_EPOCH": DAY["new"]}
FORMATS = ("-f", "docx", "-f", "html", "-f", "md")


def build(work: Path, day: str) -> program.Running:
    return program.start("build", *FORMATS, cwd=work, env={"SOURCE_DATE_EPOCH": DAY[day]})


def built(work: Path) -> dict[str, bytes]:
    folder = work / "uitvoer/2022"
    if not folder.is_dir():
        return {}
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name[0] != "."}


def left(work: Path) -> list[str]:
    return [path.name for path in work.rglob(".voortgang-*")]


def ticks_of(process: program.Running) -> int:
    """Count how many ticks a build takes here and now."""
    ticks = 0
    while " acties, " not in process.said(2) and ticks * TICK < program.SECONDS:  # its last words
        time.sleep(TICK)
        ticks += 1
    assert process.wait().status == 0
    return ticks


@pytest.fixture(scope="module")
def twice(tmp_path_factory) -> dict[str, dict[str, bytes]]:
    """What the old and the new build give."""
    work, whole = fill(tmp_path_factory.mktemp("beide"), SOUND), {}
    for day in ("new", "old"):
        assert build(work, day).wait().status == 0
        whole[day] = built(work)
    assert whole["old"] != whole["new"]
    return whole


@pytest.fixture
def both(work, twice) -> dict[str, dict[str, bytes]]:
    """What the old and the new build give; the old stands in place."""
    fill(work / "uitvoer/2022", twice["old"])
    return twice


@needs_posix
@pytest.mark.slow
def test_killed_at_any_moment_each_file_is_whole_and_old_or_new(work, both):
    takes = ticks_of(build(work, "old"))
    seen = set()
    chance = random.Random(7)  # noqa: S311 -- for variety, not for secrets
    for turn in range(9):
        # Half of the kills fall in the last tenth, where the files are written and renamed.
        share = chance.uniform(0.9, 1.05) if turn % 2 else chance.uniform(0.0, 1.0)
        process = build(work, "new" if turn % 4 < 2 else "old")
        time.sleep(takes * share * TICK)
        process.signal(signal.SIGKILL)
        process.wait()
        for name, content in built(work).items():
            assert content in (both["old"][name], both["new"][name]), name
            seen.add(content == both["new"][name])
    assert seen  # the folder was never empty
    assert build(work, "new").wait().status == 0
    assert built(work) == both["new"]
    assert left(work) == []
    assert running(work) == []


def running(folder: Path) -> list[str]:
    """Which processes stand in a folder; told on Linux only."""
    standing = []
    for link in Path("/proc").glob("[0-9]*/cwd"):
        with contextlib.suppress(OSError):
            if link.readlink() == folder:
                standing.append(link.parent.name)
    return standing


KILLED_AT = """
import os, signal
real, calls = os.replace, [0]
def replace(*args, **kwargs):
    calls[0] += 1
    if calls[0] == int(os.environ["AT"]):
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*args, **kwargs)
os.replace = os.rename = replace
import pathlib
pathlib.Path.replace = lambda self, target: replace(self, target)
"""


@needs_posix
@pytest.mark.parametrize("at", [1, 2, 3, 4, 5])
def test_killed_between_two_renames_each_file_is_whole(work, both, at):
    hook = fill(work.parent / "hook", {"sitecustomize.py": KILLED_AT})
    answer = run("build", *FORMATS, cwd=work, env={**NEW, "AT": str(at)}, hook=hook)
    assert answer.status == -signal.SIGKILL
    assert all(content in (both["old"][n], both["new"][n]) for n, content in built(work).items())
    assert left(work)
    assert run("build", *FORMATS, cwd=work, env=NEW).status == 0
    assert (built(work), left(work)) == (both["new"], [])


def path_of(hook: Path) -> str:
    return os.pathsep.join(filter(None, [str(hook), os.environ.get("PYTHONPATH")]))


@needs_posix
@pytest.mark.parametrize("after", [0.05, 0.15, 0.25])
def test_ctrl_c_is_quiet_and_changes_all_or_nothing(work, both, after):
    process = build(work, "new")
    time.sleep(after)
    process.signal(signal.SIGINT)
    answer = process.wait()
    if answer.status == 0:
        pytest.skip("the build was done before the signal came")
    assert (answer.status, answer.out, "Traceback" in answer.err) == (130, "", False), answer
    assert built(work) in (both["old"], both["new"])  # new, where all was in place by then
    assert left(work) == []


INTERRUPTED_AT = """
import os, signal, sys
class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == os.environ["AT"]:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupt())
"""


@needs_posix
@pytest.mark.parametrize(
    "at",
    [
        "voortgang.cli",
        "voortgang.cli.session",
        "voortgang.source",
        "typer",
        "pydantic",
    ],
)
def test_ctrl_c_is_quiet_while_the_program_is_still_being_loaded(work, at):
    hook = fill(work.parent / "hook", {"sitecustomize.py": INTERRUPTED_AT})
    answer = run("build", *FORMATS, cwd=work, env={"AT": at, "PYTHONPATH": path_of(hook)})
    assert (answer.status, answer.out, answer.err) == (130, "", "")
    assert built(work) == {}


LOCKED = """
import os, pathlib
real = os.replace
def replace(self, target):
    if str(target).endswith(os.environ["OPEN"]) and "oud" not in str(self):
        error = PermissionError(13, "Access is denied")
        error.winerror = 5
        raise error
    return real(self, target)
pathlib.Path.replace = replace
os.replace = lambda a, b: replace(pathlib.Path(a), b)
"""


@pytest.mark.parametrize("name", ["nota-2022.docx", "nota-2022.html", "nota-2022.md"])
def test_a_file_that_is_open_elsewhere_is_named_and_nothing_changes(work, both, name):
    # The first of them is refused before any other is in place, the last after all the others.
    hook = fill(work.parent / "hook", {"sitecustomize.py": LOCKED})
    answer = run("build", *FORMATS, cwd=work, env={**NEW, "OPEN": name}, hook=hook)
    assert answer.status == 2
    assert name in answer.err
    assert "elders geopend" in answer.err
    assert "sluit het bestand in PowerPoint of Word" in answer.err
    assert (built(work), left(work)) == (both["old"], [])


def test_builds_at_once_into_one_folder_leave_whole_files(work, both):
    builds = [build(work, day) for day in ("old", "new", "old")]
    ends = [process.wait().status for process in builds]
    assert set(ends) <= {0, 2}
    assert 0 in ends
    for name, content in built(work).items():
        assert content in (both["old"][name], both["new"][name])
    assert left(work) == []


def test_the_streams_of_an_old_windows_console_do_not_matter(work):
    (work / "data/2022/cultuur.yaml").write_text(
        "titel: Ĉułtuur\nrealisatie: ✓\n", encoding="utf-8"
    )
    # ASCII has fewer signs than any.
    answer = run("check", cwd=work, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert answer.status == 1
    assert "Traceback" not in answer.err


def test_locale_and_time_zone_change_no_byte(work, both):
    env = {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LANG": "tr_TR.UTF-8"}
    answer = run("build", *FORMATS, cwd=work, env={**env, **NEW})
    assert answer.status == 0
    assert built(work) == both["new"]
