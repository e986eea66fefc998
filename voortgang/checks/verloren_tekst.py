"""A comment that looks like lost text."""

import re
from collections.abc import Iterator

from voortgang.checks.jaar import Jaar
from voortgang.findings import Finding, Place, Regel, Severity
from voortgang.source.nodes import Mapping, Node, Scalar

REGEL = Regel(
    "VG038",
    Severity.WARNING,
    "tekst achter een hekje gaat verloren",
    "In YAML begint na een spatie en een hekje (#) een opmerking: wat volgt, komt niet in "
    "het rapport. Een hekje zonder spatie erachter is meestal tekst.",
    "titel: Cultuur\nplanning:\n  - Fase #2 van het intranet",
    "titel: Cultuur\nplanning:\n  - 'Fase #2 van het intranet'",
)

_LOST = re.compile(r"(?<=[^\s#]) +(#[^\s#!][^#]*)$")


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find comments without a space after their `#`, behind a plain text on its last line."""
    for document in jaar.reading.documents.values():
        if " #" not in document.text or document.root is None:
            continue
        lines = document.text.splitlines()
        for scalar in _plain(document.root):
            line = lines[scalar.end_line - 1] if scalar.end_line <= len(lines) else ""
            rest = line[scalar.end_column - 1 :]
            if match := _LOST.match(" " + rest if rest[:1] == "#" else "." + rest, 1):
                place = Place(document.file, scalar.end_line, scalar.end_column)
                message = f"'{match.group(1)}' is een opmerking en komt niet in het rapport"
                yield REGEL.at(place, message, "zet de hele tekst tussen aanhalingstekens")


def _plain(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        if node.plain and node.text:
            yield node
    elif isinstance(node, Mapping):
        for _, value in node.entries:
            yield from _plain(value)
    else:
        for item in node.items:
            yield from _plain(item)
