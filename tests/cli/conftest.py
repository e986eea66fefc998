"""Running the real program, as its users do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from program import Answer, run
from werkmap import write_year


@pytest.fixture
def voortgang() -> Callable[..., Answer]:
    return run


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
