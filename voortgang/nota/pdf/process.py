"""typst beside the program: on the other core, and with its memory apart."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

_NOTAS = 2  # a process keeps some 25 MB of each nota it made: it then makes way for a fresh one
_CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
_SPARING = {
    # One core is left to the program, which makes the other documents meanwhile.
    "RAYON_NUM_THREADS": str(min(max(1, _CORES - 1), 8)),
    # In bytes; glibc else asks for memory page by page, and typst takes thousands of them.
    "MALLOC_TOP_PAD_": str(64 * 1024**2),
}
_WORKER = Path(__file__).with_name("worker.py")


class Refused(Exception):  # noqa: N818 -- an answer, no error of ours
    """typst cannot make a pdf of this; its own words."""

    def __init__(self, diagnostic: str) -> None:
        """Keep what typst said."""
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


class Gone(Exception):  # noqa: N818 -- likewise
    """typst stopped in the middle: it took too long, too much memory, or fell over."""


class Process:
    """Where typst makes all the pdfs of a build, from the `with` that starts it to its end."""

    def __init__(self, seconds: float = 60) -> None:
        """Make the folder in which it works, and start it; `seconds` is what one nota may take."""
        self._seconds = seconds
        self._room = TemporaryDirectory()
        self._workers = [_Worker(seconds)]
        self._asked = 0

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it, whatever it is doing, and clear away its folder."""
        for worker in self._workers:
            worker.kill()
        self._room.cleanup()

    def ask(
        self, source: str, date: datetime, pictures: Mapping[str, bytes]
    ) -> Callable[[], bytes]:
        """Ask for a pdf, and go on; what comes back waits for it and gives its bytes.

        `pictures` are by the path that the source names. Waiting raises Refused or Gone.
        """
        if self._asked and self._asked % _NOTAS == 0:
            self._workers[-1].close()
            self._workers.append(_Worker(self._seconds))
        self._asked += 1
        room = Path(self._room.name) / str(self._asked)
        room.mkdir()
        for path, content in pictures.items():
            (room / path.lstrip("/")).write_bytes(content)
        (room / "nota.typ").write_text(source, encoding="utf-8", newline="\n")
        worker = self._workers[-1]
        worker.ask(f"{int(date.timestamp())}\t{room}\n")

        def wait() -> bytes:
            worker.wait(str(room))
            trouble = room / "fout.txt"
            if trouble.exists():
                raise Refused(trouble.read_text(encoding="utf-8"))
            return (room / "nota.pdf").read_bytes()

        return wait


class _Worker:
    """One process that is told folders, and tells which of them are done."""

    def __init__(self, seconds: float) -> None:
        self._process = subprocess.Popen(  # noqa: S603 -- Python itself, with a file of our own
            [sys.executable, "-P", "-X", "utf8", str(_WORKER), str(seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_SPARING},
            encoding="utf-8",
            errors="surrogateescape",
        )
        self._done: set[str] = set()

    def ask(self, line: str) -> None:
        assert self._process.stdin  # noqa: S101 -- asked for above
        with suppress(OSError):  # it is gone: waiting for its answer tells
            self._process.stdin.write(line)
            self._process.stdin.flush()

    def wait(self, room: str) -> None:
        assert self._process.stdout  # noqa: S101 -- asked for above
        while room not in self._done:
            line = self._process.stdout.readline()
            if not line:
                raise Gone
            self._done.add(line.rstrip("\n"))

    def close(self) -> None:
        """Let it end when it has done what it was asked."""
        assert self._process.stdin  # noqa: S101 -- asked for above
        with suppress(OSError):
            self._process.stdin.close()

    def kill(self) -> None:
        self._process.kill()
        with suppress(OSError), self._process:  # closes its pipes and waits for its end
            pass
