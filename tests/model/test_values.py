"""One value behind its key: what it becomes, and the exact words where it becomes nothing."""

from datetime import date

import pytest

from voortgang.model import read_all
from voortgang.model.identity import near_name
from voortgang.model.instellingen import Advies, Contact
from voortgang.source import Workspace

RAPPORT = {"rapportjaar": "2022", "bestuur": "B", "titel": "T", "domeinen": "[cultuur]"}


@pytest.fixture
def put(read):
    """Type a value behind a key (`actie.termijn`); give what it became, and what is said of it."""

    def put(key, typed):
        part, _, name = key.rpartition(".")
        files = {}
        if part == "actie":
            titel = "titel: X\n    " if name != "titel" else ""
            files["cultuur"] = f"titel: C\nplanning:\n  - {titel}{name}: {typed}\n"
        elif part == "domein":
            files["cultuur"] = f"{name}: {typed}\n" + ("titel: C\n" if name != "titel" else "")
        else:
            line = f"{part}:\n  {name}: {typed}" if part else f"{name}: {typed}"
            keys = {each: value for each, value in RAPPORT.items() if each != name}
            lines = [line, *(f"{each}: {value}" for each, value in keys.items())]
            files["rapport"] = "\n".join(lines) + "\n"
        reading = read(**files)
        said = [(f.column, f.code, f.message, f.hint) for f in reading.findings]
        if reading.rapport is None:
            return None, said
        owner = reading.rapport
        if part in ("actie", "domein"):
            owner = owner.domeinen[0].planning[0] if part == "actie" else owner.domeinen[0]
        elif part:
            owner = getattr(owner, part)
        return getattr(owner, {"id": "own_id", "e-mail": "e_mail"}.get(name, name)), said

    return put


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("actie.dienst", "' Zorg '", "Zorg"),
        ("actie.dienst", "|\n      Dienst \n\n       Zorg", "Dienst Zorg"),
        ("actie.dienst", "|\n      Dienst\n      Zorg", "Dienst Zorg"),
        ("actie.dienst", "' '", None),
        ("actie.dienst", "", None),
        ("actie.dienst", "null", "null"),
        ("actie.dienst", "'true'", "true"),
        ("actie.dienst", "12:30", "12:30"),
        ("domein.criterium", "|\n  Een.\n\n  Twee.", "Een.\n\nTwee."),
        ("domein.criterium", "' '", None),
        ("actie.bewijs", "Dossier 2023-12", ("Dossier 2023-12",)),
        (
            "actie.bewijs",
            "[Dossier, https://voorbeeldegem.be]",
            ("Dossier", "https://voorbeeldegem.be"),
        ),
        ("actie.aanbevelingen", "financien-2021-1", ("financien-2021-1",)),
        ("presentatie.details", "false", False),
        ("nota.bewijs", "true", True),
        ("nota.artikelen", "[Een, Twee]", ("Een", "Twee")),
        ("risicos.schaal", "4", 4),
        ("risicos.hoog_vanaf", "10", 10),
        ("maturiteit.niveaus", "[Nul, Een, Twee]", ("Nul", "Een", "Twee")),
        ("domein.titel", "' Zomer  feest '", "Zomer  feest"),
        ("domein.titel", "x" * 10_000, "x" * 10_000),
        ("contact.e-mail", "o.d'h+a@sub.stad-b.example", "o.d'h+a@sub.stad-b.example"),
        ("contact.e-mail", "' '", None),
        ("actie.id", "zomerfeest-2", "zomerfeest-2"),
        ("actie.id", "2022", "2022"),
        ("actie.id", "a" * 200, "a" * 200),
        ("actie.id", "' '", None),
        ("actie.vervolg_op", "a" * 201, ("a" * 201,)),
        ("actie.vervolg_op", "zomerfeest", ("zomerfeest",)),
        ("actie.vervolg_op", "[zomerfeest, winterfeest]", ("zomerfeest", "winterfeest")),
        ("actie.vervolg_op", "' '", ()),
        ("actie.vervolg_op", "", ()),
        ("actie.termijn", "' '", None),
        ("actie.sdg", "[1, 17]", (1, 17)),
        ("actie.sdg", "[]", ()),
        ("actie.sdg", "", ()),
        ("datum", "2023-06-12", date(2023, 6, 12)),
        ("datum", "'2023-06-12'", date(2023, 6, 12)),
        ("datum", "' '", None),
        ("ontwerp", "true", True),
        ("ontwerp", "false", False),
        ("ontwerp", "", False),
        ("kader", "leidraad", "leidraad"),
        ("kader", "' '", None),
        ("presentatie.minimale_lettergrootte", "12", 12),
        ("presentatie.minimale_lettergrootte", "24", 24),
        ("presentatie.minimale_lettergrootte", "", 14),
        ("nota.bijlagen", "[een, twee]", ("een", "twee")),
        (
            "nota.organen",
            "[OCMW-raad, CBS, het vast bureau, gr, Gemeenteraad, de jeugdraad]",
            (
                "raad voor maatschappelijk welzijn",
                "college van burgemeester en schepenen",
                "vast bureau",
                "gemeenteraad",
                "Gemeenteraad",
                "de jeugdraad",
            ),
        ),
        ("nota.adviezen", "[{van: An}]", (Advies(van="An"),)),
        ("contact", "{naam: An, e-mail: a@b.example}", Contact(naam="An", e_mail="a@b.example")),
        ("contact", "{}", Contact()),
        ("contact", "", None),
        (
            "afkortingen",
            "{MJP: meerjarenplan, ' BBC ': ' beleid '}",
            {"MJP": "meerjarenplan", "BBC": "beleid"},
        ),
        ("afkortingen", "{MJP: , BBC: '', ' ': leeg}", {}),
    ],
)
def test_a_value_as_it_is_meant(put, key, typed, value):
    assert put(key, typed) == (value, [])


FORMS = "schrijf een jaar, kwartaal, maand of dag: 2023, 2023-Q2, 2023-05 of 2023-05-31"
NO_MONTH = "een jaar telt 12 maanden: schrijf de maand als 01 tot 12"
NO_ADDRESS = "schrijf naam@domein, bijvoorbeeld onthaal@gemeente.be"
ADDRESS = "schrijf alleen o@b.example"
ADDRESS_NAME = f"{ADDRESS}; de naam hoort achter 'naam:'"
AROUND = "rond het e-mailadres staan tekens die er niet bij horen"
RANGE = "; een termijn is het einde van de periode"
NO_ID = "is geen geldige id: enkel kleine letters, cijfers en enkele koppeltekens"
NO_NUMBER = "schrijf een geheel getal in cijfers"
SIZE = "presentatie.minimale_lettergrootte"


def no_text(name):
    return f"zet de tekst achter '{name}:', zonder streepje of haken"


@pytest.mark.parametrize(
    "case",
    [
        (
            "actie.dienst", "[Zorg]", "VG014", "'dienst' moet een tekst zijn, geen lijst",
            no_text("dienst"),
        ),
        (
            "bestuur", "[Zorg]", "VG014", "'bestuur' moet een tekst zijn, geen lijst",
            no_text("bestuur"),
        ),
        ("domein.titel", "' '", "VG015", "de titel is leeg", "vul een titel in"),
        (
            "domein.titel", "|\n  Een\n  twee", "VG016", "een titel staat op één regel",
            "gebruik 'toelichting:' voor meer tekst",
        ),
        ("actie.id", "Groot feest", "VG016", f"'Groot feest' {NO_ID}", "schrijf groot-feest"),
        ("actie.id", "★", "VG016", f"'★' {NO_ID}", "schrijf bijvoorbeeld nieuw-intranet"),
        ("actie.vervolg_op", "★", "VG016", f"'★' {NO_ID}", "schrijf bijvoorbeeld nieuw-intranet"),
        ("actie.id", "a" * 201, "VG016", "deze id is langer dan 200 tekens", "kies een kortere id"),
        ("actie.termijn", "ooit", "VG016", "'ooit' is geen termijn", FORMS),
        ("datum", "12.6.2023", "VG016", "'12.6.2023' is geen datum", "schrijf 2023-06-12"),
        *(
            ("datum", typed, "VG016", f"'{typed}' is geen datum", hint)
            for typed, hint in (
                ("2023-6-12", "schrijf 2023-06-12"),
                ("12 juni 2023", "schrijf 2023-06-12"),
                ("juni 2023", "schrijf de dag erbij, bijvoorbeeld 2023-06-12"),
                ("2023", "schrijf jaar-maand-dag, bijvoorbeeld 2023-06-12"),
                ("2023-06-00", "juni 2023 telt 30 dagen; schrijf jaar-maand-dag"),
                ("2023-06-31", "juni 2023 telt 30 dagen; schrijf jaar-maand-dag"),
                ("0000-06-31", "schrijf jaar-maand-dag, bijvoorbeeld 2023-06-12"),
                ("31/6/2023", "juni 2023 telt 30 dagen; schrijf jaar-maand-dag"),
            )
        ),
        *(
            ("formaat", typed, "VG014", f"'formaat' moet een getal zijn, niet '{typed}'", hint)
            for typed, hint in (
                ("acht", NO_NUMBER),
                ("08", f"{NO_NUMBER}, zonder nul vooraan"),
                ("1.5", NO_NUMBER),
            )
        ),
        ("formaat", "' '", "VG014", "'formaat' moet een getal zijn, niet ''", NO_NUMBER),
        (
            "formaat", "'1'", "VG014", "'formaat' moet een getal zijn",
            "laat de aanhalingstekens weg",
        ),
        ("formaat", "0", "VG016", "formaat 0 bestaat niet", "schrijf formaat: 1"),
        ("formaat", "-12", "VG016", "formaat -12 bestaat niet", "schrijf formaat: 1"),
        (
            "formaat", "999999999", "VG023",
            "deze bestanden hebben formaat 999999999; dit programma kent formaat 1",
            "vernieuw het programma",
        ),
        (
            SIZE, "acht", "VG014", "'minimale_lettergrootte' moet een getal zijn, niet 'acht'",
            NO_NUMBER,
        ),
        (SIZE, "11", "VG016", "11 is hier te laag", "kies een getal van 12 tot 24"),
        (SIZE, "25", "VG016", "25 is hier te hoog", "kies een getal van 12 tot 24"),
        ("ontwerp", "yes", "VG016", "'ontwerp' is true of false, niet 'yes'", "schrijf true"),
        (
            "ontwerp", "'true'", "VG016", "'ontwerp' is true of false, niet 'true'",
            "schrijf true, zonder aanhalingstekens",
        ),
        (
            "ontwerp", "[true]", "VG014", "'ontwerp' moet een tekst zijn, geen lijst",
            no_text("ontwerp"),
        ),
        ("kader", "mechelse", "VG016", "'mechelse' is hier onbekend", "kies mechelen of leidraad"),
        (
            "kader", "[mechelen]", "VG014", "'kader' moet een tekst zijn, geen lijst",
            no_text("kader"),
        ),
        (
            "nota.bijlagen", "een", "VG014", "'bijlagen' moet een lijst zijn",
            "zet onder 'bijlagen:' elk onderdeel op een eigen regel, achter een streepje",
        ),
        (
            "presentatie", "groot", "VG014", "'presentatie' heeft eigen sleutels nodig",
            "schrijf ze eronder, ingesprongen: minimale_lettergrootte:, details:",
        ),
        (
            "contact", "[An]", "VG014", "'contact' heeft eigen sleutels nodig",
            "schrijf ze eronder, ingesprongen: naam:, dienst:, e-mail:",
        ),
        *(
            ("contact.e-mail", typed, "VG016", message, hint)
            for typed, message, hint in (
                ("Onthaal <o@b.example>", "bij het e-mailadres staat nog 'Onthaal'", ADDRESS_NAME),
                ("An (o@b.example)", "bij het e-mailadres staat nog 'An'", ADDRESS_NAME),
                ("o@b.example, a@b.example", "hier staat meer dan één e-mailadres", ADDRESS),
                ("mailto:o@b.example", AROUND, ADDRESS),
                ("<o@b.example>", AROUND, ADDRESS),
                ("'[o@b.example](mailto:o@b.example)'", AROUND, ADDRESS),
                ("o@b.example.", AROUND, ADDRESS),
                *(
                    (typed, f"'{typed}' is geen e-mailadres", NO_ADDRESS)
                    for typed in ("onthaal", "o@b", "o@@b.example", "o at b.example", "o@b..be")
                ),
            )
        ),
        (
            "actie.titel", "x" * 10_001, "VG016",
            "deze titel telt 10001 tekens; meer dan 10000 kan niet",
            "kort hem in en zet de uitleg in 'toelichting:'",
        ),
        (
            "afkortingen", "MJP", "VG014",
            "onder 'afkortingen' staat elke afkorting met haar betekenis",
            "schrijf bijvoorbeeld MJP: meerjarenplan",
        ),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_said_at_its_place(put, case):
    key, typed, *said = case
    part, _, name = key.rpartition(".")
    column = len(name) + 3 + {"actie": 4, "domein": 0, "": 0}.get(part, 2)
    assert put(key, typed) == (None, [(column, *said)])


@pytest.mark.parametrize(
    "key",
    [
        "actie.dienst", "actie.id", "actie.vervolg_op", "actie.termijn", "actie.toelichting",
        "datum", "formaat", "ontwerp", "kader", "bestuur", "titel",
    ],
)  # fmt: skip
def test_where_no_text_stands_the_key_is_named(put, key):
    value, ((_, code, message, hint),) = put(key, "{}")
    name = key.rpartition(".")[2]
    assert value is None
    assert (code, message) == ("VG014", f"'{name}' moet een tekst zijn")
    assert hint == "zet de tekst op deze regel"


@pytest.mark.parametrize("key", ["actie.vervolg_op", "actie.sdg", "nota.bijlagen", "nota.organen"])
def test_where_no_text_stands_in_a_list_the_key_is_named_too(put, key):
    name = key.rpartition(".")[2]
    _, said = put(key, "[{}]")
    assert [message for _, _, message, _ in said] == [f"'{name}' moet een tekst zijn"]


@pytest.mark.parametrize(
    ("key", "items"),
    [
        ("actie.sdg", "8, 9"),
        ("actie.vervolg_op", "een, twee"),
        ("actie.bewijs", "Dossier, Verslag"),
        ("nota.bijlagen", "Een, Twee"),
        ("nota.organen", "gemeenteraad, vast bureau"),
        ("controle.negeer", "VG031, VG032"),
        ("maturiteit.niveaus", "Nul, Een, Twee"),
    ],
)
def test_a_list_within_a_list_is_mended_by_its_remedy(put, key, items):
    _, ((_, code, message, hint),) = put(key, f"[[{items}]]")
    assert (code, message) == (
        "VG014",
        f"'{key.rpartition('.')[2]}' is een lijst met een lijst erin",
    )
    assert hint == "zet elk onderdeel achter één streepje, of alle samen tussen één paar haken"
    value, said = put(key, f"[{items}]")
    assert value
    assert {code for _, code, *_ in said} <= {"VG061"}  # the plan of an earlier year is not there


def test_all_that_is_wrong_in_a_list_is_said(put):
    _, said = put("actie.sdg", "[3, 18, ' ', 5]")
    assert [(code, message) for _, code, message, _ in said] == [
        ("VG016", "18 is hier te hoog"),
        ("VG015", "lege regel in de lijst"),
    ]
    assert said[1][3] == "vul achter het streepje iets in, of haal het weg"


@pytest.mark.parametrize("key", ["actie.termijn", "datum"])
def test_a_moment_with_endless_spaces_in_it_is_answered_at_once(put, key):
    _, ((_, code, message, _),) = put(key, f'"ooit{" " * 200_000}misschien"')
    assert (code, message[:5]) == ("VG016", "'ooit")


def test_a_key_with_endless_spaces_in_it_is_answered_at_once(read):
    (found,) = read(cultuur=f'titel: C\n? "plan{" " * 200_000}ning"\n: x\n').findings
    assert (found.line, found.code) == (2, "VG012")


def test_a_part_says_what_it_must_hold(put):
    _, said = put("nota.adviezen", "[{}, '', x, {van: }]")
    needs = "schrijf ze eronder, ingesprongen: van:, datum:, inhoud:"
    assert said == [
        (14, "VG013", "de verplichte sleutel 'van' ontbreekt", "voeg een regel 'van: …' toe"),
        (
            18,
            "VG015",
            "lege regel in de lijst",
            "vul achter het streepje iets in, of haal het weg",
        ),
        (22, "VG014", "'adviezen' heeft eigen sleutels nodig", needs),
        (26, "VG013", "'van' is leeg", "vul achter 'van:' iets in"),
    ]


def test_the_meaning_of_a_word_is_a_text(put):
    _, said = put("afkortingen", "{MJP: [meerjarenplan], BBC: beleid, ' ': []}")
    assert [message for _, _, message, _ in said] == [
        "'MJP' moet een tekst zijn, geen lijst",
        "' ' moet een tekst zijn, geen lijst",
    ]


def test_a_name_that_only_the_code_knows_is_no_key(put):
    assert [code for _, code, *_ in put("contact", "{e_mail: a@b.example}")[1]] == ["VG012"]
    assert [code for _, code, *_ in put("domein.id", "cultuur")[1]] == ["VG012"]
    assert [code for _, code, *_ in put("actie.own_id", "x")[1]] == ["VG012"]


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
        ("12/6/23", "2023-06-12"),
        ("2023/6/1", "2023-06-01"),
        ("2023-6-1", "2023-06-01"),
        ("2023-6", "2023-06"),
        ("2023-06-12 14:00", "2023-06-12"),
        ("vrijdag 12 juni 2023", "2023-06-12"),
        ("sept. 2023", "2023-09"),
        ("mrt '23", "2023-03"),
        ("eind mei 2023", "2023-05"),
        ("begin 2023", "2023-Q1"),
        ("voorjaar 2023", "2023-Q2"),
        ("eind 2023", "2023-Q4"),
        ("tweede helft 2023", "2023-Q4"),
        ("1e semester 2023", "2023-Q2"),
        ("tegen 2023", "2023"),
    ],
)
def test_what_a_termijn_was_meant_to_be(put, typed, meant):
    ((_, _, _, hint),) = put("actie.termijn", f'"{typed}"')[1]
    assert hint == f"schrijf {meant}"
    assert str(put("actie.termijn", meant)[0].text) == meant  # and that it is taken


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("2023-2024", f"schrijf 2024{RANGE}"),
        ("2023-24", f"schrijf 2024{RANGE}"),
        ("mei-juni 2023", f"schrijf 2023-06{RANGE}"),
        ("Q1 t/m Q2 2023", f"schrijf 2023-Q2{RANGE}"),
        ("1 januari 2023 tot en met 31 maart 2024", f"schrijf 2024-03-31{RANGE}"),
        ("2023-13", NO_MONTH),
        ("0/2023", NO_MONTH),
        ("31 juni 2023", "juni 2023 telt 30 dagen; schrijf jaar-maand-dag"),
        ("juni", "schrijf het jaar erbij, bijvoorbeeld 2023-06"),
        ("Q3", "schrijf het jaar erbij, bijvoorbeeld 2023-Q3"),
        (
            "doorlopend",
            "laat de termijn weg: wat altijd doorloopt, heeft er geen; zeg het in 'toelichting:'",
        ),
        ("n.v.t.", "laat de termijn weg zolang er geen is"),
        ("?", "laat de termijn weg zolang er geen is"),
        ("Q0 2023", FORMS),
        ("2022 2023", FORMS),
        ("123/2023", FORMS),
        ("ooit", FORMS),
    ],
)
def test_what_to_do_where_a_termijn_was_meant_otherwise(put, typed, hint):
    assert [said[3] for said in put("actie.termijn", f'"{typed}"')[1]] == [hint]


@pytest.mark.parametrize("year", [1999, 2031])
def test_examples_are_of_the_year_that_is_planned(tmp_path, year):
    folder = tmp_path / "data" / f"{year}"
    folder.mkdir(parents=True)
    head = f"rapportjaar: {year}\nbestuur: B\ntitel: T\ndomeinen: [c]\ndatum: ooit\n"
    (folder / "rapport.yaml").write_text(head, "utf-8")
    plan = "titel: C\nplanning:\n  - titel: X\n    termijn: ooit\n"
    (folder / "c.yaml").write_text(plan, "utf-8")
    hints = [each.hint for each in read_all(Workspace(tmp_path))[year].findings]
    assert len(hints) == 2
    assert all(str(year + 1) in hint for hint in hints)


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
