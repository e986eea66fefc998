"""Findings that somebody asked not to see: only warnings, and never unnoticed."""

import re
from collections.abc import Iterable, Iterator, Mapping

from voortgang.findings import Finding, Place, Regel, Severity
from voortgang.model.reading import RAPPORT, Reading
from voortgang.source.comments import ignored_codes

ONBEKEND = Regel(
    "VG050",
    Severity.WARNING,
    "negeer noemt een code die niet bestaat of een fout is",
    "Alleen waarschuwingen kunnen uit, en alleen met hun eigen code (`voortgang regels` toont ze).",
    "titel: Cultuur\nplanning:\n  - Nieuw intranet. # voortgang: negeer VG999\n",
    "titel: Cultuur\nplanning:\n  - Nieuw intranet. # voortgang: negeer VG034\n",
)

_KNOWN = re.compile(r"VG0(0[1-9]|[1-8]\d)")

Silenced = Mapping[tuple[str, int], frozenset[str]]


def commented(reading: Reading) -> Silenced:
    """Gather the codes of the comments `# voortgang: negeer VG031`, by file and line."""
    return {
        (document.file, line): codes
        for document in reading.documents.values()
        for line, codes in ignored_codes(document).items()
    }


def not_silenced(
    findings: Iterable[Finding], codes: frozenset[str], lines: Silenced
) -> Iterator[Finding]:
    """Leave out the warnings that the year or their line silences; errors always stay."""
    for finding in findings:
        quiet = codes | lines.get((finding.file, finding.line), frozenset())
        if finding.severity is Severity.ERROR or finding.code not in quiet:
            yield finding


def misplaced(reading: Reading, lines: Silenced, errors: frozenset[str]) -> Iterator[Finding]:
    """Find codes to ignore that do not exist, or that are errors."""
    told: set[tuple[str, str]] = set()
    for (file, line), codes in sorted(lines.items()):
        for code in sorted(codes):
            if (file, code) in told:
                continue
            told.add((file, code))
            yield from _judge(code, Place(file, line, 1), errors)
    if reading.rapport:
        for index, code in enumerate(reading.rapport.controle.negeer):
            yield from _judge(code, reading.place(RAPPORT, "controle", "negeer", index), errors)


def _judge(code: str, place: Place, errors: frozenset[str]) -> Iterator[Finding]:
    hint = "`voortgang regels` toont alle codes"
    if code in errors:
        yield ONBEKEND.at(place, f"{code} is een fout; alleen een waarschuwing kan uit", hint)
    elif not _KNOWN.fullmatch(code):
        yield ONBEKEND.at(place, f"er is geen regel '{code}'", hint)
