# ruff: noqa: E501, Q003 -- a table reads best with a row on a line
"""What people type, and what they are told: the file beside the finding, to the letter."""

import pytest
import yaml

from voortgang.model import KEYS
from voortgang.source.yaml.parse import parse_document
from voortgang.source.yaml.regels import REGELN

PAIRS = [
    # text of the file, then each finding: line:column code message | remedy
    ("- x\n-- y", "2:2 VG004 na het streepje van een lijst hoort een spatie | schrijf: - y"),
    ("- x\n======= \n- y", "2:1 VG004 hier staan twee versies van een tekst die git niet kon samenvoegen | kies wat blijft en verwijder de regels met <<<<<<<, ======= en >>>>>>>"),
    ("- a: >\n  tekst\n  b: c", "2:3 VG005 deze tekst springt niet verder in dan de sleutel op regel 1 | zet twee spaties meer voor de regels die bij regel 1 horen"),
    ("- x\n  - y: z", "2:3 VG005 dit streepje springt verder in dan de tekst op regel 1 | zet de streepjes van één lijst recht onder elkaar"),
    ("a: b: c", "1:5 VG004 in deze tekst staat een dubbele punt met een spatie erna | schrijf: a: \"b: c\""),
    ("- Onderzoek: fase 1: start", "1:20 VG004 in deze tekst staat een dubbele punt met een spatie erna | schrijf: - \"Onderzoek: fase 1: start\""),
    ("- Studie en plan: fase 1: start", "1:25 VG004 in deze tekst staat een dubbele punt met een spatie erna | schrijf: - \"Studie en plan: fase 1: start\""),
    ("a:\n  - HR\n  ICT: {b: c}", "3:3 VG005 deze regel springt niet even ver in als de regels waar hij bij hoort | zet hem recht onder zijn buren: hoort hij bij regel 1, dan helemaal vooraan"),
    ("- titel: fase 1: start", "1:16 VG004 in deze tekst staat een dubbele punt met een spatie erna | schrijf: - titel: \"fase 1: start\""),
    ("a:\n  * Plan\nb: 1", "2:3 VG004 een regel van een lijst begint met een streepje, niet met * | schrijf: - Plan"),
    ("a:\n– Energieplan\nb: 1", "2:1 VG004 een regel van een lijst begint met een streepje, niet met – | schrijf: - Energieplan"),
    ("a:\n  - x\n  — Energieplan\nb: 1", "3:3 VG004 een regel van een lijst begint met een streepje, niet met — | schrijf: - Energieplan"),
    ("- titel: x\n  dienst Y", "2:9 VG004 na 'dienst' ontbreekt een dubbele punt | schrijf: dienst: Y"),
    ("titel Welzijn\nplanning:\n- x", "1:6 VG004 na 'titel' ontbreekt een dubbele punt | schrijf: titel: Welzijn"),
    ("a:\n  - x\nplanning\n  - y", "3:9 VG004 na 'planning' ontbreekt een dubbele punt | schrijf: planning:"),
    ("planning: - x", "1:11 VG004 een lijst begint op de regel onder 'planning:' | zet op een nieuwe regel, twee spaties ingesprongen: - x"),
    ("a:\n  - x\n  planning:\n  - y", "3:3 VG005 'planning:' springt in, maar hoort vooraan | zet 'planning:' helemaal vooraan op de regel"),
    ("- @x", "1:3 VG004 een tekst kan niet zonder aanhalingstekens met @ beginnen | schrijf: - \"@x\""),
    ("- %x", "1:3 VG004 een tekst kan niet zonder aanhalingstekens met % beginnen | schrijf: - \"%x\""),
    ("- `x", "1:3 VG004 een tekst kan niet zonder aanhalingstekens met ` beginnen | schrijf: - \"`x\""),
    ("- > 5 %", "1:3 VG004 een tekst kan niet zonder aanhalingstekens met > beginnen | schrijf: - \"> 5 %\""),
    ("a: | x", "1:4 VG004 een tekst kan niet zonder aanhalingstekens met | beginnen | schrijf: a: \"| x\""),
    ("- * x", "1:3 VG004 een tekst kan niet zonder aanhalingstekens met * beginnen | schrijf: - \"* x\""),
    ("- & x", "1:3 VG004 een tekst kan niet zonder aanhalingstekens met & beginnen | schrijf: - \"& x\""),
    ("- \"5\" stuks", "1:6 VG004 na het sluitende aanhalingsteken staat nog tekst | schrijf: - '\"5\" stuks'"),
    ("a: 'foto's'", "1:10 VG004 na het sluitende aanhalingsteken staat nog tekst | schrijf: a: \"foto's\""),
    ("- titel: x\n   d: y", "2:4 VG005 deze regel springt niet even ver in als de regels waar hij bij hoort | zet hem recht onder zijn buren: hoort hij bij regel 1, dan met 2 spaties vooraan"),
    ("a: \"x", "1:4 VG004 het aanhalingsteken dat hier begint, wordt nergens gesloten | schrijf: a: \"x\""),
    ("- 's Avonds open loket", "1:3 VG004 het aanhalingsteken dat hier begint, wordt nergens gesloten | schrijf: - \"'s Avonds open loket\""),
    ("- titel: 's Avonds open loket\n  dienst: x", "1:10 VG004 het aanhalingsteken dat hier begint, wordt nergens gesloten | schrijf: - titel: \"'s Avonds open loket\""),
    ("- 't Stad in bloei\n- x\n- foto's van 't Stad", "1:3 VG004 het aanhalingsteken dat hier begint, wordt nergens gesloten | schrijf: - \"'t Stad in bloei\""),
    ("a:\n  - \"Open\n  - \"b\"\n  - c", "2:5 VG004 het aanhalingsteken dat hier begint, wordt nergens gesloten | schrijf: - \"Open\""),
    ("- titel: \"Open\n  dienst: \"x\"\n  termijn: 2023\n- b", "1:10 VG004 het aanhalingsteken dat hier begint, wordt nergens gesloten | schrijf: - titel: \"Open\""),
    ("- 's-Gravenwezel", "1:3 VG004 het aanhalingsteken dat hier begint, wordt nergens gesloten | schrijf: - \"'s-Gravenwezel\""),
    ("- '22 in cijfers", "1:3 VG004 het aanhalingsteken dat hier begint, wordt nergens gesloten | schrijf: - \"'22 in cijfers\""),
    ("- 'samen sterk", "1:3 VG004 het aanhalingsteken dat hier begint, wordt nergens gesloten | schrijf: - \"samen sterk\""),
    ("- [a\n- b", "1:3 VG004 de haak [ wordt niet gesloten met ] | schrijf: - [a]"),
    ("- [a] b", "1:3 VG004 een tekst kan niet zonder aanhalingstekens met [ beginnen | schrijf: - \"[a] b\""),
    ("a:\n  -Plan\nb: 1\nc:\n-Plan\nd: 1", "5:2 VG004 na het streepje van een lijst hoort een spatie | schrijf: - Plan"),
    ("a: 1\ntitel:Tekst", "2:7 VG004 na 'titel:' hoort een spatie | schrijf: titel: Tekst"),
    ("titel:\u00a0Tekst\nb: 1", "1:7 VG004 na 'titel:' hoort een gewone spatie (hier staat een vaste) | schrijf: titel: Tekst"),
    ("a: “x: y”", "1:4 VG004 gekrulde aanhalingstekens uit Word zijn in YAML gewone letters | schrijf: a: \"x: y\""),
    ("a: \"C:\\q\"", "1:4 VG004 een \\ tussen dubbele aanhalingstekens heeft in YAML een eigen betekenis | schrijf: a: 'C:\\q'"),
    ("a:\n\t- x", "2:1 VG005 deze regel springt in met een tab | gebruik spaties om in te springen, twee per niveau"),
    ("a: x\ty", "1:5 VG003 hier staat een tab | vervang de tab door een spatie"),
    ("a: x\x07", "1:5 VG003 hier staat een stuurteken (U+0007) | verwijder het teken"),
    ("a: x\x85y", "1:5 VG003 hier staat een stuurteken (U+0085) | verwijder het teken"),
    ("a: \ufffe", "1:4 VG003 hier staat een onbestaand teken (U+FFFE) | verwijder het teken"),
    ('a: "\\x07"', "1:4 VG003 in deze tekst staat een stuurteken (U+0007), geschreven met een \\ | verwijder de code met de \\ ervoor"),
    ('a: "\\uD800"', "1:4 VG003 in deze tekst staat een half teken, geschreven met een \\ | verwijder de code met de \\ ervoor"),
    ("a:\n  b: 1\n c: 2", "3:2 VG005 deze regel springt niet even ver in als de regels waar hij bij hoort | zet hem recht onder zijn buren: hoort hij bij regel 2, dan met 2 spaties vooraan"),
    ("- x\n  d: 1", "2:3 VG004 hier staat een sleutel onder een tekst | maak van de tekst op regel 1 een titel: zet er 'titel: ' voor"),
    ("a:\n  - x\n  -\u00a0y", "3:4 VG004 na het streepje staat een vaste spatie, en die telt niet als spatie | schrijf: - y"),
    ("a:\n  - x\n  •\u00a0y", "3:3 VG004 een regel van een lijst begint met een streepje, niet met • | schrijf: - y"),
    ("a: - ", "1:4 VG004 achter 'a:' staat een streepje zonder tekst | schrijf: a:"),
    ("titel; Welzijn\nplanning:\n- x", "1:6 VG004 na 'titel' hoort een dubbele punt, geen ; | schrijf: titel: Welzijn"),
    ("titel = Welzijn\nplanning:\n- x", "1:6 VG004 na 'titel' hoort een dubbele punt, geen = | schrijf: titel: Welzijn"),
    ("- titel: x\n  dienst = Y # Z", "2:9 VG004 na 'dienst' hoort een dubbele punt, geen = | schrijf: dienst: \"Y # Z\""),
    ("a:\n  - x\n  • y: z", "3:3 VG004 een regel van een lijst begint met een streepje, niet met • | schrijf: - \"y: z\""),
    ("a:\n  - x\n  • titel: z", "3:3 VG004 een regel van een lijst begint met een streepje, niet met • | schrijf: - titel: z"),
    ("a: 1\nplanning;\n- x", "2:9 VG004 na 'planning' hoort een dubbele punt, geen ; | schrijf: planning:"),
    ("- ,x", "1:3 VG004 een tekst kan niet zonder aanhalingstekens met , beginnen | schrijf: - \",x\""),
    ("- **Vet**", "1:3 VG004 sterretjes rond een tekst maken hem hier niet vet of schuin | schrijf: - Vet"),
    ("- toelichting: **Vet**", "1:16 VG004 een tekst kan niet zonder aanhalingstekens met * beginnen | schrijf: - toelichting: \"**Vet**\""),
    ("- titel: x\n  - y\n  - z", "2:3 VG005 hier begint een lijst zonder sleutel erboven | zet boven deze regel een regel met evenveel spaties vooraan en deelacties:"),
    ("a: 1\n- y", "2:1 VG005 hier begint een lijst zonder sleutel erboven | zet boven deze regel een regel met evenveel spaties vooraan en realisaties: of planning:"),
    *(
        (f"a: {none}{rest}\n  - y", f"1:4 VG004 achter 'a:' staat {none}, wat leeg betekent, en eronder staat toch iets | schrijf 'a:' met niets erachter")
        for none in ("[]", "[ ]", "{}")
        for rest in ("", "  # nog niets")
    ),
    ("a: []\n- y", "1:4 VG004 achter 'a:' staat [], wat leeg betekent, en eronder staat toch iets | schrijf 'a:' met niets erachter"),
    ("- a: []\n - y", "2:2 VG005 deze regel springt niet even ver in als de regels waar hij bij hoort | zet hem recht onder zijn buren: hoort hij bij regel 1, dan helemaal vooraan"),
    ("- criterium: x\n    y\n  - z", "3:3 VG005 deze lijst hoort bij de tekst op regel 1, maar staat er niet in | schrijf daar 'criterium: |' en zet de tekst en de lijst eronder, twee spaties verder"),
    ("criterium: >-\n  x\n\n- z", "4:1 VG005 deze lijst hoort bij de tekst op regel 1, maar staat er niet in | schrijf daar 'criterium: |' en zet de tekst en de lijst eronder, twee spaties verder"),
    ("- titel: x\n  # y\n   dienst: z", "3:4 VG005 deze regel springt niet even ver in als de regels waar hij bij hoort | zet hem recht onder zijn buren: hoort hij bij regel 1, dan met 2 spaties vooraan"),
    ("a:\n  - x\n b: 1", "3:2 VG005 deze regel springt niet even ver in als de regels waar hij bij hoort | zet hem recht onder zijn buren: hoort hij bij regel 1, dan helemaal vooraan"),
    ("a: \"C:\\users\"", "1:4 VG004 een \\ tussen dubbele aanhalingstekens heeft in YAML een eigen betekenis | schrijf: a: 'C:\\users'"),
    ("- &x", "1:3 VG007 '&x' is in YAML een anker, en dat wordt hier niet gebruikt | zet een tekst die met & begint helemaal tussen aanhalingstekens"),
    ("- !x", "1:3 VG008 een uitroepteken vooraan is in YAML een type, en dat wordt hier niet gebruikt | zet een tekst die met ! begint helemaal tussen aanhalingstekens"),
    ("a: 1\na: 2", "2:1 VG006 de sleutel 'a' staat hier voor de tweede keer (eerst op regel 1) | voeg de twee samen, of verwijder er een"),
    ("- &x 1", "1:3 VG007 '&x' is in YAML een anker, en dat wordt hier niet gebruikt | zet een tekst die met & begint helemaal tussen aanhalingstekens"),
    ("- *x", "1:3 VG007 '*x' is in YAML een verwijzing, en die wordt hier niet gebruikt | zet een tekst die met * begint helemaal tussen aanhalingstekens"),
    ("a:\n  <<: b", "2:3 VG007 samenvoegen met << kan niet | schrijf de gegevens hier voluit"),
    ("- !x y", "1:3 VG008 een uitroepteken vooraan is in YAML een type, en dat wordt hier niet gebruikt | zet een tekst die met ! begint helemaal tussen aanhalingstekens"),
    ("%YAML 1.1\n---\na: 1", "1:1 VG008 een regel die met % begint, is in YAML een aanwijzing; die wordt hier niet gebruikt | verwijder de regel, of schrijf: \"%YAML 1.1\""),
    ("a: 1\n---\nb: 1", "2:1 VG009 hier begint een tweede document | verwijder deze regel, of zet wat volgt in een eigen bestand"),
    ("[" * 21, "1:21 VG010 dit bestand gaat meer dan 20 niveaus diep | kijk de inspringing en de haken [ en { na"),
    ("? [a]\n: b", "1:3 VG011 een sleutel is een woord, geen lijst | schrijf een sleutel, een dubbele punt, een spatie en de tekst: 'titel: Welzijn'"),
    ("- {{ x }}", "1:4 VG011 een tekst die met {{ begint, moet tussen aanhalingstekens staan | zet de hele tekst tussen aanhalingstekens"),
    (" \n", "1:1 VG011 dit bestand is leeg | schrijf er minstens een regel 'titel: …' in, of verwijder het bestand"),
]  # fmt: skip


def said(findings):
    return [f"{f.line}:{f.column} {f.code} {f.message} | {f.hint}" for f in findings]


@pytest.mark.parametrize(("text", "expected"), PAIRS, ids=[repr(text)[:30] for text, _ in PAIRS])
@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["C", "Python"])
def test_each_mistake_has_its_own_message_and_remedy(text, expected, loader):
    _, findings = parse_document("x.yaml", text.encode(), KEYS, loader)
    assert said(findings) == [expected]


def test_all_mistakes_of_a_file_come_in_one_run_each_at_its_line():
    text = "titel: a: b\nrealisaties:\n  - @x\n  - goed\n  - titel: c: d\n    dienst: X\n  - `y\n"
    document, findings = parse_document("x.yaml", text.encode(), KEYS)
    assert [(f.line, f.column) for f in findings] == [(1, 9), (3, 5), (5, 13), (7, 5)]
    assert document.root is None
    assert document.node(("realisaties", 1)).text == "goed"  # and the rest can still be judged


def test_a_line_behind_a_tab_is_still_looked_at():
    text = "titel: x\nrealisaties:\n\t- Plan\n  - %50 minder\n  - goed\n"
    document, findings = parse_document("x.yaml", text.encode(), KEYS)
    assert [(f.line, f.column, f.code) for f in findings] == [(3, 1, "VG005"), (4, 5, "VG004")]
    assert document.root is None
    assert document.doubtful == {3, 4}


@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["plain", "with a byte order mark"])
def test_columns_count_characters(start):
    _, findings = parse_document("x.yaml", f'{start}"🎈é": &x 1\r\nb: &y 2\r\n'.encode(), KEYS)
    assert [(f.line, f.column) for f in findings] == [(1, 7), (2, 4)]


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        ("titel: é".encode("utf-16"), (1, 1), "UTF-16"),
        ("titel: é".encode("utf-16-le"), (1, 1), "UTF-16"),
        ("a: 1\ntitel: café".encode("cp1252"), (2, 11), "'é' in de Windows-codering"),
        (b"\xef\xbb\xbfa: \xe9", (1, 4), "'é' in de Windows-codering"),
    ],
)
def test_another_encoding_is_named_with_the_way_out(content, place, words):
    _, (finding,) = parse_document("x.yaml", content, KEYS)
    assert (finding.line, finding.column) == place
    assert finding.code == "VG002"
    assert words in finding.message
    assert "Kladblok" in finding.hint


def test_codes_are_unique_and_in_range():
    assert [regel.code for regel in REGELN] == [f"VG{number:03}" for number in range(1, 12)]


# These two are about a file's name and its bytes: test_workspace and the test of encodings above.
IN_TEXT = [regel for regel in REGELN if regel.code not in ("VG001", "VG002")]


@pytest.mark.parametrize("regel", IN_TEXT, ids=lambda regel: regel.code)
def test_the_bad_example_is_found_and_the_good_one_is_not(regel):
    _, found = parse_document("x.yaml", regel.fout.encode(), KEYS)
    assert {(each.code, each.severity) for each in found} == {(regel.code, regel.severity)}
    assert parse_document("x.yaml", regel.goed.encode(), KEYS)[1] == ()
