"""The report as frozen, strict data: how it is read, its identity, its kaders."""

from voortgang.model.identity import slug
from voortgang.model.kader import KADERS, Kader, KaderDomein
from voortgang.model.rapport import (
    SOORTEN,
    Actie,
    Advies,
    Contact,
    Controle,
    Deelactie,
    Domein,
    NotaGegevens,
    PresentatieGegevens,
    Rapport,
    Soort,
)
from voortgang.model.read import KEYS, read_all, read_rapport
from voortgang.model.reading import RAPPORT, Reading
from voortgang.model.termijn import Termijn

__all__ = [
    "KADERS",
    "KEYS",
    "RAPPORT",
    "SOORTEN",
    "Actie",
    "Advies",
    "Contact",
    "Controle",
    "Deelactie",
    "Domein",
    "Kader",
    "KaderDomein",
    "NotaGegevens",
    "PresentatieGegevens",
    "Rapport",
    "Reading",
    "Soort",
    "Termijn",
    "read_all",
    "read_rapport",
    "slug",
]
