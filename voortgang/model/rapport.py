"""The report of one year: frozen and strict, the only place where its data is declared.

What a field holds is its kind (`waarden`); its Dutch words are what an editor shows while somebody
types, and what a workbook explains. In code a part is made by the names of its fields; a changed
one by `actie.model_copy(update=…)`.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticKnownError, PydanticOmit

from voortgang.model.deel import Deel, Titled, keys_of
from voortgang.model.identity import slug
from voortgang.model.typed import BOUNDED, Lezing, Lijst, line
from voortgang.model.waarden import (
    FORMAAT,
    IN_BRACKETS,
    TEXT,
    Alineas,
    Code,
    Datum,
    EMail,
    Formaat,
    Getal,
    Ids,
    Keuze,
    Kind,
    Markdown,
    Naam,
    OwnId,
    Sdg,
    Tekst,
    Titel,
    Tussen,
    Waar,
    Wanneer,
    Woorden,
)

Soort = Literal["realisaties", "risicos", "planning", "vervallen", "te_beantwoorden"]
SOORTEN: tuple[Soort, ...] = ("realisaties", "risicos", "planning", "vervallen", "te_beantwoorden")

_TITEL = Field(description="Wat er is gedaan of gepland, op één regel.")
_DIENST = Field(description="De dienst die ervoor instaat.")
_TERMIJN = Field(
    description="Een jaar, kwartaal, maand of dag: 2023, 2023-Q2, 2023-05 of 2023-05-31."
)
_TOELICHTING = Field(description="Uitleg in Markdown: alinea's, nadruk, lijsten en koppelingen.")


class Deelactie(Titled):
    """A part of an actie; it has no id, is not followed up and is not counted."""

    titel: Annotated[Titel, _TITEL]
    dienst: Annotated[Tekst, _DIENST] = None
    termijn: Annotated[Wanneer, _TERMIJN] = None
    toelichting: Annotated[Markdown, _TOELICHTING] = None


class Actie(Titled):
    """One entry of a list. Where it stands says what it is; no status is ever typed."""

    titel: Annotated[Titel, _TITEL]
    own_id: Annotated[
        OwnId,
        Field(
            alias="id",
            description="De naam waaraan dezelfde actie elders te herkennen is; "
            "zonder id telt de titel.",
        ),
    ] = None
    deelacties: Annotated[Lijst[Deelactie], Field(description="De delen van deze actie.")] = ()
    toelichting: Annotated[Markdown, _TOELICHTING] = None
    dienst: Annotated[Tekst, _DIENST] = None
    termijn: Annotated[Wanneer, _TERMIJN] = None
    mjp: Annotated[Tekst, Field(description="De code in het meerjarenplan.")] = None
    sdg: Annotated[
        Sdg,
        Field(description="De duurzame-ontwikkelingsdoelen: getallen van 1 tot 17."),
    ] = ()
    aanbeveling: Annotated[
        Tekst,
        Field(description="De aanbeveling van een audit waarop deze actie antwoordt."),
    ] = None
    vervolg_op: Annotated[
        Ids,
        Field(description="De id van het plan waarop dit het vervolg is, of een lijst daarvan."),
    ] = ()
    reden: Annotated[
        Tekst,
        Field(
            description="Waarom het plan niet doorgaat; alleen bij vervallen, en daar verplicht."
        ),
    ] = None

    @property
    def id(self) -> str:
        """The id that was written, else the slug of the title."""
        return self.own_id or slug(self.titel)


# All but what an actie is, where it belongs and what it is made of.
DETAILS = tuple(
    key.field for key in keys_of(Actie) if key.kind not in (Kind.TITEL, Kind.ID, Kind.DEEL)
)
_Acties = Lijst[Actie]


class DomeinBestand(Deel):
    """What the file of a domain holds."""

    titel: Annotated[Titel, Field(description="De naam van het domein.")]
    rechtsgrond: Annotated[
        Tekst,
        Field(description="Waar het decreet dit doel noemt, bijvoorbeeld artikel 217, 1°."),
    ] = None
    criterium: Annotated[
        Alineas, Field(description="Hoe het er goed uitziet; mag alinea's hebben.")
    ] = None
    realisaties: Annotated[_Acties, Field(description="Wat dit jaar is gerealiseerd.")] = ()
    risicos: Annotated[_Acties, Field(description="De hoge risico's.")] = ()
    planning: Annotated[_Acties, Field(description="Wat gepland is.")] = ()
    vervallen: Annotated[
        _Acties,
        Field(description="Plannen van vorig jaar die niet doorgaan, elk met een reden."),
    ] = ()
    te_beantwoorden: Annotated[
        _Acties,
        Field(description="Plannen van vorig jaar waarvan nog te zeggen is wat ervan werd."),
    ] = ()


class Domein(DomeinBestand):
    """One domain of the kader; `id` is the name of its file."""

    id: Annotated[str, Kind.ID]

    def lijst(self, soort: Soort) -> tuple[Actie, ...]:
        """Give one of the lists by its name."""
        acties: tuple[Actie, ...] = getattr(self, soort)
        return acties

    def acties(self) -> Iterator[tuple[Soort, int, Actie]]:
        """Go through all lists in their fixed order: which list, index from 0, the actie."""
        for soort in SOORTEN:
            for index, actie in enumerate(self.lijst(soort)):
                yield soort, index, actie


class Contact(Deel):
    """Whom the reader can turn to."""

    naam: Annotated[Tekst, Field(description="De naam van de contactpersoon.")] = None
    dienst: Annotated[Tekst, Field(description="De dienst van de contactpersoon.")] = None
    e_mail: Annotated[EMail, Field(alias="e-mail", description="Het e-mailadres.")] = None


class Advies(Deel):
    """An advice that was asked for the nota."""

    van: Annotated[Naam, Field(description="Wie het advies gaf.")]
    datum: Annotated[Datum, Field(description="De dag van het advies: jaar-maand-dag.")] = None


class NotaGegevens(Deel):
    """What only the nota tells."""

    van: Annotated[Tekst, Field(description="Van wie de nota uitgaat.")] = None
    organen: Annotated[
        Lijst[Naam], IN_BRACKETS, Field(description="De organen; elk krijgt een eigen nota.")
    ] = ()
    adviezen: Annotated[Lijst[Advies], Field(description="De adviezen die zijn gevraagd.")] = ()
    kader_goedgekeurd: Annotated[
        Tekst, Field(description="Wanneer of hoe het kader is goedgekeurd.")
    ] = None
    financiele_weerslag: Annotated[Tekst, Field(description="De financiële weerslag.")] = None
    bijlagen: Annotated[Lijst[Naam], Field(description="De bijlagen bij de nota.")] = ()


KLEINSTE, GROOTSTE = 12, 24  # points; no letter on a slide is ever smaller


class PresentatieGegevens(Deel):
    """What only the deck needs to know."""

    minimale_lettergrootte: Annotated[
        Getal,
        Tussen(KLEINSTE, GROOTSTE),
        Field(
            description="De kleinste letter in panelen en lijsten, in punten: "
            f"{KLEINSTE} tot {GROOTSTE}."
        ),
    ] = 14


class Controle(Deel):
    """How `check` is to look at this year."""

    negeer: Annotated[
        Lijst[Code],
        IN_BRACKETS,
        Field(description="Codes van waarschuwingen die u niet wilt zien, zoals VG031."),
    ] = ()


def _by_name(value: object, info: ValidationInfo) -> object:
    """Take a domain for the name of its file, where that was read."""
    name = value.strip() if isinstance(value, str) else None
    if not name:
        return value
    if not isinstance(info.context, Lezing) or name not in info.context.domeinen:
        raise PydanticOmit  # `read` says which of the two forgot the other
    return info.context.domeinen[name]


def _named(value: object) -> object:
    if not isinstance(value, Domein):
        line(value)
        raise PydanticKnownError("string_type")
    return value


class Rapport(Deel):
    """The report of one year; `domeinen` stand in the order of the slides."""

    rapportjaar: Annotated[
        Getal, Tussen(1, 9999), Field(description="Het jaar waarover het rapport gaat.")
    ]
    bestuur: Annotated[Naam, Field(description="De naam van het bestuur.")]
    titel: Annotated[Titel, Field(description="De titel van het rapport.")]
    domeinen: Annotated[
        tuple[
            Annotated[
                Domein,
                BeforeValidator(_named),
                BOUNDED,
                BeforeValidator(_by_name),
                PlainSerializer(lambda domein: domein.id),
                WithJsonSchema(TEXT),
            ],
            ...,
        ],
        IN_BRACKETS,
        Field(
            description="De domeinen in de volgorde van de dia's; elk heeft een bestand met die "
            "naam.",
            json_schema_extra={"uniqueItems": True},
        ),
    ]
    formaat: Annotated[
        Formaat, Field(description="De versie van de indeling van deze bestanden.")
    ] = FORMAAT
    kader: Annotated[Keuze, Field(description="De set van domeinen die het rapport volgt.")] = None
    datum: Annotated[Datum, Field(description="De dag van het rapport: jaar-maand-dag.")] = None
    ontwerp: Annotated[Waar, Field(description="true zolang het rapport een ontwerp is.")] = False
    contact: Annotated[Contact | None, Field(description="Bij wie de lezer terechtkan.")] = None
    nota: Annotated[NotaGegevens, Field(description="Wat alleen in de nota staat.")] = (
        NotaGegevens()
    )
    presentatie: Annotated[
        PresentatieGegevens, Field(description="Instellingen van de presentatie.")
    ] = PresentatieGegevens()
    afkortingen: Annotated[Woorden, Field(description="Afkortingen met hun betekenis.")] = Field(
        default_factory=dict
    )
    controle: Annotated[Controle, Field(description="Instellingen van de controle.")] = Controle()

    @property
    def volledige_titel(self) -> str:
        """The title with its year, as the documents carry it."""
        return f"{self.titel} {self.rapportjaar}"

    def acties(self) -> Iterator[tuple[Domein, Soort, int, Actie]]:
        """Go through every list of every domain, in the order of the report."""
        for domein in self.domeinen:
            for soort, index, actie in domein.acties():
                yield domein, soort, index, actie
