"""The positioned tree that strict reading makes of a YAML file.

Plain tuples: they are made by the hundred thousand, and nothing may change them afterwards.
Lines and columns count from 1, in characters.
"""

from collections.abc import Sequence as Seq
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeAlias

from voortgang.findings import Place
from voortgang.source.yaml.decode import BREAK


class Scalar(NamedTuple):
    """A text as it was typed; `plain` tells that it stands without quotes and is no block text."""

    text: str
    plain: bool
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def empty(self) -> bool:
        """Tell whether nothing was typed at all (`sleutel:` or a bare `-`)."""
        return self.plain and not self.text


class Mapping(NamedTuple):
    """Keys with their values, in the order of the file; a key stands only once."""

    entries: Seq[tuple[Scalar, "Node"]]
    line: int
    column: int


class Sequence(NamedTuple):
    """A list."""

    items: Seq["Node"]
    line: int
    column: int


class Keys(NamedTuple):
    """The names of keys, so that a mistake can be told from a text: what they hold says the model.

    `lists` are those at the top of a file behind which a list stands, `top` those that stand
    nowhere else, `markdown` those of texts that may have paragraphs and lists.
    """

    known: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    top: frozenset[str] = frozenset()
    markdown: frozenset[str] = frozenset()


NO_KEYS = Keys()
Node: TypeAlias = Scalar | Mapping | Sequence
Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """One file of the workspace as it was read: its text and, if that is sound YAML, its tree.

    Of a file with lines that are no YAML `root` is None; `partial` is then the tree of the rest,
    of which nothing may be said to be missing, and `doubtful` the lines that were mended for it.
    """

    file: str
    text: str
    root: Node | None
    partial: Node | None = None
    doubtful: frozenset[int] = frozenset()
    _keys: dict[int, dict[str, tuple[Scalar, Node]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, as findings count them."""
        return tuple(BREAK.split(self.text))

    @property
    def tree(self) -> Node | None:
        """Give the tree, or else what could be read of it."""
        return self.partial if self.root is None else self.root

    def node(self, path: Path) -> Node | None:
        """Find the node at `path`: keys by name, list items by index from 0."""
        node = self.tree
        for step in path:
            if isinstance(node, Mapping):
                _, node = self._entry(node, step)
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                return None
        return node

    def nearest(self, path: Path) -> Node | None:
        """Find the node at `path`, or the nearest thing around it."""
        node = self.node(path)
        return self.nearest(path[:-1]) if node is None and path else node

    def place(self, path: Path) -> Place:
        """Give the place of the value at `path`, or of the nearest thing around it."""
        node = self.nearest(path)
        return Place(self.file, node.line, node.column) if node else Place(self.file, 1, 1)

    def key_place(self, path: Path) -> Place:
        """Give the place of the key that `path` ends in, or of the nearest thing around it."""
        parent = self.node(path[:-1]) if path else None
        if isinstance(parent, Mapping):
            key, _ = self._entry(parent, path[-1])
            if key is not None:
                return Place(self.file, key.line, key.column)
        return self.place(path[:-1])

    def _entry(self, node: Mapping, key: str | int) -> tuple[Scalar | None, Node | None]:
        """Look a key up; a table, for a mapping with a hundred thousand keys is asked for each."""
        if id(node) not in self._keys:
            self._keys[id(node)] = {name.text: (name, value) for name, value in node.entries}
        return self._keys[id(node)].get(str(key), (None, None))
