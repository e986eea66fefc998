"""The data of 2022 holds every entry of the city's own deck, in its list and in its order."""

import os
import re
from pathlib import Path

import pytest

from voortgang.model import KADERS, read_all
from voortgang.source import Workspace

ROOT = Path(__file__).parents[2]
NAME = "voortgangsrapport-2022.txt"
FOLDERS = (Path(os.environ.get("VOORTGANG_BRON", "/nowhere")), ROOT.parent / "shared" / "bron")
# What the extraction of the text damaged; all else stays as the city wrote it.
DAMAGE = {
    "0pvolging": "Opvolging",
    "SDG s": "SDG's",
    "kassa s": "kassa's",
    "E- learning": "E-learning",
    "( indicatoren": "(indicatoren",
    "wijk-en": "wijk- en",
}
COUNTS = [(21, 11), (17, 8), (18, 9), (12, 7), (23, 9), (16, 9), (14, 5)]
HEADINGS = ("REALISATIES", "PLANNING")


def entries_of(slide):
    """Two lists of (title, sub-items) as they stand in the text of one slide."""
    lists = {heading: [] for heading in HEADINGS}
    current = words = None
    for line in slide.splitlines():
        text = " ".join(line.split())
        if text in HEADINGS:
            current = lists[text]
        elif current is None or not text:
            continue
        elif text[0] in "-*":
            words = [text[1:].strip()]
            # A sub-item has a star, or stands in further than the one item that begins oddly.
            if text[0] == "*" or len(line) - len(line.lstrip()) >= 4:
                current[-1][1].append(words)
            else:
                current.append((words, []))
        else:
            words.append(text)
    return [
        [(mended(words), [mended(part) for part in parts]) for words, parts in lists[heading]]
        for heading in HEADINGS
    ]


def mended(words):
    text = " ".join(words)
    for wrong, right in DAMAGE.items():
        text = text.replace(wrong, right)
    return text


@pytest.fixture(scope="module")
def reading():
    return read_all(Workspace(ROOT), [2022])[2022]


@pytest.fixture(scope="module")
def rapport(reading):
    assert reading.rapport is not None, reading.findings
    return reading.rapport


@pytest.fixture(scope="module")
def source_text():
    for folder in FOLDERS:
        if (folder / NAME).is_file():
            return (folder / NAME).read_text(encoding="utf-8")
    pytest.skip(f"needs {NAME}: it stands outside the repository (VOORTGANG_BRON names its folder)")


def test_there_is_nothing_wrong_with_it(reading):
    assert reading.findings == ()


def test_every_entry_of_the_deck_is_there_in_its_order(rapport, source_text):
    slides = [
        s for s in re.split(r"\n{4,}", source_text) if re.search(r"^REALISATIES", s, re.MULTILINE)
    ]
    assert len(slides) == len(rapport.domeinen)
    for slide, domein in zip(slides, rapport.domeinen, strict=True):
        assert slide.strip().splitlines()[0].strip() == domein.titel.upper()
        typed = [
            [(a.titel, [d.titel for d in a.deelacties]) for a in acties]
            for acties in (domein.realisaties, domein.planning)
        ]
        assert typed == entries_of(slide)


def test_the_counts_are_those_of_the_deck(rapport):
    assert [(len(d.realisaties), len(d.planning)) for d in rapport.domeinen] == COUNTS
    assert sum(len(actie.deelacties) for *_, actie in rapport.acties()) == 10


def test_an_actie_that_serves_two_domains_counts_once_over_all(rapport):
    realised = [actie.id for domein in rapport.domeinen for actie in domein.realisaties]
    planned = [actie.id for domein in rapport.domeinen for actie in domein.planning]
    assert (len(realised), len(set(realised))) == (121, 114)
    assert (len(planned), len(set(planned))) == (58, 50)


def test_the_domains_are_those_of_the_kader(rapport):
    kader = KADERS[rapport.kader]
    assert [(d.id, d.titel, d.rechtsgrond) for d in rapport.domeinen] == [
        (d.id, d.titel, d.rechtsgrond) for d in kader.domeinen
    ]


def test_nothing_stands_in_it_that_nobody_verified(rapport):
    assert rapport.datum is None
    assert rapport.contact is None
    assert rapport.nota.organen == ()
    assert all(domein.criterium is None for domein in rapport.domeinen)
