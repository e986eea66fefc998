"""Make voortgang/office/widths.json: how wide every letter of the measuring fonts is.

Needs fontTools and Debian's fonts-crosextra-carlito and fonts-liberation. Widths are in 1/2048 em:
`{face: {weight: [[first code point, [width, …]], …]}}`; the bytes are the same on every run.
"""

import json
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path("/usr/share/fonts/truetype")
TARGET = Path(__file__).parent.parent / "voortgang" / "office" / "widths.json"
FACES = {
    "carlito": ("crosextra/Carlito-Regular.ttf", "crosextra/Carlito-Bold.ttf"),
    "liberation-sans": (
        "liberation/LiberationSans-Regular.ttf",
        "liberation/LiberationSans-Bold.ttf",
    ),
}
RANGES = (
    (0x20, 0x24F),  # Latin
    (0x2B0, 0x36F),  # modifiers and combining marks
    (0x370, 0x52F),  # Greek and Cyrillic
    (0x1E00, 0x1EFF),  # Latin with more accents
    (0x2000, 0x22FF),  # punctuation, currencies, letter-like signs, arrows, mathematics
    (0x2500, 0x26FF),  # boxes, shapes and signs
    (0xFB00, 0xFB06),  # ligatures
)
EM = 2048


def widths(path: Path) -> list[tuple[int, list[int]]]:
    """Read the advance widths of one font, in runs of consecutive code points."""
    font = TTFont(path)
    scale = EM / font["head"].unitsPerEm
    cmap, metrics = font.getBestCmap(), font["hmtx"].metrics
    runs: list[tuple[int, list[int]]] = []
    for first, last in RANGES:
        for code in range(first, last + 1):
            if code not in cmap:
                continue
            width = round(metrics[cmap[code]][0] * scale)
            if runs and runs[-1][0] + len(runs[-1][1]) == code:
                runs[-1][1].append(width)
            else:
                runs.append((code, [width]))
    return runs


def main() -> None:
    """Write the table."""
    table = {
        face: {
            "regular": widths(FONTS / regular),
            "bold": widths(FONTS / bold),
        }
        for face, (regular, bold) in FACES.items()
    }
    text = json.dumps(table, separators=(",", ":")) + "\n"
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    print(f"{TARGET.name}: {len(text)} bytes")


if __name__ == "__main__":
    main()
