import random
import re
import subprocess

import pytest

from voortgang.presentatie.huisstijl import Font
from voortgang.presentatie.measure import FORCED, Measure, Span, cut, plain
from voortgang.presentatie.widths import UNKNOWN, WIDE, load

CM = 360000
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


def test_a_no_break_space_holds_and_a_hyphen_before_a_digit_too():
    assert "30\u00a0juni" in lines("vóór 30\u00a0juni", 2.2)
    assert not any(line.endswith("LB-") for line in lines("programma LB-365", 4))


def test_a_forced_end_of_line_is_one():
    assert len(lines(f"een{FORCED}twee", 20)) == 2


def test_bold_is_wider_than_regular_and_unknown_letters_are_taken_wide():
    regular, bold = load()["carlito"]
    assert sum(bold[c] for c in "Realisaties") > sum(regular[c] for c in "Realisaties")
    assert regular["漢"] == WIDE
    assert regular["\u10d0"] == UNKNOWN
    assert regular["\u0301"] == 0


def test_an_empty_text_is_one_empty_line():
    assert lines("", 5) == [""]


@pytest.mark.office
@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
@pytest.mark.parametrize(
    ("font", "drawn_in"),
    [(CALIBRI, "Carlito"), (ARIAL, "Liberation Sans")],
    ids=["calibri", "arial"],
)
def test_libreoffice_takes_no_more_lines_than_measured(tmp_path, font, drawn_in, bold):
    pptx = pytest.importorskip("pptx")
    from pptx.util import Emu, Pt

    chance = random.Random(1)  # noqa: S311 -- the same boxes on every run
    deck = pptx.Presentation()
    expected = []
    for _ in range(150):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        size, width = chance.choice((14, 16, 18, 22)), chance.uniform(4, 20)
        words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 3))) for _ in range(18)]
        text = " ".join(words)
        frame = slide.shapes.add_textbox(0, 0, Emu(round(width * CM)), Emu(CM)).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        run = frame.paragraphs[0].add_run()
        run.text, run.font.size, run.font.name = text, Pt(size), drawn_in
        run.font.bold = bold
        expected.append(lines(text, width, size, font, bold=bold))
    file = tmp_path / "boxes.pptx"
    deck.save(file)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, file],
        check=True,
        capture_output=True,
    )
    made = subprocess.run(
        ["pdftotext", "-bbox-layout", tmp_path / "boxes.pdf", "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    pages = made.split("<page ")[1:]
    drawn = [len({round(float(y)) for y in re.findall(r'<word [^>]*yMin="([\d.]+)"', page)})
             for page in pages]  # fmt: skip
    short = [
        (n, found, len(own)) for n, (found, own) in enumerate(zip(drawn, expected, strict=True))
        if found > len(own)
    ]  # fmt: skip
    assert not short
    tall = sum(len(own) - found for found, own in zip(drawn, expected, strict=True))
    assert tall <= 0.03 * sum(drawn)
