"""The drawn signs of roles: a disc that is filled, open, or filled on the left for a part done."""

from voortgang.model.rol import TEKENS
from voortgang.office.ink import Colour
from voortgang.office.rol import look_of
from voortgang.presentatie.slides import Box, Shape

OUTLINE = 2.0  # points
DRAWN = ("realisaties", "planning")  # of the others the half disc only


def draw_sign(rol: str | None, box: Box, colour: Colour) -> tuple[Shape, ...]:
    """Draw the disc of a role; nothing where its sign is a letter."""
    partly = is_partly(rol)
    if rol not in DRAWN and not partly:
        return ()
    if partly or look_of(rol).open:
        ring = Shape("Teken", "ellipse", box, line=colour, line_width=OUTLINE)
        return (ring, Shape("Teken", "half", box, fill=colour)) if partly else (ring,)
    return (Shape("Teken", "ellipse", box, fill=colour),)


def is_partly(rol: str | None) -> bool:
    """Tell whether a role says that a part is done: its sign, half a disc, is drawn."""
    return look_of(rol).teken == TEKENS["deels_gerealiseerd"]
