"""What LibreOffice makes of the Word document: every text is there, on a sane number of pages."""

import subprocess
from functools import partial
from pathlib import Path

import pdfplumber
import pytest
from voorbeeld import CIJFERS, EIGENSCHAPPEN, NOTA, item, kop

from voortgang.content.blocks import BulletList
from voortgang.nota.docx.write import make_docx
from voortgang.source.templates import Template

STANDARD = (Path(__file__).parents[2] / "templates" / "nota.docx").read_bytes()
TEMPLATE = Template("nota.docx", "templates/nota.docx", True, partial(bytes, STANDARD))  # noqa: FBT003 -- the workspace's own


def pages(tmp_path, blocks):
    """Give the words of each page as LibreOffice lays it out."""
    file = tmp_path / "nota.docx"
    file.write_bytes(make_docx(blocks, CIJFERS, TEMPLATE, EIGENSCHAPPEN).content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, file]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with pdfplumber.open(tmp_path / "nota.pdf") as pdf:
        return [page.extract_text() for page in pdf.pages]


@pytest.mark.office
def test_everything_is_there_and_the_annex_begins_a_page(tmp_path):
    found = pages(tmp_path, NOTA)
    text = "\n".join(found)
    for words in (
        "Meerjarenplanaanpassingsbesluitvormings",
        "Basisopleiding",
        "Actie 59",
        "Totaal",
    ):
        assert words in text
    assert 4 <= len(found) <= 6
    assert any(page.splitlines()[1].startswith("Bijlage 1") for page in found)


@pytest.mark.office
def test_three_hundred_acties_leave_no_page_nearly_empty(tmp_path):
    domains = []
    for number in range(10):
        domains += [kop(3, f"{number + 1}. Domein"), kop(4, "Realisaties", "realisaties"),
                    BulletList(tuple(item(f"Actie {number}-{n}") for n in range(18))),
                    kop(4, "Planning", "planning"),
                    BulletList(tuple(item(f"Plan {number}-{n}") for n in range(12)))]  # fmt: skip
    found = pages(tmp_path, (kop(1, "Titel"), kop(2, "Rapport"), *domains))
    text = "\n".join(found)
    assert all(f"Actie {d}-{n}" in text for d in range(10) for n in range(18))
    assert 5 <= len(found) <= 8
    assert all(len(page.splitlines()) > 15 for page in found[:-1])
    # No heading of a domain stands alone at the foot of a page (its footer is the last line).
    assert not [page for page in found if page.splitlines()[-2].endswith("Domein")]
