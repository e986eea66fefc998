import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from voorbeeld import CIJFERS, EIGENSCHAPPEN, NOTA, RISICOMATRIX, cells, kop, p

from voortgang.content.blocks import BulletList, Heading, Link, ListItem, Table, Text
from voortgang.findings import FindingsError
from voortgang.nota.html.svg import bars, chart
from voortgang.nota.html.write import make_html
from voortgang.source.templates import Template, Templates

PAGE = Templates().find("nota.html.j2")


class Elements(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.words, self.ids, self.targets = [], [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append((tag, found))
        self.ids += [found["id"]] if "id" in found else []
        self.targets += [found["href"][1:]] if found.get("href", "").startswith("#") else []

    def handle_data(self, data):
        self.words.append(data)


def page(blocks=NOTA, properties=EIGENSCHAPPEN):
    return make_html(blocks, CIJFERS, PAGE, properties).content.decode()


def own_page(text):
    return Template("nota.html.j2", "templates/nota.html.j2", own=True, read=text.encode)


def test_the_page_has_landmarks_a_skip_link_and_one_title():
    found = Elements(page())
    tags = [tag for tag, _ in found.tags]
    assert [tags.count(one) for one in ("header", "nav", "main", "footer", "h1", "script")] == [
        1, 1, 1, 1, 1, 0,
    ]  # fmt: skip
    assert next(attrs for tag, attrs in found.tags if tag == "a")["href"] == "#inhoud"
    assert next(attrs for tag, attrs in found.tags if tag == "html")["lang"] == "nl-BE"


def test_every_link_within_the_page_has_its_target_and_no_id_stands_twice():
    found = Elements(page((*NOTA, kop(2, "Opvolging"), kop(2, "Inhoud"), kop(2, "🎉"))))
    assert len(found.ids) == len(set(found.ids))
    assert set(found.targets) <= set(found.ids)


def test_a_link_in_a_heading_is_none_in_the_table_of_contents():
    zie = Heading(2, (Text("Zie "), Link((Text("hier"),), "https://a.example")))
    assert '<a href="#zie-hier">Zie hier</a>' in page((*NOTA, zie))


def test_nothing_comes_from_elsewhere():
    html = page()
    assert not re.search(r"<(?:script|link|iframe|img)\b|@import|url\(", html)
    assert "default-src 'none'" in html


def test_a_matrix_is_tinted_and_heads_its_rows():
    shown = page((RISICOMATRIX,))
    assert '<th scope="row">kans 4</th>' in shown
    assert '<td class="midden trap2">1</td>' in shown
    assert shown.count(' trap0"') == 10


def test_quiet_words_have_their_dress():
    assert '<span class="klein">Dienst: HR</span>' in page()


def test_notes_are_left_out():
    assert "Alleen voor de spreker" not in page()


def test_a_long_name_in_a_chart_takes_two_lines_and_moves_what_comes_below_it():
    names = ("Facilitaire middelen, opdrachten en contracten", "ICT")
    figure = replace(CIJFERS["acties-per-domein"], categorieen=names)
    drawn, height = bars(figure)
    lines = re.findall(r'y="(\d+)" class="naam">([^<]+)<', "".join(drawn))
    assert [text.strip() for _, text in lines] == [
        "Facilitaire middelen, opdrachten en",
        "contracten",
        "ICT",
    ]
    tops = [int(top) for top, _ in lines]
    boxes = [int(top) for top in re.findall(r'<rect [^>]*?y="(\d+)"', "".join(drawn))]
    assert tops[1] < boxes[0] < boxes[1] < tops[2] < boxes[2] < height


def test_a_part_of_a_stacked_bar_carries_sign_and_number_where_they_fit():
    values = (40, 4, 1, 0)
    figure = CIJFERS["opvolging"]
    series = zip(figure.reeksen, values, strict=True)
    reeksen = tuple(replace(reeks, waarden=(value,)) for reeks, value in series)
    drawn = "".join(bars(replace(figure, reeksen=reeksen))[0])
    told = re.findall(r'class="waarde midden-as in (\w+)( ruim)?">([^<]+)<', drawn)
    assert told == [("gerealiseerd", "", "● 40"), ("lopend", " ruim", "→ 4")]


def test_the_numbers_of_a_line_stand_above_below_and_beside_its_points():
    figure = replace(CIJFERS["acties-per-domein"], vorm="lijnen", categorieen=("1", "2", "3"))
    values = ((18, 9, 9), (9, 9, 1))
    series = zip(figure.reeksen, values, strict=True)
    figure = replace(figure, reeksen=tuple(replace(r, waarden=each) for r, each in series))
    drawn = chart(figure, "grafiek")
    points = [int(y) for y in re.findall(r'<circle [^>]*cy="(\d+)"', drawn)]
    told = [int(y) for y in re.findall(r'<text x="[^"]*" y="(\d+)"[^>]*class="waarde', drawn)]
    away = [text - point for text, point in zip(told, points, strict=True)]
    assert away == [-10, -10, -10, 20, 20, -4]


def test_a_chart_says_its_numbers_in_words_and_once_in_a_table():
    html = page()
    assert CIJFERS["acties-per-domein"].alt in html
    assert html.count("<td>4</td>") + html.count('<td class="rechts">4</td>') == 1
    assert html.count('<td class="rechts">21</td>') == 1


@cache
def tags_without_it():
    return {tag for tag, _ in Elements(page((kop(1, "Titel"), kop(2, "A"), p("eerst")))).tags}


@pytest.mark.slow
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_a_title_comes_out_as_it_was_typed(text):
    given_text = (kop(1, "Titel"), kop(2, "A"), BulletList((ListItem((p(text),)),)), p("eerst"))
    found = Elements(page(given_text))
    assert text in "".join(found.words)
    assert {tag for tag, _ in found.tags} - tags_without_it() <= {"ul", "li", "span"}


def test_properties_are_escaped_in_the_page():
    html = page(properties=replace(EIGENSCHAPPEN, title='</title><b x="1">', bestuur="A & B"))
    assert "&lt;/title&gt;&lt;b x=&#34;1&#34;&gt;" in html
    assert "A &amp; B" in html
    assert "<b " not in html


@pytest.mark.parametrize(
    ("text", "line"), [("<p>\n{{ titell }}", 2), ("<p>\n\n{% if %}", 3), ("{{ x(", 1)]
)
def test_a_mistake_in_the_page_is_found_at_its_line(text, line):
    with pytest.raises(FindingsError) as stop:
        make_html(NOTA, CIJFERS, own_page(text), EIGENSCHAPPEN)
    (found,) = stop.value.findings
    assert (found.code, found.file, found.line) == ("VG025", "templates/nota.html.j2", line)


def test_two_builds_are_the_same_bytes():
    assert page() == page()


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [0, 1], ids=["light", "dark"])
def test_text_has_contrast_on_both_grounds_and_bars_on_the_page(palette):
    roots = re.findall(r":root \{(.*?)\}", PAGE.text, re.DOTALL)
    colours = dict(re.findall(r"--(\w+): (#[0-9A-F]{6})", roots[palette]))
    for name in ("tekst", "titel", "realisaties", "planning", "zacht"):
        for ground in ("grond", "vlak"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)


def test_a_short_value_is_broken_once_at_most_and_a_shorter_one_not_at_all():
    header = cells("Risico", "Score", "Termijn", "Domein", "Dienst", "Waarom")
    row = cells("Uitval", "20 → 8", "tweede kwartaal 2025", "ICT", "Algemene directie", "–" * 30)
    html = page((kop(1, "T"), Table(header, (row,), ("left",) * 6)))
    assert '<td class="heel">20 → 8</td><td class="korte">tweede kwartaal 2025</td>' in html
    assert "<td>ICT</td><td>Algemene directie</td><td>–" in html
    assert 'class="tabel kort breed"' in html
