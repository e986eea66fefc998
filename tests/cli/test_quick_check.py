"""The short way of a plain `check` says what the long way says."""

import pytest

from voortgang.cli.main import main
from voortgang.cli.quick import quick_check
from voortgang.cli.session import Session

RAPPORT = """\
rapportjaar: 2022
bestuur: Gemeente Voorbeeldegem
titel: Voortgangsrapport
domeinen: [cultuur]
"""
CALLS = [
    ["check"],
    ["check", "2022"],
    ["check", "2022", "--strict"],
    ["check", "--format", "json"],
    ["check", "--format", "sarif", "2022", "2022"],
    ["-q", "check"],
    ["--quiet", "check", "--format", "github", "--strict"],
    ["check", "--format", "xml"],
    ["check", "1999"],
    ["check", "tweeduizend"],
]
LONG = [["check", "--help"], ["check", "-x"], ["check", "--format"], ["-C"], ["--help", "check"]]


@pytest.fixture
def workspace(tmp_path):
    folder = tmp_path / "data/2022"
    folder.mkdir(parents=True)
    (folder / "rapport.yaml").write_text(RAPPORT, encoding="utf-8")
    (folder / "cultuur.yaml").write_text("titel: Cultuur\nplanning: [Plan.]\n", encoding="utf-8")
    return str(tmp_path)


@pytest.mark.parametrize("args", CALLS, ids=" ".join)
def test_both_ways_give_the_same(args, workspace, capsys, monkeypatch):
    short = main(["-C", workspace, *args]), capsys.readouterr()
    monkeypatch.setattr("voortgang.cli.quick.quick_check", lambda *_: None)
    assert (main(["-C", workspace, *args]), capsys.readouterr()) == short


@pytest.mark.parametrize("args", LONG, ids=" ".join)
def test_anything_else_goes_the_long_way(args):
    assert quick_check(Session(), args) is None
