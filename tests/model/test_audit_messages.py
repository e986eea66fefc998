"""The audits: read as strictly as a year, all that is wrong at its place and in one run."""

from datetime import date

import pytest

from voortgang.model import read_all
from voortgang.source import Workspace

AUDIT = """\
titel: Audit financiële processen
van: Audio
datum: 2021-11-30
aanbevelingen:
  - nummer: 1
    titel: Scheid bestellen, goedkeuren en betalen
    reactie: Aanvaard
    dienst: Financiën
    termijn: 2023-Q4
  - nummer: 2.b
    titel: Leg een kasboek aan
"""


@pytest.fixture
def audits(tmp_path, read):
    """Read the audits of a workspace, given as texts by the name of their file."""

    def audits(**texts):
        read()
        folder = tmp_path / "data/audits"
        folder.mkdir()
        for name, text in texts.items():
            (folder / f"{name.replace('_', '-')}.yaml").write_text(text, "utf-8")
        return read_all(Workspace(tmp_path))[2022].audits

    return audits


def test_an_audit_is_read_with_the_ids_of_its_aanbevelingen(audits):
    read = audits(financien_2021=AUDIT)
    (audit,) = read.audits
    assert (audit.id, audit.van, audit.datum) == ("financien-2021", "Audio", date(2021, 11, 30))
    assert [each for each, _ in audit.met_id()] == ["financien-2021-1", "financien-2021-2-b"]
    first, second = audit.aanbevelingen
    assert (first.reactie, first.dienst, str(first.termijn)) == (
        "Aanvaard",
        "Financiën",
        "vierde kwartaal 2023",
    )
    assert (second.nummer, second.reactie) == ("2.b", None)
    assert read.findings == ()


def test_a_workspace_without_audits_has_none(read):
    assert read().audits.audits == ()


def test_an_audit_of_after_the_year_is_left_out(audits):
    read = audits(financien_2021=AUDIT, ict="titel: Audit ICT\naanbevelingen: []\n")
    assert [each.id for each in read.of(2020)] == ["ict"]
    assert [each.id for each in read.of(2021)] == ["financien-2021", "ict"]


WRONG = {
    "titel: A\naanbevelinge:\n  - nummer: 1\n    titel: X\n": [
        "2:1 VG012 onbekende sleutel 'aanbevelinge'; bedoelde u 'aanbevelingen'?"
    ],
    "aanbevelingen:\n  - titel: X\n": [
        "1:1 VG013 de verplichte sleutel 'titel' ontbreekt",
        "2:5 VG013 de verplichte sleutel 'nummer' ontbreekt",
    ],
    "titel: A\naanbevelingen:\n  - Een tekst\n": [
        "3:5 VG014 'aanbevelingen' heeft eigen sleutels nodig"
    ],
    "titel: A\naanbevelingen:\n  - nummer: 1\n    titel: X\n  - nummer: 1\n    titel: Y\n": [
        "5:13 VG017 de aanbeveling 'a-1' staat al op regel 3"
    ],
    "titel: A\naanbevelingen:\n  - nummer: '-'\n    titel: X\n    termijn: ooit\n": [
        "3:13 VG016 '-' is geen nummer: er staat geen cijfer en geen letter in",
        "5:14 VG016 'ooit' is geen termijn",
    ],
    f"titel: A\naanbevelingen:\n  - nummer: {'9' * 5000}\n    titel: X\n": [
        "3:13 VG016 een nummer van 5000 tekens is te lang om naar te verwijzen"
    ],
    "titel: A\ndatum: gisteren\naanbevelingen: []\n": ["2:8 VG016 'gisteren' is geen datum"],
    "titel: A\ntitel: B\naanbevelingen: []\n": [
        "2:1 VG006 de sleutel 'titel' staat hier voor de tweede keer (eerst op regel 1)"
    ],
}


@pytest.mark.parametrize(
    ("text", "said"), WRONG.items(), ids=[each[0][8:] for each in WRONG.values()]
)
def test_what_is_wrong_with_an_audit_is_said_at_its_place(audits, text, said):
    found = audits(a=text).findings
    assert [f"{f.line}:{f.column} {f.code} {f.message}" for f in found] == said
    assert {f.file for f in found} == {"data/audits/a.yaml"}
    assert all(f.hint for f in found)


def test_all_that_is_wrong_with_all_audits_comes_in_one_run(audits):
    read = audits(
        a="titel: A\nxyz: 1\naanbevelingen: []\n", b="titel:\naanbevelingen: []\n", c=AUDIT
    )
    assert [(f.file, f.code) for f in read.findings] == [
        ("data/audits/a.yaml", "VG012"),
        ("data/audits/b.yaml", "VG015"),
    ]
    assert [each.id for each in read.audits] == ["c"]


def test_one_id_in_two_audits_is_told(audits):
    one = "titel: A\naanbevelingen:\n  - nummer: {}\n    titel: X\n"
    (found,) = audits(a=one.format("b-1"), a_b=one.format(1)).findings
    assert (found.file, found.line, found.code) == ("data/audits/a.yaml", 3, "VG017")
    assert found.message == "de aanbeveling 'a-b-1' staat al op regel 3 van data/audits/a-b.yaml"
