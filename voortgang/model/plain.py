"""Nodes as plain data, with the little that only the way of typing tells."""

from typing import TypeAlias

from voortgang.source.yaml.nodes import Mapping, Node, Scalar

Plain: TypeAlias = "str | tuple[Plain, ...] | dict[str, Plain] | None"


class Quoted(str):
    """A text between quotes, or of a block: no number, and no true or false."""

    __slots__ = ()


class Braced(dict[str, Plain]):
    """Keys behind a { or a ?, which a text can begin with too."""

    __slots__ = ()


def plain_data(node: Node) -> Plain:
    """Give a node as texts, tuples and dicts; where nothing was typed, None."""
    if isinstance(node, Scalar):
        if node.plain:
            return node.text or None
        return Quoted(node.text)
    if isinstance(node, Mapping):
        data = {key.text: plain_data(value) for key, value in node.entries}
        first = node.entries[0][0] if node.entries else node
        bare = (first.line, first.column) == (node.line, node.column)
        return data if bare else Braced(data)
    return tuple(map(plain_data, node.items))
