"""Bringing rows into a year that exists: by id, new ones at the end, nothing removed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from voortgang.exchange.excel.blad import Spot
from voortgang.exchange.excel.regels import ELDERS
from voortgang.findings import Finding
from voortgang.model import SOORTEN, Actie, Deelactie, Domein, Rapport, Soort, slug
from voortgang.model.deel import keys_of

_KNOWN_BY = ("titel", "id")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Merged:
    """The report as it becomes, what changes in it (one Dutch line each), and what cannot be."""

    rapport: Rapport
    changes: tuple[str, ...]
    findings: tuple[Finding, ...]


def merge(
    rapport: Rapport, incoming: Rapport, spots: Mapping[tuple[str, Soort, int], Spot]
) -> Merged:
    """Bring the acties of `incoming` in; an empty field leaves what stands as it is.

    The domains of `incoming` are among those of `rapport`. An actie that this domain has in
    another list is a finding: nothing is moved.
    """
    changes: list[str] = []
    findings: list[Finding] = []
    arriving = {domein.id: domein for domein in incoming.domeinen}
    domeinen = []
    for domein in rapport.domeinen:
        new = arriving.get(domein.id)
        update: dict[str, Any] = {}
        places = {actie.id: soort for soort, _, actie in domein.acties()} if new else {}
        for soort in SOORTEN if new else ():
            acties = list(domein.lijst(soort))
            known = {actie.id: at for at, actie in enumerate(acties)}
            for index, actie in enumerate(new.lijst(soort) if new else ()):
                other = None if actie.id in known else places.get(actie.id)
                spot = spots.get((domein.id, soort, index))
                if other and spot:
                    findings.append(_is_elsewhere(spot, actie, other, domein))
                else:
                    _bring_in(acties, known, actie, f"{domein.id}, {soort}", changes)
            update[soort] = tuple(acties)
        domeinen.append(domein.model_copy(update=update))
    result = rapport.model_copy(update={"domeinen": tuple(domeinen)})
    return Merged(result, tuple(changes), tuple(findings))


def _is_elsewhere(spot: Spot, actie: Actie, other: Soort, domein: Domein) -> Finding:
    return ELDERS.at(
        spot.place,
        f"'{actie.titel[:_SHOWN]}' staat in {domein.id} al bij {other}",
        f"verplaats de actie in {domein.id}.yaml, of zet soort op {other}",
    )


def _bring_in(
    acties: list[Actie], known: dict[str, int], actie: Actie, where: str, changes: list[str]
) -> None:
    at = known.get(actie.id)
    if at is not None:
        old = acties[at]
        acties[at], told = _joined(old, actie)
        if told:
            changes.append(f"gewijzigd: {where}: {old.titel[:_SHOWN]} ({'; '.join(told)})")
        return
    acties.append(actie)
    changes.append(f"nieuw: {where}: {actie.titel[:_SHOWN]}")


def _joined(old: Actie, new: Actie) -> tuple[Actie, list[str]]:
    update, told = _filled_in(old, new)
    if new.titel != old.titel:
        update["titel"] = new.titel
        update["own_id"] = old.own_id or (old.id if slug(new.titel) != old.id else None)
        told.insert(0, f"titel wordt ‘{new.titel[:_SHOWN]}’")
    parts = _parts(old.deelacties, new.deelacties, told)
    if parts != old.deelacties:
        update["deelacties"] = parts
    return old.model_copy(update=update), told


def _parts(
    old: tuple[Deelactie, ...], new: tuple[Deelactie, ...], told: list[str]
) -> tuple[Deelactie, ...]:
    """Bring deelacties in by their title, the first with the first where titles are alike."""
    parts = list(old)
    free = list(range(len(parts)))
    for each in new:
        at = next((i for i in free if parts[i].titel == each.titel), None)
        if at is None:
            parts.append(each)
            told.append(f"nieuwe deelactie {each.titel[:_SHOWN]}")
            continue
        free.remove(at)
        update, changed = _filled_in(parts[at], each)
        told += [f"deelactie {each.titel[:_SHOWN]}: {change}" for change in changed]
        parts[at] = parts[at].model_copy(update=update)
    return tuple(parts)


def _filled_in(old: Actie | Deelactie, new: Actie | Deelactie) -> tuple[dict[str, Any], list[str]]:
    update: dict[str, Any] = {}
    told = []
    for key in keys_of(type(old)):
        before, after = getattr(old, key.field), getattr(new, key.field)
        if key.part is not None or key.name in _KNOWN_BY or not after or after == before:
            continue
        update[key.field] = after
        told.append(f"{key.name} {f'{_said(before)} → ' if before else ''}{_said(after)}")
    return update, told


def _said(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
