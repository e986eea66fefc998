"""Cutting an actie out of the text of a file and pasting it elsewhere, with all that is with it.

What stands between the lines goes along: a comment right above it, and those in it and behind it.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple, cast

import yaml

from voortgang.exchange.edit import compose, end_of, value_of
from voortgang.model import Domein, Soort
from voortgang.model.emit import actie_data
from voortgang.source.yaml.emit import emit_item

_INDENT = 2


class Block(NamedTuple):
    """The lines of one item of a list, its dash `indent` columns in."""

    lines: tuple[str, ...]
    indent: int

    def shifted(self, indent: int) -> list[str]:
        """Give the lines with the dash at another column."""
        by = indent - self.indent
        if by >= 0:
            return [f"{' ' * by}{line}" if line.strip() else line for line in self.lines]
        return [line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in self.lines]


def cut(text: str, soort: Soort, indexes: Collection[int]) -> tuple[str, dict[int, Block | None]]:
    """Take items out of a list; a block of None stood in brackets, and has to be written anew.

    Raises ValueError where the way in which the file is written does not allow it.
    """
    root = compose(text)
    node = cast("yaml.SequenceNode", value_of(root, soort))
    if node.flow_style:
        return _cut_flow(text, node, indexes), dict.fromkeys(indexes)
    lines = text.split("\n")
    above = next(name.end_mark.index for name, _ in root.value if name.value == soort)
    spans = _spans(text, lines, node, above)
    blocks: dict[int, Block | None] = {}
    for index in sorted(indexes, reverse=True):
        start, end = spans[index]
        taken = tuple(line.rstrip("\r") for line in lines[start:end])
        blocks[index] = Block(taken, node.start_mark.column)
        del lines[start:end]
        # A blank line that stood between it and another item goes too.
        beside = start - 1 if index else start
        if (index or len(indexes) < len(spans)) and not "".join(lines[beside : beside + 1]).strip():
            del lines[beside : beside + 1]
    return "\n".join(lines), blocks


def _spans(
    text: str, lines: Sequence[str], node: yaml.SequenceNode, above: int
) -> list[tuple[int, int]]:
    """Give the lines of each item, from the comment above it to the last that is deeper.

    `above` is where the key of the list ends.
    """
    line_of, column = _line_of(text), node.start_mark.column
    starts, ends = [], []
    for item in node.value:
        start = line_of(item.start_mark.index)
        while lines[start][:column].strip() or lines[start][column : column + 1] != "-":
            start -= 1
            if start <= line_of(above):
                raise ValueError(text[:40])
        starts.append(start)
        ends.append(_last_line(text, item, line_of) + 1)
    spans: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        floor = spans[index - 1][1] if index else line_of(above) + 1
        top = start
        while top > floor and lines[top - 1].startswith(f"{' ' * column}#"):
            top -= 1
        spans.append((top, _deeper(lines, end, column)))
    return spans


def _line_of(text: str) -> Callable[[int], int]:
    """Tell in which line a position is, counted by line feeds."""
    feeds = [match.start() for match in re.finditer("\n", text)]
    return lambda index: bisect_left(feeds, index)


def _last_line(text: str, node: yaml.Node, line_of: Callable[[int], int]) -> int:
    end = end_of(node)
    while end and text[end - 1].isspace():
        end -= 1
    return line_of(end)


def _deeper(lines: Sequence[str], end: int, column: int) -> int:
    """Find the end of the comments behind an item that stand deeper than its dash."""
    while end < len(lines) and re.match(rf" {{{column + 1},}}#", lines[end]):
        end += 1
    return end


def _cut_flow(text: str, node: yaml.SequenceNode, indexes: Collection[int]) -> str:
    inside = text[node.start_mark.index : node.end_mark.index]
    if "#" in inside and "\n" in inside:
        raise ValueError(inside[:40])
    kept = [
        text[item.start_mark.index : item.end_mark.index]
        for index, item in enumerate(node.value)
        if index not in indexes
    ]
    head, tail = text[: node.start_mark.index], text[node.end_mark.index :]
    return f"{head}[{', '.join(kept)}]{tail}"


def paste(text: str, soort: Soort, blocks: Sequence[Block], old: Domein) -> str:
    """Put items at the end of a list; `old` holds what the list has, where it is in brackets."""
    root = compose(text)
    node, line_of = value_of(root, soort), _line_of(text)
    mark = "\r" if "\r\n" in text else ""
    lines = text.split("\n")
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        column = node.start_mark.column
        at = _deeper(lines, _last_line(text, node, line_of) + 1, column)
        return _inserted(lines, at, [line for b in blocks for line in b.shifted(column)], mark)
    column = root.start_mark.column
    key = next((name for name, _ in root.value if name.value == soort), None)
    if key is None or node is None:
        at, new = _last_line(text, root, line_of) + 1, [f"{' ' * column}{soort}:"]
    else:
        at, new = line_of(key.start_mark.index) + 1, []
        lines = _bare(text, key, node).split("\n")
        if isinstance(node, yaml.SequenceNode):
            have = (actie_data(actie) for actie in old.lijst(soort))
            new = [line for data in have for line in emit_item(data, column + _INDENT)]
    new += [line for block in blocks for line in block.shifted(column + _INDENT)]
    return _inserted(lines, at, new, mark)


def _bare(text: str, key: yaml.Node, node: yaml.Node) -> str:
    """Take what stands behind a key away: nothing, or a list in brackets."""
    start, end = key.end_mark.index, node.end_mark.index
    inside = text[node.start_mark.index : end]
    if "#" in inside:
        raise ValueError(inside[:40])
    if not inside:
        return text
    colon = text.index(":", start) + 1
    return text[:colon] + text[end:]


def _inserted(lines: list[str], at: int, new: Sequence[str], mark: str) -> str:
    """Put lines in, each with `mark` before its line feed; the last line gets one too."""
    if at >= len(lines) or (at == len(lines) - 1 and not lines[at]):
        lines = lines if lines[-1] == "" else [*lines, ""]
        at = len(lines) - 1
        if at and mark and not lines[at - 1].endswith("\r"):
            lines[at - 1] += mark
    return "\n".join([*lines[:at], *(f"{line}{mark}" for line in new), *lines[at:]])
