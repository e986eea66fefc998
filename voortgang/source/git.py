"""The data as it stood in a git revision, read with git's plumbing only."""

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

from voortgang.findings import Obstacle
from voortgang.source.inside import Unreadable
from voortgang.source.workspace import (
    AUDITS,
    MOST_OF_A_YEAR,
    TOO_MUCH,
    FolderSource,
    Workspace,
    YearSource,
    is_data,
    read_contents,
    read_folder,
)
from voortgang.source.yaml.decode import LIMIT
from voortgang.source.yaml.nodes import Keys

_TIMEOUT = 30
# Settings of a repository that could run a program or reach the network.
_SAFE = (
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "protocol.allow=never"),
    "--no-replace-objects",
    "--literal-pathspecs",
)
_DROPPED = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF")


class _Entry(NamedTuple):
    name: str
    mode: str
    kind: str
    object_id: str
    size: int


def year_at(workspace: Workspace, year: int, revision: str, keys: Keys) -> YearSource:
    """Read the files of a year as they were in a git revision.

    Raises Obstacle without git, outside a repository, and for an unknown revision or year.
    """
    contents = _folder_at(workspace, f"data/{year:04}", revision)
    if not contents:
        hint = "kies een revisie waarin de gegevens van dat jaar al stonden"
        raise Obstacle(f"het jaar {year} bestaat niet in revisie '{revision}'", hint)
    return read_contents(year, contents, keys)


def audits_at(workspace: Workspace, revision: str, keys: Keys) -> FolderSource:
    """Read the files of the audits as they were in a git revision; there need not be any."""
    return read_folder(AUDITS, _folder_at(workspace, AUDITS, revision), keys)


def _folder_at(workspace: Workspace, folder: str, revision: str) -> dict[str, bytes | Unreadable]:
    """Read the files of a folder of the data, by name."""
    if not revision.strip() or revision.startswith("-") or "\0" in revision:
        raise _no_revision(revision)
    root = workspace.root
    if _git(root, "rev-parse", "--is-inside-work-tree", quiet=True).strip() != b"true":
        raise Obstacle("deze map staat niet in een git-repository", "gebruik --since in een kloon")
    commit = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", quiet=True)
    name = commit.strip().decode("ascii", "replace")
    if not name:
        raise _no_revision(revision)
    entries = _entries(_git(root, "ls-tree", "-z", "-l", name, "--", f"{folder}/"))
    return _contents(root, entries)


def _no_revision(revision: str) -> Obstacle:
    hint = "geef een tak, een label of een commit; in een ondiepe kloon: 'git fetch --unshallow'"
    return Obstacle(f"git kent geen revisie '{revision}'", hint)


def _entries(listing: bytes) -> list[_Entry]:
    entries = []
    for line in listing.split(b"\0"):
        head, _, path = line.partition(b"\t")
        name = path.decode("utf-8", "replace").rpartition("/")[2]
        if not is_data(name):
            continue
        mode, kind, object_id, size = head.decode("ascii").split()
        entries.append(_Entry(name, mode, kind, object_id, int(size) if size.isdigit() else 0))
    return sorted(entries)


def _contents(root: Path, entries: list[_Entry]) -> dict[str, bytes | Unreadable]:
    contents: dict[str, bytes | Unreadable] = {}
    left = MOST_OF_A_YEAR
    for entry in entries:
        left -= entry.size
        if entry.kind != "blob" or entry.mode == "120000":
            contents[entry.name] = Unreadable("dit is geen gewoon bestand")
        elif entry.size > LIMIT:
            contents[entry.name] = Unreadable("dit bestand is groter dan 2 MiB")
        elif left < 0:
            contents[entry.name] = TOO_MUCH
        else:
            contents[entry.name] = b""
    wanted = [entry for entry in entries if isinstance(contents[entry.name], bytes)]
    asked = "".join(f"{entry.object_id}\n" for entry in wanted).encode()
    answer = _git(root, "cat-file", "--batch", given=asked) if wanted else b""
    at = 0
    for entry in wanted:
        # Each answer is a line "<id> blob <size>", the bytes, and a line feed; or "<id> missing".
        start = answer.index(b"\n", at) + 1
        if answer[at:start].endswith(b" missing\n"):
            contents[entry.name] = Unreadable(
                "dit bestand ontbreekt in deze kloon", "haal het op met git fetch"
            )
            at = start
            continue
        contents[entry.name] = answer[start : start + entry.size]
        at = start + entry.size + 1
    return contents


def _git(root: Path, *arguments: str, given: bytes = b"", quiet: bool = False) -> bytes:
    """Run git and give what it wrote; raises Obstacle, but with `quiet` a failure is b""."""
    environment = {key: value for key, value in os.environ.items() if key not in _DROPPED}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
    try:
        result = subprocess.run(  # noqa: S603 -- no shell; every argument is ours or was checked
            ["git", "-C", str(root), *_SAFE, *arguments],  # noqa: S607 -- git is where PATH says
            input=given,
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
            env={**environment, "LC_ALL": "C"},
        )
    except FileNotFoundError:
        raise Obstacle(
            "git is niet geïnstalleerd", "installeer git om --since te gebruiken"
        ) from None
    except (OSError, ValueError):
        raise Obstacle(
            "git kan niet worden gestart", "kijk na of git werkt: 'git --version'"
        ) from None
    except subprocess.TimeoutExpired:
        raise Obstacle("git antwoordt niet", "kijk na of de repository in orde is") from None
    if b"dubious ownership" in result.stderr:
        hint = "voeg de map toe met: git config --global --add safe.directory MAP"
        raise Obstacle("git vertrouwt deze map niet: ze is van een andere gebruiker", hint)
    if result.returncode and not quiet:
        raise Obstacle("git kan de gegevens niet lezen", "kijk de repository na met 'git fsck'")
    return result.stdout if result.returncode == 0 else b""
