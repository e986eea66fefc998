"""A small workspace of a municipality that does not exist, and a preview of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from voortgang.preview.server import Preview
from voortgang.preview.view import workers as begin
from voortgang.source import Workspace
from voortgang.source.bounded.pool import Workers

RAPPORT = (
    "rapportjaar: {year}\nbestuur: Gemeente Voorbeeldegem\n"
    "titel: Voortgangsrapport organisatiebeheersing\ndomeinen: [cultuur, middelen]\n"
)
MIDDELEN = "titel: Middelen\nrealisaties:\n  - Audit van de kassa's\n"


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    """The process in which views are made, begun once for all tests."""
    with begin() as started:
        yield started


@pytest.fixture
def root(tmp_path) -> Path:
    return town(tmp_path)


@pytest.fixture(scope="session")
def fill() -> Callable[[Path], Path]:
    """Write the workspace in a folder, for a module that has one of its own."""
    return town


def town(root: Path) -> Path:
    write(root, 2021, "titel: Cultuur\nplanning: [Nieuw onthaal, Fietslease, Kantine]\n")
    write(
        root,
        2022,
        "titel: Cultuur\n"
        "realisaties:\n"
        "  - Nieuw onthaal\n"
        "  - titel: Welzijn & <geluk>\n"
        "    deelacties: [Bevraging, Vertrouwenspersonen]\n"
        "planning:\n"
        "  - Fietslease\n"
        "vervallen:\n"
        "  - titel: Kantine\n"
        "    reden: Geen plaats\n",
    )
    return root


def write(root: Path, year: int, cultuur: str) -> None:
    folder = root / "data" / str(year)
    folder.mkdir(parents=True)
    (folder / "rapport.yaml").write_text(RAPPORT.format(year=year), encoding="utf-8")
    (folder / "cultuur.yaml").write_text(cultuur, encoding="utf-8")
    (folder / "middelen.yaml").write_text(MIDDELEN, encoding="utf-8")


class Served:
    """A preview that runs; `save` writes a file and has it built anew."""

    def __init__(self, root: Path, workers: Workers) -> None:
        self.root = root
        self.preview = Preview(Workspace(root), 2022, 0, workers)
        self.address, _, query = self.preview.address.partition("/?")
        self.token = query.removeprefix("token=")
        self._saved, self._done, self._stop = Event(), Event(), False
        self._thread = Thread(target=self.preview.serve, args=(self._changes(), lambda _: None))
        self._thread.start()

    def _changes(self) -> Iterator[None]:
        while True:
            self._saved.wait()
            self._saved.clear()
            if self._stop:
                return
            yield
            self._done.set()

    def save(self, file: str, old: str, new: str) -> None:
        path = self.root / "data" / "2022" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        self._done.clear()
        self._saved.set()

    def close(self) -> None:
        self._stop = True
        self._saved.set()
        self._thread.join(timeout=10)


@pytest.fixture(scope="module")
def served(tmp_path_factory, workers) -> Iterator[Served]:
    """One preview for all tests that only ask."""
    yield from serve(town(tmp_path_factory.mktemp("stad")), workers)


@pytest.fixture
def alone(root, workers) -> Iterator[Served]:
    """Serve a workspace in which a test saves something."""
    yield from serve(root, workers)


def serve(root: Path, workers: Workers) -> Iterator[Served]:
    running = Served(root, workers)
    yield running
    running.close()
