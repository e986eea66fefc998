"""A Word document as lines of text: headings, lists by level, tables, and what is drawn in it."""

from collections.abc import Iterator, Mapping

from lxml import etree

from voortgang.exchange.tekst.drawing import Drawings, block_lines, row_line
from voortgang.exchange.tekst.elements import FALLBACK, children, first, local
from voortgang.office.package import WORD, OfficePackage
from voortgang.office.xml import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 50
# What stands around text without being text of the reader.
_WRAPPERS = (
    "sdt", "sdtContent", "ins", "hyperlink", "smartTag", "fldSimple", "moveTo", "bdo", "dir",
    "customXml",
)  # fmt: skip
_ASIDE = {"footnote": "voetnoot", "endnote": "eindnoot", "comment": "opmerking"}


def docx_lines(content: bytes) -> Iterator[str]:
    """Give the lines of a document; raises UnfitError where it is broken, unsafe or none.

    Headers and footers are left out; notes and comments come at the end.
    """
    package = OfficePackage(content, WORD)
    body = first(package.part(package.main), "body")
    if body is None:
        raise package.damaged()
    etree.strip_elements(body, FALLBACK, with_tail=False)
    styles = next(iter(package.related(package.main, "styles").values()), "")
    reader = _Document(package, _levels(package.part(styles)))
    yield from reader.content(body)
    for kind, word in _ASIDE.items():
        for part in package.related(package.main, f"{kind}s").values():
            root = package.part(part)
            for each in children(root) if root is not None else ():
                if text := _cell(each):
                    yield f"[{word}: {text}]"


def _levels(styles: Element | None) -> Mapping[str, int]:
    """Give the level of each style that is a heading, from 1."""
    levels: dict[str, int] = {}
    for style in children(styles) if styles is not None else ():
        if local(style) != "style":
            continue
        outline = _value(first(style, "pPr", "outlineLvl"))
        name = (_value(first(style, "name")) or "").lower()
        if outline in set("012345678"):
            levels[_attribute(style, "styleId") or ""] = int(outline) + 1
        elif name == "title":
            levels[_attribute(style, "styleId") or ""] = 1
    return levels


class _Document:
    def __init__(self, package: OfficePackage, levels: Mapping[str, int]) -> None:
        self._main = package.main
        self._levels = levels
        self._drawings = Drawings(package)

    def content(self, body: Element) -> Iterator[str]:
        for block in _unwrapped(body):
            if local(block) == "p":
                yield from self._paragraph(block)
                yield from self._drawn(block, boxes=True)
            elif local(block) == "tbl":
                for row in _unwrapped(block):
                    if local(row) == "tr":
                        cells = (_cell(cell) for cell in _unwrapped(row) if local(cell) == "tc")
                        yield row_line(cells)
                        yield from self._drawn(row, boxes=False)  # what is in them is in the cells

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        text = _text(paragraph)
        if not text:
            return
        properties = first(paragraph, "pPr")
        style = _value(first(properties, "pStyle")) or ""
        number = first(properties, "numPr")
        if style in self._levels:
            yield f"{'#' * self._levels[style]} {text}"
        elif number is not None:
            level = _value(first(number, "ilvl")) or "0"
            indent = "  " * int(level) if level in set("012345678") else ""
            yield f"{indent}- {text}"
        else:
            yield text

    def _drawn(
        self, element: Element, *, boxes: bool, named: Element | None = None
    ) -> Iterator[str]:
        """Give what is drawn at a paragraph: boxes of text, charts, diagrams, pictures."""
        for child in children(element):
            kind = local(child)
            if kind == "txbxContent":
                yield from self.content(child) if boxes else ()
            elif kind in {"chart", "relIds", "pic", "imagedata", "OLEObject"}:
                for block in self._drawings.read(self._main, child, named):
                    yield from block_lines(block)
            else:
                own = first(child, "docPr") if kind in {"inline", "anchor"} else None
                yield from self._drawn(child, boxes=boxes, named=own if own is not None else named)


def _unwrapped(element: Element, depth: int = 0) -> Iterator[Element]:
    for child in children(element):
        if local(child) in _WRAPPERS and depth < _DEEPEST:
            yield from _unwrapped(child, depth + 1)
        else:
            yield child


def _cell(cell: Element) -> str:
    return " ".join(text for p in cell.iter(f"{_W}p") if (text := _text(p)))


def _text(paragraph: Element) -> str:
    pieces: list[str] = []
    for run in _unwrapped(paragraph):
        if local(run) in {"oMath", "oMathPara"}:
            pieces += (text.text or "" for text in run.iter("{*}t"))
        for piece in children(run) if local(run) == "r" else ():
            if local(piece) == "t":
                pieces.append(piece.text or "")
            elif local(piece) in ("tab", "br", "cr"):
                pieces.append(" ")
            elif local(piece) == "noBreakHyphen":
                pieces.append("-")
    return " ".join("".join(pieces).split())


def _value(element: Element | None) -> str | None:
    return _attribute(element, "val") if element is not None else None


def _attribute(element: Element, name: str) -> str | None:
    value = element.get(f"{_W}{name}")
    return str(value) if value is not None else None
