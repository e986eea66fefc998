"""Break the code in small ways, one at a time, and show which breaks no test sees.

    make mutatie                           all modules, and the table; a quarter of an hour
    python scripts/mutatie.py PATTERN…     only the mutants of a name such as 'voortgang.model.*'
    python scripts/mutatie.py --again      only those that survived the time before
    python scripts/mutatie.py --show       the difference of each survivor, from the last run

What is broken and which tests must see it stands in pyproject.toml, at [tool.mutmut]. mutmut runs
in a copy of the repository, build/mutatie, and is not part of the development environment: the
target installs it in build/mutmut. Mutants that no test can or should tell from the original are
named, with the reason, in mutatie_gelijk.toml; one that is named there and does not survive, or is
not there any more, is an error, so that the list stays short.

The exit status is 1 where one in ten or more survives in an area.
"""

import json
import os
import re
import resource
import shutil
import site
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "mutatie"
TOOL = ROOT / "build" / "mutmut"
COPIED = ("voortgang", "tests", "scripts", "templates", "data", "docs", "schema", "pyproject.toml")
AREAS = {
    "opvolging": ("voortgang/opvolging/",),
    "fit": ("voortgang/presentatie/", "voortgang/office/"),
    "escaping": ("voortgang/content/",),
    "model": ("voortgang/model/",),
    "exchange": ("voortgang/exchange/",),
}
BOUND = 0.10
KILLED = ("killed", "timeout", "segfault")
WORKERS = min(2, os.cpu_count() or 1)
MEMORY = 2 * 1024**3  # bytes, of each process
# mutmut leaves functions with a decorator alone; without its cache a function means the same.
CACHED = re.compile(r"^@(lru_cache\(.*\)|cache)(?=\s)", re.MULTILINE)
START = "import site, sys; site.addsitedir(sys.argv.pop(1)); from mutmut.__main__ import cli; cli()"


class Mutant(NamedTuple):
    """One break: where it is, how it ended, and what was changed (both lines without blanks)."""

    module: str
    name: str
    killed: bool
    was: str
    now: str

    @property
    def function(self) -> str:
        """Name the function, as the code does."""
        return re.sub(r"^x_|^xǁ|__mutmut_\d+$", "", self.name.rpartition(".")[2]).replace("ǁ", ".")


def main(arguments: list[str]) -> int:
    """Run, and print the table."""
    site.addsitedir(str(TOOL))  # behind the environment: what is in both comes from there
    show = "--show" in arguments
    again = "--again" in arguments
    patterns = [each for each in arguments if not each.startswith("--")]
    if not show:
        copy()
    os.chdir(WORK)
    if again:
        forget()
    if not show:
        run(patterns)
    found = mutants()
    equal, stale = named(found)
    if show or again:
        for mutant in found:
            if not mutant.killed and mutant not in equal:
                print(f"{mutant.module} {mutant.function}  [{mutant.name}]")
                print(f"  - {mutant.was}\n  + {mutant.now}")
    for line in stale:
        print(f"mutatie_gelijk.toml: no such survivor: {line}")
    return table(found, equal) or bool(stale and not patterns)


def copy() -> None:
    """Bring build/mutatie up to date; a file that did not change keeps its time."""
    wanted = set()
    for top in COPIED:
        paths = [ROOT / top] if (ROOT / top).is_file() else (ROOT / top).rglob("*")
        for path in paths:
            if not path.is_file() or "__pycache__" in path.parts:
                continue
            target = WORK / path.relative_to(ROOT)
            wanted.add(target)
            content = path.read_bytes()
            if path.suffix == ".py" and top == "voortgang":
                content = CACHED.sub("", content.decode()).encode()
            if not target.exists() or target.read_bytes() != content:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
    for top in COPIED:
        for path in [*(WORK / top).rglob("*")]:
            if path.is_file() and path not in wanted:
                path.unlink()
    shutil.rmtree(WORK / "mutants" / "tests", ignore_errors=True)


def forget() -> None:
    """Forget who survived, so that they are tried again, and which tests see which function."""
    (WORK / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)
    for meta in (WORK / "mutants").rglob("*.py.meta"):
        data = json.loads(meta.read_text("utf-8"))
        codes = data["exit_code_by_key"]
        data["exit_code_by_key"] = {
            name: code if status(code) in KILLED else None for name, code in codes.items()
        }
        meta.write_text(json.dumps(data), encoding="utf-8")


def status(code: int | None) -> str:
    """Say in the words of mutmut how a mutant ended."""
    from mutmut.stats import status_by_exit_code

    said: str = status_by_exit_code[code]
    return said


def run(patterns: list[str]) -> None:
    """Let mutmut make the mutants and run the tests on each, until one fails."""
    words = ("run", "--max-children", str(WORKERS), *patterns)
    command = [sys.executable, "-c", START, str(TOOL), *words]
    # A loop that a mutant made endless may not fill the machine before its time is over.
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    # The order of the tests hangs on the hash seed, and the time with it.
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    subprocess.run(command, cwd=WORK, env=environment, check=True)


def mutants() -> list[Mutant]:
    """Read what mutmut wrote down, module by module."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    found = []
    for meta in sorted((WORK / "mutants").rglob("*.py.meta")):
        module = meta.relative_to(WORK / "mutants").as_posix().removesuffix(".meta")
        for name, code in json.loads(meta.read_text("utf-8"))["exit_code_by_key"].items():
            if status(code) == "not checked":
                continue
            killed = status(code) in KILLED
            try:
                was, now = ("", "") if killed else changed(get_diff_for_mutant(name, path=module))
            except FileNotFoundError:  # of a function that is gone since an earlier run
                continue
            found.append(Mutant(module, name, killed, was, now))
    return found


def changed(diff: str) -> tuple[str, str]:
    """Give the line that was changed, before and after."""
    lines = diff.splitlines()[2:]
    was = " ".join(line[1:].strip() for line in lines if line.startswith("-"))
    return was, " ".join(line[1:].strip() for line in lines if line.startswith("+"))


def named(found: list[Mutant]) -> tuple[set[Mutant], list[str]]:
    """Pick the survivors that are named as equal, and the entries that name none."""
    listed = tomllib.loads((ROOT / "scripts" / "mutatie_gelijk.toml").read_text("utf-8"))
    equal: set[Mutant] = set()
    stale = []
    for kind in listed.get("soort", []):
        for entry in kind["mutanten"]:
            module, function, now = entry
            hits = {
                each
                for each in found
                if not each.killed
                and (each.module, each.function) == (module, function)
                and now == each.now
            }
            equal |= hits
            if not hits:
                stale.append(f"{module} {function}: {now}")
    return equal, stale


def table(found: list[Mutant], equal: set[Mutant]) -> int:
    """Print a line for each module and area; tell whether too many survive in one."""
    made, named_equal, survived = Counter[str](), Counter[str](), Counter[str]()
    for mutant in found:
        area = next(name for name, heads in AREAS.items() if mutant.module.startswith(heads))
        for key in (mutant.module, area):
            made[key] += 1
            named_equal[key] += mutant in equal
            survived[key] += not mutant.killed and mutant not in equal
    print(f"{'':40}{'mutants':>8}{'equal':>7}{'killed':>8}{'survived':>9}{'rate':>8}")
    worst = 0.0
    for area, heads in AREAS.items():
        modules = sorted(key for key in made if key.startswith(heads))
        for key in (*modules, area) if modules else ():
            counted = made[key] - named_equal[key]
            rate = survived[key] / counted if counted else 0.0
            killed = counted - survived[key]
            print(
                f"{key:40}{made[key]:8}{named_equal[key]:7}{killed:8}{survived[key]:9}{rate:8.1%}"
            )
        worst = max(worst, rate if modules else 0.0)
    return int(worst >= BOUND)


def pytest_collection_modifyitems(items: list["pytest.Item"]) -> None:
    """Put the quick tests first: to pytest this script is a plugin, see pyproject.toml."""
    known = Path("mutmut-stats.json")
    if known.exists():
        took = json.loads(known.read_text("utf-8"))["duration_by_test"]
        items.sort(key=lambda item: took.get(item.nodeid, 0.0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
