"""One row against the report: what it changes, where the report changed too, what is left empty."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from voortgang.exchange.excel.blad import Row, Value
from voortgang.exchange.excel.columns import WAITING, cells_of
from voortgang.exchange.excel.placed import Placed
from voortgang.exchange.excel.regels import BLIJFT, GEWISSELD, INTUSSEN, KOLOM, PLAATS
from voortgang.exchange.excel.stand import text
from voortgang.exchange.excel.typed import as_typed
from voortgang.exchange.merge.current import Current, Standplaats
from voortgang.findings import Finding, Regel
from voortgang.model import Actie, Deelactie, Risico, Soort
from voortgang.model.deel import Deel, Key

SHOWN = 60
_THERE = "zet in de cel wat er nu in het rapport staat, of pas het rapport aan"


@dataclass(slots=True)
class PartChange:
    """What a row says of a deelactie; `index` is which it is of its actie, None of a new one."""

    placed: Placed
    index: int | None
    cells: Row


@dataclass(slots=True)
class Change:
    """What a row says: of the actie at `target`, or of a new one; where it is to stand.

    `plan` is what it answers besides, where two rows answer one plan.
    """

    placed: Placed
    target: Standplaats | None
    domein: str
    soort: Soort
    cells: Row = field(default_factory=dict)
    parts: list[PartChange] = field(default_factory=list)
    plan: str | None = None

    @property
    def moves(self) -> bool:
        """Tell whether a known actie goes to another list."""
        return self.target is not None and self.target[:2] != (self.domein, self.soort)

    @property
    def says(self) -> bool:
        """Tell whether anything changes by it."""
        return bool(self.target is None or self.moves or self.cells or self.parts)


@dataclass(slots=True)
class Meeting:
    """Meets rows with the report; `rows` are all rows by source and kenmerk, to name a cell."""

    now: Current
    findings: list[Finding]
    rows: Mapping[tuple[tuple[str, str], str], Placed]

    def meet(self, placed: Placed, target: Standplaats) -> Change:
        """Say what a row changes of an actie."""
        actie = self.now.actie(target)
        cells = self.cells(placed, self.now.texts(target, actie), Risico, actie.id)
        domein, soort = self.place(placed, target)
        parts = list(self.parts(placed, target, actie))
        return Change(placed, target, domein, soort, cells, parts)

    def cells(self, placed: Placed, now: Mapping[str, str], part: type[Deel], kenmerk: str) -> Row:
        """Give the cells that change; an empty one changes nothing, and that is said."""
        changed: Row = {}
        for name, key in cells_of(part).items():
            mine, was, there = (
                text(placed.row, name),
                text(placed.was or {}, name),
                now.get(name, ""),
            )
            same = mine in (there, as_typed(key, there)) or (placed.was is not None and mine == was)
            if same or name not in placed.columns:
                continue
            if name == "id":
                self.own_id(placed, mine, kenmerk)
            elif not mine:
                self.emptied(placed, key, was, changed)
            elif placed.recorded and there != was and there:
                self.meanwhile(placed, name, mine, there)
            elif name == "titel" and self.is_of_another(placed, mine, kenmerk):
                continue
            else:
                changed[name] = placed.row[name]
        return changed

    def own_id(self, placed: Placed, mine: str, kenmerk: str) -> None:
        """Say that a known actie keeps its id."""
        if mine and mine != kenmerk:
            message = f"de id van een actie die al bestaat, blijft '{kenmerk[:SHOWN]}'"
            self.find(
                KOLOM, placed.row["id"], message, "wijzig de id in het bestand van het domein"
            )

    def emptied(self, placed: Placed, key: Key, was: str, changed: Row) -> None:
        """Say that an emptied cell takes nothing away, but for a reden where none belongs.

        Without a title it is no actie: that is left to the model.
        """
        empty = Value("", placed.cell(key.name))
        told = any(each.file == empty.spot.place.file for each in self.findings)
        if key.required or (key.name == "reden" and placed.key[1] != "vervallen"):
            changed[key.name] = empty
        elif was and not told:
            message = f"{key.name} is leeggemaakt; in het rapport blijft ‘{_short(was)}’"
            hint = "haal het weg in het bestand van het domein als het weg moet"
            self.find(BLIJFT, empty, message, hint)

    def meanwhile(self, placed: Placed, name: str, mine: str, there: str) -> None:
        """Say that both the row and the report changed."""
        message = f"{name} is hier ‘{_short(mine)}’, en in het rapport intussen ‘{_short(there)}’"
        self.find(INTUSSEN, Value(mine, placed.cell(name)), message, _THERE)

    def is_of_another(self, placed: Placed, titel: str, kenmerk: str) -> bool:
        """Tell whether a new title is that of another actie, and say so."""
        others = sorted(self.now.titels.get(titel, set()) - {kenmerk})
        if not others or not placed.kenmerk:
            return False
        other = self.rows.get((placed.spot.source, others[0]))
        where = f", de rij van {other.cell('titel').place.file}" if other else ""
        message = f"‘{_short(titel)}’ is de titel van '{others[0][:SHOWN]}'{where}"
        hint = "zet elke titel terug bij zijn kenmerk, of kies een andere titel"
        self.find(GEWISSELD, placed.row["titel"], message, hint)
        return True

    def place(self, placed: Placed, target: Standplaats) -> tuple[str, Soort]:
        """Say where an actie is to stand: what the row moved, and what the report moved."""
        here, mine, was = target[:2], placed.key, placed.was_key
        if mine in (here, was) or (was is None and mine[1] == WAITING):
            return here
        if was is None and not placed.kenmerk and here[1] != WAITING:
            message = f"‘{_short(placed.titel)}’ staat in {here[0]} al bij {here[1]}"
            hint = (
                f"zet soort op {here[1]}; moet ze verplaatst worden, vul dan als kenmerk "
                f"{placed.id[:SHOWN]} in; is het een andere actie, geef ze een eigen id"
            )
            self.find(INTUSSEN, placed.row["soort"], message, hint)
            return here
        was = was or here
        domein = here[0] if mine[0] == was[0] else mine[0]
        soort = here[1] if mine[1] == was[1] else mine[1]
        for name, one, before, there in zip(("domein", "soort"), mine, was, here, strict=True):
            if one != before and there not in (before, one):
                self.meanwhile(placed, name, one, there)
                return here
        if (soort == "risicos") != (here[1] == "risicos"):
            message = f"een actie gaat niet van {here[1]} naar {soort}"
            self.find(PLAATS, placed.row["soort"], message, f"zet soort terug op {here[1]}")
            return here
        there_too = Standplaats(domein, soort, 0)[:2] in (
            e[:2] for e in self.now.by_id[self.id(target)]
        )
        if there_too and (domein, soort) != here:
            message = f"deze actie staat in {domein} ook al bij {soort}"
            hint = f"haal ze in {here[0]}.yaml weg bij {here[1]}"
            self.find(INTUSSEN, placed.row["soort"], message, hint)
            return here
        return domein, soort

    def id(self, target: Standplaats) -> str:
        """Give the id of the actie at a place."""
        return self.now.actie(target).id

    def parts(self, placed: Placed, target: Standplaats, actie: Actie) -> Iterator[PartChange]:
        """Say what the rows below change of the deelacties of an actie."""
        free = dict(enumerate(actie.deelacties))
        for part in placed.parts:
            index = _which(part, free)
            if index is None:
                if part.was is None:
                    yield PartChange(part, None, part.row)
                elif part.texts() != _texts(part.was):
                    message = f"het rapport heeft deze deelactie van '{actie.id[:SHOWN]}' niet meer"
                    hint = "maak kenmerk leeg als ze er toch bij moet, of haal de rij weg"
                    self.find(INTUSSEN, next(iter(part.row.values())), message, hint)
                continue
            now = self.now.texts(target, free.pop(index))
            cells = self.cells(part, now, Deelactie, f"{actie.id}/{index + 1}")
            if cells:
                yield PartChange(part, index, cells)

    def find(self, regel: Regel, value: Value, message: str, hint: str) -> None:
        """Remember what is wrong with a cell."""
        self.findings.append(regel.at(value.spot.place, message, hint))


def _which(part: Placed, free: Mapping[int, Deelactie]) -> int | None:
    """Find which deelactie a row means, by its old title, its number among equals, its new one."""
    number = part.kenmerk.rpartition("/")[2]
    at = int(number) - 1 if number.isascii() and number.isdigit() else -1
    titels = [text(part.was, "titel")] if part.was else []
    for titel in (*titels, part.titel):
        match = [index for index, each in free.items() if each.titel == titel]
        if match:
            return at if at in match else match[0]
    return at if part.was is None and at in free else None


def _texts(row: Row) -> dict[str, str]:
    return {name: value.text for name, value in row.items()}


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"


def same_texts(rows: Iterable[Placed]) -> bool:
    """Tell whether rows say the same."""
    first, *rest = rows
    return all(each.key == first.key and each.texts() == first.texts() for each in rest)
