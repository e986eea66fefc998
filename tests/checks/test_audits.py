"""Warnings at an audit: the newest year tells them, at the line of the aanbeveling."""

import pytest

from voortgang.checks import check
from voortgang.model import read_all
from voortgang.source import Workspace

AUDIT = """\
titel: Audit financiële processen
datum: 2021-11-30
aanbevelingen:
  - nummer: 1
    titel: Scheid bestellen en betalen
    termijn: 2021-Q4
"""
RAPPORT = (
    "rapportjaar: {}\nbestuur: Gemeente Voorbeeldegem\ntitel: Rapport\ndomeinen: [middelen]\n{}"
)


@pytest.fixture
def town(tmp_path):
    """Write a town of some years (the text of its one domain each) and one audit; give `found`."""

    def town(audit, years, rapport=""):
        files = {"audits/financien.yaml": audit}
        for jaar, text in years.items():
            files[f"{jaar}/rapport.yaml"] = RAPPORT.format(jaar, rapport)
            files[f"{jaar}/middelen.yaml"] = f"titel: Middelen\n{text}"
        for name, text in files.items():
            path = tmp_path / "data" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        readings = read_all(Workspace(tmp_path))

        def found(*wanted):
            findings = check(readings, wanted or tuple(years))
            return [(each.file, each.line, each.code) for each in findings]

        return found

    return town


NOTHING = "realisaties: [Kasboek]\n"
PLANNED = "planning:\n  - titel: Kasboek\n    aanbevelingen: financien-1\n"


def test_only_the_newest_year_tells_what_an_audit_still_waits_for(town):
    found = town(AUDIT, {2021: NOTHING, 2022: NOTHING})
    at = "data/audits/financien.yaml"
    assert found() == [(at, 5, "VG095"), (at, 6, "VG096")]
    assert found(2022) == found()
    assert found(2021) == []


def test_what_was_only_planned_an_earlier_year_is_late_and_not_unanswered(town, tmp_path):
    found = town(AUDIT, {2021: PLANNED, 2022: PLANNED})
    assert found() == [("data/audits/financien.yaml", 6, "VG096")]
    (late,) = check(read_all(Workspace(tmp_path)), [2022])
    assert late.message.startswith(
        "aanbeveling financien-1 was beloofd tegen het vierde kwartaal van 2021; "
    )


def test_a_late_aanbeveling_of_which_the_plan_awaits_its_answer_says_so(town, tmp_path):
    town(AUDIT, {2021: PLANNED, 2022: PLANNED.replace("planning", "te_beantwoorden")})
    told = {each.code: each.message for each in check(read_all(Workspace(tmp_path)), [2022])}
    assert told["VG096"].endswith("; het plan 'Kasboek' wacht nog op antwoord")


@pytest.mark.parametrize(
    ("rapport", "codes"), [("", ["VG096"]), ("controle: {negeer: [VG095, VG096]}\n", [])]
)
def test_a_comment_or_rapport_yaml_silences_a_warning_at_an_audit(town, rapport, codes):
    audit = AUDIT.replace("betalen\n", "betalen # voortgang: negeer VG095\n")
    assert [code for *_, code in town(audit, {2022: NOTHING}, rapport)()] == codes


def test_an_error_in_an_audit_is_told_with_every_year_and_hides_no_other(town):
    found = town(AUDIT + "xyz: 1\n", {2021: PLANNED, 2022: "planning:\n  - Kasboek.\n"})
    error = ("data/audits/financien.yaml", 7, "VG012")
    assert error in found(2021)
    assert found(2022) == [("data/2022/middelen.yaml", 3, "VG034"), error]


def test_an_unknown_aanbeveling_names_the_one_that_comes_near(town, tmp_path):
    town(AUDIT, {2022: PLANNED.replace("financien-1", "financin-1")})
    (found,) = (
        each for each in check(read_all(Workspace(tmp_path)), [2022]) if each.code == "VG092"
    )
    assert (found.line, found.column) == (4, 20)
    assert found.hint == "bedoelde u 'financien-1'?"


# What a title of an audit or aanbeveling may have wrong, and what is said of it.
TITELS = {
    "Scheid bestellen en betalen.": ("VG034", "laat de punt weg"),
    "Scheid  bestellen en betalen": ("VG035", "laat er één weg"),
    "Scheid de 0pvolging": ("VG037", "bedoelde u 'Opvolging'?"),
    "Scheid bestellen, " * 20 + "klaar": ("VG045", "kort hem in"),
    '"reactie:Aanvaard"': ("VG054", "schrijf reactie: Aanvaard"),
    "• Scheid bestellen": ("VG057", "schrijf Scheid bestellen"),
}


@pytest.mark.parametrize(("titel", "said"), TITELS.items())
@pytest.mark.parametrize("line", [1, 5])
def test_a_title_of_an_audit_is_looked_at_as_any_other(town, tmp_path, titel, said, line):
    instead = AUDIT.splitlines()[line - 1].partition("titel: ")[2]
    found = town(AUDIT.replace(instead, titel), {2021: PLANNED, 2022: PLANNED})
    at = "data/audits/financien.yaml"
    assert [each for each in found() if each[2] != "VG096"] == [(at, line, said[0])]
    assert found(2021) == []
    (warning,) = (each for each in check(read_all(Workspace(tmp_path)), [2022])
                  if each.code == said[0])  # fmt: skip
    assert warning.hint == said[1]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Scheid #2 van de taken", "VG038"),
        ("Scheid bestellen\n      - en betalen", "VG051"),
        ("Scheid bestellen\n      dienst:Financiën", "VG051"),
    ],
)
def test_a_text_of_an_audit_that_yaml_reads_otherwise_is_told(town, typed, code):
    audit = AUDIT.replace("Scheid bestellen en betalen", typed)
    found = town(audit, {2021: PLANNED, 2022: PLANNED})
    assert code in {each for *_, each in found()}
    assert found(2021) == []


@pytest.mark.parametrize(
    ("there", "hint"),
    [
        ("", "schrijf aanbevelingen: financien-1"),
        ("financien-2", "haal deze regel weg en schrijf aanbevelingen: [financien-2, financien-1]"),
        ("financien-1", "haal deze regel weg: bij aanbevelingen staat ze al"),
    ],
)
def test_an_id_that_was_typed_as_a_text_goes_where_it_belongs(town, tmp_path, there, hint):
    audit = AUDIT + "  - nummer: 2\n    titel: Iets heel anders\n"
    more = f"    aanbevelingen: {there}\n" if there else ""
    town(audit, {2022: f"planning:\n  - titel: Kasboek\n    aanbeveling: Financien-1\n{more}"})
    found = {each.code: each.hint for each in check(read_all(Workspace(tmp_path)), [2022])}
    assert found["VG097"] == hint


def test_a_likely_answer_that_has_the_key_already_is_not_told_to_get_it_again(town, tmp_path):
    audit = AUDIT + "  - nummer: 2\n    titel: Iets heel anders\n"
    near = "  - Scheid bestellen en ook betalen\n"
    taken = "  - titel: Scheid bestellen, betalen en meer\n    aanbevelingen: financien-2\n"
    town(audit, {2022: f"planning:\n{near}{taken}"})
    found = {each.code: each.hint for each in check(read_all(Workspace(tmp_path)), [2022])}
    assert found["VG095"] == (
        "is 'Scheid bestellen en ook betalen' het antwoord, zet daar dan `titel:` voor de tekst "
        "en voeg eronder toe: `aanbevelingen: financien-1`"
    )


def test_a_title_that_says_nothing_goes_with_all_of_its_aanbeveling(town, tmp_path):
    town(AUDIT.replace("Scheid bestellen en betalen", "geen"), {2022: PLANNED})
    found = {each.code: each.hint for each in check(read_all(Workspace(tmp_path)), [2022])}
    assert found["VG058"] == "laat de aanbeveling weg: een lijst mag leeg zijn"
