"""Bringing rows into a year that exists: by kenmerk, nothing removed, moved where a row says so.

Nothing is written here: what comes out is the report as it is to become, and which of its acties
come from where.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from voortgang.exchange.excel.blad import Row, Spot, Value
from voortgang.exchange.excel.columns import WAITING, texts_of
from voortgang.exchange.excel.intake import Incoming, Intake
from voortgang.exchange.excel.placed import Placed
from voortgang.exchange.excel.regels import BLIJFT, KOLOM
from voortgang.exchange.excel.rows import rows_of
from voortgang.exchange.excel.stand import text
from voortgang.exchange.merge.become import Becoming, Merged
from voortgang.exchange.merge.compare import SHOWN
from voortgang.exchange.merge.current import Current, Standplaats
from voortgang.exchange.merge.meeting import (
    Change,
    Meeting,
    PartChange,
    first_difference,
)
from voortgang.model import Rapport, Risico, Soort, slug

# Which of two rows is the plan itself.
_FIRST: tuple[Soort, ...] = ("planning", "vervallen", "realisaties")
_OPPOSITE = {"planning": "vervallen", "vervallen": "planning"}
_Source = tuple[str, str]


def merge(rapport: Rapport, intake: Intake, rows: Sequence[Placed] | None = None) -> Merged:
    """Bring the rows of workbooks in, or `rows` of elsewhere; an empty cell changes nothing.

    What was changed on both sides, what two rows say differently, and what cannot be read is a
    finding; then there is no report.
    """
    now = Current(rapport)
    rows = intake.sorter.placed if rows is None else rows
    known = {(row.spot.source, row.kenmerk or row.id): row for row in rows}
    meeting = Meeting(intake.findings, now.titels, known, now)
    return _Merge(now, intake, rows, meeting).run()


def of_incoming(incoming: Incoming) -> Sequence[Placed]:
    """Give the acties of a report that came from elsewhere as rows."""
    rows: list[Placed] = []
    for domein, soort, index, actie in incoming.rapport.acties() if incoming.rapport else ():
        spot, key = incoming.spots[domein.id, soort, index], (domein.id, soort)
        row, *parts = (
            {n: Value(t, spot) for n, t in each.values().items() if t and n != "kenmerk"}
            for each in rows_of(domein, soort, actie)
        )
        own = Placed.of(key, row, spot, actie.id)
        own.parts += (Placed.of(key, part, spot) for part in parts)
        rows.append(own)
    return rows


@dataclass(slots=True)
class _Merge:
    now: Current
    intake: Intake
    rows: Sequence[Placed]
    meeting: Meeting

    def run(self) -> Merged:
        self.tell_left()
        changes = [each for each in self.joined(self.changes()) if each.says]
        order = {row.spot: number for number, row in enumerate(self.rows)}
        changes.sort(key=lambda each: order[each.placed.spot])
        return Becoming(self.now, self.intake).result(changes)

    def tell_left(self) -> None:
        """Name the rows that are no more, of which the report keeps all, and risks without one."""
        for blad, row in self.intake.sorter.gone:
            (ident, _, part), titel = text(row, "kenmerk").partition("/"), text(row, "titel")
            if ident in self.now.by_id:
                what = "deelactie" if part else "actie"
                message = f"de rij van ‘{titel[:SHOWN]}’ is weg; de {what} blijft in het rapport"
                hint = "gaat het plan niet door, zet de rij dan terug met soort vervallen"
                if part or text(row, "soort") not in ("planning", WAITING):
                    hint = f"haal ze weg in {self.meeting.file} als ze weg moet"
                self.meeting.find(BLIJFT, blad.spot, message, hint)

        for risico in self.intake.risicos(self.now.rapport.domeinen):
            message = f"het risico ‘{risico.titel[:SHOWN]}’ wordt niet overgenomen"
            hint = "zet het op het blad Acties, met risicos als soort"
            self.meeting.find(KOLOM, risico.spot, message, hint)

    # -- which row tells of which actie -----------------------------------------------------------
    def changes(self) -> Iterator[Change]:
        """Meet each row with the actie that it tells of; rows that tell of one go together."""
        sources: dict[_Source, list[Placed]] = {}
        for row in self.rows:
            sources.setdefault(row.spot.source, []).append(row)
        for rows in sources.values():
            groups: dict[Standplaats, list[Placed]] = {}
            for row, target in self.targets(rows):
                if target:
                    groups.setdefault(target, []).append(row)
                elif not row.kenmerk:
                    yield Change(row, None, *row.key, row.row)
                elif not row.as_it_was:
                    self.meeting.unknown("actie", row)
            for target, group in groups.items():
                yield from self.group(target, group)

    def targets(self, rows: Sequence[Placed]) -> Iterator[tuple[Placed, Standplaats | None]]:
        """Find the actie of each row of a sheet: where the row had it, else nearby."""
        exact: dict[int, Standplaats] = {}
        places = [self.now.find(row.kenmerk or row.id, (row.was_key or row.key)[1]) for row in rows]
        for number, (row, found) in enumerate(zip(rows, places, strict=True)):
            for key in (row.was_key, row.key):
                at = [each for each in found if each[:2] == key]
                if at and number not in exact:
                    exact[number] = at[0]
        claimed = set(exact.values())
        for number, (row, found) in enumerate(zip(rows, places, strict=True)):
            if number in exact:
                yield row, exact[number]
                continue
            near = [each for each in found if each.domein == (row.was_key or row.key)[0]]
            far = [each for each in found if row.kenmerk]
            yield row, next((e for e in (*near, *far) if e not in claimed), next(iter(near), None))

    def group(self, target: Standplaats, rows: list[Placed]) -> Iterator[Change]:
        """Take the rows of one sheet that tell of one actie: a copied row is a second answer."""
        different: dict[object, Placed] = {}
        for row in rows:
            if different.setdefault(row.said, row) is not row:
                self.meeting.twice(row)
        main, extra = self.split(target, [*different.values()])
        self.contradict([main, *extra])
        yield self.meeting.meet(main, target)
        for row in extra:
            yield self.second(row, target)

    def split(self, target: Standplaats, rows: list[Placed]) -> tuple[Placed, list[Placed]]:
        """Say which of several rows is the actie itself."""
        still: list[Placed] = []
        changed: list[Placed] = []
        for row in rows:
            (still if self.is_still(row, target) else changed).append(row)
        waited = (rows[0].was_key or target)[1] == WAITING
        if not changed or (still and not waited):
            return still[0], changed
        if waited:
            ranked = [row for soort in _FIRST for row in changed if row.key[1] == soort]
            main = next(iter(ranked), changed[0])
            if main.was is None and still:  # typed anew below, where its own row was left alone
                own = still[0].was or {}
                main.was = {name: own[name] for name in main.row if name in own}
        else:
            titel = text(changed[0].was or {}, "titel") or self.now.actie(target).titel
            main = next((row for row in changed if row.titel == titel), changed[0])
        return main, [row for row in changed if row is not main]

    def is_still(self, row: Placed, target: Standplaats) -> bool:
        """Tell whether a row says nothing but what went out, or what the report has."""
        if row.was is not None:
            return row.as_it_was
        if row.key[1] == WAITING != target.soort:
            return True
        now = texts_of(self.now.actie(target), Risico)
        return row.key == target[:2] and all(
            now.get(name) in (None, value.text) for name, value in row.row.items()
            if name not in ("domein", "kenmerk", "deelactie van")
        )  # fmt: skip

    def contradict(self, rows: Sequence[Placed]) -> None:
        """Say of a row about an actie where it cannot hold beside one before it."""
        before: dict[object, Placed] = {}
        for row in rows:
            alike, soort = (row.key, slug(row.titel)), row.key[1]
            same, opposite = before.get(alike), before.get(_OPPOSITE.get(soort))
            if same:
                self.differ(row, same, first_difference(row, same) or "titel")
            elif opposite:
                self.differ(row, opposite, "soort")
            before.setdefault(alike, row)
            before.setdefault(soort, row)

    def differ(self, row: Placed, other: Placed, name: str) -> None:
        self.meeting.differ(name, other.titel, row.value(name), other.value(name))

    def second(self, row: Placed, target: Standplaats) -> Change:
        """Make an actie of its own of a copied row, which answers the plan too."""
        plan = self.meeting.id(target)
        was = row.was_key or target
        answers = was[1] == WAITING or row.key[1] != was[1]
        bare = _bare(row)
        if answers:
            bare.row["vervolg_op"] = _with(bare.row.get("vervolg_op"), plan, row.spot)
        for index, actie in enumerate(self.now.domeinen[row.key[0]].lijst(row.key[1])):
            if actie.titel == row.titel and (plan in actie.vervolg_op) == answers:
                return self.meeting.meet(bare, Standplaats(*row.key, index))
        return Change(bare, None, *row.key, bare.row, plan=plan if answers else None)

    # -- what several sources say of one ----------------------------------------------------------
    def joined(self, changes: Iterable[Change]) -> list[Change]:
        """Join what several workbooks say of one actie; where they differ is a finding."""
        joined: dict[object, Change] = {}
        apart: list[Change] = []
        for each in changes:
            if each.target is None and not each.placed.id:
                apart.append(each)
                continue
            key = each.target or (each.domein, each.soort, each.placed.id)
            first = joined.setdefault(key, each)
            if first is each:
                continue
            if each.target is not None:
                joined[key] = self.join(first, each)
            elif first.placed.said == each.placed.said:
                continue
            elif first.placed.spot.source == each.placed.spot.source:
                apart.append(each)  # two of one title, each with an id of its own
            else:
                name = first_difference(each.placed, first.placed)
                self.differ(each.placed, first.placed, name or "titel")
        return [*joined.values(), *apart]

    def join(self, one: Change, other: Change) -> Change:
        if one.moves and other.moves and (one.domein, one.soort) != (other.domein, other.soort):
            name = "soort" if one.soort != other.soort else "domein"
            self.differ(other.placed, one.placed, name)
        cells = self.both(one, other)
        first = one if one.moves or not other.moves else other
        parts = [*one.parts]
        known = {_part(each): each for each in reversed(parts)}
        for part in other.parts:
            same = known.setdefault(_part(part), part)
            if same is part:
                parts.append(part)
            elif part.index is not None:
                same.cells = self.both(same, part)
            elif differing := first_difference(part.placed, same.placed):
                self.differ(part.placed, same.placed, differing)
        return Change(first.placed, one.target, first.domein, first.soort, cells, parts)

    def both(self, one: Change | PartChange, other: Change | PartChange) -> Row:
        """Give the cells that either changes; where the two differ is a finding."""
        for name, value in other.cells.items():
            if name in one.cells and one.cells[name].text != value.text:
                self.differ(other.placed, one.placed, name)
        return {**other.cells, **one.cells}


def _bare(row: Placed) -> Placed:
    """Give a copied row without what made it a copy."""
    kept = {name: value for name, value in row.row.items() if name not in ("kenmerk", "id")}
    return Placed(kept, row.spot, row.columns, recorded=row.recorded,
                  key=row.key, id=slug(row.titel), titel=row.titel,
                  parts=[*map(_bare_part, row.parts)])  # fmt: skip


def _with(value: Value | None, plan: str, spot: Spot) -> Value:
    """Say of a copied row that it goes on from the plan, besides what it says itself."""
    if value is None:
        return Value(plan, spot)
    known = plan in value.text.replace(",", " ").split()
    return value if known else value._replace(text=f"{plan}, {value.text}")


def _bare_part(part: Placed) -> Placed:
    kept = {name: value for name, value in part.row.items() if name != "kenmerk"}
    return Placed.of(part.key, kept, part.spot)


def _part(part: PartChange) -> object:
    """Tell by what two workbooks know that they tell of one deelactie."""
    return part.placed.titel if part.index is None else part.index
