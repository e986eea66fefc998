"""When two titles say nearly the same, and which come close."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from voortgang.opvolging.titels import Titels, word_key


def likely(title, candidates):
    return tuple(candidates[index] for index in Titels(candidates).likely(title))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quandago - kennisplatform", "Kennisplatform – Quandago"),
        ("Digibanken en E-inclusie coach", "digibanken en e-inclusie coach"),
        ("Efficiënt beheer", "Efficient beheer."),
        ("SDG's koppelen", "SDGs koppelen"),
    ],
)
def test_near_equal(one, other):
    assert word_key(one) == word_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Werkingskader fase 1", "Werkingskader fase 2"),
        ("Versie 1.10", "Versie 10.1"),
        ("Audit", "Audit audit"),
        ("Project α", "Project β"),
    ],
)
def test_not_near_equal(one, other):
    assert word_key(one) != word_key(other)


def test_likely_answers_the_best_first():
    candidates = ["Fietslease", "Werkingskader (fase 2)", "werkingskader investeringen fase 1"]
    assert likely("Werkingskader fase 1", candidates)[0] == "werkingskader investeringen fase 1"
    assert likely("Telewerken", candidates) == ()


def test_the_same_words_go_before_more_words():
    candidates = ["Audit burgerzaken en onthaal van de stad", "Audit burgerzaken"]
    assert likely("Audit burgerzaken", candidates) == tuple(reversed(candidates))


def test_a_slip_of_the_pen_is_seen_through():
    assert Titels(["Migratie Topdesk"]).likely("Migratei Topdesk", 90) == (0,)


def test_what_is_asked_for_is_enough():
    assert Titels(["Migratie Topdesk"]).likely("Migratie Topdesk", 100) == (0,)


def test_a_rare_word_is_found_among_many_common_ones():
    many = [f"Audit {word}" for word in "abcdefghijklmnopqrst"]
    assert likely("Audit burgerzaken", [*many, "Burgerzaken: audit"])[0] == "Burgerzaken: audit"


def test_two_common_words_weigh_more_than_one():
    some = [f"Audit {word}" for word in "abcdefghijklmn"]
    others = [f"Werking {word}" for word in "abcdefghijklmn"]
    best = "Audit van de werking"
    assert likely("Audit werking", [*some, *others, best])[0] == best


def test_never_more_than_three():
    assert len(likely("Audit Burgerzaken", [f"Audit burgerzaken deel {n}" for n in "abcdef"])) == 3


@given(st.lists(st.text(max_size=20), max_size=8), st.text(max_size=20))
def test_any_text_will_do(candidates, title):
    assert len(likely(title, candidates)) <= 3


def test_among_thousands_a_title_is_held_beside_a_dozen(monkeypatch):
    compared = []
    ratio = fuzz.ratio
    monkeypatch.setattr(fuzz, "ratio", lambda *pair: compared.append(pair) or ratio(*pair))
    titels = Titels([f"Uitrol van project {n}" for n in range(3000)])
    assert titels.likely("Uitrol van project 2999 bis")[0] == 2999
    assert len(compared) <= 12
