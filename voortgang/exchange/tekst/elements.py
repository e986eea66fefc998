"""Walking through the elements of an Office file whatever their namespaces are."""

from collections.abc import Iterable, Iterator

from voortgang.office.xml import Element

RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
R_ID = f"{RELATIONS}id"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
FALLBACK = f"{_COMPATIBLE}Fallback"
_DEEPEST = 100


def children(element: Element | Iterable[Element], depth: int = 0) -> Iterator[Element]:
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
