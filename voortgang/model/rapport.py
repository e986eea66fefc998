"""The report of one year, as data: frozen, strict, and without a trace of where it was read."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from voortgang.model.identity import ID_FORM, ID_LENGTH, slug
from voortgang.model.termijn import Termijn

Soort = Literal["realisaties", "risicos", "planning", "vervallen", "te_beantwoorden"]
SOORTEN: tuple[Soort, ...] = ("realisaties", "risicos", "planning", "vervallen", "te_beantwoorden")

Text = Annotated[str, Field(min_length=1)]
Id = Annotated[str, Field(pattern=f"^{ID_FORM}$", max_length=ID_LENGTH)]


class Strict(BaseModel):
    """What every part of a report keeps to: no unknown keys, no conversion, no change."""

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", arbitrary_types_allowed=True, populate_by_name=True
    )


class Deelactie(Strict):
    """A part of an actie; it has no id, is not followed up and is not counted."""

    titel: Text
    dienst: Text | None = None
    termijn: Termijn | None = None
    toelichting: Text | None = None


class Actie(Strict):
    """One entry of a list. Where it stands says what it is; no status is ever typed."""

    titel: Text
    own_id: Id | None = Field(default=None, alias="id")
    deelacties: tuple[Deelactie, ...] = ()
    toelichting: Text | None = None
    dienst: Text | None = None
    termijn: Termijn | None = None
    mjp: Text | None = None
    sdg: tuple[Annotated[int, Field(ge=1, le=17)], ...] = ()
    aanbeveling: Text | None = None
    vervolg_op: tuple[Id, ...] = ()
    reden: Text | None = None

    @property
    def id(self) -> str:
        """The id that was written, else the slug of the title."""
        return self.own_id or slug(self.titel)


class Domein(Strict):
    """One domain of the kader; `id` is the name of its file."""

    id: str
    titel: Text
    rechtsgrond: Text | None = None
    criterium: Text | None = None
    realisaties: tuple[Actie, ...] = ()
    risicos: tuple[Actie, ...] = ()
    planning: tuple[Actie, ...] = ()
    vervallen: tuple[Actie, ...] = ()
    te_beantwoorden: tuple[Actie, ...] = ()

    def acties(self) -> Iterator[tuple[Soort, int, Actie]]:
        """Go through all lists in their fixed order: which list, index from 0, the actie."""
        for soort in SOORTEN:
            for index, actie in enumerate(getattr(self, soort)):
                yield soort, index, actie


class Contact(Strict):
    """Whom the reader can turn to."""

    naam: Text | None = None
    dienst: Text | None = None
    e_mail: Text | None = Field(default=None, alias="e-mail")


class Advies(Strict):
    """An advice that was asked for the nota."""

    van: Text
    datum: date | None = None


class NotaGegevens(Strict):
    """What only the nota tells."""

    van: Text | None = None
    organen: tuple[Text, ...] = ()
    adviezen: tuple[Advies, ...] = ()
    kader_goedgekeurd: Text | None = None
    financiele_weerslag: Text | None = None
    bijlagen: tuple[Text, ...] = ()


class PresentatieGegevens(Strict):
    """What only the deck needs to know."""

    minimale_lettergrootte: Annotated[int, Field(ge=12, le=24)] = 14


class Controle(Strict):
    """How `check` is to look at this year."""

    negeer: tuple[Text, ...] = ()


class Rapport(Strict):
    """The report of one year; `domeinen` stand in the order of the slides."""

    rapportjaar: int
    bestuur: Text
    titel: Text
    domeinen: tuple[Domein, ...]
    formaat: Literal[1] = 1
    kader: Literal["mechelen", "leidraad"] | None = None
    datum: date | None = None
    ontwerp: bool = False
    contact: Contact | None = None
    nota: NotaGegevens = NotaGegevens()
    presentatie: PresentatieGegevens = PresentatieGegevens()
    afkortingen: dict[str, str] = {}
    controle: Controle = Controle()

    def acties(self) -> Iterator[tuple[Domein, Soort, int, Actie]]:
        """Go through every list of every domain, in the order of the report."""
        for domein in self.domeinen:
            for soort, index, actie in domein.acties():
                yield domein, soort, index, actie
