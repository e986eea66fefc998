"""What the report becomes by what rows say: each actie read by the model, in its new list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from voortgang.exchange.excel.blad import Spot, Value
from voortgang.exchange.excel.columns import cells_of, texts_of
from voortgang.exchange.excel.intake import Incoming, Intake
from voortgang.exchange.excel.placed import Key, Placed
from voortgang.exchange.excel.stand import become, text
from voortgang.exchange.merge.current import Current, Standplaats
from voortgang.exchange.merge.meeting import Change
from voortgang.findings import Finding
from voortgang.model import SOORTEN, Actie, Deelactie, Rapport, Risico, Soort, slug
from voortgang.model.deel import keys_of
from voortgang.model.identity import ID_LENGTH

Spots = Mapping[tuple[str, Soort, int], Spot]


class Outcome(NamedTuple):
    """An actie as it becomes, and the change that made it so."""

    actie: Actie
    change: Change


@dataclass(frozen=True, slots=True)
class Merged:
    """The report as it becomes: what changed at its place, what comes at the end of its list.

    `rapport` is None where something is wrong; `findings` tell of that, and of what stays out.
    `spots` are the rows that its acties come from, where they come from one.
    """

    rapport: Rapport | None
    changed: Mapping[Standplaats, Outcome]
    arrivals: tuple[Outcome, ...]
    spots: Spots
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class Becoming:
    """Makes the report of what the rows of an intake say."""

    now: Current
    intake: Intake
    taken: set[tuple[Key, str]] = field(init=False)
    numbers: dict[tuple[Key, str], int] = field(default_factory=dict)  # that were tried

    def __post_init__(self) -> None:
        """Gather the ids that stand in each list."""
        self.taken = {(p[:2], i) for i, places in self.now.by_id.items() for p in places}

    def result(self, changes: Sequence[Change]) -> Merged:
        """Let the model read what each change makes of an actie, and put it in its place."""
        lists: dict[Key, list[Placed]] = {}
        for each in changes:
            lists.setdefault((each.domein, each.soort), []).append(self.whole(each))
        return self.merged(changes, self.intake.read(lists))

    def whole(self, change: Change) -> Placed:
        """Make the row of an actie as it is to become, for the model to read."""
        placed, target = change.placed, change.target
        key: Key = (change.domein, change.soort)
        if target is None:
            row = dict(change.cells)
            own = text(row, "id") or slug(placed.titel)
            if own and not text(row, "id") and (own == change.plan or (key, own) in self.taken):
                row["id"] = Value(self.free_id(key, own), placed.spot)
            self.taken.add((key, text(row, "id") or own))
            return Placed(row, placed.spot, placed.columns,
                          key=key, id=own, titel=placed.titel, parts=placed.parts)  # fmt: skip
        actie = self.now.actie(target)
        row = become(texts_of(actie, Risico), change.cells, placed.spot)
        if actie.own_id or slug(text(row, "titel")) != actie.id:
            row["id"] = Value(actie.id, placed.spot)
        changes = {part.index: part for part in change.parts if part.index is not None}
        parts = []
        for index, each in enumerate(actie.deelacties):
            spot = changes[index].placed.spot if index in changes else placed.spot
            cells = changes[index].cells if index in changes else {}
            parts.append(Placed.of(key, become(texts_of(each, Deelactie), cells, spot), spot))
        parts += (each.placed for each in change.parts if each.index is None)
        return Placed(row, placed.spot, placed.columns,
                      key=key, id=actie.id, titel=text(row, "titel"), parts=parts)  # fmt: skip

    def free_id(self, key: Key, own: str) -> str:
        """Give an id that its list does not have yet."""
        number = self.numbers.get((key, own), 2)
        while (key, name := f"{own[: ID_LENGTH - 5].rstrip('-')}-{number}") in self.taken:
            number += 1
        self.numbers[key, own] = number
        return name

    def merged(self, changes: Sequence[Change], read: Incoming) -> Merged:
        """Put what was read in its place."""
        findings = tuple(read.findings)
        if read.rapport is None:
            return Merged(None, {}, (), {}, findings)
        lists = {(d.id, soort): d.lijst(soort) for d in read.rapport.domeinen for soort in SOORTEN}
        at: dict[Key, int] = {}
        changed: dict[Standplaats, Outcome] = {}
        arrivals: list[Outcome] = []
        for each in changes:
            key: Key = (each.domein, each.soort)
            made = lists[key][at.setdefault(key, 0)]
            at[key] += 1
            if each.target is not None:
                made = self.updated(self.now.actie(each.target), made, each)
            if each.target is None or each.moves:
                arrivals.append(Outcome(made, each))
            else:
                changed[each.target] = Outcome(made, each)
        rapport, spots = _rebuilt(self.now.rapport, changed, arrivals)
        return Merged(rapport, changed, tuple(arrivals), spots, findings)

    def updated(self, old: Actie, read: Actie, change: Change) -> Actie:
        """Give a known actie with what a row changes in it; with another title it keeps its id."""
        update = _fields(read, change.cells)
        if read.titel != old.titel:
            update["own_id"] = read.own_id
        if change.parts:
            update["deelacties"] = read.deelacties
        return old.model_copy(update=update)


def _fields(read: Actie, names: Iterable[str]) -> dict[str, Any]:
    wanted = {name.partition(".")[0] for name in names if name in cells_of(type(read))}
    return {
        key.field: getattr(read, key.field) for key in keys_of(type(read)) if key.name in wanted
    }


def _rebuilt(
    rapport: Rapport,
    changed: Mapping[Standplaats, Outcome],
    arrivals: Sequence[Outcome],
) -> tuple[Rapport, Spots]:
    gone = {each.change.target for each in arrivals}
    arriving: dict[Key, list[Outcome]] = {}
    for each in arrivals:
        arriving.setdefault((each.change.domein, each.change.soort), []).append(each)
    spots: dict[tuple[str, Soort, int], Spot] = {}
    domeinen = []
    for domein in rapport.domeinen:
        update: dict[str, Any] = {}
        for soort in SOORTEN:
            acties: list[Actie] = []
            for index, actie in enumerate(domein.lijst(soort)):
                place = Standplaats(domein.id, soort, index)
                if place in changed:
                    spots[domein.id, soort, len(acties)] = changed[place].change.placed.spot
                if place not in gone:
                    acties.append(changed[place].actie if place in changed else actie)
            for each in arriving.get((domein.id, soort), ()):
                spots[domein.id, soort, len(acties)] = each.change.placed.spot
                acties.append(each.actie)
            update[soort] = tuple(acties)
        domeinen.append(domein.model_copy(update=update))
    return rapport.model_copy(update={"domeinen": tuple(domeinen)}), spots
