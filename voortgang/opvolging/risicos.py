"""The high risks as they were rated, with what keeps them down and how far that has come."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from voortgang.model.rapport import Rapport, Risico
from voortgang.opvolging.werk import Voortgang, Werk


class Maatregel(NamedTuple):
    """What keeps a risk down: the actie that was named, and how it stands with what followed."""

    id: str
    titel: str
    voortgang: Voortgang


class Gewicht(NamedTuple):
    """Kans and impact."""

    kans: int
    impact: int

    @property
    def score(self) -> int:
        """Kans times impact."""
        return self.kans * self.impact


@dataclass(frozen=True, slots=True)
class Beoordeeld:
    """A risk once, with the titles of all domains that name it.

    `score` and `rest` are None where it was not rated; `hoog` is of the score before measures.
    """

    risico: Risico
    domeinen: tuple[str, ...]
    score: Gewicht | None
    rest: Gewicht | None
    hoog: bool
    maatregelen: tuple[Maatregel, ...]

    @property
    def onbeheerst(self) -> bool:
        """Whether it has measures, and none of them is done or still planned."""
        ended = {"vervallen", "zonder_opvolging"}
        return bool(self.maatregelen) and {each.voortgang for each in self.maatregelen} <= ended

    def as_json(self) -> dict[str, Any]:
        """Give plain data with the keys of the file, and what was counted."""
        score, rest = self.score, self.rest
        return {
            "id": self.risico.id,
            "titel": self.risico.titel,
            "domeinen": list(self.domeinen),
            "dienst": self.risico.dienst,
            "kans": score and score.kans,
            "impact": score and score.impact,
            "score": score and score.score,
            "hoog": self.hoog if score else None,
            "restkans": rest and rest.kans,
            "restimpact": rest and rest.impact,
            "restscore": rest and rest.score,
            "beheerst_door": [each.id for each in self.maatregelen],
        }


def rated(rapport: Rapport, werk: Werk) -> tuple[Beoordeeld, ...]:
    """Give the risks of a year, the highest score first, those that were not rated last.

    `werk` is what was done until then. Equal ids in two domains are one risk, and its details may
    stand in one of the places.
    """
    places: dict[str, list[tuple[str, Risico]]] = {}
    for domein in rapport.domeinen:
        for risico in domein.risicos:
            places.setdefault(risico.id, []).append((domein.titel, risico))
    found = [_rated(each, rapport.risicos.drempel, werk) for each in places.values()]
    return tuple(sorted(found, key=lambda each: -each.score.score if each.score else 0))


def _rated(places: list[tuple[str, Risico]], drempel: int, werk: Werk) -> Beoordeeld:
    risicos = [risico for _, risico in places]
    score = _first((each.kans, each.impact) for each in risicos)
    rest = _first((each.restkans, each.restimpact) for each in risicos)
    dienst = next((each.dienst for each in risicos if each.dienst), None)
    named = dict.fromkeys(each for risico in risicos for each in risico.beheerst_door)
    return Beoordeeld(
        risicos[0].model_copy(update={"dienst": dienst}),
        tuple(dict.fromkeys(titel for titel, _ in places)),
        score,
        rest,
        score is not None and score.score >= drempel,
        tuple(_maatregel(each, werk) for each in named),
    )


def _first(pairs: Iterable[tuple[int | None, int | None]]) -> Gewicht | None:
    return next((Gewicht(kans, impact) for kans, impact in pairs if kans and impact), None)


def _maatregel(actie_id: str, werk: Werk) -> Maatregel:
    titel = werk.titels.get(actie_id, actie_id)
    return Maatregel(actie_id, titel, werk.stand([actie_id]) or "zonder_opvolging")
