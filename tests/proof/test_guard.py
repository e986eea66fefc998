"""The guard guards: what it must see, it sees."""

import os
import subprocess
import sys

import pytest
from attack import GUARD


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ("import socket; socket.create_connection(('127.0.0.1', 9))", "socket."),
        ("import urllib.request as u; u.urlopen('http://voorbeeldegem.example/')", "socket."),
        ("import os; os.system('true')", "os.system"),
        ("import subprocess; subprocess.run(['true'])", "subprocess.Popen"),
        ("open('../buiten.txt', 'w')", "wrote"),
        ("import os; os.rename('a', '../b')", "wrote"),
        ("open('../iemand.geheim').read()", "read "),
        ("open('/etc/passwd').read()", "read "),
        ("import os; os.remove('/nergens/iets')", "wrote"),
    ],
)
def test_the_guard_sees(tmp_path, code, seen):
    log, work = tmp_path / "log", tmp_path / "werk"
    work.mkdir()
    env = {**os.environ, "PYTHONPATH": str(GUARD), "GUARD_LOG": str(log)}
    subprocess.run(
        [sys.executable, "-c", code], cwd=work, env=env, capture_output=True, check=False
    )
    assert seen in (log.read_text("utf-8") if log.exists() else "")
    assert not (tmp_path / "buiten.txt").exists()
