"""The site in its folder: whole or not at all, and without what an earlier one left there."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from voortgang.documents.publicaties import USUAL
from voortgang.source import write_files
from voortgang.source.inside import Unreadable, read_inside

LIST = "bestanden.txt"
# What a site may have written; a list that says otherwise was not made here.
_KINDS = "|".join((*USUAL, "csv", "json", r"schema\.json", "jsonld"))
_OURS = re.compile(rf"(?:(?:[0-9]{{1,4}}|gegevens)/)?[a-z0-9][a-z0-9-]*\.(?:{_KINDS})")


def put_in_place(files: Mapping[str, bytes], folder: Path, home: Path) -> None:
    """Write all files or none, with a list of them; remove what is no longer part of the site.

    Raises Obstacle, naming the file that stands in the way; then every file is as it was.
    """
    listed = {**files, LIST: "".join(f"{path}\n" for path in sorted(files)).encode()}
    gone = {folder / path: None for path in _before(folder) if path not in listed}
    write_files({**{folder / path: content for path, content in listed.items()}, **gone}, home)


def _before(folder: Path) -> Iterator[str]:
    """Name what the list of an earlier site says, as far as it is there."""
    try:
        lines = read_inside(folder, LIST).decode("ascii").splitlines()
    except (Unreadable, UnicodeDecodeError):
        return
    for line in lines:
        if _OURS.fullmatch(line) and (folder / line).is_file():
            yield line
