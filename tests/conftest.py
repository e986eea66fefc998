"""What all tests share: tools that a laptop may lack, and golden outlines."""

import gc
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from voortgang.__main__ import RHYTHM

ROOT = Path(__file__).parent.parent
TOOLS = {"office": ("soffice", "pdftoppm"), "browser": ("chromium", "node")}

# As in the program itself: at Python's own rhythm it takes a tenth of the tests' time.
gc.set_threshold(*RHYTHM)

# A job in the background starts with Ctrl-C ignored, and so would the programs that tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
# And one that outlives its terminal with its hanging up ignored.
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

settings.register_profile(
    "voortgang",
    deadline=None,
    max_examples=60,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
# For `make quick` and `make mutatie`: few examples, and the same every time.
settings.register_profile(
    "few",
    settings.get_profile("voortgang"),
    derandomize=True,
    database=None,
    max_examples=30,
)
settings.load_profile("voortgang")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden outlines anew")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run one more than there are cores where some of the tests wait for the system."""
    return (os.cpu_count() or 1) + (not is_quick(config))


def pytest_collection_finish() -> None:
    """Look no more for garbage among what stays until the end: the modules and the tests."""
    gc.freeze()


def missing_tools(marker: str) -> list[str]:
    missing = [tool for tool in TOOLS[marker] if not shutil.which(tool)]
    if marker == "browser" and not (node_modules() / "axe-core").is_dir():
        missing.append("axe-core")
    return missing


def node_modules() -> Path:
    """The folder that `npm install` filled: the repository's own, or NODE_MODULES_DIR."""
    return Path(os.environ.get("NODE_MODULES_DIR", ROOT / "node_modules"))


# What these folders and modules try mostly starts programs, waits for the system, or makes much.
WHOLE = {"cli", "docs", "exchange", "preview", "proof", "site"} | {
    "test_bounded.py", "test_git.py", "test_packaging.py", "test_watched.py", "test_workflows.py",
    "test_deck_pdf.py", "test_docx_templates.py", "test_foreign.py",
}  # fmt: skip


def is_quick(config: pytest.Config) -> bool:
    return "not slow" in config.option.markexpr


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave what starts the program as a whole out of `make quick`."""
    whole = WHOLE & set(collection_path.parts[len(ROOT.parts) :])
    return True if whole and is_quick(config) else None


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in TOOLS.keys() & {mark.name for mark in item.iter_markers()}:
        missing = missing_tools(marker)
        if missing and os.environ.get("CI") == "true":
            pytest.fail(f"CI must have {', '.join(missing)}", pytrace=False)
        if missing:
            pytest.skip(f"needs {', '.join(missing)}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [r for r in terminalreporter.stats.get("skipped", []) if "needs " in str(r.longrepr)]
    if skipped:
        terminalreporter.section(f"{len(skipped)} tests did NOT run: tools are missing", red=True)
        for reason in sorted({str(r.longrepr[2]) for r in skipped}):
            terminalreporter.line(reason)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name beside the test, to the letter."""

    def compare(name: str, text: str) -> None:
        path = Path(request.path).parent / "golden" / name
        if request.config.getoption("--golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"no golden file yet: run `make golden` and read {path.name}"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def lines_of() -> Callable[[Callable[[], object]], int]:
    """Count the lines of Python that some work takes: its cost, the same on every machine."""

    def count(work: Callable[[], object]) -> int:
        counted = 0

        def trace(_frame: object, event: str, _arg: object) -> object:
            nonlocal counted
            counted += event == "line"
            return trace

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            work()
        finally:
            sys.settrace(before)
        return counted

    return count
