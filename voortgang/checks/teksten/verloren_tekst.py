"""A comment that looks like lost text."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel
from voortgang.source.yaml.comments import lost_comments

REGEL = Regel.warning(
    "VG038",
    "tekst achter een hekje gaat verloren",
    "In YAML begint na een spatie en een hekje (#) een opmerking: wat volgt, komt niet in "
    "het rapport. Een hekje zonder spatie erachter is meestal tekst.",
    "titel: Cultuur\nplanning:\n  - Fase #2 van het intranet",
    "titel: Cultuur\nplanning:\n  - 'Fase #2 van het intranet'",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find comments without a space after their `#`, behind a plain text."""
    for document in jaar.documents:
        for comment in lost_comments(document):
            message = f"'{comment.lost.strip()}' is een opmerking en komt niet in het rapport"
            yield REGEL.at(comment.place, message, "zet de hele tekst tussen aanhalingstekens")
