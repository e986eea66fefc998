"""Charts as inline SVG: lengths in per cent, text in pixels, so that it reads on a phone too."""

from textwrap import wrap

from markupsafe import Markup

from voortgang.content.cijfers import Cijfer
from voortgang.nota import svg_lijnen
from voortgang.nota.html_tag import tag

LONGEST = 88.0  # per cent: the longest bar leaves room for its number
_BAR, _LABEL, _LINE, _GAP = 14, 22, 18, 10  # pixels
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
    rows = 1 if stacked else len(cijfer.reeksen)
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
        top += rows * (_BAR + 4) + _GAP
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
                    height=str(_BAR),
                    class_=f"staaf {reeks.rol}",
                )
            )
        if stacked:
            start += width
        else:
            drawn.append(_value(value, width, top, reeks.rol))
            top += _BAR + 4
    if stacked:
        drawn.append(_value(sum(values), start, top, "totaal"))
    return drawn


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
