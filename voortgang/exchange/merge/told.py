"""What a merge does, at a glance: a table per service, then a line for each actie."""

from collections import Counter
from collections.abc import Iterator, Sequence

from voortgang.exchange.excel.blad import Row
from voortgang.exchange.excel.columns import WAITING, cells_of
from voortgang.exchange.excel.placed import Placed
from voortgang.exchange.merge.become import Arrival, Merged
from voortgang.exchange.merge.compare import SHOWN, short
from voortgang.exchange.merge.meeting import Change
from voortgang.model import Actie, Rapport
from voortgang.model.deel import Deel
from voortgang.model.waarden import Kind

COUNTED = ("beantwoord", "verplaatst", "nieuw", "andere titel", "gewijzigd", "nog open")
NOBODY = "(zonder dienst)"


def told(old: Rapport, merged: Merged) -> Iterator[str]:
    """Say what a merge does; nothing where it does nothing."""
    lines: list[str] = []
    counts: dict[str, Counter[str]] = {}

    def count(actie: Actie, what: str) -> None:
        counts.setdefault(actie.dienst or NOBODY, Counter())[what] += 1

    for place, (actie, change) in merged.changed.items():
        before = _actie(old, place.domein, place.soort, place.at)
        what = "andere titel" if actie.titel != before.titel else "gewijzigd"
        count(actie, what)
        details = "; ".join(_details(before, actie, change))
        where = f"{place.domein}, {place.soort}"
        lines.append(f"gewijzigd: {where}: {before.titel[:SHOWN]} ({details})")
    for each in merged.arrivals:
        what, line = _arrival(old, each)
        count(each.actie, what)
        lines.append(line)
    if not lines:
        return
    yield from _table(counts, merged)
    yield from lines


def _arrival(old: Rapport, each: Arrival) -> tuple[str, str]:
    titel, where = each.actie.titel[:SHOWN], f"{each.domein}, {each.soort}"
    if each.origin is None:
        said = {"vervolg op": each.change.plan, "termijn": each.actie.termijn}
        details = "; ".join(f"{name} {value}" for name, value in said.items() if value)
        return "nieuw", f"nieuw: {where}: {titel}{f' ({details})' if details else ''}"
    before = _actie(old, each.origin.domein, each.origin.soort, each.origin.at)
    details = "; ".join(_details(before, each.actie, each.change))
    told_too = f" ({details})" if details else ""
    origin = each.origin.soort
    if each.origin.domein != each.domein:
        origin = f"{each.origin.domein}, {origin}"  # type: ignore[assignment]
        where = f"{each.domein}, {each.soort}"
    if each.origin.soort == WAITING:
        return "beantwoord", f"beantwoord: {where}: {before.titel[:SHOWN]}{told_too}"
    return "verplaatst", f"verplaatst: van {origin} naar {where}: {before.titel[:SHOWN]}{told_too}"


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
        titel = part.placed.titel[:SHOWN]
        yield f"nieuwe deelactie {titel}" if part.index is None else _part(part.placed, part.cells)


def _part(placed: Placed, cells: Row) -> str:
    return f"deelactie {placed.titel[:SHOWN]}: {', '.join(cells)}"


def _actie(rapport: Rapport, domein: str, soort: str, index: int) -> Actie:
    (found,) = (each for each in rapport.domeinen if each.id == domein)
    actie: Actie = getattr(found, soort)[index]
    return actie


def _said(value: object) -> str:
    return short(", ".join(map(str, value)) if isinstance(value, tuple) else str(value))
