"""The house holds: rooms and folders import downwards only, and none of them grows without end."""

import ast
import re
from collections import Counter
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "voortgang"
ROOMS = (
    "findings", "source", "model", "opvolging", "checks", "content", "office",
    "presentatie", "nota", "exchange", "documents", "site", "preview", "cli",
)  # fmt: skip
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)
LONGEST = 400
FULLEST = 16  # a folder's modules


# In the form that `make lint` holds, an import begins its line; what reads as one in a text counts.
IMPORT = re.compile(r"^[ \t]*((?:from \S+ )?import (?:\([^)]*\)|.*))", re.MULTILINE)
CLASS = re.compile(r"^class (\w+)", re.MULTILINE)


@cache
def imported(path: Path) -> set[str]:
    names = set()
    statements = IMPORT.findall(path.read_text(encoding="utf-8"))
    for node in ast.parse("\n".join(statements)).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: write imports in full"
            names.add(node.module)
            if is_folder(node.module):
                names.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
    return names


def is_folder(module: str) -> bool:
    return (PACKAGE.parent / Path(*module.split("."))).is_dir()


def room_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "voortgang" and len(parts) > 1 else None


def test_a_room_imports_only_from_rooms_below_it():
    reaching_up = [
        f"{path.relative_to(PACKAGE)} imports {module}"
        for path in MODULES
        for module in imported(path)
        if (room := room_of(module)) in ROOMS
        and ROOMS.index(room) > ROOMS.index(path.relative_to(PACKAGE).parts[0])
    ]
    assert reaching_up == []


@pytest.mark.parametrize("room", ROOMS)
def test_the_folders_of_a_room_import_in_one_direction(room):
    """A folder's `__init__` is the face of all that stands in it, and belongs to none of them."""
    below: dict[str, set[str]] = {}
    for path in (PACKAGE / room).rglob("*.py"):
        own = folder_of(path)
        if path.name == "__init__.py":
            continue
        below.setdefault(own, set())
        for module in imported(path):
            target = PACKAGE.parent / Path(*module.split("."))
            if room_of(module) == room and target.with_suffix(".py").is_file():
                below[own].add(folder_of(target.with_suffix(".py")))
        below[own].discard(own)
    try:
        tuple(TopologicalSorter(below).static_order())
    except CycleError as error:
        pytest.fail(f"folders import each other: {' → '.join(error.args[1])}")


def folder_of(path: Path) -> str:
    return path.parent.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize(
    ("room", "heavy"),
    [
        (room, heavy)
        for room in ("findings", "source", "model", "opvolging", "checks")
        for heavy in ("pptx", "docx", "jinja2", "typst", "openpyxl", "rich", "typer")
    ],
)
def test_what_check_needs_stays_light(room, heavy):
    for path in (PACKAGE / room).rglob("*.py"):
        assert heavy not in {name.split(".")[0] for name in imported(path)}


def test_a_module_is_one_idea_of_bounded_size():
    lengths = {p.relative_to(PACKAGE): p.read_text(encoding="utf-8").count("\n") for p in MODULES}
    assert {name: n for name, n in lengths.items() if n > LONGEST} == {}


def test_a_folder_can_be_taken_in_at_a_glance():
    counts = Counter(folder_of(path) for path in MODULES if path.name != "__init__.py")
    assert {name: n for name, n in counts.items() if n > FULLEST} == {}


def test_no_file_repeats_the_name_of_its_folder():
    repeated = [
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        if path.stem.split("_")[0] == path.parent.name and path.stem != path.parent.name
    ]
    assert repeated == []


def test_a_class_name_means_one_thing():
    counts: dict[str, list[str]] = {}
    for path in MODULES:
        for name in CLASS.findall(path.read_text(encoding="utf-8")):
            counts.setdefault(name, []).append(path.relative_to(PACKAGE).as_posix())
    assert {name: where for name, where in counts.items() if len(where) > 1} == {}


CLOCK = re.compile(
    r"(?:\.|from time import .*)\b(?:perf_counter|monotonic|process_time|thread_time|time_ns)\b"
)


def test_no_test_reads_a_clock():
    """A slow machine is no fault of the code: work is counted, and `make bench` measures it."""
    read = {
        path.name: clocks
        for path in Path(__file__).parent.rglob("*.py")
        if path != Path(__file__)  # which names them
        if (clocks := CLOCK.findall(path.read_text(encoding="utf-8")))
    }
    assert read == {}
