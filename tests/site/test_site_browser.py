"""The site in a real browser: axe, the filters, and everything without a script."""

import json
import os
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest

REPOSITORY = Path(__file__).parents[2]
SCRIPT = Path(__file__).parent / "browser.cjs"

pytestmark = pytest.mark.browser


PAGES = ("2024/index.html", "2024/nota-2024.html", "2024/samenvatting-2024.html")


@pytest.fixture(scope="module")
def seen(folder):
    """What each scene of the script saw, all in one browser."""
    modules = Path(os.environ.get("NODE_MODULES_DIR", REPOSITORY / "node_modules"))
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.glob("*.html"))
    done = subprocess.run(
        ["node", SCRIPT, modules.parent, folder.as_uri(), *pages, *PAGES, "gegevens/index.html"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        env={"CHROMIUM": "/usr/bin/chromium", **os.environ},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def scene(seen):
    """Give what a scene saw, which asked for nothing from elsewhere and went without an error."""

    def give(name):
        found = seen[name]
        assert found["wrong"] == []
        assert set(found["asked"]) <= {"file:", "data:"}
        return found["seen"]

    return give


def test_axe_finds_nothing_and_every_page_stays_within_its_width(scene):
    assert scene("axe") == {}


def test_what_is_chosen_narrows_the_rows_and_goes_into_the_address(scene, site):
    total = site.files["acties.html"].count(b"<tr data-rij")
    seen = scene("filter")
    every, year, both, mailed, reset, odd = seen["steps"]
    assert every == [total, f"{total} acties", ""]
    assert 0 < year[0] < total
    assert year[1:] == [f"{year[0]} van {total} acties", "?jaar=2023"]
    assert both == mailed == [1, f"1 van {total} acties", "?zoek=ACTIEPLAN++aud%C3%ADt&jaar=2023"]
    assert seen["sections"] == 1
    assert both[2] in unquote(seen["mail"])
    assert reset == odd == every


def test_without_a_script_everything_is_there_and_no_filter_pretends_to_work(scene, site):
    total = site.files["acties.html"].count(b"<tr data-rij")
    assert scene("plain") == {"rows": total, "form": False}


def test_an_address_of_a_plan_leads_to_that_plan(scene):
    assert scene("anchor")


def test_a_link_to_a_plan_that_the_filters_hide_shows_it(scene):
    assert scene("link") == [False, True]
