"""A key without its colon and the space behind it."""

import re
from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel
from voortgang.model import KEYS
from voortgang.source.yaml.emit import emit_value

REGEL = Regel.warning(
    "VG054",
    "titel die als een sleutel begint",
    "Zonder spatie na de dubbele punt is een sleutel in YAML gewone tekst: dan staat hij met zijn "
    "dubbele punt in het rapport.",
    "titel: Cultuur\nrealisaties:\n  - titel:Nieuw intranet",
    "titel: Cultuur\nrealisaties:\n  - titel: Nieuw intranet",
)

_KEY = re.compile(r"([a-z_-]+)(?P<sign>:(?=\S)|\s*[;=])\s*(?P<value>.*)")


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find titles that begin with a known key and a colon without a space, or another sign."""
    for titel in jaar.titels:
        match = _KEY.match(titel.text)
        if match and match[1] in KEYS.known:
            message = f"na '{match[1]}' hoort een dubbele punt met een spatie; nu is dit een titel"
            value = emit_value(match["value"]) if match["value"] else ""
            yield REGEL.at(titel.place, message, f"schrijf {match[1]}: {value}".rstrip())
