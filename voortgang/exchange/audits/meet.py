"""One row against the audits: what it changes, what is new, and what cannot be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from voortgang.exchange.audits.rows import AuditRow
from voortgang.exchange.excel.blad import Blad, Row
from voortgang.exchange.excel.book import Book
from voortgang.exchange.excel.columns import COMPUTED, cells_of, texts_of
from voortgang.exchange.excel.regels import BLIJFT, KOLOM, PLAATS
from voortgang.exchange.excel.stand import text
from voortgang.exchange.merge.compare import SHOWN, Comparison
from voortgang.findings import Finding
from voortgang.model import Aanbeveling, Audit
from voortgang.model.audit import AuditBestand

Key = tuple[str, str]  # the audit, and the id of its aanbeveling; empty of the audit itself
Known: TypeAlias = Mapping[Key, Audit | Aanbeveling]


@dataclass(slots=True)
class AuditChange:
    """What rows say of an audit, or of an aanbeveling; `rows` are those that say it."""

    cells: Row
    rows: list[AuditRow]


Changes: TypeAlias = Mapping[Key, AuditChange]


def everything(audits: Iterable[Audit]) -> Known:
    """Give the audits and their aanbevelingen by what rows know them by."""
    known: dict[Key, Audit | Aanbeveling] = {}
    for audit in audits:
        known[audit.id, ""] = audit
        known |= {(audit.id, ident): each for ident, each in audit.met_id()}
    return known


def part_of(each: AuditRow | Audit | Aanbeveling) -> type[AuditBestand | Aanbeveling]:
    """Tell of what it is, or tells."""
    of_audit = not each.id if isinstance(each, AuditRow) else isinstance(each, Audit)
    return AuditBestand if of_audit else Aanbeveling


@dataclass(slots=True)
class AuditMeeting(Comparison):
    """Meets rows with what is known; `fresh` where what they know need not be there yet."""

    file: ClassVar = "het bestand van de audit"
    fixed: ClassVar = "nummer"
    keeps: ClassVar = "het nummer van een aanbeveling die al bestaat, blijft"
    alike: ClassVar = f"{Comparison.alike}; is het een andere, geef ze een ander nummer"
    known: Known
    fresh: bool

    @classmethod
    def of(
        cls, known: Known, rows: Sequence[AuditRow], findings: list[Finding], *, fresh: bool
    ) -> "AuditMeeting":
        """Make one for these rows."""
        titels: dict[str, set[str]] = {}
        for (_, ident), each in known.items():
            if ident:
                titels.setdefault(each.titel, set()).add(ident)
        by_id = {(row.spot.source, row.id): row for row in rows if row.id}
        return cls(findings, titels, by_id, known, fresh)

    def changes(self, rows: Iterable[AuditRow]) -> Changes:
        """Meet each row with what it tells of; rows that tell of one go together."""
        changes: dict[Key, AuditChange] = {}
        owners = {ident: audit for audit, ident in self.known if ident}
        for row in rows:
            key, owner = (row.audit, row.id), owners.get(row.id, row.audit)
            if owner != row.audit:
                self.elsewhere(row, owner)
                continue
            self.tell_computed(row)
            part = part_of(row)
            if key in self.known:
                cells = self.cells(row, texts_of(self.known[key], part), part, row.id)
            elif not self.fresh and (row.was is not None or row.kenmerk):
                self.gone(row)
                continue
            else:
                cells = {name: row.row[name] for name in cells_of(part) if name in row.row}
            self.join(changes.setdefault(key, AuditChange({}, [])), row, cells)
        return {key: each for key, each in changes.items() if each.cells or key not in self.known}

    def join(self, change: AuditChange, row: AuditRow, cells: Row) -> None:
        """Add what one more row says of the same; where they differ is a finding."""
        for other in change.rows:
            if other.spot.source == row.spot.source:
                names = cells_of(part_of(row))
                name = next((n for n in names if row.value(n).text != other.value(n).text), None)
                if name:
                    self.differ(name, row.id or row.audit, row.value(name), other.value(name))
                else:
                    self.twice(row)
                return
        for name, value in cells.items():
            first = change.cells.setdefault(name, value)
            if first.text != value.text:
                self.differ(name, row.id or row.audit, value, first)
        change.rows.append(row)

    def elsewhere(self, row: AuditRow, owner: str) -> None:
        """Say that what a row tells of belongs to another audit."""
        if row.kenmerk:
            message = f"de aanbeveling '{row.id[:SHOWN]}' hoort bij de audit '{owner}'"
            hint = f"zet audit terug op {owner}; is ze nieuw, maak haar kenmerk dan leeg"
        else:
            message = f"'{row.id[:SHOWN]}' is al een aanbeveling van de audit '{owner}'"
            hint = "geef de audit op het blad Audits een andere naam bij bestand"
        self.find(PLAATS, row.cell("audit"), message, hint)

    def gone(self, row: AuditRow) -> None:
        """Say that what a row changes is no more; one that changes nothing need not be told of."""
        if row.id and not row.as_it_was:
            self.unknown("aanbeveling", row)
        elif not row.as_it_was:
            message = f"het rapport heeft de audit '{row.audit[:SHOWN]}' niet meer"
            self.find(PLAATS, row.cell("bestand"), message, "haal de rij weg")

    def tell_computed(self, row: AuditRow) -> None:
        """Say that nobody types how an aanbeveling stands; without what went out nobody knows."""
        for name in COMPUTED:
            mine = text(row.row, name)
            new = row.was is None and (row.recorded or not row.kenmerk)
            if mine and (new or (row.was is not None and mine != text(row.was, name))):
                message = f"de kolom {name} volgt uit de acties en wordt niet overgenomen"
                hint = f"zet bij de actie in de kolom aanbevelingen {row.id}"
                self.find(KOLOM, row.cell(name), message, hint)

    def tell_gone(self, books: Iterable[Book], rows: Iterable[AuditRow]) -> None:
        """Name the rows that went out and are no more; what there is, stays."""
        came = {(row.spot.book, row.id or row.audit) for row in rows}
        for book in books:
            for blad, key in (*_went_out(book.aanbevelingen, book.stand_aanbevelingen),
                              *_went_out(book.audits, book.stand_audits)):  # fmt: skip
                name, what = key[1] or key[0], "de aanbeveling" if key[1] else "de audit"
                if key in self.known and (book.name, name) not in came:
                    message = f"de rij van '{name}' is weg; {what} blijft"
                    hint = f"moet ze weg, haal ze dan weg in {self.file}"
                    self.find(BLIJFT, blad.spot, message, hint)


def _went_out(bladen: Sequence[Blad], stand: Sequence[Blad]) -> Iterator[tuple[Blad, Key]]:
    """Give what went out, where the sheet of it came back."""
    for row in (row for blad in stand for row in blad.rows if bladen):
        yield bladen[0], (text(row, "audit") or text(row, "bestand"), text(row, "kenmerk"))
