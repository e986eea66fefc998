"""One actie in lists that contradict each other."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar, Plaats
from voortgang.findings import Finding, Regel

REGEL = Regel.warning(
    "VG039",
    "dezelfde actie staat in twee lijsten die elkaar tegenspreken",
    "Waar een actie staat, zegt wat ze is. In één domein is ze niet tegelijk gerealiseerd "
    "en gepland; een vervallen plan of een plan dat nog op antwoord wacht, staat nergens "
    "anders.",
    "titel: Cultuur\nrealisaties:\n  - Nieuw intranet\nplanning:\n  - Nieuw intranet",
    "titel: Cultuur\n"
    "realisaties:\n"
    "  - Nieuw intranet (fase 1)\n"
    "planning:\n"
    "  - Nieuw intranet (fase 2)",
)

_ALONE = frozenset({"vervallen", "te_beantwoorden"})


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find an id in both realisaties and planning of a domain, or given up and yet elsewhere."""
    seen: dict[str, list[Plaats]] = {}
    for plaats in jaar.acties:
        if plaats.soort == "risicos":
            continue
        earlier = seen.setdefault(plaats.id, [])
        other = next((each for each in earlier if _contradict(each, plaats)), None)
        earlier.append(plaats)
        if other:
            message = f"'{plaats.actie.titel}' staat ook in {other.soort} van '{other.stem}'"
            hint = "laat ze op één plaats staan, of geef twee acties elk een eigen `id: …`"
            yield REGEL.at(plaats.at("titel"), message, hint)


def _contradict(one: Plaats, other: Plaats) -> bool:
    if one.soort == other.soort:
        return False
    return one.stem == other.stem or one.soort in _ALONE or other.soort in _ALONE
