"""A risk that is rated outside the scale, or by half."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.waarden import to_fill_in
from voortgang.findings import Finding, Regel

REGEL = Regel.error(
    "VG090",
    "kans of impact ontbreekt of past niet op de schaal",
    "Kans en impact horen bij elkaar, en ook restkans en restimpact. Ze lopen van 1 tot de "
    "schaal van rapport.yaml (risicos: schaal), standaard 5.",
    "titel: Cultuur\nrisicos:\n  - titel: Uitval van het netwerk\n    kans: 3\n    impact: 6",
    "titel: Cultuur\nrisicos:\n  - titel: Uitval van het netwerk\n    kans: 3\n    impact: 5",
)


_PAIRS = (("kans", "impact"), ("restkans", "restimpact"))


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find scores outside the scale, and one of a pair without the other."""
    schaal = jaar.rapport.risicos.schaal
    for domein in jaar.rapport.domeinen:
        for index, risico in enumerate(domein.risicos):
            for pair in _PAIRS:
                scores = {name: getattr(risico, name) for name in pair}
                given = {name: score for name, score in scores.items() if score is not None}
                for name, score in given.items():
                    place = jaar.at(domein.id, "risicos", index, name)
                    if not 1 <= score <= schaal:
                        message = f"{name} {score} valt buiten de schaal van 1 tot {schaal}"
                        yield REGEL.at(place, message, f"kies een getal van 1 tot {schaal}")
                    if len(given) == 1:
                        other = next(each for each in pair if each != name)
                        message = f"'{name}' staat hier zonder '{other}'"
                        pad, line = ("risicos", index, other), f"{other}: …"
                        add = to_fill_in(jaar.reading.documents[domein.id], pad, line)
                        add = add or f"voeg een regel '{line}' toe"
                        yield REGEL.at(place, message, f"{add}, of haal '{name}' weg")
