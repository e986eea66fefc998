"""A fresh workspace for any municipality, as files: pure, nothing is written here."""

import json
from collections.abc import Mapping
from importlib.resources import files

from voortgang.checks.rapport.bestuur_invullen import INVULLEN
from voortgang.model import Kader, KaderDomein
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
UNKNOWN = "ons bestuur"  # in running text, as long as nobody has said who it is


def new_workspace(kader: Kader, bestuur: str | None, jaar: int) -> Mapping[str, bytes]:
    """Make every file of a workspace, by its path with `/`; None for a bestuur not yet known.

    The first domain holds entries that are plainly examples; the other domains are empty.
    """
    words = {
        "jaar": str(jaar),
        "volgend": str(jaar + 1),
        "bestuur": bestuur or UNKNOWN,
        "naam": kader.naam,
        "kader": kader.titel,
        "eerste": kader.domeinen[0].id,
        "domeinen": "\n".join(f"  - {stem}" for stem in kader.ids()),
    }
    rapport = {**words, "bestuur": emit_value(bestuur or INVULLEN)}
    made = {
        "README.md": _filled("README.md", words),
        f"data/{jaar:04}/rapport.yaml": _filled("rapport.yaml", rapport),
        **{
            f"data/{jaar:04}/{domein.id}.yaml": _domein(domein, words, example=not number)
            for number, domein in enumerate(kader.domeinen)
        },
        **{f"schema/{name}": _json(schema) for name, schema in schemas().items()},
        **{path: _read(name) for path, name in COPIED.items()},
    }
    templates = Templates()
    return {
        **{path: text.encode() for path, text in made.items()},
        **{f"templates/{name}": templates.find(name).content for name in TO_ADAPT},
    }


def _domein(domein: KaderDomein, words: Mapping[str, str], *, example: bool) -> str:
    ground = domein.rechtsgrond
    empty = _read("leeg.yaml")
    own = {
        "titel": emit_value(domein.titel),
        "rechtsgrond": f"\nrechtsgrond: {emit_value(ground)}" if ground else "",
        "realisaties": _filled("voorbeeld_realisaties.yaml", words) if example else empty + "\n",
        "planning": _filled("voorbeeld_planning.yaml", words) if example else empty,
    }
    return _filled("domein.yaml", {**words, **own})


def _filled(name: str, words: Mapping[str, str]) -> str:
    """Fill in a file; a value that ends a line takes the end of that line with it."""
    pieces = _read(name).split("{{")
    out = [pieces[0]]
    for piece in pieces[1:]:
        key, _, rest = piece.partition("}}")
        value = words[key]
        out.append(value + (rest[1:] if value.endswith("\n") and rest.startswith("\n") else rest))
    return "".join(out)


def _read(name: str) -> str:
    folder = files("voortgang.exchange.start") / "files"
    return (folder / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _json(schema: Mapping[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
