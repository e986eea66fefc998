# ruff: noqa: E501 -- a table reads best with a row on a line
"""Every rule is shown by its own examples, and the real data give no false alarm."""

import re
from collections import Counter
from pathlib import Path

import pytest

from voortgang.checks import check
from voortgang.checks.regels import REGELN
from voortgang.checks.titels.cijfer_als_letter import is_suspect
from voortgang.cli.regels import REGELN as OF_ALL_ROOMS
from voortgang.findings import Severity
from voortgang.model import Actie, read_all
from voortgang.model.deel import names_of
from voortgang.model.regels import REGELN as OF_MODEL
from voortgang.source import Workspace
from voortgang.source.yaml.regels import REGELN as OF_SOURCE

ROOT = Path(__file__).parents[2]
FILE = re.compile(r"^# bestand: (.+)$", re.MULTILINE)


def write(root, example):
    """Write an example: `# bestand: [JAAR/]NAAM` begins a file; the year is 2022 if not told."""
    parts = FILE.split(example)
    named = list(zip(parts[1::2], parts[2::2], strict=True)) or [("cultuur.yaml", example)]
    files = {name if "/" in name else f"2022/{name}": text for name, text in named}
    for year in {name.split("/")[0] for name in files} - {"audits"}:
        stems = [Path(name).stem for name in files if name.startswith(year)]
        files.setdefault(
            f"{year}/rapport.yaml",
            f"rapportjaar: {year}\nbestuur: Gemeente Voorbeeldegem\ntitel: Voortgangsrapport\n"
            f"domeinen: [{', '.join(stem for stem in stems if stem != 'rapport')}]\n",
        )
    for name, text in files.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n") + "\n", encoding="utf-8")


def findings(root, example=None):
    if example is not None:
        write(root, example)
    readings = read_all(Workspace(root))
    return check(readings, readings)


@pytest.mark.parametrize("regel", REGELN, ids=lambda regel: regel.code)
def test_the_bad_example_is_found_and_the_good_one_is_not(regel, tmp_path):
    bad, good = tmp_path / "fout", tmp_path / "goed"
    found = [each for each in findings(bad, regel.fout) if each.code == regel.code]
    assert found, findings(bad)
    assert {each.severity for each in found} == {regel.severity}
    clean = findings(good, regel.goed)
    assert regel.code not in {each.code for each in clean}
    assert "error" not in {each.severity for each in clean}


@pytest.mark.parametrize(
    "key",
    sorted(
        {*names_of(Actie)} - {"titel", "id", "deelacties", "aanbevelingen", "vervolg_op", "reden"}
    ),
)
def test_each_detail_on_which_two_places_should_agree_is_compared(tmp_path, key):
    one, other = {"sdg": ("[1]", "[2]"), "termijn": ("2023", "2024")}.get(key, ("zus", "zo"))
    place = "# bestand: {0}.yaml\ntitel: {0}\nplanning:\n  - titel: Intranet\n    {1}: {2}\n"
    found = findings(tmp_path, place.format("een", key, one) + place.format("twee", key, other))
    assert "VG043" in {each.code for each in found}


def test_no_two_rules_of_the_house_have_one_code():
    codes = [regel.code for regel in OF_ALL_ROOMS]
    assert [code for code, times in Counter(codes).items() if times > 1] == []


def test_the_codes_of_the_checks_are_in_their_range():
    codes = [regel.code for regel in REGELN]
    ranges = (("VG030", "VG068"), ("VG079", "VG079"), ("VG090", "VG109"), ("VG130", "VG159"))
    assert all(any(low <= code <= high for low, high in ranges) for code in codes)


@pytest.mark.parametrize(
    "word",
    ["0pvolging", "1nformatie", "b0rg", "Organ1satie", "C0VID", "0PVOLGING"],
)
def test_a_digit_where_a_letter_belongs(word):
    assert is_suspect(word)


@pytest.mark.parametrize(
    "word",
    [
        "LB365",
        "3P",
        "17e",
        "3p",
        "BBC2020",
        "Orient8",
        "4D",
        "CO2",
        "H2O",
        "0",
        "1ste",
        "112",
        "A1",
        "1jarige",
        "fase1bis",
        "10de",
        "B2B",
        "O365",
        "M365",
        "ST01BD06AP01",
        "AC000123",
        "2022",
        "1e",
        "100dagen",
        "Win10pro",
    ],
)
def test_numbers_that_are_meant(word):
    assert not is_suspect(word)


def test_a_comment_silences_a_warning_on_its_line_only(tmp_path):
    text = "titel: Cultuur\nplanning:\n  - Een. # voortgang: negeer VG034\n  - Twee.\n"
    assert [(each.code, each.line) for each in findings(tmp_path, text)] == [("VG034", 4)]


def test_rapport_yaml_silences_a_code(tmp_path):
    write(tmp_path, "titel: Cultuur\nplanning:\n  - Een.\n")
    rapport = tmp_path / "data/2022/rapport.yaml"
    rapport.write_text(rapport.read_text("utf-8") + "controle: {negeer: [VG034]}\n", "utf-8")
    assert findings(tmp_path) == ()


def test_an_error_is_never_silenced(tmp_path):
    text = "titel: Cultuur\nplaning: [x] # voortgang: negeer VG012\nrealisaties: [Een]\n"
    assert {"VG012", "VG050"} <= {each.code for each in findings(tmp_path, text)}


@pytest.mark.parametrize(
    "comment",
    [
        "voortgang: negeer VG34",
        "Voortgang: negeer VG034",
        "voortgang negeer VG034",
        "voortgang: negeer",
        "voortgang: negeer VG034 VG35",
    ],
)
def test_a_comment_to_ignore_that_is_not_understood_is_told(comment, tmp_path):
    text = f"titel: Cultuur\nplanning:\n  - Een. # {comment}\n"
    found = [each for each in findings(tmp_path, text) if each.code == "VG050"]
    assert [(each.line, each.column) for each in found] == [(3, 10)]


def test_a_comment_may_say_why_it_ignores_and_another_may_speak_of_it(tmp_path):
    why = "# voortgang: negeer VG034, zo heet het\n  # negeer dit niet; zie voortgang\n"
    text = f"titel: Cultuur\nplanning:\n  - Een. {why}"
    assert findings(tmp_path, text) == ()


@pytest.mark.parametrize(
    ("one", "other", "codes"),
    [("", "", ["VG031"]), ("id: een", "", ["VG031"]), ("id: een", "id: twee", [])],
)
def test_only_two_ids_say_that_near_equal_titles_in_two_domains_are_two(
    one, other, codes, tmp_path
):
    text = (
        f"# bestand: cultuur.yaml\ntitel: Cultuur\nplanning:\n  - titel: Migratie Topdesk\n"
        f"    {one}\n# bestand: middelen.yaml\ntitel: Middelen\nplanning:\n"
        f"  - titel: 'Topdesk: migratie'\n    {other}\n"
    )
    assert [each.code for each in findings(tmp_path, text)] == codes


@pytest.mark.parametrize("waiting", [True, False])
def test_what_seems_missing_is_told_only_when_every_plan_has_its_answer(waiting, tmp_path):
    rapport = (
        "rapportjaar: 2022\nbestuur: Gemeente Voorbeeldegem\ntitel: Voortgangsrapport\n"
        "domeinen: [cultuur, middelen]\nafkortingen: {MJP: meerjarenplan}\n"
    )
    soort = "te_beantwoorden" if waiting else "planning"
    files = {
        "rapport.yaml": rapport,
        "cultuur.yaml": f"titel: Cultuur\n{soort}: [Nieuw intranet]",
        "middelen.yaml": "titel: Middelen",
    }
    example = "\n".join(f"# bestand: {name}\n{text}" for name, text in files.items())
    assert [each.code for each in findings(tmp_path, example)] == (
        [] if waiting else ["VG042", "VG047"]
    )


@pytest.mark.parametrize("typed", ["mjp: AC000123", "sdg: [8, 9]"])
def test_a_key_that_the_nota_writes_as_afkorting_counts_as_its_use(tmp_path, typed):
    write(tmp_path, f"titel: Cultuur\nplanning:\n  - titel: Een\n    {typed}\n")
    rapport = tmp_path / "data/2022/rapport.yaml"
    used = f"afkortingen: {{{typed[:3].upper()}: voluit}}\n"
    rapport.write_text(rapport.read_text("utf-8") + used, "utf-8")
    assert findings(tmp_path) == ()


@pytest.mark.parametrize(
    "told",
    [
        "# bestand: audits/audit.yaml\ntitel: Audit\naanbevelingen: [{nummer: 1, titel: De BBC}]\n",
        "# bestand: cultuur.yaml\ntitel: Cultuur\nmaturiteit: {niveau: 2, toelichting: De BBC}\n",
        "nota: {artikelen: [De BBC wordt gevolgd.]}\n",
        "contact: {dienst: Cel BBC}\n",
    ],
)
def test_an_afkorting_is_used_wherever_a_document_tells_it(tmp_path, told):
    rapport = (
        "# bestand: rapport.yaml\nrapportjaar: 2022\nbestuur: Gemeente Voorbeeldegem\n"
        "titel: Voortgangsrapport\ndomeinen: []\nafkortingen: {BBC: beleids- en beheerscyclus}\n"
    )
    domein = "domeinen: [cultuur]" if "cultuur" in told else "domeinen: []"
    found = findings(tmp_path, rapport.replace("domeinen: []", domein) + told)
    assert "VG047" not in {each.code for each in found}


def test_a_code_that_no_rule_has_is_told_also_a_number_not_in_use(tmp_path):
    write(tmp_path, "titel: Cultuur\nplanning:\n  - Een\n")
    rapport = tmp_path / "data/2022/rapport.yaml"
    rapport.write_text(rapport.read_text("utf-8") + "controle: {negeer: [VG068, VG071]}\n", "utf-8")
    (found,) = findings(tmp_path)
    assert (found.code, found.message) == ("VG050", "er is geen regel 'VG068'")


def test_a_code_that_no_rule_has_is_told_at_its_place_behind_what_is_no_code(tmp_path):
    write(tmp_path, "titel: Cultuur\nplanning:\n  - Een\n")
    rapport = tmp_path / "data/2022/rapport.yaml"
    rapport.write_text(
        rapport.read_text("utf-8") + "controle: {negeer: [[x], 7, VG068]}\n", "utf-8"
    )
    columns = [(each.code, each.column) for each in findings(tmp_path)]
    assert columns == [("VG014", 21), ("VG016", 26), ("VG050", 29)]


PARTS = "zijn het onderdelen, schrijf '{}' en eronder 'deelacties: [{}]'; zijn het eigen acties, zet elk achter een streepje recht onder het streepje erboven"
KEY = "schrijf '- titel: Welzijn' en eronder 'dienst: Communicatie'"
TEXT = "schrijf 'toelichting: |' en zet de hele tekst eronder, twee spaties verder ingesprongen"
RUN_ON = [
    ("- Welzijn\n   - Fase 2", 4, PARTS.format("- titel: Welzijn", "Fase 2")),
    ("- Welzijn\n   -Fase 2", 4, PARTS.format("- titel: Welzijn", "Fase 2")),
    (
        "- Welzijn\n    o een\n    • twee\n    → drie",
        4,
        PARTS.format("- titel: Welzijn", "een, twee, drie"),
    ),
    (
        "- Welzijn\n    – een, a\n      en b",
        4,
        PARTS.format("- titel: Welzijn", '"een, a en b"'),
    ),
    (
        "- titel: Welzijn op\n      het werk\n      - een",
        5,
        PARTS.format("- titel: Welzijn op het werk", "een"),
    ),
    ("- Welzijn\n    2. Fase 2", 4, PARTS.format("- titel: Welzijn", "Fase 2")),
    ("- Welzijn\n    dienst:Communicatie", 4, KEY),
    ("- Welzijn\n    dienst = Communicatie", 4, KEY),
    ("- Welzijn\n    termijn 2026", 4, KEY.replace("dienst: Communicatie", "termijn: 2026")),
    ("- Welzijn\n    termijn 2026-Q2", 4, KEY.replace("dienst: Communicatie", "termijn: 2026-Q2")),
    ("- titel: Welzijn\n    toelichting: een\n      - twee", 5, TEXT),
    ("- titel: Welzijn\n    toelichting:\n      een\n\n      - twee", 7, TEXT),
    ("- Welzijn op\n    het werk", None, None),
    ("- Welzijn op\n    onze diensten", None, None),
    ("- Welzijn van\n    2020 tot 2022", None, None),
    ("- Welzijn op lange\n    termijn 2026 tot 2030", None, None),
    ("- Welzijn van de\n    dienst Communicatie", None, None),
    ("- 'Welzijn\n    - Fase 2'", None, None),
]


@pytest.mark.parametrize(("text", "line", "hint"), RUN_ON, ids=[text for text, *_ in RUN_ON])
def test_a_line_glued_to_the_text_above_is_told(tmp_path, text, line, hint):
    found = findings(tmp_path, f"titel: Cultuur\nplanning:\n  {text}\n")
    told = [(each.line, each.code, each.hint) for each in found if each.code != "VG051" or hint]
    assert told == ([(line, "VG051", hint)] if line else [])


SIGNS = [
    ("• Onthaal", "Onthaal"),
    ("•\u00a0Onthaal", "Onthaal"),
    ("– Onthaal", "Onthaal"),
    ("\uf0b7 Onthaal", "Onthaal"),
    ("o onthaal", "onthaal"),
    ('"**Onthaal**"', "Onthaal"),
    ('"*Onthaal*"', "Onthaal"),
    ('"**Onthaal**: nieuw"', '"Onthaal: nieuw"'),
    ("_Onthaal_", "Onthaal"),
    ("2 * 3 * 4", None),
    ("snake_case_naam", None),
    ("-5 graden", None),
    ("Onthaal – balie", None),
    ("O jee", None),
]


@pytest.mark.parametrize(("titel", "clean"), SIGNS, ids=[titel for titel, _ in SIGNS])
def test_signs_of_lists_and_bold_type_in_a_title_are_told(tmp_path, titel, clean):
    found = findings(tmp_path, f"titel: Cultuur\nplanning:\n  - {titel}\n")
    told = [(each.code, each.hint) for each in found if each.code not in {"VG036", "VG079"}]
    assert told == ([("VG057", f"schrijf {clean}")] if clean else [])


SHORT = [
    "titel: {}",
    "titel: X\n    dienst: {}",
    "titel: X\n    mjp: {}",
    "titel: X\n    aanbeveling: {}",
]
SHORT += [
    "titel: X\n    deelacties: [{{titel: {}}}]",
    "titel: X\n    deelacties: [{{titel: Y, dienst: {}}}]",
]


@pytest.mark.parametrize("place", SHORT)
def test_a_sign_that_nobody_sees_is_found_in_every_short_text(tmp_path, place):
    found = findings(tmp_path, "titel: Cultuur\nplanning:\n  - " + place.format("a\u200bb"))
    assert [each.code for each in found if each.code in {"VG036", "VG079"}] == ["VG036"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("85\u00a0% klaar", False),
        ("€\u00a0500", False),
        ("12\u202f500 bomen", False),
        ("20\u00a0°C", False),
        ("art.\u00a0217", False),
        ("85\u00a0klaar", True),
        ("nieuw\u00a0intranet", True),
        ("85\u00a0% in\u00a0mei", True),
    ],
)
def test_a_hard_space_where_good_dutch_asks_for_it_is_left_alone(tmp_path, text, wrong):
    found = findings(tmp_path, f"titel: Cultuur\nplanning:\n  - {text}")
    assert [each.code for each in found] == ["VG036"] * wrong


MANGLED = [
    ("CoÃ¶rdinatie â€“ fase 1", "schrijf Coördinatie – fase 1"),
    ("EfficiÃ«ntie", "schrijf Efficiëntie"),
    ("FinanciÃ«le dienst Â€ 5", None),
    ("Zwembad â‚¬ 5", "schrijf Zwembad € 5"),
    ("Â§ 3", "schrijf § 3"),
    ("foto\u00e2\u20ac\u2122s", "schrijf foto’s"),
    ("Co�rdinatie", "typ de letter die er hoort te staan"),
    ("CAFÉ®", None),
    ("Coördinatie – één € ‘zo’", None),
    ("Ångström, Łódź, São Paulo, ‘À la carte’", None),
]


@pytest.mark.parametrize(("text", "hint"), MANGLED, ids=[text for text, _ in MANGLED])
def test_letters_in_another_encoding_are_told(tmp_path, text, hint):
    if hint is None and "Ã" in text:
        hint = "schrijf Financiële dienst Â€ 5"
    found = findings(tmp_path, f"titel: Cultuur\nplanning:\n  - {text}")
    assert [each.hint for each in found if each.code == "VG059"] == ([hint] if hint else [])


OWNERS = [
    ("- Een\n  - Twee", {}, []),
    ("- {titel: Een, dienst: Zorg}\n  - Twee", {}, [(4, "VG103")]),
    ("- {titel: Een, termijn: 2023}\n  - Twee", {}, [(4, "VG104")]),
    ("- {titel: Een, deelacties: [{titel: a, dienst: Zorg}]}\n  - Twee", {}, [(4, "VG103")]),
    ("- {titel: Een, dienst: Zorg}\n  - {titel: Twee, dienst: dienst zorg}", {}, [(4, "VG106")]),
    ("- {titel: Een, dienst: ICT dienst}\n  - {titel: Twee, dienst: ICT\u00a0dienst}", {}, []),
    ("- {titel: Een, dienst: Zrog}", {"Zorg": "An"}, [(3, "VG105")]),
    (
        "- {titel: Een, dienst: zorg}\n  - {titel: Twee, dienst: Zorg}",
        {"Zorg": "An"},
        [(3, "VG105")],
    ),
]


@pytest.mark.parametrize(("plans", "diensten", "told"), OWNERS, ids=[plans for plans, *_ in OWNERS])
def test_who_owns_a_plan_is_asked_once_the_year_says_it_of_one(tmp_path, plans, diensten, told):
    write(tmp_path, f"titel: Cultuur\nplanning:\n  {plans}\n")
    rapport = tmp_path / "data/2022/rapport.yaml"
    named = ", ".join(f"{name}: {{naam: {who}}}" for name, who in diensten.items())
    rapport.write_text(f"{rapport.read_text('utf-8')}diensten: {{{named}}}\n", "utf-8")
    assert [(each.line, each.code) for each in findings(tmp_path)] == told


def test_a_word_of_rapport_yaml_that_is_called_dienst_is_none(tmp_path):
    write(tmp_path, "titel: Cultuur\nplanning:\n  - {titel: Een, dienst: Zorg, termijn: 2023}\n")
    rapport = tmp_path / "data/2022/rapport.yaml"
    words = "diensten: {Zorg: {naam: An}}\nafkortingen: {dienst: afdeling}\ncontact: {dienst: HR}\n"
    rapport.write_text(rapport.read_text("utf-8") + words, "utf-8")
    assert "VG105" not in [each.code for each in findings(tmp_path)]


def test_signs_that_the_pdf_lacks_are_told_once_a_text_where_it_was_typed(tmp_path):
    text = (
        "titel: Cultuur\ncriterium: Feest 🎉\nplanning:\n  - titel: 日本 en 🎉\n    toelichting: |\n"
        "      Veel.\n\n      🎈\n  - Actie\u2011plan ✔\n  - Feest 🎉 # voortgang: negeer VG079\n"
    )
    found = [(each.line, each.column) for each in findings(tmp_path, text) if each.code == "VG079"]
    assert found == [(2, 12), (4, 12), (5, 18)]


AUDIT = "titel: {}\nvan: {}\naanbevelingen:\n  - nummer: 1\n    titel: {}\n    reactie: {}\n    dienst: {}\n"


@pytest.mark.parametrize("field", range(5))
@pytest.mark.parametrize(
    ("code", "text"), [("VG036", "a\u200bb"), ("VG059", "CoÃ¶rdinatie"), ("VG079", "Feest 🎉")]
)
def test_what_is_found_in_a_text_of_a_year_is_found_in_that_of_an_audit(
    tmp_path, code, text, field
):
    texts = [text if number == field else "Goed" for number in range(5)]
    # The audit has the name of a domain, and the workspace two years: once told, at its place.
    write(
        tmp_path,
        f"# bestand: audits/cultuur.yaml\n{AUDIT.format(*texts)}"
        "# bestand: 2021/cultuur.yaml\ntitel: Cultuur\nrealisaties:\n  - Een\n"
        "# bestand: cultuur.yaml\ntitel: Cultuur\nrealisaties:\n  - Twee\n",
    )
    found = [(each.file, each.line) for each in findings(tmp_path) if each.code == code]
    assert found == [("data/audits/cultuur.yaml", (1, 2, 5, 6, 7)[field])]


def test_an_error_in_one_file_hides_no_warning_in_another(tmp_path):
    write(
        tmp_path,
        "# bestand: een.yaml\ntitel: Een\nplanning:\n  - Plan.\n"
        "# bestand: twee.yaml\ntitel: Twee\nplanning:\n  - @plan\n",
    )
    found = [(each.file, each.line, each.code) for each in findings(tmp_path)]
    assert found == [("data/2022/een.yaml", 3, "VG034"), ("data/2022/twee.yaml", 3, "VG004")]


def test_a_dash_of_domeinen_that_steps_in_is_told_once(tmp_path):
    write(tmp_path, "titel: Cultuur\nplanning:\n  - Onthaal")
    rapport = tmp_path / "data/2022/rapport.yaml"
    text = rapport.read_text("utf-8").replace("[cultuur]", "\n  - cultuur\n    - sport")
    rapport.write_text(text, "utf-8")
    assert [(each.code, each.severity) for each in findings(tmp_path)] == [("VG020", "error")]


def test_without_rapport_yaml_the_lines_that_yaml_reads_otherwise_are_told(tmp_path):
    write(tmp_path, "titel: Cultuur\nplanning:\n  - Fase #2\n  - Onthaal\n    o Balie")
    (tmp_path / "data/2022/rapport.yaml").unlink()
    found = [(each.file, each.line, each.code) for each in findings(tmp_path)]
    assert found == [
        ("data/2022/cultuur.yaml", 3, "VG038"),
        ("data/2022/cultuur.yaml", 5, "VG051"),
        ("data/2022/rapport.yaml", 1, "VG001"),
    ]


PLAN = "# bestand: 2021/cultuur.yaml\ntitel: Cultuur\nplanning:\n  - Nieuw intranet\n"


@pytest.mark.parametrize(
    ("naar", "place"),
    [
        (
            "cultuur.yaml\ntitel: Cultuur\nplanning: [Ander]\nte_beantwoorden:\n  - Nieuw intranet",
            ("data/2022/cultuur.yaml", 4),
        ),
        ("cultuur.yaml\ntitel: Cultuur\nplanning:\n  - Ander", ("data/2022/cultuur.yaml", 2)),
        ("cultuur.yaml\ntitel: Cultuur\nrealisaties:\n  - Ander", ("data/2022/cultuur.yaml", 1)),
        ("activa.yaml\ntitel: Activa\nrealisaties:\n  - Ander", ("data/2022/rapport.yaml", 4)),
    ],
)
def test_where_an_answer_is_due(tmp_path, naar, place):
    found = findings(tmp_path, f"{PLAN}# bestand: 2022/{naar}")
    assert [(e.file, e.line) for e in found if e.code == "VG060"] == [place]


ALONE, WITH_KEYS = "Lancering nieuw intranet", "{titel: Start nieuw intranet, dienst: ICT}"


@pytest.mark.parametrize(
    ("acties", "said"),
    [
        ([ALONE], "'Lancering nieuw intranet' het antwoord, zet daar dan `titel:` voor de tekst"),
        ([WITH_KEYS], "'Start nieuw intranet' het antwoord, voeg daar dan toe: `vervolg_op: "),
        ([ALONE, WITH_KEYS], "voor de tekst als dat er niet staat, en voeg eronder toe: `"),
    ],
)
def test_likely_answers_are_named_with_the_line_to_add(tmp_path, acties, said):
    lines = "".join(f"\n  - {actie}" for actie in acties)
    naar = f"# bestand: 2022/cultuur.yaml\ntitel: Cultuur\nrealisaties:{lines}"
    (found,) = [e for e in findings(tmp_path, PLAN + naar) if e.code == "VG060"]
    assert said in found.hint
    assert " toe: `vervolg_op: nieuw-intranet`; zet het plan anders bij realis" in found.hint


@pytest.mark.slow
@pytest.mark.parametrize(
    "wrong",
    [
        "vervolg_op: plan-{}-xy",
        "vervolg_op: q{}",
        "aanbevelingen: audt-{}x",
        "aanbeveling: q{}",
        "dienst: Dienst {} zz",
    ],
)
def test_twice_the_wrong_names_is_twice_the_work(tmp_path, lines_of, wrong):
    def work(number):
        each = [f"{n}" for n in range(number)]
        plannen = "".join(f"\n  - titel: Plan {n} x\n    {wrong.format(n)}" for n in each)
        advice = "".join(f"\n  - nummer: {n}\n    titel: Scheid {n} taken" for n in each)
        write(
            tmp_path,
            "# bestand: rapport.yaml\nrapportjaar: 2022\nbestuur: Gemeente Voorbeeldegem\n"
            "titel: Voortgangsrapport\ndomeinen: [cultuur]\n"
            f"diensten: {{{', '.join(f'Afdeling {n}: {{naam: An}}' for n in each)}}}\n"
            f"# bestand: cultuur.yaml\ntitel: Cultuur\nplanning:{plannen}\n"
            f"# bestand: audits/audit.yaml\ntitel: Audit\naanbevelingen:{advice}\n",
        )
        readings = read_all(Workspace(tmp_path))
        check(readings, readings)
        return lines_of(lambda: check(readings, readings))

    assert work(800) < 2.2 * work(400)


def test_an_earlier_year_with_errors_gives_no_false_alarm(tmp_path):
    write(tmp_path, PLAN + "onzin: x\n")
    write(
        tmp_path,
        "titel: Cultuur\nplanning:\n  - titel: Actieplan\n    vervolg_op: nieuw-intranet\n",
    )
    assert {each.code for each in findings(tmp_path)} == {"VG012", "VG062"}


@pytest.mark.parametrize("vroeger", ["", "onzin: x\n"], ids=["no such year", "with an error"])
def test_a_measure_that_cannot_be_read_is_not_said_to_have_come_to_nothing(tmp_path, vroeger):
    if vroeger:
        write(
            tmp_path,
            f"# bestand: 2021/cultuur.yaml\ntitel: Cultuur\n{vroeger}realisaties: [Tweede lijn]\n",
        )
    write(
        tmp_path,
        "titel: Cultuur\nrealisaties: [Onthaal]\nrisicos:\n  - titel: Uitval\n    kans: 3\n"
        "    impact: 5\n    beheerst_door: tweede-lijn\n",
    )
    found = {each.code for each in findings(tmp_path)}
    assert found == ({"VG012", "VG062"} if vroeger else {"VG094"})


@pytest.mark.parametrize("orgaan", ["☃", "het " + "comité " * 40])
def test_an_orgaan_of_which_no_file_can_be_named_is_told(tmp_path, orgaan):
    write(tmp_path, "titel: Cultuur\nplanning: [Onthaal]\n")
    rapport = tmp_path / "data/2022/rapport.yaml"
    rapport.write_text(f"{rapport.read_text('utf-8')}nota: {{organen: ['{orgaan}']}}\n", "utf-8")
    assert "VG055" in {each.code for each in findings(tmp_path)}


def test_the_real_data_of_2022_give_no_errors():
    assert [each for each in findings(ROOT) if each.severity == "error"] == []


def test_what_reading_finds_is_an_error_each():
    assert {regel.severity for regel in (*OF_SOURCE, *OF_MODEL)} == {Severity.ERROR}
