"""A data file as sections of lines, one for each of its keys, with the comments above it."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from voortgang.model.typed import plain_data
from voortgang.source.yaml.emit import Data
from voortgang.source.yaml.nodes import Document, Mapping, Node, Scalar, Sequence

_AFTER_KEY = re.compile(r"[ ]*:(?=\s|$)")
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^'\"]*$")
_MARKERS = ("---", "...")


@dataclass(slots=True)
class Section:
    """One key at the top of a file: the blank and comment lines above it, and its own lines.

    `start` is the line of the key, so that the line `n` of the file is `body[n - start]`.
    """

    key: Scalar
    value: Node
    start: int
    lead: list[str]
    body: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The key."""
        return self.key.text

    @property
    def flow(self) -> bool:
        """Whether the value stands in brackets."""
        if isinstance(self.value, Scalar):
            return False
        return self.body[self.value.line - self.start][self.value.column - 1] in "[{"

    def bare(self) -> str:
        """Give the line of the key without its value; a comment behind the key stays."""
        line = self.body[0]
        here = self.value.line == self.key.line
        if not here or (isinstance(self.value, Scalar) and self.value.empty):
            return line
        return f"{line[: self.key.end_column - 1]}:"

    def comments(self) -> list[tuple[int, str]]:
        """Give the comments in a value in brackets, each with its line."""
        found = ((number, _COMMENT.search(line)) for number, line in enumerate(self.body))
        return [(self.start + number, match[0].rstrip()) for number, match in found if match]

    def items(self) -> list[list[str]]:
        """Give the lines of the list, cut at its dashes; first what stands above the first one."""
        if not isinstance(self.value, Sequence):
            return [self.body[1:]]
        at = self.value.column - 1
        starts = [self._dash(item.line - self.start, at) for item in self.value.items]
        cuts = [1, *starts, len(self.body)]
        return [self.body[a:b] for a, b in pairwise(cuts)]

    def _dash(self, index: int, at: int) -> int:
        while index > 1 and not (
            self.body[index][at : at + 1] == "-" and not self.body[index][:at].strip()
        ):
            index -= 1
        return index


def sections(document: Document) -> tuple[list[Section], list[str]] | None:
    """Cut a file into its sections and the comments at its end.

    None where its keys do not each begin a line of their own, so that lines cannot be moved.
    """
    if not isinstance(document.root, Mapping):
        return None
    lines = list(document.lines)
    while lines and not lines[-1].strip():
        lines.pop()
    if any(line.rstrip() in _MARKERS for line in lines[1:]):
        return None
    found: list[Section] = []
    edge = 0
    starts = [key.line - 1 for key, _ in document.root.entries]
    for index, (key, value) in enumerate(document.root.entries):
        start = starts[index]
        line = lines[start]
        if line[: key.column - 1].strip() or not _AFTER_KEY.match(line, key.end_column - 1):
            return None
        end = starts[index + 1] if index + 1 < len(starts) else len(lines)
        last = _last_own(lines, start, end, key.column - 1)
        found.append(Section(key, value, key.line, lines[edge:start], lines[start:last]))
        edge = last
    return found, lines[edge:]


def _last_own(lines: list[str], start: int, end: int, indent: int) -> int:
    """Find where a section ends: what is blank or a comment at its end goes to what follows."""
    while end > start + 1:
        line = lines[end - 1]
        own = line.strip() and not line.lstrip().startswith("#")
        if own or (line.strip() and len(line) - len(line.lstrip()) > indent):
            break
        end -= 1
    return end


def all_data(document: Document) -> dict[str, Data]:
    """Give a whole file as plain data; that it has keys was seen when it was read."""
    return {key.text: plain_data(value) for key, value in getattr(document.root, "entries", ())}
