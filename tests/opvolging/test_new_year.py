"""Next year's files: what is kept as typed, what awaits its answer, and that it always reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voortgang.model import KEYS, read_rapport
from voortgang.opvolging.new_year.year import new_year
from voortgang.source.workspace import read_contents

RAPPORT = "rapportjaar: 2022\nbestuur: Gemeente Voorbeeldegem\ntitel: Voortgang\ndomeinen: [a]\n"
COMMENT = """\
# Plannen van 2022. Verplaats elk plan, met alle regels die eronder horen:
#   - naar realisaties als het klaar is;
#   - naar planning als het doorgaat;
#   - naar vervallen als het niet doorgaat, met een regel 'reden: …' erbij.
"""


def reading(jaar, domein, rapport=RAPPORT):
    files = {"rapport.yaml": rapport.encode(), "a.yaml": domein.encode()}
    found = read_rapport(read_contents(jaar, files, KEYS))
    assert found.findings == ()
    return found


def renewed(domein, known=None):
    made = new_year(reading(2022, domein), 2023, known)
    text = made.files["a.yaml"]
    reading(2023, text, made.files["rapport.yaml"])
    return text


def renewed_rapport(rapport):
    made = new_year(reading(2022, "titel: A\n", rapport), 2023)
    reading(2023, made.files["a.yaml"], made.files["rapport.yaml"])
    return made.files["rapport.yaml"]


def test_the_lines_of_a_year_and_of_the_next():
    assert (
        renewed("""\
# yaml-language-server: $schema=x
titel: Organisatiecultuur   # de eerste
criterium: >-
  Zo is het
  goed.

# wat af is
realisaties:
  # weg hiermee
  - Fietslease
risicos:
  - Verloop   # blijft

planning:   # uit het meerjarenplan
  # eerst dit
  - Nieuw intranet # met ICT

  - titel: Telefonie
    dienst: ICT
    toelichting: |
      # geen commentaar

      Twee.
# einde
""")
        == f"""\
# yaml-language-server: $schema=x
titel: Organisatiecultuur   # de eerste
criterium: >-
  Zo is het
  goed.

# wat af is
realisaties:
risicos:
  - Verloop   # blijft

planning:   # uit het meerjarenplan

{COMMENT}te_beantwoorden:
  # eerst dit
  - Nieuw intranet # met ICT

  - titel: Telefonie
    dienst: ICT
    toelichting: |
      # geen commentaar

      Twee.

vervallen:
# einde
"""
    )


def test_a_year_that_was_itself_begun_by_new_keeps_its_shape():
    first = renewed("titel: A\nrealisaties:\n  - X\nplanning:\n  - Plan\n")
    answered = first.replace("planning:\n", "planning:\n  - Ander plan\n")
    answered = answered.replace("vervallen:\n", "vervallen:\n  - titel: Z\n    reden: geen geld\n")
    again = new_year(reading(2022, answered), 2023)
    assert again.left == ("Plan",)
    assert again.files["a.yaml"] == first.replace("- Plan\n", "- Ander plan\n")


@pytest.mark.parametrize(
    ("planning", "carried"),
    [
        ("planning: [Een plan, 'Twee: x']\n", '  - Een plan\n  - "Twee: x"\n'),
        (
            "planning: [ # samen\n  Een, # met ICT\n  Twee\n]\n",
            "  # samen\n  - Een\n  # met ICT\n  - Twee\n",
        ),
        ('"planning":\n- Een\n# bij twee\n- Twee\n', "- Een\n# bij twee\n- Twee\n"),
        ("planning:\n  -\n    titel: Een\n  - Twee\n", "  -\n    titel: Een\n  - Twee\n"),
        ("planning:\n  [Een,\n   Twee]\n", "  - Een\n  - Twee\n"),
        ("planning: [\n  Een,\n  # en dan  \n]\n", "  - Een\n  # en dan\n"),
    ],
    ids=["flow", "flow with comments", "quoted key", "bare dash", "flow below", "comment last"],
)
def test_each_way_to_type_a_list(planning, carried):
    text = renewed(f"titel: A\nrealisaties: [Iets]\n{planning}")
    assert text.startswith("titel: A\nrealisaties:\n")
    assert f"te_beantwoorden:\n{carried}vervallen:\n" in text


def test_lists_that_are_empty_or_absent_add_nothing():
    assert renewed("titel: A\nplanning: []\n") == "titel: A\nplanning:\n"
    assert renewed("titel: A\n") == "titel: A\n"
    waiting = "titel: A\nplanning:\nte_beantwoorden:\n"
    assert renewed("titel: A\nplanning: []\nte_beantwoorden:\n") == waiting


def test_windows_line_ends_stay():
    text = renewed("titel: A\r\nplanning:\r\n  - Plan\r\n")
    assert text.count("\r\n") == text.count("\n") > 5


@pytest.mark.parametrize(
    "odd",
    [
        "{titel: A, planning: [Plan]}\n",
        "? titel\n: A\n? planning\n: - Plan\n",
        "titel: A\nplanning:\n  - Plan\n...\n",
        "---\ntitel: A\nplanning:\n  - Plan\n",
        "  titel: A\n  planning:\n    - Plan\n",
    ],
)
def test_a_file_in_an_odd_shape_still_renews(odd):
    text = renewed(odd)
    found = reading(2022, text)
    assert [actie.titel for actie in found.rapport.domeinen[0].te_beantwoorden] == ["Plan"]


def test_a_vervolg_op_that_names_nothing_does_not_become_an_error():
    domein = (
        "titel: A\nplanning:\n  - titel: Fase 2\n    dienst: ICT\n    vervolg_op: [fase-1, x]\n"
    )
    assert "    vervolg_op: [fase-1, x]\n" in renewed(domein, {"fase-1", "x", "fase-2"})
    mended = renewed(domein, {"fase-1", "fase-2"})
    assert "  - titel: Fase 2\n    dienst: ICT\n    vervolg_op: fase-1\n" in mended


def test_a_risico_that_names_nothing_is_mended_and_the_others_stay_as_typed():
    domein = (
        "titel: A\nrisicos:   # blijft\n  -\n    titel: Een\n    vervolg_op: [weg]\n"
        "    dienst: HR\n  - Twee   # zo\n  -\n\n    titel: Drie\n    vervolg_op: weg\n"
    )
    assert renewed(domein) == domein
    assert renewed(domein, {"een"}) == (
        "titel: A\nrisicos:   # blijft\n  - titel: Een\n    dienst: HR\n  - Twee   # zo\n  - Drie\n"
    )


def test_risicos_in_brackets_stay_so_unless_one_is_mended():
    domein = "titel: A\nrisicos: [Een, {titel: Twee, vervolg_op: weg}]\n"
    assert renewed(domein) == domein
    assert renewed(domein, {"een"}) == "titel: A\nrisicos:\n  - Een\n  - Twee\n"


def test_a_comment_in_an_empty_list_stays():
    domein = "titel: A\nrisicos:\n  # geen hoge risico's\n"
    assert renewed(domein) == domein


def test_a_comment_belongs_to_what_it_is_indented_with():
    text = renewed(
        "titel: A\nrealisaties:\n - X\n # hoort bij X\n# plannen\nplanning:\n - P\nvervallen:\n"
    )
    assert text == (
        f"titel: A\nrealisaties:\n# plannen\nplanning:\n{COMMENT}te_beantwoorden:\n - P\n"
        "vervallen:\n"
    )


def test_a_file_that_is_indented_as_a_whole_stays_so():
    text = renewed("  titel: A\n  realisaties:\n    - X\n  # plannen\n  planning: [Een, Twee]\n")
    comment = "".join(f"  {line}\n" for line in COMMENT.splitlines())
    assert text == (
        f"  titel: A\n  realisaties:\n  # plannen\n  planning:\n{comment}  te_beantwoorden:\n"
        "    - Een\n    - Twee\n  vervallen:\n"
    )


def test_a_plan_that_is_mended_keeps_the_indent_of_its_dash():
    domein = "titel: A\nrealisaties:\nplanning:\n    - titel: Een\n      vervolg_op: weg\n"
    assert "te_beantwoorden:\n    - Een\n" in renewed(domein, set())


def test_a_line_of_dashes_in_a_text_is_no_second_document():
    domein = "titel: A\ncriterium: |   # zo\n  Een\n  ---\n  Twee\n"
    assert renewed(domein) == domein


def test_blank_lines_between_the_lists_stay_away_where_there_were_none():
    text = renewed("titel: A\n# goed\ncriterium: Goed.\nplanning:\n  - P\n")
    assert text == (
        "titel: A\n# goed\ncriterium: Goed.\nrealisaties:\nplanning:\n"
        f"{COMMENT}te_beantwoorden:\n  - P\nvervallen:\n"
    )


def test_blank_lines_between_the_lists_come_where_there_were_some():
    assert renewed("titel: A\n\nplanning:\n  - P\n") == (
        f"titel: A\n\nrealisaties:\n\nplanning:\n\n{COMMENT}te_beantwoorden:\n  - P\n\nvervallen:\n"
    )


def test_rapport_keeps_what_stays_true_and_drops_what_was_of_that_year():
    assert renewed_rapport(
        "# hoofd\nrapportjaar: 2022   # het jaar\nbestuur: Gemeente Voorbeeldegem\n"
        "titel: Voortgang\n\n# vóór 30 juni\ndatum: 2023-06-12\nontwerp: true\n"
        "domeinen: [a]\nkader: leidraad\n"
        "nota:\n  van: algemeen directeur   # niet meer\n  adviezen:\n    - van: managementteam\n"
        "      datum: 2023-05-02   # dinsdag\n  kader_goedgekeurd: gemeenteraad, 2019\n"
    ) == (
        "# hoofd\nrapportjaar: 2023   # het jaar\nbestuur: Gemeente Voorbeeldegem\n"
        "titel: Voortgang\ndomeinen: [a]\nkader: leidraad\n"
        "nota:\n  van: algemeen directeur   # niet meer\n  adviezen:\n    - van: managementteam\n"
        "  kader_goedgekeurd: gemeenteraad, 2019\n"
    )


def test_what_is_said_above_a_day_but_apart_from_it_stays():
    head = "rapportjaar: {}\nbestuur: B\ntitel: T\ndomeinen: [a]\n\n# Wat mag.\n"
    day = "\n# vóór 30 juni\ndatum: 2023-06-12\n"
    rest = "#ontwerp: true\nkader: leidraad\n"
    assert renewed_rapport(head.format(2022) + day + rest) == head.format(2023) + rest


@pytest.mark.parametrize(
    "nota",
    [
        "nota: {adviezen: [{van: MAT, datum: 2023-05-02}]}\n",
        "nota:\n  adviezen: [{van: MAT, datum: 2023-05-02}]\n",
        "nota:\n  adviezen:\n    - datum: 2023-05-02\n      van: MAT\n",
        "nota:\n  adviezen:\n    - van: MAT\n      datum:\n        2023-05-02\n",
    ],
)
def test_the_day_of_an_advice_goes_however_it_is_typed(nota):
    assert renewed_rapport(RAPPORT + nota).endswith("nota:\n  adviezen:\n    - van: MAT\n")


def test_a_nota_without_adviezen_stays_as_it_is():
    nota = "nota:\n  van: algemeen directeur   # niet meer\n"
    assert renewed_rapport(RAPPORT + nota).endswith(nota)


def test_a_nota_that_is_written_anew_keeps_its_place():
    moved = "".join(f"  {line}\n" for line in RAPPORT.splitlines())
    text = renewed_rapport(moved + "  nota: {adviezen: [{van: MAT, datum: 2023-05-02}]}\n")
    assert text.endswith("  nota:\n    adviezen:\n      - van: MAT\n")


def test_a_year_on_a_line_of_its_own_is_renewed_too():
    text = renewed_rapport(RAPPORT.replace(": 2022", ":\n  2022"))
    assert text == RAPPORT.replace("2022", "2023")
    moved = "".join(f"  {line}\n" for line in RAPPORT.splitlines())
    text = renewed_rapport(moved.replace(": 2022", ":\n    2022"))
    assert text == moved.replace("2022", "2023")


def test_the_comment_at_the_head_stays_when_the_key_below_it_goes():
    rapport = (
        "# hoofd\nontwerp: true\n# de dag\ndatum: 2023-06-12\nbestuur: B\nrapportjaar: 2022\n"
        "  # het jaar\ntitel: T\ndomeinen: [a]\n"
    )
    assert renewed_rapport(rapport) == (
        "# hoofd\nbestuur: B\nrapportjaar: 2023\n  # het jaar\ntitel: T\ndomeinen: [a]\n"
    )


@pytest.mark.parametrize(
    ("nota", "kept"),
    [
        (
            ", nota: {adviezen: [{van: MAT, datum: 2023-05-02}]}",
            "nota:\n  adviezen:\n    - van: MAT\n",
        ),
        (", nota: {van: MAT}", "nota:\n  van: MAT\n"),
        (", nota: ", "nota:\n"),
        ("", ""),
    ],
    ids=["adviezen", "no adviezen", "empty", "none"],
)
def test_a_rapport_in_brackets_is_written_anew(nota, kept):
    assert renewed_rapport(
        "{rapportjaar: 2022, bestuur: Gemeente Voorbeeldegem, titel: Voortgang, domeinen: [a], "
        f"datum: 2023-06-12, ontwerp: true, contact: {{naam: An}}{nota}}}\n"
    ) == (
        "rapportjaar: 2023\nbestuur: Gemeente Voorbeeldegem\ntitel: Voortgang\ndomeinen:\n  - a\n"
        f"contact:\n  naam: An\n{kept}"
    )


def test_a_domain_in_brackets_is_written_anew():
    assert (
        renewed(
            "{titel: A, criterium: Goed, realisaties: [X], planning: [{titel: Plan, dienst: ICT}], "
            "risicos: [Verloop], vervallen: [{titel: Z, reden: r}], te_beantwoorden: [Oud]}\n"
        )
        == f"""\
titel: A
criterium: Goed
risicos:
  - Verloop
realisaties:
planning:
{COMMENT}te_beantwoorden:
  - titel: Plan
    dienst: ICT
vervallen:
"""
    )


def test_what_last_year_itself_left_unanswered_is_not_carried_over():
    assert renewed("titel: A\nte_beantwoorden:\n  - Oud\n") == "titel: A\nte_beantwoorden:\n"
    made = new_year(reading(2022, "titel: A\nplanning: [B]\nte_beantwoorden: [Oud, B]\n"), 2023)
    assert (made.plans, made.left) == (1, ("Oud",))


def test_lines_that_still_name_last_year_are_told():
    made = new_year(reading(2022, "titel: A\n", RAPPORT.replace("Voortgang", "Jaar 2022")), 2023)
    assert made.mentions == (3,)


words = st.sampled_from(["Plan", "Nieuw: intranet", "- streep", "é", "a # b", "'x'", "2023"])
entries = st.lists(words, max_size=4, unique=True)


@pytest.mark.slow
@given(entries, entries, entries, st.sampled_from(["planning", '"planning"']), st.booleans())
def test_every_plan_is_carried_and_nothing_else(done, plans, risks, key, flow):
    def typed(name, titles):
        quoted = ['"' + titel + '"' for titel in titles]
        if flow or not titles:
            return f"{name}: [{', '.join(quoted)}]\n"
        return f"{name}:\n" + "".join(f"  - {each}\n  # na\n" for each in quoted)

    text = renewed(
        "titel: A\n" + typed("realisaties", done) + typed(key, plans) + typed("risicos", risks)
    )
    domein = reading(2022, text).rapport.domeinen[0]
    assert [each.titel for each in domein.te_beantwoorden] == plans
    assert [each.titel for each in domein.risicos] == risks
    assert (domein.realisaties, domein.planning, domein.vervallen) == ((), (), ())
