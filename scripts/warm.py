"""The program called again and again in one process that has it all loaded.

Its bounded workers are as always. What would end it (a hang, a crash, a flood) ends a process that
was begun for some hundreds of cases: whoever began it knows at which one it was, and goes on.
"""

import contextlib
import gc
import io
import json
import os
import random
import resource
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from attack import Answer
from program import load_all

SECONDS, MEMORY = 90, 4 * 2**30  # for one case: more than the program's own bounds
CASES = 300  # of one process: what leaks does not add up
FAULT = 3  # the exit status of a fault of the program


class Case(NamedTuple):
    """A case by its number, what is wrong with its answer, and the seconds that it took."""

    number: int
    wrong: str | None
    took: float


def answer_here(*args: object, cwd: Path) -> Answer:
    """Run the program in this process, as `attack.run` does in one of its own."""
    from voortgang.cli import main

    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    with contextlib.chdir(cwd), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(["--debug", *map(str, args)])
    out.seek(0), err.seek(0)
    return Answer(status, out.read(), err.read())


def cases(judge: Callable[[random.Random, Path], str | None], seed: int) -> Iterator[Case]:
    """Judge case after case, each by a chance of its own, which `chance_of` gives again."""
    load_all()
    gc.freeze()
    number = 0
    while True:
        for case in _in_one_process(judge, seed, number):
            yield case
            number = case.number + 1


def chance_of(seed: int, number: int) -> random.Random:
    """Give the chance by which a case was made."""
    return random.Random(f"{seed}-{number}")  # noqa: S311 -- repeatable


def _in_one_process(
    judge: Callable[[random.Random, Path], str | None], seed: int, first: int
) -> Iterator[Case]:
    reading, writing = os.pipe()
    process = os.fork()
    if not process:
        os.close(reading)
        _work(judge, seed, range(first, first + CASES), writing)
        os._exit(0)
    os.close(writing)
    number = first
    with os.fdopen(reading, encoding="utf-8") as told:
        try:
            for line in told:
                wrong, took = json.loads(line)
                yield Case(number, wrong, took)
                number += 1
        except GeneratorExit:
            os.kill(process, signal.SIGKILL)
            raise
    if status := os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]):
        yield Case(number, f"it ended the process ({status})", SECONDS)


def _work(
    judge: Callable[[random.Random, Path], str | None],
    seed: int,
    numbers: range,
    told: int,
) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for number in numbers:
        signal.alarm(SECONDS)  # no thread: beside one the program's workers begin as new Pythons
        start = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
            wrong = judge(chance_of(seed, number), Path(folder))
        signal.alarm(0)
        line = json.dumps([wrong, time.monotonic() - start]) + "\n"
        try:
            os.write(told, line.encode())
        except BrokenPipeError:  # nobody asks for more
            return
