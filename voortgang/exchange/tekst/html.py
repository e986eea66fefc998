"""A page of HTML as lines of text: headings, lists, tables. No script runs, no link opens."""

from collections.abc import Iterator

from lxml import etree

from voortgang.exchange.tekst.drawing import row_line
from voortgang.findings import Obstacle
from voortgang.office.xml import Element

LARGEST = 8 * 1024 * 1024
_SILENT = ("script", "style", "template", "head", "svg", "noscript", "iframe", "object")
_BLOCKS = (
    "p", "div", "section", "article", "header", "footer", "main", "nav", "aside", "figure",
    "figcaption", "blockquote", "pre", "dl", "dt", "dd", "ul", "ol", "table", "caption", "br", "hr",
    "body", "details", "summary", "address",
)  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def html_lines(name: str, content: bytes) -> Iterator[str]:
    """Give the lines of a page; raises Obstacle where there is nothing to read."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content[:LARGEST], parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _unreadable(name) from error
    if root is None:
        raise _unreadable(name)
    return _PageText().read(root)


def _unreadable(name: str) -> Obstacle:
    return Obstacle(f"'{name}' kan niet worden gelezen", "kijk na of dit een webpagina is")


class _PageText:
    """Gathers inline text until a block begins or ends."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.mark = ""
        self.depth = 0
        self.silent = 0
        self.cells: list[str] | None = None

    def read(self, root: Element) -> Iterator[str]:
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                yield from self._start(tag, element)
            elif event == "end":
                yield from self._end(tag)
            if event != "start" and not self.silent and element.tail:
                self.text.append(element.tail)
        yield from self._flush()

    def _start(self, tag: str, element: Element) -> Iterator[str]:
        if self.silent or tag in _SILENT:
            self.silent += 1
            return
        if tag in _BLOCKS or tag in _HEADINGS or tag in ("li", "tr"):
            yield from self._flush()
        if tag in _HEADINGS:
            self.mark = f"{'#' * int(tag[1])} "
        elif tag in ("ul", "ol"):
            self.depth += 1
        elif tag == "li":
            self.mark = f"{'  ' * min(max(self.depth - 1, 0), 8)}- "
        elif tag == "tr":
            self.cells = []
        self.text.append(element.text or "")
        if tag == "img" and element.get("alt"):
            self.text.append(f"[beeld: {element.get('alt')}]")

    def _end(self, tag: str) -> Iterator[str]:
        if self.silent:
            self.silent -= 1
            return
        if tag in ("td", "th") and self.cells is not None:
            self.cells.append(self._taken())
        elif tag == "tr" and self.cells is not None:
            cells, self.cells = self.cells, None
            if any(cells):
                yield row_line(cells)
        elif tag in _BLOCKS or tag in _HEADINGS or tag == "li":
            yield from self._flush()
        if tag in ("ul", "ol"):
            self.depth -= 1

    def _taken(self) -> str:
        text = " ".join("".join(self.text).split())
        self.text.clear()
        return text

    def _flush(self) -> Iterator[str]:
        if self.cells is not None:  # within a table a block only parts words
            self.text.append(" ")
            return
        text = self._taken()
        if text:
            yield f"{self.mark}{text}"
            self.mark = ""
