"""The rules of strict reading: what a file of the workspace must be before it is looked into."""

from voortgang.findings import Regel

BESTAND = Regel.error(
    "VG001",
    "bestand kan niet worden gelezen",
    "Elk gegevensbestand is een gewoon bestand in de map van zijn jaar, eindigt op .yaml, "
    "is hoogstens 2 MiB groot en heeft een naam met kleine letters, cijfers en koppeltekens. "
    "rapport.yaml is er altijd.",
    "data/2022/Organisatie Cultuur.yml",
    "data/2022/organisatiecultuur.yaml",
)
CODERING = Regel.error(
    "VG002",
    "bestand is niet in UTF-8 opgeslagen",
    "Alleen in UTF-8 komen letters met accenten op elke computer goed over.",
    "een bestand dat Kladblok als ANSI of Unicode (UTF-16) bewaarde",
    "hetzelfde bestand, bewaard met de codering UTF-8",
)
TEKEN = Regel.error(
    "VG003",
    "onzichtbaar of onbestaand teken",
    "Een stuurteken of een half teken hoort niet in een tekst: PowerPoint en Word kunnen "
    "het niet tonen. Het komt meestal mee bij knippen en plakken.",
    'titel: "Fase\\x07 1"',
    "titel: Fase 1",
)
SCHRIJFWIJZE = Regel.error(
    "VG004",
    "regel kan niet als YAML worden gelezen",
    "Sommige tekens hebben in YAML een eigen betekenis. Zet een tekst die met zo'n "
    "teken begint of een dubbele punt met een spatie bevat, tussen aanhalingstekens.",
    "titel: Welzijn: opleidingen",
    'titel: "Welzijn: opleidingen"',
)
INSPRINGING = Regel.error(
    "VG005",
    "regel springt verkeerd in",
    "Het aantal spaties vooraan zegt wat waarbij hoort. Een tab of vaste spatie "
    "telt niet als spatie.",
    "planning:\n  - titel: Nieuw intranet\n     dienst: Communicatie",
    "planning:\n  - titel: Nieuw intranet\n    dienst: Communicatie",
)
DUBBEL = Regel.error(
    "VG006",
    "sleutel staat er twee keer",
    "Een sleutel staat maar één keer op dezelfde plaats; anders zou een van beide verloren gaan.",
    "titel: Organisatiecultuur\ntitel: Cultuur",
    "titel: Organisatiecultuur",
)
VERWIJZING = Regel.error(
    "VG007",
    "anker of verwijzing",
    "Ankers (&), verwijzingen (*) en samenvoegingen (<<) worden niet gebruikt: "
    "elke tekst staat er voluit.",
    "- *intranet",
    "- Nieuw intranet",
)
AANWIJZING = Regel.error(
    "VG008",
    "YAML-type of aanwijzing",
    "Typen (!) en aanwijzingen (%) van YAML worden niet gebruikt: wat er staat, is tekst.",
    "titel: !belangrijk Welzijn",
    'titel: "!belangrijk Welzijn"',
)
TWEEDE = Regel.error(
    "VG009",
    "tweede document in een bestand",
    "Een bestand bevat één domein of één rapport; een regel met --- begint een tweede.",
    "titel: Organisatiecultuur\n---\ntitel: Bereiken van doelstellingen",
    "titel: Organisatiecultuur",
)
DIEPTE = Regel.error(
    "VG010",
    "te veel niveaus",
    "Een bestand mag tot 20 niveaus diep gaan; de gegevens hebben er niet meer dan vijf nodig.",
    "[[[[[[[[[[[[[[[[[[[[[tekst]]]]]]]]]]]]]]]]]]]]]",
    "[tekst]",
)
VORM = Regel.error(
    "VG011",
    "leeg bestand of onbruikbare sleutel",
    "Een bestand bevat sleutels met een waarde; een sleutel is een woord en geen lijst.",
    "? [titel]\n: Organisatiecultuur",
    "titel: Organisatiecultuur",
)

REGELN = (
    BESTAND, CODERING, TEKEN, SCHRIJFWIJZE, INSPRINGING, DUBBEL, VERWIJZING, AANWIJZING, TWEEDE,
    DIEPTE, VORM,
)  # fmt: skip
