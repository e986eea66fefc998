"""The preview in a real browser: axe, the keyboard, and what happens when a file is saved."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

REPOSITORY = Path(__file__).parents[2]
SCRIPT = Path(__file__).parent / "browser.cjs"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals"),
]


@pytest.fixture
def root(root):
    """With a nota for two bodies, of which a long name is to be chosen on a small screen."""
    file = root / "data/2022/rapport.yaml"
    text = file.read_text(encoding="utf-8")
    organen = "[college van burgemeester en schepenen, raad voor maatschappelijk welzijn]"
    file.write_text(f"{text}nota: {{organen: {organen}}}\n", encoding="utf-8")
    return root


@pytest.fixture
def drive(root):
    """Run the real program on the workspace, and a scene of the script in a browser."""
    program = subprocess.Popen(
        [sys.executable, "-m", "voortgang", "preview", "2022"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    address = program.stdout.readline().strip()

    def run(scene):
        modules = Path(os.environ.get("NODE_MODULES_DIR", REPOSITORY / "node_modules"))
        file = root / "data/2022/cultuur.yaml"
        done = subprocess.run(
            ["node", SCRIPT, modules.parent, address, scene, file],
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=90,
            env={"CHROMIUM": "/usr/bin/chromium", **os.environ},
        )
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        assert found["wrong"] == []
        assert set(found["asked"]) <= {urlsplit(address).netloc, "data:"}
        return found["seen"]

    yield run
    program.send_signal(signal.SIGINT)
    _, err = program.communicate(timeout=20)
    assert program.returncode == 130
    assert "Traceback" not in err


def test_axe_finds_nothing_and_every_tab_stays_within_its_width(drive):
    tabs = ("presentatie", "nota", "opvolging", "bevindingen")
    assert drive("axe") == {
        f"{tab} {width}": {"violations": [], "wide": width} for width in (320, 1280) for tab in tabs
    }


def test_the_caret_stands_under_what_is_meant(drive, root):
    """Far to the right, where letters of two sizes would not do."""
    file = root / "data/2022/cultuur.yaml"
    text = file.read_text(encoding="utf-8")
    long = "  - 'Een werkgroep die over de grenzen heen werkt'  # voortgang: negeer VG999\n"
    file.write_text(text.replace("planning:\n", f"planning:\n{long}"), encoding="utf-8")
    found = drive("caret")
    assert found
    assert {away for _, away in found} == {0}


def test_slides_and_tabs_go_by_the_keyboard(drive):
    second, third, back, tab, hidden, current = drive("keyboard")
    assert second.startswith("Dia 2 van ")
    assert third.startswith("Dia 3 van ")
    assert back == second
    assert (tab, hidden, current) == ("tab-nota", True, "true")


def test_a_saved_file_shows_at_once_and_a_broken_one_keeps_the_last_good_view(drive):
    seen = drive("saving")
    # A second is the aim; a loaded machine gets two.
    assert max(seen["change"], seen["broken"], seen["mended"]) < 2000
    assert "data/2022/cultuur.yaml, regel" in seen["banner"]
    assert "U ziet de laatste goede versie." in seen["banner"]
    assert seen["kept"]
    assert "onbekende sleutel 'plannen'" in seen["findings"]
    assert seen["violations"] == []
    assert seen["gone"]
