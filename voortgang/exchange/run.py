"""Workbooks or old texts into a year, from their bytes to a plan."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from voortgang.checks.rapport.bestuur_invullen import INVULLEN
from voortgang.exchange.audits.bring import MergedAudits
from voortgang.exchange.excel.intake import TITEL, Intake, take_in
from voortgang.exchange.plan import Plan, plan_merge, plan_new
from voortgang.findings import FindingsError, Obstacle
from voortgang.model import KADERS, KEYS, Audits, Domein, Reading, read_all, read_audits
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
    audits = current.audits if current else read_audits(load_audits(workspace, KEYS))
    known = _known(workspace, current)
    kinds = {_kind(name, content) for name, content in contents.items()}
    if len(kinds) > 1:
        raise Obstacle("Excelbestanden en oude teksten kunnen niet samen", "importeer ze na elkaar")
    defaults = {"rapportjaar": str(year), "bestuur": bestuur or INVULLEN, "titel": TITEL}
    if kinds == {"xlsx"}:
        return _of_workbooks(
            workspace, contents, current, known, defaults, audits=audits, overwrite=overwrite
        )
    from voortgang.exchange.old.take import from_old

    incoming, lines = from_old(contents, year, defaults, known, bestuur=bestuur)
    as_they_are = MergedAudits(audits)
    if current is None or current.rapport is None:
        plan = plan_new(workspace, incoming, as_they_are, overwrite=overwrite)
    else:
        from voortgang.exchange.merge.merge import merge as bring_in
        from voortgang.exchange.merge.merge import of_incoming

        intake = Intake((), year, defaults, known, fixed=True)
        merged = bring_in(current.rapport, intake, of_incoming(incoming))
        plan = plan_merge(workspace, current, merged, as_they_are)
    return replace(plan, lines=(*plan.lines, *lines))


def _of_workbooks(  # noqa: PLR0913 -- passed on
    workspace: Workspace,
    contents: Mapping[str, bytes],
    current: Reading | None,
    known: Sequence[Domein],
    defaults: Mapping[str, str],
    *,
    audits: Audits,
    overwrite: bool,
) -> Plan:
    from voortgang.exchange.audits.bring import bring_in
    from voortgang.exchange.excel.book import read_book

    books = [read_book(name, content) for name, content in contents.items()]
    of_audits = bring_in(audits, books, fresh=current is None)
    if current is not None and current.rapport is not None:
        from voortgang.exchange.merge.merge import merge

        intake = Intake(books, current.year, defaults, known, fixed=True)
        plan = plan_merge(workspace, current, merge(current.rapport, intake), of_audits)
        untold = [book.name for book in books if book.acties and not book.stand]
        untold += (name for name in of_audits.untold if name not in untold)
        lines = [_UNTOLD.format(name) for name in untold if plan.files]
        return replace(plan, lines=(*plan.lines, *lines))
    if not any(book.acties or book.domeinen for book in books):
        message = "met audits alleen is er geen jaar te maken"
        raise Obstacle(message, "vul met --merge een jaar aan dat er al is")
    incoming = take_in(books, int(defaults["rapportjaar"]), defaults, known)
    bestuur = defaults["bestuur"]
    if bestuur != INVULLEN and incoming.rapport:
        named = incoming.rapport.model_copy(update={"bestuur": bestuur})
        incoming = replace(incoming, rapport=named)
    return plan_new(workspace, incoming, of_audits, overwrite=overwrite)


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
            return [_bare(domein) for domein in reading.rapport.domeinen]
    kader = [domein for each in KADERS.values() for domein in each.domeinen]
    unique = {domein.id: domein for domein in kader}
    return [Domein(id=d.id, titel=d.titel, rechtsgrond=d.rechtsgrond) for d in unique.values()]


def _bare(domein: Domein) -> Domein:
    return Domein(
        id=domein.id,
        titel=domein.titel,
        rechtsgrond=domein.rechtsgrond,
        criterium=domein.criterium,
    )
