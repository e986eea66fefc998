"""The lines shown beside findings come from ordinary files of the workspace only."""

import os

import pytest

from voortgang.cli.main import main

RAPPORT = """\
rapportjaar: 2022
bestuur: Gemeente Voorbeeldegem
titel: Voortgangsrapport
domeinen: [cultuur]
"""


@pytest.fixture
def year(tmp_path):
    folder = tmp_path / "werkmap/data/2022"
    folder.mkdir(parents=True)
    (folder / "rapport.yaml").write_text(RAPPORT, encoding="utf-8")
    return folder


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_a_finding_and_nobody_waits_for_it(year, capsys):
    os.mkfifo(year / "cultuur.yaml")
    assert main(["-C", str(year.parents[1]), "check"]) == 1
    assert "cultuur.yaml:1:1: fout VG001: dit is geen gewoon bestand" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own on Windows")
def test_what_a_link_leads_to_outside_is_not_shown(year, tmp_path, capsys):
    (tmp_path / "geheim").write_text("titel: geheim\n", encoding="utf-8")
    (year / "cultuur.yaml").symlink_to(tmp_path / "geheim")
    assert main(["-C", str(year.parents[1]), "check"]) == 1
    out = capsys.readouterr().out
    assert "leidt buiten de werkmap" in out
    assert "titel: geheim" not in out
