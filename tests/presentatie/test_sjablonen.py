"""The page about the template says what is true: its examples build, its lists are whole."""

import importlib.util
import sys
from pathlib import Path

import pytest

from voortgang.content.template.words import WORDS

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("beelden", ROOT / "scripts" / "beelden.py")
beelden = importlib.util.module_from_spec(SPEC)
sys.modules["beelden"] = beelden
SPEC.loader.exec_module(beelden)
EXAMPLES = beelden.examples()


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])
def test_an_example_builds_without_a_remark_and_has_its_picture(example):
    assert beelden.rendered(example).findings == ()
    assert beelden.deck(example).startswith(b"PK")
    assert (beelden.PICTURES / f"{example.name}.png").stat().st_size < 60_000


def test_every_filter_is_on_the_page():
    page = beelden.PAGE.read_text(encoding="utf-8")
    assert [name for name in WORDS if f"| `{name}` |" not in page] == []


def test_every_kind_of_part_has_an_example():
    text = "".join(example.text for example in EXAMPLES)
    for part in ("grafiek", "> ", "|---|", "![", "{.agenda}", ".criterium", ".kengetal", ":::"):
        assert part in text
