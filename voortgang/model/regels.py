"""The rules of reading: what a data file must keep to for there to be a report (VG012-VG024)."""

from voortgang.findings import Regel

UNKNOWN_KEY = Regel.error(
    "VG012",
    "onbekende sleutel",
    "Een sleutel die het programma niet kent, is bijna altijd een tikfout. Wat eronder staat, zou "
    "ongemerkt uit het rapport verdwijnen.",
    "titel: Organisatiecultuur\nrealisatie:\n  - Nieuw intranet",
    "titel: Organisatiecultuur\nrealisaties:\n  - Nieuw intranet",
)
MISSING_KEY = Regel.error(
    "VG013",
    "verplichte sleutel ontbreekt",
    "Een rapport heeft een rapportjaar, een bestuur, een titel en domeinen; een domein en een "
    "actie hebben een titel.",
    "realisaties:\n  - dienst: Communicatie",
    "titel: Organisatiecultuur\nrealisaties:\n  - titel: Nieuw intranet\n    dienst: Communicatie",
)
WRONG_TYPE = Regel.error(
    "VG014",
    "verkeerde soort waarde",
    "Waar een lijst hoort, staat een tekst, of omgekeerd. In een lijst staat elke regel achter een "
    "streepje.",
    "realisaties: Nieuw intranet",
    "realisaties:\n  - Nieuw intranet",
)
EMPTY = Regel.error(
    "VG015",
    "lege titel of lege regel in een lijst",
    "Een streepje of een titel zonder tekst is vergeten werk.",
    "realisaties:\n  - Nieuw intranet\n  -",
    "realisaties:\n  - Nieuw intranet",
)
BAD_VALUE = Regel.error(
    "VG016",
    "ongeldige waarde",
    "Een termijn, een datum, een getal, een id of een keuze uit een lijst heeft een vaste vorm.",
    "titel: Nieuw intranet\ntermijn: voorjaar 2023",
    "titel: Nieuw intranet\ntermijn: 2023-Q2",
)
SAME_ID = Regel.error(
    "VG017",
    "twee keer dezelfde actie in één lijst",
    "Aan de id, of anders aan de titel, wordt een actie herkend. In één lijst staat elke id één "
    "keer; zijn het twee acties, dan krijgt er één een eigen id.",
    "realisaties:\n  - Welzijn op het werk\n  - Welzijn op het werk",
    "realisaties:\n  - Welzijn op het werk\n  - titel: Welzijn op het werk\n"
    "    id: welzijn-op-het-werk-2",
)
REDEN = Regel.error(
    "VG018",
    "reden ontbreekt of staat op de verkeerde plaats",
    "Wie een plan laat vallen, zegt waarom. Een reden staat bij elke actie in vervallen en nergens "
    "anders.",
    "vervallen:\n  - Nieuw intranet",
    "vervallen:\n  - titel: Nieuw intranet\n    reden: Opgenomen in een Vlaams project",
)
COLON = Regel.error(
    "VG019",
    "tekst met een dubbele punt of accolades zonder aanhalingstekens",
    "Een dubbele punt met een spatie erachter maakt in YAML van een tekst een sleutel met een "
    "waarde, en ook { en ? vooraan doen dat. Aanhalingstekens rond de hele tekst voorkomen dat.",
    "realisaties:\n  - Welzijn: opleidingen",
    'realisaties:\n  - "Welzijn: opleidingen"',
)
DOMEINEN = Regel.error(
    "VG020",
    "de lijst van domeinen klopt niet met de bestanden",
    "Elk domein in rapport.yaml heeft een bestand met die naam, en elk bestand staat één keer in "
    "de lijst.",
    "domeinen: [organisatiecultur]",
    "domeinen: [organisatiecultuur]",
)
SAME_TITEL = Regel.error(
    "VG021",
    "twee domeinen met dezelfde titel",
    "Aan de titel van een dia of hoofdstuk herkent de lezer het domein.",
    "titel: Organisatiecultuur",
    "titel: Bescherming activa",
)
OTHER_YEAR = Regel.error(
    "VG022",
    "rapportjaar is niet het jaar van de map",
    "De map data/2022 hoort bij het rapport over 2022.",
    "rapportjaar: 2021",
    "rapportjaar: 2022",
)
FORMAAT_TOO_HIGH = Regel.error(
    "VG023",
    "de bestanden zijn voor een nieuwere versie van het programma",
    "Een hoger formaat kan gegevens bevatten die deze versie niet kent.",
    "formaat: 2",
    "formaat: 1",
)
NO_ID = Regel.error(
    "VG024",
    "titel waarvan geen id te maken is",
    "Zonder letter of cijfer in de titel is de actie later niet te herkennen; geef ze een id.",
    "realisaties:\n  - ★★★",
    "realisaties:\n  - titel: ★★★\n    id: drie-sterren",
)

REGELN = (
    UNKNOWN_KEY, MISSING_KEY, WRONG_TYPE, EMPTY, BAD_VALUE, SAME_ID, REDEN, COLON, DOMEINEN,
    SAME_TITEL, OTHER_YEAR, FORMAAT_TOO_HIGH, NO_ID,
)  # fmt: skip
