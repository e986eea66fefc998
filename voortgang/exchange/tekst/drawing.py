"""What is drawn in a deck or document says: bodies of text, diagrams, charts, pictures."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from voortgang.exchange.tekst.elements import RELATIONS, children, first, local
from voortgang.office.package import OfficePackage
from voortgang.office.xml import Element

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_KINDS = {"relIds": "schema", "pic": "beeld", "imagedata": "beeld"}
_INTEGER = re.compile(r"-?[0-9]{1,18}")


class Alinea(NamedTuple):
    """One paragraph: `level` counts from 0; `bullet` tells whether it is an item of a list.

    A line break within it is a line feed in `text`. `details` is how `text` ends in smaller type of
    another colour, as dienst and termijn stand behind a plan.
    """

    text: str
    level: int
    bullet: bool
    details: str = ""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """The paragraphs of one shape."""

    paragraphs: tuple[Alinea, ...]


@dataclass(frozen=True, slots=True)
class Figuur:
    """What is no text: the kind of thing, what it is called, for a chart its figures by row."""

    kind: str
    text: str
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table, row by row."""

    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = TextBlock | TableBlock | Figuur


class Drawings:
    """Reads what a package draws: each diagram and chart once, however often it is named."""

    def __init__(self, package: OfficePackage) -> None:
        self._package = package
        self._seen: set[str] = set()

    def read(self, part: str, held: Element, named: Element | None) -> Iterator[TextBlock | Figuur]:
        """Read what is drawn in `part`; `named` carries its alternative text."""
        alt, decorative = _described(named)
        kind = local(held)
        if kind == "relIds":
            root = self._part(part, held, "dm", "diagramData")
            lines = tuple(_diagram(root)) if root is not None else ()
            if lines:
                yield TextBlock(lines)
                return
        if kind == "chart":
            root = self._part(part, held, "id", "chart")
            title, rows = _chart(root) if root is not None else ("", ())
            yield Figuur("grafiek", title or alt, rows)
        elif not decorative:
            name = alt or held.get("progId") or held.get("ProgID") or ""
            yield Figuur(_KINDS.get(kind, "object"), name)

    def _part(self, part: str, holder: Element, name: str, kind: str) -> Element | None:
        target = self._package.related(part, kind).get(holder.get(f"{RELATIONS}{name}") or "", "")
        if target in self._seen:
            return None
        self._seen.add(target)
        return self._package.part(target)


def paragraphs(body: Element | None, *, bullets: bool) -> tuple[Alinea, ...]:
    """Give the paragraphs of a text body that are not empty."""
    if body is None:
        return ()
    found = (_paragraph(each, bullets=bullets) for each in children(body) if local(each) == "p")
    return tuple(alinea for alinea in found if alinea.text)


def one_line(body: Element | None) -> str:
    """Give a text body on one line."""
    return " ".join(" ".join(each.text for each in paragraphs(body, bullets=False)).split())


def integer(element: Element | None, name: str) -> int | None:
    """Give an attribute as a number; None where it is none of sense."""
    text = element.get(name) if element is not None else None
    return int(text) if text and _INTEGER.fullmatch(text) else None


def _paragraph(element: Element, *, bullets: bool) -> Alinea:
    pieces: list[str] = []
    for child in children(element):
        if local(child) == "br":
            pieces.append("\n")
        elif local(child) != "pPr":  # a run, a field, or a formula with its own runs
            pieces += (text.text or "" for text in child.iter("{*}t"))
    lines = (" ".join(line.split()) for line in "".join(pieces).replace("\v", "\n").split("\n"))
    properties = first(element, "pPr")
    level = integer(properties, "lvl") or 0
    for child in children(properties) if properties is not None else ():
        if local(child) == "buNone":
            bullets = False
        elif local(child) in {"buChar", "buAutoNum", "buBlip"}:
            bullets = True
    text = "\n".join(line for line in lines if line)
    return Alinea(text, min(max(level, 0), 8), bullets, _details(element) if bullets else "")


def _details(element: Element) -> str:
    """Give the last run, where it is smaller than the first and of another colour."""
    runs = [each for each in children(element) if local(each) == "r"]
    if not runs[1:]:
        return ""
    (size, colour), (last, other) = (_dress(each) for each in (runs[0], runs[-1]))
    smaller = size and last and last < size and colour != other
    return " ".join("".join(t.text or "" for t in runs[-1].iter("{*}t")).split()) if smaller else ""


def _dress(run: Element) -> tuple[int | None, str | None]:
    properties = first(run, "rPr")
    fill = first(properties, "solidFill") if properties is not None else None
    colour = next(children(fill), None) if fill is not None else None
    return integer(properties, "sz"), colour.get("val") if colour is not None else None


def _described(named: Element | None) -> tuple[str, bool]:
    """Give the alternative text, and whether it is meant to have none."""
    if named is None:
        return "", False
    decorative = any(mark.get("val") in {"1", "true"} for mark in named.iter(_DECORATIVE))
    return " ".join((named.get("descr") or "").split()), decorative


def _diagram(root: Element) -> Iterator[Alinea]:
    """Give the words of a diagram as a list, in its own order and levels."""
    points = {
        point.get("modelId"): (point.get("type") or "node", one_line(first(point, "t")))
        for point in root.iter("{*}pt")
    }
    below: dict[str | None, list[tuple[int, str]]] = {}
    for link in root.iter("{*}cxn"):
        if link.get("type") in {None, "parOf"}:
            order, to = integer(link, "srcOrd") or 0, link.get("destId") or ""
            below.setdefault(link.get("srcId"), []).append((order, to))
    tops = [name for name, (kind, _) in points.items() if kind == "doc"]
    stack = [(name, 0) for name in reversed([*tops, *points])]
    seen: set[str | None] = set()
    while stack:
        name, level = stack.pop()
        if name in seen or name not in points:
            continue
        seen.add(name)
        kind, text = points[name]
        if text and kind in {"node", "asst"}:
            yield Alinea(text, min(max(level - 1, 0), 8), bullet=True)
        stack += ((to, level + 1) for _, to in sorted(below.get(name, ()), reverse=True))


def _chart(root: Element) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """Give the title of a chart, and its figures: [series], what, how many."""
    title = first(root, "chart", "title")
    words = "".join(text.text or "" for text in title.iter("{*}t")) if title is not None else ""
    series = [(_points(each, "tx"), each) for each in root.iter("{*}ser")]
    rows = []
    for names, each in series:
        name = next(iter(names.values()), "")
        what = _points(each, "cat") or _points(each, "xVal")
        for index, value in (_points(each, "val") or _points(each, "yVal")).items():
            row = (what.get(index, ""), value)
            rows.append((name, *row) if len(series) > 1 else row)
    return " ".join(words.split()), tuple(rows)


def _points(series: Element, name: str) -> dict[str, str]:
    """Give the values that a series was saved with."""
    held = first(series, name)
    values: dict[str, str] = {}
    for value in held.iter("{*}v") if held is not None else ():
        point = value.getparent()
        index = point.get("idx", "") if point is not None else ""
        values.setdefault(index, " ".join((value.text or "").split()))
    return values


def row_line(cells: Iterable[str]) -> str:
    """Give a row of a table as a line."""
    return f"| {' | '.join(cells)} |"


def block_lines(block: Block) -> Iterator[str]:
    """Give a block as lines: items of lists behind a dash, figures between brackets."""
    if isinstance(block, Figuur):
        yield f"[{block.kind}: {block.text}]" if block.text else f"[{block.kind}]"
    if not isinstance(block, TextBlock):
        yield from map(row_line, block.rows)
        return
    for alinea in block.paragraphs:
        indent = "  " * alinea.level
        start, *rest = alinea.text.split("\n")
        yield f"{indent}{'- ' if alinea.bullet else ''}{start}"
        yield from (f"{indent}{'  ' if alinea.bullet else ''}{line}" for line in rest)
