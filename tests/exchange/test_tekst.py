"""Decks and notas as text: titles, lists by level, tables, notes; and nothing hostile gets in."""

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml as parse_word
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
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
    body, _box, _group, table = slide.blocks
    assert isinstance(body, TextBlock)
    assert [(each.level, each.bullet) for each in body.paragraphs] == [(0, True), (1, True)]
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


A = "http://schemas.openxmlformats.org/drawingml/2006/main"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def point(name: int, text: str = "", kind: str = "node") -> str:
    words = f"<dgm:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t>" if text else ""
    return f'<dgm:pt modelId="{name}" type="{kind}">{words}</dgm:pt>'


# A list of two levels, its links not in order, and a point that nothing links to.
LINKS = ((1, 3, 1), (1, 2, 0), (2, 4, 0), (4, 2, 0))
DIAGRAM = (
    f'<dgm:dataModel xmlns:dgm="{DGM}" xmlns:a="{A}"><dgm:ptLst>{point(1, kind="doc")}'
    f"{point(2, 'Kasprocedure')}{point(3, 'Debiteuren')}{point(4, 'Handleiding')}"
    f"{point(5, 'Los')}{point(6, 'pijl', 'parTrans')}</dgm:ptLst><dgm:cxnLst>"
    + "".join(f'<dgm:cxn srcId="{a}" destId="{b}" srcOrd="{n}"/>' for a, b, n in LINKS)
    + "</dgm:cxnLst></dgm:dataModel>"
)


def plan() -> io.BytesIO:
    return io.BytesIO((Path(__file__).parents[1] / "voorbeeld/beelden/plan.png").read_bytes())


def drawn_deck() -> bytes:
    """A deck of which no word stands in a body of text."""
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    figures = CategoryChartData()
    figures.categories = ["Cultuur"]
    for name, value in (("Gedaan", 3), ("Gepland", 4)):
        figures.add_series(name, [value])
    chart = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Cm(5), Cm(5), figures)
    chart.chart.has_title = True
    chart.chart.chart_title.text_frame.text = "Acties"
    slide.shapes.add_picture(plan(), 0, 0).element.nvPicPr.cNvPr.set("descr", "Het plan")
    slide.shapes.add_picture(plan(), 0, 0).element.nvPicPr.cNvPr.set("descr", "")
    slide.shapes.add_ole_object(io.BytesIO(b"x"), "Excel.Sheet.12", 0, 0)
    part = Part(PackURI("/ppt/diagrams/data1.xml"), "application/vnd.iets.diagramData+xml",
                slide.part.package, DIAGRAM.encode())  # fmt: skip
    rid = slide.part.relate_to(part, f"{OFFICE}/diagramData")
    frame = (
        f'<p:graphicFrame xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        f'xmlns:a="{A}"><p:nvGraphicFramePr><p:cNvPr id="9" name="x"/><p:nvPr/>'
        f'</p:nvGraphicFramePr><a:graphic><a:graphicData uri="{DGM}"><dgm:relIds xmlns:dgm="{DGM}" '
        f'xmlns:r="{OFFICE}" r:dm="{rid}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
    slide.shapes[0].element.getparent().append(parse_xml(frame))
    comments = f'<c><cm><text>Kijk dit na</text></cm><x xmlns:a="{A}"/></c>'
    part = Part(PackURI("/ppt/comments/c1.xml"), "application/vnd.iets.comments+xml",
                slide.part.package, comments.encode())  # fmt: skip
    slide.part.relate_to(part, f"{OFFICE}/comments")
    return saved(presentation)


def test_what_is_drawn_on_a_slide_is_read_or_named():
    assert as_text("oud.pptx", drawn_deck()) == (
        "# (zonder titel)\n"
        "[grafiek: Acties]\n"
        "| Gedaan | Cultuur | 3 |\n"
        "| Gepland | Cultuur | 4 |\n"
        "[beeld: Het plan]\n"
        "[beeld]\n"
        "[object: Excel.Sheet.12]\n"
        "- Kasprocedure\n"
        "  - Handleiding\n"
        "- Debiteuren\n"
        "- Los\n"
        "[opmerking: Kijk dit na]\n"
    )


W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BOX = (
    f'<w:r xmlns:w="{W_NS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps">'
    "<w:drawing>{0}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>{0}</v:shape></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)
TEXT = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"


def test_what_is_drawn_in_a_document_is_read_or_named_once():
    document = docx.Document()
    for place in (document.add_paragraph("Alinea."), document.add_table(1, 1).cell(0, 0)):
        words = "in een vak" if place.text else "in een cel"
        paragraph = place if place.text else place.paragraphs[0]
        paragraph._p.append(parse_word(BOX.format(TEXT.format(words))))  # noqa: SLF001 -- python-docx makes no boxes
    document.add_picture(plan())
    assert as_text("nota.docx", saved(document)) == (
        "Alinea.\nin een vak\n| in een cel |\n[beeld]\n"
    )


def test_notes_and_comments_of_a_document_come_at_the_end():
    def aside(kind):
        text = f"<w:p><w:r><w:t>{kind}</w:t></w:r></w:p>"
        return f'<w:{kind}s xmlns:w="{W}"><w:{kind}>{text}</w:{kind}></w:{kind}s>'

    kinds = ("footnote", "endnote", "comment")
    rels = "".join(
        f'<Relationship Id="{kind}" Target="{kind}.xml" Type="{OFFICE}/{kind}s"/>' for kind in kinds
    )
    parts = {f"word/{kind}.xml": aside(kind) for kind in kinds}
    parts["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}'
        "</Relationships>"
    )
    assert as_text("x.docx", word("<w:p><w:r><w:t>Tekst</w:t></w:r></w:p>", more=parts)) == (
        "Tekst\n[voetnoot: footnote]\n[eindnoot: endnote]\n[opmerking: comment]\n"
    )


def test_numbers_of_a_file_make_no_flood_of_text():
    level = '<w:style w:styleId="K"><w:pPr><w:outlineLvl w:val="12345678"/></w:pPr></w:style>'
    rels = RELS.replace('officeDocument"/>', 'styles"/>').format("styles.xml")
    styles = {"word/styles.xml": f'<w:styles xmlns:w="{W}">{level}</w:styles>',
              "word/_rels/document.xml.rels": rels}  # fmt: skip
    deep = '<w:pStyle w:val="K"/><w:numPr><w:ilvl w:val="{}"/></w:numPr>'
    for number in ("12345678", "-1", "²", "1e9"):
        body = f"<w:p><w:pPr>{deep.format(number)}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
        assert len(as_text("x.docx", word(body, more=styles))) < 40


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


def word(body: str, head: str = "", more=()) -> bytes:
    document = f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped({
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS.format("word/document.xml"),
        "word/document.xml": document,
        **dict(more),
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
        ("leeg.html", b""),
    ],
)
def test_what_cannot_be_read_is_said_plainly(name, content):
    with pytest.raises(Obstacle) as refused:
        as_text(name, content)
    assert name in refused.value.message


def test_a_bomb_is_said_plainly_too():
    with pytest.raises(Obstacle, match=r"bom\.docx"):
        as_text("bom.docx", word("<w:p/>" * 10_000_000))


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
