import errno
import os
import subprocess
import sys
import tempfile

import pytest

from voortgang.findings import Obstacle
from voortgang.source.scratch import scratch_folder


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_folder_is_gone_afterwards(place):
    with scratch_folder() as room:
        (room / "a").write_bytes(b"1")
        assert room.parent == place
    assert list(place.iterdir()) == []


def test_what_a_killed_run_left_is_cleared_and_what_others_have_stays(place):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    for name in (f"voortgang-{gone.pid}-x", f"voortgang-{os.getppid()}-x", "voortgang-x", "ander"):
        (place / name).mkdir()
        (place / name / "a").touch()
    with scratch_folder():
        pass
    assert {each.name for each in place.iterdir()} == {
        f"voortgang-{os.getppid()}-x",
        "voortgang-x",
        "ander",
    }


def test_a_full_place_is_said(monkeypatch):
    def full(*_args, **_kwargs):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    with pytest.raises(Obstacle, match="is vol"), scratch_folder():
        pass
