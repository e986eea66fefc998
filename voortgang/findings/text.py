"""Findings as plain lines for people."""

from collections.abc import Callable, Iterable, Sequence

from voortgang.findings.excerpt import excerpt_of, visible
from voortgang.findings.finding import Finding, Severity
from voortgang.findings.summary import in_order

_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}
_PLAIN = "\x1b[0m"


def text_report(
    findings: Iterable[Finding], lines: Callable[[str], Sequence[str]], *, colour: bool = False
) -> str:
    """Write each finding on a line, with the source line, a caret and the remedy below it.

    `lines` gives all lines of a file, none where it cannot be shown.
    """
    return "".join(_paragraph(finding, lines, colour=colour) for finding in in_order(findings))


def _paragraph(finding: Finding, lines: Callable[[str], Sequence[str]], *, colour: bool) -> str:
    word = finding.severity.woord
    if colour:
        word = f"{_COLOURS[finding.severity]}{word}{_PLAIN}"
    # A cell has its own name: acties.xlsx[Acties]D14.
    place = finding.file if "[" in finding.file else ":".join(map(str, finding.place))
    parts = [f"{visible(place)}: {word} {finding.code}: {visible(finding.message)}"]
    if shown := excerpt_of(finding, lines(finding.file)):
        parts.append(shown)
    if finding.hint:
        parts.append(f"    oplossing: {visible(finding.hint)}")
    return "\n".join(parts) + "\n"
