"""Values as code of typst: each text is a string literal, so that no sign in it means anything."""

import re
from datetime import datetime

from markupsafe import Markup

SUBSTITUTE = "\u25a1"  # a white square, which Carlito has
_CAREFUL = re.compile(r'[\x00-\x1f\x7f-\x9f"\\]')
_LITERAL = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " "),
    ord("\n"): "\\n", ord("\\"): "\\\\", ord('"'): '\\"',
}  # fmt: skip


class Typst(Markup):
    """Code of typst, finished."""

    __slots__ = ()


def write(value: object) -> Markup:
    """Write a value as code of typst: text as a string literal."""
    if isinstance(value, Markup):
        return value
    if value is None:
        return Typst("none")
    if isinstance(value, bool):
        return Typst("true" if value else "false")
    if isinstance(value, int):
        return Typst(str(value))
    return literal(str(value))


def literal(text: str) -> Typst:
    """Write a text as a string literal; control characters but the end of a line become spaces."""
    if not _CAREFUL.search(text):
        return Typst(f'"{text}"')
    return Typst(f'"{text.translate(_LITERAL)}"')


def day(date: datetime | None) -> Typst:
    """Write a date as code; none for None."""
    if date is None:
        return Typst("none")
    return Typst(f"datetime(year: {date.year}, month: {date.month}, day: {date.day})")
