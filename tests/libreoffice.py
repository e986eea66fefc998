"""Let LibreOffice open what was made, and save it as something else; read what it printed."""

import atexit
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import groupby
from pathlib import Path
from tempfile import mkdtemp
from time import sleep
from typing import NamedTuple

SECONDS = 120
WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')


def converted(*files: Path, to: str = "pdf") -> list[Path]:
    """Have files saved in another format; they come in a folder beside the first.

    Raises subprocess.CalledProcessError and TimeoutExpired.
    """
    room = files[0].parent / "libreoffice"
    subprocess.run(
        [*_started(), "--convert-to", to, "--outdir", room, *files],
        check=True, capture_output=True, timeout=SECONDS,
    )  # fmt: skip
    return [room / file.with_suffix(f".{to}").name for file in files]


@cache
def _started() -> list[str]:
    """Start a LibreOffice that stays until the tests end; gives the command that it obeys.

    To start takes ten times as long as to convert. What is asked with the profile of one that
    runs is done by that one, which stays as long as it has a text open; a profile of its own keeps
    it apart from any other that is open.
    """
    room = Path(mkdtemp(prefix="libreoffice-"))
    command = ["soffice", f"-env:UserInstallation=file://{room}/profile", "--headless"]
    text = room / "open.txt"
    text.touch()
    office = subprocess.Popen(
        [*command, text],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )

    def end() -> None:
        os.killpg(office.pid, signal.SIGKILL)  # what was started is a script that waits for it
        office.wait()
        shutil.rmtree(room, ignore_errors=True)

    atexit.register(end)
    opened = room / f".~lock.{text.name}#"
    for _ in range(SECONDS * 20):
        if opened.exists() or office.poll() is not None:
            break
        sleep(0.05)
    return command


class Word(NamedTuple):
    """A word of print: its text, and the sides of its place on the page, in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Line(NamedTuple):
    """A line of print: its text, and how far down the page it begins and ends, in points."""

    text: str
    top: float
    bottom: float


def printed_words(pdf: Path) -> list[list[Word]]:
    """Give the words of each page of a pdf, in the order in which they were drawn.

    By poppler, in a hundredth of the time that pdfplumber takes. Raises
    subprocess.CalledProcessError.
    """
    told = subprocess.run(
        ["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    return [
        [Word(unescape(text), *map(float, sides)) for *sides, text in WORD.findall(page)]
        for page in told.split("<page ")[1:]
    ]


def printed_lines(pdf: Path) -> list[list[Line]]:
    """Give the lines of each page of a pdf, from top to bottom, as `printed_words` reads them."""
    return [list(_lines(page)) for page in printed_words(pdf)]


def _lines(page: list[Word]) -> Iterator[Line]:
    below = None

    def same(word: Word) -> float:
        nonlocal below
        if below is None or word.bottom - below > 3:
            below = word.bottom
        return below

    for bottom, line in groupby(sorted(page, key=lambda word: word.bottom), same):
        parts = sorted(line, key=lambda word: word.left)
        yield Line(" ".join(word.text for word in parts), min(w.top for w in parts), bottom)
