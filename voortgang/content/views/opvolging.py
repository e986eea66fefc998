"""What became of an earlier year's planning, as a template sees it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from voortgang.content.markdown.author import author_line
from voortgang.model.rol import ROLLEN
from voortgang.opvolging.follow_up import UITKOMSTEN, DomeinOpvolging, Opvolging, Vermelding


@dataclass(frozen=True, slots=True)
class PlanView:
    """One plan with what became of it; `antwoord` is the title of its answer where that differs.

    `sinds` is the first year that planned it, where that is earlier than the plan's own. A plan
    that goes on is `uitgesteld` where it is later than was promised: it `was` to be done by one
    termijn and `wordt` by another, and `waarom` is the beginning of the answer's toelichting.
    """

    id: str
    titel: str
    domeinen: tuple[str, ...]
    uitkomst: str
    antwoord: str | None
    reden: str | None
    sinds: int | None
    uitgesteld: bool
    keer_uitgesteld: int
    dienst: str | None
    was: str | None
    wordt: str | None
    waarom: str | None

    @property
    def uitkomst_en_merk(self) -> str:
        """What became of it, and whether it was put off, in one text for one column."""
        keer = f"{self.keer_uitgesteld} keer " if self.keer_uitgesteld > 1 else ""
        return f"{self.uitkomst}, {keer}uitgesteld" if self.uitgesteld else self.uitkomst

    @property
    def antwoord_of_reden(self) -> str | None:
        """What there is to tell of its outcome, in one text for one column."""
        return ": ".join(filter(None, (self.antwoord, self.reden))) or None


@dataclass(frozen=True, slots=True)
class PlanTotalen:
    """How many different plans there were, how many came to each end, and how many per domain.

    `plannen_in_domeinen` counts a plan in each domain where it stands, as a chart per domain does.
    """

    plannen: int
    gerealiseerd: int
    deels_gerealiseerd: int
    lopend: int
    vervallen: int
    zonder_opvolging: int
    uitgesteld: int
    plannen_in_domeinen: int

    @property
    def dubbel(self) -> bool:
        """Whether a plan stands in more than one domain, so that the counts differ."""
        return self.plannen != self.plannen_in_domeinen

    @classmethod
    def of(cls, opvolging: Opvolging) -> "PlanTotalen":
        """Count the plans."""
        counts = {uitkomst: getattr(opvolging.totalen, uitkomst) for uitkomst in UITKOMSTEN}
        places = sum(
            len(domein.lijst(uitkomst)) for domein in opvolging.domeinen for uitkomst in UITKOMSTEN
        )
        return cls(
            plannen=sum(counts.values()),
            **counts,
            uitgesteld=opvolging.totalen.uitgesteld,
            plannen_in_domeinen=places,
        )


@dataclass(frozen=True, slots=True)
class PlanDomein:
    """How many of one domain's plans came to each end."""

    titel: str
    gerealiseerd: int
    deels_gerealiseerd: int
    lopend: int
    vervallen: int
    zonder_opvolging: int

    @classmethod
    def of(cls, domein: DomeinOpvolging) -> "PlanDomein":
        """Count the plans of a domain."""
        counts = {uitkomst: len(domein.lijst(uitkomst)) for uitkomst in UITKOMSTEN}
        return cls(domein.titel, **counts)


@dataclass(frozen=True, slots=True)
class OpvolgingView:
    """The plans of year `van` in year `naar`: each once in `plannen`, and by their outcome.

    `domeinen` counts them for each domain that had any; `uitgesteld` are those that go on later
    than was promised, the most put off first.
    """

    van: int
    naar: int
    totalen: PlanTotalen
    domeinen: tuple[PlanDomein, ...]
    plannen: tuple[PlanView, ...]
    gerealiseerd: tuple[PlanView, ...]
    deels_gerealiseerd: tuple[PlanView, ...]
    lopend: tuple[PlanView, ...]
    vervallen: tuple[PlanView, ...]
    zonder_opvolging: tuple[PlanView, ...]
    uitgesteld: tuple[PlanView, ...]

    @classmethod
    def of(cls, opvolging: Opvolging) -> "OpvolgingView":
        """Show what became of the plans."""
        gathered: dict[str, PlanView] = {}
        for plan in _plans(opvolging):
            known = gathered.get(plan.id)
            domeinen = (known.domeinen if known else ()) + plan.domeinen
            gathered[plan.id] = replace(plan, domeinen=domeinen)
        plannen = tuple(gathered.values())
        lists = {
            uitkomst: tuple(plan for plan in plannen if plan.uitkomst == ROLLEN[uitkomst].een)
            for uitkomst in UITKOMSTEN
        }
        totalen = PlanTotalen.of(opvolging)
        per_domein = tuple(
            PlanDomein.of(domein)
            for domein in opvolging.domeinen
            if any(map(domein.lijst, UITKOMSTEN))
        )
        later = sorted((e for e in plannen if e.uitgesteld), key=lambda e: -e.keer_uitgesteld)
        return cls(
            opvolging.van,
            opvolging.naar,
            totalen,
            per_domein,
            plannen,
            **lists,
            uitgesteld=tuple(later),
        )


def wordt(entry: Vermelding) -> str | None:
    """Say by when a plan goes on now; of one put off without a later termijn that there is none."""
    new = entry.antwoord.termijn if entry.antwoord else None
    if entry.uitgesteld and entry.termijn and not (new and new.end > entry.termijn.end):
        return "geen nieuwe termijn"
    return str(new) if new else None


def named(opvolging: Opvolging) -> frozenset[tuple[str, str | None]]:
    """Give the vervallen acties that an OpvolgingView shows: their ids, with the reden shown."""
    shown = {
        entry.id: (entry.antwoord.id, entry.reden)
        for domein in opvolging.domeinen
        for entry in domein.lijst("vervallen")
        if entry.antwoord
    }
    return frozenset(shown.values())


def _plans(opvolging: Opvolging) -> Iterator[PlanView]:
    for domein in opvolging.domeinen:
        for uitkomst in UITKOMSTEN:
            for entry in domein.lijst(uitkomst):
                answer = entry.antwoord.titel if entry.antwoord else None
                waarom = entry.antwoord.toelichting if entry.antwoord else None
                yield PlanView(
                    entry.id,
                    entry.titel,
                    (domein.titel,),
                    ROLLEN[uitkomst].een,
                    answer if answer != entry.titel else None,
                    entry.reden,
                    entry.sinds if entry.sinds and entry.sinds < opvolging.van else None,
                    entry.uitgesteld,
                    entry.keer_uitgesteld,
                    entry.dienst,
                    str(entry.termijn) if entry.termijn else None,
                    wordt(entry),
                    author_line(waarom) if waarom else None,
                )
