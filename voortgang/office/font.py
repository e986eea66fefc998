"""What a typeface is measured with: itself, its metric twin, or the widest with a margin."""

from dataclasses import dataclass

TWINS = {
    "calibri": "carlito",
    "carlito": "carlito",
    "arial": "liberation-sans",
    "helvetica": "liberation-sans",
    "liberation sans": "liberation-sans",
}
EXACT, SAFE = (
    1.01,
    1.12,
)  # margin on the widths of a twin, and of the widest twin for any other face
WIDE = 1.22  # for faces that are much wider than the widest twin
WIDE_FACES = ("verdana", "dejavu sans", "bitstream vera", "century gothic", "montserrat", "poppins",
              "meiryo", "trebuchet", "lucida", "raleway", "gotham", "avant garde")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Font:
    """A typeface as the template names it, and what stands in for it when measuring.

    `widths` names the table of advance widths; `margin` is the factor that makes it safe: 1.01
    where the table is of that very face or its metric twin.
    """

    face: str
    widths: str
    margin: float


def font_of(face: str) -> Font:
    """Choose what a typeface is measured with."""
    name = face.strip().lower()
    widths = TWINS.get(name)
    if widths:
        return Font(face, widths, EXACT)
    return Font(face, "liberation-sans", WIDE if name.startswith(WIDE_FACES) else SAFE)
