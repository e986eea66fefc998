"""Make the pictures of README.md and docs/: `python scripts/beelden.py`.

All but that of a workbook. Each example of docs/sjablonen.md is built with the made-up town of
tests/voorbeeld, and drawn by LibreOffice and pdftoppm; the site is drawn by Chromium. All three
must be installed.
"""

import re
import subprocess
import tempfile
from collections.abc import Mapping
from functools import partial
from io import BytesIO
from pathlib import Path

from pptx import Presentation

from voortgang.content.cijfers.verloop import Verloop
from voortgang.content.template.render import Rendered, render
from voortgang.content.views.context import build_context
from voortgang.documents.build import build
from voortgang.documents.publicaties import in_vormen
from voortgang.model import read_all
from voortgang.presentatie.plan.prepare import prepare
from voortgang.presentatie.plan.task import Settings
from voortgang.presentatie.pptx.make import make_deck
from voortgang.site.publish import make_site
from voortgang.source import Template, Templates, Workspace, read_picture

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "sjablonen.md"
PICTURES = ROOT / "docs" / "beelden"
TOWN, YEAR = ROOT / "tests" / "voorbeeld", 2024
AUDITED, AUDITED_YEAR = TOWN / "beverdonk", 2025  # it has audits, rated risks and maturity
_OF_AUDITED = ("aanbeveling", "risicomatrix", "maturiteit", "opvolging.uitgesteld")
EXAMPLE = re.compile(
    r"^````markdown\n(?P<text>.*?)^````\n\n!\[[^\]]*\]\(beelden/(?P<name>[\w-]+)\.png\)",
    re.DOTALL | re.MULTILINE,
)
SMALL, LARGE, SHEET = 40, 96, 64  # dots to the inch: slides 533 and 1280 wide, an A4 529
README_SLIDE = "Organisatiecultuur"
NOTA_PAGE = 2  # of 2022, with its figures
LATE = "acties.html?stand=uitgesteld"  # what the site shows in its picture
SCREEN = (1100, 980)


def examples() -> list[Template]:
    """Read the examples of the page as templates, each with the name of its picture."""
    page = PAGE.read_text(encoding="utf-8")
    return [
        Template(found["name"], "docs/sjablonen.md", own=True, read=found["text"].encode)
        for found in EXAMPLE.finditer(page)
    ]


def rendered(example: Template) -> Rendered:
    """Fill an example in with a made-up town: one that has what it names."""
    audited = any(word in example.text for word in _OF_AUDITED)
    town, year = (AUDITED, AUDITED_YEAR) if audited else (TOWN, YEAR)
    readings = read_all(Workspace.find(town, town))
    reports = {year: reading.rapport for year, reading in readings.items() if reading.rapport}
    verloop = Verloop.of(reports, readings[year].audits)
    rapport = reports.pop(year)
    return render(example, build_context(rapport, reports, verloop=verloop))


def deck(example: Template) -> bytes:
    """Build the slides of an example."""
    text = rendered(example)
    settings = Settings("Voortgangsrapport", picture=partial(read_picture, TOWN))
    template = Templates(ROOT).find("presentatie.pptx")
    return make_deck(prepare(text.blocks, text.cijfers, template, settings), None).content


def documents(town: Path, year: int, vorm: str) -> dict[str, bytes]:
    """Build the documents of a year in one format, by the name of their file."""
    made = build(Workspace(town), [year], in_vormen([vorm])).bestanden
    return {each.name: each.content for each in made}


def as_pdf(deck_made: bytes, folder: Path) -> bytes:
    """Let LibreOffice draw a deck."""
    source = folder / "deck.pptx"
    source.write_bytes(deck_made)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, str(source)], check=True, capture_output=True)
    return source.with_suffix(".pdf").read_bytes()


def draw(pdf: bytes, name: str, folder: Path, dots: int, page: int = 1) -> None:
    """Draw one page."""
    source = folder / f"{name}.pdf"
    source.write_bytes(pdf)
    one = ["-r", str(dots), "-f", str(page), "-l", str(page), "-singlefile", "-png"]
    subprocess.run(["pdftoppm", *one, source, folder / name], check=True)
    keep(folder / f"{name}.png")


def photograph(site: Mapping[str, bytes], name: str, folder: Path) -> None:
    """Let Chromium show a page of a site."""
    for path, content in site.items():
        file = folder / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    shown = folder / f"{name}.png"
    size = ",".join(map(str, SCREEN))
    options = ["--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={size}",
               f"--user-data-dir={folder}/chromium", f"--screenshot={shown}"]  # fmt: skip
    address = f"{(folder / 'site').as_uri()}/{LATE}"
    subprocess.run(["chromium", *options, address], check=True, capture_output=True)
    keep(shown)


def keep(drawn: Path) -> None:
    """Keep a picture in few colours, so that the file stays small."""
    from PIL import Image

    kept = PICTURES / drawn.name
    with Image.open(drawn) as image:
        few = image.convert("RGB").quantize(
            48, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
        few.save(kept, optimize=True)
    print(f"{kept.name}: {kept.stat().st_size} bytes")


def main() -> None:
    """Draw every picture."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for example in examples():
            draw(as_pdf(deck(example), folder), example.name, folder, SMALL)
        slides = documents(ROOT, 2022, "pptx")["presentatie-2022.pptx"]
        titles = [slide.shapes.title.text for slide in Presentation(BytesIO(slides)).slides]
        page = titles.index(README_SLIDE) + 1
        draw(as_pdf(slides, folder), "domein", folder, LARGE, page)
        draw(documents(ROOT, 2022, "pdf")["nota-2022.pdf"], "nota", folder, SHEET, NOTA_PAGE)
        short = documents(AUDITED, AUDITED_YEAR, "pdf")[f"samenvatting-{AUDITED_YEAR}.pdf"]
        draw(short, "samenvatting", folder, SHEET)
        photograph(make_site(Workspace(AUDITED)).files, "site", folder)


if __name__ == "__main__":
    main()
