"""Running the real program, as its users do."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from werkmap import write_year

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
