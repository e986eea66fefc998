"""A plan of which nobody is the owner."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel

REGEL = Regel.warning(
    "VG103",
    "plan zonder dienst",
    "Een plan waar geen dienst bij staat, is van niemand: wie wordt er volgend jaar naar gevraagd? "
    "Dit geldt zodra een plan van het jaar een dienst noemt.",
    "titel: Cultuur\nplanning:\n  - titel: Nieuw intranet\n    dienst: Communicatie\n"
    "  - Nieuw onthaal",
    "titel: Cultuur\nplanning:\n  - titel: Nieuw intranet\n    dienst: Communicatie\n"
    "  - titel: Nieuw onthaal\n    dienst: Burgerzaken",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find the plans without a dienst, once one of the year has it."""
    yield from lacking(jaar, "dienst", REGEL)


def lacking(jaar: Jaar, field: str, regel: Regel) -> Iterator[Finding]:
    """Find the plans without a field that others have; what stands twice needs it once.

    A deelactie may have it instead.
    """
    plans = [plaats for plaats in jaar.acties if plaats.soort == "planning"]
    named = {
        plaats.id
        for plaats in plans
        if any(getattr(each, field) for each in (plaats.actie, *plaats.actie.deelacties))
    }
    told: set[str] = set()
    for plaats in plans if named else ():
        if plaats.id not in named and plaats.id not in told:
            told.add(plaats.id)
            message = f"bij het plan '{plaats.actie.titel}' staat geen {field}"
            yield regel.at(plaats.at("titel"), message, plaats.to_add(f"{field}: …"))
