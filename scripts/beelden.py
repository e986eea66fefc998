"""Make the pictures of docs/sjablonen.md and README.md: `python scripts/beelden.py`.

Each example of the page is built with the made-up town of tests/voorbeeld, and drawn by
LibreOffice and pdftoppm, which must be installed. Only pictures that change are written.
"""

import re
import subprocess
import tempfile
from dataclasses import dataclass
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
from voortgang.source import Templates, Workspace, read_picture

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
SMALL, LARGE = 40, 96  # dots to the inch: 533 and 1280 wide
README_SLIDE = "Organisatiecultuur"


@dataclass(frozen=True)
class Example:
    """An example of the page, in the shape of a template."""

    name: str
    text: str
    file: str = "docs/sjablonen.md"


def examples() -> list[Example]:
    """Read the examples of the page with the names of their pictures."""
    page = PAGE.read_text(encoding="utf-8")
    return [Example(found["name"], found["text"]) for found in EXAMPLE.finditer(page)]


def rendered(example: Example) -> Rendered:
    """Fill an example in with a made-up town: one that has what it names."""
    audited = any(word in example.text for word in _OF_AUDITED)
    town, year = (AUDITED, AUDITED_YEAR) if audited else (TOWN, YEAR)
    readings = read_all(Workspace.find(town, town))
    reports = {year: reading.rapport for year, reading in readings.items() if reading.rapport}
    verloop = Verloop.of(reports, readings[year].audits)
    rapport = reports.pop(year)
    return render(example, build_context(rapport, reports, verloop=verloop))


def deck(example: Example) -> bytes:
    """Build the slides of an example."""
    text = rendered(example)
    settings = Settings("Voortgangsrapport", picture=partial(read_picture, TOWN))
    template = Templates(ROOT).find("presentatie.pptx")
    return make_deck(prepare(text.blocks, text.cijfers, template, settings), None).content


def deck_2022() -> tuple[bytes, int]:
    """Build the deck of 2022; gives the number of the slide that README shows too."""
    (made,) = build(Workspace(ROOT), [2022], in_vormen(["pptx"])).bestanden
    titles = [slide.shapes.title.text for slide in Presentation(BytesIO(made.content)).slides]
    return made.content, titles.index(README_SLIDE) + 1


def draw(content: bytes, name: str, folder: Path, dots: int, page: int = 1) -> None:
    """Draw one slide of a deck, in few colours, so that the file stays small."""
    source = folder / f"{name}.pptx"
    source.write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    to_pdf: list[str | Path] = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        source,
    ]
    subprocess.run(to_pdf, check=True, capture_output=True)
    one = ["-r", str(dots), "-f", str(page), "-l", str(page), "-singlefile", "-png"]
    subprocess.run(["pdftoppm", *one, folder / f"{name}.pdf", folder / name], check=True)
    from PIL import Image

    with Image.open(folder / f"{name}.png") as image:
        image.quantize(48, dither=Image.Dither.NONE).save(PICTURES / f"{name}.png", optimize=True)
    print(f"{name}.png: {(PICTURES / f'{name}.png').stat().st_size} bytes")


def main() -> None:
    """Draw every picture."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for example in examples():
            draw(deck(example), example.name, Path(scratch), SMALL)
        content, page = deck_2022()
        draw(content, "domein", Path(scratch), LARGE, page)


if __name__ == "__main__":
    main()
