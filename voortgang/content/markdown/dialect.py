"""The Markdown of the templates: CommonMark with tables, and pandoc's attributes and divs."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.rules_block import StateBlock, blockquote, list_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

from voortgang.content.blocks import Attributes

_DEEPEST = 18  # of what stands around a block; below 20 markdown-it leaves out all that follows
_QUIET = "]{.klein}"
_FENCE = re.compile(r"(:{3,})[ \t]*(.*?)[ \t]*:*")
_BRACES = re.compile(r"(?:^|\s)\{((?:\\.|[^\\{}])*)\}$")
_PART = re.compile(
    r"""\s*(?:
        \#(?P<anchor>[\w-]+)
      | \.(?P<class>[\w-]+)
      | (?P<key>[A-Za-z][\w-]*)=(?:"(?P<quoted>(?:\\.|[^"\\])*)"|(?P<bare>[^\s"{}]+))
    )(?=\s|$)""",
    re.VERBOSE,
)


@cache
def parser() -> MarkdownIt:
    """Make the parser; no autolinks of bare addresses, no reference links, no indented code."""
    made = MarkdownIt("commonmark").enable("table")
    made.disable(["code", "lheading", "reference"])
    ended = ["paragraph", "blockquote", "list"]  # by a block that begins
    made.block.ruler.before("fence", "div", _bound(_div), {"alt": ended})
    made.block.ruler.at("blockquote", _bound(blockquote), {"alt": ended})
    made.block.ruler.at("list", _bound(list_block), {"alt": ended[:-1]})
    made.inline.ruler.before("link", "quiet", _quiet)
    made.core.ruler.after("block", "attributes", _attributes)
    return made


def read_attributes(text: str) -> Attributes | None:
    """Read what stands between braces; None when it is not understood."""
    anchor: str | None = None
    classes: list[str] = []
    values: list[tuple[str, str]] = []
    position, end = 0, len(text.rstrip())
    while position < end:
        part = _PART.match(text, position)
        if not part:
            return None
        position = part.end()
        if part["anchor"]:
            anchor = part["anchor"]
        elif part["class"]:
            classes.append(part["class"])
        else:
            value = part["quoted"] if part["bare"] is None else part["bare"]
            values.append((part["key"], unescapeAll(value)))
    return Attributes(anchor, tuple(classes), tuple(values))


def _attributes(state: StateCore) -> None:
    """Take the braces off the headings, before anything else is made of them."""
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type != "heading_open":
            continue
        braces = _BRACES.search(inline.content)
        if not braces:
            continue
        attributes = read_attributes(braces[1])
        if attributes is None:
            opening.meta["unknown"] = braces[1]
        else:
            opening.meta["attributes"] = attributes
            inline.content = inline.content[: braces.start()].rstrip()


def _quiet(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    """Read `[words]{.klein}`, as pandoc writes a span."""
    start, limit = state.pos, state.posMax
    if state.src[start] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, start)
    if end < 0 or not state.src.startswith(_QUIET, end):
        return False
    if not silent:
        state.pos, state.posMax = start + 1, end
        state.push("quiet_open", "span", 1)
        state.md.inline.tokenize(state)
        state.push("quiet_close", "span", -1)
        state.posMax = limit
    state.pos = end + len(_QUIET)
    return True


def _bound(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    """Let what would lie too deep be text."""
    return lambda state, *asked: state.level < _DEEPEST and rule(state, *asked)


def _div(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    opening = _fence(state, start)
    if not opening or not opening[2]:
        return False
    if silent:
        return True
    closing, closed = _closing(state, start, end)
    token = state.push("div_open", "div", 1)
    token.map = [start, closing]
    token.info = opening[2]
    token.meta["closed"] = closed
    parent, limit = state.parentType, state.lineMax
    state.parentType, state.lineMax = "div", closing
    state.md.block.tokenize(state, start + 1, closing)
    state.parentType, state.lineMax = parent, limit
    state.push("div_close", "div", -1)
    state.line = closing + (1 if closed else 0)
    return True


def _closing(state: StateBlock, start: int, end: int) -> tuple[int, bool]:
    depth = 1
    for line in range(start + 1, end):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return line, False
        fence = _fence(state, line)
        if fence:
            depth += 1 if fence[2] else -1
        if not depth:
            return line, True
    return end, False


def _fence(state: StateBlock, line: int) -> re.Match[str] | None:
    begin = state.bMarks[line] + state.tShift[line]
    if not state.src.startswith(":::", begin):
        return None
    return _FENCE.fullmatch(state.src, begin, state.eMarks[line])
