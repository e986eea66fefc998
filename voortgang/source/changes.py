"""Waiting for a file to be saved."""

from collections.abc import Collection, Iterator
from pathlib import Path

SETTLE_MS = 60  # editors save in bursts (a temporary file, a rename): one build answers them all
STEP_MS = 20
LOOK_MS = 1000  # how often it is looked whether a folder has come or gone
WATCHED = ("data", "templates", "beelden")


def changes(root: Path) -> Iterator[Collection[object]]:
    """Yield what changed in data, templates or pictures; ends never, raises on Ctrl-C.

    Yields an empty set when it has just begun to look: what was saved before that would be missed.
    """
    from watchfiles import watch

    while True:
        folders, begun = _folders(root), False
        for found in watch(
            *(folders or (root,)), debounce=SETTLE_MS, step=STEP_MS, rust_timeout=LOOK_MS,
            yield_on_timeout=True, recursive=bool(folders), raise_interrupt=True,
        ):  # fmt: skip
            if found or not begun:
                yield found
            begun = True
            if _folders(root) != folders:
                break


def _folders(root: Path) -> tuple[Path, ...]:
    return tuple(folder for name in WATCHED if (folder := root / name).is_dir())
