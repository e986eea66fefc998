"""A Word document as lines of text: headings, lists by level, tables."""

from collections.abc import Iterator, Mapping

from voortgang.exchange.tekst.elements import children, first, local
from voortgang.office.package import WORD, Element, OfficePackage

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 50
_LEVELS = 9
# What stands around text without being text of the reader.
_WRAPPERS = ("sdt", "sdtContent", "ins", "hyperlink", "smartTag", "fldSimple", "moveTo", "bdo")


def docx_lines(content: bytes) -> Iterator[str]:
    """Give the lines of a document; raises UnfitError where it is broken, unsafe or none."""
    package = OfficePackage(content, WORD)
    body = first(package.part(package.main), "body")
    if body is None:
        raise package.damaged()
    styles = next(iter(package.related(package.main, "styles").values()), "")
    yield from _content(body, _levels(package.part(styles)))


def _levels(styles: Element | None) -> Mapping[str, int]:
    """Give the level of each style that is a heading, from 1."""
    levels: dict[str, int] = {}
    for style in children(styles) if styles is not None else ():
        if local(style) != "style":
            continue
        outline = _value(first(style, "pPr", "outlineLvl"))
        name = (_value(first(style, "name")) or "").lower()
        if outline and outline in "012345678":
            levels[_attribute(style, "styleId") or ""] = int(outline) + 1
        elif name == "title":
            levels[_attribute(style, "styleId") or ""] = 1
    return levels


def _content(body: Element, levels: Mapping[str, int]) -> Iterator[str]:
    for block in _unwrapped(body):
        if local(block) == "p":
            yield from _paragraph(block, levels)
        elif local(block) == "tbl":
            for row in _unwrapped(block):
                if local(row) == "tr":
                    cells = (_cell(cell) for cell in _unwrapped(row) if local(cell) == "tc")
                    yield f"| {' | '.join(cells)} |"


def _unwrapped(element: Element, depth: int = 0) -> Iterator[Element]:
    for child in children(element):
        if local(child) in _WRAPPERS and depth < _DEEPEST:
            yield from _unwrapped(child, depth + 1)
        else:
            yield child


def _paragraph(paragraph: Element, levels: Mapping[str, int]) -> Iterator[str]:
    text = _text(paragraph)
    if not text:
        return
    properties = first(paragraph, "pPr")
    style = _value(first(properties, "pStyle")) or ""
    number = first(properties, "numPr")
    if style in levels:
        yield f"{'#' * levels[style]} {text}"
    elif number is not None:
        level = _value(first(number, "ilvl")) or "0"
        indent = "  " * min(int(level), _LEVELS) if level.isdecimal() and len(level) < 3 else ""  # noqa: PLR2004 -- Word knows nine
        yield f"{indent}- {text}"
    else:
        yield text


def _cell(cell: Element) -> str:
    return " ".join(text for p in cell.iter(f"{_W}p") if (text := _text(p)))


def _text(paragraph: Element) -> str:
    pieces: list[str] = []
    for run in _unwrapped(paragraph):
        if local(run) != "r":
            continue
        for piece in children(run):
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
