"""The report as it stands, for who looks an actie up by its id or its title."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from voortgang.model import Actie, Domein, Rapport, Soort


class Standplaats(NamedTuple):
    """Where an actie stands in the report: the list, and which of it from 0."""

    domein: str
    soort: Soort
    at: int


class Current:
    """The acties of a report by their id, and which of them have a title."""

    def __init__(self, rapport: Rapport) -> None:
        self.rapport = rapport
        self.domeinen: Mapping[str, Domein] = {domein.id: domein for domein in rapport.domeinen}
        self.by_id: dict[str, list[Standplaats]] = {}
        self.titels: dict[str, set[str]] = {}
        for domein, soort, index, actie in rapport.acties():
            self.by_id.setdefault(actie.id, []).append(Standplaats(domein.id, soort, index))
            self.titels.setdefault(actie.titel, set()).add(actie.id)
            for number, part in enumerate(actie.deelacties, 1):
                self.titels.setdefault(part.titel, set()).add(f"{actie.id}/{number}")

    def find(self, ident: str, soort: Soort) -> Sequence[Standplaats]:
        """Find where an id stands: a risk is never another thing."""
        found = self.by_id.get(ident, ())
        return [each for each in found if (each.soort == "risicos") == (soort == "risicos")]

    def actie(self, plaats: Standplaats) -> Actie:
        """Give the actie at a place."""
        return self.domeinen[plaats.domein].lijst(plaats.soort)[plaats.at]
