"""Which afkortingen stand in a text: as a pattern for each of them would say, in one pass."""

import re

from hypothesis import given
from hypothesis import strategies as st

from voortgang.checks.teksten.afkortingen import _standing

SIGNS = st.text(st.sampled_from("abé1_-& .\n"), min_size=1, max_size=4)


def by_pattern(sought, text):
    return {s for s in sought if re.search(rf"(?<![^\W_]){re.escape(s)}(?![^\W_])", text)}


@given(st.sets(SIGNS, max_size=8), st.lists(SIGNS, max_size=12).map("".join))
def test_what_stands_in_a_text_is_found_as_by_a_pattern(sought, text):
    assert set(_standing(sought, text)) == by_pattern(sought, text)


def test_many_are_found_in_much_text_in_one_pass():
    # As many patterns over as much text take hours.
    sought = {f"af{n}" for n in range(30_000)}
    text = " ".join(f"Plan {n} met af{n}" for n in range(0, 60_000, 2))
    assert set(_standing(sought, text.lower())) == {f"af{n}" for n in range(0, 30_000, 2)}
