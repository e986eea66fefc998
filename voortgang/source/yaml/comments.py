"""What stands in comments: findings to leave out, and text that was lost in one."""

import re
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import NamedTuple

from voortgang.findings import Place
from voortgang.source.yaml.nodes import Document, Mapping, Node, Scalar

_IGNORE = re.compile(r"(?:^|(?<=\s))#\s*voortgang:\s*negeer\s+(VG\d{3}(?:\s*,\s*VG\d{3})*)")
_CODE = re.compile(r"VG\d{3}")
# What was surely meant as one, also with a small mistake in it.
_MEANT = re.compile(r"(?:^|(?<=\s))#\s*voortgang\b\W*negeer\b", re.IGNORECASE)
_MORE = re.compile(r"VG\d", re.IGNORECASE)
_LOST = re.compile(r"[ ]+(#[^\s#!].*)")


class LostComment(NamedTuple):
    """A text behind which ` #…` stands, which YAML drops: `kept` is read, `lost` is not."""

    place: Place
    kept: Scalar
    lost: str


class IgnoreComment(NamedTuple):
    """A comment `# voortgang: negeer VG031`: where it stands, its codes, the lines it holds for.

    `clear` is False where something in it, or all of it, is not understood.
    """

    place: Place
    codes: tuple[str, ...]
    lines: tuple[int, ...]
    clear: bool = True


def ignore_comments(document: Document) -> tuple[IgnoreComment, ...]:
    """Find the comments `# voortgang: negeer VG031`.

    A comment holds for its own line; alone on a line it holds for the next line with text too.
    """
    if document.tree is None or "negeer" not in document.text.lower():
        return ()
    lines = document.lines
    quoted = _not_comments(document.tree)
    found = []
    below = 0
    for number, line in enumerate(lines, 1):
        match = _MEANT.search(line)
        column = match.start() + 1 if match else 0
        if match is None or any(start <= column < end for start, end in quoted.get(number, ())):
            continue
        read = _IGNORE.match(line, match.start())
        codes = tuple(_CODE.findall(read[1])) if read else ()
        clear = bool(read) and not _MORE.search(line, read.end() if read else 0)
        place = Place(document.file, number, column)
        alone = not line[: match.start()].strip()
        if alone and below <= number:
            below = _next_text(lines, number)
        holds = (number, below) if alone and below <= len(lines) else (number,)
        found.append(IgnoreComment(place, codes, holds, clear))
    return tuple(found)


def lost_comments(document: Document) -> tuple[LostComment, ...]:
    """Find the plain texts that go on in what YAML takes for a comment: `- Fase #2`."""
    if " #" not in document.text or document.tree is None:
        return ()
    lines = document.lines
    found = []
    for scalar in scalars(document.tree):
        if not scalar.plain or scalar.end_line > len(lines):
            continue
        if scalar.end_line in document.doubtful:
            continue
        match = _LOST.match(lines[scalar.end_line - 1], scalar.end_column - 1)
        if match and "voortgang:" not in match[1]:
            place = Place(document.file, scalar.end_line, match.start(1) + 1)
            found.append(LostComment(place, scalar, match[1]))
    return tuple(found)


class RunOn(NamedTuple):
    """A plain text that goes on below its line: what stands in front of it, its lines by number."""

    scalar: Scalar
    before: str
    lines: tuple[tuple[int, str], ...]


def run_on_texts(document: Document) -> Iterator[RunOn]:
    """Give the plain texts of several lines, without the lines that are in doubt or empty."""
    if document.tree is None:
        return
    for scalar in scalars(document.tree):
        if not scalar.plain or scalar.end_line == scalar.line:
            continue
        lines = document.lines
        first, column = lines[scalar.line - 1], scalar.column - 1
        below = range(scalar.line + 1, min(scalar.end_line, len(lines)) + 1)
        found = [
            (number, lines[number - 1])
            for number in below
            if number not in document.doubtful and lines[number - 1].strip()
        ]
        yield RunOn(scalar, first[:column].strip(), ((scalar.line, first[column:]), *found))


def scalars(root: Node) -> Iterator[Scalar]:
    """Walk all texts of a tree, keys too, in the order of the file."""
    stack = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Mapping):
            for key, value in reversed(node.entries):
                stack += (value, key)
        else:
            stack += reversed(node.items)


def _not_comments(root: Node) -> Table[int, list[tuple[int, int]]]:
    """Give by line the columns, from and up to, where quoted and block texts stand."""
    spans: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for scalar in scalars(root):
        if scalar.plain:
            continue
        for line in range(scalar.line, scalar.end_line + 1):
            start = scalar.column if line == scalar.line else 1
            end = scalar.end_column if line == scalar.end_line else 1 << 30
            spans[line].append((start, end))
    return spans


def _next_text(lines: tuple[str, ...], number: int) -> int:
    """Give the next line that has text and is no comment; one past the last where none has."""
    below = number + 1
    while below <= len(lines) and lines[below - 1].lstrip()[:1] in ("", "#"):
        below += 1
    return below
