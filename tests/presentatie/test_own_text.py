"""What a town writes in its own text of the deck: all of it arrives, wherever it was put."""

from dataclasses import replace

import drawing
import houses
import pytest

from voortgang.content.cijfers.cijfer import Cijfer, Reeks
from voortgang.content.markdown.parse import parse
from voortgang.office.measure import Measure
from voortgang.presentatie.draw.lines import set_lines
from voortgang.presentatie.plan.deck import plan_deck
from voortgang.presentatie.plan.task import Settings
from voortgang.presentatie.slides import Chart, TableBox, TextBox

CHART = "```grafiek\ncijfers: acties-per-domein\n```"
TABLE = "| kop | kop |\n|---|---|\n| cel | cel |"
FIGURE = Cijfer(
    "acties-per-domein", "Acties", "balken", ("ICT",),
    (Reeks.of("realisaties", (3,)), Reeks.of("planning", (2,))), "Staafdiagram.",
)  # fmt: skip
FIGURES = {FIGURE.naam: FIGURE}


def planned(text, house=None):
    deck, _ = plan_deck(parse(text)[0], FIGURES, house or houses.default(), Settings("Rapport"))
    return deck.slides


def runs(slides):
    for slide in slides:
        for box in slide.elements:
            if isinstance(box, TextBox):
                yield from (run for line in box.paragraphs for run in line.runs)
            elif isinstance(box, TableBox):
                cells = (cell for row in box.rows for cell in row)
                yield from (run for cell in cells for line in cell for run in line.runs)


@pytest.mark.parametrize("count", [1, 4, 8, 9, 30])
def test_the_agenda_links_to_each_section_however_many_there_are(count):
    sections = (f'# Deel {n} {{agenda="uitleg"}}\n\nzin\n' for n in range(count))
    slides = planned("## Agenda {.agenda}\n\n" + "\n".join(sections))
    agenda = [slide for slide in slides if slide.title.startswith("Agenda")]
    goes = {run.text: run.slide for run in runs(agenda) if run.slide is not None}
    titles = {f"Deel {n}" for n in range(count)}
    assert {text: slides[to].title for text, to in goes.items()} == {each: each for each in titles}


@pytest.mark.parametrize(
    "link", ["- zie [daar](#doel)", "zie [daar](#doel)", "> zie [daar](#doel)",
             "| a |\n|---|\n| zie [daar](#doel) |", "### Planning {.planning}\n\n- [daar](#doel)"],
)  # fmt: skip
@pytest.mark.parametrize("level", ["#", "##"])
def test_a_link_to_a_heading_goes_to_its_slide(link, level):
    slides = planned(f"## Een\n\n{link}\n\n## Twee\n\n- x\n\n{level} Drie {{#doel}}\n\n- y\n")
    ((where, text),) = [(run.slide, run.text) for run in runs(slides) if run.slide is not None]
    assert (slides[where].title, text) == ("Drie", "daar")


@pytest.mark.parametrize(
    ("anchor", "title"),
    [("drie", "Drie"), ("de-planning", "Vier"), ("drie-2", "Drie (2)"), ("in-de-nota", "Vier"),
     ("vier", "Vier"), ("deel-twee", "Deel twee"), ("vier-1", "Vier 1")],
)  # fmt: skip
def test_a_link_to_the_words_of_a_heading_goes_to_its_slide(anchor, title):
    slides = planned(
        f"## Een\n\n- zie [daar](#{anchor})\n\n## Drie\n\n- x\n\n# Deel twee\n\n## Drie\n\n- y\n\n"
        "## Vier\n\n### De planning {.planning}\n\n- z\n\n> ### In de nota\n>\n> woord\n\n"
        "## Vier 1\n\n- w\n"
    )
    (goes,) = [run.slide for run in runs(slides[:1]) if run.text == "daar"]
    assert slides[goes].title.removesuffix(" (1/2)") == title


@pytest.mark.parametrize("kind", ["{.titelblad}", "{.slot}", ""])
def test_a_link_on_a_dark_slide_is_that_of_the_whole_box_in_its_own_colour(kind):
    slides = planned(f"# Kop {kind}\n\nzie [daar](#doel)\n\n## Drie {{#doel}}\n\n- y\n")
    words = [run for run in runs(slides[:1]) if run.text in {"zie ", "daar"}]
    assert [run.slide for run in words] == [1, 1]
    assert len({run.colour for run in words}) == 1


@pytest.mark.parametrize("kind", ["{.titelblad}", "{.slot}", ""])
def test_of_more_links_on_a_dark_slide_each_keeps_to_its_words(kind):
    links = {"een": "https://een.example", "twee": "mailto:twee@twee.example"}
    text = " of ".join(f"[{word}]({link})" for word, link in links.items())
    slides = planned(f"# Kop {kind}\n\nzie {text} of [drie](#doel)\n\n## Drie {{#doel}}\n\n- y\n")
    goes = {run.text: run.href or run.slide for run in runs(slides[:1])}
    assert {word: goes[word] for word in (*links, "drie", "zie ")} == links | {
        "drie": 1,
        "zie ": None,
    }


def test_a_link_to_no_heading_is_plain_words():
    ((words, place, to),) = [
        (run.text, run.href, run.slide)
        for run in runs(planned("## Een\n\n- [daar](#nergens)\n"))
        if run.text == "daar"
    ]
    assert (words, place, to) == ("daar", None, None)


@pytest.mark.parametrize("kind", ["{.titelblad}", "{.slot}"])
def test_a_second_chart_on_a_cover_stands_on_a_next_slide(kind):
    first, *rest = planned(f"# Kop {kind}\n\n{CHART}\n\n{CHART}\n")
    assert any(element.name.startswith("Stippen") for element in first.elements)
    assert [any(isinstance(each, Chart) for each in slide.elements) for slide in rest] == [True]


def test_two_charts_of_a_slide_go_on_as_one():
    slides = planned(f"## Kop\n\n{CHART}\n\n{CHART}\n")
    assert [slide.title for slide in slides] == ["Kop (1/2)", "Kop (2/2)"]


@pytest.mark.parametrize("kind", ["{.titelblad}", "{.slot}", "", "{.agenda}"])
@pytest.mark.parametrize("part", ["> woord", TABLE, "### Paneel\n\n- woord", "### 5 {.kengetal}"])
def test_what_a_cover_a_section_or_the_agenda_has_no_place_for_stands_on_a_next_slide(kind, part):
    first, *rest = planned(f"# Kop {kind}\n\neen zin\n\n{part}\n")
    said = [run.text for run in runs([first, *rest])]
    assert first.title == "Kop"
    assert rest[0].title.startswith("Kop (2)")
    for word in ("een zin", *({"cel"} if part == TABLE else {"5"} if "5" in part else {"woord"})):
        assert any(word in text for text in said)


@pytest.mark.parametrize("kind", ["{.titelblad}", "{.slot}", "", "{.agenda}"])
def test_a_panel_with_nothing_in_it_makes_no_slide(kind):
    (slide,) = planned(f"# Kop {kind}\n\n### Criterium {{.criterium}}\n")
    assert slide.title == "Kop"


@pytest.mark.parametrize(
    "text", [f"- a\n\n  {CHART.replace(chr(10), chr(10) + '  ')}\n\n- b",
             "> a\n>\n> " + CHART.replace("\n", "\n> "), f"::: kern\na\n\n{CHART}\n:::",
             f"### Paneel\n\n- a\n\n  {CHART.replace(chr(10), chr(10) + '  ')}"],
)  # fmt: skip
def test_a_chart_within_a_list_a_quotation_or_a_box_stands_beside_it(text):
    slides = planned(f"## Cijfers\n\n{text}\n")
    assert sum(isinstance(e, Chart) for slide in slides for e in slide.elements) == 1
    assert any(run.text.strip("“”") == "a" for run in runs(slides))


@pytest.mark.parametrize("count", [1, 4])
@pytest.mark.parametrize("said", ["een\n\ntwee", "- een\n  - twee", "- een\n- twee\n  - drie"])
def test_all_that_is_said_of_a_key_figure_is_shown_once(count, said):
    numbers = "\n\n".join(f"### {n} {{.kengetal}}\n\n{said}" for n in range(count))
    shown = [run.text for run in runs(planned(f"## Cijfers\n\n{numbers}\n\n{CHART}\n"))]
    for word in said.replace("-", "").split():
        assert shown.count(word) == count


def test_a_key_figure_without_words_is_drawn_beside_its_chart_all_the_same():
    (slide,) = planned(f"## Cijfers\n\n### 5 {{.kengetal}}\n\n{CHART}\n")
    assert "Kengetal 5" in [element.name for element in slide.elements]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("0. a\n1. b", [1, 2]), ("7. a\n8. b", [7, 8]), ("1.\n2. b", [1, 2]),
     ("999999999. a\n1. b", [32767, 32767])],
)  # fmt: skip
def test_a_numbered_list_has_only_numbers_that_powerpoint_knows(text, numbers):
    (slide,) = planned(f"## Lijst\n\n{text}\n")
    lines = [line for box in slide.elements for line in getattr(box, "paragraphs", ())]
    assert [line.bullet.number for line in lines if line.bullet] == numbers


@pytest.mark.parametrize(("aantal", "shown"), [("21", True), ("9" * 7, False), ("9" * 5000, False)])
def test_a_count_is_a_number_that_can_be_shown(aantal, shown):
    slides = planned(f'## Dia\n\n### Planning {{.planning aantal="{aantal}"}}\n\n- a\n')
    assert (aantal in drawing.texts(type("Deck", (), {"slides": slides}))) is shown


def fits(slides, house):
    """Tell whether all words stand on their slides, and none on others."""
    measure, ok = Measure(), True
    for slide in slides:
        layout, seen = house.layouts[slide.layout], []
        for box in slide.elements:
            if isinstance(box, TextBox):
                area = layout.area(box.placeholder)
                lines = [line.box for line in set_lines(box, area, house, measure)]
                ok &= all(b.x >= 0 and b.y >= 0 and b.bottom <= house.height for b in lines)
                ok &= not any(line.meets(other) for line in lines for other in seen)
                seen += lines
    return ok


@pytest.mark.parametrize("house", [houses.default(), houses.plain_4_3()], ids=("default", "4:3"))
@pytest.mark.parametrize("count", [2, 4, 6, 12, 30])
@pytest.mark.parametrize("letters", [0, 60, 600])
def test_key_figures_and_words_beside_a_chart_go_on_where_they_have_no_room(house, count, letters):
    numbers = "\n\n".join(f"### {n}00 {{.kengetal}}\n\nvan {n}" for n in range(count))
    words = ("woord " * letters)[:letters].strip()
    slides = planned(f"## Cijfers\n\n{CHART}\n\n{numbers}\n\n{words}\n", house)
    assert fits(slides, house)
    said = [run.text for run in runs(slides)]
    assert [f"{n}00" for n in range(count)] == [text for text in said if text[-2:] == "00"]
    assert sum(text.count("woord") for text in said) == words.count("woord")
    assert len(slides) <= 4 + count // 12
    drawn = [box.name for slide in slides for box in slide.elements if "Kengetal" in box.name]
    assert count > 2 or drawn == [f"Kengetal {n}00" for n in range(count)]


@pytest.mark.parametrize("house", [houses.default(), houses.plain_4_3()], ids=("default", "4:3"))
@pytest.mark.parametrize("letters", [20, 120, 300])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_panel_begins_lower_under_a_long_heading(house, letters, at):
    heads = ["kort"] * 3
    heads[at] = ("woorden " * letters)[:letters].strip()
    roles = ("realisaties", "risicos", "planning")
    panels = (f'### {h} {{.{r} aantal="1"}}\n\n- a' for h, r in zip(heads, roles, strict=True))
    slides = planned("## Een titel\n\n" + "\n\n".join(panels) + "\n", house)
    assert fits(slides, house)
    assert heads[at] in [run.text for run in runs(slides)]


@pytest.mark.parametrize(("letters", "beside"), [(20, True), (75, False), (200, False)])
def test_small_words_that_take_half_a_slide_follow_the_title(letters, beside):
    corner = ("woorden " * letters)[:letters].strip()
    (slide,) = planned(f'## Kop {{bovenschrift="{corner}"}}\n\n- a\n')
    title, *_ = slide.elements
    assert ("Bovenschrift" in [box.name for box in slide.elements]) is beside
    assert (corner in "".join(run.text for run in title.paragraphs[0].runs)) is not beside


def at_the_right(house):
    """A house style with its titles in the right half of the slide."""
    box = houses.box(18, 1.0, 32.2, 2.5)
    moved = (replace(each, title=replace(each.title, box=box)) for each in house.layouts)
    return replace(house, layouts=tuple(moved))


@pytest.mark.parametrize("letters", [20, 45])
def test_small_words_leave_a_title_at_the_right_its_room(letters):
    corner = ("woorden " * letters)[:letters].strip()
    text = f'## Voortgangsrapportering {{bovenschrift="{corner}"}}\n\n- a\n'
    house = at_the_right(houses.default())
    slides = planned(text, house)
    title, measure = slides[0].elements[0], Measure()
    lines = set_lines(title, house.layouts[slides[0].layout].title, house, measure)
    assert fits(slides, house)
    assert lines[0].runs[0].text == "Voortgangsrapportering"


@pytest.mark.parametrize("house", [houses.default(), houses.plain_4_3()], ids=("default", "4:3"))
@pytest.mark.parametrize("letters", [40, 200, 600, 1500])
@pytest.mark.parametrize(
    "text", ["# {} {{.titelblad}}\n\nzin", "# {0} {{.slot}}\n\n{0}", "# {}\n\nzin", "## {}\n\n- a",
             '## Kort {{bovenschrift="{}"}}\n\n- a'],
)  # fmt: skip
def test_a_long_title_and_long_words_beside_one_stay_on_the_slide(house, letters, text):
    long = ("woorden " * letters)[:letters].strip()
    slides = planned(text.format(long) + "\n", house)
    assert fits(slides, house)
    assert any(long in run.text for run in runs(slides))


@pytest.mark.parametrize("house", [houses.default(), houses.plain_4_3()], ids=("default", "4:3"))
@pytest.mark.parametrize(
    ("count", "letters", "fit"),
    [(1, 100, True), (3, 60, True), (3, 600, False), (40, 20, False), (1, 6000, False)],
)
@pytest.mark.parametrize("kind", ["{.titelblad}", "{.slot}", ""])
def test_words_that_a_dark_slide_has_no_room_for_go_on(house, count, letters, fit, kind):
    words = ("woorden " * letters)[:letters].strip()
    said = [f"alinea {n}: {words}" for n in range(count)]
    slides = planned(f"# Kop {kind}\n\n" + "\n\n".join(said) + "\n", house)
    assert fits(slides, house)
    assert "".join(run.text for run in runs(slides)).count("woorden") == count * words.count(
        "woorden"
    )
    assert [run.text[:8] for run in runs(slides) if "alinea" in run.text] == [s[:8] for s in said]
    more = [f"Kop ({n}/{len(slides)})" for n in range(2, len(slides) + 1)]
    assert [slide.title for slide in slides] == ["Kop", *more]
    assert fit is not bool(more)
