"""The slides of any .pptx as structured text, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass

from voortgang.exchange.tekst.drawing import (
    Block,
    Drawings,
    Figuur,
    TableBlock,
    TextBlock,
    one_line,
    paragraphs,
)
from voortgang.exchange.tekst.elements import R_ID, children, first, local
from voortgang.office.package import POWERPOINT, OfficePackage
from voortgang.office.xml import Element

_DEEPEST = 50
_TITLES = ("title", "ctrTitle")
_FURNITURE = ("sldNum", "dt", "ftr", "hdr", "sldImg")
_LISTS = ("body", "obj", None)
_SHAPES = ("sp", "pic", "graphicFrame", "contentPart")


@dataclass(frozen=True, slots=True)
class SlideText:
    """One slide: `number` from 1; `title` is empty where it has none; notes by paragraph.

    `comments` are what people wrote beside it.
    """

    number: int
    title: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]
    comments: tuple[str, ...]
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
    ids = [each.get(R_ID, "") for each in children(order)] if order is not None else []
    parts = dict.fromkeys(slides.get(each, "") for each in ids)
    reader = _Slides(package)
    return tuple(reader.slide(part, number) for number, part in enumerate(parts, 1))


class _Slides:
    def __init__(self, package: OfficePackage) -> None:
        self._package = package
        self._drawings = Drawings(package)

    def slide(self, part: str, number: int) -> SlideText:
        slide = self._package.part(part)
        tree = first(slide, "cSld", "spTree")
        if slide is None or tree is None:
            raise self._package.damaged(f"dia {number}")
        titles: list[str] = []
        blocks: list[Block] = []
        for shape in _shapes(tree):
            if not titles and _kind(shape) in _TITLES:
                titles.append(one_line(first(shape, "txBody")))
            else:
                blocks += self.blocks(part, shape)
        hidden = slide.get("show") in {"0", "false"}
        notes, comments = tuple(self.notes(part)), tuple(self.comments(part))
        return SlideText(number, "".join(titles), tuple(blocks), notes, comments, hidden)

    def blocks(self, part: str, shape: Element) -> Iterator[Block]:
        kind = _kind(shape)
        if kind in _FURNITURE:
            return
        table = first(shape, "graphic", "graphicData", "tbl")
        if table is not None:
            yield TableBlock(tuple(_row(row) for row in children(table) if local(row) == "tr"))
            return
        bullets = _placeholder(shape) is not None and kind in _LISTS
        lines = paragraphs(first(shape, "txBody"), bullets=bullets)
        named = next((first(each, "cNvPr") for each in children(shape) if _names(each)), None)
        if lines:
            yield TextBlock(lines)
        elif local(shape) != "sp":
            data = first(shape, "graphic", "graphicData")
            held = next(children(data if data is not None else ()), shape)
            yield from self._drawings.read(part, held, named)
        elif named is not None and (words := named.get("descr")):
            yield Figuur("beeld", " ".join(words.split()))

    def notes(self, part: str) -> Iterator[str]:
        for other in self._package.related(part, "notesSlide").values():
            tree = first(self._package.part(other), "cSld", "spTree")
            for shape in _shapes(tree) if tree is not None else ():
                if _kind(shape) == "body":
                    lines = paragraphs(first(shape, "txBody"), bullets=False)
                    yield from (alinea.text for alinea in lines)

    def comments(self, part: str) -> Iterator[str]:
        for other in self._package.related(part, "comments").values():
            root = self._package.part(other)
            for each in root.iter("{*}text", "{*}txBody") if root is not None else ():
                text = (each.text or "") if local(each) == "text" else one_line(each)
                yield " ".join(text.split())


def _shapes(tree: Element) -> Iterator[Element]:
    """Go through the shapes, those in groups too, in their order."""
    stack = [children(tree)]
    while stack:
        shape = next(stack[-1], None)
        if shape is None:
            stack.pop()
        elif local(shape) == "grpSp" and len(stack) < _DEEPEST:
            stack.append(children(shape))
        elif local(shape) in _SHAPES:
            yield shape


def _names(element: Element) -> bool:
    return local(element).startswith("nv")


def _placeholder(shape: Element) -> Element | None:
    return next((first(each, "nvPr", "ph") for each in children(shape) if _names(each)), None)


def _kind(shape: Element) -> str | None:
    """Tell the type of a placeholder; None for what is none."""
    placeholder = _placeholder(shape)
    return None if placeholder is None else placeholder.get("type", "obj")


def _row(row: Element) -> tuple[str, ...]:
    cells = (each for each in children(row) if local(each) == "tc")
    return tuple(one_line(first(cell, "txBody")) for cell in cells)
