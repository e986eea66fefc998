"""Running the real program, as its users do."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent.parent


class Answer(NamedTuple):
    """What the program gave back."""

    status: int
    out: str
    err: str


def call(*args: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None) -> Answer:
    done = subprocess.run(
        [sys.executable, "-m", "voortgang", *map(str, args)],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def voortgang() -> Callable[..., Answer]:
    return call


@pytest.fixture
def workspace(tmp_path) -> Path:
    """A small sound workspace of a municipality that does not exist."""
    write_year(
        tmp_path,
        2022,
        # One plan has an owner and one has none, which these tests are not about.
        rapport={"domeinen": "[cultuur, middelen]", "controle": "{negeer: [VG103, VG104]}"},
        cultuur="titel: Organisatiecultuur\n"
        "realisaties:\n"
        "  - Nieuw onthaal\n"
        "  - titel: Welzijn op het werk\n"
        "    deelacties: [Bevraging, Vertrouwenspersonen]\n"
        "planning:\n"
        "  - Nieuw intranet voor iedereen\n",
        middelen="titel: Middelen\n"
        "realisaties:\n"
        "  - Audit van de kassa's\n"
        "planning:\n"
        "  - titel: Actieplan na de audit\n"
        "    dienst: Financiën\n"
        "    termijn: 2023-Q2\n",
    )
    return tmp_path


def write_year(root: Path, year: int, *, rapport: dict[str, str], **domeinen: str) -> None:
    folder = root / "data" / str(year)
    folder.mkdir(parents=True, exist_ok=True)
    lines = {
        "rapportjaar": str(year),
        "bestuur": "Gemeente Voorbeeldegem",
        "titel": "Voortgangsrapport organisatiebeheersing",
        **rapport,
    }
    text = "".join(f"{key}: {value}\n" for key, value in lines.items())
    (folder / "rapport.yaml").write_text(text, encoding="utf-8")
    for name, content in domeinen.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
