"""What the files call each field of the model, and what an editor is told of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_type_hints


@dataclass(frozen=True, slots=True)
class Key:
    """The words shown while somebody types the key; its name where the model has another."""

    words: str
    name: str = ""


def keys_of(part: type) -> Mapping[str, Key]:
    """Give the keys of a part of the report by the names of its fields.

    A field without a key, such as the id of a domain, is typed nowhere and not among them.
    """
    hints = get_type_hints(part, include_extras=True)
    found = {name: getattr(hint, "__metadata__", ()) for name, hint in hints.items()}
    return {
        name: Key(key.words, key.name or name)
        for name, more in found.items()
        for key in more
        if isinstance(key, Key)
    }
