"""The inside of a bounded process: do what is asked, one thing after the other, within limits.

It ends when it is told to, when its parent is gone, and by itself when one step takes longer than
it may: that clock runs outside Python, so that nothing that is worked on can hold it up.
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
from multiprocessing import parent_process
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

NO_WAY_OUT = "http://127.0.0.1:9"  # nobody listens there: whoever obeys a proxy reaches nothing
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
_CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
# typst takes all cores it sees; one is left to the other documents.
SPARING = {"RAYON_NUM_THREADS": str(min(max(1, _CORES - 1), 8))}
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


class Bounds(NamedTuple):
    """What a process may use: seconds for each step, bytes of address space for all of it."""

    seconds: float
    memory: int


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


def serve(asked: "Connection", bounds: Bounds, load: tuple[str, ...]) -> None:
    """Load modules, then do what is asked until there is no more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)  # what a library prints is no answer
    _leave_interrupts_to_parent()
    os.environ.update(dict.fromkeys(PROXIES, NO_WAY_OUT) | SPARING)
    os.environ.pop("no_proxy", None)
    os.environ.pop("NO_PROXY", None)
    faulthandler.disable()  # a twin has it as its parent had
    _end_with_parent()
    _bound_memory(bounds.memory)
    for module in load:
        import_module(module)
    with contextlib.suppress(EOFError, OSError):
        while work := asked.recv():
            function, arguments = work

            def tell(what: str) -> None:
                faulthandler.dump_traceback_later(bounds.seconds, exit=True, file=nowhere)
                asked.send(Told(what))

            tell("")
            asked.send(_worked(function, tell, arguments))
            faulthandler.cancel_dump_traceback_later()


def _worked(
    function: Callable[..., Any], tell: Callable[[str], None], arguments: tuple[Any, ...]
) -> Done | Failed | None:
    """Do it; give None where it asks for more memory than it may have."""
    try:
        return Done(function(tell, *arguments))
    except MemoryError:
        return None
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


def _leave_interrupts_to_parent() -> None:
    """Heed no Ctrl-C and no terminal that closes: the program that asks ends this one.

    It was started with all signals held back.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_SETMASK, ())


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
    parent = parent_process()
    if parent and os.getppid() != parent.pid:
        os._exit(1)  # it was gone before it could be asked
