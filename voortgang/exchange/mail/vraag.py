"""What each service is asked in a year: its plans that await an answer, and what is new."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from voortgang.content.markdown.author import author_markdown
from voortgang.exchange.excel.rows import diensten_of
from voortgang.model import Actie, Rapport, slug
from voortgang.model.identity import ID_LENGTH
from voortgang.opvolging.beantwoord import DienstStand, same
from voortgang.opvolging.follow_up import Vermelding


@dataclass(frozen=True, slots=True)
class GevraagdPlan:
    """A plan as the mail shows it; `te_laat` tells that its termijn ends before the year does."""

    titel: str
    domein: str
    termijn: str | None
    toelichting: str | None
    te_laat: bool
    sinds: int | None
    keer_uitgesteld: int


@dataclass(frozen=True, slots=True)
class Vraag:
    """What one service is asked; `name` is that of its file, `beantwoord` counts its answers."""

    dienst: str
    name: str
    naam: str | None
    e_mail: str | None
    plannen: tuple[GevraagdPlan, ...]
    beantwoord: int

    def context(self, rapport: Rapport, tegen: str | None, werkboek: str) -> dict[str, Any]:
        """Gather what the template sees; docs/sjablonen.md lists it."""
        jaar = rapport.rapportjaar
        plannen = [asdict(plan) for plan in self.plannen]
        for plan in plannen:
            plan["toelichting"] = author_markdown(plan["toelichting"] or "") or None
        contact = rapport.contact
        return {
            "bestuur": rapport.bestuur,
            "titel": rapport.titel,
            "jaar": jaar,
            "vorig_jaar": jaar - 1,
            "dienst": self.dienst,
            "naam": self.naam,
            "plannen": plannen,
            "beantwoord": self.beantwoord,
            "tegen": tegen,
            "werkboek": werkboek,
            "contact": contact
            and {"naam": contact.naam, "dienst": contact.dienst, "e_mail": contact.e_mail},
        }


def vragen(
    rapport: Rapport, standen: Sequence[DienstStand], wanted: Sequence[str] = ()
) -> Sequence[Vraag]:
    """Make a question for each service that has plans to answer, or had none to begin with.

    Who answered everything is asked nothing. With `wanted` only these services are asked, whatever
    they answered.
    """
    by_name = {same(each.dienst): each for each in standen if each.dienst}
    listed = {same(name): name for name in rapport.diensten}
    names = {key: each.dienst for key, each in by_name.items() if each.dienst} | listed
    asked = [key for key in names if key not in by_name or by_name[key].open]
    if wanted:
        asked = [key for key in map(same, wanted) if key]
        names = dict(zip(asked, wanted, strict=True)) | names
    waiting = {
        actie.id: (actie, domein.titel)
        for domein in reversed(rapport.domeinen)  # the first place of a plan counts
        for actie in domein.te_beantwoorden
    }
    used: set[str] = set()
    found = []
    for key in sorted(asked, key=str):
        dienst = names[key]
        stand = by_name.get(key) or DienstStand(dienst)
        wie = rapport.diensten.get(listed.get(key, ""))
        plannen = tuple(_plan(rapport.rapportjaar, plan, waiting) for plan in stand.open.values())
        name = _free(slug(dienst)[:ID_LENGTH] or "dienst", used)
        naam, e_mail = (wie.naam, wie.e_mail) if wie else (None, None)
        found.append(Vraag(dienst, name, naam, e_mail, plannen, len(stand.beantwoord)))
    return found


def known_diensten(rapport: Rapport, standen: Sequence[DienstStand]) -> Mapping[str, str]:
    """Give every service that is known in a year, by how it is compared."""
    of_plans = filter(None, (each.dienst for each in standen))
    of_acties = (name for *_, actie in rapport.acties() for name in diensten_of(actie))
    found: dict[str, str] = {}
    for name in (*rapport.diensten, *of_plans, *of_acties):
        if key := same(name):
            found.setdefault(key, name)
    return found


def _plan(jaar: int, plan: Vermelding, waiting: Mapping[str, tuple[Actie, str]]) -> GevraagdPlan:
    """Show a plan as it waits in this year, else as last year had it."""
    actie, domein = waiting.get(plan.id, (None, ""))
    termijn = plan.termijn
    return GevraagdPlan(
        actie.titel if actie else plan.titel,
        domein,
        str(termijn) if termijn else None,
        actie.toelichting if actie else None,
        te_laat=termijn is not None and termijn.end.year <= jaar,
        sinds=plan.sinds,
        keer_uitgesteld=plan.keer_uitgesteld,
    )


def _free(name: str, used: set[str]) -> str:
    number, free = 1, name
    while free in used:
        number += 1
        free = f"{name}-{number}"
    used.add(free)
    return free
