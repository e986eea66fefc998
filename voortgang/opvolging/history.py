"""The plans through the years: since when, how often put off, and what became of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from voortgang.model.rapport import Rapport
from voortgang.model.termijn import Termijn
from voortgang.opvolging.answers import GOES_ON, Answers, Looptijd, Uitkomst, Uitspraak


@dataclass(frozen=True, slots=True)
class Jaargang:
    """One year among the others: what it answers on open plans, and its own plans, by id.

    `titels` are those of what its acties follow on, as the newest year until then has them.
    """

    rapport: Rapport
    answers: Answers
    uitspraken: Mapping[str, Uitspraak]
    plannen: Mapping[str, Looptijd]
    titels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Einde:
    """What became of a plan, years later, and the year that says so; none where nothing answers.

    `keer_uitgesteld` counts on the way there.
    """

    uitkomst: Uitkomst
    keer_uitgesteld: int
    antwoord: tuple[Jaargang, Uitspraak] | None = None


UNANSWERED = Einde("zonder_opvolging", 0)
# A plan in several parts stands as the part that is the furthest from its end.
_OPEN_FIRST: tuple[Uitkomst, ...] = (
    "lopend", "deels_gerealiseerd", "zonder_opvolging", "vervallen", "gerealiseerd"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Geschiedenis:
    """All years, each with what it makes of the plans before it; years need not be adjacent."""

    jaren: Mapping[int, Jaargang]

    @classmethod
    def of(cls, rapporten: Iterable[Rapport]) -> Self:
        """Read the years from the oldest on. Linear in the acties and in the years.

        A plan that a year does not mention stays open: it was forgotten, not ended.
        """
        known = {each.rapportjaar: each for each in rapporten}
        jaren: dict[int, Jaargang] = {}
        open_plans: dict[str, Looptijd] = {}
        titels: dict[str, str] = {}
        for jaar in sorted(known):
            titels |= {actie.id: actie.titel for *_, actie in known[jaar].acties()}
            jaren[jaar] = _jaargang(known[jaar], open_plans, titels)
            for plan_id in jaren[jaar].uitspraken:
                del open_plans[plan_id]
            open_plans |= jaren[jaar].plannen
        return cls(jaren)

    def after(self, van: int, naar: int) -> list[Jaargang]:
        """Give the years after `van`, up to `naar`."""
        return [jaargang for jaar, jaargang in self.jaren.items() if van < jaar <= naar]


def put_off(old: Termijn | None, new: Termijn | None, jaar: int) -> bool:
    """Tell whether a plan that goes on in a year is later than was said before.

    Its termijn ends later than the old one, or the old one is past and no later one came.
    """
    if old is None:
        return False
    return later(old, new) is not None or old.end <= date(jaar, 12, 31)


def later(old: Termijn | None, new: Termijn | None) -> Termijn | None:
    """Give the new termijn where it ends later than the old one: else nothing new was promised."""
    return new if old and new and new.end > old.end else None


def _jaargang(
    rapport: Rapport, open_plans: Mapping[str, Looptijd], titels: Mapping[str, str]
) -> Jaargang:
    answers = Answers(rapport)
    uitspraken = answers.judge(open_plans)
    before: dict[str, list[Looptijd]] = {}
    for uitspraak in uitspraken.values():
        if uitspraak.uitkomst in GOES_ON:
            for actie_id in uitspraak.ids:
                before.setdefault(actie_id, []).append(uitspraak.was)

    def keer(actie_id: str) -> Iterator[int]:
        new = answers.termijn("planning", actie_id)
        for old in before.get(actie_id, ()):
            yield old.keer_uitgesteld + put_off(old.termijn, new, rapport.rapportjaar)

    plannen = {
        each: Looptijd(
            min((old.sinds for old in before.get(each, ())), default=rapport.rapportjaar),
            max(keer(each), default=0),
            answers.termijn("planning", each),
            answers.domeinen("planning", each),
        )
        for each in answers.plannen
    }
    named = {each for _, _, _, actie in rapport.acties() for each in actie.vervolg_op}
    return Jaargang(
        rapport, answers, uitspraken, plannen, {each: titels.get(each, each) for each in named}
    )


def ends(jaren: Sequence[Jaargang]) -> Mapping[str, Einde]:
    """Say what became, in the last of these years, of the plans that were open before the first.

    What a year realises or gives up has ended there; what it keeps running is followed under its
    newest id. Of a plan that goes on in several parts the part that is open says how it stands.
    Read from the last year back, so that a part is followed once for all that lead to it: linear.
    """
    found: dict[str, Einde] = {}
    for jaargang in reversed(jaren):
        last = jaargang is jaren[-1]
        found |= {
            plan_id: _ended(uitspraak, jaargang)
            if last or uitspraak.uitkomst not in GOES_ON
            else _followed(uitspraak, jaargang, found)
            for plan_id, uitspraak in jaargang.uitspraken.items()
        }
    return found


def _ended(uitspraak: Uitspraak, jaargang: Jaargang) -> Einde:
    keer = uitspraak.uitkomst in GOES_ON and _later(uitspraak, uitspraak.ids[0], jaargang)
    return Einde(uitspraak.uitkomst, int(keer), (jaargang, uitspraak))


def _followed(uitspraak: Uitspraak, jaargang: Jaargang, found: Mapping[str, Einde]) -> Einde:
    parts = [(part, found.get(part, UNANSWERED)) for part in uitspraak.ids]
    part, end = min(parts, key=lambda each: _OPEN_FIRST.index(each[1].uitkomst))
    stands = {uitspraak.uitkomst, *(each.uitkomst for _, each in parts)}
    goes_on_in_part = end.uitkomst in GOES_ON and stands & {"deels_gerealiseerd", "gerealiseerd"}
    return replace(
        end,
        uitkomst="deels_gerealiseerd" if goes_on_in_part else end.uitkomst,
        keer_uitgesteld=end.keer_uitgesteld + _later(uitspraak, part, jaargang),
    )


def _later(uitspraak: Uitspraak, part: str, jaargang: Jaargang) -> bool:
    new = jaargang.plannen[part].termijn
    return put_off(uitspraak.was.termijn, new, jaargang.rapport.rapportjaar)
