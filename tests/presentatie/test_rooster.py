"""Figures that are tables: the matrix of risks and the levels of domains, in any house style."""

from dataclasses import replace
from itertools import pairwise

import houses
import pytest

from voortgang.content.blocks import Heading, Paragraph, Table, Text
from voortgang.content.cijfers.rooster import Matrix, NiveauRij, Niveaus, RisicoRegel
from voortgang.office.measure import PITCH, POINT, Measure, Span
from voortgang.presentatie.plan.deck import plan_deck
from voortgang.presentatie.plan.task import Settings
from voortgang.presentatie.slides import Shape, TableBox, TextBox

HOUSES = ("default", "plain_4_3", "bare")
ANY_HOUSE = pytest.mark.parametrize("house", HOUSES)
RISKS = (
    RisicoRegel(1, "Uitval van het netwerk", 4, 5, 2, 4),
    RisicoRegel(2, "Ransomware legt de dienstverlening stil", 3, 5),
    RisicoRegel(3, "Moeilijk in te vullen functies", 3, 5),
)
NAMEN = ("Onbestaand", "Ad-hocbasis", "Gestructureerde aanzet", "Gedefinieerd", "", "")
RIJEN = (NiveauRij("Cultuur", 2, 4, 1), NiveauRij("Monitoring", 3, 3), NiveauRij("ICT", 0))


def slides(house, figure, *words, after=()):
    """The slides of a figure with paragraphs before it and after it."""
    house = getattr(houses, house)() if isinstance(house, str) else house
    cells = [tuple((Text(text),) if text else () for text in row) for row in figure.rijen]
    head = tuple((Text(text),) for text in figure.kop)
    table = Table(head, tuple(cells), figure.uitlijning, rooster=figure)
    before, behind = ([Paragraph((Text(text),)) for text in some] for some in (words, after))
    blocks = (Heading(2, (Text("Dia"),)), *before, table, *behind)
    return plan_deck(blocks, {}, house, Settings("R"))[0].slides


def text_of(cell):
    return "".join(run.text for line in cell for run in line.runs)


def table_of(slide):
    (table,) = [e for e in slide.elements if isinstance(e, TableBox)]
    return table


@ANY_HOUSE
@pytest.mark.parametrize(("schaal", "drempel"), [(3, 5), (4, 8), (5, 12)])
def test_a_matrix_is_a_table_with_the_numbers_of_risks_where_they_belong(house, schaal, drempel):
    figure = Matrix(schaal, drempel, (RisicoRegel(1, "A", schaal, 1), RisicoRegel(2, "B", 1, 2)))
    (slide,) = slides(house, figure)
    table = table_of(slide)
    texts = [[text_of(cell) for cell in row] for row in table.rows]
    assert texts[0] == ["Kans", *(f"impact {n}" for n in range(1, schaal + 1))]
    assert [row[0] for row in texts[1:]] == [f"kans {n}" for n in range(schaal, 0, -1)]
    assert (texts[1][1], texts[-1][2]) == ("1", "2")
    assert sum(bool(text) for row in texts[1:] for text in row[1:]) == 2
    assert table.headed
    assert table.box.bottom <= getattr(houses, house)().height


@pytest.mark.slow
@ANY_HOUSE
@pytest.mark.parametrize("count", [1, 4, 8, 20, 60, 300])
@pytest.mark.parametrize("spread", [1, 7])
def test_many_risks_in_one_cell_are_told_in_ranges_or_counted(house, count, spread):
    risks = tuple(RisicoRegel(n, f"R{n}", 1 + n % spread % 5, 5) for n in range(1, count + 1))
    table = table_of(slides(house, Matrix(5, 12, risks))[0])
    font, inset, measure = getattr(houses, house)().body_font, table.insets.left, Measure()
    shown = 0
    for high, row in zip(table.heights, table.rows, strict=True):
        for width, cell in zip(table.widths, row, strict=True):
            ((line,), run) = cell, cell[0].runs[0]
            words = tuple(Span(r.text, r.bold) for r in line.runs)
            lines = measure.lines(words, font, run.size, width - 2 * inset)
            assert len(lines) * run.size * PITCH * POINT + 2 * inset <= high + POINT
            if "impact" not in run.text and "kans" not in run.text.lower():
                shown += told(run.text)
    assert shown == count


@pytest.mark.slow
def test_an_empty_cell_is_empty_however_little_room_there_is():
    table = Table(((Text("Kans"),),), (), ("left",), rooster=Matrix(5, 12, RISKS))
    blocks = (Heading(2, (Text("een lange titel " * 200),)), table)
    (slide, *_) = plan_deck(blocks, {}, houses.plain_4_3(), Settings("R"))[0].slides
    cells = [text_of(cell) for row in table_of(slide).rows[1:] for cell in row[1:]]
    assert cells.count("") == 25 - 2


def told(text):
    """How many risks a cell speaks of."""
    if text.endswith("risico's"):
        return int(text.split()[0])
    ends = (each.split("–") for each in text.split(", ") if each)
    return sum(int(end[-1]) - int(end[0]) + 1 for end in ends)


def test_a_cell_is_tinted_by_its_score_and_its_numbers_are_bold_where_it_is_high():
    (slide,) = slides("default", Matrix(5, 12, RISKS))
    table = table_of(slide)
    for n, row in enumerate(table.rows[1:]):
        for impact, cell in enumerate(row[1:], 1):
            score = (5 - n) * impact
            fill = "accent2~45" if score >= 12 else "accent2~20" if score >= 6 else "lt2"
            assert table.fill(n + 1, impact) == fill
            assert all(run.bold == (score >= 12) for line in cell for run in line.runs)


def test_the_list_beside_a_matrix_has_each_risk_with_its_score_and_what_remains():
    (slide,) = slides("default", Matrix(5, 12, RISKS))
    (box,) = [e for e in slide.elements if isinstance(e, TextBox) and e.name == "Risico's"]
    assert [text_of([line]) for line in box.paragraphs] == [
        "Uitval van het netwerk score\u00a020\u00a0→\u00a08",
        "Ransomware legt de dienstverlening stil score\u00a015",
        "Moeilijk in te vullen functies score\u00a015",
    ]
    assert [line.bullet.number for line in box.paragraphs] == [1, 2, 3]


@ANY_HOUSE
def test_where_the_list_goes_on_the_matrix_is_repeated(house):
    many = tuple(RisicoRegel(n, f"Risico {n} met een lange naam", 3, 4) for n in range(1, 41))
    made = slides(house, Matrix(5, 12, many))
    assert len(made) > 1
    assert all(table_of(slide).rows == table_of(made[0]).rows for slide in made)


@pytest.mark.slow
@ANY_HOUSE
@pytest.mark.parametrize("count", [1, 3, 12, 25])
def test_each_domain_has_its_marks_in_its_row_and_its_numbers_in_words(house, count):
    rijen = tuple(NiveauRij(f"Domein {n}", n % 5, (n + 2) % 6, (n + 1) % 6) for n in range(count))
    figure, told = Niveaus(NAMEN, rijen), []
    for slide in slides(house, figure):
        table = table_of(slide)
        assert table.box.bottom <= getattr(houses, house)().height
        told += [(text_of(row[0]), text_of(row[-1])) for row in table.rows[1:]]
        marks = [e for e in slide.elements if isinstance(e, Shape) and e.name == "Niveau"]
        assert len(marks) == len(table.rows) - 1
        y = table.box.y + table.heights[0]
        for mark, high, row in zip(marks, table.heights[1:], table.rows[1:], strict=True):
            level = int(text_of(row[-1]).split()[0].rstrip(","))
            left = table.box.x + sum(table.widths[: level + 1])
            assert left < mark.box.x < mark.box.right < left + table.widths[level + 1]
            assert y <= mark.box.y < mark.box.bottom <= y + high
            y += high
    assert told == [(rij.titel, rij.stand) for rij in rijen]


@pytest.mark.parametrize(
    ("rij", "marks"),
    [
        (RIJEN[0], {"Niveau", "Doel", "Weg", "Vorig niveau"}),
        (RIJEN[1], {"Niveau"}),
        (RIJEN[2], {"Niveau"}),
        (NiveauRij("Gedaald", 1, None, 2), {"Niveau", "Vorig niveau"}),
    ],
)
def test_filled_is_reached_open_is_wanted_and_a_ring_is_what_was(rij, marks):
    (slide,) = slides("default", Niveaus(NAMEN, (rij,)))
    shapes = {e.name: e for e in slide.elements if isinstance(e, Shape)}
    assert {"Niveau", "Doel", "Weg", "Vorig niveau"} & shapes.keys() == marks
    assert shapes["Niveau"].fill == "accent1"
    if "Doel" in marks:
        assert (shapes["Doel"].fill, shapes["Doel"].line) == ("lt1", "accent2")
        assert shapes["Niveau"].box.right <= shapes["Weg"].box.x
        assert shapes["Weg"].box.right <= shapes["Doel"].box.x + 1


def test_the_ten_domains_of_the_leidraad_stand_on_one_slide():
    titles = (
        "Doelstellingen en procesmanagement", "Belanghebbendenmanagement", "Monitoring",
        "Financieel management", "Organisatiestructuur", "Personeelsbeleid", "Organisatiecultuur",
        "Informatie en communicatie", "Facilitaire middelen, opdrachten en contracten", "ICT",
    )  # fmt: skip
    rijen = tuple(NiveauRij(title, 1 + n % 3, 4, n % 3) for n, title in enumerate(titles))
    assert len(slides("default", Niveaus(NAMEN, rijen))) == 1


@ANY_HOUSE
@pytest.mark.parametrize(("count", "together"), [(1, True), (40, False)])
def test_words_before_the_levels_stand_above_them_or_on_slides_of_their_own(house, count, together):
    words = [f"Zin {n}." for n in range(count)]
    made = slides(house, Niveaus(NAMEN, RIJEN), *words, after=["Erna."])
    drawn = [(n, e) for n, slide in enumerate(made) for e in slide.elements]
    boxes = {text_of([line]): (n, e.box) for n, e in drawn if isinstance(e, TextBox)
             for line in e.paragraphs}  # fmt: skip
    ((at, table),) = [(n, e.box) for n, e in drawn if isinstance(e, TableBox)]
    assert set(words) | {"Erna."} <= boxes.keys()
    assert all((boxes[word][0] == at) is together for word in words)
    assert not together or all(boxes[word][1].y < table.y for word in words)
    assert max(e.box.bottom for _, e in drawn) <= getattr(houses, house)().height


def test_the_key_of_the_levels_stays_in_a_narrow_area():
    house = houses.bare()
    (only,) = house.layouts
    title = replace(only.title, box=replace(only.title.box, x=16 * houses.CM, width=8 * houses.CM))
    made = slides(replace(house, layouts=(replace(only, title=title),)), Niveaus(NAMEN, RIJEN))
    key = [e for slide in made for e in slide.elements if e.name.startswith("Legende")]
    assert len(key) >= 3
    assert all(e.box.right <= title.box.right for e in key)
    table = table_of(made[0])
    assert all(e.box.bottom <= table.box.y for e in key if e in made[0].elements)


def test_figures_say_their_numbers_in_words():
    assert Matrix(5, 12, RISKS[:1]).alt == (
        "Hoge risico's naar kans en impact. risico 1: kans 4, impact 5. Een score is hoog vanaf 12."
    )
    assert Niveaus(NAMEN, RIJEN).alt == (
        "Maturiteit per domein, van 0 tot 5. Cultuur: niveau 2, doel 4, was 1; "
        "Monitoring: niveau 3, doel 3; ICT: niveau 0."
    )
    rows = Niveaus(NAMEN, RIJEN).rijen
    assert rows[0] == ("Cultuur", "", "·", "●", "", "○", "", "2, doel 4, was 1")


def test_the_rows_of_a_matrix_fall_from_the_highest_kans():
    for above, below in pairwise(Matrix(4, 8, ()).tinten):
        assert all(one >= other for one, other in zip(above, below, strict=True))


def test_the_names_of_levels_stand_in_the_key_where_the_scale_has_no_room_for_them():
    titles = [f"Domein met een lange naam {n}" for n in range(9)]
    rijen = tuple(NiveauRij(title, 1, 4, 2) for title in titles)
    wide, narrow = (slides(house, Niveaus(NAMEN, rijen))[0] for house in ("default", "plain_4_3"))
    heads = [[text_of(cell) for cell in table_of(slide).rows[0]] for slide in (wide, narrow)]
    assert heads[0][3] == "2 Gestructureerde aanzet"
    assert heads[1][1:-1] == ["0", "1", "2", "3", "4", "5"]
    (names,) = [e for e in narrow.elements if e.name == "Niveaus"]
    assert text_of(names.paragraphs) == (
        "0 Onbestaand, 1 Ad-hocbasis, 2 Gestructureerde aanzet, 3 Gedefinieerd"
    )


@ANY_HOUSE
def test_levels_with_names_of_many_short_words_have_them_in_the_key(house):
    names = tuple(f"niveau {n} is als " + "het zo is en niet " * 9 for n in range(5))
    (slide,) = slides(house, Niveaus(names, RIJEN))
    table = table_of(slide)
    assert [text_of(cell) for cell in table.rows[0][1:-1]] == ["0", "1", "2", "3", "4"]
    assert table.box.bottom <= getattr(houses, house)().height
