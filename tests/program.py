"""Run the real program as its users do, in a process of its own, without loading it each time.

To load Python and the libraries takes longer than most of what the tests ask for. On Linux a
process that has loaded the program makes a twin of itself for each run; elsewhere, and where the
environment is one that a Python heeds as it starts, each run is a new Python.
"""

import atexit
import json
import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory
from typing import NamedTuple

# What Python itself and the C library look at only when they start.
STARTING = re.compile(r"PYTHON|LC_|LANG|TZ|TMP")
SECONDS = 120


@dataclass(frozen=True)
class Answer:
    """What the program gave back; `peak` is the memory that the largest of its processes took.

    In bytes, and known of a twin only.
    """

    status: int
    out: str
    err: str
    peak: int | None = field(default=None, compare=False)


class Order(NamedTuple):
    """What is to be run: its words, where, and in which environment.

    `hook` is the folder of a `sitecustomize.py`, which runs before anything of the program; and
    `memory` bounds the address space, in bytes.
    """

    command: list[str]
    cwd: str
    env: dict[str, str]
    hook: str | None
    memory: int | None


def run(
    *args: object,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    hook: Path | None = None,
    memory: int | None = None,
    seconds: int = SECONDS,
) -> Answer:
    """Run the program; `env` is what its environment has besides that of the tests.

    Raises subprocess.TimeoutExpired.
    """
    whole = {**os.environ, **(env or {})}
    if hook:
        path = (whole.get("PYTHONPATH", ""), str(hook))
        whole["PYTHONPATH"] = os.pathsep.join(filter(None, path))
    order = Order([*map(str, args)], str(cwd or Path.cwd()), whole, hook and str(hook), memory)
    anew = sys.platform != "linux" or any(map(STARTING.match, env or {}))
    return _in_a_new_python(order, seconds) if anew else _in_a_twin(order, seconds)


def _in_a_new_python(order: Order, seconds: int) -> Answer:
    done = subprocess.run(
        [sys.executable, "-m", "voortgang", *order.command],
        cwd=order.cwd,
        env=order.env,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=seconds,
        check=False,
        preexec_fn=None if os.name == "nt" else lambda: _bound(order.memory),
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def _in_a_twin(order: Order, seconds: int) -> Answer:
    loaded = _loaded()
    with TemporaryDirectory() as room:
        loaded.stdin.write(json.dumps([order, room]) + "\n")
        loaded.stdin.flush()
        if not select.select([loaded.stdout], [], [], seconds)[0]:
            os.killpg(loaded.pid, signal.SIGKILL)
            loaded.communicate()
            _loaded.cache_clear()
            raise subprocess.TimeoutExpired(order.command, seconds)
        status, peak = json.loads(loaded.stdout.readline())
        out, err = (Path(room, name).read_text("utf-8", "replace") for name in "12")
        return Answer(status, out, err, peak * 1024)


@cache
def _loaded() -> subprocess.Popen[str]:
    """Start the process that has it loaded; it ends with the tests."""
    loaded = subprocess.Popen(
        [sys.executable, __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    atexit.register(loaded.communicate)
    return loaded


def _bound(memory: int | None) -> None:
    import resource

    if memory and sys.platform == "linux":  # macOS knows this bound and refuses it
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def load_all() -> None:
    """Import every module of the program now, also those that wait until they are needed."""
    voortgang = import_module("voortgang")
    for module in walk_packages(voortgang.__path__, "voortgang."):
        if module.name != "voortgang.__main__":
            import_module(module.name)


def _serve() -> None:
    """Make a twin for each order, and tell its exit status and peak of memory, in KiB."""
    load_all()
    _read_the_default_texts()
    for line in sys.stdin:
        process = os.fork()
        if not process:
            order, room = json.loads(line)
            os._exit(_obey(Order(*order), room))
        _, status, used = os.wait4(process, 0)
        sys.stdout.write(json.dumps([os.waitstatus_to_exitcode(status), used.ru_maxrss]) + "\n")
        sys.stdout.flush()


def _read_the_default_texts() -> None:
    """Compile the default templates, which the program keeps by their words from then on."""
    from voortgang.content.template.render import render
    from voortgang.findings import FindingsError
    from voortgang.source.templates import Templates

    for name in ("presentatie", "nota", "samenvatting"):
        with suppress(FindingsError):  # there is nothing to fill them with
            render(Templates().find(f"{name}.md.j2"), {})


def _obey(order: Order, room: str) -> int:
    """Run the program here; what it says on its streams goes to files by their number."""
    from voortgang.__main__ import main

    os.chdir(order.cwd)
    os.environ.clear()
    os.environ.update(order.env)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for stream in (1, 2):
        os.dup2(os.open(f"{room}/{stream}", os.O_WRONLY | os.O_CREAT), stream)
    sys.argv = ["voortgang", *order.command]
    _bound(order.memory)
    if order.hook:
        sys.path.insert(0, order.hook)
        sys.modules.pop("sitecustomize", None)  # Debian's Python brings one, which is loaded
        import_module("sitecustomize")
    status = main()
    for told in filter(None, (sys.stdout, sys.stderr)):
        told.flush()
    return status


if __name__ == "__main__":
    _serve()
