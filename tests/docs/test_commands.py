"""What the pages tell people to type works, and what they show is what comes out."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import NamedTuple

import pytest
from program import run as voortgang

from voortgang.cli.app import COMMANDS
from voortgang.cli.commands.check import FORMATS

ROOT = Path(__file__).parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
# What needs more than a workspace of one year stands here with what it needs.
ELSEWHERE = {
    "voortgang preview": "serves until it is stopped",
    "--watch": "watches until it is stopped",
    "--open": "opens a window",
    "git config": "is a command of git",
}
DOMEINEN = ["organisatiecultuur", "bescherming-activa"]
RAPPORT = "rapportjaar: {}\nbestuur: Gemeente Voorbeeldegem\ntitel: Rapport\ndomeinen: [{}]\n"


class Command(NamedTuple):
    """A command as a page gives it."""

    page: str
    line: int
    text: str


def commands() -> list[Command]:
    found = []
    for page in PAGES:
        fenced = False
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
            if line.lstrip().startswith("```"):
                fenced = not fenced and line.strip() == "```console"
                continue
            text = line.strip()
            whole_line = (fenced or line.startswith("    ")) and text.startswith("voortgang ")
            inline = re.findall(r"`(voortgang [a-z][^`\n]*)`", line)
            texts = [text] if whole_line else inline
            found.extend(Command(page.name, number, each) for each in texts)
    return found


def runs(command: Command) -> bool:
    if command.text in {"voortgang init", "voortgang import", "voortgang new", "voortgang export"}:
        return False  # named in a sentence, not to be typed as it is
    return not any(mark in command.text for mark in ELSEWHERE) and not re.search(
        r"[A-Z]{4,}(?![-a-z])|…|\*|\[", command.text
    )


@pytest.fixture(scope="module")
def town(tmp_path_factory) -> Path:
    """A workspace in git with two domains of 2022; the rest is made as the handleiding says."""
    work = tmp_path_factory.mktemp("stad")
    year = work / "data/2022"
    year.mkdir(parents=True)
    for domein in DOMEINEN:
        shutil.copy(ROOT / f"data/2022/{domein}.yaml", year)
    (year / "rapport.yaml").write_text(RAPPORT.format(2022, ", ".join(DOMEINEN)), "utf-8")
    env = {**os.environ, "GIT_AUTHOR_DATE": "2023-01-01T00:00:00Z"}
    for args in (
        ["init", "-q", "-b", "main"],
        ["add", "."],
        ["-c", "user.name=x", "-c", "user.email=x@voorbeeldegem.example", "commit", "-qm", "2022"],
    ):
        subprocess.run(["git", *args], cwd=work, env=env, check=True)
    return work


def ready(town: Path, work: Path, args: list[str]) -> Path:
    """Copy the town and make what a command builds upon."""
    shutil.copytree(town, work)
    for year in re.findall(r"\b202[3-9]\b", " ".join(args)):
        if (
            args[0] != "new"
            and args[0] != "init"
            and not (args[0] == "import" and "--merge" not in args)
        ):
            assert voortgang("-q", "new", year, "--from", "2022", cwd=work).status == 0
    if "--since" in args:
        subprocess.run(["git", "add", "."], cwd=work, check=True)
        author = ["-c", "user.name=x", "-c", "user.email=x@voorbeeldegem.example"]
        subprocess.run(
            ["git", *author, "commit", "-qm", "x", "--allow-empty"], cwd=work, check=True
        )
    if "--dienst" in args:
        (year,) = re.findall(r"\b202[3-9]\b", " ".join(args))
        domein = work / f"data/{year}/organisatiecultuur.yaml"
        plan = f"  - titel: Nieuw intranet\n    dienst: {args[args.index('--dienst') + 1]}\n"
        planned = re.sub("(?m)^planning:.*\n", f"planning:\n{plan}", domein.read_text("utf-8"))
        domein.write_text(planned, "utf-8")
    for name in args:
        if args[0] == "import" and name.endswith(".pptx"):
            assert voortgang("-q", "build", "2022", "-f", "pptx", cwd=work).status == 0
            shutil.copy(work / "uitvoer/2022/presentatie-2022.pptx", work / name)
        elif (
            name.endswith((".pptx", ".docx")) and not (work / name).exists() and args[0] != "export"
        ):
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(
                ROOT / "templates" / ("nota.docx" if name.endswith("docx") else "presentatie.pptx"),
                work / name,
            )
        elif name.endswith(".txt"):
            (work / name).write_text(
                "Organisatiecultuur\n\nREALISATIES\n- Iets nieuws\n", encoding="utf-8"
            )
        elif name.endswith(".xlsx") and args[0] == "import":
            assert voortgang("-q", "export", "2022", "-o", name, cwd=work).status == 0
    return work


CASES = {command.text: command for command in commands() if runs(command)}


@pytest.mark.parametrize("command", CASES.values(), ids=lambda c: f"{c.page}:{c.line} {c.text}")
def test_a_command_on_a_page_works(town, tmp_path, command):
    args = shlex.split(command.text, comments=True)[1:]
    work = ready(town, tmp_path / "werk", args)
    done = voortgang(*args, cwd=work)
    assert done.status in {0, 1}, done.err
    assert "Traceback" not in done.err
    if args[0] not in {"check", "diff"}:
        assert done.status == 0, done.out + done.err


def test_pages_were_read():
    assert len(CASES) > 15


def test_pages_name_no_unknown_command_or_option():
    from voortgang.cli.app import COMMANDS, build_app

    app = build_app()
    for command in commands():
        words = command.text.split()
        name = next((word for word in words[1:] if word in COMMANDS), None)
        named = words[1]
        assert name or named.startswith("-") or named in {"OPDRACHT", "COMMAND"}, command
        if name:
            known = {o for p in app.get_command(None, name).params for o in p.opts} | {
                "--help",
                "-C",
                "-q",
                "--debug",
            }
            used = {
                word.strip("`,.;") for word in words[2:] if re.fullmatch(r"--?[a-z][a-z-]*", word)
            }
            assert used <= known, command


def messages() -> list[tuple[str, str, str]]:
    """The findings that the handleiding shows: their heading line, the line of YAML, and all."""
    page = (ROOT / "docs/handleiding.md").read_text(encoding="utf-8")
    blocks = re.findall(
        r"^    (data/2022/\S+?:(\d+):\d+: fout .+)\n((?:     .*\n)+)", page, re.MULTILINE
    )
    shown = []
    for head, line, rest in blocks:
        lines = [each[4:] for each in rest.rstrip("\n").split("\n")]
        shown.append((line, lines[0][4:], "\n".join([head, *lines]) + "\n"))
    return shown


@pytest.mark.parametrize(("number", "wrong", "shown"), messages(), ids=lambda v: str(v)[:40])
def test_an_error_in_the_handleiding_is_shown_to_the_letter(town, tmp_path, number, wrong, shown):
    work = tmp_path / "werk"
    shutil.copytree(town, work)
    at = int(number) - 1
    lines = ["titel: Organisatiecultuur", "realisaties:", *["  - Gewoon"] * 9]
    lines = [f"{line} {n}" if line == "  - Gewoon" else line for n, line in enumerate(lines)]
    # A tab is shown as one space, so that the mark below it stands right.
    lines[at] = "\t" + wrong[1:] if "met een tab" in shown else wrong
    if at == 1:
        lines[2:] = ["  - Iets nieuws"]
    (work / "data/2022/organisatiecultuur.yaml").write_text(
        "\n".join(lines) + "\n", encoding="utf-8"
    )
    done = voortgang("check", cwd=work)
    assert shown in done.out


def test_the_errors_were_found():
    assert len(messages()) >= 4


def test_the_readme_has_a_row_for_each_command_and_names_the_forms_of_check():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert tuple(sorted(re.findall(r"(?m)^\| `voortgang ([a-z]+)", text))) == tuple(
        sorted(COMMANDS)
    )
    (row,) = re.findall(r"(?m)^\| `voortgang check.*", text)
    assert set(FORMATS) <= set(re.findall(r"`([a-z]+)`", row))


def test_the_files_that_the_pages_name_are_those_that_are_built(town, tmp_path):
    work = tmp_path / "werk"
    shutil.copytree(town, work)
    assert voortgang("build", "2022", cwd=work).status == 0
    built = {path.name for path in (work / "uitvoer/2022").iterdir()}
    for page in ("README.md", "docs/handleiding.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        assert set(re.findall(r"`((?:presentatie|nota|samenvatting)-2022\.\w+)`", text)) == built, (
            page
        )


def shown(page: str) -> list[tuple[int, str]]:
    """The YAML that a page shows, by its line."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found = re.finditer(r"^( *)```yaml\n(.*?)^\1```", text, re.MULTILINE | re.DOTALL)
    return [(text[: each.start()].count("\n") + 1, textwrap.dedent(each[2])) for each in found]


YAML = [(page, *each) for page in ("README.md", "docs/handleiding.md") for each in shown(page)]
PLANS = (
    "titel: Organisatiecultuur\nrealisaties:\n  - Marktverkenning intranet\n\nplanning:\n"
    "  - Fietsenstalling aan het gemeentehuis\n"
    "  - titel: Nieuw intranet\n    dienst: Communicatie\n    termijn: 2023-Q2\n"
    "  - Digitale balie\n"
)


def two_years(work: Path) -> Path:
    """A year with the plans of the handleiding, and the next, of which each has its answer."""
    for year in (2022, 2023):
        folder = work / f"data/{year}"
        folder.mkdir(parents=True)
        rapport = RAPPORT.format(year, "organisatiecultuur")
        (folder / "rapport.yaml").write_text(rapport, "utf-8")
    (work / "data/2022/organisatiecultuur.yaml").write_text(PLANS, "utf-8")
    (work / "data/2023/organisatiecultuur.yaml").write_text(PLANS, "utf-8")
    return work


@pytest.mark.parametrize(("page", "line", "text"), YAML, ids=lambda v: str(v)[:25])
def test_the_data_that_a_page_shows_is_read_without_a_mistake(tmp_path, page, line, text):
    folder = two_years(tmp_path / "werk") / "data/2023"
    if "rapportjaar:" in text:
        text = text.replace("2022", "2023")
        for stem in re.findall(r"\b(organisatiecultuur|bescherming-activa)\b", text):
            (folder / f"{stem}.yaml").write_text(f"titel: {stem}\n", "utf-8")
        (folder / "rapport.yaml").write_text(text, "utf-8")
    elif "\naanbevelingen:\n" in text:
        (folder.parent / "audits").mkdir()
        (folder.parent / "audits/audit.yaml").write_text(text, "utf-8")
    elif text.startswith("nota:"):
        rapport = folder / "rapport.yaml"
        rapport.write_text(rapport.read_text("utf-8") + text, "utf-8")
    else:
        if text.startswith("- "):
            text = "planning:\n" + textwrap.indent(text, "  ")
        whole = text if "\ntitel:" in f"\n{text}" else f"titel: Organisatiecultuur\n{text}"
        (folder / "organisatiecultuur.yaml").write_text(whole, "utf-8")
    done = voortgang("check", "2023", cwd=tmp_path / "werk")
    assert done.status == 0, f"{page}:{line}\n{done.out}"


def test_what_new_makes_is_what_the_handleiding_shows(tmp_path):
    work = two_years(tmp_path / "werk")
    shutil.rmtree(work / "data/2023")
    assert voortgang("new", "2023", cwd=work).status == 0
    made = (work / "data/2023/organisatiecultuur.yaml").read_text(encoding="utf-8")
    example = next(text for _, _, text in YAML if "te_beantwoorden:" in text)
    assert example.strip() in made


def test_the_statuses_of_the_readme_are_those_of_the_program():
    from voortgang.cli.main import DONE, FAULT, FOUND, IN_THE_WAY, INTERRUPTED

    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert (
        f"Exit status: {DONE} done, {FOUND} errors in data or templates, {IN_THE_WAY} wrong use or "
        f"a world that stands in the way, {FAULT} a fault of the program, {INTERRUPTED} interrupted"
    ) in readme


def test_the_page_of_commands_is_fresh():
    done = subprocess.run(
        [sys.executable, ROOT / "scripts/opdrachten.py", "--check"], cwd=ROOT, check=False
    )
    assert done.returncode == 0, "run python scripts/opdrachten.py"
