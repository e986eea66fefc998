"""The typed blocks that a rendered text consists of: what deck and nota are made from.

Text in blocks is what the reader sees: no Markdown, no escapes. Lines count from 1 in the
rendered Markdown.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from voortgang.content.cijfers.rooster import Matrix, Niveaus


@dataclass(frozen=True, slots=True)
class Text:
    """A run of plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Text that carries weight."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Text that is stressed."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Quiet:
    """Text that stands back: smaller, in the colour of what is secondary."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Code:
    """Literal text."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to http, https or mailto, or to a heading of the same document (`#anchor`)."""

    children: "Inlines"
    href: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced end of line."""


Inline: TypeAlias = Text | Strong | Emphasis | Quiet | Code | Link | LineBreak
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands between braces behind a heading or a fence: `{#anchor .class key="value"}`."""

    anchor: str | None = None
    classes: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str | None:
        """Look a value up."""
        return dict(self.values).get(key)


@dataclass(frozen=True, slots=True)
class Heading:
    """A title of level 1 to 6."""

    level: int
    children: Inlines
    attributes: Attributes = Attributes()
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    children: Inlines
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class ListItem:
    """One entry; its first block is its own text, lists below it are sub-items."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class BulletList:
    """An unordered list."""

    items: tuple[ListItem, ...]
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class OrderedList:
    """A numbered list that begins at `start`."""

    items: tuple[ListItem, ...]
    start: int = 1
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; `align` holds left, right or center for each column."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    align: tuple[str, ...]
    line: int = field(default=1, compare=False)
    rooster: Matrix | Niveaus | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words."""

    blocks: "Blocks"
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands alone; `source` is relative to the workspace, `alt` is never empty."""

    source: str
    alt: str
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Grafiek:
    """A chart of one of the program's figures, by its name (`cijfers: acties-per-domein`)."""

    cijfers: str
    vorm: str | None = None
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Div:
    """A part with a meaning of its own: `::: notes`, `::: kern` and the others of the dialect."""

    attributes: Attributes
    blocks: "Blocks"
    line: int = field(default=1, compare=False)


Block: TypeAlias = (
    Heading | Paragraph | BulletList | OrderedList | Table | Quote | Picture | Grafiek | Div
)
Blocks: TypeAlias = tuple[Block, ...]


def plain(children: Inlines) -> str:
    """Give the words of inlines without their dress; a forced end of line becomes a space."""
    parts: list[str] = []
    for child in children:
        if isinstance(child, (Text, Code)):
            parts.append(child.text)
        elif isinstance(child, LineBreak):
            parts.append(" ")
        else:
            parts.append(plain(child.children))
    return "".join(parts)
