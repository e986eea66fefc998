"""`voortgang site`: a folder that is written whole or not at all, and nothing outside it."""

import shutil

import pytest
from program import run
from werkmap import small


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site of the workspace that each test has anew."""
    work = small(tmp_path_factory.mktemp("werk"))
    answer = run("site", cwd=work)
    assert answer.status == 0, answer.out + answer.err
    assert "uitvoer/site geschreven: " in answer.err
    return work / "uitvoer/site"


@pytest.fixture
def built(site, workspace):
    return shutil.copytree(site, workspace / "uitvoer/site")


def test_the_folder_lists_what_it_holds(built):
    listed = (built / "bestanden.txt").read_text(encoding="ascii").splitlines()
    assert {*listed, "bestanden.txt"} == set(files(built))
    assert {"index.html", "2022/index.html", "2022/nota-2022.pdf"} <= set(listed)


def test_two_sites_have_the_same_bytes_and_stay_in_their_folder(voortgang, workspace, built):
    before = files(workspace)
    again = workspace / "twee"
    answer = voortgang(
        "-q", "site", "-o", "twee", cwd=workspace, env={"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"}
    )
    assert (answer.status, answer.err) == (0, "")
    assert files(again) == files(built)
    elsewhere = {path: c for path, c in files(workspace).items() if not path.startswith("twee/")}
    assert elsewhere == before


def test_an_error_leaves_the_folder_as_it_was(voortgang, workspace, built):
    before = files(built)
    (workspace / "data/2022/cultuur.yaml").write_text("titel: [\n", encoding="utf-8")
    answer = voortgang("site", cwd=workspace)
    assert answer.status == 1
    assert answer.out.startswith("data/2022/cultuur.yaml:")
    assert files(built) == before


def test_what_is_no_longer_in_it_goes_and_what_is_not_ours_stays(voortgang, workspace, built):
    (built / "CNAME").write_text("www.voorbeeldegem.example", encoding="utf-8")
    outside = workspace / "uitvoer/brief.txt"
    outside.write_text("niet van de site", encoding="utf-8")
    with (built / "bestanden.txt").open("a", encoding="utf-8") as listed:
        listed.write("../brief.txt\nCNAME\n2022/cultuur.yaml\n")
    (built / "2022/cultuur.yaml").write_text("titel: Cultuur\n", encoding="utf-8")
    with (workspace / "data/2022/rapport.yaml").open("a", encoding="utf-8") as rapport:
        rapport.write("nota:\n  organen: [gemeenteraad]\n")
    assert voortgang("site", cwd=workspace).status == 0
    assert not (built / "2022/nota-2022.html").exists()
    assert (built / "2022/nota-2022-gemeenteraad.html").exists()
    assert (built / "CNAME").exists()
    assert (built / "2022/cultuur.yaml").exists()
    assert outside.exists()


def test_a_workspace_without_years_is_said(voortgang, tmp_path):
    answer = voortgang("site", cwd=tmp_path)
    assert answer.status == 2
    assert "er staat geen jaar onder" in answer.err
