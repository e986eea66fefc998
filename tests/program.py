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
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

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


class Running:
    """The program as it runs. What it says on its streams stands in a folder by their numbers."""

    def __init__(self, order: Order) -> None:
        self._room = TemporaryDirectory()
        self._order = order

    def said(self, stream: int) -> str:
        return Path(self._room.name, str(stream)).read_text("utf-8", "replace")

    def wait_for(self, words: str, stream: int) -> str:
        """Wait until it says so, and give all that it said; raises subprocess.TimeoutExpired."""
        for _ in range(SECONDS * 50):
            if words in (said := self.said(stream)):
                return said
            time.sleep(0.02)
        self.signal(signal.SIGTERM)
        raise subprocess.TimeoutExpired(self._order.command, SECONDS)

    def wait(self, seconds: float = SECONDS) -> Answer:
        """Wait for its end; raises subprocess.TimeoutExpired, and ends it then."""
        with self._room:
            status, peak = self._ended(seconds)
            return Answer(status, self.said(1), self.said(2), peak)

    def signal(self, number: int) -> None:
        raise NotImplementedError

    def _ended(self, seconds: float) -> tuple[int, int | None]:
        raise NotImplementedError


class InANewPython(Running):
    def __init__(self, order: Order) -> None:
        super().__init__(order)
        room = Path(self._room.name)
        with (room / "1").open("wb") as out, (room / "2").open("wb") as err:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "voortgang", *order.command],
                cwd=order.cwd,
                env=order.env,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                preexec_fn=None if os.name == "nt" else partial(_bound, order.memory),  # noqa: PLW1509 -- no threads
            )

    def signal(self, number: int) -> None:
        self._process.send_signal(number)

    def _ended(self, seconds: float) -> tuple[int, int | None]:
        try:
            return self._process.wait(seconds), None
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise


class InATwin(Running):
    def __init__(self, order: Order, house: Path | None) -> None:
        super().__init__(order)
        self._house = house
        self._pid = self._told([order, self._room.name], SECONDS)

    def signal(self, number: int) -> None:
        os.kill(self._pid, number)

    def _ended(self, seconds: float) -> tuple[int, int | None]:
        return self._told(self._pid, seconds)

    def _told(self, asked: object, seconds: float) -> Any:
        """Hear from the process that makes the twins."""
        loaded = _loaded(self._house)
        loaded.stdin.write(json.dumps(asked) + "\n")
        loaded.stdin.flush()
        if select.select([loaded.stdout], [], [], seconds)[0]:
            return json.loads(loaded.stdout.readline())
        os.killpg(loaded.pid, signal.SIGKILL)
        loaded.communicate()
        _loaded.cache_clear()
        raise subprocess.TimeoutExpired(self._order.command, seconds)


def run(*args: object, seconds: float = SECONDS, **given: Any) -> Answer:
    """Run the program, `given` what `start` takes, and wait; raises subprocess.TimeoutExpired."""
    return start(*args, **given).wait(seconds)


def start(
    *args: object,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    hook: Path | None = None,
    memory: int | None = None,
    house: Path | None = None,
) -> Running:
    """Start the program, that of another house where one is given.

    `env` is what its environment has besides that of the tests.
    """
    whole = _with_path(house, {**os.environ, **(env or {})}, hook)
    order = Order([*map(str, args)], str(cwd or Path.cwd()), whole, hook and str(hook), memory)
    anew = sys.platform != "linux" or any(map(STARTING.match, env or {}))
    return InANewPython(order) if anew else InATwin(order, house)


def _with_path(first: Path | None, env: Mapping[str, str], last: Path | None) -> dict[str, str]:
    """Give an environment in which Python finds modules in these folders too."""
    path = filter(None, (first and str(first), env.get("PYTHONPATH"), last and str(last)))
    return {**env, "PYTHONPATH": os.pathsep.join(path)}


@cache
def _loaded(house: Path | None) -> subprocess.Popen[str]:
    """Start the process that has the program of a house loaded; it ends with the tests."""
    loaded = subprocess.Popen(
        [sys.executable, __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=_with_path(house, os.environ, None),
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
    """Make a twin for each order, which tells its number; tell its end when asked by that."""
    load_all()
    _read_the_default_texts()
    for line in sys.stdin:
        match json.loads(line):
            case [order, room]:
                if not os.fork():
                    os._exit(_obey(Order(*order), room))
            case process:
                _, status, used = os.wait4(process, 0)
                _tell([os.waitstatus_to_exitcode(status), used.ru_maxrss * 1024])


def _tell(what: object) -> None:
    os.write(1, (json.dumps(what) + "\n").encode())


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
    streams = [os.open(f"{room}/{stream}", os.O_WRONLY | os.O_CREAT) for stream in (1, 2)]
    sys.argv = ["voortgang", *order.command]
    _tell(os.getpid())  # from here on it may be sent signals
    for stream, file in enumerate(streams, 1):
        os.dup2(file, stream)
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
