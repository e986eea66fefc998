"""The rows of the sheets Audits and Aanbevelingen: of what each of them tells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from voortgang.exchange.audits.names import AuditNames
from voortgang.exchange.excel.blad import Blad, Row, spot_of
from voortgang.exchange.excel.book import Book
from voortgang.exchange.excel.columns import COMPUTED, KENMERK
from voortgang.exchange.excel.domeinen import file_of
from voortgang.exchange.excel.regels import CEL, PLAATS
from voortgang.exchange.excel.stand import SheetRow, text
from voortgang.exchange.excel.typed import meant
from voortgang.findings import Finding
from voortgang.model import Aanbeveling, Audit, slug
from voortgang.model.audit import AuditBestand, id_of

_OF_ROW = (*COMPUTED, KENMERK)


@dataclass(slots=True, kw_only=True)
class AuditRow(SheetRow):
    """A row that tells of the audit of this name; `id` is of its aanbeveling, empty of itself."""

    audit: str
    id: str = ""


@dataclass(slots=True)
class AuditRows:
    """Reads the rows of all workbooks, and finds what of them tells of nothing.

    `known` are the audits that there are, by name.
    """

    books: Sequence[Book]
    known: Mapping[str, Audit]
    findings: list[Finding]
    names: AuditNames = field(init=False)
    told: set[str] = field(init=False)  # cells of which something was said: not that they lack too
    _owner: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Gather what is known."""
        self.names = AuditNames(self.findings)
        for audit in self.known.values():
            self.names.add(audit.id, audit.titel)
        self.told = {
            each.file for book in self.books for each in book.findings if each.code == CEL.code
        }
        self._owner = {
            kenmerk: audit.id for audit in self.known.values() for kenmerk, _ in audit.met_id()
        }

    def read(self) -> list[AuditRow]:
        """Give the rows in the order of the sheets, those of Audits first."""
        rows = [row for book in self.books for row in self.audits(book)]
        return [*rows, *(row for book in self.books for row in self.aanbevelingen(book))]

    def audits(self, book: Book) -> Iterator[AuditRow]:
        """Read the sheets Audits of a workbook."""
        went_out = went(book.stand_audits, "bestand")
        for blad in book.audits:
            for row in blad.rows:
                known = None
                if "titel" in row and "bestand" not in row:
                    known = self.names.titled(row["titel"])
                name = known or file_of(row, self.findings)
                if name is None:
                    continue
                said = meant(AuditBestand, row, went_out.get(name))
                self.names.add(name, text(said, "titel") or name)
                yield AuditRow(
                    said, spot_of(row), blad.columns, went_out.get(name), bool(went_out), audit=name
                )

    def aanbevelingen(self, book: Book) -> Iterator[AuditRow]:
        """Read the sheets Aanbevelingen of a workbook."""
        went_out = went(book.stand_aanbevelingen, "kenmerk")
        for blad in book.aanbevelingen:
            rows = list(self.named(blad, went_out))
            own = {ident for row, _, ident in rows if text(row, "kenmerk") == ident}
            for row, audit, ident in rows:
                kenmerk = text(row, "kenmerk")
                copied = kenmerk in own and ident not in ("", kenmerk)
                known = ident if copied else kenmerk or ident
                was = went_out.get(known)
                said = meant(Aanbeveling, row, was)
                if copied:  # it has a number of its own
                    said = {name: each for name, each in said.items() if name not in _OF_ROW}
                yield AuditRow(said, spot_of(row), blad.columns, was, bool(went_out),
                               audit=audit, id=known)  # fmt: skip

    def named(self, blad: Blad, went_out: Mapping[str, Row]) -> Iterator[tuple[Row, str, str]]:
        """Give each row with the name of its audit, and the id that its number makes with it."""
        for row in blad.rows:
            kenmerk = text(row, "kenmerk")
            was = went_out.get(kenmerk)
            if "audit" not in row:
                audit = self._owner.get(kenmerk) or (text(was, "audit") if was else None)
            elif was and text(row, "audit") == text(was, "audit"):
                audit = text(was, "audit")
            else:
                audit = self.names.find(row["audit"])
            nummer = text(row, "nummer")
            if "audit" not in row and audit is None:
                self.lack(blad, row, "audit", "vul in bij welke audit ze hoort")
            if not slug(nummer) and kenmerk not in self._owner:
                self.lack(blad, row, "nummer", "vul het nummer uit het auditrapport in")
            elif audit is not None:
                yield row, audit, id_of(audit, nummer) if slug(nummer) else ""

    def lack(self, blad: Blad, row: Row, name: str, hint: str) -> None:
        """Say that a row lacks what it cannot do without."""
        place = blad.cell(spot_of(row).row, name).place
        if place.file not in self.told:
            self.told.add(place.file)
            self.findings.append(PLAATS.at(place, f"de kolom '{name}' is leeg", hint))


def went(bladen: Sequence[Blad], name: str) -> dict[str, Row]:
    """Give the rows that went out, by what they are known by."""
    return {text(row, name): row for blad in bladen for row in blad.rows}
