"""The drawn signs of roles: a disc that is filled, open, or filled on the left for a part done."""

from voortgang.office.ink import Colour
from voortgang.office.rol import look_of
from voortgang.presentatie.slides import Box, Shape

OUTLINE = 2.0  # points
PARTLY = "deels_gerealiseerd"
DRAWN = ("realisaties", "planning", PARTLY)  # the others have a letter, or none


def draw_sign(rol: str | None, box: Box, colour: Colour) -> tuple[Shape, ...]:
    """Draw the disc of a role; nothing where its sign is a letter."""
    if rol not in DRAWN:
        return ()
    if rol == PARTLY or look_of(rol).open:
        ring = Shape("Teken", "ellipse", box, line=colour, line_width=OUTLINE)
        return (ring, Shape("Teken", "half", box, fill=colour)) if rol == PARTLY else (ring,)
    return (Shape("Teken", "ellipse", box, fill=colour),)
