"""The life of each plan: from the report that first promised it to the one that ends it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from voortgang.model.rapport import Soort
from voortgang.model.termijn import Termijn
from voortgang.opvolging.answers import ANSWERING, GOES_ON, Looptijd, Uitkomst, Vermeld
from voortgang.opvolging.history import UNANSWERED, Geschiedenis, Jaargang, ends, later, put_off


class Antwoorden(NamedTuple):
    """The acties of one year that answer a plan, each with the list that it stands in."""

    acties: tuple[tuple[Soort, Vermeld], ...]
    vervolg: tuple[str, ...]  # plans that follow on what ended, by their id: they live on their own


class Stap(NamedTuple):
    """What one year says of a plan, or of a part of it; `was` and `wordt` are by when."""

    jaar: int
    plan: str
    uitkomst: Uitkomst
    was: Termijn | None
    wordt: Termijn | None = None
    uitgesteld: bool = False
    antwoorden: Antwoorden = Antwoorden((), ())

    @property
    def later(self) -> Termijn | None:
        """By when it was put off to; None where nothing new was promised."""
        return later(self.was, self.wordt)


class Levensloop(NamedTuple):
    """A plan as it was first promised, and all that the years since say of it.

    `uitkomst` is how it stands in the newest report; None for a plan that is as new as that.
    """

    jaar: int
    plan: Vermeld
    domeinen: tuple[str, ...]
    stappen: tuple[Stap, ...]
    uitkomst: Uitkomst | None
    keer_uitgesteld: int

    @property
    def ids(self) -> frozenset[tuple[int, str]]:
        """The acties that belong to it: a year with an id."""
        answers = (
            (stap.jaar, each.id) for stap in self.stappen for _, each in stap.antwoorden.acties
        )
        parts = ((stap.jaar, stap.plan) for stap in self.stappen)
        return frozenset({(self.jaar, self.plan.id), *parts, *answers})


def levenslopen(geschiedenis: Geschiedenis) -> tuple[Levensloop, ...]:
    """Follow every plan that no earlier one goes on in, in the order of the reports.

    A plan that was split is followed in all its parts; parts of two plans that became one belong to
    both. A year that says nothing of a plan is a step too.
    """
    last = max(geschiedenis.jaren, default=0)
    answering = {jaar: _answering(each) for jaar, each in geschiedenis.jaren.items()}
    found = []
    for jaar, jaargang in geschiedenis.jaren.items():
        after = geschiedenis.after(jaar, last)
        einden = ends(after)
        for plan_id, looptijd in jaargang.plannen.items():
            if looptijd.sinds < jaar:
                continue
            domeinen = jaargang.answers.domeinen("planning", plan_id)
            ordered = tuple(each.id for each in jaargang.rapport.domeinen if each.id in domeinen)
            plan = jaargang.answers.vermeld("planning", plan_id, ordered[0])
            stappen = tuple(_stappen(plan_id, looptijd, after, answering))
            einde = einden.get(plan_id, UNANSWERED)
            found.append(
                Levensloop(
                    jaar,
                    plan,
                    ordered,
                    stappen,
                    einde.uitkomst if after else None,
                    einde.keer_uitgesteld,
                )
            )
    return tuple(found)


_Answering = Mapping[str, Sequence[tuple[Soort, str]]]


def _answering(jaargang: Jaargang) -> _Answering:
    """Say of each id which acties of a year answer it, in the order of the lists and the report."""
    found: dict[str, dict[tuple[Soort, str], None]] = {}
    for soort in ANSWERING:
        for domein in jaargang.rapport.domeinen:
            for actie_id in [actie.id for actie in domein.lijst(soort)]:
                for plan_id in jaargang.answers.follows(actie_id):
                    found.setdefault(plan_id, {})[soort, actie_id] = None
    return {plan_id: tuple(each) for plan_id, each in found.items()}


def _stappen(
    plan_id: str, looptijd: Looptijd, after: Sequence[Jaargang], answering: Mapping[int, _Answering]
) -> Iterator[Stap]:
    open_parts = {plan_id: looptijd}
    for jaargang in after:
        jaar = jaargang.rapport.rapportjaar
        next_parts: dict[str, Looptijd] = {}
        for part, was in open_parts.items():
            uitspraak = jaargang.uitspraken.get(part)
            if uitspraak is None:
                next_parts[part] = was
                yield Stap(jaar, part, "zonder_opvolging", was.termijn)
                continue
            goes_on = uitspraak.uitkomst in GOES_ON
            wordt = jaargang.plannen[uitspraak.ids[0]].termijn if goes_on else None
            yield Stap(
                jaar,
                part,
                uitspraak.uitkomst,
                was.termijn,
                wordt,
                goes_on and put_off(was.termijn, wordt, jaar),
                _antwoorden(jaargang, answering[jaar][part], was, goes_on=goes_on),
            )
            if goes_on:
                next_parts |= {each: jaargang.plannen[each] for each in uitspraak.ids}
        open_parts = next_parts


def _antwoorden(
    jaargang: Jaargang, named: Iterable[tuple[Soort, str]], was: Looptijd, *, goes_on: bool
) -> Antwoorden:
    near = min(was.domeinen)
    acties, vervolg = [], []
    for soort, actie_id in named:
        if soort == "planning" and not goes_on:
            vervolg.append(actie_id)
        else:
            acties.append((soort, jaargang.answers.vermeld(soort, actie_id, near)))
    return Antwoorden(tuple(acties), tuple(vervolg))
