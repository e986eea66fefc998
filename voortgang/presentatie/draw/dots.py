"""The field of dots of the first and the last slide: one for each actie, filled or open."""

import re
from dataclasses import replace

from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.model.rol import TEKENS
from voortgang.office.ink import MUTED
from voortgang.office.measure import plain
from voortgang.presentatie.draw.pen import Pen, runs
from voortgang.presentatie.fit.flow import items_of
from voortgang.presentatie.outline import Punt
from voortgang.presentatie.slides import CM, Box, Element, Shape, TextBox, TextLine, union

MOST_DOTS, MOST_ROWS = 60, 12  # that can still be taken in
PITCH, SMALLEST_PITCH = round(1.5 * CM), round(0.3 * CM)  # from one dot to the next
MOST_BLOCKS, APART = 3, 2  # blocks of rows beside each other, and dots that fit between two
DOT = 0.57  # of the pitch
KEY_SIZE = 16.0  # points of the words under the dots
KEY_GAP = round(0.55 * CM)
# The signs that stand in no text by themselves, as a question mark does.
SIGN = re.compile(f"([{''.join(t for t in TEKENS.values() if not t.isascii())}])")


def draw_dots(pen: Pen, figure: Cijfer, box: Box, key: tuple[Punt, ...]) -> tuple[Element, ...]:
    """Draw a row for each category within a box: filled for what is done, open for plans.

    Many short rows stand in two or three blocks, so that the dots are as large as they can be.
    `key` explains them and stands under it. Nothing is drawn where there are too many to take in.
    """
    rows = list(zip(*(r.waarden for r in figure.reeksen), strict=True))
    longest = max((sum(row) for row in rows), default=0)
    under, room = _key_lines(pen, key, box.width)
    if not rows or longest > MOST_DOTS or len(rows) > MOST_ROWS or not longest:
        return ()
    ways = [_blocks([sum(row) for row in rows], count) for count in range(1, MOST_BLOCKS + 1)]
    pitches = [min(PITCH, box.width // wide, (box.height - room) // per) for per, _, wide in ways]
    pitch = max(pitches)
    if pitch < SMALLEST_PITCH:
        return ()
    per, lefts, _ = ways[pitches.index(pitch)]
    d = round(DOT * pitch)
    fields: list[list[Box]] = [[] for _ in figure.reeksen]
    for n, row in enumerate(rows):
        at = lefts[n // per]
        for field, value in zip(fields, row, strict=True):
            field += [
                Box(box.x + k * pitch, box.y + n % per * pitch, d, d) for k in range(at, at + value)
            ]
            at += value
    out: list[Element] = []
    for k, (series, boxes) in enumerate(zip(figure.reeksen, fields, strict=True)):
        if not boxes:
            continue
        fill, edge, wide = (None, "accent1", 1.75) if k else ("accent1", None, 0)
        name = f"Stippen {series.naam.lower()}"
        out.append(Shape(name, "dots", union(boxes), fill, edge, wide, tuple(boxes)))
    if under:
        y = box.y + (per - 1) * pitch + d + KEY_GAP
        out.append(TextBox("Legende", Box(box.x, y, box.width, room - KEY_GAP), under))
    return tuple(out)


def explains(entry: Punt) -> bool:
    """Tell whether words under the dots say what these stand for: their signs are in it."""
    return SIGN.search(plain(entry.words)) is not None


def _blocks(rows: list[int], count: int) -> tuple[int, list[int], int]:
    """Share rows out over blocks: rows in each, where each begins, and the width, in dots."""
    per = -(-len(rows) // count)
    wide = [max(rows[n : n + per]) for n in range(0, len(rows), per)]
    lefts = [sum(wide[:n]) + APART * n for n in range(len(wide))]
    return per, lefts, lefts[-1] + wide[-1]


def _key_lines(pen: Pen, key: tuple[Punt, ...], width: int) -> tuple[tuple[TextLine, ...], int]:
    """Set the words under the dots, their signs in the colour of the dots; with their height."""
    lines: list[TextLine] = []
    high = 0
    for item in items_of(key):
        parts = ((span, part) for span in item.words for part in SIGN.split(span.text) if part)
        words = tuple(span._replace(text=part) for span, part in parts)
        dressed = (
            replace(run, colour="accent1") if SIGN.match(run.text) else run
            for run in runs(words, KEY_SIZE, colour=MUTED)
        )
        lines.append(TextLine(tuple(dressed)))
        high += pen.height(item.words, KEY_SIZE, width)
    return tuple(lines), high + KEY_GAP if lines else 0
