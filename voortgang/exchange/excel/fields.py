"""The report's own fields as rows (sleutel, waarde, onderdeel), and back to nodes."""

from collections.abc import Iterator
from typing import NamedTuple

from voortgang.model import Contact, Rapport

LISTS = ("domeinen", "nota.organen", "nota.bijlagen", "controle.negeer")
PAIRS = ("nota.adviezen", "afkortingen")
PLAIN = ("rapportjaar", "formaat", "ontwerp", "presentatie.minimale_lettergrootte")
TEXTS = (
    "bestuur", "titel", "kader", "datum", "contact.naam", "contact.dienst", "contact.e-mail",
    "nota.van", "nota.kader_goedgekeurd", "nota.financiele_weerslag",
)  # fmt: skip
KNOWN = frozenset((*LISTS, *PAIRS, *PLAIN, *TEXTS, "contact"))

UITLEG = {
    "rapportjaar": "het jaar waarover het rapport gaat",
    "bestuur": "de naam van het bestuur",
    "titel": "de titel van het rapport",
    "domeinen": "de domeinen in de volgorde van het rapport, een rij elk: zie blad Domeinen, "
    "kolom bestand",
    "formaat": "niet wijzigen",
    "kader": "mechelen of leidraad: de set van domeinen",
    "datum": "de dag van het rapport: jaar-maand-dag",
    "ontwerp": "true zolang het rapport een ontwerp is",
    "nota.organen": "de organen die een nota krijgen, een rij elk",
    "nota.adviezen": "wie advies gaf, een rij elk; de datum in de kolom onderdeel",
    "nota.bijlagen": "de bijlagen, een rij elk",
    "afkortingen": "de betekenis; de afkorting zelf in de kolom onderdeel",
    "controle.negeer": "codes van waarschuwingen die u niet wilt zien, een rij elk",
}


class Field(NamedTuple):
    """One row of the sheet Rapport."""

    sleutel: str
    waarde: str = ""
    onderdeel: str = ""


def fields(rapport: Rapport) -> Iterator[Field]:
    """Give every key of rapport.yaml, a row each; a list takes a row for each of its items."""
    yield Field("rapportjaar", str(rapport.rapportjaar))
    yield Field("bestuur", rapport.bestuur)
    yield Field("titel", rapport.titel)
    yield from _list("domeinen", tuple(domein.id for domein in rapport.domeinen))
    yield Field("formaat", str(rapport.formaat))
    yield Field("kader", rapport.kader or "")
    yield Field("datum", rapport.datum.isoformat() if rapport.datum else "")
    yield Field("ontwerp", "true" if rapport.ontwerp else "false")
    yield from _contact(rapport.contact)
    nota = rapport.nota
    yield Field("nota.van", nota.van or "")
    yield from _list("nota.organen", nota.organen)
    for advies in nota.adviezen:
        yield Field("nota.adviezen", advies.van, advies.datum.isoformat() if advies.datum else "")
    if not nota.adviezen:
        yield Field("nota.adviezen")
    yield Field("nota.kader_goedgekeurd", nota.kader_goedgekeurd or "")
    yield Field("nota.financiele_weerslag", nota.financiele_weerslag or "")
    yield from _list("nota.bijlagen", nota.bijlagen)
    size = str(rapport.presentatie.minimale_lettergrootte)
    yield Field("presentatie.minimale_lettergrootte", size)
    for word, meaning in rapport.afkortingen.items():
        yield Field("afkortingen", meaning, word)
    if not rapport.afkortingen:
        yield Field("afkortingen")
    yield from _list("controle.negeer", rapport.controle.negeer)


def _contact(contact: Contact | None) -> Iterator[Field]:
    if contact == Contact():
        yield Field("contact", "{}")  # typed and left empty: not the same as absent
    yield Field("contact.naam", (contact and contact.naam) or "")
    yield Field("contact.dienst", (contact and contact.dienst) or "")
    yield Field("contact.e-mail", (contact and contact.e_mail) or "")


def _list(sleutel: str, items: tuple[str, ...]) -> Iterator[Field]:
    for item in items:
        yield Field(sleutel, item)
    if not items:
        yield Field(sleutel)
