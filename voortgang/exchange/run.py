"""Workbooks or old texts into a year, from their bytes to a plan."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from voortgang.checks.rapport.bestuur_invullen import INVULLEN
from voortgang.exchange.audits.bring import MergedAudits, bring_in
from voortgang.exchange.excel.book import Book, read_book
from voortgang.exchange.excel.intake import TITEL, Incoming, Intake, take_in
from voortgang.exchange.merge.merge import merge as merge_rows
from voortgang.exchange.merge.merge import of_incoming
from voortgang.exchange.old.take import from_old
from voortgang.exchange.plan import Plan, plan_merge, plan_new
from voortgang.findings import FindingsError, Obstacle
from voortgang.model import KADERS, KEYS, Domein, Reading, read_all, read_audits
from voortgang.office.package import EXCEL, POWERPOINT, OfficePackage, UnfitError, macros
from voortgang.source import Workspace, load_audits
from voortgang.source.inside import LARGEST, read_named
from voortgang.source.yaml.decode import LIMIT

WORKBOOK = (".xlsx",)
OLD = (".pptx", ".txt", ".md")
_UNTOLD = (
    "let op: ‘{}’ weet niet wat er stond toen het vertrok (het verborgen blad daarvoor ontbreekt): "
    "elke cel die anders is dan het rapport, telt als een wijziging"
)
_BEFORE = {".xls": EXCEL, ".ppt": POWERPOINT}
_MACROS = {".xlsm": EXCEL, ".pptm": POWERPOINT}


def plan_import(  # noqa: PLR0913 -- as many as the command has
    workspace: Workspace,
    named: Mapping[str, Path],
    year: int,
    bestuur: str | None = None,
    *,
    merge: bool = False,
    overwrite: bool = False,
) -> Plan:
    """Read files, by the names that they are to be called, and plan what they do to `year`.

    Raises Obstacle for files that cannot be read and for a year that exists; FindingsError with
    everything that is wrong in the files.
    """
    contents = {name: read_named(path, name, _limit(path)) for name, path in named.items()}
    current = _current(workspace, year) if merge else None
    audits = MergedAudits(current.audits if current else read_audits(load_audits(workspace, KEYS)))
    known = _known(workspace, current)
    kinds = {_kind(name, content) for name, content in contents.items()}
    if len(kinds) > 1:
        raise Obstacle("Excelbestanden en oude teksten kunnen niet samen", "importeer ze na elkaar")
    defaults = {"rapportjaar": str(year), "bestuur": bestuur or INVULLEN, "titel": TITEL}
    books: list[Book] = []
    of_old: Incoming | None = None
    lines: tuple[str, ...] = ()
    if kinds == {"xlsx"}:
        books += (read_book(name, content) for name, content in contents.items())
        audits = bring_in(audits.current, books, fresh=current is None)
    else:
        of_old, lines = from_old(contents, year, defaults, known, bestuur=bestuur)
    if current is not None and current.rapport is not None:
        intake = Intake(books, year, defaults, known, fixed=True)
        merged = merge_rows(current.rapport, intake, of_incoming(of_old) if of_old else None)
        plan = plan_merge(workspace, current, merged, audits)
        if plan.files:
            lines += tuple(map(_UNTOLD.format, _untold(books, audits)))
    else:
        incoming = of_old or _of_workbooks(books, year, bestuur, defaults, known)
        plan = plan_new(workspace, incoming, audits, overwrite=overwrite)
    return replace(plan, lines=(*plan.lines, *lines))


def _of_workbooks(
    books: Sequence[Book],
    year: int,
    bestuur: str | None,
    defaults: Mapping[str, str],
    known: Sequence[Domein],
) -> Incoming:
    """Read workbooks as a new year; the bestuur that was named comes before theirs."""
    if not any(book.acties or book.domeinen for book in books):
        message = "met audits alleen is er geen jaar te maken"
        raise Obstacle(message, "vul met --merge een jaar aan dat er al is")
    incoming = take_in(books, year, defaults, known)
    if bestuur and incoming.rapport:
        named = incoming.rapport.model_copy(update={"bestuur": bestuur})
        incoming = replace(incoming, rapport=named)
    return incoming


def _untold(books: Iterable[Book], audits: MergedAudits) -> Iterable[str]:
    """Name the workbooks that count whole, for they do not know what went out."""
    of_acties = (book.name for book in books if book.acties and not book.stand)
    return dict.fromkeys((*of_acties, *audits.untold))


def _limit(path: Path) -> int:
    return LIMIT if path.suffix.lower() in (".txt", ".md") else LARGEST


def _kind(name: str, content: bytes) -> str:
    suffix = Path(name).suffix.lower()
    if suffix in _MACROS:
        raise macros(_MACROS[suffix]).obstacle(name)
    if suffix in _BEFORE:
        try:
            OfficePackage(content, _BEFORE[suffix])
        except UnfitError as error:
            raise error.obstacle(name) from None
    if suffix in WORKBOOK:
        return "xlsx"
    if suffix in OLD:
        return "old"
    raise Obstacle(
        f"'{name}': deze soort bestand kan niet worden geïmporteerd",
        "gebruik .xlsx, .pptx of .txt",
    )


def _current(workspace: Workspace, year: int) -> Reading:
    if year not in workspace.years():
        raise Obstacle(f"het jaar {year} bestaat nog niet", "laat --merge weg om het te maken")
    reading = read_all(workspace, [year])[year]
    if reading.rapport is None:
        raise FindingsError(reading.findings)
    return reading


def _known(workspace: Workspace, current: Reading | None) -> Sequence[Domein]:
    """Give the domains of this year, else of the newest sound year, else of the kaders."""
    if current and current.rapport:
        return current.rapport.domeinen
    for year in reversed(workspace.years()):
        reading = read_all(workspace, [year])[year]
        if reading.rapport:
            return [
                Domein(id=d.id, titel=d.titel, rechtsgrond=d.rechtsgrond, criterium=d.criterium)
                for d in reading.rapport.domeinen
            ]
    kader = [domein for each in KADERS.values() for domein in each.domeinen]
    unique = {domein.id: domein for domein in kader}
    return [Domein(id=d.id, titel=d.titel, rechtsgrond=d.rechtsgrond) for d in unique.values()]
