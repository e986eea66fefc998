"""Words in HTML: emphasis, links, and short compounds that stay on one line."""

from markupsafe import Markup, escape

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
)
from voortgang.nota.html.tag import tag, together
from voortgang.nota.structuur import SHORT_COMPOUND

_DRESS = {Strong: ("strong", None), Emphasis: ("em", None), Quiet: ("span", "klein")}


def inlines(children: Inlines) -> Markup:
    """Write inlines as phrasing content."""
    return together(map(_inline, children))


def _inline(child: Inline) -> Markup:
    if isinstance(child, Text):
        return _text(child.text)
    if isinstance(child, Code):
        return tag("code", child.text)
    if isinstance(child, LineBreak):
        return Markup("<br>")
    if isinstance(child, Link):
        return tag("a", inlines(child.children), href=child.href)
    name, kind = _DRESS[type(child)]
    return tag(name, inlines(child.children), class_=kind)


def _text(text: str) -> Markup:
    if "-" not in text:
        return escape(text)
    parts = SHORT_COMPOUND.split(text)
    return together(
        tag("span", part, class_="vast") if number % 2 else part
        for number, part in enumerate(parts)
    )
