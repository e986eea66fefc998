"""An example of `init` that is still to be replaced."""

from collections.abc import Iterator

from voortgang.checks.jaar import Jaar
from voortgang.findings import Finding, Regel, Severity

REGEL = Regel(
    "VG056",
    Severity.WARNING,
    "een voorbeeld van init staat er nog",
    "Een nieuwe werkmap begint met enkele voorbeelden. Ze tellen mee als acties en komen zo in de "
    "presentatie en de nota. Vervang ze door uw eigen acties voor het rapport vertrekt.",
    "titel: Cultuur\nrealisaties:\n  - Voorbeeld van een realisatie",
    "titel: Cultuur\nrealisaties:\n  - Nieuw onthaal in het stadhuis",
)

# As they stand in exchange/start/files; a test of `init` holds the two together.
_VOORBEELDEN = frozenset(
    (
        "Voorbeeld van een realisatie",
        "Voorbeeld van een realisatie met onderdelen",
        "Voorbeeld van een plan",
    )
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find the acties that still have the title of an example."""
    for plaats in jaar.acties:
        titel = plaats.actie.titel
        if titel in _VOORBEELDEN:
            message = f"'{titel}' is een voorbeeld van `voortgang init`"
            hint = "vervang het door een eigen actie, of verwijder het"
            yield REGEL.at(jaar.at(plaats.stem, plaats.pad), message, hint)
