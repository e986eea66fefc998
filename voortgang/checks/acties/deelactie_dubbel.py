"""A deelactie that stands twice in one actie."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel
from voortgang.opvolging.titels import word_key

REGEL = Regel.warning(
    "VG046",
    "deelactie staat twee keer in één actie",
    "Twee keer dezelfde deelactie onder één actie is een vergissing bij het kopiëren.",
    "titel: Cultuur\nrealisaties:\n  - titel: Welzijn\n    deelacties: [Bevraging, Bevraging]",
    "titel: Cultuur\nrealisaties:\n  - titel: Welzijn\n    deelacties: [Bevraging, Opleiding]",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find deelacties with the same words as an earlier one of the same actie."""
    for plaats in jaar.acties:
        seen: set[tuple[str, ...]] = set()
        for number, deelactie in enumerate(plaats.actie.deelacties):
            key = word_key(deelactie.titel)
            if key and key in seen:
                place = plaats.at("deelacties", number, "titel")
                message = f"'{deelactie.titel}' staat al bij deze actie"
                yield REGEL.at(place, message, "laat er één weg")
            seen.add(key)
