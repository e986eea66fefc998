"""Charts as inline SVG: lengths in per cent, text in pixels, so that it reads on a phone too."""

from textwrap import wrap

from markupsafe import Markup

from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.model.rol import TEKENS
from voortgang.nota.html import svg_lijnen
from voortgang.nota.html.tag import tag

LONGEST = 88.0  # per cent: the longest bar leaves room for its number
_BAR, _LABEL, _LINE, _GAP = 14, 22, 18, 10  # pixels
_STACKED = 20  # pixels: a bar with its numbers in it
_LETTER, _INSET = 8.5, 6  # pixels: of a number in a bar
_NARROW, _WIDE = 288, 600  # pixels: the room for the bars on a phone, and on a screen at least
_PHONE = 38  # letters: what stands on one line of a phone of 320 pixels


def chart(cijfer: Cijfer, name: str) -> Markup:
    """Draw a figure with its alternative text; `name` makes the ids unique within the page."""
    drawn, height = svg_lijnen.lines(cijfer) if cijfer.vorm == "lijnen" else bars(cijfer)
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
    """Give the number that the longest bar stands for, at least 1."""
    if cijfer.vorm == "gestapeld":
        columns = range(len(cijfer.categorieen))
        sums = [sum(reeks.waarden[at] for reeks in cijfer.reeksen) for at in columns]
        return max([1, *sums])
    return max([1, *(value for reeks in cijfer.reeksen for value in reeks.waarden)])
