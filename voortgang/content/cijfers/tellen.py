"""Counting the figures of the years: what became of the plans, and the lines through the years."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from voortgang.content.cijfers.cijfer import Cijfer, Reeks, aantal
from voortgang.model.rapport import Rapport
from voortgang.opvolging.aanbevelingen import STANDEN, AuditStand
from voortgang.opvolging.follow_up import UITKOMSTEN, Opvolging

YEARS_FOR_A_LINE = 3


def opvolging_per_domein(opvolging: Opvolging) -> Cijfer:
    """Count what became of the plans of each domain that had any."""
    domeinen = [
        domein
        for domein in opvolging.domeinen
        if any(domein.lijst(uitkomst) for uitkomst in UITKOMSTEN)
    ]
    reeksen = tuple(
        Reeks.of(uitkomst, (len(domein.lijst(uitkomst)) for domein in domeinen))
        for uitkomst in UITKOMSTEN
    )
    namen = tuple(domein.titel for domein in domeinen)
    return Cijfer(
        "opvolging-per-domein",
        f"Opvolging van de planning {opvolging.van} per domein",
        "gestapeld",
        namen,
        reeksen,
        f"Gestapelde staven met de opvolging van de planning {opvolging.van} per domein. "
        + _in_words(namen, reeksen),
    )


def acties_per_jaar(rapporten: Sequence[Rapport]) -> Cijfer:
    """Count the different realisaties and plannen of each year."""
    jaren = tuple(str(rapport.rapportjaar) for rapport in rapporten)
    done = tuple(len(set(_ids(rapport, "realisaties"))) for rapport in rapporten)
    plans = tuple(len(set(_ids(rapport, "planning"))) for rapport in rapporten)
    delen = "; ".join(
        f"{jaar}: {aantal(one, 'realisaties')} en {aantal(two, 'planning')}"
        for jaar, one, two in zip(jaren, done, plans, strict=True)
    )
    return Cijfer(
        "acties-per-jaar",
        "Realisaties en plannen per jaar",
        "lijnen",
        jaren,
        (Reeks.of("realisaties", done), Reeks.of("planning", plans)),
        f"Lijndiagram van de realisaties en plannen per jaar. {delen}.",
    )


def opvolging_per_jaar(opvolgingen: Sequence[Opvolging]) -> Cijfer:
    """Count what became of the plans of each year in the next report."""
    jaren = tuple(str(opvolging.van) for opvolging in opvolgingen)
    reeksen = tuple(
        Reeks.of(uitkomst, (getattr(each.totalen, uitkomst) for each in opvolgingen))
        for uitkomst in UITKOMSTEN
    )
    return Cijfer(
        "opvolging-per-jaar",
        "Opvolging van de planning per jaar",
        "lijnen",
        jaren,
        reeksen,
        "Lijndiagram met de opvolging van de planning van elk jaar. " + _in_words(jaren, reeksen),
    )


def aanbevelingen_per_audit(audits: Sequence[AuditStand]) -> Cijfer:
    """Count how the aanbevelingen of each audit stand."""
    namen = tuple(each.audit.titel for each in audits)
    reeksen = tuple(Reeks.of(stand, (each.aantal(stand) for each in audits)) for stand in STANDEN)
    return Cijfer(
        "aanbevelingen-per-audit",
        "Opvolging van de aanbevelingen per audit",
        "gestapeld",
        namen,
        reeksen,
        "Gestapelde staven met de opvolging van de aanbevelingen per audit. "
        + _in_words(namen, reeksen),
    )


def aanbevelingen_per_jaar(jaren: Mapping[int, Sequence[AuditStand]]) -> Cijfer:
    """Count how all aanbevelingen stood at the end of each year."""
    namen = tuple(map(str, jaren))
    reeksen = tuple(
        Reeks.of(stand, (sum(each.aantal(stand) for each in audits) for audits in jaren.values()))
        for stand in STANDEN
    )
    return Cijfer(
        "aanbevelingen-per-jaar",
        "Opvolging van de aanbevelingen door de jaren",
        "gestapeld",
        namen,
        reeksen,
        "Gestapelde staven met de opvolging van de aanbevelingen aan het einde van elk jaar. "
        + _in_words(namen, reeksen),
    )


def _in_words(names: Iterable[str], reeksen: Sequence[Reeks]) -> str:
    parts = [
        f"{name}: " + ", ".join(f"{reeks.waarden[at]} {reeks.naam.lower()}" for reeks in reeksen)
        for at, name in enumerate(names)
    ]
    return "; ".join(parts) + "."


def _ids(rapport: Rapport, lijst: str) -> Iterator[str]:
    for domein in rapport.domeinen:
        for actie in getattr(domein, lijst):
            yield actie.id
