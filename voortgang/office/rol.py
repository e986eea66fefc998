"""How a role looks in deck and nota: filled is done, open is planned, and never by colour alone."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import NamedTuple

from voortgang.model.rol import TEKENS
from voortgang.office.ink import READABLE_LARGE, Colour, Inks, ink_on, needed, reads


class RoleLook(NamedTuple):
    """The dress of a role.

    `accent` is the colour of its sign, its heading and every outline, `fill` that of a bar or a
    tile, `ink` of what is written on that fill. `size` is that of its sign before a text, in
    percents: so that filled and open are optically equal. `dash` and `marker` are those of a line,
    as DrawingML names them.
    """

    teken: str
    accent: Colour
    fill: Colour
    ink: Colour
    size: int = 100
    dash: str = "solid"
    marker: str = "square"

    @property
    def open(self) -> bool:
        """Tell whether it is drawn as an outline: on another ground its fill is left out."""
        return self.fill == "lt1"


DONE = RoleLook(TEKENS["realisaties"], "accent1", "accent1", "lt1", 80, "solid", "circle")
PLANNED = RoleLook(TEKENS["planning"], "accent2", "lt1", "accent2", 105, "sysDash", "diamond")
PARTLY = RoleLook(
    TEKENS["deels_gerealiseerd"], "accent1", "accent1~50", "dk1", 100, "lgDashDot", "circle"
)
UNANSWERED = RoleLook(TEKENS["zonder_opvolging"], "accent3", "lt1", "dk1", 100, "dash", "diamond")
LOOKS = MappingProxyType(
    {
        "realisaties": DONE,
        "planning": PLANNED,
        "gepland": PLANNED,
        "risicos": RoleLook(TEKENS["risicos"], "accent3", "accent3", "lt1"),
        "gerealiseerd": DONE,
        "deels_gerealiseerd": PARTLY,
        "lopend": RoleLook(
            TEKENS["lopend"], "accent1", "accent1~20", "dk1", 100, "lgDash", "triangle"
        ),
        "vervallen": RoleLook(TEKENS["vervallen"], "accent3", "accent3~40", "dk1", 100, "sysDot"),
        "zonder_opvolging": UNANSWERED,
        "volledig": DONE,
        "deels": PARTLY,
        "niet": UNANSWERED,
    }
)
OTHER = RoleLook("–", "accent3", "accent3", "lt1")  # of a role without a sign, and of no known role


def look_of(rol: str | None) -> RoleLook:
    """Give the look of a role; what has none at all looks as what was done."""
    return LOOKS.get(rol, OTHER) if rol else DONE


class Worn(NamedTuple):
    """What a series of a chart wears where it stands; it is open where it has no fill."""

    fill: Colour | None
    line: Colour
    number: Colour


def worn(rol: str, inks: Inks, grounds: Sequence[str], size: float, *, inside: bool) -> Worn:
    """Dress a role for what lies behind it: open shows the ground, and every number can be read.

    Its numbers are bold and of `size` points; they stand beside what is drawn, or inside it.
    """
    look = look_of(rol)
    light = inks.hex_of("lt1")
    open_ = (
        look.open and bool(grounds) and light is not None and reads(light, grounds, READABLE_LARGE)
    )
    line = inks.choose(look.accent, grounds, READABLE_LARGE) or inks.text
    if inside and not open_:
        return Worn(look.fill, line, ink_on(inks.colours, look.fill, look.ink))
    beside = look.accent if look.ink == "lt1" else look.ink
    wanted = inks.text if beside == "dk1" else beside
    number = inks.choose(wanted, grounds, needed(size, bold=True)) or inks.text
    return Worn(None if open_ else look.fill, line, number)
