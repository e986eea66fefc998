"""A fresh workspace for any municipality, as files: pure, nothing is written here."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from voortgang.checks.rapport.bestuur_invullen import INVULLEN
from voortgang.findings.machine import as_json
from voortgang.model import Kader
from voortgang.model.schema import schemas
from voortgang.source import Templates
from voortgang.source.yaml.emit import emit_value

TO_ADAPT = (
    "presentatie.md.j2",
    "presentatie.pptx",
    "nota.md.j2",
    "nota.docx",
    "samenvatting.md.j2",
)
COPIED = {
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    ".vscode/settings.json": "settings.json",
    ".vscode/extensions.json": "extensions.json",
    ".github/workflows/controle.yml": "controle.yml",
}
_FILES = Path(__file__).parent / "files"


def new_workspace(kader: Kader, bestuur: str | None, jaar: int) -> Mapping[str, bytes]:
    """Make every file of a workspace, by its path with `/`; None for a bestuur not yet known.

    The first domain holds entries that are plainly examples; the other domains are empty.
    """
    year = f"data/{jaar:04}"
    pages = _environment()
    pages.globals |= {"kader": kader, "bestuur": bestuur, "jaar": jaar}
    domein = pages.get_template("domein.yaml")
    filled = {
        "README.md": pages.get_template("README.md").render(),
        f"{year}/rapport.yaml": pages.get_template("rapport.yaml").render(invullen=INVULLEN),
        **{
            f"{year}/{each.id}.yaml": domein.render(domein=each, voorbeeld=not number)
            for number, each in enumerate(kader.domeinen)
        },
        **{path: (_FILES / name).read_text(encoding="utf-8") for path, name in COPIED.items()},
    }
    templates = Templates()
    return {
        **{path: text.encode() for path, text in filled.items()},
        **{f"schema/{name}": as_json(schema).encode() for name, schema in schemas().items()},
        **{f"templates/{name}": templates.find(name).content for name in TO_ADAPT},
    }


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_FILES, encoding="utf-8"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["yaml"] = emit_value
    return made
