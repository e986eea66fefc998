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


@pytest.fixture
def drive(folder):
    def run(scene, *pages):
        modules = Path(os.environ.get("NODE_MODULES_DIR", REPOSITORY / "node_modules"))
        done = subprocess.run(
            ["node", SCRIPT, modules.parent, scene, folder.as_uri(), *pages],
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
            env={"CHROMIUM": "/usr/bin/chromium", **os.environ},
        )
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        assert found["wrong"] == []
        assert set(found["asked"]) <= {"file:", "data:"}
        return found["seen"]

    return run


def test_axe_finds_nothing_and_every_page_stays_within_its_width(drive, folder):
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.glob("*.html"))
    pages += [
        "2024/index.html",
        "2024/nota-2024.html",
        "2024/samenvatting-2024.html",
        "gegevens/index.html",
    ]
    assert drive("axe", *pages) == {}


def test_what_is_chosen_narrows_the_rows_and_goes_into_the_address(drive, site):
    total = site.files["acties.html"].count(b"<tr data-rij")
    seen = drive("filter")
    every, year, both, mailed, reset, odd = seen["steps"]
    assert every == [total, f"{total} acties", ""]
    assert 0 < year[0] < total
    assert year[1:] == [f"{year[0]} van {total} acties", "?jaar=2023"]
    assert both == mailed == [1, f"1 van {total} acties", "?zoek=ACTIEPLAN++aud%C3%ADt&jaar=2023"]
    assert seen["sections"] == 1
    assert both[2] in unquote(seen["mail"])
    assert reset == odd == every


def test_without_a_script_everything_is_there_and_no_filter_pretends_to_work(drive, site):
    total = site.files["acties.html"].count(b"<tr data-rij")
    assert drive("plain") == {"rows": total, "form": False}


def test_an_address_of_a_plan_leads_to_that_plan(drive):
    assert drive("anchor", "plan-test-van-het-herstelplan")


def test_a_link_to_a_plan_that_the_filters_hide_shows_it(drive):
    assert drive("link", "plan-test-van-het-herstelplan") == [False, True]
