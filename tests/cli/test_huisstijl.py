"""`voortgang huisstijl`: what a template offers is told before anyone builds with it."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

ROOT = Path(__file__).parent.parent.parent
DECK, WORD = ROOT / "templates" / "presentatie.pptx", ROOT / "templates" / "nota.docx"


def office(path):
    deck = Presentation()
    for layout in list(deck.slide_layouts):
        if layout.name in {"Section Header", "Comparison"}:
            deck.slide_layouts.remove(layout)
    deck.save(path)
    return path


def test_the_default_deck_is_told_and_lacks_nothing(voortgang):
    answer = voortgang("huisstijl", DECK)
    assert (answer.status, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == "presentatie.pptx: sjabloon voor de presentatie"
    assert "Dia          33,9 × 19,1 cm (16:9)" in lines
    assert "Realisaties en planning: 'Domein' (type twoTxTwoObj)" in lines
    assert "  tekstvak    19,7 ×  13,1 cm   22 pt       contrast 16,0 op 1" in lines
    assert "  Calibri                gemeten met Carlito, even breed" in lines
    assert "  Accent 1      #0B6375   6,9 op 1  realisaties" in lines
    assert lines[-1] == "Er ontbreekt niets."


def test_what_lacks_is_told_with_what_comes_in_its_place(voortgang, tmp_path):
    answer = voortgang("huisstijl", office(tmp_path / "eigen.pptx"))
    assert answer.status == 0
    assert "(4:3)" in answer.out
    found = [line for line in answer.out.splitlines() if line.startswith("eigen.pptx:1:1:")]
    pair = "twee tekstvakken met elk een opschrift"
    start = "eigen.pptx:1:1: waarschuwing VG071: dit sjabloon heeft geen indeling voor "
    assert [line.removeprefix(start) for line in found if line.startswith(start)] == [
        "een sectiekop (tussentitel); 'Title Slide' dient in de plaats",
        f"een vergelijking: {pair}; 'Two Content' dient in de plaats",
    ]
    faint = "VG074: de voettekst en het dianummer steken te weinig af in 'Title and Content'"
    assert faint in found[-1]


def test_a_word_template_shows_its_styles_by_their_dutch_names(voortgang):
    answer = voortgang("huisstijl", WORD)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("nota.docx: sjabloon voor de nota\n")
    assert "  Kop 1                    15 pt vet      van het sjabloon\n" in answer.out


def test_a_word_template_that_lacks_styles_says_so(voortgang, tmp_path):
    from docx import Document

    document = Document()
    for name in ("Title", "Quote"):
        document.styles[name].delete()
    document.save(tmp_path / "eigen.docx")
    answer = voortgang("huisstijl", tmp_path / "eigen.docx")
    assert answer.status == 0
    assert "  Titel                    18 pt vet      van het programma\n" in answer.out
    assert "waarschuwing VG076" in answer.out


def zipped(tmp_path):
    path = tmp_path / "x.pptx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("lees.txt", "niets")
    return path


def renamed(tmp_path):
    return Path(shutil.copy(WORD, tmp_path / "eigenlijk-word.pptx"))


@pytest.mark.parametrize("make", [zipped, renamed])
def test_what_cannot_be_used_is_a_finding_and_exits_1(voortgang, tmp_path, make):
    path = make(tmp_path)
    answer = voortgang("huisstijl", path)
    assert answer.status == 1
    assert answer.out.startswith(f"{path.name}:1:1: fout VG070: ")
    assert "oplossing: " in answer.out


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("bestaat-niet.pptx", "bestaat niet"),
        ("tekst.odp", "is geen sjabloon dat het programma kent"),
    ],
)
def test_a_file_that_is_none_is_wrong_use(voortgang, tmp_path, name, words):
    answer = voortgang("huisstijl", tmp_path / name)
    assert (answer.status, answer.out) == (2, "")
    assert words in answer.err


def test_a_name_with_control_characters_does_not_reach_the_terminal(voortgang, tmp_path):
    deck = Presentation()
    deck.slide_layouts[0].name = "Rood \u202e omgekeerd"
    out = io.BytesIO()
    deck.save(out)
    path = tmp_path / "x.pptx"
    path.write_bytes(out.getvalue())
    assert "\u202e" not in voortgang("huisstijl", path).out
