"""The nota as a Word document: every text once and in order, real structure, the same bytes."""

import io
import zipfile
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from voorbeeld import CIJFERS, EIGENSCHAPPEN, NOTA

from voortgang.content.blocks import (
    Attributes,
    BulletList,
    Grafiek,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Strong,
    Table,
    Text,
)
from voortgang.findings import FindingsError
from voortgang.nota.docx.write import make_docx
from voortgang.nota.docx.xml import w
from voortgang.office.xml import NOT_XML
from voortgang.source.templates import Template

STANDARD = (Path(__file__).parents[2] / "templates" / "nota.docx").read_bytes()
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=80)


def template(content=STANDARD):
    return Template("nota.docx", "templates/nota.docx", True, partial(bytes, content))  # noqa: FBT003 -- the workspace's own


def make(blocks, content=STANDARD):
    return make_docx(blocks, CIJFERS, template(content), EIGENSCHAPPEN)


def part(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def texts(content):
    """Give the text of each paragraph of the body, but for the table of contents."""
    body = part(content, "word/document.xml")[0]
    found = []
    for paragraph in body.iter(w("p")):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        if not style.get(w("val")).startswith("TOC"):
            found.append(words(paragraph))
    return [text for text in found if text]


def words(paragraph):
    """Give the text of a paragraph; a hyphen at which no line may end is a hyphen."""
    signs = paragraph.iter(w("t"), w("noBreakHyphen"))
    return "".join("-" if t.tag == w("noBreakHyphen") else t.text or "" for t in signs)


def changed(change):
    """Give the default template with some of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(STANDARD)) as archive, zipfile.ZipFile(out, "w") as new:
        for name in archive.namelist():
            new.writestr(name, change(name, archive.read(name)))
    return out.getvalue()


def test_the_same_nota_has_the_same_bytes():
    assert make(NOTA).content == make(NOTA).content


def test_the_default_template_lacks_nothing():
    assert make(NOTA).findings == ()


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=12))
def test_every_text_appears_exactly_once_and_in_order(titles):
    items = tuple(ListItem((Paragraph((Text(title),)),)) for title in titles)
    role = Attributes(classes=("realisaties",))
    blocks = (
        Heading(1, (Text("Titel"),)),
        Heading(2, (Text("Deel"),)),
        Heading(3, (Text("Domein"),)),
        Heading(4, (Text("Realisaties"),), role),
        BulletList(items),
        Paragraph((Strong((Text("slot"),)),)),
    )
    seen = [NOT_XML.sub("\ufffd", title) for title in titles]
    found = texts(make(blocks).content)
    assert found == ["Titel", "Deel", "Domein", "● Realisaties", *seen, "slot"]


def test_a_numbered_list_begins_anew_at_its_own_number():
    one = OrderedList((ListItem((Paragraph((Text("a"),)),)),), 3)
    two = OrderedList((ListItem((Paragraph((Text("b"),)),)),), 1)
    made = make((Heading(1, (Text("T"),)), one, two)).content
    starts = part(made, "word/numbering.xml").iter(w("startOverride"))
    assert [start.get(w("val")) for start in starts] == ["3", "1"]


def test_a_table_repeats_its_header_and_keeps_its_rows_whole():
    body = part(make(NOTA).content, "word/document.xml")
    for table in body.iter(w("tbl")):
        rows = table.findall(w("tr"))
        assert rows[0].find(f"{w('trPr')}/{w('tblHeader')}") is not None
        assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)


def test_a_short_table_is_not_broken_over_pages_and_does_not_pull_at_what_follows():
    for count, held in ((3, 2), (40, 0)):
        row = tuple((Text(text),) for text in ("2021", "4"))
        table = Table(row, (row,) * count, ("left", "right"))
        body = part(make((table,)).content, "word/document.xml")
        rows = [list(r.iter(w("keepNext"))) for r in body.iter(w("tr"))][1:]
        assert [len(marks) for marks in rows] == [2] * held + [0] * (count - held)


def test_the_table_of_contents_links_to_headings_that_exist():
    body = part(make(NOTA).content, "word/document.xml")
    marks = {mark.get(w("name")) for mark in body.iter(w("bookmarkStart"))}
    links = {link.get(w("anchor")) for link in body.iter(w("hyperlink"))} - {None}
    assert links
    assert links <= marks


def test_three_hundred_acties_all_arrive():
    items = tuple(ListItem((Paragraph((Text(f"Actie {n}"),)),)) for n in range(300))
    role = Attributes(classes=("planning",), values=(("aantal", "300"),))
    blocks = (Heading(1, (Text("T"),)), Heading(2, (Text("P"),), role), BulletList(items))
    assert texts(make(blocks).content)[2:] == [f"Actie {n}" for n in range(300)]


def test_a_template_without_a_style_is_a_warning_with_a_plan_b():
    def without(_name, content):
        return content.replace(b'w:val="heading 2"', b'w:val="iets anders"')

    made = make(NOTA, changed(without))
    assert [(f.code, f.severity.value) for f in made.findings] == [("VG076", "warning")]


def test_a_style_is_found_by_its_built_in_name_whatever_its_id():
    def dutch(_name, content):
        return content.replace(b'"Heading1"', b'"Kop1"')

    made = make(NOTA, changed(dutch))
    assert made.findings == ()
    styles = part(made.content, "word/document.xml").iter(w("pStyle"))
    assert "Kop1" in {style.get(w("val")) for style in styles}


def test_a_template_without_a_page_number_is_a_warning():
    made = make(NOTA, changed(lambda _, c: c.replace(b"PAGE", b"DATE")))
    assert [found.code for found in made.findings] == ["VG077"]


def test_header_and_footer_of_the_template_stay_and_its_controls_are_filled():
    header = part(make(NOTA).content, "word/header2.xml")
    words = [t.text for t in header.iter(w("t"))]
    assert words == [EIGENSCHAPPEN.bestuur, "Nota"]


@pytest.mark.parametrize("below", ["table", "words"])
def test_a_sentence_between_a_heading_and_its_table_does_not_end_a_page(below):
    row = ((Text("2021"),), (Text("4"),))
    last = Table(row, (row,), ("left", "right")) if below == "table" else Paragraph(row[0])
    made = make(
        (Heading(1, (Text("T"),)), Heading(2, (Text("H"),)), Paragraph((Text("Zin"),)), last)
    )
    [said] = [p for p in part(made.content, "word/document.xml").iter(w("p")) if words(p) == "Zin"]
    assert (said.find(f"{w('pPr')}/{w('keepNext')}") is not None) == (below == "table")


def test_an_actie_stays_with_its_deelacties():
    def item(title, *below):
        lists = (BulletList(below),) if below else ()
        return ListItem((Paragraph((Text(title),)), *lists))

    made = make(
        (Heading(1, (Text("T"),)), BulletList((item("a", item("b"), item("c")), item("d"))))
    )
    kept = {
        "".join(t.text for t in p.iter(w("t"))): p.find(f"{w('pPr')}/{w('keepNext')}") is not None
        for p in part(made.content, "word/document.xml").iter(w("p"))
    }
    assert kept == {"T": False, "a": True, "b": True, "c": False, "d": False}


def test_a_list_of_a_few_lines_is_not_broken_over_pages():
    for count, expected in ((1, 0), (3, 2), (7, 0)):
        items = tuple(ListItem((Paragraph((Text(f"Bijlage {n}"),)),)) for n in range(count))
        made = make((BulletList(items),))
        kept = list(part(made.content, "word/document.xml").iter(w("keepNext")))
        assert len(kept) == expected


def test_a_template_of_word_itself_is_taken_and_becomes_a_document():
    def as_dotx(_name, content):
        return content.replace(b"document.main+xml", b"template.main+xml")

    with zipfile.ZipFile(io.BytesIO(make(NOTA, changed(as_dotx)).content)) as archive:
        assert b"template.main" not in archive.read("[Content_Types].xml")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "geen Word-bestand"),
        (b"\xd0\xcf\x11\xe0 enz.", "wachtwoord"),
        (STANDARD[:900], "geen Word-bestand"),
        (changed(lambda _, c: c.replace(b"document.main", b"document.macroEnabled.main")), "macro"),
        (changed(lambda n, c: b"<!DOCTYPE x>" + c if "styles" in n else c), "documenttype"),
        (changed(lambda n, c: c[:40] if "styles" in n else c), "beschadigd"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_in_plain_words(content, words):
    with pytest.raises(FindingsError) as stop:
        make(NOTA, content)
    (found,) = stop.value.findings
    assert found.code == "VG075"
    assert words in found.message


def test_no_line_ends_within_a_short_compound():
    made = make((Paragraph((Text("M-team, E-loket en wijk- en bouwdienst: niet-PC-gebruikers"),)),))
    assert texts(made.content) == ["M-team, E-loket en wijk- en bouwdienst: niet-PC-gebruikers"]
    (paragraph,) = part(made.content, "word/document.xml").iter(w("p"))
    assert [sign.getprevious().text for sign in paragraph.iter(w("noBreakHyphen"))] == [
        "M",
        "team, E",
    ]


def test_a_chart_takes_the_form_that_the_text_asks_for():
    grouping = {}
    for vorm in (None, "gestapeld"):
        made = make((Grafiek("acties-per-domein", vorm),))
        chart = part(made.content, "word/charts/chart1.xml")
        grouping[vorm] = chart.find(".//{*}barChart/{*}grouping").get("val")
    assert grouping == {None: "clustered", "gestapeld": "stacked"}
