"""What every part of the report is: a frozen, strict model, of which each field is declared once.

`keys_of(Actie)` tells all that other rooms need to show a field, to write it or to read it back,
in the order of the manual: its name in code and templates (`field`), in the files (`name`), what
an editor is told (`words`), of which `kind` it is (see `waarden`), whether it holds `many`, of
which one may stand `alone`, whether it is `required`, and for a part with fields of its own its
class (`part`). So a loop over it needs no list of names, and a field that is added to a model is
there at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticKnownError

from voortgang.model.identity import near_name
from voortgang.model.regels import WRONG_TYPE
from voortgang.model.typed import fout, no_colon
from voortgang.model.waarden import ONE_OR_MORE, Kind, Titel


class Deel(BaseModel):
    """A part of the report; a key with nothing behind it is as if it were not there."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        validate_by_name=True,  # in code; the files know the aliases only
        validate_by_alias=True,
        field_title_generator=lambda name, field: field.alias or name,
    )

    @model_validator(mode="before")
    @classmethod
    def _of_typed(cls, data: object) -> object:
        return cls._as_keys(data)

    @classmethod
    def _as_keys(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        known = names_of(cls)
        return {key: value for key, value in data.items() if value is not None or key not in known}


@dataclass(frozen=True, slots=True)
class Key:
    """A field of a part, as others need it."""

    field: str
    name: str
    words: str
    kind: Kind
    many: bool
    alone: bool
    required: bool
    part: type[Deel] | None


@cache
def keys_of(part: type[Deel]) -> tuple[Key, ...]:
    """Give the fields of a part, in order."""
    return tuple(_key(name, field) for name, field in part.model_fields.items())


@cache
def names_of(part: type[Deel]) -> tuple[str, ...]:
    """Give the names that the fields of a part have in the files, in order."""
    return tuple(key.name for key in keys_of(part))


@cache
def parts_within(part: type[Deel]) -> tuple[type[Deel], ...]:
    """Give the parts that a part holds, and those that they hold."""
    inner = dict.fromkeys(key.part for key in keys_of(part) if key.part)
    return tuple(dict.fromkeys(each for one in inner for each in (one, *parts_within(one))))


def _key(name: str, field: FieldInfo) -> Key:
    within = (*field.metadata, *_within(field.annotation))
    part = next((each for each in within if isinstance(each, type)), None)
    kind = next((each for each in within if isinstance(each, Kind)), Kind.DEEL)
    many = get_origin(field.annotation) is tuple
    words = field.description or ""
    alone, required = ONE_OR_MORE in field.metadata, field.is_required()
    return Key(name, field.alias or name, words, kind, many, alone, required, part)


def _within(annotation: object) -> Iterator[Kind | type[Deel]]:
    """Go through the kinds and the parts that an annotation names."""
    if isinstance(annotation, Kind) or (
        isinstance(annotation, type) and issubclass(annotation, Deel)
    ):
        yield annotation
    for each in get_args(annotation):
        yield from _within(each)


def uitleg(words: str) -> FieldInfo:
    """Say to an editor, in Dutch, what a field holds."""
    made: FieldInfo = Field(description=words)
    return made


class Titled(Deel):
    """What can be typed as a text alone, which is its title."""

    titel: Titel

    @classmethod
    def _as_keys(cls, data: object) -> object:
        if isinstance(data, str) and data.strip():
            return {"titel": data}
        if data is None or isinstance(data, str):
            raise PydanticKnownError("string_type")
        if isinstance(data, tuple):
            raise fout(WRONG_TYPE, "een lijst in een lijst", "zet elke actie achter één streepje")
        keys, known = super()._as_keys(data), names_of(cls)
        if isinstance(data, dict) and data and not any(name in known for name in data):
            first = next(iter(data))
            if near_name(first, known) is None:
                no_colon(data)
        return keys
