"""An audit with its aanbevelingen: it lives outside the years, and is followed over them."""

from collections.abc import Iterator
from typing import Annotated

from voortgang.model.deel import Deel, uitleg
from voortgang.model.identity import slug
from voortgang.model.typed import Lijst
from voortgang.model.waarden import Datum, DienstNaam, Kind, Nummer, Tekst, Titel, Wanneer


class Aanbeveling(Deel):
    """What an auditor recommends; what became of it is never typed."""

    nummer: Annotated[
        Nummer, uitleg("Het nummer in het auditrapport; met de naam van het bestand de id.")
    ]
    titel: Annotated[Titel, uitleg("Wat de auditor aanbeveelt, op één regel.")]
    reactie: Annotated[Tekst, uitleg("De reactie van het management.")] = None
    dienst: Annotated[DienstNaam, uitleg("De dienst die ervoor instaat.")] = None
    termijn: Annotated[
        Wanneer, uitleg("Tegen wanneer: een jaar, kwartaal, maand of dag, zoals 2023-Q2.")
    ] = None


class AuditBestand(Deel):
    """What the file of an audit holds."""

    titel: Annotated[Titel, uitleg("De naam van de audit.")]
    van: Annotated[Tekst, uitleg("Wie de audit uitvoerde.")] = None
    datum: Annotated[Datum, uitleg("De dag van het auditrapport: jaar-maand-dag.")] = None
    aanbevelingen: Annotated[Lijst[Aanbeveling], uitleg("De aanbevelingen, elk met haar nummer.")]


class Audit(AuditBestand):
    """One audit; `id` is the name of its file."""

    id: Annotated[str, Kind.ID]

    def met_id(self) -> Iterator[tuple[str, Aanbeveling]]:
        """Go through the aanbevelingen, each with the id by which an actie names it."""
        for aanbeveling in self.aanbevelingen:
            yield id_of(self.id, aanbeveling.nummer), aanbeveling


def id_of(audit: str, nummer: str) -> str:
    """Make the id of an aanbeveling: the audit's and its own number."""
    return f"{audit}-{slug(nummer)}"
