"""Findings put in order and counted."""

from collections.abc import Iterable
from typing import NamedTuple

from voortgang.findings.finding import Finding, Severity


class Summary(NamedTuple):
    """How many errors and warnings were found, in how many files that were looked at."""

    errors: int
    warnings: int
    files: int


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by file, line, column and code; what is said twice is said once."""
    return tuple(sorted(set(findings), key=_order))


def summarise(findings: Iterable[Finding], files: int) -> Summary:
    """Count errors and warnings; `files` is the number of files that were read."""
    severities = [finding.severity for finding in findings]
    errors = severities.count(Severity.ERROR)
    return Summary(errors, len(severities) - errors, files)


def summary_line(findings: Iterable[Finding], files: int) -> str:
    """Word the summary as one Dutch line."""
    counted = summarise(in_order(findings), files)
    return (
        f"{how_many(counted.errors, 'fout', 'fouten')}, "
        f"{how_many(counted.warnings, 'waarschuwing', 'waarschuwingen')} "
        f"in {how_many(files, 'bestand', 'bestanden')}"
    )


def how_many(number: int, one: str, more: str) -> str:
    """Say a number with its word, as a sentence does: `geen fouten`, `1 fout`, `2 fouten`."""
    return f"{number or 'geen'} {one if number == 1 else more}"


def _order(finding: Finding) -> tuple[str, int, int, str, str, str, str]:
    return (
        finding.file,
        finding.line,
        finding.column,
        finding.code,
        finding.severity,
        finding.message,
        finding.hint or "",
    )
