"""Pictures of the workspace: in the file itself, with their words; what is wrong is a finding."""

import io
import struct
import zlib
from dataclasses import replace
from functools import partial

import pdfplumber
import pytest
from page import validate_pdf
from voorbeeld import CIJFERS, EIGENSCHAPPEN, item, kop, p

from voortgang.content.blocks import BulletList, ListItem, Picture
from voortgang.findings import FindingsError
from voortgang.nota.html.write import make_html
from voortgang.nota.pdf.write import make_pdf
from voortgang.source import read_picture
from voortgang.source.templates import Templates

PICTURE = Picture("beelden/plan.png", 'De zes stappen, van "plan" tot rapport', line=7)
NOTA = (kop(1, "Titel"), kop(2, "Aanpak"), p("Voor."), PICTURE, p("Na."))


def png(width=300, height=120):
    """Make a picture of one colour."""

    def part(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = (b"\0" + b"\x0b\x63\x75" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = part(b"IHDR", head) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


@pytest.fixture
def properties(tmp_path):
    (tmp_path / "beelden").mkdir()
    (tmp_path / "beelden" / "plan.png").write_bytes(png())
    return replace(EIGENSCHAPPEN, picture=partial(read_picture, tmp_path), line_of=lambda n: n + 10)


def page(blocks, properties):
    template = Templates().find("nota.html.j2")
    return make_html(blocks, CIJFERS, template, properties).content.decode()


def pdf(blocks, properties):
    return make_pdf(blocks, CIJFERS, Templates().find("nota.typ.j2"), properties).content


def test_the_page_carries_its_pictures_with_their_words(properties):
    html = page(NOTA, properties)
    assert html.count('<img src="data:image/png;base64,iVBOR') == 1
    assert 'alt="De zes stappen, van &#34;plan&#34; tot rapport"' in html


@pytest.mark.slow
def test_the_pdf_shows_them_within_its_margins_and_stays_accessible(properties, tmp_path):
    (tmp_path / "beelden" / "plan.png").write_bytes(png(3000, 4000))
    made = tmp_path / "nota.pdf"
    made.write_bytes(pdf(NOTA, properties))
    with pdfplumber.open(io.BytesIO(made.read_bytes())) as document:
        (image,) = [image for sheet in document.pages for image in sheet.images]
        assert image["x1"] - image["x0"] < 455
        assert image["bottom"] - image["top"] < 455
        assert abs((image["x1"] - image["x0"]) / (image["bottom"] - image["top"]) - 0.75) < 0.01
    report = validate_pdf(str(made), profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_without_a_way_to_read_them_their_words_are_shown():
    assert "tot rapport</p>" in page(NOTA, EIGENSCHAPPEN)
    assert pdf(NOTA, EIGENSCHAPPEN).startswith(b"%PDF")


@pytest.mark.parametrize("make", [page, pdf])
@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("beelden/weg.png", "bestaat niet"),
        ("../buiten.png", "alleen bestanden in de werkmap"),
        ("/etc/hostname", "alleen bestanden in de werkmap"),
        ("beelden/tekst.png", "geen png of jpeg"),
    ],
)
def test_a_picture_that_cannot_be_used_is_a_finding_at_the_line_of_the_text(
    make, source, words, properties, tmp_path
):
    (tmp_path / "beelden" / "tekst.png").write_text("geen beeld")
    inside = BulletList((ListItem((p("In een lijst"), replace(PICTURE, source=source))),))
    with pytest.raises(FindingsError) as stop:
        make((*NOTA, inside, item("x").blocks[0]), properties)
    (found,) = stop.value.findings
    assert (found.code, found.file, found.line) == ("VG028", "templates/nota.md.j2", 17)
    assert source in found.message
    assert words in found.message


def test_a_picture_that_is_cut_off_is_refused_in_plain_words(properties, tmp_path):
    (tmp_path / "beelden" / "plan.png").write_bytes(png()[:60])
    with pytest.raises(FindingsError) as stop:
        pdf(NOTA, properties)
    (found,) = stop.value.findings
    assert (found.code, found.file) == ("VG028", "templates/nota.md.j2")
    assert found.message == "beeld 'beelden/plan.png': dit beeld is beschadigd"
    assert found.hint == "bewaar het opnieuw"
