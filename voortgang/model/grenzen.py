"""The bounds of a value: a number, or how many entries a list has."""

from typing import Any, NamedTuple

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from voortgang.model.regels import BAD_VALUE
from voortgang.model.typed import fout

LOWEST, HIGHEST = 1, 17  # the sustainable development goals
LOWEST_SCHAAL, HIGHEST_SCHAAL = 3, 5  # how far kans and impact of a risk may run


class Tussen(NamedTuple):
    """A number from `low` to `high`."""

    low: int
    high: int

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "minimum": self.low, "maximum": self.high}

    def check(self, number: int) -> int:
        """Give the number back; raises where it is out of bounds."""
        if self.low <= number <= self.high:
            return number
        side = "laag" if number < self.low else "hoog"
        hint = f"kies een getal van {self.low} tot {self.high}"
        raise fout(BAD_VALUE, f"{number} is hier te {side}", hint)


class Aantal(NamedTuple):
    """A list of `low` to `high` entries."""

    low: int
    high: int

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "minItems": self.low, "maxItems": self.high}

    def check(self, items: tuple[str, ...]) -> tuple[str, ...]:
        """Give the list back; raises where it is too short or too long."""
        if self.low <= len(items) <= self.high:
            return items
        message = f"dit zijn er {len(items)}; het moeten er {self.low} tot {self.high} zijn"
        more = "voeg er toe" if len(items) < self.low else "haal er weg"
        raise fout(BAD_VALUE, message, f"{more}, tot het er {self.low} tot {self.high} zijn")
