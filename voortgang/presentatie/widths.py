"""How wide every letter is: advance widths of the measuring fonts, in em."""

import json
import unicodedata
from importlib.resources import files

EM = 2048
UNKNOWN = 1.0  # em: as wide as the widest ordinary letter
WIDE = 1.25  # em: Chinese, Japanese, Korean and emoji, whichever font stands in
DEFAULT = "liberation-sans"


class Widths:
    """The widths of one face in one weight; what the table lacks gets a safe, wide guess."""

    def __init__(self, runs: list[list[object]]) -> None:
        """Take runs of [first code point, widths]."""
        self._em: dict[str, float] = {}
        for first, widths in runs:
            if isinstance(first, int) and isinstance(widths, list):
                for n, width in enumerate(widths):
                    self._em[chr(first + n)] = width / EM

    def __getitem__(self, char: str) -> float:
        """Give the width of one character in em."""
        known = self._em.get(char)
        if known is None:
            known = self._em[char] = _guess(char)
        return known


def load() -> dict[str, tuple[Widths, Widths]]:
    """Read the tables: face to (regular, bold)."""
    table = json.loads(files("voortgang.presentatie").joinpath("widths.json").read_bytes())
    return {face: (Widths(of["regular"]), Widths(of["bold"])) for face, of in table.items()}


def _guess(char: str) -> float:
    if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return WIDE
    return UNKNOWN
