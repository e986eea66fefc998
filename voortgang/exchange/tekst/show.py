"""A deck or a nota as plain text, such that git can show what changed in it."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from voortgang.exchange.tekst.deck import SlideText, read_deck
from voortgang.exchange.tekst.docx import docx_lines
from voortgang.exchange.tekst.drawing import block_lines
from voortgang.exchange.tekst.html import html_lines
from voortgang.findings import Obstacle
from voortgang.office.package import UnfitError

_ZIP = b"PK\x03\x04"
_POINTER = b"version https://git-lfs.github.com/"
_OLD = b"\xd0\xcf\x11\xe0"
_PRESENTATIONS = (".pptx", ".potx", ".ppsx")
_DOCUMENTS = (".docx", ".dotx")
_TEXTS = (".md", ".txt", ".yaml", ".yml")


def as_text(name: str, content: bytes) -> str:
    """Give the text of a deck (.pptx) or nota (.docx, .html, .md), by the suffix of its name.

    Slides and headings begin with `#`, list items with `-` by level, rows of tables stand between
    `|`, notes behind `>`. Nothing is numbered: a slide put in between changes no other line.
    Raises Obstacle for other files and for what is broken or unsafe to open.
    """
    if not content:
        raise Obstacle(f"'{name}' is leeg", "haal een vroegere versie terug")
    if content.startswith(_POINTER):
        message = f"'{name}' is alleen een verwijzing van git LFS"
        raise Obstacle(message, "haal het bestand zelf op met `git lfs pull`")
    try:
        return "".join(f"{line}\n" for line in _lines(name, content))
    except UnfitError as error:
        raise error.obstacle(name) from None


def in_bounds(_tell: Callable[[str], None], name: str, content: bytes) -> str:
    """Give the text of a file as a bounded process is asked for it."""
    return as_text(name, content)


def _lines(name: str, content: bytes) -> Iterable[str]:
    suffix = Path(name).suffix.lower()
    if suffix in _PRESENTATIONS:
        return deck_lines(read_deck(content))
    if suffix in _DOCUMENTS:
        return docx_lines(content)
    if suffix in (".html", ".htm"):
        return html_lines(name, content)
    if suffix in _TEXTS:
        return content.decode("utf-8-sig", "replace").splitlines()
    if suffix == ".pdf":
        hint = "neem de .docx of .html van dezelfde nota: daarin staat dezelfde tekst"
        raise Obstacle(f"'{name}': een pdf kan niet als tekst worden getoond", hint)
    hint = "geef een .pptx, .docx of .html"
    if content.startswith((_ZIP, _OLD)):
        raise Obstacle(f"'{name}' is geen presentatie of nota", hint)
    raise Obstacle(f"'{name}': deze soort bestand wordt niet gelezen", hint)


def deck_lines(slides: Iterable[SlideText]) -> Iterator[str]:
    """Give the lines of a deck."""
    for number, slide in enumerate(slides):
        if number:
            yield ""
        hidden = " (verborgen)" if slide.hidden else ""
        yield f"# {slide.title or '(zonder titel)'}{hidden}"
        for block in slide.blocks:
            yield from block_lines(block)
        for note in slide.notes:
            yield from (f"> {line}" for line in note.splitlines())
        yield from (f"[opmerking: {comment}]" for comment in slide.comments)
