"""A domain with nothing to tell."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel

REGEL = Regel.warning(
    "VG042",
    "domein zonder realisaties en planning",
    "Een domein zonder één realisatie of plan geeft een lege dia.",
    "titel: Cultuur\nrealisaties: []",
    "titel: Cultuur\nrealisaties:\n  - Nieuw intranet",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find domains with neither realisaties nor planning.

    Not while plans await their answer: each of them is a warning of its own, and its answer may
    come to stand in this domain.
    """
    if jaar.unfinished:
        return
    for domein in jaar.rapport.domeinen:
        if not (domein.realisaties or domein.planning):
            message = f"domein '{domein.titel}' heeft geen realisaties en geen planning"
            yield REGEL.at(jaar.key(domein.id, "titel"), message, "vul het aan")
