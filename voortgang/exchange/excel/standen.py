"""How the aanbevelingen of audits and the risks of a year stand: two sheets, and keys of the json.

Nothing of it is typed, so nothing of it is read back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from voortgang.exchange.excel.columns import Kolom
from voortgang.model import Rapport, Reading
from voortgang.model.rol import ROLLEN
from voortgang.opvolging.aanbevelingen import STANDEN, Opgevolgd, audits_of
from voortgang.opvolging.risicos import Beoordeeld, rated
from voortgang.opvolging.werk import Werk

_FOLLOWS = "Volgt uit de acties; hier wijzigt u niets."
AANBEVELINGEN = tuple(
    Kolom(name, _FOLLOWS, width)
    for name, width in (
        ("id", 24), ("audit", 24), ("nummer", 10), ("aanbeveling", 60), ("dienst", 24),
        ("termijn", 12), ("stand", 12), ("acties", 48),
    )
)  # fmt: skip
RISICOS = tuple(
    Kolom(name, _FOLLOWS, width)
    for name, width in (
        ("risico", 60), ("domein", 28), ("kans", 10), ("impact", 10), ("score", 10),
        ("hoog", 10), ("restscore", 10), ("beheerst door", 60),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standen:
    """How things stand at the end of a year."""

    aanbevelingen: tuple[Opgevolgd, ...] = ()
    risicos: tuple[Beoordeeld, ...] = ()

    @classmethod
    def of(cls, reading: Reading, rapporten: Iterable[Rapport], dienst: str | None = None) -> Self:
        """Judge a year by the reports until then; with `dienst` only what is of that service."""
        rapport = reading.rapport
        if rapport is None:
            return cls()
        werk = Werk.until(rapporten)
        audits = audits_of(reading.audits, reading.year, werk)
        return cls(
            tuple(
                each
                for audit in audits
                for each in audit.aanbevelingen
                if dienst is None or each.dienst == dienst
            ),
            tuple(
                each
                for each in rated(rapport, werk)
                if dienst is None or each.risico.dienst == dienst
            ),
        )

    def as_json(self) -> dict[str, Any]:
        """Give plain data."""
        return {
            "aanbevelingen": [each.as_json() for each in self.aanbevelingen],
            "risicos": [each.as_json() for each in self.risicos],
        }

    def sheets(self) -> Iterator[tuple[str, Sequence[Kolom], list[Sequence[str]]]]:
        """Give the sheets that have rows: name, columns, rows."""
        if self.aanbevelingen:
            yield "Aanbevelingen", AANBEVELINGEN, [_aanbeveling(e) for e in self.aanbevelingen]
        scored = [each for each in self.risicos if each.score]
        if scored:
            yield "Risico's", RISICOS, [_risico(each) for each in scored]


def _aanbeveling(each: Opgevolgd) -> Sequence[str]:
    data = {**each.as_json(), "acties": ", ".join(actie.titel for actie in each.acties)}
    return ["" if value is None else str(value) for value in data.values()]


def _risico(each: Beoordeeld) -> Sequence[str]:
    data = each.as_json()
    measures = ", ".join(
        f"{maatregel.titel} ({ROLLEN[maatregel.voortgang].een})" for maatregel in each.maatregelen
    )
    numbers = (data[name] for name in ("kans", "impact", "score"))
    high = "ja" if each.hoog else "nee"
    rest = data["restscore"]
    return [
        each.risico.titel, ", ".join(each.domeinen), *map(str, numbers), high,
        "" if rest is None else str(rest), measures,
    ]  # fmt: skip


def schema() -> Mapping[str, Any]:
    """Describe the keys of the json, as a JSON Schema; each is an object with exactly its keys."""
    text, maybe = {"type": "string"}, {"type": ["string", "null"]}
    ids = {"type": "array", "items": text}
    number = {"type": ["integer", "null"], "minimum": 1}
    aanbeveling = {
        "id": text,
        "audit": text,
        "nummer": {"type": ["integer", "string"]},
        "titel": text,
        "dienst": maybe,
        "termijn": maybe,
        "stand": {"enum": list(STANDEN)},
        "acties": ids,
    }
    risico = {
        "id": text,
        "titel": text,
        "domeinen": ids,
        "dienst": maybe,
        **dict.fromkeys(("kans", "impact", "score"), number),
        "hoog": {"type": ["boolean", "null"]},
        **dict.fromkeys(("restkans", "restimpact", "restscore"), number),
        "beheerst_door": ids,
    }
    return {"aanbevelingen": aanbeveling, "risicos": risico}
