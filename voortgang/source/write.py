"""Writing files whole or not at all, and nowhere but below the folder that was asked for.

Everything is first written beside its target under a name `.voortgang-<pid>-…`, then renamed into
place. A link in a target's place is itself replaced: nothing is ever written through it, nor
through a folder that is a link to elsewhere. While several files are put in place, a journal says
which: if the program is killed then, the next one that comes by finishes the work.
"""

import errno
import json
import os
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from voortgang.findings import Obstacle
from voortgang.source.inside import LARGEST, Unreadable, read_inside
from voortgang.source.process import is_running

PREFIX = ".voortgang-"
_LEFT = re.compile(r"\.voortgang-(\d+)-(?:(\d+)-(nieuw|oud)|journaal)")
_JOURNAL = "journaal"
_FULL = (errno.ENOSPC, errno.EDQUOT)
_SHARING = (5, 32, 33)
_REFUSED = "dit systeem weigert het"
_SAID = {
    errno.ENOENT: "hier kan geen bestand of map komen",
    errno.EINVAL: "zo kan een bestand of map hier niet heten",
    errno.EILSEQ: "zo kan een bestand of map hier niet heten",
    errno.ELOOP: "de snelkoppeling verwijst naar zichzelf",
    errno.EIO: "de schijf of het netwerk antwoordt niet goed",
    errno.EBUSY: "het is elders in gebruik",
    errno.EMFILE: "er staan te veel bestanden open",
    errno.ENFILE: "er staan te veel bestanden open",
}


@dataclass(slots=True)
class _Job:
    """One file on its way: its target, its new bytes, and the old file kept aside."""

    target: Path
    content: bytes | None
    fresh: Path
    old: Path
    kept: bool = False
    placed: bool = False


def write_files(files: Mapping[Path, bytes | None], home: Path) -> None:
    """Write all files or none, all of them below `home`; make their folders.

    None instead of bytes removes a file, or leaves it away. What killed runs left in the folders
    is finished or cleared.

    Raises Obstacle, naming the file that stands in the way; then every file is as it was.
    """
    jobs = [_job(number, *file) for number, file in enumerate(files.items())]
    made: list[Path] = []
    journal: Path | None = None
    done = False
    try:
        for folder in dict.fromkeys(job.target.parent for job in jobs):
            _refuse_way_out(folder, home)
            made += _make_folder(folder)
            clear_leftovers(folder)
        for job in jobs:
            _refuse_folder(job.target)
            if job.content is not None:
                _write(job, job.content)
        if len(jobs) > 1:
            journal = _note(jobs)
        for job in jobs:
            _place(job, keep=len(jobs) > 1)
        done = True
    finally:
        if not done:
            _undo(jobs)
        if journal:
            _forget(journal)
        for job in jobs:
            _forget(job.fresh)
            _forget(job.old)
        if not done:
            _remove_empty(made)


def clear_leftovers(folder: Path) -> None:
    """Finish or remove what processes left that are gone; what live ones work at stays."""
    for home in (folder.parent, folder):
        finish_journals(home)
        for name in _left(home):
            _forget(home / name)


def finish_journals(folder: Path) -> None:
    """Put in place what processes that were killed had ready for this folder."""
    for name in _left(folder):
        if name.endswith(_JOURNAL):
            _finish(folder / name)
            _forget(folder / name)


def _left(folder: Path) -> list[str]:
    """Name what processes left in a folder that are gone, or that had the number of this one."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 -- names, not paths
    except OSError:
        return []
    found = ((name, _LEFT.fullmatch(name)) for name in names)
    return [
        name
        for name, match in found
        if match and (int(match[1]) == os.getpid() or not is_running(int(match[1])))
    ]


def _note(jobs: list[_Job]) -> Path:
    """Write down what is about to be put in place, in the folder around all of it."""
    folder = Path(os.path.commonpath([job.target.parent for job in jobs]))
    steps = [
        (job.target.relative_to(folder).as_posix(), None if job.content is None else job.fresh.name)
        for job in jobs
    ]
    job = _job(len(jobs), folder / _JOURNAL)
    _write(job, json.dumps(steps).encode())
    journal = folder / f"{PREFIX}{os.getpid()}-{_JOURNAL}"
    try:
        job.fresh.replace(journal)
    except OSError as error:
        raise _in_the_way(journal, error) from None
    return journal


def _finish(journal: Path) -> None:
    """Put in place what a killed run had ready; a journal that is no journal moves nothing."""
    # A RuntimeError is a link to itself.
    with suppress(Unreadable, OSError, ValueError, TypeError, RuntimeError):
        # It may have come with the workspace: what would never end, or leads out, is not read.
        steps = json.loads(read_inside(journal.parent, journal.name, LARGEST))
        for name, fresh in steps:
            target = journal.parent / name
            if ".." in target.parts or not is_within(target.parent, journal.parent):
                continue
            if fresh is None:
                target.unlink(missing_ok=True)
            elif _LEFT.fullmatch(fresh) and (target.parent / fresh).is_file():
                (target.parent / fresh).replace(target)


def is_within(folder: Path, home: Path) -> bool:
    """Tell whether a folder is another or lies in it, whatever links lead there."""
    try:
        return folder.resolve().is_relative_to(home.resolve())
    except (OSError, RuntimeError):  # a link to itself
        return False


def _refuse_way_out(folder: Path, home: Path) -> None:
    """Refuse a folder that a link puts elsewhere than its name says."""
    if is_within(folder, home):
        return
    link = next((p for p in (folder, *folder.parents) if p.is_symlink()), folder)
    raise Obstacle(
        f"'{link}' is een snelkoppeling die buiten '{home}' leidt; daar wordt niets geschreven",
        "vervang ze door een gewone map",
    )


def _job(number: int, target: Path, content: bytes | None = None) -> _Job:
    stem = f"{PREFIX}{os.getpid()}-{number}"
    fresh, old = target.with_name(f"{stem}-nieuw"), target.with_name(f"{stem}-oud")
    return _Job(target, content, fresh, old)


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it; give the ones that were new, the deepest first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        hint = "hernoem dat bestand, of kies met -o een andere map"
        raise Obstacle(
            f"'{folder}' kan geen map zijn: er staat een bestand in de weg", hint
        ) from None
    except OSError as error:
        raise _in_the_way(folder, error) from None
    return missing


def _refuse_folder(target: Path) -> None:
    if target.is_dir() and not target.is_symlink():
        hint = "hernoem of verwijder die map"
        raise Obstacle(
            f"'{target}' kan niet worden geschreven: er staat een map met die naam", hint
        )


def _write(job: _Job, content: bytes) -> None:
    try:
        with job.fresh.open("xb") as stream:
            stream.write(content)
    except OSError as error:
        raise _in_the_way(job.target, error) from None


def _place(job: _Job, *, keep: bool) -> None:
    """Put the new file in its place, or take the old one away where none comes."""
    there = os.path.lexists(job.target)
    try:
        if job.content is not None:
            if keep and there:
                _keep(job)
            job.fresh.replace(job.target)
        elif there:
            job.target.replace(job.old)
            job.kept = True
    except OSError as error:
        raise _in_the_way(job.target, error, placing=True) from None
    job.placed = True


def _keep(job: _Job) -> None:
    """Keep the old file aside while it also stays in place."""
    try:
        os.link(job.target, job.old, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(job.target, job.old, follow_symlinks=False)
    job.kept = True


def _undo(jobs: list[_Job]) -> None:
    for job in reversed(jobs):
        if job.placed:
            with suppress(OSError):
                if job.kept:
                    job.old.replace(job.target)
                else:
                    job.target.unlink(missing_ok=True)


def _forget(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _remove_empty(folders: list[Path]) -> None:
    with suppress(OSError):
        for folder in folders:
            folder.rmdir()


def _in_the_way(path: Path, error: OSError, *, placing: bool = False) -> Obstacle:
    locked = getattr(error, "winerror", None) in _SHARING
    if error.errno in _FULL:
        why, hint = "de schijf is vol", "maak plaats op de schijf en probeer opnieuw"
    elif error.errno == errno.EFBIG:
        why, hint = "het wordt groter dan dit systeem toelaat", "kijk na wat `ulimit -f` zegt"
    elif placing and (locked or isinstance(error, PermissionError)):
        why = "het is elders geopend of beveiligd"
        hint = "sluit het bestand in PowerPoint of Word en probeer opnieuw"
    elif isinstance(error, PermissionError) or error.errno == errno.EROFS:
        why = "u mag in deze map niet schrijven"
        hint = "kijk de rechten van de map na, of kies met -o een andere map"
    elif error.errno == errno.ENAMETOOLONG:
        why, hint = "de naam is te lang", "kies met -o een map met een kortere naam"
    else:
        why, hint = _SAID.get(error.errno or 0, _REFUSED), "kies met -o een andere map"
    return Obstacle(f"'{path}' kan niet worden geschreven: {why}", hint)
