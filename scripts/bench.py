"""Print how long things take, as ratios that hold on any machine.

    make bench                    the whole of it, some minutes
    python scripts/bench.py NAME  only the parts whose name holds NAME

A ratio is measured in pairs: one run of ours, one of theirs, in turn, each a whole process with
its start; the median of the pairs is printed. What is compared with is left out, and said so,
when it is not installed: pandoc (`pip install pypandoc_binary`, or on the PATH), check-jsonschema
(in the development environment), PptxGenJS (`npm install pptxgenjs`).
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sysconfig.get_path("scripts"))
PAIRS = 9
ENV = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
Command = Sequence[str | Path]


PPTXGENJS = """
const deck = new (require({library}))();
deck.layout = "LAYOUT_WIDE";
for (const texts of {slides}) {{
  const slide = deck.addSlide();
  texts.forEach((text, at) => slide.addText(
    text.split("\\n").map((line) => ({{text: line, options: {{bullet: at > 0, breakLine: true}}}})),
    {{x: 0.5, y: 0.4 + at, w: 12, h: 0.9, fontSize: at ? 16 : 28}}));
}}
deck.writeFile({{fileName: {to}}});
"""


class Run(NamedTuple):
    """One finished process: seconds by the clock, peak memory in MiB (0 where it can't be had)."""

    seconds: float
    memory: float


def run(*commands: Command, cwd: Path = ROOT) -> Run:
    """Run commands one after the other; raises where one fails."""
    start, peak = time.perf_counter(), 0.0
    for command in commands:
        process = subprocess.Popen(
            [str(word) for word in command],
            cwd=cwd,
            env=ENV,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        peak = max(peak, _wait(process, command))
    return Run(time.perf_counter() - start, peak)


def _wait(process: subprocess.Popen[bytes], command: Command) -> float:
    if not hasattr(os, "wait4"):
        process.wait()
        return 0.0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def show(name: str, value: str, bound: str = "") -> None:
    """Print one line of the benchmark."""
    print(f"{name:<58} {value:>18}   {bound}".rstrip(), flush=True)


def show_ratios(name: str, ratios: Sequence[float], bound: str) -> None:
    """Print the median, the least and the most of some ratios."""
    spread = f"{min(ratios):.2f}-{max(ratios):.2f}"
    show(name, f"{statistics.median(ratios):.2f}  ({spread})", bound)


def pair(
    name: str, ours: Sequence[Command], theirs: Sequence[Command], bound: str, pairs: int = PAIRS
) -> None:
    """Print the median of ours / theirs, measured in turn after a run of each to warm up."""
    run(*ours), run(*theirs)
    ratios = [run(*ours).seconds / run(*theirs).seconds for _ in range(pairs)]
    show_ratios(name, ratios, bound)


def single(name: str, *commands: Command, bound: str = "", runs: int = 5, cwd: Path = ROOT) -> None:
    """Print the median time of one command, and its peak memory."""
    run(*commands, cwd=cwd)
    done = [run(*commands, cwd=cwd) for _ in range(runs)]
    seconds = statistics.median(each.seconds for each in done)
    memory = max(each.memory for each in done)
    show(name, f"{seconds * 1000:.0f} ms {memory:5.0f} MiB", bound)


def further_year(one: Command, two: Command, theirs: Sequence[Command], pairs: int = 15) -> None:
    """Print the median of what two years take more than one, as a part of what theirs take."""
    run(one), run(two), run(*theirs)
    more = [(run(two).seconds - run(one).seconds) / run(*theirs).seconds for _ in range(pairs)]
    show_ratios("a further year in one build / pandoc", more, "bound 0.35")


def voortgang(*args: str | Path) -> Command:
    """Give the command as its users run it."""
    return [BIN / "voortgang", "-q", *args]


@contextmanager
def workspace(years: Sequence[int]) -> Iterator[Path]:
    """Make a workspace in which every year holds the report of 2022."""
    with tempfile.TemporaryDirectory() as folder:
        for year in years:
            target = Path(folder) / "data" / str(year)
            shutil.copytree(ROOT / "data" / "2022", target)
            rapport = target / "rapport.yaml"
            text = rapport.read_text("utf-8").replace("rapportjaar: 2022", f"rapportjaar: {year}")
            rapport.write_text(text, "utf-8", newline="\n")
        yield Path(folder)


def grown(folder: Path, acties: int) -> None:
    """Fill a workspace with one year of many acties, spread over domains of 500."""
    year = folder / "data" / "2022"
    year.mkdir(parents=True)
    domeinen = [f"domein-{number}" for number in range(-(-acties // 500))]
    for number, domein in enumerate(domeinen):
        some = range(number * 500, min(acties, (number + 1) * 500))
        lines = [f"  - Actie nummer {each} van het plan" for each in some]
        half = len(lines) // 2 or 1
        head = (f"titel: Domein {number}", "realisaties:")
        text = "\n".join([*head, *lines[:half], "planning:", *lines[half:]])
        (year / f"{domein}.yaml").write_text(text + "\n", "utf-8", newline="\n")
    (year / "rapport.yaml").write_text(
        "rapportjaar: 2022\nbestuur: Gemeente Voorbeeldegem\ntitel: Voortgangsrapport\n"
        f"domeinen: [{', '.join(domeinen)}]\n",
        "utf-8",
        newline="\n",
    )


def bench_check() -> None:
    """Compare check with a general checker on the same files."""
    jsonschema = BIN / "check-jsonschema"
    if not jsonschema.exists():
        show("check 2022 / check-jsonschema", "not installed")
        return
    files = (file for file in (ROOT / "data" / "2022").glob("*.yaml") if file.stem != "rapport")
    schema = ROOT / "schema" / "domein.schema.json"
    theirs: list[Command] = [[jsonschema, "--schemafile", schema, *sorted(files)]]
    pair("check 2022 / check-jsonschema", [voortgang("check", "2022")], theirs, "bound 0.9")


def bench_build() -> None:
    """Compare build with pandoc on the same deck and nota, one year and twenty."""
    pandoc = find_pandoc()
    with workspace([2022]) as folder, tempfile.TemporaryDirectory() as made:
        run(voortgang("-C", folder, "build", "-f", "md", "-o", made))
        deck, nota = Path(made, "2022/presentatie-2022.md"), Path(made, "2022/nota-2022.md")
        theirs: list[Command] = []
        if pandoc:
            for text, target in ((deck, "deck.pptx"), (nota, "nota.docx")):
                theirs.append([pandoc, "-f", "markdown", text, "-o", Path(made, target)])
        two = [voortgang("-C", folder, "build", "-f", "pptx", "-f", "docx", "-o", made)]
        four = [voortgang("-C", folder, "build", "-o", made)]
        if theirs:
            pair("build -f pptx -f docx / pandoc pptx + docx", two, theirs, "bound 0.8")
            pair("build, all that it writes / pandoc pptx + docx", four, theirs, "bound 1.2")
        else:
            show("build / pandoc", "not installed")
        single("build, all that it writes", *four, bound="bound 120 MiB")
        with workspace([2021, 2022]) as pair_of_years:
            build = voortgang("-C", pair_of_years, "build", "-o", made)
            if theirs:
                further_year([*build, "2021"], [*build, "2021", "2022"], theirs)
        years = [*range(2003, 2023)]
        with workspace(years) as many:
            all_years = [voortgang("-C", many, "build", *map(str, years), "-o", made)]
            if theirs:
                name = "twenty years in one build / 20 x pandoc"
                pair(name, all_years, theirs * 20, "bound 0.5", 3)
            single("twenty years in one build", *all_years, runs=1)


def bench_pptxgenjs() -> None:
    """Compare the deck with PptxGenJS, which writes the same titles and lines."""
    library, node = ROOT / "node_modules" / "pptxgenjs", shutil.which("node")
    if not library.is_dir() or node is None:
        show("build -f pptx / PptxGenJS", "not installed")
        return
    from pptx import Presentation  # not above: a process starts with the peak of its parent

    with workspace([2022]) as folder, tempfile.TemporaryDirectory() as made:
        ours = voortgang("-C", folder, "build", "-f", "pptx", "-o", made)
        run(ours)
        deck = Presentation(f"{made}/2022/presentatie-2022.pptx")
        slides = [
            [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
            for slide in deck.slides
        ]
        script = Path(made, "deck.js")
        script.write_text(
            PPTXGENJS.format(
                library=json.dumps(str(library)),
                slides=json.dumps(slides),
                to=json.dumps(str(Path(made, "theirs.pptx"))),
            ),
            "utf-8",
        )
        pair("build -f pptx / PptxGenJS", [ours], [[node, script]], "")


def find_pandoc() -> str | None:
    """Find pandoc on the PATH or in the package pypandoc_binary."""
    try:
        import pypandoc
    except ImportError:
        return shutil.which("pandoc")
    found: str = pypandoc.get_pandoc_path()
    return found


def bench_start() -> None:
    """Time the start of the program."""
    single("--version", [BIN / "voortgang", "--version"], runs=9)
    single("--help", [BIN / "voortgang", "--help"], runs=9)
    single("python itself", [sys.executable, "-c", "pass"], runs=9)


def bench_growth() -> None:
    """Time check and build on ever more data: the time must grow no faster than the data."""
    for acties in (100, 1_000, 10_000, 100_000):
        with tempfile.TemporaryDirectory() as folder:
            grown(Path(folder), acties)
            bound = "bound 2,000 ms" if acties == 10_000 else ""  # noqa: PLR2004 -- DESIGN §8
            single(
                f"check, {acties:,} acties", voortgang("-C", folder, "check"), bound=bound, runs=3
            )
    for acties in (500, 2_000, 10_000):
        with tempfile.TemporaryDirectory() as folder:
            grown(Path(folder), acties)
            build = voortgang("-C", folder, "build", "-f", "pptx")
            single(f"build -f pptx, {acties:,} acties", build, runs=1)


def bench_slides() -> None:
    """Time ever longer decks: the time must grow no faster than the slides."""
    for slides in (20, 200, 2_000):
        with tempfile.TemporaryDirectory() as folder:
            grown(Path(folder), 10)
            text = "\n".join(f"## Dia {each}\n\n- Een\n- Twee\n" for each in range(slides))
            template = Path(folder, "templates", "presentatie.md.j2")
            template.parent.mkdir()
            template.write_text(f"# Deel\n\n{text}", "utf-8", newline="\n")
            build = voortgang("-C", folder, "build", "-f", "pptx")
            bound = "bound 3,000 ms" if slides == 200 else "linear"  # noqa: PLR2004 -- DESIGN §8
            single(f"build -f pptx, {slides:,} slides", build, bound=bound, runs=1)


def bench_preview() -> None:
    """Time how long the preview takes to read and draw anew after a change."""
    from voortgang.preview.view import Studio, workers
    from voortgang.source import Workspace

    with workspace([2022]) as folder, workers() as drawing:
        file = folder / "data" / "2022" / "organisatiecultuur.yaml"
        studio = Studio(Workspace(folder), 2022, drawing)
        studio.build()
        took = []
        for number in range(5):
            text = file.read_text("utf-8")
            file.write_text(f"{text}# {number}\n", "utf-8", newline="\n")
            start = time.perf_counter()
            studio.build()
            took.append(time.perf_counter() - start)
        show("preview, once more after a change", f"{statistics.median(took) * 1000:.0f} ms")


def main() -> None:
    """Run the parts that were asked for, or all."""
    wanted = sys.argv[1:]
    parts = (
        bench_start, bench_check, bench_build, bench_growth, bench_slides, bench_pptxgenjs,
        bench_preview,
    )  # fmt: skip
    for part in parts:
        if not wanted or any(word in part.__name__ for word in wanted):
            part()


if __name__ == "__main__":
    main()
