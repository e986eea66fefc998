"""How many plans of last year each service has answered, and which await their answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from voortgang.model.rapport import Rapport
from voortgang.opvolging.follow_up import UITKOMSTEN, Opvolging, Vermelding


@dataclass(slots=True)
class DienstStand:
    """The plans of a service, known by their id; `dienst` is None for plans that have none."""

    dienst: str | None
    beantwoord: dict[str, Vermelding] = field(default_factory=dict)
    open: dict[str, Vermelding] = field(default_factory=dict)

    @property
    def plannen(self) -> int:
        """How many plans it had."""
        return len(self.beantwoord) + len(self.open)


def per_dienst(opvolging: Opvolging, naar: Rapport) -> Sequence[DienstStand]:
    """Count by service, by name, those without one last; `naar` may have named another since."""
    since = {
        actie.id: actie.dienst
        for domein in naar.domeinen
        for actie in domein.te_beantwoorden
        if actie.dienst
    }
    found: dict[str | None, DienstStand] = {}
    for domein in opvolging.domeinen:
        for uitkomst in UITKOMSTEN:
            for plan in domein.lijst(uitkomst):
                dienst = since.get(plan.id) or plan.dienst
                stand = found.setdefault(same(dienst), DienstStand(dienst))
                answered = uitkomst != "zonder_opvolging"
                (stand.beantwoord if answered else stand.open)[plan.id] = plan
    return sorted(found.values(), key=lambda each: (each.dienst is None, same(each.dienst) or ""))


def same(dienst: str | None) -> str | None:
    """Give a name by which two ways of writing one service are the same."""
    return " ".join(dienst.split()).casefold() if dienst else None


def table(standen: Iterable[DienstStand], naar: int) -> Sequence[str]:
    """Set the counts in columns, with a total; nothing where there are no plans."""
    rows = [(each.dienst or "(zonder dienst)", each.plannen, len(each.beantwoord), len(each.open))
            for each in standen]  # fmt: skip
    if not rows:
        return ()
    totals = tuple(sum(int(row[at]) for row in rows) for at in range(1, 4))
    head: tuple[object, ...] = (f"plannen beantwoord in {naar}", "plannen", "beantwoord", "open")
    lines: list[Mapping[int, str]] = [
        dict(enumerate(map(str, row))) for row in (head, *rows, ("samen", *totals))
    ]
    widths = [max(len(line[at]) for line in lines) for at in range(4)]
    return [
        f"{line[0]:<{widths[0]}}" + "".join(f"  {line[at]:>{widths[at]}}" for at in range(1, 4))
        for line in lines
    ]
