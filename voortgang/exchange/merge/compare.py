"""The cells of one row against what the files hold: what it changes, and what it cannot."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import ClassVar

from voortgang.exchange.excel.blad import Row, Spot, Value
from voortgang.exchange.excel.columns import cells_of
from voortgang.exchange.excel.regels import (
    BLIJFT,
    GEWISSELD,
    INTUSSEN,
    KOLOM,
    PLAATS,
    TEGENSPRAAK,
)
from voortgang.exchange.excel.stand import SheetRow, text
from voortgang.exchange.excel.typed import as_typed
from voortgang.findings import Finding, Regel
from voortgang.model.deel import Deel, Key

SHOWN = 60
_THERE = "zet in de cel wat er nu in het rapport staat, of pas het rapport aan"


@dataclass(slots=True)
class Comparison:
    """Compares rows with what there is.

    `titels` are the titles of all things, each with the kenmerken of those that have it; `rows` are
    all rows by source and kenmerk, to name a cell. `file` is what holds what the rows tell of, for
    who has to change it there; `fixed` is the field that makes a known thing what it is.
    """

    findings: list[Finding]
    titels: Mapping[str, AbstractSet[str]]
    rows: Mapping[tuple[tuple[str, str], str], SheetRow]
    told: set[str] = field(init=False)  # cells of which something is wrong as it is
    file: ClassVar = "het bestand van het domein"
    fixed: ClassVar = "id"
    keeps: ClassVar = "de id van een actie die al bestaat, blijft"
    alike: ClassVar = "maak de twee gelijk, of haal één rij weg"

    def __post_init__(self) -> None:
        """See of which cells something was said before."""
        self.told = {each.file for each in self.findings}

    def cells(self, said: SheetRow, now: Mapping[str, str], part: type[Deel], kenmerk: str) -> Row:
        """Give the cells that change; an empty one changes nothing, and that is said."""
        changed: Row = {}
        for name, key in cells_of(part).items():
            mine, was, there = text(said.row, name), text(said.was or {}, name), now.get(name, "")
            same = mine in (there, as_typed(key, there)) or (said.was is not None and mine == was)
            if same or name not in said.columns:
                continue
            if name == self.fixed:
                self.stays(said, mine, there or kenmerk)
            elif not mine:
                self.emptied(said, key, was or (there if key.required else ""), changed)
            elif said.recorded and there != was and there:
                self.meanwhile(said.value(name), name, there)
            elif name != "titel" or not self.is_of_another(said, mine, kenmerk):
                changed[name] = said.row[name]
        return changed

    def stays(self, said: SheetRow, mine: str, there: str) -> None:
        """Say that a known thing stays what it is."""
        if mine and mine != there:
            hint = f"wijzig {self.keeps.partition(' van ')[0]} in {self.file}"
            self.find(KOLOM, said.cell(self.fixed), f"{self.keeps} '{there[:SHOWN]}'", hint)

    def emptied(self, said: SheetRow, key: Key, was: str, changed: Row) -> None:
        """Say that an emptied cell takes nothing away; what is new without a title is nothing."""
        empty = said.value(key.name)
        if key.required and not was:
            changed[key.name] = empty
        elif was and empty.spot.place.file not in self.told:
            message = f"{key.name} is leeggemaakt; in het rapport blijft ‘{short(was)}’"
            what = "alles wat erbij hoort" if key.required else "het"
            hint = f"haal {what} weg in {self.file} als het weg moet"
            self.find(BLIJFT, empty.spot, message, hint)

    def meanwhile(self, mine: Value, name: str, there: str) -> None:
        """Say that both the row and the report changed."""
        words = f"‘{short(mine.text)}’, en in het rapport intussen ‘{short(there)}’"
        self.find(INTUSSEN, mine.spot, f"{name} is hier {words}", _THERE)

    def differ(self, name: str, whose: str, mine: Value, other: Value) -> None:
        """Say that two rows tell another thing of one."""
        here, there = (f"‘{short(each.text) or 'niets'}’" for each in (mine, other))
        message = f"{name} van ‘{short(whose)}’ is hier {here}, in {other.spot.place.file} {there}"
        self.find(TEGENSPRAAK, mine.spot, message, self.alike)

    def twice(self, row: SheetRow) -> None:
        """Say that another row of the sheet says the same."""
        self.find(
            BLIJFT, row.spot, "deze rij staat er twee keer; ze telt één keer", "haal één rij weg"
        )

    def unknown(self, what: str, row: SheetRow) -> None:
        """Say that what a row tells of by its kenmerk is no more."""
        message = f"het rapport heeft geen {what} met kenmerk '{row.kenmerk[:SHOWN]}'"
        hint = f"maak kenmerk leeg als de {what} nieuw is, of haal de rij weg"
        self.find(PLAATS, row.cell("kenmerk"), message, hint)

    def is_of_another(self, said: SheetRow, titel: str, kenmerk: str) -> bool:
        """Tell whether a new title is that of another, and say so."""
        others = sorted(self.titels.get(titel, set()) - {kenmerk})
        if not others or not said.kenmerk:
            return False
        other = self.rows.get((said.spot.source, others[0]))
        where = f", de rij van {other.cell('titel').place.file}" if other else ""
        message = f"‘{short(titel)}’ is de titel van '{others[0][:SHOWN]}'{where}"
        hint = "zet elke titel terug bij zijn kenmerk, of kies een andere titel"
        self.find(GEWISSELD, said.cell("titel"), message, hint)
        return True

    def find(self, regel: Regel, spot: Spot, message: str, hint: str) -> None:
        """Remember what is wrong with a cell."""
        self.findings.append(regel.at(spot.place, message, hint))


def short(words: str) -> str:
    """Give the beginning of a text, on one line."""
    words = " ".join(words.split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
