"""Look all data over: what reading found, and what the rules find."""

from collections.abc import Iterable, Iterator, Mapping

from voortgang.checks.jaar import Jaar
from voortgang.checks.negeer import commented, misplaced, not_silenced
from voortgang.checks.regels import REGELN, RULES
from voortgang.findings import Finding, Severity
from voortgang.model.reading import Reading
from voortgang.model.regels import REGELN as OF_MODEL
from voortgang.source.regels import REGELN as OF_SOURCE
from voortgang.source.tree import paused_gc

_ERRORS = frozenset(
    regel.code for regel in (*REGELN, *OF_MODEL, *OF_SOURCE) if regel.severity is Severity.ERROR
)


def check(readings: Mapping[int, Reading], years: Iterable[int]) -> tuple[Finding, ...]:
    """Give all findings of `years`, sorted; `readings` holds all years, for what came before.

    The rules run where the report could be read. A warning that rapport.yaml or a comment on its
    line ignores is left out; an error never is.
    """
    with paused_gc():
        return tuple(sorted(each for year in years for each in _of_year(readings, year)))


def _of_year(readings: Mapping[int, Reading], year: int) -> Iterator[Finding]:
    reading = readings[year]
    codes: frozenset[str] = frozenset()
    found = list(reading.findings)
    lines = commented(reading)
    if reading.rapport:
        codes = frozenset(reading.rapport.controle.negeer)
        jaar = _jaar(readings, reading)
        found.extend(finding for _, rule in RULES for finding in rule(jaar))
    found.extend(misplaced(reading, lines, _ERRORS))
    return not_silenced(found, codes, lines)


def _jaar(readings: Mapping[int, Reading], reading: Reading) -> Jaar:
    if reading.rapport is None:
        raise ValueError(reading.year)
    before = [readings[year] for year in sorted(readings) if year < reading.year]
    return Jaar(
        reading,
        reading.rapport,
        earlier={each.year: each.rapport for each in before if each.rapport},
        previous=before[-1].rapport if before else None,
        complete=all(each.rapport for each in before),
        oldest=not before,
    )
