"""Which afkortingen stand in a text: as a pattern for each of them would say, in one pass."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_rules import findings, write

from voortgang.checks.teksten.afkortingen import _standing

SIGNS = st.text(st.sampled_from("abé1_-& .\n"), min_size=1, max_size=4)


def by_pattern(sought, text):
    return {s for s in sought if re.search(rf"(?<![^\W_]){re.escape(s)}(?![^\W_])", text)}


@pytest.mark.slow
@given(st.sets(SIGNS, max_size=8), st.lists(SIGNS, max_size=12).map("".join))
def test_what_stands_in_a_text_is_found_as_by_a_pattern(sought, text):
    assert set(_standing(sought, text)) == by_pattern(sought, text)


@pytest.mark.slow
def test_many_are_found_in_much_text_in_one_pass():
    # As many patterns over as much text take hours.
    sought = {f"af{n}" for n in range(30_000)}
    text = " ".join(f"Plan {n} met af{n}" for n in range(0, 60_000, 2))
    assert set(_standing(sought, text.lower())) == {f"af{n}" for n in range(0, 30_000, 2)}


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ("", 0),
        ("contact: {naam: Els}", 0),
        ("nota: {organen: [gemeenteraad]}", 1),
        ("nota: {van: de algemeen directeur}", 1),
        ("afkortingen: {AVG: algemene verordening gegevensbescherming}", 1),
    ],
)
def test_abbreviations_are_asked_for_where_the_report_goes_to_readers(tmp_path, extra, told):
    head = "rapportjaar: 2022\nbestuur: Gemeente Voorbeeldegem\ntitel: Rapport"
    acties = "titel: Cultuur\nrealisaties: [Plan GAS, Opleiding GAS]"
    write(tmp_path, f"# bestand: rapport.yaml\n{head}\ndomeinen: [cultuur]\n{extra}\n"
                    f"# bestand: cultuur.yaml\n{acties}\n")  # fmt: skip
    assert [each.code for each in findings(tmp_path)].count("VG108") == told
