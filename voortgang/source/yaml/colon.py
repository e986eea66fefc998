"""A list text with a colon in it, which YAML reads as a key with a value."""

import re
from collections.abc import Collection

from voortgang.source.yaml.nodes import Mapping, Node, Scalar

_KEY_LIKE = re.compile(r"[a-z][a-z0-9_-]*")


def looks_like_text_with_colon(node: Node, known: Collection[str]) -> str | None:
    """Give the text that `- Welzijn: opleidingen` was meant to be; None for anything else.

    `known` are the keys that may stand here. A single lower-case word is taken for a key with a
    typing mistake, not for a text.
    """
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        return None
    key, value = node.entries[0]
    if not isinstance(value, Scalar) or not key.plain or key.text.lower() in known:
        return None
    if _KEY_LIKE.fullmatch(key.text):
        return None
    return f"{key.text}: {value.text}".strip()
