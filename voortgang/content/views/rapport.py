"""The report as a template sees it: data without machinery, texts of authors made safe.

A part of the report is shown by its fields, each by its kind: a termijn in words, Markdown and
paragraphs of authors made safe, a part as a view. What the model declares is there by itself.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Self

from voortgang.content.markdown.author import author_markdown, paragraphs
from voortgang.model.deel import Deel, Key, keys_of
from voortgang.model.rapport import DETAILS, SOORTEN, Actie, Domein, Risico
from voortgang.model.waarden import Kind

_SOORT = {
    "realisaties": "realisatie",
    "risicos": "hoog risico",
    "planning": "planning",
    "vervallen": "vervallen",
}
_NIETS: Mapping[str, int] = MappingProxyType({})
_SHOW: Mapping[Kind, Callable[[Any], object]] = MappingProxyType(
    {Kind.MARKDOWN: author_markdown, Kind.ALINEAS: paragraphs, Kind.TERMIJN: str}
)


class PartView:
    """Names with what they stand for, and nothing else."""

    def __init__(self, **shown: object) -> None:
        vars(self).update(shown)

    @classmethod
    def of_part(cls, part: Deel, **instead: object) -> Self:
        """Show the fields of a part; `instead` are names of its own, and fields shown otherwise."""
        fields = {key.name.replace("-", "_"): key for key in keys_of(type(part))}
        shown = {
            name: _shown(key, getattr(part, key.field))
            for name, key in fields.items()
            if name not in instead
        }
        return cls(**shown, **instead)


def _shown(key: Key, value: Any) -> Any:  # noqa: ANN401 -- whatever a field of the model may hold
    if not value:
        return value
    if key.kind is Kind.DEEL:
        return tuple(map(PartView.of_part, value)) if key.many else PartView.of_part(value)
    show = _SHOW.get(key.kind)
    return show(value) if show else value


class ActieView(PartView):
    """One entry of a list.

    `sinds` is the year that first planned it, of a plan that stood in an earlier report already;
    `in_opvolging` whether the opvolging names it, as a plan given up with this reden.
    """

    id: str
    titel: str

    @classmethod
    def of(cls, actie: Actie, sinds: int | None = None, *, in_opvolging: bool = False) -> Self:
        """Show an actie."""
        scored = isinstance(actie, Risico) and actie.kans is not None
        gegevens = scored or bool(sinds) or any(getattr(actie, name) for name in DETAILS)
        return cls.of_part(
            actie,
            id=actie.id,
            sinds=sinds,
            heeft_gegevens=gegevens,
            in_opvolging=in_opvolging,
        )


class DomeinView(PartView):
    """One domain; `nummer` counts from 1."""

    id: str
    titel: str
    realisaties: tuple[ActieView, ...]
    planning: tuple[ActieView, ...]

    @classmethod
    def of(
        cls,
        domein: Domein,
        nummer: int,
        sinds: Mapping[str, int] = _NIETS,
        named: Container[tuple[str, str | None]] = (),
    ) -> Self:
        """Show a domain; `sinds` gives the first year of plans that are not new, by their id.

        `named` holds, with id and reden, the acties given up that the opvolging shows.
        """
        lists: dict[str, Iterable[ActieView]] = {
            soort: map(ActieView.of, domein.lijst(soort)) for soort in SOORTEN
        }
        lists["planning"] = (ActieView.of(actie, sinds.get(actie.id)) for actie in domein.planning)
        lists["vervallen"] = (
            ActieView.of(actie, in_opvolging=(actie.id, actie.reden) in named)
            for actie in domein.vervallen
        )
        return cls.of_part(
            domein, nummer=nummer, **{soort: tuple(acties) for soort, acties in lists.items()}
        )


def soonest(domeinen: Iterable[Domein], sinds: Mapping[str, int]) -> tuple[ActieView, ...]:
    """Show the plans that have a termijn, each once, the nearest first."""
    dated = {a.id: (a.termijn.end, a) for d in domeinen for a in d.planning if a.termijn}
    in_order = sorted(dated.values(), key=itemgetter(0))
    return tuple(ActieView.of(actie, sinds.get(actie.id)) for _, actie in in_order)


@dataclass(frozen=True, slots=True)
class TotalenView:
    """How many different acties there are, and how many when each domain is counted by itself."""

    realisaties: int
    planning: int
    risicos: int
    vervallen: int
    realisaties_in_domeinen: int
    planning_in_domeinen: int

    @property
    def dubbel(self) -> bool:
        """Whether an actie stands in more than one domain, so that the counts differ."""
        return (self.realisaties, self.planning) != (
            self.realisaties_in_domeinen,
            self.planning_in_domeinen,
        )

    @classmethod
    def of(cls, domeinen: Iterable[DomeinView]) -> Self:
        """Count; equal ids in two domains are one actie."""
        lists = {
            soort: [actie.id for domein in domeinen for actie in getattr(domein, soort)]
            for soort in ("realisaties", "planning", "risicos", "vervallen")
        }
        different = {soort: len(set(ids)) for soort, ids in lists.items()}
        return cls(
            **different,
            realisaties_in_domeinen=len(lists["realisaties"]),
            planning_in_domeinen=len(lists["planning"]),
        )


class OverzichtView(PartView):
    """One actie with all places where it stands; its details come from wherever they were given."""

    @classmethod
    def of(cls, domeinen: Iterable[DomeinView]) -> tuple[Self, ...]:
        """Gather every actie once, in the order of the report."""
        places: dict[str, list[tuple[str, str, ActieView]]] = {}
        for domein in domeinen:
            for lijst, soort in _SOORT.items():
                for actie in getattr(domein, lijst):
                    places.setdefault(actie.id, []).append((domein.titel, soort, actie))
        return tuple(map(cls._gathered, places.values()))

    @classmethod
    def _gathered(cls, found: list[tuple[str, str, ActieView]]) -> Self:
        acties = [actie for _, _, actie in found]
        details = {name: [getattr(actie, name) for actie in acties] for name in DETAILS}
        return cls(
            id=acties[0].id,
            titel=acties[0].titel,
            domeinen=tuple(dict.fromkeys(domein for domein, _, _ in found)),
            soorten=tuple(dict.fromkeys(soort for _, soort, _ in found)),
            **{name: next(filter(None, each), each[0]) for name, each in details.items()},
        )
