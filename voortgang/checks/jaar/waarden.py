"""What is given in the data, value by value, and where each stands."""

from collections.abc import Iterator
from typing import NamedTuple

from voortgang.findings import Place
from voortgang.model.deel import Deel, keys_of
from voortgang.model.rapport import Domein
from voortgang.model.waarden import Kind
from voortgang.source.yaml.nodes import Document

Pad = tuple[str | int, ...]
NO_TEXTS = frozenset((Kind.ID, Kind.KEUZE, Kind.GETAL, Kind.WAAR, Kind.DATUM, Kind.TERMIJN))


class Waarde(NamedTuple):
    """A text of the data that comes in a document, as it was read, with its path in its file."""

    document: Document
    pad: Pad
    van: type[Deel]  # what it tells of
    kind: Kind
    text: str

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.document.place(self.pad)


def to_fill_in(document: Document, pad: Pad, line: str) -> str | None:
    """Say that a key with nothing behind it is to be filled in: a second one would be an error."""
    return f"vul `{line}` in (de sleutel staat er al)" if document.node(pad) else None


def texts_of(document: Document, part: Deel) -> Iterator[Waarde]:
    """Go through the texts of a file but its ids."""
    for pad, van, kind, value in values_of(part):
        if kind not in NO_TEXTS:
            yield Waarde(document, pad, van, kind, str(value))


def values_of(part: Deel, pad: Pad = ()) -> Iterator[tuple[Pad, type[Deel], Kind, object]]:
    """Go through what is given in a part and in the parts it holds; a domain has its own file."""
    for key in keys_of(type(part)):
        given = getattr(part, key.field)
        for at, value in _each((*pad, key.name), given) if given else ():
            if not isinstance(value, Deel):
                yield at, type(part), key.kind, value
            elif not isinstance(value, Domein):
                yield from values_of(value, at)


def _each(pad: Pad, value: object) -> Iterator[tuple[Pad, object]]:
    if isinstance(value, tuple):
        yield from (((*pad, index), each) for index, each in enumerate(value))
    elif isinstance(value, dict):
        yield from (((*pad, name), each) for name, each in value.items())
    else:
        yield pad, value
