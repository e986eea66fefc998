"""By what the overviews can be narrowed: the values of each entry, and what can be chosen."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from voortgang.exchange.excel.rows import diensten_of
from voortgang.model.rol import ROLLEN
from voortgang.opvolging.levensloop import Levensloop
from voortgang.site.archief import GEPLAND, STANDEN, Archief, Rij

Values = Mapping[str, tuple[str, ...]]
UITGESTELD = "uitgesteld"
SOORTEN = MappingProxyType(
    {
        "realisaties": "realisatie",
        "planning": "plan",
        "risicos": "hoog risico",
        "vervallen": "vervallen plan",
        "te_beantwoorden": "plan van vorig jaar",
    }
)
_NAMES = MappingProxyType(
    {
        "jaar": "Jaar",
        "domein": "Domein",
        "dienst": "Dienst",
        "soort": "Soort",
        "stand": "Stand",
        "mjp": "Code meerjarenplan",
        "sdg": "SDG",
        "aanbeveling": "Aanbeveling",
    }
)


class Filter(NamedTuple):
    """A filter: its name in the address, its label, and its choices with their words."""

    naam: str
    label: str
    keuzes: tuple[tuple[str, str], ...]


def values_of_actie(rij: Rij) -> Values:
    """Give what an actie can be found by."""
    actie = rij.actie
    return {
        "jaar": (str(rij.jaar),),
        "domein": tuple(domein.id for domein in rij.domeinen),
        "dienst": diensten_of(actie),
        "soort": (rij.soort,),
        "stand": tuple(filter(None, (rij.stand, UITGESTELD if rij.keer_uitgesteld else None))),
        "mjp": (actie.mjp,) if actie.mjp else (),
        "sdg": tuple(map(str, actie.sdg)),
        "aanbeveling": (*actie.aanbevelingen, *filter(None, [actie.aanbeveling])),
    }


def values_of_plan(loop: Levensloop) -> Values:
    """Give what a plan can be found by: as it was first promised, and how it stands."""
    answers = (each for stap in loop.stappen for _, each in stap.antwoorden.acties)
    diensten = (loop.plan.dienst, *(each.dienst for each in answers))
    late = [UITGESTELD] if any(stap.uitgesteld for stap in loop.stappen) else []
    return {
        "jaar": (str(loop.jaar),),
        "domein": loop.domeinen,
        "dienst": tuple(dict.fromkeys(filter(None, diensten))),
        "stand": (loop.uitkomst or GEPLAND, *late),
    }


def choices(entries: Iterable[Values], archief: Archief) -> tuple[Filter, ...]:
    """List the filters that tell entries apart, each with the values that there are."""
    all_of = [*entries]
    found = []
    for naam, label in _NAMES.items():
        values = [each.get(naam, ()) for each in all_of]
        if len(set(values)) > 1:
            there = {value for each in values for value in each}
            found.append(Filter(naam, label, tuple(_worded(naam, there, archief))))
    return tuple(found)


def _worded(naam: str, there: set[str], archief: Archief) -> Iterator[tuple[str, str]]:
    """Put the values of a filter in their order, with their words."""
    known: Mapping[str, Mapping[str, str]] = {
        "domein": archief.domeinen,
        "soort": SOORTEN,
        "stand": {**{each: ROLLEN[each].een for each in STANDEN}, UITGESTELD: UITGESTELD},
        "aanbeveling": archief.aanbevelingen,
    }
    named = known.get(naam, {})
    yield from ((value, words) for value, words in named.items() if value in there)
    others = there - named.keys()
    if naam in ("jaar", "sdg"):
        yield from ((each, each) for each in sorted(others, key=int, reverse=naam == "jaar"))
    else:
        yield from ((each, each) for each in sorted(others, key=lambda a: (a.casefold(), a)))
