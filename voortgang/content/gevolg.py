"""What became of an earlier year's planning, as a template sees it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from voortgang.opvolging.follow_up import Opvolging, Totalen, Uitkomst

WOORDEN = MappingProxyType(
    {
        "gerealiseerd": "gerealiseerd",
        "lopend": "lopend",
        "vervallen": "vervallen",
        "zonder_opvolging": "zonder opvolging",
    }
)
_NIETS: Mapping[str, int] = MappingProxyType({})
_UITKOMSTEN: tuple[Uitkomst, ...] = ("gerealiseerd", "lopend", "vervallen", "zonder_opvolging")


@dataclass(frozen=True, slots=True)
class PlanView:
    """One plan with what became of it; `antwoord` is the title of its answer where that differs.

    `sinds` is the first year that planned it, where that is earlier than the plan's own.
    """

    id: str
    titel: str
    domeinen: tuple[str, ...]
    uitkomst: str
    antwoord: str | None
    reden: str | None
    sinds: int | None


@dataclass(frozen=True, slots=True)
class PlanTotalen:
    """How many different plans there were, and how many came to each end."""

    plannen: int
    gerealiseerd: int
    lopend: int
    vervallen: int
    zonder_opvolging: int

    @classmethod
    def of(cls, totalen: Totalen) -> "PlanTotalen":
        """Count the plans."""
        counts = {uitkomst: getattr(totalen, uitkomst) for uitkomst in _UITKOMSTEN}
        return cls(plannen=sum(counts.values()), **counts)


@dataclass(frozen=True, slots=True)
class OpvolgingView:
    """The plans of year `van` in year `naar`: each once in `plannen`, and by their outcome."""

    van: int
    naar: int
    totalen: PlanTotalen
    plannen: tuple[PlanView, ...]
    gerealiseerd: tuple[PlanView, ...]
    lopend: tuple[PlanView, ...]
    vervallen: tuple[PlanView, ...]
    zonder_opvolging: tuple[PlanView, ...]

    @classmethod
    def of(cls, opvolging: Opvolging, sinds: Mapping[str, int] = _NIETS) -> "OpvolgingView":
        """Show what became of the plans; `sinds` gives the first year of those not new in `van`."""
        gathered: dict[str, PlanView] = {}
        for plan in _plans(opvolging):
            known = gathered.get(plan.id)
            domeinen = (known.domeinen if known else ()) + plan.domeinen
            gathered[plan.id] = PlanView(
                plan.id,
                plan.titel,
                domeinen,
                plan.uitkomst,
                plan.antwoord,
                plan.reden,
                sinds.get(plan.id),
            )
        plannen = tuple(gathered.values())
        lists = {
            uitkomst: tuple(plan for plan in plannen if plan.uitkomst == WOORDEN[uitkomst])
            for uitkomst in _UITKOMSTEN
        }
        totalen = PlanTotalen.of(opvolging.totalen)
        return cls(opvolging.van, opvolging.naar, totalen, plannen, **lists)


def _plans(opvolging: Opvolging) -> Iterator[PlanView]:
    for domein in opvolging.domeinen:
        for uitkomst in _UITKOMSTEN:
            for entry in domein.lijst(uitkomst):
                answer = entry.antwoord.titel if entry.antwoord else None
                yield PlanView(
                    entry.id,
                    entry.titel,
                    (domein.titel,),
                    WOORDEN[uitkomst],
                    answer if answer != entry.titel else None,
                    entry.reden,
                    None,
                )
