"""What became of an earlier year's planning, as a template sees it."""

from collections.abc import Iterator
from typing import Self

from voortgang.content.markdown.author import author_line
from voortgang.content.views.rapport import PartView
from voortgang.model.rol import ROLLEN
from voortgang.opvolging.answers import Uitkomst
from voortgang.opvolging.follow_up import UITKOMSTEN, Opvolging, Vermelding


class PlanView(PartView):
    """One plan with what became of it; `antwoord` is the title of its answer where that differs.

    `sinds` is the first year that planned it, where that is earlier than the plan's own. A plan
    that goes on is `uitgesteld` where it is later than was promised: it `was` to be done by one
    termijn and `wordt` by another, and `waarom` is the beginning of the answer's toelichting.
    """

    uitgesteld: bool
    keer_uitgesteld: int

    @classmethod
    def of(cls, plan: Vermelding, uitkomst: Uitkomst, van: int, domeinen: tuple[str, ...]) -> Self:
        """Show a plan of the year `van` that stands in these domains."""
        woord, answer = ROLLEN[uitkomst].een, plan.antwoord
        keer = f"{plan.keer_uitgesteld} keer " if plan.keer_uitgesteld > 1 else ""
        other = answer.titel if answer and answer.titel != plan.titel else None
        return cls(
            id=plan.id,
            titel=plan.titel,
            domeinen=domeinen,
            uitkomst=woord,
            uitkomst_en_merk=f"{woord}, {keer}uitgesteld" if plan.uitgesteld else woord,
            antwoord=other,
            reden=plan.reden,
            antwoord_of_reden=": ".join(filter(None, (other, plan.reden))) or None,
            sinds=plan.sinds if plan.sinds and plan.sinds < van else None,
            uitgesteld=plan.uitgesteld,
            keer_uitgesteld=plan.keer_uitgesteld,
            dienst=plan.dienst or (answer.dienst if answer else None),
            was=str(plan.termijn) if plan.termijn else None,
            wordt=_wordt(plan),
            waarom=author_line(answer.toelichting) if answer and answer.toelichting else None,
        )


def show_opvolging(opvolging: Opvolging) -> PartView:
    """Show the plans of a year: each once in `plannen`, and by its outcome.

    `domeinen` counts them for each domain that had any; `uitgesteld` are those that go on later
    than was promised, the most put off first.
    """
    places: dict[str, list[str]] = {}
    plannen: dict[str, PlanView] = {}
    lists: dict[Uitkomst, dict[str, PlanView]] = {uitkomst: {} for uitkomst in UITKOMSTEN}
    for domein in opvolging.domeinen:
        for uitkomst, plan in domein.plannen():
            places.setdefault(plan.id, []).append(domein.titel)
            view = PlanView.of(plan, uitkomst, opvolging.van, tuple(places[plan.id]))
            plannen[plan.id] = lists[uitkomst][plan.id] = view
    later = (plan for plan in plannen.values() if plan.uitgesteld)
    return PartView(
        van=opvolging.van,
        naar=opvolging.naar,
        totalen=_totalen(opvolging, sum(map(len, places.values()))),
        domeinen=tuple(_per_domein(opvolging)),
        plannen=tuple(plannen.values()),
        **{uitkomst: tuple(found.values()) for uitkomst, found in lists.items()},
        uitgesteld=tuple(sorted(later, key=lambda plan: -plan.keer_uitgesteld)),
    )


def _totalen(opvolging: Opvolging, places: int) -> PartView:
    """Count the different plans, and by outcome.

    `plannen_in_domeinen` counts a plan in each domain where it stands, as a chart per domain does;
    `dubbel` tells whether that makes a difference.
    """
    counts = {uitkomst: getattr(opvolging.totalen, uitkomst) for uitkomst in UITKOMSTEN}
    plannen = sum(counts.values())
    return PartView(
        plannen=plannen,
        **counts,
        uitgesteld=opvolging.totalen.uitgesteld,
        plannen_in_domeinen=places,
        dubbel=plannen != places,
    )


def _per_domein(opvolging: Opvolging) -> Iterator[PartView]:
    for domein in opvolging.domeinen:
        counts = {uitkomst: len(domein.lijst(uitkomst)) for uitkomst in UITKOMSTEN}
        if any(counts.values()):
            yield PartView(titel=domein.titel, **counts)


def named(opvolging: Opvolging) -> frozenset[tuple[str, str | None]]:
    """Give the vervallen acties that show_opvolging shows: their ids, with the reden shown."""
    shown = {
        entry.id: (entry.antwoord.id, entry.reden)
        for domein in opvolging.domeinen
        for entry in domein.lijst("vervallen")
        if entry.antwoord
    }
    return frozenset(shown.values())


def _wordt(entry: Vermelding) -> str | None:
    """Say by when a plan goes on now; of one put off without a later termijn that there is none."""
    if entry.uitgesteld:
        return str(entry.later or "geen nieuwe termijn")
    new = entry.antwoord.termijn if entry.antwoord else None
    return str(new) if new else None
