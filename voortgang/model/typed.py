"""What was typed: nodes as plain data, and how a validator says what is wrong with it.

Plain data is texts, tuples and dicts; where nothing was typed, None. A validator raises what is
wrong with `fout`: the rule, the words and the remedy. What pydantic finds by itself is worded in
`fouten`.
"""

from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import ValidationError, ValidationInfo, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import PydanticCustomError, PydanticOmit

from voortgang.findings import Regel
from voortgang.model.regels import COLON
from voortgang.source.yaml.nodes import Mapping, Node, Scalar

Plain: TypeAlias = "str | tuple[Plain, ...] | dict[str, Plain] | None"
MOST = 1000  # findings in one file: nobody reads more


class Quoted(str):
    """A text between quotes, or of a block: no number, and no true or false."""

    __slots__ = ()


class Braced(dict[str, Plain]):
    """Keys behind a { or a ?, which a text can begin with too."""

    __slots__ = ()


def plain_data(node: Node) -> Plain:
    """Give a node as plain data."""
    if isinstance(node, Scalar):
        return (node.text or None) if node.plain else Quoted(node.text)
    if isinstance(node, Mapping):
        data = {key.text: plain_data(value) for key, value in node.entries}
        first = node.entries[0][0] if node.entries else node
        bare = (first.line, first.column) == (node.line, node.column)
        return data if bare else Braced(data)
    return tuple(map(plain_data, node.items))


def fout(regel: Regel, message: str, hint: str) -> PydanticCustomError:
    """Make what a validator raises: its kind is the rule's code, and `fouten` takes the words."""
    return PydanticCustomError(regel.code, regel.titel, {"message": message, "hint": hint})


def no_colon(data: object) -> object:
    """Raise where a text with a colon or braces became a mapping; give all else as it is."""
    if not isinstance(data, dict) or not data:
        return data
    if isinstance(data, Braced):
        message = "een tekst die met { of ? begint, moet tussen aanhalingstekens staan"
        raise fout(COLON, message, "zet de hele tekst tussen aanhalingstekens")
    key, value = next(iter(data.items()))
    if value is None or isinstance(value, str):
        text = f"{key}: {value or ''}".rstrip().replace("\\", "\\\\").replace('"', '\\"')
        message = "een tekst met een dubbele punt moet tussen aanhalingstekens staan"
        raise fout(COLON, message, f'schrijf "{text}"')
    if isinstance(value, tuple):
        message = f"na '{key}:' volgt een lijst, maar '{key}' is geen sleutel"
        hint = f"schrijf 'titel: {key}' en zet de lijst eronder achter 'deelacties:'"
        raise fout(COLON, message, hint)
    return data


def line(value: object) -> object:
    """Join the lines of a text that were kept apart; only white space is nothing."""
    if not isinstance(no_colon(value), str):
        return value
    return " ".join(line.strip() for line in str(value).splitlines() if line.strip()) or None


@dataclass(slots=True)
class Lezing:
    """What goes along while a file is read.

    That is the domains read before, room for so many errors, and the year, for the examples.
    """

    domeinen: Table[str, Any] = field(default_factory=dict)
    room: int = MOST
    jaar: int = 2022


def _bounded(value: object, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> object:
    lezing = info.context
    before = lezing.room if isinstance(lezing, Lezing) else 0
    try:
        return handler(value)
    except ValidationError as error:
        if isinstance(lezing, Lezing):
            if before <= 0:
                raise PydanticOmit from None
            lezing.room = min(lezing.room, before - error.error_count())
        raise


T = TypeVar("T")
# What is wrong is left out once there is no room: a hostile file could hold a million errors.
BOUNDED = WrapValidator(_bounded)
Lijst = tuple[Annotated[T, BOUNDED], ...]
