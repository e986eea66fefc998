"""The bounds of a value: a number, or how many entries a list has."""

from typing import Any, NamedTuple

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from voortgang.model.regels import BAD_VALUE
from voortgang.model.typed import fout

LOWEST, HIGHEST = 1, 17  # the sustainable development goals
LOWEST_SCHAAL, HIGHEST_SCHAAL = 3, 5  # how far kans and impact of a risk may run


class Tussen(NamedTuple):
    """From `low` to `high`: a number, or how many entries a list has."""

    low: int
    high: int

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        made = handler(schema)
        of_list = made["type"] == "array"
        least, most = ("minItems", "maxItems") if of_list else ("minimum", "maximum")
        return {**made, least: self.low, most: self.high}

    def check(self, value: int | tuple[str, ...]) -> int | tuple[str, ...]:
        """Give the value back; raises where it is out of bounds."""
        number = value if isinstance(value, int) else len(value)
        if self.low <= number <= self.high:
            return value
        low, span = number < self.low, f"{self.low} tot {self.high}"
        if isinstance(value, int):
            message = f"{number} is hier te {'laag' if low else 'hoog'}"
            raise fout(BAD_VALUE, message, f"kies een getal van {span}")
        more = "voeg er toe" if low else "haal er weg"
        message = f"dit zijn er {number}; het moeten er {span} zijn"
        raise fout(BAD_VALUE, message, f"{more}, tot het er {span} zijn")
