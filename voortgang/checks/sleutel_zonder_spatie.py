"""A key of which the colon has no space behind it."""

import re
from collections.abc import Iterator

from voortgang.checks.jaar import Jaar
from voortgang.findings import Finding, Regel, Severity
from voortgang.model import KEYS

REGEL = Regel(
    "VG054",
    Severity.WARNING,
    "titel die als een sleutel begint",
    "Zonder spatie na de dubbele punt is een sleutel in YAML gewone tekst: dan staat hij met zijn "
    "dubbele punt in het rapport.",
    "titel: Cultuur\nrealisaties:\n  - titel:Nieuw intranet",
    "titel: Cultuur\nrealisaties:\n  - titel: Nieuw intranet",
)

_KEY = re.compile(r"([a-z_-]+):(\S.*)", re.DOTALL)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find titles that begin with a known key and a colon without a space."""
    for titel in jaar.titels:
        match = _KEY.match(titel.text) if ":" in titel.text else None
        if match and match[1] in KEYS.known:
            place = jaar.at(titel.stem, titel.pad)
            message = f"na '{match[1]}:' hoort een spatie; nu is dit een titel"
            yield REGEL.at(place, message, f"schrijf {match[1]}: {match[2][:80]}")
