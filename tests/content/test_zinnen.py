"""The nota's sentences: they read well with any combination of fields, and for each body."""

import re
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from templates_at_hand import default

from voortgang.content.blocks import Div, Heading
from voortgang.content.template.render import render
from voortgang.content.views.context import build_context
from voortgang.model import Actie, Deelactie, Domein, Rapport, Risico
from voortgang.model.instellingen import Advies, Contact, NotaGegevens
from voortgang.model.termijn import Termijn

NOTA, DECK = default("nota.md.j2"), default("presentatie.md.j2")
ORGANEN = (
    None,
    "college van burgemeester en schepenen",
    "vast bureau",
    "gemeenteraad",
    "raad voor maatschappelijk welzijn",
    "het auditcomité",
)
HOLES = re.compile(
    r"None|Undefined|\[\]|\{\{|\{%|\(\)|[^ \n] {2,}\S| [,.;:](?!:)|\.\.|,,|\( | \)|· *$",
    re.MULTILINE,
)


def plan(titel, **meer):
    return Actie(titel=titel, **meer)


def rapport(jaar=2022, domeinen=(), **meer):
    titel = "Voortgangsrapport organisatiebeheersing"
    return Rapport(
        rapportjaar=jaar,
        bestuur="Gemeente Voorbeeldegem",
        titel=titel,
        domeinen=domeinen or (Domein(id="a", titel="Cultuur"),),
        **meer,
    )


def optional(value):
    return st.sampled_from((None, value))


ACTIES = st.builds(
    Actie,
    titel=st.sampled_from(("Nieuw intranet", "Loket op afspraak", "Archief op orde", "Kasboek")),
    dienst=optional("ICT"),
    termijn=optional(Termijn.parse("2023-Q2")),
    mjp=optional("AC000123"),
    sdg=st.sampled_from(((), (4,), (4, 8, 16))),
    aanbeveling=optional("Aanbeveling 3."),
    toelichting=optional("Met *alle* diensten:\n\n- een\n- twee"),
)
LISTS = st.lists(ACTIES, max_size=3, unique_by=lambda actie: actie.titel).map(tuple)
DOMEINEN = st.lists(
    st.builds(
        Domein,
        id=st.sampled_from("abc"),
        titel=st.sampled_from(("Cultuur", "Facilitaire middelen, opdrachten", "ICT")),
        rechtsgrond=optional("artikel 217, 1°"),
        criterium=optional("Iedereen kent de waarden."),
        realisaties=LISTS,
        risicos=LISTS.map(lambda acties: tuple(Risico(**dict(actie)) for actie in acties)),
        planning=LISTS,
        vervallen=st.sampled_from(((), (plan("Meldpunt", reden="Niet meer nodig."),))),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda domein: domein.id,
).map(tuple)
RAPPORTEN = st.builds(
    rapport,
    domeinen=DOMEINEN,
    kader=st.sampled_from((None, "mechelen", "leidraad")),
    datum=optional(date(2023, 6, 12)),
    ontwerp=st.booleans(),
    contact=st.sampled_from(
        (None, Contact(), Contact(naam="A. V."), Contact(e_mail="a@b.example"))
    ),
    nota=st.builds(
        NotaGegevens,
        van=optional("algemeen directeur"),
        adviezen=st.sampled_from(
            ((), (Advies(van="managementteam"),), (Advies(van="Audio", inhoud="Gunstig."),))
        ),
        kader_goedgekeurd=optional("gemeenteraad van 3 maart 2020"),
        financiele_weerslag=optional("Geen."),
        bijlagen=st.sampled_from(((), ("Cijfers",))),
        voorgeschiedenis=st.sampled_from(((), ("Beslissing van 2020.",))),
        juridische_gronden=st.sampled_from(((), ("Reglement.",))),
        artikelen=st.sampled_from(((), ("Een afschrift gaat naar het auditcomité.",))),
    ),
    afkortingen=st.sampled_from(({}, {"MJP": "meerjarenplan"}, {"HR": "personeel"})),
)
EARLIER = st.sampled_from(((), (2021,), (2020, 2021), (2019, 2020, 2021)))


@pytest.mark.slow
@pytest.mark.parametrize("template", ["nota", "samenvatting"])
@given(RAPPORTEN, EARLIER, DOMEINEN, st.sampled_from(ORGANEN))
@settings(max_examples=120)
def test_no_combination_of_fields_leaves_a_hole(template, report, years, before, orgaan):
    earlier = {jaar: rapport(jaar, before) for jaar in years}
    rendered = render(default(f"{template}.md.j2"), build_context(report, earlier, orgaan))
    assert rendered.findings == ()
    prose = re.sub(r"^\s*[-*|>].*$|^ +| \{\..*\}$", "", rendered.markdown, flags=re.MULTILINE)
    assert not (hole := HOLES.search(prose)), hole
    blocks = [block for block in rendered.blocks if not isinstance(block, Div)]
    for above, below in zip(blocks, [*blocks[1:], Heading(1, ())], strict=True):
        empty = isinstance(above, Heading) and isinstance(below, Heading)
        assert not empty or below.level > above.level, f"nothing below {above}"


@pytest.mark.slow
@given(RAPPORTEN, EARLIER, st.sampled_from(ORGANEN))
@settings(max_examples=40)
def test_the_gist_has_at_most_three_sentences(report, years, orgaan):
    earlier = {jaar: rapport(jaar, report.domeinen) for jaar in years}
    text = render(NOTA, build_context(report, earlier, orgaan)).markdown
    kern = text.partition("::: kern\n")[2].partition("\n:::")[0]
    assert 2 <= len(re.findall(r"\.(?: |$)", kern)) <= 3


def chosen(*names):
    vroeger = Domein(id="a", titel="Cultuur", planning=(plan("Kasboek"), plan("Loket")))
    everything = {
        "plannen": (plan("Nieuw intranet", dienst="ICT"), plan("Kasboek", mjp="AC1", sdg=(4, 8))),
        "van": "algemeen directeur",
        "datum": date(2023, 6, 12),
        "kader": "gemeenteraad van 3 maart 2020",
        "vroeger": {2021: rapport(2021, (vroeger,))},
    }
    return {name: everything[name] for name in names}


COMBINATIONS = {
    "niets": (None, chosen()),
    "college": ("college van burgemeester en schepenen", chosen("plannen", "van")),
    "vast-bureau": ("vast bureau", chosen("plannen", "van", "datum", "kader", "vroeger")),
    "gemeenteraad": ("gemeenteraad", chosen("plannen", "datum", "kader")),
    "ocmw-raad": ("raad voor maatschappelijk welzijn", chosen("plannen", "vroeger")),
}


@pytest.mark.parametrize("name", COMBINATIONS)
def test_the_sentences_are_the_ones_that_were_read(golden, name):
    orgaan, parts = COMBINATIONS[name]
    report = rapport(
        domeinen=(Domein(id="a", titel="Cultuur", planning=parts.get("plannen", ())),),
        datum=parts.get("datum"),
        nota=NotaGegevens(van=parts.get("van"), kader_goedgekeurd=parts.get("kader")),
    )
    context = build_context(report, parts.get("vroeger", {}), orgaan)
    golden(f"zinnen-{name}.md", render(NOTA, context).markdown)


@pytest.mark.parametrize(("orgaan", "raad", "ocmw"), [
    ("Gemeenteraad", True, False), ("raad voor maatschappelijk welzijn", True, True),
    ("college van burgemeester en schepenen", False, False), ("vast bureau", False, True),
    ("het auditcomité", False, False), (None, False, False),
])  # fmt: skip
def test_a_template_can_ask_which_body_it_is(orgaan, raad, ocmw):
    context = build_context(rapport(), {}, orgaan)
    assert (context["is_raad"], context["is_ocmw"]) == (raad, ocmw)


def test_each_body_is_told_for_which_legal_person_it_takes_note():
    for orgaan, persoon in zip(ORGANEN[1:5], ("de gemeente", "het OCMW") * 2, strict=True):
        text = render(NOTA, build_context(rapport(), {}, orgaan)).markdown
        assert f"{orgaan} neemt kennis voor {persoon}," in text
        assert "| OCMW | openbaar centrum voor maatschappelijk welzijn |" in text


def test_only_abbreviations_that_the_text_uses_are_explained_and_each_once():
    acties = (plan("Kasboek", mjp="AC1", sdg=(4,)),)
    for eigen, used in product(({}, {"MJP": "eigen uitleg"}), ((), acties)):
        report = rapport(domeinen=(Domein(id="a", titel="A", planning=used),), afkortingen=eigen)
        text = render(NOTA, build_context(report, {})).markdown
        assert text.count("\n| MJP | ") == bool(used)
        assert ("eigen uitleg" in text) == bool(eigen and used)
        assert ("| SDG | " in text) == bool(used)


def text_of(report, earlier=None, orgaan=None):
    return render(NOTA, build_context(report, earlier or {}, orgaan)).markdown


def with_plans(*plannen, jaar=2022):
    return rapport(jaar, (Domein(id="a", titel="Cultuur", planning=plannen),))


def test_a_quarter_is_said_in_one_way_everywhere():
    text = text_of(with_plans(plan("Kasboek", termijn=Termijn.parse("2023-Q2"))))
    assert "Termijn: tweede kwartaal 2023" in text
    assert "| Kasboek | planning | tweede kwartaal 2023 |" in text
    assert "Q2" not in text


@pytest.mark.parametrize(("shared", "totaal"), [(True, (1, 1)), (False, (2, 2))])
def test_every_total_counts_an_actie_once_and_the_places_stand_in_the_notes_only(shared, totaal):
    names = ("Kasboek", "Loket"), ("Kasboek", "Loket") if shared else ("Archief", "Balie")
    report = rapport(
        domeinen=tuple(
            Domein(id=key, titel=key, realisaties=(plan(done),), planning=(plan(todo),))
            for key, (done, todo) in zip("ab", names, strict=True)
        )
    )
    done, todo = (f"{number}\u00a0" for number in totaal)
    deck = render(DECK, build_context(report, {})).markdown
    shown = re.sub(r"::: notes\n.*?:::\n", "", deck, flags=re.DOTALL)
    counted = re.findall(r"(\d\u00a0)(?:realisaties?|plan(?:nen)?)\b", shown)
    assert counted == [done, todo] * 3  # on the cover, under the section, on the last slide
    assert ("samen 2\u00a0realisaties en 2\u00a0plannen" in deck) is shared
    assert f"\n| **Totaal** | **{totaal[0]}** | **{totaal[1]}** |\n" in text_of(report)
    assert ("samen 2\u00a0realisaties en 2\u00a0plannen" in text_of(report)) is shared


REPORTING = "beschikken over betrouwbare rapportering"


@pytest.mark.parametrize(
    ("rechtsgrond", "cells"),
    [
        (
            "artikel 217, 3° en 5°",
            (
                "artikel 217, 3° en 5° | beschikken over betrouwbare rapportering; activa "
                "beschermen en fraude voorkomen"
            ),
        ),
        ("artikel 217, 4°", "artikel 217, 4° | doeltreffend, efficiënt en zuinig werken"),
        ("reglement, 4°", "reglement, 4° | –"),
        (None, "– | –"),
    ],
)
def test_every_objective_of_a_domain_is_told_and_none_is_made_up(rechtsgrond, cells):
    domeinen = (
        Domein(id="organisatiecultuur", titel="Organisatiecultuur", rechtsgrond=rechtsgrond),
        Domein(id="b", titel="B", rechtsgrond="artikel 217, 1°"),
    )
    deck = render(DECK, build_context(rapport(domeinen=domeinen, kader="leidraad"), {})).markdown
    assert f"\n| Organisatiecultuur | {cells} |\n" in deck
    deck = render(DECK, build_context(rapport(domeinen=domeinen, kader="mechelen"), {})).markdown
    assert ("aanvullend domein" in deck) is (rechtsgrond is None)


def test_the_deck_promises_explanations_only_where_there_are_any():
    for toelichting in (None, "Met alle diensten."):
        report = with_plans(plan("Kasboek", toelichting=toelichting))
        deck = render(DECK, build_context(report, {})).markdown
        assert ("met hun toelichting" in deck) is bool(toelichting)


def test_the_deck_lists_the_afkortingen_that_the_report_uses():
    terms = {"MJP": "meerjarenplan", "AVG": "algemene verordening gegevensbescherming"}
    report = rapport(
        domeinen=(Domein(id="a", titel="Cultuur", planning=(plan("Opmaak MJP"),)),),
        afkortingen=terms,
    )
    table = "## Afkortingen\n\n| Afkorting | Betekenis |\n|---|---|\n| MJP | meerjarenplan |\n\n"
    assert table in render(DECK, build_context(report, {})).markdown
    without = report.model_copy(update={"afkortingen": {}})
    assert "Afkortingen" not in render(DECK, build_context(without, {})).markdown


@pytest.mark.parametrize("orgaan", ["vast bureau", "raad voor maatschappelijk welzijn"])
def test_bodies_of_the_ocmw_take_note_of_a_report_of_both(orgaan):
    text = text_of(rapport(), orgaan=orgaan)
    assert text.count("van de gemeente Voorbeeldegem en het OCMW") == 2  # onderwerp, besluit
    assert "en het OCMW" not in text_of(rapport(), orgaan="gemeenteraad")


@pytest.mark.parametrize("orgaan", ["gemeenteraad", "raad voor maatschappelijk welzijn"])
def test_the_councils_do_not_approve_the_kader_by_this_decision(orgaan):
    text = text_of(rapport(), orgaan=orgaan)
    assert f"onderworpen aan de goedkeuring van de {orgaan}; dat is geen deel van dit besl" in text
    assert "keurt" not in text


def test_what_is_counted_is_told_only_where_there_is_something_of_it():
    parts = plan("Kasboek", deelacties=(Deelactie(titel="Uitvoering"),))
    assert "Een deelactie telt niet apart." in text_of(with_plans(parts))
    assert "deelactie" not in text_of(with_plans(plan("Kasboek")))
    seen = "Bij een plan van vóór 2021 staat sinds wanneer het gepland is."
    earlier = {jaar: with_plans(plan("Kasboek"), jaar=jaar) for jaar in (2020, 2021)}
    assert seen in text_of(with_plans(plan("Kasboek")), earlier)
    assert seen not in text_of(with_plans(plan("Loket")), earlier)
    assert seen not in text_of(with_plans(plan("Kasboek")), {2021: earlier[2021]})


def test_what_the_domains_hold_is_told_of_this_report():
    for criterium in (None, "Iedereen kent de waarden."):
        report = rapport(domeinen=(Domein(id="a", titel="Cultuur", criterium=criterium),))
        assert ("Per domein staan er het criterium, de realisaties" in text_of(report)) == bool(
            criterium
        )
        text = render(DECK, build_context(report, {})).markdown
        count = "drie" if criterium else "twee"
        assert f"- Per domein staan er {count} onderdelen:\n" in text
        assert ("\n  - het criterium\n" in text) == bool(criterium)
        assert ("\n- Criterium: hoe het er hoort uit te zien\n" in text) == bool(criterium)


def test_two_plans_are_both_and_a_single_article_is_the_only_one():
    two = with_plans(plan("Kasboek"), plan("Loket"))
    again = text_of(two, {2021: with_plans(plan("Kasboek"), plan("Loket"), jaar=2021)})
    assert "Beide plannen van 2021 zijn lopend." in again
    assert "**Artikel 1.**" in again
    assert "**Artikel 2.**" in again
    for earlier in ({}, {2021: with_plans(jaar=2021)}):
        alone = text_of(two, earlier)
        assert "**Enig artikel.**" in alone
        assert "Artikel 2" not in alone


def test_many_plans_without_an_answer_are_counted_and_few_are_named():
    for count in (12, 13):
        plannen = tuple(plan(f"Plan {number}") for number in range(count))
        text = text_of(rapport(), {2021: with_plans(*plannen, jaar=2021)})
        assert ("Zonder opvolging: Plan 0, Plan 1" in text) == (count == 12)
        told = "Over de 13 plannen zonder opvolging zegt het rapport van 2022 niets."
        assert (told in text) == (count == 13)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2019-12-16", "16\N{NO-BREAK SPACE}december 2019"),
        ("2019-12", "december 2019"),
        ("2019-Q4", "vierde kwartaal 2019"),
        ("2019", "2019"),
        ("2019-12-32", "2019-12-32"),
        ("gemeenteraad, 2019-12-16", "gemeenteraad, 2019-12-16"),
    ],
)
@pytest.mark.parametrize("orgaan", ["gemeenteraad", None])
def test_a_bare_date_of_the_approved_kader_is_said_in_words(orgaan, typed, read):
    report = rapport(nota=NotaGegevens(kader_goedgekeurd=typed))
    assert f"steunt op het goedgekeurde kader ({read})." in text_of(report, orgaan=orgaan)


def test_the_overview_of_all_acties_is_grouped_by_domain_and_holds_each_once():
    domeinen = (
        Domein(id="a", titel="Cultuur", realisaties=(plan("Meldpunt"), plan("Kasboek"))),
        Domein(id="b", titel="Middelen", planning=(plan("Kasboek"), plan("Archief", dienst="ICT"))),
    )
    rows = text_of(rapport(domeinen=domeinen)).partition("{.bijlage}")[2].split()
    assert " ".join(rows) == (
        "| Actie | Soort | Dienst | |---|---|---| "
        "| **Cultuur** | | | | Meldpunt | realisatie | – | "
        "| Kasboek (ook: Middelen) | realisatie, planning | – | "
        "| **Middelen** | | | | Archief | planning | ICT |"
    )


@pytest.mark.parametrize(
    ("orgaan", "raad"),
    [
        (None, None),
        ("gemeenteraad", None),
        ("raad voor maatschappelijk welzijn", None),
        ("het auditcomité", None),
        ("College van burgemeester en schepenen", "gemeenteraad"),
        ("vast bureau", "raad voor maatschappelijk welzijn"),
    ],
)
def test_college_and_vast_bureau_ask_to_put_the_report_on_the_agenda_of_their_raad(orgaan, raad):
    text = text_of(rapport(), orgaan=orgaan)
    asked = f"verzoekt de voorzitter van de {raad} om het rapport op de agenda van de {raad} te"
    assert (asked in text) is bool(raad)
    assert ("verzoekt" in text) is bool(raad)
    assert ("**Enig artikel.**" in text) is (raad is None)


def test_what_the_town_adds_to_the_decision_comes_after_what_the_program_writes():
    nota = NotaGegevens(
        voorgeschiedenis=("Gemeenteraad van 3 maart 2020: kader",),
        juridische_gronden=("Besluit van 30 maart 2018",),
        artikelen=("Het rapport komt op de website.", "Een afschrift gaat naar *iedereen*."),
        adviezen=(Advies(van="managementteam", inhoud="Gunstig.\n\nMet dank."),),
    )
    text = text_of(rapport(nota=nota), orgaan="vast bureau")
    chapters = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert chapters[:4] == [
        "Aanleiding en context", "Voorgeschiedenis", "Juridische gronden", "Motivering",
    ]  # fmt: skip
    assert "## Voorgeschiedenis\n\n- Gemeenteraad van 3 maart 2020: kader\n" in text
    assert "artikel 217 tot en met 220\n- Besluit van 30 maart 2018\n" in text
    assert "- Managementteam\n\n  Gunstig.\n\n  Met dank.\n" in text
    articles = re.findall(r"^\*\*Artikel (\d)\.\*\* (.*)$", text, re.MULTILINE)
    assert [number for number, _ in articles] == ["1", "2", "3", "4"]
    assert [words for _, words in articles[2:]] == [
        "Het rapport komt op de website.",
        "Een afschrift gaat naar \\*iedereen\\*.",
    ]
