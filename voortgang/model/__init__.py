"""The report as frozen, strict data: how it is read, its identity, its kaders."""

from voortgang.model.audit import Aanbeveling, Audit
from voortgang.model.identity import slug
from voortgang.model.kader import KADERS, Kader, KaderDomein
from voortgang.model.rapport import SOORTEN, Actie, Deelactie, Domein, Rapport, Risico, Soort
from voortgang.model.read import KEYS, read_all, read_audits, read_rapport
from voortgang.model.reading import Audits, Reading, rapporten_of

__all__ = [
    "KADERS",
    "KEYS",
    "SOORTEN",
    "Aanbeveling",
    "Actie",
    "Audit",
    "Audits",
    "Deelactie",
    "Domein",
    "Kader",
    "KaderDomein",
    "Rapport",
    "Reading",
    "Risico",
    "Soort",
    "rapporten_of",
    "read_all",
    "read_audits",
    "read_rapport",
    "slug",
]
