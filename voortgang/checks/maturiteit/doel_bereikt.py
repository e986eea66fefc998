"""A goal under the level that was reached."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel

REGEL = Regel.warning(
    "VG101",
    "doel van maturiteit ligt onder het niveau",
    "Het doel zegt waar het domein heen wil. Ligt het lager dan het niveau, dan is het "
    "bereikt, of zijn de twee verwisseld.",
    "titel: Cultuur\nmaturiteit: {niveau: 3, doel: 2}\nrealisaties:\n  - Nieuw intranet",
    "titel: Cultuur\nmaturiteit: {niveau: 3, doel: 3}\nrealisaties:\n  - Nieuw intranet",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find goals that are lower than the level."""
    for domein in jaar.rapport.domeinen:
        each = domein.maturiteit
        if each and each.doel is not None and each.doel < each.niveau:
            place = jaar.at(domein.id, "maturiteit", "doel")
            message = f"het doel ({each.doel}) ligt onder het niveau ({each.niveau})"
            hint = "kies een hoger doel, haal het doel weg, of wissel de twee om"
            yield REGEL.at(place, message, hint)
