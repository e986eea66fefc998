"""A title that ends in a full stop."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel

REGEL = Regel.warning(
    "VG034",
    "een titel eindigt op een punt",
    "Een titel is geen zin. Op een dia staan titels onder elkaar; een punt achter de ene "
    "en niet achter de andere valt op.",
    "titel: Cultuur\nplanning:\n  - Nieuw intranet.",
    "titel: Cultuur\nplanning:\n  - Nieuw intranet",
)

_MAY_END = ("..", "e.d.", "enz.", "etc.", "o.a.", "e.a.", "a.d.h.v.", "i.s.m.", "n.v.t.", "i.f.v.")


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find titles with a full stop at the end; an ellipsis or abbreviation may stand there."""
    for titel in jaar.titels:
        if titel.text.endswith(".") and not titel.text.endswith(_MAY_END):
            yield REGEL.at(titel.place, "de titel eindigt op een punt", "laat de punt weg")
