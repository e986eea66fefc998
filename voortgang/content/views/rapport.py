"""The report as a template sees it: data without machinery, texts of authors made safe.

A part of the report is shown by its fields, each by its kind: a termijn in words, Markdown and
paragraphs of authors made safe, a part as a view. What the model declares is there by itself.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Self

from voortgang.content.markdown.author import author_markdown, paragraphs
from voortgang.model.deel import Deel, Key, keys_of
from voortgang.model.rapport import DETAILS, SOORTEN, Actie, Domein, Risico, Soort
from voortgang.model.waarden import Kind

_SOORT: Mapping[Soort, str] = {
    "realisaties": "realisatie",
    "risicos": "hoog risico",
    "planning": "planning",
    "vervallen": "vervallen",
}
_TWICE: tuple[Soort, ...] = ("realisaties", "planning")  # both counts of these are told
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


def count_acties(domeinen: Iterable[Domein]) -> PartView:
    """Count the different acties, and how many there are when each domain is counted by itself.

    Equal ids in two domains are one actie; `dubbel` tells whether that makes a difference.
    """
    ids = {
        soort: [actie.id for domein in domeinen for actie in domein.lijst(soort)]
        for soort in _SOORT
    }
    different = {soort: len(set(each)) for soort, each in ids.items()}
    places = {soort: len(ids[soort]) for soort in _TWICE}
    return PartView(
        **different,
        **{f"{soort}_in_domeinen": number for soort, number in places.items()},
        dubbel=any(different[soort] != number for soort, number in places.items()),
    )


def show_overzicht(domeinen: Iterable[DomeinView]) -> tuple[PartView, ...]:
    """Gather every actie once with all places where it stands, in the order of the report.

    Its details come from wherever they were given.
    """
    places: dict[str, list[tuple[str, str, ActieView]]] = {}
    for domein in domeinen:
        for lijst, soort in _SOORT.items():
            for actie in getattr(domein, lijst):
                places.setdefault(actie.id, []).append((domein.titel, soort, actie))
    return tuple(map(_gathered, places.values()))


def _gathered(found: Sequence[tuple[str, str, ActieView]]) -> PartView:
    acties = [actie for _, _, actie in found]
    details = {name: [getattr(actie, name) for actie in acties] for name in DETAILS}
    return PartView(
        id=acties[0].id,
        titel=acties[0].titel,
        domeinen=tuple(dict.fromkeys(domein for domein, _, _ in found)),
        soorten=tuple(dict.fromkeys(soort for _, soort, _ in found)),
        **{name: next(filter(None, each), each[0]) for name, each in details.items()},
    )
