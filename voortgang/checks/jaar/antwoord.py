"""Which actie may be the answer to what waits for one, and what is to be typed there then."""

from collections.abc import Iterable, Mapping
from typing import Literal

from voortgang.checks.jaar.jaar import Jaar
from voortgang.model.identity import SEARCHED
from voortgang.model.rapport import Actie
from voortgang.opvolging.titels import Titels


def work_of(jaar: Jaar) -> Mapping[str, Actie]:
    """Give the acties that can be an answer, by their id."""
    return {
        plaats.id: plaats.actie
        for plaats in jaar.acties
        if plaats.soort in ("realisaties", "planning")
    }


class Kandidaten:
    """Acties to look for answers in; `key` is where an actie names what it answers."""

    def __init__(
        self, acties: Iterable[Actie], key: Literal["vervolg_op", "aanbevelingen"]
    ) -> None:
        self._acties, self._key, self._asked = tuple(acties), key, 0
        self._titels = Titels([actie.titel for actie in self._acties])

    def remedy(self, titel: str, answered: str) -> str | None:
        """Name the likely answers and the line to type, if there are any; of many the first."""
        self._asked += 1
        indexes = self._titels.likely(titel) if self._asked <= SEARCHED else ()
        if not indexes:
            return None
        best, *others = (self._acties[index] for index in indexes)
        there: tuple[str, ...] = getattr(best, self._key)
        if there:  # a second key would be an error
            line = f"{self._key}: [{', '.join((*there, answered))}]"
            return f"is '{best.titel}' het antwoord, schrijf daar dan: `{line}`"
        likely = [best, *(each for each in others if not getattr(each, self._key))]
        names = " of ".join(f"'{actie.titel}'" for actie in likely)
        return f"is {names} het antwoord, voeg daar dan toe: `{self._key}: {answered}`"
