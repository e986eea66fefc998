"""What one report answers on the plans that were open before it (DESIGN §4, Opvolging)."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Literal, NamedTuple

from voortgang.model.rapport import Actie, Rapport, Soort
from voortgang.model.termijn import Termijn

Uitkomst = Literal[
    "gerealiseerd", "deels_gerealiseerd", "lopend", "vervallen", "zonder_opvolging"
]  # fmt: skip

ANSWERING: tuple[Soort, ...] = ("realisaties", "planning", "vervallen")
GOES_ON: frozenset[Uitkomst] = frozenset({"deels_gerealiseerd", "lopend"})


class Looptijd(NamedTuple):
    """How long a plan has been running, as the last year that planned it sees it.

    `sinds` is the first year that planned it (or the plan that it goes on from).
    """

    sinds: int
    keer_uitgesteld: int
    termijn: Termijn | None
    domeinen: frozenset[str]


class Vermeld(NamedTuple):
    """An actie at one of the places where it stands, with the details that stand at another."""

    id: str
    titel: str
    domein: str
    dienst: str | None
    termijn: Termijn | None
    toelichting: str | None
    reden: str | None

    def as_json(self) -> dict[str, Any]:
        """Give plain data with the keys of the contract for what answers a plan."""
        return {
            "id": self.id,
            "titel": self.titel,
            "domein": self.domein,
            "termijn": self.termijn.text if self.termijn else None,
            "toelichting": self.toelichting,
        }


class Uitspraak(NamedTuple):
    """What a report makes of a plan: the stand, and the ids in `lijst` that make it so.

    The first of the ids is the answer that is named: the plan's own id, else one that stands in
    the plan's own domain, else the first in the order of the report. `was` is how it ran before.
    """

    uitkomst: Uitkomst
    lijst: Soort
    ids: tuple[str, ...]
    was: Looptijd


class Answers:
    """One report, read for what its acties answer."""

    def __init__(self, rapport: Rapport) -> None:
        self._lists: dict[Soort, dict[str, list[tuple[str, Actie]]]] = {
            lijst: {} for lijst in ANSWERING
        }
        self._follows: dict[str, dict[str, None]] = {}
        for domein, soort, _, actie in rapport.acties():
            if soort in ANSWERING:
                actie_id = actie.id
                self._lists[soort].setdefault(actie_id, []).append((domein.id, actie))
                follows = self._follows.setdefault(actie_id, {actie_id: None})
                follows.update(dict.fromkeys(actie.vervolg_op))

    @property
    def plannen(self) -> Collection[str]:
        """The different ids in the planning of all domains, in the order of the report."""
        return self._lists["planning"]

    def follows(self, actie_id: str) -> Collection[str]:
        """Give what an actie answers: its own id and its vervolg_op, wherever these were given."""
        return self._follows[actie_id]

    def domeinen(self, lijst: Soort, actie_id: str) -> frozenset[str]:
        """Give the domains in which an actie stands in a list."""
        return frozenset(domein for domein, _ in self._lists[lijst][actie_id])

    def termijn(self, lijst: Soort, actie_id: str) -> Termijn | None:
        """Give the first termijn that an actie has in a list."""
        acties = (actie for _, actie in self._lists[lijst][actie_id])
        return next((actie.termijn for actie in acties if actie.termijn), None)

    def vermeld(self, lijst: Soort, actie_id: str, domein: str) -> Vermeld:
        """Give an actie as it stands in a domain, or else in the first that has it."""
        places = self._lists[lijst][actie_id]
        where, own = next((each for each in places if each[0] == domein), places[0])
        acties = (own, *(actie for _, actie in places))
        return Vermeld(
            actie_id,
            own.titel,
            where,
            next((actie.dienst for actie in acties if actie.dienst), None),
            next((actie.termijn for actie in acties if actie.termijn), None),
            next((actie.toelichting for actie in acties if actie.toelichting), None),
            own.reden,
        )

    def judge(self, open_plans: Mapping[str, Looptijd]) -> dict[str, Uitspraak]:
        """Say what becomes of each of the plans that is answered here; linear in the acties."""
        answers: dict[str, list[str]] = {}
        for actie_id, follows in self._follows.items():
            for plan_id in follows:
                if plan_id in open_plans:
                    answers.setdefault(plan_id, []).append(actie_id)
        return {each: self._judge(each, open_plans[each], ids) for each, ids in answers.items()}

    def _judge(self, plan_id: str, was: Looptijd, ids: Iterable[str]) -> Uitspraak:
        done, planned, given_up = (
            [each for each in ids if each in self._lists[lijst]] for lijst in ANSWERING
        )

        def distance(actie_id: str, lijst: Soort) -> int:
            near = self.domeinen(lijst, actie_id) & was.domeinen
            return 0 if actie_id == plan_id else 1 if near else 2

        def found(uitkomst: Uitkomst, lijst: Soort, named: Iterable[str]) -> Uitspraak:
            ordered = sorted(named, key=lambda each: distance(each, lijst))
            return Uitspraak(uitkomst, lijst, tuple(ordered), was)

        if plan_id in done or (done and not planned and not given_up):
            return found("gerealiseerd", "realisaties", done)
        if done and planned:
            return found("deels_gerealiseerd", "planning", planned)
        if given_up:
            return found("vervallen", "vervallen", given_up)
        return found("lopend", "planning", planned)
