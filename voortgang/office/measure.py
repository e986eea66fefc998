"""Measure text: how many lines it takes, and where they break.

The widths are plain advance widths with a margin, the break rules those that LibreOffice and
PowerPoint share; where the two might differ the rule here allows fewer breaks, so that a text
is measured too tall rather than too low. A hyphen in "M-team" may end a line: the format knows
no hyphen that never breaks, and measuring must agree with what is drawn.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from math import inf
from typing import NamedTuple

from voortgang.office.font import DEFAULT, Font, load

PITCH = 1.2  # lines stand 1.2 times the size apart, in every face
POINT = 12700  # EMU
FORCED = "\v"
AFTER = re.compile("[ \t\u200b\v\u2013\u2014-]")  # what a line may end with
# Blocks that hold wide letters, which may end a line anywhere: generous, for it only costs time.
EVERYWHERE = re.compile("[\u1100-\u11ff\u2300-\u23ff\u25fd\u25fe\u2600-\u27ff\u2b00-\U0010ffff]")
NEVER_FIRST = frozenset(" \t\v)]},.:;!?/»”…")  # never the first of a line


class Span(NamedTuple):
    """Words in one dress; a tuple, for that is quick to make and to look up."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str | None = None
    share: float = 1.0  # of the size of the text around it: less is quieter too


Words = tuple[Span, ...]


class Stretch(NamedTuple):
    """What stands between two places where a line may end; widths in em."""

    start: int
    end: int
    ink: float  # without the spaces at its end
    full: float
    forced: bool


def plain(words: Words) -> str:
    """Give the words without their dress."""
    return "".join(span.text for span in words)


def cut(words: Words, start: int, end: int) -> Words:
    """Take a piece of a text by characters, in its dress."""
    out: list[Span] = []
    at = 0
    for span in words:
        text = span.text[max(0, start - at) : max(0, end - at)]
        if text:
            out.append(span._replace(text=text))
        at += len(span.text)
    return tuple(out)


Lines = tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Measured:
    """What is known of a text in one face and weight."""

    parts: tuple[Stretch, ...]
    full: float  # em on one line; without end where it can't be one
    lines: dict[float, Lines] = field(default_factory=dict)  # by how many em go on a line


class Measure:
    """Measures for one deck; remembers what it has measured."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._known: dict[tuple[Words, str, bool], _Measured] = {}

    def lines(
        self, words: Words, font: Font, size: float, width: int, *, bold: bool = False
    ) -> Lines:
        """Break a text into lines of at most `width` EMU: (start, end) in characters of each."""
        limit = width / POINT / size / font.margin
        text = self._measured(words, font, bold=bold)
        lines = text.lines.get(limit)
        if lines is None:
            if text.full <= limit:
                lines = ((0, text.parts[-1].end if text.parts else 0),)
            else:
                lines = tuple(self._broken(text.parts, words, font, limit, bold=bold))
            text.lines[limit] = lines
        return lines

    def width(self, words: Words, font: Font, size: float, *, bold: bool = False) -> int:
        """Measure a text on one line, in EMU."""
        parts = self._measured(words, font, bold=bold).parts
        em = sum(part.full for part in parts[:-1]) + (parts[-1].ink if parts else 0)
        return round(em * size * font.margin * POINT) + POINT // 10

    def _measured(self, words: Words, font: Font, *, bold: bool) -> _Measured:
        key = (words, font.widths, bold)
        known = self._known.get(key)
        if known is None:
            parts = _parts_of(words, font.widths, bold)
            forced = any(part.forced for part in parts)
            full = inf if forced else sum(part.full for part in parts)
            known = self._known[key] = _Measured(parts, full)
        return known

    def _broken(
        self, parts: tuple[Stretch, ...], words: Words, font: Font, limit: float, *, bold: bool
    ) -> list[tuple[int, int]]:
        lines: list[tuple[int, int]] = []
        start, used, end = 0, 0.0, 0
        for part in parts:
            if used and used + part.ink > limit:
                lines.append((start, part.start))
                start, used = part.start, 0.0
            if part.ink > limit:
                chopped = self._chopped(words, font, part, limit, bold=bold)
                lines += pairwise(begin for begin, _ in chopped)
                start, used = chopped[-1]
            else:
                used += part.full
            end = part.end
            if part.forced:
                lines.append((start, end))
                start, used = end, 0.0
        if start < end or not lines:
            lines.append((start, end))
        return lines

    def _chopped(
        self, words: Words, font: Font, part: Stretch, limit: float, *, bold: bool
    ) -> list[tuple[int, float]]:
        """Break a word that is longer than a line: (where each line starts, its width)."""
        advances = _advances(words, font.widths, bold)
        out = [(part.start, 0.0)]
        for n in range(part.start, part.end):
            start, used = out[-1]
            if used and used + advances[n] > limit:
                out.append((n, advances[n]))
            else:
                out[-1] = (start, used + advances[n])
        return out


def _advances(words: Words, widths: str, bold: bool) -> list[float]:  # noqa: FBT001 -- as below
    tables = load()
    regular, heavy = tables.get(widths) or tables[DEFAULT]
    out: list[float] = []
    for span in words:
        table = heavy if bold or span.bold else regular
        wide = map(table.__getitem__, span.text)
        out += wide if span.share == 1 else (span.share * each for each in wide)
    return out


@lru_cache(maxsize=10_000)
def _parts_of(words: Words, widths: str, bold: bool) -> tuple[Stretch, ...]:  # noqa: FBT001 -- a key is by place
    """Measure each part of a text; deck and nota, and the years of a build, share many texts."""
    text, advances = plain(words), _advances(words, widths, bold)
    parts: list[Stretch] = []
    start = 0
    for end in _ends(text):
        if end == start:
            continue
        inked = start + len(text[start:end].rstrip(" \t\v"))
        ink = sum(advances[start:inked])
        full = sum(advances[inked:end], ink)
        parts.append(Stretch(start, end, ink, full, text[end - 1] == FORCED))
        start = end
    return tuple(parts)


def _ends(text: str) -> list[int]:
    """List where a part of a text may end, its own end the last."""
    if EVERYWHERE.search(text):
        places: Iterable[int] = range(1, len(text))
    else:
        places = (hit.end() for hit in AFTER.finditer(text, 0, len(text) - 1))
    return [n for n in places if may_break(text, n)] + [len(text)]


def may_break(text: str, n: int) -> bool:
    """Tell whether a line may end between the characters n - 1 and n."""
    before, after = text[n - 1], text[n]
    if before == FORCED:
        return True
    if after in NEVER_FIRST or unicodedata.combining(after):
        return False
    if before in " \t\u200b":
        return True
    if before == "-":
        return n > 1 and text[n - 2].isalnum() and after.isalpha()
    if before in "–—":
        return n > 1 and after.isalnum() and text[n - 2] not in " \u00a0"
    return unicodedata.east_asian_width(before) == "W" or (
        unicodedata.east_asian_width(after) == "W" and before not in "([{“‘«\u00a0\u2060"
    )
