"""A sound workspace to be spoiled, and the program under guard."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from attack import SOUND, Answer, fill, held, run


@pytest.fixture
def attacked(tmp_path) -> Callable[..., Answer]:
    """Run the program and hold its answer to what always holds."""

    def attack(*args: object, env: Mapping[str, str] | None = None, cwd: Path | None = None):
        return held(run(*args, cwd=cwd or tmp_path / "werk", env=env))

    return attack


@pytest.fixture
def work(tmp_path) -> Path:
    """A sound workspace, to be spoiled."""
    return fill(tmp_path / "werk", SOUND)
