"""`voortgang new`: next year's files, never over what is there."""

import pytest


def test_new_begins_the_next_year_and_every_plan_is_warned_of(voortgang, workspace):
    answer = voortgang("new", "2023", cwd=workspace)
    assert (answer.status, answer.out) == (0, "")
    assert "data/2023 gemaakt uit 2022: 2 domeinen, 2 plannen te beantwoorden" in answer.err
    found = voortgang("check", "2023", cwd=workspace)
    assert found.status == 0
    assert found.out.count("VG060") == 2
    assert "fout VG" not in found.out


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["2022"], "data/2022 bestaat al, en new overschrijft nooit"),
        (["2021"], "een nieuw jaar 2021 vertrekt van een jaar dat ervoor komt"),
        (["2023", "--from", "2020"], "er is geen map data/2020"),
        (["volgend"], "‘volgend’ is geen jaar"),
        ([], "JAAR ontbreekt"),
    ],
)
def test_what_stands_in_the_way_is_said_plainly(voortgang, workspace, args, words):
    before = sorted(workspace.rglob("*"))
    if args == ["2022"]:  # with an earlier year, so that only the overwriting is wrong
        (workspace / "data/2021").mkdir()
        before = sorted(workspace.rglob("*"))
    answer = voortgang("new", *args, cwd=workspace)
    assert (answer.status, answer.out) == (2, "")
    assert words in answer.err
    assert sorted(workspace.rglob("*")) == before


def test_errors_of_last_year_come_first(voortgang, workspace):
    (workspace / "data/2022/cultuur.yaml").write_text("titel: A\nplannning: [x]\n", "utf-8")
    answer = voortgang("new", "2023", cwd=workspace)
    assert answer.status == 1
    assert "fout VG012" in answer.out
    assert not (workspace / "data/2023").exists()


def test_a_year_that_was_skipped_is_told(voortgang, workspace):
    assert voortgang("new", "2023", cwd=workspace).status == 0
    answer = voortgang("new", "2024", "--from", "2022", cwd=workspace)
    assert answer.status == 0
    assert "let op: check vergelijkt 2024 met 2023, niet met 2022" in answer.err


@pytest.mark.parametrize(
    "judged", ["maturiteit: {niveau: 2}", "risicos: [{titel: Brand, kans: 2, impact: 3}]"]
)
def test_what_was_judged_last_year_is_to_be_judged_anew(voortgang, workspace, judged):
    words = "beoordeel scores en maturiteit opnieuw: ze zijn nog die van 2022"
    assert words not in voortgang("new", "2023", cwd=workspace).err
    cultuur = workspace / "data/2022/cultuur.yaml"
    cultuur.write_text(f"{cultuur.read_text('utf-8')}{judged}\n", "utf-8")
    assert words in voortgang("new", "2024", "--from", "2022", cwd=workspace).err


def test_one_domain_and_one_plan_are_said_as_one(voortgang, tmp_path):
    year = tmp_path / "data" / "2022"
    year.mkdir(parents=True)
    (year / "rapport.yaml").write_text(
        "rapportjaar: 2022\nbestuur: Gemeente Voorbeeldegem\ntitel: Rapport\ndomeinen: [cultuur]\n",
        "utf-8",
    )
    (year / "cultuur.yaml").write_text(
        "titel: Cultuur\nplanning:\n  - Nieuw intranet\nte_beantwoorden:\n  - Oud plan\n", "utf-8"
    )
    answer = voortgang("new", "2023", cwd=tmp_path)
    assert "data/2023 gemaakt uit 2022: 1 domein, 1 plan te beantwoorden" in answer.err
    left = "1 plan staat in 2022 nog in te_beantwoorden; geef daar een antwoord, het gaat niet mee"
    assert left in answer.err
