"""The parts of an Office file as XML, read one by one and never trusted.

Only the parts that hold text are unpacked: pictures and sheets in a deck stay shut.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any, Self

from lxml import etree

from voortgang.exchange.container import broken, check_office
from voortgang.source.archive import DAMAGED

Element = Any
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R_ID = f"{{{OFFICE}}}id"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DEEPEST = 100


class Package:
    """An Office file; `name` is how messages call it. Raises Obstacle for what is unsafe."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        try:
            check_office(name, content)
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except DAMAGED as error:
            raise broken(name) from error
        self._names = set(self._archive.namelist())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._archive.close()

    def main(self) -> str:
        """Name the part that is the document itself."""
        return next(iter(self.related("", "officeDocument").values()), "")

    def part(self, name: str) -> Element | None:
        """Parse a part; None where there is none. Raises Obstacle where it is no XML."""
        if name not in self._names:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            return etree.fromstring(self._archive.read(name), parser)
        except (etree.XMLSyntaxError, *DAMAGED) as error:
            raise broken(self.name) from error

    def related(self, part: str, kind: str) -> Mapping[str, str]:
        """Give the parts of a kind that a part refers to, by the id of the reference."""
        folder, _, file = part.rpartition("/")
        rels = self.part(f"{folder}/_rels/{file}.rels".lstrip("/"))
        found = {}
        for each in rels if rels is not None else ():
            if each.get("TargetMode") == "External" or not isinstance(each.tag, str):
                continue
            if (each.get("Type") or "").rpartition("/")[2] == kind:
                target = each.get("Target") or ""
                path = target if target.startswith("/") else posixpath.join(folder, target)
                found[each.get("Id") or ""] = posixpath.normpath(path).lstrip("/")
        return found


def children(element: Element, depth: int = 0) -> Iterator[Element]:
    """Go through the elements in one, taking of alternatives only the first."""
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if child.tag == f"{_COMPATIBLE}AlternateContent":
            choice = next((each for each in child if isinstance(each.tag, str)), None)
            if choice is not None and depth < _DEEPEST:
                yield from children(choice, depth + 1)
        else:
            yield child


def local(element: Element) -> str:
    """Give the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def first(element: Element | None, *path: str) -> Element | None:
    """Follow a path of element names downwards; None where it ends."""
    for step in path:
        if element is None:
            return None
        element = next((each for each in children(element) if local(each) == step), None)
    return element


__all__ = ["R_ID", "Element", "Package", "children", "first", "local"]
