"""The scripts behind the makefile begin: what they take from the program and the tests is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.mark.parametrize(
    ("script", "args", "said"),
    [
        ("fuzz.py", ["--minutes", "0.001", "--seed", "1"], "cases, 0 failed"),
        ("fuzz.py", ["--inside", "--minutes", "0.001", "--seed", "1"], "cases, 0 failed"),
        ("bench.py", ["preview"], "once more after a change"),
    ],
)
def test_a_script_does_its_work(tmp_path, script, args, said):
    kept = ["--keep", tmp_path] if script == "fuzz.py" else []
    command = [sys.executable, SCRIPTS / script, *args, *kept]
    # Where bounded processes were begun as a new Python, here among the tests, it is still set.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    assert said in done.stdout
