"""The nota as a Word document: every text once and in order, real structure, the same bytes."""

from datetime import UTC, datetime

import pytest
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from voorbeeld import EIGENSCHAPPEN, NOTA, RISICOMATRIX, item, kop
from word import (
    STANDARD,
    audit,
    changed,
    chart,
    kept,
    make,
    opened,
    paragraphs,
    swapped,
    texts,
    usual,
)

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
from voortgang.content.cijfers.cijfer import Cijfer, Reeks
from voortgang.findings import FindingsError
from voortgang.model.rol import ROLLEN, TEKENS
from voortgang.office.xml import NOT_XML

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=80)


@pytest.mark.slow
def test_the_same_nota_has_the_same_bytes():
    assert make().content == make().content


def test_the_file_says_what_it_is_and_nothing_of_the_moment():
    known = opened(make(date=None)).core_properties
    assert (known.title, known.author) == (EIGENSCHAPPEN.title, EIGENSCHAPPEN.bestuur)
    assert (known.language, known.last_modified_by) == ("nl-BE", "")
    assert known.created == known.modified == datetime(2020, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("title", ["Rapport " * 90, "Rapport \x0b\ufffe 2022"])
def test_a_title_that_a_file_cannot_carry_whole_still_gives_a_document(title):
    assert opened(make(title=title)).core_properties.title.startswith("Rapport")


def test_the_default_template_lacks_nothing():
    assert usual().findings == ()


@pytest.mark.slow
@settings(max_examples=40)
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
    assert texts(make(blocks)) == ["Titel", "Deel", "Domein", "● Realisaties", *seen, "slot"]


def test_a_numbered_list_begins_anew_at_its_own_number():
    one = OrderedList((item("a"),), 3)
    two = OrderedList((item("b"),), 1)
    numbering = opened(make((kop(1, "T"), one, two))).part.numbering_part.element
    starts = numbering.iter(qn("w:startOverride"))
    assert [start.get(qn("w:val")) for start in starts] == ["3", "1"]


@pytest.mark.parametrize("rol", ROLLEN)
def test_only_what_is_done_has_the_sign_of_done(rol):
    heading = Heading(2, (Text("Lijst"),), Attributes(classes=(rol,)))
    made = opened(make((kop(1, "T"), heading, BulletList((item("a"),)))))
    [sign, *_] = made.part.numbering_part.element.iter(qn("w:lvlText"))
    done = rol in {"realisaties", "gerealiseerd", "volledig"}
    assert (sign.get(qn("w:val")) == "●") is done
    assert sign.get(qn("w:val")) == TEKENS.get(rol, "•")


def test_a_table_repeats_its_header_and_keeps_its_rows_whole():
    for table in opened(usual()).element.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))
        assert rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_a_short_table_is_not_broken_over_pages_and_does_not_pull_at_what_follows():
    row = tuple((Text(text),) for text in ("2021", "4"))
    [table] = opened(make((Table(row, (row,) * 3, ("left", "right")),))).tables
    cells = [row.cells[0].paragraphs[0].paragraph_format for row in table.rows][1:]
    assert [bool(one.keep_with_next) for one in cells] == [True, True, False]


def test_the_table_of_contents_links_to_headings_that_exist():
    document = opened(usual())
    marks = {mark.get(qn("w:name")) for mark in document.element.iter(qn("w:bookmarkStart"))}
    links = {link.fragment for p in document.paragraphs for link in p.hyperlinks} - {""}
    assert links
    assert links <= marks


def test_a_link_leads_where_the_text_says():
    found = [link for p in opened(usual()).paragraphs for link in p.hyperlinks if link.address]
    assert [(link.text, link.address) for link in found] == [
        ("het decreet", "https://codex.vlaanderen.be/")
    ]


@pytest.mark.slow
def test_three_hundred_acties_all_arrive():
    items = tuple(item(f"Actie {n}") for n in range(300))
    blocks = (kop(1, "T"), kop(2, "P", "planning", aantal="300"), BulletList(items))
    assert texts(make(blocks))[2:] == [f"Actie {n}" for n in range(300)]


def test_the_count_of_a_list_stands_behind_its_heading():
    assert texts(make((kop(1, "T"), kop(2, "P", "planning", aantal="3"))))[1] == "○ P\t3"


def test_a_template_without_a_style_is_a_warning_with_a_plan_b():
    made = make(content=swapped(('w:val="heading 2"', 'w:val="iets anders"')))
    assert [(f.code, f.severity.value) for f in made.findings] == [("VG076", "warning")]


def test_a_style_is_found_by_its_built_in_name_whatever_its_id():
    made = make(content=swapped(('"Heading1"', '"Kop1"')))
    assert made.findings == ()
    assert "Kop1" in {p.style.style_id for p in paragraphs(made)}


def test_a_template_without_a_page_number_is_a_warning():
    made = make(content=swapped(("NUMPAGES", "TIME"), ("PAGE", "DATE")))
    assert [found.code for found in made.findings] == ["VG077"]


def test_the_number_of_pages_alone_is_no_page_number():
    made = make(content=swapped((" PAGE ", " DATE ")))
    assert [found.code for found in made.findings] == ["VG077"]


def test_a_matrix_is_tinted_heads_its_rows_and_has_cells_of_one_width():
    made = opened(make((kop(1, "T"), RISICOMATRIX)))
    [table], rows = made.tables, made.element.iter(qn("w:tr"))
    looks = [[cell.find(qn("w:tcPr")) for cell in row.iter(qn("w:tc"))] for row in rows]
    fills = [[look.find(qn("w:shd")) for look in row] for row in looks]
    shown = [[None if fill is None else fill.get(qn("w:fill")) for fill in row] for row in fills]
    assert shown[0] == [None] * 6
    assert [row[0] for row in shown[1:]] == [None] * 5
    assert [row[5] for row in shown[1:]] == ["CCB292"] * 3 + ["E8DDCF", "F6F2EA"]
    assert len({cell.width for cell in table.rows[0].cells[1:]}) == 1


def test_quiet_words_are_smaller_and_in_another_colour():
    [run] = [r for q in paragraphs(usual()) for r in q.runs if r.text == "Dienst: HR"]
    assert (run.font.size, str(run.font.color.rgb)) == (Pt(9.5), "54626B")


def test_header_and_footer_of_the_template_stay_and_its_controls_are_filled():
    header = opened(usual()).sections[0].first_page_header
    assert [words.text for words in header.part.element.iter(qn("w:t"))] == [
        EIGENSCHAPPEN.bestuur,
        "Nota",
    ]


def test_an_actie_stays_with_its_deelacties():
    """A short one is never broken, so that no column begins with what hangs below another."""
    many = "bcdefghijklmnop"
    for below, expected in (("b", "a"), ("bc", "ab"), ("bcdef", "abcde"), (many, "abo")):
        made = make((kop(1, "T"), BulletList((item("a", *below), item("z")))))
        assert [text for text, held in kept(made).items() if held] == list(expected)


def test_a_list_of_a_few_lines_is_not_broken_over_pages():
    for count, expected in ((1, 0), (3, 2), (7, 0)):
        made = make((BulletList(tuple(item(f"Bijlage {n}") for n in range(count))),))
        assert sum(kept(made).values()) == expected


def test_the_header_of_the_first_page_comes_once_where_columns_change():
    acties = BulletList(tuple(item(f"Actie {n}") for n in range(4)))
    made = make((kop(1, "T"), kop(2, "R", "realisaties"), acties, kop(2, "Verder")))
    first, *others = opened(made).sections
    assert first.different_first_page_header_footer
    assert not first.header.is_linked_to_previous
    for section in others:
        assert section.start_type == WD_SECTION.CONTINUOUS
        assert section.header.is_linked_to_previous
        assert not section.different_first_page_header_footer


def test_a_template_of_word_itself_is_taken_and_becomes_a_document():
    made = make(content=swapped(("document.main+xml", "template.main+xml")))
    assert opened(made).part.content_type.endswith("document.main+xml")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "geen Word-bestand"),
        (b"\xd0\xcf\x11\xe0 enz.", "wachtwoord"),
        (STANDARD[:900], "geen Word-bestand"),
        (swapped(("document.main", "document.macroEnabled.main")), "macro"),
        (changed(lambda n, c: b"<!DOCTYPE x>" + c if "styles" in n else c), "documenttype"),
        (changed(lambda n, c: c[:40] if "styles" in n else c), "beschadigd"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_in_plain_words(content, words):
    with pytest.raises(FindingsError) as stop:
        make(content=content)
    (found,) = stop.value.findings
    assert found.code == "VG075"
    assert words in found.message


def test_no_line_ends_within_a_short_compound():
    words = "M-team, E-loket en wijk- en bouwdienst: niet-PC-gebruikers"
    made = make((Paragraph((Text(words),)),))
    assert texts(made) == [words]
    signs = opened(made).element.iter(qn("w:noBreakHyphen"))
    assert [sign.getprevious().text for sign in signs] == ["M", "team, E"]


def test_a_chart_takes_the_form_that_the_text_asks_for():
    grouping = {}
    for vorm in (None, "gestapeld"):
        made = make((Grafiek("acties-per-domein", vorm),))
        grouping[vorm] = chart(made).find(".//{*}barChart/{*}grouping").get("val")
    assert grouping == {None: "clustered", "gestapeld": "stacked"}


@pytest.mark.parametrize(
    ("names", "is_line"),
    [(("2021", "2022"), True), (("Cultuur" * 9,), True), (("Cultuur" * 2,) * 6, False)],
)
def test_a_chart_is_a_line_where_the_names_below_it_have_room(names, is_line):
    """And its alternative text tells which it is."""
    reeks = Reeks("R", "realisaties", (1,) * len(names))
    figure = Cijfer("c", "C", "balken", names, (reeks,), "Staafdiagram met R.")
    made = make((Grafiek("c", "lijnen"),), figures={"c": figure})
    assert (chart(made).find(".//{*}lineChart") is not None) is is_line
    (shown,) = (each for each in opened(made).element.iter(qn("wp:docPr")) if each.get("descr"))
    assert shown.get("descr") == f"{'Lijndiagram' if is_line else 'Staafdiagram'} met R."


@pytest.mark.slow
def test_openxml_audit_finds_nothing(tmp_path):
    assert audit(tmp_path, make((*NOTA, Paragraph((Text("slot"),))), ontwerp=True)) == []
