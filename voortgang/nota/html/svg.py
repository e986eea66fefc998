"""Charts as inline SVG: lengths in per cent, text in pixels, so that it reads on a phone too."""

from itertools import pairwise
from textwrap import wrap

from markupsafe import Markup

from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.model.rol import TEKENS
from voortgang.nota.html.tag import tag

LONGEST = 88.0  # per cent: the longest bar leaves room for its number
_BAR, _LABEL, _LINE, _GAP = 14, 22, 18, 10  # pixels
_STACKED = 20  # pixels: a bar with its numbers in it
_LETTER, _INSET = 8.5, 6  # pixels: of a number in a bar
_NARROW, _WIDE = 288, 600  # pixels: the room for the bars on a phone, and on a screen at least
_PHONE = 38  # letters: what stands on one line of a phone of 320 pixels
_HEIGHT = 180  # pixels, of the lines alone
_TOP, _BELOW, _SIDE = 24, 28, 8.0  # pixels above and below them, per cent beside them
_NUMBERS = {"above": -10, "below": 20, "right": -4}  # pixels down from its point
_LABELS_TO = 2  # series: with more of them the numbers would stand on each other


def chart(cijfer: Cijfer, name: str) -> Markup:
    """Draw a figure with its alternative text; `name` makes the ids unique within the page."""
    drawn, height = lines(cijfer) if cijfer.vorm == "lijnen" else bars(cijfer)
    return tag(
        "svg",
        tag("title", cijfer.titel, id=f"{name}-titel"),
        tag("desc", cijfer.alt, id=f"{name}-tekst"),
        *drawn,
        role="img",
        aria_labelledby=f"{name}-titel {name}-tekst",
        width="100%",
        height=str(max(height, 1)),
        class_="grafiek",
    )


def bars(cijfer: Cijfer) -> tuple[list[Markup], int]:
    """Draw bars for each category; give them with their height in pixels."""
    stacked = cijfer.vorm == "gestapeld"
    high = _STACKED + 4 if stacked else len(cijfer.reeksen) * (_BAR + 4)
    drawn: list[Markup] = []
    top = 0
    for number, category in enumerate(cijfer.categorieen):
        lines = wrap(category, _PHONE, break_on_hyphens=False) or [""]
        for at, line in enumerate(lines):
            space = " " if at + 1 < len(lines) else ""
            drawn.append(tag("text", line + space, x="0", y=str(top + 16), class_="naam"))
            top += _LABEL if at + 1 == len(lines) else _LINE
        values = [reeks.waarden[number] for reeks in cijfer.reeksen]
        drawn += _bars(cijfer, values, top, stacked=stacked)
        top += high + _GAP
    return drawn, top


def _bars(cijfer: Cijfer, values: list[int], top: int, *, stacked: bool) -> list[Markup]:
    drawn: list[Markup] = []
    scale = LONGEST / scale_end(cijfer)
    start = 0.0
    for reeks, value in zip(cijfer.reeksen, values, strict=True):
        width = value * scale
        if value:
            drawn.append(
                tag(
                    "rect",
                    x=f"{start:.2f}%",
                    y=str(top),
                    width=f"{width:.2f}%",
                    height=str(_STACKED if stacked else _BAR),
                    class_=f"staaf {reeks.rol}",
                )
            )
        if stacked:
            drawn += _within(reeks.rol, value, start, width, top)
            start += width
        else:
            drawn.append(_value(value, width, top, reeks.rol))
            top += _BAR + 4
    if stacked:
        drawn.append(_value(sum(values), start, top + 3, "totaal"))
    return drawn


def _within(rol: str, value: int, start: float, width: float, top: int) -> list[Markup]:
    """Write sign and number in a part of a bar; `ruim` where they fit on a wide screen only."""
    label = f"{TEKENS.get(rol, '')} {value}".strip()
    needed = len(label) * _LETTER + _INSET
    if not value or needed > width / 100 * _WIDE:
        return []
    kind = f"waarde midden-as in {rol}" + (" ruim" if needed > width / 100 * _NARROW else "")
    return [tag("text", label, x=f"{start + width / 2:.2f}%", y=str(top + 15), class_=kind)]


def _value(value: int, end: float, top: int, rol: str) -> Markup:
    at = f"{end:.2f}%"
    return tag("text", str(value), x=at, dx="8", y=str(top + 12), class_=f"waarde {rol}")


def scale_end(cijfer: Cijfer) -> int:
    """Give the number that the longest bar, or the highest point, stands for, at least 1."""
    if cijfer.vorm == "gestapeld":
        columns = range(len(cijfer.categorieen))
        sums = [sum(reeks.waarden[at] for reeks in cijfer.reeksen) for at in columns]
        return max([1, *sums])
    return max([1, *(value for reeks in cijfer.reeksen for value in reeks.waarden)])


def lines(cijfer: Cijfer) -> tuple[list[Markup], int]:
    """Draw the lines, a point for each value, and the categories below; give their height too."""
    step = (100 - 2 * _SIDE) / max(1, len(cijfer.categorieen) - 1)
    across = [f"{_SIDE + number * step:.2f}%" for number in range(len(cijfer.categorieen))]
    floor = _TOP + _HEIGHT
    drawn = [tag("line", x1="0", x2="100%", y1=str(floor), y2=str(floor), class_="as")]
    for x, name in zip(across, cijfer.categorieen, strict=True):
        drawn.append(tag("text", name, x=x, y=str(floor + 20), class_="midden-as"))
    for place, reeks in enumerate(cijfer.reeksen):
        down = [floor - round(value * _HEIGHT / scale_end(cijfer)) for value in reeks.waarden]
        drawn += [
            tag("line", x1=x1, y1=str(y1), x2=x2, y2=str(y2), class_=f"lijn {reeks.rol}")
            for (x1, y1), (x2, y2) in pairwise(zip(across, down, strict=True))
        ]
        drawn += [
            tag("circle", cx=x, cy=str(y), r="5", class_=f"staaf {reeks.rol}")
            for x, y in zip(across, down, strict=True)
        ]
        if len(cijfer.reeksen) <= _LABELS_TO:
            drawn += [
                _number(cijfer, place, number, x, y)
                for number, (x, y) in enumerate(zip(across, down, strict=True))
            ]
    return drawn, floor + _BELOW


def _number(cijfer: Cijfer, place: int, number: int, x: str, y: int) -> Markup:
    """Write a number by its point: where no line runs through it."""
    side, reeks = cijfer.side(place, number), cijfer.reeksen[place]
    return tag(
        "text",
        str(reeks.waarden[number]),
        x=x,
        y=str(y + _NUMBERS[side]),
        dx="9" if side == "right" else None,
        class_=f"waarde {reeks.rol}" + ("" if side == "right" else " midden-as"),
    )
