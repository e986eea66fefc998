"""The Markdown that an editor may write in a toelichting: read, and written again as ours.

Paragraphs, emphasis, lists and links to http, https and mailto are kept; all else (headings,
images, HTML, tables, fences) is text and comes out as typed. What is written here is made of
escaped words only, each paragraph on one line, so it cannot break out of its place.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, hr, list_block
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import image as image_rule

from voortgang.content.markdown.escape import Markdown, at_end, at_start, escape, within

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 12  # a list counts for two: the dialect has room for more, as a template has its own
_TOP = 1  # the level at which markdown-it gives the words of a paragraph outside a list
_ALLOWED = ("http://", "https://", "mailto:")
_BETWEEN = re.compile(r"\r?\n\s*\n")  # a line that only looks empty is empty too
_OFF = (
    "code", "fence", "blockquote", "hr", "reference", "html_block", "heading", "lheading",
    "backticks", "autolink", "html_inline", "entity",
)  # fmt: skip


def author_markdown(text: str) -> Markdown:
    """Write the Markdown of an editor as Markdown of the dialect, blank lines between blocks."""
    return Markdown("\n".join(_Writer(_parser().parse(text)).blocks()).strip("\n"))


def author_line(text: str) -> Markdown:
    """Write the beginning of an editor's Markdown on one line, for a cell of a table.

    That is its first paragraph, with the list that a colon at its end announces, or its first list.
    """
    found = [each for each in _parser().parse(text) if each.type == "inline"]
    lines = [_line(each.children or []).replace("\\\n", " ") for each in found]
    lead = lines[:1] if found and found[0].level == _TOP else []
    if lead and not lead[0].endswith(":"):
        return Markdown(lead[0])
    listed = takewhile(lambda at: found[at].level > _TOP, range(len(lead), len(found)))
    return Markdown(" ".join([*lead, "; ".join(lines[at] for at in listed)]).strip())


def author_words(text: str, write: Callable[[str], str] | None = None) -> str:
    """Give an editor's Markdown as plain words on one line, the address of a link behind its words.

    With `write`, which escapes a text for another Markdown than ours, its dress stays on.
    """
    line, between = "", ""
    for each in _parser().parse(text):
        if each.type == "inline" and (said := "".join(_said(each.children or [], write))):
            line += between + said
            between = " " if each.level == _TOP else "; "
    return line


def paragraphs(text: str) -> Markdown:
    """Write plain text as paragraphs: a blank line begins a new one."""
    blocks = [" ".join(block.split()) for block in _BETWEEN.split(text)]
    return Markdown("\n\n".join(escape(block) for block in blocks if block))


@cache
def _parser() -> MarkdownIt:
    made = MarkdownIt("commonmark").disable(list(_OFF))
    made.block.ruler.at("list", _list, {"alt": ["paragraph"]})
    made.inline.ruler.at("image", _image_as_typed)
    made.validateLink = lambda url: url.lower().startswith(_ALLOWED)  # type: ignore[method-assign]
    return made


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    """Read a list; a rule of dashes is none, and what lies too deep is text."""
    is_text = state.level >= _DEEPEST or hr(state, start, end, silent=True)
    return not is_text and list_block(state, start, end, silent)


def _image_as_typed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    start = state.pos
    if not image_rule(state, silent=True):
        return False
    if not silent:
        # On one line, as all of a paragraph: a line of its own could begin a heading or a div.
        state.pending += state.src[start : state.pos].replace("\n", " ")
    return True


class _Writer:
    """Writes the flat tokens of markdown-it as lines of Markdown."""

    def __init__(self, tokens: "list[Token]") -> None:
        self._tokens = iter(tokens)

    def blocks(self, mark: str = "") -> Iterator[str]:
        """Write blocks up to the end of the one around them, a blank line between two.

        `mark` is that of the list around them: three times the same would be a rule.
        """
        for token in self._tokens:
            if token.nesting < 0:
                return
            if token.type == "inline":
                yield _line(token.children or [])
                yield ""
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                # Two lists in a row are kept apart by their marks; the template's own are `-`.
                ordered = token.type == "ordered_list_open"
                mark = _other(mark, ").") if ordered else _other(mark, "*+")
                start = token.attrGet("start")
                number = 1 if start is None else int(start)
                yield from self._items(mark, number if ordered else None)
                yield ""
            elif token.type == "paragraph_open":
                yield from self.blocks()

    def _items(self, mark: str, number: int | None) -> Iterator[str]:
        for token in self._tokens:
            if token.type != "list_item_open":
                return
            sign = f"{mark} " if number is None else f"{number}{mark} "
            lines = list(self.blocks(mark))
            while lines and not lines[-1]:
                lines.pop()
            for index, line in enumerate(lines):  # an item without words is left out
                yield (sign if not index else " " * len(sign) if line else "") + line
            number = None if number is None else number + 1


def _other(mark: str, pair: str) -> str:
    return pair[1] if mark == pair[0] else pair[0]


def _line(tokens: "list[Token]") -> str:
    """Write the words of one paragraph; a forced end of line is the only line break in it."""
    line = href = ""
    for token in tokens:
        if token.type == "text":
            text = within(token.content)
            line += at_start(text) if not line or line.endswith("\\\n") else text
        elif token.type == "softbreak":
            line += " "
        elif token.type == "hardbreak":
            line += "\\\n"
        elif token.type in ("em_open", "em_close", "strong_open", "strong_close"):
            line += token.markup
        elif token.type == "link_open":
            href = _href(str(token.attrGet("href")))
            line += "[" if href else r"\["  # an empty address passes the parser: it leads nowhere
        elif token.type == "link_close":
            line += f"]({href})" if href else r"\]()"
    return at_end(line)


def _said(tokens: "list[Token]", write: Callable[[str], str] | None) -> Iterator[str]:
    href = ""
    for token in tokens:
        if token.type == "text":
            yield write(token.content) if write else token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type == "link_open":
            href = str(token.attrGet("href"))
            yield "[" if write and href else ""
        elif token.type == "link_close":
            yield "" if not href else f"]({_href(href)})" if write else f" ({href})"
        elif write:
            yield token.markup


def _href(href: str) -> str:
    """Write an address; the parser has made %XX of blanks, angle brackets and backslashes."""
    safe = href.replace("&", "&amp;")
    return f"<{safe}>" if "(" in safe or ")" in safe else safe
