"""Findings that somebody asked not to see: only warnings, and never unnoticed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from voortgang.findings import Finding, Place, Regel, Severity
from voortgang.model.reading import RAPPORT, Reading
from voortgang.source.yaml.comments import IgnoreComment
from voortgang.source.yaml.nodes import Scalar, Sequence

ONBEKEND = Regel.warning(
    "VG050",
    "negeer noemt een code die niet bestaat of een fout is, of is anders geschreven",
    "Alleen waarschuwingen kunnen uit, en alleen met hun eigen code (`voortgang regels` toont ze).",
    "titel: Cultuur\nplanning:\n  - Nieuw intranet. # voortgang: negeer VG999\n",
    "titel: Cultuur\nplanning:\n  - Nieuw intranet. # voortgang: negeer VG034\n",
)

NIETS = Regel.warning(
    "VG053",
    "negeer staat bij een regel waar niets te negeren is",
    "De waarschuwing is weg, of de opmerking staat op een andere regel dan de waarschuwing. Wat "
    "blijft staan, kan later een echte waarschuwing verbergen.",
    "titel: Cultuur\nplanning:\n  - Nieuw intranet # voortgang: negeer VG034\n",
    "titel: Cultuur\nplanning:\n  - Nieuw intranet. # voortgang: negeer VG034\n",
)

# Of templates and of files to take over: the rooms above know which of these there are.
_OF_ROOMS_ABOVE = re.compile(r"VG0(2[5-9]|[78]\d)")

Silenced = Mapping[tuple[str, int], frozenset[str]]
Known = Mapping[str, Severity]


def silenced(comments: Iterable[IgnoreComment]) -> Silenced:
    """Gather the codes of the comments `# voortgang: negeer VG031`, by file and line."""
    codes: defaultdict[tuple[str, int], frozenset[str]] = defaultdict(frozenset)
    for comment in comments:
        for line in comment.lines:
            codes[comment.place.file, line] |= frozenset(comment.codes)
    return codes


def not_silenced(
    findings: Iterable[Finding], codes: frozenset[str], lines: Silenced
) -> Iterator[Finding]:
    """Leave out the warnings that the year or their line silences; errors always stay."""
    for finding in findings:
        quiet = codes | lines.get((finding.file, finding.line), frozenset())
        if finding.severity is Severity.ERROR or finding.code not in quiet:
            yield finding


def idle(
    comments: Iterable[IgnoreComment], findings: Iterable[Finding], known: Known
) -> Iterator[Finding]:
    """Find comments that ignore a warning which is not there; only of a year read as a whole."""
    there = {(finding.file, finding.line, finding.code) for finding in findings}
    for comment in comments:
        for code in comment.codes:
            used = any((comment.place.file, line, code) in there for line in comment.lines)
            if not used and known.get(code) is Severity.WARNING:
                message = f"hier is geen waarschuwing {code} om te negeren"
                yield NIETS.at(comment.place, message, "haal de opmerking weg")


def misplaced(
    comments: Iterable[IgnoreComment], reading: Reading, codes: frozenset[str], known: Known
) -> Iterator[Finding]:
    """Find comments not understood, and codes to ignore that do not exist or are errors."""
    told: set[tuple[str, str]] = set()
    for comment in comments:
        if not comment.clear:
            message = "deze opmerking is niet te lezen als codes om te negeren"
            hint = "schrijf bijvoorbeeld: # voortgang: negeer VG034, VG046"
            yield ONBEKEND.at(comment.place, message, hint)
        for code in comment.codes:
            if (comment.place.file, code) not in told:
                told.add((comment.place.file, code))
                yield from _judge(code, comment.place, known)
    typed = reading.documents[RAPPORT].node(("controle", "negeer")) if codes else None
    for index, item in enumerate(typed.items if isinstance(typed, Sequence) else ()):
        # What is no code at all was left out when it was read.
        if isinstance(item, Scalar) and item.text.strip() in codes:
            place = reading.place(RAPPORT, "controle", "negeer", index)
            yield from _judge(item.text.strip(), place, known)


def _judge(code: str, place: Place, known: Known) -> Iterator[Finding]:
    hint = "`voortgang regels` toont alle codes"
    if known.get(code) is Severity.ERROR:
        yield ONBEKEND.at(place, f"{code} is een fout; alleen een waarschuwing kan uit", hint)
    elif code not in known and not _OF_ROOMS_ABOVE.fullmatch(code):
        yield ONBEKEND.at(place, f"er is geen regel '{code}'", hint)
