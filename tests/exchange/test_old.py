"""Old decks and texts: the city's own source, and what people's texts look like."""

import io
import os
from pathlib import Path

import pytest
from pptx import Presentation

from voortgang.exchange.old.lines import joined
from voortgang.exchange.old.take import from_old
from voortgang.findings import Obstacle
from voortgang.model import KADERS, Domein, read_all
from voortgang.source import Workspace

ROOT = Path(__file__).parents[2]
NAME = "voortgangsrapport-2022.txt"
FOLDERS = (Path(os.environ.get("VOORTGANG_BRON", "/nowhere")), ROOT.parent / "shared" / "bron")
DEFAULTS = {"bestuur": "(vul het bestuur in)", "titel": "Voortgangsrapport"}
KNOWN = [
    Domein(id=d.id, titel=d.titel, rechtsgrond=d.rechtsgrond) for d in KADERS["mechelen"].domeinen
]


def outline(rapport):
    return [
        (domein.id, soort, actie.titel, [part.titel for part in actie.deelacties])
        for domein, soort, _, actie in rapport.acties()
    ]


def old(text, name="oud.txt", known=KNOWN):
    incoming, lines = from_old({name: text.encode()}, 2021, DEFAULTS, known, bestuur=None)
    assert incoming.rapport
    return incoming.rapport, lines


def lists(text):
    rapport, lines = old("Organisatiecultuur\n" + text)
    return [(soort, titel, parts) for _, soort, titel, parts in outline(rapport)], lines


@pytest.fixture(scope="module")
def data_2022():
    return read_all(Workspace(ROOT), [2022])[2022].rapport


def test_the_source_text_gives_all_entries_in_place_and_in_order(data_2022):
    source = next((f / NAME for f in FOLDERS if (f / NAME).is_file()), None)
    if source is None:
        pytest.skip(f"needs {NAME}: it stands outside the repository")
    rapport, _ = old(source.read_text(encoding="utf-8"))
    assert outline(rapport) == outline(data_2022)
    entries = outline(rapport)
    assert len(entries) + sum(len(parts) for *_, parts in entries) == 189
    assert rapport.bestuur == "Stad Mechelen"
    assert rapport.kader == "mechelen"


def test_bullets_of_all_kinds_and_wrapped_lines():
    found, lines = lists(
        "Realisaties:\n• Eerste lange\ntitel hier\n  – deel a\n  – deel\n    b\n* derde\n"
        "\nplanning 2022\n1. Een\n2) Twee\n\n   a\n"
    )
    assert found == [
        ("realisaties", "Eerste lange titel hier", ["deel a", "deel b", "derde"]),
        ("planning", "Een", []),
        ("planning", "Twee a", []),
    ]
    assert lines == ()


def test_a_title_over_two_lines_and_one_with_a_number():
    rapport, _ = old(
        "VOORKOMEN VAN FRAUDE\nEN FOUTEN (1/2)\n\nPLANNING\n- a\n\n\n\n"
        "Voorkomen van fraude en fouten (2/2)\n- b\n"
    )
    assert [titel for *_, titel, _ in outline(rapport)] == ["a", "b"]


def test_what_is_not_recognised_is_listed_with_its_line():
    _, lines = lists("Realisaties\n- a\n\n\n\nIets anders\n- verloren\n")
    assert lines == (
        "niet overgenomen: oud.txt, regel 7: titel ‘Iets anders’",
        "niet overgenomen: oud.txt, regel 8: ‘verloren’",
    )


def test_what_stands_beside_the_text_of_a_slide_is_listed_with_its_slide():
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = "Organisatiecultuur"
    slide.shapes.add_textbox(0, 0, 9, 9).text_frame.text = "Realisaties"
    slide.placeholders[1].text = "Nieuw onthaal"
    body = slide.placeholders[1].element
    body.getparent().append(body)
    slide.shapes.add_ole_object(io.BytesIO(b"x"), "Excel.Sheet.12", 0, 0)
    slide.notes_slide.notes_text_frame.text = "Nog te bespreken"
    out = io.BytesIO()
    presentation.save(out)
    incoming, lines = from_old({"oud.pptx": out.getvalue()}, 2021, DEFAULTS, KNOWN, bestuur=None)
    assert [actie.titel for *_, actie in incoming.rapport.acties()] == ["Nieuw onthaal"]
    assert lines == (
        "niet overgenomen: oud.pptx, dia 1: object ‘Excel.Sheet.12’",
        "niet overgenomen: oud.pptx, dia 1: notitie ‘Nog te bespreken’",
    )


def test_a_title_with_a_typing_mistake_is_read_and_told():
    rapport, lines = old("Organistiecultuur\n\nREALISATIES\n- a\n")
    assert rapport.domeinen[0].id == "organisatiecultuur"
    assert "is gelezen als organisatiecultuur" in lines[0]


def test_a_text_without_a_domain_is_said_to_be_so():
    with pytest.raises(Obstacle, match="geen enkel domein"):
        old("Boodschappen\n- melk\n")


def test_the_bestuur_is_the_placeholder_where_the_text_names_none():
    rapport, _ = old("Organisatiecultuur\nREALISATIES\n- stad en gemeente werken samen\n")
    assert rapport.bestuur == DEFAULTS["bestuur"]


@pytest.mark.parametrize("part", ["woord", "woord-", "-", "x- en", ""])
def test_many_lines_of_one_item_are_joined_in_one_go(part):
    text = joined(["Begin", *[part] * 100_000, "slot"])  # minutes, where each begins anew
    assert text.startswith("Begin")
    assert text.endswith("slot")


def test_only_a_word_that_was_broken_is_joined_without_a_space():
    assert joined(["onder-", "handeling", "en", "wijk-", "en dorp", "A-", "Kern", "-", "x"]) == (
        "onder-handeling en wijk- en dorp A- Kern - x"
    )
