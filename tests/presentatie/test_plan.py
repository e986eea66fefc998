import io
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace

import drawing
import houses
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from voortgang.content.blocks import Paragraph, Text
from voortgang.content.cijfers.cijfer import NAMES, Cijfer, Reeks
from voortgang.content.cijfers.tellen import acties_per_domein
from voortgang.content.markdown.parse import parse
from voortgang.findings import Severity
from voortgang.office.measure import Measure, Span
from voortgang.presentatie.fit.flow import Flow
from voortgang.presentatie.plan.deck import plan_deck
from voortgang.presentatie.plan.task import Settings
from voortgang.presentatie.slides import Chart, PictureBox, TableBox, TextBox
from voortgang.source.inside import Unreadable

HOUSES = (houses.default(), houses.plain_4_3(), houses.bare())
ANY_HOUSE = pytest.mark.parametrize("house", HOUSES, ids=("default", "plain_4_3", "bare"))
LONG = [f"Opmaken van het beleidsplan nummer {n} voor de dienst" for n in range(1, 91)]
WORDS = st.text(st.sampled_from("aeinorst -–é(W.m"), min_size=1, max_size=90).filter(str.strip)
ENTRY = WORDS | st.tuples(WORDS, st.lists(WORDS, min_size=1, max_size=9))
AGAIN = " (vervolg)"


def plan(blocks, house, **more):
    figures = more.pop("figures", {})
    return plan_deck(blocks, figures, house, Settings("Rapport", **more))[0]


def panel_boxes(slide):
    return [
        e for e in slide.elements
        if isinstance(e, TextBox) and e.name.startswith(("Realisaties", "Planning"))
    ]  # fmt: skip


def entries_of(deck, name):
    """The texts of one panel over all slides, its broken entries joined, repeats left out."""
    out = []
    for slide in deck.slides:
        for box in panel_boxes(slide):
            if not box.name.startswith(name):
                continue
            for line in box.paragraphs:
                text = "".join(run.text for run in line.runs)
                if line.bullet is None and out:
                    out[-1] += text
                elif not text.endswith(AGAIN):
                    out.append(text)
    return out


def flat(entries):
    for entry in entries:
        yield entry if isinstance(entry, str) else entry[0]
        if not isinstance(entry, str):
            yield from entry[1]


def size_of(slide):
    return max(r.size for box in panel_boxes(slide) for p in box.paragraphs for r in p.runs)


@pytest.mark.slow
def test_the_seven_domains_of_2022_take_one_slide_each_at_the_sizes_of_the_look():
    sizes = []
    for title, done, planned in drawing.domains_2022():
        deck = plan(drawing.domain(title, done, planned), houses.default())
        assert len(deck.slides) == 1, title
        sizes.append(size_of(deck.slides[0]))
    assert sizes == [16, 16, 16, 18, 15, 18, 18]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "done", "planned"),
    [
        ("vol", LONG[:42], LONG[:9]),
        ("meer_planning", LONG[:6], LONG[:20]),
        ("leeg", LONG[:4], []),
        ("lang_woord", ["x" * 300, "y" * 40], ["kort"]),
        ("langer_dan_een_dia", ["woord " * 400 + "einde"], LONG[:2]),
        ("groep", [("Welzijn op het werk", [f"Deel {n}" for n in range(1, 41)])], ["Plan"]),
        ("veel", LONG, LONG[:60]),
    ],
)
@pytest.mark.parametrize("house", ["default", "plain_4_3", "bare"])
def test_golden_outline_of_a_hard_domain(golden, name, done, planned, house):
    made = getattr(houses, house)()
    deck = plan(drawing.domain("Organisatiecultuur", done, planned), made)
    golden(f"{name}_{house}.txt", drawing.draw(deck, made))


@pytest.mark.parametrize("house", ["default", "plain_4_3", "bare"])
def test_golden_outline_of_every_kind_of_slide(golden, house):
    made = getattr(houses, house)()
    domeinen = [SimpleNamespace(titel=t, realisaties=r, planning=p) for t, r, p in
                drawing.domains_2022()]  # fmt: skip
    figures = {"acties-per-domein": acties_per_domein(domeinen)}
    blocks, remarks = parse(KINDS)
    assert not remarks
    deck = plan(blocks, made, figures=figures, footer="Voortgangsrapport")
    golden(f"soorten_{house}.txt", drawing.draw(deck, made))


@pytest.mark.slow
@ANY_HOUSE
@settings(max_examples=25)
@given(st.lists(ENTRY, max_size=30), st.lists(ENTRY, max_size=20))
def test_every_text_stands_once_and_in_order_inside_its_box(house, done, planned):
    deck = plan(drawing.domain("Domein", done, planned), house)
    measure = Measure()
    for name, entries, empty in (
        ("Realisaties", done, "Geen realisaties opgenomen"),
        ("Planning", planned, "Geen planning opgenomen"),
    ):
        found = [text.replace("zie vorige dia", "") for text in entries_of(deck, name)]
        found = [text for text in found if text]
        assert found == (list(flat(entries)) or [empty])
    for slide in deck.slides:
        for box in panel_boxes(slide):
            assert drawing.height(box, house, measure) <= box.box.height / 12700 + 0.5
            assert all(run.size >= 14 for line in box.paragraphs for run in line.runs)
            assert box.box.x >= 0
            assert box.box.right <= house.width
            assert box.box.bottom <= house.height


@pytest.mark.slow
@ANY_HOUSE
def test_titles_are_unique_and_say_which_slide_of_how_many(house):
    blocks = drawing.domain("Domein", LONG, LONG) + drawing.domain("Domein", ["a"], ["b"])
    titles = [slide.title for slide in plan(blocks, house).slides]
    assert len(set(titles)) == len(titles)
    assert titles[0] == f"Domein (1/{len(titles) - 1})"
    assert titles[-1] == "Domein (2)"


@pytest.mark.parametrize("smallest", [12, 14, 18, 24])
def test_no_letter_in_a_panel_is_smaller_than_the_setting(smallest):
    deck = plan(
        drawing.domain("Domein", LONG, [("Groep", LONG[:14])]),
        houses.default(),
        minimale_lettergrootte=smallest,
    )
    sizes = {r.size for s in deck.slides for b in panel_boxes(s) for p in b.paragraphs
             for r in p.runs}  # fmt: skip
    assert min(sizes) >= smallest
    assert len({size_of(slide) for slide in deck.slides if panel_boxes(slide)}) == 1


def test_a_table_breaks_between_rows_and_repeats_its_header():
    rows = "\n".join(f"| plan {n} | domein {n} |" for n in range(60))
    blocks, _ = parse(f"## Tabel\n\n| Plan | Domein |\n|---|---|\n{rows}\n")
    deck = plan(blocks, houses.default())
    tables = [e for s in deck.slides for e in s.elements if isinstance(e, TableBox)]
    assert len(tables) > 1
    cells = [[c[0].runs[0].text for c in row] for table in tables for row in table.rows]
    assert cells.count(["Plan", "Domein"]) == len(tables)
    assert [c[0] for c in cells if c[0] != "Plan"] == [f"plan {n}" for n in range(60)]
    for table in tables:
        assert table.box.bottom <= houses.default().height


def test_a_chart_with_too_many_categories_goes_on_on_the_next_slide():
    many = [SimpleNamespace(titel=f"Domein {n}", realisaties=[1] * n, planning=[1])
            for n in range(40)]  # fmt: skip
    figures = {"acties-per-domein": acties_per_domein(many)}
    blocks, _ = parse("## Cijfers\n\n```grafiek\ncijfers: acties-per-domein\n```\n")
    deck = plan(blocks, houses.default(), figures=figures)
    charts = [e.cijfer for s in deck.slides for e in s.elements if isinstance(e, Chart)]
    assert len(charts) > 1
    assert [c for chart in charts for c in chart.categorieen] == [d.titel for d in many]


@pytest.mark.parametrize("house", HOUSES[:2], ids=("default", "plain_4_3"))
@pytest.mark.parametrize("columns", [1, 8, 20, 30, 40, 120, 400])
def test_a_table_has_room_for_each_letter_or_is_said_to_have_too_many_columns(house, columns):
    row = "|".join("W" * columns)
    text = f"## Overzicht\n\n|{row}|\n|{'-|' * columns}\n|{row}|\n"
    deck, findings = plan_deck(parse(text)[0], {}, house, Settings("Rapport"))
    tables = [e for s in deck.slides for e in s.elements if isinstance(e, TableBox)]
    size = tables[0].rows[0][0][0].runs[0].size
    room = min(tables[0].widths) - tables[0].insets.left - tables[0].insets.right
    said = [found for found in findings if "kolommen" in found.message]
    assert bool(said) == (room < Measure().width((Span("W", bold=True),), house.body_font, size))
    assert [found.severity for found in said] == [Severity.ERROR] * len(said)


@pytest.mark.slow
@ANY_HOUSE
@pytest.mark.parametrize("columns", [1, 3, 30])
@pytest.mark.parametrize("letters", [40, 700, 5000])
def test_a_table_stands_on_its_slide_or_is_said_to_have_no_room_for_its_header(
    house, columns, letters
):
    head = "|".join([("woorden " * letters)[:letters].strip()] * columns)
    text = f"## Overzicht\n\n|{head}|\n|{'-|' * columns}\n|{'|'.join('a' * columns)}|\n"
    deck, findings = plan_deck(parse(text)[0], {}, house, Settings("Rapport"))
    tables = [e for s in deck.slides for e in s.elements if isinstance(e, TableBox)]
    assert any(e.box.bottom > house.height for e in tables) <= bool(findings)
    assert bool(findings) is (letters == 5000 or columns * letters > 1000)


def test_a_title_of_two_thousand_letters_pushes_the_body_down_and_is_whole():
    title = "Een titel die niet ophoudt " * 20
    deck = plan(drawing.domain(title.strip(), ["a"], ["b"]), houses.default())
    assert title.strip() in drawing.texts(deck)
    head, *_ = deck.slides[0].elements
    body = panel_boxes(deck.slides[0])[0]
    assert body.box.y >= head.box.bottom


@pytest.fixture
def work(monkeypatch):
    """How often a text is broken into lines, and a list packed into columns."""
    counts = Counter()

    def counted(owner, name):
        do = getattr(owner, name)

        def call(*args, **more):
            counts[name] += 1
            return do(*args, **more)

        monkeypatch.setattr(owner, name, call)

    counted(Measure, "lines")
    counted(Flow, "pack")
    return counts


@pytest.mark.parametrize("house", HOUSES)
def test_a_list_is_broken_once_in_each_size_and_width_and_each_way_is_packed_once(work, house):
    plan(drawing.domain("Domein", LONG[:23], LONG[:12]), house)
    sizes, ways, levelled, head = 5, 6, 3 * 2 * 14, 20
    assert work["lines"] <= 35 * sizes * ways + head
    assert work["pack"] <= 2 * ways * (20 + 1) + levelled


@pytest.mark.slow
def test_a_text_that_goes_on_for_slides_is_not_measured_again_on_each(work):
    def cost(words):
        work.clear()
        deck = plan(drawing.domain("Domein", ["a"], ["b"], "woord " * words), houses.default())
        return work["lines"], len(deck.slides)

    (less, few), (more, many) = cost(3000), cost(6000)
    head = 8  # of each slide: its title, and that it goes on
    assert many > few > 4
    assert more - less <= head * (many - few)


def test_a_footer_that_does_not_fit_is_left_out_and_said():
    long = Settings("Rapport", footer="Voortgangsrapport organisatiebeheersing " * 6)
    deck, findings = plan_deck(drawing.domain("Domein", ["a"], ["b"]), {}, houses.default(), long)
    assert deck.slides[0].footer is None
    assert [finding.code for finding in findings] == ["VG078"]
    assert plan_deck(parse("# Rapport {.titelblad}")[0], {}, houses.default(), long)[1] == ()


@pytest.mark.slow
def test_four_hundred_slides_cost_no_more_each_than_forty(work):
    def cost(count):
        work.clear()
        slides = (drawing.domain(f"D{n:03}", LONG[:3], LONG[:2]) for n in range(count))
        plan(tuple(block for slide in slides for block in slide), houses.default())
        return work.total() / count

    assert cost(400) == cost(40)


@pytest.mark.slow
def test_a_group_that_splits_keeps_two_sub_items_on_each_side_and_repeats_its_entry():
    groups = [(f"Groep {n}", [f"Deel {n}.{k} van het geheel" for k in range(14)]) for n in range(9)]
    deck = plan(drawing.domain("Domein", groups, ["Plan"]), houses.default())
    columns = [b for s in deck.slides for b in panel_boxes(s) if b.name.startswith("Realisaties")]
    assert any(AGAIN in "".join(r.text for r in b.paragraphs[0].runs) for b in columns)
    for box in columns:
        levels = [line.level for line in box.paragraphs]
        assert levels[0] == 0
        heads = [n for n, level in enumerate(levels) if level == 0] + [len(levels)]
        assert all(b - a - 1 >= 2 for a, b in pairwise(heads))


@pytest.mark.slow
def test_a_text_that_breaks_leaves_no_lonely_line():
    for words in range(500, 540):
        deck = plan(drawing.domain("D", ["woord " * words, "kort"], ["b"]), houses.default())
        measure = Measure()
        for slide in deck.slides:
            for box in panel_boxes(slide):
                for line in box.paragraphs:
                    text = "".join(run.text for run in line.runs)
                    if text.startswith("woord"):
                        assert len(drawing.broken(line, box, houses.default(), measure)) >= 2


def test_a_short_panel_is_whole_on_the_first_slide_and_points_back_to_it():
    deck = plan(drawing.domain("Domein", LONG[:42], LONG[:9]), houses.default())
    first, *others = deck.slides
    texts = [["".join(r.text for r in p.runs) for p in b.paragraphs] for b in panel_boxes(first)]
    assert texts[-1] == LONG[:9]
    assert all("zie vorige dia" in drawing.texts(replace(deck, slides=(s,))) for s in others)


DETAILS = "De dienst die het trekt · tweede kwartaal 2026"


def test_details_behind_a_plan_are_small_and_quiet_but_no_smaller_than_may_be():
    text = "".join(f"- {words} [{DETAILS}]{{.klein}}\n" for words in LONG[:3])
    for smallest, size in ((14, 16), (18, 18)):
        blocks, _ = parse(f"## D\n\n### Realisaties {{.realisaties}}\n\n- Een\n\n"
                          f"### Planning {{.planning}}\n\n{text}")  # fmt: skip
        deck = plan(blocks, houses.default(), minimale_lettergrootte=smallest)
        planned = panel_boxes(deck.slides[0])[-1]
        for line in planned.paragraphs:
            *_, details = line.runs
            assert (details.text, details.size, details.colour) == (DETAILS, size, "accent3")
            assert line.runs[0].size == 20


@pytest.mark.parametrize("count", [2, 7, 14, 26])
@ANY_HOUSE
def test_details_are_measured_with_the_plan_that_they_stand_behind(house, count):
    text = "".join(f"- {words} [{DETAILS}]{{.klein}}\n" for words in LONG[:count])
    blocks, _ = parse(f"## D\n\n### Realisaties {{.realisaties}}\n\n- Een\n\n"
                      f"### Planning {{.planning}}\n\n{text}")  # fmt: skip
    deck = plan(blocks, house)
    for box in (box for slide in deck.slides for box in panel_boxes(slide)):
        assert drawing.height(box, house, Measure()) <= box.box.height / 12700 + 0.5
    assert "".join(drawing.texts(deck)).count(DETAILS) == count


def splits(deck):
    """Where the planning begins on each slide of a domain."""
    return [box.box.x for s in deck.slides for box in panel_boxes(s) if box.name == "Planning"]


DECKS = {
    "few": [(LONG[:2], LONG[:3]), (LONG[:3], LONG[:1]), (LONG[:1], LONG[:4])],
    "more_planning": [(LONG[:4], LONG[:7]), (LONG[:2], LONG[:5]), (LONG[:3], LONG[:2])],
    "mixed": [(LONG[:3], LONG[:4]), (LONG[:6], LONG[:3]), (LONG[:5], LONG[:5])],
}


@ANY_HOUSE
@pytest.mark.parametrize("name", DECKS)
def test_the_split_does_not_jump_from_slide_to_slide(house, name):
    deck = plan(sum((drawing.domain("D", *each) for each in DECKS[name]), ()), house)
    assert len(set(splits(deck))) == 1


def test_a_domain_has_another_split_where_that_saves_a_slide():
    more = (LONG[:2], [f"{words} en voor de hele organisatie" for words in LONG[:16]])
    alone = [plan(drawing.domain("D", *each), houses.default()) for each in (*FULL, more)]
    deck = plan(sum((drawing.domain("D", *each) for each in (*FULL, more)), ()), houses.default())
    assert len(deck.slides) == sum(len(each.slides) for each in alone)
    *usual, last = splits(deck)
    assert len(set(usual)) == 1
    assert last < usual[0]


FULL = [(LONG[:24], LONG[:9]), (LONG[:22], LONG[:8])]


@pytest.mark.parametrize("count", [5, 6, 9])
def test_a_narrow_column_does_not_make_both_panels_small(count):
    """As many plans as realisaties, all long: beside each other they get the same room."""
    long = [f"{words}, met de prioriteiten per dienst en per jaar" for words in LONG[:count]]
    done, planned = panel_boxes(plan(drawing.domain("D", long, long), houses.default()).slides[0])
    assert done.box.width == planned.box.width


@pytest.mark.parametrize("counts", [(4, 2), (10, 14), (2, 20)])
@pytest.mark.parametrize("criterium", ["", "Het bestuur weet waar het naartoe wil. " * 3])
def test_no_title_or_criterium_runs_over_the_edge_of_a_panel(counts, criterium):
    house = houses.default()
    title = "Facilitaire middelen, opdrachten en contracten"
    done, planned = (LONG[:count] for count in counts)
    for slide in plan(drawing.domain(title, done, planned, criterium), house).slides:
        (panel,) = house.layouts[slide.layout].drawn
        for element in slide.elements:
            if element.name in {"Titel", "Criterium"}:
                assert element.box.right <= panel.x


def test_small_words_beside_a_title_stay_there_where_a_logo_stands_in_the_title_itself():
    house = houses.plain_4_3()
    logo = houses.box(6, 1, 9, 3)
    house = replace(house, layouts=tuple(replace(one, drawn=(logo,)) for one in house.layouts))
    elements = plan(drawing.domain("Kort", ["a"], ["b"]), house).slides[0].elements
    assert "Bovenschrift" in [element.name for element in elements]


@pytest.mark.parametrize("left", [20, 23])
def test_a_head_keeps_clear_of_what_a_template_draws_beside_it(left):
    house = houses.plain_4_3()
    logo = houses.box(left, 0, 25.4, 3)
    house = replace(house, layouts=tuple(replace(one, drawn=(logo,)) for one in house.layouts))
    title, eyebrow, *_ = (
        plan(drawing.domain("Een titel van enige lengte", ["a"], ["b"]), house).slides[0].elements
    )
    assert eyebrow.name == "Bovenschrift"
    assert title.box.right <= eyebrow.box.x
    assert eyebrow.box.right <= logo.x


def test_a_slide_that_goes_on_says_so_and_the_last_one_does_not():
    deck = plan(drawing.domain("Domein", LONG[:42], LONG[:9]), houses.default(), footer="Voet")
    said = [any(e.name == "Vervolg" for e in slide.elements) for slide in deck.slides]
    assert said == [True] * (len(said) - 1) + [False]


def field(*rows, contact=(), house=None):
    """The dots of a closing slide with a row for each (realisaties, planning), and its words."""
    figure = acties_per_domein(
        [SimpleNamespace(titel=f"D{n}", realisaties="x" * done, planning="x" * planned)
         for n, (done, planned) in enumerate(rows)]
    )  # fmt: skip
    text = "".join(f"{line}\n\n" for line in contact)
    blocks, _ = parse(
        f"# Bedankt {{.slot}}\n\n{text}```grafiek\ncijfers: acties-per-domein\nvorm: stippen\n```\n"
    )
    house = house or houses.default()
    (slide,) = plan(blocks, house, figures={"acties-per-domein": figure}).slides
    return [e for e in slide.elements if e.name.startswith("Stippen")], slide


@pytest.mark.parametrize("rows", [[(3, 2)], [(4, 2)] * 4, [(5, 2)] * 10, [(14, 9)] * 7])
def test_the_dots_are_as_large_as_their_number_allows(rows):
    shapes, _ = field(*rows)
    dots = [dot for shape in shapes for dot in shape.dots]
    assert len(dots) == sum(map(sum, rows))
    wide = max(dot.right for dot in dots) - min(dot.x for dot in dots)
    assert dots[0].width >= 0.8 * houses.CM or wide > 0.6 * houses.default().width
    for one, other in pairwise(sorted(dots, key=lambda dot: (dot.y, dot.x))):
        assert other.y > one.y or other.x > one.right


def test_the_dots_keep_clear_of_the_words_above_them():
    contact = ("Algemene directie", "organisatiebeheersing@beverdonk.example")
    shapes, slide = field(*[(14, 9)] * 10, contact=contact)
    words = next(e for e in slide.elements if e.name == "Ondertitel")
    last = words.box.y + drawing.height(words, houses.default(), Measure()) * 12700
    assert min(dot.y for shape in shapes for dot in shape.dots) >= last + 0.8 * houses.CM


@pytest.mark.parametrize(
    ("rows", "lines"), [([(3, 2)], 1), ([(90, 2)], 1), ([(3, 2)] * 40, 1), ([], 1), ([(3, 2)], 30)]
)
def test_words_after_the_dots_stay_where_these_have_no_room(rows, lines):
    """Those that explain the dots go with them."""
    figure = acties_per_domein(
        [SimpleNamespace(titel=f"D{n}", realisaties="x" * done, planning="x" * planned)
         for n, (done, planned) in enumerate(rows)]
    )  # fmt: skip
    words = [f"Regel {n}" for n in range(lines)]
    text = "\n\n".join(["```grafiek\ncijfers: acties-per-domein\nvorm: stippen\n```", *words])
    blocks, _ = parse(f"# Rapport {{.titelblad}}\n\nWoorden\n\n{text}\n\n● gedaan ○ gepland\n")
    deck = plan(blocks, houses.default(), figures={"acties-per-domein": figure})
    drawn = any(e.name.startswith("Stippen") for e in deck.slides[0].elements)
    said = drawing.texts(deck)
    assert [line for line in said if line.startswith("Regel")] == words
    assert ("● gedaan ○ gepland" in said) is drawn
    assert drawn is (rows == [(3, 2)] and lines == 1)


def test_words_under_the_dots_keep_their_dress_their_links_and_what_hangs_below_them():
    figure = acties_per_domein([SimpleNamespace(titel="D", realisaties="xxx", planning="x")])
    blocks, _ = parse(
        "# Rapport {.titelblad}\n\n```grafiek\ncijfers: acties-per-domein\nvorm: stippen\n```\n\n"
        "● **gedaan**, [meer](https://www.beverdonk.example)\n\n- een\n  - twee\n"
    )
    (slide,) = plan(blocks, houses.default(), figures={"acties-per-domein": figure}).slides
    (key,) = [element for element in slide.elements if element.name == "Legende"]
    assert [[(r.text, r.bold, r.href) for r in line.runs] for line in key.paragraphs] == [
        [("●", False, None), (" ", False, None), ("gedaan", True, None), (", ", False, None),
         ("meer", False, "https://www.beverdonk.example")],
        [("een", False, None)],
        [("twee", False, None)],
    ]  # fmt: skip


def test_quiet_words_under_the_dots_have_the_room_that_they_take():
    figure = acties_per_domein([SimpleNamespace(titel="D", realisaties="xxx", planning="x")])
    quiet = "[" + "kleine woorden " * 40 + "]{.klein}"
    chart = "```grafiek\ncijfers: acties-per-domein\nvorm: stippen\n```"
    blocks, _ = parse(f"# Rapport {{.titelblad}}\n\n{chart}\n\n● gedaan {quiet}\n")
    (slide,) = plan(blocks, houses.default(), figures={"acties-per-domein": figure}).slides
    (key,) = [element for element in slide.elements if element.name == "Legende"]
    assert {run.size for run in key.paragraphs[0].runs if "klein" in run.text} == {12.8}
    assert drawing.height(key, houses.default(), Measure()) <= key.box.height / 12700 + 0.5


@pytest.mark.parametrize(("count", "tallest"), [(1, 3), (3, 3), (7, 3)])
def test_the_bars_of_a_few_domains_are_no_thicker_than_those_of_many(count, tallest):
    figure = acties_per_domein(
        [SimpleNamespace(titel=f"D{n}", realisaties="xx", planning="x") for n in range(count)]
    )
    blocks, _ = parse("## C\n\n```grafiek\ncijfers: acties-per-domein\n```\n")
    (slide,) = plan(blocks, houses.default(), figures={"acties-per-domein": figure}).slides
    (chart,) = [e for e in slide.elements if isinstance(e, Chart)]
    assert chart.box.height <= count * tallest * houses.CM


def panels(*roles, words="Een paar woorden over iets"):
    out = [drawing.heading(2, "Domein")]
    for role in roles:
        out += [drawing.heading(3, role, role), drawing.bullets([words, words + " meer"])]
        if role == "criterium":
            out[-1] = Paragraph((Text(words),))
    return tuple(out)


@ANY_HOUSE
@pytest.mark.parametrize(
    "roles",
    [
        ("realisaties", "risicos", "planning"),
        ("criterium", "realisaties", "risicos", "planning"),
        ("criterium", "realisaties", "risicos", "planning", "vervallen"),
        ("realisaties", "planning", "vervallen", "lopend", "gerealiseerd"),
    ],
)
def test_panels_keep_their_order(house, roles):
    deck = plan(panels(*roles), house)
    names = [e.name for s in deck.slides for e in s.elements if isinstance(e, TextBox)]
    found = list(dict.fromkeys(name for name in names if name in roles))
    assert found == list(roles)


def test_a_short_criterium_stands_above_the_panels_and_a_long_one_on_its_own_slide():
    roles = ("criterium", "realisaties", "risicos", "planning")
    assert len(plan(panels(*roles), houses.default()).slides) == 1
    long = plan(
        panels(*roles, words="Het bestuur weet waar het naartoe wil. " * 24), houses.default()
    )
    names = [[e.name for e in slide.elements] for slide in long.slides]
    assert "criterium" in names[0]
    assert not any("realisaties" in each for each in names[:1])


def png(width, height):
    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, "PNG")
    return out.getvalue()


PNG = png(400, 100)
PICTURE = "## Beeld\n\n![Een schema](beelden/plan.png)\n"


def test_a_picture_keeps_its_shape_within_its_room():
    deck = plan(parse(PICTURE)[0], houses.default(), picture=lambda _: PNG)
    picture = next(e for e in deck.slides[0].elements if isinstance(e, PictureBox))
    assert picture.box.width == pytest.approx(4 * picture.box.height, rel=0.001)
    assert picture.box.right <= houses.default().width


def missing(_):
    raise Unreadable("dit bestand bestaat niet", "zet het in de werkmap")


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (missing, "dit bestand bestaat niet"),
        (lambda _: b"GIF89a" + bytes(40), "geen png of jpeg"),
        (lambda _: b"<svg/>", "geen png of jpeg"),
        (lambda _: PNG[:16], "geen png of jpeg"),
    ],
)
def test_a_picture_that_cannot_be_used_is_a_finding_at_its_line(picture, said):
    _, (finding,) = plan_deck(
        parse(PICTURE)[0], {}, houses.default(),
        Settings("R", picture=picture, file="presentatie.md.j2", line_of=lambda n: n + 40),
    )  # fmt: skip
    assert (finding.code, finding.severity) == ("VG028", Severity.ERROR)
    assert (finding.file, finding.line) == ("presentatie.md.j2", 43)
    assert said in finding.message


@pytest.mark.parametrize(
    ("vorm", "names", "shown"),
    [
        ("gestapeld", ("Domein",), "gestapeld"),
        ("lijnen", ("ICT", "Financiën"), "lijnen"),
        ("lijnen", ("Doelstellingen en procesmanagement",) * 8, "balken"),
    ],
)
def test_a_form_that_the_author_chose_is_drawn_and_told_where_names_below_lines_have_room(
    vorm, names, shown
):
    domeinen = [SimpleNamespace(titel=name, realisaties="abc", planning="ab") for name in names]
    figures = {"acties-per-domein": acties_per_domein(domeinen)}
    blocks, _ = parse(f"## C\n\n```grafiek\ncijfers: acties-per-domein\nvorm: {vorm}\n```\n")
    (chart,) = [
        e for e in plan(blocks, houses.default(), figures=figures).slides[0].elements
        if isinstance(e, Chart)
    ]  # fmt: skip
    assert chart.cijfer.vorm == shown
    assert chart.cijfer.alt.startswith(NAMES[shown])


KINDS = """\
# Voortgangsrapport organisatiebeheersing 2022 {.titelblad bovenschrift="Gemeente Voorbeeldegem"}

Realisaties 2022 en planning 2023

```grafiek
cijfers: acties-per-domein
vorm: stippen
```

● 121 realisaties   ○ 58 plannen · één rij per domein

## Agenda {.agenda}

# Wat is organisatiebeheersing? {agenda="Decreet en principes"}

Zekerheid dat een bestuur zijn doelen haalt.

## Decreet

- De algemeen directeur bouwt het systeem uit, na overleg
- De gemeenteraad keurt het kader goed
  - en de raad voor maatschappelijk welzijn

> Organisatiebeheersing is het geheel van maatregelen en procedures.
>
> – Artikel 217

::: notes
Een notitie.
:::

# Voortgangsrapport

## Voortgangsrapport (1)

```grafiek
cijfers: acties-per-domein
```

### 121 {.kengetal .realisaties}

realisaties in 2022

### 58 {.kengetal .planning}

plannen voor 2023 en later

Een actie die in meer dan één domein staat, telt hier één keer.

## Stappen

1. Eerst
2. Dan

## Opbouw

Eén rapport per jaar.

- Vier vaste onderdelen
- Elk plan krijgt een antwoord

## Vier panelen

### Criterium {.criterium}

Het bestuur weet waar het naartoe wil.

### Realisaties {.realisaties aantal="1"}

- Een

### Hoge risico's {.risicos aantal="1"}

- Risico

### Planning {.planning aantal="1"}

- Plan

# Bedankt {.slot}

[naam@voorbeeldegem.example](<mailto:naam@voorbeeldegem.example>)
"""


LEIDRAAD = (
    "Doelstellingen en procesmanagement", "Belanghebbendenmanagement", "Monitoring",
    "Financieel management", "Organisatiestructuur", "Personeelsbeleid", "Organisatiecultuur",
    "Informatie en communicatie", "Facilitaire middelen, opdrachten en contracten", "ICT",
    "Dienstverlening", "Duurzaamheid",
)  # fmt: skip
FIGURES = (
    "## Voortgangsrapport (1)\n\n```grafiek\ncijfers: acties-per-domein\n```\n\n"
    "### 58 {.kengetal .realisaties}\n\nrealisaties in 2022\n\n"
    "### 47 {.kengetal .planning}\n\nplannen voor 2023 en later\n\n"
    "Meeste realisaties (10): Financieel management\n"
)


def charted(titles, house, most=12):
    """The charts of a deck with so many domains beside two key figures, and the deck."""
    domeinen = [
        SimpleNamespace(titel=title, realisaties="a" * (1 + n % most), planning="ab")
        for n, title in enumerate(titles)
    ]
    figures = {"acties-per-domein": acties_per_domein(domeinen)}
    deck = plan(parse(FIGURES)[0], house, figures=figures)
    return [e for s in deck.slides for e in s.elements if isinstance(e, Chart)], deck


@pytest.mark.parametrize("count", range(7, 13))
@pytest.mark.parametrize("house", HOUSES[:2], ids=("default", "plain_4_3"))
def test_up_to_twelve_domains_stand_in_one_chart_beside_the_key_figures(house, count):
    (chart,), deck = charted(LEIDRAAD[:count], house)
    (slide,) = deck.slides
    assert chart.cijfer.categorieen == LEIDRAAD[:count]
    assert chart.size >= 14
    assert {"Kengetal 58", "Kengetal 47"} <= {e.name for e in slide.elements}


def test_the_bars_of_seven_domains_keep_their_air_and_those_of_twelve_get_less():
    (roomy,), _ = charted(LEIDRAAD[:7], houses.default())
    (tight,), _ = charted(LEIDRAAD, houses.default())
    assert (roomy.size, roomy.gap) == (16, 0)
    assert (tight.size, tight.gap) == (14, 30)


@ANY_HOUSE
def test_a_chart_that_goes_on_keeps_its_scale_its_key_figures_and_a_title_that_reads_well(house):
    titles = [f"{title} {n}" for n in (1, 2, 3) for title in LEIDRAAD]
    charts, deck = charted(titles, house)
    assert len(charts) > 1
    assert [name for chart in charts for name in chart.cijfer.categorieen] == titles
    assert {(c.box.width, c.labels, c.most, c.size) for c in charts} == {
        (charts[0].box.width, charts[0].labels, 12, charts[0].size)
    }
    for n, slide in enumerate(deck.slides, 1):
        assert slide.title == f"Voortgangsrapport (1), deel {n} van {len(charts)}"
        assert "Kengetal 58" in {e.name for e in slide.elements}


@pytest.mark.parametrize(
    ("accent", "text", "inks"),
    [
        ("0B6477", ("1D2B33", "FFFFFF"), ["lt1", "dk1", "dk1", "dk1"]),
        ("4F81BD", ("000000", "FFFFFF"), ["dk1", "dk1", "dk1", "dk1"]),
        ("4F81BD", ("FFFFFF", "000000"), ["lt1", "lt1", "lt1", "dk1"]),
    ],
    ids=("petrol", "office-2007", "swapped"),
)
def test_signs_in_tiles_can_be_read_on_the_fill_that_they_stand_on(accent, text, inks):
    roles = ("gerealiseerd", "lopend", "vervallen", "zonder_opvolging")
    tiles = "".join(f"### 3 {{.kengetal .{role}}}\n\n{role}\n\n" for role in roles)
    blocks, _ = parse(f"## O\n\n{tiles}```grafiek\ncijfers: opvolging\n```\n")
    series = tuple(Reeks(role, role, (3,)) for role in roles)
    figure = Cijfer("opvolging", "O", "gestapeld", ("Cultuur",), series, "O")
    colours = {"dk1": text[0], "lt1": text[1], "dk2": text[0], "lt2": text[1],
               "accent1": accent, "accent2": "C0504D", "accent3": "54626B"}  # fmt: skip
    house = replace(houses.default(), colours=colours)
    (slide,) = plan(blocks, house, figures={"opvolging": figure}).slides
    signs = [e for e in slide.elements if isinstance(e, TextBox) and e.name.startswith("Teken ")]
    assert [sign.paragraphs[0].runs[0].colour for sign in signs] == inks


@ANY_HOUSE
def test_a_sentence_before_a_long_list_stands_above_it_and_before_a_list_of_slides_in_it(house):
    def boxes(count):
        names = "\n".join(f"- Domein nummer {n}" for n in range(count))
        deck = plan(parse(f"## Opbouw\n\nDe indeling volgt de Leidraad.\n\n{names}\n")[0], house)
        return [
            [e for e in s.elements if isinstance(e, TextBox) and e.name != "Titel"]
            for s in deck.slides
        ]

    ((lead, *columns),) = boxes(10)
    assert lead.name == "Inleiding"
    assert "".join(run.text for run in lead.paragraphs[0].runs) == "De indeling volgt de Leidraad."
    assert lead.paragraphs[0].margin == 0
    assert sum(len(column.paragraphs) for column in columns) == 10
    measure = Measure()
    bottom = lead.box.y + drawing.height(lead, house, measure) * 12700
    assert all(column.box.y > bottom for column in columns)
    assert all(drawing.height(c, house, measure) <= c.box.height / 12700 + 0.5 for c in columns)
    long = boxes(100)
    assert len(long) > 1
    assert all(box.name != "Inleiding" for slide in long for box in slide)


def with_words_above():
    """Office's own 4:3 section: the sentence above, the title under it in capitals."""
    plain = houses.plain_4_3()
    title = replace(plain.layouts[0].title, box=houses.box(2, 12.2, 23.6, 17), anchor="top")
    title = replace(title, text=replace(title.text, size=40, bold=True, upper=True))
    sentence = replace(plain.layouts[1].bodies[0], box=houses.box(2, 8, 23.6, 12.2))
    section = houses.layout(4, "secHead", title=title, subtitle=sentence)
    return replace(plain, layouts=(*plain.layouts, section),
                   purposes={**plain.purposes, "sectie": (4,)})  # fmt: skip


@pytest.mark.parametrize("count", [3, 60])
def test_words_above_a_section_stay_above_its_title(count):
    house = with_words_above()
    deck = plan(parse(f"# Titel\n\n{'een zin van woorden ' * count}\n")[0], house)
    assert "".join(drawing.texts(deck)).count("zin") == count
    title = house.layouts[4].title.box
    for box in deck.slides[0].elements[1:]:
        assert box.box.y + drawing.height(box, house, Measure()) * 12700 <= title.y


@pytest.mark.parametrize("kind", ["titelblad", "slot"])
def test_where_words_stand_above_the_title_of_a_cover_whose_it_is_goes_before_them(kind):
    house = with_words_above()
    house = replace(house, purposes={**house.purposes, kind: (4,)})
    text = f'# Titel {{.{kind} bovenschrift="Gemeente"}}\n\neen zin\n'
    (slide,) = plan(parse(text)[0], house).slides
    _, above = slide.elements
    assert [run.text for line in above.paragraphs for run in line.runs] == ["Gemeente", "een zin"]


@pytest.mark.parametrize("words", ["Aanpak", "Aanpak van de gemeente Voorbeeldegem en haar OCMW"])
def test_where_words_stand_above_a_section_its_number_follows_the_capitals_of_its_title(words):
    house = with_words_above()
    title = house.layouts[4].title
    deck = plan(parse(f"# {words}\n\nEen zin erboven.\n\n# Slot\n")[0], house)
    head, below, number = (e for e in deck.slides[0].elements if isinstance(e, TextBox))
    assert [below.name, number.name] == ["Ondertitel", "Bovenschrift"]
    assert number.box.x == head.box.x + title.insets.left
    shown = tuple(replace(run, text=run.text.upper()) for run in head.paragraphs[0].runs)
    capitals = replace(head, paragraphs=(replace(head.paragraphs[0], runs=shown),))
    high = drawing.height(capitals, house, Measure()) * 12700
    assert number.box.y >= head.box.y + title.insets.top + high


@pytest.mark.parametrize("house", HOUSES[:2], ids=("default", "plain_4_3"))
def test_the_answers_to_plans_of_twelve_domains_stand_in_one_chart_under_their_totals(house):
    roles = ("gerealiseerd", "lopend", "vervallen", "zonder_opvolging")
    tiles = "".join(f"### 24 {{.kengetal .{role}}}\n\n{role}\n\n" for role in roles)
    blocks, _ = parse(f"## Opvolging\n\n{tiles}```grafiek\ncijfers: opvolging\n```\n")
    series = tuple(Reeks(role, role, (2,) * len(LEIDRAAD)) for role in roles)
    figure = Cijfer("opvolging", "Opvolging", "gestapeld", LEIDRAAD, series, "Opvolging")
    (slide,) = plan(blocks, house, figures={"opvolging": figure}).slides
    (chart,) = (e for e in slide.elements if isinstance(e, Chart))
    assert chart.cijfer.categorieen == LEIDRAAD
    assert chart.size >= 14


def test_a_table_stands_below_a_number_at_the_head_of_a_slide_and_takes_the_room_under_it():
    house = houses.plain_4_3()
    number = houses.area(12, "number", houses.box(12, 4.0, 13, 5.0), 12)
    layouts = tuple(replace(one, number=number, footer=None) for one in house.layouts)
    rows = "\n".join(f"| plan {n} | domein {n} |" for n in range(9))
    blocks, _ = parse(f"## Tabel\n\n| Plan | Domein |\n|---|---|\n{rows}\n")
    (slide,) = plan(blocks, replace(house, layouts=layouts)).slides
    (table,) = [e for e in slide.elements if isinstance(e, TableBox)]
    assert table.box.y >= number.box.bottom


@pytest.mark.parametrize("count", [2, 9, 14])
def test_quiet_words_in_a_table_are_small_but_never_under_twelve_points(count):
    rows = "\n".join(f"| **plan {n}** [De dienst]{{.klein}} | waarom |" for n in range(count))
    blocks, _ = parse(f"## Tabel\n\n| Plan | Waarom |\n|---|---|\n{rows}\n")
    for slide in plan(blocks, houses.default(), minimale_lettergrootte=12).slides:
        (table,) = [e for e in slide.elements if isinstance(e, TableBox)]
        for row in table.rows[1:]:
            bold, _, quiet = row[0][0].runs
            assert (quiet.text, quiet.colour) == ("De dienst", "accent3")
            assert 12 <= quiet.size == max(12, round(0.8 * bold.size, 1))


@pytest.mark.slow
@pytest.mark.parametrize("words", [LONG[0], "kort"])
@pytest.mark.parametrize("count", [9, 10, 14, 120])
def test_a_number_has_room_before_its_words_however_many_digits_it_has(count, words):
    blocks, _ = parse("## Lijst\n\n" + "".join(f"{n + 1}. {words}\n" for n in range(count)))
    house, measure = houses.default(), Measure()
    boxes = [e for s in plan(blocks, house).slides for e in s.elements if e.name[:5] == "Tekst"]
    for line in (line for box in boxes for line in box.paragraphs):
        sign = (Span(f"{line.bullet.number}. "),)
        needed = measure.width(sign, house.body_font, line.runs[0].size)
        assert line.hanging == line.margin
        assert line.hanging > needed
