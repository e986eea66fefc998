"""Which actie may be the answer to what waits for one, and what is to be typed there then."""

from collections.abc import Iterable, Mapping
from typing import Literal

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.namen import SEARCHED
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
        likely = self._titels.likely(titel) if self._asked <= SEARCHED else ()
        if not likely:
            return None
        there = getattr(self._acties[likely[0]], self._key)
        if there:  # a second key would be an error
            names = f"'{self._acties[likely[0]].titel}'"
            line = f"schrijf daar dan: `{self._key}: [{', '.join((*there, answered))}]`"
        else:
            names = " of ".join(f"'{self._acties[index].titel}'" for index in likely)
            line = f"voeg daar dan toe: `{self._key}: {answered}`"
        return f"is {names} het antwoord, {line}"
