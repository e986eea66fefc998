"""The changes of one year's data, as data: what a reviewer reads instead of lines."""

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, NamedTuple, get_args

from voortgang.model.rapport import Soort

Groep = Literal["toegevoegd", "verwijderd", "verplaatst", "herschreven", "details"]
GROEPEN: tuple[Groep, ...] = get_args(Groep)


class Plek(NamedTuple):
    """Where an actie stands: the id of the domain and the list."""

    domein: str
    lijst: Soort


class Veld(NamedTuple):
    """A detail that changed: its key, the old and the new value (None: not there) as plain data."""

    veld: str
    oud: Any
    nieuw: Any


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One change of one actie, or (without a `lijst`) of the domain or the report itself.

    `id` and `titel` are the new ones, of something removed the old ones; `van` tells where a moved
    actie stood, `was` the id and titel before a rewording, `velden` what changed in the details.
    """

    id: str
    titel: str
    lijst: Soort | None
    van: Plek | None = None
    naar: Plek | None = None
    was: tuple[str, str] | None = None
    velden: tuple[Veld, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give plain data: id, titel, lijst, and what else there is to tell."""
        entry: dict[str, Any] = {"id": self.id, "titel": self.titel, "lijst": self.lijst}
        if self.van and self.naar:
            entry |= {"van": self.van._asdict(), "naar": self.naar._asdict()}
        if self.was:
            entry["was"] = {"id": self.was[0], "titel": self.was[1]}
        if self.velden:
            entry["velden"] = [veld._asdict() for veld in self.velden]
        return entry


@dataclass(slots=True)
class DomeinWijzigingen:
    """The changes of one domain; of the report itself where `domein` is `rapport`."""

    naam: ClassVar = "domein"
    domein: str
    titel: str
    toegevoegd: list[Wijziging] = field(default_factory=list)
    verwijderd: list[Wijziging] = field(default_factory=list)
    verplaatst: list[Wijziging] = field(default_factory=list)
    herschreven: list[Wijziging] = field(default_factory=list)
    details: list[Wijziging] = field(default_factory=list)

    def groep(self, naam: Groep) -> list[Wijziging]:
        """Give one of the five groups by its name."""
        found: list[Wijziging] = getattr(self, naam)
        return found

    def as_json(self) -> dict[str, Any]:
        """Give plain data with the keys of the contract."""
        groups: dict[str, Any] = {
            naam: [each.as_json() for each in self.groep(naam)] for naam in GROEPEN
        }
        return {self.naam: self.domein, **groups}


@dataclass(slots=True)
class AuditWijzigingen(DomeinWijzigingen):
    """The changes of one audit, whose name stands where that of a domain does."""

    naam: ClassVar = "audit"


@dataclass(frozen=True, slots=True)
class Wijzigingen:
    """All changes of a year: the report itself where it changed, then the domains in order.

    `audits` is None where there were none and are none.
    """

    jaar: int
    domeinen: tuple[DomeinWijzigingen, ...]
    audits: tuple[AuditWijzigingen, ...] | None = None

    @property
    def delen(self) -> tuple[DomeinWijzigingen, ...]:
        """The domains, and the audits below them."""
        return (*self.domeinen, *(self.audits or ()))

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return any(deel.groep(naam) for deel in self.delen for naam in GROEPEN)

    def as_json(self, sinds: str) -> dict[str, Any]:
        """Give the JSON of `diff --since` as plain data; `sinds` is the revision as asked."""
        domeinen = [domein.as_json() for domein in self.domeinen]
        told = {"version": 1, "jaar": self.jaar, "sinds": sinds, "domeinen": domeinen}
        if self.audits is None:
            return told
        return {**told, "audits": [each.as_json() for each in self.audits]}
