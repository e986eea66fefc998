"""One value, each reader: what it gives, and the exact words where it gives nothing."""

from datetime import date

import pytest

from voortgang.model.values import (
    read_any_id,
    read_bool,
    read_choice,
    read_date,
    read_id,
    read_ids,
    read_list,
    read_number,
    read_paragraphs,
    read_part,
    read_termijn,
    read_text,
    read_titel,
    read_words,
    whole_number,
)
from voortgang.model.walk import Walk, near_name
from voortgang.source import parse_document


def read(reader, typed):
    """Read what stands behind a key `sleutel:`; give the value, and what is said.

    Instead of a reader may stand what makes it, with its arguments.
    """
    if isinstance(reader, tuple):
        make, *arguments = reader
        reader = make(*arguments)
    document, findings = parse_document("x.yaml", f"sleutel: {typed}\n".encode())
    assert findings == ()
    walk = Walk("x.yaml")
    value = reader(walk, "sleutel", document.root.entries[0][1])
    return value, [(f"{f.line}:{f.column}", f.code, f.message, f.hint) for f in walk.findings]


@pytest.mark.parametrize(
    ("reader", "typed", "value"),
    [
        (read_text, "' Zorg '", "Zorg"),
        (read_text, "|\n  Dienst \n\n   Zorg\n", "Dienst Zorg"),
        (read_text, "' '", None),
        (read_text, "|\n  Dienst\n  Zorg\n", "Dienst Zorg"),
        (read_paragraphs, "|\n  Een.\n\n  Twee.\n", "Een.\n\nTwee."),
        (read_paragraphs, "' '", None),
        (read_titel, "' Zomer  feest '", "Zomer  feest"),
        (read_id, "zomerfeest-2", "zomerfeest-2"),
        (read_id, "a" * 200, "a" * 200),
        (read_any_id, "a" * 201, "a" * 201),
        (read_id, "' '", None),
        (read_ids, "zomerfeest", ("zomerfeest",)),
        (read_ids, "[zomerfeest, winterfeest]", ("zomerfeest", "winterfeest")),
        (read_ids, "' '", None),
        (read_date, "2023-06-12", date(2023, 6, 12)),
        (read_date, "' '", None),
        (read_termijn, "' '", None),
        (whole_number, "0", 0),
        (whole_number, "-12", -12),
        (whole_number, "999999999", 999999999),
        ((read_number, 1, 17), "1", 1),
        ((read_number, 1, 17), "17", 17),
        (read_bool, "true", True),
        (read_bool, "false", False),
        ((read_choice, "mechelen", "leidraad"), "leidraad", "leidraad"),
        ((read_choice, "mechelen", "leidraad"), "' '", None),
        ((read_list, read_text), "[een, twee]", ("een", "twee")),
        ((read_list, read_text), "[]", ()),
        ((read_part, {"naam": read_text}), "{naam: An}", {"naam": "An"}),
        ((read_part, {"naam": read_text}), "{}", {}),
        (
            read_words,
            "{MJP: meerjarenplan, ' BBC ': ' beleid '}",
            {"MJP": "meerjarenplan", "BBC": "beleid"},
        ),
        (read_words, "{MJP: , BBC: '', ' ': leeg}", {}),
    ],
)
def test_a_value_as_it_is_meant(reader, typed, value):
    assert read(reader, typed) == (value, [])


FORMS = "schrijf een jaar, kwartaal, maand of dag: 2023, 2023-Q2, 2023-05 of 2023-05-31"
NO_ID = "is geen geldige id: enkel kleine letters, cijfers en enkele koppeltekens"


@pytest.mark.parametrize(
    ("reader", "typed", "code", "message", "hint"),
    [
        (
            read_text,
            "[Zorg]",
            "VG014",
            "'sleutel' moet een tekst zijn, geen lijst",
            "zet de tekst achter 'sleutel:', zonder streepje of haken",
        ),
        (
            read_paragraphs,
            "[Zorg]",
            "VG014",
            "'sleutel' moet een tekst zijn, geen lijst",
            "zet de tekst achter 'sleutel:', zonder streepje of haken",
        ),
        (read_titel, "' '", "VG015", "de titel is leeg", "vul een titel in"),
        (
            read_titel,
            "|\n  Een\n  twee\n",
            "VG016",
            "een titel staat op één regel",
            "gebruik 'toelichting:' voor meer tekst",
        ),
        (read_id, "Groot feest", "VG016", f"'Groot feest' {NO_ID}", "schrijf groot-feest"),
        (read_ids, "★", "VG016", f"'★' {NO_ID}", "schrijf bijvoorbeeld nieuw-intranet"),
        (
            read_id,
            "a" * 201,
            "VG016",
            "deze id is langer dan 200 tekens",
            "kies een kortere id",
        ),
        (read_termijn, "ooit", "VG016", "'ooit' is geen termijn", FORMS),
        (
            read_date,
            "12.6.2023",
            "VG016",
            "'12.6.2023' is geen datum",
            "schrijf 2023-06-12",
        ),
        *(
            (
                read_date,
                typed,
                "VG016",
                f"'{typed}' is geen datum",
                hint,
            )
            for typed, hint in (
                ("2023-6-12", "schrijf jaar-maand-dag, bijvoorbeeld 2023-06-12"),
                ("2023-06-00", "juni 2023 telt 30 dagen"),
                ("2023-06-31", "juni 2023 telt 30 dagen"),
                ("0000-06-31", "schrijf jaar-maand-dag, bijvoorbeeld 2023-06-12"),
                ("31/6/2023", "juni 2023 telt 30 dagen; schrijf jaar-maand-dag"),
            )
        ),
        *(
            (
                whole_number,
                typed,
                "VG014",
                f"'sleutel' moet een getal zijn, niet '{typed}'",
                "schrijf het getal in cijfers, zonder nul vooraan",
            )
            for typed in ("acht", "08", "1000000000", "1.5")
        ),
        (
            whole_number,
            "'8'",
            "VG014",
            "'sleutel' moet een getal zijn",
            "laat de aanhalingstekens weg",
        ),
        (
            (read_number, 12, 24),
            "acht",
            "VG014",
            "'sleutel' moet een getal zijn, niet 'acht'",
            "schrijf het getal in cijfers, zonder nul vooraan",
        ),
        (
            (read_number, 12, 24),
            "11",
            "VG016",
            "11 is hier te laag",
            "kies een getal van 12 tot 24",
        ),
        (
            (read_number, 12, 24),
            "25",
            "VG016",
            "25 is hier te hoog",
            "kies een getal van 12 tot 24",
        ),
        (
            read_bool,
            "yes",
            "VG016",
            "'sleutel' is true of false, niet 'yes'",
            "schrijf true",
        ),
        (
            read_bool,
            "'true'",
            "VG016",
            "'sleutel' is true of false, niet 'true'",
            "schrijf true, zonder aanhalingstekens",
        ),
        (
            read_bool,
            "[true]",
            "VG014",
            "'sleutel' moet een tekst zijn, geen lijst",
            "zet de tekst achter 'sleutel:', zonder streepje of haken",
        ),
        (
            (read_choice, "mechelen", "leidraad"),
            "mechelse",
            "VG016",
            "'mechelse' is hier onbekend",
            "kies mechelen of leidraad",
        ),
        (
            (read_choice, "mechelen"),
            "[mechelen]",
            "VG014",
            "'sleutel' moet een tekst zijn, geen lijst",
            "zet de tekst achter 'sleutel:', zonder streepje of haken",
        ),
        (
            (read_part, {"naam": read_text, "dienst": read_text}),
            "An",
            "VG014",
            "'sleutel' heeft eigen sleutels nodig",
            "schrijf ze eronder, ingesprongen: naam:, dienst:",
        ),
        (
            read_words,
            "MJP",
            "VG014",
            "onder 'sleutel' staat elke afkorting met haar betekenis",
            "schrijf bijvoorbeeld MJP: meerjarenplan",
        ),
    ],
)
def test_a_value_that_cannot_be_is_said_at_its_place(reader, typed, code, message, hint):
    assert read(reader, typed) == (None, [("1:10", code, message, hint)])


@pytest.mark.parametrize(
    "reader", [read_text, read_id, read_ids, read_termijn, read_date, whole_number, read_bool]
)
def test_where_no_text_stands_the_key_is_named(reader):
    value, ((_, code, message, hint),) = read(reader, "{}")
    assert value is None
    assert (code, message) == ("VG014", "'sleutel' moet een tekst zijn")
    assert hint == "zet de tekst op deze regel"


@pytest.mark.parametrize("reader", [read_ids, (read_list, read_text)])
def test_where_no_text_stands_in_a_list_the_key_is_named_too(reader):
    value, said = read(reader, "[een, {}]")
    assert value == ("een",)
    assert [message for _, _, message, _ in said] == ["'sleutel' moet een tekst zijn"]


def test_what_is_wrong_in_a_list_is_left_out_and_said():
    value, said = read(read_list(read_number(1, 17)), "[3, 18, ' ', 5]")
    assert value == (3, 5)
    assert [(code, message) for _, code, message, _ in said] == [
        ("VG016", "18 is hier te hoog"),
        ("VG015", "lege regel in de lijst"),
    ]
    assert said[1][3] == "vul achter het streepje iets in, of haal het weg"


def test_a_list_that_is_none_gives_an_empty_one():
    hint = "zet onder 'sleutel:' elk onderdeel op een eigen regel, achter een streepje"
    said = [("1:10", "VG014", "'sleutel' moet een lijst zijn", hint)]
    assert read(read_list(read_text), "een") == ((), said)


def test_a_part_says_what_it_must_hold():
    value, said = read(read_part({"van": read_text}, ("van",)), "{}")
    assert value == {}
    assert said == [
        (
            "1:10",
            "VG013",
            "de verplichte sleutel 'van' ontbreekt",
            "voeg een regel 'van: …' toe",
        )
    ]


def test_the_meaning_of_a_word_is_a_text():
    value, said = read(read_words, "{MJP: [meerjarenplan], BBC: beleid}")
    assert value == {"BBC": "beleid"}
    assert [message for _, _, message, _ in said] == ["'MJP' moet een tekst zijn, geen lijst"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1/2023", "2023-01"),
        ("2023 12", "2023-12"),
        ("Q1 2023", "2023-Q1"),
        ("2023-K4", "2023-Q4"),
        ("januari 2023", "2023-01"),
        ("DECEMBER 2023", "2023-12"),
        ("2e kwartaal 2023", "2023-Q2"),
        ("3de kwartaal 2023", "2023-Q3"),
        ("vierde kwartaal 2023", "2023-Q4"),
        ("eerste 2023", "2023-Q1"),
        ("31/05/2023", "2023-05-31"),
        ("0/2023", None),
        ("Q0 2023", None),
        ("2022 2023", None),
        ("eind mei 2023", None),
        ("123/2023", None),
    ],
)
def test_what_a_termijn_was_meant_to_be(typed, meant):
    assert read(read_termijn, typed)[1][0][3] == (f"schrijf {meant}" if meant else FORMS)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("a b", "a_b"),
        (" A_B ", "a_b"),
        ("a_c", None),
        ("vervolg", "vervolg_op"),
        ("vervallen", None),
    ],
)
def test_which_name_comes_near(typed, near):
    assert near_name(typed, ["vervolg_op", "a_b"]) == near
