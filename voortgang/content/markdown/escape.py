"""What keeps a value a value: text from the data comes out of the Markdown as it was typed.

Only what the parse would read otherwise, also within the address of a link, is escaped, so that
the text stays readable. A backslash is written as `&#92;`: in a table cell nothing else holds in
every place.
"""

import re
from typing import Self

from markupsafe import Markup

_LINES = re.compile(r"\s*[\r\n]+\s*")
_INLINE = re.compile(
    r"""
      (?P<backslash>\\)
    | [`\[\]{}|"<>]
    | (?<![ ])\* | \*(?![ ])
    | (?<![^\W_])_ | _(?![^\W_])
    | &(?=\#?\w*(?:;|$))
    """,
    re.VERBOSE,
)
_START = re.compile(r"#+(?=\s|$)|[-+=:](?![^\W_])|~~~|(?P<number>[0-9]{1,9})(?=[.)](?:\s|$))")
_END = re.compile(r"(?<=\s)#+$")


class Markdown(Markup):
    """Text that is Markdown already: it is not escaped again.

    It is a Markup, so that what Jinja2 itself takes for finished (the result of a macro) and
    this are one kind; whatever is joined to it is escaped as Markdown.
    """

    __slots__ = ()

    @classmethod
    def escape(cls, s: object, /) -> Self:
        """Escape `s`, unless it is Markdown already."""
        return cls(finished(s))


def finished(value: object) -> Markup:
    """Make Markdown of any value; nothing becomes the empty text."""
    if isinstance(value, Markup):
        return value
    return escape("" if value is None else str(value))


def escape(text: str) -> Markdown:
    """Write a text so that Markdown gives it back exactly, wherever on a line it stands.

    Text of several lines becomes one line.
    """
    if "\n" in text or "\r" in text:
        text = _LINES.sub(" ", text)
    body = text.strip()
    head, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if not body:
        return Markdown(_entities(text))
    return Markdown(_entities(head) + at_end(at_start(within(body))) + _entities(tail))


def within(text: str) -> str:
    """Escape what has a meaning inside a line."""
    return _INLINE.sub(lambda hit: "&#92;" if hit["backslash"] else "\\" + hit[0], text)


def at_start(text: str) -> str:
    """Escape what would begin a block: a list, a heading, a quotation, a fence, a rule."""
    hit = _START.match(text)
    if not hit:
        return text
    if hit["number"]:
        return f"{hit[0]}\\{text[hit.end() :]}"
    return "\\" + text


def at_end(text: str) -> str:
    """Escape the marks that would close a heading."""
    return _END.sub(lambda hit: "\\" + hit[0], text)


def _entities(blanks: str) -> str:
    if blanks == " ":
        return blanks  # changes nothing within a line, and lets a template join words
    return "".join(f"&#{ord(blank)};" for blank in blanks)
