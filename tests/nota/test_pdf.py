import io
import json
import re
from contextlib import closing
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise, product

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page import validate_pdf
from pypdfium2 import PdfDocument
from voorbeeld import CIJFERS, EIGENSCHAPPEN, NOTA, RISICOMATRIX, cells, kop, p

from voortgang.content.blocks import (
    Attributes,
    BulletList,
    Div,
    Grafiek,
    ListItem,
    Quote,
    Table,
    Text,
)
from voortgang.content.markdown.parse import parse
from voortgang.findings import FindingsError
from voortgang.nota.html.write import make_html
from voortgang.nota.pdf.inline import Words
from voortgang.nota.pdf.write import make_pdf
from voortgang.office.typst.code import literal
from voortgang.office.typst.compile import FONTS, make_pdf_of
from voortgang.source.bounded.child import NO_WAY_OUT, PROXIES
from voortgang.source.templates import Template, Templates

PAGE = Templates().find("nota.typ.j2")
SMALL = (kop(1, "Titel"), kop(2, "Hoofdstuk"))


def sheets_of(content):
    """Give the text of each page, by pdfium: pdfplumber, which knows where it stands, is slow."""
    with closing(PdfDocument(content)) as pdf:
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    return [text.replace("\r\n", "\n") for text in texts]


def words_of(content):
    return " ".join(sheets_of(content)).replace("\u200b", "")


def own_page(text):
    return Template("nota.typ.j2", "templates/nota.typ.j2", own=True, read=text.encode)


def trouble(text):
    with pytest.raises(FindingsError) as stop:
        make_pdf(SMALL, CIJFERS, own_page(text), EIGENSCHAPPEN)
    return stop.value.findings[0]


@pytest.mark.slow
def test_two_builds_are_the_same_bytes_with_a_date_and_without():
    for properties in (EIGENSCHAPPEN, replace(EIGENSCHAPPEN, date=None)):
        one, two = (make_pdf(NOTA, CIJFERS, PAGE, properties).content for _ in range(2))
        assert one == two


@pytest.mark.slow
def test_the_pdf_meets_pdf_ua(tmp_path):
    path = tmp_path / "nota.pdf"
    path.write_bytes(make_pdf(NOTA, CIJFERS, PAGE, EIGENSCHAPPEN).content)
    report = validate_pdf(str(path), profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


@pytest.mark.slow
def test_the_pdf_says_what_it_is():
    with pdfplumber.open(io.BytesIO(make_pdf(NOTA, CIJFERS, PAGE, EIGENSCHAPPEN).content)) as pdf:
        assert pdf.metadata["Title"] == EIGENSCHAPPEN.title
        assert pdf.metadata["Author"] == EIGENSCHAPPEN.bestuur
        assert pdf.metadata["CreationDate"].startswith("D:20230612")
        assert {font for page in pdf.pages for font in fonts(page)} == {"Carlito"}


def fonts(page):
    return {char["fontname"].split("+")[-1].split("-")[0] for char in page.chars}


class _Words(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.words = []
        self.feed(html)

    def handle_data(self, data):
        self.words.append(data)


@pytest.mark.slow
def test_every_word_of_the_html_body_stands_in_the_pdf():
    html = make_html(NOTA, CIJFERS, Templates().find("nota.html.j2"), EIGENSCHAPPEN).content
    body = re.search(r"<main.*</main>", html.decode(), re.DOTALL)[0]
    body = re.sub(r"<desc.*?</desc>", "", body)
    pdf = re.sub(r"\s", "", words_of(make_pdf(NOTA, CIJFERS, PAGE, EIGENSCHAPPEN).content))
    words = {word for text in _Words(body).words for word in text.split() if len(word) < 30}
    assert {word for word in words if word not in pdf} == set()


def test_the_words_of_the_markdown_stand_in_html_and_pdf():
    markdown = (
        "# Titel\n\n::: kern\nDe *kern* van **alles**.\n:::\n\n## Lijst\n\n"
        "- een actie\n  - een deel\n\n| A | B |\n|---|--:|\n| links | 12 |\n\n"
        "> woorden\n>\n> – bron\n"
    )
    blocks, _ = parse(markdown, {})
    html = make_html(blocks, {}, Templates().find("nota.html.j2"), EIGENSCHAPPEN).content.decode()
    shown = " ".join(_Words(html[html.index("<body>") :]).words).split()
    pdf = words_of(make_pdf(blocks, {}, PAGE, EIGENSCHAPPEN).content).split()
    for word in re.findall(r"\w+", markdown.replace("::: kern", "")):
        assert any(word in one for one in shown), word
        assert any(word in one for one in pdf), word


def test_a_part_of_a_stacked_bar_carries_sign_and_number_where_they_fit():
    figure = CIJFERS["opvolging"]
    values = (90, 7, 1, 0)
    series = zip(figure.reeksen, values, strict=True)
    reeksen = tuple(replace(reeks, waarden=(value,)) for reeks, value in series)
    figures = {"opvolging": replace(figure, reeksen=reeksen)}
    blocks = (*SMALL, Grafiek("opvolging"))
    shown = words_of(make_pdf(blocks, figures, PAGE, EIGENSCHAPPEN).content).replace("\u00a0", " ")
    key, bar = re.search(r"(● Gerealiseerd .*)\s+(Organisatiecultuur [^A-Z]*)", shown).groups()
    assert " ".join(key.split()) == "● Gerealiseerd → Lopend × Vervallen ? Zonder opvolging"
    assert " ".join(bar.split()) == "Organisatiecultuur ● 90 → 7 98"


def test_a_matrix_shows_its_numbers():
    made = make_pdf((kop(1, "T"), RISICOMATRIX), {}, PAGE, EIGENSCHAPPEN)
    shown = " ".join(words_of(made.content).split())
    assert "kans 5 kans 4 1 kans 3 kans 2 kans 1 2" in shown


@pytest.mark.slow
@pytest.mark.parametrize("make", [make_pdf, make_html])
def test_the_letterhead_names_the_service_and_a_draft_where_there_is_one(make):
    page = PAGE if make is make_pdf else Templates().find("nota.html.j2")
    for dienst, ontwerp in product((None, "Dienst #1 & co"), (False, True)):
        properties = replace(EIGENSCHAPPEN, dienst=dienst, ontwerp=ontwerp)
        made = make(SMALL, CIJFERS, page, properties).content
        shown = words_of(made) if make is make_pdf else re.sub("<[^>]+>", "", made.decode())
        top = shown[shown.index("Naar de inhoud") :] if make is make_html else shown
        head = " ".join(unescape(top[: top.index("Titel")]).split())
        assert ("Dienst #1 & co" in head) is bool(dienst)
        assert ("Ontwerp" in head) is ontwerp


def test_what_holds_nothing_breaks_nothing():
    empty = (Quote(()), BulletList(()), BulletList((ListItem(()),)), Div(Attributes(), ()), p(""))
    for blocks in ((), empty, (*SMALL, *empty)):
        assert make_pdf(blocks, {}, PAGE, EIGENSCHAPPEN).content.startswith(b"%PDF")
        assert make_html(blocks, {}, Templates().find("nota.html.j2"), EIGENSCHAPPEN).content


def test_a_word_wider_than_the_page_breaks_and_stays_whole_in_letters():
    word = "".join(chr(97 + at % 26) for at in range(300))
    shown = re.sub(
        r"\s", "", words_of(make_pdf((*SMALL, p(word)), CIJFERS, PAGE, EIGENSCHAPPEN).content)
    )
    assert word in shown


def test_a_word_wider_than_its_column_breaks_there_and_not_into_the_next():
    word = "Belanghebbendenmanagementoverleg"
    header = cells("Actie", "Domein", "Soort", "Dienst", "Termijn", "MJP", "SDG")
    row = cells(word, word, "planning", word, "30 september 2023", "ST01BD06AP01", "11, 12, 13")
    table = Table(header, (row,), ("left",) * 7)
    content = make_pdf((*SMALL, table), CIJFERS, PAGE, EIGENSCHAPPEN).content
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        chars = [char for page in pdf.pages for char in page.chars if round(char["size"], 1) == 8.5]
    assert len(chars) > 3 * len(word)
    for one, next_ in pairwise(sorted(chars, key=lambda char: (round(char["top"]), char["x0"]))):
        if round(one["top"]) == round(next_["top"]):
            assert one["x1"] < next_["x0"] + 1, (one["text"], next_["text"])


def test_a_long_word_begins_a_line_before_it_breaks():
    written = Words((), frozenset()).value((Text("Zorg en Gezondheidsbevordering"),), wrap=20)
    assert written == '"Zorg en Gezondheidsbevor\u200bdering"'


def pages_of(blocks):
    content = make_pdf(blocks, CIJFERS, PAGE, EIGENSCHAPPEN).content
    return [sheet.splitlines() for sheet in sheets_of(content)]


@pytest.mark.slow
def test_an_actie_never_ends_a_page_without_what_is_told_about_it():
    told = ListItem((p("Actie"), p("dienst: ICT"), p("Reden: geen")))
    for count in range(5):
        begin = tuple(p("Een regel") for _ in range(count))
        list_of = (kop(4, "Realisaties", "realisaties"), BulletList((told,) * 60))
        for page in pages_of((*SMALL, *begin, *list_of))[:-1]:
            assert page[-2].endswith("Reden: geen"), page[-3:]


@pytest.mark.slow
def test_deelacties_stand_close_below_their_actie_in_one_column_and_in_two():
    actie = ListItem((p("Actie"), BulletList((ListItem((p("deel"),)), ListItem((p("ander"),))))))
    for count in (3, 8):
        listed = (kop(4, "Realisaties", "realisaties"), BulletList((actie,) * count))
        content = make_pdf((*SMALL, *listed), CIJFERS, PAGE, EIGENSCHAPPEN).content
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            words = pdf.pages[0].extract_words()
        tops = [next(w["top"] for w in words if w["text"] == text) for text in ("Actie", "deel")]
        assert 12 < tops[1] - tops[0] < 18


@pytest.mark.slow
def test_a_chart_stays_with_the_table_of_its_numbers():
    for count in range(17, 21):
        begin = (p("Een regel") for _ in range(count))
        pages = pages_of((*SMALL, *begin, Grafiek("opvolging")))
        (found,) = [page for page in pages if "Wat er van de plannen werd" in page]
        assert "Organisatiecultuur 4 2 1 1" in found, count


@pytest.mark.slow
def test_a_list_of_a_few_lines_is_not_broken_over_pages():
    few = BulletList((ListItem((p("eerste"),)), ListItem((p("tweede"),))))
    for count in range(2, 10):
        begin = (*(p("Een regel") for _ in range(17)), BulletList((ListItem((p("x"),)),) * count))
        pages = pages_of((*SMALL, *begin, kop(2, "Slot"), few))
        (found,) = [page for page in pages if any(line.endswith("eerste") for line in page)]
        assert "Slot" in found
        assert any(line.endswith("tweede") for line in found)


def test_a_heading_without_a_sign_begins_at_the_margin():
    blocks = (*SMALL, kop(3, "Domein"), kop(4, "Criterium", "criterium"), p("De doelen"))
    content = make_pdf(blocks, CIJFERS, PAGE, EIGENSCHAPPEN).content
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        (word,) = [
            w for page in pdf.pages for w in page.extract_words() if w["text"] == "Criterium"
        ]
        (first,) = [w for page in pdf.pages for w in page.extract_words() if w["text"] == "De"]
    assert abs(word["x0"] - first["x0"]) < 1


# Signs that mean something to typst, among letters that the font has.
TYPED = st.text(
    st.sampled_from("ab Z9#*_@$/\\\"`~<>[](){}=+-.:;,&%^'|!?é"), min_size=1, max_size=40
)


@pytest.mark.slow
@given(TYPED)
@settings(max_examples=25)
def test_a_text_comes_out_as_it_was_typed(text):
    content = make_pdf((*SMALL, p("begin", text, "eind")), CIJFERS, PAGE, EIGENSCHAPPEN).content
    shown = re.sub(r"\s", "", words_of(content))
    assert "begin" + re.sub(r"\s", "", text) + "eind" in shown


@pytest.mark.slow
@given(st.text())
def test_no_text_ends_its_literal(text):
    assert re.fullmatch(r'"(?:[^"\\\n]|\\["\\n])*"', literal(text))


def test_a_sign_that_the_fonts_lack_becomes_a_square():
    made = make_pdf((*SMALL, p("feest 🎉 漢 eind")), CIJFERS, PAGE, EIGENSCHAPPEN)
    assert "feest □ □ eind" in words_of(made.content)


def test_signs_that_people_use_are_shown():
    made = make_pdf((*SMALL, p("af ✔ actie\u2011plan ► eind")), CIJFERS, PAGE, EIGENSCHAPPEN)
    assert "af ✔ actie\u2011plan ► eind" in words_of(made.content)


def test_what_check_takes_for_shown_is_shown():
    """The table that scripts/tekens.py makes of the fonts, held against typst itself."""
    table = json.loads((FONTS / "tekens.json").read_text("utf-8"))
    codes = [code for first, last in table for code in range(max(first, 0x20), last + 1)]
    shown = "".join(f"#{literal(f'a{chr(code)}b')};\n" for code in codes)
    head = '#set document(title: "x")\n#set text(font: "Carlito")\n= x\n'
    assert make_pdf_of(lambda _: head + shown, None, {})[1] == frozenset()
    words = {frozenset(): '#"日"', frozenset("日"): '#"□"'}
    assert make_pdf_of(lambda missing: head + words[missing], None, {})[1] == frozenset("日")


@pytest.mark.parametrize(
    "line",
    [
        '#import "@preview/cetz:0.1.0": *',
        '#include "@preview/cetz:0.1.0"',
        '#let x = eval("#import \\"@preview/cetz:0.1.0\\"", mode: "markup")',
        '#read("/etc/passwd")',
        '#image("logo.png")',
    ],
)
def test_a_page_that_reaches_out_is_a_finding(line, monkeypatch):
    for name in PROXIES:
        monkeypatch.setenv(name, NO_WAY_OUT)
    found = trouble("// import is a word here\n= x\n" + line)
    assert (found.code, found.file, found.line) == ("VG025", "templates/nota.typ.j2", 3)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("#set text(font: (\n\n", 1, "haakje"),
        ("\n\n#onbekend()\n{{ inhoud }}", 3, "'onbekend' bestaat niet"),
        ("\n{{ inhoud }}\n{{ titell }}", 3, "'titell' bestaat niet"),
        ("= x\n{{ kop }}", 1, "toegankelijk"),
    ],
)
def test_typst_speaks_dutch_at_the_line_of_the_page(text, line, words):
    found = trouble(text)
    assert (found.code, found.line) == ("VG025", line)
    assert words in found.message
