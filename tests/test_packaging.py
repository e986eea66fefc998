"""The wheel and the editable install both give a program that works, from any folder."""

import ast
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data" / "2022"


def test_what_is_declared_is_imported_and_what_is_imported_is_declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.match(r"[\w-]+", each)[0] for each in project["dependencies"]}
    imported = set()
    for path in (ROOT / "voortgang").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(node.module.split(".")[0])
    homes = packages_distributions()
    others = imported - sys.stdlib_module_names - {"voortgang"}
    assert {home.lower().replace("_", "-") for name in others for home in homes[name]} == declared


def test_what_mutants_are_made_of_is_there():
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    known = tomllib.loads((ROOT / "scripts/mutatie_gelijk.toml").read_text(encoding="utf-8"))
    named = {module for kind in known["soort"] for module, *_ in kind["mutanten"]}
    assert [name for name in tool["only_mutate"] if not list(ROOT.glob(name))] == []
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out, cwd=ROOT)
    return next(out.glob("*.whl"))


def run(*args, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [str(arg) for arg in args],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def built(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "uitvoer/2022").iterdir())


EXPECTED = [
    "nota-2022.docx",
    "nota-2022.html",
    "nota-2022.pdf",
    "presentatie-2022.pdf",
    "presentatie-2022.pptx",
    "samenvatting-2022.docx",
    "samenvatting-2022.pdf",
]


@pytest.mark.slow
def test_the_wheel_works_in_an_empty_environment(wheel, tmp_path):
    env = tmp_path / "env"
    venv.create(env, symlinks=os.name != "nt")
    scripts = env / ("Scripts" if os.name == "nt" else "bin")
    pip = (sys.executable, "-m", "pip", "--python", scripts / "python")  # one of its own takes long
    run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    # The dependencies come from where the tests run; the program itself only from the wheel.
    site = next(env.glob("**/site-packages"))
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    work = tmp_path / "werkmap"
    shutil.copytree(DATA, work / "data" / "2022")
    where = run(scripts / "python", "-c", "import voortgang; print(voortgang.__file__)", cwd=work)
    assert str(env) in where
    run(scripts / "voortgang", "build", "2022", cwd=work)
    assert built(work) == EXPECTED


@pytest.mark.slow
def test_the_editable_install_works_from_any_folder(tmp_path):
    shutil.copytree(DATA, tmp_path / "data" / "2022")
    program = Path(sysconfig.get_path("scripts")) / "voortgang"
    run(program, "build", "2022", "-f", "html", "-f", "docx", cwd=tmp_path)
    assert built(tmp_path) == ["nota-2022.docx", "nota-2022.html", "samenvatting-2022.docx"]


def test_the_wheel_holds_templates_licences_and_no_more(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    held = {name.removeprefix("voortgang/templates/") for name in names if "templates/" in name}
    assert held == {path.name for path in (ROOT / "templates").iterdir()}
    assert "voortgang/py.typed" in names
    for licence in ("LICENSE", "OFL.txt", "fonts/Tekens.txt"):
        assert any(name.endswith(licence) for name in names)
    assert not any(name.startswith(("tests/", "data/")) for name in names)


def test_the_lock_pins_with_hashes_and_names_no_host():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = [line for line in lock.splitlines() if "==" in line]
    assert len(pinned) > 30
    assert lock.count("--hash=sha256:") >= len(pinned)
    assert "://" not in lock
    assert "index" not in lock
