"""What both texts say of last year's plans: sums that add up, and nothing told without need."""

import re

import pytest
from templates_at_hand import default

from voortgang.content.blocks import Table, plain
from voortgang.content.template.render import render
from voortgang.content.views.context import build_context
from voortgang.model.instellingen import PresentatieGegevens
from voortgang.model.rapport import Actie, Domein, Rapport, Risico
from voortgang.model.termijn import Termijn
from voortgang.opvolging.follow_up import UITKOMSTEN


def report(jaar, **lists):
    """Make a report of two domains; what is given goes to the first, `b_…` to the second."""
    own = {name: acties for name, acties in lists.items() if not name.startswith("b_")}
    other = {name[2:]: acties for name, acties in lists.items() if name.startswith("b_")}
    return Rapport(
        rapportjaar=jaar,
        bestuur="Gemeente Voorbeeldegem",
        titel="Voortgangsrapport organisatiebeheersing",
        domeinen=(
            Domein(id="a", titel="Cultuur", **own),
            Domein(id="b", titel="Middelen", **other),
        ),
    )


def acties(*titels, **meer):
    return tuple(Actie(titel=titel, **meer) for titel in titels)


def rendered(name, now, *earlier):
    years = {rapport.rapportjaar: rapport for rapport in earlier}
    return render(default(f"{name}.md.j2"), build_context(now, years))


def text(name, now, *earlier):
    return rendered(name, now, *earlier).markdown


def tables(now, *earlier):
    """Give the tables of the chapter of the nota on last year's plans, as words."""
    found = rendered("nota", now, *earlier).blocks
    made = [[*map(row_of, (b.header, *b.rows))] for b in found if isinstance(b, Table)]
    return [table for table in made if {"Lopend", "Opvolging"} & set(table[0])]


def row_of(cells):
    return [*map(plain, cells)]


SHARED = report(2021, planning=acties("Kasboek", "Loket"), b_planning=acties("Kasboek"))
APART = report(2021, planning=acties("Kasboek", "Loket"), b_planning=acties("Archief"))
DONE = report(2022, realisaties=acties("Kasboek"))


def test_the_table_per_domain_ends_with_how_many_different_plans_there_are():
    numbers, _ = tables(DONE, SHARED)
    assert numbers == [
        ["Domein", "Gerealiseerd", "Deels gerealiseerd", "Lopend", "Vervallen", "Zonder opvolging"],
        ["Cultuur", "1", "0", "0", "0", "1"],
        ["Middelen", "1", "0", "0", "0", "0"],
        ["Totaal", "1", "0", "0", "0", "1"],
    ]
    assert tables(DONE, APART)[0][-1] == ["Totaal", "1", "0", "0", "0", "2"]


PROMISED = report(
    2021,
    planning=acties("Kasboek", "Loket", termijn=Termijn.parse("2022")),
    b_planning=acties("Archief"),
)
LATER = report(
    2022,
    realisaties=acties("Kasboek, inkomsten", vervolg_op=("kasboek",)),
    planning=(
        *acties("Kasboek, uitgaven", vervolg_op=("kasboek",)),
        *acties("Loket", termijn=Termijn.parse("2023")),
    ),
    b_vervallen=acties("Archief", reden="te duur"),
)


def test_what_is_half_done_and_what_is_put_off_stand_in_every_total():
    """Tiles, chart, table, sentence and list say the same of the same plans."""
    made = rendered("presentatie", LATER, PROMISED)
    tiles = re.findall(r"^### (\d+) \{\.kengetal \.(\w+)\}$", made.markdown, re.MULTILINE)
    counts = {rol: int(number) for number, rol in tiles if rol in UITKOMSTEN}
    assert counts == dict(zip(UITKOMSTEN, (0, 1, 1, 1, 0), strict=True))
    chart = made.cijfers["opvolging-per-domein"]
    assert {reeks.rol: sum(reeks.waarden) for reeks in chart.reeksen} == counts
    assert (
        '## Opvolging planning 2021 {bovenschrift="2\u00a0plannen uitgesteld"}\n' in made.markdown
    )
    assert "Uitgesteld zijn Kasboek en Loket." in made.markdown

    numbers, listed = tables(LATER, PROMISED)
    assert numbers[-1] == ["Totaal", *map(str, counts.values())]
    assert [row[1] for row in listed[1:] if row[1]] == [
        "deels gerealiseerd, uitgesteld",
        "lopend, uitgesteld",
        "vervallen",
    ]
    assert (
        "Van de 3 plannen van 2021 is er 1 deels gerealiseerd, 1 lopend en 1 vervallen. "
        "Van de plannen die verdergaan zijn er 2 uitgesteld."
    ) in text("nota", LATER, PROMISED)


def test_of_a_plan_put_off_more_than_once_the_nota_says_how_often():
    years = [
        report(jaar, planning=acties("Loket", termijn=Termijn.parse(str(jaar + 1))))
        for jaar in (2019, 2020, 2021, 2022)
    ]
    *_, listed = tables(years[-1], *years[:-1])
    assert listed[1:] == [["Cultuur", "", ""], ["Loket", "lopend, 3 keer uitgesteld", "2019"]]
    assert "Het enige plan van 2021 is lopend. Het is uitgesteld." in text(
        "nota", years[-1], years[2]
    )


@pytest.mark.parametrize(
    ("before", "now", "told"), [(None, "ICT", "ICT"), ("Zorg", "ICT", "Zorg"), (None, None, "–")]
)
def test_of_a_plan_put_off_the_dienst_is_that_of_its_answer_where_it_had_none(before, now, told):
    old = report(2021, planning=acties("Loket", termijn=Termijn.parse("2022"), dienst=before))
    new = report(2022, planning=acties("Loket", termijn=Termijn.parse("2023"), dienst=now))
    deck = text("presentatie", new, old)
    row = "| **Loket** | " if told == "–" else f"| **Loket** [{told}]{{.klein}} | "
    assert f"{row}2022 → 2023" in deck


@pytest.mark.parametrize(("earlier", "told"), [(SHARED, True), (APART, False)])
def test_why_the_domains_add_up_to_more_is_told_only_where_they_do(earlier, told):
    nota, deck = text("nota", DONE, earlier), text("presentatie", DONE, earlier)
    assert ("tellen het in elk domein: samen 3\u00a0plannen." in nota) is told
    corner = re.search(r'## Opvolging planning 2021(?: \{bovenschrift="(.*)"\})?\n', deck)[1]
    why = "Totalen: elk plan één keer · Staven: in elk domein"
    assert corner == (why if told else None)
    assert ("Een plan dat in meer dan één domein staat" in deck) is told


@pytest.mark.slow
def test_answer_and_reason_share_a_column_that_stays_away_when_nothing_is_in_it():
    now = report(
        2022,
        realisaties=acties("Kasboek"),
        vervallen=(
            Actie(titel="Balie", vervolg_op=("loket",), reden="te duur"),
            Actie(titel="Archief", reden="het rijk doet het"),
        ),
    )
    *_, listed = tables(now, APART)
    assert listed == [
        ["Plan", "Opvolging", "Antwoord of reden"],
        ["Cultuur", "", ""],
        ["Kasboek", "gerealiseerd", "–"],
        ["Loket", "vervallen", "Balie: te duur"],
        ["Middelen", "", ""],
        ["Archief", "vervallen", "het rijk doet het"],
    ]
    assert tables(DONE, APART)[-1][0] == ["Plan", "Opvolging"]


def test_since_when_a_plan_runs_is_told_from_the_second_year_that_it_goes_on():
    running = [report(jaar, planning=acties("Kasboek")) for jaar in (2020, 2021, 2022)]
    for *earlier, now in (running, running[1:], (running[0], running[2])):
        old = earlier[0].rapportjaar == 2020
        told = "- Kasboek (gepland\u00a0sinds\u00a02020)\n"
        assert (told in text("presentatie", now, *earlier)) is old
        assert ("\n  [Gepland sinds 2020]{.klein}\n" in text("nota", now, *earlier)) is old
        assert "epland\u00a0sinds\u00a02021" not in text("presentatie", now, *earlier)
        assert "Gepland sinds 2021" not in text("nota", now, *earlier)


@pytest.mark.parametrize("details", [True, False])
def test_who_carries_a_plan_and_by_when_stands_small_behind_it_unless_that_is_switched_off(details):
    carried = {"dienst": "ICT", "termijn": Termijn.parse("2024-Q2")}
    now = report(
        2023,
        realisaties=(Actie(titel="Loket", **carried),),
        planning=(Actie(titel="Kasboek", **carried), Actie(titel="Balie", dienst="Onthaal")),
    ).model_copy(update={"presentatie": PresentatieGegevens(details=details)})
    shown = text("presentatie", now)
    assert ("- Kasboek [ICT&#160;· tweede kwartaal 2024]{.klein}\n" in shown) is details
    assert ("- Balie [Onthaal]{.klein}\n" in shown) is details
    assert ("- Kasboek\n" in shown) is not details
    assert "- Loket\n" in shown


def test_a_plan_given_up_stands_once_in_the_deck_with_its_explanation_and_per_domain_in_the_nota():
    given_up = (Actie(titel="Loket", reden="te duur", toelichting="Drie offertes."),)
    now = report(2022, vervallen=given_up)
    deck = text("presentatie", now, APART)
    assert deck.count("- Loket\n  - te duur\n") == 1
    assert deck.count("Drie offertes.") == 1
    assert deck.index("## Vervallen of zonder opvolging") < deck.index("- Loket\n")
    assert "- Vervallen: plannen van vroeger" not in deck
    assert text("nota", now, APART).count("Reden: te duur") == 1


@pytest.mark.parametrize(
    "earlier", [(), (report(2021, planning=acties("Kasboek")),)], ids=["alone", "not planned"]
)
def test_what_the_opvolging_does_not_name_stays_with_its_domain(earlier):
    now = report(2022, vervallen=acties("Loket", reden="te duur"))
    deck = text("presentatie", now, *earlier)
    assert deck.count('### Vervallen {.vervallen aantal="1"}\n\n- Loket\n  - te duur\n') == 1
    assert "- Vervallen: plannen van vroeger" in deck


def test_a_second_reden_of_the_same_plan_is_not_lost():
    now = report(
        2022,
        vervallen=acties("Kasboek", reden="te duur"),
        b_vervallen=acties("Kasboek", reden="te laat"),
    )
    deck = text("presentatie", now, SHARED)
    assert (deck.count("- te duur"), deck.count("- te laat")) == (1, 1)


def test_the_summary_says_from_when_to_when_a_plan_was_put_off_and_why():
    reden = "De leverancier is laat.\n\nMeer daarover later."
    now = report(
        2022, planning=acties("Kasboek", termijn=Termijn.parse("2023-Q2"), toelichting=reden)
    )
    before = report(2021, planning=acties("Kasboek", termijn=Termijn.parse("2022")))
    told = text("samenvatting", now, before)
    assert "## Wat later komt, en waarom\n" in told
    assert "- Kasboek: eerst 2022, nu tweede kwartaal 2023\n\n  De leverancier is laat.\n" in told
    assert "Meer daarover" not in told
    assert "Wat later komt" not in text("samenvatting", report(2022, planning=acties("Kasboek")))


def test_what_is_put_off_without_a_word_why_says_that_nobody_told():
    later = Termijn.parse("2023")
    told = Actie(titel="Kasboek", termijn=later, toelichting="De leverancier is laat.")
    untold = acties("Loket", termijn=later) + acties("Balie")
    plans = acties("Kasboek", "Loket", "Balie", termijn=Termijn.parse("2022-03"))
    before = report(2021, planning=plans)
    now = report(2022, planning=(told, *untold))
    nota, deck = (text(name, now, before) for name in ("nota", "presentatie"))
    assert "| Kasboek | maart 2022 | 2023 | 1 | De leverancier is laat. |\n" in nota
    assert "| Loket | maart 2022 | 2023 | 1 | niet toegelicht |\n" in nota
    assert "| Balie | maart 2022 | geen nieuwe termijn | 1 | niet toegelicht |\n" in nota
    assert "| **Loket** | maart 2022 → 2023 | niet toegelicht |\n" in deck
    assert "niet toegelicht" not in text("nota", report(2022, planning=untold), before)


def test_the_summary_names_nothing_twice_and_says_that_it_names_not_all():
    plans = ("Kasboek", "Loket", "Balie", "Archief")
    dated = {"termijn": Termijn.parse("2023-Q2")}
    now = report(2022, planning=acties(*plans, **dated))
    before = report(2021, planning=acties(*plans[:3], termijn=Termijn.parse("2022")))
    told = text("samenvatting", now, before)
    assert "Drie lopen nog. Drie plannen komen later dan beloofd." in told
    assert "## Wat onder meer later komt\n" in told
    assert "## Wat er onder meer nog komt\n" in told
    assert [told.count(f"- {plan}") for plan in plans] == [1, 1, 1, 1]


def test_the_summary_names_the_highest_risks():
    scores = {"Klein": (1, 2), "Groot": (5, 5), "Ongewogen": (None, None), "Hoog": (3, 5)}
    risks = tuple(Risico(titel=each, kans=k, impact=i) for each, (k, i) in scores.items())
    told = text("samenvatting", report(2022, risicos=risks))
    assert "## Hoge risico's, onder meer\n\n- Groot\n- Hoog\n\n" in told
    assert "- Klein" not in text("samenvatting", report(2022, risicos=risks[:1]))
