"""How aanbevelingen, measures and maturity stand: always exactly one way, whatever the acties."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voortgang.model import Aanbeveling, Actie, Audit, Audits, Domein, Rapport, Reading, Risico
from voortgang.model.rapport import Maturiteit
from voortgang.model.termijn import Termijn
from voortgang.opvolging.aanbevelingen import STANDEN, audits_of, changed, over_years
from voortgang.opvolging.follow_up import UITKOMSTEN, follow_up
from voortgang.opvolging.maturiteit import levels
from voortgang.opvolging.risicos import rated
from voortgang.opvolging.standen import Standen
from voortgang.opvolging.werk import Werk

AUDIT = Audit(
    id="a",
    titel="Audit",
    datum=date(2021, 5, 1),
    aanbevelingen=(
        Aanbeveling(nummer="1", titel="Scheid bestellen en betalen"),
        Aanbeveling(nummer="2", titel="Leg een kasboek aan", termijn=Termijn.parse("2022-Q2")),
    ),
)
AUDITS = Audits((AUDIT,))


def work(titel, on=("a-1",), **meer):
    return Actie(titel=titel, aanbevelingen=on, **meer)


def year(jaar, **lists):
    return Rapport(
        rapportjaar=jaar,
        bestuur="Gemeente Voorbeeldegem",
        titel="Voortgangsrapport",
        domeinen=(Domein(id="d", titel="Domein", **lists),),
    )


def stand(*years, at=0):
    """The stand at the end of each year, and which acties make it so."""
    return [
        (each.stand, [actie.id for actie in each.acties])
        for audits in over_years(AUDITS, years).values()
        for each in audits[0].aanbevelingen[at : at + 1]
    ]


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ({}, ("niet", [])),
        ({"planning": (work("Plan"),)}, ("gepland", ["plan"])),
        ({"realisaties": (work("Plan"),)}, ("volledig", ["plan"])),
        ({"vervallen": (work("Plan", reden="Te duur"),)}, ("niet", ["plan"])),
        ({"te_beantwoorden": (work("Plan"),)}, ("niet", ["plan"])),
        (
            {"realisaties": (work("Plan"),), "planning": (work("Rest"),)},
            ("deels", ["plan", "rest"]),
        ),
        (
            {"realisaties": (work("Plan"),), "vervallen": (work("Rest", reden="Te duur"),)},
            ("volledig", ["plan", "rest"]),
        ),
        ({"risicos": (Risico(titel="Uitval", aanbevelingen=("a-1",)),)}, ("niet", [])),
    ],
)
def test_where_the_acties_stand_says_how_an_aanbeveling_stands(lists, expected):
    assert stand(year(2022, **lists)) == [expected]


@pytest.mark.parametrize(
    ("nummer", "given_as"),
    [("7", 7), ("07", "07"), ("2.b", "2.b"), ("x٣", "x٣"), ("9" * 20, "9" * 20)],
)
def test_the_number_of_an_aanbeveling_leaves_as_it_was_typed(nummer, given_as):
    audit = Audit(id="a", titel="Audit", aanbevelingen=(Aanbeveling(nummer=nummer, titel="X"),))
    ((found,),) = over_years(Audits((audit,)), [year(2022)]).values()
    assert found.aanbevelingen[0].as_json()["nummer"] == given_as


def test_a_service_gets_what_is_its_own_however_its_name_is_written():
    audits = tuple(
        Audit(id=name, titel=name, aanbevelingen=(Aanbeveling(nummer="1", titel="X", dienst=of),))
        for name, of in (("kas", "dienst ICT"), ("werven", "Patrimonium"), ("open", None))
    )
    risicos = tuple(
        Risico(titel=name, kans=1, impact=1, dienst=of)
        for name, of in (("Uitval", "dienst ict"), ("Brand", None))
    )
    standen = Standen(
        over_years(Audits(audits), [year(2022)])[2022],
        rated(year(2022, risicos=risicos), Werk()),
    ).of_dienst("Dienst ICT")
    assert [each.audit.id for each in standen.audits] == ["kas"]
    assert [each.id for each in standen.aanbevelingen] == ["kas-1"]
    assert [each.risico.titel for each in standen.risicos] == ["Uitval"]


def test_a_year_that_was_read_gives_how_all_stands_as_data():
    years = (
        year(2021, planning=(work("Plan"),)),
        year(
            2022,
            realisaties=(work("Plan"),),
            risicos=(
                Risico(titel="Brand"),
                Risico(titel="Uitval", kans=5, impact=4, restkans=1, restimpact=2,
                       dienst="ICT", beheerst_door=("plan",)),
            ),
        ),
    )  # fmt: skip
    readings = {each.rapportjaar: Reading(0, each, {}, audits=AUDITS) for each in years}
    standen = Standen.of(readings, 2022)
    assert [each.aantal("volledig") for each in standen.audits] == [1]
    assert standen.as_json() == {
        "aanbevelingen": [
            {"id": "a-1", "audit": "a", "nummer": 1, "titel": "Scheid bestellen en betalen",
             "dienst": None, "termijn": None, "stand": "volledig", "acties": ["plan"]},
            {"id": "a-2", "audit": "a", "nummer": 2, "titel": "Leg een kasboek aan",
             "dienst": None, "termijn": "2022-Q2", "stand": "niet", "acties": []},
        ],
        "risicos": [
            {"id": "uitval", "titel": "Uitval", "domeinen": ["Domein"], "dienst": "ICT",
             "kans": 5, "impact": 4, "score": 20, "hoog": True,
             "restkans": 1, "restimpact": 2, "restscore": 2, "beheerst_door": ["plan"]},
            {"id": "brand", "titel": "Brand", "domeinen": ["Domein"], "dienst": None,
             "kans": None, "impact": None, "score": None, "hoog": None,
             "restkans": None, "restimpact": None, "restscore": None, "beheerst_door": []},
        ],
    }  # fmt: skip


def test_what_followed_on_an_actie_counts_without_naming_the_aanbeveling_again():
    years = (
        year(2021, planning=(work("Plan"),)),
        year(2022, planning=(Actie(titel="Fase 1", vervolg_op=("plan",)),)),
        year(
            2023,
            realisaties=(Actie(titel="Fase 1"),),
            planning=(Actie(titel="Fase 2", vervolg_op=("fase-1",)),),
        ),
        year(2024, realisaties=(Actie(titel="Fase 2"),)),
    )
    assert stand(*years) == [
        ("gepland", ["plan"]),
        ("gepland", ["fase-1"]),
        ("deels", ["fase-1", "fase-2"]),
        ("volledig", ["fase-1", "fase-2"]),
    ]


def test_what_a_year_realised_stays_so_and_what_it_only_planned_does_not():
    assert [each for each, _ in stand(year(2021, realisaties=(work("Plan"),)), year(2022))] == [
        "volledig",
        "volledig",
    ]
    assert [each for each, _ in stand(year(2021, planning=(work("Plan"),)), year(2022))] == [
        "gepland",
        "niet",
    ]


def test_years_before_the_audit_do_not_follow_it():
    assert over_years(AUDITS, [year(2020)]) == {2020: ()}


def test_an_aanbeveling_past_its_termijn_is_late_until_it_is_done():
    late = year(2022, planning=(work("Kasboek", ("a-2",)),))
    done = year(2022, realisaties=(work("Kasboek", ("a-2",)),))
    for years, expected in (((year(2021),), False), ((late,), True), ((done,), False)):
        audits = over_years(AUDITS, years)[years[-1].rapportjaar]
        assert audits[0].aanbevelingen[1].te_laat is expected


def test_only_what_changed_is_told_and_what_is_new():
    years = (
        year(2020),
        year(2021, planning=(work("Plan"),)),
        year(2022, realisaties=(work("Plan"),)),
    )
    stands = over_years(AUDITS, years)
    new = changed(stands[2020], stands[2021])
    assert [(each.was, each.nu.stand) for each in new] == [(None, "gepland"), (None, "niet")]
    later = changed(stands[2021], stands[2022])
    assert [(each.was, each.nu.stand) for each in later] == [("gepland", "volledig")]


TITELS = ("een", "twee", "drie", "vier")


def up_to_two(names):
    return st.sampled_from([each for n in range(3) for each in combinations(names, n)])


def acties(reden):
    return st.lists(
        st.builds(
            Actie,
            titel=st.sampled_from(TITELS),
            aanbevelingen=up_to_two(("a-1", "a-2")),
            vervolg_op=up_to_two(TITELS),
            termijn=st.sampled_from((None, Termijn.parse("2021"), Termijn.parse("2024-Q1"))),
            reden=st.just("Te duur") if reden else st.none(),
        ),
        max_size=3,
        unique_by=lambda actie: actie.titel,
    ).map(tuple)


def domeinen():
    lists = {
        soort: acties(soort == "vervallen") for soort in ("realisaties", "planning", "vervallen")
    }
    return st.tuples(
        st.builds(Domein, id=st.just("een"), titel=st.just("Een"), **lists),
        st.builds(Domein, id=st.just("twee"), titel=st.just("Twee"), **lists),
    )


RAPPORTEN = st.tuples(*(domeinen() for _ in range(3))).map(
    lambda years: [
        year(jaar).model_copy(update={"domeinen": each}) for jaar, each in enumerate(years, 2021)
    ]
)


@pytest.mark.slow
@given(RAPPORTEN)
def test_each_aanbeveling_has_exactly_one_stand_by_what_was_done_and_what_is_planned(rapporten):
    for jaar, audits in over_years(AUDITS, rapporten).items():
        (audit,) = audits
        assert sum(audit.aantal(each) for each in STANDEN) == len(AUDIT.aanbevelingen)
        planned = {
            actie.id
            for rapport in rapporten
            if rapport.rapportjaar == jaar
            for _, soort, _, actie in rapport.acties()
            if soort == "planning"
        }
        done = {
            actie.id
            for rapport in rapporten
            if rapport.rapportjaar <= jaar
            for _, soort, _, actie in rapport.acties()
            if soort == "realisaties"
        }
        for each in audit.aanbevelingen:
            ids = {actie.id for actie in each.acties}
            was_done, is_planned = bool(ids & done), bool(ids & planned)
            assert each.stand == (
                ("deels" if is_planned else "volledig")
                if was_done
                else ("gepland" if is_planned else "niet")
            )


@pytest.mark.slow
@given(RAPPORTEN)
def test_each_plan_has_exactly_one_outcome_and_totals_count_ids_over_domains(rapporten):
    first, *_, last = rapporten
    result = follow_up(first, last, rapporten)
    found: dict[str, set[str]] = {}
    for domein in result.domeinen:
        plans = [plan.id for uitkomst in UITKOMSTEN for plan in domein.lijst(uitkomst)]
        own = next(each for each in first.domeinen if each.id == domein.domein)
        assert sorted(plans) == sorted(actie.id for actie in own.planning)
        for uitkomst in UITKOMSTEN:
            for plan in domein.lijst(uitkomst):
                found.setdefault(plan.id, set()).add(uitkomst)
    assert all(len(outcomes) == 1 for outcomes in found.values())
    totals = result.totalen._asdict()
    assert sum(totals[uitkomst] for uitkomst in UITKOMSTEN) == len(found)
    put_off = {
        p.id for d in result.domeinen for u in UITKOMSTEN for p in d.lijst(u) if p.uitgesteld
    }
    assert totals["uitgesteld"] == len(put_off)
    assert put_off <= {
        plan for plan, each in found.items() if each & {"lopend", "deels_gerealiseerd"}
    }


def risico(titel, kans=None, impact=None, door=(), **meer):
    return Risico(titel=titel, kans=kans, impact=impact, beheerst_door=door, **meer)


def judged(*years):
    return rated(years[-1], Werk.until(years))


def test_the_highest_risk_comes_first_and_those_without_a_score_last():
    found = judged(
        year(
            2022,
            risicos=(
                risico("Geen"),
                risico("Laag", 1, 2),
                risico("Hoog", 3, 4, restkans=1, restimpact=4),
            ),
        )
    )
    assert [(each.risico.titel, each.hoog) for each in found] == [
        ("Hoog", True),
        ("Laag", False),
        ("Geen", False),
    ]
    assert (found[0].score.score, found[0].rest.score, found[2].score) == (12, 4, None)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ({}, {"realisaties": (Actie(titel="Plan"),)}, "gerealiseerd"),
        ({}, {"planning": (Actie(titel="Plan"),)}, "gepland"),
        ({"realisaties": (Actie(titel="Plan"),)}, {}, "gerealiseerd"),
        ({"planning": (Actie(titel="Plan"),)}, {}, "zonder_opvolging"),
        (
            {"planning": (Actie(titel="Plan"),)},
            {"vervallen": (Actie(titel="Plan", reden="Te duur"),)},
            "vervallen",
        ),
        (
            {"planning": (Actie(titel="Plan"),)},
            {"planning": (Actie(titel="Ander", vervolg_op=("plan",)),)},
            "gepland",
        ),
        (
            {"planning": (Actie(titel="Plan"),)},
            {"vervallen": (Actie(titel="Ander", vervolg_op=("plan",), reden="Te duur"),)},
            "vervallen",
        ),
        (
            {"realisaties": (Actie(titel="Plan"),)},
            {"planning": (Actie(titel="Fase 2", vervolg_op=("plan",)),)},
            "deels_gerealiseerd",
        ),
    ],
)
def test_a_measure_stands_as_what_became_of_it(before, now, expected):
    years = (year(2021, **before), year(2022, risicos=(risico("Uitval", 4, 4, ("plan",)),), **now))
    (found,) = judged(*years)
    assert [each.voortgang for each in found.maatregelen] == [expected]
    assert found.onbeheerst is (expected in {"vervallen", "zonder_opvolging"})


@pytest.mark.slow
@settings(max_examples=30)
@given(RAPPORTEN)
def test_how_acties_stand_together_is_what_those_say_that_followed_on_them(rapporten):
    werk = Werk.until(rapporten)
    for each in werk.titels:
        stands = {werker.voortgang for werker in werk.followed([each])}
        done = bool(stands & {"gerealiseerd", "deels_gerealiseerd"})
        planned = bool(stands & {"gepland", "deels_gerealiseerd"})
        expected = {
            (True, False): "gerealiseerd",
            (True, True): "deels_gerealiseerd",
            (False, True): "gepland",
        }.get((done, planned), "vervallen" if "vervallen" in stands else "zonder_opvolging")
        assert werk.stand([each]) == expected


def test_what_is_told_of_a_risk_in_one_of_its_domains_holds_for_all_of_them():
    one, other = risico("Uitval"), risico("Uitval", 4, 5, dienst="ICT")
    domeinen = (
        Domein(id="a", titel="A", risicos=(one,)), Domein(id="b", titel="B", risicos=(other,))
    )  # fmt: skip
    (found,) = judged(year(2022).model_copy(update={"domeinen": domeinen}))
    told = found.as_json()
    assert (told["domeinen"], told["score"], told["dienst"]) == (["A", "B"], 20, "ICT")


LONG = 10_000  # such a chain has fifty million pairs: going by these takes minutes


@pytest.mark.slow
def test_a_long_chain_in_which_each_actie_has_an_aanbeveling_and_a_risk_of_its_own_is_no_burden():
    ids = [f"a-{n}" for n in range(LONG)]
    chain = tuple(
        Actie(titel=f"P{n}", aanbevelingen=(ids[n],), vervolg_op=(f"p{n - 1}",) * (n > 0))
        for n in range(LONG)
    )
    rapport = year(
        2022, planning=chain, risicos=(risico("U", 4, 4, tuple(f"p{n}" for n in range(LONG))),)
    )
    audit = Audit(
        id="a",
        titel="Audit",
        aanbevelingen=tuple(Aanbeveling(nummer=str(n), titel="T") for n in range(LONG)),
    )
    werk = Werk.until([rapport])
    (found,) = audits_of(Audits((audit,)), 2022, werk, whole=False)
    assert {(each.stand, len(each.acties)) for each in found.aanbevelingen} == {("gepland", 1)}
    (rating,) = rated(rapport, werk)
    assert {each.voortgang for each in rating.maatregelen} == {"gepland"}


def test_the_level_of_a_domain_is_told_with_that_of_the_newest_earlier_year_that_had_one():
    years = [
        year(2020, maturiteit=Maturiteit(niveau=1)),
        year(2021),
        year(2022, maturiteit=Maturiteit(niveau=2, doel=3)),
    ]
    (found,) = levels(years[2], years[:2])
    assert (found.vorig, dict(found.vorige)) == (1, {2020: 1})
    assert levels(years[1], years[:1]) == ()
