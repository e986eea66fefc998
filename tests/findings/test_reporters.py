import json

import pytest

from voortgang.findings import Finding, Regel, Severity, in_order, summary_line
from voortgang.findings.machine import github_report, json_report
from voortgang.findings.sarif import sarif_report
from voortgang.findings.text import text_report

FILE = "data/2022/organisatiecultuur.yaml"
UNKNOWN = Finding(
    FILE, 12, 5, "VG012", Severity.ERROR, "onbekende sleutel 'realisatie'", "schrijf 'realisaties'"
)
DOUBT = Finding(FILE, 3, 1, "VG031", Severity.WARNING, "deze titel is lang")
REGEL = Regel(
    "VG012", Severity.ERROR, "onbekende sleutel", "Een sleutel …", "realisatie:", "realisaties:"
)


def nothing(_):
    return ()


def test_a_text_finding_shows_place_line_caret_and_remedy():
    assert text_report([UNKNOWN], lambda _: [""] * 11 + ["    realisatie: []"]) == (
        f"{FILE}:12:5: fout VG012: onbekende sleutel 'realisatie'\n"
        "        realisatie: []\n"
        "        ^\n"
        "    oplossing: schrijf 'realisaties'\n"
    )


def test_a_warning_without_a_line_or_remedy_is_one_line():
    assert text_report([DOUBT], nothing) == f"{FILE}:3:1: waarschuwing VG031: deze titel is lang\n"


def test_a_cell_has_its_own_name_and_stands_in_the_order_of_its_rows():
    cells = [("b.xlsx[Acties]B10", 10), ("b.xlsx[Acties]C9", 9), ("a.xlsx[Acties]B10", 10)]
    found = [Finding(name, row, 2, "VG082", Severity.ERROR, "m") for name, row in cells]
    assert text_report(found, nothing).splitlines() == [
        "a.xlsx[Acties]B10: fout VG082: m",
        "b.xlsx[Acties]C9: fout VG082: m",
        "b.xlsx[Acties]B10: fout VG082: m",
    ]


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("a\tb", 3, "a b", "  ^"),
        ("漢字: x", 5, "漢字: x", "      ^"),
        ("e\u0301a: x", 5, "e\u0301a: x", "   ^"),
        ("a: \x1b[31mx", 4, "a: �[31mx", "   ^"),
        ("kort", 40, "kort", "    ^"),
        ("kort   ", 7, "kort", "    ^"),
    ],
    ids=["tab", "wide", "combining", "escape", "behind the end", "in blanks at the end"],
)
def test_the_caret_stands_under_its_character(line, column, shown, caret):
    finding = Finding("x.yaml", 1, column, "VG004", Severity.ERROR, "m")
    assert text_report([finding], lambda _: [line]).splitlines()[1:] == [
        f"    {shown}",
        f"    {caret}",
    ]


def test_a_thousand_findings_in_one_line_of_a_million_letters_are_shown_at_once():
    line = "é" * 1_000_000
    found = [
        Finding("x.yaml", 1, column, "VG004", Severity.ERROR, "m")
        for column in range(1, len(line), 1000)
    ]
    assert text_report(found, lambda _: [line]).count("^\n") == 1000


def test_a_very_long_line_is_cut_around_the_caret():
    line = "x" * 5000 + "@" + "y" * 5000
    finding = Finding("x.yaml", 1, 5001, "VG004", Severity.ERROR, "m")
    _, shown, caret = text_report([finding], lambda _: [line]).splitlines()
    assert len(shown) < 110
    assert shown[caret.index("^")] == "@"
    assert shown.strip().startswith("…")
    assert shown.endswith("…")


def test_colour_is_only_there_when_asked_for():
    assert "\x1b" not in text_report([UNKNOWN], nothing)
    assert "\x1b[1;31mfout\x1b[0m" in text_report([UNKNOWN], nothing, colour=True)


def test_json_is_the_contract():
    assert json.loads(json_report([UNKNOWN, DOUBT], 8)) == {
        "version": 1,
        "findings": [
            {
                "code": "VG031",
                "severity": "warning",
                "file": FILE,
                "line": 3,
                "column": 1,
                "message": "deze titel is lang",
                "hint": None,
            },
            {
                "code": "VG012",
                "severity": "error",
                "file": FILE,
                "line": 12,
                "column": 5,
                "message": "onbekende sleutel 'realisatie'",
                "hint": "schrijf 'realisaties'",
            },
        ],
        "summary": {"errors": 1, "warnings": 1, "files": 8},
    }


def test_github_gets_properties_and_text_escaped():
    finding = Finding("a,b:c%.yaml", 1, 2, "VG004", Severity.WARNING, "50%: a,\nb\r", "c")
    assert github_report([finding]) == (
        "::warning file=a%2Cb%3Ac%25.yaml,line=1,col=2,title=VG004"
        "::50%25: a,%0Ab%0D%0Aoplossing: c\n"
    )


def test_sarif_has_what_its_schema_requires():
    log = json.loads(sarif_report([UNKNOWN, DOUBT], [REGEL]))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "VG012"
    assert rule["shortDescription"] == {"text": "onbekende sleutel"}
    assert "realisaties:" in rule["help"]["text"]
    unlisted, listed = run["results"]
    assert "ruleIndex" not in unlisted
    assert (listed["ruleIndex"], listed["level"]) == (0, "error")
    place = listed["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == FILE
    assert place["region"] == {"startLine": 12, "startColumn": 5}


def test_findings_are_ordered_and_said_once():
    assert in_order([UNKNOWN, DOUBT, UNKNOWN]) == (DOUBT, UNKNOWN)


def test_findings_that_differ_only_in_their_hint_can_be_ordered():
    other = Finding(*(getattr(UNKNOWN, name) for name in UNKNOWN.__slots__[:6]), None)
    assert in_order([UNKNOWN, other]) == (other, UNKNOWN)


def test_the_summary_counts_in_dutch():
    assert summary_line([UNKNOWN, DOUBT], 1) == "1 fout, 1 waarschuwing in 1 bestand"
    assert summary_line([], 8) == "geen fouten, geen waarschuwingen in 8 bestanden"
