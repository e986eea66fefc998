"""The report of one year, as data: frozen, strict, and without a trace of where it was read.

The Dutch descriptions are what an editor shows while somebody types; `schema` passes them on.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from voortgang.model.identity import ID_FORM, ID_LENGTH, slug
from voortgang.model.termijn import Termijn

Soort = Literal["realisaties", "risicos", "planning", "vervallen", "te_beantwoorden"]
SOORTEN: tuple[Soort, ...] = ("realisaties", "risicos", "planning", "vervallen", "te_beantwoorden")
FORMAAT = 1

Text = Annotated[str, Field(min_length=1)]
Id = Annotated[str, Field(pattern=f"^{ID_FORM}$", max_length=ID_LENGTH)]
AnyId = Annotated[str, Field(pattern=f"^{ID_FORM}$")]  # may be the slug of a long title


class Strict(BaseModel):
    """What every part of a report keeps to: no unknown keys, no conversion, no change."""

    model_config = ConfigDict(
        defer_build=True,
        frozen=True,
        strict=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        populate_by_name=True,
    )


class Deelactie(Strict):
    """A part of an actie; it has no id, is not followed up and is not counted."""

    titel: Text = Field(description="Wat er is gedaan of gepland, op één regel.")
    dienst: Text | None = Field(None, description="De dienst die ervoor instaat.")
    termijn: Termijn | None = Field(
        None, description="Tegen wanneer: 2023, 2023-Q2, 2023-05 of 2023-05-31."
    )
    toelichting: Text | None = Field(
        None, description="Uitleg in Markdown: alinea's, nadruk, lijsten en koppelingen."
    )


class Actie(Strict):
    """One entry of a list. Where it stands says what it is; no status is ever typed."""

    titel: Text = Field(description="Wat er is gedaan of gepland, op één regel.")
    own_id: Id | None = Field(
        default=None,
        alias="id",
        description="De naam waaraan dezelfde actie elders te herkennen is; zonder id telt de "
        "titel.",
    )
    deelacties: tuple[Deelactie, ...] = Field((), description="De delen van deze actie.")
    toelichting: Text | None = Field(
        None, description="Uitleg in Markdown: alinea's, nadruk, lijsten en koppelingen."
    )
    dienst: Text | None = Field(None, description="De dienst die ervoor instaat.")
    termijn: Termijn | None = Field(
        None, description="Tegen wanneer: 2023, 2023-Q2, 2023-05 of 2023-05-31."
    )
    mjp: Text | None = Field(None, description="De code in het meerjarenplan.")
    sdg: tuple[Annotated[int, Field(ge=1, le=17)], ...] = Field(
        (), description="De duurzame-ontwikkelingsdoelen: een lijst van getallen van 1 tot 17."
    )
    aanbeveling: Text | None = Field(
        None, description="De aanbeveling van een audit waarop deze actie antwoordt."
    )
    vervolg_op: tuple[AnyId, ...] = Field(
        (), description="De id, of een lijst van id's, van de plannen waarop dit het vervolg is."
    )
    reden: Text | None = Field(None, description="Waarom het plan is vervallen.")

    @property
    def id(self) -> str:
        """The id that was written, else the slug of the title."""
        return self.own_id or slug(self.titel)


class Domein(Strict):
    """One domain of the kader; `id` is the name of its file."""

    id: str
    titel: Text = Field(description="De naam van het domein.")
    rechtsgrond: Text | None = Field(
        None, description="Waar het decreet dit doel noemt, bijvoorbeeld artikel 217, 1°."
    )
    criterium: Text | None = Field(
        None, description="Hoe het er goed uitziet; mag alinea's hebben."
    )
    realisaties: tuple[Actie, ...] = Field((), description="Wat dit jaar is gerealiseerd.")
    risicos: tuple[Actie, ...] = Field((), description="De hoge risico's.")
    planning: tuple[Actie, ...] = Field((), description="Wat gepland is.")
    vervallen: tuple[Actie, ...] = Field(
        (), description="Plannen van vorig jaar die niet doorgaan, elk met een reden."
    )
    te_beantwoorden: tuple[Actie, ...] = Field(
        (), description="Plannen van vorig jaar waarvan nog te zeggen is wat ervan werd."
    )

    def lijst(self, soort: Soort) -> tuple[Actie, ...]:
        """Give one of the lists by its name."""
        acties: tuple[Actie, ...] = getattr(self, soort)
        return acties

    def acties(self) -> Iterator[tuple[Soort, int, Actie]]:
        """Go through all lists in their fixed order: which list, index from 0, the actie."""
        for soort in SOORTEN:
            for index, actie in enumerate(self.lijst(soort)):
                yield soort, index, actie


class Contact(Strict):
    """Whom the reader can turn to."""

    naam: Text | None = Field(None, description="De naam van de contactpersoon.")
    dienst: Text | None = Field(None, description="De dienst van de contactpersoon.")
    e_mail: Text | None = Field(default=None, alias="e-mail", description="Het e-mailadres.")


class Advies(Strict):
    """An advice that was asked for the nota."""

    van: Text = Field(description="Wie het advies gaf.")
    datum: date | None = Field(None, description="De dag van het advies: jaar-maand-dag.")


class NotaGegevens(Strict):
    """What only the nota tells."""

    van: Text | None = Field(None, description="Van wie de nota uitgaat.")
    organen: tuple[Text, ...] = Field((), description="De organen; elk krijgt een eigen nota.")
    adviezen: tuple[Advies, ...] = Field((), description="De adviezen die zijn gevraagd.")
    kader_goedgekeurd: Text | None = Field(
        None, description="Wanneer of hoe het kader is goedgekeurd."
    )
    financiele_weerslag: Text | None = Field(None, description="De financiële weerslag.")
    bijlagen: tuple[Text, ...] = Field((), description="De bijlagen bij de nota.")


class PresentatieGegevens(Strict):
    """What only the deck needs to know."""

    minimale_lettergrootte: Annotated[int, Field(ge=12, le=24)] = Field(
        14, description="De kleinste letter in panelen en lijsten, in punten: 12 tot 24."
    )


class Controle(Strict):
    """How `check` is to look at this year."""

    negeer: tuple[Text, ...] = Field(
        (), description="Codes van waarschuwingen die u niet wilt zien, zoals VG031."
    )


class Rapport(Strict):
    """The report of one year; `domeinen` stand in the order of the slides."""

    rapportjaar: int = Field(description="Het jaar waarover het rapport gaat.")
    bestuur: Text = Field(description="De naam van het bestuur.")
    titel: Text = Field(description="De titel van het rapport.")
    domeinen: tuple[Domein, ...] = Field(
        description="De domeinen in de volgorde van de dia's; elk heeft een bestand met die naam."
    )
    formaat: Literal[1] = Field(1, description="De versie van de indeling van deze bestanden.")
    kader: Literal["mechelen", "leidraad"] | None = Field(
        None, description="De set van domeinen die het rapport volgt."
    )
    datum: date | None = Field(None, description="De dag van het rapport: jaar-maand-dag.")
    ontwerp: bool = Field(default=False, description="true zolang het rapport een ontwerp is.")
    contact: Contact | None = Field(None, description="Bij wie de lezer terechtkan.")
    nota: NotaGegevens = Field(NotaGegevens(), description="Wat alleen in de nota staat.")
    presentatie: PresentatieGegevens = Field(
        PresentatieGegevens(), description="Instellingen van de presentatie."
    )
    afkortingen: dict[str, str] = Field({}, description="Afkortingen met hun betekenis.")
    controle: Controle = Field(Controle(), description="Instellingen van de controle.")

    @property
    def volledige_titel(self) -> str:
        """The title with its year, as the documents carry it."""
        return f"{self.titel} {self.rapportjaar}"

    def acties(self) -> Iterator[tuple[Domein, Soort, int, Actie]]:
        """Go through every list of every domain, in the order of the report."""
        for domein in self.domeinen:
            for soort, index, actie in domein.acties():
                yield domein, soort, index, actie
