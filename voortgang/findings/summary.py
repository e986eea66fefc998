"""Findings put in order and counted."""

from collections.abc import Iterable

from voortgang.findings.finding import Finding, Severity


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by file, line, column and code; what is said twice is said once."""
    return tuple(sorted(set(findings), key=_order))


def errors_of(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give those that stop a build."""
    return tuple(each for each in findings if each.severity is Severity.ERROR)


def summarise(findings: Iterable[Finding], files: int) -> dict[str, int]:
    """Count errors and warnings; `files` is the number of files that were read."""
    found = tuple(findings)
    errors = len(errors_of(found))
    return {"errors": errors, "warnings": len(found) - errors, "files": files}


def summary_line(findings: Iterable[Finding], files: int) -> str:
    """Word the summary as one Dutch line."""
    counted = summarise(in_order(findings), files)
    return (
        f"{how_many(counted['errors'], 'fout', 'fouten')}, "
        f"{how_many(counted['warnings'], 'waarschuwing', 'waarschuwingen')} "
        f"in {how_many(files, 'bestand', 'bestanden')}"
    )


def how_many(number: int, one: str, more: str) -> str:
    """Say a number with its word, as a sentence does: `geen fouten`, `1 fout`, `2 fouten`."""
    return f"{number or 'geen'} {one if number == 1 else more}"


def _order(finding: Finding) -> tuple[str, int, int, str, str, str]:
    sheet = finding.file.rpartition("]")[0]  # of a workbook, of which each cell has a name
    place = (sheet or finding.file, finding.line, finding.column)
    return (*place, finding.code, finding.message, finding.hint or "")
