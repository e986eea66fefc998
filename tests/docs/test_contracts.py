"""What machines read keeps to its schema; what people look up is there."""

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from jsonschema import Draft202012Validator
from program import run

from voortgang.findings import Regel

ROOT = Path(__file__).parent.parent.parent
SCHEMAS = ROOT / "docs" / "schemas"


def voortgang(*args: str, cwd: Path) -> str:
    answer = run(*args, cwd=cwd)
    assert answer.status in {0, 1}, answer.err
    return answer.out


@pytest.fixture(scope="module")
def town(tmp_path_factory) -> Path:
    """Two years in git, with answers of every kind and a mistake."""
    work = tmp_path_factory.mktemp("stad")
    shutil.copytree(ROOT / "data/2022", work / "data/2022")
    voortgang("-q", "new", "2023", cwd=work)
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@voorbeeldegem.example"]
    audit = work / "data/audits/kas-2022.yaml"
    audit.parent.mkdir()
    text = "titel: Kas\naanbevelingen:\n  - nummer: 1\n    titel: Tel de kas\n"
    audit.write_text(text, encoding="utf-8")
    subprocess.run([*git, "init", "-q"], cwd=work, check=True)
    subprocess.run([*git, "add", "."], cwd=work, check=True)
    subprocess.run([*git, "commit", "-qm", "x"], cwd=work, check=True)
    (work / "data/2023/organisatiecultuur.yaml").write_text(
        "titel: Organisatiecultuur\n"
        "realisaties:\n  - Telefonie in teams\n  - Iets nieuws\n"
        "planning:\n  - titel: Nieuw intranet\n    termijn: 2024-Q1\n    dienst: Communicatie\n"
        "    deelacties: [Een stuk]\n    sdg: [9]\n"
        "vervallen:\n  - titel: Omstaanderstraining\n    reden: niet nodig\n",
        encoding="utf-8",
    )
    audit.write_text(text + "    dienst: Financiën\n  - {nummer: 2, titel: X}\n", encoding="utf-8")
    return work


@pytest.mark.parametrize(
    ("schema", "args"),
    [
        ("check", ["check", "--format", "json"]),
        ("diff", ["diff", "2022", "2023", "--format", "json"]),
        ("diff-since", ["diff", "2023", "--since", "HEAD", "--format", "json"]),
        ("export", ["export", "2023", "-o", "uit.json"]),
    ],
)
def test_json_keeps_to_its_schema(town, schema, args):
    rules = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(rules)
    out = voortgang(*args, cwd=town)
    data = json.loads((town / "uit.json").read_text("utf-8") if schema == "export" else out)
    Draft202012Validator(rules).validate(data)
    assert data.get("findings") or data.get("domeinen") or data.get("acties")
    with pytest.raises(Exception, match=r"version|required"):
        Draft202012Validator(rules).validate({**data, "version": 9})


def test_every_code_in_source_and_tests_has_its_page():
    from voortgang.cli.regels import REGELN

    known = {regel.code for regel in REGELN}
    # VG998 and VG999 stand for what is not there, the others begin or end a range
    for folder in ("voortgang", "tests"):
        for path in (ROOT / folder).rglob("*.py"):
            text = re.sub(r"VG\d{3}-VG\d{3}", "", path.read_text(encoding="utf-8"))
            named = set(re.findall(r"\bVG\d{3}\b", text))
            assert named - known <= {
                "VG059",
                "VG068",
                "VG109",
                "VG130",
                "VG159",
                "VG998",
                "VG999",
            }, path


def test_every_code_on_a_page_exists():
    from voortgang.cli.regels import REGELN

    known = {regel.code for regel in REGELN}
    for path in (ROOT / "docs").glob("*.md"):
        text = re.sub(r"VG\d{3}-VG\d{3}", "", path.read_text(encoding="utf-8"))
        assert set(re.findall(r"\bVG\d{3}\b", text)) <= known, path


def test_what_the_page_for_engineers_names_is_there():
    page = (ROOT / "docs/architectuur.md").read_text(encoding="utf-8")
    part = page.split("## How to add something")[1].split("\n## ")[0]
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("voortgang", "tests")
        for path in (ROOT / folder).rglob("*.py")
    )
    names = set(re.findall(r"`([A-Z][A-Z_]{3,})`", part))
    paths = set(re.findall(r"`([a-z_]+/[a-z_/.0-9]+)`", part))
    assert {
        name for name in names if not re.search(rf"^{name}\b.* = ", code, re.MULTILINE)
    } == set()
    assert {
        path for path in paths if not any((ROOT / at / path).exists() for at in (".", "voortgang"))
    } == set()
    assert names
    assert paths


def test_every_rule_that_a_module_declares_is_listed():
    from voortgang.cli.regels import REGELN

    modules = walk_packages([str(ROOT / "voortgang")], "voortgang.")
    declared = {
        each
        for module in modules
        if module.name != "voortgang.__main__"
        for each in vars(import_module(module.name)).values()
        if isinstance(each, Regel)
    }
    assert declared == set(REGELN)


def test_every_rule_explains_itself():
    from voortgang.cli.regels import REGELN

    for regel in REGELN:
        assert regel.titel, regel.code
        assert regel.uitleg, regel.code
        assert regel.fout.strip(), regel.code
        assert regel.goed.strip(), regel.code


def test_every_field_that_a_template_can_read_is_on_the_page():
    from voortgang.content.cijfers.verloop import Verloop
    from voortgang.content.views.context import build_context
    from voortgang.content.views.rapport import PartView
    from voortgang.model import Actie, Deelactie, Domein, Rapport, read_all
    from voortgang.model.instellingen import Advies, Contact, NotaGegevens
    from voortgang.source import Workspace

    actie = Actie(titel="X", deelacties=(Deelactie(titel="Y"),))
    small = Rapport(
        rapportjaar=2022, bestuur="B", titel="T", contact=Contact(naam="An"),
        domeinen=(Domein(id="c", titel="C", realisaties=(actie,)),),
        nota=NotaGegevens(adviezen=(Advies(van="An"),)),
    )  # fmt: skip
    readings = read_all(Workspace(ROOT / "tests/voorbeeld/beverdonk"))
    rapporten = {year: each.rapport for year, each in readings.items()}
    verloop = Verloop.of(rapporten, readings[2025].audits)
    seen = (build_context(small, {}), build_context(rapporten[2025], rapporten, None, verloop))
    read = {
        name for each in reached(seen) if isinstance(each, PartView) for name in vars(each)
    }  # fmt: skip
    assert not_on_the_page(read) == set()
    assert {"e_mail", "nummer", "soorten", "sinds", "van", "dubbel"} <= read
    assert {"antwoord_of_reden", "stand_en_teken", "maatregelen_in_woorden", "doelnaam"} <= read


def not_on_the_page(names):
    page = (ROOT / "docs/sjablonen.md").read_text(encoding="utf-8")
    return {name for name in names if f"`{name}`" not in page}


def reached(value):
    """All that can be come at from a value: in lists, mappings and views."""
    yield value
    inner = value if isinstance(value, list | tuple) else ()
    inner = value.values() if isinstance(value, Mapping) else inner
    for each in (*inner, *getattr(value, "__dict__", {}).values()):
        yield from reached(each)


def test_every_option_is_on_a_page():
    from voortgang.cli.app import COMMANDS, build_app

    app = build_app()
    page = (ROOT / "docs/opdrachten.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        for parameter in app.get_command(None, name).params:
            assert all(option in page for option in parameter.opts if option.startswith("-")), name
