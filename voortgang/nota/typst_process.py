"""typst beside the program: on the other core, and with its memory apart."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

_WORKER = Path(__file__).with_name("typst_worker.py")


class Refused(Exception):  # noqa: N818 -- an answer, no error of ours
    """typst cannot make a pdf of this; its own words."""

    def __init__(self, diagnostic: str) -> None:
        """Keep what typst said."""
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


class Gone(Exception):  # noqa: N818 -- likewise
    """typst stopped in the middle: it took too long, too much memory, or fell over."""


class Process:
    """One process for all the notas of a build, from the `with` that starts it to its end."""

    def __init__(self, seconds: float = 60) -> None:
        """Make the folder in which it works, and start it; `seconds` is what one nota may take."""
        self._room = TemporaryDirectory()
        self._process = subprocess.Popen(  # noqa: S603 -- Python itself, with a file of our own
            [sys.executable, "-P", "-X", "utf8", str(_WORKER), str(seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="surrogateescape",
        )
        self._asked = 0
        self._answered: set[str] = set()

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
        self._process.kill()
        self._process.communicate()
        self._room.cleanup()

    def ask(
        self, source: str, date: datetime, pictures: Mapping[str, bytes]
    ) -> Callable[[], bytes]:
        """Ask for a pdf, and go on; what comes back waits for it and gives its bytes.

        `pictures` are by the path that the source names. Waiting raises Refused or Gone.
        """
        self._asked += 1
        room = Path(self._room.name) / str(self._asked)
        room.mkdir()
        for path, content in pictures.items():
            (room / path.lstrip("/")).write_bytes(content)
        (room / "nota.typ").write_text(source, encoding="utf-8", newline="\n")
        self._tell(f"{int(date.timestamp())}\t{room}\n")
        return lambda: self._answer(room)

    def _tell(self, line: str) -> None:
        assert self._process.stdin  # noqa: S101 -- asked for above
        with suppress(OSError):  # it is gone: waiting for its answer tells
            self._process.stdin.write(line)
            self._process.stdin.flush()

    def _answer(self, room: Path) -> bytes:
        assert self._process.stdout  # noqa: S101 -- asked for above
        while str(room) not in self._answered:
            line = self._process.stdout.readline()
            if not line:
                raise Gone
            self._answered.add(line.rstrip("\n"))
        trouble = room / "fout.txt"
        if trouble.exists():
            raise Refused(trouble.read_text(encoding="utf-8"))
        return (room / "nota.pdf").read_bytes()
