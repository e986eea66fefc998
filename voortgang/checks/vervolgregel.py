"""A line that YAML takes for the rest of the text above it."""

import re
from collections.abc import Iterator

from voortgang.checks.jaar import Jaar
from voortgang.findings import Finding, Place, Regel, Severity
from voortgang.model import KEYS
from voortgang.source.yaml.comments import run_on_texts

REGEL = Regel(
    "VG051",
    Severity.WARNING,
    "regel is aan de tekst erboven geplakt",
    "Een regel die verder inspringt dan het streepje erboven, leest YAML als het vervolg van die "
    "tekst. Wat een nieuwe actie of een sleutel moest zijn, verdwijnt dan in een titel.",
    "titel: Cultuur\nrealisaties:\n  - Welzijn op het werk\n   - Vertrouwenspersonen",
    "titel: Cultuur\nrealisaties:\n  - Welzijn op het werk\n  - Vertrouwenspersonen",
)

_ITEM = re.compile(r"[-*•·▪◦](?=\s|[^\W\d_])|[0-9]{1,2}[.)](?=\s)")
_KEY = re.compile(r"([a-z_-]+) ?:")


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find lines of a plain text that begin as an entry of a list or as a known key."""
    wrong = {(finding.file, finding.line) for finding in jaar.reading.findings}
    for document in jaar.reading.documents.values():
        for scalar, number, line in run_on_texts(document):
            text = line.strip()
            looks = _looks_like(text)
            if looks is None or (document.file, scalar.line) in wrong:
                continue
            place = Place(document.file, number, len(line) - len(line.lstrip()) + 1)
            message = f"deze regel is nu het vervolg van de tekst op regel {scalar.line}"
            hint = (
                f"{looks}; hoort hij bij die tekst, zet de hele tekst dan tussen aanhalingstekens"
            )
            yield REGEL.at(place, message, hint)


def _looks_like(text: str) -> str | None:
    """Say how the line is to be mended, as what it looks like; None where it is ordinary text."""
    if _ITEM.match(text):
        return "zet het streepje, met een spatie erna, recht onder het streepje erboven"
    match = _KEY.match(text)
    if match and match[1] in KEYS.known:
        return f"schrijf '{match[1]}: …', recht onder de sleutel waar het bij hoort"
    return None
