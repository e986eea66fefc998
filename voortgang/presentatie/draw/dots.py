"""The field of dots of the first and the last slide: one for each actie, filled or open."""

import re
from dataclasses import replace

from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.model.rol import TEKENS
from voortgang.office.ink import MUTED
from voortgang.office.measure import plain
from voortgang.presentatie.draw.pen import Pen
from voortgang.presentatie.outline import Punt
from voortgang.presentatie.slides import CM, Box, Element, Run, Shape, TextBox, TextLine

MOST_DOTS, MOST_ROWS = 60, 12  # that can still be taken in
PITCH, SMALLEST_PITCH = round(0.97 * CM), round(0.3 * CM)  # from one dot to the next
DOT = 0.57  # of the pitch
KEY_SIZE = 16.0  # points of the words under the dots
KEY_GAP = round(0.55 * CM)
# The signs that stand in no text by themselves, as a question mark does.
SIGN = re.compile(f"([{''.join(t for t in TEKENS.values() if not t.isascii())}])")


def draw_dots(pen: Pen, figure: Cijfer, box: Box, key: tuple[Punt, ...]) -> tuple[Element, ...]:
    """Draw a row for each category within a box: filled for what is done, open for plans.

    `key` explains it and stands under it. Nothing is drawn where there are too many to take in.
    """
    rows = list(zip(*(r.waarden for r in figure.reeksen), strict=True))
    longest = max((sum(row) for row in rows), default=0)
    under, room = _key_lines(pen, key, box.width)
    if not rows or longest > MOST_DOTS or len(rows) > MOST_ROWS or not longest:
        return ()
    pitch = min(PITCH, box.width // longest, (box.height - room) // len(rows))
    if pitch < SMALLEST_PITCH:
        return ()
    d = round(DOT * pitch)
    fields: list[list[Box]] = [[] for _ in figure.reeksen]
    for n, row in enumerate(rows):
        at = 0
        for field, value in zip(fields, row, strict=True):
            field += [
                Box(box.x + k * pitch, box.y + n * pitch, d, d) for k in range(at, at + value)
            ]
            at += value
    out: list[Element] = []
    for k, (series, boxes) in enumerate(zip(figure.reeksen, fields, strict=True)):
        if not boxes:
            continue
        x, y = min(b.x for b in boxes), min(b.y for b in boxes)
        frame = Box(x, y, max(b.right for b in boxes) - x, max(b.bottom for b in boxes) - y)
        shape = Shape(f"Stippen {series.naam.lower()}", "dots", frame, dots=tuple(boxes))
        dress = {"line": "accent1", "line_width": 1.75} if k else {"fill": "accent1"}
        out.append(replace(shape, **dress))
    if under:
        y = box.y + (len(rows) - 1) * pitch + d + KEY_GAP
        out.append(TextBox("Legende", Box(box.x, y, box.width, room - KEY_GAP), under))
    return tuple(out)


def _key_lines(pen: Pen, key: tuple[Punt, ...], width: int) -> tuple[tuple[TextLine, ...], int]:
    """Set the words under the dots, their signs in the colour of the dots; with their height."""
    lines: list[TextLine] = []
    high = 0
    for entry in key:
        pieces = [piece for piece in SIGN.split(plain(entry.words)) if piece]
        runs = (Run(p, KEY_SIZE, colour="accent1" if SIGN.match(p) else MUTED) for p in pieces)
        lines.append(TextLine(tuple(runs)))
        high += pen.height(entry.words, KEY_SIZE, width)
    return tuple(lines), high + KEY_GAP if lines else 0
