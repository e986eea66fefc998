"""A folder for the time of one piece of work, in the system's own place for that."""

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from voortgang.findings import Obstacle
from voortgang.source.process import is_running

_LEFT = re.compile(r"voortgang-(\d+)-.*")


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give a folder that is gone afterwards, and clear what killed runs left beside it.

    Raises Obstacle where the system's place for such folders is full or can't be written in.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=f"voortgang-{os.getpid()}-") as name:
            _clear(Path(name).parent)
            yield Path(name)
    except OSError as error:
        if error.errno == errno.EFBIG:  # said of any file alike
            raise
        where = os.environ.get("TMPDIR") or "de map voor tijdelijke bestanden"
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        what = "is vol" if full else "kan niet worden gebruikt"
        hint = (
            "maak er plaats" if full else "laat TMPDIR naar een map wijzen waarin u mag schrijven"
        )
        raise Obstacle(f"'{where}' {what}", hint) from None


def _clear(place: Path) -> None:
    with os.scandir(place) as entries:
        left = [
            entry
            for entry in entries
            if (match := _LEFT.fullmatch(entry.name)) and not is_running(int(match[1]))
        ]
        for entry in left:
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)
