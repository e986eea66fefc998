"""A service's rows come into a year that exists; what an editor typed around them stays."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rapporten import acties, of_one_domein, read_back

from voortgang.exchange.excel.blad import Spot
from voortgang.exchange.excel.intake import Incoming, Intake
from voortgang.exchange.files import edit_year
from voortgang.exchange.merge.merge import merge, of_incoming
from voortgang.exchange.merge.told import told
from voortgang.exchange.yaml_out import year_files
from voortgang.model import KEYS, Actie, Deelactie, Domein, Rapport, read_rapport
from voortgang.model.termijn import Termijn
from voortgang.source.workspace import read_contents

TEXT = """\
# het domein van de directie
titel: Cultuur   # kort

realisaties:
  # eerst dit
  - Nieuw onthaal  # open sinds mei
  - {titel: Welzijn, dienst: HR}

planning:
  - titel: Nieuw intranet
    dienst: ICT   # samen met communicatie
    toelichting: |
      Eerste alinea.

      Tweede alinea.
  # nog te bespreken
  - "Opleiding: Excel"
vervallen: []
"""


def read(text):
    rapport = b"rapportjaar: 2022\nbestuur: Gemeente Voorbeeldegem\ntitel: t\ndomeinen: [d]\n"
    reading = read_rapport(
        read_contents(2022, {"rapport.yaml": rapport, "d.yaml": text.encode()}, KEYS)
    )
    assert reading.rapport, reading.findings
    return reading.rapport


SPOT = Spot("oud.pptx", "dia 4", 1, 1)


def bring_in(before, incoming):
    spots = {(d.id, soort, index): SPOT for d, soort, index, _ in incoming.acties()}
    rows = of_incoming(Incoming(incoming, spots, ()))
    head = {"rapportjaar": "2022", "bestuur": "b", "titel": "t"}
    return merge(before, Intake((), 2022, head, before.domeinen, fixed=True), rows)


def merged(text, **lists):
    before = read(text)
    incoming = before.model_copy(update={"domeinen": (Domein(id="d", titel="Cultuur", **lists),)})
    result = bring_in(before, incoming)
    assert result.rapport, result.findings
    edited, anew = edit_year({"d": text}, before, result)
    assert not anew
    assert read(edited["d"]) == result.rapport
    return edited["d"], tuple(told(before, result))[2:][-1:]


def test_a_new_actie_comes_at_the_end_and_nothing_else_changes():
    after, changes = merged(TEXT, planning=(Actie(titel="Loket: proef"),))
    assert after == TEXT.replace('Excel"\n', 'Excel"\n  - "Loket: proef"\n')
    assert changes == ("nieuw: d, planning: Loket: proef",)


def test_a_title_alone_becomes_an_actie_with_details_and_keeps_its_comment():
    new = Actie(titel="Nieuw onthaal", dienst="Onthaal", termijn=Termijn.parse("2023"))
    after, changes = merged(TEXT, realisaties=(new,))
    line = "  - titel: Nieuw onthaal  # open sinds mei\n    dienst: Onthaal\n    termijn: 2023\n"
    assert after == TEXT.replace("  - Nieuw onthaal  # open sinds mei\n", line)
    assert changes == ("gewijzigd: d, realisaties: Nieuw onthaal (dienst Onthaal; termijn 2023)",)


def test_a_value_changes_in_its_place_and_a_paragraph_too():
    new = Actie(titel="Nieuw intranet", dienst="Communicatie", toelichting="Anders.\nEn meer.")
    after, _ = merged(TEXT, planning=(new,))
    assert "    dienst: Communicatie   # samen met communicatie\n" in after
    assert "    toelichting: |\n      Anders.\n      En meer.\n  # nog te bespreken\n" in after


def test_an_actie_between_braces_is_filled_in_between_them():
    new = Actie(titel="Welzijn", sdg=(3,), deelacties=(Deelactie(titel="Bevraging"),))
    after, _ = merged(TEXT, realisaties=(new,))
    assert '  - {titel: Welzijn, dienst: HR, deelacties: ["Bevraging"], sdg: [3]}\n' in after


def test_another_title_under_the_same_id_keeps_that_id():
    new = Actie(titel="Nieuw intranet voor allen", own_id="nieuw-intranet")
    after, changes = merged(TEXT, planning=(new,))
    assert "  - titel: Nieuw intranet voor allen\n" in after
    assert "id: nieuw-intranet\n" in after
    assert "titel wordt" in changes[0]


def test_an_empty_list_gets_its_first_actie():
    after, _ = merged(TEXT, vervallen=(Actie(titel="Fusie", reden="Geen draagvlak"),))
    assert "vervallen:\n  - titel: Fusie\n    reden: Geen draagvlak\n" in after


def test_a_new_list_stands_below_what_the_last_one_grows_by():
    text = "titel: Cultuur\nplanning:\n  - Nieuw intranet\n"
    after, _ = merged(text, realisaties=(Actie(titel="Onthaal"),), planning=(Actie(titel="Loket"),))
    assert after == text + "  - Loket\nrealisaties:\n  - Onthaal\n"


def test_windows_line_ends_stay():
    after, _ = merged(TEXT.replace("\n", "\r\n"), planning=(Actie(titel="Nieuw"),))
    assert after.count("\n") == after.count("\r\n") == TEXT.count("\n") + 1


def test_nothing_new_changes_nothing():
    after, changes = merged(TEXT, realisaties=(Actie(titel="Nieuw onthaal"),))
    assert (after, changes) == (TEXT, ())


@settings(max_examples=40)
@given(of_one_domein, st.data())
def test_any_merge_gives_in_yaml_what_it_gives_in_data(rapport: Rapport, data):
    (domein,) = rapport.domeinen
    lists = {
        soort: tuple(data.draw(st.lists(acties(soort), max_size=2, unique_by=lambda a: a.id)))
        + tuple(
            data.draw(acties(soort)).model_copy(update={"own_id": actie.id})
            for actie in domein.lijst(soort)[:1]
            if len(actie.id) <= 200
        )
        for soort in ("realisaties", "planning")
    }
    incoming = rapport.model_copy(
        update={"domeinen": (Domein(id=domein.id, titel=domein.titel, **lists),)}
    )
    result = bring_in(rapport, incoming)
    assume(result.rapport is not None)
    assume(read_back(result.rapport) == result.rapport)
    texts = {name.removesuffix(".yaml"): t.decode() for name, t in year_files(rapport).items()}
    edited, anew = edit_year(texts, rapport, result)
    assert not anew
    files = {f"{stem}.yaml": text.encode() for stem, text in {**texts, **edited}.items()}
    assert read_rapport(read_contents(2022, files, KEYS)).rapport == result.rapport
