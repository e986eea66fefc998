"""What the sheet Uitleg tells whoever fills in the workbook: a word, and what it means."""

EXPLANATION: tuple[tuple[str, str], ...] = (
    (
        "Hoe u dit invult",
        "Vul het blad Acties in, een rij per actie. Nieuwe acties komen onderaan.",
    ),
    ("", "Laat de namen van de kolommen staan. Een lege cel betekent: niets te melden."),
    ("domein", "Kies uit de lijst. De domeinen staan op het blad Domeinen."),
    (
        "soort",
        (
            "Kies uit de lijst: realisaties (gedaan), risicos (hoog risico), planning (gepland), "
            "vervallen (gaat niet door) of te_beantwoorden (plan van "
            "vorig jaar, nog zonder antwoord)."
        ),
    ),
    ("titel", "Wat er is gedaan of gepland, op één regel."),
    (
        "deelactie van",
        (
            "Alleen voor een deel van een andere actie: de titel (of de id) van die actie, in "
            "hetzelfde domein en met dezelfde soort."
        ),
    ),
    ("dienst", "De dienst die ervoor instaat."),
    ("termijn", "Een jaar, kwartaal, maand of dag: 2023, 2023-Q2, 2023-05 of 2023-05-31."),
    ("toelichting", "Uitleg; alinea's met Alt+Enter."),
    ("mjp", "De code in het meerjarenplan."),
    ("sdg", "De duurzame-ontwikkelingsdoelen, met komma's: 3, 11."),
    ("aanbeveling", "De aanbeveling van een audit waarop de actie antwoordt."),
    ("vervolg_op", "Het kenmerk van het plan van vorig jaar waarop dit het vervolg is."),
    ("reden", "Alleen bij vervallen, en daar verplicht: waarom het plan niet doorgaat."),
    ("id", "Meestal leeg. Een eigen naam als twee acties dezelfde titel hebben."),
    (
        "kenmerk",
        (
            "Niet wijzigen: hieraan herkent het programma de actie, ook als u de titel aanpast. "
            "Leeg bij een nieuwe actie."
        ),
    ),
    ("Blad Domeinen", "De risico's staan met hun gegevens op het blad Acties, soort risicos."),
    ("Blad Rapport", "De velden van het rapport zelf; voor wie het rapport samenstelt."),
)
