"""The checks: one rule, one function, one code, one good and one bad example."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voortgang.findings import Finding
    from voortgang.model.reading import Reading


def check(readings: "Mapping[int, Reading]", years: Iterable[int]) -> "tuple[Finding, ...]":
    """Give all findings of `years`, sorted; `readings` holds all years, for what came before."""
    from voortgang.checks.all_rules import check as check_all

    return check_all(readings, years)


__all__ = ["check"]
