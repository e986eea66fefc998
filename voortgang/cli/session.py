"""What every command is handed: where it works, how it speaks, and what it may print."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from voortgang.findings import Finding
    from voortgang.source import Workspace


@dataclass
class Session:
    """One call of the program: its options, its streams, its workspace."""

    root: Path | None = None
    quiet: bool = False
    debug: bool = False
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)

    @cached_property
    def workspace(self) -> "Workspace":
        """Find the workspace; raise Obstacle where the named folder is none."""
        from voortgang.source import Workspace

        return Workspace.find(Path.cwd(), self.root)

    def placed(self, typed: Path | None, usual: str) -> Path:
        """Give where to write: what was typed, as seen from -C or else from here.

        Nothing typed gives the usual place in the workspace. Raises Obstacle for a place among the
        sources.
        """
        from voortgang.findings import Obstacle
        from voortgang.source.write import is_within

        if typed is None:
            return self.workspace.root / usual
        place = (self.root or Path.cwd()) / typed
        for sources in ("data", "templates"):
            if is_within(place, self.workspace.root / sources):
                message = f"'{typed}' ligt bij de bronnen, in de map {sources}"
                raise Obstacle(message, "kies een map daarnaast, bijvoorbeeld uitvoer")
        return place

    def named(self, typed: Path) -> Path:
        """Give a file that was named: as seen from here, else from -C."""
        return typed if self.root is None or typed.exists() else self.root / typed

    def home(self, typed: Path | None) -> Path:
        """Give what may be written in: what was typed, else the workspace."""
        return self.workspace.root if typed is None else self.placed(typed, "")

    def result(self, text: str) -> None:
        """Print a result: what a pipe or a file should get, without wrapping."""
        if text:
            self.out.write(text if text.endswith("\n") else text + "\n")

    def findings(self, findings: "Iterable[Finding]") -> None:
        """Print findings as text, with the lines they speak of."""
        from voortgang.findings.text import text_report
        from voortgang.source.lines import line_reader

        lines = line_reader(self.workspace.root)
        self.result(text_report(findings, lines, colour=self.colour))

    def say(self, text: str) -> None:
        """Tell the person at the terminal how it goes; silent with -q."""
        if not self.quiet:
            self.complain(text)

    def complain(self, text: str) -> None:
        """Tell what stood in the way, also with -q; where nobody can be told, go on."""
        from voortgang.findings.excerpt import visible

        try:
            self.err.write("\n".join(map(visible, text.split("\n"))) + "\n")
            self.err.flush()
        except OSError:
            self.err = _nowhere()
            sys.stderr = None  # else Python would try again at the end, and fail for it

    def stopped(self, message: str, hint: str | None = None) -> None:
        """Tell why there is no result, and what to do about it."""
        self.complain(f"voortgang: {message}")
        if hint:
            self.complain(f"  oplossing: {hint}")

    @property
    def colour(self) -> bool:
        """Whether results may be coloured: only on a terminal, never with NO_COLOR."""
        return self.out.isatty() and not os.environ.get("NO_COLOR")

    def console(self, stream: TextIO) -> Any:
        """Make a rich console for a table on a stream; plain where that is no terminal."""
        from rich.console import Console

        return Console(file=stream, highlight=False, no_color=bool(os.environ.get("NO_COLOR")))


def prepare_streams() -> None:
    """Make output the same everywhere: UTF-8 and line feeds in pipes, no failing on odd signs.

    Started without a stream, as by a task planner, what is said goes nowhere.
    """
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
