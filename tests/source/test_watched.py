"""Watching: what is saved in the workspace is heard, and nothing of what lies elsewhere."""

import os
from itertools import islice
from pathlib import Path

import pytest

from voortgang.findings import Obstacle
from voortgang.source.changes import MOST_FOLDERS, changes

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows makes no links without a right")


@pytest.fixture
def root(tmp_path) -> Path:
    (tmp_path / "werk/data/2022").mkdir(parents=True)
    (tmp_path / "elders/diep").mkdir(parents=True)
    return tmp_path / "werk"


def heard(root: Path, save: Path) -> set[str]:
    """Begin to look, save one file, and give what was heard first."""
    found = changes(root)
    next(found)
    save.write_text("x", encoding="utf-8")
    (root / "data/2022/slot.yaml").write_text("x", encoding="utf-8")
    names: set[str] = set()
    for _ in range(20):
        if "slot.yaml" in names:
            break
        names |= {Path(path).name for _, path in next(found)}
    found.close()
    assert "slot.yaml" in names
    return names - {"slot.yaml"}


@pytest.mark.parametrize("place", ["templates", "data/2023", "data/2022/meer"])
def test_a_link_that_leads_out_is_not_followed(root, place):
    (root / place).symlink_to(root.parent / "elders")
    assert heard(root, root.parent / "elders/a.yaml") == set()
    assert heard(root, root.parent / "elders/diep/a.yaml") == set()


@pytest.mark.parametrize("place", ["templates", "data/2023", "beelden/diep/dieper"])
def test_a_folder_and_a_link_that_stays_inside_are(root, place):
    (root / "eigen").mkdir()
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).symlink_to(root / "eigen")
    assert heard(root, root / "eigen/a.yaml") == {"a.yaml"}


def test_a_link_to_all_there_is_costs_nothing(root):
    for name in ("templates", "beelden", "data/2021"):
        (root / name).symlink_to("/")
    (root / "data/rond").symlink_to(root)
    (root / "data/zelf").symlink_to(root / "data/zelf")
    assert heard(root, root / "data/2022/a.yaml") == {"a.yaml"}


def test_a_flood_of_folders_is_watched_for_a_part(root):
    for number in range(MOST_FOLDERS + 50):
        (root / f"data/9{number:04}").mkdir()
    assert heard(root, root / "data/2022/a.yaml") == {"a.yaml"}


def test_a_workspace_that_goes_away_is_said(root):
    found = changes(root)
    next(found)
    root.rename(root.with_name("weg"))
    with pytest.raises(Obstacle, match="is er niet meer"):
        list(islice(found, 3))
