"""An example of `init` that is still to be replaced."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel

REGEL = Regel.warning(
    "VG056",
    "een voorbeeld van init staat er nog",
    "Een nieuwe werkmap begint met enkele voorbeelden. Ze komen zo in de presentatie en de nota. "
    "Vervang ze door uw eigen acties en gegevens voor het rapport vertrekt.",
    "titel: Cultuur\nrealisaties:\n  - Voorbeeld van een realisatie",
    "titel: Cultuur\nrealisaties:\n  - Nieuw onthaal in het stadhuis",
)

# As they stand in exchange/start/files; a test of `init` holds the two together.
_VOORBEELDEN = frozenset(
    (
        "Voorbeeld van een realisatie",
        "Voorbeeld van een realisatie met onderdelen",
        "Voorbeeld van een toelichting. Ze komt in de nota en in de notities voor de spreker.",
        "Eerste onderdeel",
        "Tweede onderdeel",
        "Voorbeeld van een plan",
        "Titel van de actie",
        "Naam van de dienst",
        "Voornaam Naam",
        "naam@voorbeeld.example",
        "Het bestuur …",
    )
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find the texts that still are those of an example."""
    for waarde in jaar.waarden:
        if waarde.text in _VOORBEELDEN:
            message = f"'{waarde.text}' is een voorbeeld van `voortgang init`"
            hint = "vervang het door een eigen tekst, of verwijder het"
            yield REGEL.at(waarde.place, message, hint)
