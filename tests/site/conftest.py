"""A site of a made-up town, with words in its data that mean something to a browser."""

import shutil
from pathlib import Path

import pytest
from browsertaal import AUDIT, MORE, RISK, WORK

from voortgang.site.publish import Site, make_site
from voortgang.source import Workspace

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def town(tmp_path_factory) -> Path:
    """Three years, the last with an actie of which every word has signs of HTML."""
    work = tmp_path_factory.mktemp("stad")
    shutil.copytree(ROOT / "tests/voorbeeld", work, dirs_exist_ok=True)
    file = work / "data/2024/informatie-en-ict.yaml"
    text = file.read_text(encoding="utf-8")
    for key, more in (("planning", MORE), ("realisaties", WORK), ("risicos", RISK)):
        text = text.replace(f"{key}:\n", f"{key}:{more}")
    file.write_text(text, encoding="utf-8")
    for year, level in ((2023, "{niveau: 0}"), (2024, "{niveau: 2, doel: 4}")):
        file = work / f"data/{year}/informatie-en-ict.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(f"{text}maturiteit: {level}\n", encoding="utf-8")
    (work / "data/audits").mkdir()
    (work / "data/audits/audit-toegang.yaml").write_text(AUDIT, encoding="utf-8")
    return work


@pytest.fixture(scope="session")
def site(town) -> Site:
    return make_site(Workspace.find(town))


@pytest.fixture(scope="session")
def folder(site, tmp_path_factory) -> Path:
    """The site on disk."""
    home = tmp_path_factory.mktemp("site")
    for path, content in site.files.items():
        (home / path).parent.mkdir(exist_ok=True)
        (home / path).write_bytes(content)
    return home
