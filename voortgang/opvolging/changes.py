"""What changed between two versions of one year's data, read as meaning and not as lines."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

from voortgang.model.deel import Deel, keys_of
from voortgang.model.rapport import (
    SOORTEN,
    Actie,
    Domein,
    DomeinBestand,
    Rapport,
    Risico,
    Soort,
)
from voortgang.model.reading import RAPPORT
from voortgang.model.termijn import Termijn
from voortgang.opvolging.titels import Titels, word_key
from voortgang.opvolging.wijziging import (
    DomeinWijzigingen,
    Plek,
    Veld,
    Wijziging,
    Wijzigingen,
)

_OF_ACTIE = tuple(name for name in Risico.model_fields if name not in {"titel", "own_id"})
_OF_DOMEIN = tuple(name for name in DomeinBestand.model_fields if name not in SOORTEN)
_OF_RAPPORT = tuple(name for name in Rapport.model_fields if name != "rapportjaar")
_SIMILAR = 75.0
_SEARCHED = 500  # beyond that a file was replaced, not reworded


class _Standing(NamedTuple):
    domein: str
    soort: Soort
    id: str
    actie: Actie

    @property
    def plek(self) -> Plek:
        return Plek(self.domein, self.soort)


def changes(old: Rapport, new: Rapport) -> Wijzigingen:
    """Say what was added, removed, moved, reworded or changed in its details; linear in the acties.

    An actie that went to another list or domain is moved. One that is gone from a list where a
    near-equal or very similar one came is reworded.
    """
    found = _empty(old, new)
    gone, come = _compare_by_id(old, new, found)
    gone, come = _reworded(gone, come, found)
    for standing in gone:
        found[standing.domein].verwijderd.append(_plain(standing))
    for standing in come:
        found[standing.domein].toegevoegd.append(_plain(standing))
    _compare_domains(old, new, found)
    itself = DomeinWijzigingen(RAPPORT, "rapport.yaml")
    if velden := velden_of(old, new, _OF_RAPPORT):
        itself.details.append(Wijziging(RAPPORT, new.titel, None, velden=velden))
    return Wijzigingen(new.rapportjaar, (*([itself] if velden else []), *found.values()))


def _empty(old: Rapport, new: Rapport) -> dict[str, DomeinWijzigingen]:
    found: dict[str, DomeinWijzigingen] = {}
    for domein in (*new.domeinen, *old.domeinen):
        found.setdefault(domein.id, DomeinWijzigingen(domein.id, domein.titel))
    return found


def _standings(rapport: Rapport) -> dict[str, dict[Plek, _Standing]]:
    standings: dict[str, dict[Plek, _Standing]] = defaultdict(dict)
    for domein, soort, _, actie in rapport.acties():
        standing = _Standing(domein.id, soort, actie.id, actie)
        standings[standing.id][standing.plek] = standing
    return standings


def _compare_by_id(
    old: Rapport, new: Rapport, found: dict[str, DomeinWijzigingen]
) -> tuple[list[_Standing], list[_Standing]]:
    """Book what one id did; give what is left: gone from a place, and come to a place."""
    gone: list[_Standing] = []
    come: list[_Standing] = []
    before, after = _standings(old), _standings(new)
    for actie_id in dict.fromkeys((*after, *before)):
        was, now = before.get(actie_id, {}), after.get(actie_id, {})
        for plek, standing in now.items():
            if plek in was:
                _book(was[plek], standing, found)
        left = [standing for plek, standing in was.items() if plek not in now]
        arrived = [standing for plek, standing in now.items() if plek not in was]
        for a, b in _pairs(left, arrived):
            if a and b:
                change = Wijziging(b.id, b.actie.titel, b.soort, van=a.plek, naar=b.plek)
                found[b.domein].verplaatst.append(change)
                _book(a, b, found)
            elif a:
                gone.append(a)
            elif b:
                come.append(b)
    return gone, come


def _plain(standing: _Standing) -> Wijziging:
    return Wijziging(standing.id, standing.actie.titel, standing.soort)


def _pairs(
    left: list[_Standing], arrived: list[_Standing]
) -> Iterator[tuple[_Standing | None, _Standing | None]]:
    """Pair what left a place with what arrived: in the same domain first, the rest in order."""
    near: dict[str, list[_Standing]] = defaultdict(list)
    for a in left:
        near[a.domein].append(a)
    rest: list[_Standing] = []
    for b in arrived:
        if near[b.domein]:
            yield near[b.domein].pop(0), b
        else:
            rest.append(b)
    yield from zip_longest((a for each in near.values() for a in each), rest)


def _book(a: _Standing, b: _Standing, found: dict[str, DomeinWijzigingen]) -> None:
    """Book a rewording and changed details of an actie that was `a` and is `b`."""
    if a.actie == b.actie:  # as nearly all are: seen without a look at each detail
        return
    if a.actie.titel != b.actie.titel:
        change = Wijziging(b.id, b.actie.titel, b.soort, was=(a.id, a.actie.titel))
        found[b.domein].herschreven.append(change)
    if velden := velden_of(a.actie, b.actie, _OF_ACTIE):
        found[b.domein].details.append(Wijziging(b.id, b.actie.titel, b.soort, velden=velden))


def _reworded(
    gone: list[_Standing], come: list[_Standing], found: dict[str, DomeinWijzigingen]
) -> tuple[list[_Standing], list[_Standing]]:
    """Pair what is gone from a list with what came in it, first near-equal and then similar."""
    arrivals: dict[Plek, list[_Standing]] = defaultdict(list)
    for standing in come:
        arrivals[standing.plek].append(standing)
    paired: set[tuple[Plek, str]] = set()
    left: list[_Standing] = []
    by_key = {(each.plek, word_key(each.actie.titel)): each for each in reversed(come)}
    for a in gone:
        b = by_key.pop((a.plek, word_key(a.actie.titel)), None)
        if b:
            _book(a, b, found)
            paired.add((b.plek, b.id))
        else:
            left.append(a)
    searches = {
        plek: Titels([each.actie.titel for each in arrivals[plek]])
        for plek in {a.plek for a in left}
    }
    removed: list[_Standing] = []
    for number, a in enumerate(left):
        if number >= _SEARCHED:
            removed.append(a)
            continue
        likely = (
            arrivals[a.plek][index] for index in searches[a.plek].likely(a.actie.titel, _SIMILAR)
        )
        match = next((b for b in likely if (b.plek, b.id) not in paired), None)
        if match:
            _book(a, match, found)
            paired.add((match.plek, match.id))
        else:
            removed.append(a)
    return removed, [each for each in come if (each.plek, each.id) not in paired]


def _compare_domains(old: Rapport, new: Rapport, found: dict[str, DomeinWijzigingen]) -> None:
    before = {domein.id: domein for domein in old.domeinen}
    for domein in new.domeinen:
        was = before.get(domein.id)
        if was and (velden := velden_of(was, domein, _OF_DOMEIN)):
            change = Wijziging(domein.id, domein.titel, None, velden=velden)
            found[domein.id].details.append(change)


def velden_of(old: Deel, new: Deel, names: Iterable[str]) -> tuple[Veld, ...]:
    """Give what changed in some fields; one that a part lacks is as one with nothing in it."""
    values = ((name, getattr(old, name, None), getattr(new, name, None)) for name in names)
    velden = (Veld(n, _as_data(was), _as_data(now)) for n, was, now in values if was != now)
    return tuple(each for each in velden if each.oud != each.nieuw)


def _as_data(value: Any) -> Any:  # noqa: ANN401 -- whatever a field of the model may hold
    """Make plain data of a field's value; nothing there is None."""
    if isinstance(value, Termijn):
        return value.text
    if isinstance(value, Domein):
        return value.id
    if isinstance(value, Deel):
        typed = (key for key in keys_of(type(value)) if key.field in value.model_fields_set)
        data = {key.name: _as_data(getattr(value, key.field)) for key in typed}
        return {name: each for name, each in data.items() if each is not None} or None
    if isinstance(value, dict):
        return {name: _as_data(each) for name, each in value.items()} or None
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_as_data(each) for each in value] or None
    return value.isoformat() if hasattr(value, "isoformat") else value
