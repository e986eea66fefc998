"""The report of one year, as data: frozen, strict, and without a trace of where it was read.

The reader judges every value before it stands here (`shapes`); the tests let pydantic judge what
it lets through. At run time it is not asked: loading it takes longer than all of a `check`.

The Dutch words are what an editor shows while somebody types; `schema` passes them on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from voortgang.model.identity import slug
from voortgang.model.key import Key
from voortgang.model.termijn import Termijn

Soort = Literal["realisaties", "risicos", "planning", "vervallen", "te_beantwoorden"]
SOORTEN: tuple[Soort, ...] = ("realisaties", "risicos", "planning", "vervallen", "te_beantwoorden")
FORMAAT: Literal[1] = 1

_TITEL = Key("Wat er is gedaan of gepland, op één regel.")
_DIENST = Key("De dienst die ervoor instaat.")
_TERMIJN = Key("Tegen wanneer: 2023, 2023-Q2, 2023-05 of 2023-05-31.")
_TOELICHTING = Key("Uitleg in Markdown: alinea's, nadruk, lijsten en koppelingen.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelactie:
    """A part of an actie; it has no id, is not followed up and is not counted."""

    titel: Annotated[str, _TITEL]
    dienst: Annotated[str | None, _DIENST] = None
    termijn: Annotated[Termijn | None, _TERMIJN] = None
    toelichting: Annotated[str | None, _TOELICHTING] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actie:
    """One entry of a list. Where it stands says what it is; no status is ever typed."""

    titel: Annotated[str, _TITEL]
    own_id: Annotated[
        str | None,
        Key(
            "De naam waaraan dezelfde actie elders te herkennen is; zonder id telt de titel.", "id"
        ),
    ] = None
    deelacties: Annotated[tuple[Deelactie, ...], Key("De delen van deze actie.")] = ()
    toelichting: Annotated[str | None, _TOELICHTING] = None
    dienst: Annotated[str | None, _DIENST] = None
    termijn: Annotated[Termijn | None, _TERMIJN] = None
    mjp: Annotated[str | None, Key("De code in het meerjarenplan.")] = None
    sdg: Annotated[
        tuple[int, ...],
        Key("De duurzame-ontwikkelingsdoelen: een lijst van getallen van 1 tot 17."),
    ] = ()
    aanbeveling: Annotated[
        str | None, Key("De aanbeveling van een audit waarop deze actie antwoordt.")
    ] = None
    vervolg_op: Annotated[
        tuple[str, ...],
        Key("De id, of een lijst van id's, van de plannen waarop dit het vervolg is."),
    ] = ()
    reden: Annotated[str | None, Key("Waarom het plan is vervallen.")] = None

    @property
    def id(self) -> str:
        """The id that was written, else the slug of the title."""
        return self.own_id or slug(self.titel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Domein:
    """One domain of the kader; `id` is the name of its file."""

    id: str
    titel: Annotated[str, Key("De naam van het domein.")]
    rechtsgrond: Annotated[
        str | None, Key("Waar het decreet dit doel noemt, bijvoorbeeld artikel 217, 1°.")
    ] = None
    criterium: Annotated[str | None, Key("Hoe het er goed uitziet; mag alinea's hebben.")] = None
    realisaties: Annotated[tuple[Actie, ...], Key("Wat dit jaar is gerealiseerd.")] = ()
    risicos: Annotated[tuple[Actie, ...], Key("De hoge risico's.")] = ()
    planning: Annotated[tuple[Actie, ...], Key("Wat gepland is.")] = ()
    vervallen: Annotated[
        tuple[Actie, ...], Key("Plannen van vorig jaar die niet doorgaan, elk met een reden.")
    ] = ()
    te_beantwoorden: Annotated[
        tuple[Actie, ...],
        Key("Plannen van vorig jaar waarvan nog te zeggen is wat ervan werd."),
    ] = ()

    def lijst(self, soort: Soort) -> tuple[Actie, ...]:
        """Give one of the lists by its name."""
        acties: tuple[Actie, ...] = getattr(self, soort)
        return acties

    def acties(self) -> Iterator[tuple[Soort, int, Actie]]:
        """Go through all lists in their fixed order: which list, index from 0, the actie."""
        for soort in SOORTEN:
            for index, actie in enumerate(self.lijst(soort)):
                yield soort, index, actie


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom the reader can turn to."""

    naam: Annotated[str | None, Key("De naam van de contactpersoon.")] = None
    dienst: Annotated[str | None, Key("De dienst van de contactpersoon.")] = None
    e_mail: Annotated[str | None, Key("Het e-mailadres.", "e-mail")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advies:
    """An advice that was asked for the nota."""

    van: Annotated[str, Key("Wie het advies gaf.")]
    datum: Annotated[date | None, Key("De dag van het advies: jaar-maand-dag.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotaGegevens:
    """What only the nota tells."""

    van: Annotated[str | None, Key("Van wie de nota uitgaat.")] = None
    organen: Annotated[tuple[str, ...], Key("De organen; elk krijgt een eigen nota.")] = ()
    adviezen: Annotated[tuple[Advies, ...], Key("De adviezen die zijn gevraagd.")] = ()
    kader_goedgekeurd: Annotated[str | None, Key("Wanneer of hoe het kader is goedgekeurd.")] = None
    financiele_weerslag: Annotated[str | None, Key("De financiële weerslag.")] = None
    bijlagen: Annotated[tuple[str, ...], Key("De bijlagen bij de nota.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentatieGegevens:
    """What only the deck needs to know."""

    minimale_lettergrootte: Annotated[
        int, Key("De kleinste letter in panelen en lijsten, in punten: 12 tot 24.")
    ] = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Controle:
    """How `check` is to look at this year."""

    negeer: Annotated[
        tuple[str, ...], Key("Codes van waarschuwingen die u niet wilt zien, zoals VG031.")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapport:
    """The report of one year; `domeinen` stand in the order of the slides."""

    rapportjaar: Annotated[int, Key("Het jaar waarover het rapport gaat.")]
    bestuur: Annotated[str, Key("De naam van het bestuur.")]
    titel: Annotated[str, Key("De titel van het rapport.")]
    domeinen: Annotated[
        tuple[Domein, ...],
        Key("De domeinen in de volgorde van de dia's; elk heeft een bestand met die naam."),
    ]
    formaat: Annotated[Literal[1], Key("De versie van de indeling van deze bestanden.")] = FORMAAT
    kader: Annotated[
        Literal["mechelen", "leidraad"] | None, Key("De set van domeinen die het rapport volgt.")
    ] = None
    datum: Annotated[date | None, Key("De dag van het rapport: jaar-maand-dag.")] = None
    ontwerp: Annotated[bool, Key("true zolang het rapport een ontwerp is.")] = False
    contact: Annotated[Contact | None, Key("Bij wie de lezer terechtkan.")] = None
    nota: Annotated[NotaGegevens, Key("Wat alleen in de nota staat.")] = NotaGegevens()
    presentatie: Annotated[PresentatieGegevens, Key("Instellingen van de presentatie.")] = (
        PresentatieGegevens()
    )
    afkortingen: Annotated[Mapping[str, str], Key("Afkortingen met hun betekenis.")] = field(
        default_factory=dict
    )
    controle: Annotated[Controle, Key("Instellingen van de controle.")] = Controle()

    @property
    def volledige_titel(self) -> str:
        """The title with its year, as the documents carry it."""
        return f"{self.titel} {self.rapportjaar}"

    def acties(self) -> Iterator[tuple[Domein, Soort, int, Actie]]:
        """Go through every list of every domain, in the order of the report."""
        for domein in self.domeinen:
            for soort, index, actie in domein.acties():
                yield domein, soort, index, actie
