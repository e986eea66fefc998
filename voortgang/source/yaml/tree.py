"""From a YAML parser's events to the positioned tree, without recursion."""

import unicodedata
from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from voortgang.findings import Finding, Place
from voortgang.source.yaml.decode import name_of, odd_character
from voortgang.source.yaml.nodes import Mapping, Node, Scalar, Sequence
from voortgang.source.yaml.regels import AANWIJZING, DIEPTE, DUBBEL, TEKEN, TWEEDE, VERWIJZING, VORM

MAX_DEPTH = 20
MAX_FINDINGS = 1000
Loader: TypeAlias = Any
Event: TypeAlias = Any
Mark: TypeAlias = Any
LOADER: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class TooDeep(Exception):  # noqa: N818 -- a reason to stop, not a fault
    """The file nests deeper than any sound one."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(finding.message)


def build(file: str, text: str, loader: Loader = LOADER) -> tuple[Node | None, list[Finding]]:
    """Build the tree of the first document in a text, and find what YAML allows and we do not.

    Raises yaml.YAMLError where the text is no YAML, TooDeep at more than 20 levels.
    """
    return _Builder(file).build(yaml.parse(text, Loader=loader))


class _Builder:
    """The tree under construction: a stack of open collections."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.stack: list[tuple[bool, list[Node], Mark]] = []
        self.root: Node | None = None

    def build(self, events: Iterator[Event]) -> tuple[Node | None, list[Finding]]:
        documents = 0
        for event in events:
            kind = type(event)
            if kind is ScalarEvent:
                self._add(self._scalar(event))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._open(event, is_mapping=kind is MappingStartEvent)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close()
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._second(event)
                    break
        return self.root, self.findings

    def _find(self, finding: Finding) -> None:
        # Nobody reads more; a hostile file could hold hundreds of thousands.
        if len(self.findings) < MAX_FINDINGS:
            self.findings.append(finding)

    def _place(self, mark: Mark) -> Place:
        return Place(self.file, mark.line + 1, mark.column + 1)

    def _at(self, node: Node) -> Place:
        return Place(self.file, node.line, node.column)

    def _scalar(self, event: Event) -> Scalar:
        start, end = event.start_mark, event.end_mark
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
        text = event.value
        if not text and (event.tag or event.anchor):
            text = event.tag or f"&{event.anchor}"  # typed as a text: it is not empty
        if event.style == '"':
            self._escapes(text, start)
        return Scalar(
            text,
            not event.style,
            start.line + 1,
            start.column + 1,
            end.line + 1,
            end.column + 1,
        )

    def _add(self, node: Node) -> None:
        if self.stack:
            self.stack[-1][1].append(node)
        else:
            self.root = node

    def _open(self, event: Event, *, is_mapping: bool) -> None:
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
        if len(self.stack) >= MAX_DEPTH:
            message = f"dit bestand gaat meer dan {MAX_DEPTH} niveaus diep"
            hint = "kijk de inspringing en de haken [ en { na"
            raise TooDeep(DIEPTE.at(self._place(event.start_mark), message, hint))
        self.stack.append((is_mapping, [], event.start_mark))

    def _close(self) -> None:
        is_mapping, children, mark = self.stack.pop()
        at = mark.line + 1, mark.column + 1
        self._add(
            Mapping(self._entries(children), *at) if is_mapping else Sequence(tuple(children), *at)
        )

    def _entries(self, children: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        seen: dict[str, Scalar] = {}
        entries: list[tuple[Scalar, Node]] = []
        pairs = iter(children)
        for key, value in zip(pairs, pairs, strict=True):
            if not isinstance(key, Scalar) or key.empty:
                self._no_key(key)
            elif key.text == "<<" and key.plain:
                hint = "schrijf de gegevens hier voluit"
                self._find(VERWIJZING.at(self._at(key), "samenvoegen met << kan niet", hint))
            elif key.text in seen:
                self._double(key, seen[key.text])
            else:
                seen[key.text] = key
                entries.append((key, value))
        return tuple(entries)

    def _no_key(self, key: Node) -> None:
        hint = "schrijf een sleutel, een dubbele punt, een spatie en de tekst: 'titel: Welzijn'"
        if isinstance(key, Mapping):
            message = "een tekst die met {{ begint, moet tussen aanhalingstekens staan"
            hint = "zet de hele tekst tussen aanhalingstekens"
        elif isinstance(key, Scalar):
            message = "hier ontbreekt de sleutel"
        else:
            message = "een sleutel is een woord, geen lijst"
        self._find(VORM.at(self._at(key), message, hint))

    def _double(self, key: Scalar, first: Scalar) -> None:
        name = key.text[:80]
        message = (
            f"de sleutel '{name}' staat hier voor de tweede keer (eerst op regel {first.line})"
        )
        hint = "voeg de twee samen, of verwijder er een"
        self._find(DUBBEL.at(self._at(key), message, hint))

    def _properties(self, event: Event) -> None:
        place = self._place(event.start_mark)
        if event.anchor is not None:
            message = (
                f"'&{event.anchor[:80]}' is in YAML een anker, en dat wordt hier niet gebruikt"
            )
            hint = "zet een tekst die met & begint helemaal tussen aanhalingstekens"
            self._find(VERWIJZING.at(place, message, hint))
        if event.tag is not None:
            message = (
                "een uitroepteken vooraan is in YAML een type, en dat wordt hier niet gebruikt"
            )
            hint = "zet een tekst die met ! begint helemaal tussen aanhalingstekens"
            self._find(AANWIJZING.at(place, message, hint))

    def _alias(self, event: Event) -> None:
        message = (
            f"'*{event.anchor[:80]}' is in YAML een verwijzing, en die wordt hier niet gebruikt"
        )
        hint = "zet een tekst die met * begint helemaal tussen aanhalingstekens"
        place = self._place(event.start_mark)
        self._find(VERWIJZING.at(place, message, hint))
        self._add(Scalar(f"*{event.anchor}", False, *place[1:], *place[1:]))  # noqa: FBT003 -- a field

    def _second(self, event: Event) -> None:
        hint = "verwijder deze regel, of zet wat volgt in een eigen bestand"
        place = self._place(event.start_mark)
        self._find(TWEEDE.at(place, "hier begint een tweede document", hint))

    def _escapes(self, text: str, mark: Mark) -> None:
        odd = odd_character(text)
        if odd is None:
            return
        if unicodedata.category(odd[0]) == "Cs":
            # The C parser refuses this, the Python one does not.
            raise yaml.MarkedYAMLError(
                "while parsing a quoted scalar", mark, "invalid escape", mark
            )
        message = f"in deze tekst staat {name_of(odd[0])}, geschreven met een \\"
        hint = "verwijder de code met de \\ ervoor"
        self._find(TEKEN.at(self._place(mark), message, hint))
