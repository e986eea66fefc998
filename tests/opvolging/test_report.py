"""Diffs as people read them: four years of a municipality that does not exist, by hand."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from voortgang.content.markdown.author import author_words
from voortgang.model import Aanbeveling, Actie, Audit, Audits, Domein, Rapport
from voortgang.opvolging.aanbevelingen import changed, over_years
from voortgang.opvolging.changes import changes
from voortgang.opvolging.follow_up import LIJSTEN, follow_up
from voortgang.opvolging.report.md import md_page
from voortgang.opvolging.report.page import (
    Page,
    Part,
    Row,
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
    page = opvolging_page(follow_up(jaren[van], jaren[naar], jaren.values()))
    golden(f"opvolging-{van}-{naar}.txt", text_page(page))
    golden(f"opvolging-{van}-{naar}.md", md_page(page))


def test_the_lists_of_2021_in_2022_by_hand(jaren):
    result = json.loads(json.dumps(follow_up(jaren[2021], jaren[2022]).as_json()))
    assert result["totalen"] == {
        **dict(zip(LIJSTEN, (2, 0, 1, 0, 0, 1, 1), strict=True)),
        "uitgesteld": 1,
    }
    cultuur = next(each for each in result["domeinen"] if each["domein"] == "cultuur")
    assert [entry["id"] for entry in cultuur["gerealiseerd"]] == ["actieplan-onthaal"]
    assert cultuur["gerealiseerd"][0]["antwoord"]["domein"] == "middelen"
    assert [entry["id"] for entry in cultuur["lopend"]] == ["nieuw-intranet"]


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
    page = opvolging_page(follow_up(jaren[2020], jaren[2023], jaren.values()))
    for part in page.parts:
        for row in part.rows:
            assert row.sign
            assert row.word


titles = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
awkward = st.text("ab12 |*_`<>[]()!&;#@:/\\~$-+=.", min_size=1, max_size=15)


@pytest.mark.slow
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


TWEE = [{"titel": "Een", "dienst": "HR"}, {"titel": "Twee"}]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ({"niveau": 1, "doel": 3}, {"niveau": 2, "doel": 3}, ["veld.niveau: 1 → 2"]),
        ({"van": "A"}, {"van": "A", "bewijs": True}, ["veld.bewijs: (niets) → ja"]),
        (["een", "twee"], ["twee", "drie"], ["veld: erbij drie, weg een"]),
        ([1, 2], [2, 1], ["veld: een andere volgorde"]),
        (["een", "een", "twee"], ["een", "twee"], ["veld: weg een"]),
        ([TWEE[0], {"titel": "Een"}], [{"titel": "Een"}] * 2, ["veld ‘Een’.dienst: HR → (niets)"]),
        (TWEE, TWEE[1:], ["veld: weg Een"]),
        (TWEE, [{**TWEE[0], "dienst": "ICT"}, TWEE[1]], ["veld ‘Een’.dienst: HR → ICT"]),
        ("w" * 80 + "1", "w" * 80 + "2", [f"veld: …{'w' * 20}1 → …{'w' * 20}2"]),
        ("w " * 40 + "oud", "w " * 40 + "nieuw", [f"veld: …{'w ' * 10}oud → …{'w ' * 10}nieuw"]),
    ],
)  # fmt: skip
def test_what_changed_is_what_is_told(old, new, said):
    change = Wijziging("plan", "Plan", "planning", velden=(Veld("veld", old, new),))
    assert notes(change) == ["; ".join(said)]


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


def test_changes_of_the_report_itself_stand_under_the_name_of_its_file(rapport):
    old = rapport(2022, a={})
    page = wijzigingen_page(changes(old, old.model_copy(update={"ontwerp": True})), "HEAD")
    assert [(part.titel, [row.note for row in part.rows]) for part in page.parts] == [
        ("rapport.yaml", ["ontwerp: nee → ja"])
    ]


@pytest.mark.parametrize(
    ("naar", "sign", "word", "note"),
    [
        ({}, "?", "zonder opvolging", "ICT, tweede kwartaal 2023"),
        ({"planning": ["Plan"]}, "→", "lopend", "ICT, uitgesteld ({} → geen nieuwe termijn)"),
        (
            {"planning": [{"titel": "Plan", "termijn": "2023-Q2"}]},
            "→",
            "lopend",
            "ICT, uitgesteld ({} → geen nieuwe termijn)",
        ),
        (
            {"planning": [{"titel": "Rest", "vervolg_op": ("plan",), "termijn": "2024"}]},
            "→",
            "lopend",
            "als ‘Rest’, ICT, uitgesteld ({} → 2024)",
        ),
        (
            {
                "planning": [
                    {"titel": "Plan", "termijn": "2024", "toelichting": "De raad\n\nwacht."}
                ],
                "realisaties": [{"titel": "Begin", "vervolg_op": ("plan",)}],
            },
            "½",
            "deels gerealiseerd",
            "ICT, uitgesteld ({} → 2024): De raad wacht.",
        ),
        (
            {"planning": [{"titel": "Plan", "termijn": "2023-04"}]},
            "→",
            "lopend",
            "ICT, uitgesteld ({} → geen nieuwe termijn)",
        ),
        ({"realisaties": ["Plan"]}, "●", "gerealiseerd", "ICT"),
        (
            {"vervallen": [{"titel": "Plan", "reden": "te duur", "toelichting": "Drie offertes."}]},
            "×",
            "vervallen",
            "ICT: te duur; Drie offertes.",
        ),
    ],
)
def test_what_became_of_a_plan_in_words(rapport, naar, sign, word, note):
    plan = {"titel": "Plan", "dienst": "ICT", "termijn": "2023-Q2"}
    result = follow_up(rapport(2022, a={"planning": [plan]}), rapport(2023, a=naar))
    row = opvolging_page(result, toelichting=author_words).parts[0].rows[0]
    assert row[:3] == (sign, word, "Plan")
    assert row.told() == note.format("tweede kwartaal 2023")


def test_how_often_and_since_when_are_told_where_there_is_something_to_tell(rapport):
    def year(jaar, termijn):
        return rapport(jaar, a={"planning": [{"titel": "Plan", "termijn": termijn}]})

    def note(*years):
        page = opvolging_page(follow_up(years[-2], years[-1], years))
        return page.parts[0].rows[0].note, page.remark

    three = year(2020, "2021"), year(2021, "2022"), year(2022, "2023")
    assert note(*three) == ("2 keer uitgesteld (2022 → 2023), gepland sinds 2020", "Uitgesteld: 1")
    assert note(*three, year(2023, "2022")) == (
        "3 keer uitgesteld (2023 → geen nieuwe termijn), gepland sinds 2020",
        "Uitgesteld: 1",
    )
    assert note(*three[1:], year(2023, "2024"), rapport(2024, a={})) == (
        "2024, 2 keer uitgesteld, gepland sinds 2021",
        "",
    )
    done = rapport(2023, a={"realisaties": ["Plan"]})
    assert note(*three, done) == ("2 keer uitgesteld", "")


def test_a_next_phase_says_whose_it_is_and_a_year_between_is_named(rapport):
    fase = {"titel": "Fase 2", "vervolg_op": ("plan",), "dienst": "ICT"}
    between = rapport(2023, b={"realisaties": ["Plan"]})
    result = follow_up(
        rapport(2022, a={"planning": ["Plan"]}), rapport(2024, a={"planning": [fase]}), [between]
    )
    rows = opvolging_page(result).parts[0].rows
    assert [row.note for row in rows] == ["bij B, in 2023", "vervolg op ‘Plan’, ICT"]


def test_an_aanbeveling_that_changed_says_how_it_stood_and_what_works_on_it(jaren):
    audit = Audit(id="kas", titel="Kas", aanbevelingen=(Aanbeveling(nummer="1", titel="Tel"),))
    done = Rapport(
        rapportjaar=2023, bestuur="b", titel="t",
        domeinen=(Domein(id="d", titel="D", realisaties=(
            Actie(titel="Kasboek", aanbevelingen=("kas-1",)),
            Actie(titel="Kastelling", aanbevelingen=("kas-1",)),
        )),),
    )  # fmt: skip
    stands = over_years(Audits((audit,)), [jaren[2022], done])
    for was, note in ((stands[2022], "was niet: "), ((), "nieuw: ")):
        opvolging = follow_up(jaren[2022], jaren[2023])
        part = opvolging_page(opvolging, changed(was, stands[2023])).parts[-1]
        assert part.titel == "Aanbevelingen van audits"
        row = Row(
            "●", "volledig", "kas-1 Tel", f"{note}‘Kasboek’, ‘Kastelling’",
            "aanbevelingen",
        )  # fmt: skip
        assert part.rows == (row,)
    assert [each.as_json()["was"] for each in changed(stands[2022], stands[2023])] == ["niet"]
