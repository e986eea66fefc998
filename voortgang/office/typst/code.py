"""Values as code of typst: each text is a string literal, so that no sign in it means anything."""

import re
from datetime import datetime

from markupsafe import Markup

SUBSTITUTE = "\u25a1"  # a white square, which Carlito has
_CAREFUL = re.compile(r'[\x00-\x1f\x7f-\x9f"\\]')
_LITERAL = {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\r"): "\\r"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


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
    """Write a text as a string literal; control characters become spaces."""
    if not _CAREFUL.search(text):
        return Typst(f'"{text}"')
    return Typst('"' + _CONTROL.sub(_bare, text).translate(_LITERAL) + '"')


def day(date: datetime | None) -> Typst:
    """Write a date as code; none for None."""
    if date is None:
        return Typst("none")
    return Typst(f"datetime(year: {date.year}, month: {date.month}, day: {date.day})")


def _bare(hit: re.Match[str]) -> str:
    return hit[0] if hit[0] == "\n" else " "
