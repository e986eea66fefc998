"""The slides of any .pptx as structured text, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from voortgang.exchange.tekst.elements import R_ID, children, first, local
from voortgang.office.package import POWERPOINT, Element, OfficePackage

MOST_SLIDES = 5000
_DEEPEST = 50
_TITLES = ("title", "ctrTitle")
_FURNITURE = ("sldNum", "dt", "ftr", "hdr", "sldImg")
_LISTS = ("body", "obj", None)


class Alinea(NamedTuple):
    """One paragraph: `level` counts from 0; `bullet` tells whether it is an item of a list.

    A line break within it is a line feed in `text`.
    """

    text: str
    level: int
    bullet: bool


@dataclass(frozen=True, slots=True)
class TextBlock:
    """The paragraphs of one shape; `left` and `top` in EMU where the slide itself says so."""

    paragraphs: tuple[Alinea, ...]
    left: int | None = None
    top: int | None = None


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table, row by row."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture, chart or diagram, of which only its alternative text can be read."""

    alt: str


Block: TypeAlias = TextBlock | TableBlock | PictureBlock


@dataclass(frozen=True, slots=True)
class SlideText:
    """One slide: `number` from 1; `title` is empty where it has none; notes by paragraph."""

    number: int
    title: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]
    hidden: bool


def read_deck(content: bytes) -> tuple[SlideText, ...]:
    """Read the slides of a deck; raises UnfitError where it is broken, unsafe or no deck.

    The order of the shapes is the reading order, but a title comes first. Page numbers, dates and
    footers are left out.
    """
    package = OfficePackage(content, POWERPOINT)
    deck = package.part(package.main)
    if deck is None or local(deck) != "presentation":
        raise package.damaged()
    slides = package.related(package.main, "slide")
    order = first(deck, "sldIdLst")
    ids = [each.get(R_ID) for each in children(order)] if order is not None else []
    parts = [slides[each] for each in ids if each in slides][:MOST_SLIDES]
    return tuple(
        slide
        for number, part in enumerate(parts, 1)
        if (slide := _slide(package, part, number)) is not None
    )


def paragraphs(body: Element | None, *, bullets: bool) -> tuple[Alinea, ...]:
    """Give the paragraphs of a text body that are not empty."""
    if body is None:
        return ()
    found = (_paragraph(each, bullets=bullets) for each in children(body) if local(each) == "p")
    return tuple(alinea for alinea in found if alinea.text)


def _slide(package: OfficePackage, part: str, number: int) -> SlideText | None:
    slide = package.part(part)
    tree = first(slide, "cSld", "spTree")
    if slide is None or tree is None:
        return None
    titles: list[str] = []
    blocks: list[Block] = []
    for shape in _shapes(tree):
        if not titles and _kind(shape) in _TITLES:
            lines = paragraphs(first(shape, "txBody"), bullets=False)
            titles += [" ".join(" ".join(alinea.text for alinea in lines).split())]
        else:
            blocks += _blocks(shape)
    notes: list[str] = []
    for other in list(package.related(part, "notesSlide").values())[:1]:
        notes += _notes(package.part(other))
    hidden = slide.get("show") in ("0", "false")
    return SlideText(number, titles[0] if titles else "", tuple(blocks), tuple(notes), hidden)


def _shapes(tree: Element) -> Iterator[Element]:
    """Go through the shapes, those in groups too, in their order."""
    stack = [children(tree)]
    while stack:
        shape = next(stack[-1], None)
        if shape is None:
            stack.pop()
        elif local(shape) == "grpSp" and len(stack) < _DEEPEST:
            stack.append(children(shape))
        elif local(shape) in ("sp", "pic", "graphicFrame"):
            yield shape


def _placeholder(shape: Element) -> Element | None:
    for holder in children(shape):
        if local(holder).startswith("nv"):
            return first(holder, "nvPr", "ph")
    return None


def _kind(shape: Element) -> str | None:
    """Tell the type of a placeholder; None for what is none."""
    placeholder = _placeholder(shape)
    return None if placeholder is None else placeholder.get("type", "obj")


def _blocks(shape: Element) -> Iterator[Block]:
    kind = _kind(shape)
    if kind in _FURNITURE:
        return
    table = first(shape, "graphic", "graphicData", "tbl")
    if table is not None:
        yield TableBlock(tuple(_row(row) for row in children(table) if local(row) == "tr"))
        return
    bullets = _placeholder(shape) is not None and kind in _LISTS
    lines = paragraphs(first(shape, "txBody"), bullets=bullets)
    if lines:
        offset = first(shape, "spPr", "xfrm", "off")
        yield TextBlock(lines, _number(offset, "x"), _number(offset, "y"))
    elif alt := _alt(shape):
        yield PictureBlock(alt)


def _row(row: Element) -> tuple[str, ...]:
    cells = (each for each in children(row) if local(each) == "tc")
    texts = (paragraphs(first(cell, "txBody"), bullets=False) for cell in cells)
    return tuple(" ".join(" ".join(alinea.text for alinea in each).split()) for each in texts)


def _alt(shape: Element) -> str:
    for holder in children(shape):
        if local(holder).startswith("nv"):
            named = first(holder, "cNvPr")
            return " ".join((named.get("descr") or "").split()) if named is not None else ""
    return ""


def _number(element: Element | None, name: str) -> int | None:
    text = element.get(name) if element is not None else None
    return int(text) if text and len(text) < 20 and text.lstrip("-").isdecimal() else None  # noqa: PLR2004 -- no number of sense is longer


def _paragraph(element: Element, *, bullets: bool) -> Alinea:
    pieces: list[str] = []
    for child in children(element):
        if local(child) == "br":
            pieces.append("\n")
        elif local(child) in ("r", "fld"):
            text = first(child, "t")
            pieces.append((text.text or "") if text is not None else "")
    lines = (" ".join(line.split()) for line in "".join(pieces).replace("\v", "\n").split("\n"))
    properties = first(element, "pPr")
    level = _number(properties, "lvl") or 0
    for child in children(properties) if properties is not None else ():
        if local(child) == "buNone":
            bullets = False
        elif local(child) in ("buChar", "buAutoNum", "buBlip"):
            bullets = True
    return Alinea("\n".join(line for line in lines if line), min(max(level, 0), 8), bullets)


def _notes(notes: Element | None) -> list[str]:
    tree = first(notes, "cSld", "spTree")
    if tree is None:
        return []
    return [
        alinea.text
        for shape in _shapes(tree)
        if _kind(shape) == "body"
        for alinea in paragraphs(first(shape, "txBody"), bullets=False)
    ]
