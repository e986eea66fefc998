"""`voortgang preview`: its address, its words, its end."""

import signal
import sys
import time
import urllib.request
from urllib.parse import urlsplit

import program
import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")


@pytest.fixture
def running(workspace):
    started = []

    def start(*args):
        started.append(program.start("preview", *args, cwd=workspace))
        return started[-1], started[-1].wait_for("\n", 1).strip()

    yield start
    for each in started:
        each.signal(signal.SIGINT)
        answer = each.wait(20)
        assert answer.status == 130
        assert "Traceback" not in answer.err


def read(address, path="/stand"):
    parts = urlsplit(address)
    with urllib.request.urlopen(f"http://{parts.netloc}{path}?{parts.query}", timeout=10) as answer:
        return answer.read().decode()


def test_stdout_is_one_local_address_and_ctrl_c_ends_quietly(running):
    preview, address = running("2022")
    parts = urlsplit(address)
    assert (parts.scheme, parts.hostname, parts.path) == ("http", "127.0.0.1", "/")
    assert parts.query.startswith("token=")
    assert '"goed": true' in read(address)
    time.sleep(0.5)
    assert "stop met Ctrl-C" in preview.said(2)
    assert preview.said(1) == f"{address}\n"


def test_a_saved_file_is_shown_within_moments(running, workspace):
    _, address = running()
    file = workspace / "data/2022/cultuur.yaml"
    time.sleep(0.5)
    file.write_text(file.read_text("utf-8").replace("Nieuw onthaal", "Nieuw loket"), "utf-8")
    wait_for(lambda: "Nieuw loket" in read(address))


def test_a_template_that_is_added_later_counts_too(running, workspace):
    _, address = running()
    (workspace / "templates").mkdir()
    (workspace / "templates/presentatie.md.j2").write_text("# Eigen tekst {.titelblad}\n", "utf-8")
    wait_for(lambda: "Eigen tekst" in read(address))


def wait_for(condition, tries=200):
    for _ in range(tries):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("nothing came of it")


def test_a_port_that_is_taken_exits_2_and_says_what_to_do(running, voortgang, workspace):
    _, address = running()
    answer = voortgang("preview", "--port", str(urlsplit(address).port), cwd=workspace)
    assert answer.status == 2
    assert "is al in gebruik" in answer.err
    assert "--port" in answer.err


@pytest.mark.parametrize(
    ("args", "words"),
    [(["1999"], "er is geen map data/1999"), (["--port", "99999"], "is geen poort")],
)
def test_wrong_use_exits_2(voortgang, workspace, args, words):
    answer = voortgang("preview", *args, cwd=workspace)
    assert answer.status == 2
    assert words in answer.err
