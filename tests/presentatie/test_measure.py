import random
from collections import defaultdict
from itertools import product

import pytest
from libreoffice import converted, printed_words
from pptx import Presentation
from pptx.util import Emu, Pt

from voortgang.office.font import BROAD, DEFAULT, UNKNOWN, Font, load
from voortgang.office.measure import FORCED, Measure, Span, cut, plain

CM = 360000
POINTS = 72 / 2.54  # in a centimetre
CALIBRI = Font("Calibri", "carlito", 1.01)
ARIAL = Font("Arial", "liberation-sans", 1.01)
SYLLABLES = [
    "op", "den", "maat", "werk", "ing", "heid", "M-", "3P", "2022", "e-loket", "(fase", "2)",
    "nota's", "–", "risico's", "E-learning",
]  # fmt: skip


def lines(text, width_cm, size=16.0, font=CALIBRI, *, bold=False):
    words = (Span(text, bold),)
    measure = Measure()
    return [plain(cut(words, a, b)).rstrip() for a, b in
            measure.lines(words, font, size, round(width_cm * CM))]  # fmt: skip


def test_a_line_ends_at_spaces_and_no_letter_is_lost():
    text = "Uitvoeren en uitwerken interne audit Europese projecten"
    broken = lines(text, 6)
    assert len(broken) == 3
    assert " ".join(broken) == text


def test_a_word_longer_than_the_line_breaks_inside():
    broken = lines("kort " + "x" * 300, 9)
    assert broken[0] == "kort"
    assert "".join(broken[1:]) == "x" * 300


@pytest.mark.parametrize("width", [0.3, 0.1, 0, -1])
@pytest.mark.parametrize("text", ["W", "WW i", "\u0301", "a\u200bW", "W" + FORCED + "W", "中文"])
def test_where_not_even_a_letter_fits_each_has_a_line_and_none_is_lost(text, width):
    broken = lines(text, width)
    assert "".join(broken).split() == text.replace(FORCED, "").split() or len(broken) > 1
    assert [c for each in broken for c in each if c.isalnum()] == [c for c in text if c.isalnum()]


def test_a_no_break_space_holds_and_a_hyphen_before_a_digit_too():
    assert "30\u00a0juni" in lines("vóór 30\u00a0juni", 2.2)
    assert not any(line.endswith("LB-") for line in lines("programma LB-365", 4))


def test_a_forced_end_of_line_is_one():
    assert len(lines(f"een{FORCED}twee", 20)) == 2


def test_bold_is_wider_than_regular_and_unknown_letters_are_taken_wide():
    regular, bold = load()["carlito"]
    assert sum(bold[c] for c in "Realisaties") > sum(regular[c] for c in "Realisaties")
    assert regular["漢"] == BROAD
    assert regular["\u10d0"] == UNKNOWN
    assert regular["\u0301"] == 0


def test_an_empty_text_is_one_empty_line():
    assert lines("", 5) == [""]


def em(text, *, bold=False):
    """The width of a text in Calibri, in ems, by the table itself."""
    table = load()["carlito"][bold]
    return sum(table[char] for char in text)


def spans(text, limit):
    """The lines of a text where `limit` ems fit on one, as (start, end)."""
    plain_font = Font("Calibri", "carlito", 1.0)
    return Measure().lines((Span(text),), plain_font, 10, round(limit * 10 * 12700) + 1)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("aaaa bbbb", ["aaaa ", "bbbb"]),
        ("aaaa\tbbbb", ["aaaa\t", "bbbb"]),
        ("aaaa\u200bbbbb", ["aaaa\u200b", "bbbb"]),
        ("aaaa-bbbb", ["aaaa-", "bbbb"]),
        ("aaa1-bbbb", ["aaa1-", "bbbb"]),
        ("aaaa–bbbb", ["aaaa–", "bbbb"]),
        ("aaaa—1234", ["aaaa—", "1234"]),
        ("aaaa 漢", ["aaaa ", "漢"]),
        ("aa漢字", ["aa漢", "字"]),
        ("aaaa漢", ["aaaa", "漢"]),
        ("aaaa » bb", ["aaaa » ", "bb"]),
    ],
)
def test_where_a_line_may_end(text, parts):
    """The first part stands beside a short word before it; without a place to end it would not."""
    first = 3 + len(parts[0])
    fits = em("ii " + parts[0].rstrip(" \t\u200b"))
    assert spans(f"ii {text}", fits) == ((0, first), (first, 3 + len(text)))


@pytest.mark.parametrize(
    "text",
    [
        "aaaa-1234",  # a hyphen before a digit
        "aaa(-bbbb",  # a hyphen that no letter stands before
        "aaaa-(bbb",
        "-bbbb",
        "–bbbb",  # a dash that begins a word
        "—bbbb",
        "aaaa\u00a0–bbbb",
        "aaaa–)bbb",
        "aaaa\u00a0bbbb",
        "aaaa-\u0301bbbb",
        "aaaa/bbbb",
        "aaa(漢",
        "aaa“漢",
        "aaa\u00a0漢",
        "漢\u0301",
        *(f"aaaa {closing}" for closing in ")]},.:;!?/»”…"),
        *(f"漢{closing}" for closing in ")]},.:;!?/»”…"),
    ],
)
def test_where_no_line_may_end(text):
    """Else the first of it would stand beside the short word before it."""
    assert spans(f"i {text}", em(f"i {text}") - 0.01) == ((0, 2), (2, len(text) + 2))


def test_a_text_that_just_fits_is_one_line_and_spaces_at_its_end_do_not_count():
    assert spans("een twee", em("een twee")) == ((0, 8),)
    assert spans("een twee", em("een twee") - 0.01) == ((0, 4), (4, 8))
    assert spans("een  twee ", em("een  twee") - 0.01) == ((0, 5), (5, 10))
    assert spans("een twee drie", em("een twee")) == ((0, 9), (9, 13))
    assert spans("een twee drie", em("een twee") - 0.01) == ((0, 4), (4, 9), (9, 13))


def test_a_word_that_is_too_long_fills_its_lines_and_the_next_word_goes_on_behind_it():
    limit = 4 * em("x")
    assert spans("x" * 10, limit) == ((0, 4), (4, 8), (8, 10))
    assert spans("x" * 8, limit) == ((0, 4), (4, 8))
    assert spans("i " + "x" * 5, limit) == ((0, 2), (2, 6), (6, 7))
    assert spans("x" * 5 + " i i", limit) == ((0, 4), (4, 9))
    assert spans("xxx", em("x") / 2) == ((0, 1), (1, 2), (2, 3))


def test_a_forced_end_of_line_may_stand_anywhere():
    assert spans(f"een{FORCED}twee drie", 99) == ((0, 4), (4, 13))
    assert spans(f"een{FORCED}", 99) == ((0, 4),)
    assert spans(f"{FORCED}{FORCED}een", 99) == ((0, 1), (1, 2), (2, 5))
    assert spans(f"een{FORCED}twee drie", em("twee")) == ((0, 4), (4, 9), (9, 13))


def test_the_width_of_a_text_on_one_line():
    measure = Measure()
    slack = 1270

    def width(*words, font=CALIBRI, **more):
        return measure.width(words, font, 20, **more)

    assert width(Span("een twee")) == round(em("een twee") * 20 * 1.01 * 12700) + slack
    assert width(Span("een ")) == width(Span("een"))
    assert width(Span("een ", bold=True), Span("twee")) == (
        round((em("een ", bold=True) + em("twee")) * 20 * 1.01 * 12700) + slack
    )
    assert width(Span("een"), bold=True) == width(Span("een", bold=True))
    assert width(Span("een"), font=Font("Arial", "liberation-sans", 1.01)) > width(Span("een"))
    assert width(Span("een"), font=Font("Eigen", "onbekend", 1.01)) == width(
        Span("een"), font=Font("Eigen", DEFAULT, 1.01)
    )
    assert width() == slack


def test_one_measure_tells_faces_weights_and_sizes_apart():
    words = (Span("Uitvoeren en uitwerken interne audit Europese projecten " * 3),)
    asked = [
        ((font, size, width * CM), {"bold": bold})
        for font in (CALIBRI, ARIAL)
        for size in (16, 24)
        for width in (5, 11)
        for bold in (False, True)
    ]
    one = Measure()
    found = [one.lines(words, *each, **more) for each, more in asked]
    assert found == [Measure().lines(words, *each, **more) for each, more in asked]
    assert len(set(found)) > len(found) // 2
    assert found == [one.lines(words, *each, **more) for each, more in asked]


def test_a_piece_of_a_text_keeps_its_dress():
    words = (Span("abc", bold=True), Span("def", italic=True, href="https://a.be"), Span("ghi"))
    assert cut(words, 2, 4) == (
        Span("c", bold=True), Span("d", italic=True, href="https://a.be"),
    )  # fmt: skip
    assert cut(words, 3, 7) == (words[1], Span("g"))
    assert cut(words, 0, 9) == words
    assert cut(words, 4, 4) == ()


FACES = {
    "calibri": (CALIBRI, "Carlito", False),
    "calibri-bold": (CALIBRI, "Carlito", True),
    "arial": (ARIAL, "Liberation Sans", False),
    "arial-bold": (ARIAL, "Liberation Sans", True),
}


ACROSS, DOWN, WIDE, HIGH = 6, 3, 21, 40  # boxes on a slide, and the centimetres for each


def boxes_of_text(file, font, drawn_in, *, bold):
    """Save slides with many boxes of text; gives the lines that each takes by our measure."""
    chance = random.Random(1)  # noqa: S311 -- the same boxes on every run
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(ACROSS * WIDE * CM), Emu(DOWN * HIGH * CM)
    expected = []
    for _, row, column in product(range(5), range(DOWN), range(ACROSS)):
        if row == column == 0:
            slide = deck.slides.add_slide(deck.slide_layouts[6])
        size, width = chance.choice((14, 16, 18, 22)), chance.uniform(4, 20)
        words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 3))) for _ in range(18)]
        text = " ".join(words)
        place = (column * WIDE * CM, row * HIGH * CM, round(width * CM), CM)
        frame = slide.shapes.add_textbox(*map(Emu, place)).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        run = frame.paragraphs[0].add_run()
        run.text, run.font.size, run.font.name = text, Pt(size), drawn_in
        run.font.bold = bold
        expected.append(lines(text, width, size, font, bold=bold))
    deck.save(file)
    return expected


@pytest.fixture(scope="module")
def faces(tmp_path_factory):
    """Give, by face, the lines that we measure and the pdf that LibreOffice makes."""
    room = tmp_path_factory.mktemp("letters")
    files = [room / f"{name}.pptx" for name in FACES]
    measured = [
        boxes_of_text(file, font, drawn_in, bold=bold)
        for file, (font, drawn_in, bold) in zip(files, FACES.values(), strict=True)
    ]
    return dict(zip(FACES, zip(measured, converted(*files), strict=True), strict=True))


@pytest.mark.office
@pytest.mark.parametrize("face", FACES)
def test_libreoffice_takes_no_more_lines_than_measured(faces, face):
    expected, printed = faces[face]
    drawn = []
    for words in printed_words(printed):
        tops = defaultdict(set)
        for word in words:
            place = (word.top + 1) // (HIGH * POINTS), (word.left + 1) // (WIDE * POINTS)
            tops[place].add(round(word.top))
        drawn += [len(tops[place]) for place in product(range(DOWN), range(ACROSS))]
    short = [
        (n, found, len(own)) for n, (found, own) in enumerate(zip(drawn, expected, strict=True))
        if found > len(own)
    ]  # fmt: skip
    assert not short
    tall = sum(len(own) - found for found, own in zip(drawn, expected, strict=True))
    assert tall <= 0.03 * sum(drawn)
