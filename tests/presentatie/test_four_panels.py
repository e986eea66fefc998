"""A domain with its four panels: criterium, realisaties, hoge risico's and planning."""

from dataclasses import replace

import drawing
import houses
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voortgang.office.measure import Measure
from voortgang.presentatie.plan.deck import plan_deck
from voortgang.presentatie.plan.task import Settings
from voortgang.presentatie.slides import TextBox

HOUSES = ("default", "plain_4_3", "bare")
CRITERIUM = "Het bestuur weet waar het naartoe wil, en wie daarvoor instaat."
DONE = [f"Opmaken van het beleidsplan nummer {n} voor de dienst" for n in range(1, 61)]
PLANNED = [f"Uitvoeren van het plan nummer {n}" for n in range(1, 21)]
RISKS = ["Uitval van wie het alleen weet", "Verouderde noodprocedures"]
WORDS = st.text(st.sampled_from("aeinorst -–é(W.m"), min_size=1, max_size=90).filter(str.strip)


def plan(house, *domain, **more):
    blocks = drawing.domain("Organisatiecultuur", *domain, **more)
    return plan_deck(blocks, {}, house, Settings("Rapport"))[0]


def box_of(slide, name):
    return next(e for e in slide.elements if isinstance(e, TextBox) and e.name == name)


def has(slide, name):
    return any(e.name == name for e in slide.elements)


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("name", ["gewoon", "vol", "ijl"])
def test_golden_outline_of_four_panels(golden, name, house):
    done, planned, risks = {
        "gewoon": (DONE[:12], PLANNED[:7], RISKS),
        "vol": (DONE[:40], PLANNED[:12], [*RISKS, *RISKS[:1]]),
        "ijl": (DONE[:2], PLANNED[:2], RISKS[:1]),
    }[name]
    made = getattr(houses, house)()
    deck = plan(made, done, planned, CRITERIUM, risks)
    golden(f"vier_{name}_{house}.txt", drawing.draw(deck, made))


def test_an_ordinary_domain_with_four_panels_takes_one_slide():
    deck = plan(houses.default(), DONE[:12], PLANNED[:7], CRITERIUM, RISKS)
    assert len(deck.slides) == 1


def test_risks_stand_at_the_foot_of_the_realisaties_where_that_saves_a_slide_or_a_size():
    slide = plan(houses.default(), DONE[:12], PLANNED[:7], risks=RISKS).slides[0]
    done, risks = box_of(slide, "Realisaties").box, box_of(slide, "Hoge risico's").box
    assert risks.y > done.bottom
    assert risks.x == done.x


def test_risks_stand_beside_a_few_realisaties():
    slide = plan(houses.default(), DONE[:3], PLANNED[:3], risks=RISKS[:1]).slides[0]
    done, risks = box_of(slide, "Realisaties").box, box_of(slide, "Hoge risico's").box
    assert risks.y == done.y
    assert risks.x > done.right


def test_the_criterium_stands_on_the_first_slide_and_the_next_ones_use_its_room():
    first, *others = plan(houses.default(), DONE[:50], PLANNED[:9], CRITERIUM).slides
    plain = plan(houses.default(), DONE[:50], PLANNED[:9]).slides[0]
    assert has(first, "Criterium")
    assert others
    for slide in others:
        assert not has(slide, "Criterium")
        assert box_of(slide, "Realisaties").box == box_of(plain, "Realisaties").box


@pytest.mark.slow
def test_risks_that_are_whole_on_the_first_slide_do_not_come_back():
    first, *others = plan(houses.default(), DONE, PLANNED[:9], risks=RISKS).slides
    assert has(first, "Hoge risico's")
    assert others
    assert not any(has(slide, "Hoge risico's") for slide in others)


def test_a_word_is_not_torn_where_a_smaller_size_has_room_for_it():
    """At 20 points each of these two is a few letters wider than its column."""
    long = ["Informatieveiligheidsbeleidsplan", "Gegevensbeschermingsbeoordelingen"]
    deck = plan(houses.default(), [long[0], "Tweede"], [long[1], "Vierde"], risks=["Uitval"])
    lines = drawing.draw(deck, houses.default()).splitlines()
    assert [any(line.endswith(word) for line in lines) for word in long] == [True, True]
    assert len(deck.slides) == 1


@pytest.mark.parametrize("entries", [29, 32])
def test_risks_at_the_foot_keep_within_the_room_of_their_size(entries):
    """Room for one line of 14 points is none for a line of 16, though a column is never empty."""
    house, measure = houses.plain_4_3(), Measure()
    deck = plan(house, ["W"] * entries, ["W"] * 3, risks=["W"])
    for slide in deck.slides:
        if has(slide, "Hoge risico's"):
            risks = box_of(slide, "Hoge risico's")
            assert drawing.height(risks, house, measure) <= risks.box.height / 12700


@pytest.mark.slow
@pytest.mark.parametrize("house", HOUSES)
@settings(max_examples=25)
@given(
    st.lists(WORDS, max_size=30), st.lists(WORDS, max_size=15), st.lists(WORDS, max_size=9),
    st.integers(0, 120),
)  # fmt: skip
def test_every_text_stands_once_and_in_order_inside_its_box(house, done, planned, risks, words):
    made, measure = getattr(houses, house)(), Measure()
    criterium = " ".join(["woord"] * words)
    deck = plan(made, done, planned, criterium, risks)
    found = {"Realisaties": "", "Hoge risico's": "", "Planning": "", "Criterium": ""}
    for element in (e for slide in deck.slides for e in slide.elements):
        name = element.name.partition(",")[0]
        if name not in found or not isinstance(element, TextBox):
            continue
        text = "".join(run.text for line in element.paragraphs for run in line.runs)
        found[name] += text.removeprefix("Criterium").replace("zie vorige dia", "")
        assert drawing.height(element, made, measure) <= element.box.height / 12700 + 0.5
        assert element.box.y >= 0
        assert element.box.bottom <= made.height
    assert found == {
        "Realisaties": "".join(done) or "Geen realisaties opgenomen",
        "Hoge risico's": "".join(risks),
        "Planning": "".join(planned) or "Geen planning opgenomen",
        "Criterium": criterium,
    }


def test_a_list_that_goes_on_begins_at_the_same_height_in_any_layout():
    """A house whose mirrored layout begins a centimetre lower than the other one."""
    house = houses.default()
    mirrored = house.layouts[6]

    def lowered(area):
        return replace(area, box=replace(area.box, y=area.box.y + houses.CM))

    lower = replace(
        mirrored,
        headings=tuple(map(lowered, mirrored.headings)),
        bodies=tuple(map(lowered, mirrored.bodies)),
    )
    house = replace(house, layouts=(*house.layouts[:6], lower, *house.layouts[7:]))
    slides = plan(house, DONE[:16], DONE[:22]).slides
    assert [slide.layout for slide in slides] == [6, 6]
    assert len({box_of(slide, "Planning").box.y for slide in slides}) == 1
