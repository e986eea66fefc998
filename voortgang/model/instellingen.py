"""What rapport.yaml holds beside its domains: whom to ask, what a document tells, the scales."""

from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from voortgang.model.deel import Deel, uitleg
from voortgang.model.grenzen import HIGHEST_SCHAAL, LOWEST_SCHAAL, Tussen
from voortgang.model.typed import Lijst
from voortgang.model.waarden import (
    IN_BRACKETS,
    Alineas,
    Code,
    Datum,
    EMail,
    Getal,
    Naam,
    Namen,
    Orgaan,
    Score,
    Tekst,
    Waar,
)

_E_MAIL = Field(alias="e-mail", description="Het e-mailadres.")


class Contact(Deel):
    """Whom the reader can turn to."""

    naam: Annotated[Tekst, uitleg("De naam van de contactpersoon.")] = None
    dienst: Annotated[Tekst, uitleg("De dienst van de contactpersoon.")] = None
    e_mail: Annotated[EMail, _E_MAIL] = None


class Dienst(Deel):
    """Whom a dienst is asked through."""

    naam: Annotated[Tekst, uitleg("De naam van wie voor de dienst antwoordt.")] = None
    e_mail: Annotated[EMail, _E_MAIL] = None


class Advies(Deel):
    """An advice that was asked for the nota."""

    van: Annotated[Naam, uitleg("Wie het advies gaf.")]
    datum: Annotated[Datum, uitleg("De dag van het advies: jaar-maand-dag.")] = None
    inhoud: Annotated[Alineas, uitleg("Wat het advies zegt; mag alinea's hebben.")] = None


class NotaGegevens(Deel):
    """What only the nota tells."""

    van: Annotated[Tekst, uitleg("Van wie de nota uitgaat.")] = None
    organen: Annotated[
        Lijst[Orgaan], IN_BRACKETS, uitleg("De organen; elk krijgt een eigen nota.")
    ] = ()
    adviezen: Annotated[Lijst[Advies], uitleg("De adviezen die zijn gevraagd.")] = ()
    kader_goedgekeurd: Annotated[Tekst, uitleg("Wanneer of hoe het kader is goedgekeurd.")] = None
    financiele_weerslag: Annotated[Tekst, uitleg("De financiële weerslag.")] = None
    bijlagen: Annotated[Lijst[Naam], uitleg("De bijlagen bij de nota.")] = ()
    voorgeschiedenis: Annotated[
        Lijst[Naam], uitleg("Wat eraan voorafging, zoals een vroegere beslissing; een regel elk.")
    ] = ()
    juridische_gronden: Annotated[
        Lijst[Naam], uitleg("Gronden naast die van het programma; een regel elk.")
    ] = ()
    artikelen: Annotated[
        Lijst[Naam], uitleg("Artikelen van het besluit na die van het programma; een regel elk.")
    ] = ()
    bewijs: Annotated[Waar, uitleg("true om bij elke actie te tonen waar het bewijs ligt.")] = False


KLEINSTE, GROOTSTE = 12, 24  # points; no letter on a slide is ever smaller


class PresentatieGegevens(Deel):
    """What only the deck needs to know."""

    minimale_lettergrootte: Annotated[
        Getal,
        Tussen(KLEINSTE, GROOTSTE),
        uitleg(f"De kleinste letter in panelen en lijsten, in punten: {KLEINSTE} tot {GROOTSTE}."),
    ] = 14
    details: Annotated[
        Waar, uitleg("false om dienst en termijn niet klein achter een plan te zetten.")
    ] = True


_HALF = MappingProxyType({3: 5, 4: 8, 5: 12})  # about half of the highest score, by scale


class RisicoSchaal(Deel):
    """How risks are rated: kans and impact from 1 to `schaal`."""

    schaal: Annotated[
        Getal,
        Tussen(LOWEST_SCHAAL, HIGHEST_SCHAAL),
        uitleg(f"Tot waar kans en impact lopen, vanaf 1: {LOWEST_SCHAAL} tot {HIGHEST_SCHAAL}."),
    ] = HIGHEST_SCHAAL
    hoog_vanaf: Annotated[
        Score,
        Tussen(1, HIGHEST_SCHAAL**2),
        uitleg(
            "Vanaf welke score (kans maal impact) een risico hoog is; anders "
            + ", ".join(f"{half} bij schaal {schaal}" for schaal, half in _HALF.items())
            + "."
        ),
    ] = None

    @property
    def drempel(self) -> int:
        """The score from which a risk is high."""
        return self.hoog_vanaf or _HALF[self.schaal]


# Those that are verified have a name; of the others only the number is known.
NIVEAUS = ("Onbestaand", "Ad-hocbasis", "Gestructureerde aanzet", "Gedefinieerd", "", "")
FEWEST, MOST = 3, 7


class MaturiteitSchaal(Deel):
    """The levels of maturity."""

    niveaus: Annotated[
        Namen,
        Tussen(FEWEST, MOST),
        uitleg(f"De namen van de niveaus, vanaf 0: {FEWEST} tot {MOST} namen."),
    ] = ()

    @property
    def namen(self) -> tuple[str, ...]:
        """The names of the levels from 0 up; empty where only the number is known."""
        return self.niveaus or NIVEAUS

    @property
    def hoogste(self) -> int:
        """The highest level."""
        return len(self.namen) - 1


class Controle(Deel):
    """How `check` is to look at this year."""

    negeer: Annotated[
        Lijst[Code],
        IN_BRACKETS,
        uitleg("Codes van waarschuwingen die u niet wilt zien, zoals VG031."),
    ] = ()
