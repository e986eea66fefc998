"""Processes in which what is not ours is worked on: bounded in time and memory by the system.

Templates, foreign Office files and typst can run away in more ways than can be counted from
within. A process that is stopped takes nothing along: who asked hears what it was at.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from multiprocessing import Pipe
from multiprocessing.context import SpawnProcess
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Protocol, Self, TypeVar, TypeVarTuple

from voortgang.findings import Obstacle
from voortgang.source.bounded.child import Bounds, Done, Failed, Told, serve

BOUNDS = Bounds(seconds=30, memory=2 * 1024**3)  # some twenty times what a large town takes
FRESH_AFTER = 8  # asked: what a process keeps of the work before goes with it
if sys.platform == "linux":
    from multiprocessing.context import ForkProcess

Asked = TypeVarTuple("Asked")
Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)
Tell = Callable[[str], None]


class LimitReached(Exception):  # noqa: N818 -- an answer, no fault of ours
    """The work took too long or too much memory, or fell over; `at` is the file it was at."""

    def __init__(self, at: str) -> None:
        super().__init__(at)
        self.at = at


# What is said of a file at which the work was stopped.
BEYOND = "het duurt langer dan een halve minuut of vraagt te veel geheugen"


class Answer(Protocol[Result_co]):
    """What comes back of a question."""

    def __call__(self, tell: Tell = ...) -> Result_co:
        """Wait for it; `tell` hears what the work is at. Raises what it raised, LimitReached."""


class Workers:
    """One process for each kind of work, started with `with` and ended with it.

    `kinds` gives, by kind, the modules that its process loads at once, so that it is ready when
    it is asked.
    """

    def __init__(
        self,
        kinds: Mapping[str, tuple[str, ...]],
        bounds: Bounds = BOUNDS,
        fresh_after: int = FRESH_AFTER,
    ) -> None:
        self._kinds = kinds
        self._bounds = bounds
        self._fresh_after = fresh_after
        self._running = {kind: _Worker(bounds, load) for kind, load in kinds.items()}
        self._leaving: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in (*self._running.values(), *self._leaving):
            worker.kill()

    def ask(
        self,
        kind: str,
        function: Callable[[Tell, *Asked], Result],
        *arguments: *Asked,
    ) -> Answer[Result]:
        """Ask for work, and go on; what comes back waits for it.

        `function` is called there with a way to tell what it is at, which also gives it time anew,
        and the arguments, which travel as pickles. Answers are waited for in the order in which
        a kind was asked. A process that was stopped makes way for a new one.
        """
        worker = self._running[kind]
        if worker.gone or worker.asked == self._fresh_after:
            worker.close()
            self._leaving.append(worker)
            worker = self._running[kind] = _Worker(self._bounds, self._kinds[kind])
        return worker.ask(function, arguments)


class _Worker:
    """One process and the line to it."""

    def __init__(self, bounds: Bounds, load: tuple[str, ...]) -> None:
        self._line, theirs = Pipe()
        self._process = _process(serve, theirs, bounds, load)
        with _undisturbed():
            self._process.start()
        theirs.close()
        self.gone = False
        self.asked = 0
        self._answers: SimpleQueue[Told | Done | Failed | None] = SimpleQueue()
        self._listener = threading.Thread(target=self._listen, daemon=True)

    def _send(self, message: object) -> None:
        with suppress(OSError):  # it is gone: waiting for its answer tells
            self._line.send(message)

    def ask(self, function: Callable[..., Result], arguments: tuple[Any, ...]) -> Answer[Result]:
        if not self.asked:
            # Taken in at once, so that no two processes wait for each other with a full line.
            self._listener.start()
        self.asked += 1
        self._send((function, arguments))

        def wait(tell: Tell = lambda _: None) -> Result:
            at = ""
            while True:
                match self._answers.get():
                    case Told(what):
                        at = what
                        tell(what)
                    case Done(result):
                        done: Result = result
                        return done
                    case Failed(error, trace):
                        error.add_note(trace)
                        raise error
                    case _:
                        self.kill()
                        raise LimitReached(at)

        return wait

    def _listen(self) -> None:
        """Take the answers in as they come, and None when there will be no more."""
        with suppress(EOFError, OSError):
            while True:
                self._answers.put(self._line.recv())
        self._answers.put(None)

    def close(self) -> None:
        """Let it end when it has done what it was asked."""
        self._send(None)

    def kill(self) -> None:
        """End it, whatever it is doing, and wait for its end."""
        self.gone = True
        self._process.kill()
        self._process.join()
        if self.asked:
            self._listener.join()
        self._line.close()


def _process(target: Callable[..., None], *args: object) -> BaseProcess:
    """Give a twin of this program, which has at once all that is loaded here, or a new Python.

    A twin is safe on Linux, as long as there is one thread, of Python or of a library. A new
    Python finds its modules where this one does: a folder that it is started in is no such place.
    """
    if sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1:
        return ForkProcess(target=target, args=args, daemon=True)
    os.environ["PYTHONSAFEPATH"] = "1"
    return SpawnProcess(target=target, args=args, daemon=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Start a process that no signal can reach before it has said what it does with them.

    An interrupt in the midst of it would be lost in Python's own work, here or there.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def bounded(function: Callable[[Tell, *Asked], Result], *arguments: *Asked) -> Result:
    """Do one piece of work in a process of its own; raises what it raises, and LimitReached.

    `function` is called as by `Workers.ask`.
    """
    with Workers({"": (function.__module__,)}) as workers:
        return workers.ask("", function, *arguments)()


def too_much(names: Iterable[str]) -> Obstacle:
    """Say of files that were named on the command line that reading them was stopped."""
    first, *others = names
    listed = f"'{first}'" + (f" of een van de {len(others)} andere bestanden" if others else "")
    hint = "kopieer wat u nodig hebt naar een nieuw bestand, of splits het"
    return Obstacle(f"{listed} kan niet worden gelezen: {BEYOND}", hint)
