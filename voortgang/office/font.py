"""Typefaces: what each is measured with, and how wide its letters are.

A face is measured with itself, its metric twin, or the widest with a margin.
"""

import json
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

EM = 2048
UNKNOWN = 1.0  # em: as wide as the widest ordinary letter
BROAD = 1.25  # em: Chinese, Japanese, Korean and emoji, whichever font stands in
DEFAULT = "liberation-sans"
TWINS = {
    "calibri": "carlito",
    "carlito": "carlito",
    "arial": "liberation-sans",
    "helvetica": "liberation-sans",
    "liberation sans": "liberation-sans",
}
KERNED = 0.99  # of the widths: pairs of letters that stand closer take about a percent off
EXACT, SAFE = 1.01, 1.12  # margin on the widths of a twin, and of the widest one for other faces
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

    @property
    def drawn(self) -> "Font":
        """Give the same face without its margin of safety: as wide as programs draw it."""
        return replace(self, margin=KERNED) if self.margin == EXACT else self


def font_of(face: str) -> Font:
    """Choose what a typeface is measured with."""
    name = face.strip().lower()
    widths = TWINS.get(name)
    if widths:
        return Font(face, widths, EXACT)
    return Font(face, DEFAULT, WIDE if name.startswith(WIDE_FACES) else SAFE)


class Widths(dict[str, float]):
    """The widths of one face in one weight, in em; what it lacks gets a safe, wide guess."""

    def __init__(self, runs: list[tuple[int, list[int]]]) -> None:
        """Take runs of (first code point, widths), in order."""
        self._runs = runs
        self._firsts = [first for first, _ in runs]
        super().__init__()

    def __missing__(self, char: str) -> float:
        """Look a character up when it is first met."""
        self[char] = width = self._look_up(char)
        return width

    def _look_up(self, char: str) -> float:
        code = ord(char)
        at = bisect_right(self._firsts, code) - 1
        first, widths = self._runs[at] if at >= 0 else (code, [])
        return widths[code - first] / EM if code - first < len(widths) else _guess(char)


@cache
def load() -> dict[str, tuple[Widths, Widths]]:
    """Read the tables: face to (regular, bold)."""
    table = json.loads(files("voortgang.office").joinpath("widths.json").read_bytes())
    return {face: (Widths(of["regular"]), Widths(of["bold"])) for face, of in table.items()}


def _guess(char: str) -> float:
    if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return BROAD
    return UNKNOWN
