"""An actie written as lines reads back as the same actie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voortgang.model import KEYS, Actie, Deelactie, read_rapport
from voortgang.model.emit import emit_actie
from voortgang.model.termijn import Termijn
from voortgang.source.workspace import read_contents

titles = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=20)
titles = titles.map(str.strip).filter(bool)
paragraphs = st.lists(titles, min_size=1, max_size=3).map("\n\n".join)
termijnen = st.sampled_from(["2023", "2023-Q2", "2023-05-31"]).map(Termijn.parse)
deelacties = st.builds(
    Deelactie, titel=titles, dienst=st.none() | titles, toelichting=st.none() | paragraphs
)
acties = st.builds(
    Actie,
    titel=titles,
    own_id=st.just("een-id"),
    toelichting=st.none() | paragraphs,
    dienst=st.none() | titles,
    termijn=st.none() | termijnen,
    mjp=st.none() | titles,
    sdg=st.sampled_from([(), (9,), (9, 16)]),
    vervolg_op=st.sampled_from([(), ("a",), ("a", "b-c")]),
    deelacties=st.lists(deelacties, max_size=2).map(tuple),
)


def test_only_a_title_is_a_plain_line():
    assert emit_actie(Actie(titel="Nieuw intranet")) == ["  - Nieuw intranet"]
    assert emit_actie(Actie(titel="Nieuw: intranet")) == ['  - "Nieuw: intranet"']


@pytest.mark.slow
@given(acties)
def test_an_actie_comes_back(actie):
    lines = ["titel: Cultuur", "planning:", *emit_actie(actie)]
    rapport = b"rapportjaar: 2022\nbestuur: B\ntitel: T\ndomeinen: [x]\n"
    source = {"rapport.yaml": rapport, "x.yaml": "\n".join(lines).encode()}
    reading = read_rapport(read_contents(2022, source, KEYS))
    assert reading.findings == ()
    assert reading.rapport.domeinen[0].planning == (actie,)
