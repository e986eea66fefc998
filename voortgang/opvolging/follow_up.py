"""What became of last year's planning (DESIGN §4, Opvolging)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal, NamedTuple, get_args

from voortgang.model.rapport import Actie, Rapport, Soort

Uitkomst = Literal["gerealiseerd", "lopend", "vervallen", "zonder_opvolging"]
Lijst = Literal[
    "gerealiseerd", "lopend", "vervallen", "zonder_opvolging",
    "nieuwe_realisaties", "nieuwe_planning",
]  # fmt: skip
UITKOMSTEN: tuple[Uitkomst, ...] = get_args(Uitkomst)
LIJSTEN: tuple[Lijst, ...] = get_args(Lijst)

_PRECEDENCE: tuple[tuple[Soort, Uitkomst], ...] = (
    ("realisaties", "gerealiseerd"),
    ("vervallen", "vervallen"),
    ("planning", "lopend"),
)
_ANSWERING: frozenset[Soort] = frozenset(soort for soort, _ in _PRECEDENCE)


@dataclass(frozen=True, slots=True)
class Antwoord:
    """The actie of NAAR that answers a plan; `domein` is the id of its domain."""

    id: str
    titel: str
    domein: str

    def as_json(self) -> dict[str, Any]:
        """Give plain data with the keys of the contract."""
        return {"id": self.id, "titel": self.titel, "domein": self.domein}


@dataclass(frozen=True, slots=True)
class Vermelding:
    """One entry of a list: `actie` is VAN's plan, in the lists of new things NAAR's actie.

    `reden` is why NAAR gave the plan up: nothing but what is `vervallen` has one.
    """

    id: str
    actie: Actie
    antwoord: Antwoord | None = None
    reden: str | None = None

    @property
    def titel(self) -> str:
        """The title of the actie."""
        return self.actie.titel

    def as_json(self) -> dict[str, Any]:
        """Give plain data: id and titel, and dienst, termijn, reden, antwoord where there are."""
        entry: dict[str, Any] = {"id": self.id, "titel": self.titel}
        if self.actie.dienst:
            entry["dienst"] = self.actie.dienst
        if self.actie.termijn:
            entry["termijn"] = self.actie.termijn.text
        if self.reden:
            entry["reden"] = self.reden
        if self.antwoord:
            entry["antwoord"] = self.antwoord.as_json()
        return entry


@dataclass(slots=True)
class DomeinOpvolging:
    """The six lists of one domain; `titel` as NAAR has it, else VAN."""

    domein: str
    titel: str
    gerealiseerd: list[Vermelding] = field(default_factory=list)
    lopend: list[Vermelding] = field(default_factory=list)
    vervallen: list[Vermelding] = field(default_factory=list)
    zonder_opvolging: list[Vermelding] = field(default_factory=list)
    nieuwe_realisaties: list[Vermelding] = field(default_factory=list)
    nieuwe_planning: list[Vermelding] = field(default_factory=list)

    def lijst(self, naam: Lijst) -> list[Vermelding]:
        """Give one of the six lists by its name."""
        found: list[Vermelding] = getattr(self, naam)
        return found

    def as_json(self) -> dict[str, Any]:
        """Give plain data with the keys of the contract."""
        lists: dict[str, Any] = {
            naam: [entry.as_json() for entry in self.lijst(naam)] for naam in LIJSTEN
        }
        return {"domein": self.domein, **lists}


@dataclass(frozen=True, slots=True)
class Totalen:
    """How many different ids each list has over all domains."""

    gerealiseerd: int
    lopend: int
    vervallen: int
    zonder_opvolging: int
    nieuwe_realisaties: int
    nieuwe_planning: int

    def as_json(self) -> dict[str, int]:
        """Give plain data with the keys of the contract."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


@dataclass(frozen=True, slots=True)
class Opvolging:
    """What became of VAN's planning in NAAR, per domain: NAAR's order, then VAN's."""

    van: int
    naar: int
    totalen: Totalen
    domeinen: tuple[DomeinOpvolging, ...]

    def as_json(self) -> dict[str, Any]:
        """Give the JSON diff of the contract as plain data."""
        return {
            "version": 1,
            "van": self.van,
            "naar": self.naar,
            "totalen": self.totalen.as_json(),
            "domeinen": [domein.as_json() for domein in self.domeinen],
        }


class _Place(NamedTuple):
    soort: Soort
    domein: str
    id: str
    actie: Actie


def follow_up(van: Rapport, naar: Rapport) -> Opvolging:
    """Say what became of each plan of VAN in NAAR, and what is new in NAAR; linear in the acties.

    When several acties answer a plan, the one in the plan's own domain is named, else the first in
    the order of the report.
    """
    plans = {actie.id for domein in van.domeinen for actie in domein.planning}
    realised = {actie.id for domein in van.domeinen for actie in domein.realisaties}
    places = list(_places(naar))
    follows = _follows(places)
    answers = _answers(places, follows, plans)
    domeinen: dict[str, DomeinOpvolging] = {}
    for domein in (*naar.domeinen, *van.domeinen):
        domeinen.setdefault(domein.id, DomeinOpvolging(domein.id, domein.titel))
    for domein in van.domeinen:
        for plan in domein.planning:
            uitkomst, entry = _outcome(domein.id, plan, answers)
            domeinen[domein.id].lijst(uitkomst).append(entry)
    for place in places:
        if follows[place.id].isdisjoint(plans):
            entry = Vermelding(place.id, place.actie)
            if place.soort == "planning":
                domeinen[place.domein].nieuwe_planning.append(entry)
            elif place.soort == "realisaties" and place.id not in realised:
                domeinen[place.domein].nieuwe_realisaties.append(entry)
    ordered = tuple(domeinen.values())
    return Opvolging(van.rapportjaar, naar.rapportjaar, _totalen(ordered), ordered)


def _places(rapport: Rapport) -> Iterator[_Place]:
    for domein, soort, _, actie in rapport.acties():
        if soort in _ANSWERING:
            yield _Place(soort, domein.id, actie.id, actie)


def _follows(places: Iterable[_Place]) -> dict[str, set[str]]:
    """Give the ids that each actie answers: equal ids are one actie, so its places add up."""
    follows: dict[str, set[str]] = {}
    for place in places:
        follows.setdefault(place.id, {place.id}).update(place.actie.vervolg_op)
    return follows


_Answers = dict[tuple[str, Soort], dict[str, _Place]]


def _answers(
    places: Iterable[_Place], follows: Mapping[str, set[str]], plans: set[str]
) -> _Answers:
    """Give per plan and list the first answer of each domain, in the order of the report."""
    answers: _Answers = {}
    for place in places:
        for plan in follows[place.id] & plans:
            answers.setdefault((plan, place.soort), {}).setdefault(place.domein, place)
    return answers


def _outcome(domein: str, plan: Actie, answers: _Answers) -> tuple[Uitkomst, Vermelding]:
    plan_id = plan.id
    for soort, uitkomst in _PRECEDENCE:
        found = answers.get((plan_id, soort))
        if found:
            place = found.get(domein) or next(iter(found.values()))
            antwoord = Antwoord(place.id, place.actie.titel, place.domein)
            return uitkomst, Vermelding(plan_id, plan, antwoord, place.actie.reden)
    return "zonder_opvolging", Vermelding(plan_id, plan)


def _totalen(domeinen: Iterable[DomeinOpvolging]) -> Totalen:
    ids: dict[Lijst, set[str]] = {naam: set() for naam in LIJSTEN}
    for domein in domeinen:
        for naam in LIJSTEN:
            ids[naam].update(entry.id for entry in domein.lijst(naam))
    return Totalen(**{naam: len(found) for naam, found in ids.items()})
