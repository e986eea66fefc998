"""Who works on what: the acties of all years until one, and where each of them came to."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, Self

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

    def on(self, aanbeveling: str) -> tuple[Werker, ...]:
        """Give the acties that name an aanbeveling, and what followed on them."""
        return self.followed(self._named.get(aanbeveling, ()))

    def followed(self, ids: Iterable[str]) -> tuple[Werker, ...]:
        """Give acties and all that followed on them: those that say how it stands.

        A plan of an earlier year that went on under another id is left out, unless nothing else
        is there to tell.
        """
        reached: dict[str, None] = {}
        ahead = [each for each in ids if each in self._titels]
        while ahead:
            actie_id = ahead.pop(0)
            if actie_id not in reached:
                reached[actie_id] = None
                ahead += self._next.get(actie_id, ())
        all_of = [Werker(each, self._titels[each], self._alone(each)) for each in reached]
        return tuple(each for each in all_of if each.voortgang != "zonder_opvolging") or tuple(
            each for each in all_of if not self._next.get(each.id)
        )

    def _alone(self, actie_id: str) -> Voortgang:
        if actie_id in self._planned:
            return "deels_gerealiseerd" if actie_id in self._done else "gepland"
        if actie_id in self._done:
            return "gerealiseerd"
        return "vervallen" if actie_id in self._given_up else "zonder_opvolging"


def together(werkers: Iterable[Werker]) -> Voortgang | None:
    """Say how acties stand together; None where there are none."""
    stands = {each.voortgang for each in werkers}
    if not stands:
        return None
    done = stands & {"gerealiseerd", "deels_gerealiseerd"}
    planned = stands & {"gepland", "deels_gerealiseerd"}
    if done:
        return "deels_gerealiseerd" if planned else "gerealiseerd"
    if planned:
        return "gepland"
    return "vervallen" if stands == {"vervallen"} else "zonder_opvolging"
