"""What became of the planning of a year in a later one, and what is new there (DESIGN §4)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args

from voortgang.model.rapport import Rapport, Soort
from voortgang.model.termijn import Termijn
from voortgang.opvolging.answers import GOES_ON, Looptijd, Uitkomst, Vermeld
from voortgang.opvolging.history import (
    UNANSWERED,
    Einde,
    Geschiedenis,
    Jaargang,
    ends,
    later,
    put_off,
)

Lijst = Literal[Uitkomst, "nieuwe_realisaties", "nieuwe_planning"]
UITKOMSTEN: tuple[Uitkomst, ...] = get_args(Uitkomst)
LIJSTEN: tuple[Lijst, ...] = (*UITKOMSTEN, "nieuwe_realisaties", "nieuwe_planning")
_NEW: Mapping[Soort, Lijst] = MappingProxyType(
    {"realisaties": "nieuwe_realisaties", "planning": "nieuwe_planning"}
)


class Voorganger(NamedTuple):
    """The actie that a new one goes on from."""

    id: str
    titel: str


@dataclass(frozen=True, slots=True)
class Vermelding:
    """One entry of a list: a plan as VAN has it, in the lists of new things an actie of NAAR.

    `sinds` is the first year that planned it. `antwoord` is the actie that answers a plan, and
    `antwoord_in` the year that it stands in, where that is one between VAN and NAAR. `vervolg_op`
    is what a new actie goes on from. Only a plan that goes on can be `uitgesteld`.
    """

    id: str
    titel: str
    dienst: str | None = None
    termijn: Termijn | None = None
    sinds: int | None = None
    keer_uitgesteld: int = 0
    uitgesteld: bool = False
    antwoord: Vermeld | None = None
    antwoord_in: int | None = None
    vervolg_op: tuple[Voorganger, ...] = ()

    @property
    def reden(self) -> str | None:
        """Why a plan was given up."""
        return self.antwoord.reden if self.antwoord else None

    @property
    def later(self) -> Termijn | None:
        """By when it was put off to; None where nothing new was promised."""
        return later(self.termijn, self.antwoord.termijn if self.antwoord else None)

    def as_json(self, naam: Lijst) -> dict[str, Any]:
        """Give plain data with the keys of the contract for an entry of that list."""
        entry: dict[str, Any] = {
            "id": self.id,
            "titel": self.titel,
            "dienst": self.dienst,
            "termijn": self.termijn.text if self.termijn else None,
            "sinds": self.sinds,
            "keer_uitgesteld": self.keer_uitgesteld,
        }
        if self.antwoord:
            jaar = {"jaar": self.antwoord_in} if self.antwoord_in else {}
            told = {**self.antwoord.as_json(), **jaar}
            entry |= {"antwoord": told, "uitgesteld": self.uitgesteld}
        if naam == "vervallen":
            entry["reden"] = self.reden
        if naam not in UITKOMSTEN:
            entry["vervolg_op"] = [each._asdict() for each in self.vervolg_op]
        return entry


@dataclass(frozen=True, slots=True)
class DomeinOpvolging:
    """The seven lists of one domain; `titel` as NAAR has it, else VAN."""

    domein: str
    titel: str
    lijsten: Mapping[Lijst, list[Vermelding]] = field(
        default_factory=lambda: {lijst: [] for lijst in LIJSTEN}
    )

    def lijst(self, naam: Lijst) -> list[Vermelding]:
        """Give one of the seven lists by its name."""
        return self.lijsten[naam]

    def plannen(self) -> Iterator[tuple[Uitkomst, Vermelding]]:
        """Go through the plans of VAN, each with its outcome."""
        return ((uitkomst, each) for uitkomst in UITKOMSTEN for each in self.lijst(uitkomst))

    def as_json(self) -> dict[str, Any]:
        """Give plain data with the keys of the contract."""
        entry: dict[str, Any] = {"domein": self.domein}
        for naam, found in self.lijsten.items():
            entry[naam] = [each.as_json(naam) for each in found]
        return entry


class Totalen(NamedTuple):
    """How many different ids each list has over all domains, and how many were put off."""

    gerealiseerd: int
    deels_gerealiseerd: int
    lopend: int
    vervallen: int
    zonder_opvolging: int
    nieuwe_realisaties: int
    nieuwe_planning: int
    uitgesteld: int


@dataclass(frozen=True, slots=True)
class Opvolging:
    """What became of VAN's planning in NAAR, per domain: NAAR's order, then VAN's.

    `titels` are those of all domains by their id, also of one that only a year between has.
    """

    van: int
    naar: int
    totalen: Totalen
    domeinen: tuple[DomeinOpvolging, ...]
    titels: Mapping[str, str]

    def as_json(self) -> dict[str, Any]:
        """Give the JSON diff of the contract as plain data."""
        return {
            "version": 2,
            "van": self.van,
            "naar": self.naar,
            "totalen": self.totalen._asdict(),
            "domeinen": [domein.as_json() for domein in self.domeinen],
        }


def follow_up(van: Rapport, naar: Rapport, others: Iterable[Rapport] = ()) -> Opvolging:
    """Say what became of each plan of VAN in NAAR, and what is new in NAAR.

    Of the other reports those between the two are followed through, and those before tell since
    when a plan runs. Linear in the acties and in the years.
    """
    last = naar.rapportjaar
    earlier = (each for each in others if each.rapportjaar < last)
    return opvolging(Geschiedenis.of((*earlier, van, naar)), van.rapportjaar, last)


def opvolging(geschiedenis: Geschiedenis, van: int, naar: int) -> Opvolging:
    """Say the same of two years of a history that was read already."""
    jaren = geschiedenis.after(van, naar)
    start, end = geschiedenis.jaren[van], geschiedenis.jaren[naar]
    domeinen: dict[str, DomeinOpvolging] = {}
    for domein in (*end.rapport.domeinen, *start.rapport.domeinen):
        domeinen.setdefault(domein.id, DomeinOpvolging(domein.id, domein.titel))
    einden = ends(jaren)
    for domein in start.rapport.domeinen:
        for actie in domein.planning:
            plan = start.answers.vermeld("planning", actie.id, domein.id)
            einde = einden.get(plan.id, UNANSWERED)
            entry = _answered(plan, start.plannen[plan.id], einde, naar)
            domeinen[domein.id].lijst(einde.uitkomst).append(entry)
    for domein_id, lijst, entry in _new(start, jaren):
        domeinen[domein_id].lijst(lijst).append(entry)
    titels = {
        domein.id: domein.titel
        for jaargang in (*jaren[:-1], start, end)
        for domein in jaargang.rapport.domeinen
    }
    ordered = tuple(domeinen.values())
    return Opvolging(van, naar, _totalen(ordered), ordered, titels)


def _answered(plan: Vermeld, looptijd: Looptijd, einde: Einde, naar: int) -> Vermelding:
    antwoord = antwoord_in = None
    uitgesteld = False
    if einde.antwoord:
        jaargang, uitspraak = einde.antwoord
        antwoord = jaargang.answers.vermeld(uitspraak.lijst, uitspraak.ids[0], plan.domein)
        jaar = jaargang.rapport.rapportjaar
        antwoord_in = jaar if jaar < naar else None
        if einde.uitkomst in GOES_ON:
            new = jaargang.plannen[antwoord.id].termijn
            uitgesteld = put_off(looptijd.termijn, new, naar)
    # Where a year between left the termijn out, no step alone was later.
    keer = max(looptijd.keer_uitgesteld + einde.keer_uitgesteld, int(uitgesteld))
    return Vermelding(
        plan.id,
        plan.titel,
        plan.dienst,
        plan.termijn,
        looptijd.sinds,
        keer,
        uitgesteld,
        antwoord,
        antwoord_in,
    )


def _new(start: Jaargang, jaren: Sequence[Jaargang]) -> Iterator[tuple[str, Lijst, Vermelding]]:
    """Give the acties of the last year that answer nothing: domain, list and entry.

    A plan that follows on what was realised is new: it is the next phase.
    """
    end = jaren[-1]
    awaited, known = _awaited(start, jaren[:-1])
    known |= {actie.id for domein in start.rapport.domeinen for actie in domein.realisaties}

    def answers(actie_id: str, lijst: Soort) -> bool:
        answered = awaited.intersection(end.answers.follows(actie_id))
        if lijst == "realisaties":
            return bool(answered) or actie_id in known
        open_yet = (end.uitspraken[each].uitkomst != "gerealiseerd" for each in answered)
        return actie_id in awaited or any(open_yet)

    for domein, lijst, _, actie in end.rapport.acties():
        if lijst not in _NEW or answers(actie.id, lijst):
            continue
        found = end.answers.vermeld(lijst, actie.id, domein.id)
        earlier = (each for each in end.answers.follows(found.id) if each != found.id)
        looptijd = end.plannen[found.id] if lijst == "planning" else None
        entry = Vermelding(
            found.id,
            found.titel,
            found.dienst,
            found.termijn,
            looptijd.sinds if looptijd else None,
            looptijd.keer_uitgesteld if looptijd else 0,
            vervolg_op=tuple(Voorganger(each, end.titels[each]) for each in earlier),
        )
        yield domein.id, _NEW[lijst], entry


def _awaited(start: Jaargang, between: Iterable[Jaargang]) -> tuple[set[str], set[str]]:
    """Follow the plans of a year: the ids that still await an answer, and all they ever had."""
    awaited = set(start.answers.plannen)
    known = set(awaited)
    for jaargang in between:
        answered = awaited & jaargang.uitspraken.keys()
        awaited -= answered
        for uitspraak in map(jaargang.uitspraken.__getitem__, answered):
            if uitspraak.uitkomst in GOES_ON:
                awaited.update(uitspraak.ids)
        known |= awaited
    return awaited, known


def _totalen(domeinen: Iterable[DomeinOpvolging]) -> Totalen:
    ids: dict[str, set[str]] = {name: set() for name in Totalen._fields}
    for domein in domeinen:
        for naam, entries in domein.lijsten.items():
            ids[naam].update(entry.id for entry in entries)
            ids["uitgesteld"].update(entry.id for entry in entries if entry.uitgesteld)
    return Totalen(**{naam: len(found) for naam, found in ids.items()})
