"""Bringing rows into the audits: what a service changed, and what is new; nothing goes away."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeAlias

from voortgang.exchange.audits.rows import AuditRow, AuditRows
from voortgang.exchange.excel.blad import Blad, Row, Spot, Value
from voortgang.exchange.excel.book import Book
from voortgang.exchange.excel.columns import COMPUTED, cells_of, texts_of
from voortgang.exchange.excel.nodes import Cells
from voortgang.exchange.excel.regels import BLIJFT, KOLOM, PLAATS, TEGENSPRAAK
from voortgang.exchange.excel.stand import text
from voortgang.exchange.merge.compare import SHOWN, Comparison, short
from voortgang.findings import Finding, Regel, Severity
from voortgang.model import Aanbeveling, Audit, Audits, read_audits
from voortgang.model.audit import AuditBestand
from voortgang.model.deel import Deel, keys_of
from voortgang.source import Document, FolderSource, Node

_Key = tuple[str, str]  # the audit, and the id of its aanbeveling; empty of the audit itself


class Meting(Comparison):
    """Compares rows with the audits."""

    file: ClassVar = "het bestand van de audit"
    fixed: ClassVar = "nummer"
    keeps: ClassVar = "het nummer van een aanbeveling die al bestaat, blijft"


@dataclass(slots=True)
class AuditChange:
    """What rows say of an audit, or of an aanbeveling; `rows` are those that say it."""

    cells: Row
    rows: list[AuditRow]
    known: bool


@dataclass(frozen=True, slots=True)
class MergedAudits:
    """The audits as they become, by name: those that change, and with them what they were.

    `sound` is False where something is wrong; `findings` tell of that, and of what stays out.
    `untold` names the workbooks of which a change counts that do not know what went out.
    """

    changed: Mapping[str, tuple[Audit | None, Audit]]
    findings: tuple[Finding, ...] = ()
    sound: bool = True
    untold: tuple[str, ...] = ()


Changes: TypeAlias = Mapping[_Key, AuditChange]
NO_CHANGE = MergedAudits({})


def bring_in(current: Audits, books: Sequence[Book], *, fresh: bool = False) -> MergedAudits:
    """Bring the rows of workbooks in; `fresh` where what they know need not be there yet."""
    if not any(blad.rows for book in books for blad in (*book.audits, *book.aanbevelingen)):
        return NO_CHANGE
    if current.errors:
        return MergedAudits({}, current.errors, sound=False)
    return _Bringing(current, books, fresh).result()


@dataclass(slots=True)
class _Bringing:
    current: Audits
    books: Sequence[Book]
    fresh: bool
    findings: list[Finding] = field(default_factory=list)
    now: dict[str, Audit] = field(init=False)
    known: dict[_Key, tuple[type[Deel], Deel]] = field(init=False)
    rows: list[AuditRow] = field(init=False)
    at: dict[tuple[str, str, int], AuditRow] = field(init=False)
    reader: AuditRows = field(init=False)

    def __post_init__(self) -> None:
        self.now = {audit.id: audit for audit in self.current.audits}
        self.known = {(audit.id, ""): (AuditBestand, audit) for audit in self.now.values()}
        for audit in self.now.values():
            self.known |= {(audit.id, i): (Aanbeveling, each) for i, each in audit.met_id()}
        self.reader = AuditRows(self.books, self.now, self.findings)
        self.rows = self.reader.read()
        self.at = {(*row.spot.source, row.spot.row): row for row in self.rows}

    def result(self) -> MergedAudits:
        changes = self.changes()
        self.tell_gone()
        touched: dict[str, list[_Key]] = {audit: [] for audit, _ in changes}
        for key in (*self.known, *(key for key in changes if key not in self.known)):
            if key[0] in touched and key[1]:
                touched[key[0]].append(key)
        cells = Cells([self.home], {self.home: 1})
        documents = {
            name: Document("", "", self.tree(cells, name, keys, changes))
            for name, keys in touched.items()
        }
        source = FolderSource({**self.current.documents, **documents}, ())
        read = read_audits(source)
        found = (cells.at_cell(each, self.lacking) if not each.file else each
                 for each in read.findings)  # fmt: skip
        self.findings += (each for each in found if each.file not in self.reader.told)
        if read.errors or any(each.severity is Severity.ERROR for each in self.findings):
            return MergedAudits({}, tuple(self.findings), sound=False)
        become = {audit.id: audit for audit in read.audits}
        changed = {
            name: (self.now.get(name), self.updated(become[name], changes)) for name in touched
        }
        really = {name: each for name, each in sorted(changed.items()) if each[0] != each[1]}
        return MergedAudits(really, tuple(self.findings), untold=self.untold(changes, really))

    @property
    def home(self) -> Spot:
        return Spot(self.books[0].name, "Aanbevelingen", 1, 1)

    # -- what each row says -----------------------------------------------------------------------
    def changes(self) -> dict[_Key, AuditChange]:
        """Meet each row with what it tells of; rows that tell of one go together."""
        changes: dict[_Key, AuditChange] = {}
        titels: dict[str, set[str]] = {}
        for (_, ident), (_, each) in self.known.items():
            if isinstance(each, Aanbeveling):
                titels.setdefault(each.titel, set()).add(ident)
        rows = {(row.spot.source, row.id): row for row in self.rows if row.id}
        meting = Meting(self.findings, titels, rows)
        owners = {ident: audit for audit, ident in self.known if ident}
        for row in self.rows:
            owner = owners.get(row.id, row.audit)
            if owner != row.audit:
                self.elsewhere(row, owner)
                continue
            key = (row.audit, row.id)
            self.tell_computed(row)
            if key in self.known:
                part, there = self.known[key]
                cells = meting.cells(row, texts_of(there, part), part, row.id)
            elif not self.fresh and (row.was is not None or row.kenmerk):
                self.unknown(row)
                continue
            else:
                part = Aanbeveling if row.id else AuditBestand
                cells = {name: row.row[name] for name in cells_of(part) if name in row.row}
            self.join(changes.setdefault(key, AuditChange({}, [], key in self.known)), row, cells)
        return {key: each for key, each in changes.items() if each.cells or not each.known}

    def join(self, change: AuditChange, row: AuditRow, cells: Row) -> None:
        """Add what one more row says of the same; where they differ is a finding."""
        for other in change.rows:
            if other.spot.source == row.spot.source:
                self.twice(row, other)
                return
        for name, value in cells.items():
            first = change.cells.setdefault(name, value)
            if first.text != value.text:
                self.differ(row, value, first)
        change.rows.append(row)

    def twice(self, row: AuditRow, other: AuditRow) -> None:
        """Say that two rows of one sheet tell of the same, or cannot both hold."""
        part = Aanbeveling if row.id else AuditBestand
        both = (name for name in cells_of(part) if name in row.row and name in other.row)
        different = [name for name in both if text(row.row, name) != text(other.row, name)]
        for name in different[:1]:
            self.differ(row, row.row[name], other.row[name])
        if not different:
            message = "deze rij staat er twee keer; ze telt één keer"
            self.find(BLIJFT, row.spot, message, "haal één rij weg")

    def differ(self, row: AuditRow, value: Value, other: Value) -> None:
        """Say that two cells tell another thing of one."""
        message = (
            f"'{row.id or row.audit}' is hier ‘{short(value.text) or 'niets'}’, "
            f"in {other.spot.place.file} ‘{short(other.text) or 'niets'}’"
        )
        hint = "maak de twee gelijk, haal één rij weg, of geef ze een ander nummer"
        self.find(TEGENSPRAAK, value.spot, message, hint)

    def elsewhere(self, row: AuditRow, owner: str) -> None:
        if row.kenmerk:
            message = f"de aanbeveling '{row.id[:SHOWN]}' hoort bij de audit '{owner}'"
            hint = f"zet audit terug op {owner}; is ze nieuw, maak haar kenmerk dan leeg"
        else:
            message = f"'{row.id[:SHOWN]}' is al een aanbeveling van de audit '{owner}'"
            hint = "geef de audit op het blad Audits een andere naam bij bestand"
        self.find(PLAATS, row.cell("audit"), message, hint)

    def unknown(self, row: AuditRow) -> None:
        """Say that what a row changes is no more; one that changes nothing need not be told of."""
        if row.was is not None and row.texts() == {n: v.text for n, v in row.was.items()}:
            return
        if row.id:
            message = f"het rapport heeft geen aanbeveling met kenmerk '{row.id[:SHOWN]}'"
            hint = "maak kenmerk leeg als de aanbeveling nieuw is, of haal de rij weg"
            self.find(PLAATS, row.cell("kenmerk"), message, hint)
        else:
            message = f"het rapport heeft de audit '{row.audit[:SHOWN]}' niet meer"
            self.find(PLAATS, row.cell("bestand"), message, "haal de rij weg")

    def tell_computed(self, row: AuditRow) -> None:
        """Say that nobody types how an aanbeveling stands; without what went out nobody knows."""
        for name in COMPUTED:
            mine = text(row.row, name)
            new = row.was is None and (row.recorded or not row.kenmerk)
            if mine and (new or (row.was is not None and mine != text(row.was, name))):
                message = f"{name} volgt uit de acties en wordt niet overgenomen"
                hint = f"zet bij de actie in de kolom aanbevelingen {row.id[:SHOWN]}"
                self.find(KOLOM, row.cell(name), message, hint)

    def tell_gone(self) -> None:
        """Name the rows that went out and are no more; what there is, stays."""
        for book in self.books:
            there = {(row.audit, row.id) for row in self.rows if row.spot.book == book.name}
            for blad, key in (*_went_out(book.aanbevelingen, book.stand_aanbevelingen),
                              *_went_out(book.audits, book.stand_audits)):  # fmt: skip
                if key in self.known and key not in there:
                    what = "de aanbeveling" if key[1] else "de audit"
                    message = f"de rij van '{key[1] or key[0]}' is weg; {what} blijft"
                    hint = f"moet ze weg, haal ze dan weg in {Meting.file}"
                    self.find(BLIJFT, blad.spot, message, hint)

    def untold(self, changes: Changes, really: Container[str]) -> tuple[str, ...]:
        """Name the workbooks of which a change counts that do not know what went out."""
        rows = (row for (audit, _), each in changes.items() if each.known and audit in really
                for row in each.rows if not row.recorded)  # fmt: skip
        return tuple(dict.fromkeys(row.spot.book for row in rows))

    def find(self, regel: Regel, spot: Spot, message: str, hint: str) -> None:
        self.findings.append(regel.at(spot.place, message, hint))

    # -- what becomes of an audit -----------------------------------------------------------------
    def tree(self, cells: Cells, name: str, keys: Iterable[_Key], changes: Changes) -> Node:
        """Make the node of an audit as it becomes, for the model to read."""
        of_audit = self.texts((name, ""), changes)
        spots = (changes[key].rows[0].spot for key in ((name, ""), *keys) if key in changes)
        spot = next(spots)
        if (name, "") not in self.known and (name, "") not in changes:
            of_audit["titel"] = self.reader.names.new.get(name, Value(name, spot))
        items = []
        for key in keys:
            row = self.texts(key, changes)
            at = changes[key].rows[0].spot if key in changes else spot
            items.append(cells.tree(cells.fields(Aanbeveling, row), at))
        nodes = cells.fields(AuditBestand, of_audit)
        return cells.tree({**nodes, "aanbevelingen": cells.sequence(items, spot)}, spot)

    def texts(self, key: _Key, changes: Changes) -> Row:
        """Give what there is with what changes; what is emptied is not there."""
        part, there = self.known.get(key, (None, None))
        spot = changes[key].rows[0].spot if key in changes else self.home
        row = (
            {n: Value(t, spot) for n, t in texts_of(there, part).items()} if part and there else {}
        )
        row |= changes[key].cells if key in changes else {}
        return {name: value for name, value in row.items() if value.text}

    def updated(self, read: Audit, changes: Changes) -> Audit:
        """Give a known audit with what rows change in it, and nothing else of what was read."""
        old = self.now.get(read.id)
        if old is None:
            return read
        known = dict(old.met_id())
        items = tuple(
            known[ident].model_copy(update=_fields(each, changes.get((read.id, ident))))
            if ident in known else each
            for ident, each in read.met_id()
        )  # fmt: skip
        update = _fields(read, changes.get((read.id, "")))
        return old.model_copy(update={**update, "aanbevelingen": items})

    def lacking(self, spot: Spot, name: str) -> Spot:
        """Give the cell under `name` in the row of a spot."""
        row = self.at.get((*spot.source, spot.row))
        return row.cell(name) if row else spot


def _went_out(bladen: Sequence[Blad], stand: Sequence[Blad]) -> Iterator[tuple[Blad, _Key]]:
    """Give what went out, where the sheet of it came back."""
    for row in (row for blad in stand for row in blad.rows if bladen):
        yield bladen[0], (text(row, "audit") or text(row, "bestand"), text(row, "kenmerk"))


def _fields(read: Deel, change: AuditChange | None) -> dict[str, Any]:
    names = change.cells if change else {}
    return {key.field: getattr(read, key.field) for key in keys_of(type(read)) if key.name in names}
