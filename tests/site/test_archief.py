"""All years at once: an actie once for all its domains, and by what it is found."""

from voortgang.content.cijfers.verloop import Verloop
from voortgang.model import Actie, Domein, Rapport, Risico
from voortgang.model.termijn import Termijn
from voortgang.site.archief import Archief
from voortgang.site.filters import choices, values_of_actie, values_of_plan


def rapport(jaar, **domeinen):
    made = (Domein(id=naam, titel=naam.title(), **lists) for naam, lists in domeinen.items())
    return Rapport(rapportjaar=jaar, bestuur="B", titel="T", domeinen=tuple(made))


def archief(*rapporten):
    found = {each.rapportjaar: each for each in rapporten}
    return Archief(found, Verloop.of(found))


def test_an_actie_in_two_domains_is_one_row_with_the_details_of_both():
    one = Actie(titel="Nieuw intranet", mjp="AC1")
    other = Actie(titel="Nieuw Intranet", dienst="ICT", sdg=(9,))
    found = archief(rapport(2023, cultuur={"planning": (one,)}, ict={"planning": (other,)}))
    (rij,) = found.rijen
    assert (rij.actie.titel, rij.actie.dienst, rij.actie.mjp) == ("Nieuw intranet", "ICT", "AC1")
    assert values_of_actie(rij) == {
        "jaar": ("2023",),
        "domein": ("cultuur", "ict"),
        "dienst": ("ICT",),
        "soort": ("planning",),
        "stand": ("gepland",),
        "mjp": ("AC1",),
        "sdg": ("9",),
        "aanbeveling": (),
    }
    ((anchor, loop),) = found.lopen.items()
    assert (anchor, loop.domeinen, rij.lopen) == (
        "plan-nieuw-intranet",
        ("cultuur", "ict"),
        (anchor,),
    )


def test_an_id_that_is_planned_anew_after_its_end_has_a_life_of_its_own():
    plan = {"planning": (Actie(titel="Bevraging"),)}
    done = {"realisaties": (Actie(titel="Bevraging"),)}
    found = archief(
        rapport(2022, a=plan), rapport(2023, a=done), rapport(2024, a=plan), rapport(2025, a=done)
    )
    assert list(found.lopen) == ["plan-bevraging", "plan-bevraging--2024"]
    assert {rij.jaar: rij.lopen for rij in found.rijen} == {
        2022: ("plan-bevraging",),
        2023: ("plan-bevraging",),
        2024: ("plan-bevraging--2024",),
        2025: ("plan-bevraging--2024",),
    }


def test_a_plan_was_put_off_and_not_the_risk_of_the_same_name():
    late = tuple(Actie(titel="Kasboek", termijn=Termijn.parse(each)) for each in ("2021", "2023"))
    found = archief(
        rapport(2021, a={"planning": late[:1]}),
        rapport(2022, a={"planning": late[1:], "risicos": (Risico(titel="Kasboek"),)}),
    )
    counted = {(rij.jaar, rij.soort): rij.keer_uitgesteld for rij in found.rijen}
    assert counted == {(2022, "planning"): 1, (2022, "risicos"): 0, (2021, "planning"): 1}


def test_a_plan_that_still_awaits_its_answer_leads_to_its_history():
    plan = Actie(titel="Bevraging")
    found = archief(
        rapport(2022, a={"planning": (plan,)}), rapport(2023, a={"te_beantwoorden": (plan,)})
    )
    shown = [(rij.jaar, rij.soort, rij.stand, rij.lopen) for rij in found.rijen]
    assert shown == [
        (2023, "te_beantwoorden", "zonder_opvolging", ("plan-bevraging",)),
        (2022, "planning", "zonder_opvolging", ("plan-bevraging",)),
    ]


def test_only_filters_that_tell_entries_apart_are_offered_in_words():
    found = archief(
        rapport(2022, ict={"planning": (Actie(titel="Plan"),), "risicos": ()}),
        rapport(2023, ict={"realisaties": (Actie(titel="Plan", sdg=(12, 3)),)}),
    )
    acties = choices(map(values_of_actie, found.rijen), found)
    assert {each.naam: [words for _, words in each.keuzes] for each in acties} == {
        "jaar": ["2023", "2022"],
        "soort": ["realisatie", "plan"],
        "sdg": ["3", "12"],
    }
    assert choices(map(values_of_plan, found.lopen.values()), found) == ()
