import os
from pathlib import Path

import pytest

from voortgang.findings import FindingsError, Obstacle
from voortgang.source import Templates, Workspace, load_audits, load_year
from voortgang.source.inside import Unreadable, read_inside
from voortgang.source.workspace import read_contents
from voortgang.source.yaml.nodes import NO_KEYS

needs_links = pytest.mark.skipif(
    os.name == "nt", reason="Windows has no pipes in folders, and links need a right of their own"
)


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "werkmap"
    for year in (2023, 2022):
        (root / f"data/{year}").mkdir(parents=True)
        (root / f"data/{year}/rapport.yaml").write_text("rapportjaar: 2022\n")
    return root


def found(root):
    return {
        f.file.rpartition("/")[2]: f.message
        for f in load_year(Workspace(root), 2022, NO_KEYS).findings
    }


def test_the_workspace_is_the_nearest_folder_with_a_year(root):
    deep = root / "data/2022"
    assert Workspace.find(deep).root == root
    assert Workspace.find(root).years() == (2022, 2023)


def test_the_search_ends_at_a_git_root(root):
    inner = root / "ander/diep"
    inner.mkdir(parents=True)
    (root / "ander/.git").mkdir()
    assert Workspace.find(inner).root == inner


def test_a_named_folder_is_taken_as_it_is(root):
    assert Workspace.find(root, Path("data")).root == root / "data"
    with pytest.raises(Obstacle, match="de map 'geen' bestaat niet"):
        Workspace.find(root, Path("geen"))


def test_an_unknown_year_names_the_years_that_are_there(root):
    with pytest.raises(Obstacle) as stop:
        load_year(Workspace(root), 2021, NO_KEYS)
    assert stop.value.hint == "deze jaren zijn er: 2022, 2023"


def test_a_file_where_the_folder_of_the_audits_should_be_is_said_so(root):
    (root / "data/audits").touch()
    with pytest.raises(Obstacle, match="'data/audits' is een bestand en geen map"):
        load_audits(Workspace(root), NO_KEYS)


def test_files_are_keyed_by_stem_and_named_from_the_workspace(root):
    (root / "data/2022/cultuur.yaml").write_text("titel: X\n")
    source = load_year(Workspace(root), 2022, NO_KEYS)
    assert list(source.documents) == ["cultuur", "rapport"]
    assert source.documents["cultuur"].file == "data/2022/cultuur.yaml"
    assert source.findings == ()


def test_what_is_no_sound_file_is_a_finding(root):
    year = root / "data/2022"
    (year / "oud.yml").write_text("titel: X\n")
    (year / "Grote Naam.yaml").write_text("titel: X\n")
    (year / "map.yaml").mkdir()
    (year / "groot.yaml").write_bytes(b"#" * (2 * 1024 * 1024 + 1))
    (year / "leeg.yaml").touch()
    (year / "notities.txt").write_text("telt niet mee")
    assert found(root) == {
        "oud.yml": "alleen bestanden die op .yaml eindigen, tellen mee",
        "Grote Naam.yaml": "de naam van dit bestand heeft andere tekens dan kleine letters, "
        "cijfers en koppeltekens",
        "map.yaml": "dit is geen gewoon bestand",
        "groot.yaml": "dit bestand is groter dan 2 MiB",
        "leeg.yaml": "dit bestand is leeg",
    }


def test_a_file_that_notepad_named_is_told_with_the_way_to_rename_it(root):
    year = root / "data/2022"
    (year / "cultuur.yaml.txt").write_text("titel: X\n")
    (year / "kopie.yaml").write_text("titel: X\n")
    (year / "kopie.yaml.txt").write_text("titel: oud\n")
    (year / "rapport.yaml").rename(year / "rapport.yaml.txt")
    source = load_year(Workspace(root), 2022, NO_KEYS)
    message = "dit bestand eindigt op .txt en telt niet mee, ook al toont Verkenner dat einde niet"
    first = "zet in Verkenner eerst Beeld > Bestandsnaamextensies aan"
    assert [(f.file, f.code, f.message, f.hint) for f in source.findings] == [
        (f"data/2022/{name}.txt", "VG001", message, f"hernoem het bestand tot {name}; {first}")
        for name in ("cultuur.yaml", "rapport.yaml")
    ]
    assert list(source.documents) == ["kopie"]


@needs_links
def test_pipes_and_links_are_findings_and_nothing_waits(root, tmp_path):
    year = root / "data/2022"
    os.mkfifo(year / "pijp.yaml")
    (tmp_path / "buiten.yaml").write_text("titel: geheim\n", "utf-8")
    (year / "link.yaml").symlink_to(tmp_path / "buiten.yaml")
    (year / "lus.yaml").symlink_to(year / "lus.yaml")
    (year / "niets.yaml").symlink_to("/dev/zero")
    assert found(root) == {
        "pijp.yaml": "dit is geen gewoon bestand",
        "link.yaml": "deze snelkoppeling leidt buiten de werkmap",
        "lus.yaml": "dit bestand kan niet worden gelezen",
        "niets.yaml": "deze snelkoppeling leidt buiten de werkmap",
    }


@needs_links
def test_a_link_inside_the_workspace_is_fine(root):
    (root / "gedeeld.yaml").write_text("titel: X\n")
    (root / "data/2022/x.yaml").symlink_to(root / "gedeeld.yaml")
    assert found(root) == {}


def test_a_missing_rapport_is_a_finding(root):
    (root / "data/2022/rapport.yaml").unlink()
    assert found(root) == {"rapport.yaml": "het bestand rapport.yaml van 2022 ontbreekt"}


@pytest.mark.parametrize(
    "name", ["../x", "/etc/passwd", "a/../../x", "\\\\host\\share", "C:x", "a\0b"]
)
def test_nothing_outside_the_workspace_is_opened(root, name):
    with pytest.raises(Unreadable, match="werkmap"):
        read_inside(root, name)


def test_a_template_is_the_workspaces_own_else_the_programs(root):
    assert not Templates(root).find("presentatie.pptx").own
    assert Templates(root).find("presentatie.pptx").file == "voortgang:templates/presentatie.pptx"
    (root / "templates").mkdir()
    (root / "templates/nota.md.j2").write_bytes(b"# Eigen\r\n")
    own = Templates(root).find("nota.md.j2")
    assert (own.file, own.own, own.text) == ("templates/nota.md.j2", True, "# Eigen\n")
    with pytest.raises(Obstacle, match="bestaat niet"):
        Templates(None).find("geen.j2")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "dit sjabloon is leeg"),
        (b"\xef\xbb\xbf", "dit sjabloon is leeg"),
        (b" \r\n", "dit sjabloon is leeg"),
        (b"#" * (2 * 1024 * 1024 + 1), "dit bestand is groter dan 2 MiB"),
    ],
    ids=["empty", "mark", "blank", "large"],
)
def test_a_template_that_holds_nothing_or_too_much_has_a_remedy_for_templates(
    root, content, message
):
    (root / "templates").mkdir()
    (root / "templates/nota.md.j2").write_bytes(content)
    with pytest.raises(FindingsError) as stop:
        Templates(root).find("nota.md.j2").text  # noqa: B018 -- reading it is what raises
    (finding,) = stop.value.findings
    assert (finding.file, finding.message) == ("templates/nota.md.j2", message)
    assert finding.hint.endswith("verwijder het: dan geldt het sjabloon van het programma")


@needs_links
def test_a_template_that_leads_outside_is_a_finding(root, tmp_path):
    (root / "templates").mkdir()
    (tmp_path / "x").write_text("geheim")
    (root / "templates/nota.md.j2").symlink_to(tmp_path / "x")
    with pytest.raises(FindingsError) as stop:
        Templates(root).find("nota.md.j2").text  # noqa: B018 -- reading it is what raises
    assert [finding.code for finding in stop.value.findings] == ["VG001"]


@pytest.mark.slow
def test_the_files_of_a_year_have_a_bound_together(tmp_path):
    folder = tmp_path / "data/2022"
    folder.mkdir(parents=True)
    (folder / "rapport.yaml").write_text("rapportjaar: 2022\n", encoding="utf-8")
    for number in range(12):
        (folder / f"d{number:02}.yaml").write_text(f"# {'x' * 2_000_000}\ntitel: T\n", "utf-8")
    found = load_year(Workspace(tmp_path), 2022, NO_KEYS).findings
    assert [each.file for each in found] == [
        "data/2022/d10.yaml",
        "data/2022/d11.yaml",
        "data/2022/rapport.yaml",
    ]
    assert {each.code for each in found} == {"VG001"}
    assert "samen groter dan 20 MiB" in found[0].message


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Cultuur.yaml", "'cultuur.yaml' bestaat al"),
        ("cultuur.yml", "'cultuur.yaml' bestaat al"),
        ("Financiën.yaml", "hernoem het bestand tot financien.yaml"),
        ("financien.yml", "hernoem het bestand tot financien.yaml"),
        ("nul.yaml", "hernoem het bestand tot nul-domein.yaml"),
        ("com1.yaml", "hernoem het bestand tot com1-domein.yaml"),
    ],
)
def test_a_new_name_that_is_proposed_can_be_given(name, hint):
    files = dict.fromkeys(("rapport.yaml", "cultuur.yaml", name), b"titel: T\n")
    (found,) = (f for f in read_contents(2022, files, NO_KEYS).findings if f.file.endswith(name))
    assert hint in found.hint


def test_two_files_are_never_told_to_take_one_name():
    names = ("rapport.yaml", "Een Twee.yaml", "een twee.yml", "Één twee.YAML")
    found = read_contents(2022, dict.fromkeys(names, b"titel: T\n"), NO_KEYS).findings
    renamed = [f.hint for f in found if "hernoem" in f.hint]
    assert renamed == ["hernoem het bestand tot een-twee.yaml"]
    assert sum("'een-twee.yaml' bestaat al" in f.hint for f in found) == len(names) - 2


@pytest.mark.parametrize("name", ["Audits", "audit", "auditen", "adits", "audits-2021"])
def test_a_folder_that_is_meant_for_the_audits_is_told_with_its_remedy(root, name):
    folder = root / "data" / name
    folder.mkdir()
    (folder / "leesmij.txt").write_text("geen gegevens", "utf-8")
    assert load_audits(Workspace(root), NO_KEYS).findings == ()
    (folder / "kas.yaml").write_text("titel: Kas\n", "utf-8")
    (found,) = load_audits(Workspace(root), NO_KEYS).findings
    assert (found.file, found.code) == (f"data/{name}/kas.yaml", "VG001")
    assert found.message == f"de map data/{name} telt niet mee: audits staan in data/audits"
    assert found.hint == "hernoem de map tot data/audits"
    folder.rename(root / "data/audits")
    assert list(load_audits(Workspace(root), NO_KEYS).documents) == ["kas"]


@pytest.mark.parametrize("name", ["bijlagen", "auteurs", "2023", "adres"])
def test_another_folder_is_nobodys_affair(root, name):
    folder = root / "data" / name
    folder.mkdir(exist_ok=True)
    (folder / "x.yaml").write_text("titel: X\n", "utf-8")
    assert load_audits(Workspace(root), NO_KEYS).findings == ()
