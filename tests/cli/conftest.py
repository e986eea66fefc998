"""Running the real program, as its users do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from program import Answer, run
from werkmap import small


@pytest.fixture
def voortgang() -> Callable[..., Answer]:
    return run


@pytest.fixture
def workspace(tmp_path) -> Path:
    return small(tmp_path)
