"""Reading files safely: inside the workspace or named, ordinary ones, never more than a limit."""

import os
import stat
from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath

from voortgang.findings import Obstacle
from voortgang.source.yaml.decode import LIMIT

LARGEST = 32 * 2**20  # bytes of a workbook, deck or text that was named on the command line


class Unreadable(Exception):  # noqa: N818 -- it is the file that is wrong
    """A file that must not or cannot be read; `message` and `hint` are Dutch."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        self.message = message
        self.hint = hint
        super().__init__(message)


def read_inside(root: Path, relative: str, limit: int = LIMIT) -> bytes:
    """Read a file below `root`, named with `/`; raises Unreadable for anything but a small file.

    Links are followed as long as they stay below `root`. The place that they lead to is opened
    folder by folder without following any, so that nothing changes its meaning meanwhile; devices
    and pipes are never opened for long enough to wait on them.
    """
    home, way = _below(root, relative)
    return _read(lambda: _open_below(home, way), home.joinpath(*way), limit)


def read_named(path: Path, name: str, limit: int = LARGEST) -> bytes:
    """Read a file that was named on the command line; raises Obstacle, naming it as `name`."""
    if not path.exists():
        raise Obstacle(f"het bestand '{name}' bestaat niet", "kijk de naam na")
    try:
        return read_bounded(path, limit)
    except Unreadable as reason:
        raise Obstacle(f"'{name}': {reason.message}", reason.hint) from None


def read_bounded(path: Path, limit: int) -> bytes:
    """Read an ordinary file of at most `limit` bytes; raises Unreadable."""
    return _read(lambda: os.open(path, _flags("O_NONBLOCK")), path, limit)


def _read(opened: Callable[[], int], path: Path, limit: int) -> bytes:
    content = None
    try:
        # Asked before opening: opening a device can already do something.
        if stat.S_ISREG(path.stat().st_mode):
            with os.fdopen(opened(), "rb") as stream:
                if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                    content = stream.read(limit + 1)
    except PermissionError:
        raise Unreadable(
            "dit bestand mag niet worden gelezen", "kijk de rechten ervan na"
        ) from None
    except (OSError, ValueError):
        raise Unreadable("dit bestand kan niet worden gelezen") from None
    if content is None:
        raise Unreadable("dit is geen gewoon bestand", "vervang het door een gewoon bestand")
    if len(content) > limit:
        raise Unreadable(f"dit bestand is groter dan {limit // 2**20} MiB", "maak het kleiner")
    return content


def _open_below(home: Path, way: tuple[str, ...]) -> int:
    """Open a file folder by folder, following no link; Windows can only open it by its name."""
    if os.open not in os.supports_dir_fd:
        return os.open(home.joinpath(*way), _flags("O_NONBLOCK"))
    at = os.open(home, _flags("O_DIRECTORY"))
    for number, name in enumerate(way, 1):
        kind = "O_NONBLOCK" if number == len(way) else "O_DIRECTORY"
        try:
            below = os.open(name, _flags(kind, "O_NOFOLLOW"), dir_fd=at)
        finally:
            os.close(at)
        at = below
    return at


def _flags(*more: str) -> int:
    flags = os.O_RDONLY
    for name in (*more, "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
        flags |= getattr(os, name, 0)
    return flags


def _below(root: Path, relative: str) -> tuple[Path, tuple[str, ...]]:
    """Give the folder without links that `root` is, and the way from there to the file."""
    windows = PureWindowsPath(relative)
    # A name like \\host\share or C:x must not even be looked at: that may reach the network.
    rooted = windows.drive or windows.root or PurePosixPath(relative).is_absolute()
    if rooted or "\0" in relative or ".." in windows.parts:
        hint = "gebruik een pad zonder " + ("/ vooraan" if rooted else "..")
        raise Unreadable("alleen bestanden in de werkmap worden gelezen", hint)
    try:
        path = (root / relative).resolve(strict=True)
        home = root.resolve(strict=True)
    except FileNotFoundError:
        raise Unreadable("dit bestand bestaat niet") from None
    except (OSError, RuntimeError, ValueError):
        raise Unreadable("dit bestand kan niet worden gelezen") from None
    if not path.is_relative_to(home):
        hint = "zet het bestand zelf in de werkmap"
        raise Unreadable("deze snelkoppeling leidt buiten de werkmap", hint)
    return home, path.relative_to(home).parts
