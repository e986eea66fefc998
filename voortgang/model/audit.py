"""An audit with its aanbevelingen: it lives outside the years, and is followed over them."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from voortgang.model.deel import Deel
from voortgang.model.identity import slug
from voortgang.model.typed import Lijst
from voortgang.model.waarden import Datum, DienstNaam, Kind, Nummer, Tekst, Titel, Wanneer


class Aanbeveling(Deel):
    """What an auditor recommends; what became of it is never typed."""

    nummer: Annotated[
        Nummer,
        Field(description="Het nummer in het auditrapport; met de naam van het bestand de id."),
    ]
    titel: Annotated[Titel, Field(description="Wat de auditor aanbeveelt, op één regel.")]
    reactie: Annotated[Tekst, Field(description="De reactie van het management.")] = None
    dienst: Annotated[DienstNaam, Field(description="De dienst die ervoor instaat.")] = None
    termijn: Annotated[
        Wanneer,
        Field(description="Tegen wanneer: een jaar, kwartaal, maand of dag, zoals 2023-Q2."),
    ] = None


class AuditBestand(Deel):
    """What the file of an audit holds."""

    titel: Annotated[Titel, Field(description="De naam van de audit.")]
    van: Annotated[Tekst, Field(description="Wie de audit uitvoerde.")] = None
    datum: Annotated[Datum, Field(description="De dag van het auditrapport: jaar-maand-dag.")] = (
        None
    )
    aanbevelingen: Annotated[
        Lijst[Aanbeveling], Field(description="De aanbevelingen, elk met haar nummer.")
    ]


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
