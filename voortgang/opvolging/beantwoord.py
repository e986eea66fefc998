"""How many plans of last year each service has answered, and which await their answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from voortgang.model.rapport import Rapport
from voortgang.model.reading import Reading, rapporten_of
from voortgang.opvolging.follow_up import Opvolging, Vermelding, follow_up


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


def answered(
    readings: Mapping[int, Reading], jaar: int, *, sinds: bool = False
) -> Sequence[DienstStand]:
    """Count the plans of the newest earlier year by service; none where there is no such year.

    With `sinds` each plan also tells since when it runs, for which all years before are read.
    """
    known = rapporten_of(readings, jaar)
    earlier = [year for year in known if year < jaar]
    if jaar not in known or not earlier:
        return ()
    others = known.values() if sinds else ()
    return per_dienst(follow_up(known[max(earlier)], known[jaar], others), known[jaar])


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
        for uitkomst, plan in domein.plannen():
            dienst = since.get(plan.id) or plan.dienst
            stand = found.setdefault(same(dienst), DienstStand(dienst))
            answered = uitkomst != "zonder_opvolging"
            (stand.beantwoord if answered else stand.open)[plan.id] = plan
    return sorted(found.values(), key=lambda each: (each.dienst is None, same(each.dienst) or ""))


def same(dienst: str | None) -> str | None:
    """Give a name by which two ways of writing one service are the same."""
    return " ".join(dienst.split()).casefold() if dienst else None


def table(standen: Sequence[DienstStand], naar: int) -> Sequence[str]:
    """Set the counts in columns, with a total; nothing where there are no plans."""
    counts = [(each.plannen, len(each.beantwoord), len(each.open)) for each in standen]
    if not counts:
        return ()
    names = [each.dienst or "(zonder dienst)" for each in standen]
    lines = [
        (f"plannen beantwoord in {naar}", "plannen", "beantwoord", "open"),
        *((name, *map(str, row)) for name, row in zip(names, counts, strict=True)),
        ("samen", *(str(sum(column)) for column in zip(*counts, strict=True))),
    ]
    first, *widths = (max(map(len, column)) for column in zip(*lines, strict=True))
    return [
        "  ".join((f"{name:<{first}}", *map(str.rjust, numbers, widths)))
        for name, *numbers in lines
    ]
