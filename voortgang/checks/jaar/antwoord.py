"""Which actie may be the answer to what waits for one, and what is to be typed there then."""

from collections.abc import Iterable, Mapping
from typing import Literal

from voortgang.checks.jaar.jaar import Jaar, Plaats
from voortgang.model.identity import SEARCHED
from voortgang.opvolging.titels import Titels


def work_of(jaar: Jaar) -> Mapping[str, Plaats]:
    """Give the acties that can be an answer, by their id."""
    return {
        plaats.id: plaats for plaats in jaar.acties if plaats.soort in ("realisaties", "planning")
    }


class Kandidaten:
    """Acties to look for answers in; `key` is where an actie names what it answers."""

    def __init__(
        self, acties: Iterable[Plaats], key: Literal["vervolg_op", "aanbevelingen"]
    ) -> None:
        self._acties, self._key, self._asked = tuple(acties), key, 0
        self._titels = Titels([plaats.actie.titel for plaats in self._acties])

    def remedy(self, titel: str, answered: str) -> str | None:
        """Name the likely answers and the line to type, if there are any; of many the first."""
        self._asked += 1
        indexes = self._titels.likely(titel) if self._asked <= SEARCHED else ()
        if not indexes:
            return None
        best, *others = (self._acties[index] for index in indexes)
        if there := self._given(best):  # a second key would be an error
            line = f"{self._key}: [{', '.join((*there, answered))}]"
            return f"is '{best.actie.titel}' het antwoord, schrijf daar dan: `{line}`"
        likely = [best, *(each for each in others if not self._given(each))]
        names = " of ".join(f"'{plaats.actie.titel}'" for plaats in likely)
        how = "voeg daar dan toe"
        if any(plaats.is_text for plaats in likely):
            lacking = "" if all(plaats.is_text for plaats in likely) else " als dat er niet staat,"
            how = f"zet daar dan `titel:` voor de tekst{lacking} en voeg eronder toe"
        return f"is {names} het antwoord, {how}: `{self._key}: {answered}`"

    def _given(self, plaats: Plaats) -> tuple[str, ...]:
        given: tuple[str, ...] = getattr(plaats.actie, self._key)
        return given
