"""Near-equal titles that are not one actie."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar, Plaats
from voortgang.findings import Finding, Regel
from voortgang.opvolging.titels import word_key

REGEL = Regel.warning(
    "VG031",
    "twee titels zijn bijna gelijk, maar tellen als twee acties",
    "Dezelfde woorden in een andere volgorde of met andere leestekens zijn meestal "
    "dezelfde actie. Zonder gemeenschappelijke id telt ze twee keer. Wie beide een eigen "
    "id geeft, zegt dat het er twee zijn.",
    "titel: Cultuur\nrealisaties:\n  - Migratie Topdesk\nplanning:\n  - 'Topdesk: migratie'",
    "titel: Cultuur\n"
    "realisaties:\n"
    "  - Migratie Topdesk\n"
    "planning:\n"
    "  - titel: 'Topdesk: optimalisatie'",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find acties with the same words and another id; the later one is named."""
    groups: dict[tuple[str, ...], list[Plaats]] = {}
    for plaats in jaar.acties:
        groups.setdefault(word_key(plaats.actie.titel), []).append(plaats)
    for key, group in groups.items():
        if key and len(group) > 1:
            yield from _of_group(group)


def _of_group(group: list[Plaats]) -> Iterator[Finding]:
    first = group[0]
    told: set[str] = {first.id}
    for plaats in group[1:]:
        if plaats.id in told or _meant(first, plaats):
            continue
        told.add(plaats.id)
        spot = first.at("titel")
        message = (
            f"'{plaats.actie.titel}' lijkt dezelfde actie als '{first.actie.titel}' "
            f"({spot.file}, regel {spot.line})"
        )
        yield REGEL.at(plaats.at("titel"), message, _remedy(first, plaats))


def _meant(first: Plaats, plaats: Plaats) -> bool:
    """Tell whether somebody wrote an id to keep the two apart."""
    one, other = bool(first.actie.own_id), bool(plaats.actie.own_id)
    same_list = (first.stem, first.soort) == (plaats.stem, plaats.soort)
    return (one and other) or (same_list and (one or other))


def _remedy(first: Plaats, plaats: Plaats) -> str:
    if first.stem == plaats.stem:
        return "is het één actie, laat er dan één weg; anders: geef elk een eigen `id: …`"
    if plaats.actie.own_id:  # a second id would be an error
        same = f"is het één actie, geef de andere dan `id: {plaats.id}`"
        return f"{same}; anders: geef ook die een eigen `id: …`"
    same = f"is het één actie, {plaats.to_add(f'id: {first.id}')}"
    return f"{same}; anders: geef elk een eigen `id: …`"
