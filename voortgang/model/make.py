"""From the plain data that the walk gives to the report.

Nothing is judged here: each reader of `shapes` gives what the model asks for, or a finding, and
only data without an error comes this far.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from voortgang.model.rapport import (
    SOORTEN,
    Actie,
    Advies,
    Contact,
    Controle,
    Deelactie,
    Domein,
    NotaGegevens,
    PresentatieGegevens,
    Rapport,
)

Data: TypeAlias = Mapping[str, Any]


def make_rapport(data: Data) -> Rapport:
    """Make a report of the data of rapport.yaml, with that of each domain under `domeinen`."""
    parts: dict[str, Any] = {key: make(data[key]) for key, make in _PARTS.items() if key in data}
    return Rapport(**{**data, **parts})


def _domein(data: Data) -> Domein:
    lists: dict[str, Any] = {
        soort: tuple(map(_actie, data[soort])) for soort in SOORTEN if soort in data
    }
    return Domein(**{**data, **lists})


def _actie(data: Data) -> Actie:
    fields = dict(data)
    if "id" in fields:
        fields["own_id"] = fields.pop("id")
    if "deelacties" in fields:
        fields["deelacties"] = tuple(Deelactie(**part) for part in fields["deelacties"])
    return Actie(**fields)


def _contact(data: Data) -> Contact:
    return Contact(**{key.replace("-", "_"): value for key, value in data.items()})


def _nota(data: Data) -> NotaGegevens:
    adviezen = tuple(Advies(**advies) for advies in data.get("adviezen", ()))
    return NotaGegevens(**{**data, "adviezen": adviezen})


def _domeinen(domeinen: Iterable[Data]) -> tuple[Domein, ...]:
    return tuple(map(_domein, domeinen))


_PARTS: Mapping[str, Callable[[Any], Any]] = {
    "domeinen": _domeinen,
    "contact": _contact,
    "nota": _nota,
    "presentatie": lambda data: PresentatieGegevens(**data),
    "controle": lambda data: Controle(**data),
}
