"""What a template may spend: steps and characters are counted, so that none of them runs away.

A loop over a loop over a range, or a macro that calls itself twice, needs no memory and never
ends. A clock would end it too, but at another place on every machine.
"""

from collections.abc import Iterable, Iterator, Sized
from typing import Any, TypeVar, cast

from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Undefined

STEPS = 10_000_000  # some seconds; the nota of a town like Mechelen takes a few thousand
LARGEST_NUMBER = 10**30
_FILTER = 10  # steps that a filter costs, whatever it works on
LARGEST_LIST = 1_000_000  # with all that is in it
_PER_STEP = 16  # characters that cost as much as one step
_Text = TypeVar("_Text", bound=str)
_Many = TypeVar("_Many")
MANY = frozenset({list, tuple, dict, set, frozenset})


class Spender(Context):
    """What a running template knows, and what it has spent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- as Jinja2 makes them
        super().__init__(*args, **kwargs)
        self.meter = [0]

    def derived(self, locals: dict[str, Any] | None = None) -> "Spender":  # noqa: A002 -- Jinja2's name
        """Make the context of a block, which spends from the same purse."""
        made = cast("Spender", super().derived(locals))
        made.meter = self.meter
        return made

    def spend(self, steps: int) -> None:
        """Count steps; raise SecurityError beyond what any report needs."""
        self.meter[0] += steps
        if self.meter[0] > STEPS:
            raise SecurityError("dit sjabloon rekent te lang: de lussen erin herhalen te veel")

    def counted(self, values: Iterable[object]) -> Iterator[object]:
        """Give the values of a loop one by one, each at the cost of a step."""
        for value in values:
            self.spend(1)
            yield value

    def weighed(self, value: object) -> object:
        """Give what a filter is to work on, at the cost of its length."""
        self.spend(_FILTER + (len(value) if isinstance(value, Sized) else 0))
        return value

    def boxed(self, values: _Many) -> _Many:
        """Give a list that the template made; refuse one that doubled until nothing can hold it."""
        known: dict[int, int] = {}
        if _size(values, known) > LARGEST_LIST:
            raise SecurityError("deze lijst wordt te groot")
        self.spend(1 + sum(known.values()) // _PER_STEP)
        return values

    def text(self, text: _Text) -> _Text:
        """Give a text that was made, at the cost of its length."""
        self.spend(1 + len(text) // _PER_STEP)
        return text


def single(value: object) -> object:
    """Refuse to write a list or a macro as text: nobody wants to read it; a list can be endless."""
    if callable(value) and not isinstance(value, Undefined):
        raise SecurityError("dit kan niet als tekst in het document")
    if type(value) in MANY:
        raise SecurityError("een lijst kan niet zomaar in de tekst; gebruik 'opsomming'")
    return value


def _size(value: object, known: dict[int, int]) -> int:
    """Count what would be written of a value if it were written out; `known` has each list once."""
    if type(value) not in MANY:
        return 1
    if id(value) not in known:
        inner = value.values() if isinstance(value, dict) else cast("Iterable[object]", value)
        known[id(value)] = 1 + sum(
            _size(each, known) if type(each) in MANY else 1 for each in inner
        )
    return known[id(value)]


def small(number: object) -> object:
    """Refuse a number that only grows."""
    if isinstance(number, int) and abs(number) > LARGEST_NUMBER:
        raise SecurityError("dit getal wordt te groot")
    return number
