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
