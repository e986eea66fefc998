"""A mistake in rapport.yaml or between the files, and the exact words that the editor reads."""

import pytest

from voortgang.model.regels import REGELN

GOOD = {
    "rapportjaar": "2022",
    "bestuur": "Gemeente Voorbeeldegem",
    "titel": "Voortgangsrapport",
    "domeinen": "[cultuur]",
}
PAIRS = {
    "another year": (
        {"rapportjaar": "2021"},
        "1:14 VG022 het rapportjaar is 2021, maar de map heet 2022",
    ),
    "a year in quotes": ({"rapportjaar": "'2022'"}, "1:14 VG014 'rapportjaar' moet een getal zijn"),
    "no bestuur": ({"bestuur": ""}, "2:1 VG013 'bestuur' is leeg"),
    "a bestuur of spaces": ({"bestuur": "' '"}, "2:1 VG013 'bestuur' is leeg"),
    "an unknown domain": (
        {"domeinen": "[cultuur, cultur]"},
        "4:21 VG020 onbekend domein 'cultur'; bedoelde u 'cultuur'?",
    ),
    "a domain listed twice": (
        {"domeinen": "[cultuur, cultuur]"},
        "4:21 VG020 het domein 'cultuur' staat al op regel 4",
    ),
    "a newer format": (
        {"formaat": "2"},
        "5:10 VG023 deze bestanden hebben formaat 2; dit programma kent formaat 1",
    ),
    "an unknown kader": ({"kader": "mechelse"}, "5:8 VG016 'mechelse' is hier onbekend"),
    "a date as people write it": ({"datum": "12/06/2023"}, "5:8 VG016 '12/06/2023' is geen datum"),
    "a day that is not": ({"datum": "2023-02-30"}, "5:8 VG016 '2023-02-30' is geen datum"),
    "a yes": ({"ontwerp": "yes"}, "5:10 VG016 'ontwerp' is true of false, niet 'yes'"),
    "a quoted true": ({"ontwerp": "'true'"}, "5:10 VG016 'ontwerp' is true of false, niet 'true'"),
    "letters too small": (
        {"presentatie": "{minimale_lettergrootte: 8}"},
        "5:39 VG016 8 is hier te laag",
    ),
    "a contact in one line": (
        {"contact": "Zorg"},
        "5:10 VG014 'contact' heeft eigen sleutels nodig",
    ),
    "an error among the codes to ignore": (
        {"controle": "{negeer: [VG012]}"},
        "5:21 VG016 VG012 is een fout, en fouten kunnen niet worden genegeerd",
    ),
    "a code that is none": ({"controle": "{negeer: [31]}"}, "5:21 VG016 '31' is geen code"),
    "an advice from nobody": ({"nota": "{adviezen: [{van: ''}]}"}, "5:20 VG013 'van' is leeg"),
}


@pytest.mark.parametrize(("changed", "said"), PAIRS.values(), ids=PAIRS)
def test_a_mistake_in_rapport_yaml_is_said_once(read, changed, said):
    lines = [f"{key}: {value}" for key, value in {**GOOD, **changed}.items()]
    reading = read(rapport="\n".join(lines) + "\n")
    assert [f"{f.line}:{f.column} {f.code} {f.message}" for f in reading.findings] == [said]
    assert reading.findings[0].hint
    assert reading.rapport is None


def codes(reading):
    return [(f.file.rpartition("/")[2], f.line, f.code) for f in reading.findings]


def test_a_file_that_is_not_listed_is_an_error(read):
    reading = read(sport="titel: Sport\n")
    assert codes(reading) == [("sport.yaml", 1, "VG020")]


def test_two_domains_do_not_share_a_title(read):
    rapport = "rapportjaar: 2022\nbestuur: B\ntitel: T\ndomeinen: [cultuur, sport]\n"
    reading = read(rapport=rapport, sport="titel: cultuur\n")
    assert codes(reading) == [("sport.yaml", 1, "VG021")]


def test_a_year_without_rapport_yaml_says_so_and_nothing_more(read):
    assert codes(read(rapport=None)) == [("rapport.yaml", 1, "VG001")]


def test_errors_of_all_files_come_in_one_run_in_order(read):
    reading = read(
        rapport="rapportjaar: 2021\ntitel: T\ndomeinen: [cultuur]\n", cultuur="title: X\n"
    )
    assert codes(reading) == [
        ("cultuur.yaml", 1, "VG012"),
        ("rapport.yaml", 1, "VG013"),
        ("rapport.yaml", 1, "VG022"),
    ]


def test_a_broken_file_hides_no_errors_elsewhere_and_causes_none(read):
    rapport = "rapportjaar: 2022\nbestuur: B\ntitel: T\ndomeinen: [cultuur, sport]\n"
    reading = read(
        rapport=rapport, cultuur="titel: Cultuur\nx: 'open\n", sport="titel: S\nfoo: 1\n"
    )
    seen = codes(reading)
    assert ("sport.yaml", 2, "VG012") in seen
    assert {code for file, _, code in seen if file == "cultuur.yaml"} < {
        f"VG0{n:02}" for n in range(12)
    }
    assert not [entry for entry in seen if entry[0] == "rapport.yaml"]


def test_of_a_file_read_in_part_nothing_is_said_to_be_missing(read):
    reading = read(cultuur="planning: &plan [Zomerfeest]\n")
    assert codes(reading) == [("cultuur.yaml", 1, "VG007")]


def test_each_rule_has_its_own_code_and_two_different_examples():
    assert [regel.code for regel in REGELN] == [f"VG0{number}" for number in range(12, 25)]
    assert all(regel.fout != regel.goed for regel in REGELN)


NO_NAME = "is geen naam van een domein: dat is de naam van een bestand, zonder .yaml"


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("cultuur.yaml", f"'cultuur.yaml' {NO_NAME}", "schrijf cultuur"),
        ("../x", f"'../x' {NO_NAME}", "kijk de namen van de bestanden na"),
        ("rapport", "'rapport' is geen domein", "haal het weg uit de lijst"),
    ],
)
def test_an_entry_of_domeinen_that_cannot_be_one(read, name, message, hint):
    lines = {**GOOD, "domeinen": f"[cultuur, {name}]"}
    found = read(rapport="".join(f"{key}: {value}\n" for key, value in lines.items())).findings
    assert [(each.code, each.message, each.hint) for each in found] == [("VG020", message, hint)]
