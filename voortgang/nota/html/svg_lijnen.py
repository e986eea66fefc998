"""A line for each series of a figure, as SVG: across in per cent, down in pixels."""

from itertools import pairwise

from markupsafe import Markup

from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.nota.html.tag import tag

HEIGHT = 180  # pixels, of the lines alone
_TOP, _BELOW, _SIDE = 24, 28, 8.0  # pixels, pixels, per cent
_CLOSE = 24  # pixels from the axis: too close for a number in between
_LABELS_TO = 2  # series: with more of them the numbers would stand on each other


def lines(cijfer: Cijfer) -> tuple[list[Markup], int]:
    """Draw the lines, a point for each value, and the categories below; give their height too."""
    largest = max([1, *(value for reeks in cijfer.reeksen for value in reeks.waarden)])
    step = (100 - 2 * _SIDE) / max(1, len(cijfer.categorieen) - 1)
    across = [f"{_SIDE + number * step:.2f}%" for number in range(len(cijfer.categorieen))]
    floor = _TOP + HEIGHT
    drawn = [tag("line", x1="0", x2="100%", y1=str(floor), y2=str(floor), class_="as")]
    for x, name in zip(across, cijfer.categorieen, strict=True):
        drawn.append(tag("text", name, x=x, y=str(floor + 20), class_="midden-as"))
    for place, reeks in enumerate(cijfer.reeksen):
        down = [floor - round(value * HEIGHT / largest) for value in reeks.waarden]
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
                _number(cijfer, place, number, point, floor)
                for number, point in enumerate(zip(across, down, strict=True))
            ]
    return drawn, floor + _BELOW


def _number(cijfer: Cijfer, place: int, number: int, point: tuple[str, int], floor: int) -> Markup:
    """Write a number above its point or, of the lower one, below it or beside it at the axis."""
    x, y = point
    values = [reeks.waarden[number] for reeks in cijfer.reeksen]
    above = values[place] == max(values) and values.index(max(values)) == place
    beside = not above and y > floor - _CLOSE
    return tag(
        "text",
        str(values[place]),
        x=x,
        y=str(y - 10 if above else y - 4 if beside else y + 20),
        dx="9" if beside else None,
        class_=f"waarde {cijfer.reeksen[place].rol}" + ("" if beside else " midden-as"),
    )
