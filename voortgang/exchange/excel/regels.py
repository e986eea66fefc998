"""The rules of what comes in and goes out: workbooks and old decks (VG080-VG089)."""

from voortgang.findings import Regel

BLAD = Regel.error(
    "VG080",
    "blad of kolom ontbreekt in het Excelbestand",
    "Het programma leest het blad Acties, en van audits het blad Aanbevelingen. Een van de eerste "
    "rijen heeft de namen van de kolommen; domein, soort en titel zijn nodig, of audit, nummer en "
    "titel. De volgorde doet er niet toe.",
    "een blad met de kolommen: nummer, omschrijving",
    "een blad Acties met de kolommen: domein, soort, titel, dienst",
)
KOLOM = Regel.warning(
    "VG081",
    "een kolom of rij die niet wordt overgenomen",
    "Een kolom of sleutel met een naam die het programma niet kent, blijft buiten het rapport. "
    "Dat mag, maar het mag niet ongemerkt gebeuren.",
    "een kolom 'opmerking van de dienst'",
    "dezelfde tekst in de kolom toelichting",
)
PLAATS = Regel.error(
    "VG082",
    "het domein, de soort, de actie of de audit is onbekend",
    "Elke rij zegt in welk domein en in welke lijst ze staat; een deelactie noemt de titel of de "
    "id van haar actie, in hetzelfde domein en dezelfde lijst. Een aanbeveling zegt bij welke "
    "audit ze hoort, en heeft een nummer.",
    "soort: afgewerkt",
    "soort: realisaties",
)
CEL = Regel.error(
    "VG083",
    "een cel die geen tekst is",
    "Een formule, een foutwaarde of een onzichtbaar teken kan niet in het rapport. Plak de "
    "waarde zelf in de cel.",
    "=A2&B2",
    "Nieuw intranet",
)
OMGEZET = Regel.warning(
    "VG084",
    "Excel heeft een tekst wellicht omgezet",
    "Excel maakt van 6.4 een getal en van 3-5 een datum. Wat u typte, staat er dan niet meer. "
    "Zet de cel op Tekst en typ het opnieuw als het niet klopt.",
    "het getal 1.1 in de kolom mjp, getypt als 1.10",
    "de tekst 1.10 in de kolom mjp",
)
SAMENGEVOEGD = Regel.warning(
    "VG085",
    "samengevoegde cellen",
    "In domein, soort, deelactie van en dienst telt de tekst voor elke samengevoegde rij. "
    "Elders telt hij voor de eerste rij alleen.",
    "één titel over twee rijen",
    "elke rij een eigen titel",
)
TEGENSPRAAK = Regel.error(
    "VG086",
    "twee rijen spreken elkaar tegen",
    "Dezelfde actie, hetzelfde domein of hetzelfde veld staat in twee rijen of bestanden met een "
    "andere inhoud. Het programma kiest niet.",
    "nieuw-intranet met termijn 2023 en nieuw-intranet met termijn 2024",
    "nieuw-intranet één keer",
)
INTUSSEN = Regel.error(
    "VG087",
    "het rapport zegt intussen iets anders",
    "Het werkboek weet wat er stond toen het vertrok. Is een cel gewijzigd en het rapport "
    "sindsdien ook, dan kiest het programma niet. Zet in de cel wat er nu in het rapport staat, of "
    "zet in het bestand van het domein of de audit wat er in de cel staat, en voer de opdracht "
    "opnieuw uit.",
    "termijn 2025 in de cel, 2026 in het rapport, en 2024 toen het werkboek vertrok",
    "in de cel en in het rapport dezelfde termijn",
)
GEWISSELD = Regel.error(
    "VG088",
    "een rij kreeg de titel van een andere actie",
    "Wie enkel de kolom titel sorteert, geeft elke actie de titel van een andere. Zet de titels "
    "terug bij hun kenmerk, of geef de actie een titel die nog geen andere heeft.",
    "Zomerbar in de rij met kenmerk audit-kas",
    "Audit van de kas in de rij met kenmerk audit-kas",
)
BLIJFT = Regel.warning(
    "VG089",
    "een rij of cel die leeg of weg is",
    "Uit een werkboek gaat niets weg: wat het rapport heeft, blijft. Moet het echt weg, haal het "
    "dan weg in het bestand van het domein of de audit; gaat een plan niet door, zet dan soort op "
    "vervallen.",
    "een rij van een plan, verwijderd uit het blad",
    "dezelfde rij met soort vervallen en een reden",
)

REGELN = (BLAD, KOLOM, PLAATS, CEL, OMGEZET, SAMENGEVOEGD, TEGENSPRAAK, INTUSSEN, GEWISSELD, BLIJFT)
