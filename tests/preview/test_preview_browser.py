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


@pytest.fixture(scope="module")
def root(tmp_path_factory, fill):
    """With a nota for two bodies, of which a long name is to be chosen on a small screen."""
    root = fill(tmp_path_factory.mktemp("voorvertoning"))
    file = root / "data/2022/rapport.yaml"
    text = file.read_text(encoding="utf-8")
    organen = "[college van burgemeester en schepenen, raad voor maatschappelijk welzijn]"
    file.write_text(f"{text}nota: {{organen: {organen}}}\n", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def seen(root):
    """Run the real program on the workspace, and give what each scene of the script saw."""
    program = subprocess.Popen(
        [sys.executable, "-m", "voortgang", "preview", "2022"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    address = program.stdout.readline().strip()
    modules = Path(os.environ.get("NODE_MODULES_DIR", REPOSITORY / "node_modules"))
    try:
        done = subprocess.run(
            ["node", SCRIPT, modules.parent, address, root / "data/2022/cultuur.yaml"],
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
            env={"CHROMIUM": "/usr/bin/chromium", **os.environ},
        )
    finally:
        program.send_signal(signal.SIGINT)
        _, err = program.communicate(timeout=20)
    assert program.returncode == 130
    assert "Traceback" not in err
    assert done.returncode == 0, done.stderr
    return urlsplit(address).netloc, json.loads(done.stdout)


@pytest.fixture
def scene(seen):
    """Give what a scene saw, which asked for nothing from elsewhere and went without an error."""

    def give(name):
        host, scenes = seen
        found = scenes[name]
        assert found["wrong"] == []
        assert set(found["asked"]) <= {host, "data:"}
        return found["seen"]

    return give


def test_axe_finds_nothing_and_every_tab_stays_within_its_width(scene):
    tabs = ("presentatie", "nota", "opvolging", "bevindingen")
    assert scene("axe") == {
        f"{tab} {width}": {"violations": [], "wide": width} for width in (320, 1280) for tab in tabs
    }


def test_the_caret_stands_under_what_is_meant(scene):
    """Far to the right, where letters of two sizes would not do."""
    found = scene("caret")
    assert found
    assert {away for _, away in found} == {0}


def test_slides_and_tabs_go_by_the_keyboard(scene):
    second, third, back, tab, hidden, current = scene("keyboard")
    assert second.startswith("Dia 2 van ")
    assert third.startswith("Dia 3 van ")
    assert back == second
    assert (tab, hidden, current) == ("tab-nota", True, "true")


def test_a_saved_file_shows_at_once_and_a_broken_one_keeps_the_last_good_view(scene):
    seen = scene("saving")
    # A second is the aim; a loaded machine gets two.
    assert max(seen["change"], seen["broken"], seen["mended"]) < 2000
    assert "data/2022/cultuur.yaml, regel" in seen["banner"]
    assert "U ziet de laatste goede versie." in seen["banner"]
    assert seen["kept"]
    assert "onbekende sleutel 'plannen'" in seen["findings"]
    assert seen["violations"] == []
    assert seen["gone"]
