"""`voortgang diff`: two years, or one year since a revision of git."""

import json
import os
import shutil
import subprocess

import pytest
from program import run


def git(folder, *args):
    who = ("-c", "user.name=t", "-c", "user.email=t@voorbeeldegem.example")
    done = subprocess.run(
        ["git", "-C", str(folder), *who, *args], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


@pytest.fixture
def two_years(voortgang, workspace):
    assert voortgang("new", "2023", cwd=workspace).status == 0
    path = workspace / "data/2023/cultuur.yaml"
    text = path.read_text("utf-8")
    plan = "  - Nieuw intranet voor iedereen\n"
    text = text.replace(plan, "").replace("realisaties:\n", f"realisaties:\n{plan}")
    path.write_text(text, "utf-8")
    return workspace


def test_text_is_plain_lines_with_words_and_signs(voortgang, two_years):
    answer = voortgang("diff", "2022", "2023", cwd=two_years)
    assert (answer.status, answer.err) == (0, "")
    assert "  ● gerealiseerd      Nieuw intranet voor iedereen\n" in answer.out
    assert (
        "  ? zonder opvolging  Actieplan na de audit – Financiën, tweede kwartaal 2023"
        in answer.out
    )
    assert "\x1b" not in answer.out


def test_json_has_the_keys_of_the_contract(voortgang, two_years):
    report = json.loads(voortgang("diff", "2022", "2023", "--format", "json", cwd=two_years).out)
    lists = [
        "gerealiseerd", "deels_gerealiseerd", "lopend", "vervallen", "zonder_opvolging",
        "nieuwe_realisaties", "nieuwe_planning",
    ]  # fmt: skip
    assert list(report) == ["version", "van", "naar", "totalen", "domeinen"]
    assert report["version"] == 2
    assert list(report["totalen"]) == [*lists, "uitgesteld"]
    assert list(report["domeinen"][0]) == ["domein", *lists]


def test_md_is_a_table(voortgang, two_years):
    out = voortgang("diff", "2022", "2023", "--format", "md", cwd=two_years).out
    assert "| ● gerealiseerd | Nieuw intranet voor iedereen | |" in out


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["2022"], "diff vergelijkt twee jaren"),
        (["2022", "2022"], "2022 met zichzelf vergelijken zegt niets"),
        (["2023", "2022"], "zet het oudste jaar eerst: `voortgang diff 2022 2023`"),
        (["2022", "2030"], "er is geen map data/2030"),
        (["2022", "2023", "--since", "HEAD"], "bij --since hoort één jaar"),
        (["2022", "2023", "--format", "pdf"], "--format kent ‘pdf’ niet"),
        (["2022", "--since", "HEAD"], "niet in een git-repository"),
        (["2022", "--since=--output=x"], "git kent geen revisie '--output=x'"),
        ([], "VAN"),
    ],
)
def test_wrong_use_is_said_plainly(voortgang, two_years, args, words):
    answer = voortgang("diff", *args, cwd=two_years)
    assert (answer.status, answer.out) == (2, "")
    assert words in answer.err


def test_errors_in_either_year_or_between_are_findings(voortgang, two_years):
    sound = (two_years / "data/2022/cultuur.yaml").read_text("utf-8")
    assert voortgang("new", "2024", cwd=two_years).status == 0
    for year, pair in (("2022", ("2022", "2023")), ("2023", ("2022", "2024"))):
        path = two_years / f"data/{year}/cultuur.yaml"
        path.write_text("titel: A\nplannning: [x]\n", "utf-8")
        answer = voortgang("diff", *pair, "--format", "json", cwd=two_years)
        assert answer.status == 1
        assert f"data/{year}/cultuur.yaml:2:1: fout VG012" in answer.out
        path.write_text(sound, "utf-8")


def test_errors_before_or_after_the_two_years_do_not_matter(voortgang, two_years):
    for year in ("2024", "2025"):
        assert voortgang("new", year, cwd=two_years).status == 0
    before = voortgang("diff", "2023", "2024", cwd=two_years)
    assert before.status == 0
    for year in ("2022", "2025"):
        (two_years / f"data/{year}/cultuur.yaml").write_text("titel: A\nplannning: [x]\n", "utf-8")
    assert voortgang("diff", "2023", "2024", cwd=two_years) == before


def write_years(home, years):
    """Write years of one domain, given by its lists."""
    for year, lists in years.items():
        folder = home / f"data/{year}"
        folder.mkdir(parents=True)
        (folder / "rapport.yaml").write_text(
            f"rapportjaar: {year}\nbestuur: Gemeente X\ntitel: Rapport\ndomeinen: [cultuur]\n",
            "utf-8",
        )
        (folder / "cultuur.yaml").write_text(f"titel: Cultuur\n{lists}\n", "utf-8")


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("text", "Zie het dossier (http://a.be/x_y), ![b d](c) en @piet�. Dus: een; twee | 3"),
        ("md", r"Zie **het** [dossier](http://a.be/x_y), !\[b d\](c) en @<!-- -->piet"),
        ("md", r". Dus: een; *twee* \| 3 |"),
    ],
)
def test_a_toelichting_is_words_in_text_and_markdown_in_md(voortgang, tmp_path, form, told):
    toelichting = (
        r"Zie **het**\n[dossier](http://a.be/x_y), ![b\nd](c) en @piet\u202e.\n\nDus:\n\n"
        r"- een\n- *twee* | 3"
    )
    done = f'realisaties:\n  - titel: Plan\n    toelichting: "{toelichting}"'
    write_years(tmp_path, {2023: "planning: [Plan]", 2024: done})
    assert told in voortgang("diff", "2023", "2024", "--format", form, cwd=tmp_path).out


def test_a_plan_is_followed_through_the_years_between(voortgang, tmp_path):
    years = {
        2023: "planning: [Sleutelplan, Nieuw intranet, Badge]",
        2024: "realisaties: [Sleutelplan]\nplanning: [Nieuw intranet]\n"
        "vervallen:\n  - titel: Badge\n    reden: te duur",
        2025: "realisaties: [Nieuw intranet]",
    }
    write_years(tmp_path, years)
    assert voortgang("diff", "2023", "2025", cwd=tmp_path).out.splitlines()[2:6] == [
        "Cultuur",
        "  ● gerealiseerd  Sleutelplan – in 2024",
        "  ● gerealiseerd  Nieuw intranet",
        "  × vervallen     Badge – in 2024: te duur",
    ]


@pytest.fixture
def repository(workspace):
    git(workspace, "init", "-q", "-b", "main")
    git(workspace, "add", ".")
    git(workspace, "commit", "-q", "-m", "eerste")
    return workspace


def test_since_reads_meaning_and_not_lines(voortgang, repository):
    path = repository / "data/2022/cultuur.yaml"
    text = path.read_text("utf-8").replace("planning:\n  - Nieuw intranet voor iedereen\n", "")
    path.write_text(text.replace("  - titel: W", "  - Nieuw intranet voor iedereen\n  - titel: W"))
    answer = voortgang("diff", "2022", "--since", "HEAD", cwd=repository / "data")
    assert answer.status == 0
    assert (
        "→ verplaatst  Nieuw intranet voor iedereen – van planning naar realisaties" in answer.out
    )
    report = voortgang("diff", "2022", "--since", "HEAD", "--format", "json", cwd=repository)
    data = json.loads(report.out)
    assert list(data) == ["version", "jaar", "sinds", "domeinen"]
    assert list(data["domeinen"][0]) == [
        "domein", "toegevoegd", "verwijderd", "verplaatst", "herschreven", "details",
    ]  # fmt: skip


def test_since_an_unknown_revision_or_without_git(voortgang, repository, tmp_path):
    answer = voortgang("diff", "2022", "--since", "v9", cwd=repository)
    assert (answer.status, answer.out) == (2, "")
    assert "git kent geen revisie 'v9'" in answer.err
    nothing = tmp_path / "leeg"
    nothing.mkdir()
    bare = {**os.environ, "PATH": str(nothing)}
    answer = voortgang("diff", "2022", "--since", "HEAD", cwd=repository, env=bare)
    assert answer.status == 2
    assert "git is niet geïnstalleerd" in answer.err


def test_since_a_revision_with_errors_shows_the_lines_of_that_revision(voortgang, repository):
    path = repository / "data/2022/cultuur.yaml"
    sound = path.read_text("utf-8")
    path.write_text(sound + "realisatie: [x]\n", "utf-8")
    git(repository, "commit", "-q", "-a", "-m", "fout")
    path.write_text(sound, "utf-8")
    answer = voortgang("diff", "2022", "--since", "HEAD", cwd=repository)
    assert answer.status == 1
    assert "HEAD:data/2022/cultuur.yaml:8:1: fout VG012" in answer.out
    assert "realisatie: [x]" in answer.out
    assert "revisie 'HEAD' bevatten fouten" in answer.err


def test_since_tells_of_audits_too_once_there_are_any(voortgang, repository):
    asked = ("diff", "2022", "--since", "HEAD")
    report = voortgang(*asked, "--format", "json", cwd=repository)
    assert set(json.loads(report.out)) == {"version", "jaar", "sinds", "domeinen"}
    path = repository / "data/audits/kas.yaml"
    path.parent.mkdir()
    path.write_text("titel: Kas\naanbevelingen:\n  - nummer: 1\n    titel: Tel\n", "utf-8")
    assert (
        "Kas\n  + toegevoegd  Kas\n  + toegevoegd  kas-1 Tel\n"
        in voortgang(*asked, cwd=repository).out
    )
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "audit")
    path.write_text(path.read_text("utf-8") + "    reactie: Aanvaard\n", "utf-8")
    (told,) = json.loads(voortgang(*asked, "--format", "json", cwd=repository).out)["audits"]
    assert told["details"] == [
        {"id": "kas-1", "titel": "Tel", "lijst": None,
         "velden": [{"veld": "reactie", "oud": None, "nieuw": "Aanvaard"}]}
    ]  # fmt: skip
    path.write_text("titel: Kas\nkas: 1\n", "utf-8")
    git(repository, "commit", "-q", "-a", "-m", "fout")
    answer = voortgang(*asked, cwd=repository)
    assert answer.status == 1
    assert "HEAD:data/audits/kas.yaml:2:1: fout VG012" in answer.out


def test_since_in_a_shallow_clone(voortgang, repository, tmp_path):
    git(repository, "commit", "-q", "--allow-empty", "-m", "tweede")
    clone = tmp_path / "kloon"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", str(clone))
    assert voortgang("diff", "2022", "--since", "HEAD", cwd=clone).out == (
        "geen wijzigingen in 2022 sinds HEAD\n"
    )
    answer = voortgang("diff", "2022", "--since", "HEAD~1", cwd=clone)
    assert answer.status == 2
    assert "git fetch --unshallow" in answer.err
    shutil.rmtree(clone)


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_on_a_terminal_a_table_per_domain(two_years):
    import pty

    leader, follower = pty.openpty()
    to_it = f"import os\nos.dup2(os.open({os.ttyname(follower)!r}, os.O_WRONLY), 1)\n"
    (two_years / "sitecustomize.py").write_text(to_it, encoding="utf-8")
    environment = {"TERM": "xterm", "COLUMNS": "80", "NO_COLOR": "1"}
    answer = run("diff", "2022", "2023", cwd=two_years, env=environment, hook=two_years)
    assert (answer.status, answer.err) == (0, "")
    os.close(follower)
    seen = b""
    while chunk := _read(leader):
        seen += chunk
    os.close(leader)
    text = seen.decode()
    assert "● gerealiseerd" in text
    assert "──" in text
    assert "? zonder opvolging" in text


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:  # how Linux says that the other side closed
        return b""
