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
    """Give the line that a finding speaks of, with a caret below; None where it can't be shown.

    A long line is cut around the caret.
    """
    if not 0 < finding.line <= len(lines):
        return None
    line = lines[finding.line - 1]
    at = min(finding.column - 1, len(line.rstrip(" \t")))
    start = max(0, at - WIDTH // 2) if len(line) > WIDTH else 0
    end = start + WIDTH
    left, right = visible(line[start:at]), visible(line[at:end]).rstrip()
    if not f"{left}{right}".strip():
        return None
    left = f"…{left}" if start else left
    right = f"{right}…" if end < len(line) else right
    return f"    {left}{right}\n    {' ' * sum(map(_columns_of, left))}^"


def _shown(character: str) -> str:
    if character == "\t":
        return " "
    return "�" if unicodedata.category(character) in _HIDDEN else character


def _columns_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
