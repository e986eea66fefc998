"""`voortgang tekst`, and git that shows with it what changed in a deck."""

import subprocess
import sys

import pytest
from pptx import Presentation


def write_deck(path, title):
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = title
    slide.placeholders[1].text = "Nieuw intranet"
    presentation.save(path)


def git(folder, *args):
    who = ("-c", "user.name=t", "-c", "user.email=t@voorbeeldegem.example")
    return subprocess.run(
        ["git", "-C", str(folder), *who, *args], capture_output=True, encoding="utf-8", check=True
    ).stdout


def test_a_deck_is_printed_as_text(voortgang, tmp_path):
    write_deck(tmp_path / "oud.pptx", "Cultuur")
    answer = voortgang("tekst", "oud.pptx", cwd=tmp_path)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == "# Cultuur\n- Nieuw intranet\n"


def test_a_file_is_looked_for_here_and_else_from_the_folder_that_is_named(voortgang, tmp_path):
    (tmp_path / "werk").mkdir()
    for folder, title in ((tmp_path / "werk", "Daar"), (tmp_path, "Hier")):
        write_deck(folder / "oud.pptx", title)
    assert voortgang("-C", "werk", "tekst", "oud.pptx", cwd=tmp_path).out.startswith("# Hier")
    (tmp_path / "oud.pptx").unlink()
    assert voortgang("-C", "werk", "tekst", "oud.pptx", cwd=tmp_path).out.startswith("# Daar")
    assert voortgang("-C", "werk", "huisstijl", "oud.pptx", cwd=tmp_path).status == 0


@pytest.mark.parametrize("name", ["weg.pptx", "stuk.pptx", "nota.pdf"])
def test_what_cannot_be_read_exits_2(voortgang, tmp_path, name):
    if name != "weg.pptx":
        (tmp_path / name).write_bytes(b"onzin")
    answer = voortgang("tekst", name, cwd=tmp_path)
    assert (answer.status, answer.out) == (2, "")
    assert name in answer.err


def test_git_diff_shows_a_deck_as_text(tmp_path):
    """The lines of the manual, tried in a repository."""
    git(tmp_path, "init", "-q")
    # The order matters: this repository calls decks binary, and the later line wins.
    (tmp_path / ".gitattributes").write_text("*.pptx binary\n*.pptx diff=voortgang\n", "utf-8")
    git(tmp_path, "config", "diff.voortgang.textconv", f'"{sys.executable}" -m voortgang tekst')
    git(tmp_path, "config", "diff.voortgang.cachetextconv", "true")
    write_deck(tmp_path / "presentatie 2022.pptx", "Cultuur")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "eerste")
    write_deck(tmp_path / "presentatie 2022.pptx", "Organisatiecultuur")
    changed = [line for line in git(tmp_path, "diff").splitlines() if line[:1] in "+-"]
    assert changed[2:] == ["-# Cultuur", "+# Organisatiecultuur"]


POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n"


@pytest.mark.parametrize("content", [b"", b"onzin", POINTER], ids=["empty", "broken", "pointer"])
@pytest.mark.parametrize("name", ["nota.docx", "dek.pptx"])
def test_git_hears_in_the_text_what_cannot_be_read(voortgang, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    answer = voortgang("tekst", name, cwd=tmp_path, env={"GIT_EXEC_PATH": "/usr/lib/git-core"})
    assert (answer.status, answer.err) == (0, "")
    words = {b"": "leeg", POINTER: "git LFS"}.get(content, "beschadigd")
    assert answer.out.startswith(f"['{name}' ")
    assert words in answer.out


def test_one_file_that_cannot_be_read_hides_nothing_of_the_others_in_git(tmp_path):
    git(tmp_path, "init", "-q")
    (tmp_path / ".gitattributes").write_text("*.docx diff=voortgang\n")
    git(tmp_path, "config", "diff.voortgang.textconv", f'"{sys.executable}" -m voortgang tekst')
    (tmp_path / "nota.docx").write_bytes(POINTER)
    (tmp_path / "z.txt").write_text("gewone tekst\n", "utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "eerste")
    shown = git(tmp_path, "log", "-p").splitlines()
    assert "+gewone tekst" in shown
    (told,) = [line for line in shown if line.startswith("+['")]
    assert "git LFS" in told
