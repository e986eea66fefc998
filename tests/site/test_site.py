"""The site: what stands on its pages, and that all of it belongs together."""

import csv
import io
import json
import re
from base64 import b64encode
from hashlib import sha256
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from browsertaal import NASTY
from jsonschema import Draft202012Validator
from lxml import html

from voortgang.content.cijfers.verloop import Verloop
from voortgang.documents.build import Bestand
from voortgang.model import Actie, Domein, Rapport, read_all
from voortgang.model.termijn import Termijn
from voortgang.opvolging.follow_up import UITKOMSTEN, follow_up
from voortgang.site.archief import Archief
from voortgang.site.blad import make_page
from voortgang.site.catalogus import make_data
from voortgang.site.gegevens import datasets
from voortgang.site.pages import Stuk
from voortgang.site.pages import pages as pages_of
from voortgang.source import Templates, Workspace


@pytest.fixture(scope="module")
def pages(site):
    made = {path: content for path, content in site.files.items() if path.endswith(".html")}
    return {path: html.fromstring(content.decode()) for path, content in made.items()}


@pytest.fixture(scope="module")
def archief(town):
    workspace = Workspace.find(town)
    readings = read_all(workspace, workspace.years())
    rapporten = {year: each.rapport for year, each in readings.items()}
    return Archief(rapporten, Verloop.of(rapporten, readings[2024].audits))


def words(element):
    return " ".join(element.text_content().split())


def test_it_has_the_pages_the_documents_and_the_data(site):
    top = {path for path in site.files if "/" not in path}
    assert top == {"index.html", "acties.html", "plannen.html", "aanbevelingen.html"}
    assert {path for path in site.files if path.startswith("gegevens/")} == {
        f"gegevens/{name}"
        for name in (
            "index.html", "catalogus.jsonld",
            "acties.csv", "acties.json", "acties.schema.json",
            "aanbevelingen.csv", "aanbevelingen.json", "aanbevelingen.schema.json",
            "risicos.csv", "risicos.json", "risicos.schema.json",
            "maturiteit.csv", "maturiteit.json", "maturiteit.schema.json",
        )
    }  # fmt: skip
    for year in (2022, 2023, 2024):
        own = {path.partition("/")[2] for path in site.files if path.startswith(f"{year}/")}
        assert {
            "index.html",
            f"samenvatting-{year}.html",
            f"samenvatting-{year}.pdf",
            f"nota-{year}.html",
            f"nota-{year}.docx",
            f"nota-{year}.pdf",
            f"presentatie-{year}.pptx",
        } <= own


def test_every_link_leads_somewhere_and_every_file_can_be_reached(site, pages):
    reached = {"index.html"}
    for path, page in pages.items():
        ids = [each.get("id") for each in page.xpath("//*[@id]")]
        assert len(ids) == len(set(ids)), path
        for link in page.xpath("//a/@href|//link[@rel='alternate']/@href"):
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in {"https", "mailto"}, link
                continue
            target = normpath(join(dirname(path), unquote(parts.path))) if parts.path else path
            assert target in site.files, f"{path}: {link}"
            reached.add(target)
            if parts.fragment:
                assert pages[target].xpath("//*[@id=$id]", id=unquote(parts.fragment)), link
    assert reached == set(site.files)


def test_without_a_script_every_actie_of_every_year_is_there(pages, archief):
    sections = pages["acties.html"].xpath("//section[@data-groep]")
    assert [words(each.find("h2")) for each in sections] == ["2024", "2023", "2022"]
    for section in sections:
        year = int(words(section.find("h2")))
        rows = section.xpath(".//tr[@data-rij]")
        shown = {(row.get("data-soort"), words(row.xpath("th")[0])) for row in rows}
        acties = {
            (soort, " ".join(actie.titel.split()))
            for _, soort, _, actie in archief.rapporten[year].acties()
        }
        assert len(rows) == len(
            {(soort, actie.id) for _, soort, _, actie in archief.rapporten[year].acties()}
        )
        for soort, titel in acties:
            assert any(s == soort and text.startswith(titel) for s, text in shown), titel
        assert not section.xpath(".//*[@hidden]")


def test_a_plan_stands_as_the_opvolging_says(archief):
    rapporten = archief.rapporten
    for year in (2022, 2023):
        others = [each for each in rapporten.values() if each.rapportjaar not in (year, 2024)]
        totals = follow_up(rapporten[year], rapporten[2024], others).totalen
        shown = [rij.stand for rij in archief.rijen if (rij.jaar, rij.soort) == (year, "planning")]
        for uitkomst in UITKOMSTEN:
            assert shown.count(uitkomst) == getattr(totals, uitkomst)
    newest = {rij.stand for rij in archief.rijen if (rij.jaar, rij.soort) == (2024, "planning")}
    assert newest == {"gepland"}


def test_a_format_that_the_site_has_no_word_for_goes_by_its_suffix(archief):
    bestand = Bestand(2024, None, "nota-2024.odt", "nota (odt)", b"x" * 2000, ())
    stukken = dict.fromkeys(archief.rapporten, ()) | {2024: (Stuk("nota", None, None, (bestand,)),)}
    page = next(p for p in pages_of(archief, stukken, (), {}) if p.path == "2024/index.html")
    (link,) = html.fromstring(make_page(*page, Templates(), archief.verloop).decode()).xpath(
        "//*[@class='bestanden']/a"
    )
    assert (link.get("href"), words(link)) == ("nota-2024.odt", "odt (2 kB)")


def test_what_was_typed_comes_out_as_typed(pages):
    (row,) = [
        row
        for row in pages["acties.html"].xpath("//tr[@data-rij]")
        if words(row.xpath("th")[0]).startswith(NASTY)
    ]
    assert row.get("data-dienst") == '<b>Dienst</b>, "A&B"'
    assert row.get("data-sdg") == "9\n16"
    assert row.get("data-aanbeveling") == '" onload="alert(1)'
    assert "<i>deel</i>" in words(row)
    assert "<img src=x>" in words(row)
    assert words(row.xpath(".//strong")[0]) == "nadruk"
    assert row.xpath(".//a/@href")[0] == "https://www.voorbeeldegem.example"
    for page in pages.values():
        assert len(page.xpath("//script")) <= 1
        assert not page.xpath("//@onload|//@onclick|//@style|//img|//b[text()='Dienst']")


def test_a_browser_may_run_what_is_ours_and_fetch_nothing(pages):
    for path, page in pages.items():
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        scripts = page.xpath("//script")
        assert bool(scripts) == (path in {"acties.html", "plannen.html"})
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        assert rules == {
            "default-src": "'none'",
            "style-src": digest(page.xpath("//style")[0].text),
            "img-src": "data:",
            "script-src": digest(scripts[0].text) if scripts else "'none'",
            "base-uri": "'none'",
            "form-action": "'none'",
        }, path
        assert not page.xpath("//@src")
        assert {link.get("rel") for link in page.xpath("//link")} == {"icon", "alternate"}


def digest(text):
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_a_plan_is_told_from_its_first_promise_to_its_end(pages):
    plan = pages["plannen.html"].get_element_by_id("plan-opvolging-openstaande-vorderingen")
    told = [words(each) for each in plan.xpath("./ol/li")]
    assert told[:2] == ["2022 gepland", "2023 → lopend"]
    assert told[2].startswith("2024 × vervallen")
    assert "Reden: Overgenomen door het centrum" in told[2]


@pytest.mark.parametrize(
    ("nieuw", "verloop", "jaar"),
    [
        ("2024", "uitgesteld van het tweede kwartaal van 2023 naar 2024", "→ 2024"),
        (
            "2023-Q2",
            "uitgesteld: het tweede kwartaal van 2023 is voorbij, zonder nieuwe termijn",
            "→ geen nieuwe termijn",
        ),
    ],
)
def test_a_plan_that_was_put_off_says_to_when(nieuw, verloop, jaar):
    def rapport(year, termijn):
        plan = Actie(titel="Nieuw intranet", termijn=Termijn.parse(termijn))
        cultuur = Domein(id="cultuur", titel="Cultuur", planning=(plan,))
        return Rapport(rapportjaar=year, bestuur="B", titel="T", domeinen=(cultuur,))

    rapporten = {2022: rapport(2022, "2023-Q2"), 2023: rapport(2023, nieuw)}
    archief = Archief(rapporten, Verloop.of(rapporten))
    made = {
        each.path: words(html.fromstring(make_page(*each, Templates(), archief.verloop).decode()))
        for each in pages_of(archief, {2022: (), 2023: ()}, (), {})
        if each.path in ("plannen.html", "2023/index.html")
    }
    assert f"2022 gepland tegen het tweede kwartaal van 2023 2023 → lopend, {verloop} " in (
        made["plannen.html"] + " "
    )
    assert f"tweede kwartaal 2023 {jaar}" in made["2023/index.html"]


def test_an_aanbeveling_shows_how_it_stood_each_year_and_what_was_done(pages):
    page = pages["aanbevelingen.html"]
    assert words(page.xpath("//h2")[0]) == "Audit <em>toegang</em>"
    first, second = page.xpath("//tbody/tr")
    assert words(first.xpath("th")[0]) == "1. Beheer de toegang Reactie: Aanvaard"
    assert [words(each) for each in first.xpath(".//li")] == [
        "2024 ● volledig", "2023 ? niet", "2022 ? niet",
    ]  # fmt: skip
    assert first.xpath("td/a/@href") == ["acties.html?aanbeveling=audit-toegang-1"]
    assert [words(each) for each in second.xpath("td")][2] == "geen"
    (row,) = pages["acties.html"].xpath("//tr[@data-aanbeveling='audit-toegang-1']")
    assert words(row.xpath("td/a")[-1]) == "Audit <em>toegang</em>, 1"


def test_a_risk_shows_its_score_before_and_after(pages):
    (row,) = [
        words(row)
        for row in pages["acties.html"].xpath("//tr[@data-soort='risicos']")
        if words(row).startswith("Uitval")
    ]
    assert "Kans 3 × impact 5 = 15; met de maatregelen 2 × 2 = 4" in row


def test_a_year_shows_its_rated_risks_and_the_levels_of_its_domains(pages):
    page = pages["2024/index.html"]
    (risk,) = page.xpath("//section[h2[@id='risicos']]//tbody/tr")
    assert [words(each) for each in risk] == [
        "Uitval van het netwerk", "15", "4", "Toegang in twee stappen nagekeken: ● gerealiseerd",
    ]  # fmt: skip
    (level,) = page.xpath("//section[h2[@id='maturiteit']]//tbody/tr")
    assert [words(each) for each in level] == [
        "Informatie en ICT", "2 (Gestructureerde aanzet)", "4", "2023: 0",
    ]  # fmt: skip
    assert not pages["2022/index.html"].xpath("//h2[@id='risicos' or @id='maturiteit']")


def test_every_line_through_the_years_has_its_numbers_in_a_table_below_it(pages):
    page = pages["index.html"]
    drawn = [each.text for each in page.xpath("//figure/figcaption")]
    assert drawn == [each.text for each in page.xpath("//figure/following::table/caption")]
    rows = [each.text_content() for each in page.xpath("//table[1]/tbody/tr/th")]
    assert {"2022", "2023", "2024"} == set(rows)


def test_where_the_proof_lies_is_told_where_the_report_tells_it_too(town, site, archief):
    told = "voorbeeldegem.example/bewijs"
    silent = [path for path, content in site.files.items() if told.encode() in content]
    assert silent == []
    newest = archief.rapporten[2024]
    nota = newest.nota.model_copy(update={"bewijs": True})
    rapporten = {2024: newest.model_copy(update={"nota": nota})}
    open_ = Archief(rapporten, Verloop.of(rapporten))
    data = datasets(open_)
    files = make_data(open_, data)
    assert told in files["gegevens/acties.json"].decode()
    assert told in files["gegevens/acties.csv"].decode()
    page = next(p for p in pages_of(open_, {2024: ()}, data, files) if p.path == "acties.html")
    shown = html.fromstring(make_page(*page, Templates(town), open_.verloop).decode())
    proof = [words(each) for each in shown.xpath("//p[starts-with(., 'Bewijs')]")]
    assert proof == ["Bewijs: https://www.voorbeeldegem.example/bewijs?a=1&b=2; map Q, <nummer 3>"]


@pytest.mark.parametrize(
    ("naam", "told"),
    [
        ("acties", ("titel", "stand")),
        ("aanbevelingen", ("titel", "stand")),
        ("risicos", ("titel", "score", "restscore")),
        ("maturiteit", ("domein", "niveau_naam", "doel")),
    ],
)
def test_the_data_keeps_to_its_schema_and_says_the_same_in_csv(site, naam, told):
    data = json.loads(site.files[f"gegevens/{naam}.json"])
    schema = json.loads(site.files[f"gegevens/{data['$schema']}"])
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data)
    with pytest.raises(Exception, match="version"):
        Draft202012Validator(schema).validate({**data, "version": 9})
    assert data["jaren"] == [2022, 2023, 2024]
    text = site.files[f"gegevens/{naam}.csv"].decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert [[line[name] for name in ("jaar", *told)] for line in lines] == [
        ["" if entry[name] is None else str(entry[name]) for name in ("jaar", *told)]
        for entry in data[naam]
    ]
    assert lines
    assert {line.get("hoog", "ja") for line in lines} <= {"ja", "nee"}
    page = html.fromstring(site.files["gegevens/index.html"].decode())
    explained = page.xpath("//section[h2[@id=$naam]]//dt/code/text()", naam=naam)
    assert [name.strip() for name in explained] == list(lines[0])
    assert "de rapporten van 2022, 2023 en 2024," in page.text_content()


def test_an_actie_has_the_stand_of_its_row(site, archief):
    data = json.loads(site.files["gegevens/acties.json"])
    acties = [each for each in data["acties"] if each["deelactie_van"] is None]
    told = {(each["jaar"], each["soort"], each["kenmerk"], each["stand"]) for each in acties}
    assert told == {(rij.jaar, rij.soort, rij.actie.id, rij.stand) for rij in archief.rijen}


def test_the_catalogue_names_files_that_are_there_and_nothing_elsewhere(site):
    catalogue = json.loads(site.files["gegevens/catalogus.jsonld"])
    files = [
        each["dcat:downloadURL"]["@id"]
        for dataset in catalogue["dcat:dataset"]
        for each in dataset["dcat:distribution"]
    ]
    names = ("acties", "aanbevelingen", "risicos", "maturiteit")
    assert files == [f"{name}.{kind}" for name in names for kind in ("csv", "json")]
    assert all(f"gegevens/{name}" in site.files for name in files)
    dataset = catalogue["dcat:dataset"][0]
    assert dataset["dct:temporal"]["dcat:startDate"]["@value"] == "2022-01-01"
    assert dataset["dct:publisher"]["foaf:name"]["@value"] == "Gemeente Voorbeeldegem"
    prefixes = set(catalogue["@context"])
    keys = set(re.findall(r'"(\w+):\w+":', json.dumps({**catalogue, "@context": {}})))
    assert keys <= prefixes


def test_each_page_leads_to_the_aanbevelingen_where_there_are_any(pages, archief):
    alone = Archief(archief.rapporten, Verloop.of(archief.rapporten))
    bare = pages_of(alone, dict.fromkeys(alone.rapporten, ()), (), {})
    without = [html.fromstring(make_page(*p, Templates(), alone.verloop).decode()) for p in bare]
    for made, there in ((pages.values(), True), (without, False)):
        menus = [page.xpath("//nav[@class='menu']//a/text()") for page in made]
        assert {"Aanbevelingen" in menu for menu in menus} == {there}


@pytest.mark.parametrize(
    ("style", "worn"),
    [
        (":root { --titel: #7A1FA2; }\n", True),
        ("</style ><script>alert(1)</script>\n", False),
        ("{% if ontwerp %}body { color: red; }{% endif %}\n", False),
    ],
)
def test_the_site_wears_a_towns_own_style_over_the_programs(archief, site, tmp_path, style, worn):
    (tmp_path / "templates").mkdir()
    own = tmp_path / "templates/nota.html.j2"
    own.write_text(f"<style>\n{style}</style>{{{{ inhoud }}}}", encoding="utf-8")
    first = next(pages_of(archief, dict.fromkeys(archief.rapporten, ()), (), site.files))
    made = make_page(*first, Templates(tmp_path), archief.verloop)
    page = html.fromstring(made.decode())
    assert (style in page.xpath("//style")[0].text) == worn
    assert "--realisaties" in page.xpath("//style")[0].text
    assert not page.xpath("//script")
