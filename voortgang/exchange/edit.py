"""Changing the text of a file of the data where its data changes, and nowhere else.

Comments, order and way of writing stay. The new data has every entry of the old at the same place
in its list, perhaps with more in it, and new ones at the end.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from voortgang.model import SOORTEN, Aanbeveling, Actie, Audit, Deelactie, Domein
from voortgang.model.emit import actie_data, audit_data
from voortgang.source.yaml.emit import Data, emit_entry, emit_item

Entry: TypeAlias = Actie | Deelactie | Aanbeveling


def edit_domein(text: str, old: Domein, new: Domein) -> str:
    """Give the text with the acties of `new`; the file has been read strictly before."""
    root = compose(text)
    edit = _Edit(text, "\r\n" if "\r\n" in text else "\n")
    # A list that the file lacks comes below what its last list grows by.
    for soort in sorted(SOORTEN, key=lambda soort: value_of(root, soort) is None):
        before, after = old.lijst(soort), new.lijst(soort)
        if before != after:
            edit.entries(root, soort, before, after)
    return edit.result()


def edit_audit(text: str, old: Audit, new: Audit) -> str:
    """Give the text with what `new` says; its aanbevelingen stand as the acties of a domain do."""
    root = compose(text)
    edit = _Edit(text, "\r\n" if "\r\n" in text else "\n")
    edit.entries(root, "aanbevelingen", old.aanbevelingen, new.aanbevelingen)
    before, after = audit_data(old), audit_data(new)
    for key in (key for key in after if key != "aanbevelingen" and after[key] != before.get(key)):
        value, titel = value_of(root, key), value_of(root, "titel")
        if value is None and titel is not None:
            edit.below(end_of(titel), emit_entry(key, after[key], root.start_mark.column))
        else:
            edit.put(root, key, value, after[key])
    return edit.result()


def compose(text: str) -> yaml.MappingNode:
    """Read a file with the places of all that is in it; raises ValueError for one in braces."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise ValueError(text[:40])
    return root


@dataclass(slots=True)
class _Edit:
    """Gathers what to put where; positions are those of the text as it was."""

    text: str
    line_end: str
    changes: list[tuple[int, int, str]] = field(default_factory=list)

    def result(self) -> str:
        text = self.text
        # From back to front; what is put at one place keeps its order.
        for start, end, piece in sorted(self.changes, key=lambda c: c[:2])[::-1]:
            text = text[:start] + piece + text[end:]
        return text

    def entries(
        self,
        parent: yaml.MappingNode,
        key: str,
        before: Sequence[Entry],
        after: Sequence[Entry],
    ) -> None:
        """Change the items of a list, and put the new ones behind the last."""
        node = value_of(parent, key)
        fresh = [actie_data(each) for each in after[len(before) :]]
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            self.put(parent, key, node, fresh)
            return
        for item, one, other in zip(node.value, before, after, strict=False):
            if one != other:
                self.item(item, one, other, flow=bool(node.flow_style))
        if not fresh:
            return
        if node.flow_style:
            self.into_flow(node, [json.dumps(data, ensure_ascii=False) for data in fresh])
        else:
            indent = node.start_mark.column
            self.below(end_of(node), [line for data in fresh for line in emit_item(data, indent)])

    def item(self, node: yaml.Node, before: Entry, after: Entry, *, flow: bool) -> None:
        data, old = _mapping(after), _mapping(before)
        changed = {key: value for key, value in data.items() if old.get(key) != value}
        if isinstance(node, yaml.MappingNode):
            self.without(node, old.keys() - data.keys())
            self.keys(node, changed, before, after)
        elif flow:
            self.replace(node, json.dumps(actie_data(after), ensure_ascii=False))
        else:
            self.lengthen(node, data, changed)

    def without(self, node: yaml.MappingNode, gone: Collection[str]) -> None:
        """Take keys out of a mapping, with the lines that they have for themselves."""
        for place, (name, value) in enumerate(node.value):
            if name.value not in gone:
                continue
            start = self.text.rfind("\n", 0, name.start_mark.index)
            if node.flow_style or not place or self.text[start : name.start_mark.index].strip():
                raise ValueError(name.value)
            end = self.text.find("\n", len(self.text[: end_of(value)].rstrip()))
            self.changes.append((start, len(self.text) if end < 0 else end, ""))

    def lengthen(self, node: yaml.Node, data: dict[str, Data], changed: dict[str, Data]) -> None:
        """Make a mapping of an actie that is a title alone."""
        indent = node.start_mark.column
        if "titel" in changed:
            self.replace(node, "\n".join(emit_entry("titel", data["titel"], 0)))
        else:
            self.changes.append((node.start_mark.index, node.start_mark.index, "titel: "))
        rest = {key: value for key, value in data.items() if key != "titel"}
        lines = [line for k, v in rest.items() for line in emit_entry(k, v, indent)]
        self.below(end_of(node), lines)

    def keys(
        self,
        node: yaml.MappingNode,
        changed: dict[str, Data],
        before: Entry,
        after: Entry,
    ) -> None:
        # What stands there comes first: new keys go below it, also below what it grows by.
        for key in sorted(changed, key=lambda key: value_of(node, key) is None):
            value, old = changed[key], value_of(node, key)
            if key == "deelacties" and isinstance(before, Actie) and isinstance(after, Actie):
                self.entries(node, key, before.deelacties, after.deelacties)
            else:
                self.put(node, key, old, value)

    def put(self, node: yaml.MappingNode, key: str, old: yaml.Node | None, value: Data) -> None:
        """Give a key a value: in the place of the old one, else as a new line at the end."""
        if node.flow_style:
            text = json.dumps(value, ensure_ascii=False)
            if old is None:
                self.into_flow(node, [f"{key}: {text}"])
            else:
                self.replace(
                    old, f" {text}" if old.start_mark.index == old.end_mark.index else text
                )
            return
        indent = node.start_mark.column
        if old is None:
            self.below(end_of(node), emit_entry(key, value, indent))
            return
        head, *rest = emit_entry(key, value, indent)
        piece = head.strip()[len(key) + 1 :].strip()
        start = old.start_mark.index
        listed = isinstance(old, yaml.CollectionNode) and not old.flow_style
        if listed or (isinstance(old, yaml.ScalarNode) and old.style in ("|", ">")):
            if listed:
                name = next(name for name, _ in node.value if name.value == key)
                start = self.text.index(":", name.end_mark.index) + 1
                piece = f" {piece}" if piece else ""
            end = start + len(self.text[start : end_of(old)].rstrip())
            self.changes.append((start, end, self.line_end.join((piece, *rest))))
            return
        empty = start == old.end_mark.index
        if not piece:  # a list takes the place of [], or of nothing: no space stays behind the key
            start = len(self.text[:start].rstrip(" "))
        self.changes.append((start, old.end_mark.index, f" {piece}" if empty and piece else piece))
        self.below(old.end_mark.index, rest)

    def replace(self, node: yaml.Node, piece: str) -> None:
        self.changes.append((node.start_mark.index, node.end_mark.index, piece))

    def below(self, position: int, lines: Iterable[str]) -> None:
        """Put lines below the one that holds the last character before `position`."""
        pieces = list(lines)
        if not pieces:
            return
        used = len(self.text[:position].rstrip())
        end = self.text.find("\n", used)
        if end > 0 and self.text[end - 1] == "\r":
            end -= 1
        end = len(self.text) if end < 0 else end
        piece = "".join(f"{self.line_end}{line}" for line in pieces)
        self.changes.append((end, end, piece.replace("\n", self.line_end).replace("\r\r", "\r")))

    def into_flow(self, node: yaml.Node, pieces: Sequence[str]) -> None:
        """Put items before the bracket that closes a list or mapping."""
        close = node.end_mark.index - 1
        inside = self.text[node.start_mark.index + 1 : close].rstrip()
        at = node.start_mark.index + 1 + len(inside)
        comma = "" if not inside or inside.endswith(",") else ","
        space = " " if inside else ""
        self.changes.append((at, at, f"{comma}{space}{', '.join(pieces)}"))


def value_of(node: yaml.MappingNode, key: str) -> yaml.Node | None:
    """Find what stands behind a key."""
    return next((value for name, value in node.value if name.value == key), None)


def end_of(node: yaml.Node) -> int:
    """Find where the last text of a node ends, comments behind it left out."""
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        return max(end_of(node.value[-1][0]), end_of(node.value[-1][1]))
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        return end_of(node.value[-1])
    index: int = node.end_mark.index
    return index


def _mapping(entry: Entry) -> dict[str, Data]:
    data = actie_data(entry)
    return dict(data) if isinstance(data, dict) else {"titel": data}
