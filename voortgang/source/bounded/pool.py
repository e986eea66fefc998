"""Processes in which what is not ours is worked on: bounded in time and memory by the system.

Templates, foreign Office files and typst can run away in more ways than can be counted from
within. A process that is stopped takes nothing along: who asked hears what it was at.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, Protocol, Self, TypeVar

from voortgang.source.bounded.child import Bounds, Done, Failed, OutOfMemory, Setup, Told

BOUNDS = Bounds(seconds=30, memory=2 * 1024**3)  # some twenty times what a large town takes
# Where Python finds its modules comes first: a folder that it is started in is none of these.
_BEGIN = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from voortgang.source.bounded.child import main; main()"
)
FRESH_AFTER = 8  # asked: what a process keeps of the work before goes with it
_CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
_SPARING = {
    # typst takes all cores it sees; one is left to the other documents.
    "RAYON_NUM_THREADS": str(min(max(1, _CORES - 1), 8)),
    # In bytes; glibc else asks for memory page by page, and typst takes thousands of them.
    "MALLOC_TOP_PAD_": str(64 * 1024**2),
}
Asked = ParamSpec("Asked")
Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)
Tell = Callable[[str], None]


class LimitReached(Exception):  # noqa: N818 -- an answer, no fault of ours
    """The work took too long or too much memory, or fell over; `at` is the file it was at."""

    def __init__(self, at: str) -> None:
        super().__init__(at)
        self.at = at


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

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in (*self._running.values(), *self._leaving):
            worker.kill()

    def ask(
        self,
        kind: str,
        function: Callable[Concatenate[Tell, Asked], Result],
        *arguments: Asked.args,
        **_none: Asked.kwargs,
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
    """One process and the pipes to it."""

    def __init__(self, bounds: Bounds, load: tuple[str, ...]) -> None:
        self._process = subprocess.Popen(  # noqa: S603 -- Python itself, with a module of our own
            [sys.executable, "-P", "-X", "utf8", "-c", _BEGIN, *map(os.path.abspath, sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_SPARING},
        )
        self.gone = False
        self.asked = 0
        self._answers: SimpleQueue[Told | Done | Failed | OutOfMemory | None] = SimpleQueue()
        # Taken in at once, so that no two processes wait for each other with a full pipe.
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._send(Setup(bounds, load))

    def _send(self, message: object) -> None:
        assert self._process.stdin  # noqa: S101 -- asked for above
        with suppress(OSError):  # it is gone: waiting for its answer tells
            pickle.dump(message, self._process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()

    def ask(self, function: Callable[..., Result], arguments: tuple[Any, ...]) -> Answer[Result]:
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
        assert self._process.stdout  # noqa: S101 -- asked for above
        with self._process.stdout as answers, suppress(EOFError, OSError, pickle.UnpicklingError):
            while True:
                self._answers.put(pickle.load(answers))  # noqa: S301 -- written by this program
        self._answers.put(None)

    def close(self) -> None:
        """Let it end when it has done what it was asked."""
        assert self._process.stdin  # noqa: S101 -- asked for above
        with suppress(OSError):
            self._process.stdin.close()

    def kill(self) -> None:
        """End it, whatever it is doing, and wait for its end."""
        self.gone = True
        self._process.kill()
        self.close()
        self._process.wait()
        self._listener.join()
