"""A small invented municipality, and one that gives only what is required."""

from datetime import date

import pytest

from voortgang.model import Actie, Deelactie, Domein, Rapport, Risico
from voortgang.model.instellingen import Advies, Contact, NotaGegevens
from voortgang.model.termijn import Termijn


@pytest.fixture
def minimal():
    return Rapport(
        rapportjaar=2022,
        bestuur="Gemeente Voorbeeldegem",
        titel="Voortgangsrapport organisatiebeheersing",
        domeinen=(Domein(id="cultuur", titel="Cultuur"),),
    )


@pytest.fixture
def earlier():
    plans = ("Nieuw intranet", "Archief op orde", "Loket op afspraak", "Meldpunt *integriteit*")
    return Rapport(
        rapportjaar=2021,
        bestuur="Gemeente Voorbeeldegem",
        titel="Voortgangsrapport organisatiebeheersing",
        domeinen=(
            Domein(id="cultuur", titel="Cultuur", planning=tuple(Actie(titel=t) for t in plans)),
        ),
    )


@pytest.fixture
def rich():
    shared = "Opleiding kassa's"
    cultuur = Domein(
        id="cultuur",
        titel="Cultuur & {waarden}",
        rechtsgrond="artikel 217, 1°",
        criterium="Iedereen kent de waarden.\n\nEn leeft ernaar.",
        realisaties=(
            Actie(
                titel="Nieuw intranet",
                dienst="Communicatie",
                toelichting="Met **alle** diensten:\n\n- een\n- twee\n\n# geen kop\n\n:::",
            ),
            Actie(
                titel="Welzijn op het werk",
                deelacties=(
                    Deelactie(titel="*Bevraging*", dienst="HR", termijn=Termijn.parse("2022-Q2")),
                    Deelactie(titel="- Vertrouwenspersonen", toelichting="Twee in totaal."),
                ),
            ),
            Actie(titel=shared, mjp="AC000123", sdg=(4, 8)),
        ),
        risicos=(Risico(titel="Uitval van | kennis"),),
        planning=(Actie(titel="Loket op afspraak", termijn=Termijn.parse("2023-05")),),
        vervallen=(Actie(titel="Archief op orde", reden="Het rijk doet het zelf."),),
    )
    geld = Domein(
        id="geld",
        titel="Middelen",
        realisaties=(Actie(titel=shared),),
        planning=(Actie(titel="1. Kasboek <b>digitaal</b>", aanbeveling="Aanbeveling 3"),),
    )
    return Rapport(
        rapportjaar=2022,
        bestuur="Gemeente Voorbeeldegem",
        titel="Voortgangsrapport organisatiebeheersing",
        domeinen=(cultuur, geld),
        datum=date(2023, 6, 12),
        ontwerp=True,
        contact=Contact(
            naam="A. Voorbeeld",
            dienst="Interne zaken",
            e_mail="interne_zaken@voorbeeldegem.example",
        ),
        nota=NotaGegevens(
            van="algemeen directeur",
            organen=("gemeenteraad", "vast bureau"),
            adviezen=(
                Advies(van="managementteam", datum=date(2023, 5, 2)),
                Advies(van="auditcomité"),
            ),
            kader_goedgekeurd="gemeenteraad van 3 maart 2020",
            financiele_weerslag="Geen.",
            bijlagen=("Cijfers per dienst",),
        ),
        afkortingen={"MJP": "meerjarenplan", "HR": "human resources"},
    )
