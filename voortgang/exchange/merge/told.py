"""What a merge does, at a glance: a table per service, then a line for each actie."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from voortgang.checks.acties.dienst_onbekend import meant_by
from voortgang.exchange.excel.columns import WAITING, cells_of
from voortgang.exchange.excel.rows import diensten_of
from voortgang.exchange.merge.become import Merged
from voortgang.exchange.merge.compare import SHOWN, short
from voortgang.exchange.merge.current import Current
from voortgang.exchange.merge.meeting import Change
from voortgang.model import Actie, Rapport
from voortgang.model.deel import Deel
from voortgang.model.waarden import Kind

COUNTED = ("beantwoord", "verplaatst", "nieuw", "andere titel", "gewijzigd", "nog open")
NOBODY = "(zonder dienst)"


def told(old: Rapport, merged: Merged) -> Iterator[str]:
    """Say what a merge does; nothing where it does nothing."""
    now = Current(old)
    lines: list[str] = []
    counts: dict[str, Counter[str]] = {}
    outcomes = (*merged.changed.values(), *merged.arrivals)
    for outcome in outcomes:
        what, line = _line(now, *outcome)
        counts.setdefault(outcome.actie.dienst or NOBODY, Counter())[what] += 1
        lines.append(line)
    if lines:
        yield from _table(counts, merged)
        yield from lines
        typed = {dienst for each in outcomes for dienst in diensten_of(each.actie)}
        yield from _unknown(typed, old.diensten)


def _unknown(typed: set[str], diensten: Collection[str]) -> Iterator[str]:
    """Name the diensten that rapport.yaml does not have, once it has any."""
    find = meant_by(diensten)
    for dienst in sorted(typed - {*diensten}) if diensten else ():
        near = find(dienst)
        meant = f"; bedoelde u ‘{near}’?" if near else ""
        yield f"let op: de dienst ‘{dienst}’ staat niet bij diensten in rapport.yaml{meant}"


def _line(now: Current, actie: Actie, change: Change) -> tuple[str, str]:
    """Say what becomes of an actie: in a word, to count it by, and in a line."""
    where, origin = f"{change.domein}, {change.soort}", change.target
    if origin is None:
        said = {"vervolg op": change.plan, "termijn": actie.termijn}
        details = (f"{name} {value}" for name, value in said.items() if value)
        return "nieuw", f"nieuw: {where}: {_with(actie, details)}"
    before = now.actie(origin)
    titel = _with(before, _details(before, actie, change))
    if not change.moves:
        what = "andere titel" if actie.titel != before.titel else "gewijzigd"
        return what, f"gewijzigd: {where}: {titel}"
    if origin.soort == WAITING:
        return "beantwoord", f"beantwoord: {where}: {titel}"
    there = origin.soort if origin.domein == change.domein else f"{origin.domein}, {origin.soort}"
    return "verplaatst", f"verplaatst: van {there} naar {where}: {titel}"


def _with(actie: Actie, details: Iterable[str]) -> str:
    told = "; ".join(details)
    return f"{actie.titel[:SHOWN]} ({told})" if told else actie.titel[:SHOWN]


def _table(counts: dict[str, Counter[str]], merged: Merged) -> Iterator[str]:
    for _, soort, _, actie in merged.rapport.acties() if merged.rapport else ():
        if soort == WAITING:
            counts.setdefault(actie.dienst or NOBODY, Counter())["nog open"] += 1
    used = [what for what in COUNTED if any(count[what] for count in counts.values())]
    rows = [
        (dienst, *(str(count[what] or "") for what in used))
        for dienst, count in sorted(counts.items(), key=lambda each: each[0].casefold())
    ]
    yield from table(("dienst", *used), rows)
    yield ""


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Set rows in columns, the first to the left and numbers to the right."""
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    for row in (head, *rows):
        first, *others = row
        cells = [first.ljust(widths[0])]
        cells += [each.rjust(width) for each, width in zip(others, widths[1:], strict=True)]
        yield "  ".join(cells).rstrip()


def changes_of(old: Deel, new: Deel) -> Iterator[str]:
    """Say what changes in the cells of a part, the title first; its id is not told."""
    for name, key in cells_of(type(new)).items():
        before, after = getattr(old, key.field), getattr(new, key.field)
        if before == after or (key.kind is Kind.ID and not key.many):
            continue
        if key.kind is Kind.TITEL:
            yield f"titel wordt ‘{after[:SHOWN]}’"
        else:
            was = f"{_said(before)} → " if before else ""
            yield f"{name} {was}{_said(after) if after else 'leeg'}"


def _details(old: Actie, new: Actie, change: Change) -> Iterator[str]:
    yield from changes_of(old, new)
    for part in change.parts:
        titel, cells = part.placed.titel[:SHOWN], ", ".join(part.cells)
        yield f"nieuwe deelactie {titel}" if part.index is None else f"deelactie {titel}: {cells}"


def _said(value: object) -> str:
    return short(", ".join(map(str, value)) if isinstance(value, tuple) else str(value))
