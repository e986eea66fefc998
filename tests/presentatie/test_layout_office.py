"""What LibreOffice really draws: every text once, inside its box, no letter too small."""

import random
from collections import Counter
from pathlib import Path

import drawing
import pytest
from libreoffice import converted, printed_words

from voortgang.content.markdown.parse import parse
from voortgang.presentatie.plan.deck import plan_deck
from voortgang.presentatie.plan.task import Settings
from voortgang.presentatie.pptx.write import write_deck
from voortgang.presentatie.slides import TableBox, TextBox
from voortgang.presentatie.template.read import read_huisstijl
from voortgang.source import Templates

ROOT = Path(__file__).parents[2]
SYLLABLES = "op den maat werk ing heid beleid M- e-loket risico's zorg -en (fase 2) 3P é".split()  # noqa: SIM905 -- reads better
EMU = 12700
LOOSE = 2.0  # points that an italic or the accent of a capital may stick out
SIGNS = "●○–→×?!"
SMALLEST_ALLOWED = 12


def title(chance, words):
    return " ".join(
        "".join(chance.choices(SYLLABLES, k=chance.randint(1, 3))) for _ in range(words)
    ).strip("- ")


def hard_domains():
    """Long lists, endless titles, words without end, capitals, deep groups; then any mixture."""
    chance = random.Random(3)  # noqa: S311 -- the same domains on every run
    long = [title(chance, chance.randint(1, 9)) for _ in range(150)]
    group = [(title(chance, 5), [title(chance, 4) for _ in range(14)]) for _ in range(5)]
    yield "Groot", long[:90], long[90:]
    yield "Lang", [("woord " * 333).strip(), title(chance, 200)], [title(chance, 120)]
    yield "Kort", ["Ja", "Nee", "Soms"], ["Ooit"]
    yield "Groepen", group, [("Plan", [title(chance, 3) for _ in range(14)])]
    yield "HOOFDLETTERS " * 9, [text.upper() for text in long[:20]], long[20:30]
    yield "Woorden", ["x" * 300, "Hottentottententen" * 16, "W" * 120], ["y" * 300]
    for n in range(20):
        done = [title(chance, chance.randint(1, 8)) for _ in range(chance.randint(0, 28))]
        planned = [title(chance, chance.randint(1, 8)) for _ in range(chance.randint(0, 16))]
        yield f"Domein {n} {title(chance, chance.randint(1, 9))}", done, planned
    for n in range(20):
        done = [title(chance, chance.randint(1, 8)) for _ in range(chance.randint(0, 40))]
        planned = [title(chance, chance.randint(1, 8)) for _ in range(chance.randint(0, 16))]
        risks = [title(chance, chance.randint(2, 12)) for _ in range(chance.randint(0, 9))]
        yield f"Vier {n}", done, planned, title(chance, chance.randint(0, 60)), risks


def table():
    chance = random.Random(4)  # noqa: S311 -- as above
    rows = "".join(
        f"| {title(chance, 9)} | {title(chance, 3)} | {n} |\n".replace("(", "").replace("-", "")
        for n in range(30)
    )
    return parse(f"## Tabel\n\n| Plan | Domein | Aantal |\n|---|---|---:|\n{rows}")[0]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """The deck that was planned, and the words of each page as LibreOffice places them."""
    folder = tmp_path_factory.mktemp("layout")
    content = Templates(ROOT).find("presentatie.pptx").content
    house, _ = read_huisstijl(content, "presentatie.pptx")
    blocks = tuple(b for name, *lists in hard_domains() for b in drawing.domain(name, *lists))
    deck = plan_deck((*blocks, *table()), {}, house, Settings("Rapport"))[0]
    (folder / "deck.pptx").write_bytes(write_deck(deck, house, content, None))
    return deck, printed_words(*converted(folder / "deck.pptx"))


def boxes(slide):
    return [e for e in slide.elements if isinstance(e, TextBox | TableBox)]


def letters(text):
    return Counter(c for c in text if not c.isspace() and c not in SIGNS)


def written(element):
    lines = (
        element.paragraphs
        if isinstance(element, TextBox)
        else [line for row in element.rows for cell in row for line in cell]
    )
    return "".join(run.text for line in lines for run in line.runs)


@pytest.mark.office
def test_every_letter_is_drawn_once_on_its_own_slide(drawn):
    deck, pages = drawn
    assert len(pages) == len(deck.slides)
    for number, (slide, words) in enumerate(zip(deck.slides, pages, strict=True), 1):
        wanted = letters("".join(map(written, boxes(slide))) + str(number))
        assert letters("".join(word.text for word in words)) == wanted, slide.title


@pytest.mark.office
def test_every_word_is_drawn_inside_a_box_of_its_slide(drawn):
    deck, pages = drawn
    outside = []
    for slide, words in zip(deck.slides, pages, strict=True):
        places = [e.box for e in boxes(slide)]
        for text, left, top, right, bottom in words:
            middle = (top + bottom) / 2  # a line is higher than its letters: their middle counts
            inside = any(
                p.x / EMU - LOOSE <= left
                and right <= p.right / EMU + LOOSE
                and p.y / EMU <= middle <= p.bottom / EMU
                for p in places
            )
            number = top > 0.93 * 540  # the number of the slide, in its own placeholder
            if not inside and not number:
                outside.append((slide.title, text, left, top))
    assert outside == []


@pytest.mark.office
def test_no_letter_is_drawn_smaller_than_allowed(drawn):
    _, pages = drawn
    high = [w.bottom - w.top for words in pages for w in words if w.text not in SIGNS]
    assert min(high) >= SMALLEST_ALLOWED
