"""Diffs as people read them: four years of a municipality that does not exist, by hand."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from voortgang.opvolging.changes import changes
from voortgang.opvolging.follow_up import LIJSTEN, follow_up
from voortgang.opvolging.history import history
from voortgang.opvolging.report.md import md_page
from voortgang.opvolging.report.page import (
    Page,
    Part,
    Row,
    json_text,
    opvolging_page,
    wijzigingen_page,
)
from voortgang.opvolging.report.text import text_page
from voortgang.opvolging.wijziging import (
    DomeinWijzigingen,
    Plek,
    Veld,
    Wijziging,
    Wijzigingen,
)


@pytest.fixture
def jaren(rapport):
    """2020 to 2023: an audit with its actieplan, two phases, a plan put off, one given up."""
    return {
        2020: rapport(
            2020,
            cultuur={"planning": ["Audit onthaal", "Nieuw intranet", "Fietsplan"]},
            middelen={"planning": ["Kassa's (fase 1)", "Audit onthaal"]},
        ),
        2021: rapport(
            2021,
            cultuur={
                "realisaties": ["Audit onthaal", "Zomerfeest"],
                "planning": [
                    {"titel": "Nieuw intranet", "dienst": "Communicatie", "termijn": "2022-Q2"},
                    {"titel": "Actieplan onthaal", "vervolg_op": ("audit-onthaal",)},
                ],
                "vervallen": [{"titel": "Fietsplan", "reden": "opgenomen in het mobiliteitsplan"}],
            },
            middelen={
                "realisaties": [{"titel": "Kassa's, eerste fase", "own_id": "kassa-s-fase-1"}],
                "planning": [{"titel": "Kassa's (fase 2)", "vervolg_op": ("kassa-s-fase-1",)}],
            },
        ),
        2022: rapport(
            2022,
            middelen={
                "realisaties": ["Kassa's (fase 2)", "Actieplan onthaal", "Nieuwe loods"],
                "planning": [{"titel": "Opvolgaudit | *onthaal*", "termijn": "2023"}],
            },
            cultuur={"planning": ["Nieuw intranet"], "te_beantwoorden": ["Wegwijzers"]},
        ),
        2023: rapport(
            2023,
            cultuur={
                "realisaties": ["Opvolgaudit | *onthaal*"],
                "te_beantwoorden": ["Nieuw intranet"],
            },
        ),
    }


@pytest.mark.parametrize(("van", "naar"), [(2020, 2021), (2021, 2022), (2022, 2023), (2020, 2023)])
def test_what_became_of_the_plans_as_text_and_md(jaren, golden, van, naar):
    page = opvolging_page(follow_up(jaren[van], jaren[naar]))
    golden(f"opvolging-{van}-{naar}.txt", text_page(page))
    golden(f"opvolging-{van}-{naar}.md", md_page(page))


def test_the_lists_of_2021_in_2022_by_hand(jaren):
    result = json.loads(json.dumps(follow_up(jaren[2021], jaren[2022]).as_json()))
    assert result["totalen"] == dict(zip(LIJSTEN, (2, 1, 0, 0, 1, 1), strict=True))
    cultuur = next(each for each in result["domeinen"] if each["domein"] == "cultuur")
    assert [entry["id"] for entry in cultuur["gerealiseerd"]] == ["actieplan-onthaal"]
    assert cultuur["gerealiseerd"][0]["antwoord"]["domein"] == "middelen"
    assert [entry["id"] for entry in cultuur["lopend"]] == ["nieuw-intranet"]


def test_the_chains_over_four_years_by_hand(jaren):
    story = history(jaren)
    links = [(link.jaar, link.soort, link.id) for link in story.keten("audit-onthaal")]
    assert list(dict.fromkeys(links)) == [
        (2020, "planning", "audit-onthaal"),
        (2021, "realisaties", "audit-onthaal"),
        (2021, "planning", "actieplan-onthaal"),
        (2022, "realisaties", "actieplan-onthaal"),
    ]
    phases = {link.id for link in story.keten("kassa-s-fase-2")}
    assert phases == {"kassa-s-fase-1", "kassa-s-fase-2"}
    intranet = story.plannen[2022]["nieuw-intranet"]
    assert (intranet.sinds, intranet.jaren) == (2020, 3)


def test_changes_of_a_year_as_text_and_md(rapport, golden):
    old = rapport(
        2022,
        cultuur={"planning": ["Nieuw intranet", "Fietsplan", "Bevraging medewerkers stad"]},
        middelen={"planning": [{"titel": "Audit", "termijn": "2023"}]},
    )
    new = rapport(
        2022,
        cultuur={"realisaties": ["Nieuw intranet"], "planning": ["Bevraging medewerkers"]},
        middelen={"planning": [{"titel": "Audit", "termijn": "2024", "dienst": "Financiën"}, "X"]},
    )
    page = wijzigingen_page(changes(old, new), "main")
    golden("wijzigingen.txt", text_page(page))
    golden("wijzigingen.md", md_page(page))


def test_nothing_is_said_in_words(rapport):
    same = rapport(2022, cultuur={"realisaties": ["X"]})
    assert text_page(wijzigingen_page(changes(same, same), "v1")) == (
        "geen wijzigingen in 2022 sinds v1\n"
    )
    empty = opvolging_page(follow_up(same, rapport(2023, cultuur={"realisaties": ["X"]})))
    assert md_page(empty) == "geen planning in 2022, en niets nieuws in 2023\n"


def test_a_sign_never_stands_without_its_word(jaren):
    page = opvolging_page(follow_up(jaren[2020], jaren[2023]))
    for part in page.parts:
        for row in part.rows:
            assert row.sign
            assert row.word


titles = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
awkward = st.text("ab12 |*_`<>[]()!&;#@:/\\~$-+=.", min_size=1, max_size=15)


@given(st.one_of(titles, awkward).map(lambda text: " ".join(text.split())).filter(bool))
def test_what_the_data_holds_comes_out_as_typed(titel):
    page = Page("t", ("a", "b", "c"), (), (Part(titel, (Row("+", "w", titel, titel),)),), "n")
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(md_page(page))
    shown = [
        "".join(c.content for c in token.children if c.type in {"text", "text_special"})
        for token in tokens
        if token.type == "inline"
    ]
    assert shown[1] == titel
    assert shown[-2:] == [titel, titel]


def test_a_title_calls_nobody_and_links_nothing():
    page = Page("t", ("a", "b", "c"), (), (Part("P", (Row("+", "w", "@piet en #12", ""),)),), "n")
    assert "@<!-- -->piet en #<!-- -->12" in md_page(page)


def notes(*changed, lijst="details"):
    """What stands beside changes that were made up, in domains A and B."""
    a, b = DomeinWijzigingen("a", "Domein A"), DomeinWijzigingen("b", "Domein B")
    a.groep(lijst).extend(changed)
    page = wijzigingen_page(Wijzigingen(2022, (a, b)), "HEAD")
    return [row.note for part in page.parts for row in part.rows]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "(niets)"),
        (True, "ja"),
        (False, "nee"),
        (2023, "2023"),
        ("eerste\nen  tweede", "eerste en tweede"),
        (["gemeenteraad", "college"], "gemeenteraad, college"),
        ([{"titel": "Een", "dienst": "ICT"}, {"titel": "Twee"}], "Een, Twee"),
        ({"naam": "An", "e-mail": "an@v.example"}, "naam An, e-mail an@v.example"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 59 + "…"),
    ],
)
def test_any_value_is_said_in_a_few_words(value, said):
    change = Wijziging("plan", "Plan", "planning", velden=(Veld("veld", value, "x"),))
    assert notes(change) == [f"veld: {said} → x"]


def test_a_move_names_the_list_and_the_domain_where_it_differs():
    van = Plek("b", "te_beantwoorden")
    assert notes(
        Wijziging("p", "P", "planning", van=van, naar=Plek("a", "planning")),
        Wijziging("p", "P", "risicos", van=Plek("a", "planning"), naar=Plek("a", "risicos")),
        Wijziging("p", "P", "planning", van=Plek("weg", "planning"), naar=Plek("a", "planning")),
        lijst="verplaatst",
    ) == [
        "van te beantwoorden van Domein B naar planning",
        "van planning naar risico's",
        "van planning van weg naar planning",
    ]


def test_what_came_or_went_names_its_list():
    assert notes(Wijziging("p", "P", "risicos"), lijst="toegevoegd") == ["risico's"]


def test_changes_of_the_report_itself_stand_under_the_name_of_its_file():
    itself = DomeinWijzigingen("rapport", "Voortgangsrapport")
    itself.details.append(Wijziging("rapport", "Voortgangsrapport", None))
    page = wijzigingen_page(Wijzigingen(2022, (itself,)), "HEAD")
    assert [(part.titel, [row.note for row in part.rows]) for part in page.parts] == [
        ("rapport.yaml", [""])
    ]


def test_a_plan_without_an_answer_shows_its_dienst_and_termijn(rapport):
    plan = {"titel": "Plan", "dienst": "ICT", "termijn": "2023-Q2"}
    result = follow_up(rapport(2022, a={"planning": [plan]}), rapport(2023, a={}))
    (row,) = opvolging_page(result).parts[0].rows
    assert (row.sign, row.word, row.note) == ("?", "zonder opvolging", "ICT, tweede kwartaal 2023")


def test_json_is_indented_and_keeps_its_letters():
    assert json_text({"titel": "Efficiënt"}) == '{\n  "titel": "Efficiënt"\n}\n'
