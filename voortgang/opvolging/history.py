"""The plans over all years: since when, how often put off, and what followed on what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from voortgang.model.rapport import Rapport, Soort
from voortgang.model.termijn import Termijn


@dataclass(frozen=True, slots=True)
class Looptijd:
    """How long a plan has been running, as its year sees it.

    `sinds` is the first year that planned it (or the plan that it goes on from), `jaren` how many
    reports planned it, `uitgesteld` how often its termijn was moved on or let pass, `verstreken`
    tells that the termijn is over while it is still a plan at the end of the year.
    """

    id: str
    titel: str
    domein: str
    sinds: int
    jaren: int
    uitgesteld: int
    verstreken: bool
    termijn: Termijn | None


@dataclass(frozen=True, slots=True)
class Schakel:
    """One link of a chain: where an actie stood in one year."""

    jaar: int
    soort: Soort
    domein: str
    id: str
    titel: str


@dataclass(frozen=True, slots=True)
class Geschiedenis:
    """What all years together tell.

    `plannen` gives per year the plans of that year by id; `ketens` the chains of two links or more,
    the oldest first.
    """

    jaren: tuple[int, ...]
    plannen: Mapping[int, Mapping[str, Looptijd]]
    ketens: tuple[tuple[Schakel, ...], ...]
    _keten_of: Mapping[str, int]

    def keten(self, actie_id: str) -> tuple[Schakel, ...]:
        """Follow an actie from end to end, forward and back; empty when it stands alone."""
        index = self._keten_of.get(actie_id)
        return () if index is None else self.ketens[index]


def history(rapporten: Mapping[int, Rapport]) -> Geschiedenis:
    """Read all years together; years need not be adjacent. Linear in the acties."""
    years = tuple(sorted(rapporten))
    plannen = looptijden(rapporten)
    ketens = tuple(_chains(rapporten, years))
    keten_of = {schakel.id: index for index, keten in enumerate(ketens) for schakel in keten}
    return Geschiedenis(years, plannen, ketens, keten_of)


def looptijden(rapporten: Mapping[int, Rapport]) -> Mapping[int, Mapping[str, Looptijd]]:
    """Give per year its plans by id, each as the years until then tell. Linear in the acties."""
    plannen: dict[int, dict[str, Looptijd]] = {}
    open_plans: dict[str, Looptijd] = {}
    for year in sorted(rapporten):
        plannen[year] = _year(year, rapporten[year], open_plans)
    return plannen


def _year(year: int, rapport: Rapport, open_plans: dict[str, Looptijd]) -> dict[str, Looptijd]:
    """Give the plans of one year, and leave in `open_plans` what is still to come of.

    A plan that a year does not mention stays open: it was forgotten, not ended.
    """
    places = [(d.id, soort, actie.id, actie) for d, soort, _, actie in rapport.acties()]
    ended = {actie_id for _, soort, actie_id, _ in places if soort in {"realisaties", "vervallen"}}
    for actie_id in ended:
        open_plans.pop(actie_id, None)
    running: dict[str, Looptijd] = {}
    follows: dict[str, set[str]] = {}
    for domein, soort, actie_id, actie in places:
        if soort != "planning" or actie_id in ended:
            continue
        follows.setdefault(actie_id, {actie_id}).update(actie.vervolg_op)
        seen = running.get(actie_id)
        termijn = (seen.termijn if seen else None) or actie.termijn
        fresh = seen or Looptijd(
            actie_id,
            actie.titel,
            domein,
            year,
            jaren=1,
            uitgesteld=0,
            verstreken=False,
            termijn=None,
        )
        running[actie_id] = replace(fresh, termijn=termijn)
    for actie_id, plan in running.items():
        before = [open_plans[each] for each in sorted(follows[actie_id]) if each in open_plans]
        running[actie_id] = _going_on(plan, before, year)
    for plan_id in {each for ids in follows.values() for each in ids}:
        open_plans.pop(plan_id, None)
    open_plans.update(running)
    return running


def _going_on(plan: Looptijd, before: list[Looptijd], year: int) -> Looptijd:
    verstreken = plan.termijn is not None and plan.termijn.end <= date(year, 12, 31)
    if not before:
        return replace(plan, verstreken=verstreken)
    return replace(
        plan,
        sinds=min(each.sinds for each in before),
        jaren=max(each.jaren for each in before) + 1,
        uitgesteld=max(each.uitgesteld + _put_off(each, plan, year) for each in before),
        verstreken=verstreken,
    )


def _put_off(old: Looptijd, new: Looptijd, year: int) -> bool:
    """Tell whether the termijn was moved on, or had passed while the plan stayed a plan."""
    if old.termijn is None:
        return False
    moved = new.termijn is not None and new.termijn.end > old.termijn.end
    return moved or old.termijn.end <= date(year, 12, 31)


def _chains(
    rapporten: Mapping[int, Rapport], years: tuple[int, ...]
) -> Iterator[tuple[Schakel, ...]]:
    parents: dict[str, str] = {}
    links: dict[tuple[int, str, Soort], Schakel] = {}
    for year in years:
        for domein, soort, _, actie in rapporten[year].acties():
            actie_id = actie.id
            links.setdefault(
                (year, actie_id, soort), Schakel(year, soort, domein.id, actie_id, actie.titel)
            )
            for earlier in actie.vervolg_op:
                parents[_root(parents, actie_id)] = _root(parents, earlier)
    groups: dict[str, list[Schakel]] = {}
    for schakel in links.values():
        groups.setdefault(_root(parents, schakel.id), []).append(schakel)
    return (tuple(group) for group in groups.values() if len(group) > 1)


def _root(parents: dict[str, str], actie_id: str) -> str:
    """Find the representative of a group of linked ids, shortening the way for the next time."""
    while (parent := parents.get(actie_id, actie_id)) != actie_id:
        parents[actie_id] = parents.get(parent, parent)
        actie_id = parent
    return actie_id
