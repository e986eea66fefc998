"""From nodes to plain data, with a finding for everything that is not as it should be.

A direct walk, so that each finding has its own place and words. What it gives holds the types of
the model; the tests let pydantic judge that once more.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from voortgang.findings import Finding, Place, Regel
from voortgang.model.regels import BAD_VALUE, COLON, EMPTY, MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE
from voortgang.model.sdg import HIGHEST, LOWEST, sdg_meant
from voortgang.source.yaml.nodes import Mapping, Node, Scalar, Sequence

Keys: TypeAlias = dict[str, tuple[Scalar, Node]]
Reader: TypeAlias = Callable[["Walk", str, Node], Any]
Shape: TypeAlias = dict[str, Reader]


@dataclass(slots=True)
class Walk:
    """Collects what is found in one file; of one read in part, not what seems to be missing."""

    file: str
    findings: list[Finding] = field(default_factory=list)
    partial: bool = False

    def find(self, regel: Regel, node: Node, message: str, hint: str | None = None) -> None:
        """Note what is wrong at a node."""
        self.findings.append(regel.at(Place(self.file, node.line, node.column), message, hint))

    def mapping(
        self, node: Mapping, shape: Shape, required: Iterable[str] = ("titel",)
    ) -> dict[str, Any]:
        """Read the keys of a mapping, each by its reader; what is wrong is left out."""
        data: dict[str, Any] = {}
        meant: set[str | None] = set()
        empty: dict[str, Scalar] = {}
        for key, value in node.entries:
            name = key.text
            reader = shape.get(name)
            if reader is None:
                meant.add(self.unknown_key(key, shape))
            elif is_empty(value):
                empty[name] = key
            else:
                before = len(self.findings)
                result = reader(self, name, value)
                if result is not None:
                    data[name] = result
                elif len(self.findings) == before:  # only white space, in quotes
                    empty[name] = key
        if self.partial:
            return data
        typed = {key.text for key, _ in node.entries}
        for name in required:
            if name in empty:
                regel = EMPTY if name == "titel" else MISSING_KEY
                self.find(regel, empty[name], f"'{name}' is leeg", f"vul achter '{name}:' iets in")
            elif name not in typed and name not in meant:
                self.missing(node, name)
        return data

    def missing(self, node: Node, name: str) -> None:
        """Say that a required key is not there."""
        self.find(
            MISSING_KEY,
            node,
            f"de verplichte sleutel '{name}' ontbreekt",
            f"voeg een regel '{name}: …' toe",
        )

    def unknown_key(self, key: Scalar, known: Iterable[str]) -> str | None:
        """Say that a key is unknown; give the known one that comes near."""
        near = near_name(key.text, known)
        message = f"onbekende sleutel '{key.text}'"
        if near:
            self.find(UNKNOWN_KEY, key, f"{message}; bedoelde u '{near}'?", f"schrijf '{near}:'")
        else:
            self.find(UNKNOWN_KEY, key, message, f"wel bekend: {', '.join(known)}")
        return near

    def scalar(self, name: str, node: Node) -> Scalar | None:
        """Take a text as it is; anything else is a finding."""
        if isinstance(node, Scalar):
            return node
        if isinstance(node, Mapping):
            if not self.colon(node):
                self.find(
                    WRONG_TYPE, node, f"'{name}' moet een tekst zijn", "zet de tekst op deze regel"
                )
        else:
            hint = f"zet de tekst achter '{name}:', zonder streepje of haken"
            if name in ("toelichting", "criterium"):
                hint = f"schrijf '{name}: |' en laat de lijst eronder staan: dan is ze tekst"
            self.find(WRONG_TYPE, node, f"'{name}' moet een tekst zijn, geen lijst", hint)
        return None

    def colon(self, node: Mapping) -> bool:
        """Say that a text with a colon or braces became a mapping, if that is what this is."""
        if not node.entries:
            return False
        key, value = node.entries[0]
        if (node.line, node.column) != (key.line, key.column):
            message = "een tekst die met { of ? begint, moet tussen aanhalingstekens staan"
            self.find(COLON, node, message, "zet de hele tekst tussen aanhalingstekens")
            return True
        if isinstance(value, Scalar):
            text = f"{key.text}: {value.text}".rstrip().replace("\\", "\\\\").replace('"', '\\"')
            self.find(
                COLON,
                node,
                "een tekst met een dubbele punt moet tussen aanhalingstekens staan",
                f'schrijf "{text}"',
            )
            return True
        if isinstance(value, Sequence):
            self.find(
                COLON,
                node,
                f"na '{key.text}:' volgt een lijst, maar '{key.text}' is geen sleutel",
                f"schrijf 'titel: {key.text}' en zet de lijst eronder achter 'deelacties:'",
            )
            return True
        return False

    def items(self, name: str, node: Node) -> Iterable[Node]:
        """Go through the items of a list; anything else is a finding."""
        if isinstance(node, Sequence):
            return node.items
        hint = f"zet onder '{name}:' elk onderdeel op een eigen regel, achter een streepje"
        if isinstance(node, Scalar) and name == "sdg":
            goals = sdg_meant(node.text)
            forms = f"schrijf getallen van {LOWEST} tot {HIGHEST}, bijvoorbeeld sdg: [8, 9]"
            hint = f"schrijf sdg: [{goals}]" if goals else forms
        elif isinstance(node, Scalar) and name in ("domeinen", "organen", "negeer"):
            hint = f"schrijf {name}: [{node.text}]"
        self.find(WRONG_TYPE, node, f"'{name}' moet een lijst zijn", hint)
        return ()

    def empty_item(self, node: Node) -> None:
        """Say that an entry of a list holds nothing."""
        self.find(
            EMPTY,
            node,
            "lege regel in de lijst",
            "vul achter het streepje iets in, of haal het weg",
        )

    def bad(self, node: Node, message: str, hint: str | None = None) -> None:
        """Say that a value is not one of those it may be."""
        self.find(BAD_VALUE, node, message, hint)


def is_empty(node: Node) -> bool:
    """Tell whether nothing was typed."""
    return isinstance(node, Scalar) and node.empty


def near_name(name: str, known: Iterable[str]) -> str | None:
    """Find the known name that comes nearest, if one comes near."""
    from difflib import get_close_matches

    near = get_close_matches(name.strip().lower().replace(" ", "_"), list(known), 1, 0.7)
    return near[0] if near else None
