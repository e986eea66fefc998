"""`voortgang build`: what it writes, and that it writes all or nothing."""

import os
import shutil
import signal
import sys
import time
from pathlib import Path

import program
import pytest
from werkmap import small

USUAL = [
    "nota-2022.docx",
    "nota-2022.html",
    "nota-2022.pdf",
    "presentatie-2022.pdf",
    "presentatie-2022.pptx",
    "samenvatting-2022.docx",
    "samenvatting-2022.pdf",
]


def files(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """What is built of the workspace that each test has anew."""
    work = small(tmp_path_factory.mktemp("werk"))
    answer = program.run("build", cwd=work)
    assert (answer.status, answer.out) == (0, ""), answer
    assert "uitvoer/2022/presentatie-2022.pptx" in answer.err
    return work / "uitvoer/2022"


def test_build_writes_deck_nota_and_summary_of_the_newest_year(built):
    assert list(files(built)) == USUAL


def test_formats_narrow(voortgang, workspace):
    assert voortgang("build", "-f", "md", "-f", "html", cwd=workspace).status == 0
    assert list(files(workspace / "uitvoer/2022")) == [
        "nota-2022.html",
        "nota-2022.md",
        "presentatie-2022.md",
        "samenvatting-2022.md",
    ]


def test_a_nota_for_each_orgaan(voortgang, workspace):
    rapport = workspace / "data/2022/rapport.yaml"
    with rapport.open("a", encoding="utf-8") as file:
        file.write("nota:\n  organen: [gemeenteraad, vast bureau]\n")
    assert voortgang("build", "-f", "html", cwd=workspace).status == 0
    assert list(files(workspace / "uitvoer/2022")) == [
        "nota-2022-gemeenteraad.html",
        "nota-2022-vast-bureau.html",
    ]


def test_a_nota_of_before_that_nobody_gets_any_more_is_named(voortgang, workspace):
    first = voortgang("build", "-f", "html", cwd=workspace)
    assert "let op" not in first.err
    rapport = workspace / "data/2022/rapport.yaml"
    with rapport.open("a", encoding="utf-8") as file:
        file.write("nota:\n  organen: [gemeenteraad]\n")
    again = voortgang("build", "-f", "html", cwd=workspace)
    assert "let op: uitvoer/2022/nota-2022.html hoort niet bij dit rapport" in again.err
    assert (workspace / "uitvoer/2022/nota-2022.html").is_file()
    assert "let op" not in voortgang("build", "-f", "pptx", cwd=workspace).err


def test_two_builds_give_the_same_bytes(voortgang, workspace, built):
    voortgang("build", "-o", "twee", cwd=workspace, env={"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"})
    assert files(workspace / "twee/2022") == files(built)


def test_an_error_leaves_what_was_built_untouched(voortgang, workspace, built):
    shutil.copytree(built, workspace / "uitvoer/2022")
    (workspace / "data/2022/cultuur.yaml").write_text("titel: [\n", encoding="utf-8")
    assert voortgang("build", cwd=workspace).status == 1
    assert files(workspace / "uitvoer/2022") == files(built)


def test_strict_builds_nothing_on_a_warning(voortgang, workspace):
    (workspace / "data/2022/cultuur.yaml").write_text(
        "titel: Cultuur\nrealisaties:\n  - Een zin met een punt.\n", encoding="utf-8"
    )
    answer = voortgang("build", "--strict", "-f", "md", cwd=workspace)
    assert answer.status == 1
    assert "de opdracht is niet uitgevoerd" in answer.err
    assert not (workspace / "uitvoer").exists()


def test_a_mistake_in_a_template_is_a_finding_at_its_line(voortgang, workspace):
    templates = workspace / "templates"
    templates.mkdir()
    (templates / "presentatie.md.j2").write_text("# Titel\n\n{{ titl }}\n", "utf-8")
    answer = voortgang("build", "-f", "md", cwd=workspace)
    assert answer.status == 1
    assert answer.out.startswith("templates/presentatie.md.j2:3:")
    assert "bedoelde u 'titel'?" in answer.out


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_watch_builds_again_after_a_change_opens_once_and_ends_with_130(workspace, tmp_path):
    opened = tmp_path / "geopend"
    viewer = tmp_path / "bin/xdg-open"
    viewer.parent.mkdir()
    viewer.write_text(f'#!/bin/sh\necho "$1" >> {opened}\n', encoding="utf-8")
    viewer.chmod(0o755)
    env = {"PATH": f"{viewer.parent}{os.pathsep}{os.environ['PATH']}"}
    watch = program.start("build", "--watch", "--open", "-f", "md", cwd=workspace, env=env)
    made = workspace / "uitvoer/2022/nota-2022.md"
    try:
        wait_for(made.exists)
        time.sleep(0.5)
        file = workspace / "data/2022/cultuur.yaml"
        file.write_text(file.read_text("utf-8").replace("onthaal", "onthaalbeleid"), "utf-8")
        wait_for(lambda: "onthaalbeleid" in made.read_text("utf-8"))
    finally:
        watch.signal(signal.SIGINT)
        answer = watch.wait(20)
    assert answer.status == 130
    assert "Traceback" not in answer.err
    if sys.platform == "linux":
        assert [Path(line).name for line in opened.read_text("utf-8").splitlines()] == [
            "presentatie-2022.md"
        ]


def wait_for(condition, tries=400):
    for _ in range(tries):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("nothing came of it")


def test_a_folder_that_cannot_be_made_exits_2_and_names_it(voortgang, workspace):
    (workspace / "uitvoer").write_text("hier staat al een bestand", encoding="utf-8")
    answer = voortgang("build", "-f", "md", cwd=workspace)
    assert answer.status == 2
    assert "uitvoer" in answer.err


def test_a_warning_of_a_template_can_be_ignored(voortgang, workspace):
    templates = workspace / "templates"
    templates.mkdir()
    (templates / "nota.md.j2").write_text("# Titel\n\n<b>vet</b>\n", "utf-8")
    told = voortgang("build", "-f", "md", cwd=workspace)
    assert "VG027" in told.out
    rapport = workspace / "data/2022/rapport.yaml"
    rapport.write_text(rapport.read_text("utf-8").replace("negeer: [", "negeer: [VG027, "), "utf-8")
    assert voortgang("build", "-f", "md", "--strict", cwd=workspace).out == ""


def test_an_output_folder_is_seen_from_where_one_stands(voortgang, workspace):
    below = workspace / "werk"
    below.mkdir()
    assert voortgang("build", "-f", "md", "-o", "hier", cwd=below).status == 0
    assert (below / "hier/2022/nota-2022.md").exists()
    assert voortgang("build", "-f", "md", cwd=below).status == 0
    assert (workspace / "uitvoer/2022/nota-2022.md").exists()


def test_an_output_folder_is_seen_from_the_folder_that_is_named(voortgang, workspace, tmp_path):
    other = tmp_path / "elders"
    other.mkdir()
    assert voortgang("-C", workspace, "build", "-f", "md", "-o", "daar", cwd=other).status == 0
    assert (workspace / "daar/2022/nota-2022.md").exists()
