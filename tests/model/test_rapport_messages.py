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
        "schrijf rapportjaar: 2022, of verplaats de bestanden",
    ),
    "a year in quotes": (
        {"rapportjaar": "'2022'"},
        "1:14 VG014 'rapportjaar' moet een getal zijn",
        "laat de aanhalingstekens weg",
    ),
    "no bestuur": ({"bestuur": ""}, "2:1 VG013 'bestuur' is leeg", "vul achter 'bestuur:' iets in"),
    "a bestuur of spaces": (
        {"bestuur": "' '"},
        "2:1 VG013 'bestuur' is leeg",
        "vul achter 'bestuur:' iets in",
    ),
    "an unknown domain": (
        {"domeinen": "[cultuur, cultur]"},
        "4:21 VG020 onbekend domein 'cultur'; bedoelde u 'cultuur'?",
        "schrijf 'cultuur', of maak het bestand data/2022/cultur.yaml",
    ),
    "a domain listed twice": (
        {"domeinen": "[cultuur, cultuur]"},
        "4:21 VG020 het domein 'cultuur' staat al op regel 4",
        "haal één van de twee weg",
    ),
    "a newer format": (
        {"formaat": "2"},
        "5:10 VG023 deze bestanden hebben formaat 2; dit programma kent formaat 1",
        "vernieuw het programma",
    ),
    "an unknown kader": (
        {"kader": "mechelse"},
        "5:8 VG016 'mechelse' is hier onbekend",
        "kies mechelen of leidraad",
    ),
    "a date as people write it": (
        {"datum": "12/06/2023"},
        "5:8 VG016 '12/06/2023' is geen datum",
        "schrijf 2023-06-12",
    ),
    "a day that is not": (
        {"datum": "2023-02-30"},
        "5:8 VG016 '2023-02-30' is geen datum",
        "februari 2023 telt 28 dagen; schrijf jaar-maand-dag",
    ),
    "a day that is not, as people write it": (
        {"datum": "31/06/2023"},
        "5:8 VG016 '31/06/2023' is geen datum",
        "juni 2023 telt 30 dagen; schrijf jaar-maand-dag",
    ),
    "a month that is not": (
        {"datum": "2023-13-01"},
        "5:8 VG016 '2023-13-01' is geen datum",
        "een jaar telt 12 maanden: schrijf de maand als 01 tot 12",
    ),
    "a date in words": (
        {"datum": "12 juni"},
        "5:8 VG016 '12 juni' is geen datum",
        "schrijf jaar-maand-dag, bijvoorbeeld 2023-06-12",
    ),
    "a yes": (
        {"ontwerp": "yes"},
        "5:10 VG016 'ontwerp' is true of false, niet 'yes'",
        "schrijf true",
    ),
    "a no, with a capital": (
        {"ontwerp": "Nee"},
        "5:10 VG016 'ontwerp' is true of false, niet 'Nee'",
        "schrijf false",
    ),
    "neither yes nor no": (
        {"ontwerp": "misschien"},
        "5:10 VG016 'ontwerp' is true of false, niet 'misschien'",
        "schrijf true of false",
    ),
    "a quoted true": (
        {"ontwerp": "'true'"},
        "5:10 VG016 'ontwerp' is true of false, niet 'true'",
        "schrijf true, zonder aanhalingstekens",
    ),
    "letters too small": (
        {"presentatie": "{minimale_lettergrootte: 8}"},
        "5:39 VG016 8 is hier te laag",
        "kies een getal van 12 tot 24",
    ),
    "a contact in one line": (
        {"contact": "Zorg"},
        "5:10 VG014 'contact' heeft eigen sleutels nodig",
        "schrijf ze eronder, ingesprongen: naam:, dienst:, e-mail:",
    ),
    "diensten in a list": (
        {"diensten": "[Zorg, ICT]"},
        "5:11 VG014 onder 'diensten' staat elke naam op een eigen regel",
        "schrijf bijvoorbeeld 'Communicatie:' en eronder, ingesprongen, 'e-mail: …'",
    ),
    "an error among the codes to ignore": (
        {"controle": "{negeer: [VG012]}"},
        "5:21 VG016 VG012 is een fout, en fouten kunnen niet worden genegeerd",
        "haal de code weg en verbeter de fout zelf",
    ),
    "a code that is none": (
        {"controle": "{negeer: [31]}"},
        "5:21 VG016 '31' is geen code",
        "schrijf een code zoals VG031",
    ),
    "an advice from nobody": (
        {"nota": "{adviezen: [{van: ''}]}"},
        "5:20 VG013 'van' is leeg",
        "vul achter 'van:' iets in",
    ),
    "a domain like no other": (
        {"domeinen": "[cultuur, zzz]"},
        "4:21 VG020 onbekend domein 'zzz'",
        "maak het bestand data/2022/zzz.yaml",
    ),
    "a format that never was": (
        {"formaat": "0"},
        "5:10 VG016 formaat 0 bestaat niet",
        "schrijf formaat: 1",
    ),
    "a format that is no number": (
        {"formaat": "een"},
        "5:10 VG014 'formaat' moet een getal zijn, niet 'een'",
        "schrijf een geheel getal in cijfers",
    ),
    "a code that is a list": (
        {"controle": "{negeer: [[VG031]]}"},
        "5:21 VG014 'negeer' is een lijst met een lijst erin",
        "zet elk onderdeel achter één streepje, of alle samen tussen één paar haken",
    ),
    "a list of codes that is none": (
        {"controle": "{negeer: VG031}"},
        "5:20 VG014 'negeer' moet een lijst zijn",
        "schrijf negeer: [VG031]",
    ),
    "organen that are no list": (
        {"nota": "{organen: gemeenteraad}"},
        "5:17 VG014 'organen' moet een lijst zijn",
        "schrijf organen: [gemeenteraad]",
    ),
    "a bestuur with a colon": (
        {"bestuur": "{Gemeente: Voorbeeldegem}"},
        "2:10 VG019 een tekst die met { of ? begint, moet tussen aanhalingstekens staan",
        "zet de hele tekst tussen aanhalingstekens",
    ),
    "a titel with nothing after it": (
        {"titel": ""},
        "3:1 VG015 'titel' is leeg",
        "vul achter 'titel:' iets in",
    ),
}


@pytest.mark.parametrize(("changed", "said", "hint"), PAIRS.values(), ids=PAIRS)
def test_a_mistake_in_rapport_yaml_is_said_once_with_its_remedy(read, changed, said, hint):
    lines = [f"{key}: {value}" for key, value in {**GOOD, **changed}.items()]
    reading = read(rapport="\n".join(lines) + "\n")
    assert [f"{f.line}:{f.column} {f.code} {f.message}" for f in reading.findings] == [said]
    assert reading.findings[0].hint == hint
    assert reading.rapport is None


def codes(reading):
    return [(f.file.rpartition("/")[2], f.line, f.code) for f in reading.findings]


def told(reading):
    """The last part of the file, the place, the code, the message and the remedy."""
    return [
        (f.file.rpartition("/")[2], f"{f.line}:{f.column}", f.code, f.message, f.hint)
        for f in reading.findings
    ]


def test_a_file_that_is_not_listed_is_an_error(read):
    assert told(read(sport="titel: Sport\n")) == [
        (
            "sport.yaml",
            "1:1",
            "VG020",
            "het domein 'sport' staat niet in de lijst 'domeinen' van rapport.yaml",
            "voeg daar 'sport' toe, of verwijder dit bestand",
        )
    ]


def test_two_domains_do_not_share_a_title(read):
    rapport = "rapportjaar: 2022\nbestuur: B\ntitel: T\ndomeinen: [cultuur, sport]\n"
    assert told(read(rapport=rapport, sport="titel: cultuur\n")) == [
        (
            "sport.yaml",
            "1:8",
            "VG021",
            "het domein 'cultuur' heeft ook de titel 'cultuur'",
            "geef elk domein een eigen titel",
        )
    ]


def test_a_domain_without_a_title_does_not_hide_two_that_share_one(read):
    rapport = "rapportjaar: 2022\nbestuur: B\ntitel: T\ndomeinen: [cultuur, sport, zorg]\n"
    reading = read(rapport=rapport, cultuur="planning:\n", sport="titel: S\n", zorg="titel: s\n")
    assert codes(reading) == [("cultuur.yaml", 1, "VG013"), ("zorg.yaml", 1, "VG021")]


@pytest.mark.parametrize("text", ["- Zomerfeest\n", "Zomerfeest\n"])
def test_a_file_without_keys(read, text):
    assert told(read(cultuur=text)) == [
        (
            "cultuur.yaml",
            "1:1",
            "VG014",
            "dit bestand heeft sleutels nodig",
            "begin met een regel 'titel: …'",
        )
    ]


@pytest.mark.parametrize("text", ["", "# nog niets\n", "---\n"])
def test_an_empty_file_is_said_to_be_empty_and_nothing_more(read, text):
    assert codes(read(cultuur=text)) == [("cultuur.yaml", 1, "VG011")]
    assert codes(read(rapport=text)) == [("rapport.yaml", 1, "VG011")]


def domeinen(read, typed, **files):
    lines = {**GOOD, "domeinen": typed}
    text = "".join(f"{key}: {value}\n" for key, value in lines.items())
    return read(rapport=text, **files)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("[cultuur, '']", [("VG015", "lege regel in de lijst")]),
        ("[cultuur, [x]]", [("VG014", "'domeinen' is een lijst met een lijst erin")]),
        (
            "[cultuur, cultuur, zzz]",
            [
                ("VG020", "het domein 'cultuur' staat al op regel 4"),
                ("VG020", "onbekend domein 'zzz'"),
            ],
        ),
        ("cultuur", [("VG014", "'domeinen' moet een lijst zijn")]),
    ],
)
def test_each_entry_of_domeinen_is_looked_at_by_itself(read, typed, said):
    assert [(f.code, f.message) for f in domeinen(read, typed).findings] == said


def test_an_entry_with_the_end_of_a_file_means_that_file_and_no_other(read):
    reading = domeinen(read, "[cultuur.yaml]", **{"cultuur-yaml": "titel: X\n"})
    hints = [each.hint for each in reading.findings if each.file == "data/2022/rapport.yaml"]
    assert hints == ["schrijf cultuur"]


def test_a_dash_that_steps_in_hides_no_file_and_makes_no_name_of_two(read):
    reading = domeinen(read, "\n  - cultuur\n     - sport\n", sport="titel: Sport\n")
    assert [(f.line, f.code, f.message, f.hint) for f in reading.findings] == [
        (
            6,
            "VG020",
            "dit streepje springt verder in dan dat erboven",
            "zet de streepjes van één lijst recht onder elkaar",
        )
    ]


def test_domeinen_on_one_line_without_brackets(read):
    assert domeinen(read, "cultuur").findings[0].hint == "schrijf domeinen: [cultuur]"


def test_an_entry_that_is_no_yaml_hides_no_other(read):
    reading = domeinen(read, "\n  - cultuur\n  - @sport\n  - zzz")
    assert codes(reading) == [("rapport.yaml", 6, "VG004"), ("rapport.yaml", 7, "VG020")]


def test_an_error_in_one_domain_does_not_hide_that_another_has_no_file(read):
    reading = domeinen(read, "[cultuur, zzz]", cultuur="titel: C\nfoo: 1\n")
    assert codes(reading) == [("cultuur.yaml", 2, "VG012"), ("rapport.yaml", 4, "VG020")]


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
    reading = read(rapport=rapport, cultuur="titel: Cultuur\nx: 'open\n", sport="foo: 1\n")
    seen = codes(reading)
    assert ("sport.yaml", 1, "VG012") in seen
    assert ("sport.yaml", 1, "VG013") in seen
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


def test_a_file_with_a_capital_is_told_once(read):
    assert told(read(cultuur=None, Cultuur="titel: Cultuur\n")) == [
        (
            "Cultuur.yaml",
            "1:1",
            "VG001",
            (
                "de naam van dit bestand heeft andere tekens dan kleine letters, cijfers en "
                "koppeltekens"
            ),
            "hernoem het bestand tot cultuur.yaml",
        )
    ]


@pytest.mark.parametrize("typed", ["Sport-en-spel", "sport en spel", "sport_en_spel"])
def test_an_entry_of_domeinen_written_as_a_title_is_understood(read, typed):
    reading = domeinen(read, f"[cultuur, {typed}]", **{"sport-en-spel": "titel: Sport\n"})
    assert told(reading) == [
        (
            "rapport.yaml",
            "4:21",
            "VG020",
            f"onbekend domein '{typed}'; bedoelde u 'sport-en-spel'?",
            "schrijf 'sport-en-spel'",
        )
    ]


def test_a_file_whose_name_is_wrong_is_not_offered(read):
    reading = domeinen(read, "[cultur]", cultuur=None, Cultuur="titel: Cultuur\n")
    assert [f.message for f in reading.findings if f.code == "VG020"] == [
        "onbekend domein 'cultur'"
    ]


def test_a_domain_that_notepad_named_is_not_asked_for_once_more(read):
    reading = read(cultuur=None, **{"cultuur.yaml.txt": "titel: Cultuur\n"})
    assert codes(reading) == [("cultuur.yaml.txt", 1, "VG001")]
