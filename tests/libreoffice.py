"""Let LibreOffice open what was made, and save it as something else; read what it printed."""

import re
import subprocess
from collections.abc import Iterator
from html import unescape
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax=".+?" yMax="(.+?)">(.*?)</word>')


def converted(*files: Path, to: str = "pdf") -> list[Path]:
    """Have files saved in another format, all in one start; they come in a folder beside the first.

    A profile of its own keeps it apart from any LibreOffice that is open. Raises
    subprocess.CalledProcessError and TimeoutExpired.
    """
    room = files[0].parent / "libreoffice"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{room}/profile", "--headless",
         "--convert-to", to, "--outdir", room, *files],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return [room / file.with_suffix(f".{to}").name for file in files]


class Line(NamedTuple):
    """A line of print: its text, and how far down the page it begins and ends, in points."""

    text: str
    top: float
    bottom: float


def printed_lines(pdf: Path) -> list[list[Line]]:
    """Give the lines of each page of a pdf, from top to bottom.

    By poppler, in a hundredth of the time that pdfplumber takes. Raises
    subprocess.CalledProcessError.
    """
    told = subprocess.run(
        ["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    return [list(_lines(page)) for page in told.split("<page ")[1:]]


def _lines(page: str) -> Iterator[Line]:
    words = [(float(y), float(top), float(x), text) for x, top, y, text in WORD.findall(page)]
    below = None

    def same(word: tuple[float, float, float, str]) -> float:
        nonlocal below
        if below is None or word[0] - below > 3:
            below = word[0]
        return below

    for bottom, line in groupby(sorted(words), same):
        parts = sorted(line, key=lambda word: word[2])
        text = " ".join(unescape(word[3]) for word in parts)
        yield Line(text, min(word[1] for word in parts), bottom)
