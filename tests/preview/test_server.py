"""The local address: for this computer only, and only for who knows its token."""

import json
import re
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from voortgang.findings import Obstacle
from voortgang.preview.server import Preview
from voortgang.source import Workspace


@pytest.fixture
def ask(served):
    return partial(asked, served)


def asked(served, path, *, token=None, method="GET", headers=None):
    known = served.token if token is None else token
    connection = HTTPConnection(served.address.removeprefix("http://"), timeout=10)
    connection.request(method, f"{path}?token={known}", headers=headers or {})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_the_address_is_of_this_computer_and_holds_a_long_token(served):
    assert served.address.startswith("http://127.0.0.1:")
    assert len(served.token) >= 32


def test_two_previews_have_different_tokens(served, root, workers):
    other = Preview(Workspace(root), 2022, 0, workers)
    assert other.token != served.token
    other.close()


def test_page_state_and_nota_are_served(ask):
    page, body = ask("/")
    assert page.status == 200
    assert b'role="tablist"' in body
    answer, body = ask("/stand")
    assert json.loads(body)["goed"]
    answer, body = ask("/nota/0")
    assert (answer.status, b"<!DOCTYPE html>" in body) == (200, True)


@pytest.mark.parametrize("path", ["/", "/stand", "/nota/0", "/wijzigingen"])
@pytest.mark.parametrize("given", ["", "fout", "%C3%A9"])
def test_without_the_token_nothing_is_told(ask, path, given):
    answer, body = ask(path, token=given)
    assert answer.status == 403
    assert b"Voorbeeldegem" not in body


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "evil.example:80", ""]
)
def test_another_host_name_is_refused_even_with_the_token(ask, host):
    answer, _ = ask("/stand", headers={"Host": host})
    assert answer.status == 421


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1", "null"])
@pytest.mark.parametrize("path", ["/", "/stand", "/nota/0", "/pagina.js"])
def test_another_page_is_refused_even_with_the_token(ask, origin, path):
    assert ask(path, headers={"Origin": origin})[0].status == 403


def test_its_own_page_is_not(ask, served):
    assert ask("/stand", headers={"Origin": served.address.rstrip("/")})[0].status == 200


REACHING = """
<meta http-equiv="refresh" content="0; url=http://evil.example/">
<link rel=preconnect href="http://evil.example/">
<LINK\nrel=dns-prefetch href="//evil.example/" title=">">
<li<link >nk rel=prefetch href="http://evil.example/">
<link/rel=preconnect/href=//evil.example"""


def test_the_nota_reaches_nothing_whatever_its_page_says(alone):
    page = (Path(__file__).parents[2] / "templates/nota.html.j2").read_text("utf-8")
    (alone.root / "templates").mkdir()
    (alone.root / "templates/nota.html.j2").write_text(
        page.replace("</head>", f"{REACHING}</head>"), "utf-8"
    )
    alone.save("cultuur.yaml", "Nieuw onthaal", "Nieuw loket")
    assert alone.preview.stand.wait(1, 60) == 2
    answer, body = asked(alone, "/nota/0")
    assert b"Nieuw loket" in body
    assert not re.search(rb"<(link|meta)[\s/>]", body, re.IGNORECASE)
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_localhost_is_a_good_name_too(ask, served):
    port = served.address.rpartition(":")[2]
    assert ask("/stand", headers={"Host": f"localhost:{port}"})[0].status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../view.py", "/letters/../../cli/app.py", "/pagina/../server.py", "/%2e%2e/server.py",
        "//etc/passwd", "/letters/%2e%2e/OFL.txt", "/pagina.html", "/data/2022/rapport.yaml",
        "/nota/-1", "/nota/9", "/nota/x", "/nota/99999999999999", "/beeld/x", "/beeld/../view.py",
    ],
)  # fmt: skip
def test_only_what_is_listed_exists(ask, path):
    answer, body = ask(path)
    assert answer.status == 404
    assert b"import" not in body


def test_nothing_can_be_sent_to_it(ask):
    assert ask("/stand", method="POST")[0].status == 501


def test_every_answer_forbids_what_the_page_does_not_need(ask):
    answer, _ = ask("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    for path in ("/", "/stand", "/pagina.js", "/letters/Carlito-Bold.ttf"):
        answer, _ = ask(path)
        assert answer.status == 200
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "Access-Control-Allow-Origin" not in answer.headers
    assert "script" not in ask("/nota/0")[0].headers["Content-Security-Policy"]


def test_a_page_hears_of_a_change(alone):
    connection = HTTPConnection(alone.address.removeprefix("http://"), timeout=10)
    connection.request("GET", f"/wijzigingen?token={alone.token}")
    stream = connection.getresponse()
    assert stream.readline() == b"data: 1\n"
    assert stream.readline() == b"\n"
    alone.save("cultuur.yaml", "Nieuw onthaal", "Nieuw loket")
    assert stream.readline() == b"data: 2\n"
    stream.close()
    connection.close()


def test_a_port_that_is_taken_is_said(served, root, workers):
    port = int(served.address.rpartition(":")[2])
    with pytest.raises(Obstacle, match=f"poort {port} is al in gebruik"):
        Preview(Workspace(root), 2022, port, workers)


def test_a_port_that_was_given_back_is_free_at_once(root, workers):
    first = Preview(Workspace(root), 2022, 0, workers)
    port = int(urlsplit(first.address).port)
    first.close()
    again = Preview(Workspace(root), 2022, port, workers)
    assert urlsplit(again.address).port == port
    again.close()


def test_a_port_that_cannot_be_is_said(root, workers):
    with pytest.raises(Obstacle, match="70000 is geen poort"):
        Preview(Workspace(root), 2022, 70000, workers)
