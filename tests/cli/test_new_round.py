"""The yearly round as an editor walks it, from the real data of 2022 to a 2023 that is invented."""

import json
import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def workspace(tmp_path):
    shutil.copytree(ROOT / "data/2022", tmp_path / "data/2022")
    return tmp_path


def move(text, plan, to, instead=None):
    """Cut a plan out of te_beantwoorden and paste it right below a key, as an editor does."""
    assert plan in text
    return text.replace(plan, "", 1).replace(f"{to}:\n", f"{to}:\n{instead or plan}", 1)


def codes(answer):
    return re.findall(r": (?:waarschuwing|fout) (VG\d{3}): ", answer.out)


def test_from_2022_to_2023(voortgang, workspace):
    assert voortgang("new", "2023", cwd=workspace).status == 0
    van = json.loads(voortgang("diff", "2022", "2023", "--format", "json", cwd=workspace).out)[
        "totalen"
    ]
    assert van == {
        "gerealiseerd": 0,
        "deels_gerealiseerd": 0,
        "lopend": 0,
        "vervallen": 0,
        "zonder_opvolging": 50,  # the 58 entries are 50 different plans
        "nieuwe_realisaties": 0,
        "nieuwe_planning": 0,
        "uitgesteld": 0,
    }
    checked = voortgang("check", "2023", cwd=workspace)
    assert checked.status == 0
    assert codes(checked).count("VG060") == 50
    assert "vervolg_op: nieuw-intranet" in checked.out

    path = workspace / "data/2023/organisatiecultuur.yaml"
    text = path.read_text("utf-8")
    text = move(text, "  - Omstaanderstraining\n", "realisaties")
    text = move(text, "  - Organisatie van de toekomst\n", "planning")
    given_up = "  - titel: Digitale vergoeding\n    reden: geen budget\n"
    text = move(text, "  - Digitale vergoeding\n", "vervallen", given_up)
    half = "  - titel: Intranet, documenten verhuisd\n    vervolg_op: nieuw-intranet\n"
    text = move(text, "  - Nieuw intranet\n", "realisaties", half)
    rest = "  - titel: Intranet, opleidingen\n    vervolg_op: nieuw-intranet\n"
    text = text.replace("planning:\n", f"planning:\n{rest}", 1)
    path.write_text(text, "utf-8")

    checked = voortgang("check", "2023", cwd=workspace)
    assert checked.status == 0
    assert codes(checked).count("VG060") == 46
    shown = voortgang("diff", "2022", "2023", cwd=workspace).out
    for line in (
        "● gerealiseerd        Omstaanderstraining\n",
        "½ deels gerealiseerd  Nieuw intranet – als ‘Intranet, opleidingen’\n",
        "→ lopend              Organisatie van de toekomst\n",
        "× vervallen           Digitale vergoeding – geen budget\n",
        "Totaal: ● 1 gerealiseerd, ½ 1 deels gerealiseerd, → 1 lopend, × 1 vervallen, ",
        ", ? 46 zonder opvolging, ",
    ):
        assert line in shown


def test_new_warns_of_nothing_but_plans_and_empty_domains(voortgang, workspace):
    voortgang("new", "2023", cwd=workspace)
    others = set(codes(voortgang("check", "2023", cwd=workspace))) - {"VG060"}
    # VG042: each domain still has no realisaties and no planning, though plans await their answer.
    assert others <= {"VG042"}


@pytest.mark.slow
def test_the_new_year_builds(voortgang, workspace):
    voortgang("new", "2023", cwd=workspace)
    assert voortgang("build", "2023", cwd=workspace).status == 0
    deck = workspace / "uitvoer/2023/presentatie-2023.pptx"
    assert "# Opvolging" in voortgang("tekst", deck, cwd=workspace).out
