"""A mistake in a domain's file, and the exact words that the editor reads."""

import pytest

PAIRS = {
    "a key that is misspelt": (
        "titel: Cultuur\nrealisatie:\n  - Zomerfeest\n",
        "2:1 VG012 onbekende sleutel 'realisatie'; bedoelde u 'realisaties'?",
        "schrijf 'realisaties:'",
    ),
    "a key with a capital": (
        "Titel: Cultuur\n",
        "1:1 VG012 onbekende sleutel 'Titel'; bedoelde u 'titel'?",
        "schrijf 'titel:'",
    ),
    "a key that resembles nothing": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    zzz: 1\n",
        "4:5 VG012 onbekende sleutel 'zzz'",
        (
            "wel bekend: titel, id, deelacties, toelichting, dienst, termijn, mjp, sdg, "
            "aanbeveling, aanbevelingen, bewijs, vervolg_op, reden"
        ),
    ),
    "a status, which nobody types": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    status: klaar\n",
        "4:5 VG012 onbekende sleutel 'status'",
        "haal de regel weg: hoe iets staat, volgt uit de lijst waarin een actie staat",
    ),
    "no title": (
        "realisaties:\n  - Zomerfeest\n",
        "1:1 VG013 de verplichte sleutel 'titel' ontbreekt",
        "voeg een regel 'titel: …' toe",
    ),
    "a title with nothing after it": (
        "titel:\n",
        "1:1 VG015 'titel' is leeg",
        "vul achter 'titel:' iets in",
    ),
    "an actie without a title": (
        "titel: Cultuur\nplanning:\n  - dienst: Zorg\n",
        "3:5 VG013 de verplichte sleutel 'titel' ontbreekt",
        "voeg een regel 'titel: …' toe",
    ),
    "a score for what is no risk": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    kans: 3\n",
        "4:5 VG012 onbekende sleutel 'kans'",
        (
            "wel bekend: titel, id, deelacties, toelichting, dienst, termijn, mjp, sdg, "
            "aanbeveling, aanbevelingen, bewijs, vervolg_op, reden"
        ),
    ),
    "a score in words": (
        "titel: Cultuur\nrisicos:\n  - titel: Uitval\n    kans: hoog\n    impact: 3\n",
        "4:11 VG014 'kans' moet een getal zijn, niet 'hoog'",
        "schrijf een geheel getal in cijfers",
    ),
    "a score that is no whole number": (
        "titel: Cultuur\nrisicos:\n  - titel: Uitval\n    kans: 0,5\n    impact: 3\n",
        "4:11 VG014 'kans' moet een getal zijn, niet '0,5'",
        "schrijf een geheel getal in cijfers",
    ),
    "maturity without a level": (
        "titel: Cultuur\nmaturiteit: {doel: 3}\n",
        "2:13 VG013 de verplichte sleutel 'niveau' ontbreekt",
        "voeg een regel 'niveau: …' toe",
    ),
    "a text where a list belongs": (
        "titel: Cultuur\nrealisaties: Zomerfeest\n",
        "2:14 VG014 'realisaties' moet een lijst zijn",
        "zet onder 'realisaties:' elk onderdeel op een eigen regel, achter een streepje",
    ),
    "a list where a text belongs": (
        "titel: [Cultuur]\n",
        "1:8 VG014 'titel' moet een tekst zijn, geen lijst",
        "zet de tekst achter 'titel:', zonder streepje of haken",
    ),
    "a title in quotes with only spaces": (
        "titel: '  '\n",
        "1:8 VG015 de titel is leeg",
        "vul een titel in",
    ),
    "a title over two lines": (
        "titel: |\n  Cultuur\n  en meer\n",
        "1:8 VG016 een titel staat op één regel",
        "gebruik 'toelichting:' voor meer tekst",
    ),
    "a termijn in words": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    termijn: voorjaar 2023\n",
        "4:14 VG016 'voorjaar 2023' is geen termijn",
        "schrijf 2023-Q2",
    ),
    "a termijn as people write a date": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    termijn: 31/5/2023\n",
        "4:14 VG016 '31/5/2023' is geen termijn",
        "schrijf 2023-05-31",
    ),
    "a termijn on a day that is not": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    termijn: 2023-06-31\n",
        "4:14 VG016 '2023-06-31' is geen termijn",
        "juni 2023 telt 30 dagen; schrijf jaar-maand-dag",
    ),
    "a termijn in a month that is not": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    termijn: 2023-13\n",
        "4:14 VG016 '2023-13' is geen termijn",
        "een jaar telt 12 maanden: schrijf de maand als 01 tot 12",
    ),
    "an sdg that is none": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    sdg: [3, 18]\n",
        "4:14 VG016 18 is hier te hoog",
        "kies een getal van 1 tot 17",
    ),
    "an sdg that is no list": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    sdg: 3\n",
        "4:10 VG014 'sdg' moet een lijst zijn",
        "schrijf sdg: [3]",
    ),
    "sdg's as people write them": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    sdg: SDG 8, 9 en 18\n",
        "4:10 VG014 'sdg' moet een lijst zijn",
        "schrijf sdg: [8, 9]",
    ),
    "an sdg that is none, and no list": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    sdg: 18\n",
        "4:10 VG014 'sdg' moet een lijst zijn",
        "schrijf getallen van 1 tot 17, bijvoorbeeld sdg: [8, 9]",
    ),
    "a target of an sdg": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    sdg: 8.2\n",
        "4:10 VG014 'sdg' moet een lijst zijn",
        "schrijf getallen van 1 tot 17, bijvoorbeeld sdg: [8, 9]",
    ),
    "an sdg with its name": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    sdg: [SDG 8]\n",
        "4:11 VG014 'sdg' moet een getal zijn, niet 'SDG 8'",
        "schrijf 8",
    ),
    "an id with spaces": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    id: Groot Feest\n",
        (
            "4:9 VG016 'Groot Feest' is geen geldige id: enkel kleine letters, cijfers en enkele "
            "koppeltekens"
        ),
        "schrijf groot-feest",
    ),
    "an id that is too long": (
        f"titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    id: {'a' * 201}\n",
        "4:9 VG016 deze id is langer dan 200 tekens",
        "kies een kortere id",
    ),
    "the same actie twice, as texts": (
        "titel: Cultuur\nplanning:\n  - Zomerfeest\n  - zomerfeest!\n",
        "4:5 VG017 de actie 'zomerfeest' op regel 4 staat al op regel 3",
        (
            "haal er één weg, of geef deze een eigen id: 'titel: zomerfeest!' met eronder "
            "'id: zomerfeest-2'"
        ),
    ),
    "the same actie twice, with a colon in its title": (
        "titel: Cultuur\nplanning:\n  - 'Fase 1: plan'\n  - 'Fase 1: plan'\n",
        "4:5 VG017 de actie 'fase-1-plan' op regel 4 staat al op regel 3",
        (
            "haal er één weg, of geef deze een eigen id: 'titel: \"Fase 1: plan\"' met eronder "
            "'id: fase-1-plan-2'"
        ),
    ),
    "the same actie twice, the second with details": (
        "titel: Cultuur\nplanning:\n  - Zomerfeest\n  - titel: Zomerfeest\n    dienst: Zorg\n",
        "4:5 VG017 de actie 'zomerfeest' op regel 4 staat al op regel 3",
        "haal er één weg, of geef deze een eigen id: 'id: zomerfeest-2'",
    ),
    "a plan that fell without a reason": (
        "titel: Cultuur\nvervallen:\n  - Zomerfeest\n",
        "3:5 VG018 een vervallen plan heeft een reden nodig",
        "schrijf 'titel: …' en eronder 'reden: …'",
    ),
    "a reason where none belongs": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    reden: Geen geld\n",
        "4:5 VG018 een reden staat alleen bij een actie in 'vervallen'",
        "gebruik 'toelichting:', of verplaats de actie naar 'vervallen:'",
    ),
    "a text with a colon": (
        "titel: Cultuur\nrealisaties:\n  - Welzijn: opleidingen\n",
        "3:5 VG019 een tekst met een dubbele punt moet tussen aanhalingstekens staan",
        'schrijf "Welzijn: opleidingen"',
    ),
    "a text with a colon, quotes and a backslash": (
        'titel: Cultuur\nrealisaties:\n  - Het "plan": C\\D\n',
        "3:5 VG019 een tekst met een dubbele punt moet tussen aanhalingstekens staan",
        'schrijf "Het \\"plan\\": C\\\\D"',
    ),
    "a text with a colon at its end": (
        "titel: Cultuur\nrealisaties:\n  - 'Welzijn':\n",
        "3:5 VG019 een tekst met een dubbele punt moet tussen aanhalingstekens staan",
        'schrijf "Welzijn:"',
    ),
    "an actie of two words for a key": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    Vervolg op: winterfeest\n",
        "4:5 VG012 onbekende sleutel 'Vervolg op'; bedoelde u 'vervolg_op'?",
        "schrijf 'vervolg_op:'",
    ),
    "a toelichting that became a list": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    toelichting:\n      - Een\n",
        "5:7 VG014 'toelichting' moet een tekst zijn, geen lijst",
        "schrijf 'toelichting: |' en laat de lijst eronder staan: dan is ze tekst",
    ),
    "a criterium that became a list": (
        "titel: Cultuur\ncriterium:\n  - Een\n",
        "3:3 VG014 'criterium' moet een tekst zijn, geen lijst",
        "schrijf 'criterium: |' en laat de lijst eronder staan: dan is ze tekst",
    ),
    "a dienst with keys of its own": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    dienst:\n      naam: {a: b}\n",
        "5:7 VG014 'dienst' moet een tekst zijn",
        "zet de tekst op deze regel",
    ),
    "a dienst of empty braces": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    dienst: {}\n",
        "4:13 VG014 'dienst' moet een tekst zijn",
        "zet de tekst op deze regel",
    ),
    "a long title twice": (
        f"titel: Cultuur\nplanning:\n  - {'a' * 197}-bc\n  - titel: {'a' * 197}-bc\n",
        f"4:5 VG017 de actie '{'a' * 197}-bc' op regel 4 staat al op regel 3",
        f"haal er één weg, of geef deze een eigen id: 'id: {'a' * 197}-2'",
    ),
    "a text in braces": (
        "titel: Cultuur\nrealisaties:\n  - {Welzijn}\n",
        "3:5 VG019 een tekst die met { of ? begint, moet tussen aanhalingstekens staan",
        "zet de hele tekst tussen aanhalingstekens",
    ),
    "a text that begins with a question mark": (
        "titel: Cultuur\nplanning:\n  - ? Waarom\n",
        "3:5 VG019 een tekst die met { of ? begint, moet tussen aanhalingstekens staan",
        "zet de hele tekst tussen aanhalingstekens",
    ),
    "a text with a colon among deelacties": (
        "titel: Cultuur\nrealisaties:\n  - titel: Welzijn\n    deelacties:\n      - Nu: later\n",
        "5:9 VG019 een tekst met een dubbele punt moet tussen aanhalingstekens staan",
        'schrijf "Nu: later"',
    ),
    "deelacties right under a text": (
        "titel: Cultuur\nrealisaties:\n  - Welzijn:\n      - Bevraging\n",
        "3:5 VG019 na 'Welzijn:' volgt een lijst, maar 'Welzijn' is geen sleutel",
        "schrijf 'titel: Welzijn' en zet de lijst eronder achter 'deelacties:'",
    ),
    "an entry over two lines": (
        "titel: Cultuur\nplanning:\n  - |\n    Zomerfeest\n    en meer\n",
        "3:5 VG016 een titel staat op één regel",
        "gebruik 'toelichting:' voor meer tekst",
    ),
    "the same id of their own twice": (
        "titel: Cultuur\nplanning:\n  - {titel: Een, id: x}\n  - {titel: Twee, id: x}\n",
        "4:5 VG017 de actie 'x' op regel 4 staat al op regel 3",
        "haal er één weg, of geef deze een eigen id: 'id: x-2'",
    ),
    "an id that is wrong, of an actie that stands there twice": (
        "titel: Cultuur\nplanning:\n  - {titel: Feest, id: A B}\n  - Feest\n",
        "3:24 VG016 'A B' is geen geldige id: enkel kleine letters, cijfers en enkele koppeltekens",
        "schrijf a-b",
    ),
    "a title as long as an id may be, twice": (
        f"titel: Cultuur\nplanning:\n  - titel: {'a' * 200}\n  - titel: {'a' * 200}\n",
        f"4:5 VG017 de actie '{'a' * 200}' op regel 4 staat al op regel 3",
        f"haal er één weg, of geef deze een eigen id: 'id: {'a' * 198}-2'",
    ),
    "a mapping with a title of which no id can be made": (
        "titel: Cultuur\nrealisaties:\n  - titel: ★★★\n",
        "3:5 VG024 van de titel '★★★' is geen id te maken",
        "geef een eigen id: 'id: een-naam'",
    ),
    "a title of which no id can be made": (
        "titel: Cultuur\nrealisaties:\n  - ★★★\n",
        "3:5 VG024 van de titel '★★★' is geen id te maken",
        "geef een eigen id: 'titel: ★★★' met eronder 'id: een-naam'",
    ),
    "a reden that is a list": (
        "titel: Cultuur\nvervallen:\n  - titel: Zomerfeest\n    reden: [geen geld]\n",
        "4:12 VG014 'reden' moet een tekst zijn, geen lijst",
        "zet de tekst achter 'reden:', zonder streepje of haken",
    ),
    "a termijn that goes on in a line that is no YAML": (
        "titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    termijn: 2023\n      @x y: z\n",
        "5:7 VG004 een tekst kan niet zonder aanhalingstekens met @ beginnen",
        'schrijf: "@x y: z"',
    ),
    "a list in a list": (
        "titel: Cultuur\nrealisaties:\n  - - Zomerfeest\n",
        "3:5 VG014 een lijst in een lijst",
        "zet elke actie achter één streepje",
    ),
}


@pytest.mark.parametrize(("text", "said", "hint"), PAIRS.values(), ids=PAIRS)
def test_a_mistake_is_said_once_with_its_remedy(read, text, said, hint):
    reading = read(cultuur=text)
    assert [f"{f.line}:{f.column} {f.code} {f.message}" for f in reading.findings] == [said]
    assert reading.findings[0].hint == hint
    assert reading.findings[0].file == "data/2022/cultuur.yaml"
    assert reading.rapport is None


def test_a_key_with_keys_of_its_own_is_no_text_with_a_colon(read):
    reading = read(cultuur="titel: Cultuur\nrealisaties:\n  - Welzijn: {zzz: 1}\n")
    assert [(f.code, f.message) for f in reading.findings] == [
        ("VG012", "onbekende sleutel 'Welzijn'"),
        ("VG013", "de verplichte sleutel 'titel' ontbreekt"),
    ]


def test_an_empty_dash_is_an_error(read):
    reading = read(cultuur="titel: Cultuur\nrealisaties:\n  - Zomerfeest\n  -\n")
    assert [(f.line, f.code, f.message, f.hint) for f in reading.findings] == [
        (
            4,
            "VG015",
            "lege regel in de lijst",
            "vul achter het streepje iets in, of haal het weg",
        )
    ]


MEANT = {
    "Q2 2023": "2023-Q2",
    "2023 q2": "2023-Q2",
    "kwartaal 3 2023": "2023-Q3",
    "mei 2023": "2023-05",
    "5/2023": "2023-05",
}


@pytest.mark.parametrize(("typed", "meant"), MEANT.items(), ids=MEANT)
def test_a_termijn_in_another_order_is_understood(read, typed, meant):
    text = f"titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    termijn: {typed}\n"
    (finding,) = read(cultuur=text).findings
    assert (finding.code, finding.hint) == ("VG016", f"schrijf {meant}")


@pytest.mark.parametrize(
    "typed", ["einde legislatuur", "Q5 2023", "123/2023", "9" * 5000 + " 2023"]
)
def test_no_termijn_is_made_up(read, typed):
    text = f"titel: Cultuur\nplanning:\n  - titel: Zomerfeest\n    termijn: {typed}\n"
    (finding,) = read(cultuur=text).findings
    assert "2023-Q2, 2023-05" in finding.hint
