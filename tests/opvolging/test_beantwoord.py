"""How many plans each service has answered: by name, however it is written, and in columns."""

import pytest

from voortgang.opvolging.beantwoord import per_dienst, table
from voortgang.opvolging.follow_up import follow_up


def plan(titel, dienst=None, **meer):
    return {"titel": titel, "dienst": dienst, **meer}


@pytest.fixture
def counted(rapport):
    """Count what was answered of a year of plans: `counted(planning, cultuur=…)`."""

    def count(planning, **domeinen):
        naar = rapport(2023, **domeinen)
        return per_dienst(follow_up(rapport(2022, cultuur={"planning": planning}), naar), naar)

    return count


def numbers(standen):
    return [(each.dienst, [*each.beantwoord], [*each.open]) for each in standen]


def test_each_answer_counts_and_silence_and_what_waits_do_not(counted):
    plans = [plan(each, "ICT") for each in ("Een", "Twee", "Drie", "Vier", "Vijf", "Zes")]
    standen = counted(
        plans,
        cultuur={
            "realisaties": ["Een", plan("Deel", vervolg_op=("twee",))],
            "planning": ["Twee", "Drie"],
            "vervallen": [plan("Vier", reden="Te duur")],
            "te_beantwoorden": ["Vijf"],
        },
    )
    assert numbers(standen) == [("ICT", ["een", "twee", "drie", "vier"], ["vijf", "zes"])]
    assert standen[0].plannen == 6


def test_services_stand_by_name_and_plans_without_one_last(counted):
    standen = counted(
        [plan("Een"), plan("Twee", "zorg"), plan("Drie", "ICT"), plan("Vier", "Zorg")]
    )
    assert numbers(standen) == [("ICT", [], ["drie"]), ("zorg", [], ["twee", "vier"]),
                                (None, [], ["een"])]  # fmt: skip


def test_a_plan_that_waits_counts_for_the_service_that_it_was_given_since(counted):
    waiting = [plan("Een", "Zorg"), plan("Twee")]
    standen = counted(
        [plan("Een", "ICT"), plan("Twee", "ICT")], cultuur={"te_beantwoorden": waiting}
    )
    assert numbers(standen) == [("ICT", [], ["twee"]), ("Zorg", [], ["een"])]


def test_a_plan_of_two_domains_counts_once(rapport):
    van = rapport(2022, a={"planning": ["Een"]}, b={"planning": ["Een"]})
    naar = rapport(2023, b={"realisaties": ["Een"]})
    assert numbers(per_dienst(follow_up(van, naar), naar)) == [(None, ["een"], [])]


def test_the_table_lines_up_and_adds_up(counted):
    plans = [plan("Een"), *(plan(str(n), "Communicatie en onthaal") for n in range(10))]
    standen = counted(plans, cultuur={"realisaties": [str(n) for n in range(9)]})
    assert table(standen, 2023) == [
        "plannen beantwoord in 2023  plannen  beantwoord  open",
        "Communicatie en onthaal          10           9     1",
        "(zonder dienst)                   1           0     1",
        "samen                            11           9     2",
    ]


def test_a_long_name_makes_its_column_wide(counted):
    lines = table(counted([plan("Een", "Dienst " + "x" * 40)]), 2023)
    assert lines[0].index("open") == 47 + 2 + 7 + 2 + 10 + 2
    assert len({len(line) for line in lines}) == 1


def test_without_plans_there_is_no_table(counted):
    assert table(counted([]), 2023) == ()
