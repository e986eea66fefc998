"""The inside of a bounded process: do what is asked, one thing after the other, within limits.

It reads pickles from its input and answers with pickles; both come from this same program on the
other side. It ends when its input does, when its parent is gone, and by itself when one step takes
longer than it may: that clock runs outside Python, so that nothing that is worked on can hold it
up.
"""

import contextlib
import faulthandler
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from io import BufferedWriter
from typing import Any, NamedTuple

NO_WAY_OUT = "http://127.0.0.1:9"  # nobody listens there: whoever obeys a proxy reaches nothing
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


class Bounds(NamedTuple):
    """What a process may use: seconds for each step, bytes of address space for all of it."""

    seconds: float
    memory: int


class Setup(NamedTuple):
    """What a process is told first: its bounds, and what to load at once."""

    bounds: Bounds
    load: tuple[str, ...]


class Told(NamedTuple):
    """The work is at something else now: the name of a file, for whoever waits."""

    what: str


class Done(NamedTuple):
    """The work is done."""

    result: Any


class Failed(NamedTuple):
    """The work ended in an exception, which is to be raised on the other side."""

    error: BaseException
    trace: str


class OutOfMemory(NamedTuple):
    """The work asked for more memory than it may have."""


def main() -> None:
    """Serve until the input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)  # what a library prints is no answer
    # A Ctrl-C is for the program that asks: it closes the input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    questions = sys.stdin.buffer
    setup: Setup = pickle.load(questions)  # noqa: S301 -- written by this program
    os.environ.update(dict.fromkeys(PROXIES, NO_WAY_OUT))
    os.environ.pop("no_proxy", None)
    os.environ.pop("NO_PROXY", None)
    _end_with_parent()
    _bound_memory(setup.bounds.memory)
    for module in setup.load:
        import_module(module)
    with contextlib.suppress(EOFError):
        while True:
            function, arguments = pickle.load(questions)  # noqa: S301 -- likewise

            def tell(what: str) -> None:
                faulthandler.dump_traceback_later(setup.bounds.seconds, exit=True, file=nowhere)
                _answer(answers, Told(what))

            tell("")
            _answer(answers, _worked(function, tell, arguments))
            faulthandler.cancel_dump_traceback_later()


def _worked(
    function: Callable[..., Any], tell: Callable[[str], None], arguments: tuple[Any, ...]
) -> Done | Failed | OutOfMemory:
    try:
        return Done(function(tell, *arguments))
    except MemoryError:
        return OutOfMemory()
    except BaseException as error:  # noqa: BLE001 -- raised again on the other side
        trace = traceback.format_exc()
        return Failed(_bare(error), trace)


def _bare(error: BaseException) -> BaseException:
    """Give the exception without what stood around it; one that can't travel in words."""
    error.__traceback__ = error.__cause__ = error.__context__ = None
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 -- written a moment ago
    except Exception:  # noqa: BLE001 -- a foreign exception may refuse in any way
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _answer(answers: BufferedWriter, answer: NamedTuple) -> None:
    pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _bound_memory(most: int) -> None:
    """Let what grows without end fall over here; Windows knows no such bound, only the clock."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_with_parent() -> None:
    """Ask Linux to end this process with the one that started it, whatever it is doing."""
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
