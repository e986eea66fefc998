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
        ("fuzz.py", ["--minutes", "0.001", "--seed", "3"], "cases, 0 failed"),
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


@pytest.mark.skipif(sys.platform == "win32", reason="it bounds itself as Unix does")
@pytest.mark.parametrize(
    ("word", "said"), [("--version", "voortgang "), ("chek", "onbekende opdracht chek")]
)
def test_the_program_answers_in_a_process_that_has_it_loaded(tmp_path, word, said):
    ask = f"from warm import *; print(answer_here({word!r}, cwd=Path.cwd()))"
    homes = (SCRIPTS, SCRIPTS.parent / "tests", SCRIPTS.parent / "tests/proof")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, homes))}
    command = [sys.executable, "-c", ask]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False, env=env
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert said in done.stdout
