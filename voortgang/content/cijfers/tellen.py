"""Counting the figures of the years: acties, what became of the plans, the lines through the years.

Each gives its alternative text, which names all its numbers.
"""

from collections.abc import Iterable, Mapping, Sequence

from voortgang.content.cijfers.cijfer import Cijfer, Reeks, Vorm
from voortgang.model.rapport import Domein, Rapport, Soort
from voortgang.model.rol import ROLLEN
from voortgang.opvolging.aanbevelingen import STANDEN, AuditStand
from voortgang.opvolging.follow_up import UITKOMSTEN, Opvolging

YEARS_FOR_A_LINE = 3


def acties_per_domein(domeinen: Sequence[Domein]) -> Cijfer:
    """Count realisaties and plannen of each domain, at the first level, in report order."""
    counted = tuple((each.titel, len(each.realisaties), len(each.planning)) for each in domeinen)
    return _acties("domein", "balken", "Staafdiagram", counted)


def acties_per_jaar(rapporten: Sequence[Rapport]) -> Cijfer:
    """Count the different realisaties and plannen of each year."""
    counted = tuple(
        (str(each.rapportjaar), _different(each, "realisaties"), _different(each, "planning"))
        for each in rapporten
    )
    return _acties("jaar", "lijnen", "Lijndiagram", counted)


def opvolging_per_domein(opvolging: Opvolging) -> Cijfer:
    """Count what became of the plans of each domain that had any."""
    domeinen = [each for each in opvolging.domeinen if any(map(each.lijst, UITKOMSTEN))]
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


def _acties(per: str, vorm: Vorm, soort: str, counted: Sequence[tuple[str, int, int]]) -> Cijfer:
    """Show numbers of realisaties and plannen, each with the name of what they were counted of."""
    parts = (
        f"{naam}: {_aantal(done, 'realisaties')} en {_aantal(plans, 'planning')}"
        for naam, done, plans in counted
    )
    return Cijfer(
        f"acties-per-{per}",
        f"Realisaties en plannen per {per}",
        vorm,
        tuple(naam for naam, _, _ in counted),
        (
            Reeks.of("realisaties", (done for _, done, _ in counted)),
            Reeks.of("planning", (plans for _, _, plans in counted)),
        ),
        f"{soort} van de realisaties en plannen per {per}. {'; '.join(parts)}.",
    )


def _different(rapport: Rapport, soort: Soort) -> int:
    return len({actie.id for domein in rapport.domeinen for actie in domein.lijst(soort)})


def _aantal(number: int, rol: str) -> str:
    return f"{number} {ROLLEN[rol].een if number == 1 else ROLLEN[rol].meer}"


def _in_words(names: Iterable[str], reeksen: Sequence[Reeks]) -> str:
    parts = [
        f"{name}: " + ", ".join(f"{reeks.waarden[at]} {reeks.naam.lower()}" for reeks in reeksen)
        for at, name in enumerate(names)
    ]
    return "; ".join(parts) + "."
