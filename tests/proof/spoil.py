"""Ways to spoil a file: bytes, words, parts of a zip; and what the program is to be asked then."""

import io
import random
import subprocess
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType

from attack import RICH, ROOT, SOUND, Answer, fill, run
from mutate import in_cells, in_lines, in_parts
from whole import written, wrong_in

TEMPLATES = ROOT / "templates"
WORDS = (
    b"&a", b"*a", b"!!python/name:os.system", b"\x00", b"\xff\xfe", b"\t", b"- ", b": ", b"[", b"{",
    b"{{ x }}", b"{% for a in range(99999) %}", b"{% endfor %}", b"{{", b"%}", b"\n\n",
    b"'", b'"', b"#",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&lol;", b"99999999999999999999", b"-1", b"NaN",
    b"../../", b"\xed\xa0\x80",
    b"titel:", b"id: a", b"vervolg_op: a", b"termijn: 2023-Q9", b"sdg: [18]",
    b"]]>", b"<", b">", b"=1+1",
)  # fmt: skip

_BROKEN = (
    zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, NotImplementedError, EOFError, OSError
)  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A kind of file: what it is before it is spoiled, where it goes, and what is asked."""

    suffix: str
    sound: Callable[[], bytes]
    place: str
    ask: tuple[str, ...]
    beside: Mapping[str, str] = field(default_factory=dict)

    def spoiled(self, chance: random.Random) -> bytes:
        """Spoil it somewhere, somehow."""
        return spoiled(self.sound(), chance)

    def laid_out(self, folder: Path, content: bytes) -> Path:
        """Put it in a workspace, with what it is asked about."""
        return fill(folder, {**SOUND, **self.beside, self.place: content})


def spoiled(content: bytes, chance: random.Random) -> bytes:
    """Spoil a file somewhere: a zip mostly within one of its parts, a text within its lines."""
    zipped = zipfile.is_zipfile(io.BytesIO(content))
    ways = (in_zip, in_parts, in_cells) if zipped else (in_lines,)
    if chance.random() < 0.8:
        try:
            return chance.choice(ways)(content, chance)
        except (*_BROKEN, UnicodeError):  # spoiled before, and no longer to be opened
            pass
    return in_bytes(content, chance)


def in_bytes(content: bytes, chance: random.Random) -> bytes:
    """Change, drop, repeat and insert a few pieces."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        upto = min(len(data), at + chance.choice((1, 2, 8, 64, 512)))
        match chance.randrange(5):
            case 0:
                data[at:upto] = chance.randbytes(upto - at)
            case 1:
                del data[at:upto]
            case 2:
                data[at:at] = data[at:upto] * chance.choice((1, 2, 50))
            case 3:
                data[at:at] = chance.choice(WORDS)
            case 4:
                del data[at:]
    return bytes(data)


def in_zip(content: bytes, chance: random.Random) -> bytes:
    """Spoil, drop, double or rename one part, and zip all again."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    if not parts:
        raise zipfile.BadZipFile
    at = chance.randrange(len(parts))
    name, part = parts[at]
    match chance.randrange(6):
        case 0:
            del parts[at]
        case 1:
            parts[at] = ("../../" + name, part)
        case 2:
            parts[at] = (name, b"")
        case 3:
            parts[at] = (name, part + b" " * 2_000_000)
        case _:
            parts[at] = (name, in_bytes(part, chance))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, text in parts:
            archive.writestr(each, text)
    return out.getvalue()


@cache
def _template(name: str) -> bytes:
    return (TEMPLATES / name).read_bytes()


@cache
def workbook() -> bytes:
    """A workbook as `export` makes it."""
    from voortgang.exchange.excel.workbook import make_workbook
    from voortgang.model import read_all
    from voortgang.source import Workspace

    rapport = read_all(Workspace(ROOT), [2022])[2022].rapport
    return make_workbook(rapport)


PAGE = """<!DOCTYPE html><html lang="nl-BE"><head><title>Nota</title><style>p {}</style></head>
<body><h1>Nota</h1><p>Een <b>begin</b> &amp; een <a href="https://voorbeeldegem.example">eind</a></p>
<ul><li>Nieuw<ul><li>intranet</li></ul></li></ul>
<table><tr><th scope="col">Plan</th><td>1</td></tr></table></body></html>
"""


BEELD = {
    "templates/presentatie.md.j2": "# T {.titelblad}\n\n## Plan\n\n![een plan](beeld.png)\n",
    "templates/nota.md.j2": "# T\n\n## Plan\n\n![een plan](beeld.png)\n",
}
FORMATS = ("-f", "pptx", "-f", "docx", "-f", "html", "-f", "pdf")


def png() -> bytes:
    """A small picture."""
    return (ROOT / "tests/voorbeeld/beelden/plan.png").read_bytes()


@cache
def jpeg() -> bytes:
    """The same, as a camera would write it."""
    from PIL import Image

    out = io.BytesIO()
    with Image.open(io.BytesIO(png())) as picture:
        picture.convert("RGB").save(out, "jpeg")
    return out.getvalue()


OLD = "Organisatiecultuur\n\nREALISATIES\n- Nieuw onthaal\n- Welzijn\n\nPLANNING\n- Intranet\n" * 3


FROM = ("--year", "2023")


def _yaml(place: str, *ask: str) -> Kind:
    sound = (RICH if ask else SOUND)[place]
    return Kind(".yaml", sound.encode, place, ask or ("check",), RICH if ask else {})


@cache
def answers() -> bytes:
    """The workbook that a town fills in for a year that has begun."""
    from voortgang.exchange.excel.workbook import make_workbook
    from voortgang.model import read_all
    from voortgang.source import Workspace

    with tempfile.TemporaryDirectory() as folder:
        rapport = read_all(Workspace(fill(Path(folder), RICH)), [2023])[2023].rapport
    return make_workbook(rapport)


def _own(name: str, *ask: str, beside: Mapping[str, str] = MappingProxyType({})) -> Kind:
    return Kind(Path(name).suffix, partial(_template, name), f"templates/{name}", ask, beside)


def _file(
    suffix: str,
    sound: Callable[[], bytes],
    *ask: str,
    beside: Mapping[str, str] = MappingProxyType({}),
) -> Kind:
    return Kind(suffix, sound, f"in{suffix}", (ask[0], f"in{suffix}", *ask[1:]), beside)


def _beeld(sound: Callable[[], bytes]) -> Kind:
    return Kind(".png", sound, "beeld.png", ("build", *FORMATS), BEELD)


CULTUUR, AUDIT = "data/2023/cultuur.yaml", "data/audits/geld-2021.yaml"
_deck, _word = partial(_template, "presentatie.pptx"), partial(_template, "nota.docx")
KINDS = {
    "domein": _yaml("data/2022/cultuur.yaml"),
    "rapport": _yaml("data/2022/rapport.yaml"),
    "nota-tekst": _own("nota.md.j2", "build", "-f", "md"),
    "dia-tekst": _own("presentatie.md.j2", "build", "-f", "pptx"),
    "webpagina": _own("nota.html.j2", "build", "-f", "html"),
    "pptx-sjabloon": _own("presentatie.pptx", "build", "-f", "pptx"),
    "docx-sjabloon": _own("nota.docx", "build", "-f", "docx"),
    "huisstijl": _file(".pptx", _deck, "huisstijl"),
    "werkboek": _file(".xlsx", workbook, "import", *FROM),
    "oude-pptx": _file(".pptx", _deck, "import", *FROM),
    "tekst-docx": _file(".docx", _word, "tekst"),
    "tekst-pptx": _file(".pptx", _deck, "tekst"),
    "tekst-html": _file(".html", PAGE.encode, "tekst"),
    "beeld-png": _beeld(png),
    "beeld-jpg": _beeld(jpeg),
    "antwoord": _file(".xlsx", answers, "import", "--year", "2023", "--merge", beside=RICH),
    "audit": _yaml(AUDIT, "check"),
    "audit-nota": _yaml(AUDIT, "build", "-f", "md"),
    "audit-verschil": _yaml(AUDIT, "diff", "2022", "2023", "--format", "json"),
    "adressen": _yaml("data/2023/rapport.yaml", "vragen", "2023"),
    "acties": _yaml(CULTUUR, "build", *FORMATS),
    "acties-csv": _yaml(CULTUUR, "export", "2023", "-o", "uit.csv"),
    "acties-werkboek": _yaml(CULTUUR, "export", "2023", "-o", "uit.xlsx"),
    "nieuw-jaar": _yaml(CULTUUR, "new", "2024"),
    "site": _yaml(CULTUUR, "site"),
    "mail-tekst": _own("vraag.md.j2", "vragen", "2023", beside=RICH),
    "samenvatting-tekst": _own("samenvatting.md.j2", "build", "-f", "docx"),
    "drukpagina": _own("nota.typ.j2", "build", "-f", "pdf"),
    "oude-tekst": _file(".txt", OLD.encode, "import", *FROM),
}


IN_THE_WAY = 2
SOURCES = ("2022", "2023")  # what is wrong in these may go along


def attack(
    kind: str, content: bytes, folder: Path, answered: Callable[..., Answer] = run
) -> str | None:
    """Run the program on it; give what is wrong with its answer or what it wrote, or nothing."""
    chosen = KINDS[kind]
    work = chosen.laid_out(folder / "werk", content)
    before = written(work, {})
    try:
        answer = answered(*chosen.ask, cwd=work)
    except subprocess.TimeoutExpired:
        return "it hangs"
    made = written(work, before)
    wrong = (
        f"exit {answer.status}: {answer.err.strip()[-600:]}" if answer.status > IN_THE_WAY else
        "a traceback" if "Traceback" in answer.err + answer.out else
        f"it reached {answer.reached}" if answer.reached else
        "a temporary file is left" if list(folder.rglob(".voortgang-*")) else
        f"exit {answer.status}, and it wrote {min(made)}" if answer.status and made else None
    )  # fmt: skip
    return wrong or _unsound(made, work, answered)


def _unsound(made: Mapping[str, bytes], work: Path, answered: Callable[..., Answer]) -> str | None:
    """Say what is wrong with what was written: a year must also pass the check."""
    for year in sorted({name.split("/")[1] for name in made if name.startswith("data/")}):
        again = answered("check", year, cwd=work)
        if again.status and not answered("check", *SOURCES, cwd=work).status:
            return f"the year that it wrote is not sound: {again.out[:300]}"
    return wrong_in(made)
