"""A slide is shown as it stands in the pdf; its words are there for who does not see it."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from voortgang.office.measure import POINT
from voortgang.presentatie.slides import Box, Bullet, Run, Shape, Slide, TextBox, TextLine
from voortgang.preview.album import Album
from voortgang.preview.view import Studio
from voortgang.preview.woorden import words_of
from voortgang.source import Workspace

REPOSITORY = Path(__file__).parents[2]


def box(width=300, height=200):
    return Box(0, 0, width * POINT, height * POINT)


def key_of(tag):
    return re.fullmatch(r'<img src="beeld/([0-9a-f]{64})" alt="">', tag)[1]


@pytest.fixture(scope="module")
def studio(workers):
    return Studio(Workspace(REPOSITORY), 2022, workers)


@pytest.fixture(scope="module")
def view(studio):
    return studio.build()


def test_words_are_lists_in_reading_order_without_the_title():
    lines_ = (
        TextLine((Run("Inleiding", 20),)),
        TextLine((Run("Welzijn", 20),), Bullet("●")),
        TextLine((Run("Bevraging <1>", 16),), Bullet("–"), level=1),
        TextLine((Run("Intranet", 20),), Bullet("●")),
    )
    title = TextBox("Titel", box(), (TextLine((Run("Cultuur", 30),)),), placeholder=0)
    rule = Shape("Lijn", "line", box())
    slide = Slide(0, "Cultuur", (title, rule, TextBox("Tekst", box(), lines_)))
    assert words_of(slide) == (
        "<p>Inleiding</p>\n<ul><li>Welzijn<ul><li>Bevraging &lt;1&gt;</li></ul></li>"
        "<li>Intranet</li></ul>"
    )


def test_all_slides_of_2022_are_drawn_without_a_font_and_with_all_their_words(studio, view):
    words = "\n".join(dia.woorden for dia in view.dias)
    for told in ("Herschreven missie, visie en waarden", "Kwartaalnieuwsbrieven preventie", "21"):
        assert told in words
    for dia in view.dias:
        drawing = studio.album.find(key_of(dia.tekening))
        svg = ET.fromstring(drawing)  # noqa: S314 -- our own
        assert svg.get("viewBox") == "0 0 960 540"
        assert not list(svg.iter("{http://www.w3.org/2000/svg}text"))


def test_an_album_keeps_what_is_shown_and_what_was_shown_before():
    album = Album()
    keys = []
    for drawing in (b"een", b"twee", b"drie"):
        album.renew()
        keys.append(key_of(album.add(drawing)))
    assert [album.find(key) for key in keys] == [None, b"twee", b"drie"]
    assert album.find("x") is None
