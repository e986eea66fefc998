"""Decks and notas as text: titles, lists by level, tables, notes; and nothing hostile gets in."""

import io
import zipfile
from contextlib import suppress

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Cm

from voortgang.exchange.tekst.deck import TableBlock, TextBlock, read_deck
from voortgang.exchange.tekst.show import as_text
from voortgang.findings import Obstacle


def saved(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def deck() -> bytes:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = "Organisatie\vcultuur"
    body = slide.placeholders[1].text_frame
    body.text = "Welzijn op het werk"
    below = body.add_paragraph()
    below.text, below.level = "Bevraging", 1
    below.add_line_break()
    below.add_run().text = "tweede regel"
    box = slide.shapes.add_textbox(Cm(1), Cm(2), Cm(5), Cm(2))
    box.text_frame.text = "PLANNING"
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(0, 0, Cm(5), Cm(2)).text_frame.text = "in een groep"
    table = slide.shapes.add_table(2, 2, 0, 0, Cm(5), Cm(5)).table
    for number, cell in enumerate(table.iter_cells()):
        cell.text = f"cel {number}"
    slide.notes_slide.notes_text_frame.text = "Zeg dit erbij.\nEn dit."
    empty = presentation.slides.add_slide(presentation.slide_layouts[6])
    empty.element.set("show", "0")
    return saved(presentation)


def test_a_deck_as_text():
    assert as_text("oud.pptx", deck()) == (
        "# Organisatie cultuur\n"
        "- Welzijn op het werk\n"
        "  - Bevraging\n"
        "    tweede regel\n"
        "PLANNING\n"
        "in een groep\n"
        "| cel 0 | cel 1 |\n"
        "| cel 2 | cel 3 |\n"
        "> Zeg dit erbij.\n"
        "> En dit.\n"
        "\n"
        "# (zonder titel) (verborgen)\n"
    )


def test_a_deck_as_data():
    slide, empty = read_deck(deck())
    assert (slide.number, slide.title, slide.hidden) == (1, "Organisatie cultuur", False)
    body, box, _group, table = slide.blocks
    assert isinstance(body, TextBlock)
    assert [(each.level, each.bullet) for each in body.paragraphs] == [(0, True), (1, True)]
    assert (box.left, box.top) == (Cm(1), Cm(2))
    assert isinstance(table, TableBlock)
    assert empty.hidden


def test_a_document_as_text():
    document = docx.Document()
    document.add_heading("Nota", level=1)
    document.add_paragraph("Eerste alinea.")
    document.add_heading("Domein", level=2)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Aan", "gemeenteraad"
    assert as_text("nota.docx", saved(document)) == (
        "# Nota\nEerste alinea.\n## Domein\n| Aan | gemeenteraad |\n"
    )


def test_a_page_as_text():
    page = """<!doctype html><html><head><title>weg</title><style>p{}</style></head><body>
    <h1>Nota</h1><script>alert(1)</script><p>Een <b>vet</b> woord.<br>Nieuw</p><!-- weg -->
    <ul><li>een<ul><li>twee</li></ul></li><li>drie</li></ul>
    <table><tr><th>a</th><td><p>b</p><p>c</p></td></tr></table>
    <img src="http://voorbeeldegem.example/x.png" alt="een plan"></body></html>"""
    assert as_text("nota.html", page.encode()) == (
        "# Nota\nEen vet woord.\nNieuw\n- een\n  - twee\n- drie\n| a | b c |\n[beeld: een plan]\n"
    )


def zipped(parts) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument"/></Relationships>'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension'
    '="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.'
    'main+xml"/></Types>'
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(body: str, head: str = "") -> bytes:
    document = f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped({
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS.format("word/document.xml"),
        "word/document.xml": document,
    })  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leeg.pptx", b""),
        ("geen.pptx", b"PK\x03\x04 onzin"),
        ("oud.ppt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("wachtwoord.pptx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("nota.pdf", b"%PDF-1.7"),
        ("beeld.png", b"\x89PNG"),
        ("leeg.docx", zipped({"a.xml": "<a/>"})),
        ("buiten.pptx", zipped({"_rels/.rels": RELS.format("../../../etc/passwd")})),
        ("stuk.docx", word("<w:p>")),
        ("diep.docx", word("<w:p>" * 5000 + "</w:p>" * 5000)),
        ("entiteit.docx", word("&x;", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
        ("bom.docx", word("<w:p/>" * 10_000_000)),
        ("leeg.html", b""),
    ],
)
def test_what_cannot_be_read_is_said_plainly(name, content):
    with pytest.raises(Obstacle) as refused:
        as_text(name, content)
    assert name in refused.value.message


def test_deep_nesting_and_many_elements_end():
    wrapped = "<w:sdt><w:sdtContent>" * 100 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 100
    assert as_text("x.docx", word(wrapped)) == ""
    # libxml2 stops at 256 levels: what is deeper is no page that anybody made.
    assert as_text("x.html", b"<p>begin</p>" + b"<ul><li>" * 100_000) == "begin\n"


@given(st.binary(max_size=200), st.integers(0, 5000))
@settings(max_examples=40)
def test_a_damaged_deck_gives_text_or_an_obstacle(noise, at):
    content = GOOD[: at % len(GOOD)] + noise + GOOD[at % len(GOOD) + len(noise) :]
    with suppress(Obstacle):
        assert as_text("x.pptx", content).startswith("#")


GOOD = deck()
