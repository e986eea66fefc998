"""The house holds: a room imports only from rooms below it, and modules stay small."""

import ast
import statistics
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "voortgang"
ROOMS = (
    "findings", "source", "model", "opvolging", "checks", "content",
    "presentatie", "nota", "exchange", "preview", "cli",
)  # fmt: skip
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)
LONGEST = 400
MEDIAN = 100


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: write imports in full"
            names.add(node.module)
            if node.module == "voortgang":
                names.update(f"voortgang.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
    return names


def room_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "voortgang" and len(parts) > 1 else None


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_room_imports_only_from_rooms_below_it(path):
    own = ROOMS.index(path.relative_to(PACKAGE).parts[0])
    for module in imported(path):
        room = room_of(module)
        if room in ROOMS:
            assert ROOMS.index(room) <= own, f"{path.name} reaches up to {room}"


@pytest.mark.parametrize(
    ("room", "heavy"),
    [
        (room, heavy)
        for room in ("findings", "source", "model", "opvolging", "checks")
        for heavy in ("pptx", "docx", "jinja2", "typst", "openpyxl", "rich", "typer")
    ],
)
def test_what_check_needs_stays_light(room, heavy):
    for path in (PACKAGE / room).glob("*.py"):
        assert heavy not in {name.split(".")[0] for name in imported(path)}


def test_modules_stay_small():
    lengths = {p.name: len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES}
    assert {name: n for name, n in lengths.items() if n > LONGEST} == {}
    assert statistics.median(lengths.values()) < MEDIAN
