"""The matrix of the rated risks and the levels of the domains, drawn up from how they stand."""

from collections.abc import Sequence

from voortgang.content.cijfers.rooster import Matrix, NiveauRij, Niveaus, RisicoRegel
from voortgang.model.instellingen import MaturiteitSchaal, RisicoSchaal
from voortgang.opvolging.maturiteit import DomeinMaturiteit
from voortgang.opvolging.risicos import Beoordeeld


def risicomatrix(risicos: Sequence[Beoordeeld], schaal: RisicoSchaal) -> Matrix | None:
    """Draw up the matrix of the rated risks; None where none is rated."""
    rated = [(each, each.score, each.rest) for each in risicos if each.score]
    rows = tuple(
        RisicoRegel(
            number,
            each.risico.titel,
            score.kans,
            score.impact,
            rest.kans if rest else None,
            rest.impact if rest else None,
        )
        for number, (each, score, rest) in enumerate(rated, 1)
    )
    return Matrix(schaal.schaal, schaal.drempel, rows) if rows else None


def maturiteit_per_domein(
    domeinen: Sequence[DomeinMaturiteit], schaal: MaturiteitSchaal
) -> Niveaus | None:
    """Draw up the levels of the domains; None where none has one."""
    rows = tuple(
        NiveauRij(each.titel, each.maturiteit.niveau, each.maturiteit.doel, each.vorig)
        for each in domeinen
    )
    return Niveaus(schaal.namen, rows) if rows else None
