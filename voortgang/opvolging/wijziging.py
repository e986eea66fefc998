"""The changes of one year's data, as data: what a reviewer reads instead of lines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, get_args

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


@dataclass(frozen=True, slots=True)
class DomeinWijzigingen:
    """The changes of one domain; of the report itself where `domein` is `rapport`."""

    domein: str
    titel: str
    groepen: Mapping[Groep, list[Wijziging]] = field(
        default_factory=lambda: {groep: [] for groep in GROEPEN}
    )

    def groep(self, naam: Groep) -> list[Wijziging]:
        """Give one of the five groups by its name."""
        return self.groepen[naam]

    def as_json(self) -> dict[str, Any]:
        """Give plain data with the keys of the contract."""
        entry: dict[str, Any] = {"domein": self.domein}
        for naam, found in self.groepen.items():
            entry[naam] = [each.as_json() for each in found]
        return entry


@dataclass(frozen=True, slots=True)
class Wijzigingen:
    """All changes of a year: the report itself where it changed, then the domains in order."""

    jaar: int
    domeinen: tuple[DomeinWijzigingen, ...]

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return any(found for domein in self.domeinen for found in domein.groepen.values())

    def as_json(self, sinds: str) -> dict[str, Any]:
        """Give the JSON of `diff --since` as plain data; `sinds` is the revision as asked."""
        domeinen = [domein.as_json() for domein in self.domeinen]
        return {"version": 1, "jaar": self.jaar, "sinds": sinds, "domeinen": domeinen}
