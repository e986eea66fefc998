"""What the page shows: the last good view, and why it is not the newest."""

import io
import json
import signal
import sys
import zipfile
from pathlib import Path

import program
import pytest

from voortgang.findings import Finding, FindingsError, Obstacle, Severity
from voortgang.preview.bevindingen import show_findings
from voortgang.preview.stand import Stand
from voortgang.preview.view import Studio
from voortgang.source import Workspace

CULTUUR = "data/2022/cultuur.yaml"
OWN_DECK = Path(__file__).parents[2] / "templates/presentatie.pptx"
needs_twin = pytest.mark.skipif(sys.platform != "linux", reason="a hook changes what is loaded")


@pytest.fixture
def stand(root, workers):
    return Stand(root, Studio(Workspace(root), 2022, workers).build)


def shown(stand):
    return json.loads(stand.content)


def test_a_good_build_shows_everything(stand):
    assert stand.renew() == "Bijgewerkt, geen waarschuwingen."
    data = shown(stand)
    assert (data["goed"], data["balk"], data["fouten"]) == (True, "", 0)
    assert data["titel"] == "Voortgangsrapport organisatiebeheersing 2022"
    assert "Cultuur" in [dia["titel"] for dia in data["dias"]]
    assert [nota["orgaan"] for nota in data["notas"]] == [None]
    assert b"<h1" in stand.nota(0)
    assert stand.nota(1) is None


def test_broken_data_keeps_the_last_good_view_and_says_why(stand, root):
    stand.renew()
    dias = shown(stand)["dias"]
    (root / CULTUUR).write_text("titel: Cultuur\nrealisatie: []\n", encoding="utf-8")
    told = stand.renew()
    assert told.startswith(f"Niet bijgewerkt: Er is 1 fout. {CULTUUR}, regel 2: onbekende sleutel")
    assert told.endswith("bedoelde u 'realisaties'?")
    data = shown(stand)
    assert (data["goed"], data["fouten"], data["dias"]) == (False, 1, dias)
    assert "U ziet de laatste goede versie." in data["balk"]
    assert "realisatie: []" in data["bevindingen"]
    assert "bedoelde u &#39;realisaties&#39;?" in data["bevindingen"]


@pytest.mark.parametrize(
    ("hint", "shown"),
    [
        ("typ `a: <b>` of `c`", "typ <code>a: &lt;b&gt;</code> of <code>c</code></p>"),
        ("neem de titel 'het `-teken'", "neem de titel &#39;het `-teken&#39;</p>"),
    ],
)
def test_what_is_to_be_typed_is_set_as_such(tmp_path, hint, shown):
    finding = Finding("a.yaml", 1, 1, "VG010", Severity.ERROR, "wat er is", hint)
    assert shown in show_findings([finding], tmp_path)


def test_broken_from_the_start_shows_only_why(stand, root):
    (root / CULTUUR).write_text("titel: [\n", encoding="utf-8")
    stand.renew()
    data = shown(stand)
    assert not data["goed"]
    assert "dias" not in data
    assert "Er is nog niets om te tonen." in data["balk"]
    assert stand.nota(0) is None


def test_a_file_saved_without_a_change_renews_nothing(stand):
    stand.renew()
    assert stand.renew() is None
    assert stand.wait(-1, 0) == 1


def test_a_change_of_the_nota_alone_is_a_change(stand, root):
    stand.renew()
    (root / "templates").mkdir()
    (root / "templates/nota.md.j2").write_text("# Andere nota\n", encoding="utf-8")
    assert stand.renew()
    assert b"Andere nota" in stand.nota(0)


def test_each_orgaan_has_its_own_nota(stand, root):
    with (root / "data/2022/rapport.yaml").open("a", encoding="utf-8") as file:
        file.write("nota: {organen: [gemeenteraad, vast bureau]}\n")
    stand.renew()
    assert [nota["orgaan"] for nota in shown(stand)["notas"]] == ["gemeenteraad", "vast bureau"]
    assert stand.nota(0) != stand.nota(1)


def test_a_mistake_in_a_template_is_shown_at_its_line(stand, root):
    stand.renew()
    (root / "templates").mkdir()
    (root / "templates/nota.md.j2").write_text("# Nota\n\n{{ titl }}\n", encoding="utf-8")
    stand.renew()
    assert "templates/nota.md.j2, regel 3" in shown(stand)["balk"]


def test_a_year_that_is_gone_is_said(stand, root):
    stand.renew()
    (root / "data/2022").rename(root / "data/weg")
    assert "het jaar 2022 bestaat niet" in stand.renew()
    assert shown(stand)["titel"]


def test_a_fault_of_the_program_does_not_end_the_preview(root):
    def fail():
        raise ZeroDivisionError("stuk")

    assert "ging iets mis in het programma zelf" in Stand(root, fail).renew()


def test_values_are_escaped_wherever_they_are_shown(stand, root):
    text = (root / CULTUUR).read_text("utf-8")
    (root / CULTUUR).write_text(
        text.replace("Kantine", "'<img src=x onerror=alert(1)>'"), encoding="utf-8"
    )
    (root / "data/2021/cultuur.yaml").write_text(
        "titel: Cultuur\nplanning: ['<img src=x onerror=alert(1)>', Fietslease]\n", "utf-8"
    )
    stand.renew()
    data = shown(stand)
    html = data["opvolging"] + data["bevindingen"] + "".join(dia["woorden"] for dia in data["dias"])
    assert "&lt;img src=x" in html
    assert "<img" not in html


def test_opvolging_names_each_plan_with_its_outcome(stand):
    stand.renew()
    words = shown(stand)["opvolging"]
    assert "Wat in 2022 werd van de planning van 2021." in words
    assert "Daarnaast in 2022: 1 nieuwe realisatie en 0 nieuwe plannen." in words
    for word in ("gerealiseerd", "deels gerealiseerd", "lopend", "vervallen", "Geen plaats"):
        assert word in words


AUDIT = """\
titel: Audit van de kas
aanbevelingen:
  - nummer: 1
    titel: Tel de kas elke week
  - nummer: 2
    titel: Sluit de kluis
  - nummer: 3
    titel: Leg een register aan
"""
WEIGHED = """\
maturiteit: {niveau: 1, doel: 3}
risicos:
  - {titel: Diefstal, kans: 3, impact: 5, beheerst_door: kluis}
realisaties:
  - {titel: Kluis, aanbevelingen: kas-2}
"""


@pytest.fixture
def weighed(stand, root):
    """The year with an audit, a rated risk and the maturity of a domain."""
    (root / "data/audits").mkdir()
    (root / "data/audits/kas.yaml").write_text(AUDIT, encoding="utf-8")
    (root / "data/2022/middelen.yaml").write_text(f"titel: Middelen\n{WEIGHED}", encoding="utf-8")
    stand.renew()
    return {dia["titel"]: dia["woorden"] for dia in shown(stand)["dias"]}


SHOWN = {
    "Aanbevelingen van audits": ["1", "volledig opgevolgd", "2", "niet opgevolgd"],
    "Audit van de kas": ["Sluit de kluis", "●\u00a0volledig", "?\u00a0niet"],
    "Risicomatrix": ["kans 3", "impact 5", "Diefstal"],
    "Risico's en hun maatregelen": ["Diefstal", "15", "Kluis (gerealiseerd)"],
    "Maturiteit per domein": ["Middelen", "1", "3"],
    "Middelen": ["Diefstal score\u00a015\u00a0(3\u00a0×\u00a05)"],
}


def test_audits_risks_and_maturity_are_shown(weighed):
    assert [(dia, word) for dia, words in SHOWN.items() for word in words
            if word not in weighed[dia]] == []  # fmt: skip


def test_opvolging_names_the_aanbevelingen_that_stand_otherwise_than_the_year_before(stand, root):
    (root / "data/audits").mkdir()
    (root / "data/audits/kas.yaml").write_text(AUDIT, encoding="utf-8")
    stand.renew()
    assert "kas-" not in shown(stand)["opvolging"]
    (root / "data/2022/middelen.yaml").write_text(f"titel: Middelen\n{WEIGHED}", encoding="utf-8")
    stand.renew()
    words = shown(stand)["opvolging"]
    assert "Aanbevelingen van audits die er anders voor staan dan in 2021" in words
    for word in ("kas-2 Sluit de kluis", "volledig", "was niet: ‘Kluis’"):
        assert word in words
    assert "kas-1" not in words


def test_the_nota_and_the_findings_tell_of_an_audit_and_a_change_in_it_is_a_change(
    stand, root, weighed
):
    assert "Audit van de kas" in weighed
    assert b"Tel de kas elke week" in stand.nota(0)
    assert "aan aanbeveling kas-1 werkt geen actie" in shown(stand)["bevindingen"]
    audit = root / "data/audits/kas.yaml"
    audit.write_text(AUDIT.replace("elke week", "elke dag"), encoding="utf-8")
    assert stand.renew()
    assert b"Tel de kas elke dag" in stand.nota(0)
    audit.write_text(AUDIT + "kas: 1\n", encoding="utf-8")
    assert "data/audits/kas.yaml, regel 9: onbekende sleutel" in stand.renew()


def test_only_slides_that_changed_are_drawn_again(root, workers):
    studio = Studio(Workspace(root), 2022, workers)
    studio.build()
    before = [drawing for _, drawing in studio.drawn]
    path = root / CULTUUR
    path.write_text(path.read_text("utf-8").replace("Bevraging", "Rondvraag"), "utf-8")
    second = studio.build()
    same = [a is b for a, (_, b) in zip(before, studio.drawn, strict=True)]
    changed = [dia.titel for dia, kept in zip(second.dias, same, strict=True) if not kept]
    assert changed == ["Cultuur"]


def test_in_another_house_style_all_slides_are_drawn_again(root, workers):
    studio = Studio(Workspace(root), 2022, workers)
    studio.build()
    before = [drawing for _, drawing in studio.drawn]
    made = io.BytesIO()
    with zipfile.ZipFile(OWN_DECK) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"0E3A47", b"470E3A"))
    (root / "templates").mkdir()
    (root / "templates/presentatie.pptx").write_bytes(made.getvalue())
    studio.build()
    assert not {*before} & {drawing for _, drawing in studio.drawn}


def test_whoever_waits_hears_of_a_change_at_once(stand):
    stand.renew()
    assert stand.wait(0, 5) == 1
    assert stand.wait(1, 0.01) == 1


def test_errors_and_obstacles_leave_the_studio_as_they_do_a_build(root, workers):
    (root / CULTUUR).write_text("titel:\n", encoding="utf-8")
    with pytest.raises(FindingsError):
        Studio(Workspace(root), 2022, workers).build()
    with pytest.raises(Obstacle):
        Studio(Workspace(root), 1999, workers).build()


def test_a_picture_that_is_not_there_is_an_error_as_in_a_build(root, stand):
    (root / "templates").mkdir()
    text = "# Deel\n\n## Dia\n\n![Het plan](beelden/weg.png)\n"
    (root / "templates/presentatie.md.j2").write_text(text, encoding="utf-8")
    assert "presentatie.md.j2, regel 5: beeld 'beelden/weg.png'" in stand.renew()
    assert shown(stand)["fouten"] == 1


SOONER = """
from voortgang.preview import view
from voortgang.source.bounded.child import Bounds
view.workers.__defaults__ = (Bounds(seconds=3, memory=2**30),)
"""
# What sleeps, ends as little as what runs on, and takes no processor.
ENDLESS = """
import time
from voortgang.content.template.sandbox import text_sandbox
text_sandbox().filters["eindeloos"] = lambda _: time.sleep(99)
"""
STUCK = """
import time
from {module} import {name} as here
here.{function} = lambda *_, **__: time.sleep(99)
"""


@pytest.fixture
def preview(root, tmp_path_factory):
    """Run the real program, with bounds that are reached soon; the code runs before it."""
    started = []

    def start(code):
        hook = tmp_path_factory.mktemp("hook")
        (hook / "sitecustomize.py").write_text(SOONER + code, encoding="utf-8")
        started.append(program.start("preview", cwd=root, hook=hook))
        return started[0]

    yield start
    started[0].signal(signal.SIGTERM)
    assert "Traceback" not in started[0].wait().err


@needs_twin
@pytest.mark.slow
def test_a_template_that_never_ends_is_said_and_the_preview_goes_on(root, preview):
    (root / "templates").mkdir()
    text = root / "templates/nota.md.j2"
    text.write_text("# N\n{{ titel | eindeloos }}\n", encoding="utf-8")
    running = preview(ENDLESS)
    said = running.wait_for("Open het adres", 2)
    assert "nota.md.j2, regel 1: hiermee kan het document niet worden gemaakt" in said
    text.write_text("# Nota\n", encoding="utf-8")
    running.wait_for("Bijgewerkt, geen waarschuwingen.", 2)


@needs_twin
@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "name", "function"),
    [
        ("voortgang.presentatie.template", "read", "_read"),
        ("voortgang.office.typst.compile", "typst", "compile"),
    ],
)
def test_a_house_style_that_never_ends_is_said_too(root, preview, module, name, function):
    (root / "templates").mkdir()
    (root / "templates/presentatie.pptx").write_bytes(OWN_DECK.read_bytes() + b"\0")
    running = preview(STUCK.format(module=module, name=name, function=function))
    said = running.wait_for("Open het adres", 2)
    assert "templates/presentatie.pptx, regel 1" in said
    assert "te veel geheugen" in said
