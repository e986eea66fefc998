"""Slugs and termijnen, for any text."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voortgang.model import KADERS, slug
from voortgang.model.identity import ID_FORM
from voortgang.model.termijn import TERMIJN_FORM, Termijn


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Efficiënt gebruik middelen", "efficient-gebruik-middelen"),
        ("Quandago – kennisplatform!", "quandago-kennisplatform"),
        ("Straße, Ærø, cœur", "strasse-aero-coeur"),
        ("ĳsbaan", "ijsbaan"),
        ("(A)MJP", "a-mjp"),
        ("★", ""),
    ],
)
def test_a_slug_is_what_people_would_expect(title, expected):
    assert slug(title) == expected


@given(st.text())
def test_a_slug_is_an_id_or_nothing_and_its_own_slug(title):
    made = slug(title)
    assert made == "" or re.fullmatch(ID_FORM, made)
    assert slug(made) == made


@given(st.text(alphabet="abcDEF é-", min_size=1))
def test_capitals_and_white_space_at_the_ends_make_no_difference(title):
    assert slug(f"  {title.upper()} ") == slug(title.lower())


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31)))
def test_a_termijn_ends_on_its_last_day(day):
    year, month = f"{day.year:04}", f"{day.month:02}"
    assert Termijn.parse(day.isoformat()).end == day
    assert Termijn.parse(year).end == date(day.year, 12, 31)
    assert (Termijn.parse(f"{year}-{month}").end + timedelta(1)).day == 1
    quarter = (day.month + 2) // 3
    assert Termijn.parse(f"{year}-Q{quarter}").end >= day


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2023-Q1", date(2023, 3, 31)),
        ("2023-Q2", date(2023, 6, 30)),
        ("2023-Q4", date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
    ],
)
def test_the_last_day_of_a_quarter_and_a_month(text, end):
    assert Termijn.parse(text).end == end


@given(st.from_regex(r"[0-9]{4}(-Q?[0-9]{1,2}){0,2}", fullmatch=True))
def test_what_is_a_termijn_has_the_form_that_the_schema_names(text):
    try:
        assert Termijn.parse(text).text == text
    except ValueError:
        return
    assert re.fullmatch(TERMIJN_FORM, text)


@pytest.mark.parametrize(
    "text",
    ["", "23", "2023-Q5", "2023-q1", "2023-00", "2023-13", "2023-05-00", "2023-02-30", "٢٠٢٣"],
)
def test_what_is_no_moment_is_no_termijn(text):
    with pytest.raises(ValueError):  # noqa: PT011 -- its words are for nobody to read
        Termijn.parse(text)


@pytest.mark.parametrize(
    ("text", "said", "in_zin"),
    [
        ("2023", "2023", "2023"),
        ("2023-Q2", "tweede kwartaal 2023", "het tweede kwartaal van 2023"),
        ("2023-05", "mei 2023", "mei 2023"),
        ("2023-05-01", "1 mei 2023", "1 mei 2023"),
    ],
)
def test_a_termijn_is_said_in_dutch_alone_and_within_a_sentence(text, said, in_zin):
    termijn = Termijn.parse(text)
    assert (str(termijn), termijn.in_zin) == (said, in_zin)


def test_the_kaders_have_their_domains():
    assert [len(kader.domeinen) for kader in KADERS.values()] == [7, 10]
    assert KADERS["leidraad"].ids()[-1] == "ict"
