"""A high risk without a measure that works is said once, not again where that is said already."""

import pytest
from test_rules import findings, write

CULTUUR = """\
titel: Cultuur
risicos:
  - titel: Uitval van het netwerk
    kans: 3
    impact: 5
    beheerst_door: {}
te_beantwoorden:
  - Tweede datalijn
vervallen:
  - titel: Noodplan
    reden: Te duur
"""


@pytest.mark.parametrize(
    ("instelling", "told"),
    [
        ("", [(6, "'Tien' (score 10) is niet hoog: dat is het vanaf 12")]),
        ("risicos: {hoog_vanaf: 10}", []),
        (
            "risicos: {hoog_vanaf: 13}",
            [
                (3, "'Twaalf' (score 12) is niet hoog: dat is het vanaf 13"),
                (6, "'Tien' (score 10) is niet hoog: dat is het vanaf 13"),
            ],
        ),
    ],
)
def test_a_rated_risk_under_what_is_high_is_told_with_its_score(tmp_path, instelling, told):
    write(
        tmp_path,
        f"# bestand: rapport.yaml\nrapportjaar: 2022\nbestuur: Gemeente Voorbeeldegem\n"
        f"titel: Rapport\ndomeinen: [cultuur]\n{instelling}\n# bestand: cultuur.yaml\n"
        "titel: Cultuur\nrisicos:\n  - titel: Twaalf\n    kans: 3\n    impact: 4\n"
        "  - titel: Tien\n    kans: 2\n    impact: 5\n  - Zonder score\n",
    )
    found = [each for each in findings(tmp_path) if each.code == "VG130"]
    assert [(each.line, each.message.removeprefix("het risico ")) for each in found] == told


@pytest.mark.parametrize(
    ("maatregelen", "codes"),
    [
        ("noodplan", {"VG099"}),
        ("tweede-datalijn", set()),
        ("[noodplan, tweede-datalijn]", set()),
    ],
)
def test_a_measure_that_awaits_its_answer_is_not_judged(tmp_path, maatregelen, codes):
    write(tmp_path, CULTUUR.format(maatregelen))
    assert {each.code for each in findings(tmp_path)} & {"VG099"} == codes
