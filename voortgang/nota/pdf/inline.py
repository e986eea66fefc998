"""Words in typst: each value is a string literal, so that no sign in it can mean anything."""

import re
from collections.abc import Container

from voortgang.content.blocks import (
    Code,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Quiet,
    Strong,
    Text,
    plain,
)
from voortgang.nota.structuur import SHORT_COMPOUND
from voortgang.office.typst.code import SUBSTITUTE, literal

_DRESS = {Strong: "strong", Emphasis: "emph", Quiet: "klein"}
LONG = 36  # characters: a word that may be wider than a column may break anywhere
_LEAST, _FILLED = 6, 0.8  # letters, and of what a line holds: those of a word may be broad
_LONG_WORD = re.compile(r"\S{8,}")  # longer than any column is narrow


class Words:
    """Writes inlines; knows the anchors of the document and the signs that the font lacks."""

    def __init__(self, anchors: Container[str], lacking: frozenset[str]) -> None:
        self.anchors = anchors
        self._lacking = {ord(char): SUBSTITUTE for char in lacking}

    def content(self, children: Inlines, *, wrap: int = LONG) -> str:
        """Write inlines as content, between square brackets; break words longer than `wrap`."""
        return "[" + "".join(self._inline(child, wrap) for child in children) + "]"

    def value(self, children: Inlines, *, wrap: int = LONG) -> str:
        """Write inlines as an argument: plain text as a string, which typst takes much faster."""
        text = plain(children)
        if children == (Text(text),) and not ("-" in text and SHORT_COMPOUND.search(text)):
            return self._breaking(text, wrap)
        return self.content(children, wrap=wrap)

    def string(self, text: str) -> str:
        """Write a text that is shown as a string literal."""
        return literal(self._shown(text))

    def _shown(self, text: str) -> str:
        return text.translate(self._lacking) if self._lacking else text

    def _inline(self, child: Inline, wrap: int) -> str:
        if isinstance(child, Text):
            return self._text(child.text, wrap)
        if isinstance(child, Code):
            return f"#raw({self.string(child.text)});"
        if isinstance(child, LineBreak):
            return "#linebreak();"
        inner = self.content(child.children, wrap=wrap)
        if isinstance(child, Link):
            return self._link(child, inner)
        return f"#{_DRESS[type(child)]}{inner};"

    def _text(self, text: str, wrap: int) -> str:
        parts = SHORT_COMPOUND.split(text) if "-" in text else [text]
        return "".join(
            f"#box({self.string(part)});" if number % 2 else f"#{self._breaking(part, wrap)};"
            for number, part in enumerate(parts)
            if part
        )

    def _breaking(self, text: str, wrap: int) -> str:
        if len(text) <= wrap:
            return self.string(text)
        return literal(
            _LONG_WORD.sub(
                lambda hit: hit[0] if len(hit[0]) <= wrap else _loose(hit[0], wrap),
                self._shown(text),
            )
        )

    def _link(self, link: Link, inner: str) -> str:
        if not link.href.startswith("#"):
            return f"#link({literal(link.href)}, {inner});"
        anchor = link.href[1:]
        known = anchor in self.anchors
        return f"#link(label({literal(anchor)}), {inner});" if known else f"#{inner};"


def _loose(word: str, wrap: int) -> str:
    """Let a word break where it has filled a line: not already at the end of the line before."""
    step = max(_LEAST, round(wrap * _FILLED))
    return "\u200b".join(word[at : at + step] for at in range(0, len(word), step))
