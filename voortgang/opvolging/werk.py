"""Who works on what: the acties of all years until one, and where each of them came to."""

from collections import deque
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, Self, get_args

from voortgang.model.rapport import Rapport, Soort

Voortgang = Literal[
    "gerealiseerd", "deels_gerealiseerd", "gepland", "vervallen", "zonder_opvolging"
]  # fmt: skip
_WORK: frozenset[Soort] = frozenset({"realisaties", "planning", "vervallen", "te_beantwoorden"})


class Werker(NamedTuple):
    """An actie that works on something, and how it stands by itself."""

    id: str
    titel: str
    voortgang: Voortgang


class Werk:
    """The acties of the years until one; risks are no work.

    What a year realised stays realised; what it plans counts in that year alone.
    """

    def __init__(self) -> None:
        self._titels: dict[str, str] = {}
        self._next: dict[str, dict[str, None]] = {}
        self._done: set[str] = set()
        self._planned: set[str] = set()
        self._given_up: set[str] = set()
        self._named: dict[str, dict[str, None]] = {}
        self._leading_to: dict[Voortgang, set[str]] = {}
        self._werkers: dict[str, Werker] = {}

    @classmethod
    def until(cls, rapporten: Iterable[Rapport]) -> Self:
        """Read the reports, in any order; the newest is the year that is looked at."""
        werk = cls()
        for rapport in sorted(rapporten, key=lambda each: each.rapportjaar):
            werk.add(rapport)
        return werk

    def add(self, rapport: Rapport) -> None:
        """Go on to the next year."""
        self._planned = set()
        self._leading_to, self._werkers = {}, {}
        given_up = set()
        for _, soort, _, actie in rapport.acties():
            if soort not in _WORK:
                continue
            actie_id = actie.id
            self._titels[actie_id] = actie.titel
            if soort == "realisaties":
                self._done.add(actie_id)
            elif soort == "planning":
                self._planned.add(actie_id)
            elif soort == "vervallen":
                given_up.add(actie_id)
            for earlier in actie.vervolg_op:
                self._next.setdefault(earlier, {})[actie_id] = None
            for aanbeveling in actie.aanbevelingen:
                self._named.setdefault(aanbeveling, {})[actie_id] = None
        self._given_up = (self._given_up - self._planned - self._done) | given_up

    @property
    def titels(self) -> Mapping[str, str]:
        """The newest title of each actie, by its id."""
        return self._titels

    def on(self, aanbeveling: str) -> Iterable[str]:
        """Give the ids of the acties that name an aanbeveling."""
        return self._named.get(aanbeveling, ())

    def stand(self, ids: Iterable[str]) -> Voortgang | None:
        """Say how acties stand together with all that followed on them; None where there are none.

        Linear over all who ask, where the lists that `followed` gives can be as long as all is.
        """
        known = self._titels.keys() & ids
        if not known:
            return None
        if not self._leading_to:
            self._lead()
        stands = {
            voortgang
            for voortgang, leading in self._leading_to.items()
            if not known.isdisjoint(leading)
        }
        planned = stands & {"gepland", "deels_gerealiseerd"}
        if stands & {"gerealiseerd", "deels_gerealiseerd"}:
            return "deels_gerealiseerd" if planned else "gerealiseerd"
        if planned:
            return "gepland"
        return "vervallen" if "vervallen" in stands else "zonder_opvolging"

    def _lead(self) -> None:
        """Find for each way to stand which acties stand so, or led to one that does."""
        before: dict[str, list[str]] = {}
        for earlier, later in self._next.items():
            for each in later:
                before.setdefault(each, []).append(earlier)
        self._leading_to = {each: set() for each in get_args(Voortgang)}
        for actie_id in self._titels:
            leading = self._leading_to[self._alone(actie_id)]
            ahead = [actie_id]
            while ahead:
                each = ahead.pop()
                if each not in leading:
                    leading.add(each)
                    ahead += before.get(each, ())

    def followed(self, ids: Iterable[str]) -> tuple[Werker, ...]:
        """Give acties and all that followed on them: those that say how it stands.

        A plan of an earlier year that went on under another id is left out, unless nothing else
        is there to tell.
        """
        reached: dict[str, None] = {}
        ahead = deque(each for each in ids if each in self._titels)
        while ahead:
            actie_id = ahead.popleft()
            if actie_id not in reached:
                reached[actie_id] = None
                ahead += self._next.get(actie_id, ())
        all_of = [self._werker(each) for each in reached]
        return tuple(each for each in all_of if each.voortgang != "zonder_opvolging") or tuple(
            each for each in all_of if not self._next.get(each.id)
        )

    def alone(self, ids: Iterable[str]) -> tuple[Werker, ...]:
        """Give acties without what followed on them."""
        return tuple(self._werker(each) for each in ids if each in self._titels)

    def _werker(self, actie_id: str) -> Werker:
        if actie_id not in self._werkers:
            titel, voortgang = self._titels[actie_id], self._alone(actie_id)
            self._werkers[actie_id] = Werker(actie_id, titel, voortgang)
        return self._werkers[actie_id]

    def _alone(self, actie_id: str) -> Voortgang:
        if actie_id in self._planned:
            return "deels_gerealiseerd" if actie_id in self._done else "gepland"
        if actie_id in self._done:
            return "gerealiseerd"
        return "vervallen" if actie_id in self._given_up else "zonder_opvolging"
