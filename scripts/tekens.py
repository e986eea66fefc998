"""Make the signs that the pdf's letters lack, and the table of all that it can show.

They are Tekens.ttf and tekens.json in office/fonts. Needs fontTools and Debian's fonts-dejavu-core.
The font holds signs that people type or that come along from Word; its licence (Tekens.txt) asks
that a part of it has another name. The table is `[[first, last], …]`: the code points that one of
the fonts there has, or that take no font.
"""

import json
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SOURCE = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
FONTS = Path(__file__).parent.parent / "voortgang" / "office" / "fonts"
NAME = "Tekens"
SIGNS = (
    *(0x2010, 0x2011, 0x2012, 0x2023, 0x2043, 0x21D0, 0x21D2, 0x21D4, 0x2227, 0x2228, 0x2260),
    *(0x2264, 0x2265, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B2, 0x25B3, 0x25B6, 0x25B7, 0x25BA),
    *(0x25BC, 0x25BD, 0x25C0, 0x25C4, 0x25C6, 0x25C7, 0x25C9, 0x25CB, 0x25CE, 0x25CF, 0x25E6),
    *(0x2605, 0x2606, 0x260E, 0x2610, 0x2611, 0x2612, 0x2639, 0x263A, 0x2640, 0x2642, 0x2660),
    *(0x2663, 0x2665, 0x2666, 0x267B, 0x267F, 0x2690, 0x2691, 0x26A0, 0x26A1, 0x2709, 0x270E),
    *(0x270F, 0x2713, 0x2714, 0x2715, 0x2716, 0x2717, 0x2718, 0x2756, 0x2764, 0x2794, 0x2799),
    *(0x279C, 0x279E, 0x27A2, 0x27A4, 0x2B05, 0x2B06, 0x2B07),
)
# Spaces, accents that join the letter before them, and what is never drawn.
NO_FONT = (
    *(0xA0, 0xAD, *range(0x300, 0x305), *range(0x306, 0x30B), 0x30C, 0x323, 0x328, 0x61C),
    *(*range(0x180B, 0x1810), *range(0x2028, 0x202F), *range(0x2060, 0x2065)),
    *(*range(0x2066, 0x2070), 0x3000, *range(0xFE00, 0xFE10)),
)


def main() -> None:
    """Write the font and the table."""
    options = Options()
    options.layout_features = []
    options.name_IDs = []
    options.notdef_outline = True
    options.hinting = False
    font = TTFont(SOURCE, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=SIGNS)
    subsetter.subset(font)
    for name_id, words in ((1, NAME), (2, "Regular"), (4, NAME), (6, NAME)):
        font["name"].setName(words, name_id, 3, 1, 0x409)
    font.save(FONTS / f"{NAME}.ttf")
    letters = [set(TTFont(path).getBestCmap()) for path in sorted(FONTS.glob("Carlito-*.ttf"))]
    codes = sorted(set.intersection(*letters) | set(font.getBestCmap()) | set(NO_FONT))
    runs: list[list[int]] = []
    for code in codes:
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    table = json.dumps(runs, separators=(",", ":")) + "\n"
    (FONTS / "tekens.json").write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main()
