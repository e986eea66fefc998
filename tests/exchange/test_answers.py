"""The round: services answer in Excel, and the answers stand where an editor would put them."""

import os
import re
from functools import partial
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from libreoffice import converted
from ronde import CULTUUR, ICT, TEXTS, Werkboek, bring_in, merged, read

from voortgang.exchange.excel.book import read_book
from voortgang.exchange.files import edit_year
from voortgang.exchange.run import plan_import
from voortgang.findings import FindingsError
from voortgang.model import Actie
from voortgang.model.identity import ID_LENGTH
from voortgang.model.termijn import Termijn
from voortgang.source import Workspace

ANSWERED = """\
titel: Organisatiecultuur
realisaties:
  - Nieuw onthaal  # open sinds mei
  # samen met ICT
  - titel: Nieuw intranet
    id: intranet
    dienst: Communicatie
    termijn: 2025-Q2   # eerst 2024
    deelacties:
      - Marktbevraging
      - titel: Proefgroep
        dienst: ICT
    # de opleiding volgt

planning:
  - Welzijnsbevraging
# Plannen van 2024.
te_beantwoorden:
vervallen:
  - titel: Zomerbar
    dienst: HR
    toelichting: |
      Voor alle medewerkers.
    reden: geen budget
"""


def answered():
    book = Werkboek().set("intranet", soort="realisaties")
    book.set("welzijnsbevraging", soort="gepland")
    return book.set("zomerbar", soort="vervallen", reden="geen budget")


def test_an_answer_moves_the_block_with_its_comments_and_its_id():
    after, found, told = bring_in(answered())
    assert after["cultuur"] == ANSWERED
    assert found == []
    assert "beantwoord: cultuur, realisaties: Nieuw intranet" in told
    assert "beantwoord: cultuur, vervallen: Zomerbar (reden geen budget)" in told


def test_the_table_tells_per_service_what_is_answered_and_what_is_open():
    _, _, told = bring_in(answered())
    rows = [line.split() for line in told[: told.index("")]]
    assert rows == [
        ["dienst", "beantwoord", "nog", "open"],
        ["(zonder", "dienst)", "1", "1"],
        ["Communicatie", "1"],
        ["HR", "1"],
        ["ICT", "1"],
    ]


def test_the_table_counts_what_waits_and_is_in_the_order_of_a_dictionary():
    texts = {**TEXTS, "ict": ICT.replace("Servers]", "{titel: Servers, dienst: aankoop}]")}
    book = Werkboek(texts).add(domein="ICT", soort="planning", titel="Kabels", dienst="zalen")
    _, _, told = bring_in(book.set("intranet", soort="planning", dienst="ICT"), texts=texts)
    assert [line.split()[:2] for line in told[1 : told.index("")]] == [
        ["(zonder", "dienst)"], ["aankoop", "1"], ["HR", "1"], ["ICT", "1"], ["zalen", "1"],
    ]  # fmt: skip
    book = Werkboek().set("badges", dienst="HR").set("intranet", soort="planning")
    assert ["HR", "1", "2"] in [line.split() for line in bring_in(book)[2]]


@pytest.mark.parametrize("vervolg_op", ["", "oud-plan"])
def test_a_second_merge_of_the_same_workbook_changes_nothing(vervolg_op):
    book = answered().add(domein="ICT", soort="realisaties", titel="Nieuwe server", dienst="ICT")
    book.copy("servers", soort="realisaties", titel="Servers, deel een", vervolg_op=vervolg_op)
    book.set("servers", soort="planning").set("zomerbar", dienst="HR  en\nwelzijn")
    after, _, _ = bring_in(book)
    again, found, told = bring_in(book, texts=after)
    assert (again, found, told) == (after, [], [])


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [("46022", "2025-12-31"), ("2e kwartaal 2026", "2026-Q2")],
)
def test_a_moment_may_be_typed_as_people_do_also_as_the_number_of_a_day(typed, read_as):
    after, found, _ = bring_in(Werkboek().set("zomerbar", soort="planning", termijn=typed))
    assert (read(after).domeinen[0].planning[-1].termijn.text, found) == (read_as, [])


@pytest.mark.parametrize(
    ("typed", "told"),
    [("hr", ["‘hr’", "‘HR’?"]), ("Comunicatie", ["‘Comunicatie’", "‘Communicatie’?"]), ("HR", [])],
)
def test_a_dienst_that_rapport_yaml_does_not_have_is_told(typed, told):
    known = f"{TEXTS['rapport']}diensten: {{HR: {{}}, Communicatie: {{}}, ICT: {{}}}}\n"
    texts = {**TEXTS, "rapport": known}
    book = Werkboek(texts).set("zomerbar", soort="planning", dienst=typed)
    said = [line for line in bring_in(book, texts=texts)[2] if line.startswith("let op: de dienst")]
    assert len(said) == bool(told)
    assert all(word in said[0] for word in told)


def test_a_dienst_of_a_deelactie_that_rapport_yaml_does_not_have_is_told_too():
    texts = {**TEXTS, "rapport": f"{TEXTS['rapport']}diensten: {{HR: {{}}}}\n"}
    book = Werkboek(texts).set("intranet/2", dienst="H.R.")
    told = bring_in(book, texts=texts)[2]
    assert "let op: de dienst ‘H.R.’ staat niet bij diensten in rapport.yaml" in told


def test_of_a_workbook_of_another_year_nothing_else_is_said():
    other = Werkboek(name="oud.xlsx").set("zomerbar", soort="klaar")
    other.book["Rapport"]["B2"] = "2019"
    wrong = Werkboek().set("intranet", soort="klaar")
    cell = f"hr.xlsx[Acties]B{wrong.row('intranet')}"
    found = bring_in(other, wrong)[1]
    assert sorted(found) == [(cell, "VG082"), ("oud.xlsx[Rapport]B2", "VG022")]


def test_a_list_in_brackets_becomes_one_with_dashes_where_something_comes():
    after, _, _ = bring_in(Werkboek().set("badges", soort="planning", termijn="eind"))
    assert after == TEXTS  # that is no termijn
    after, found, _ = bring_in(
        Werkboek().set("badges", soort="planning", termijn="2e kwartaal 2026")
    )
    badges = "- titel: Badges\n  dienst: ICT\n  termijn: 2026-Q2\n"
    assert after["ict"] == ICT.replace("  termijn: 2026\n", f"  termijn: 2026\n{badges}").replace(
        "[{titel: Badges, dienst: ICT}, Servers]", "[Servers]"
    )
    assert found == []


def test_another_title_keeps_the_tie():
    book = Werkboek().set("zomerbar", soort="realisaties", titel="Zomerbar op het plein")
    after, _, told = bring_in(book)
    (actie,) = (a for a in read(after).domeinen[0].realisaties if a.dienst == "HR")
    assert (actie.titel, actie.id) == ("Zomerbar op het plein", "zomerbar")
    assert "andere" not in told[0]


def test_an_old_workbook_does_not_write_the_same_words_in_another_way():
    """Without the hidden sheet a cell counts by what it means: a list below its line is a list."""
    zie = CULTUUR.replace("Voor alle medewerkers.\n", "Zie:\n      - een\n      - twee\n")
    texts = {**TEXTS, "cultuur": zie}
    book = Werkboek(texts)
    del book.book["Stand"]
    assert bring_in(book, texts=texts) == (texts, [], [])


@pytest.mark.parametrize("copied", ["realisaties", "planning"])
def test_two_rows_answer_one_plan(copied):
    """Which of the two rows is the copy makes no difference: the plan goes on under its own id."""
    other = "planning" if copied == "realisaties" else "realisaties"
    titels = {"realisaties": "Zomerbar, eerste deel", "planning": "Zomerbar"}
    book = Werkboek().set("zomerbar", soort=other, titel=titels[other])
    book.copy("zomerbar", soort=copied, titel=titels[copied])
    after, found, told = bring_in(book)
    cultuur = read(after).domeinen[0]
    assert found == []
    assert [a.id for a in cultuur.planning] == ["zomerbar"]
    assert cultuur.realisaties[-1].vervolg_op == ("zomerbar",)
    assert cultuur.realisaties[-1].id == "zomerbar-eerste-deel"
    assert ["HR", "1", "1"] in [line.split() for line in told]  # one plan, and what comes besides


def test_a_plan_does_not_go_on_and_lapse_at_once():
    book = Werkboek().copy("zomerbar", soort="planning", titel="Bar")
    book.set("zomerbar", soort="vervallen", reden="geen budget")
    place = f"hr.xlsx[Acties]B{book.row('zomerbar', 'vervallen')}"
    assert bring_in(book)[:2] == (TEXTS, [(place, "VG086")])


def test_of_two_rows_of_one_list_the_cell_that_differs_is_named():
    book = Werkboek().set("zomerbar", soort="planning", termijn="2026")
    book.copy("zomerbar", termijn="2027")
    place = f"hr.xlsx[Acties]F{book.sheet.max_row}"
    assert bring_in(book)[:2] == (TEXTS, [(place, "VG086")])


def test_two_rows_of_one_title_get_an_id_each():
    book = Werkboek().set("zomerbar", soort="planning").copy("zomerbar", soort="realisaties")
    after, _, _ = bring_in(book)
    done = read(after).domeinen[0].realisaties[-1]
    assert (done.titel, done.id, done.vervolg_op) == ("Zomerbar", "zomerbar-2", ("zomerbar",))
    assert bring_in(book, texts=after)[0] == after


def test_a_long_title_that_stands_twice_is_cut_at_a_word_to_get_its_number():
    titel = f"{'a' * (ID_LENGTH - 6)} en nog wat"
    texts = {**TEXTS, "ict": ICT.replace("Servers", titel)}
    own = read(texts).domeinen[1].te_beantwoorden[1].id
    book = Werkboek(texts).set(own, soort="planning").copy(own, soort="realisaties")
    (done,) = read(bring_in(book, texts=texts)[0]).domeinen[1].realisaties
    assert (done.id, done.vervolg_op) == (f"{'a' * (ID_LENGTH - 6)}-2", (own,))


def test_a_copied_row_takes_its_deelacties_along():
    book = Werkboek().copy("intranet", soort="realisaties", titel="Fase een")
    book.copy("intranet/1", soort="realisaties", deelactie__van="Fase een")
    after, found, _ = bring_in(book.set("intranet", soort="planning"))
    domein = read(after).domeinen[0]
    made = [*domein.planning, domein.realisaties[-1]]
    assert [[part.titel for part in each.deelacties] for each in made] == [
        ["Marktbevraging", "Proefgroep"],
        ["Marktbevraging"],
    ]
    assert found == []


def test_what_an_editor_changed_in_the_second_answer_is_not_overwritten():
    book = Werkboek().copy("badges", soort="realisaties", titel="Deel")
    after, _, _ = bring_in(book.set("badges", soort="planning"))
    after["ict"] = after["ict"].replace(
        "titel: Deel\n    dienst: ICT", "titel: Deel\n    dienst: HR"
    )
    cell = f"hr.xlsx[Acties]{book.sheet.cell(book.sheet.max_row, book.at['dienst']).coordinate}"
    assert bring_in(book, texts=after)[:2] == (after, [(cell, "VG087")])


@pytest.mark.parametrize(("comment", "written_anew"), [("", False), ("  # later", True)])
def test_a_file_is_written_anew_where_a_comment_between_brackets_would_be_lost(
    comment, written_anew
):
    texts = {**TEXTS, "ict": ICT.replace("ICT}, Servers", f"ICT}},{comment}\n  Servers")}
    book = Werkboek(texts).set("badges", soort="planning")
    before = read(texts)
    _, anew = edit_year(texts, before, merged(before, [read_book(book.name, book.content())]))
    assert bool(anew) == written_anew


def test_a_vervallen_without_reden_is_told_at_its_cell_and_nothing_is_written():
    book = Werkboek().set("intranet", soort="realisaties").set("zomerbar", soort="vervallen")
    cell = book.sheet.cell(book.row("zomerbar"), book.at["reden"]).coordinate
    after, found, _ = bring_in(book)
    assert after == TEXTS
    assert found == [(f"hr.xlsx[Acties]{cell}", "VG018")]


def test_two_services_that_answer_differently_are_told_with_both_cells():
    one = Werkboek(name="a.xlsx").set("zomerbar", soort="realisaties")
    other = Werkboek(name="b.xlsx").set("zomerbar", soort="planning")
    after, found, _ = bring_in(one, other)
    cell = other.sheet.cell(other.row("zomerbar"), other.at["soort"]).coordinate
    assert after == TEXTS
    assert found == [(f"b.xlsx[Acties]{cell}", "VG086")]


def test_two_full_workbooks_of_which_one_is_untouched_merge_quietly():
    after, found, _ = bring_in(Werkboek(name="a.xlsx"), answered())
    assert after["cultuur"] == ANSWERED
    assert found == []


def test_a_changed_domein_moves_the_plan_to_the_other_file():
    after, _, told = bring_in(Werkboek().set("zomerbar", domein="ICT", soort="planning"))
    assert "Zomerbar" not in after["cultuur"]
    block = "- titel: Zomerbar\n  dienst: HR\n  toelichting: |\n    Voor alle medewerkers.\n"
    assert after["ict"] == ICT.replace("termijn: 2026\n", f"termijn: 2026\n{block}")
    assert "beantwoord: ict, planning: Zomerbar" in told


# -- what an editor did meanwhile -----------------------------------------------------------------
LATER = {**TEXTS, "cultuur": CULTUUR.replace("termijn: 2025-Q2", "termijn: 2026-Q4")}


def test_an_old_untouched_workbook_undoes_nothing():
    renamed = {**LATER, "ict": ICT.replace("Nieuwe laptops", "Vijftig nieuwe laptops")}
    assert bring_in(Werkboek(), texts=renamed) == (renamed, [], [])


def test_a_domain_that_got_another_title_is_known_by_its_file():
    renamed = {**TEXTS, "ict": ICT.replace("titel: ICT\n", "titel: Informatica\n")}
    after, found, _ = bring_in(Werkboek().set("servers", soort="realisaties"), texts=renamed)
    assert found == []
    assert [a.titel for a in read(after).domeinen[1].realisaties] == ["Servers"]


def test_only_what_the_service_changed_is_taken_over():
    book = Werkboek().set("intranet", dienst="Onthaal")
    after, found, _ = bring_in(book, texts=LATER)
    assert after["cultuur"] == LATER["cultuur"].replace("dienst: Communicatie", "dienst: Onthaal")
    assert found == []


def test_what_both_changed_is_told_and_the_remedies_work():
    book = Werkboek().set("intranet", termijn="2026-Q1")
    after, found, _ = bring_in(book, texts=LATER)
    cell = book.sheet.cell(book.row("intranet"), book.at["termijn"]).coordinate
    assert (after, found) == (LATER, [(f"hr.xlsx[Acties]{cell}", "VG087")])
    assert bring_in(book.set("intranet", termijn="2026-Q4"), texts=LATER) == (LATER, [], [])


def test_an_editor_and_a_service_that_moved_a_plan_alike_agree():
    after, _, _ = bring_in(answered())
    assert bring_in(answered(), texts=after)[1:] == ([], [])
    other = Werkboek().set("zomerbar", soort="realisaties")
    assert [code for _, code in bring_in(other, texts=after)[1]] == ["VG087"]


def test_the_kenmerk_to_fill_in_for_a_plan_that_moves_is_told_whole():
    titel = "Controle van bankgegevens van leveranciers voor elke eerste betaling"
    texts = {**TEXTS, "cultuur": CULTUUR.replace("planning: []", f"planning: [{titel}]")}
    moved = {"domein": "Organisatiecultuur", "soort": "realisaties", "titel": titel}
    book = Werkboek().add(**moved)
    (found,) = merged(read(texts), [read_book(book.name, book.content())]).findings
    kenmerk = re.search(r"als kenmerk (\S+) in", found.hint)[1]
    after, told, _ = bring_in(Werkboek().add(**moved, kenmerk=kenmerk), texts=texts)
    assert told == []
    assert [each.titel for each in read(after).domeinen[0].realisaties][1:] == [titel]


def test_a_plan_that_the_report_has_no_more_is_told():
    gone = {**TEXTS, "ict": ICT.replace(", Servers", "")}
    assert bring_in(Werkboek(), texts=gone) == (gone, [], [])
    found = bring_in(Werkboek().set("servers", soort="realisaties"), texts=gone)[1]
    assert [code for _, code in found] == ["VG082"]


# -- mistakes -------------------------------------------------------------------------------------
def test_titles_that_were_sorted_alone_stop_the_merge():
    book = Werkboek().set("zomerbar", titel="Servers").set("servers", titel="Zomerbar")
    found = merged(read(TEXTS), [read_book(book.name, book.content())]).findings
    column = book.sheet.cell(1, book.at["titel"]).column_letter
    rows = [book.row("zomerbar"), book.row("servers")]
    assert [each.file for each in found] == [f"hr.xlsx[Acties]{column}{row}" for row in rows]
    assert [each.code for each in found] == ["VG088", "VG088"]
    assert found[0].message == f"‘Servers’ is de titel van 'servers', de rij van {found[1].file}"
    hint = "zet elke titel terug bij zijn kenmerk, of kies een andere titel"
    assert [each.hint for each in found] == [hint, hint]
    assert bring_in(book)[0] == TEXTS


def test_a_row_that_is_pasted_twice_counts_once():
    book = answered().copy("zomerbar")
    after, found, _ = bring_in(book)
    assert after["cultuur"] == ANSWERED
    assert found == [(f"hr.xlsx[Acties]A{book.sheet.max_row}", "VG089")]
    (twice,) = merged(read(TEXTS), [read_book(book.name, book.content())]).findings
    assert (twice.message, twice.hint) == (
        "deze rij staat er twee keer; ze telt één keer",
        "haal één rij weg",
    )


def test_a_copied_row_with_another_title_is_a_new_actie():
    after, _, told = bring_in(Werkboek().copy("nieuwe-laptops", titel="Nieuwe schermen"))
    assert told[-1] == "nieuw: ict, planning: Nieuwe schermen (termijn 2026)"
    planning = read(after).domeinen[1].planning
    assert [(a.titel, a.vervolg_op) for a in planning] == [
        ("Nieuwe laptops", ()),
        ("Nieuwe schermen", ()),
    ]


def test_a_deleted_kenmerk_is_no_harm_where_the_title_is_the_same():
    after, found, _ = bring_in(answered().set("zomerbar", kenmerk=None))
    assert after["cultuur"] == ANSWERED
    assert found == []


def test_an_answer_that_was_typed_as_a_new_row_is_the_plan_in_its_new_list():
    texts = {**TEXTS, "cultuur": CULTUUR.replace("dienst: HR", "dienst: HR\n    termijn: 2025")}
    book = Werkboek(texts).add(
        domein="Organisatiecultuur", soort="planning", titel="Zomerbar", termijn="2027"
    )
    after, found, told = bring_in(book, texts=texts)
    (plan,) = read(after).domeinen[0].planning
    assert (plan.id, plan.dienst, plan.termijn.text) == ("zomerbar", "HR", "2027")
    assert found == []
    assert told[-1] == "beantwoord: cultuur, planning: Zomerbar (termijn 2025 → 2027)"
    again, found, _ = bring_in(book, texts=after)
    assert (again, found) == (after, [])


def test_a_row_that_is_gone_and_a_cell_that_is_emptied_are_named_and_stay():
    book = Werkboek().set("intranet", termijn=None).set("zomerbar", toelichting="n.v.t.")
    book.sheet.delete_rows(book.row("welzijnsbevraging"))
    after, found, _ = bring_in(book)
    assert after == TEXTS
    assert [code for _, code in found] == ["VG089"] * 3


def test_the_remedy_at_a_row_is_one_for_its_soort():
    book = Werkboek().set("nieuw-onthaal", kans=3)
    (wrong,) = merged(read(TEXTS), [read_book(book.name, book.content())]).findings
    assert (wrong.code, wrong.hint.partition(":")[0]) == ("VG012", "maak de cel leeg")
    book.sheet.delete_rows(book.row("nieuw-onthaal"))
    (gone,) = merged(read(TEXTS), [read_book(book.name, book.content())]).findings
    assert gone.hint == "haal ze weg in het bestand van het domein als ze weg moet"


def test_of_a_deelactie_that_is_gone_it_is_not_said_that_a_plan_may_lapse():
    book = Werkboek()
    book.sheet.delete_rows(book.row("intranet/2"))
    (gone,) = merged(read(TEXTS), [read_book(book.name, book.content())]).findings
    assert gone.message == "de rij van ‘Proefgroep’ is weg; de deelactie blijft in het rapport"
    assert gone.hint == "haal ze weg in het bestand van het domein als ze weg moet"


@pytest.mark.parametrize("nothing", ["-", "n.v.t.", "NVT", "/", "geen"])
def test_words_for_nothing_replace_nothing_and_add_nothing(nothing):
    book = Werkboek().set("zomerbar", toelichting=nothing, mjp=nothing)
    after, found, _ = bring_in(book)
    assert after == TEXTS
    assert [code for _, code in found] == ["VG089"]


def test_a_deelactie_has_a_kenmerk_and_follows_its_actie():
    book = Werkboek().set("intranet", soort="realisaties", titel="Intranet")
    book.set("intranet/1", titel="Marktbevraging bij vijf leveranciers")
    book.add(domein="Organisatiecultuur", soort="realisaties", titel="Opleiding",
             deelactie__van="Nieuw intranet")  # fmt: skip
    after, found, _ = bring_in(book)
    actie = read(after).domeinen[0].realisaties[-1]
    titels = [each.titel for each in actie.deelacties]
    assert titels == ["Marktbevraging bij vijf leveranciers", "Proefgroep", "Opleiding"]
    assert found == []


@pytest.mark.parametrize("above", [False, True])
def test_a_deelactie_that_was_copied_is_a_new_one_where_its_title_is(above):
    """Whether the copy stands below the row or above it; a second merge changes nothing."""
    titels = ("Nog een proef", "Proefgroep")[:: 1 if above else -1]
    book = Werkboek().copy("intranet/2", titel=titels[1]).set("intranet/2", titel=titels[0])
    after, found, _ = bring_in(book)
    (intranet,) = (a for a in read(after).domeinen[0].te_beantwoorden if a.id == "intranet")
    assert [(each.titel, each.dienst) for each in intranet.deelacties] == [
        ("Marktbevraging", None), ("Proefgroep", "ICT"), ("Nog een proef", "ICT"),
    ]  # fmt: skip
    assert found == []
    assert bring_in(book, texts=after)[::2] == (after, [])


def test_two_workbooks_may_change_one_deelactie_and_are_told_where_they_differ():
    one = Werkboek(name="een.xlsx").set("intranet/2", dienst="HR")
    after, found, _ = bring_in(one, Werkboek(name="twee.xlsx").set("intranet/2", termijn="2026"))
    (intranet,) = (a for a in read(after).domeinen[0].te_beantwoorden if a.id == "intranet")
    proef = intranet.deelacties[1]
    assert (found, proef.dienst, proef.termijn.text) == ([], "HR", "2026")
    other = Werkboek(name="twee.xlsx").set("intranet/2", dienst="Groen")
    cell = other.sheet.cell(other.row("intranet/2"), other.at["dienst"]).coordinate
    assert bring_in(one, other)[:2] == (TEXTS, [(f"twee.xlsx[Acties]{cell}", "VG086")])
    new = [
        Werkboek(name=name).copy("intranet/2", titel="Nieuw", kenmerk=None, dienst=name)
        for name in ("een.xlsx", "twee.xlsx")
    ]
    cell = new[1].sheet.cell(new[1].sheet.max_row, new[1].at["dienst"]).coordinate
    assert bring_in(*new)[:2] == (TEXTS, [(f"twee.xlsx[Acties]{cell}", "VG086")])


def test_what_two_workbooks_say_of_different_deelacties_is_joined():
    one = Werkboek(name="een.xlsx").set("intranet/1", titel="Bevraging")
    other = Werkboek(name="twee.xlsx").set("intranet/2", dienst="HR")
    for book, titel in ((one, "Opleiding"), (other, "Nazorg"), (other, "Handleiding")):
        book.copy("intranet/2", titel=titel, kenmerk=None)
    after, found, _ = bring_in(one, other)
    (intranet,) = (a for a in read(after).domeinen[0].te_beantwoorden if a.id == "intranet")
    assert [(each.titel, each.dienst) for each in intranet.deelacties] == [
        ("Bevraging", None), ("Proefgroep", "HR"),
        ("Opleiding", "ICT"), ("Nazorg", "HR"), ("Handleiding", "HR"),
    ]  # fmt: skip
    assert found == []


def test_a_cell_without_text_is_told_once_and_not_as_emptied_too():
    _, found, _ = bring_in(Werkboek().set("zomerbar", toelichting="=A1"))
    assert [code for _, code in found] == ["VG083"]


def test_an_emptied_title_takes_nothing_away_and_the_answer_of_its_row_counts():
    book = Werkboek().set("zomerbar", titel=None, soort="realisaties")
    after, found, _ = bring_in(book.set("intranet/2", titel=None, dienst="HR"))
    domein = read(after).domeinen[0]
    assert domein.realisaties[-1].titel == "Zomerbar"
    (intranet,) = (a for a in domein.te_beantwoorden if a.id == "intranet")
    assert [(d.titel, d.dienst) for d in intranet.deelacties][1] == ("Proefgroep", "HR")
    assert [code for _, code in found] == ["VG089", "VG089"]


def test_a_deelactie_in_two_rows_that_differ_is_told():
    after, found, _ = bring_in(Werkboek().copy("intranet/2", dienst="HR"))
    assert (after, [code for _, code in found]) == (TEXTS, ["VG086"])


def test_bullets_in_a_cell_are_a_list_and_lines_are_paragraphs():
    cell = "Klaar.\n• balie\n– kassa\n1) eerst\n2) dan"
    after, _, _ = bring_in(Werkboek().set("zomerbar", toelichting=cell))
    actie = read(after).domeinen[0].te_beantwoorden[-1]
    assert actie.toelichting == "Klaar.\n\n- balie\n- kassa\n\n1. eerst\n2. dan"


def test_a_sentence_that_was_broken_over_lines_is_one_paragraph():
    long = "De dienst bevroeg alle medewerkers van de gemeente en van het OCMW over"
    cell = f"{long}\n{long}\nhet onthaal.\nDaarna niets meer\n{long} het onthaal.\nKlaar"
    after, _, _ = bring_in(Werkboek().set("zomerbar", toelichting=cell))
    assert read(after).domeinen[0].te_beantwoorden[-1].toelichting == (
        f"{long}\n{long}\nhet onthaal.\n\nDaarna niets meer\n\n{long} het onthaal.\n\nKlaar"
    )


def test_moved_columns_and_a_new_one_make_no_difference():
    book = answered()
    book.sheet.move_range("C1:C20", cols=20)
    after, found, _ = bring_in(book)
    assert after["cultuur"] == ANSWERED
    assert found == []


@pytest.mark.office
def test_answers_saved_by_libreoffice_are_the_same_answers(tmp_path):
    (tmp_path / "hr.xlsx").write_bytes(answered().content())
    [saved] = converted(tmp_path / "hr.xlsx", to="xlsx")
    if not saved.exists() and os.environ.get("CI") != "true":
        pytest.skip("needs LibreOffice Calc")  # Writer and Impress may be there without it
    book = Werkboek()
    book.content = saved.read_bytes
    after, found, _ = bring_in(book)
    assert (after["cultuur"], found) == (ANSWERED, [])


# -- the same in Excel as in YAML -----------------------------------------------------------------
PLANS = {"cultuur": ("intranet", "welzijnsbevraging", "zomerbar"), "ict": ("badges", "servers")}
TITEL = {"cultuur": "Organisatiecultuur", "ict": "ICT"}
answers = st.fixed_dictionaries(
    {},
    optional={
        (domein, plan): st.fixed_dictionaries(
            {
                "soort": st.sampled_from(["realisaties", "planning", "vervallen"]),
                "domein": st.sampled_from([domein, domein, "cultuur", "ict"]),
            },
            optional={
                "titel": st.sampled_from(["Een andere titel", "Nog één: deel 1", "Tabel & kader"]),
                "termijn": st.sampled_from(["2026", "2026-Q3", "2027-01-31"]),
                "dienst": st.sampled_from(["HR", "Groen: onderhoud", "Burgerzaken"]),
                "toelichting": st.sampled_from(["Klaar.", "*Bijna* klaar", "1 op 2: # klaar"]),
                "mjp": st.sampled_from(["AC000123", "1.10", "007"]),
                "sdg": st.sampled_from([(8,), (3, 11)]),
            },
        )
        for domein, plans in PLANS.items()
        for plan in plans
    },
)


def typed(actie: Actie, answer) -> Actie:
    """Change an actie as an editor types it in YAML."""
    update = {
        name: answer[name] for name in ("dienst", "toelichting", "mjp", "sdg") if name in answer
    }
    if "titel" in answer:
        update |= {"titel": answer["titel"], "own_id": actie.id}
    if "termijn" in answer:
        update["termijn"] = Termijn.parse(answer["termijn"])
    if answer["soort"] == "vervallen":
        update["reden"] = "geen budget"
    return actie.model_copy(update=update)


@settings(max_examples=25)
@given(answers)
def test_answers_in_excel_are_the_same_as_typed_in_yaml(given_answers):
    book, before = Werkboek(), read(TEXTS)
    lists = {(d.id, soort): list(d.lijst(soort)) for d in before.domeinen for soort in
             ("realisaties", "planning", "vervallen", "te_beantwoorden")}  # fmt: skip
    for domein, plans in PLANS.items():
        for plan in plans:
            answer = given_answers.get((domein, plan))
            if answer is None:
                continue
            (actie,) = (a for a in lists[domein, "te_beantwoorden"] if a.id == plan)
            lists[domein, "te_beantwoorden"].remove(actie)
            lists[answer["domein"], answer["soort"]].append(typed(actie, answer))
            cells = {**answer, "domein": TITEL[answer["domein"]]}
            if "sdg" in cells:
                cells["sdg"] = ", ".join(map(str, cells["sdg"]))
            if answer["soort"] == "vervallen":
                cells["reden"] = "geen budget"
            book.set(plan, **cells)
    expected = before.model_copy(
        update={
            "domeinen": tuple(
                d.model_copy(update={s: tuple(a) for (i, s), a in lists.items() if i == d.id})
                for d in before.domeinen
            )
        }
    )
    after, found, _ = bring_in(book)
    assert found == []
    assert read(after) == expected


def many(kind, count):
    """A town, and workbooks of it in which many rows say what has to be looked at."""
    plannen = "".join(f"- {{titel: Plan {n}, dienst: ICT}}\n" for n in range(count))
    texts = {**TEXTS, "ict": f"titel: ICT\nplanning:\n{plannen}"} if kind == "emptied" else TEXTS
    books = [Werkboek(texts, name=name) for name in ("een.xlsx", "twee.xlsx")]
    for number, book in product(range(count), books if kind == "deelacties" else books[:1]):
        titel, soort = f"Nummer {number}", ("planning", "vervallen")[number % 2]
        match kind:
            case "copies":
                book.copy("zomerbar", soort="planning", titel=titel)
            case "opposites":
                book.copy("zomerbar", soort=soort, titel=titel)
            case "one title":
                book.add(domein="ICT", soort="planning", titel="Nieuw", dienst=titel)
            case "deelacties":
                book.copy("intranet/2", titel=titel, kenmerk=None, dienst=book.name)
            case "emptied":
                book.fill(2 + number, dienst=None)
    return read(texts), [read_book(book.name, book.content()) for book in books]


@pytest.mark.parametrize("kind", ["copies", "opposites", "one title", "deelacties", "emptied"])
def test_each_row_more_costs_no_more_than_the_one_before(kind, lines_of):
    few, more, most = (lines_of(partial(merged, *many(kind, n))) for n in (20, 40, 60))
    assert most - more < 1.02 * (more - few)


@pytest.mark.parametrize(
    ("sent", "typed", "told"),
    [("", "Brand", ["Brand"]), ("Brand", "Brand\nInbraak", ["Inbraak"]), ("Brand", "Brand", [])],
)
def test_a_risk_that_only_the_sheet_domeinen_has_is_told_of(sent, typed, told):
    made = Werkboek(texts={**TEXTS, "cultuur": f"{CULTUUR}risicos: [{sent}]\n"})
    domeinen = made.book["Domeinen"]
    column = next(cell.column for cell in domeinen[1] if cell.value == "risico's")
    domeinen.cell(2, column).value = typed
    findings = merged(read(TEXTS), [read_book(made.name, made.content())]).findings
    said = [(each.file, each.code, each.message) for each in findings]
    place = "hr.xlsx[Domeinen]G2"
    assert said == [
        (place, "VG081", f"het risico ‘{each}’ wordt niet overgenomen") for each in told
    ]


def test_what_check_advises_is_said_for_a_sheet_at_its_row(tmp_path):
    for stem, text in TEXTS.items():
        (tmp_path / "data/2025").mkdir(parents=True, exist_ok=True)
        (tmp_path / f"data/2025/{stem}.yaml").write_text(text, encoding="utf-8")
    made = Werkboek().add(domein="ICT", soort="risicos", titel="Brand", kans=3)
    book = tmp_path / made.name
    book.write_bytes(made.content())
    with pytest.raises(FindingsError) as told:
        plan_import(Workspace(tmp_path), {made.name: book}, 2025, merge=True)
    (wrong,) = (each for each in told.value.findings if each.code == "VG090")
    assert wrong.file == f"hr.xlsx[Acties]A{made.sheet.max_row}"
    assert wrong.hint == "vul beide kolommen in, of maak ze beide leeg"


def test_a_domain_that_is_written_anew_tells_an_editor_of_its_schema_as_a_new_one_does(tmp_path):
    texts = {**TEXTS, "ict": "{titel: ICT, planning: [Nieuwe laptops]}"}
    files = {f"data/2025/{stem}.yaml": text for stem, text in texts.items()}
    for name, text in {**files, "schema/domein.schema.json": "{}"}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    book = tmp_path / "ict.xlsx"
    book.write_bytes(Werkboek(texts).set("nieuwe-laptops", termijn="2026").content())
    plan = plan_import(Workspace(tmp_path), {book.name: book}, 2025, merge=True)
    (content,) = plan.files.values()
    assert content.decode().startswith("# yaml-language-server: $schema=../../schema/domein.")
    assert "let op: ict.yaml is opnieuw geschreven; opmerkingen erin zijn weg" in plan.lines
