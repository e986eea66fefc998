"""One row against the report: what it changes, where the report changed too, what is left empty."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from voortgang.exchange.excel.blad import Row
from voortgang.exchange.excel.columns import WAITING, texts_of
from voortgang.exchange.excel.placed import Placed
from voortgang.exchange.excel.regels import INTUSSEN, PLAATS
from voortgang.exchange.excel.stand import SheetRow, text
from voortgang.exchange.merge.compare import SHOWN, Comparison, short
from voortgang.exchange.merge.current import Current, Standplaats
from voortgang.model import Actie, Deelactie, Risico, Soort
from voortgang.model.deel import Key


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
class Meeting(Comparison):
    """Meets rows with the report."""

    now: Current

    def meet(self, placed: Placed, target: Standplaats) -> Change:
        """Say what a row changes of an actie."""
        actie = self.now.actie(target)
        cells = self.cells(placed, texts_of(actie, Risico), Risico, actie.id)
        domein, soort = self.place(placed, target)
        parts = list(self.parts(placed, actie))
        return Change(placed, target, domein, soort, cells, parts)

    def emptied(self, said: SheetRow, key: Key, was: str, changed: Row) -> None:
        """Let a reden go where none belongs."""
        if key.name == "reden" and isinstance(said, Placed) and said.key[1] != "vervallen":
            changed[key.name] = said.value(key.name)
        else:
            Comparison.emptied(self, said, key, was, changed)

    def place(self, placed: Placed, target: Standplaats) -> tuple[str, Soort]:
        """Say where an actie is to stand: what the row moved, and what the report moved."""
        here, mine, was = target[:2], placed.key, placed.was_key
        if mine in (here, was) or (was is None and mine[1] == WAITING):
            return here
        if was is None and not placed.kenmerk and here[1] != WAITING:
            message = f"‘{short(placed.titel)}’ staat in {here[0]} al bij {here[1]}"
            hint = (
                f"zet soort op {here[1]}; moet ze verplaatst worden, vul dan als kenmerk "
                f"{placed.id} in; is het een andere actie, geef ze een eigen id"
            )
            self.find(INTUSSEN, placed.cell("soort"), message, hint)
            return here
        was = was or here
        domein = here[0] if mine[0] == was[0] else mine[0]
        soort = here[1] if mine[1] == was[1] else mine[1]
        for name, one, before, there in zip(("domein", "soort"), mine, was, here, strict=True):
            if one != before and there not in (before, one):
                self.meanwhile(placed.value(name), name, there)
                return here
        if (soort == "risicos") != (here[1] == "risicos"):
            message = f"een actie gaat niet van {here[1]} naar {soort}"
            self.find(PLAATS, placed.cell("soort"), message, f"zet soort terug op {here[1]}")
            return here
        there_too = Standplaats(domein, soort, 0)[:2] in (
            e[:2] for e in self.now.by_id[self.id(target)]
        )
        if there_too and (domein, soort) != here:
            message = f"deze actie staat in {domein} ook al bij {soort}"
            hint = f"haal ze in {here[0]}.yaml weg bij {here[1]}"
            self.find(INTUSSEN, placed.cell("soort"), message, hint)
            return here
        return domein, soort

    def id(self, target: Standplaats) -> str:
        """Give the id of the actie at a place."""
        return self.now.actie(target).id

    def parts(self, placed: Placed, actie: Actie) -> Iterator[PartChange]:
        """Say what the rows below change of the deelacties of an actie."""
        free = dict(enumerate(actie.deelacties))
        met: dict[tuple[tuple[str, str], str], Placed] = {}
        # Of a row and its copy, what stayed as it was is the deelactie itself.
        for part in sorted(placed.parts, key=lambda each: not each.as_it_was):
            index = _which(part, free)
            other = met.setdefault((part.spot.source, part.kenmerk), part)
            if index is not None:
                now = texts_of(free.pop(index), Deelactie)
                cells = self.cells(part, now, Deelactie, f"{actie.id}/{index + 1}")
                if cells:
                    yield PartChange(part, index, cells)
            elif part.was is None or part.titel != other.titel:
                yield PartChange(part, None, part.row)
            elif other is not part:
                name = first_difference(part, other)
                if name:
                    self.differ(name, other.titel, part.value(name), other.value(name))
            elif not part.as_it_was:
                message = f"het rapport heeft deze deelactie van '{actie.id[:SHOWN]}' niet meer"
                hint = "maak kenmerk leeg als ze er toch bij moet, of haal de rij weg"
                self.find(INTUSSEN, part.spot, message, hint)


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


def first_difference(one: SheetRow, other: SheetRow) -> str | None:
    """Name the first column in which two rows say another thing."""
    names = (name for name in one.columns if text(one.row, name) != text(other.row, name))
    return next(names, None)
