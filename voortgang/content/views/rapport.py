"""The report as a template sees it: data without machinery, texts of authors made safe."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

from voortgang.content.markdown.author import author_markdown, paragraphs
from voortgang.content.markdown.escape import Markdown
from voortgang.model.rapport import Actie, Deelactie, Domein
from voortgang.model.rol import ROLLEN

# What an actie of a list is, as a word in a column.
_SOORT = {rol: ROLLEN[rol].een for rol in ("realisaties", "risicos", "planning", "vervallen")}
_SOORT["planning"] = "planning"
_NIETS: Mapping[str, int] = MappingProxyType({})


def _toelichting(text: str | None) -> Markdown | None:
    return author_markdown(text) if text else None


@dataclass(frozen=True, slots=True)
class DeelactieView:
    """A part of an actie."""

    titel: str
    dienst: str | None
    termijn: str | None
    toelichting: Markdown | None

    @classmethod
    def of(cls, deel: Deelactie) -> Self:
        """Show a deelactie."""
        termijn = str(deel.termijn) if deel.termijn else None
        return cls(deel.titel, deel.dienst, termijn, _toelichting(deel.toelichting))


@dataclass(frozen=True, slots=True)
class ActieView:
    """One entry of a list; `termijn` is in words, `toelichting` is Markdown.

    `sinds` is the year that first planned it, of a plan that stood in an earlier report already;
    `in_opvolging` whether the opvolging names it, as a plan given up with this reden.
    """

    id: str
    titel: str
    deelacties: tuple[DeelactieView, ...]
    toelichting: Markdown | None
    dienst: str | None
    termijn: str | None
    mjp: str | None
    sdg: tuple[int, ...]
    aanbeveling: str | None
    reden: str | None
    sinds: int | None
    heeft_gegevens: bool
    in_opvolging: bool

    @classmethod
    def of(cls, actie: Actie, sinds: int | None = None, *, in_opvolging: bool = False) -> Self:
        """Show an actie."""
        details = (actie.dienst, actie.termijn, actie.mjp, actie.sdg, actie.aanbeveling, sinds)
        return cls(
            actie.id,
            actie.titel,
            tuple(DeelactieView.of(deel) for deel in actie.deelacties),
            _toelichting(actie.toelichting),
            actie.dienst,
            str(actie.termijn) if actie.termijn else None,
            actie.mjp,
            actie.sdg,
            actie.aanbeveling,
            actie.reden,
            sinds,
            any((*details, actie.toelichting, actie.reden)),
            in_opvolging,
        )


@dataclass(frozen=True, slots=True)
class DomeinView:
    """One domain; `nummer` counts from 1, `criterium` is Markdown."""

    id: str
    nummer: int
    titel: str
    rechtsgrond: str | None
    criterium: Markdown | None
    realisaties: tuple[ActieView, ...]
    risicos: tuple[ActieView, ...]
    planning: tuple[ActieView, ...]
    vervallen: tuple[ActieView, ...]
    te_beantwoorden: tuple[ActieView, ...]

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
        return cls(
            domein.id,
            nummer,
            domein.titel,
            domein.rechtsgrond,
            paragraphs(domein.criterium) if domein.criterium else None,
            tuple(map(ActieView.of, domein.realisaties)),
            tuple(map(ActieView.of, domein.risicos)),
            tuple(ActieView.of(actie, sinds.get(actie.id)) for actie in domein.planning),
            tuple(
                ActieView.of(actie, in_opvolging=(actie.id, actie.reden) in named)
                for actie in domein.vervallen
            ),
            tuple(map(ActieView.of, domein.te_beantwoorden)),
        )


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


@dataclass(frozen=True, slots=True)
class OverzichtView:
    """One actie with all places where it stands; its details come from wherever they were given."""

    id: str
    titel: str
    domeinen: tuple[str, ...]
    soorten: tuple[str, ...]
    dienst: str | None
    termijn: str | None
    mjp: str | None
    sdg: tuple[int, ...]

    @classmethod
    def of(cls, domeinen: Iterable[DomeinView]) -> "tuple[OverzichtView, ...]":
        """Gather every actie once, in the order of the report."""
        places: dict[str, list[tuple[str, str, ActieView]]] = {}
        for domein in domeinen:
            for lijst, soort in _SOORT.items():
                for actie in getattr(domein, lijst):
                    places.setdefault(actie.id, []).append((domein.titel, soort, actie))
        return tuple(cls._gathered(found) for found in places.values())

    @classmethod
    def _gathered(cls, found: list[tuple[str, str, ActieView]]) -> Self:
        acties = [actie for _, _, actie in found]
        return cls(
            acties[0].id,
            acties[0].titel,
            tuple(dict.fromkeys(domein for domein, _, _ in found)),
            tuple(dict.fromkeys(soort for _, soort, _ in found)),
            next((actie.dienst for actie in acties if actie.dienst), None),
            next((actie.termijn for actie in acties if actie.termijn), None),
            next((actie.mjp for actie in acties if actie.mjp), None),
            next((actie.sdg for actie in acties if actie.sdg), ()),
        )
