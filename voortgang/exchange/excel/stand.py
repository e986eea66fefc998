"""What a workbook held when it went out: the hidden sheet Stand, and which row it tells of.

So that a merge takes over what a service changed, and nothing that an editor changed meanwhile.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from voortgang.exchange.excel.blad import Row, Spot, Value
from voortgang.model import slug


@dataclass(slots=True)
class SheetRow:
    """A row of a sheet; `was` is what it held when the workbook went out.

    `columns` are those that its sheet has: of another nothing is said. `recorded` tells that the
    workbook says what went out at all.
    """

    row: Row
    spot: Spot
    columns: Mapping[str, int]
    was: Row | None = None
    recorded: bool = False

    @property
    def kenmerk(self) -> str:
        """The kenmerk that was given to the row."""
        return text(self.row, "kenmerk") or (text(self.was, "kenmerk") if self.was else "")

    def texts(self) -> dict[str, str]:
        """Give all that the row says."""
        return {name: value.text for name, value in self.row.items()}

    @property
    def as_it_was(self) -> bool:
        """Tell whether the row says what went out, and nothing else."""
        was = self.was
        return was is not None and all(text(self.row, n) == text(was, n) for n in self.columns)

    def value(self, name: str) -> Value:
        """Give what the row says under a name, at its cell."""
        return Value(text(self.row, name), self.cell(name))

    def cell(self, name: str) -> Spot:
        """Give the cell under a name, also an empty one."""
        return self.spot._replace(column=self.columns.get(name, self.spot.column))


class Vertrek:
    """The rows as they went out; none where a workbook was not made by `export`."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = list(rows)
        self.claimed: set[int] = set()
        self.by_kenmerk: dict[str, list[int]] = {}
        self.by_titel: dict[tuple[str, str, bool], list[int]] = {}
        for at, row in enumerate(self.rows):
            self.by_kenmerk.setdefault(text(row, "kenmerk"), []).append(at)
            self.by_titel.setdefault(_titled(row), []).append(at)

    def pair(self, rows: Sequence[Row]) -> dict[int, Row]:
        """Find for the rows of one sheet, by number, what each was.

        A kenmerk that stands twice is a row that was copied: both tell of the same. Without a
        kenmerk the title counts, if no other row tells of it.
        """
        found: dict[int, int] = {}
        taken: set[int] = set()
        for alike in (("domein", "soort"), ("domein",), (), None):
            for number, row in enumerate(rows):
                at = None if number in found else self._find(row, alike, taken)
                if at is not None:
                    found[number] = at
                    taken.add(at)
        self.claimed |= taken
        return {number: self.rows[at] for number, at in found.items()}

    def gone(self) -> Iterator[Row]:
        """Give what stands on no sheet any more."""
        return (row for at, row in enumerate(self.rows) if at not in self.claimed)

    def _find(self, row: Row, alike: tuple[str, ...] | None, taken: Container[int]) -> int | None:
        kenmerk = text(row, "kenmerk")
        if not kenmerk:
            of_titel = self.by_titel.get(_titled(row), ()) if alike is None else ()
            return next((at for at in of_titel if at not in taken), None)
        for at in self.by_kenmerk.get(kenmerk, ()):
            same = all(text(row, name) == text(self.rows[at], name) for name in alike or ())
            if same and (alike is None or at not in taken):
                return at
        return None


def _titled(row: Row) -> tuple[str, str, bool]:
    return text(row, "domein"), slug(text(row, "titel")), "deelactie van" in row


def become(now: Mapping[str, str], changed: Row, spot: Spot) -> Row:
    """Give what there is, at `spot`, with what changes; what is emptied is not there."""
    there = {name: Value(words, spot) for name, words in now.items()}
    return {name: value for name, value in {**there, **changed}.items() if value.text}


def text(row: Row, name: str) -> str:
    """Give what a cell says; an empty one says nothing."""
    return row[name].text if name in row else ""
