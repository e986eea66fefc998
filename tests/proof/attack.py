"""Attacks run the real program in a process of its own: bounded in time and memory, and watched."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
GUARD = Path(__file__).parent / "guard"
SECONDS = 60
MEMORY = 1536 * 2**20  # of address space: threads and fonts take some of it without using it
SOUND = {
    "data/2022/rapport.yaml": "rapportjaar: 2022\nbestuur: Gemeente Voorbeeldegem\n"
    "titel: Voortgangsrapport\ndomeinen: [cultuur]\n",
    "data/2022/cultuur.yaml": "titel: Cultuur\nrealisaties:\n  - Nieuw onthaal\n"
    "planning:\n  - titel: Nieuw intranet\n    termijn: 2023-Q2\n",
}


class Answer(NamedTuple):
    """What the program gave back, and what the guard saw it reach for."""

    status: int
    out: str
    err: str
    reached: tuple[str, ...]


def _bounds() -> None:
    import resource

    if sys.platform == "linux":  # macOS knows this bound and refuses it
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(*args: object, cwd: Path, env: Mapping[str, str] | None = None) -> Answer:
    """Run the program under guard; a hang is a failure by itself."""
    log = cwd.parent / f"{cwd.name}.reached"
    log.unlink(missing_ok=True)
    path = os.pathsep.join(filter(None, [str(GUARD), os.environ.get("PYTHONPATH")]))
    done = subprocess.run(
        [sys.executable, "-m", "voortgang", *map(str, args)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": path, "GUARD_LOG": str(log), **(env or {})},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=SECONDS,
        check=False,
        preexec_fn=None if os.name == "nt" else _bounds,
    )
    assert "No module named voortgang" not in done.stderr, "not attacked: it is not installed here"
    reached = tuple(log.read_text("utf-8").splitlines()) if log.exists() else ()
    return Answer(done.returncode, done.stdout, done.stderr, reached)


def held(answer: Answer) -> Answer:
    """Assert what holds whatever the input was: an answer, no fault, nothing reached outside."""
    assert answer.status in {0, 1, 2}, answer
    assert "Traceback" not in answer.err + answer.out
    assert answer.reached == ()
    return answer


def fill(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root
