"""Waiting for a file to be saved."""

from collections.abc import Collection, Iterator
from pathlib import Path

from voortgang.findings import Obstacle

SETTLE_MS = 60  # editors save in bursts (a temporary file, a rename): one build answers them all
STEP_MS = 20
LOOK_MS = 1000  # how often it is looked whether a folder has come or gone
WATCHED = ("data", "templates", "beelden")
MOST_FOLDERS = 1000


def changes(root: Path) -> Iterator[Collection[object]]:
    """Yield what changed in data, templates or pictures; ends never, raises on Ctrl-C.

    Yields an empty set when it has just begun to look: what was saved before that would be missed.
    Raises Obstacle where the workspace goes away, or the system can watch no more.
    """
    from watchfiles import watch

    while True:
        folders, begun = _folders(root), False
        try:
            # Each folder by itself: else the watcher goes into links, wherever they lead.
            for found in watch(
                *(folders or (root,)), debounce=SETTLE_MS, step=STEP_MS, rust_timeout=LOOK_MS,
                yield_on_timeout=True, recursive=False, raise_interrupt=True,
            ):  # fmt: skip
                if found or not begun:
                    yield found
                begun = True
                if _folders(root) != folders:
                    break
        except OSError:
            if not root.is_dir():
                raise Obstacle(f"de map '{root}' is er niet meer") from None
            if _folders(root) == folders:
                message = f"de mappen van '{root}' kunnen niet worden gevolgd"
                raise Obstacle(message, "bouw zonder --watch") from None


def _folders(root: Path) -> tuple[Path, ...]:
    """Name the folders to watch; a link counts only where it stays in the workspace."""
    home = root.resolve()
    found: dict[Path, None] = {}
    waiting = [root / name for name in reversed(WATCHED)]
    while waiting and len(found) < MOST_FOLDERS:
        try:
            folder = waiting.pop().resolve()
            if folder in found or folder == home or not folder.is_relative_to(home):
                continue
            below = sorted(entry for entry in folder.iterdir() if entry.is_dir())
        except (OSError, RuntimeError):  # no folder, no rights, or a link to itself
            continue
        found[folder] = None
        waiting += reversed(below)
    return tuple(found)
