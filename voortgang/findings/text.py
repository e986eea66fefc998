"""Findings as plain lines for people."""

from collections.abc import Callable, Iterable

from voortgang.findings.excerpt import excerpt, visible
from voortgang.findings.finding import Finding, Severity
from voortgang.findings.summary import in_order

WORDS = {Severity.ERROR: "fout", Severity.WARNING: "waarschuwing"}
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}
_PLAIN = "\x1b[0m"


def text_report(
    findings: Iterable[Finding], lines: Callable[[str, int], str | None], *, colour: bool = False
) -> str:
    """Write each finding on a line, with the source line, a caret and the remedy below it.

    `lines(file, line)` gives a line of a file, or None where it cannot be shown.
    """
    return "".join(_paragraph(finding, lines, colour=colour) for finding in in_order(findings))


def _paragraph(finding: Finding, lines: Callable[[str, int], str | None], *, colour: bool) -> str:
    word = WORDS[finding.severity]
    if colour:
        word = f"{_COLOURS[finding.severity]}{word}{_PLAIN}"
    place = f"{visible(finding.file)}:{finding.line}:{finding.column}"
    parts = [f"{place}: {word} {finding.code}: {visible(finding.message)}"]
    line = lines(finding.file, finding.line)
    shown = excerpt(line, finding.column) if line is not None else None
    if shown:
        parts.append(shown)
    if finding.hint:
        parts.append(f"    oplossing: {visible(finding.hint)}")
    return "\n".join(parts) + "\n"
