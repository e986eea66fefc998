"""What a sound year becomes."""

from datetime import date

import pytest
import yaml
from pydantic import ValidationError

from voortgang.model import KEYS, SOORTEN, Actie, Domein, Rapport, read_all, read_rapport
from voortgang.model.deel import keys_of, names_of
from voortgang.model.termijn import Termijn
from voortgang.source import Workspace
from voortgang.source.workspace import read_contents

EVERY_KEY = """\
rapportjaar: 2022
bestuur: Gemeente Voorbeeldegem
titel: Voortgangsrapport
domeinen: [cultuur]
formaat: 1
kader: leidraad
datum: 2023-06-12
ontwerp: true
contact: {naam: A. Voorbeeld, dienst: Interne controle, e-mail: a@voorbeeldegem.example}
nota:
  van: algemeen directeur
  organen: [gemeenteraad, vast bureau]
  adviezen: [{van: managementteam, datum: 2023-05-02, inhoud: Gunstig.}, {van: auditcomité}]
  kader_goedgekeurd: in 2020
  financiele_weerslag: geen
  bijlagen: [Rapport]
  voorgeschiedenis: [Beslissing van de raad van 12 mei 2020]
  juridische_gronden: [Het huishoudelijk reglement]
  artikelen: [De raad bezorgt het rapport aan de auditcel]
  bewijs: true
presentatie: {minimale_lettergrootte: 16, details: false}
diensten: {Communicatie: {naam: B. Voorbeeld, e-mail: b@voorbeeldegem.example}, ICT: }
risicos: {schaal: 4, hoog_vanaf: 9}
maturiteit: {niveaus: [Nul, Een, Twee]}
afkortingen: {MJP: meerjarenplan}
controle: {negeer: [VG031]}
"""
RAPPORT = "rapportjaar: 2022\nbestuur: B\ntitel: T\ndomeinen: [cultuur]"
FULL = """\
titel: "  Cultuur  "
rechtsgrond:
criterium: |
  Eerste alinea.

  Tweede alinea.
realisaties:
  - Zomerfeest
  - 2023
  - true
  - titel: 12:30
    id: middag
    termijn: 2023
    mjp: 1.10
    sdg: [3, 17]
    vervolg_op: winterfeest
    deelacties: [Een, {titel: Twee, termijn: "2023-Q2"}]
planning:
risicos: []
"""


def test_everything_lands_where_it_was_typed(read):
    reading = read(cultuur=FULL)
    assert reading.year == 2022
    domein = reading.rapport.domeinen[0]
    assert (domein.id, domein.titel, domein.rechtsgrond) == ("cultuur", "Cultuur", None)
    assert domein.criterium == "Eerste alinea.\n\nTweede alinea."
    assert [actie.titel for actie in domein.realisaties] == ["Zomerfeest", "2023", "true", "12:30"]
    actie = domein.realisaties[3]
    assert (actie.id, actie.mjp, actie.sdg) == ("middag", "1.10", (3, 17))
    assert actie.vervolg_op == ("winterfeest",)
    assert actie.termijn == Termijn("2023", date(2023, 12, 31))
    assert [d.titel for d in actie.deelacties] == ["Een", "Twee"]
    assert domein.planning == ()


def test_a_text_and_a_mapping_with_only_a_title_are_the_same(read):
    text, mapping = (
        read(cultuur=f"titel: C\nplanning:\n  - {entry}\n").rapport
        for entry in ("Zomerfeest", "titel: Zomerfeest")
    )
    assert text == mapping


def test_white_space_inside_a_title_is_kept(read):
    reading = read(cultuur="titel: C\nplanning:\n  - 'Zomer  feest '\n")
    assert reading.rapport.domeinen[0].planning[0].titel == "Zomer  feest"


def test_a_report_cannot_be_changed(read):
    report = read(cultuur=FULL).rapport
    with pytest.raises(ValidationError, match="frozen"):
        report.titel = "Anders"
    with pytest.raises(ValidationError, match="frozen"):
        report.domeinen[0].realisaties[0].titel = "Anders"


def test_every_key_of_rapport_yaml_is_read(read):
    assert tuple(yaml.safe_load(EVERY_KEY)) == names_of(Rapport)
    report = read(rapport=EVERY_KEY, cultuur=FULL).rapport
    defaults = read(cultuur=FULL).rapport
    keys = Rapport.model_fields
    filled = {key for key in keys if getattr(report, key) != getattr(defaults, key)}
    assert filled == set(yaml.safe_load(EVERY_KEY)) - {*yaml.safe_load(RAPPORT), "formaat"}
    assert report.contact.e_mail == "a@voorbeeldegem.example"
    assert report.nota.adviezen[0].datum == date(2023, 5, 2)
    assert report.controle.negeer == ("VG031",)
    assert report.diensten["Communicatie"].e_mail == "b@voorbeeldegem.example"
    assert report.diensten["ICT"].naam is None
    assert (report.risicos.drempel, report.maturiteit.hoogste) == (9, 2)


@pytest.mark.parametrize(("schaal", "drempel"), [(3, 5), (4, 8), (5, 12)])
def test_a_risk_is_high_from_about_half_of_the_scale_on(read, schaal, drempel):
    report = read(rapport=f"{RAPPORT}\nrisicos: {{schaal: {schaal}}}").rapport
    assert report.risicos.drempel == drempel


def test_only_the_verified_levels_of_maturity_have_a_name(read):
    scale = read().rapport.maturiteit
    assert [number for number, naam in enumerate(scale.namen) if naam] == [0, 1, 2, 3]
    assert scale.hoogste == 5


def test_a_domain_is_read_with_its_risks_and_its_maturity(read):
    text = (
        "titel: C\nmaturiteit: {niveau: 0, doel: 3, toelichting: Uitleg}\nrisicos:\n"
        "  - titel: Uitval\n    kans: 3\n    impact: 5\n    restkans: 2\n    restimpact: 4\n"
        "    beheerst_door: [noodplan, back-up]\n  - Fraude\n"
    )
    domein = read(cultuur=text).rapport.domeinen[0]
    uitval, fraude = domein.risicos
    assert (domein.maturiteit.niveau, domein.maturiteit.doel) == (0, 3)
    assert (uitval.kans, uitval.impact, uitval.restkans, uitval.restimpact) == (3, 5, 2, 4)
    assert uitval.beheerst_door == ("noodplan", "back-up")
    assert (fraude.kans, fraude.beheerst_door) == (None, ())


def test_the_lists_of_a_domain_are_its_fields_with_acties():
    assert (
        tuple(key.name for key in keys_of(Domein) if key.part and issubclass(key.part, Actie))
        == SOORTEN
    )
    assert KEYS.lists == {*SOORTEN, "domeinen", "aanbevelingen"}


def test_keys_that_stand_at_the_top_of_a_file_only_are_known():
    assert {*SOORTEN, "criterium", "rechtsgrond", "bestuur", "domeinen"} <= KEYS.top
    assert not KEYS.top & {"titel", "dienst", "datum", "termijn", "toelichting"}


def test_what_is_made_in_code_is_judged_too():
    with pytest.raises(ValidationError):
        Actie(titel="Zomerfeest", termijn="ooit")
    with pytest.raises(ValidationError):
        Actie(titel="Zomerfeest", sdg=(18,))
    with pytest.raises(ValidationError):
        Actie(titel="Zomerfeest", plaats="Loket")


def test_a_line_that_is_no_yaml_does_not_hide_what_else_is_wrong(read):
    text = """\
        titel: Cultuur
        realisaties:
          - Welzijn: opleidingen
          - @plan
          -
          - titel: Intranet
            termijn: ooit
        vervallen:
          - titel: Oud plan
            reden: `stop
    """
    found = [(f.line, f.code) for f in read(cultuur=text).findings]
    assert found == [(3, "VG019"), (4, "VG004"), (5, "VG015"), (7, "VG016"), (10, "VG004")]


def test_of_a_file_read_in_part_nothing_is_said_to_be_missing(read):
    rapport = "rapportjaar: 2022\nbestuur @x\ntitel: Rapport\ndomeinen: [cultuur\n"
    found = [(f.file, f.line, f.code) for f in read(rapport=rapport).findings]
    assert {code for _, _, code in found} == {"VG004"}


def test_of_a_year_with_errors_the_domains_without_one_can_still_be_looked_at(read):
    rapport = """\
        rapportjaar: 2021
        bestuur: Gemeente Voorbeeldegem
        titel: Voortgangsrapport
        domeinen: [cultuur, sport]
        kader: leidraad
        datum: 2023-06-12
        ontwerp: true
        afkortingen: {MJP: meerjarenplan}
        controle: {negeer: [VG031]}
    """
    reading = read(rapport=rapport, cultuur="titel: C\nfoo: 1\n", sport="titel: Sport\n")
    assert reading.rapport is None
    assert reading.year == 2022
    assert reading.place("sport", "titel").column == 8
    partial = reading.partial
    assert [domein.titel for domein in partial.domeinen] == ["Sport"]
    assert (partial.rapportjaar, partial.bestuur, partial.titel) == (2022, "-", "-")
    assert (partial.kader, partial.datum) == ("leidraad", date(2023, 6, 12))
    assert partial.afkortingen == {"MJP": "meerjarenplan"}
    assert partial.controle.negeer == ("VG031",)
    assert not partial.ontwerp


@pytest.mark.parametrize(
    "wrong",
    [
        "maturiteit: {niveaus: [Nul, [x], Twee]}",
        "maturiteit: {niveaus: ['', {a: b}, [x]]}",
        "risicos: {schaal: [4], hoog_vanaf: 99}",
        "controle: {negeer: [[VG031], VG012]}",
        "afkortingen: {MJP: [x], ' ': {}}",
        "kader: [x]",
    ],
)
def test_what_is_wrong_in_rapport_yaml_keeps_no_domain_from_being_looked_at(read, wrong):
    reading = read(rapport=f"{RAPPORT}\n{wrong}\n")
    assert reading.findings
    assert [domein.titel for domein in reading.partial.domeinen] == ["Cultuur"]


def test_a_level_that_cannot_be_read_is_one_all_the_same(read):
    rapport = f"{RAPPORT}\nmaturiteit: {{niveaus: [Nul, Een, [x], Drie]}}\n"
    assert read(rapport=rapport).partial.maturiteit.hoogste == 3


def test_without_rapport_yaml_no_domain_is_looked_at(read):
    assert read(rapport=None).partial.domeinen == ()


def test_only_the_years_asked_for_are_read(tmp_path):
    for year in (2021, 2022):
        folder = tmp_path / "data" / str(year)
        folder.mkdir(parents=True)
        (folder / "rapport.yaml").write_text("titel: T\n", encoding="utf-8")
    assert list(read_all(Workspace(tmp_path))) == [2021, 2022]
    assert list(read_all(Workspace(tmp_path), (2022,))) == [2022]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("titel: C\nrealisaties:\n  - ''\n  - @plan\n", 4),
        ("- a\n- @b\n", 2),
    ],
    ids=["an empty entry", "a file without keys"],
)
def test_what_a_line_that_is_no_yaml_may_have_caused_is_not_said(read, text, line):
    assert [(f.line, f.code) for f in read(cultuur=text).findings] == [(line, "VG004")]


def test_a_file_of_which_nothing_could_be_read_is_not_said_to_be_missing():
    rapport = "rapportjaar: 2022\nbestuur: B\ntitel: T\ndomeinen: [cultuur]\n"
    files = {"rapport.yaml": rapport.encode(), "cultuur.yaml": b"titel: \xff\n"}
    found = [(f.file, f.code) for f in read_rapport(read_contents(2022, files, KEYS)).findings]
    assert found == [("data/2022/cultuur.yaml", "VG002")]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "planning:\n  - {titel: X, sdg: [" + "x, " * 3000 + "]}\n",
        "planning:\n" + "  - {titel: X, sdg: [x, y]}\n" * 3000,
        "planning:\n" + "  -\n" * 3000,
        "planning:\n  - X\n  - {titel: Y, deelacties: [" + "{}, " * 3000 + "]}\n  - [Z]\n",
        "".join(f"sleutel-{number}: x\n" for number in range(3000)),
    ],
    ids=["a list", "acties", "empty acties", "deelacties", "keys"],
)
def test_of_endless_mistakes_some_are_said_and_never_none(read, text):
    reading = read(cultuur="titel: C\n" + text)
    assert 1000 <= len(reading.findings) <= 2000
    assert reading.rapport is None
    assert reading.partial.domeinen == ()


def test_endless_mistakes_in_rapport_yaml_leave_the_rest_to_be_looked_at(read):
    codes = "VG031, " + "x, " * 3000 + "VG040"
    reading = read(rapport=f"{RAPPORT}\ncontrole: {{negeer: [{codes}]}}\n")
    assert len(reading.findings) == 1000
    assert reading.partial.controle.negeer == ("VG031", "VG040")


@pytest.mark.parametrize(
    "listed",
    [", ".join(f"domein-{number}" for number in range(3000)), ", ".join(["cultuur"] * 3000)],
    ids=["unknown ones", "the same one"],
)
def test_of_endless_mistakes_between_the_files_some_are_said(read, listed):
    reading = read(rapport=RAPPORT.replace("[cultuur]", f"[{listed}]"))
    assert len(reading.findings) == 1000
    assert reading.rapport is None


@pytest.mark.slow
def test_twice_the_files_that_do_not_match_the_list_is_twice_the_work(read, lines_of):
    def work(count):
        listed = ", ".join(f"domein-{number}x" for number in range(count))
        files = {f"domein-{number}": "titel: Cultuur\n" for number in range(count)}
        return lines_of(lambda: read(rapport=RAPPORT.replace("[cultuur]", f"[{listed}]"), **files))

    work(1)
    assert work(80) < 2.4 * work(40)
