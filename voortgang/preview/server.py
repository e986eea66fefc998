"""The local address: this computer only, a token for what it tells, nothing from elsewhere."""

import re
import secrets
import sys
from collections.abc import Callable, Iterator, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

from voortgang.findings import Obstacle
from voortgang.preview.album import KIND, Album
from voortgang.preview.stand import Stand
from voortgang.preview.view import Studio
from voortgang.source import Workspace
from voortgang.source.bounded.pool import Workers

HERE = "127.0.0.1"
HEARTBEAT = 15  # seconds: how soon a page that went away is noticed
IDLE = 30  # seconds: how long a connection may say nothing
PAGES = Path(__file__).parent / "pagina"
LETTERS = Path(__file__).parent.parent / "office" / "fonts"
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
FIXED = {
    "/pagina.css": (PAGES / "pagina.css", "text/css; charset=utf-8"),
    "/pagina.js": (PAGES / "pagina.js", "text/javascript; charset=utf-8"),
    **{f"/letters/Carlito-{s}.ttf": (LETTERS / f"Carlito-{s}.ttf", "font/ttf") for s in STYLES},
}
OWN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
# The nota has its styles in itself; it runs nothing, fetches nothing and goes nowhere.
NOTA = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; "
    "base-uri 'none'; form-action 'none'; "
    "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox"
)
DRAWING = "default-src 'none'; img-src data:; frame-ancestors 'none'; sandbox"
# What a browser looks up or goes to whatever the policy says: preconnect, dns-prefetch, refresh.
REACHING = re.compile(rb"<(?:link|meta)(?=[\s/>])[^>]*>?", re.IGNORECASE)
HTML = "text/html; charset=utf-8"


class Preview:
    """A local page about one year, from its first build until Ctrl-C."""

    def __init__(self, workspace: Workspace, year: int, port: int, workers: Workers) -> None:
        """Build the first view and take the port; raises Obstacle where that is taken.

        `workers` are those of `preview.view.workers`.
        """
        self.workspace = workspace
        self.token = secrets.token_urlsafe(24)
        studio = Studio(workspace, year, workers)
        self.stand = Stand(workspace.root, studio.build)
        self._server = _listen(port, self.stand, studio.album, self.token)
        self.first = self.stand.renew() or ""

    @property
    def address(self) -> str:
        """The address to open, with its token."""
        return f"http://{HERE}:{self._server.server_port}/?token={self.token}"

    def serve(self, changes: Iterator[object], tell: Callable[[str], None]) -> None:
        """Answer pages, and build anew at each change, until interrupted."""
        thread = Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            for _ in changes:
                told = self.stand.renew()
                if told:
                    tell(told)
        finally:
            self._server.shutdown()
            self.close()

    def close(self) -> None:
        """Give the port back."""
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own."""

    daemon_threads = True
    # A port that is taken must be said; one that was given back a moment ago must be free. Windows
    # would share a port with whoever has it.
    allow_reuse_address = sys.platform != "win32"
    allow_reuse_port = False
    stand: Stand
    album: Album
    token: str

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a page goes away in the middle of an answer."""


def _listen(port: int, stand: Stand, album: Album, token: str) -> _Server:
    try:
        server = _Server((HERE, port), _Handler)
    except OSError as error:
        hint = "kies een andere poort met --port, of laat --port weg"
        raise Obstacle(f"poort {port} is al in gebruik of mag niet", hint) from error
    except OverflowError as error:
        raise Obstacle(f"{port} is geen poort", "kies een getal van 1024 tot 65535") from error
    server.stand, server.album, server.token = stand, album, token
    return server


class _Handler(BaseHTTPRequestHandler):
    """Answers one page; whatever is not in its lists does not exist."""

    server: _Server
    timeout = IDLE
    server_version = "voortgang"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer, after looking whom the request is for and whether it knows the token."""
        if self.headers.get("Host") not in self._names():
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST, "dit adres hoort niet bij het voorbeeld")
            return
        if self.headers.get("Origin", self._origins()[0]) not in self._origins():
            self._refuse(HTTPStatus.FORBIDDEN, "het voorbeeld is niet voor andere pagina's")
            return
        address = urlsplit(self.path)
        if address.path in FIXED:
            path, kind = FIXED[address.path]
            self._send(path.read_bytes(), kind, {"Cache-Control": "max-age=3600"})
            return
        if address.path.startswith("/beeld/"):
            self._picture(address.path.removeprefix("/beeld/"))
            return
        given = parse_qs(address.query).get("token", [""])[-1]
        if not secrets.compare_digest(given.encode(), self.server.token.encode()):
            hint = "open het adres dat `voortgang preview` toont"
            self._refuse(HTTPStatus.FORBIDDEN, hint)
            return
        self._answer(address.path)

    def _picture(self, key: str) -> None:
        """Give a picture; only who has it can know the sum of its bytes, which is its name."""
        found = self.server.album.find(key)
        if found:
            more = {"Cache-Control": "max-age=3600", "Content-Security-Policy": DRAWING}
            self._send(found, KIND, more)
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "dit beeld is er niet")

    def _answer(self, path: str) -> None:
        stand = self.server.stand
        if path == "/":
            page = (PAGES / "pagina.html").read_bytes()
            self._send(page, HTML, {"Content-Security-Policy": OWN})
        elif path == "/stand":
            self._send(stand.content, "application/json; charset=utf-8", {})
        elif path == "/wijzigingen":
            self._stream()
        elif number := re.fullmatch(r"/nota/([0-9]{1,5})", path):
            page = stand.nota(int(number[1])) or b""
            if page:
                self._send(REACHING.sub(b" ", page), HTML, {"Content-Security-Policy": NOTA})
            else:
                self._refuse(HTTPStatus.NOT_FOUND, "deze nota is er niet")
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "deze pagina is er niet")

    def _stream(self) -> None:
        """Tell the page of every change, for as long as it listens (server-sent events)."""
        self._head(HTTPStatus.OK, "text/event-stream; charset=utf-8", {})
        known = -1
        while True:
            number = self.server.stand.wait(known, HEARTBEAT)
            self.wfile.write(b":\n\n" if number == known else b"data: %d\n\n" % number)
            self.wfile.flush()
            known = number

    def _names(self) -> tuple[str, str]:
        port = self.server.server_port
        return f"{HERE}:{port}", f"localhost:{port}"

    def _origins(self) -> tuple[str, ...]:
        return tuple(f"http://{name}" for name in self._names())

    def _refuse(self, status: HTTPStatus, words: str) -> None:
        self._send(f"{words}\n".encode(), "text/plain; charset=utf-8", {}, status)

    def _send(
        self,
        content: bytes,
        kind: str,
        more: Mapping[str, str],
        status: HTTPStatus = HTTPStatus.OK,
    ) -> None:
        self._head(status, kind, {"Content-Length": str(len(content)), **more})
        self.wfile.write(content)

    def _head(self, status: HTTPStatus, kind: str, more: Mapping[str, str]) -> None:
        self.send_response(status)
        headers = {
            "Content-Type": kind,
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-DNS-Prefetch-Control": "off",
            "Cross-Origin-Opener-Policy": "same-origin",
            **more,
        }
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- http.server's own signature
        """Keep the terminal for what the person needs."""
