"""A line of a file with a caret under one of its characters."""

import unicodedata
from collections.abc import Sequence

from voortgang.findings.finding import Finding

WIDTH = 100
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def visible(text: str) -> str:
    """Make text safe to print: what a terminal would obey, or would hide, becomes a mark."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def excerpt_of(finding: Finding, lines: Sequence[str]) -> str | None:
    """Give the line that a finding speaks of, with its caret; None where it cannot be shown."""
    there = 0 < finding.line <= len(lines)
    return excerpt(lines[finding.line - 1], finding.column) if there else None


def excerpt(line: str, column: int) -> str | None:
    """Give the line and the caret line; `column` counts from 1 in characters.

    A long line is cut around the caret. None where there is nothing to show.
    """
    text = visible(line[: column - 1 + WIDTH]).rstrip()
    if not text:
        return None
    at = min(max(column - 1, 0), len(text))
    start = max(0, at - WIDTH // 2) if len(text) > WIDTH or len(line) > WIDTH else 0
    end = start + WIDTH
    before = ("…" if start else "") + text[start:at]
    after = text[at:end] + ("…" if end < len(line) else "")
    return f"    {before}{after}\n    {' ' * _columns(before)}^"


def _shown(character: str) -> str:
    if character == "\t":
        return " "
    return "�" if unicodedata.category(character) in _HIDDEN else character


def _columns(text: str) -> int:
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
