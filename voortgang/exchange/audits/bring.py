"""Bringing rows into the audits: what a service changed, and what is new; nothing goes away."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from voortgang.exchange.audits.meet import (
    AuditMeeting,
    Changes,
    Key,
    Known,
    everything,
    part_of,
)
from voortgang.exchange.audits.rows import AuditRow, AuditRows
from voortgang.exchange.excel.blad import Row, Spot, Value
from voortgang.exchange.excel.book import Book
from voortgang.exchange.excel.columns import texts_of
from voortgang.exchange.excel.nodes import Cells
from voortgang.exchange.excel.stand import become
from voortgang.findings import Finding, errors_of
from voortgang.model import Aanbeveling, Audit, Audits, read_audits
from voortgang.model.audit import AuditBestand
from voortgang.source import Document, FolderSource, Node


@dataclass(frozen=True, slots=True)
class MergedAudits:
    """The audits as they are, and by name those that change: what they were, and what they become.

    `sound` is False where something is wrong; `findings` tell of that, and of what stays out.
    `untold` names the workbooks of which a change counts that do not know what went out.
    """

    current: Audits
    changed: Mapping[str, tuple[Audit | None, Audit]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    sound: bool = True
    untold: tuple[str, ...] = ()


def bring_in(current: Audits, books: Sequence[Book], *, fresh: bool = False) -> MergedAudits:
    """Bring the rows of workbooks in; `fresh` where what they know need not be there yet."""
    if not any(blad.rows for book in books for blad in (*book.audits, *book.aanbevelingen)):
        return MergedAudits(current)
    if current.findings:
        return MergedAudits(current, findings=current.findings, sound=False)
    findings: list[Finding] = []
    now = {audit.id: audit for audit in current.audits}
    reader = AuditRows(books, now, findings)
    rows = reader.read()
    known = everything(current.audits)
    meeting = AuditMeeting.of(known, rows, findings, fresh=fresh)
    meeting.told |= reader.told
    changes = meeting.changes(rows)
    meeting.tell_gone(books, rows)
    home = Spot(books[0].name, "Aanbevelingen", 1, 1)
    becoming = _Becoming(current, known, changes, reader.names.new, home)
    become, found = becoming.read(rows)
    findings += (each for each in found if each.file not in reader.told)
    if become is None or errors_of(findings):
        return MergedAudits(current, findings=tuple(findings), sound=False)
    changed = {each.id: (now.get(each.id), each) for each in become}
    really = {name: each for name, each in sorted(changed.items()) if each[0] != each[1]}
    return MergedAudits(current, really, tuple(findings), untold=_untold(known, changes, really))


def _untold(known: Known, changes: Changes, really: Mapping[str, object]) -> tuple[str, ...]:
    """Name the workbooks of which a change counts that do not know what went out."""
    told = (each for key, each in changes.items() if key in known and key[0] in really)
    rows = (row for each in told for row in each.rows if not row.recorded)
    return tuple(dict.fromkeys(row.spot.book for row in rows))


@dataclass(slots=True)
class _Becoming:
    """Makes the audits of what rows say, and lets the model read them.

    `named` are the cells that name an audit of which nothing else is said.
    """

    current: Audits
    known: Known
    changes: Changes
    named: Mapping[str, Value]
    home: Spot

    def read(self, rows: Iterable[AuditRow]) -> tuple[list[Audit] | None, list[Finding]]:
        """Read those that rows tell of, if nothing is wrong; what is, is said at its cell."""
        touched: dict[str, list[Key]] = {audit: [] for audit, _ in self.changes}
        for key in (*self.known, *(key for key in self.changes if key not in self.known)):
            if key[0] in touched and key[1]:
                touched[key[0]].append(key)
        cells = Cells([self.home], {self.home: 1})
        documents = {
            name: Document("", "", self.tree(cells, name, keys)) for name, keys in touched.items()
        }
        read = read_audits(FolderSource({**self.current.documents, **documents}, ()))
        become = [each for each in read.audits if each.id in touched]
        at = {(*row.spot.source, row.spot.row): row for row in rows}

        def lacking(spot: Spot, name: str) -> Spot:
            row = at.get((*spot.source, spot.row))
            return row.cell(name) if row else spot

        found = [each if each.file else cells.at_cell(each, lacking) for each in read.findings]
        return None if read.findings else become, found

    def tree(self, cells: Cells, name: str, keys: Sequence[Key]) -> Node:
        """Make the node of an audit as it becomes."""
        of_audit = self.texts((name, ""))
        spot = next(
            self.changes[key].rows[0].spot for key in ((name, ""), *keys) if key in self.changes
        )
        if (name, "") not in self.known and (name, "") not in self.changes:
            of_audit["titel"] = self.named.get(name, Value(name, spot))
        items = []
        for key in keys:
            nodes = cells.fields(Aanbeveling, self.texts(key))
            items.append(cells.tree(nodes, self.spot(key, spot)))
        head = cells.fields(AuditBestand, of_audit)
        return cells.tree({**head, "aanbevelingen": cells.sequence(items, spot)}, spot)

    def texts(self, key: Key) -> Row:
        """Give an audit or an aanbeveling as it becomes."""
        there, change = self.known.get(key), self.changes.get(key)
        now = texts_of(there, part_of(there)) if there else {}
        return become(now, change.cells if change else {}, self.spot(key, self.home))

    def spot(self, key: Key, otherwise: Spot) -> Spot:
        """Give the row that tells of it."""
        return self.changes[key].rows[0].spot if key in self.changes else otherwise
