"""A workspace of one year, made of texts."""

import textwrap

import pytest

from voortgang.model import read_all
from voortgang.source import Workspace

RAPPORT = """\
rapportjaar: 2022
bestuur: Gemeente Voorbeeldegem
titel: Voortgangsrapport
domeinen: [cultuur]
"""


@pytest.fixture
def read(tmp_path):
    """Read a year of texts: `cultuur` is a domain, `rapport` a sound rapport.yaml if not given."""

    def read(**files):
        folder = tmp_path / "data" / "2022"
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        texts = {"rapport": RAPPORT, "cultuur": "titel: Cultuur\n", **files}
        for stem, text in texts.items():
            if text is not None:
                content = textwrap.dedent(text)
                name = stem if "." in stem else f"{stem}.yaml"
                (folder / name).write_text(content, encoding="utf-8")
        return read_all(Workspace(tmp_path))[2022]

    return read
