"""The lines of the files that findings speak of, to be shown beside them."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from voortgang.source.inside import Unreadable, read_inside
from voortgang.source.yaml.decode import BREAK


def line_reader(root: Path) -> Callable[[str], list[str]]:
    """Give a function that reads the lines of a file of the workspace; none of what is no text."""

    @cache
    def lines(file: str) -> list[str]:
        try:
            # A pipe would never end, and a link could lead to what nobody may see.
            text = read_inside(root, file).decode("utf-8-sig", "replace")
        except Unreadable:
            return []
        # What holds a null is a template of Office or a picture.
        return [] if "\0" in text else BREAK.split(text)

    return lines
