"""A line that YAML takes for the rest of the text above it."""

import re
from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Place, Regel
from voortgang.model import KEYS
from voortgang.source.yaml.comments import RunOn, run_on_texts
from voortgang.source.yaml.emit import emit_value
from voortgang.source.yaml.line import bullet
from voortgang.source.yaml.nodes import Document

REGEL = Regel.warning(
    "VG051",
    "regel is aan de tekst erboven geplakt",
    "Een regel die verder inspringt dan het streepje erboven, leest YAML als het vervolg van die "
    "tekst. Wat een nieuwe actie, een deelactie of een sleutel moest zijn, verdwijnt dan in een "
    "titel. Dat gebeurt ook met bolletjes die uit Word komen.",
    "titel: Cultuur\nrealisaties:\n  - Welzijn op het werk\n    o Vertrouwenspersonen",
    "titel: Cultuur\nrealisaties:\n  - titel: Welzijn op het werk\n"
    "    deelacties:\n      - Vertrouwenspersonen",
)

# Word gives the second level an o; what else stands for a dash is known where lines are read.
_ITEM = re.compile(r"(?:-|o|[0-9]{1,2}[.)])\s+(?=\S)")
_LONG = 200  # characters, to read in one line
# Of a key without a sign only a moment behind it is sure: "dienst" and the like go on a sentence.
_KEY = re.compile(r"([a-z_-]+) ?[:;=]\s*|(termijn) (?=[0-9]{4}(?:-[0-9Q-]+)?$)")


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find lines of a plain text that begin as an entry of a list or as a known key."""
    told = (*jaar.reading.findings, *jaar.reading.audits.findings)
    wrong = {(finding.file, finding.line) for finding in told}
    for document in jaar.documents:
        for text in run_on_texts(document):
            if any((document.file, number) in wrong for number, _ in text.lines):
                continue
            found = next(
                (each for each in text.lines[1:] if _entry(each[1]) or _key(each[1])), None
            )
            if found:
                number, line = found
                place = Place(document.file, number, len(line) - len(line.lstrip()) + 1)
                message = f"deze regel is nu het vervolg van de tekst op regel {text.scalar.line}"
                yield REGEL.at(place, message, _remedy(text, line, _owner(document, text)))


def _entry(line: str) -> str | None:
    """Give the text of a line that looks like an entry of a list, without what is in front."""
    line = line.strip()
    match = _ITEM.match(line)
    found = bullet(line)
    return line[match.end() :] if match else found.rest if found else None


def _key(line: str) -> str | None:
    """Give the known key that a line begins with."""
    match = _KEY.match(line.strip())
    name = match[1] or match[2] if match else None
    return name if name in KEYS.known else None


def _owner(document: Document, text: RunOn) -> str:
    """Give the key of a text: in front of it, or on the line above where it has its own."""
    if text.before:
        return text.before.lstrip("- ").rstrip(" :")
    above = document.lines[max(text.scalar.line - 2, 0)].strip()
    name = above.lstrip("- ").removesuffix(":")
    return name if above.endswith(":") and name in KEYS.markdown else ""


def _remedy(text: RunOn, line: str, above: str) -> str:
    if above in KEYS.markdown:
        return (
            f"schrijf '{above}: |' en zet de hele tekst eronder, twee spaties verder ingesprongen"
        )
    titel, parts = _taken_apart(text)
    head = "- " if text.before.startswith("-") else ""
    if above in {"", "titel"} and parts:
        some = ", ".join(emit_value(part, flow=True) for part in parts)
        below = f"'deelacties: [{some}]'"
        if len(some) > _LONG:
            below = "'deelacties:' met daaronder elk onderdeel achter een streepje"
        return (
            f"zijn het onderdelen, schrijf '{head}titel: {emit_value(titel)}' en eronder {below}; "
            "zijn het eigen acties, zet elk achter een streepje recht onder het streepje erboven"
        )
    key = _key(line)
    if above in {"", "titel"} and key:
        value = emit_value(line.strip()[len(key) :].lstrip(" :;="))
        return f"schrijf '{head}titel: {emit_value(titel)}' en eronder '{key}: {value}'"
    return "hoort hij bij die tekst, zet de hele tekst dan tussen aanhalingstekens"


def _taken_apart(text: RunOn) -> tuple[str, tuple[str, ...]]:
    """Give the text up to the first entry or key, and the entries with their further lines."""
    titel, parts, ended = "", [], False
    for number, (_, line) in enumerate(text.lines):
        entry = _entry(line) if number else None
        ended = ended or bool(number and _key(line))
        if entry is not None:
            parts.append(entry)
        elif parts:
            parts[-1] = f"{parts[-1]} {line.strip()}"
        elif not ended:
            titel = f"{titel} {line.strip()}".strip()
    return titel, tuple(parts)
