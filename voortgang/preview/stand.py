"""How it stands: the last good view, what is wrong now, and who waits to hear of a change."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from threading import Condition
from zlib import crc32

from voortgang.findings import Finding, FindingsError, Obstacle, Severity
from voortgang.preview.bevindingen import show_banner, show_findings, tell
from voortgang.preview.view import View


class Stand:
    """What all pages show; `renew` is called by who watches the files, the rest by the server."""

    def __init__(self, root: Path, build: Callable[[], View]) -> None:
        """Take the workspace and the function that builds a view."""
        self._root = root
        self._build = build
        self._changed = Condition()
        self._view: View | None = None
        self._number = 0
        self._data: dict[str, object] = {}
        self._content = b"{}"

    def renew(self) -> str | None:
        """Build anew; keep the last good view where that fails.

        Gives one sentence about how it stands now, None where that is as before.
        """
        findings: tuple[Finding, ...] = ()
        reden = None
        view = None
        try:
            view = self._build()
            findings = view.findings
        except FindingsError as error:
            findings = tuple(error.findings)
        except Obstacle as obstacle:
            reden = f"{obstacle.message}" + (f"; {obstacle.hint}" if obstacle.hint else "")
        except Exception as fault:  # noqa: BLE001 -- the page goes on, and says what happened
            reden = f"er ging iets mis in het programma zelf ({type(fault).__name__}: {fault})"
        shown = view or self._view
        told = tell(findings, good=view is not None) + (f" {reden}" if reden else "")
        banner = "" if view else show_banner(findings, reden, shown=shown is not None)
        data: dict[str, object] = {
            "goed": view is not None,
            "melding": told,
            "balk": banner,
            "bevindingen": show_findings(findings, self._root),
            "fouten": sum(each.severity is Severity.ERROR for each in findings),
            "waarschuwingen": sum(each.severity is Severity.WARNING for each in findings),
            **(_shown(shown) if shown else {}),
        }
        if data == self._data:
            return None
        content = json.dumps({"nummer": self._number + 1, **data}, ensure_ascii=False).encode()
        with self._changed:
            self._view, self._data, self._content = shown, data, content
            self._number += 1
            self._changed.notify_all()
        return told

    @property
    def content(self) -> bytes:
        """What the page shows, as JSON."""
        return self._content

    def nota(self, number: int) -> bytes | None:
        """Give a nota of the last good view as a page."""
        notas = self._view.notas if self._view else ()
        return notas[number].content if number < len(notas) else None

    def wait(self, known: int, seconds: float) -> int:
        """Wait until there is something newer than `known`, at most some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != known, seconds)
            return self._number


def _shown(view: View) -> dict[str, object]:
    return {
        "titel": view.titel,
        "bestuur": view.bestuur,
        "verhouding": round(view.verhouding, 4),
        "dias": [asdict(dia) for dia in view.dias],
        # The sum tells the page, and the comparison with what was, whether a nota changed.
        "notas": [{"orgaan": nota.orgaan, "som": crc32(nota.content)} for nota in view.notas],
        "opvolging": view.opvolging,
    }
