"""Gemeente Voorbeeldegem, invented: four years that use every field, and the barest report."""

from datetime import date
from functools import cache
from pathlib import Path

from voortgang.content.template.render import render
from voortgang.content.views.context import build_context
from voortgang.model import Actie, Deelactie, Domein, Rapport, Risico
from voortgang.model.instellingen import Advies, Contact, NotaGegevens
from voortgang.model.termijn import Termijn
from voortgang.source.templates import Templates

TITEL = "Voortgangsrapport organisatiebeheersing"
BESTUUR = "Gemeente Voorbeeldegem"
DIENSTEN = ("Financiën", "Personeel en welzijn", "ICT", "Burgerzaken", "Communicatie")
DOMEINEN = (
    "Doelstellingen en procesmanagement",
    "Belanghebbendenmanagement",
    "Monitoring",
    "Financieel management",
    "Organisatiestructuur",
    "Personeelsbeleid",
    "Organisatiecultuur",
    "Informatie en communicatie",
    "Facilitaire middelen, opdrachten en contracten",
    "ICT",
)
WAT = (
    "Digitaal loket voor attesten", "Opleiding overheidsopdrachten", "Nazicht van de kastoestand",
    "Draaiboek noodplanning", "Herwerkt onthaalbeleid", "Actieplan na de audit van de thesaurie",
    "Inventaris van de verwerkingen", "Meldpunt integriteit", "M-team: 2-daagse over doelen",
    "Raamcontract onderhoud gebouwen", "Archiefselectielijst", "Toegangsbeheer (fase 1)",
)  # fmt: skip
LANG = (
    """\
De dienst werkte dit uit met alle betrokkenen; zie het \
[draaiboek](https://www.voorbeeldegem.example/draaiboek?deel=1&bladzijde=2) en \
[de contactpersoon](mailto:interne_zaken@voorbeeldegem.example).

Het gebeurde in **drie stappen**, elk met een *eigen* verslag:

1. een bevraging van de medewerkers, met een respons van 64 % & veel opmerkingen
2. een voorstel aan het managementteam
   - met een raming van de kosten
   - en met een planning in kwartalen
3. een evaluatie na een half jaar

De resultaten staan op het intranet. """
    + "Ze worden elk kwartaal aangevuld met nieuwe cijfers. " * 9
)


def _actie(domein: int, nummer: int, **meer: object) -> Actie:
    titel = f"{WAT[nummer % len(WAT)]} {domein}.{nummer}"
    return Actie(titel=titel, **meer)


def _realisatie(domein: int, nummer: int) -> Actie:
    meer: dict[str, object] = {}
    if nummer % 3 == 0:
        meer |= {"dienst": DIENSTEN[nummer % 5], "termijn": Termijn.parse("2022-Q3")}
    if nummer % 4 == 0:
        meer |= {"mjp": f"AC{nummer:06}", "sdg": (11, 16)}
    if nummer % 7 == 0:
        meer["toelichting"] = LANG
    if nummer % 5 == 0:
        meer["deelacties"] = (
            Deelactie(titel="Voorbereiding", dienst="ICT", termijn=Termijn.parse("2022-05")),
            Deelactie(titel="Uitvoering", toelichting="Met *twee* diensten."),
            Deelactie(titel="Nazorg"),
        )
    return _actie(domein, nummer, **meer)


def _plan(domein: int, nummer: int) -> Actie:
    meer: dict[str, object] = {"dienst": DIENSTEN[nummer % 5]}
    if nummer % 2 == 0:
        meer["termijn"] = Termijn.parse("2023-Q2")
    if nummer == 101:
        meer["aanbeveling"] = "Externe audit 2021, aanbeveling 4: gedeeltelijk opgevolgd."
    return _actie(domein, nummer, **meer)


def _plannen(domein: int, nummers: range) -> tuple[Actie, ...]:
    return tuple(_plan(domein, nummer) for nummer in nummers)


def _vroeger(jaar: int, nummers: range, gedaan: range) -> Rapport:
    domeinen = (
        Domein(
            id=f"d{nummer}",
            titel=titel,
            realisaties=_plannen(nummer, gedaan),
            planning=_plannen(nummer, nummers),
        )
        for nummer, titel in enumerate(DOMEINEN, 1)
    )
    return Rapport(rapportjaar=jaar, bestuur=BESTUUR, titel=TITEL, domeinen=tuple(domeinen))


def _domein(nummer: int, titel: str) -> Domein:
    gedeeld = Actie(titel="Opleiding voor alle diensten", dienst="Personeel en welzijn")
    return Domein(
        id=f"d{nummer}",
        titel=titel,
        rechtsgrond="artikel 217, 1°",
        criterium="De doelen zijn bekend & gedragen.\n\nWie ervan afwijkt, legt uit waarom.",
        realisaties=(
            *(_realisatie(nummer, at) for at in range(20)),
            *_plannen(nummer, range(100, 102)),
            gedeeld,
        ),
        risicos=(Risico(titel="Uitval van sleutelfuncties", toelichting="Zie het **register**."),),
        planning=_plannen(nummer, range(102, 109)),
        vervallen=(_actie(nummer, 109, reden="De hogere overheid neemt dit over."),),
    )


@cache
def rijk() -> tuple[Rapport, dict[int, Rapport]]:
    """Give 2022, some 300 acties with every field, and the three years before it."""
    rapport = Rapport(
        rapportjaar=2022,
        bestuur=BESTUUR,
        titel=TITEL,
        kader="leidraad",
        domeinen=tuple(_domein(nummer, titel) for nummer, titel in enumerate(DOMEINEN, 1)),
        datum=date(2023, 6, 12),
        ontwerp=True,
        contact=Contact(
            naam="A. Voorbeeld",
            dienst="Interne zaken",
            e_mail="interne_zaken@voorbeeldegem.example",
        ),
        nota=NotaGegevens(
            van="algemeen directeur",
            organen=("college van burgemeester en schepenen", "vast bureau", "gemeenteraad"),
            adviezen=(
                Advies(van="managementteam", datum=date(2023, 5, 2)),
                Advies(van="auditcomité"),
            ),
            kader_goedgekeurd="gemeenteraad van 3 maart 2020",
            financiele_weerslag="Geen: de acties zijn opgenomen in het meerjarenplan.",
            bijlagen=("Verslag van het managementteam", "Cijfers per dienst"),
        ),
        afkortingen={"ICT": "informatie- en communicatietechnologie", "MJP": "meerjarenplan"},
    )
    earlier = {
        2019: _vroeger(2019, range(102, 104), range(90, 94)),
        2020: _vroeger(2020, range(102, 108), range(94, 100)),
        2021: _vroeger(2021, range(100, 111), range(80, 89)),
    }
    return rapport, earlier


@cache
def leeg() -> tuple[Rapport, dict[int, Rapport]]:
    """Give a report with only what is required."""
    domein = Domein(id="cultuur", titel="Cultuur")
    return Rapport(rapportjaar=2022, bestuur=BESTUUR, titel=TITEL, domeinen=(domein,)), {}


def tekst(rapport: Rapport, earlier: dict[int, Rapport], orgaan: str | None = None):
    """Render the nota's own text."""
    context = build_context(rapport, earlier, orgaan)
    return render(Templates(Path("/bestaat-niet")).find("nota.md.j2"), context)
