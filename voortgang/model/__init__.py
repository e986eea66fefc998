"""The report as frozen, strict data: how it is read, its identity, its kaders."""

from voortgang.model.audit import Aanbeveling, Audit
from voortgang.model.identity import slug
from voortgang.model.instellingen import (
    Advies,
    Contact,
    Controle,
    Dienst,
    MaturiteitSchaal,
    NotaGegevens,
    PresentatieGegevens,
    RisicoSchaal,
)
from voortgang.model.kader import KADERS, Kader, KaderDomein
from voortgang.model.rapport import (
    SOORTEN,
    Actie,
    Deelactie,
    Domein,
    Maturiteit,
    Rapport,
    Risico,
    Soort,
)
from voortgang.model.read import KEYS, read_all, read_audits, read_rapport
from voortgang.model.reading import Audits, Reading, rapporten_of
from voortgang.model.termijn import Termijn

__all__ = [
    "KADERS",
    "KEYS",
    "SOORTEN",
    "Aanbeveling",
    "Actie",
    "Advies",
    "Audit",
    "Audits",
    "Contact",
    "Controle",
    "Deelactie",
    "Dienst",
    "Domein",
    "Kader",
    "KaderDomein",
    "Maturiteit",
    "MaturiteitSchaal",
    "NotaGegevens",
    "PresentatieGegevens",
    "Rapport",
    "Reading",
    "Risico",
    "RisicoSchaal",
    "Soort",
    "Termijn",
    "rapporten_of",
    "read_all",
    "read_audits",
    "read_rapport",
    "slug",
]
