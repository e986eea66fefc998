"""The report of one year: frozen and strict, the only place where its data is declared.

What a field holds is its kind (`waarden`); its Dutch words are what an editor shows while somebody
types, and what a workbook explains. In code a part is made by the names of its fields; a changed
one by `actie.model_copy(update=…)`.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticKnownError, PydanticOmit

from voortgang.model.deel import Deel, Titled, keys_of, uitleg
from voortgang.model.grenzen import Tussen
from voortgang.model.identity import slug
from voortgang.model.instellingen import (
    Contact,
    Controle,
    Dienst,
    MaturiteitSchaal,
    NotaGegevens,
    PresentatieGegevens,
    RisicoSchaal,
)
from voortgang.model.typed import BOUNDED, Lezing, Lijst, line
from voortgang.model.waarden import (
    FORMAAT,
    IN_BRACKETS,
    TEXT,
    Alineas,
    Bewijzen,
    Datum,
    DienstNaam,
    Formaat,
    Getal,
    Ids,
    Keuze,
    Kind,
    Markdown,
    Naam,
    OfNamed,
    OwnId,
    Score,
    Sdg,
    Tekst,
    Titel,
    Waar,
    Wanneer,
    Woorden,
)

Soort = Literal["realisaties", "risicos", "planning", "vervallen", "te_beantwoorden"]
SOORTEN: tuple[Soort, ...] = ("realisaties", "risicos", "planning", "vervallen", "te_beantwoorden")

_TITEL = uitleg("Wat er is gedaan of gepland, op één regel.")
_DIENST = uitleg("De dienst die ervoor instaat.")
_TERMIJN = uitleg("Een jaar, kwartaal, maand of dag: 2023, 2023-Q2, 2023-05 of 2023-05-31.")
_TOELICHTING = uitleg("Uitleg in Markdown: alinea's, nadruk, lijsten en koppelingen.")


class Deelactie(Titled):
    """A part of an actie; it has no id, is not followed up and is not counted."""

    titel: Annotated[Titel, _TITEL]
    dienst: Annotated[DienstNaam, _DIENST] = None
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
    deelacties: Annotated[Lijst[Deelactie], uitleg("De delen van deze actie.")] = ()
    toelichting: Annotated[Markdown, _TOELICHTING] = None
    dienst: Annotated[DienstNaam, _DIENST] = None
    termijn: Annotated[Wanneer, _TERMIJN] = None
    mjp: Annotated[Tekst, uitleg("De code in het meerjarenplan.")] = None
    sdg: Annotated[Sdg, uitleg("De duurzame-ontwikkelingsdoelen: getallen van 1 tot 17.")] = ()
    aanbeveling: Annotated[
        Tekst, uitleg("De aanbeveling van een audit waarop deze actie antwoordt, als tekst.")
    ] = None
    aanbevelingen: Annotated[
        Ids,
        uitleg(
            "De id van de aanbeveling in data/audits waaraan deze actie werkt, of een "
            "lijst daarvan: financien-2021-1."
        ),
    ] = ()
    bewijs: Annotated[
        Bewijzen, uitleg("Waar het bewijs ligt: een tekst of een webadres, of een lijst daarvan.")
    ] = ()
    vervolg_op: Annotated[
        Ids, uitleg("De id van het plan waarop dit het vervolg is, of een lijst daarvan.")
    ] = ()
    reden: Annotated[
        Tekst, uitleg("Waarom het plan niet doorgaat; alleen bij vervallen, en daar verplicht.")
    ] = None

    @property
    def id(self) -> str:
        """The id that was written, else the slug of the title."""
        return self.own_id or slug(self.titel)


class Risico(Actie):
    """A high risk; kans and impact go together, and so do what remains of them."""

    kans: Annotated[Score, uitleg("Hoe waarschijnlijk het is, op de schaal van rapport.yaml.")] = (
        None
    )
    impact: Annotated[Score, uitleg("Hoe zwaar het weegt, op de schaal van rapport.yaml.")] = None
    restkans: Annotated[Score, uitleg("De kans die met de maatregelen overblijft.")] = None
    restimpact: Annotated[Score, uitleg("De impact die met de maatregelen overblijft.")] = None
    beheerst_door: Annotated[
        Ids,
        uitleg(
            "De id van de realisatie of het plan dat het risico beheerst, of een lijst daarvan."
        ),
    ] = ()


# All but what an actie is, where it belongs and what it is made of.
DETAILS = tuple(
    key.field for key in keys_of(Actie) if key.kind not in (Kind.TITEL, Kind.ID, Kind.DEEL)
)
_Acties = Lijst[Actie]


class Maturiteit(Deel):
    """How far a domain has come, and how far it is to come: levels from 0 up."""

    niveau: Annotated[Getal, uitleg("Het niveau aan het eind van het jaar, vanaf 0.")]
    doel: Annotated[Score, uitleg("Het niveau dat het bestuur wil bereiken.")] = None
    toelichting: Annotated[Markdown, _TOELICHTING] = None


class DomeinBestand(Deel):
    """What the file of a domain holds."""

    titel: Annotated[Titel, uitleg("De naam van het domein.")]
    rechtsgrond: Annotated[
        Tekst, uitleg("Waar het decreet dit doel noemt, bijvoorbeeld artikel 217, 1°.")
    ] = None
    criterium: Annotated[Alineas, uitleg("Hoe het er goed uitziet; mag alinea's hebben.")] = None
    realisaties: Annotated[_Acties, uitleg("Wat dit jaar is gerealiseerd.")] = ()
    maturiteit: Annotated[
        Maturiteit | None, uitleg("Hoe ver het domein staat, en waar het heen wil.")
    ] = None
    risicos: Annotated[Lijst[Risico], uitleg("De hoge risico's.")] = ()
    planning: Annotated[_Acties, uitleg("Wat gepland is.")] = ()
    vervallen: Annotated[
        _Acties, uitleg("Plannen van vorig jaar die niet doorgaan, elk met een reden.")
    ] = ()
    te_beantwoorden: Annotated[
        _Acties, uitleg("Plannen van vorig jaar waarvan nog te zeggen is wat ervan werd.")
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

    rapportjaar: Annotated[Getal, Tussen(1, 9999), uitleg("Het jaar waarover het rapport gaat.")]
    bestuur: Annotated[Naam, uitleg("De naam van het bestuur.")]
    titel: Annotated[Titel, uitleg("De titel van het rapport.")]
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
    formaat: Annotated[Formaat, uitleg("De versie van de indeling van deze bestanden.")] = FORMAAT
    kader: Annotated[Keuze, uitleg("De set van domeinen die het rapport volgt.")] = None
    datum: Annotated[Datum, uitleg("De dag van het rapport: jaar-maand-dag.")] = None
    ontwerp: Annotated[Waar, uitleg("true zolang het rapport een ontwerp is.")] = False
    contact: Annotated[Contact | None, uitleg("Bij wie de lezer terechtkan.")] = None
    nota: Annotated[NotaGegevens, uitleg("Wat alleen in de nota staat.")] = NotaGegevens()
    presentatie: Annotated[PresentatieGegevens, uitleg("Instellingen van de presentatie.")] = (
        PresentatieGegevens()
    )
    diensten: Annotated[OfNamed[Dienst], uitleg("De diensten, elk met wie ervoor antwoordt.")] = (
        Field(default_factory=dict)
    )
    risicos: Annotated[RisicoSchaal, uitleg("Hoe risico's worden gescoord.")] = RisicoSchaal()
    maturiteit: Annotated[MaturiteitSchaal, uitleg("De niveaus van maturiteit.")] = (
        MaturiteitSchaal()
    )
    afkortingen: Annotated[Woorden, uitleg("Afkortingen met hun betekenis.")] = Field(
        default_factory=dict
    )
    controle: Annotated[Controle, uitleg("Instellingen van de controle.")] = Controle()

    @property
    def volledige_titel(self) -> str:
        """The title with its year, as the documents carry it."""
        return f"{self.titel} {self.rapportjaar}"

    def acties(self) -> Iterator[tuple[Domein, Soort, int, Actie]]:
        """Go through every list of every domain, in the order of the report."""
        for domein in self.domeinen:
            for soort, index, actie in domein.acties():
                yield domein, soort, index, actie
