# ruff: noqa: PTH109, PTH119, PTH123 -- runs before each program: no imports beyond need
"""Writes down every connection, foreign program and file outside the workspace, and stops it.

Python calls this hook for what any module does, C extensions of the standard library included.
"""

import os
import sys
import tempfile

_WORK = os.path.realpath(os.getcwd())
_LOG = os.environ.get("GUARD_LOG", "")
_TEMPORARY = os.path.realpath(tempfile.gettempdir())
_SCRATCH = (f"{_TEMPORARY}{os.sep}tmp", f"{_TEMPORARY}{os.sep}voortgang-")
_ALLOWED = [_WORK, *filter(None, os.environ.get("GUARD_ALLOWED", "").split(os.pathsep))]
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_OPENING = ("open", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink")


def _inside(path: str) -> bool:
    return any(path == home or path.startswith(home + os.sep) for home in _ALLOWED)


def _report(what: str) -> None:
    global _LOG  # noqa: PLW0603 -- switched off while it writes, for writing is an event too
    log, _LOG = _LOG, ""
    with open(log, "a", encoding="utf-8", errors="replace") as stream:
        stream.write(what.replace("\n", " ") + "\n")
    _LOG = log


def _watch(event: str, args: tuple) -> None:
    if not _LOG:
        return
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind"}:
        _report(f"{event} {args[1:]!r}")
        raise PermissionError("guard: no network")
    if event in {"os.system", "os.exec", "os.posix_spawn", "subprocess.Popen"}:
        program = args[0]
        # From Python 3.13 on subprocess itself spawns, which is then told a second time.
        if event == "os.system" or not _known(args[1]):
            _report(f"{event} {program!r}")
            raise PermissionError("guard: no programs")
    if event in _OPENING:
        for path in args[:1] if event == "open" else args[:2]:
            if isinstance(path, str | bytes | os.PathLike):
                _look(event, path, args)


def _known(command: list[str] | str) -> bool:
    """Tell git and our own bounded processes, under this guard too, from any other program."""
    if isinstance(command, str):  # Windows makes one line of it
        import shlex

        command = shlex.split(command.replace("\\", "/"))
        own = [sys.executable.replace("\\", "/"), "-P", "-X", "utf8"]
    else:
        own = [sys.executable, "-P", "-X", "utf8"]
    if command[:4] == own:
        return command[4] == "-c" and "voortgang.source.bounded.child" in command[5]
    return os.path.basename(str(command[0])) == "git"


def _look(event: str, named: str | bytes | os.PathLike, args: tuple) -> None:
    # Links and short names count for what they lead to: macOS and Windows have them in their
    # folder for temporary files.
    path = os.path.realpath(os.fsdecode(named))
    writing = event != "open" or bool((args[2] or 0) & _WRITING)
    if _inside(path) or os.fsdecode(named) == os.devnull:
        return
    if writing:
        scratch = (
            path.startswith((_TEMPORARY + os.sep + "tmp", _TEMPORARY + os.sep + "voortgang-"))
            and "pytest" not in path
        )
        if not scratch and "__pycache__" not in path:
            _report(f"wrote {path}")
            raise PermissionError("guard: not outside the workspace")
    elif path.replace(os.sep, "/").endswith((".geheim", "/etc/passwd", "/etc/shadow")):
        _report(f"read {path}")


sys.addaudithook(_watch)
